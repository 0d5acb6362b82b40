"""What the pages refuse, seen in a browser: in the reader's language, with what to do about it, and with nothing done."""

import itertools
import json
import re

import pytest
from person_pages import Judge
from personal_page import CHROMIUM, SETTINGS, Camera, Phone, WatchSeller, browser, prove
from persons import DATA_ONLY, UNLIMITED, rule
from pictures import card, feed
from playwright.sync_api import sync_playwright
from shiming_server import BIN, Caller, MovedClock, Server, operations, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
both = pytest.mark.parametrize("language", ["zh", "en"])
DESKS = itertools.count(1)
HAN = re.compile(r"[\u4e00-\u9fff]")
WORDS = {
    "link": {"zh": ("无法打开此链接", "不存在、已过期、已作废或不属于此卡", "索取新链接"),
             "en": ("This link does not open", "unknown, has expired, was revoked, or belongs to another card", "Ask whoever sold the card")},
    "code": {"zh": ("不存在、已过期、已作废或不属于此卡", "索取新链接"),
             "en": ("unknown, has expired, was revoked, or belongs to another card", "Ask whoever sold the card")},
    "closed": {"zh": ("页面已关闭", "重新打开此卡的链接"), "en": ("This page has closed", "Open the link or QR code of the card again")},
    "staff": {"zh": ("不得代客户完成实名核验，也不得使用工作设备办理", "由客户本人使用自己的手机"),
              "en": ("nor on a device he signs in with", "Let the customer do it on his own phone")},
    "attempts": {"zh": ("今日线上办理次数已用完", "请到营业厅办理，或明日再试"),
                 "en": ("No attempts are left online for this card today", "Go to a business hall, or try again tomorrow")},
    "challenge": {"zh": ("人脸采集与本次挑战不符", "重新开始人脸识别"),
                  "en": ("does not answer a challenge of this application", "Begin the face step again")},
    "form": {"zh": ("无法读取表单", "刷新页面"), "en": ("The form cannot be read", "Load the page again")},
}


@pytest.fixture(scope="module")
def seller(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("refusals"), settings=(*SETTINGS, *UNLIMITED)) as server:
        yield WatchSeller(server)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The document's data is enough, three times a day."""
    with serving(tmp_path_factory.mktemp("plain"), settings=(*SETTINGS, *UNLIMITED)) as server:
        seller = WatchSeller(server)
        policy = DATA_ONLY | {"attemptsMax": 3}
        seller.administrator.must("setVerificationPolicy", {"organisation": seller.company}, json={"policy": policy, "after": 0})
        yield seller


@pytest.fixture(scope="module")
def player():
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def chromium(player):
    with browser(player) as running:
        yield running


def says(text, refusal, language):
    for words in WORDS[refusal][language]:
        assert words in text, text
    assert bool(HAN.search("".join(line for line in text.splitlines() if "示例" not in line))) == (language == "zh"), text


def refused(phone, answer, status, refusal, language):
    """A page of its own that says so, with a way on."""
    assert answer.status == status, phone.text
    says(phone.text, refusal, language)
    assert phone.page.locator("main a.button").count() >= 1


def ready(phone, link, seed):
    """Everything but the handing in, where the document's data is enough."""
    phone.open(link)
    phone.consent(face=None)
    phone.choose()
    phone.fill(card(seed, "clean", "id-front")[1] | card(seed, "clean", "id-back")[1])


# ---------------------------------------------------------------- no place left

FULL = {"zh": ("最多登记同类卡 1 张", "可先填写证件信息再拍照", "登记的同类卡已达上限 1 张", "申请解绑", "名额已满"),
        "en": ("may have with this carrier: 1", "before you photograph anything", "as many cards of this kind", "give it up", "No further card")}


@both
def test_nobody_is_photographed_for_a_card_he_may_not_have(tmp_path, chromium, language):
    limit, first, reached, release, full = FULL[language]
    over = {"zh": "查看时限已过", "en": "closed again after a while"}[language]
    judge = Judge("full", language)
    # What a proof opens is closed again at once.
    with serving(tmp_path / "server", settings=(*SETTINGS, *UNLIMITED, "own-data-hours=0")) as server:
        seller = WatchSeller(server, cards=2)
        policy = {"rules": [rule(["document-data", "document-photos"])], "approval": "reviewer", "cardsPerPerson": {"wearable": 1}}
        seller.administrator.must("setVerificationPolicy", {"organisation": seller.company}, json={"policy": policy, "after": 0})
        with Phone(chromium, server, language) as phone:
            phone.open(next(seller.links))
            phone.consent(face=None)
            phone.choose()
            said = phone.photograph(151)
            phone.fill(said)
            phone.hand_in()
            seller.decide(seller.waiting(), ask="must")
            seller.carrier_accepts("CM-151")
            prove(phone, said, 151)
            seller.decide(seller.waiting(), ask="must")
            phone.go("/p/mine")
            assert over in phone.text and said["number"] not in phone.page.content()
            judge(phone, "/p/mine, over")
        with Phone(chromium, server, language) as phone:
            phone.open(next(seller.links))
            assert limit in phone.text
            judge(phone, "/p, a limit")
            phone.consent(face=None)
            phone.choose()
            assert first in phone.text and phone.page.locator("input[type=file]").count() > 0
            phone.fill(said)
            assert phone.path == "/p/details"
            assert reached in phone.text and release in phone.text
            judge(phone, "/p/details, no place left")
            for page in ("/p", "/p/document"):
                phone.go(page)
                judge(phone, page + ", no place left")
                assert full in phone.text and release in phone.text and phone.page.locator("input[type=file]").count() == 0
            # Whoever mistyped goes on.
            phone.fill(said | {"name": "邵小满", "number": "110105194912310021"[:17] + "X"})
            phone.go("/p/document")
            assert full not in phone.text and phone.page.locator("input[type=file]").count() > 0
    judge.done()


