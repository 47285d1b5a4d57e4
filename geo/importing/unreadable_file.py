"""The error of a file that cannot be imported."""


class UnreadableFile(Exception):  # noqa: N818 - it names the state of the file, as its message does
    """A file cannot be imported; the message says in Vietnamese why and what to do."""
