from upstream import streamlit_page

INDEX = (streamlit_page.FOLDER / "index.html").read_text("utf-8")


def test_upstream_streamlit_still_has_the_parts_of_its_page_that_are_replaced():
    assert INDEX.count(streamlit_page.LANGUAGE) == 1
    assert INDEX.count(streamlit_page.TITLE) == 1
    assert len(streamlit_page.NOTICE.findall(INDEX)) == 1
    assert len(streamlit_page.DESCRIPTION.findall(INDEX)) == 1


def test_the_page_is_streamlits_but_for_language_title_notice_and_head():
    page = streamlit_page.page("Tên & tên", "Bật <JavaScript>", "<script src=a></script>")
    assert '<html lang="vi">' in page
    assert "<title>Tên &amp; tên</title><script src=a></script>" in page
    assert "<noscript>Bật &lt;JavaScript&gt;</noscript>" in page
    assert page.index("<script src=a>") < page.index('type="module"')
    assert '<div id="root"></div>' in page


def test_upstream_streamlit_still_has_one_script_inside_its_page_and_it_only_sets_a_flag():
    assert [script.strip() for script in streamlit_page.inline_scripts()] == ["window.prerenderReady = false"]


def test_upstream_streamlit_still_keeps_its_icon_and_manifest_beside_its_page():
    assert {"favicon.png", "manifest.json"} <= streamlit_page.files().keys()
    assert "index.html" not in streamlit_page.files()
