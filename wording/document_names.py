"""How a document that sets targets is called."""

# How a document is called inside a sentence; a number that is itself a name stands alone.
DOCUMENTS = {
    "resolution": "Nghị quyết {number}",
    "plan": "Kế hoạch {number}",
    "decision": "Quyết định {number}",
    "programme": "Chương trình {number}",
    "index": "Bộ chỉ số {number}",
}


def document_name(kind: str, number: str) -> str:
    """Call a document by its kind and number.

    Examples
    --------
    >>> document_name("resolution", "10-NQ/TU")
    'Nghị quyết 10-NQ/TU'
    >>> document_name("plan", "Kế hoạch hành động năm 2023")
    'Kế hoạch hành động năm 2023'
    """
    return DOCUMENTS[kind].format(number=number) if "/" in number else number
