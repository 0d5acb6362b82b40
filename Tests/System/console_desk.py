"""One browser of one member of staff at the console."""
import os
import pathlib

import pytest
from personal_page import PHONE, Phone

DESK = {"width": 1440, "height": 900}
LOOKS = {f"{language}-{size['width']}": (language, size) for language in ("zh", "en") for size in (DESK, PHONE)}
#: Each role's main job is walked in both languages, on a desk and on a phone.
in_every_look = pytest.mark.parametrize("language, size", list(LOOKS.values()), ids=list(LOOKS))
#: Where pictures of the pages are kept, for whoever wants to look at them.
PICTURES = os.environ.get("SHIMING_PICTURES")


def place(language, size):
    """Which of the four looks it is, from 0: for walks that each take cards of their own."""
    return list(LOOKS.values()).index((language, size))


class Desk(Phone):
    """What it loads is counted, and what goes wrong in it fails the test."""

    def __init__(self, running, server, caller=None, language="zh", scripts=True, scheme="light", size=DESK):
        super().__init__(running, server, language, scripts, scheme, size)
        self.language, self.server = language, server
        self.bad = []
        self.page.on("response", self.look_at)
        if caller:
            self.sign_in(caller)

    def __exit__(self, kind, *rest):
        super().__exit__(kind, *rest)
        if kind is None:
            assert not self.bad, self.bad

    def look_at(self, response):
        # A copy of a picture that finds no place is asked for again by the page.
        if response.status >= 500 and not (response.status == 503 and "/console/evidence/" in response.url):
            self.bad.append((response.status, response.url))

    def sign_in(self, caller):
        """By the page; a second browser of the same person takes over the first one's cookies, as a code is good once, unless somebody ended
        that session since."""
        if cookies := getattr(caller, "cookies", None):
            self.context.add_cookies(cookies)
            self.go("/console")
            if self.path == "/console":
                return
        self.go("/console/sign-in")
        credentials = caller.credentials()
        for name, text in credentials.items():
            self.page.fill(f"#{name}", text)
        self.page.click("main button.main")
        assert self.path == "/console", (self.path, self.text)
        caller.cookies = self.context.cookies()

    def picture(self, name):
        if PICTURES:
            folder = pathlib.Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            kind = "phone" if self.size == PHONE else "desk"
            self.page.screenshot(path=folder / f"{name}-{self.language}-{self.scheme}-{kind}.png", full_page=True)
