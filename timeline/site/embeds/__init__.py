"""Parts of pages as small pages of their own, which other people's pages frame."""
