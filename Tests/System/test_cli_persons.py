"""Persons' cards from a terminal: policies, links and codes for printing, the carrier's reply, where a case stands; and the demonstration's
watch. What the person does on a phone is done over HTTP, but for the one who does an app's calls one by one."""

import datetime
import http.cookiejar
import json
import os
import re
import signal
import stat
import subprocess
import threading
import urllib.error
import urllib.request
import uuid

import pytest

import qr_reading
from pictures.people import NOBODYS_AREAS, identity_number
from test_cli import (BIN, Person, Walk, assert_nowhere, iccid, plain_environment, png, pytestmark)  # noqa: F401

DOCS = os.path.join(os.path.dirname(__file__), "..", "..", "docs")
FLOOR = os.path.join(DOCS, "examples", "verification-floor.json")
# Invented, of an area in which nobody is registered; the check character holds.
OWNER = {
    "name": "诸葛砚秋", "documentType": "resident-id", "documentNumber": "109999199006180182", "address": "云杉省青禾市望舒区知夏街九号",
    "contact": "13700137001", "validFrom": "2016-07-01", "validUntil": "2036-07-01"}


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    walk = Walk(tmp_path_factory.mktemp("persons"))
    walk.manager = walk.invite("manager", "agent-manager", walk.agent)
    walk.compliance = walk.invite("compliance", "compliance")
    walk.stranger = Person(walk.server, walk.tmp / "stranger")
    walk.administrator.run(
        "product", "create", "M-WATCH-1G", "--name", "手表语音1G", "--carrier", "mobile", "--card-class", "wearable", "--traffic", "general",
        "--megabytes", "1024", "--voice")
    path = walk.tmp / "persons.csv"
    path.write_text("ICCID\n" + "\n".join(iccid(n) for n in range(7000, 7012)) + "\n", encoding="utf-8")
    walk.administrator.run("intake", "send", str(path), "--batch", "P1", "--product", "M-DIR-30", "--province", "31", "--wait")
    walk.administrator.run("allocate", "--to", walk.agent, "--batch", "P1")
    yield walk
    if walk.server.process.poll() is None:
        assert walk.server.stop() == 0


def rows(out):
    return [line.split("\t") for line in out.splitlines() if line]


def written(walk, policy):
    path = walk.tmp / f"policy-{uuid.uuid4()}.json"
    path.write_text(json.dumps(policy, ensure_ascii=False), encoding="utf-8")
    return str(path)


def preview(person, *more, product="M-WATCH-1G"):
    return person.json("policy", "preview", "--product", product, *more)


# ---------------------------------------------------------------- the phone

class Phone:
    """A person's calls with the token of a seat."""

    def __init__(self, address, proof):
        self.address, self.token = address, None
        status, opened = self.ask("POST", "/v1/personal/seats", proof)
        assert status == 201, opened
        self.token = opened["token"]

    def ask(self, method, path, body=None, type="application/json"):
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        return call(self.address, method, path, data, type, self.token)

    def must(self, *arguments, **named):
        status, answer = self.ask(*arguments, **named)
        assert status in (200, 201), answer
        return answer

    def hand_in(self, owner):
        """A card that needs the document and its photos only; answers the code of the case."""
        notices = self.must("GET", "/v1/personal/case")["notices"]
        self.must(
            "POST", "/v1/personal/case/consents",
            {"noticeVersion": notices[0]["version"], "answers": {notice["kind"]: True for notice in notices}, "holderIsUnder14": False})
        for place, slot in enumerate(("holder-id-front", "holder-id-back")):
            self.must("POST", f"/v1/personal/case/pictures?slot={slot}&insist=true", png(60 + 40 * place), type="image/png")
        self.must("PUT", "/v1/personal/case/draft", {"holder": owner, "noticeAccepted": True})
        return self.must("POST", "/v1/personal/case/submission")["code"]


def call(address, method, path, data, type="application/json", token=None):
    request = urllib.request.Request(address + path, data=data, method=method, headers={"Idempotency-Key": str(uuid.uuid4())})
    if data is not None:
        request.add_header("Content-Type", type)
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.loads(answer.read() or b"{}")
    except urllib.error.HTTPError as refused:
        return refused.code, json.loads(refused.read())


def link_of(walk, number, *more):
    """A link's code for one card."""
    return walk.clerk.json("entrance", "issue", "--card", iccid(number), *more)["items"][0]["code"]


def application_of(walk, code):
    waiting = [row[0] for row in rows(walk.reviewer.run("review", "queue", "--all")[0])]
    found = [one for one in waiting if walk.reviewer.json("review", "show", one)["registrationCode"] == code]
    assert len(found) == 1, (code, waiting)
    return found[0]


# ---------------------------------------------------------------- policies

def test_before_anybody_set_one_the_standard_floor_counts(walk):
    out, err = walk.administrator.run("policy", "show")
    assert out == "" and "No version of its own" in err
    needs = preview(walk.clerk)
    told = {(need["method"], need.get("requirement"), need["owner"]) for need in needs["needs"]}
    assert {("document-photos", "R-25-06", "floor"), ("face", "R-PH-04", "floor"), ("face", "R-PH-06", "floor")} <= told
    # Why a person at all: by what is subscribed, and by the class of the card.
    assert {("document-data", "R-IC-05", "floor"), ("document-data", "R-IC-06", "floor")} <= told
    tracker = [preview(walk.clerk, *more, product="M-DIR-30")["needs"] for more in ((), ("--ordinary-number",))]
    assert [[need["reason"] for need in needs if need.get("requirement") == "R-IC-05"] for needs in tracker] == [
        [], ["An 11-digit number is registered to a person by name."]]
    assert needs["approval"] == "reviewer" and needs["cardsMax"] == 10
    assert "hand-held-photo" in needs["withoutFaceRecognition"] and "face" not in needs["withoutFaceRecognition"]


def test_a_preview_is_a_table_with_clause_and_owner(walk):
    out, _ = walk.clerk.run("policy", "preview", "--product", "M-WATCH-1G", "--age", "9", "--proxy", "--device-type", "手表")
    facts, table = out.split("\n\n")
    assert dict(line.split("\t", 1) for line in facts.splitlines())["attempts a day"] == "3"
    found = {row[0]: row for row in rows(table)}
    assert found["guardian"][2:4] == ["R-DP-06", "statute"] and found["proxy"][2:4] == ["R-25-06", "statute"]
    assert "Under 14" in found["guardian"][4]
    chinese, _ = walk.clerk.run("policy", "preview", "--product", "M-WATCH-1G", "--age", "9", "--language", "zh")
    assert "未满 14 周岁" in chinese
    assert preview(walk.clerk, "--document", "military-id")["inPersonOnly"] is True
    walk.clerk.run("policy", "preview", "--product", "NONE", expect=1)


