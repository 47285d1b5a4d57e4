"""The domain: pure functions on frames."""
