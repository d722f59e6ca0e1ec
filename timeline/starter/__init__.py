"""Files to begin a record and its site with: two invented companies, a few events, and all that is around them."""
