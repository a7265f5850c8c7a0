"""How it looks: one handler a thing, rendered as page or JSON."""
