"""Nothing of a person stands anywhere in clear: not in the data folder, the database and its log, the server's log, the metrics, nor in what is
shown without a purpose."""

import base64
import contextlib
import gzip
import io
import json
import os
import re
import sqlite3
import urllib.parse
import uuid
import zipfile
import zlib

import pytest
import requests
from persons import AREA, BY_MACHINE, NOTICES, PICTURES, SANDBOX_SAYS_OTHERWISE, UNLIMITED, WATCH_TERMS, Person, PersonalWorld
from pictures import people
from postgres_cluster import cluster
from sandbox_program import KEY
from shiming_server import BIN, Server, code, iccid, operations
from test_verification_sandbox import Sandbox, told
from text_search import PART, found_in, found_in_parts, places, rows_of, stands, units

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
PURPOSE = "复核申请 2026-77"
STAFF = ["clerk", "agent_manager", "reviewer", "compliance", "auditor"]


def seed_of(fits):
    """The first seed whose person fits; a long name, so that chance does not write it into sealed bytes."""
    return next(seed for seed in range(1_000, 3_000)
                if fits(people.person(seed, AREA)) and people.person(seed, AREA).number[14:17] not in SANDBOX_SAYS_OTHERWISE)


# ---------------------------------------------------------------- the search itself

TEXT = "古丽·库尔班"
NUMBER = "10999919900101001X"


