import gc
import inspect

from streamlit.runtime.scriptrunner import script_runner

from upstream import garbage_collector


def test_upstream_streamlit_still_searches_for_garbage_after_each_run():
    # If it fails, upstream/garbage_collector.py can go.
    assert "gc.collect(" in inspect.getsource(script_runner)


def test_upstream_gc_freeze_leaves_what_the_first_run_of_a_page_has_loaded_out_of_the_search():
    loaded = [[]]
    garbage_collector.freeze_after_first_run("trang")
    assert not any(each is loaded for each in gc.get_objects())
    later = [[]]
    garbage_collector.freeze_after_first_run("trang")  # only the first run of a page loads anything
    assert any(each is later for each in gc.get_objects())
