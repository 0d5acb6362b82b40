"""Drives a real `shiming serve` over its public API, for the benchmarks. Everything that knows the program's habits is in this file.

The server gets a fresh folder and an ephemeral port; the first administrator is enrolled with the one-time token it prints.
"""
import base64
import datetime
import hashlib
import hmac
import pathlib
import re
import signal
import socket
import struct
import subprocess
import time
import uuid
import zlib

import requests

PASSWORD = "correct-horse-battery-staple-7"
ENROLMENT = re.compile(r"(?:token[=: ]+|/enrol(?:ment)?s?/)([A-Za-z0-9_.\-]{16,})")


class Server:
    """A context manager: `with Server(program, folder) as server: …`."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path):
        self.program, self.folder = program, folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.url = f"http://{self.address}"
        self.output = folder.with_suffix(".log")

    def __enter__(self):
        with open(self.output, "wb") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--data", self.folder, "--listen", self.address], stdout=log, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + 60
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the server did not start:\n" + self.output.read_text(errors="replace"))
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def _answers(self) -> bool:
        try:
            return requests.get(self.url + "/readyz", timeout=1).status_code == 200
        except requests.ConnectionError:
            return False

    def peak_memory_kib(self) -> int:
        """The most resident memory the server ever had."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])

    def first_administrator(self) -> "Caller":
        token = ENROLMENT.search(self.output.read_text(errors="replace"))
        if not token:
            raise RuntimeError("the server printed no one-time token")
        return Caller.enrolled(self.url, token[1], "bench-admin")


class Caller:
    """Somebody signed in."""

    def __init__(self, url: str):
        self.url = url
        self.http = requests.Session()

    @staticmethod
    def enrolled(url: str, token: str, login: str) -> "Caller":
        """Accepts a one-time enrolment and signs in, with the second factor where the roles need one."""
        caller = Caller(url)
        accepted = caller.post("/v1/enrolments/accept", {"token": token, "login": login, "password": PASSWORD})
        credentials = {"login": accepted["login"], "password": PASSWORD}
        if "secondFactor" in accepted:
            credentials["code"] = totp(accepted["secondFactor"]["secret"])
        caller.http.headers["Authorization"] = "Bearer " + caller.post("/v1/sessions", credentials)["accessToken"]
        return caller

    def colleague(self, login: str, roles: list[str], organisation: str | None = None) -> "Caller":
        body = {"login": login, "roles": roles} | ({"organisation": organisation} if organisation else {})
        return Caller.enrolled(self.url, self.post("/v1/accounts", body)["enrolment"]["token"], login)

    def get(self, path: str):
        return self._checked(self.http.get(self.url + path))

    def post(self, path: str, body=None, **headers):
        return self._checked(self.http.post(self.url + path, json=body, headers={"Idempotency-Key": str(uuid.uuid4())} | headers))

    def put(self, path: str, body=None, **headers):
        return self._checked(self.http.put(self.url + path, json=body, headers=headers))

    def upload(self, path: str, content, media_type: str):
        headers = {"Content-Type": media_type, "Idempotency-Key": str(uuid.uuid4())}
        return self._checked(self.http.post(self.url + path, data=content, headers=headers))

    @staticmethod
    def _checked(answer: requests.Response):
        if not answer.ok:
            raise RuntimeError(f"{answer.request.method} {answer.request.path_url}: {answer.status_code} {answer.text[:500]}")
        return answer.json() if answer.content else None


