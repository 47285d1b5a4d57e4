"""What a view asks of the figures: answers that every session shares. It knows no screen."""
