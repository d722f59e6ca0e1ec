"""Putting a site together: settings, staging, progress, and the adapter to MkDocs."""
