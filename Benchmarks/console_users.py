"""Members of staff at the console: each signs in by the page's own form, keeps its cookies and one connection, and opens pages of its role and
sends the forms on them.

An answer other than the page that was asked for ends the run: a figure over refusals is none.
"""
import asyncio
import collections
import random
import re
import time
import urllib.parse

import console_writes
import shiming_server

#: Seconds between a page and the next request, evenly spread: people read.
THINKING = (2.0, 8.0)
LINKS = {
    "card": r'href="(/console/cards/card_[^"?#]+)"', "case": r'href="(/console/applications/[^"?#/]+)"',
    "registration": r'href="(/console/registrations/[^"?#/]+)"', "unit": r'href="(/console/units/[^"?#/]+)"',
    "next": r'href="([^"]+)" rel="next"'}
#: Role, its part of the users, and how often it opens or sends what. Of a list it opens one line the next time; a form that stands on no page it
#: has opened is looked for first (`console_writes.KINDS`).
ROLES = (
    ("agent-clerk", 0.50, {"number searched": 5, "cards": 3, "cards, filtered": 3, "cards, filtered to nothing": 0.5, "cards, next page": 3,
                           "card": 3, "overview": 1, "registrations": 2, "registration": 2, "units": 1, "unit": 2, "draft": 8, "command": 3,
                           "export": 0.2}),
    ("agent-manager", 0.10, {"overview": 3, "cards, filtered": 3, "cards, next page": 2, "card": 2, "figures": 1, "registrations": 2, "units": 2,
                             "unit": 2, "draft": 3, "command": 2, "export": 0.5}),
    ("reviewer", 0.25, {"queue": 3, "next case": 2, "case": 5, "overview": 1, "number searched": 1, "registration": 1, "registrations": 1,
                        "decide": 6, "reveal": 1}),
    ("administrator", 0.05, {"overview": 3, "figures": 2, "cards": 2, "cards, filtered to nothing": 0.5, "cards, next page": 2, "card": 2, "units": 1,
                             "export": 0.5}),
    ("auditor", 0.10, {"trail": 5, "overview": 1, "number searched": 2, "card": 1, "registrations": 1, "export": 0.5}),
)
PATHS = {
    "overview": "/console", "cards": "/console/cards", "queue": "/console/review", "registrations": "/console/registrations",
    "units": "/console/units", "trail": "/console/trail", "figures": "/console/figures", "drafts": "/console/drafts"}
#: The form for an export, by the list one comes from.
EXPORTS = {"auditor": "/console/exports/new?kind=trail"}
CARDS_EXPORT = "/console/exports/new?kind=cards&batch=bench-0&registered=yes"
#: The list a line is of.
LISTS = {"card": "cards", "case": "queue", "registration": "registrations", "unit": "units", "next": "cards"}
#: A card of a list.
LISTED = "/console/cards/card_"
FILTERS = ("registered=yes", "registered=no", "province=31", "province=32&registered=no", "batch=bench-0&registered=yes",
           "product=BENCH-30M&province=31", "registered=yes&column=holder&column=imsi")
#: No card is of this province, and nothing but reading them all tells.
NOTHING = "province=46"


class Refused(RuntimeError):
    """No page, or one that says what was wrong."""

    def __init__(self, said: str, status: int, page: str):
        super().__init__(f"{said}: {status}\n{page[:3_000]}")
        self.status, self.page = status, page


class Times(collections.defaultdict):
    """Milliseconds of every kind of page."""

    def __init__(self):
        super().__init__(list)


