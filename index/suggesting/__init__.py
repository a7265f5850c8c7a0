"""What may be meant, completed, respelt or alike."""
