"""The pages, drawings and data of a site, made from a chronicle. Nothing here knows MkDocs."""