class Connection:
    """HTTP/1.1 on one connection, as a browser keeps it."""

    def __init__(self, url: str):
        place = urllib.parse.urlsplit(url)
        self.host, self.port, self.reader, self.writer = place.hostname, place.port, None, None

    async def ask(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> tuple[int, list[tuple[str, str]], bytes]:
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}", *(f"{name}: {value}" for name, value in headers.items())]
        if method == "POST":
            lines.append(f"Content-Length: {len(body)}")
        self.writer.write(("\r\n".join(lines) + "\r\n\r\n").encode() + body)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        came = [(name.lower(), value) for name, value in (line.split(": ", 1) for line in head[1:] if line)]
        known = dict(came)
        if known.get("transfer-encoding") == "chunked":
            content = await self.chunks()
        else:
            content = await self.reader.readexactly(int(known.get("content-length", 0)))
        if known.get("connection") == "close":
            self.close()
        return int(head[0].split(" ")[1]), came, content

    async def chunks(self) -> bytes:
        parts = []
        while size := int((await self.reader.readline()).split(b";")[0], 16):
            parts.append(await self.reader.readexactly(size))
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)
        return b"".join(parts)

    def close(self) -> None:
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None


class User:
    """One member of staff. `cookies` outlive the server's restart, as those of a browser."""

    def __init__(self, role: str, habits: dict[str, float], credentials: dict[str, str], secret: str | None, office: console_writes.Office, seed: int):
        self.role, self.habits, self.credentials, self.secret, self.office = role, habits, credentials, secret, office
        self.chance, self.cookies, self.token, self.seen = random.Random(f"{seed} {credentials['login']}"), {}, "", collections.defaultdict(list)
        #: Forms on pages opened before that are still to be sent, by their kind.
        self.forms: dict[str, list[console_writes.Form]] = {}
        self.connection = None

    def arrive(self, url: str) -> None:
        """At a server, which may listen at another port than the one before. What was open there is not gone on with."""
        self.connection, self.forms = Connection(url), {}

    async def sign_in(self) -> None:
        """By the form on the page, with its token and, where the role needs one, the code of the second factor."""
        page = await self.request("GET", "/console/sign-in")
        self.read_token(page)
        fields = self.credentials | ({"code": shiming_server.totp(self.secret)} if self.secret else {})
        page = await self.request("POST", "/console/sign-in", fields)
        if "shiming-staff" not in self.cookies:
            raise RuntimeError(f"{self.role} is not let in:\n{page[:3_000]}")
        self.read_token(page)

    def read_token(self, page: str) -> None:
        self.token = re.search(r'name="form" value="([^"]+)"', page)[1]

    async def request(self, method: str, path: str, fields: dict[str, str] | None = None) -> str:
        """A page, by whatever leads to it."""
        body = urllib.parse.urlencode({"form": self.token} | (fields or {})).encode() if method == "POST" else b""
        for _ in range(3):
            headers = {
                "Accept": "text/html", "Accept-Language": "zh-CN", "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            if method == "POST":
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            status, came, content = await self.connection.ask(method, path, headers, body)
            for name, value in came:
                if name == "set-cookie":
                    cookie, _, text = value.split(";")[0].partition("=")
                    self.cookies[cookie] = text
            if status != 303:
                break
            method, path, body = "GET", dict(came)["location"], b""
        if status != 200 or (path.startswith("/console/sign-in") and self.token and "shiming-staff" in self.cookies):
            raise Refused(f"{self.role}, {method} {path}", status, content.decode(errors="replace"))
        return content.decode()

    async def open(self, kind: str) -> tuple[str, float]:
        """One page of a kind, or the list first that leads to it; a form is sent, or the page opened first on which it stands. What it was, and its
        milliseconds."""
        form = console_writes.KINDS.get(kind)
        if form and kind in self.forms:
            return await self.send(form.fill(self.forms.pop(kind), self.office, self.chance))
        sought, kind = (kind, form.page) if form else (None, kind)
        method, path, fields = "GET", PATHS.get(kind), None
        if kind == "number searched":
            method, path, fields = "POST", "/console/search", {"numbers": self.chance.choice(self.office.numbers)}
        elif kind == "next case":
            method, path, fields = "POST", "/console/review/next", {"state": "submitted"}
        elif kind == "cards, filtered":
            path = "/console/cards?" + self.chance.choice(FILTERS)
        elif kind == "cards, filtered to nothing":
            path = "/console/cards?" + NOTHING
        elif kind == "export form":
            path = EXPORTS.get(self.role, CARDS_EXPORT)
        elif path is None:
            line = "next" if kind == "cards, next page" else kind
            if not self.seen[line]:
                kind = LISTS[line]
                path = PATHS[kind]
            else:
                path = self.chance.choice(self.seen[line])
        began = time.perf_counter()
        page = await self.request(method, path, fields)
        took = (time.perf_counter() - began) * 1_000
        self.judge(kind, fields, page)
        self.look_over(kind, page)
        if sought and sought not in self.forms:
            raise RuntimeError(f"{self.role}: the page of {kind} has no form to {sought}:\n{page[:6_000]}")
        return kind, took

    async def send(self, sent: console_writes.Sent) -> tuple[str, float]:
        """A form, and the page that follows; or the same page again where somebody else was faster."""
        name, began = sent.name, time.perf_counter()
        try:
            page = await self.request("POST", sent.form.action, sent.fields)
        except Refused as refused:
            if not sent.is_lost(refused.status, refused.page):
                raise
            name, page = console_writes.LOST, refused.page
            # Whoever lost one begins anew: what else was open may be of the same case.
            self.forms.clear()
        took = (time.perf_counter() - began) * 1_000
        if name != console_writes.LOST and sent.wanted not in page:
            raise RuntimeError(f"{self.role}: the page after {name} lacks {sent.wanted}:\n{page[:6_000]}")
        self.look_over(name, page)
        return name, took

    def look_over(self, kind: str, page: str) -> None:
        """Keeps in mind where the page leads and which forms it has."""
        for name, form in console_writes.KINDS.items():
            if name in self.habits and kind in form.stands_on and (found := console_writes.forms(page, form.action)):
                self.forms[name] = found
        for line, pattern in LINKS.items():
            if (line == "next") == kind.startswith("cards") and (found := re.findall(pattern, page)):
                # A next page's next page is of the same filters: whoever turns pages goes deep.
                self.seen[line] = [place.replace("&amp;", "&") for place in found]
        if kind.startswith("cards") and (found := re.findall(LINKS["card"], page)):
            self.seen["card"] = found

    def judge(self, kind: str, fields: dict[str, str] | None, page: str) -> None:
        """Whether it is the page that was asked for, with something on it."""
        wanted = {"number searched": (fields or {}).get("numbers"), "next case": '/decision"', "cards": LISTED, "cards, filtered": LISTED,
                  "cards, next page": LISTED, "queue": "/console/applications/", "registrations": "/console/registrations/",
                  "units": "/console/units/", "trail": "/console/trail/"}.get(kind, "<h1")
        if wanted not in page:
            raise RuntimeError(f"{self.role}: the page of {kind} lacks {wanted}:\n{page[:6_000]}")

    async def work(self, times: Times, begin: float, end: float, thinks: bool) -> None:
        """Opens pages until the end; counted from `begin` on."""
        kinds, weights = list(self.habits), list(self.habits.values())
        if thinks:
            await asyncio.sleep(self.chance.uniform(0, THINKING[1]))
        while time.monotonic() < end:
            kind, took = await self.open(self.chance.choices(kinds, weights)[0])
            if time.monotonic() >= begin:
                times[kind].append(took)
            if thinks:
                await asyncio.sleep(self.chance.uniform(*THINKING))
        self.connection.close()


class Program:
    """A program with an API key that asks who answers for a card."""

    def __init__(self, url: str, key: str, numbers: list[str], seed: int):
        self.connection, self.key, self.numbers, self.chance = Connection(url), key, numbers, random.Random(seed)

    async def work(self, times: Times, begin: float, end: float, pause: float) -> None:
        headers = {"Authorization": "Bearer " + self.key, "Content-Type": "application/json"}
        while time.monotonic() < end:
            body = f'{{"iccid":"{self.chance.choice(self.numbers)}"}}'.encode()
            began = time.perf_counter()
            status, _, content = await self.connection.ask("POST", "/v1/answers", headers, body)
            took = (time.perf_counter() - began) * 1_000
            if status != 200:
                raise RuntimeError(f"POST /v1/answers: {status} {content[:1_000]}")
            if time.monotonic() >= begin:
                times["answer"].append(took)
            await asyncio.sleep(pause)
        self.connection.close()
