"""The tool schemathesis against the contract as served: no server error, no undeclared status, no break of a schema.

SHIMING_SCHEMATHESIS_EXAMPLES and SHIMING_SCHEMATHESIS_SEED change how much and what; the seed is printed.
"""

import os
import pathlib
import subprocess
import sys

import pytest
from shiming_server import BIN, HANDLER, PRODUCT, RESPONSIBLE, UNIT, Caller, World, card_file, iccid, operations, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

EXAMPLES = os.environ.get("SHIMING_SCHEMATHESIS_EXAMPLES", "8")
SEED = os.environ.get("SHIMING_SCHEMATHESIS_SEED", "20261123")
CHECKS = "not_a_server_error,status_code_conformance,response_schema_conformance,content_type_conformance"
# These end or change the sign-in that the run itself goes by (the tool uses ids it has seen); other accounts ask them below.
ENDING = {"signOut": "reviewer", "revokeSession": "agent_manager", "changePassword": "auditor", "beginSecondFactor": "auditor",
          "confirmSecondFactor": "auditor", "renewEnrolment": "second_administrator", "updateAccount": "second_administrator",
          "updateOrganisation": "second_administrator"}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    settings = ("rate-requests=1000000", "rate-open-requests=1000000", "access-token-seconds=14400")
    with serving(tmp_path_factory.mktemp("schemathesis"), settings=settings) as server:
        world = World(server, ["clerk", "agent_manager", "reviewer", "compliance", "auditor", "second_administrator"])
        world.take_in(card_file(range(40)))
        world.allocate()
        world.register(cards={"range": {"from": iccid(0), "to": iccid(19)}})
        world.submit(world.begin(cards={"range": {"from": iccid(20), "to": iccid(39)}}))
        yield world


def run(world, caller, folder, *arguments):
    """The tool as people run it; fails with what it found."""
    print(f"seed {SEED}, {EXAMPLES} examples an operation")
    tool = pathlib.Path(sys.executable).parent / "schemathesis"
    command = [
        str(tool), "run", world.server.address + "/openapi.yaml", "--checks", CHECKS, "--max-examples", EXAMPLES, "--seed", SEED,
        "--header", "Authorization: Bearer " + caller.token, "--phases", "examples,coverage,fuzzing", "--suppress-health-check", "all",
        "--no-shrink", "--continue-on-failure", "--output-truncate", "false", "--request-timeout", "60",
        "--warnings", "off", *arguments]
    environment = os.environ | {"NO_COLOR": "1", "COLUMNS": "160", "NO_PROXY": "*"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, timeout=3_600, stdin=subprocess.DEVNULL)
    (folder / "said.txt").write_text(done.stdout + done.stderr)
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr[-2000:]
    assert world.server.process.poll() is None, "the server ended"


def but(*names):
    return [part for name in names for part in ("--exclude-operation-id", name)]


def permissions(caller):
    """What he may, and what whoever is signed in may."""
    return {*caller.must("readSession").json()["permissions"], "self"}


@pytest.mark.parametrize("who", ["clerk", "compliance", "administrator"])
def test_what_the_contract_says_holds_for(world, who, tmp_path):
    caller = world.people[who]
    chosen = but(*ENDING)
    if who != "administrator":
        # Refusals for want of a permission come before anything is read: the administrator meets them, who asks everything.
        besides = permissions(world.administrator) if who == "compliance" else set()
        opened = permissions(caller) - besides
        names = [name for name, operation in operations().items() if opened & set(operation.permissions) and name not in ENDING]
        assert len(names) > 5, names
        chosen = [part for name in names for part in ("--include-operation-id", name)]
    run(world, caller, tmp_path, *chosen)
    # The run kept its sign-in to the end: it was not all 401.
    assert caller.ask("readSession").status_code == 200


def test_what_the_contract_says_holds_for_a_person_at_an_entrance(world, tmp_path):
    world.take_in(card_file([900]), batch="persons")
    world.allocate(batch="persons")
    link = {"kind": "link", "cards": {"numbers": [iccid(900)]}, "days": 1}
    person = Caller(world.server)
    body = {"link": world.clerk.must("issueEntrances", json=link).json()["items"][0]["code"]}
    person.token = person.must("openSeat", json=body).json()["token"]
    notice = person.must("readPersonalCase").json()["notices"][0]["version"]
    person.must("giveConsent", json={
        "noticeVersion": notice, "answers": {"privacy": True, "sensitive-data": True, "face": True}, "holderIsUnder14": False})
    # A part's operations refuse whoever has no part: who has one asks them below.
    run(world, person, tmp_path, "--include-tag", "Persons", *but("leaveSeat", *of_a_part()))
    assert person.must("readPersonalCase").json()["iccid"] == "****" + iccid(900)[-4:]
    run(world, person, tmp_path, "--include-operation-id", "leaveSeat")
    assert person.ask("readPersonalCase").status_code == 401


def of_a_part():
    return [name for name, operation in operations().items() if operation.permissions == ["part:complete"]]


def test_what_the_contract_says_holds_for_a_person_at_his_part(world, tmp_path):
    content = {"unit": UNIT, "handler": HANDLER, "responsiblePerson": RESPONSIBLE}
    draft = world.clerk.must("createRegistration", json={"channel": "agent", "content": content}).json()["application"]
    link = world.clerk.must("issuePartLink", {"application": draft}, json={"role": "handler"}).json()["code"]
    person = Caller(world.server)
    opened = person.must("openPart", json={"link": link}).json()
    person.token = opened["token"]
    notice = person.must("readPart").json()["noticeVersion"]
    person.must("consentToPart", json={"noticeVersion": notice, "privacy": True, "sensitiveData": True})
    asked = [name for name in of_a_part() if name != "leavePart"]
    assert len(asked) > 6, asked
    run(world, person, tmp_path, *[part for name in asked for part in ("--include-operation-id", name)])
    # The token opened the part to the end, and the tool completed nothing: it had neither the version nor the photos.
    assert person.must("readPart").json()["role"] == "handler"
    run(world, person, tmp_path, "--include-operation-id", "leavePart")
    assert person.ask("readPart").status_code == 401
    person.token = person.must("openPart", json={"link": link, "device": opened["device"]}).json()["token"]
    assert person.must("readPart").json()["unitName"] == UNIT["name"]


@pytest.mark.parametrize("operation", ENDING)
def test_what_ends_or_changes_a_sign_in_keeps_to_the_contract(world, operation, tmp_path):
    run(world, world.people[ENDING[operation]], tmp_path, "--include-operation-id", operation)


def test_the_server_is_sound_after_all_that(world):
    # By somebody of whom the tool knew nothing: it may have dismissed any other.
    auditor = world.add("second_auditor")
    world.settled_trail(by=auditor)
    assert auditor.must("answerForCard", json={"iccid": iccid(3)}).json()["standing"] == "registered"
    assert world.administrator.must("readProduct", {"product": PRODUCT}).json()["code"] == PRODUCT
    ready = world.administrator.web.get(world.server.address + "/readyz", timeout=30)
    assert ready.status_code == 200, ready.text
