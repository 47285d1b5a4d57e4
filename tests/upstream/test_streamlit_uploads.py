from types import SimpleNamespace

import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from upstream import streamlit_uploads


@pytest.fixture
def manager(monkeypatch):
    made = MemoryUploadedFileManager("/_stcore/upload_file")
    context = SimpleNamespace(uploaded_file_mgr=made, session_id="a")
    monkeypatch.setattr(streamlit_uploads, "get_script_run_ctx", lambda: context)
    return made


def sent(manager, name, session="a"):
    record = UploadedFileRec(name, f"{name}.csv", "text/csv", b"1234")
    manager.add_file(session, record)
    return UploadedFile(record, FileURLs())


def test_upstream_streamlit_gives_back_the_memory_of_one_file_of_one_session(manager):
    sent(manager, "kept")
    sent(manager, "let go", session="b")
    streamlit_uploads.let_go(sent(manager, "let go").file_id)
    assert [file.name for file in manager.get_files("a", ["kept", "let go"])] == ["kept.csv"]
    assert [file.name for file in manager.get_files("b", ["let go"])] == ["let go.csv"]
    assert manager._total_bytes == 8


def test_a_script_that_runs_without_a_server_has_nothing_to_give_back(monkeypatch, manager):
    file = sent(manager, "kept")
    monkeypatch.setattr(streamlit_uploads, "get_script_run_ctx", lambda: None)
    streamlit_uploads.let_go(file.file_id)
    assert manager._total_bytes == 4
