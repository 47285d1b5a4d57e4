"""What a view asks of the figures. All sessions share the answers. This layer knows no screen."""
