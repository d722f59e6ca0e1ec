"""The axis of the home page: all years drawn at build time, and the data from which a script draws any part of them."""