def test_the_floor_in_the_documents_is_the_standard_one(walk):
    """Set as it stands, it changes nothing of what any card needs."""
    situations = [
        (product, "--document", document, "--risk", risk)
        for product in ("M-WATCH-1G", "M-DIR-30") for document in ("resident-id", "passport") for risk in ("ordinary", "high")]
    situations.append(("M-DIR-30", "--ordinary-number"))
    before = [preview(walk.clerk, *more, product=product) for product, *more in situations]
    out, _ = walk.administrator.run("policy", "set", FLOOR)
    assert out.startswith("version\t1\n")
    assert [preview(walk.clerk, *more, product=product) for product, *more in situations] == before
    version = walk.administrator.json("policy", "show")["items"][0]
    with open(FLOOR, encoding="utf-8") as file:
        assert version["policy"] == json.load(file)


def test_versions_stay_and_are_shown_with_their_rules(walk):
    with open(FLOOR, encoding="utf-8") as file:
        policy = json.load(file)
    policy["attemptsMax"] = 5
    stale = walk.administrator.run("policy", "set", written(walk, policy), "--after", "0", expect=1)[1]
    assert "changed-meanwhile" in stale
    walk.administrator.run("policy", "set", "-", stdin=json.dumps(policy))
    out, _ = walk.administrator.run("policy", "show")
    assert re.findall(r"^version\t(\d+)$", out, re.M) == ["2", "1"]
    face = [row for row in rows(out) if len(row) > 4 and row[0] == "2" and row[2] == "face"]
    assert face[0][3:5] == ["uses=voice-or-sms", "R-PH-04"] and "live check" in face[0][5]
    assert "实人认证" in walk.administrator.run("policy", "show", "--language", "zh")[0]
    assert re.findall(r"^version\t(\d+)$", walk.administrator.run("policy", "show", "--limit", "1")[0], re.M) == ["2"]
    assert preview(walk.clerk)["attemptsMax"] == 5
    # What is planned takes effect in its time, unless one says that this one takes its place.
    walk.administrator.run("policy", "set", written(walk, policy), "--from", "2099-01-01")
    policy["attemptsMax"] = 6
    assert "version-before-coming" in walk.administrator.run("policy", "set", written(walk, policy), expect=1)[1]
    assert preview(walk.clerk)["attemptsMax"] == 5
    walk.administrator.run("policy", "set", written(walk, policy), "--replacing")
    assert preview(walk.clerk)["attemptsMax"] == 6


def test_an_agent_adds_and_never_takes_away(walk):
    with open(os.path.join(DOCS, "verification-policies.md"), encoding="utf-8") as file:
        documented = json.loads(re.search(r"```json\n(.*?)```", file.read(), re.S).group(1))
    walk.manager.run("policy", "set", written(walk, documented))
    needs = preview(walk.clerk, "--device-type", "儿童手表")
    mine = [need for need in needs["needs"] if need["owner"] == "agent"]
    assert "hand-held-photo" in {need["method"] for need in mine} and {need["organisation"] for need in mine} == {walk.agent}
    assert needs["attemptsMax"] == 2 and needs["cardsMax"] == 5
    # Others' cards need what they needed.
    assert "agent" not in {need["owner"] for need in preview(walk.administrator, "--device-type", "儿童手表")["needs"]}
    documented["rules"][0]["methods"].remove("face")
    _, err = walk.manager.run("policy", "set", written(walk, documented), expect=1)
    assert "policy-below-floor" in err and "/rules/0/methods" in err
    documented["rules"] = [{"methods": ["document-data", "document-photos"], "reasonEn": "Nothing more.", "reasonZh": "无其他要求。"}]
    walk.manager.run("policy", "set", written(walk, documented))


def test_what_is_no_policy_is_refused(walk):
    _, err = walk.administrator.run("policy", "set", str(walk.tmp / "missing.json"), expect=1)
    assert "missing.json" in err
    assert "not a JSON object" in walk.administrator.run("policy", "set", "-", stdin="[]", expect=1)[1]
    _, err = walk.administrator.run("policy", "set", written(walk, {"approval": "reviewer", "rules": [], "more": 1}), expect=1)
    assert "/policy/more" in err
    empty = {"approval": "reviewer", "rules": [{"methods": [], "reasonEn": "None.", "reasonZh": "无要求"}]}
    assert "policy-rule-empty" in walk.administrator.run("policy", "set", written(walk, empty), expect=1)[1]
    walk.clerk.run("policy", "set", FLOOR, expect=3)
    walk.administrator.run("policy", "set", FLOOR, "--organisation", str(uuid.uuid4()), expect=1)


# ---------------------------------------------------------------- links and codes

def test_links_are_given_out_shown_once_and_revoked(walk):
    out, err = walk.clerk.run("entrance", "issue", "--card", iccid(7000), iccid(7001), "--days", "30", "--device-type", "手表")
    issued = rows(out)
    assert [row[0] for row in issued] == [iccid(7000), iccid(7001)] and "--public-url" in err
    for row in issued:
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{16}", row[1]) and row[2] == f"{walk.server.address}/p/{row[1]}"
    code, entrance = issued[0][1], issued[0][4]
    Phone(walk.server.address, {"link": code})
    listed, _ = walk.clerk.run("entrance", "list", "--card", iccid(7000))
    assert [row[0] for row in rows(listed)] == [entrance] and "手表" in listed and code not in listed
    assert walk.other_clerk.run("entrance", "list", "--all")[0] == ""
    walk.other_clerk.run("entrance", "revoke", entrance, expect=1)
    walk.clerk.run("entrance", "revoke", entrance)
    status, problem = call(walk.server.address, "POST", "/v1/personal/seats", json.dumps({"link": code}).encode())
    assert (status, problem["code"]) == (404, "entrance-not-open")
    assert rows(walk.clerk.run("entrance", "list", "--card", iccid(7000))[0])[0][6]
    for standing, found in (("revoked", [entrance]), ("open", [])):
        listed = walk.clerk.json("entrance", "list", "--card", iccid(7000), "--standing", standing)
        assert [one["id"] for one in listed["items"]] == found, standing


