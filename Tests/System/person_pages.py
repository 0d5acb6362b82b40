"""Every page a person may come to: by its address, its templates, and the panel that says how things stand; and which walk judges it.

What there is comes from the sources, so that a page nobody judges is found by test_person_pages.py.
"""

import functools
import json
import re
import urllib.parse

from accessibility import out_of_keys, shut_out, shut_out_in_any_look, weight
from shiming_server import ROOT

SOURCES = ROOT / "Sources/PersonalPages"
WEIGHT_MAX = 200_000
#: What only a page with this template in it has.
TEMPLATES = {
    "ask": "form[action='/p/status'] #code", "capture": "form[action='/p/capture']", "consent": "form[action$='/consent']",
    "contact": "footer a[rel=noreferrer]", "declined": "main > h1:first-child + p.lead:last-child",
    "deletion": "main > h1:first-child + p.lead + p:last-child > a.button[href='/p/mine']", "details": "form[data-typed]",
    "document": "form[action$='/document'] #type", "errors": "[role=alert][data-focus] > h2", "face": "[data-face]", "full": "#quota",
    "glance": "section.glance > h2", "layout": ".skip", "mine": "form[action='/p/mine/proof']", "overview": "main dl.needs",
    "own": "a[href='/p/mine/copy']", "part-done": "h1[data-forget] + .panel:has(h2) + p:last-child", "part-overview": "main ul.needs",
    "part-review": "form[action='/p/part/review']", "picture": "[data-picture]", "pictures": "p.lead ~ .tips ~ [data-picture]",
    "problem": "main > h1 + .panel.bad > p > b", "quota": "dl.needs ~ details", "release": "form[action='/p/release']",
    "reuse": "form[action='/p/reuse']", "review": "form[action='/p/review']", "rule-links": "a.rule[href^='/p/rules#']",
    "rules": "main dl.rules", "start": "#claim-code", "status": "main .stages", "taken": "form[action='/p/taken']", "transfer": "svg.qr", "withdraw": "form[action='/p/withdraw']",
    "withdrawn": "h1[data-forget] + .panel:not(:has(h2))",
}
#: The headings of panels that are no words of a template.
OF_THE_CARD = {f"overview.{name}" for name in ("registered", "underApplication", "closed", "handedIn", "effective", "ended")}
#: What no walk judges, and why.
EXCUSED = {
    "/p/mine/copy": "a file", "/p/part/pictures/{slot}": "a picture",
    "stage.submitted": "no case stands there between two requests: it is checked or in review",
}
#: What each walk has to come to, in each language.
WALKS = {
    "case": """/p /p/start /p/status /p/rules /p/{code} /p/consent /p/document /p/details /p/guardian /p/proxy /p/photo /p/face /p/review
        /p/withdraw /p/release
        layout ask consent contact details document errors face glance overview picture pictures problem release review
        rule-links rules start status withdraw
        start.hintTitle common.errorTitle overview.legalTitle overview.hallTitle overview.sentBack overview.handedIn overview.ended
        stage.begun stage.in-review stage.to-be-mended stage.awaiting-carrier stage.refused""",
    "keys": "/p/status/{code} withdrawn stage.withdrawn",
    "own": "/p/mine mine own deletion transfer mine.waiting mine.notProved mine.correctionTitle overview.effective stage.effective",
    "another's": "overview.registered",
    "given": "transfer.toYou transfer.kept overview.closed stage.awaiting-transfer stage.released",
    "declined": "declined",
    "capture": "/p/capture capture capture.goTitle",
    "taken": "/p/taken taken taken.told overview.underApplication",
    "reuse": "reuse reuse.title",
    "full": "full quota overview.quotaFull mine.over",
    "machine": "status stage.checking",
    "part": """/p/part /p/part/consent /p/part/document /p/part/details /p/part/review /p/part/done /p/part/{code}
        part-overview part-review part-done part.doneHeading""",
}


@functools.cache
def words(tag):
    """All words of the pages in the language of a page."""
    return json.loads((SOURCES / f"Words/{tag[:2]}.json").read_text())


@functools.cache
def routes():
    """The addresses that are opened, from where they are registered."""
    found = re.findall(r'page\(router, \.get, "([^"]+)"', (SOURCES / "Serving/PersonalPages.swift").read_text())
    # Of several that would do, the one that says most: a code stands for anything.
    return sorted(found, key=lambda route: "{" in route)


@functools.cache
def panels():
    """The words with which a panel says how things stand."""
    templates = "".join(path.read_text() for path in (SOURCES / "Templates").glob("*.mustache"))
    named = re.findall(r'class="panel\b[^<]*>(?:<input[^<]*>)?\s*<h[23]>(?:<span[^<]*</span> )?\{\{w\.([\w.-]+)\}\}', templates)
    return {*named, *OF_THE_CARD, *(name for name in words("en") if re.fullmatch(r"stage\.[a-z-]+", name))}


def everything():
    return {*routes(), *TEMPLATES, *panels()}


def shown(page):
    """What of all of this the page as it stands shows."""
    path = urllib.parse.urlsplit(page.url).path
    route = next((route for route in routes() if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", route), path)), None)
    selectors, headings, tag = page.evaluate(
        """selectors => [
            Object.keys(selectors).filter(name => document.querySelector(selectors[name])),
            [...document.querySelectorAll("main .panel :is(h2, h3)")].map(heading => heading.textContent),
            document.documentElement.lang]""", TEMPLATES)
    told = {re.sub(r"^[✓✕●!]\s*", "", heading.strip()) for heading in headings}
    said = {name for name in panels() if words(tag)[name] in told}
    # "Handed in" is said of a card and of a case.
    other = "overview." if "status" in selectors else "stage."
    said = {name for name in said if not name.startswith(other)}
    return {*selectors, *said} | ({route} if route else set())


class Judge:
    """Judges the pages of a walk as they stand, and the walk: that it came to all it is there for."""

    def __init__(self, walk, language):
        # Keys lead to the same in every language.
        self.walk, self.by_keys = walk, language == "zh"
        self.seen, self.found = set(), []

    def __call__(self, phone, name="", sizes=()):
        """The page on each of these sizes, light and dark, or without them as it is shown."""
        name = name or phone.path
        self.seen |= shown(phone.page)
        if not 5_000 < (loaded := weight(phone.page)) < WEIGHT_MAX:
            self.found.append((name, f"{loaded} bytes"))
        self.found += shut_out_in_any_look(phone, name, sizes) if sizes else shut_out(phone.page, name)
        if self.by_keys:
            self.found += out_of_keys(phone.page, name)

    def done(self):
        assert not self.found, self.found
        missing = {*WALKS[self.walk].split()} - self.seen
        assert not missing, f"{self.walk} did not come to {missing}"
