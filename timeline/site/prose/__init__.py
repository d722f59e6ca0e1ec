"""Pages that are written by hand, in Markdown with all that Material knows of it, set as Material sets them."""
