"""From bytes to a value with places, or to diagnostics that name line and mend."""
