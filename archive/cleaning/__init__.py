"""Raw documents in, clean dated articles out."""