def zipped(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rows.csv", content)
    return out.getvalue()


def deflated(content):
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(content) + stream.flush()


WAYS = {
    "plain": lambda text: text.encode(), "UTF-16 LE": lambda text: text.encode("utf-16-le"), "UTF-16 BE": lambda text: text.encode("utf-16-be"),
    "GB18030": lambda text: text.encode("gb18030"), "JSON": lambda text: json.dumps({"name": text}).encode(),
    "JSON, every character": lambda text: "".join(f"\\u{unit:04X}" for unit in units(text)).encode(),
    "percent": lambda text: b"/p/x?name=" + urllib.parse.quote_plus(text).encode(),
    "percent, twice": lambda text: urllib.parse.quote(urllib.parse.quote(text)).encode(),
    "percent, every byte": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
    "hex": lambda text: text.encode().hex().encode(), "HEX": lambda text: text.encode().hex().upper().encode(),
    "hex of UTF-16": lambda text: text.encode("utf-16-le").hex().encode(), "HTML": lambda text: "".join(f"&#x{ord(c):x};" for c in text).encode(),
    "list": lambda text: str(list(text.encode())).encode(),
    **{f"Base64 at {before}": lambda text, before=before: base64.b64encode(b"x" * before + text.encode() + b"!") for before in range(3)},
    **{f"Base64 URL at {before}": lambda text, before=before: base64.urlsafe_b64encode(b"~" * before + text.encode()) for before in range(3)},
    "Base64 of UTF-16": lambda text: base64.b64encode(text.encode("utf-16-le")),
    "gzip": lambda text: gzip.compress(text.encode() * 3), "zlib": lambda text: zlib.compress(text.encode()),
    "zlib, fast": lambda text: zlib.compress(text.encode(), 1), "ZIP": lambda text: zipped(f"name\n{text}\n"),
    "gzip, cut": lambda text: gzip.compress(f"{text}, {os.urandom(4_000).hex()}".encode())[:2_000],
    "gzip of UTF-16": lambda text: gzip.compress(text.encode("utf-16-be")), "gzip in Base64": lambda text: base64.b64encode(gzip.compress(text.encode())),
    "zlib in hex": lambda text: zlib.compress(text.encode()).hex().encode(), "ZIP in gzip": lambda text: gzip.compress(zipped(text)),
    "JSON in gzip": lambda text: gzip.compress(json.dumps([text]).encode()), "Base64 in ZIP": lambda text: zipped(base64.b64encode(text.encode())),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", [TEXT, NUMBER])
def test_what_is_planted_is_found_among_other_bytes(tmp_path, way, text):
    planted = WAYS[way](text)
    for before, after in ((b"", b""), (b'{"level":"info","path":"', b'"}\n'), (os.urandom(3_000) + b"\n", b"\n" + os.urandom(3_000))):
        assert text in {found for _, found in found_in(before + planted + after, [text])}, way
    folder = tmp_path / "data" / "evidence"
    folder.mkdir(parents=True)
    (folder / "row").write_bytes(b"head\n" + planted + b"\ntail")
    assert {(where, found) for where, _, found in stands(tmp_path, [text, "nobody at all"])} == {("data/evidence/row", text)}


def test_a_whole_file_that_is_deflated_is_looked_into(tmp_path):
    (tmp_path / "spool").write_bytes(deflated(f"{TEXT}\n".encode() * 5))
    (tmp_path / urllib.parse.quote(TEXT)).write_bytes(b"")
    assert {where for where, _, _ in stands(tmp_path, [TEXT])} == {"spool", urllib.parse.quote(TEXT)}


def test_a_long_value_of_a_database_is_looked_into_as_a_whole(tmp_path):
    """In the file it lies in pieces, and a stream in pieces is none."""
    connection = sqlite3.connect(tmp_path / "x.sqlite")
    connection.execute("CREATE TABLE notes (body BLOB)")
    connection.execute("INSERT INTO notes VALUES (?)", [gzip.compress((os.urandom(30_000).hex() + TEXT).encode())])
    connection.commit()
    connection.close()
    assert not stands(tmp_path, [TEXT])
    assert {found for _, values in rows_of(tmp_path / "x.sqlite") for value in values for _, found in found_in(value, [TEXT])} == {TEXT}


@pytest.mark.parametrize("before", [0, 7, PART - 5, 3 * PART + 11])
@pytest.mark.parametrize("way", ["plain", "gzip"])
def test_in_a_large_file_a_text_is_found_wherever_it_stands(before, way):
    planted = WAYS[way](TEXT)
    assert {text for _, text in found_in_parts(bytes(before) + planted + bytes(5 * PART), [TEXT, NUMBER])} == {TEXT}
    assert found_in_parts(bytes(before) + b"nobody" + bytes(5 * PART), [TEXT, NUMBER]) == []


def test_nothing_is_found_where_nothing_is(tmp_path):
    (tmp_path / "sealed").write_bytes(os.urandom(2_000_000))
    (tmp_path / "rows.gz").write_bytes(gzip.compress(json.dumps(["欧阳青禾", "11010519491231002X"] * 50).encode()))
    assert stands(tmp_path, [TEXT, NUMBER]) == []


# ---------------------------------------------------------------- the walk

class Walk:
    """Persons by every way, with refusals on the way; what they are and have is secret."""

    def __init__(self, folder, provider, postgres=None):
        self.folder, self.postgres = folder, postgres
        temporary = folder / "tmp"
        temporary.mkdir(parents=True)
        self.server = Server(
            folder / "server", environment={"SHIMING_VERIFICATION_KEY": KEY, "TMPDIR": str(temporary)}
            | ({"SHIMING_STORE": postgres.database()} if postgres else {}),
            arguments=[*told(provider.address), "--log-level", "trace"],
            settings=(*UNLIMITED, "verification-sandbox-allowed=1", "verification-breaker-failures=1000"))
        self.server.start()
        # What PostgreSQL has written before anybody came is nobody's.
        self.mark = postgres.mark() if postgres else None
        self.world = world = PersonalWorld(self.server, STAFF, watches=4)
        world.set_policy(BY_MACHINE)
        self.texts, self.pieces = [], []
        self.by_machine(Person(world, seed_of(lambda who: len(who.name) >= 3 and "·" not in who.name)))
        self.by_reviewer(Person(world, seed_of(lambda who: "·" in who.name)), provider)
        self.in_draft(Person(world, seed_of(lambda who: "·" in who.name and who.number[14:17] > "500")))

    def rows(self):
        return list(self.postgres.rows() if self.postgres else rows_of(self.server.data / "shiming.sqlite"))

    def written(self):
        """Name and content of every file: of the folder, and of PostgreSQL's what was written since."""
        for path in places(self.folder):
            with open(path, "rb") as file:
                yield path, file.read()
        if self.postgres:
            yield from self.postgres.written_since(self.mark)

    def keep(self, person, *more):
        self.texts += [*person.secrets, person.entrance["code"], person.caller.token, person.device, *more]
        # A stretch from the midst of each picture.
        for picture in (PICTURES[slot](person.seed) for slot in ("holder-id-front", "holder-id-back")):
            self.pieces.append(picture[len(picture) // 2:][:48])

    def by_machine(self, person):
        self.machine = person
        person.come_in()
        # As it is opened from a text message; the code in it is as good as a key.
        requests.get(self.server.address + person.entrance["path"], timeout=30)
        person.prepare()
        wrong = person.facts["documentNumber"][:-1] + ("0" if person.facts["documentNumber"][-1] != "0" else "1")
        assert person.fill_in("ask", holder={"documentNumber": wrong}).ok
        refused = person.hand_in("ask")
        assert refused.status_code == 422 and wrong not in refused.text
        assert person.ask("capturePicture", query={"slot": person.facts["name"]}, data=b"x", type="image/jpeg").status_code in (400, 422)
        person.fill_in()
        key = str(uuid.uuid4())
        assert person.hand_in(key=key).json() == person.hand_in(key=key).json()
        person.reaches("effective", "in-review", seconds=60)
        self.keep(person, wrong)

    def by_reviewer(self, person, provider):
        self.reviewed = person
        person.come_in(kind="claim-code")
        person.prepare()
        provider.play(steps=[{"on": "identity-checks", "verdict": "undecided"}])
        person.hand_in()
        person.reaches("in-review", seconds=60)
        provider.play()
        world = self.world
        application = world.application_of(person)
        self.application = application["id"]
        for text in (person.facts["name"], person.facts["documentNumber"], person.facts["contact"]):
            # Neither a purpose nor a note carries a person into the clear.
            refused = world.reviewer.ask("revealApplication", {"application": self.application}, json={"purpose": f"核查 {text}"})
            assert refused.status_code == 422, refused.text
            refused = world.review(person, "send-back", "ask", reasons=[{"pointer": "/holder", "code": "other"}], note=f"请 {text} 重拍")
            assert refused.status_code == 422, refused.text
        self.revealed = world.reviewer.must("revealApplication", {"application": self.application}, json={"purpose": PURPOSE}).json()
        evidence = self.revealed["content"]["evidence"]["holder-id-front"][0]
        world.reviewer.must("openEvidence", {"evidence": evidence}, json={"purpose": PURPOSE})
        world.review(person)
        world.carrier_says(person)
        assert person.stage() == "effective"
        world.compliance.must("revealAnswer", json={"iccid": iccid(person.number), "purpose": PURPOSE})
        self.keep(person)

    def in_draft(self, person):
        self.drafted = person
        person.come_in()
        person.consent(NOTICES)
        person.photograph("holder-id-front")
        person.fill_in()
        self.keep(person)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def walk(tmp_path_factory, request):
    folder = tmp_path_factory.mktemp("leaks")
    with contextlib.ExitStack() as stack:
        # Its write-ahead log is searched from the beginning: none of it is given up.
        postgres = stack.enter_context(cluster(conf="wal_keep_size = '4GB'")) if request.param == "postgres" else None
        provider = stack.enter_context(Sandbox(tmp_path_factory.mktemp("provider")))
        done = Walk(folder, provider, postgres)
        done.provider = provider
        try:
            yield done
        finally:
            done.server.kill()


def test_what_stands_in_clear_is_found(walk):
    """Else the searches below would prove nothing: the product's name is no secret and stands in the database."""
    assert any(found_in(b"\n".join(values), [WATCH_TERMS["name"]]) for table, values in walk.rows() if table == "product_version")
    if not walk.postgres:
        assert any("shiming" in where or ".db" in where or "sqlite" in where for where, _, _ in stands(walk.folder, [WATCH_TERMS["name"]]))


def test_nothing_of_a_person_stands_in_the_folder_while_the_server_runs(walk):
    # The key and five pictures, and the embedded store's own.
    assert len(places(walk.server.data)) >= (6 if walk.postgres else 8)
    assert stands(walk.folder, walk.texts) == []


def test_the_log_was_written_and_names_nobody(walk):
    log = walk.server.log.read_text()
    assert len(log.splitlines()) > 50 and "/v1/personal/case" in log
    assert found_in(log.encode(), walk.texts) == []


def test_no_address_in_the_log_is_one_that_was_typed(walk):
    """A path stands there as its pattern, and a query not at all: what people put into addresses is theirs."""
    said = walk.reviewed.facts
    for path in ("/p/{}", "/p/status/{}", "/nowhere/{}", "/v1/personal/case?x={}", "/v1/nowhere/{}?{}", "/metrics?x={}", "/p?next=%2Fp%2F{}"):
        for text in (said["name"], said["documentNumber"], urllib.parse.quote(said["address"], safe="")):
            requests.get(walk.server.address + path.format(text, text), timeout=30)
    lines = [json.loads(line) for line in walk.server.log.read_text().splitlines() if line.startswith("{")]
    addresses = {line["path"] for line in lines if "path" in line}
    known = {operation.path for operation in operations().values()} | {"NotFound", "-"}
    assert len(addresses) >= 20 and "NotFound" in addresses
    # The contract's patterns, the pages', or none at all.
    assert [one for one in addresses if one not in known and not re.fullmatch(r"/p(?:/(?:[a-z-]+|\{[a-z]+\}))*", one)] == []
    assert found_in("\n".join(addresses).encode(), walk.texts) == [] and found_in(walk.server.log.read_bytes(), walk.texts) == []


def test_no_value_of_the_database_holds_anybody(walk):
    rows = walk.rows()
    assert len(rows) > 100
    by_table = {}
    for table, values in rows:
        by_table.setdefault(table, []).extend(value + b"\n" for value in values)
    found = {table: found_in(b"".join(values), walk.texts) for table, values in by_table.items()}
    assert {table: what for table, what in found.items() if what} == {}


def test_the_metrics_and_open_pages_name_nobody(walk):
    for path in ("/metrics", "/readyz", "/healthz"):
        answer = requests.get(walk.server.address + path, timeout=30)
        assert found_in(answer.content + str(dict(answer.headers)).encode(), walk.texts) == [], path


def test_the_provider_keeps_nobody(walk):
    assert stands(walk.provider.output.parent, walk.texts) == []


def test_no_picture_stands_in_a_file(walk):
    for path, content in walk.written():
        assert not any(piece in content for piece in walk.pieces), path
        assert b"\xff\xd8\xff\xe0\x00\x10JFIF" not in content, path


def test_without_a_purpose_staff_read_the_masked_form(walk):
    world, person = walk.world, walk.reviewed
    registration = world.application_of(person)["registration"]
    seen = 0
    for caller in world.people.values():
        for name, ids, body in (
            ("readApplication", {"application": walk.application}, None), ("listApplications", None, None),
            ("readRegistration", {"registration": registration}, None), ("listRegistrationRoles", {"registration": registration}, None),
            ("listRegistrations", None, None), ("listUnits", None, None), ("listExpiries", None, None), ("listTrail", None, None),
            ("answerForCard", None, {"iccid": iccid(person.number)}), ("listEntrances", None, None),
            ("searchCards", None, {"numbers": [iccid(person.number)]}),
        ):
            answer = caller.ask(name, ids, json=body)
            seen += answer.ok
            for secret in (*person.secrets, *walk.machine.secrets, *walk.drafted.secrets):
                assert secret not in answer.text, (name, secret)
    assert seen >= 30
    masked = world.reviewer.must("readApplication", {"application": walk.application}).json()["content"]["holder"]
    assert masked["name"] == person.facts["name"][0] + "**" and "****" in masked["documentNumber"] and "****" in masked["contact"]


def test_a_draft_is_shown_to_no_member_of_staff_in_clear(walk):
    case = walk.drafted.case()
    assert case["content"]["holder"]["documentNumber"] == walk.drafted.facts["documentNumber"]
    for caller in walk.world.people.values():
        registration = caller.ask("listRegistrations", query={"code": case["code"]})
        for row in registration.json().get("items", []):
            for application in caller.must("listApplications", query={"registration": row["id"]}).json()["items"]:
                answer = caller.ask("readApplication", {"application": application["id"]})
                assert not any(secret in answer.text for secret in walk.drafted.secrets)


def test_a_reviewers_reveal_shows_the_person_and_leaves_its_entry(walk):
    assert walk.revealed["content"]["holder"]["documentNumber"] == walk.reviewed.facts["documentNumber"]
    entries = [entry["body"] for entry in walk.world.auditor.pages("listTrail", query={"action": "application.revealed"})]
    about = [body for body in entries if walk.application.replace("-", "") in body]
    assert len(about) == 1 and PURPOSE in about[0]
    opened = [entry["body"] for entry in walk.world.auditor.pages("listTrail", query={"action": "evidence.opened"})]
    assert any(PURPOSE in body for body in opened)


@pytest.mark.parametrize("purpose", ["", " ", "x", None])
def test_without_a_purpose_nothing_is_revealed(walk, purpose):
    refused = walk.world.reviewer.ask("revealApplication", {"application": walk.application}, json={"purpose": purpose})
    assert refused.status_code == 422 and code(refused)


@pytest.mark.parametrize("who", ["clerk", "agent_manager", "auditor", "administrator"])
def test_who_may_not_reveal_does_not(walk, who):
    refused = walk.world.people[who].ask("revealApplication", {"application": walk.application}, json={"purpose": PURPOSE})
    assert (refused.status_code, code(refused)) == (403, "not-permitted")


def test_nothing_of_a_person_stands_in_the_folder_after_a_kill_and_a_restart(walk):
    walk.server.kill()
    assert stands(walk.folder, walk.texts) == []
    walk.server.start()
    walk.world.sign_in_again()
    assert walk.reviewed.stage() == "effective"
    walk.server.stop()
    assert stands(walk.folder, walk.texts) == []
    if walk.postgres:
        nothing_stands_in_postgres(walk)
    walk.server.start()
    walk.world.sign_in_again()


def nothing_stands_in_postgres(walk):
    """Neither in the files of its tables nor in its logs, which hold all that ever stood there; the product's name, no secret, is found in both."""
    name = WATCH_TERMS["name"]
    found = [(where, how, text) for where, content in walk.postgres.written_since(walk.mark)
             for how, text in found_in_parts(content, [name, *walk.texts])]
    assert {where.split("/")[0] for where, _, text in found if text == name} >= {"base", "pg_wal"}
    assert [one for one in found if one[2] != name] == []


def test_a_persons_number_is_no_receipt(walk):
    """Receipts are kept in clear."""
    world = walk.world
    person = Person(world, walk.reviewed.seed)
    person.come_in()
    person.prepare()
    walk.provider.play(steps=[{"on": "identity-checks", "verdict": "undecided"}])
    person.hand_in()
    person.reaches("in-review", seconds=60)
    walk.provider.play()
    world.review(person)
    for text in (person.facts["documentNumber"], person.facts["contact"], "CM-" + person.facts["documentNumber"]):
        refused = world.carrier_says(person, receipt=text, ask="ask")
        assert refused.status_code == 422, f"{len(text)} characters of the person are kept as a receipt"
    world.carrier_says(person)
