"""What a folder of files says: events, stories, what ids mean, and what may be quoted from where."""
