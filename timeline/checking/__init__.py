"""The rules of a record, the catalogue of what can be wrong, and the reports that say it."""
