"""A unit's draft whose parts the persons complete on their own phones: from the clerk's link to what is registered."""
import re

import pytest
from console_clerk import Clerk, decide
from console_desk import DESK, Desk
from person_pages import Judge
from personal_page import CHROMIUM, PHONE, Phone, browser
from pictures import card
from playwright.sync_api import sync_playwright
from qr_reading import modules_of, text_of
from shiming_server import BIN, HANDLER, RESPONSIBLE, UNIT, World, card_file, iccid, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
COMPLETED = {"zh": "您的部分已完成", "en": "Your part is complete"}
PERSONAL = [text for person in (HANDLER, RESPONSIBLE) for text in (person["name"], person["documentNumber"], person["contact"])]
LETTERS = {"unit-document": "pdf", "authorisation-letter": "pdf"}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("parts"), settings=("rate-open-requests=100000", "rate-requests=1000000")) as server:
        world = World(server, ["clerk", "reviewer", "other_clerk"])
        world.take_in(card_file(range(40)))
        world.allocate()
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


class Person(Phone):
    """Somebody who is sent the link to his part."""

    def __init__(self, running, server, role, language="zh", scripts=True, scheme="light", keys=False):
        super().__init__(running, server, language, scripts, scheme, keys=keys)
        self.language, self.scheme, self.role = language, scheme, role
        self.key = {"handler": "handler", "responsible-person": "responsiblePerson", "actual-user": "actualUser"}[role]

    picture = Desk.picture
    size = PHONE

    def open_part(self, path):
        self.go(path)
        assert self.path == "/p/part", self.text

    def agree(self, privacy="yes", sensitive="yes"):
        self.go("/p/part/consent")
        self.by.pick(f"input[name=privacy][value={privacy}]")
        self.by.pick(f"input[name=sensitive-data][value={sensitive}]")
        self.next()

    def choose(self, document="resident-id"):
        self.go("/p/part/document")
        self.by.pick(f"input[value={document}]")
        self.by.press("form[action='/p/part/document'] button")

    def photograph(self, seed):
        if self.path != "/p/part/document":
            self.go("/p/part/document")
        front, said = card(seed, "clean", "id-front")
        back, terms = card(seed, "clean", "id-back")
        self.hand(f"{self.role}-id-front", front)
        if self.role != "actual-user":
            self.hand(f"{self.role}-id-back", back)
        return said | terms

    def fill(self, said):
        self.go("/p/part/details")
        self.write(said, who=self.key)
        self.next()

    def all_but_the_last(self, path, seed):
        self.open_part(path)
        self.agree()
        self.choose()
        said = self.photograph(seed)
        self.fill(said)
        assert self.path == "/p/part/review", self.text
        return said


def drafted(world, **content):
    """A draft of the clerk's that names its unit; answers which application it is."""
    asked = {"channel": "agent", "content": {"unit": UNIT, "handler": HANDLER, "responsiblePerson": RESPONSIBLE} | content}
    return world.clerk.must("createRegistration", json=asked).json()["application"]


def issue(world, application, role="handler"):
    return world.clerk.must("issuePartLink", {"application": application}, json={"role": role}).json()


def links(world, application):
    return world.clerk.must("listPartLinks", {"application": application}).json()["items"]


@pytest.mark.parametrize("language, scripts", [("zh", True), ("en", False)], ids=["zh", "en-no-scripts"])
def test_from_the_draft_by_link_to_what_is_registered(world, chromium, language, scripts):
    first = 0 if scripts else 10
    numbers = [iccid(number) for number in range(first, first + 3)]
    with Clerk(chromium, world.server, world.clerk, language=language, size=DESK) as desk:
        desk.begin()
        desk.unit()
        desk.handler()
        desk.step("parts")
        desk.picture("parts-none")
        # The clerk knows the handler's letter; the persons themselves come by their links.
        paths = {}
        for role in ("handler", "responsible-person"):
            desk.page.click(f"form:has(input[value={role}]) button")
            shown = desk.page.inner_text(".slip .code")
            assert shown == text_of(modules_of(desk.page.locator(".slip svg").evaluate("drawn => new XMLSerializer().serializeToString(drawn)"))[1]), shown
            paths[role] = re.search(r"/p/part/[0-9A-Z]{16}$", shown).group()
        desk.picture("parts-link")
        # Fetched again, the answer makes no other link: the one that was sent opens.
        desk.page.reload()
        assert desk.page.locator(".slip").count() == 0 and desk.page.locator("[role=alert]").count() == 1, desk.text
        desk.step("parts")
        assert desk.page.locator(".slip").count() == 0, "the link is seen once"
        for seed, (role, path) in enumerate(paths.items(), 60 + 10 * scripts):
            with Person(chromium, world.server, role, language, scripts) as person:
                person.open_part(path)
                assert UNIT["name"] in person.text and "示例" in person.text
                assert not [text for text in PERSONAL if text in person.page.content()], "what the clerk typed is not shown"
                person.picture(f"part-{role}")
                said = person.all_but_the_last(path, seed)
                person.picture(f"part-review-{role}")
                person.next()
                assert person.path == "/p/part/done" and COMPLETED[language] in person.text, person.text
                person.picture("part-done")
                for page in ("", "/details", "/review", "/consent"):
                    person.go("/p/part" + page)
                    assert person.path == "/p/part/done" and said["name"] not in person.page.content()
                assert not [url for url in person.requested if said["number"] in url]
        desk.step("parts")
        assert desk.page.locator("td:has-text('✓')").count() == 2, desk.text
        desk.picture("parts-completed")
        desk.step("use")
        desk.use()
        desk.cards(numbers)
        desk.papers(world, LETTERS)
        desk.step("")
        assert desk.page.locator(".decide .lacking").count() == 0, desk.text
        desk.picture("draft-with-parts")
        code = re.search(r"SM-\w+", desk.text).group()
        desk.submit()
        assert desk.path.startswith("/console/registrations/"), desk.text
    decide(world, chromium, code, language)
    assert world.answer(first)["standing"] == "registered"