# ---------------------------------------------------------------- links

def test_an_expired_link_opens_nothing_and_closes_what_it_had_opened(tmp_path, chromium):
    clock = MovedClock(tmp_path)
    server = Server(tmp_path, settings=SETTINGS, clock=clock).start()
    try:
        links = WatchSeller(server, cards=2).issue("link", days=1)
        early = {language: Phone(chromium, server, language) for language in ("zh", "en")}
        for phone, link in zip(early.values(), links):
            phone.open(link)
        address = server.address
        server.stop()
        clock.seconds = 2 * 86_400
        server.start()
        for (language, phone), link in zip(early.items(), links):
            # The server may listen elsewhere now; the browser's cookies are the host's.
            phone.address = server.address
            refused(phone, phone.go("/p/consent"), 401, "closed", language)
            phone.requested = [url for url in phone.requested if not url.startswith(address)]
            with phone, Phone(chromium, server, language) as late:
                refused(phone, phone.go(link["path"]), 404, "link", language)
                refused(late, late.go(link["path"]), 404, "link", language)
    finally:
        server.kill()


@both
def test_the_code_of_another_card_opens_neither(seller, chromium, language):
    codes = seller.issue("claim-code")
    first, second = codes[10:12]
    with Phone(chromium, seller.server, language) as phone:
        phone.go("/p/start")
        phone.page.fill("#iccid", first["iccid"])
        phone.page.fill("#claim-code", second["code"])
        with phone.page.expect_navigation():
            phone.next()
        says(phone.page.inner_text("[role=alert]"), "code", language)
        assert phone.page.input_value("#iccid") == first["iccid"] and "手表套餐" not in phone.text
        refused(phone, phone.go("/p"), 401, "closed", language)


@both
def test_the_link_of_another_card_leads_to_that_card_alone(seller, chromium, language):
    first, second = next(seller.links), next(seller.links)
    with Phone(chromium, seller.server, language) as phone:
        phone.open(first)
        phone.consent(face=False)
        assert first["iccid"][-4:] in phone_number(phone)
        phone.open(second)
        assert second["iccid"][-4:] in phone_number(phone)
        # Nothing was agreed to for this one.
        phone.go("/p/document")
        assert phone.path == "/p/consent" and phone.page.locator("input:checked").count() == 0


def phone_number(phone):
    phone.go("/p")
    return phone.page.inner_text("main .slip .number")


@both
def test_the_link_of_a_card_that_was_sold_to_another_agent_says_what_to_do(seller, chromium, language):
    link = next(seller.links)
    seller.administrator.must("createCustodyAct", json={"kind": "recall", "cards": {"numbers": [link["iccid"]]}})
    seller.administrator.must(
        "createCustodyAct", json={"kind": "allocate", "organisation": seller.other_agent, "cards": {"numbers": [link["iccid"]]}})
    with Phone(chromium, seller.server, language) as phone:
        refused(phone, phone.go(link["path"]), 404, "link", language)


# ---------------------------------------------------------------- a device of staff

def sign_in_here(phone, seller):
    """Somebody newly employed signs in with this very browser; a code is taken once, so nobody signs in a second time soon."""
    made = seller.administrator.must("createAccount", json={"organisation": seller.agent, "roles": ["agent-clerk"]}).json()
    caller = Caller(seller.server).enrol(made["enrolment"]["token"], f"front.desk.{next(DESKS)}")
    status = phone.page.evaluate(
        """([path, body]) => fetch(path, {method: "POST", body: JSON.stringify(body), headers: {"Content-Type": "application/json"}})
            .then(answer => answer.status)""", [operations()["signIn"].path, caller.credentials()])
    assert status in (200, 201), status


