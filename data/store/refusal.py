"""Why the store could not do what it was asked, in words that say what to do.

A cause is recognised by the class of an error, by its ``errno`` or ``sqlstate``, or by trying the file (``probe``). It
is never recognised by the text of a message: texts change with versions and with the language of the system. Classes
are compared by the names that PEP 249 gives them, so no driver is imported here.
"""

from ibis.common.exceptions import TableNotFound

from data.store import location, probe
from data.store.probe import Cause
from wording import store_messages as words

# Errors of a driver that its surroundings cause. Its other errors (a wrong query) are bugs and stay what they are.
_OF_SURROUNDINGS = {"OperationalError", "InterfaceError", "InternalError", "FatalException"}
_BY_SQLSTATE: dict[str, Cause] = {
    "53100": "full", "25006": "read_only_server", "42501": "read_only_server",
}  # fmt: skip
# Class 08: the connection failed. 57P: the server is shutting down, starting, or has dropped the database.
_AWAY = ("08", "57P")
_UNIQUE_VIOLATION = "23505"


class StoreRefusal(Exception):  # noqa: N818 - it names what happened, as its message does
    """The store keeps the state it had; the message is Vietnamese: what hinders, where, what to do."""


class Collision(Exception):  # noqa: N818 - not an error: the publication is tried again on the new state
    """Somebody else published under the number that was chosen."""


def is_collision(error: Exception) -> bool:
    """Tell whether an error says that another process has taken a key."""
    return getattr(error, "sqlstate", None) == _UNIQUE_VIOLATION or "ConstraintException" in _classes(error)


def is_file_error(error: Exception) -> bool:
    """Tell whether an error says that DuckDB could not open, read or write a file."""
    return "IOException" in _classes(error)


def refusal(cause: Cause, found: object = "") -> StoreRefusal:
    """Return the refusal for a cause; ``found`` is an error whose cause has no sentence of its own."""
    first_line = str(found).strip().split("\n")[0]
    return StoreRefusal(words.CAUSES[cause].format(where=location.displayed(), found=first_line))


def refusal_of(error: Exception, *, write: bool) -> StoreRefusal | None:
    """Return the refusal that an error means.

    Parameters
    ----------
    error
        Raised by a driver, by Ibis or by the system. The store must be closed again: the file may be probed.
    write
        Whether the store was to be written.

    Returns
    -------
    StoreRefusal or None
        None if the surroundings did not cause the error: it is a bug and must be seen as such.
    """
    cause = _cause(error, write)
    return None if cause is None else refusal(cause, error)


def _cause(error: Exception, write: bool) -> Cause | None:
    if isinstance(error, OSError):
        return probe.cause_of(error)
    if isinstance(error, TableNotFound):
        return "hindered" if location.server() else "broken"
    if hasattr(error, "sqlstate"):
        return _cause_at_server(error, error.sqlstate)
    return _cause_at_file(error, write)


def _cause_at_server(error: Exception, sqlstate: str | None) -> Cause | None:
    if sqlstate in _BY_SQLSTATE:
        return _BY_SQLSTATE[sqlstate]
    if sqlstate is None and "OperationalError" in _classes(error):
        return "away"  # only a server gives a state: this one was not reached, or lost
    if sqlstate is not None and sqlstate.startswith(_AWAY):
        return "away"
    return "hindered" if _classes(error) & _OF_SURROUNDINGS else None


def _cause_at_file(error: Exception, write: bool) -> Cause | None:
    # DuckDB has no class for a block whose checksum is wrong: it raises the class of all errors itself.
    is_damaged = _classes(error) & {"SerializationException"} or type(error).__name__ == "Error"
    if not is_damaged and not _classes(error) & _OF_SURROUNDINGS:
        return None
    if found := probe.cause(location.path(), write=write):
        return found
    # The system lets the file be read, and nobody holds it. If DuckDB still can't read it, its content is damaged.
    is_unreadable = is_file_error(error) and not write
    return "broken" if is_damaged or is_unreadable else "hindered"


def _classes(error: Exception) -> set[str]:
    return {each.__name__ for each in type(error).__mro__}