def test_a_photo_is_read_into_the_fields_and_faults_are_told_one_by_one(world, chromium):
    application = drafted(world)
    with Person(chromium, world.server, "responsible-person", "en") as person:
        person.open_part(issue(world, application, "responsible-person")["path"])
        person.agree()
        person.choose()
        said = person.photograph(81)
        person.go("/p/part/document")
        look = person.page.locator("[data-picture] a[target]").first.get_attribute("href")
        assert person.page.request.get(person.address + look).headers["content-type"] == "image/jpeg", "his own photo, marked"
        person.go("/p/part/details")
        assert person.page.input_value("#responsiblePerson-documentNumber") == said["number"]
        person.picture("part-details")
        person.page.fill("#responsiblePerson-documentNumber", said["number"][:-1] + ("1" if said["number"][-1] != "1" else "2"))
        person.page.fill("#responsiblePerson-contact", "")
        person.next()
        assert person.path == "/p/part/details", person.text
        assert person.page.locator(".fault").count() == 2, person.text
        person.picture("part-faults")
        # Nothing typed is lost, and completing is refused with the same things.
        person.go("/p/part/review")
        person.next()
        assert person.page.locator("[role=alert] li").count() == 2, person.text
        assert links(world, application)[0]["standing"] == "open"


def test_nothing_is_taken_without_both_consents_and_taking_one_back_destroys_it(world, chromium):
    application = drafted(world)
    with Person(chromium, world.server, "handler", "en") as person:
        person.open_part(issue(world, application)["path"])
        for page in ("document", "details", "review"):
            person.go(f"/p/part/{page}")
            assert person.path == "/p/part/consent", person.text
        person.agree(sensitive="no")
        assert person.path == "/p/part/consent" and person.page.locator("[role=alert]").count() == 1, person.text
        person.picture("part-consent")
        person.agree()
        person.fill(card(5, "clean", "id-front")[1] | card(5, "clean", "id-back")[1])
        person.go("/p/part/details")
        assert person.page.input_value("#handler-name")
        person.agree(privacy="no")
        person.agree()
        person.go("/p/part/details")
        assert person.page.input_value("#handler-name") == "", "what was filled in before is destroyed"


def test_another_phone_sees_nothing_and_begins_anew(world, chromium):
    path = issue(world, drafted(world))["path"]
    said = card(6, "clean", "id-front")[1] | card(6, "clean", "id-back")[1]
    with Person(chromium, world.server, "handler", "en") as one, Person(chromium, world.server, "handler", "en") as two:
        one.open_part(path)
        one.agree()
        one.fill(said)
        two.open_part(path)
        assert "another phone" in two.text and said["name"] not in two.page.content()
        two.picture("part-elsewhere")
        two.go("/p/part/details")
        assert two.path == "/p/part/consent"
        two.agree()
        two.go("/p/part/details")
        assert two.page.input_value("#handler-name") == ""
        one.go("/p/part/details")
        assert one.path == "/p/part/consent" and said["name"] not in one.page.content()


