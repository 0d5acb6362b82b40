"""The whole job from a terminal: `shiming demo --once`, then `shiming serve` and every step by command, with what must be refused.

Run with SHIMING_BIN set to the built program:

    SHIMING_BIN=.build/debug/shiming python3 -m pytest Tests/System/test_cli.py
"""

import base64
import datetime
import hashlib
import hmac
import http.server
import json
import os
import pty
import re
import shutil
import signal
import sqlite3
import stat
import struct
import subprocess
import threading
import time
import urllib.request
import zlib

import pytest

BIN = os.path.abspath(os.environ["SHIMING_BIN"]) if os.environ.get("SHIMING_BIN") else None
pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

PASSWORD = "correct-horse-battery"
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date()

# Invented; the numbers have valid check digits.
PEOPLE = {
    "handler": ("欧阳青禾", "11010519491231002X", "北京市朝阳区青禾里三号院", "13800138000"),
    "responsiblePerson": ("司徒望舒", "360426199101010071", "江西省德安县望舒路十二号", "13900139000"),
}
SUCCESSOR = ("上官知夏", "44011320141005001X", "广东省广州市番禺区知夏街五号", "13700137000")
SLOTS = [
    "unit-document", "authorisation-letter", "handler-id-front", "handler-id-back", "responsible-person-id-front",
    "responsible-person-id-back",
]


# ---------------------------------------------------------------- what is invented

def luhn(digits):
    total = 0
    for place, digit in enumerate(reversed(digits)):
        weighed = int(digit) * (2 if place % 2 == 0 else 1)
        total += weighed // 10 + weighed % 10
    return digits + str(-total % 10)


def iccid(number):
    return luhn(f"898600{number:013}")


def png(shade):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes([shade]) * 320 for _ in range(200))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 320, 200, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))


def day(years=0, days=0):
    return (TODAY + datetime.timedelta(days=years * 365 + days)).isoformat()


def content():
    def person(role):
        name, number, address, contact = PEOPLE[role]
        return {
            "name": name, "documentType": "resident-id", "documentNumber": number, "address": address, "contact": contact,
            "validFrom": day(-9), "validUntil": day(9)}

    return {
        "unit": {
            "name": "上海云杉物联科技有限公司", "documentType": "business-licence", "documentNumber": "91110000MA00000077",
            "address": "上海市浦东新区云杉路一百号", "contact": "021-55550100", "validUntil": "long-term"},
        "handler": person("handler"), "responsiblePerson": person("responsiblePerson"), "usingDepartment": "冷链运营部",
        "authorisation": {"purpose": "办理物联网卡实名登记", "validFrom": day(days=-30), "validUntil": day(1)},
        "use": {
            "deviceType": "tracker", "deviceModel": "YS-100", "scene": "cold-chain", "traffic": "directed", "voice": False, "sms": False,
            "monthlyMegabytes": 30, "region": "31"},
        "noticeAccepted": True,
    }


def code_of(secret):
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = mac[19] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


# ---------------------------------------------------------------- the program

class Server:
    """`shiming serve` over a folder; what it writes is kept."""

    def __init__(self, data, log, *more):
        self.data, self.log, self.address, self.token = data, log, None, None
        self.process = subprocess.Popen(
            [BIN, "serve", "--data", data, "--port", "0", "--company", "示例运营公司", "--log-level", "debug", *more], stdout=subprocess.PIPE,
            stderr=open(log, "wb"), env=plain_environment())
        found = threading.Event()

        def read():
            for line in self.process.stdout:
                text = line.decode()
                if match := re.search(r"Listening at (\S+)", text):
                    self.address = match.group(1)
                if match := re.search(r"administrator.*: (\S+)$", text):
                    self.token = match.group(1)
                if self.address and self.token:
                    found.set()
            found.set()

        threading.Thread(target=read, daemon=True).start()
        assert found.wait(60) and self.address and self.token, open(log, "rb").read()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


def plain_environment(**more):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SHIMING_", "LC_", "LANG"))}
    return environment | {"LANG": "C.UTF-8"} | more


