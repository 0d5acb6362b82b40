"""What belongs to the person afterwards, in a browser: proved again, the cards in his name, a copy, a dispute, a correction, the answer to deletion."""

import json
import urllib.parse

import pytest
import qr_reading
from console_desk import DESK
from person_pages import Judge
from personal_page import CHROMIUM, PHONE, SETTINGS, Phone, WatchSeller, browser, effective, prove
from pictures import card
from playwright.sync_api import sync_playwright
from shiming_server import BIN, iccid, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
SITE = "https://sm.example.test"
SAID = {
    "zh": {"waiting": "身份验证处理中", "own": "我名下的卡", "disputed": "您已提出异议", "givenUp": "解绑办理中", "elsewhere": "不是在本设备", "wrong": "与该卡登记信息不一致",
           "law": "第25号第十一条",
           "cancelling": "预销户期", "review": "人工审核中", "none": "暂无记录", "looked": "查询卡的登记人"},
    "en": {"waiting": "is being looked at", "own": "Cards in my name", "disputed": "You disputed this card", "givenUp": "Being given up",
           "elsewhere": "not registered on this device", "wrong": "not the document number",
           "law": "MIIT Order 25, article 11", "cancelling": "is being cancelled", "review": "A reviewer looks at it", "none": "Nobody did", "looked": "Asked who answers"},
}


@pytest.fixture(scope="module")
def seller(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("own"), settings=SETTINGS, arguments=["--public-url", SITE]) as server:
        yield WatchSeller(server)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


@pytest.mark.parametrize("language, scripts", [("zh", True), ("en", False)], ids=["zh-scripts", "en-no-scripts"])
def test_proved_again_a_person_sees_disputes_corrects_copies_and_is_told_the_law(seller, chromium, language, scripts):
    seed, words = 70 + 2 * scripts + (language == "zh"), SAID[language]
    with Phone(chromium, seller.server, language, scripts) as phone:
        said, _ = effective(phone, seller, seed)
        # With scripts everything that follows is done by keys.
        if scripts:
            phone.keys_only()
        phone.by.press("a[href='/p/mine']")
        assert said["number"] not in phone.page.content()
        prove(phone, said, seed)
        assert phone.path == "/p/mine" and words["waiting"] in phone.text and said["name"] not in phone.page.content()
        seller.decide(seller.waiting(), ask="must")
        phone.go("/p/mine")
        assert words["own"] in phone.text and said["number"] in phone.text and said["address"] in phone.text and words["none"] in phone.text
        # Whoever chooses a language stays where he is.
        phone.by.press(".languages [aria-current]")
        assert phone.path == "/p/mine"
        with phone.page.expect_download() as copied:
            phone.by.touch("a[href='/p/mine/copy']")
        copy = json.loads(open(copied.value.path(), encoding="utf-8").read())
        assert (copy["person"]["documentNumber"], len(copy["cards"])) == (said["number"], 1)
        # Corrected.
        phone.by.press("form[action='/p/mine/correction'] button")
        assert phone.path == "/p/consent"
        for kind in ("privacy", "sensitive-data"):
            phone.by.pick(f"input[name={kind}][value=yes]")
        phone.next()
        front, _ = card(seed, "clean", "id-front")
        back, _ = card(seed, "clean", "id-back")
        phone.go("/p/document")
        phone.hand("holder-id-front", front)
        phone.hand("holder-id-back", back)
        phone.go("/p/details")
        assert phone.page.input_value("#holder-name") == said["name"]
        phone.by.type("#holder-contact", "13800138055")
        phone.next()
        phone.go("/p/review")
        phone.by.pick("input[name=notice]")
        phone.next()
        assert phone.path == "/p/mine" and words["review"] in phone.text
        seller.decide(seller.waiting(), ask="must")
        phone.go("/p/mine")
        assert "13800138055" in phone.text
        # Disputed, and asked to be deleted.
        unfold(phone, "dispute")
        phone.by.press("form[action='/p/mine/dispute'] button")
        assert phone.path == "/p/mine" and words["disputed"] in phone.text
        phone.by.press("form[action='/p/mine/deletion'] button")
        assert words["law"] in phone.text
        phone.go("/p/status")
        assert said["number"] not in phone.page.content()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_another_s_number_opens_nothing_and_the_page_says_so(seller, chromium, language):
    judge = Judge("another's", language)
    with Phone(chromium, seller.server, language) as owner, Phone(chromium, seller.server, language) as other:
        said, link = effective(owner, seller, 80 + (language == "zh"))
        other.open(link)
        judge(other, "/p of a card that is another's")
        judge.done()
        prove(other, said, 82, number="110105194912310021")
        assert other.path == "/p/review" and SAID[language]["wrong"] in other.text
        for path in ("/p", "/p/mine", "/p/status", "/p/details"):
            other.go(path)
            assert said["number"] not in other.page.content() and said["name"] not in other.page.content(), path
        # What is taken back can be begun anew, and the card stands as it stood.
        other.go("/p/withdraw")
        other.next()
        assert other.path == "/p/mine" and other.page.locator("form[action='/p/mine/proof'] button").count() == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_new_phone_a_person_proves_who_he_is_and_gives_his_card_up(seller, chromium, language):
    with Phone(chromium, seller.server, language) as old, Phone(chromium, seller.server, language) as new:
        said, link = effective(old, seller, 84 + (language == "zh"))
        if language == "en":
            new.keys_only()
        new.open(link)
        new.go("/p/release")
        new.by.type("#number", said["number"])
        new.next()
        assert SAID[language]["elsewhere"] in new.text and new.page.locator("a[href='/p/mine']").count() == 1
        prove(new, said, 86)
        seller.decide(seller.waiting(), ask="must")
        new.go("/p/mine")
        assert said["number"] in new.page.content()
        keep(new, seller, SAID[language]["cancelling"])
        unfold(new, "release")
        new.by.press("form[action='/p/mine/release'] button")
        assert new.path == "/p/mine" and SAID[language]["givenUp"] in new.text
        assert new.page.locator("form[action='/p/mine/release'], form[action='/p/mine/dispute']").count() == 0


