"""A card for somebody who does not come himself, in a browser, from the link to "in effect": a child by its guardian, a person by a proxy; and
people with another document or another name than most."""

import datetime

import pytest
from personal_page import CHROMIUM, SETTINGS, Phone, WatchSeller, browser
from pictures import NOBODYS_AREAS, card, hand_held
from pictures.people import identity_number
from playwright.sync_api import sync_playwright
from shiming_server import BIN, contract, serving
from test_personal_pages import IN_EFFECT, WORDS

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
PHOTOS = {"holder-id-front", "holder-id-back", "hand-held-photo"}
GUARDIAN = {"zh": "监护人：", "en": "The guardian: "}
ANOTHER = {"zh": "不是同一人", "en": "is another than the one who"}
PROXY = {"zh": "代办人姓名", "en": "The proxy, Name"}


@pytest.fixture(scope="module")
def seller(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("others"), settings=SETTINGS) as server:
        yield WatchSeller(server)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def into_effect(phone, seller, link, language):
    """Reviewer and carrier, each seen on the person's page; answers the application as it was decided and the registration's roles by name."""
    reviewed, accepted = WORDS[language]
    assert phone.path == "/p/status" and reviewed in phone.text
    draft = seller.waiting()
    read = seller.reviewer.must("readApplication", {"application": draft["application"]}).json()
    assert seller.decide(draft, ask="must").json()["state"] == "awaiting-carrier"
    phone.go("/p/status")
    assert accepted in phone.text
    assert seller.reviewer.must("answerForCard", json={"iccid": link["iccid"]}).json()["standing"] == "unregistered"
    seller.carrier_accepts(f"others-{link['iccid']}")
    phone.go("/p/status")
    assert IN_EFFECT[language] in phone.text
    answer = seller.compliance.must("revealAnswer", json={"iccid": link["iccid"], "purpose": "抽查登记 2026-77"}).json()
    assert answer["standing"] == "registered"
    registration = seller.reviewer.must("readRegistration", {"registration": answer["registration"]}).json()
    roles = {role["role"]: role for role in registration["roles"]}
    assert set(roles) <= set(contract()["components"]["schemas"]["HeldRole"]["enum"])
    assert len(roles) == len(registration["roles"]) and all(role["current"] for role in roles.values())
    # Each role on the registration is the person the answer names.
    assert {role: roles[role]["party"] for role in roles} == {role: answer[role]["party"] for role in roles}
    return read, answer, roles