class Person:
    """Somebody with a configuration folder of their own."""

    def __init__(self, server, folder):
        self.server, self.folder = server, str(folder)
        os.makedirs(self.folder, exist_ok=True)

    def run(self, *words, stdin="", expect=0, **environment):
        done = subprocess.run(
            [BIN, *words], input=stdin.encode(), capture_output=True, timeout=120,
            env=plain_environment(XDG_CONFIG_HOME=self.folder, SHIMING_SERVER=self.server.address, **environment))
        assert done.returncode == expect, (words[:2], done.returncode, done.stdout.decode(), done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def json(self, *words, **options):
        return json.loads(self.run(*words, "--json", **options)[0])

    def facts(self, *words, **options):
        return dict(line.split("\t", 1) for line in self.run(*words, **options)[0].splitlines() if "\t" in line)

    def enrol(self, token, login):
        enrolled = self.json("enrol", token, "--login", login, "--password-stdin", stdin=PASSWORD + "\n")
        code = ["--code", code_of(enrolled["secondFactor"]["secret"])] if "secondFactor" in enrolled else []
        self.run("sign-in", login, "--password-stdin", *code, stdin=PASSWORD + "\n")
        return self

    @property
    def session(self):
        return os.path.join(self.folder, "shiming", "session.json")


class Walk:
    """The main job, done by commands."""

    def __init__(self, tmp):
        self.tmp = tmp
        self.server = Server(str(tmp / "data"), str(tmp / "log"))
        self.administrator = Person(self.server, tmp / "administrator").enrol(self.server.token, "administrator")
        self.agent = self.organisation("示例一级代理商")
        self.other_agent = self.organisation("另一家代理商")
        self.clerk = self.invite("clerk", "agent-clerk", self.agent)
        self.other_clerk = self.invite("other-clerk", "agent-clerk", self.other_agent)
        self.reviewer = self.invite("reviewer", "reviewer")
        self.auditor = self.invite("auditor", "auditor")
        self.administrator.run(
            "contract", "record", self.agent, "--carrier", "mobile", "--contract-version", "1", "--valid-from", day(-1), "--valid-until",
            day(1), "--duties", "逐卡登记", "--breach-handling", "停止业务")
        self.administrator.run(
            "product", "create", "M-DIR-30", "--name", "定向30M", "--carrier", "mobile", "--traffic", "directed", "--megabytes", "30")
        self.take_in()
        self.register()

    def organisation(self, name):
        return self.administrator.json("organisation", "create", "agent", name)["id"]

    def invite(self, login, role, organisation=None):
        words = ["account", "create", "--login", login, "--role", role] + (["--organisation", organisation] if organisation else [])
        token = self.administrator.facts(*words)["token"]
        return Person(self.server, self.tmp / login).enrol(token, login)

    def take_in(self):
        rows = [f"{iccid(n)},14400{n:08},46004{n:010}" for n in range(200)]
        rows[7] = "8.986E+19,1440000000007,460040000000007"
        path = self.tmp / "cards.csv"
        path.write_text("ICCID,MSISDN,IMSI\n" + "\n".join(rows) + "\n", encoding="utf-8")
        out, err = self.administrator.run(
            "intake", "send", str(path), "--batch", "B1", "--product", "M-DIR-30", "--province", "31", "--wait", expect=1)
        self.intake = dict(line.split("\t", 1) for line in out.splitlines())
        self.intake_progress = err
        self.allocated = self.administrator.facts("allocate", "--to", self.agent, "--batch", "B1")

    def register(self):
        papers = []
        for place, slot in enumerate(SLOTS):
            path = self.tmp / f"{slot}.png"
            path.write_bytes(png(20 + place))
            papers.append(f"{slot}={path}")
        path = self.tmp / "content.json"
        path.write_text(json.dumps(content(), ensure_ascii=False), encoding="utf-8")
        out, _ = self.clerk.run(
            "register", "create", "--content", str(path), "--paper", *papers, "--batch", "B1", "--submit")
        self.begun = dict(line.split("\t", 1) for line in out.splitlines() if line.count("\t") == 1)
        self.checks = out
        application = self.begun["application"]
        self.queue = self.reviewer.run("review", "queue")[0]
        self.reviewer.run("review", "take", application)
        self.decided = self.reviewer.facts("review", "approve", application)


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    walk = Walk(tmp_path_factory.mktemp("walk"))
    yield walk
    if walk.server.process.poll() is None:
        walk.server.stop()


# ---------------------------------------------------------------- the demonstration

def test_the_demonstration_does_the_main_job_and_ends(tmp_path):
    done = subprocess.run(
        [BIN, "demo", "--data", str(tmp_path / "demo"), "--port", "0", "--once", "--cards", "10000"], capture_output=True, timeout=300,
        env=plain_environment())
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 0, (out, err)
    assert "10000 taken in, 0 left out" in out
    assert "10000 cards registered, 0 excluded" in out
    assert f"Who answers for {iccid(3000)}?" in out and "司**" in out and "上海云杉物联科技有限公司" in out
    assert re.search(r"The trail: \d+ entries, root [0-9a-f]{64}", out)
    assert "\x1b" not in out + err and "\r" not in out + err, "no control characters in a pipe"
    assert_nowhere(tmp_path / "demo", {"stdout": done.stdout, "stderr": done.stderr})


def test_the_demonstration_keeps_away_from_a_folder_in_use(tmp_path):
    (tmp_path / "something").write_text("mine")
    done = subprocess.run([BIN, "demo", "--data", str(tmp_path), "--once"], capture_output=True, timeout=60, env=plain_environment())
    assert done.returncode == 2 and b"not empty" in done.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["something"]


# ---------------------------------------------------------------- the walk

def test_the_file_of_cards_is_in_but_for_the_spoilt_row(walk):
    assert walk.intake["taken"] == "199" and walk.intake["failed"] == "1"
    assert walk.intake_progress.count("\r") == 0
    problems, _ = walk.administrator.run("intake", "problems", walk.intake["intake"])
    row, field, severity, code = problems.splitlines()[0].split("\t")[:4]
    assert (row, severity) == ("9", "refused") and code
    assert "8.986" not in problems
    repair, _ = walk.administrator.run("intake", "repair", walk.intake["intake"])
    assert "8.986E+19" in repair and len(repair.splitlines()) == 2
    # Of others' files, somebody at an agent knows nothing.
    walk.clerk.run("intake", "show", walk.intake["intake"], expect=1)


def test_the_cards_went_to_the_agent(walk):
    assert walk.allocated["moved"] == "199"
    assert len(walk.clerk.run("card", "list", "--all")[0].splitlines()) == 199
    assert walk.other_clerk.run("card", "list", "--all")[0] == ""
    assert len(walk.clerk.run("card", "list", "--limit", "10")[0].splitlines()) == 10


def test_one_decision_registered_all_cards(walk):
    assert walk.begun["application"] in walk.queue
    assert walk.decided["registered"] == "199" and walk.decided["state"] == "approved"
    assert "failed" not in walk.checks
    assert walk.clerk.facts("register", "show", walk.begun["registration"])["state"] == "registered"


@pytest.mark.parametrize("key", [iccid(5), "1440000000005", "460040000000005"])
def test_who_answers_is_told_masked(walk, key):
    answer = walk.clerk.json("who", key)
    assert answer["standing"] == "registered" and answer["masked"] is True
    assert answer["unit"]["name"] == "上海云杉物联科技有限公司"
    assert answer["responsiblePerson"]["name"] == "司**"
    text = json.dumps(answer, ensure_ascii=False)
    assert not any(secret in text for secret in personal())


def test_revealing_needs_permission_and_leaves_its_entry(walk):
    walk.clerk.run("reveal", iccid(5), "--purpose", "Complaint 2026-118", expect=3)
    answer = walk.reviewer.json("reveal", iccid(5), "--purpose", "Complaint 2026-118")
    assert answer["responsiblePerson"]["name"] == PEOPLE["responsiblePerson"][0]
    entries = walk.auditor.run("trail", "list", "--all")[0]
    assert "reveal" in entries
    assert int(walk.auditor.facts("trail", "head")["size"]) > 20


def test_before_it_was_registered_nobody_answered(walk):
    # The card was not in stock a month ago: it is not found, and no person is named.
    for then in (day(days=-30), f"{day(days=-30)} 09:00", f"{day(days=-30)}T01:00:00Z"):
        out, err = walk.reviewer.run("who", iccid(5), "--at", then, expect=1)
        assert out == "" and "[not-found]" in err


# ---------------------------------------------------------------- what must be refused

def test_a_wrong_password_is_refused(walk):
    out, err = walk.clerk.run("sign-in", "clerk", "--password-stdin", stdin="wrong-password-1\n", expect=3)
    assert "wrong-password-1" not in out + err
    # The session that was there is still good.
    walk.clerk.run("whoami")


def test_another_agents_card_is_not_found_and_nothing_else_is_told(walk):
    _, err = walk.other_clerk.run("who", iccid(5), expect=1)
    _, unknown = walk.other_clerk.run("who", iccid(900_000), expect=1)
    assert err == unknown and "[not-found]" in err
    walk.other_clerk.run("register", "show", walk.begun["registration"], expect=1)
    walk.other_clerk.run("card", "find", iccid(5), expect=1)


def test_the_submitter_cannot_decide_and_a_clerk_sees_no_trail(walk):
    walk.clerk.run("review", "approve", walk.begun["application"], expect=3)
    walk.clerk.run("trail", "list", expect=3)
    walk.clerk.run("product", "create", "X", "--name", "x", "--carrier", "mobile", "--traffic", "none", "--megabytes", "0", expect=3)


def test_a_one_time_token_works_once(walk):
    stranger = Person(walk.server, walk.tmp / "stranger")
    stranger.run("enrol", walk.server.token, "--login", "mallory", "--password-stdin", stdin=PASSWORD + "\n", expect=3)


def test_nobody_signed_in_is_told_to_sign_in(walk):
    _, err = Person(walk.server, walk.tmp / "nobody").run("whoami", expect=3)
    assert "shiming sign-in" in err


def test_refusals_come_in_the_readers_language(walk):
    _, err = walk.other_clerk.run("who", iccid(5), "--language", "zh", expect=1)
    assert re.search("[\u4e00-\u9fff]", err)
    _, err = Person(walk.server, walk.tmp / "nobody").run("whoami", expect=3, LANG="zh_CN.UTF-8")
    assert "登录" in err


def test_the_session_file_is_for_its_owner_only(walk):
    assert stat.S_IMODE(os.stat(walk.clerk.session).st_mode) == 0o600
    assert PASSWORD not in open(walk.clerk.session).read()


def test_an_expired_access_token_is_renewed_and_an_expired_session_is_said(walk):
    person = walk.invite("short-lived", "agent-clerk", walk.agent)
    saved = json.load(open(person.session))
    server = saved["server"]

    def spoil(*names):
        kept = json.load(open(person.session))
        for name in names:
            kept["sessions"][server][name] = "x" * 43
        json.dump(kept, open(person.session, "w"))

    spoil("accessToken")
    person.run("whoami")
    renewed = json.load(open(person.session))["sessions"][server]
    assert renewed["refreshToken"] != saved["sessions"][server]["refreshToken"]
    assert stat.S_IMODE(os.stat(person.session).st_mode) == 0o600
    spoil("accessToken", "refreshToken")
    _, err = person.run("whoami", expect=3)
    assert "sign-in" in err


def test_programs_that_share_a_session_renew_it_once_between_them(walk):
    person = walk.invite("sharing", "agent-clerk", walk.agent)
    saved = json.load(open(person.session))
    saved["sessions"][saved["server"]]["accessToken"] = "x" * 43
    json.dump(saved, open(person.session, "w"))
    environment = plain_environment(XDG_CONFIG_HOME=person.folder, SHIMING_SERVER=walk.server.address)
    running = [subprocess.Popen([BIN, "whoami"], env=environment, stdout=subprocess.DEVNULL) for _ in range(8)]
    assert [each.wait(60) for each in running] == [0] * 8
    person.run("whoami")


def test_signing_out_ends_the_session_at_the_server(walk):
    person = walk.invite("leaving", "agent-clerk", walk.agent)
    saved = json.load(open(person.session))
    token = saved["sessions"][saved["server"]]["accessToken"]
    person.run("sign-out")
    person.run("whoami", expect=3)
    person.run("whoami", expect=3, SHIMING_TOKEN=token)


def test_an_api_key_does_what_it_allows_and_no_more(walk):
    machine = walk.administrator.json("account", "create", "--machine", "--login", "robot", "--role", "administrator")["account"]["id"]
    key = walk.administrator.facts(
        "api-key", "create", "--account", machine, "--label", "test", "--permission", "card:read", "--expires", day(days=7))
    nobody = Person(walk.server, walk.tmp / "robot")
    assert len(nobody.run("card", "list", "--limit", "5", SHIMING_TOKEN=key["token"])[0].splitlines()) == 5
    nobody.run("product", "list", expect=3, SHIMING_TOKEN=key["token"])
    walk.administrator.run("api-key", "revoke", key["key"])
    nobody.run("card", "list", expect=3, SHIMING_TOKEN=key["token"])


def test_a_dismissed_clerk_is_out_at_once(walk):
    person = walk.invite("dismissed", "agent-clerk", walk.agent)
    account = person.json("whoami")["account"]["id"]
    walk.administrator.run("account", "dismiss", account)
    person.run("whoami", expect=3)


def test_another_responsible_person_is_applied_for_by_command(walk):
    papers = [
        f"{slot}={walk.tmp / 'unit-document.png'}" for slot in
        ("authorisation-letter", "handler-id-front", "handler-id-back", "responsible-person-id-front", "responsible-person-id-back")]
    changed = {name: content()[name] for name in ("handler", "authorisation", "noticeAccepted")}
    changed["responsiblePerson"] = dict(zip(("name", "documentNumber", "address", "contact"), SUCCESSOR)) | {
        "documentType": "resident-id", "validFrom": day(-1), "validUntil": day(1)}
    path = walk.tmp / "change.json"
    path.write_text(json.dumps(changed, ensure_ascii=False), encoding="utf-8")
    out, _ = walk.clerk.run(
        "register", "change-role", walk.begun["registration"], "--role", "responsible-person", "--content", str(path), "--paper", *papers,
        "--submit")
    application = dict(line.split("\t", 1) for line in out.splitlines() if line.count("\t") == 1)["application"]
    walk.reviewer.run("review", "send-back", application, "--reason", "responsiblePerson=does-not-match", expect=1)
    walk.reviewer.run("review", "approve", application)
    assert walk.clerk.json("who", iccid(5))["responsiblePerson"]["name"] == "上**"
    roles = walk.clerk.run("register", "roles", walk.begun["registration"])[0]
    assert "司**" in roles and "上**" in roles


@pytest.mark.parametrize("words", [
    ["who"], ["nonsense"], ["intake", "send"], ["who", "1", "--at", "yesterday"], ["card", "list", "--limit", "0"],
    ["allocate", "--to", "x"], ["allocate", "--to", "x", "--batch", "B", "--card", "1"], ["whoami", "--server", "ftp://x"],
])
def test_what_is_not_understood_ends_with_two(walk, words):
    walk.clerk.run(*words, expect=2)


def test_a_server_that_is_not_there_ends_with_four(walk):
    out, err = walk.clerk.run("whoami", "--server", "http://127.0.0.1:9", expect=4)
    assert out == "" and "127.0.0.1:9" in err


def test_a_missing_file_is_named(walk):
    _, err = walk.administrator.run("intake", "send", str(walk.tmp / "missing.csv"), expect=1)
    assert "missing.csv" in err


# ---------------------------------------------------------------- repeating, certificates, a terminal

class Scripted(http.server.BaseHTTPRequestHandler):
    """Answers as scripted and notes what it was sent."""

    def answer(self):
        length = int(self.headers.get("Content-Length", 0))
        self.server.seen.append((self.headers.get("Idempotency-Key"), self.rfile.read(length), self.headers.get("Authorization")))
        status, headers, body = self.server.script.pop(0)
        if status is None:
            return self.connection.close()
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass


@pytest.fixture
def scripted(tmp_path):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Scripted)
    server.seen, server.address = [], f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server, Person(server, tmp_path / "person")
    server.shutdown()