def keep(phone, seller, cancelling):
    """The one card in the person's name is to be cancelled; its holder brings it back."""
    shown = phone.page.locator("section.glance h3 .code").first.inner_text()
    number = next(iccid(n) for n in range(40) if iccid(n)[-4:] == shown[-4:])
    assert cancelling not in phone.text
    for command in ("activate", "cancel"):
        seller.administrator.must("changeLives", json={"command": command, "cards": {"numbers": [number]}})
    phone.go("/p/mine")
    assert cancelling in phone.text
    phone.by.press("form[action='/p/mine/bring-back'] button")
    assert phone.path == "/p/mine" and cancelling not in phone.text
    assert phone.page.locator("form[action='/p/mine/bring-back']").count() == 0


GIVEN = {
    "zh": {"begun": "此卡仍在您名下", "toYou": "此卡正过户给您", "notEnded": "原登记尚未解除", "waiting": "等待原登记解除", "underWay": "过户办理中",
           "declined": "已拒绝过户", "released": "已解绑", "inForce": "已生效", "kept": "暂仅限新用户办理登记", "forYou": "此卡为您保留",
           "free": "不再为您保留"},
    "en": {"begun": "the card stays in your name", "toYou": "This card is being given to you", "notEnded": "stands in the former holder's name",
           "waiting": "Waiting for the former registration to end", "underWay": "Being given to a next owner", "declined": "You declined the card",
           "released": "Given up", "inForce": "In effect", "kept": "is kept for whom its holder gives it to", "forYou": "This card is kept for you",
           "free": "kept for you no more"}}


