"""Sheets of cells as records: what a heading, a title, a row and a cell say."""
