"""One browser of one member of staff at the console."""
import os
import pathlib

from personal_page import PHONE, Phone

DESK = {"width": 1440, "height": 900}
#: Where pictures of the pages are kept, for whoever wants to look at them.
PICTURES = os.environ.get("SHIMING_PICTURES")


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