def given(phone, seller, seed):
    """The holder proved, and his card given away; answers what his document says, the address for the next owner with another link to the card, and
    what is to be decided."""
    said, other = effective(phone, seller, seed)
    prove(phone, said, seed)
    seller.decide(seller.waiting(), ask="must")
    phone.go("/p/mine")
    unfold(phone, "transfer")
    phone.by.press("form[action='/p/mine/transfer'] button")
    address = phone.page.inner_text("main .panel .code")
    # Where the server was told that people reach it, whatever the request said.
    assert address.startswith(SITE + "/p/")
    drawing = phone.page.evaluate("new XMLSerializer().serializeToString(document.querySelector('main svg.qr'))")
    margin, modules = qr_reading.modules_of(drawing)
    assert margin == 4 and qr_reading.text_of(modules) == address
    return said, {"path": urllib.parse.urlsplit(address).path, "other": other}, seller.waiting()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_card_given_to_a_next_owner_is_his_once_it_is_no_more_its_holder_s(seller, chromium, language):
    seed, words, judge = 110 + (language == "zh"), GIVEN[language], Judge("given", language)
    with Phone(chromium, seller.server, language) as holder, Phone(chromium, seller.server, language) as owner:
        said, link, ending = given(holder, seller, seed)
        assert words["begun"] in holder.text
        judge(holder, "/p/mine/transfer")
        owner.open(link)
        assert words["toYou"] in owner.text
        judge(owner, "/p, in transfer")
        his = owner.everything_but_handing_in(link, seed + 10)
        owner.go("/p/review")
        owner.page.check("input[name=notice]")
        owner.next()
        assert owner.path == "/p/review" and words["notEnded"] in owner.text
        owner.go("/p/status")
        assert words["waiting"] in owner.text
        judge(owner, "/p/status, in transfer")
        holder.go("/p/mine")
        assert words["underWay"] in holder.text
        # Neither learns who the other is.
        for path in ("/p", "/p/status", "/p/mine"):
            for phone, other in ((owner, said), (holder, his)):
                phone.go(path)
                assert other["number"] not in phone.page.content() and other["name"] not in phone.page.content(), path
        seller.decide(ending, ask="must")
        seller.carrier_accepts(f"given-{seed}")
        owner.go("/p")
        assert words["toYou"] not in owner.text and words["forYou"] in owner.text
        judge(owner, "/p, kept")
        with Phone(chromium, seller.server, language) as rival:
            rival.open(link["other"])
            assert words["kept"] in rival.text
            judge(rival, "/p, kept for another")
            rival.go("/p/consent")
            assert rival.path == "/p"
            rival.go("/p/taken")
            assert rival.path == "/p/taken"
            judge(rival)
        owner.hand_in()
        seller.decide(seller.waiting(), ask="must")
        seller.carrier_accepts(f"taken-{seed}")
        owner.go("/p/status")
        assert words["inForce"] in owner.text
        holder.go("/p/status")
        assert words["released"] in holder.text
        judge(holder, "/p/status, released")
    judge.done()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_card_given_is_called_off_or_declined_and_stays_where_it_was(seller, chromium, language):
    words, judge = GIVEN[language], Judge("declined", language)
    with Phone(chromium, seller.server, language) as holder, Phone(chromium, seller.server, language) as owner:
        _, link, _ = given(holder, seller, 130 + (language == "zh"))
        # In one language what follows is done by keys.
        if language == "zh":
            holder.keys_only()
            owner.keys_only()
        owner.open(link)
        owner.consent(face=False)
        owner.go("/p")
        owner.by.touch("details:has(form[action='/p/transfer/refusal']) summary")
        owner.by.press("form[action='/p/transfer/refusal'] button")
        assert words["declined"] in owner.text
        judge(owner, "/p/transfer/refusal")
        assert owner.go(link["path"]).status == 404
        holder.go("/p/mine")
        assert words["underWay"] not in holder.text
        # Given once more, and called off by the holder.
        unfold(holder, "transfer")
        holder.by.press("form[action='/p/mine/transfer'] button")
        again = urllib.parse.urlsplit(holder.page.inner_text("main .panel .code")).path
        holder.go("/p/mine")
        judge(holder, "/p/mine, given away")
        holder.by.press("form[action='/p/mine/transfer/withdrawal'] button")
        assert holder.path == "/p/mine" and words["underWay"] not in holder.text
        assert owner.go(again).status == 404
    judge.done()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_card_declined_after_the_end_is_whose_who_comes_first(seller, chromium, language):
    seed, words = 150 + (language == "zh"), GIVEN[language]
    with Phone(chromium, seller.server, language) as holder, Phone(chromium, seller.server, language) as owner:
        _, link, ending = given(holder, seller, seed)
        owner.open(link)
        seller.decide(ending, ask="must")
        seller.carrier_accepts(f"free-{seed}")
        owner.go("/p")
        owner.page.click("details:has(form[action='/p/transfer/refusal']) summary")
        owner.page.click("form[action='/p/transfer/refusal'] button")
        assert words["declined"] in owner.text and words["free"] in owner.text
        assert owner.go(link["path"]).status == 404
        with Phone(chromium, seller.server, language) as other:
            other.open(link["other"])
            assert words["kept"] not in other.text and other.page.locator("a.main[href='/p/consent']").count() == 1


