"""Drives a real `shiming serve` over its public API, for the benchmarks. Everything that knows the program's habits is in this file.

The server gets a fresh folder and a port of the system's; the first administrator is enrolled with the one-time token it prints.
Everything sent is invented.
"""
import base64
import contextlib
import datetime
import hashlib
import hmac
import os
import pathlib
import random
import re
import signal
import struct
import subprocess
import sys
import time
import uuid
import zlib

import requests

PASSWORD = "Blaue-Wolke-7-Sanduhr"
PRODUCT = "BENCH-30M"
TICKS = os.sysconf("SC_CLK_TCK")


def end_what_was_begun() -> None:
    """Asked to stop, the program unwinds, so that no server, database or folder outlives it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


class Server:
    """A context manager: `with Server(program, folder) as server: …`."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path, store: str | None = None, settings: tuple[str, ...] = (),
                 environment: dict[str, str] | None = None):
        """`store`: the address of a PostgreSQL database, instead of the embedded store. `environment`: what the server's has besides."""
        self.program, self.folder = program, folder
        self.output, self.log = folder.with_suffix(".out"), folder.with_suffix(".log")
        self.options = ["--store", store] if store else []
        for setting in settings:
            self.options += ["--setting", setting]
        self.environment = os.environ | (environment or {})

    def __enter__(self):
        began = time.perf_counter()
        with open(self.output, "wb") as output, open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--data", self.folder, "--port", "0", *self.options], stdout=output, stderr=log,
                stdin=subprocess.DEVNULL, env=self.environment)
        deadline = time.monotonic() + 120
        while not (said := re.search(r"Listening at (\S+)", self.output.read_text())):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the server did not start:\n" + self.log.read_text(errors="replace"))
            time.sleep(0.005)
        #: Seconds from starting the program to its saying where it listens.
        self.start_seconds = time.perf_counter() - began
        self.url = said[1]
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def peak_memory_kib(self) -> int:
        """The most resident memory the server ever had."""
        return peak_memory_kib(self.process.pid)

    def cpu_seconds(self) -> float:
        """Processor time the server has used, all threads: what other programs on the machine do to the clock does not show in it."""
        return cpu_seconds(self.process.pid)

    def core_wait_seconds(self) -> float:
        """For how long its threads that are there now were ready and had no core, all together."""
        waited = 0
        for thread in pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/schedstat"):
            # One may have ended meanwhile.
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                waited += int(thread.read_text().split()[1])
        return waited / 1e9

    def disk_read_bytes(self) -> int:
        """What it had read that was not in memory."""
        return int(re.search(r"^read_bytes: (\d+)", pathlib.Path(f"/proc/{self.process.pid}/io").read_text(), re.M)[1])

    def memory_kib(self) -> int:
        """Resident now."""
        return int(re.search(r"VmRSS:\s+(\d+) kB", pathlib.Path(f"/proc/{self.process.pid}/status").read_text())[1])

    def first_administrator(self) -> "Caller":
        deadline = time.monotonic() + 60
        while not (token := re.search(r"sm_en_\S+", self.output.read_text())):
            if time.monotonic() > deadline:
                raise RuntimeError("the server printed no one-time token")
            time.sleep(0.05)
        return Caller(self.url).enrol(token[0], "bench.admin")


def peak_memory_kib(pid: int) -> int:
    return int(re.search(r"VmHWM:\s+(\d+) kB", pathlib.Path(f"/proc/{pid}/status").read_text())[1])