def totp(secret: str) -> str:
    """RFC 6238, six digits, thirty seconds."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


# ---------------------------------------------------------------- the two jobs that are measured

def prepare_product(admin: Caller, code: str = "BENCH-30M") -> None:
    admin.post("/v1/products", {"code": code, "terms": {
        "name": "Bench 30 MB", "carrier": "mobile", "cardClass": "iot-general", "traffic": "directed", "monthlyMegabytes": 30,
        "voice": False, "sms": False, "binding": "none"}})


def take_in(admin: Caller, file: pathlib.Path, batch: str) -> tuple[float, dict]:
    """Uploads a file as stock and waits for the job. The seconds the job worked, by its own clock, and its answer."""
    with open(file, "rb") as content:
        intake = admin.upload(f"/v1/intakes?kind=stock&batch={batch}", content, "text/csv")
    while intake["state"] in ("waiting", "running"):
        time.sleep(0.1)
        intake = admin.get(f"/v1/intakes/{intake['id']}")
    if intake["state"] != "finished":
        raise RuntimeError(f"the intake ended as {intake['state']}: {intake.get('failure')}")
    return (instant(intake["finishedAt"]) - instant(intake["startedAt"])).total_seconds(), intake


def instant(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def submitted_registration(clerk: Caller, batch: str) -> dict:
    """A complete registration of a batch's cards for an invented unit, handed in by a hall. The application."""
    papers = {kind: clerk.upload(f"/v1/evidence?kind={kind}", picture(kind), "image/png")["id"] for kind in PAPERS}
    made = clerk.post("/v1/registrations", {
        "channel": "hall", "content": content(papers), "cards": {"batches": [batch]}})
    return clerk.post(f"/v1/applications/{made['application']['id']}/submission")


def decide(reviewer: Caller, application: str) -> tuple[float, dict]:
    """Seconds from the request for a decision to its answer, and the answer: everything is durable then."""
    reviewer.put(f"/v1/applications/{application}/lock")
    began = time.perf_counter()
    decision = reviewer.post(f"/v1/applications/{application}/decision", {"verdict": "approve"})
    return time.perf_counter() - began, decision


PAPERS = ["unit-document", "authorisation-letter", "identity-front", "identity-back", "purchase-voucher"]


def content(papers: dict) -> dict:
    def slot(kind: str) -> dict:
        return {"slot": kind, "evidence": papers[kind]}

    person = {
        "documentType": "resident-id", "address": "江苏省南京市玄武区示例路1号", "contact": "13800000000",
        "validFrom": "2020-01-01", "validUntil": "2040-01-01", "evidence": [slot("identity-front"), slot("identity-back")]}
    letter = {
        "grantee": "郑示例", "subject": "办理物联网卡实名登记", "validFrom": "2026-01-01", "validUntil": "2027-12-31",
        "evidence": [slot("authorisation-letter")]}
    return {
        "unit": {
            "name": "南京示例物联科技有限公司", "documentType": "credit-code", "documentNumber": unit_code(), "bodyKind": "enterprise",
            "address": "江苏省南京市玄武区示例路1号", "contact": "025-80000000", "validFrom": "2018-01-01", "validUntil": "long-term",
            "evidence": [slot("unit-document")]},
        "handler": person | {"name": "郑示例", "documentNumber": resident_id("320102199003074"), "authorisation": letter},
        "responsiblePerson": person | {"name": "王样本", "documentNumber": resident_id("320102198806152")},
        "use": {
            "deviceType": "水表", "deviceModel": "DEMO-1", "scene": "远程抄表", "traffic": "directed", "voice": False, "sms": False,
            "monthlyMegabytes": 30, "region": "江苏省"},
        "handlerPresent": True, "evidence": [slot("purchase-voucher")]}


def resident_id(start: str) -> str:
    from stdnum.iso7064 import mod_11_2
    body = start.ljust(17, "1")
    return body + mod_11_2.calc_check_digit(body)


def unit_code() -> str:
    from stdnum.cn import uscc
    eight = "MA123456"
    total = sum(int(c, 36) * w for c, w in zip(eight, (3, 7, 9, 10, 5, 8, 4, 2)))
    body = "91320102" + eight + "0123456789X0"[11 - total % 11]
    return body + uscc.calc_check_digit(body)


def picture(seed: str) -> bytes:
    """A small grey PNG, another for each seed."""
    shade = hashlib.sha256(seed.encode()).digest()[0]
    side = 64
    pixels = b"".join(b"\0" + bytes((shade + x + y) % 256 for x in range(side)) for y in range(side))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