PROBLEM = {"Content-Type": "application/problem+json"}
BUSY = json.dumps({"type": "/x", "title": "Not now.", "status": 503, "code": "busy"}).encode()
MADE = json.dumps({
    "id": "i", "organisation": "o", "kind": "stock", "batch": "b", "state": "queued", "bytes": 3, "format": "text", "createdAt": "x",
    "counts": {"done": 0, "taken": 0, "known": 0, "repeated": 0, "failed": 0}}).encode()


def test_a_call_is_repeated_with_the_same_key_and_body_when_the_server_asks_to_come_back(scripted, tmp_path):
    server, person = scripted
    server.script = [(503, PROBLEM | {"Retry-After": "1"}, BUSY), (202, {"Content-Type": "application/json"}, MADE)]
    file = tmp_path / "cards.csv"
    file.write_bytes(b"ICCID\n" * 100_000)
    person.run("intake", "send", str(file), SHIMING_TOKEN="key")
    assert len(server.seen) == 2 and server.seen[0] == server.seen[1]
    assert server.seen[0][0] and server.seen[0][1] == b"ICCID\n" * 100_000 and server.seen[0][2] == "Bearer key"


@pytest.mark.parametrize("script", [
    [(503, PROBLEM, BUSY)], [(503, PROBLEM | {"Retry-After": "3600"}, BUSY)], [(None, {}, b"")], [(500, {}, b"oops")],
    [(200, {"Content-Type": "application/json"}, b"{}")], [(302, {"Location": "http://127.0.0.1:9/"}, b"")],
])
def test_what_may_have_been_done_is_not_repeated(scripted, script):
    server, person = scripted
    server.script = list(script)
    person.run("organisation", "create", "agent", "x", SHIMING_TOKEN="key", expect=4)
    assert len(server.seen) == 1


