"""A page whose drawing has ended, and the headers of each answer that it is made of."""

from playwright.sync_api import expect

HEADERS = {"content-security-policy", "x-frame-options", "x-content-type-options", "referrer-policy"}


def settled(page):
    """Wait until the page has drawn its choices and its script has ended."""
    # The first of them: while a page is drawn anew, what it replaces still stands.
    expect(page.get_by_text("Số liệu thật").first).to_be_visible(timeout=60_000)
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=60_000
    )
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0, timeout=30_000)
    return page
