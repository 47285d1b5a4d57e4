"""Vietnamese words that several parts of the program use, and Vietnamese numbers and dates."""
