"""What an explanation speaks of where its source ties it to no target."""

from wording.document_names import document_name

OF_DOCUMENT = "Nêu chung về {document}, không gắn với chỉ tiêu nào"
OF_PLACE = "Nêu chung cho địa phương, không gắn với chỉ tiêu nào"


def subject(kind: object, number: object) -> str:
    """Return what an explanation without a target speaks of: a document of `kind` and `number`, or the place."""
    if isinstance(kind, str) and isinstance(number, str):
        return OF_DOCUMENT.format(document=document_name(kind, number))
    return OF_PLACE
