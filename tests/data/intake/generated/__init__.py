"""Several hundred sheets of reports, each with what it means, made on the spot and always the same."""
