"""A watch's card from the QR code in its box to "in effect", in one browser on one phone: the camera of the page takes every picture, machines
or people decide, and the page tells each stage. Screenshots of every page lie in the test's own folder."""

import re
import time
import urllib.parse

import pytest
import test_cli
from person_pages import Judge
from personal_page import CHROMIUM, SETTINGS, WATCH, Camera, Phone, browser
from persons import AREA, BY_MACHINE, UNLIMITED
from pictures import feed, hand_held
from playwright.sync_api import sync_playwright
from qr_reading import photographed
from sandbox_program import KEY
from shiming_server import BIN, World, card_file, iccid, serving
from test_reading import read
from test_verification_sandbox import Sandbox, told

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
BATCH = "W-2026-12"
CONTACT = "138 0013 8000"
CARDS = 6
TAGS = {"zh": "zh-Hans", "en": "en"}
PAGES = {
    "zh": {"/p": "您的卡", "/p/consent": "阅读告知并同意", "/p/document": "证件照片", "/p/details": "身份信息", "/p/photo": "手持证件照片",
           "/p/face": "人脸识别", "/p/review": "核对并提交", "/p/status": "办理进度"},
    "en": {"/p": "Your card", "/p/consent": "Notices and consent", "/p/document": "Your document", "/p/details": "Your details",
           "/p/photo": "Photo with the document", "/p/face": "Face recognition", "/p/review": "Check and hand in", "/p/status": "Where it stands"},
}
STAGES = {
    "zh": {"checking": "系统核验中", "in-review": "人工审核中", "awaiting-carrier": "等待运营商受理", "effective": "已生效"},
    "en": {"checking": "Being checked", "in-review": "In review", "awaiting-carrier": "Waiting for the carrier", "effective": "In effect"},
}
READ = {"zh": "由照片识别，请核对", "en": "Read from your photo, please check"}
BLURRED = {"zh": "模糊", "en": "blurred"}
HAN = re.compile(r"[\u4e00-\u9fff]")


class Shop(World):
    """Whoever sold the watch: its clerk works at a terminal."""

    def __init__(self, server, folder):
        super().__init__(server, ["reviewer"])
        self.folder = folder
        self.administrator.must("createProduct", json={"code": "watch", "terms": WATCH})
        done = self.take_in(card_file(range(CARDS)), product="watch", batch=BATCH)
        assert (done["state"], done["counts"]["failed"]) == ("done", 0), done
        self.allocate(batch=BATCH)
        self.administrator.must(
            "setVerificationPolicy", {"organisation": self.company}, json={"policy": BY_MACHINE, "after": 0})
        made = self.administrator.must("createAccount", json={"organisation": self.agent, "roles": ["agent-clerk"]}).json()
        self.terminal = test_cli.Person(server, folder / "terminal").enrol(made["enrolment"]["token"], "clerk.at.terminal")
        self.unsold = iter(range(CARDS))

    def sell(self):
        """The next card's number, and the drawing of its QR code."""
        number = next(self.unsold)
        folder = self.folder / f"codes-{number}"
        self.terminal.run(
            "entrance", "issue", "--card", iccid(number), "--device-type", "儿童手表", "--qr", str(folder), "--public-url", self.server.address)
        return number, folder / f"{iccid(number)}.svg"

    def case(self, state):
        """The one application in a state, with the version to decide by."""
        found, = self.reviewer.pages("listApplications", query={"state": state})
        version = self.reviewer.must("readApplication", {"application": found["id"]}).headers["ETag"]
        return {"application": found["id"], "version": version}


