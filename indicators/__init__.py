"""The domain: pure functions on frames. They read no file and know no screen."""