def names(answer, role):
    return answer[role]["name"], answer[role]["documentNumber"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_proxy_shows_both_identities_and_the_card_is_the_holders(seller, chromium, language):
    link, seed = next(seller.links), 300 + 2 * (language == "zh")
    # In one language by keys alone, from the consents to the handing in.
    with Phone(chromium, seller.server, language, keys=language == "zh") as phone:
        phone.open(link)
        phone.consent(face=False)
        phone.by.pick("input[value=resident-id]")
        phone.by.pick("input[name=proxy]")
        phone.by.press("form[action='/p/document'] button")
        holder = phone.photograph(seed)
        phone.fill(holder)
        assert phone.path == "/p/details" and phone.page.locator("#proxy-name-fault").count() == 1, "the proxy's details are missing"
        # Handed in without the proxy's identity it is refused, with what is missing.
        phone.go("/p/review")
        phone.by.pick("input[name=notice]")
        phone.next()
        assert phone.path == "/p/review" and PROXY[language] in phone.page.inner_text("[role=alert]")
        phone.go("/p/proxy")
        proxy = phone.photograph(seed + 1, "proxy")
        phone.go("/p/details")
        assert phone.page.input_value("#proxy-documentNumber") == proxy["number"], "read from the proxy's own document"
        # Nobody is his own proxy.
        phone.write(holder, "139 0013 9000", "proxy")
        phone.next()
        assert phone.page.locator("#proxy-documentNumber-fault").count() == 1
        phone.write(proxy, "139 0013 9000", "proxy")
        phone.next()
        assert phone.path == "/p/photo", phone.text
        phone.hold(seed)
        phone.hand_in()
        read, answer, roles = into_effect(phone, seller, link, language)
        for secret in (proxy["number"], proxy["name"], holder["number"], holder["name"]):
            assert secret not in phone.page.content()
    assert {one["slot"] for one in read["evidence"]} == PHOTOS | {"proxy-id-front", "proxy-id-back"} and "proxy" in read["needs"]
    assert set(roles) == {"holder", "proxy"}
    assert names(answer, "holder") == (holder["name"], holder["number"]) and names(answer, "proxy") == (proxy["name"], proxy["number"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_child_is_registered_by_its_guardian_into_effect(seller, chromium, language):
    link, seed = next(seller.links), 310 + 2 * (language == "zh")
    number = identity_number(NOBODYS_AREAS[0], datetime.date(2018, 6, 1), seed)
    with Phone(chromium, seller.server, language, keys=language == "en") as phone:
        phone.open(link)
        phone.consent(face=False, under_14=True)
        # No picture of a child before its guardian has agreed.
        assert phone.path == "/p/consent" and phone.page.locator("input[name=guardian]").count() == 2
        phone.go("/p/photo")
        assert phone.path == "/p/consent"
        phone.by.pick("input[name=guardian][value=yes]")
        phone.next()
        phone.choose()
        child = phone.photograph(seed) | {"number": number, "validFrom": "2022-01-01", "validUntil": "2027-01-01"}
        phone.fill(child)
        told = phone.page.locator("[role=alert] li, .panel.bad li", has_text=GUARDIAN[language])
        assert phone.path == "/p/details" and told.count() == 1, "whose details are missing is said"
        target = told.locator("a").first.get_attribute("href")
        assert target == "#guardian-name" and phone.page.locator(target).count() == 1, "and where they go"
        phone.go("/p/guardian")
        guardian = phone.photograph(seed + 1, "guardian")
        phone.go("/p/details")
        assert phone.page.input_value("#guardian-documentNumber") == guardian["number"], "read from the guardian's own document"
        phone.write(guardian, "139 0013 9000", "guardian")
        phone.next()
        assert phone.path == "/p/photo", phone.text
        phone.hold(seed)
        phone.hand_in()
        read, answer, roles = into_effect(phone, seller, link, language)
    assert {one["slot"] for one in read["evidence"]} == PHOTOS | {"guardian-id-front", "guardian-id-back"} and "guardian" in read["needs"]
    assert set(roles) == {"holder", "guardian"}
    assert names(answer, "holder") == (child["name"], child["number"]) and names(answer, "guardian") == (guardian["name"], guardian["number"])


def says(seed):
    """What both sides of the document of this seed's invented person say."""
    return card(seed, "clean", "id-front")[1] | card(seed, "clean", "id-back")[1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_another_guardian_is_asked_himself_before_anything_is_handed_in(seller, chromium, language):
    link, seed = next(seller.links), 2 * (language == "zh")
    first, second = says(311 + seed), says(301 + seed)
    number = identity_number(NOBODYS_AREAS[0], datetime.date(2018, 6, 1), 340 + seed)
    child = says(310 + seed) | {"number": number, "validFrom": "2022-01-01", "validUntil": "2027-01-01"}
    agreed = "input[name=guardian][value=yes]"
    with Phone(chromium, seller.server, language) as phone:
        def name(guardian):
            phone.go("/p/details")
            phone.write(guardian, "139 0013 9000", "guardian")
            phone.next()

        phone.open(link)
        phone.consent(face=False, under_14=True)
        phone.page.check(agreed)
        phone.next()
        phone.choose()
        phone.go("/p/details")
        phone.write(child)
        # The first guardian's name is another's by mistake, and is mended.
        phone.write(first | {"name": second["name"]}, "139 0013 9000", "guardian")
        phone.next()
        assert phone.path not in ("/p/consent", "/p/details"), phone.text
        name(first)
        assert phone.path not in ("/p/consent", "/p/details"), phone.text
        name(second)
        assert phone.path == "/p/consent" and ANOTHER[language] in phone.text, phone.text
        assert not phone.page.is_checked(agreed) and phone.page.is_checked("input[name=privacy][value=yes]")
        for path in ("/p/guardian", "/p/photo"):
            phone.go(path)
            assert phone.path == "/p/consent", path
        # Handed in all the same it is refused, and the refusal leads to the consent.
        phone.go("/p/review")
        phone.page.check("input[name=notice]")
        phone.next()
        told = phone.page.locator("[role=alert] li", has_text=ANOTHER[language])
        assert phone.path == "/p/review" and told.count() == 1, phone.text
        told.locator("a").first.click()
        assert phone.path == "/p/consent" and phone.page.url.endswith("#guardian")
        phone.page.check(agreed)
        phone.next()
        assert phone.path != "/p/consent", phone.text
        phone.go("/p/consent")
        assert phone.page.is_checked(agreed) and ANOTHER[language] not in phone.text
        # Whoever was named before has not consented in the other's place.
        name(first)
        assert phone.path == "/p/consent", phone.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_foreigner_with_a_passport_whose_zone_is_read(seller, chromium, language):
    link, seed = next(seller.links), 320 + (language == "zh")
    page, said = card(seed, "clean", "passport")
    with Phone(chromium, seller.server, language) as phone:
        phone.open(link)
        phone.consent(face=False)
        phone.choose("passport")
        assert phone.page.locator("#holder-id-back").count() == 0, "a passport's data page is one side"
        phone.hand("holder-id-front", page)
        phone.go("/p/details")
        for field, text in (("documentNumber", said["number"]), ("birthDate", said["birth"]), ("validUntil", said["validUntil"])):
            assert phone.page.input_value(f"#holder-{field}") == text and phone.page.locator(f"#holder-{field}-read").count() == 1, field
        phone.fill(said | {"address": "云汀省砚溪市竹影县拟真大道7号"}, contact="138 0013 8002")
        assert phone.path == "/p/photo", phone.text
        phone.page.set_input_files("#hand-held-photo-file", {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": hand_held(seed)[0]})
        phone.page.wait_for_selector("#hand-held-photo .state.done")
        phone.hand_in()
        read, answer, roles = into_effect(phone, seller, link, language)
    assert {one["slot"] for one in read["evidence"]} == {"holder-id-front", "hand-held-photo"} and set(roles) == {"holder"}
    assert names(answer, "holder") == (said["name"], said["number"]) and answer["holder"]["documentType"] == "passport"


@pytest.mark.parametrize("language, name", [("zh", "\U00020BB7\u4fca\u00b7阿依古丽"), ("en", "玛依拉·\U00020BB7\u82f1")])
def test_a_name_with_a_rare_character_and_a_dot_is_kept_to_the_letter(seller, chromium, language, name):
    link, seed = next(seller.links), 330 + (language == "zh")
    with Phone(chromium, seller.server, language) as phone:
        phone.open(link)
        phone.consent(face=False)
        phone.choose()
        said = phone.photograph(seed) | {"name": name}
        phone.fill(said)
        assert phone.path == "/p/photo", phone.text
        phone.hold(seed)
        phone.go("/p/details")
        assert phone.page.input_value("#holder-name") == name and phone.page.locator("#holder-name-fault").count() == 0
        # Corrected by hand it is no more what the machine read.
        assert phone.page.locator("#holder-name-read").count() == 0
        phone.go("/p/review")
        assert name in phone.text
        phone.hand_in()
        read, answer, roles = into_effect(phone, seller, link, language)
        assert names(answer, "holder") == (name, said["number"])
        # One character and two asterisks: a character beyond the first plane is one, and not torn.
        assert read["content"]["holder"]["name"] == roles["holder"]["name"] == name[0] + "**"
