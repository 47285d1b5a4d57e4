"""Names of documents that set targets."""

# Name of a document inside a sentence.
DOCUMENTS = {
    "resolution": "Nghị quyết {number}",
    "plan": "Kế hoạch {number}",
    "decision": "Quyết định {number}",
    "programme": "Chương trình {number}",
    "index": "Bộ chỉ số {number}",
}


def document_name(kind: str, number: str) -> str:
    """Return the name of a document from its kind and number; a number without "/" is itself a name.

    Examples
    --------
    >>> document_name("resolution", "10-NQ/TU")
    'Nghị quyết 10-NQ/TU'
    >>> document_name("plan", "Kế hoạch hành động năm 2023")
    'Kế hoạch hành động năm 2023'
    """
    return DOCUMENTS[kind].format(number=number) if "/" in number else number
