"""What tests, benchmarks and those who work on the program share; no part of the package."""
