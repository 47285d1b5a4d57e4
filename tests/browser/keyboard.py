"""What a hand on the keyboard alone can do."""

# Whether the focus is on an element or inside it, through every shadow root on the way.
HOLDS_FOCUS = """found => {
    for (let at = found.ownerDocument.activeElement; at; at = at.shadowRoot?.activeElement)
        if (found === at || found.contains(at)) return true
    return false
}"""
FARTHEST = 120


def reach(page, found, key="Tab"):
    """Press a key until the focus is on an element, as a hand without a mouse gets there."""
    found.wait_for()
    for _ in range(FARTHEST):
        if found.evaluate(HOLDS_FOCUS):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{FARTHEST} times {key} do not lead to {found}")


def press(page, name, role="button", key="Enter"):
    """Reach a button or a link by its name and press it."""
    found = page.get_by_role(role, name=name, exact=True)
    reach(page, found)
    page.keyboard.press(key)