def test_all_links_of_a_batch_are_revoked_at_once(walk):
    code = walk.clerk.json("entrance", "issue", "--card", iccid(7011))["items"][0]["code"]
    walk.other_clerk.run("entrance", "revoke-all", "--batch", "P1", expect=1)
    walk.clerk.run("entrance", "revoke-all", "--batch", "NONE", expect=1)
    assert re.match(r"[1-9]\d* links and codes", walk.clerk.run("entrance", "revoke-all", "--card", iccid(7011))[0])
    assert walk.clerk.json("entrance", "revoke-all", "--card", iccid(7011)) == {"revoked": 0}
    status, problem = call(walk.server.address, "POST", "/v1/personal/seats", json.dumps({"link": code}).encode())
    assert (status, problem["code"]) == (404, "entrance-not-open")
    listed = rows(walk.clerk.run("entrance", "list", "--batch", "P1", "--all")[0])
    assert [row for row in listed if row[-1] == "revoked"] and walk.clerk.run("entrance", "list", "--batch", "NONE")[0] == ""


def test_a_claim_code_is_typed_beside_its_card(walk):
    row, = rows(walk.clerk.run("entrance", "issue", "--card", iccid(7002), "--kind", "claim-code")[0])
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", row[1]) and row[2] == ""
    Phone(walk.server.address, {"iccid": iccid(7002), "claimCode": row[1].lower()})
    walk.clerk.run("entrance", "issue", "--card", iccid(7002), "--kind", "claim-code", "--qr", str(walk.tmp / "none"), expect=2)
    walk.clerk.run("entrance", "issue", "--card", iccid(7002), "--kind", "nonsense", expect=2)


def test_thousands_go_into_a_file_only_their_owner_reads(walk):
    path = walk.tmp / "links.csv"
    out, err = walk.clerk.run(
        "entrance", "issue", "--batch", "P1", "--days", "100", "--csv", str(path), "--public-url", "https://sim.example.cn/")
    assert "12 given out" in out and "--public-url" not in err
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    lines = path.read_bytes().decode().split("\r\n")
    assert lines[0] == "ICCID,kind,code,link,expires,entrance" and lines[-1] == "" and len(lines) == 14
    cells = [line.split(",") for line in lines[1:-1]]
    assert [cell[0] for cell in cells] == [iccid(n) for n in range(7000, 7012)]
    assert len({cell[2] for cell in cells}) == 12
    assert all(cell[3] == f"https://sim.example.cn/p/{cell[2]}" and cell[2] not in out for cell in cells)
    Phone(walk.server.address, {"link": cells[3][2]})


def test_what_has_nowhere_to_go_is_not_given_out(walk):
    count = len(rows(walk.clerk.run("entrance", "list", "--all")[0]))
    there = walk.tmp / "there.csv"
    there.write_text("mine")
    folder = walk.tmp / "full"
    folder.mkdir()
    (folder / "something").write_text("mine")
    _, err = walk.clerk.run("entrance", "issue", "--batch", "P1", "--csv", str(there), "--qr", str(walk.tmp / "fresh"), expect=1)
    assert "is there already" in err and there.read_text() == "mine" and not (walk.tmp / "fresh").exists()
    assert "is not empty" in walk.clerk.run("entrance", "issue", "--batch", "P1", "--qr", str(folder), expect=1)[1]
    walk.clerk.run("entrance", "issue", "--batch", "P1", "--csv", str(walk.tmp / "no" / "such.csv"), expect=1)
    assert len(rows(walk.clerk.run("entrance", "list", "--all")[0])) == count
    # What the server refuses leaves no files behind.
    places = [walk.tmp / "refused.csv", walk.tmp / "refused"]
    walk.clerk.run("entrance", "issue", "--batch", "NONE", "--csv", str(places[0]), "--qr", str(places[1]), expect=1)
    assert not any(place.exists() for place in places)
    walk.clerk.run("entrance", "issue", "--batch", "P1", "--days", "3999", expect=1)
    walk.other_clerk.run("entrance", "issue", "--batch", "P1", expect=1)
    walk.auditor.run("entrance", "issue", "--batch", "P1", expect=3)


@pytest.mark.parametrize("public", ["https://sim.example.cn", "http://127.0.0.1:8080", "https://registration-of-cards.example.com:8443"])
def test_a_qr_code_a_card_reads_as_its_link(walk, public):
    folder = walk.tmp / f"codes-{len(public)}"
    issued = walk.clerk.json("entrance", "issue", "--card", iccid(7003), iccid(7004), "--qr", str(folder), "--public-url", public)["items"]
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{one['iccid']}.svg" for one in issued)
    for one in issued:
        path = folder / f"{one['iccid']}.svg"
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        margin, modules = qr_reading.modules_of(path.read_text(encoding="utf-8"))
        assert margin == 4
        assert qr_reading.text_of(modules) == f"{public}/p/{one['code']}"


# ---------------------------------------------------------------- a case, from the terminal

def status(walk, code):
    """Asked by somebody who never signed in."""
    return walk.stranger.json("person", "status", code)


def test_a_case_is_followed_by_its_code_until_the_carrier_accepts(walk):
    code = Phone(walk.server.address, {"link": link_of(walk, 7005)}).hand_in(OWNER)
    assert status(walk, code)["stage"] == "in-review" and "effectiveAt" not in status(walk, code)
    application = application_of(walk, code)
    walk.reviewer.run("review", "carrier-reply", application, "--accepted", "--receipt", "R-0001", expect=1)
    walk.reviewer.run("review", "take", application)
    assert walk.reviewer.facts("review", "approve", application)["state"] == "awaiting-carrier"
    assert status(walk, code)["stage"] == "awaiting-carrier"
    assert [row[0] for row in rows(walk.reviewer.run("review", "queue", "--state", "awaiting-carrier")[0])] == [application]
    walk.clerk.run("review", "carrier-reply", application, "--accepted", "--receipt", "R-0001", expect=3)
    walk.reviewer.run("review", "carrier-reply", application, "--receipt", "R-0001", expect=2)
    walk.reviewer.run("review", "carrier-reply", application, "--accepted", "--refused", "--receipt", "R-0001", expect=2)
    decided = walk.reviewer.facts("review", "carrier-reply", application, "--accepted", "--receipt", "R-0001")
    assert (decided["state"], decided["registered"]) == ("approved", "1")
    told = walk.stranger.facts("person", "status", code)
    assert told["stage"] == "effective" and told["effective"]
    answer = walk.clerk.json("who", iccid(7005))
    assert answer["standing"] == "registered" and answer["holder"]["name"] == "诸**" and "unit" not in answer
    assert OWNER["documentNumber"] not in json.dumps(answer)
    revealed = walk.reviewer.facts("reveal", iccid(7005), "--purpose", "Complaint 2026-118")
    assert revealed["holder"].startswith(OWNER["name"] + " (resident-id ")