class Walker(Phone):
    """Goes where the page leads, and keeps a picture of every page."""

    def __init__(self, running, server, language, folder):
        super().__init__(running, server, language)
        self.language, self.folder, self.kept = language, folder, 0

    def see(self, path, what=""):
        """The page that must be there now, in the reader's language."""
        self.page.wait_for_url(self.address + path)
        assert self.page.get_attribute("html", "lang") == TAGS[self.language]
        heading = self.page.inner_text("main h1")
        assert heading == PAGES[self.language][path], heading
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the phone"
        self.look(what or path.strip("/").replace("/", "-"))

    def look(self, what):
        self.kept += 1
        self.page.screenshot(path=self.folder / f"{self.language}-{self.kept:02}-{what}.png", full_page=True)

    def decide(self, face):
        self.see("/p")
        self.next()
        self.see("/p/consent")
        self.page.check("input[name=under-14][value=no]")
        for kind, answer in (("privacy", True), ("sensitive-data", True), ("face", face)):
            self.page.check(f"input[name={kind}][value={'yes' if answer else 'no'}]")
        self.next()
        self.see("/p/document", "which-document")
        self.page.check("input[value=resident-id]")
        self.page.click("form[action='/p/document'] button")
        self.page.wait_for_selector("#holder-id-front")

    def go_on(self):
        """Past the pictures, whose buttons come and go."""
        self.page.click("main > p > a.main")

    def shoot(self, slot, button="open"):
        """A photo by the camera of the page; whether it may do is said afterwards."""
        self.open_camera(slot, button)
        self.look(f"{slot}-live")
        self.page.click(f"#{slot} [data-shoot]")

    def shoot_well(self, slot, button="open"):
        self.shoot(slot, button)
        self.page.wait_for_selector(f"#{slot} .state.done")

    def refused_as_blurred(self, slot):
        panel = f"#{slot} [data-faults]"
        self.page.wait_for_selector(f"{panel}:not([hidden])")
        said = self.page.inner_text(panel)
        assert BLURRED[self.language] in said and bool(HAN.search(said)) == (self.language == "zh"), said
        assert self.page.locator(f"#{slot} .state.todo").count() == 1
        self.look(f"{slot}-blurred")

    def confirm(self, said):
        """What was read stands in the form, and is compared; only the telephone is typed."""
        self.see("/p/details")
        for field, value in (("name", said["name"]), ("documentNumber", said["number"]), ("address", said["address"]),
                             ("validFrom", said["validFrom"]), ("validUntil", said["validUntil"] or "")):
            assert self.page.input_value(f"#holder-{field}") == value, field
        assert self.page.is_checked("input[name=holder-longTerm]") == (said["validUntil"] is None)
        assert READ[self.language] in self.text
        self.page.fill("#holder-contact", CONTACT)
        self.next()

    def hand_in_from_review(self):
        self.see("/p/review")
        self.page.check("input[name=notice]")
        self.next()
        self.page.wait_for_url(self.address + "/p/status")

    def demand_addresses_name_nobody(self, said):
        """Nothing of the person stands in an address that the browser asked for, on the way from the code to the effect."""
        asked = urllib.parse.unquote_plus(" ".join(self.requested))
        assert "/p/status" in asked
        secrets = (said["name"], said["number"], said["address"], CONTACT, CONTACT.replace(" ", ""))
        assert not [secret for secret in secrets if secret in asked]

    def told(self, stage, seconds=240):
        """Looks again until the page says the stage."""
        words, until = STAGES[self.language][stage], time.monotonic() + seconds
        while words not in self.page.inner_text("main .panel h2 >> nth=0") and time.monotonic() < until:
            self.page.wait_for_timeout(250)
            with self.page.expect_navigation():
                self.page.click("main a.button[href='/p/status']")
        self.see("/p/status", f"status-{stage}")
        shown = self.page.inner_text("main .panel h2 >> nth=0")
        assert words in shown, shown
        for other in set(STAGES[self.language]) - {stage}:
            assert STAGES[self.language][other] not in shown, shown


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    with Sandbox(tmp_path_factory.mktemp("provider")) as running:
        yield running


@pytest.fixture(scope="module")
def shop(tmp_path_factory, provider):
    folder = tmp_path_factory.mktemp("shop")
    with serving(
        folder / "server", environment={"SHIMING_VERIFICATION_KEY": KEY}, arguments=told(provider.address),
        settings=(*SETTINGS, *UNLIMITED, "verification-sandbox-allowed=1", "verification-breaker-failures=1000"),
    ) as server:
        yield Shop(server, folder)


@pytest.fixture(scope="module")
def player():
    with sync_playwright() as running:
        yield running