def unfold(phone, act):
    phone.by.touch(f"details:has(form[action='/p/mine/{act}']) summary")


def own_pages(phone, seller, seed):
    """Every page of what belongs to a person afterwards, one after the other, with errors and without."""
    said, _ = effective(phone, seller, seed)
    yield "/p/status, in effect"
    for path in ("/p", "/p/mine"):
        phone.go(path)
        yield path
    phone.next()
    yield "/p/consent of the proof"
    phone.consent(face=True)
    yield "/p/details of the proof"
    phone.go("/p/review")
    phone.next()
    yield "/p/review of the proof, with errors"
    phone.go("/p/withdraw")
    phone.next()
    prove(phone, said, seed)
    yield "/p/mine, waiting"
    seller.decide(
        seller.waiting(), ask="must", verdict="send-back", reasons=[{"pointer": "/evidence/hand-held-photo", "code": "unreadable"}])
    phone.go("/p/mine")
    yield "/p/mine, sent back"
    phone.hold(seed + 1)
    phone.go("/p/review")
    phone.next()
    seller.decide(seller.waiting(), ask="must")
    phone.go("/p/mine")
    unfold(phone, "dispute")
    unfold(phone, "release")
    yield "/p/mine, own data"
    phone.page.click("form[action='/p/mine/deletion'] button")
    yield "/p/mine/deletion"
    phone.go("/p/mine")
    phone.page.click("form[action='/p/mine/correction'] button")
    yield "/p/consent of the correction"
    for kind in ("privacy", "sensitive-data"):
        phone.page.check(f"input[name={kind}][value=yes]")
    phone.next()
    for path in ("/p/mine", "/p/document", "/p/details", "/p/review"):
        phone.go(path)
        yield path + " of the correction"
    phone.page.click("main button.main")
    yield "/p/review of the correction, with errors"
    phone.go("/p/withdraw")
    yield "/p/withdraw of the correction"
    phone.next()
    phone.go("/p/release")
    yield "/p/release"
    phone.page.fill("#number", "nonsense")
    phone.next()
    yield "/p/release, refused"
    phone.go("/p/mine")
    unfold(phone, "transfer")
    yield "/p/mine, before it is given away"
    phone.page.click("form[action='/p/mine/transfer'] button")
    yield "/p/mine, given away"
    phone.go("/p/mine")
    phone.page.click("form[action='/p/mine/transfer/withdrawal'] button")
    yield "/p/mine, kept after all"
    phone.go("/p/mine")
    unfold(phone, "dispute")
    phone.page.click("form[action='/p/mine/dispute'] button")
    yield "/p/mine, disputed"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_of_one_s_own_shuts_anybody_out(seller, chromium, language, tmp_path):
    judge = Judge("own", language)
    with Phone(chromium, seller.server, language) as phone:
        for place, name in enumerate(own_pages(phone, seller, seed=90 + 4 * (language == "zh"))):
            phone.page.screenshot(path=tmp_path / f"{place:02}-{language}.png", full_page=True)
            judge(phone, name, (PHONE, DESK))
    judge.done()
