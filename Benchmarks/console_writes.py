"""What members of staff send by the console's own forms: each as it stands on a page opened before, its token and version in it, with what a
person types or chooses.

Where somebody else was faster (a case another holds by now, a card another stopped) the page is shown again without the form: a write that was
lost, and counted as that. Every other refusal ends the run.
"""
import dataclasses
import html
import random
import re
import typing

import customers
import numbers_for_check

#: What is sent back of what is decided.
SENT_BACK = 0.15
NOTE, EXPORT_REASON = "请重新上传清晰的扫描件。", "季度对账"
#: Of what a card's page offers, what can be taken back or leads on; nobody cancels a card to measure it.
COMMANDS = ("prepare", "activate", "stop", "resume")
#: A write that somebody else made pointless.
LOST = "writes somebody else was faster with"


@dataclasses.dataclass(frozen=True)
class Office:
    """What staff know of: numbers of registered cards, of cards nobody answers for, and what a registration says."""
    numbers: list[str]
    free: list[str]
    said: dict


@dataclasses.dataclass(frozen=True)
class Form:
    """As it stands on a page: where it is sent, its hidden fields, and its HTML with the choices."""
    action: str
    hidden: dict[str, str]
    text: str


@dataclasses.dataclass(frozen=True)
class Sent:
    """A form filled in. `wanted` stands on the page that follows. `again` and `gone`: what stands on the page shown again, and what no longer
    does, where somebody else was faster; nothing where nobody can be."""
    name: str
    form: Form
    typed: dict[str, str]
    wanted: str
    again: str | None = None
    gone: str | None = None

    @property
    def fields(self) -> dict[str, str]:
        return self.form.hidden | self.typed

    def is_lost(self, status: int, page: str) -> bool:
        """Conflict or stale, and the page says so by what it no longer offers."""
        return self.again is not None and status in (409, 412) and self.again in page and self.gone not in page


@dataclasses.dataclass(frozen=True)
class Write:
    """A kind of write: the address its form is sent to, the page one opens for it, the kinds of page on which it is found, what is typed."""
    action: str
    page: str
    stands_on: tuple[str, ...]
    fill: typing.Callable[[list[Form], Office, random.Random], Sent]


def forms(page: str, action: str) -> list[Form]:
    """Those of a page that are sent to `action`, a pattern."""
    return [
        Form(where, {name: html.unescape(value) for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', text)}, text)
        for where, text in re.findall(rf'<form method="post" action="({action})"[^>]*>(.*?)</form>', page, re.DOTALL)]


# ---------------------------------------------------------------- what is typed

def decide(found: list[Form], _: Office, chance: random.Random) -> Sent:
    form = found[0]
    if chance.random() < SENT_BACK:
        reasons = re.findall(r'<option value="(send-back [^"]+)"', form.text)
        # Those said most stand first, each with its key.
        typed = {"verdict": "send-back", "reason": html.unescape(chance.choice(reasons[:6])), "note": NOTE}
    else:
        typed = {"verdict": "approve", "reason": "", "note": ""}
    # The next case follows at once.
    return Sent("case decided", form, typed | {"remark": ""}, '/decision"', 'class="sides"', '/decision"')


def reveal(found: list[Form], _: Office, __: random.Random) -> Sent:
    form = found[0]
    purpose = re.search(r'name="purpose" value="([^"]+)"', form.text)[1]
    return Sent("case revealed", form, {"purpose": html.unescape(purpose)}, '/decision"')


def draft(found: list[Form], office: Office, chance: random.Random) -> Sent:
    """Begun, then step by step as the pages lead, up to the cards; papers are not handed in."""
    form = found[0]
    place, step = form.action.rsplit("/", 1)
    if step == "drafts":
        return Sent("draft begun", form, {"channel": re.search(r'<option value="([^"]+)"', form.text)[1]}, 'name="unit-name"')
    if step == "cards":
        return Sent("draft cards chosen", form, {"numbers": chance.choice(office.free)}, f'class="button main" href="{place}/evidence"')
    return Sent("draft step saved", form, step_text(step, customer(office, chance)) | {"act": "next"}, f'href="{place}"')


def command(found: list[Form], _: Office, chance: random.Random) -> Sent:
    form = chance.choice([form for form in found if form.hidden["command"] in COMMANDS])
    reason = re.search(r'<option value="([^"]+)"', form.text)
    return Sent(
        "card's service changed", form, {"reason": reason[1]} if reason else {}, 'class="axes"', 'class="axes"',
        f'name="command" value="{form.hidden["command"]}"')


def ask_for_export(found: list[Form], _: Office, __: random.Random) -> Sent:
    form = found[0]
    ticks = dict(re.findall(r'<input type="checkbox" name="([^"]+)" value="([^"]+)" checked>', form.text))
    return Sent("export asked for", form, ticks | {"reason": EXPORT_REASON}, "EX-")


def customer(office: Office, chance: random.Random) -> dict:
    """An invented one, as a registration says it."""
    unit = [customers.unit(chance, chance.randrange(10**6)), numbers_for_check.credit_code(chance)]
    return customers.content(office.said, "\t".join(["", *unit, *customers.person(chance), *customers.person(chance)]))


def step_text(step: str, said: dict) -> dict[str, str]:
    """The fields of a step of a draft."""
    if step == "unit":
        return party("unit", said["unit"])
    if step == "responsible":
        return party("responsiblePerson", said["responsiblePerson"])
    if step == "handler":
        return party("handler", said["handler"]) | {f"authorisation-{name}": text for name, text in said["authorisation"].items()} | {
            "noticeAccepted": "yes"}
    words = {True: "yes", False: "no"}
    return {"usingDepartment": said["usingDepartment"]} | {
        f"use-{name}": words[value] if isinstance(value, bool) else str(value) for name, value in said["use"].items()}


def party(key: str, facts: dict[str, str]) -> dict[str, str]:
    return {f"{key}-longTerm" if text == "long-term" else f"{key}-{name}": "yes" if text == "long-term" else text for name, text in facts.items()}


#: By the name under which it stands among somebody's habits.
KINDS = {
    "decide": Write(r'/console/applications/[^"/]+/decision', "next case", ("next case", "case decided", "case revealed"), decide),
    "reveal": Write(r'/console/applications/[^"/]+/reveal', "next case", ("next case", "case decided"), reveal),
    # Once its cards are chosen, a draft waits for its papers, and another is begun.
    "draft": Write(
        r'/console/drafts(?:/[^"/]+/(?:unit|handler|responsible|use|cards))?', "drafts", ("drafts", "draft begun", "draft step saved"), draft),
    "command": Write(
        r'/console/cards/[^"/]+/commands', "number searched", ("number searched", "card", "card's service changed"), command),
    "export": Write(r"/console/exports", "export form", ("export form",), ask_for_export),
}
#: Kinds of page that change something: a case that is taken is held, and that is on the trail.
WRITES = ("next case", "case decided", "case revealed", "draft begun", "draft step saved", "draft cards chosen", "card's service changed",
          "export asked for")