def test_a_refusal_cannot_steer_the_terminal(scripted):
    server, person = scripted
    server.script = [(422, PROBLEM, json.dumps({"type": "/x", "title": "a\x1b[2Jb\nc", "status": 422, "code": "x"}).encode())]
    _, err = person.run("whoami", SHIMING_TOKEN="key", expect=1)
    assert "\x1b" not in err and "b\ufffdc" in err


def test_a_certificate_is_believed_only_when_its_authority_is_named(tmp_path):
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True)
    server = Server(str(tmp_path / "data"), str(tmp_path / "log"), "--tls-certificate", str(certificate), "--tls-key", str(key))
    try:
        assert server.address.startswith("https://")
        person = Person(server, tmp_path / "person")
        _, err = person.run("enrol", server.token, "--login", "first", "--password-stdin", stdin=PASSWORD + "\n", expect=4)
        assert "--ca-file" in err
        person.run(
            "enrol", server.token, "--login", "first", "--password-stdin", "--ca-file", str(certificate), stdin=PASSWORD + "\n")
    finally:
        server.stop()


def test_a_password_typed_at_a_terminal_is_not_shown(walk):
    """The program asks at its controlling terminal; what the terminal shows is read back."""
    person = Person(walk.server, walk.tmp / "typing")
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(BIN, [BIN, "sign-in", "clerk"], plain_environment(XDG_CONFIG_HOME=person.folder, SHIMING_SERVER=walk.server.address))
    shown, typed = b"", False
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            part = os.read(terminal, 1024)
        except OSError:
            break
        if not part:
            break
        shown += part
        if b"Password: " in shown and not typed:
            os.write(terminal, PASSWORD.encode() + b"\n")
            typed = True
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, shown
    assert PASSWORD.encode() not in shown and b"Signed in" in shown


