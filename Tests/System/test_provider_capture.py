"""A face captured at the provider's own page: the person goes there and comes back, and what the provider says decides."""

import urllib.parse

import pytest
from console_desk import DESK
from person_pages import Judge
from personal_page import CHROMIUM, PHONE, SETTINGS, Phone, WatchSeller, browser
from persons import BY_MACHINE, UNLIMITED, rule
from playwright.sync_api import sync_playwright
from sandbox_program import KEY
from shiming_server import BIN, Caller, poll, serving
from test_personal_pages import IN_EFFECT, WORDS
from test_verification_sandbox import Sandbox, told

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
POLICY = BY_MACHINE | {"rules": [rule(["document-data", "document-photos", "provider-capture"])]}
MISSING = {"zh": "认证服务机构人脸识别", "en": "Face recognition by the verification service"}
REFUSED = {"zh": "非本人或活体检测未通过", "en": "did not take you for the person"}


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    with Sandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


@pytest.fixture(scope="module")
def seller(tmp_path_factory, provider):
    settings = (*SETTINGS, *UNLIMITED, "verification-sandbox-allowed=1")
    arguments = [*told(provider.address), "--verification-capture-host", "127.0.0.1"]
    with serving(
            tmp_path_factory.mktemp("captures"), environment={"SHIMING_VERIFICATION_KEY": KEY}, arguments=arguments,
            settings=settings) as server:
        seller = WatchSeller(server)
        seller.administrator.must("setVerificationPolicy", {"organisation": seller.company}, json={"policy": POLICY, "after": 0})
        yield seller


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


class Traveller(Phone):
    """Goes to one host more, which it must have been shown before."""

    def __init__(self, running, server, provider, language, scheme="light", size=PHONE):
        super().__init__(running, server, language, scheme=scheme, size=size)
        self.provider = urllib.parse.urlsplit(provider.address).netloc

    def __exit__(self, kind, *rest):
        elsewhere = [url for url in self.requested if urllib.parse.urlsplit(url).netloc == self.provider]
        self.requested = [url for url in self.requested if url not in elsewhere]
        super().__exit__(kind, *rest)

    def ready(self, link, seed):
        self.open(link)
        self.consent()
        self.choose()
        said = self.photograph(seed)
        self.fill(said)
        assert self.path == "/p/capture", self.text
        return said

    def travel(self, choice):
        """To the provider's page, where one chooses what shall have come out, and back."""
        self.by.press("form[action='/p/capture'] button")
        link = self.page.locator("main .panel a.main")
        assert urllib.parse.urlsplit(link.get_attribute("href")).netloc == self.provider
        assert "127.0.0.1" in link.inner_text()
        self.by.press("main .panel a.main")
        self.page.click(f"form[action$='/{choice}'] button")
        self.page.wait_for_url(self.address + "/p/capture")



def stage(phone, text):
    def seen():
        phone.go("/p/status")
        return text in phone.page.inner_text("main h2 >> nth=0") or None
    poll(seen, 60, lambda: phone.text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_and_back_and_in_effect_on_the_provider_s_word(seller, provider, chromium, language):
    with Traveller(chromium, seller.server, provider, language) as phone:
        phone.ready(next(seller.links), 110 + (language == "zh"))
        phone.go("/p/review")
        phone.page.check("input[name=notice]")
        phone.next()
        assert phone.path == "/p/review" and MISSING[language] in phone.page.inner_text("[role=alert]")
        phone.go("/p/capture")
        phone.travel("live")
        assert phone.page.locator(".state.done").count() == 1
        phone.next()
        phone.page.check("input[name=notice]")
        phone.next()
        # A drawn document's number is of an area nobody is registered in, which is for a reviewer; the carrier need not be asked.
        stage(phone, WORDS[language][0])
        seen = seller.reviewer.must("readApplication", {"application": seller.waiting()["application"]}).json()
        assert {said["method"]: said["verdict"] for said in seen["verifications"]} == {"document-data": "match", "provider-capture": "same"}
        seller.decide(seller.waiting(), ask="must")
        stage(phone, IN_EFFECT[language])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_another_face_is_told_at_once_and_shown_anew(seller, provider, chromium, language):
    with Traveller(chromium, seller.server, provider, language) as phone:
        phone.ready(next(seller.links), 114 + (language == "zh"))
        # There by keys, in one language.
        if language == "zh":
            phone.keys_only()
        phone.travel("different")
        assert REFUSED[language] in phone.page.inner_text("[role=alert]") and phone.page.locator(".state.todo").count() == 1
        app = Caller(seller.server)
        app.token = next(cookie["value"] for cookie in phone.page.context.cookies() if cookie["name"] == "shiming-seat")
        assert not app.must("readPersonalCase").json()["captured"] and app.must("readPersonalCase").json()["captureRefused"]
        phone.travel("live")
        assert phone.page.locator(".state.done").count() == 1
        assert app.must("readPersonalCase").json()["captureRefused"] is False


def test_who_turns_away_there_has_nothing_done_and_may_send_a_photo_instead(seller, provider, chromium):
    with Traveller(chromium, seller.server, provider, "en") as phone:
        phone.ready(next(seller.links), 118)
        phone.keys_only()
        phone.travel("abandon")
        assert phone.page.locator(".state.todo").count() == 1
        phone.by.press("form[action='/p/face/decline'] button")
        assert phone.path == "/p/photo"


@pytest.mark.parametrize("language, scheme, size", [
    ("zh", "light", PHONE), ("zh", "dark", PHONE), ("en", "light", DESK), ("en", "dark", PHONE)],
    ids=["zh-light-phone", "zh-dark-phone", "en-light-desk", "en-dark-phone"])
def test_the_page_of_the_capture_shuts_nobody_out_wherever_it_stands(seller, provider, chromium, language, scheme, size):
    judging = Judge("capture", language)
    seed = 400 + 4 * (language == "zh") + 2 * (scheme == "dark") + (size == DESK)
    with Traveller(chromium, seller.server, provider, language, scheme, size) as phone:
        def judge(name):
            assert phone.path == "/p/capture", (name, phone.path)
            judging(phone, name)

        phone.ready(next(seller.links), seed)
        judge("to do")
        phone.page.click("form[action='/p/capture'] button")
        judge("sent there")
        phone.go("/p/capture")
        phone.travel("different")
        judge("another face")
        phone.travel("live")
        judge("done")
        # More often than one may.
        phone.page.click("form[action='/p/capture'] button")
        assert "attempts-exhausted" in phone.text, phone.text
        judge("once too often")
        # Whoever takes the consent back is not sent there.
        phone.consent(face=False)
        phone.go("/p/capture")
        judge("not allowed")
    judging.done()
