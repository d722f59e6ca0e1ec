"""The axis of the home page beside another timeline: the same events, in the same browser, in one run."""