def test_what_the_carrier_refuses_goes_back_with_that_reason(walk):
    code = Phone(walk.server.address, {"link": link_of(walk, 7006)}).hand_in(OWNER)
    application = application_of(walk, code)
    walk.reviewer.run("review", "take", application)
    walk.reviewer.run("review", "approve", application)
    _, err = walk.reviewer.run("review", "carrier-reply", application, "--refused", "--receipt", "R-0001", expect=1)
    assert "receipt-used" in err
    assert "receipt" in walk.reviewer.run("review", "carrier-reply", application, "--refused", "--receipt", "R 2", expect=1)[1]
    for verdict, wrong in (("--refused", ["--code", "4 1"]), ("--refused", ["--words", "x"]), ("--accepted", ["--code", "41"])):
        walk.reviewer.run("review", "carrier-reply", application, verdict, "--receipt", "R-0002", *wrong, expect=1)
    walk.reviewer.run("review", "carrier-reply", application, "--refused", "--receipt", "R-0002", "--code", "41", "--words", "证件照片不清晰")
    out, _ = walk.stranger.run("person", "status", code, "--language", "zh")
    assert "运营商未受理该登记：证件照片不清晰（41）。" in out
    assert "to-be-mended" in out and "carrier-refused" in out and "attempts left today\t" in out


# ---------------------------------------------------------------- at the counter

COUNTER_SLOTS = ("holder-id-front", "holder-id-back", "holder-on-site-photo")
# Invented as well; the document of an area that no place has.
VISITOR = OWNER | {"name": "欧阳知夏", "documentNumber": "10999919900618014X"}


@pytest.fixture(scope="module")
def counter(walk):
    """A clerk of a hall that has cards of its own."""
    hall = walk.administrator.json("organisation", "create", "hall", "示例营业厅")["id"]
    path = walk.tmp / "counter.csv"
    path.write_text("ICCID\n" + "\n".join(iccid(n) for n in (7110, 7111, 7112)) + "\n", encoding="utf-8")
    walk.administrator.run("intake", "send", str(path), "--batch", "P2", "--product", "M-WATCH-1G", "--province", "31", "--wait")
    walk.administrator.run("allocate", "--to", hall, "--batch", "P2")
    walk.hall_clerk = walk.invite("hall-clerk", "hall-clerk", hall)
    return walk.hall_clerk


def at_the_counter(walk, clerk, number, *more, consents=("privacy", "sensitive-data"), slots=COUNTER_SLOTS, version=None, accepted=True,
                   visitor=VISITOR, expect=0):
    papers = []
    for place, slot in enumerate(slots):
        path = walk.tmp / f"counter-{slot}.png"
        path.write_bytes(png(200 + 13 * place + number % 10))
        papers.append(f"{slot}={path}")
    content = walk.tmp / "visitor.json"
    content.write_text(json.dumps({"holder": visitor}, ensure_ascii=False), encoding="utf-8")
    words = ["person", "register", iccid(number), "--content", str(content), "--notice-version", version or notice_version(walk)]
    words += ["--paper", *papers, "--consent", *consents] + (["--legal-notice-accepted"] if accepted else [])
    return clerk.run(*words, *more, expect=expect)


def notice_version(walk):
    """As it is printed on the notice the person reads at the counter."""
    return walk.hall_clerk.json("person", "examine", iccid(7110))["noticeVersion"]


def visitor_file(walk, visitor=VISITOR):
    content = walk.tmp / "examined.json"
    content.write_text(json.dumps({"holder": visitor}, ensure_ascii=False), encoding="utf-8")
    return str(content)


def test_the_counter_is_told_what_a_card_needs_before_anything_is_taken(walk, counter):
    out, err = counter.run("person", "examine", iccid(7110))
    told = dict(line.split("\t", 1) for line in out.splitlines() if line.count("\t") == 1)
    assert told["free"] == "yes" and told["papers"].startswith("holder-id-front") and told["notice version"].endswith("-counter")
    assert "The staff of 示例营业厅 before you" in out and "R-PH-04" in out
    seen = counter.json("person", "examine", iccid(7110), "--content", visitor_file(walk), "--consent", "privacy", "sensitive-data")
    assert {check["subject"] for check in seen["checks"] if check["verdict"] == "failed"} == {
        "/evidence/holder-id-front", "/evidence/holder-id-back", "/evidence/holder-on-site-photo", "/noticeAccepted"}
    assert seen["holderAge"] == "fourteen-or-older" and "obstacle" not in seen
    for card in (iccid(7008), iccid(79_999), "x"):
        assert "[not-found]" in counter.run("person", "examine", card, expect=1)[1]
    walk.reviewer.run("person", "examine", iccid(7110), expect=3)


def test_the_counter_counts_a_persons_cards_by_name_and_number(walk, counter):
    counted = counter.facts("person", "count", iccid(7110), "--content", visitor_file(walk))
    assert (counted["registered"], counted["none left"]) == ("0", "no") and int(counted["at most"]) >= 1
    nameless = counter.json("person", "count", iccid(7110), "--content", visitor_file(walk, {"documentNumber": VISITOR["documentNumber"]}))
    assert "max" not in nameless and nameless["reached"] is False
    assert "[not-found]" in counter.run("person", "count", iccid(7008), "--content", visitor_file(walk), expect=1)[1]
    walk.reviewer.run("person", "count", iccid(7110), "--content", visitor_file(walk), expect=3)


