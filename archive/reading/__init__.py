"""Files, folders and streams in, raw documents out."""