def cpu_seconds(pid: int) -> float:
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def ended_children_seconds(pid: int) -> float:
    """Processor time of children that ended and were waited for."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[13]) + int(fields[14])) / TICKS


def family(pid: int) -> list[int]:
    """A process and its children."""
    try:
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        children = []
    return [pid] + [member for child in children for member in family(int(child))]


class Caller:
    """Somebody signed in."""

    def __init__(self, url: str, token: str | None = None):
        self.url, self.token = url, token
        self.http = requests.Session()
        self.http.trust_env = False

    def enrol(self, token: str, login: str) -> "Caller":
        """Accepts a one-time enrolment and signs in, with the second factor where the roles need one."""
        secret = self.accept(token, login)
        credentials = {"login": login, "password": PASSWORD} | ({"code": totp(secret)} if secret else {})
        self.token = self.post("/v1/sessions", credentials).json()["accessToken"]
        return self

    def accept(self, token: str, login: str) -> str | None:
        """The secret of the second factor, where the roles need one."""
        accepted = self.post("/v1/enrolments/accept", {"token": token, "login": login, "password": PASSWORD}).json()
        return accepted["secondFactor"]["secret"] if "secondFactor" in accepted else None

    def invite(self, role: str, organisation: str | None = None) -> str:
        """The one-time token of a new account."""
        body = {"roles": [role]} | ({"organisation": organisation} if organisation else {})
        return self.post("/v1/accounts", body).json()["enrolment"]["token"]

    def colleague(self, login: str, role: str, organisation: str | None = None) -> "Caller":
        return Caller(self.url).enrol(self.invite(role, organisation), login)

    def invited(self, login: str, role: str, organisation: str | None = None) -> str | None:
        """Of a colleague who has a password and has not signed in: the secret of the second factor, where the role needs one."""
        return Caller(self.url).accept(self.invite(role, organisation), login)

    def machine(self, login: str, role: str, permissions: list[str]) -> str:
        """The API key of a machine's new account."""
        account = self.post("/v1/accounts", {"kind": "machine", "login": login, "roles": [role]}).json()["account"]["id"]
        expiry = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        return self.post("/v1/api-keys", {
            "account": account, "label": login, "permissions": permissions, "expiresAt": expiry.strftime("%Y-%m-%dT%H:%M:%SZ")}).json()["token"]

    def get(self, path: str) -> requests.Response:
        return self._ask("GET", path)

    def post(self, path: str, body=None, **headers) -> requests.Response:
        return self._ask("POST", path, headers | {"Idempotency-Key": str(uuid.uuid4())}, json=body)

    def put(self, path: str, body, **headers) -> requests.Response:
        return self._ask("PUT", path, headers, json=body)

    def patch(self, path: str, body, **headers) -> requests.Response:
        return self._ask("PATCH", path, headers, json=body)

    def upload(self, path: str, content, media_type: str) -> requests.Response:
        return self._ask("POST", path, {"Content-Type": media_type, "Idempotency-Key": str(uuid.uuid4())}, data=content)

    def _ask(self, method: str, path: str, headers=None, **body) -> requests.Response:
        sent = dict(headers or {}) | ({"Authorization": "Bearer " + self.token} if self.token else {})
        answer = self.http.request(method, self.url + path, headers=sent, timeout=1_800, **body)
        if not answer.ok:
            raise RuntimeError(f"{method} {path}: {answer.status_code} {answer.text[:2000]}")
        return answer


def totp(secret: str) -> str:
    """RFC 6238, six digits, thirty seconds."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


# ---------------------------------------------------------------- the jobs that are measured

def prepare_product(admin: Caller) -> None:
    admin.post("/v1/products", {"code": PRODUCT, "terms": {
        "name": "Bench 30 MB", "carrier": "mobile", "cardClass": "iot-general", "traffic": "directed", "monthlyMegabytes": 30,
        "voice": False, "sms": False, "binding": "none"}})


def send(admin: Caller, file: pathlib.Path, batch: str, kind: str = "stock") -> dict:
    """Uploads a file of cards: the job, which has only begun."""
    with open(file, "rb") as content:
        return admin.upload(f"/v1/intakes?kind={kind}&batch={batch}&product={PRODUCT}", content, "text/csv").json()


def take_in(admin: Caller, file: pathlib.Path, batch: str, kind: str = "stock") -> tuple[float, dict]:
    """Uploads a file of cards and waits for the job. The seconds the job worked, by its own clock, and its last state."""
    return ended(admin, "/v1/intakes", send(admin, file, batch, kind))


def send_usage(admin: Caller, file: pathlib.Path) -> tuple[float, dict]:
    """The same of a file of what cards used."""
    with open(file, "rb") as content:
        return ended(admin, "/v1/usage-files", admin.upload("/v1/usage-files", content, "text/csv").json())


def ended(admin: Caller, path: str, job: dict) -> tuple[float, dict]:
    while job["state"] not in ("done", "failed", "cancelled"):
        time.sleep(0.1)
        job = admin.get(f"{path}/{job['id']}").json()
    if job["state"] != "done":
        raise RuntimeError(f"the job ended as {job['state']}: {job.get('failure')}")
    return (instant(job["finishedAt"]) - instant(job["startedAt"])).total_seconds(), job


def instant(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class Seller:
    """An agent with a contract, the cards of a range, and a clerk signed in."""

    def __init__(self, admin: Caller, first: str, last: str, number: int):
        """`number`: makes names different from those of other sellers."""
        self.cards = {"range": {"from": first, "to": last}}
        self.organisation = agent = admin.post("/v1/organisations", {"kind": "agent", "name": f"示例代理商{number}"}).json()["id"]
        self.year = datetime.date.today().year
        admin.post(f"/v1/organisations/{agent}/contracts", {
            "carrier": "mobile", "version": "1", "validFrom": f"{self.year}-01-01", "validUntil": "long-term", "duties": "真实身份信息登记。",
            "breachHandling": "停止供卡。"})
        admin.post("/v1/custody-acts", {"kind": "allocate", "organisation": agent, "cards": self.cards})
        self.clerk = admin.colleague(f"bench.clerk.{number}", "agent-clerk", agent)

    def evidence(self) -> dict[str, list[str]]:
        """Uploads a picture for every slot a unit's registration needs."""
        return {slot: [self.piece(slot)] for slot in SLOTS}

    def piece(self, slot: str, tries: int = 5) -> str:
        """On a machine with much else to do the child process that decodes a picture may run out of its time."""
        try:
            return self.clerk.upload(f"/v1/evidence?kind={slot}", picture(slot), "image/png").json()["id"]
        except RuntimeError as refusal:
            if tries == 1 or "inspection-timeout" not in str(refusal):
                raise
            return self.piece(slot, tries - 1)


