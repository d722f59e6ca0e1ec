"""What a page says to machines of what it is about, in the words of schema.org (JSON-LD 1.1)."""