def address_in(running, drawing, seed, folder):
    """What a phone reads in the QR code."""
    photo = photographed(running, drawing, seed)
    (folder / "slip.jpg").write_bytes(photo)
    found, = read("codes", photo)["codes"]
    assert found["kind"] == "qr"
    return found["text"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_watch_from_its_qr_code_to_in_effect_by_machine(shop, provider, player, tmp_path, language):
    seed, judge = {"zh": 202, "en": 203}[language], Judge("machine", language)
    camera = Camera(tmp_path)
    front = camera.show(feed("card", seed, area=AREA, seconds=1))
    number, drawing = shop.sell()
    with browser(player, camera=camera.file) as running, Walker(running, shop.server, language, tmp_path) as phone:
        address = address_in(running, drawing, seed, tmp_path)
        assert address.startswith(shop.server.address + "/p/")
        phone.page.goto(address)
        phone.decide(face=True)
        phone.shoot_well("holder-id-front")
        back = camera.show(feed("card", seed, document="id-back", area=AREA, seconds=1))
        phone.shoot_well("holder-id-back")
        phone.look("document-photographed")
        phone.go_on()
        phone.confirm(front["document"] | back["document"])
        camera.show(feed("face", seed))
        phone.see("/p/face")
        phone.page.click("[data-begin]")
        phone.page.wait_for_selector("[data-view]:not([hidden])")
        # A function, not a text to evaluate: the page's policy allows no eval.
        phone.page.wait_for_function("() => document.querySelector('[data-prompt]').textContent !== ''")
        phone.look("face-asked")
        phone.page.wait_for_url(re.compile("/p/review$"))
        # Until it is known the page says that it is being checked.
        provider.play(steps=[{"fault": "unavailable", "retryAfterSeconds": 1}])
        try:
            phone.hand_in_from_review()
            phone.told("checking")
            judge(phone, "/p/status, being checked")
            assert shop.answer(number)["standing"] == "unregistered"
        finally:
            provider.play()
        phone.told("effective")
        phone.demand_addresses_name_nobody(front["document"] | back["document"])
    judge.done()
    assert shop.answer(number)["standing"] == "registered"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_blurred_pictures_are_refused_mended_and_go_by_reviewer_and_carrier_into_effect(shop, provider, player, tmp_path, language):
    seed = {"zh": 204, "en": 201}[language]
    camera = Camera(tmp_path)
    camera.show(feed("card-blurred", seed, seconds=1))
    number, drawing = shop.sell()
    with browser(player, camera=camera.file) as running, Walker(running, shop.server, language, tmp_path) as phone:
        phone.page.goto(address_in(running, drawing, seed, tmp_path))
        phone.decide(face=False)
        phone.shoot("holder-id-front")
        phone.refused_as_blurred("holder-id-front")
        front = camera.show(feed("card", seed, area=AREA, seconds=1))
        phone.shoot_well("holder-id-front", button="retake")
        back = camera.show(feed("card", seed, document="id-back", area=AREA, seconds=1))
        phone.shoot_well("holder-id-back")
        phone.go_on()
        phone.confirm(front["document"] | back["document"])
        phone.see("/p/photo")
        blurred = hand_held(seed, "blurred")[0]
        phone.page.set_input_files("#hand-held-photo-file", {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": blurred})
        phone.refused_as_blurred("hand-held-photo")
        camera.show(feed("hand-held", seed, seconds=1))
        phone.shoot_well("hand-held-photo", button="retake")
        phone.go_on()
        provider.play(steps=[{"on": "identity-checks", "verdict": "undecided"}])
        try:
            phone.hand_in_from_review()
            phone.told("in-review")
        finally:
            provider.play()
        assert shop.decide(shop.case("submitted"), ask="must").json()["state"] == "awaiting-carrier"
        phone.told("awaiting-carrier")
        assert shop.answer(number)["standing"] == "unregistered"
        waiting = shop.case("awaiting-carrier")
        shop.reviewer.must(
            "recordCarrierReply", {"application": waiting["application"]}, json={"verdict": "accepted", "receipt": f"CM-{language}-1"},
            version=waiting["version"])
        phone.told("effective")
        phone.demand_addresses_name_nobody(front["document"] | back["document"])
    assert shop.answer(number)["standing"] == "registered"