def register(clerk: Caller, said: dict, iccid: str) -> tuple[str, str]:
    """One card's registration, begun, its card chosen, handed in. The application's address and version."""
    begun = clerk.post("/v1/registrations", {"channel": "agent", "content": said})
    path = "/v1/applications/" + begun.json()["application"]
    chosen = clerk.put(path + "/cards", {"numbers": [iccid]}, **{"If-Match": begun.headers["ETag"]})
    return path, clerk.post(path + "/submission", **{"If-Match": chosen.headers["ETag"]}).headers["ETag"]


def register_at_once(clerk: Caller, said: dict, iccid: str) -> None:
    """The same by one request."""
    clerk.post("/v1/registrations", {"channel": "agent", "content": said, "handIn": {"numbers": [iccid]}})


def approve(reviewer: Caller, path: str, version: str) -> None:
    reviewer.post(path + "/decision", {"verdict": "approve"}, **{"If-Match": version})


class Registration:
    """A complete registration of a range of cards for an invented unit, handed in by an agent and waiting for a reviewer."""

    def __init__(self, admin: Caller, first: str, last: str, number: int, chosen: dict | None = None):
        """`number`: makes names different from those of other registrations. `chosen`: which of the range's cards, unless all."""
        self.seller = seller = Seller(admin, first, last, number)
        clerk = seller.clerk
        self.reviewer = admin.colleague(f"bench.reviewer.{number}", "reviewer")
        begun = clerk.post("/v1/registrations", {"channel": "agent", "content": content(seller)})
        self.path = "/v1/applications/" + begun.json()["application"]
        selected = clerk.put(self.path + "/cards", chosen or seller.cards, **{"If-Match": begun.headers["ETag"]})
        self.version = clerk.post(self.path + "/submission", **{"If-Match": selected.headers["ETag"]}).headers["ETag"]

    def decide(self) -> tuple[float, dict]:
        """Seconds from the request for a decision to its answer, and the answer: everything is durable then."""
        began = time.perf_counter()
        answer = self.reviewer.post(self.path + "/decision", {"verdict": "approve"}, **{"If-Match": self.version})
        return time.perf_counter() - began, answer.json()


SLOTS = [
    "unit-document", "authorisation-letter", "handler-id-front", "handler-id-back", "responsible-person-id-front",
    "responsible-person-id-back"]


def content(seller: Seller) -> dict:
    year = seller.year

    def person(name: str, number: str, address: str, contact: str) -> dict:
        return {
            "name": name, "documentType": "resident-id", "documentNumber": number, "address": address, "contact": contact,
            "validFrom": "2016-01-01", "validUntil": f"{year + 10}-01-01"}

    return {
        "unit": {
            "name": "上海云杉物联科技有限公司", "documentType": "business-licence", "documentNumber": "91110000MA00000077",
            "address": "上海市浦东新区云杉路一百号", "contact": "021-55550100", "validUntil": "long-term"},
        "handler": person("欧阳青禾", "11010519491231002X", "北京市朝阳区青禾里三号院", "13800138000"),
        "responsiblePerson": person("司徒望舒", "360426199101010071", "江西省德安县望舒路十二号", "13900139000"),
        "usingDepartment": "冷链运营部",
        "authorisation": {"purpose": "办理物联网卡实名登记", "validFrom": f"{year}-01-01", "validUntil": f"{year + 1}-12-31"},
        "use": {
            "deviceType": "tracker", "deviceModel": "YS-100", "scene": "cold-chain", "traffic": "directed", "voice": False, "sms": False,
            "monthlyMegabytes": 30, "region": "31"},
        "noticeAccepted": True, "evidence": seller.evidence()}


def picture(seed: str) -> bytes:
    """A small PNG of one colour, another for each seed."""
    return png(32, [hashlib.sha256(seed.encode()).digest()[:3] * 32] * 32)


def photograph(seed: int) -> bytes:
    """A PNG of two million pixels in some 300 kB, as a photograph made smaller on the telephone before it is sent."""
    chance, width, height = random.Random(seed), 1_600, 1_200
    return png(width, [chance.randbytes(240) * (width * 3 // 240) for _ in range(height)])


def png(width: int, rows: list[bytes]) -> bytes:
    """Rows of RGB bytes."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    content = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", content) + chunk(b"IEND", b"")
