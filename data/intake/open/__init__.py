"""Any file as sheets of cells."""
