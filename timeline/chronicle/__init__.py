"""What follows from a record: the order of time, who took part, figures, and how complete it is."""
