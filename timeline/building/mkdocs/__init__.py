"""The adapter to MkDocs: hands pages and artifacts to the builder, one language at a time."""
