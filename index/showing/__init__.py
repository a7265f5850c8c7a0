"""From what was found to what is shown: snippets, rights, objects, exports."""
