"""What is taken of Material for MkDocs: icons, words and style rules. Nowhere else is known where they lie."""