def test_completion_is_made_for_the_usual_shells(walk):
    for shell in ("bash", "zsh", "fish"):
        assert "reveal" in walk.clerk.run("--generate-completion-script", shell)[0]


# ---------------------------------------------------------------- nowhere in clear (this one ends the server)

def personal():
    return [text for person in [*PEOPLE.values(), SUCCESSOR] for text in person]


def assert_nowhere(folder, others, secrets=None):
    places = {name: data for name, data in others.items()}
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            with open(path, "rb") as file:
                places[path] = file.read()
    assert len(places) > len(others)
    for secret in secrets or personal():
        for place, data in places.items():
            assert secret.encode() not in data, f"a name, number, address or telephone stands in clear in {place}"


def test_what_is_personal_stands_nowhere_in_clear(walk):
    with urllib.request.urlopen(walk.server.address + "/metrics") as answer:
        metrics = answer.read()
    assert metrics
    with open(walk.server.log, "rb") as log:
        written = log.read()
    assert written
    assert_nowhere(walk.server.data, {"metrics": metrics, "log while serving": written})
    assert walk.server.stop() == 0
    with open(walk.server.log, "rb") as log:
        assert_nowhere(walk.server.data, {"log": log.read()})


def test_the_store_is_sound_and_a_changed_row_is_named(walk):
    """After the server has ended; the folder is changed, so this stays the last but one."""
    done = subprocess.run([BIN, "store", "check", "--data", walk.server.data], capture_output=True, env=plain_environment(), timeout=120)
    assert (done.returncode, done.stdout) == (0, b""), done.stdout + done.stderr
    folder = str(walk.tmp / "changed")
    shutil.copytree(walk.server.data, folder)
    with sqlite3.connect(os.path.join(folder, "shiming.sqlite")) as store:
        names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'decision'")]
        assert names
        for name in names:
            store.execute(f"DROP TRIGGER {name}")
        numbers = [name for _, name, kind, _, _, key in store.execute("PRAGMA table_info(decision)") if kind == "INTEGER" and not key]
        store.execute(f"UPDATE decision SET {numbers[-1]} = {numbers[-1]} + 1")
        # With this a server does not start; the check does, and says why.
        store.execute("UPDATE installation_secret SET wrapped = zeroblob(60) WHERE name = 'search'")
    store.close()
    done = subprocess.run([BIN, "store", "check", "--data", folder], capture_output=True, env=plain_environment(), timeout=120)
    assert done.returncode == 1 and b"row-changed\tdecision\t" in done.stdout, done.stdout + done.stderr
    assert b"sealed-unreadable\tinstallation_secret\tsearch\t" in done.stdout, done.stdout + done.stderr
    # Moved, it is checked in the same way at the end, and nothing is put in a secret's place.
    with sqlite3.connect(os.path.join(folder, "shiming.sqlite")) as store:
        store.execute("DELETE FROM installation_secret WHERE name = 'card-reference'")
    store.close()
    moved = str(walk.tmp / "moved")
    done = subprocess.run([BIN, "store", "copy", "--from", folder, "--to", moved], capture_output=True, env=plain_environment(), timeout=120)
    assert done.returncode == 1, done.stdout + done.stderr
    assert b"sealed-unreadable\tinstallation_secret\tsearch\t" in done.stdout, done.stdout + done.stderr
    assert b"key-missing\tinstallation_secret\tcard-reference\t" in done.stdout, done.stdout + done.stderr


