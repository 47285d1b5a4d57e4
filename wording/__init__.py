"""Every Vietnamese word on screen, and Vietnamese numbers and dates."""