def test_the_counter_takes_pictures_once_the_person_consented(walk, counter):
    path = walk.tmp / "taken.png"
    path.write_bytes(png(211))
    version = ["--notice-version", notice_version(walk)]
    take = ["person", "take", "holder-id-front", str(path), *version]
    assert "[consent-needed]" in counter.run(*take, "--consent", "privacy", expect=1)[1]
    both = ["--consent", "privacy", "sensitive-data"]
    # How old the holder is comes from what was examined, of the same member of staff, and nobody makes it up.
    born = datetime.date.today().replace(day=1) - datetime.timedelta(days=8 * 366)
    child = visitor_file(walk, VISITOR | {"documentNumber": identity_number(NOBODYS_AREAS[0], born, 77)})
    examined = counter.json("person", "examine", iccid(7110), "--content", child)["examined"]
    assert "[guardian-consent-needed]" in counter.run(*take, *both, "--examined", examined, expect=1)[1]
    assert "[examination-unknown]" in counter.run(*take, *both, "--examined", "fourteen-or-older", expect=1)[1]
    assert "[age-unknown]" in counter.run("person", "take", "holder-on-site-photo", str(path), *version, *both, expect=1)[1]
    assert counter.run("person", "take", "face-capture", str(path), *version, *both, expect=1)[0] == ""
    # Whose another document is, is asked of a case that was sent back only.
    for said in ("--corrected", "--another"):
        assert "--application" in counter.run("person", "examine", iccid(7110), said, "holder", expect=2)[1]
    assert "[notice-version-old]" in counter.run(*take[:4], "--notice-version", "1999-01", *both, expect=1)[1]
    walk.reviewer.run(*take, *both, expect=3)
    # What names no piece is told, and nothing breaks by it.
    for paper in ("holder-id-front", str(uuid.uuid4()), f"={uuid.uuid4()}", "holder-id-front=no-identifier"):
        assert "--paper takes" in counter.run("person", "examine", iccid(7110), "--paper", paper, expect=2)[1], paper
    taken = counter.facts(*take, *both, "--insist")
    assert uuid.UUID(taken["evidence"]) and taken["slot"] == "holder-id-front"
    seen = counter.json("person", "examine", iccid(7110), "--paper", f"holder-id-front={taken['evidence']}")
    assert "/evidence/holder-id-front" not in {check["subject"] for check in seen["checks"]}


def test_what_is_not_whole_is_handed_in_at_no_counter(walk, counter):
    for told, named in (
            ("/evidence/holder-on-site-photo", {"slots": COUNTER_SLOTS[:2]}), ("/consents/sensitive-data", {"consents": ["privacy"]}),
            ("notice-version-old", {"version": "1999-01"}), ("/noticeAccepted", {"accepted": False}),
            ("channel-not-allowed", {"more": ["--channel", "self-service"]})):
        out, err = at_the_counter(walk, counter, 7110, *named.pop("more", []), expect=1, **named)
        assert out == "" and told in err, (told, err)
        assert VISITOR["documentNumber"] not in err and VISITOR["name"] not in err
    # Whoever reviews hands nothing in, and another's card is not there.
    at_the_counter(walk, walk.reviewer, 7110, expect=3)
    assert "[not-found]" in at_the_counter(walk, counter, 7008, expect=1)[1]


def test_the_counter_registers_a_person_who_stands_there(walk, counter):
    out, err = at_the_counter(walk, counter, 7111, "--reads", "en")
    begun = dict(line.split("\t", 1) for line in out.splitlines() if line.count("\t") == 1)
    assert VISITOR["documentNumber"] not in out + err and VISITOR["name"] not in out + err
    code = begun["code"]
    assert status(walk, code)["stage"] == "in-review"
    application = begun["application"]
    walk.reviewer.run("review", "take", application)
    assert walk.reviewer.facts("review", "approve", application)["state"] == "awaiting-carrier"
    walk.reviewer.run("review", "carrier-reply", application, "--accepted", "--receipt", "R-0077")
    assert status(walk, code)["stage"] == "effective"
    assert walk.reviewer.facts("reveal", iccid(7111), "--purpose", "Complaint 2026-119")["holder"].startswith(VISITOR["name"])
    # Registered once, and the counter is told why not again.
    at_the_counter(walk, counter, 7111, expect=1)
    obstacle = counter.json("person", "examine", iccid(7111))["obstacle"]
    assert obstacle["code"] == "card-already-registered" and obstacle["mend"]


def test_what_was_sent_back_is_handed_in_again_by_the_counter(walk, counter):
    visitor = VISITOR | {"name": "上官知夏", "documentNumber": "109999199006180203"}
    out, _ = at_the_counter(walk, counter, 7112, visitor=visitor)
    application = dict(line.split("\t", 1) for line in out.splitlines() if line.count("\t") == 1)["application"]
    walk.reviewer.run("review", "take", application)
    walk.reviewer.run("review", "send-back", application, "--reason", "/holder/address=does-not-match")
    shown = counter.json("register", "show", application)["content"]
    assert visitor["documentNumber"] not in json.dumps(shown)
    version = str(counter.json("register", "show", application)["version"])
    mended = walk.tmp / "mended.json"
    mended.write_text(json.dumps({"holder": shown["holder"] | {"address": "云杉省青禾市望舒区知夏街十号"}}, ensure_ascii=False), encoding="utf-8")
    papers = [f"{slot}={pieces[0]}" for slot, pieces in shown["evidence"].items()]
    words = ["person", "register", iccid(7112), "--content", str(mended), "--notice-version", notice_version(walk), "--application", application,
             "--version", version, "--consent", "privacy", "sensitive-data", "--legal-notice-accepted", "--paper", *papers]
    # Without the version as it was read, nothing is handed in over another's change.
    assert "--version" in counter.run(*(word for word in words if word not in ("--version", version)), expect=2)[1]
    old = [str(int(version) - 1) if word == version else word for word in words]
    assert "[changed-meanwhile]" in counter.run(*old, expect=1)[1]
    assert "[card-of-another-case]" in counter.run(*words[:2], iccid(7110), *words[3:], expect=1)[1]
    counter.run(*words)
    seen = walk.reviewer.json("review", "show", application)
    assert seen["state"] == "submitted"
    assert "[application-closed]" in counter.run(*words, expect=1)[1]


# ---------------------------------------------------------------- the person's own side, call by call as an app does it

BUYER = OWNER | {"name": "司空映雪", "documentNumber": identity_number(NOBODYS_AREAS[0], datetime.date(1988, 3, 5), 21), "contact": "13700137021"}


@pytest.fixture(scope="module")
def buyer(walk):
    """Somebody with a terminal, who never signs in, and pictures to hand in."""
    buyer = Person(walk.server, walk.tmp / "buyer")
    buyer.pictures = {}
    for place, slot in enumerate(("holder-id-front", "holder-id-back", "hand-held-photo")):
        path = walk.tmp / f"buyer-{slot}.png"
        path.write_bytes(png(70 + 50 * place))
        buyer.pictures[slot] = str(path)
    return buyer


