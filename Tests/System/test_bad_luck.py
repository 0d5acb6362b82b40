"""Bad luck with keys, disks, ports and people: a clear refusal or a clean recovery, and nothing acknowledged is lost."""

import contextlib
import datetime
import os
import re
import resource
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
from urllib.parse import urlsplit

import pytest
import requests
from shiming_server import (BIN, HANDLER, PASSWORD, RESPONSIBLE, UNIT, Caller, Server, World, card_file, code, iccid, jpeg, pdf, png, poll, serving,
                            totp)

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A data folder with a little in it, its server stopped; tests work on copies."""
    folder = tmp_path_factory.mktemp("luck")
    with serving(folder) as server:
        world = World(server, ["clerk", "reviewer", "auditor"])
        world.take_in(card_file(range(10)))
        world.allocate()
        world.register()
        server.stop()
    return folder


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("running")) as server:
        world = World(server, ["clerk", "agent_manager", "reviewer", "second_reviewer", "auditor"])
        world.take_in(card_file(range(30)))
        world.allocate()
        yield world


@pytest.fixture
def copied(folder, tmp_path):
    shutil.copytree(folder / "data", tmp_path / "data")
    server = Server(tmp_path)
    yield server
    server.kill()


def key_file(server):
    return server.data / "keys/key-encryption-keys"


# ---------------------------------------------------------------- at the start

def test_a_missing_key_file_is_named_and_no_new_one_is_made(copied):
    kept = key_file(copied).read_bytes()
    key_file(copied).unlink()
    status, said = copied.refuses_to_start()
    assert status != 0 and str(key_file(copied)) in said, said
    assert not key_file(copied).exists()
    key_file(copied).write_bytes(kept)
    key_file(copied).chmod(0o600)
    copied.start()


def test_a_key_file_that_others_may_read_is_refused(copied):
    key_file(copied).chmod(0o644)
    status, said = copied.refuses_to_start()
    assert status != 0 and str(key_file(copied)) in said, said


def test_the_keys_of_another_installation_open_nothing(copied, tmp_path):
    other = Server(tmp_path / "other")
    with serving(tmp_path / "other") as other:
        other.stop()
    shutil.copy(key_file(other), key_file(copied))
    status, said = copied.refuses_to_start()
    assert status != 0 and said.strip(), said


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"key-1 not-base64!\n", b"# nothing but a remark\n"])
def test_a_damaged_key_file_is_refused_and_its_content_not_shown(copied, content):
    key_file(copied).write_bytes(content)
    status, said = copied.refuses_to_start()
    assert status != 0 and "not-base64" not in said, said


def test_the_first_start_makes_files_for_its_owner_only(folder):
    for path in (folder / "data").rglob("*"):
        if path.name == "shiming.sqlite.lock":
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        if path.is_dir():
            assert mode & 0o077 == 0, (path, oct(mode))
    assert stat.S_IMODE((folder / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "data/keys/key-encryption-keys").stat().st_mode) == 0o600


def test_a_second_start_prints_no_token(copied):
    copied.start()
    assert "sm_en_" not in copied.output.read_text()
    assert "sm_en_" not in copied.log.read_text()


def test_a_second_server_on_the_same_folder_is_refused(world, tmp_path):
    second = Server(tmp_path)
    second.data = world.server.data
    status, said = second.refuses_to_start()
    assert status == 1 and "[store-in-use]" in said and "What to do:" in said, said
    assert world.clerk.must("listCards").ok


def test_a_port_that_is_taken_is_refused(world, copied):
    port = urlsplit(world.server.address).port
    copied.arguments = ["--port", str(port)]
    status, said = copied.refuses_to_start()
    assert status != 0 and said.strip()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "127.example.invalid", "127.0.0.1.example.invalid", "127.0.0.256"])
def test_plain_http_to_the_network_is_refused_unless_a_proxy_is_named(copied, host):
    copied.arguments = ["--host", host]
    status, said = copied.refuses_to_start()
    assert status == 2 and "--tls-certificate" in said and "--trusted-proxy" in said, said
    assert "Listening" not in said


def test_behind_a_named_proxy_plain_http_is_served(copied):
    copied.arguments = ["--host", "0.0.0.0", "--trusted-proxy", "127.0.0.1"]
    copied.start()
    address = copied.address.replace("0.0.0.0", "127.0.0.1")
    assert requests.get(address + "/healthz", timeout=10).status_code == 200


@pytest.mark.parametrize("arguments", [
    ["--port", "70000"], ["--trusted-proxy", "nonsense"], ["--setting", "no-such=1"], ["--setting", "page-rows=many"],
    ["--tls-certificate", "/nowhere.pem"], ["--key-file", "/a", "--key-env", "B"], ["--nonsense"],
])
def test_what_cannot_be_meant_is_refused_at_the_start(copied, arguments):
    copied.arguments = arguments
    status, said = copied.refuses_to_start()
    assert status == 2 and said.strip(), said


def test_a_database_newer_than_the_program_is_refused_untouched(copied):
    wire = sqlite3.connect(copied.data / "shiming.sqlite", isolation_level=None)
    (number, name, checksum, applied_at), = wire.execute("SELECT * FROM schema_step ORDER BY number DESC LIMIT 1")
    wire.execute("INSERT INTO schema_step VALUES (?, ?, ?, ?)", (number + 1, "from the future", checksum, applied_at))
    wire.close()
    status, said = copied.refuses_to_start()
    assert status != 0 and re.search(r"newer", said, re.IGNORECASE), said


@pytest.mark.parametrize("change, code, step", [
    ("DELETE FROM schema_step WHERE number = 3", "schema-incomplete", "step 3 ("),
    ("DELETE FROM schema_step WHERE number >= 7", "schema-step-failed", "step 7 ("),
    ("UPDATE schema_step SET checksum = checksum + 1 WHERE number = 5", "schema-differs", "step 5 ("),
])
def test_a_schema_that_is_half_there_is_refused_and_the_step_named(copied, change, code, step):
    def steps():
        with contextlib.closing(sqlite3.connect(copied.data / "shiming.sqlite", isolation_level=None)) as wire:
            return wire.execute("SELECT * FROM schema_step ORDER BY number").fetchall()

    with contextlib.closing(sqlite3.connect(copied.data / "shiming.sqlite", isolation_level=None)) as wire:
        wire.execute(change)
    before = steps()
    for _ in range(2):
        status, said = copied.refuses_to_start()
        assert status != 0 and code in said and step in said, said
        assert steps() == before


def test_a_file_that_is_no_database_is_refused(copied):
    for path in copied.data.glob("shiming.sqlite*"):
        path.unlink()
    (copied.data / "shiming.sqlite").write_bytes(b"This is a letter to my aunt.\n" * 400)
    status, said = copied.refuses_to_start()
    assert status != 0 and said.strip()


# ---------------------------------------------------------------- TLS

def certificate(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(folder / "key.pem"), "-out",
         str(folder / "chain.pem")], check=True, capture_output=True)
    return folder / "chain.pem", folder / "key.pem"


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl program to make a certificate")
def test_tls_is_spoken_with_a_certificate_of_ones_own(copied, tmp_path):
    chain, key = certificate(tmp_path)
    copied.arguments = ["--host", "127.0.0.1", "--tls-certificate", str(chain), "--tls-key", str(key)]
    copied.start()
    assert copied.address.startswith("https://")
    answer = requests.get(copied.address + "/healthz", timeout=10, verify=str(chain))
    assert answer.status_code == 200
    assert "max-age" in answer.headers.get("Strict-Transport-Security", "")
    with pytest.raises(requests.exceptions.SSLError):
        requests.get(copied.address + "/healthz", timeout=10)
    with contextlib.suppress(requests.RequestException):
        plain = requests.get(copied.address.replace("https", "http") + "/healthz", timeout=10)
        assert plain.status_code != 200


# ---------------------------------------------------------------- a full disk

class SmallDisk:
    """A disk of a few megabytes, in memory; only where the system lets us mount one."""

    def __init__(self, place, megabytes):
        self.place = place
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "tmpfs", str(place)], check=True, capture_output=True)

    def free(self):
        found = os.statvfs(self.place)
        return found.f_bavail * found.f_frsize

    def fill(self):
        """Leaves nothing to write to."""
        with open(self.place / "ballast", "wb", buffering=0) as ballast:
            with contextlib.suppress(OSError):
                while True:
                    ballast.write(b"\x55" * 65536)
            with contextlib.suppress(OSError):
                while True:
                    ballast.write(b"\x55" * 512)

    def clear(self):
        (self.place / "ballast").unlink()

    def close(self):
        subprocess.run(["umount", "-l", str(self.place)], capture_output=True)


def refused_for_now(answer):
    assert answer.status_code in (503, 507), (answer.status_code, answer.text)
    assert int(answer.headers["Retry-After"]) > 0


def full_disk_story(server, fill, clear):
    """What must hold whatever makes the disk full."""
    world = World(server, ["clerk", "reviewer", "auditor"])
    world.take_in(card_file(range(100)))
    world.allocate()
    world.register()
    draft = world.submit(world.begin_more())
    head = world.settled_trail()

    fill()
    refused = []
    for number in range(60):
        answer = world.clerk.ask("uploadEvidence", query={"kind": "unit-document"}, data=png(f"full {number}", side=64), type="image/png")
        if answer.status_code != 201:
            refused.append(answer)
    assert refused, "the disk was not full"
    for answer in refused:
        refused_for_now(answer)
    answer = world.administrator.ask(
        "createIntake", query={"kind": "stock", "batch": "full"}, data=card_file(range(1_000, 40_000)), type="text/csv")
    if answer.status_code != 202:
        refused_for_now(answer)
    decided = world.decide(draft)
    if not decided.ok:
        refused_for_now(decided)

    # Reads go on.
    assert world.reviewer.must("answerForCard", json={"iccid": iccid(3)}).json()["standing"] == "registered"
    assert world.clerk.must("readApplication", {"application": draft["application"]}).ok
    assert requests.get(server.address + "/healthz", timeout=10).status_code == 200
    assert server.process.poll() is None

    clear()

    def recovered():
        answer = world.clerk.ask("uploadEvidence", query={"kind": "unit-document"}, data=png("again"), type="image/png")
        return answer if answer.status_code == 201 else None
    poll(recovered, 30, "it does not recover when there is room again")
    if not decided.ok:
        decided = world.decide(draft, ask="must")
    assert decided.json()["state"] == "approved"
    assert world.settled_trail()["size"] > head["size"]
    world.whole_trail()


def begin_more(world):
    world.take_in(card_file(range(200, 300)), batch="more")
    world.allocate(batch="more")
    return world.begin(cards={"batch": "more"})


World.begin_more = begin_more


def test_a_full_disk_refuses_for_now_and_reads_go_on(tmp_path):
    try:
        disk = SmallDisk(tmp_path / "disk", 24)
    except (subprocess.CalledProcessError, FileNotFoundError):
        disk = None
    if disk is None:
        # Nobody lets us mount: files that may not grow stand for the disk.
        limited(tmp_path)
        return
    try:
        with serving(disk.place) as server:
            full_disk_story(server, disk.fill, disk.clear)
    finally:
        disk.close()


def limited(folder):
    """The same with a limit on the size of files, which the running server is given and relieved of."""
    with serving(folder / "limited", before=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN)) as server:
        def limit(most):
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        full_disk_story(server, lambda: limit(1_024), lambda: limit(resource.RLIM_INFINITY))


def test_a_log_that_nobody_takes_any_more_ends_no_server(copied):
    """Where standard error is a pipe whose reader has gone."""
    copied.launch_piped()
    copied.process.stderr.close()
    for _ in range(5):
        assert requests.get(copied.address + "/healthz", timeout=10).status_code == 200
    assert requests.get(copied.address + "/v1/cards", timeout=10).status_code == 401
    assert copied.process.poll() is None


# ---------------------------------------------------------------- people

def test_the_token_of_a_dismissed_clerk_is_refused_at_once(world):
    made = world.administrator.must("createAccount", json={"organisation": world.agent, "roles": ["agent-clerk"]}).json()
    leaver = Caller(world.server).enrol(made["enrolment"]["token"], "leaver.one")
    draft = world.begin(by=leaver)
    account = world.administrator.must("readAccount", {"account": leaver.account})
    world.administrator.must("updateAccount", {"account": leaver.account}, json={"status": "dismissed"}, version=account.headers["ETag"])
    for name, ids in (("listCards", None), ("readSession", None), ("readApplication", {"application": draft["application"]})):
        answer = leaver.ask(name, ids)
        assert answer.status_code == 401, name
    assert leaver.ask("submitApplication", {"application": draft["application"]}, version=draft["version"]).status_code == 401
    again = leaver.ask("signIn", json={"login": "leaver.one", "password": PASSWORD}, headers={"Authorization": ""})
    assert again.status_code == 401
    # What he began is still there for his colleagues.
    assert world.clerk.must("readApplication", {"application": draft["application"]}).json()["state"] == "draft"


def test_a_code_of_the_second_factor_is_taken_once(world):
    world.second_reviewer.sign_in()
    body = {"login": world.second_reviewer.login, "password": PASSWORD}
    used = totp(world.second_reviewer.secret, world.second_reviewer.last_counter)
    stranger = Caller(world.server)
    assert stranger.ask("signIn", json=body | {"code": used}).status_code == 401
    without = stranger.ask("signIn", json=body)
    assert (without.status_code, code(without)) == (401, "second-factor-required")


def test_the_one_time_token_works_once(world):
    answer = Caller(world.server).ask(
        "acceptEnrolment", json={"token": world.server.one_time_token, "login": "second.root", "password": PASSWORD})
    assert answer.status_code in (401, 403, 422) and code(answer) == "enrolment-refused"


def test_the_submitter_never_decides(world):
    """Not even with every role: the account is what counts."""
    draft = world.submit(world.begin())
    refused = world.decide(draft, by=world.clerk)
    assert (refused.status_code, code(refused)) == (403, "not-permitted")
    refused = world.decide(draft, verdict="refuse")
    assert (refused.status_code, code(refused)) == (422, "reasons-needed")
    sent_back = world.decide(draft, verdict="send-back", reasons=[{"pointer": "/evidence/unit-document", "code": "unreadable"}], note="请补拍。")
    assert sent_back.json()["state"] == "sent-back"
    again = world.decide(draft)
    assert again.status_code in (409, 412)


def test_a_locked_case_is_decided_by_its_holder(world):
    draft = world.submit(world.begin())
    world.reviewer.must("lockApplication", {"application": draft["application"]})
    other = world.decide(draft, by=world.second_reviewer)
    assert other.status_code == 409
    world.reviewer.must("unlockApplication", {"application": draft["application"]})
    seen = world.second_reviewer.must("readApplication", {"application": draft["application"]})
    refused = world.decide(draft | {"version": seen.headers["ETag"]}, by=world.second_reviewer, verdict="refuse",
                           reasons=[{"pointer": "/use", "code": "use-not-plausible"}])
    assert refused.json()["state"] == "refused", refused.text


def test_an_authorisation_that_ended_yesterday_is_refused(world):
    yesterday = (datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date() - datetime.timedelta(days=1)).isoformat()
    expired = {"authorisation": {"purpose": "办理物联网卡实名登记", "validFrom": "2020-01-01", "validUntil": yesterday}}
    draft = world.begin(**expired)
    answer = world.clerk.ask("submitApplication", {"application": draft["application"]}, version=draft["version"])
    assert answer.status_code == 422
    assert any(error["pointer"].startswith("/authorisation") for error in answer.json()["errors"]), answer.text


def test_an_expired_licence_is_refused(world):
    draft = world.begin(unit=UNIT | {"validUntil": "2021-05-01"})
    answer = world.clerk.ask("submitApplication", {"application": draft["application"]}, version=draft["version"])
    assert answer.status_code == 422
    assert any(error["pointer"].startswith("/unit") for error in answer.json()["errors"]), answer.text


def test_a_registered_document_under_another_name_is_refused(world):
    world.take_in(card_file(range(5000, 5004)), batch="other-name")
    world.allocate(batch="other-name")
    iccids = [row.split(",")[0] for row in card_file(range(5000, 5004)).decode().splitlines()[1:]]
    world.register(cards={"numbers": iccids[:2]})
    draft = world.begin(cards={"numbers": iccids[2:]}, handler=HANDLER | {"name": "诸葛无名"})
    answer = world.clerk.ask("submitApplication", {"application": draft["application"]}, version=draft["version"])
    assert (answer.status_code, code(answer)) == (422, "document-under-other-name"), answer.text
    assert answer.json()["pointer"].startswith("/handler")


# ---------------------------------------------------------------- evidence that is none

@pytest.mark.parametrize("content", [
    b"", b"GIF89a" + b"\x00" * 40, b"<svg xmlns='http://www.w3.org/2000/svg'/>", png("cut")[:60], jpeg("cut")[:-40] + b"\x00" * 4, b"%PDF-1.4\nnothing",
    b"MZ" + b"\x00" * 200, b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, pdf("x")[:120],
], ids=range(9))
def test_what_is_no_evidence_is_refused(world, content):
    answer = world.clerk.ask("uploadEvidence", query={"kind": "unit-document"}, data=content, type="application/octet-stream")
    assert answer.status_code in (400, 415, 422) and code(answer), (answer.status_code, answer.text)


def test_evidence_that_is_too_large_is_refused_and_duplicates_are_noticed(world):
    answer = world.clerk.ask("uploadEvidence", query={"kind": "unit-document"}, data=b"\xff\xd8\xff" + b"\x00" * (11 << 20), type="image/jpeg")
    assert answer.status_code == 413
    picture = png("the very same")
    first, second = (world.clerk.must("uploadEvidence", query={"kind": "unit-document"}, data=picture, type="image/png").json() for _ in range(2))
    assert second["duplicateOf"] == first["id"] and "duplicateOf" not in first
    hidden = world.clerk.must("uploadEvidence", query={"kind": "unit-document"}, data=picture, type="application/pdf").json()
    assert hidden["mediaType"] == "image/png"


# ---------------------------------------------------------------- requests that are too much

def answered(world, request, seconds=20):
    """What the server says to these bytes, as far as it says anything."""
    address = urlsplit(world.server.address)
    with socket.create_connection((address.hostname, address.port), timeout=seconds) as wire:
        said = b""
        with contextlib.suppress(ConnectionError, BrokenPipeError):
            wire.sendall(request)
            wire.shutdown(socket.SHUT_WR)
        with contextlib.suppress(ConnectionError, TimeoutError):
            while got := wire.recv(65536):
                said += got
        return said


@pytest.mark.parametrize("request_bytes", [
    b"GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: " + b"a" * (1 << 20) + b"\r\n\r\n",
    b"GET /healthz HTTP/1.1\r\nHost: a\r\n" + b"X-Many: a\r\n" * 50_000 + b"\r\n",
    b"GET /" + b"a" * (1 << 20) + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 50, b"NONSENSE\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
    b"POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{}",
    b"POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
], ids=["long header", "many headers", "long path", "tls hello", "nonsense", "strange version", "negative length", "two lengths"])
def test_strange_requests_end_no_server(world, request_bytes):
    said = answered(world, request_bytes)
    assert not said.startswith(b"HTTP/1.1 2") and not said.startswith(b"HTTP/1.1 5"), said[:300]
    assert requests.get(world.server.address + "/healthz", timeout=10).status_code == 200


def test_large_or_deep_bodies_are_refused(world):
    head = {"Authorization": "Bearer " + world.clerk.token, "Content-Type": "application/json", "Idempotency-Key": "large-1"}
    address = world.server.address + "/v1/registrations"
    large = requests.post(address, data=b'{"channel":"' + b"a" * (2 << 20) + b'"}', headers=head, timeout=30)
    assert large.status_code == 413
    deep = requests.post(address, data=b'{"content":' + b"[" * 50_000 + b"]" * 50_000 + b"}", headers=head, timeout=30)
    assert deep.status_code in (400, 422)
    chunked = requests.post(address, data=iter([b'{"channel":"'] + [b"a" * 65536] * 40), headers=head, timeout=30)
    assert chunked.status_code == 413
    for body in (b"", b"null", b"[]", b"{", b"\xff\xfe", b'{"channel":"agent","channel":"hall"}', b'{"channel":1e999}'):
        answer = requests.post(address, data=body, headers=head, timeout=30)
        assert answer.status_code in (400, 415, 422), (body, answer.text)


def test_guessing_a_password_is_slowed_down(world):
    stranger = Caller(world.server)
    # Whether somebody has the name is not told by how he is slowed down. After the free ones, a second or more must pass between two.
    for login in ("agent.manager", "nobody.here"):
        statuses = [stranger.ask("signIn", json={"login": login, "password": f"guess-{n}-guess"}).status_code for n in range(12)]
        assert statuses[:3] == [401] * 3 and set(statuses[3:]) <= {401, 429} and 429 in statuses, statuses


def test_metrics_and_logs_say_how_it_goes_and_nothing_personal(world):
    metrics = requests.get(world.server.address + "/metrics", timeout=10)
    assert metrics.headers["Content-Type"].startswith("text/plain") and "# TYPE" in metrics.text
    told = metrics.text + world.server.log.read_text()
    for secret in (HANDLER["documentNumber"], HANDLER["name"], RESPONSIBLE["documentNumber"], RESPONSIBLE["name"], HANDLER["contact"],
                   world.clerk.token, "Blaue-Wolke", iccid(3)):
        assert secret not in told
