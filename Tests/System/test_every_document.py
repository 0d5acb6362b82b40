"""Every document of a person, over HTTP: from a card's entrance, or from the counter where only staff may look at it, into effect.

Numbers, names and pictures are invented. The pictures are of a resident identity card whatever the document: what a machine reads
in the others has tests of its own, here the rules about documents are walked.
"""

import datetime

import pytest
from persons import AREA, UNLIMITED, Person, PersonalWorld, document, problem, rule
from pictures.people import identity_number
from shiming_server import BIN, iccid, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

POLICY = {"rules": [rule(["document-data", "document-photos"])], "approval": "reviewer", "cardsPerPerson": {"wearable": 10},
          "attemptsMax": 100}
TODAY = datetime.date.today()
BIRTH = datetime.date(1990, 6, 1)
CHILDS_BIRTH = datetime.date(TODAY.year - 9, 6, 1)
GUARDIAN = 61
BORN = {"birthDate": BIRTH.isoformat()}
LATIN = {"name": "AURELIA FERNSBY"}
ADDRESS = {"address": "云杉省青禾市望舒区知夏街一号"}

# What stands on each beside name, contact and period.
ON_PAGE = {
    "resident-id": ADDRESS | {"documentNumber": identity_number(AREA, BIRTH, 711)},
    "temporary-resident-id": ADDRESS | {"documentNumber": identity_number(AREA, BIRTH, 713)},
    "household-register": ADDRESS | {"documentNumber": identity_number(AREA, CHILDS_BIRTH, 715)},
    "hk-macao-permit": BORN | {"documentNumber": "H12345678"},
    "taiwan-permit": BORN | {"documentNumber": "12345678"},
    "residence-permit": ADDRESS | {"documentNumber": "830000199001010012"},
    "passport": BORN | LATIN | {"documentNumber": "E12345678"},
    "foreign-permanent-id": LATIN | {"documentNumber": "911840198001010013"},
    "foreign-permanent-id, old": LATIN | {"birthDate": "1980-01-01", "documentNumber": "USA110080010100"},
}
AT_COUNTER = {
    "military-id": BORN | {"documentNumber": "军字第1234567号"},
    "armed-police-id": BORN | {"documentNumber": "武字第1234567号"},
}
ONE_SIDED = ("passport", "household-register")


def facts(kind, printed):
    """As the person types them; a household register says nothing of a period."""
    period = {"validFrom": f"{TODAY.year - 1}-01-01", "validUntil": f"{TODAY.year + 4}-01-01"}
    return {"name": "欧阳青禾", "documentType": kind.partition(",")[0], "contact": "13800138000"} | printed | (
        {} if kind == "household-register" else period)


def without(party, field):
    return {name: text for name, text in party.items() if name != field}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("documents"), settings=UNLIMITED) as server:
        world = PersonalWorld(server, watches=len(ON_PAGE) + len(AT_COUNTER) + 3)
        world.set_policy(POLICY)
        yield world


def photograph(person, role, kind, seed):
    for side in ("front",) if kind in ONE_SIDED else ("front", "back"):
        person.photograph(f"{role}-id-{side}", picture=document(seed, side), insist="true")


def begun(world, kind, **changes):
    """A person at a card's entrance with everything but the handing in."""
    person, holder = world.someone().come_in(), facts(kind, ON_PAGE[kind])
    is_child = kind == "household-register"
    guardian = {"guardian": Person(world, GUARDIAN).facts} if is_child else {}
    person.consent(("privacy", "sensitive-data") + (("guardian",) if is_child else ()), under_14=is_child)
    draft = {"holder": holder, "noticeAccepted": True} | guardian | changes
    person.must("updatePersonalDraft", json=draft)
    photograph(person, "holder", kind, person.seed)
    if is_child:
        photograph(person, "guardian", "resident-id", GUARDIAN)
    # What was read in the pictures is the card's, not this document's.
    person.must("updatePersonalDraft", json=draft)
    return person


def is_effective(world, number, kind, application):
    """Reviewed, accepted by the carrier, and answered for by this document."""
    for name, body, state in (
            ("decideApplication", {"verdict": "approve"}, "awaiting-carrier"),
            ("recordCarrierReply", {"verdict": "accepted", "receipt": f"CM-{number}"}, "approved")):
        read = world.reviewer.must("readApplication", {"application": application})
        done = world.reviewer.must(name, {"application": application}, json=body, version=read.headers["ETag"]).json()
        assert done["state"] == state, done
    answer = world.answer(number)
    assert answer["standing"] == "registered" and answer["holder"]["documentType"] == kind.partition(",")[0], answer


@pytest.mark.parametrize("kind", ON_PAGE)
def test_a_document_comes_into_effect_from_the_entrance(world, kind):
    person = begun(world, kind)
    assert person.hand_in().json()["state"] == "submitted"
    is_effective(world, person.number, kind, world.application_of(person)["id"])
    assert person.stage() == "effective"


@pytest.mark.parametrize("kind", AT_COUNTER)
def test_a_document_that_no_register_knows_comes_into_effect_from_the_counter(world, kind):
    number, holder = world.watch(), facts(kind, AT_COUNTER[kind])
    seen = world.clerk.must("examineInPerson", json={"card": iccid(number), "holder": holder}).json()
    assert "holder-on-site-photo" in seen["slots"]
    made = world.hand_in_person(number, holder=holder, slots=seen["slots"])
    is_effective(world, number, kind, made["application"])


def test_a_period_is_demanded_of_a_resident_id_and_of_a_passport(world):
    for kind in ("resident-id", "passport"):
        person = begun(world, kind)
        person.must("updatePersonalDraft", json={"holder": without(facts(kind, ON_PAGE[kind]), "validUntil"), "noticeAccepted": True})
        status, refusal, details = problem(person.hand_in("ask"))
        assert (status, refusal) == (422, "fields-invalid") and details == {"/holder/validUntil": "missing"}, details


def test_a_proxy_need_not_be_reached_and_the_holder_must(world):
    person = begun(world, "resident-id")
    proxy = without(Person(world, GUARDIAN).facts, "contact")
    holder = facts("resident-id", ON_PAGE["resident-id"])
    person.must("updatePersonalDraft", json={"holder": holder, "proxy": proxy, "noticeAccepted": True})
    photograph(person, "proxy", "resident-id", GUARDIAN)
    person.must("updatePersonalDraft", json={"holder": without(holder, "contact"), "proxy": proxy, "noticeAccepted": True})
    status, refusal, details = problem(person.hand_in("ask"))
    assert (status, refusal) == (422, "fields-invalid") and details == {"/holder/contact": "missing"}, details
    person.must("updatePersonalDraft", json={"holder": holder, "proxy": proxy, "noticeAccepted": True})
    assert person.hand_in().json()["state"] == "submitted"