def test_keys_are_rotated_while_the_server_is_stopped(walk):
    def keys(*words, expect=0):
        done = subprocess.run(
            [BIN, "keys", *words, "--data", walk.server.data], capture_output=True, env=plain_environment(), timeout=120)
        assert done.returncode == expect, done.stdout + done.stderr
        return done.stdout.decode()

    path = os.path.join(walk.server.data, "keys", "key-encryption-keys")
    before = open(path).read()
    name = keys("new").strip()
    assert open(path).read().startswith(name + " ") and open(path).read().endswith(before)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    keys("new", "--name", name, expect=2)
    told = keys("rotate")
    assert name in told and before.split()[0] + " is no longer used" in told
    assert keys("rotate").startswith("0 keys")
    listed = [line.split("\t") for line in keys("list").splitlines()]
    assert (listed[0][0], listed[0][2]) == (name, "current") and int(listed[0][1]) > 0 and listed[1][2] == "former", listed
    done = subprocess.run([BIN, "store", "check", "--data", walk.server.data], capture_output=True, env=plain_environment(), timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    # Without the old key everything is still there; without the new one it is refused.
    with open(path, "w") as file:
        file.write(before)
    done = subprocess.run([BIN, "store", "check", "--data", walk.server.data], capture_output=True, env=plain_environment(), timeout=120)
    assert done.returncode == 1 and name.encode() in done.stderr


def test_a_folder_without_a_database_is_said(tmp_path):
    for words in (["store", "check"], ["keys", "rotate"]):
        done = subprocess.run([BIN, *words, "--data", str(tmp_path)], capture_output=True, env=plain_environment(), timeout=60)
        assert done.returncode == 2 and b"no database" in done.stderr
