"""The shared parts of a screen: the frame around every page, and what several pages draw alike."""
