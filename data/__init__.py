"""The tables, and the code that reads, checks and stores them."""
