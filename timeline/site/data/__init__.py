"""What programs read: data for scripts, feeds, the search, other builders."""