def come_in(person, link, *more, expect=0):
    return person.run("seat", "open", "--code-stdin", *more, stdin=link + "\n", expect=expect)


def picture(person, slot, *more, **options):
    return person.run("seat", "picture", slot, person.pictures[slot], "--insist", *more, **options)


def fill_in(person, holder, *more, expect=0):
    return person.run("seat", "fill-in", "-", *more, stdin=json.dumps({"holder": holder}, ensure_ascii=False), expect=expect)


def facts_of(out):
    return dict(line.split("\t", 1) for line in out.splitlines() if "\t" in line)


def let_pass(walk, code):
    application = application_of(walk, code)
    walk.reviewer.run("review", "take", application)
    return application, walk.reviewer.facts("review", "approve", application)["state"]


def test_a_person_comes_in_by_a_link_or_a_claim_code_and_the_seat_is_a_file_of_his_own(walk, buyer):
    # Whoever is signed in here is nobody at a seat.
    for person in (buyer, walk.clerk):
        assert "shiming seat open" in person.run("seat", "show", expect=3)[1]
    assert "carrier" in buyer.facts("seat", "look-up", iccid(7009))
    assert "[entrance-not-open]" in come_in(buyer, "ABCDEFGH", expect=1)[1]
    claim = rows(walk.clerk.run("entrance", "issue", "--card", iccid(7010), "--kind", "claim-code")[0])[0][1]
    kept = walk.tmp / "claimed.json"
    out, err = come_in(buyer, claim, "--iccid", iccid(7010), "--seat", str(kept))
    assert stat.S_IMODE(os.stat(kept).st_mode) == 0o600 and claim not in out + err
    assert buyer.facts("seat", "show", "--seat", str(kept))["standing"] == "open"
    seat = json.loads(kept.read_text(encoding="utf-8"))
    assert seat["token"] not in out + err and seat["device"] not in out + err
    # Opened again, it is the same device with another token.
    come_in(buyer, claim, "--iccid", iccid(7010), "--seat", str(kept))
    again = json.loads(kept.read_text(encoding="utf-8"))
    assert again["device"] == seat["device"] and again["token"] != seat["token"]
    assert walk.stranger.json("seat", "show", SHIMING_SEAT_TOKEN=again["token"])["standing"] == "open"
    assert buyer.json("seat", "show", SHIMING_SEAT=str(kept))["standing"] == "open"
    assert "the seat is one at" in buyer.run("seat", "show", "--seat", str(kept), "--server", "http://127.0.0.1:1", expect=2)[1]
    kept.write_text("{", encoding="utf-8")
    assert "not a seat's file" in come_in(buyer, claim, "--iccid", iccid(7010), "--seat", str(kept), expect=1)[1]
    assert kept.read_text(encoding="utf-8") == "{"


def test_a_person_registers_from_a_terminal_as_an_app_would(walk, buyer):
    buyer.link = f"{walk.server.address}/p/{link_of(walk, 7009)}"
    come_in(buyer, buyer.link)
    out, _ = buyer.run("seat", "show")
    told = facts_of(out)
    version = told["notice version"]
    assert told["holder's age"] == "unknown" and f"(privacy, {version})" in out and "document-photos" in told
    # Nothing of the person is kept before he consented to what he read.
    assert "[consent-needed]" in fill_in(buyer, BUYER, expect=1)[1]
    consent = ["seat", "consent", "--consent", "privacy", "sensitive-data", "--notice-version"]
    assert "--notice-version" in buyer.run(*consent[:-1], expect=2)[1]
    assert "[notice-version-old]" in buyer.run(*consent, "1999-01", expect=1)[1]
    assert "different things of privacy" in buyer.run(*consent, version, "--decline", "privacy", expect=2)[1]
    assert set(buyer.facts(*consent, version, "--decline", "face")["consents"].split(",")) == {"privacy", "sensitive-data"}
    # Pictures only where it is known whether a guardian is asked; a face from no file at all.
    assert "[age-unknown]" in picture(buyer, "holder-id-front", expect=1)[1]
    assert buyer.facts(*consent, version, "--holder-age", "fourteen-or-older")["holder's age"] == "fourteen-or-older"
    for words in (["seat", "face"], ["seat", "picture", "face-capture", buyer.pictures["hand-held-photo"]]):
        out, err = buyer.run(*words, expect=1)
        assert out == "" and "R-AF-11" in err and f"{walk.server.address}/p/start" in err
    taken = facts_of(picture(buyer, "holder-id-front")[0])
    assert uuid.UUID(taken["evidence"]) and taken["slot"] == "holder-id-front"
    assert "/evidence/holder-id-back" in buyer.run("seat", "submit", expect=1)[1]
    picture(buyer, "holder-id-back")
    # What stands there is corrected in a file and confirmed by it; of a person nothing is an argument.
    draft = walk.tmp / "draft.json"
    buyer.run("seat", "draft", "-o", str(draft))
    assert stat.S_IMODE(os.stat(draft).st_mode) == 0o600
    assert json.loads(draft.read_text(encoding="utf-8"))["holder"]["documentType"] == "resident-id"
    buyer.run("seat", "fill-in", str(draft), "--set", "holder.name=x", expect=2)
    assert "/more" in buyer.run("seat", "fill-in", "-", stdin=json.dumps({"holder": BUYER, "more": 1}), expect=1)[1]
    said = fill_in(buyer, BUYER, "--legal-notice-accepted")
    out, err = buyer.run("seat", "submit")
    code = facts_of(out)["code"]
    assert f"shiming person status {code}" in err
    for secret in (BUYER["name"], BUYER["documentNumber"]):
        assert secret not in "".join(said) + out + err
    assert "[application-closed]" in buyer.run("seat", "submit", expect=1)[1]
    assert buyer.facts("seat", "status")["stage"] == "in-review" and status(walk, code)["stage"] == "in-review"
    application, state = let_pass(walk, code)
    assert state == "awaiting-carrier"
    walk.reviewer.run("review", "carrier-reply", application, "--accepted", "--receipt", "R-0701")
    assert buyer.facts("seat", "status")["stage"] == "effective"
    for command in ("carrier-page", "carrier-outcome"):
        assert "[carrier-page-not-offered]" in buyer.run("seat", command, expect=1)[1], command
    assert walk.reviewer.facts("reveal", iccid(7009), "--purpose", "Complaint 2026-121")["holder"].startswith(BUYER["name"])
    buyer.code = code


