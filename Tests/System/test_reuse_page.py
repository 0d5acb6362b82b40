"""Pictures of a document that count for the next card, in a browser: only for whom they show, and with the face shown anew."""

import pytest
from person_pages import Judge
from personal_page import CHROMIUM, SETTINGS, Phone, WatchSeller, browser
from persons import UNLIMITED, rule
from playwright.sync_api import sync_playwright
from shiming_server import BIN, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
# The first card's policy is met without a face; from then on there is one to show anew.
DOCUMENT = {"rules": [rule(["document-data", "document-photos"])], "approval": "reviewer"}
FACE = {"rules": [rule(["document-data", "document-photos", "face"])], "approval": "reviewer", "reuseDays": 30}
SAYS = {"zh": ("可先填写证件信息", "沿用证件照片", "人脸识别"), "en": ("fill in your details first", "Use my pictures again", "Face")}


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def set_policy(seller, policy, after):
    seller.administrator.must("setVerificationPolicy", {"organisation": seller.company}, json={"policy": policy, "after": after})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pictures_count_again_for_whom_they_show_and_for_nobody_else(tmp_path, chromium, language):
    hint, use, face = SAYS[language]
    judge = Judge("reuse", language)
    with serving(tmp_path / "server", settings=(*SETTINGS, *UNLIMITED)) as server:
        seller = WatchSeller(server, cards=3)
        set_policy(seller, DOCUMENT, 0)
        with Phone(chromium, server, language) as phone:
            phone.open(next(seller.links))
            phone.go("/p/consent")
            phone.page.check("input[name=under-14][value=no]")
            for kind in ("privacy", "sensitive-data"):
                phone.page.check(f"input[name={kind}][value=yes]")
            phone.next()
            phone.choose()
            said = phone.photograph(130 + (language == "zh"))
            phone.fill(said)
            phone.hand_in()
            seller.decide(seller.waiting(), ask="must")
            seller.carrier_accepts(f"reuse-{language}")
            set_policy(seller, FACE, 1)
            # Somebody else on the same phone is offered nothing, and told nothing of whom it registered.
            phone.open(next(seller.links))
            phone.consent()
            phone.choose()
            assert hint in phone.text and use not in phone.text
            judge(phone, "/p/document, may be used again")
            phone.fill(said | {"name": "邵小满", "number": "110105194912310021"[:17] + "X"})
            phone.go("/p/document")
            assert use not in phone.text and said["number"] not in phone.page.content() and said["name"] not in phone.page.content()
            # The person himself, once he has said who he is.
            phone.fill(said)
            assert phone.path == "/p/document" and use in phone.text
            judge(phone, "/p/document, offered")
            judge.done()
            phone.page.screenshot(path=tmp_path / f"{language}.png", full_page=True)
            # In one language by a key.
            if language == "zh":
                phone.keys_only()
            phone.by.press("form[action='/p/reuse'] button")
            assert phone.path == "/p/face" and face in phone.page.inner_text("h1")
            phone.go("/p/review")
            assert phone.page.locator("main dd.missing").count() == 1
