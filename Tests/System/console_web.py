"""The console without a browser: one member of staff, request by request."""
import re
import urllib.parse

import requests


class Web:
    """Signed in by the page; `form` sends one with its token, `token=False` without."""

    def __init__(self, world, caller=None, language="en"):
        self.address = world.server.address
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["Accept-Language"] = language
        if caller:
            self.sign_in(caller)

    def sign_in(self, caller):
        """By the page; a second one of the same person, also a browser, takes over the first one's cookies, as a code is good once."""
        for cookie in getattr(caller, "cookies", []):
            self.session.cookies.set(cookie["name"], cookie["value"], path=cookie["path"])
        if not self.session.cookies:
            answer = self.form("/console/sign-in", **caller.credentials())
            assert answer.url.endswith("/console"), answer.text[:2_000]
            caller.cookies = [{"name": cookie.name, "value": cookie.value, "domain": urllib.parse.urlsplit(self.address).hostname, "path": cookie.path}
                              for cookie in self.session.cookies]

    def get(self, path, **named):
        return self.session.get(self.address + path, timeout=60, **named)

    def token(self):
        page = self.get("/console")
        return re.search(r'name="form" value="([^"]+)"', page.text).group(1)

    def form(self, path, token=True, follow=True, **fields):
        fields = ({"form": self.token()} if token else {}) | fields
        return self.session.post(self.address + path, data=fields, timeout=60, allow_redirects=follow)

    def upload(self, content, name="cards.csv", token=True, **fields):
        """A file in the way the page sends it: the fields, then the file."""
        parts = [("form", (None, self.token() if token else ""))] + [(key, (None, value)) for key, value in fields.items()]
        return self.session.post(self.address + "/console/intakes", files=[*parts, ("file", (name, content, "text/csv"))], timeout=120)

    def events(self, path, **named):
        """A stream of server-sent events, still open."""
        return self.session.get(self.address + path, headers={"Accept": "text/event-stream"}, stream=True, timeout=60, **named)


def pieces(answer):
    """What a stream says, event by event."""
    data = []
    for line in answer.iter_lines(decode_unicode=True):
        if line.startswith("data: "):
            data.append(line.removeprefix("data: "))
        elif not line and data:
            yield "\n".join(data)
            data = []