def test_two_tabs_of_one_person_lose_nothing(world, chromium):
    said = card(7, "clean", "id-front")[1] | card(7, "clean", "id-back")[1]
    with Person(chromium, world.server, "handler", "en") as person:
        person.open_part(issue(world, drafted(world))["path"])
        person.agree()
        person.go("/p/part/details")
        first, second = person.page, person.context.new_page()
        second.goto(person.address + "/p/part/details")
        second.fill("#handler-name", "第二页")
        person.fill(said)
        second.click("main button.main")
        assert "changed" in second.inner_text("[role=alert]") and second.input_value("#handler-name") == "第二页"
        second.click("main button.main")
        first.goto(person.address + "/p/part/details")
        assert first.input_value("#handler-name") == "第二页", "saved knowingly over the other"


def test_the_clerk_who_saves_meanwhile_is_told_and_a_change_after_completion_is_seen(world, chromium):
    application = drafted(world)
    with Clerk(chromium, world.server, world.clerk, language="en") as desk, Person(chromium, world.server, "handler", "en") as person:
        desk.draft = f"/console/drafts/{application}"
        desk.step("handler")
        path = issue(world, application)["path"]
        person.all_but_the_last(path, 62)
        person.next()
        desk.page.fill("#handler-contact", "13500135000")
        desk.page.click("main form button[value=stay]")
        assert "changed" in desk.alert()
        desk.page.click("main form button[value=stay]")
        desk.step("parts")
        assert "Changed by staff since" in desk.text
        desk.picture("parts-changed")
    assert links(world, application)[0]["changedAt"]


@pytest.mark.parametrize("end", ["revoked", "new", "withdrawn"])
def test_a_link_that_is_over_says_so_and_nothing_of_the_draft(world, chromium, end):
    application = drafted(world)
    link = issue(world, application)
    with Person(chromium, world.server, "handler", "en") as person:
        person.open_part(link["path"])
        person.agree()
        if end == "revoked":
            world.clerk.must("revokePartLink", {"partLink": link["id"]})
        elif end == "new":
            issue(world, application)
        else:
            version = world.clerk.must("readApplication", {"application": application}).headers["ETag"]
            world.clerk.must("withdrawApplication", {"application": application}, version=version)
        for path in ("/p/part", "/p/part/details", link["path"]):
            assert person.go(path).status == 404
            assert "does not open" in person.page.inner_text("h1") and UNIT["name"] not in person.page.content()
        person.picture(f"part-{end}")


def test_an_unknown_link_is_not_told_from_a_closed_one_and_guessing_is_slowed(world, chromium, tmp_path):
    with serving(tmp_path, settings=("rate-open-requests=10",)) as server, Person(chromium, server, "handler", "en") as person:
        told = {person.go(f"/p/part/{number:016d}").status for number in range(30)}
        assert told == {404, 429}


def test_whoever_works_at_the_console_completes_nobodys_part(world, chromium):
    path = issue(world, drafted(world))["path"]
    with Desk(chromium, world.server, world.clerk, language="en") as desk:
        assert desk.go(path).status == 403
        assert "own phone" in desk.text


def test_what_other_agents_have_is_not_theirs(world):
    application = drafted(world)
    link = issue(world, application)
    for operation, path, body in (("issuePartLink", {"application": application}, {"role": "handler"}),
                                  ("listPartLinks", {"application": application}, None), ("revokePartLink", {"partLink": link["id"]}, None)):
        assert world.other_clerk.ask(operation, path, json=body).status_code == 404
    assert links(world, application)[0]["standing"] == "open"


@pytest.mark.parametrize("language, scheme", [("zh", "light"), ("en", "dark")])
def test_every_page_of_a_part_can_be_used_by_everybody(world, chromium, language, scheme):
    """By keys alone, too."""
    path, judging = issue(world, drafted(world))["path"], Judge("part", language)
    with Person(chromium, world.server, "handler", language, scheme=scheme, keys=True) as person:
        def judge(name):
            judging(person, name)
            person.picture(f"axe-{name}")

        person.go("/p/part/0000000000000000")
        judge("unknown")
        person.open_part(path)
        judge("overview")
        person.go("/p/part/consent?errors=1")
        judge("consent")
        person.agree()
        person.choose()
        judge("document")
        person.go("/p/part/details?errors=1")
        judge("details")
        person.go("/p/part/review?errors=1")
        judge("review")
        person.photograph(63)
        person.fill(card(63, "clean", "id-front")[1] | card(63, "clean", "id-back")[1])
        person.next()
        judge("done")
    judging.done()


def test_the_language_is_chosen_on_the_page_and_leaving_closes_it(world, chromium):
    with Person(chromium, world.server, "handler", "zh") as person:
        person.open_part(issue(world, drafted(world))["path"])
        person.page.click("button[value=en]")
        assert person.path == "/p/part" and "Your part" in person.page.inner_text("h1")
        person.page.click("form[action='/p/part/leave'] button")
        assert "closed" in person.page.inner_text("h1")
