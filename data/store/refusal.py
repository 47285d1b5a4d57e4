"""Why the store could not do what it was asked, in words that say what to do."""

from wording import store_messages as words


class StoreRefusal(Exception):  # noqa: N818 - it names what happened, as its message does
    """The store keeps the state it had; the message is Vietnamese: what hinders, where, what to do."""


class Collision(Exception):  # noqa: N818 - not an error: the publication is tried again on the new state
    """Somebody else published under the number that was chosen."""


# How engines and systems say it; DuckDB hands on the system's own words. What is held comes first: DuckDB then advises
# to open the file "in read-only mode".
_SAID = {
    words.HELD: ("could not set lock", "conflicting lock", "used by another process"),
    words.FULL: ("no space left", "disk full", "diskfull", "out of disk", "file too large", "quota"),
    words.READ_ONLY: ("read-only", "permission denied", "access is denied", "not permitted"),
    words.BROKEN: ("not a valid duckdb", "corrupt", "checksum"),
    words.AWAY: (
        "connection failed", "connection refused", "connection is closed", "could not connect", "server closed",
        "terminating connection", "timeout expired", "could not translate host", "failed to resolve host",
    ),
}  # fmt: skip
# What befalls an engine; its other errors (a wrong query) are ours and must be seen as such.
_BEFALLS = {
    "OperationalError",
    "InterfaceError",
    "InternalError",
    "FatalException",
    "OutOfMemoryException",
    "OSError",
}


def is_held(error: Exception) -> bool:
    """Tell whether another process has the store's file open."""
    return _meaning(error) == words.HELD


def is_collision(error: Exception) -> bool:
    """Tell whether a key was taken by somebody else meanwhile."""
    return type(error).__name__ in ("ConstraintException", "UniqueViolation")


def translated(error: Exception, where: str) -> Exception:
    """Return the refusal that an error of an engine or of the system means; an error of ours stays what it is."""
    if _BEFALLS.isdisjoint(kind.__name__ for kind in type(error).__mro__):
        return error
    return StoreRefusal(_meaning(error).format(where=where, found=str(error).strip().split("\n")[0]))


def _meaning(error: Exception) -> str:
    found = f"{type(error).__name__} {error}".lower()
    said = (message for message, texts in _SAID.items() if any(text in found for text in texts))
    return next(said, words.HINDERED)