def test_proved_again_a_person_has_his_data_and_hands_his_card_on_from_a_terminal(walk, buyer):
    code = buyer.code
    assert "[identity-not-proved]" in buyer.run("own", "show", expect=3)[1]
    version = buyer.facts("own", "prove")["notice version"]
    buyer.run("seat", "consent", "--notice-version", version, "--consent", "privacy", "sensitive-data", "--decline", "face")
    fill_in(buyer, {"documentNumber": OWNER["documentNumber"]}, "--declines-face-recognition")
    picture(buyer, "hand-held-photo")
    assert "[not-the-holder]" in buyer.run("seat", "submit", expect=1)[1]
    fill_in(buyer, {"documentNumber": BUYER["documentNumber"]}, "--declines-face-recognition")
    buyer.run("seat", "submit")
    assert buyer.json("own", "matters")["proof"]["state"] == "submitted"
    assert let_pass(walk, code)[1] == "approved"
    out, _ = buyer.run("own", "show")
    assert f"name\t{BUYER['name']}\n" in out and f"\n{code}\t" in out
    copy = walk.tmp / "copy.json"
    assert buyer.run("own", "show", "-o", str(copy))[0] == ""
    assert stat.S_IMODE(os.stat(copy).st_mode) == 0o600
    assert json.loads(copy.read_text(encoding="utf-8"))["person"]["documentNumber"] == BUYER["documentNumber"]
    for act in ("release", "dispute", "transfer", "correct", "bring-back"):
        assert "[not-found]" in buyer.run("own", act, "SM-NONE", expect=1)[1], act
    # Kept while it is being cancelled, and only then.
    walk.administrator.run("card", "activate", "--card", iccid(7009))
    assert "[life-not-cancelling]" in buyer.run("own", "bring-back", code, expect=1)[1]
    walk.administrator.run("card", "cancel", "--card", iccid(7009))
    assert buyer.json("own", "show")["cards"][0]["cancelledUnlessBroughtBack"]
    assert "runs on" in buyer.run("own", "bring-back", code)[0]
    assert "cancelledUnlessBroughtBack" not in buyer.json("own", "show")["cards"][0]
    # To a next owner, who does not want it; and then disputed.
    offered = buyer.facts("own", "transfer", code, "--public-url", "https://sim.example.cn")
    assert re.fullmatch(r"https://sim\.example\.cn/p/[0-9A-Z]{16}", offered["link"])
    assert "[asked-already]" in buyer.run("own", "release", code, expect=1)[1]
    next_owner = Person(walk.server, walk.tmp / "next-owner")
    come_in(next_owner, offered["link"])
    assert next_owner.facts("seat", "show")["standing"] == "in-transfer"
    next_owner.run("seat", "decline-transfer")
    assert "[not-found]" in buyer.run("own", "call-off-transfer", code, expect=1)[1]
    assert buyer.facts("own", "dispute", code)["kind"] == "dispute"
    assert buyer.facts("own", "deletion-request")["deleted"] == "no"
    # To another seat of the same card nothing of it is shown.
    other = Person(walk.server, walk.tmp / "other-seat")
    come_in(other, buyer.link)
    assert "[identity-not-proved]" in other.run("own", "show", expect=3)[1]
    # Left, the seat opens nothing and is left once only; come in again with the same file, who one is is proved no more.
    assert "Left" in buyer.run("seat", "leave")[0]
    for words in (["own", "show"], ["own", "bring-back", code], ["seat", "leave"]):
        assert "[token-refused]" in buyer.run(*words, expect=3)[1], words
    assert "shiming seat open" in walk.clerk.run("seat", "leave", expect=3)[1]
    come_in(buyer, buyer.link)
    for words in (["own", "show"], ["own", "bring-back", code]):
        assert "[identity-not-proved]" in buyer.run(*words, expect=3)[1], words


def test_somebody_whose_card_another_took_tells_the_operator(walk):
    link = link_of(walk, 7008)
    assert "[card-not-taken]" in walk.stranger.run("person", "claim", "--link-stdin", stdin=link + "\n", expect=1)[1]
    assert "[entrance-not-open]" in walk.stranger.run("person", "claim", "--link-stdin", stdin="ABCDEFGH\n", expect=1)[1]
    owner = Phone(walk.server.address, {"link": link})
    owner.hand_in(OWNER | {"name": "东方云岫", "documentNumber": "109999199006180211"})
    out, _ = walk.stranger.run("person", "claim", "--link-stdin", stdin=link + "\n")
    assert "told" in out
    out, _ = walk.stranger.run("person", "claim", "--link-stdin", stdin=link + "\n13700137009\n")
    case = next(case for case in walk.administrator.json("life", "cases")["items"] if case["kind"] == "claimed-at-entrance")
    assert case["contacts"] == 1
    contacts = ["life", "contacts", case["card"], "--purpose"]
    walk.administrator.run(*contacts, "Case 2026-119", expect=3)
    assert "13700137009" in walk.compliance.run(*contacts, "Case 2026-119")[0]
    assert "13700137009" not in walk.compliance.run(*contacts, "x", expect=1)[1]
    walk.reviewer.run(*contacts, "Case 2026-119", expect=3)
    # At a seat, without the link once more.
    claim = ["seat", "claim", "--contact-stdin"]
    assert "shiming seat open" in walk.stranger.run(*claim, stdin="\n", expect=3)[1]
    come_in(walk.stranger, link)
    assert "[contact-invalid]" in walk.stranger.run(*claim, stdin="call me\n", expect=1)[1]
    assert "told" in walk.stranger.run(*claim, stdin="\n")[0]


def test_an_unknown_code_tells_nothing(walk):
    out, err = walk.stranger.run("person", "status", "XXXX-XXXX", expect=1)
    assert out == "" and "[not-found]" in err
    # A unit's registration is no person's case.
    assert walk.stranger.run("person", "status", walk.begun["code"], expect=1)[1] == err


def test_nothing_of_the_person_stands_in_clear(walk):
    with open(walk.server.log, "rb") as log:
        kept = {"log": log.read()}
    said = [person[field] for person in (OWNER, VISITOR, BUYER) for field in ("name", "documentNumber")]
    assert_nowhere(walk.server.data, kept, said + [OWNER["address"], OWNER["contact"], BUYER["contact"]])


# ---------------------------------------------------------------- the demonstration's watch

