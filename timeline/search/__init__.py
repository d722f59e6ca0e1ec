"""The search: what a reader types and what the record says, brought to the same terms in both languages."""
