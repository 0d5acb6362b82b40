"""The hands that use a page: a finger or a mouse, or nothing but keys. Both do the same, so that a walk is walked by either."""

import time


#: Whether the focus would be seen on an element: an outline of some width around something that is on the page.
FOCUS_IS_SEEN = """at => {
    const style = getComputedStyle(at), box = at.getBoundingClientRect();
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 1 && box.height > 1;
}"""


def photo(picture):
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": picture}


class Pointer:
    """A finger or a mouse."""

    def __init__(self, page):
        self.page = page

    def press(self, selector):
        """What leads to another page."""
        self.page.click(selector)

    def touch(self, selector):
        """What leads to none."""
        self.page.click(selector)

    def pick(self, selector, on=True):
        self.page.set_checked(selector, on)

    def type(self, selector, text):
        self.page.fill(selector, text)

    def choose_file(self, selector, picture):
        self.page.set_input_files(selector, photo(picture))


class Keyboard:
    """Nothing but keys; wherever it comes, the focus is seen."""

    def __init__(self, page):
        self.page = page
        # Whoever listens only around the key may listen too late: the browser is told to
        # hand choosers over by a message of its own. So it is told once, for the whole walk.
        self.choosers = []
        page.on("filechooser", lambda chooser: self.choosers.append(chooser))

    def reach(self, selector):
        self.page.wait_for_selector(selector, state="attached")
        # A page that still loads may take the focus away again.
        self.page.wait_for_load_state("load")
        self.page.evaluate("document.activeElement.blur()")
        # A group of choices is one stop; the arrows lead to the others.
        kind, name = (self.page.get_attribute(selector, attribute) for attribute in ("type", "name"))
        group = f"input[name='{name}']" if kind == "radio" else selector
        for _ in range(120):
            self.page.keyboard.press("Tab")
            self.demand_seen()
            if self.page.evaluate("selector => document.activeElement.matches(selector)", group):
                return
        raise AssertionError(f"no key leads to {selector}")

    def demand_seen(self):
        """Wherever a key has led, on the way too."""
        place, is_seen = self.page.evaluate(
            f"() => [document.activeElement.outerHTML.slice(0, 120), ({FOCUS_IS_SEEN})(document.activeElement)]")
        assert place.startswith("<body") or is_seen, f"the focus is not seen on {place}"

    def wait_for(self, selector):
        """Until the page has led the focus there."""
        self.page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)
        self.demand_seen()

    def enter(self):
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def press(self, selector):
        self.reach(selector)
        self.enter()

    def touch(self, selector):
        self.reach(selector)
        self.page.keyboard.press("Enter")

    def pick(self, selector, on=True):
        self.reach(selector)
        for _ in range(20):
            if self.page.is_checked(selector) == on:
                return
            self.page.keyboard.press("Space" if self.page.evaluate("s => document.activeElement.matches(s)", selector) else "ArrowDown")
        raise AssertionError(f"{selector} cannot be picked")

    def type(self, selector, text):
        self.reach(selector)
        self.page.keyboard.press("Control+A")
        if text:
            self.page.keyboard.insert_text(text)
        else:
            self.page.keyboard.press("Delete")

    def choose_file(self, selector, picture):
        # Like a person on a slow machine: no chooser after a while, the key once more.
        for _ in range(3):
            self.choosers.clear()
            self.reach(selector)
            self.page.keyboard.press("Space")
            deadline = time.monotonic() + 20
            while not self.choosers and time.monotonic() < deadline:
                self.page.wait_for_timeout(50)
            if self.choosers:
                self.choosers[0].set_files(photo(picture))
                return
        raise AssertionError(f"no key opens the choice of a file at {selector}")