@pytest.mark.parametrize("language, told", [
    ("C.UTF-8", [r"Consents, each by itself", r"\.\.\.|waits for a reviewer", r": effective", r"R-PH-06"]),
    ("zh_CN.UTF-8", [r"逐项同意告知", r"待人工审核", r"：已生效", r"R-PH-06"]),
])
def test_the_demonstration_registers_a_watch(tmp_path, language, told):
    done = subprocess.run(
        [BIN, "demo", "--data", str(tmp_path / "demo"), "--port", "0", "--once", "--cards", "50"], capture_output=True, timeout=300,
        env=plain_environment(LANG=language))
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 0, (out, err)
    assert re.search(r"http://127\.0\.0\.1:\d+/p/[0-9A-Z]{16}\n", out)
    for words in told:
        assert re.search(words, out), words
    assert_nowhere(tmp_path / "demo", {"stdout": done.stdout, "stderr": done.stderr}, ["慕容听澜", "109999199006180182", "望舒区知夏街一号"])


def test_the_demonstration_leaves_a_second_card_for_the_newcomer(tmp_path):
    process = subprocess.Popen(
        [BIN, "demo", "--data", str(tmp_path / "demo"), "--port", "0", "--cards", "20"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=plain_environment())
    try:
        lines = []
        ended = threading.Timer(240, process.kill)
        ended.start()
        for line in process.stdout:
            lines.append(line.decode().strip())
            if lines[-1].startswith("shiming enrol "):
                break
        ended.cancel()
        address, code = re.fullmatch(r"(http://\S+)/p/([0-9A-Z]{16})", [line for line in lines if "/p/" in line][-1]).groups()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        with browser.open(f"{address}/p/{code}", timeout=60) as page:
            assert page.status == 200 and code not in page.url
            assert "手表" in page.read().decode()
        assert Phone(address, {"link": code}).must("GET", "/v1/personal/case")["standing"] == "open"
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0


def test_a_part_of_a_units_draft_is_handed_over_seen_once_and_revoked(walk):
    application = walk.clerk.facts("register", "create", "--set", "unit.name=上海云杉物联科技有限公司")["application"]
    code = walk.tmp / "handler.svg"
    issued = walk.clerk.facts("part-link", "issue", application, "--role", "handler", "--qr", str(code), "--public-url", "https://sim.example.cn")
    assert re.fullmatch(r"https://sim\.example\.cn/p/part/[0-9A-Z]{16}", issued["link"])
    assert qr_reading.text_of(qr_reading.modules_of(code.read_text(encoding="utf-8"))[1]) == issued["link"]
    assert stat.S_IMODE(code.stat().st_mode) == 0o600
    # Nothing that is there is written over, and no file stays of what was not given out.
    assert "there already" in walk.clerk.run("part-link", "issue", application, "--role", "handler", "--qr", str(code), expect=1)[1]
    none = walk.tmp / "none.svg"
    assert "part-not-there" in walk.clerk.run("part-link", "issue", application, "--role", "actual-user", "--qr", str(none), expect=1)[1]
    assert not none.exists()
    walk.clerk.run("part-link", "issue", application, "--role", "proxy", expect=2)
    walk.other_clerk.run("part-link", "list", application, expect=1)
    (row,) = rows(walk.clerk.run("part-link", "list", application)[0])
    assert row[:3] == [issued["part link"], "handler", "open"] and issued["link"][-16:] not in "".join(row)
    walk.clerk.run("part-link", "revoke", issued["part link"])
    (part,) = walk.clerk.json("part-link", "list", application)["items"]
    assert part["standing"] == "revoked"


def test_a_person_completes_his_part_from_a_terminal_as_an_app_would(walk):
    unit = "上海云杉物联科技有限公司"
    application = walk.clerk.facts("register", "create", "--set", f"unit.name={unit}")["application"]
    link = walk.clerk.facts("part-link", "issue", application, "--role", "handler")["link"]
    person = Person(walk.server, walk.tmp / "handler")
    # Whoever is signed in here is nobody at a part.
    for somebody in (person, walk.clerk):
        assert "shiming part open" in somebody.run("part", "show", expect=3)[1]
    assert "[part-link-not-open]" in person.run("part", "open", "--code-stdin", stdin="ABCDEFGH\n", expect=1)[1]
    said = [*person.run("part", "open", "--code-stdin", stdin=link + "\n")]
    kept = os.path.join(person.folder, "shiming", "part.json")
    assert stat.S_IMODE(os.stat(kept).st_mode) == 0o600
    out, _ = person.run("part", "show")
    told = facts_of(out)
    version = told["notice version"]
    assert told["unit"] == unit and told["role"] == "handler" and f"(privacy, {version})" in out
    everything = json.dumps(OWNER, ensure_ascii=False)
    assert "[consent-needed]" in person.run("part", "save", "-", stdin=everything, expect=1)[1]
    consent = ["part", "consent", "--notice-version", version, "--consent", "privacy"]
    person.run(*consent, expect=2)
    assert person.facts(*consent, "sensitive-data")["open to be filled in"] == "yes"
    for place, slot in enumerate(("handler-id-front", "handler-id-back")):
        path = walk.tmp / f"part-{slot}.png"
        path.write_bytes(png(31 + 62 * place))
        said += person.run("part", "picture", slot, str(path), "--insist")
    copy = walk.tmp / "part-copy.jpg"
    person.run("part", "look", "handler-id-front", "--purpose", "本人核对照片", "-o", str(copy))
    assert copy.read_bytes()[:2] == b"\xff\xd8" and stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert "/handler/" in person.run("part", "complete", expect=1)[1]
    said += person.run("part", "save", "-", stdin=everything)
    draft = json.loads(person.run("part", "draft")[0])
    assert draft["documentNumber"] == OWNER["documentNumber"]
    person.run("part", "leave")
    assert "shiming part open" in person.run("part", "complete", expect=3)[1]
    person.run("part", "open", "--code-stdin", stdin=link + "\n")
    said += person.run("part", "complete")
    assert person.facts("part", "completed")["unit"] == unit
    assert "[part-completed]" in person.run("part", "complete", expect=1)[1]
    # A part's token is no seat's.
    person.run("seat", "show", SHIMING_SEAT=kept, expect=3)
    for secret in (OWNER["name"], OWNER["documentNumber"], json.loads(open(kept, encoding="utf-8").read())["token"], link[-16:]):
        assert secret not in "".join(said)
    (part,) = walk.clerk.json("part-link", "list", application)["items"]
    assert part["standing"] == "completed"
