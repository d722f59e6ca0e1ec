"""The search measured on labelled queries, and in bytes and seconds, beside other searches."""
