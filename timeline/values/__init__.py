"""Values and their checks: texts, dates, addresses and texts in two languages. They know nothing of a record."""
