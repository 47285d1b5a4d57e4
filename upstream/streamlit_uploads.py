"""The memory of a file that was sent, given back before the session ends.

Leans on
    The manager of sent files in the context of a script's run, and the id of a sent file. Streamlit lets go of a file
    when its reader takes it back, not when a script has no further use for it or draws no box for it.
Without it
    Each file that is refused or published stays in the memory of the server until the session has ended.
At an upgrade
    ``tests/upstream/test_streamlit_uploads.py`` sends files and looks at what is held.
"""

from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx


def let_go(file: str) -> None:
    """Give back the memory of a file of this session, by its id; a box that holds it has to be drawn anew."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file)
