"""Vietnamese text, pure: encodings, normalisation, syllables, sentences, keys, folding, segmentation."""