@both
def test_on_a_device_with_which_staff_sign_in_nothing_is_handed_in_or_opened(plain, chromium, language):
    link = next(plain.links)
    with Phone(chromium, plain.server, language) as phone:
        ready(phone, link, seed=70)
        sign_in_here(phone, plain)
        phone.go("/p/review")
        phone.page.check("input[name=notice]")
        with phone.page.expect_navigation():
            phone.next()
        assert phone.path == "/p/review"
        says(phone.page.inner_text("[role=alert]"), "staff", language)
        for other in (link, next(plain.links)):
            refused(phone, phone.go(other["path"]), 403, "staff", language)
    # On the customer's own phone the same link opens.
    with Phone(chromium, plain.server, language) as phone:
        phone.open(link)


@both
def test_a_browser_in_which_staff_signed_in_first_opens_no_customer_s_link(plain, chromium, language):
    with Phone(chromium, plain.server, language) as phone:
        phone.go("/p/start")
        sign_in_here(phone, plain)
        link = next(plain.links)
        refused(phone, phone.go(link["path"]), 403, "staff", language)
    with Phone(chromium, plain.server, language) as phone:
        phone.open(link)


# ---------------------------------------------------------------- attempts

@both
def test_the_fourth_attempt_of_a_day_is_refused_in_words(plain, chromium, language):
    with Phone(chromium, plain.server, language) as phone:
        ready(phone, next(plain.links), seed=71 if language == "zh" else 72)
        for left in (2, 1, 0):
            phone.hand_in()
            plain.decide(plain.waiting(), ask="must", verdict="send-back", reasons=[{"pointer": "/holder/address", "code": "does-not-match"}])
            phone.go("/p/status")
            assert {"zh": f"还可提交 {left} 次", "en": f"Attempts left for this card today: {left}"}[language] in phone.text
        phone.go("/p/review")
        phone.page.check("input[name=notice]")
        with phone.page.expect_navigation():
            phone.next()
        assert phone.path == "/p/review"
        says(phone.page.inner_text("[role=alert]"), "attempts", language)
        # What came back is still what came back.
        phone.go("/p/status")
        assert {"zh": "需要修改", "en": "To be mended"}[language] in phone.text


# ---------------------------------------------------------------- a face without its challenge

NOT_ANSWERS = {
    "without the nonce": ("form", lambda sent: {"frames": sent["frames"]}),
    "with an empty nonce": ("form", lambda sent: sent | {"nonce": ""}),
    "without frames": ("form", lambda sent: {"nonce": sent["nonce"]}),
    "with no frame": ("form", lambda sent: sent | {"frames": []}),
    "with one frame": ("form", lambda sent: sent | {"frames": sent["frames"][:1]}),
    "a frame too few": ("challenge", lambda sent: sent | {"frames": sent["frames"][:-1]}),
    "without the straight frame": ("challenge", lambda sent: sent | {"frames": sent["frames"][1:]}),
    "in another order": ("challenge", lambda sent: sent | {"frames": [sent["frames"][0], *sent["frames"][:0:-1]]}),
    "with a nonce nobody made": ("challenge", lambda sent: sent | {"nonce": sent["nonce"][::-1]}),
}


@both
def test_a_face_without_its_challenge_is_refused_in_words_and_begun_again(seller, player, tmp_path, language):
    camera = Camera(tmp_path)
    camera.show(feed("face", 73))
    with browser(player, camera=camera.file) as running, Phone(running, seller.server, language) as phone:
        phone.open(next(seller.links))
        phone.consent(face=True)
        phone.go("/p/face")
        taken = []

        def instead(route):
            """In place of what the camera took: everything that is no answer, and the last of it before the page's eyes."""
            sent = json.loads(route.request.post_data)
            taken.append(sent)
            for what, (refusal, changed) in NOT_ANSWERS.items():
                answer = route.fetch(post_data=json.dumps(changed(sent)))
                faults = answer.json()["faults"]
                assert answer.status in (400, 422), (what, answer.status)
                says("\n".join(f"{fault['reason']} {fault['mend']}" for fault in faults), refusal, language)
            route.fulfill(response=answer)

        phone.page.route("**/p/face", instead, times=1)
        phone.page.click("[data-begin]")
        phone.page.wait_for_selector("[data-trouble]:not([hidden])")
        assert taken, phone.page.inner_text("[data-trouble]")
        says(phone.page.inner_text("[data-trouble]"), "challenge", language)
        phone.go("/p/face")
        assert phone.page.locator(".state.done").count() == 0
        # The camera, begun again, is taken; what answered once answers no second time.
        with phone.page.expect_request(lambda request: request.method == "POST" and request.url.endswith("/p/face")) as asked:
            phone.page.click("[data-begin]")
        phone.page.wait_for_url(lambda address: not address.endswith("/p/face"))
        phone.go("/p/face")
        assert phone.page.locator(".state.done").count() == 1
        again = phone.page.evaluate(
            """body => fetch("/p/face", {method: "POST", body, headers: {
                "Accept": "application/json", "Content-Type": "application/json", "X-Form-Token": document.querySelector("[data-face]").dataset.form}})
                .then(answer => answer.json())""", asked.value.post_data)
        says(" ".join(again["faults"][0][name] for name in ("reason", "mend")), "challenge", language)
        assert again["faults"][0]["rules"]
