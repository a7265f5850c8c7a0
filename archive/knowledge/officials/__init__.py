"""Who holds which post, within one article."""
