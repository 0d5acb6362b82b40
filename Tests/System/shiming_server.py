"""The real program over HTTP: starting and killing it, signing in, and the steps of the main job.

Everything here is invented: people, units, numbers. Nothing sleeps but between questions with a limit.
"""

import base64
import contextlib
import datetime
import functools
import hashlib
import hmac
import itertools
import os
import pathlib
import re
import signal
import struct
import subprocess
import time
import uuid
import zlib

import reference_ledger as ledger
import requests
import yaml

BIN = os.environ.get("SHIMING_BIN")
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PASSWORD = "Blaue-Wolke-7-Sanduhr"
BATCH = "B-2026-03"
PRODUCT = "directed-30m"
ADDRESSES = itertools.count(1)
# Cards of the unit that has a seat of its own: far from those of the tests, and who sold them.
SEAT_CARDS = range(90_011, 90_015)
SEAT_BATCH = "SEAT-2026-03"
SEAT_SELLER = "示例供卡代理商"
# Where types of problems lead, as far as one was met.
SECTIONS = set()
# Hashing passwords is slow on purpose; here it need not be.
QUICK = ("password-cost-log2=10",)


# ---------------------------------------------------------------- the program

class Server:
    """One data folder with a server that can be killed and started again."""

    def __init__(self, folder, settings=(), arguments=(), environment=None, clock=None, before=None):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.settings = QUICK + tuple(settings)
        self.arguments = list(arguments)
        self.environment = environment or {}
        self.clock = clock
        self.before = before
        self.process = None
        self.address = None
        self.one_time_token = None
        self.starts = 0

    @property
    def proxied(self):
        return "--trusted-proxy" in self.arguments

    @property
    def command(self):
        settings = [part for setting in self.settings for part in ("--setting", setting)]
        return [BIN, "serve", "--data", str(self.data), "--port", "0", "--company", "示例运营公司", *settings, *self.arguments]

    @property
    def output(self):
        return self.folder / f"out-{self.starts}.txt"

    @property
    def log(self):
        return self.folder / f"log-{self.starts}.txt"

    def launch(self):
        """Starts the process without waiting for it."""
        self.starts += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SHIMING_")}
        environment |= self.environment | (self.clock.environment if self.clock else {})
        with open(self.output, "wb") as out, open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                self.command, stdout=out, stderr=log, stdin=subprocess.DEVNULL, env=environment, preexec_fn=self.before)

    def start(self, seconds=60):
        self.launch()
        said = poll(lambda: self.said_or_ended(), seconds, "the server neither listens nor ends")
        if self.process.poll() is not None:
            raise AssertionError(f"the server ended with {self.process.returncode}: {said} {self.log.read_text()[-2000:]}")
        self.address = re.search(r"Listening at (\S+)", said).group(1)
        token = re.search(r"sm_en_\S+", said)
        self.one_time_token = token.group(0) if token else self.one_time_token
        return self

    def launch_piped(self):
        """Like `start`, with the log in a pipe that the caller may close."""
        self.starts += 1
        with open(self.output, "wb") as out:
            self.process = subprocess.Popen(self.command, stdout=out, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        said = poll(lambda: self.said_or_ended(), 60, "the server neither listens nor ends")
        self.address = re.search(r"Listening at (\S+)", said).group(1)

    def said_or_ended(self):
        said = self.output.read_text()
        return said if "Listening at" in said else (said or "nothing") if self.process.poll() is not None else None

    def refuses_to_start(self, seconds=60):
        """Exit code and everything said, of a start that must fail."""
        self.launch()
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError("it started: " + self.output.read_text())
        return code, self.output.read_text() + self.log.read_text()

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def stop(self, seconds=90):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError("the server did not end")

    def check_store(self, seconds=300):
        """`shiming store check` of the data folder: exit code and what it says."""
        done = subprocess.run(
            [BIN, "store", "check", "--data", str(self.data)], capture_output=True, text=True, timeout=seconds, stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout + done.stderr


@contextlib.contextmanager
def serving(folder, **options):
    server = Server(folder, **options)
    try:
        yield server.start()
    finally:
        server.kill()


def poll(look, seconds, otherwise, pause=0.005):
    """What `look` answers once it is neither None nor False, asked again and again within a time."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() > end:
            raise AssertionError(otherwise() if callable(otherwise) else otherwise)
        time.sleep(pause)
        pause = min(0.1, pause * 1.5) if pause >= 0.005 else pause


class MovedClock:
    """The server's clock moved by whole days: a small library before the C library, as long jobs cannot wait for July."""

    SOURCE = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <fcntl.h>
    #include <stdlib.h>
    #include <sys/mman.h>
    #include <time.h>
    static volatile long long *kept;
    __attribute__((constructor)) static void find(void) {
        const char *path = getenv("CLOCK_MOVED_FILE");
        int file = path ? open(path, O_RDONLY) : -1;
        void *place = file < 0 ? MAP_FAILED : mmap(NULL, sizeof *kept, PROT_READ, MAP_SHARED, file, 0);
        if (place != MAP_FAILED) kept = place;
    }
    int clock_gettime(clockid_t which, struct timespec *time) {
        static int (*real)(clockid_t, struct timespec *);
        if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
        int answer = real(which, time);
        const char *moved = getenv("CLOCK_MOVED_SECONDS");
        if (answer == 0 && which == CLOCK_REALTIME) time->tv_sec += kept ? *kept : moved ? atoll(moved) : 0;
        return answer;
    }
    """

    def __init__(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        source, self.library = folder / "clock.c", folder / "clock.so"
        source.write_text(self.SOURCE)
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(self.library), str(source), "-ldl"], check=True)
        self.seconds = 0

    def move_to(self, instant):
        self.seconds = int(instant.timestamp() - time.time())

    def now(self):
        return time.time() + self.seconds

    @property
    def environment(self):
        return {"LD_PRELOAD": str(self.library), "CLOCK_MOVED_SECONDS": str(self.seconds)}


class LeapingClock(MovedClock):
    """Moved while servers run as well, all of them at once: by as many seconds as stand in a file."""

    def __init__(self, folder):
        super().__init__(folder)
        self.file = folder / "moved"
        self.file.write_bytes(bytes(8))

    def move_to(self, instant):
        super().move_to(instant)
        with open(self.file, "r+b") as file:
            file.write(struct.pack("=q", self.seconds))

    @property
    def environment(self):
        return super().environment | {"CLOCK_MOVED_FILE": str(self.file)}


# ---------------------------------------------------------------- the contract

@functools.cache
def contract():
    return yaml.load((ROOT / "Contract/openapi.yaml").read_text(), Loader=yaml.CSafeLoader)


class Operation:
    def __init__(self, method, path, facts, shared):
        self.method, self.path, self.name = method.upper(), path, facts["operationId"]
        permission = facts["x-permission"]
        self.permissions = permission if isinstance(permission, list) else [permission]
        self.facts = facts
        named = [contract()["components"]["parameters"][p["$ref"].split("/")[-1]] if "$ref" in p else p
                 for p in facts.get("parameters", []) + shared]
        self.ids = [p["name"] for p in named if p["in"] == "path"]
        self.query = {p["name"]: p for p in named if p["in"] == "query"}
        self.creates = any(p["name"] == "Idempotency-Key" for p in named)
        self.edits = any(p["name"] == "If-Match" for p in named)
        self.statuses = {int(status) for status in facts["responses"]}

    def __repr__(self):
        return self.name

    @property
    def body_types(self):
        return list(self.facts.get("requestBody", {}).get("content", {}))


@functools.cache
def operations():
    found = {}
    for path, item in contract()["paths"].items():
        for method, facts in item.items():
            if method in ("get", "post", "put", "patch", "delete"):
                operation = Operation(method, path, facts, item.get("parameters", []))
                found[operation.name] = operation
    return found


# ---------------------------------------------------------------- who asks

def totp(secret, counter):
    """RFC 6238 over RFC 4226: SHA-1, 30 seconds, six digits."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">q", counter), hashlib.sha1).digest()
    offset = mac[19] & 15
    return f"{(struct.unpack('>I', mac[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Caller:
    """Somebody with a token. The token is what is asked with; a login and a secret allow to sign in again."""

    def __init__(self, server, token=None, login=None, secret=None, account=None):
        self.server, self.token, self.login, self.secret, self.account = server, token, login, secret, account
        self.last_counter = -1
        # Where the server believes a proxy, each caller comes from an address of his own.
        self.headers = {"X-Forwarded-For": f"10.{next(ADDRESSES) >> 8 & 255}.{next(ADDRESSES) & 255}.1"} if server.proxied else {}
        self.web = requests.Session()
        self.web.trust_env = False

    def ask(self, name, ids=None, query=None, json=None, data=None, type=None, version=None, key=None, headers=None, timeout=60):
        """One request; a creating call has a new key unless one is given. Undeclared statuses fail at once."""
        operation = operations()[name]
        path = operation.path
        for place, value in (ids or {}).items():
            path = path.replace("{" + place + "}", str(value))
        sent = dict(self.headers) | (headers or {})
        if self.token:
            sent.setdefault("Authorization", "Bearer " + self.token)
        if operation.creates:
            sent.setdefault("Idempotency-Key", key or str(uuid.uuid4()))
        if version is not None:
            sent["If-Match"] = version
        if type:
            sent["Content-Type"] = type
        answer = self.web.request(
            operation.method, self.server.address + path, params=query, json=json, data=data, headers=sent, timeout=timeout)
        assert answer.status_code in operation.statuses, f"{name} answers {answer.status_code}, undeclared: {answer.text[:500]}"
        if code(answer):
            self.demand_section(answer.json()["type"])
        return answer

    def demand_section(self, type):
        """Where the `type` of a problem leads it is said what the code means. All servers have the same sections, so they are read once."""
        if type not in SECTIONS:
            page = type.partition("#")[0]
            found = self.web.get(self.server.address + page, timeout=60).text
            SECTIONS.update(f"{page}#{section}" for section in re.findall(r'<div id="([^"]+)"', found))
        assert type in SECTIONS, f"nothing says what {type} means"

    def must(self, name, *arguments, **named):
        answer = self.ask(name, *arguments, **named)
        assert answer.ok, f"{name}: {answer.status_code} {answer.text[:3000]}"
        return answer

    def enrol(self, token, login):
        answer = self.must("acceptEnrolment", json={"token": token, "login": login, "password": PASSWORD}).json()
        self.login, self.account = login, answer["account"]["id"]
        self.secret = answer.get("secondFactor", {}).get("secret")
        return self.sign_in()

    def credentials(self):
        """What signs in, once."""
        body = {"login": self.login, "password": PASSWORD}
        if self.secret:
            now = self.server.clock.now() if self.server.clock else time.time()
            # A code is taken once; the next one is taken too.
            self.last_counter = max(int(now) // 30, self.last_counter + 1)
            body["code"] = totp(self.secret, self.last_counter)
        return body

    def sign_in(self):
        self.token = None
        self.token = self.must("signIn", json=self.credentials()).json()["accessToken"]
        return self

    def pages(self, name, *arguments, query=None, **named):
        """All rows of a list."""
        cursor = {}
        while True:
            page = self.must(name, *arguments, query={"limit": 500} | (query or {}) | cursor, **named).json()
            yield from page["items"]
            if "next" not in page:
                return
            cursor = {"cursor": page["next"]}


def code(answer):
    return answer.json().get("code") if answer.headers.get("Content-Type", "").startswith("application/problem+json") else None


# ---------------------------------------------------------------- invented cards and papers

def luhn(digits):
    total = 0
    for place, digit in enumerate(reversed(digits)):
        weighed = int(digit) * (2 if place % 2 == 0 else 1)
        total += weighed // 10 + weighed % 10
    return str(-total % 10)


def iccid(number):
    """The n-th invented card: 8986 04 and a running number that never ends in zeros as Excel would leave them."""
    body = f"8986042600{number:09d}"
    return body + luhn(body)


def msisdn(number):
    return f"1440{number:09d}"


def imsi(number):
    return f"46004{number:010d}"


def card_file(numbers):
    return ("ICCID,接入号,IMSI\n" + "".join(f"{iccid(n)},{msisdn(n)},{imsi(n)}\n" for n in numbers)).encode()


def png(text, side=32):
    """A small true picture; `text` makes it different from others."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    colour = hashlib.sha256(text.encode()).digest()[:3]
    rows = b"".join(b"\x00" + colour * side for _ in range(side))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def jpeg(text, blocks=8):
    """A small true grey picture: every block one bit for no difference and one for the end of block."""
    def segment(marker, body):
        return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body

    def table(kind):
        return bytes([kind, 1] + [0] * 15 + [0])

    side = blocks * 8
    step = hashlib.sha256(text.encode()).digest()[:64].ljust(64, b"\x01").replace(b"\x00", b"\x01")
    return (b"\xff\xd8" + segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00") + segment(0xDB, b"\x00" + step)
            + segment(0xC0, struct.pack(">BHHB", 8, side, side, 1) + b"\x01\x11\x00") + segment(0xC4, table(0x00))
            + segment(0xC4, table(0x10)) + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x00" * (blocks * blocks * 2 // 8) + b"\xff\xd9")


def pdf(text):
    """One empty page; `text` stands in its content as a comment."""
    content = b"% " + hashlib.sha256(text.encode()).hexdigest().encode() + b"\n"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"endstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += str(number).encode() + b" 0 obj\n" + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return out + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + str(start).encode() + b"\n%%EOF\n"


def person(name, number, address, contact, until="2036-01-01"):
    return {"name": name, "documentType": "resident-id", "documentNumber": number, "address": address, "contact": contact,
            "validFrom": "2016-01-01", "validUntil": until}


UNIT = {"name": "上海云杉物联科技有限公司", "documentType": "business-licence", "documentNumber": "91110000MA00000077",
        "address": "上海市浦东新区云杉路一百号", "contact": "021-55550100", "validUntil": "long-term"}
OTHER_UNIT = {"name": "杭州白鹭农业专业合作社", "documentType": "business-licence", "documentNumber": "92110000MA00000074",
              "address": "浙江省杭州市西湖区白鹭村八号", "contact": "0571-55550100", "validUntil": "long-term"}
HANDLER = person("欧阳青禾", "11010519491231002X", "北京市朝阳区青禾里三号院", "13800138000")
RESPONSIBLE = person("司徒望舒", "360426199101010071", "江西省德安县望舒路十二号", "13900139000")
SUCCESSOR = person("上官知夏", "44011320141005001X", "广东省广州市番禺区知夏街五号", "13700137000", until="2033-10-01")
USE = {"deviceType": "tracker", "deviceModel": "YS-100", "scene": "cold-chain", "traffic": "directed", "voice": False, "sms": False,
       "monthlyMegabytes": 30, "region": "31"}
SLOTS = {
    "unit-document": "pdf", "authorisation-letter": "pdf", "handler-id-front": "png", "handler-id-back": "jpeg",
    "responsible-person-id-front": "jpeg", "responsible-person-id-back": "png",
}
TYPES = {"png": ("image/png", png), "jpeg": ("image/jpeg", jpeg), "pdf": ("application/pdf", pdf)}
TERMS = {"name": "定向流量三十兆", "carrier": "mobile", "cardClass": "iot-general", "traffic": "directed", "monthlyMegabytes": 30,
         "voice": False, "sms": False, "binding": "none"}
CONTRACT = {"carrier": "mobile", "version": "2026-1", "validFrom": "2026-01-01", "validUntil": "long-term",
            "duties": "真实身份信息登记，不得转租。", "breachHandling": "停止供卡并收回。"}


# ---------------------------------------------------------------- the people and things of the main job

class World:
    """An operating company with its agents, and somebody in every role."""

    PLACES = {
        "second_administrator": "company", "reviewer": "company", "second_reviewer": "company", "compliance": "company", "second_compliance": "company",
        "auditor": "company", "second_auditor": "company", "account_manager": "company", "agent_manager": "agent", "clerk": "agent",
        "agent_reviewer": "agent", "hall_clerk": "hall",
        "enterprise_manager": "enterprise", "sub_manager": "sub_agent", "other_manager": "other_agent", "other_clerk": "other_agent",
    }
    ROLES = {"clerk": "agent-clerk", "other_clerk": "agent-clerk", "second_reviewer": "reviewer", "second_auditor": "auditor", "second_compliance": "compliance",
             "second_administrator": "administrator", "other_manager": "agent-manager", "sub_manager": "agent-manager"}

    def __init__(self, server, people=("clerk", "reviewer")):
        self.server = server
        self.chance = itertools.count()
        self.administrator = Caller(server).enrol(server.one_time_token, "root.admin")
        self.company = self.administrator.must("readSession").json()["organisation"]["id"]
        self.agent = self.organisation("agent", "示例一级代理商")
        self.other_agent = self.organisation("agent", "另一家代理商")
        self.hall = self.enterprise = self.sub_agent = None
        for agent in (self.agent, self.other_agent):
            self.administrator.must("recordContract", {"organisation": agent}, json=CONTRACT)
        self.administrator.must("createProduct", json={"code": PRODUCT, "terms": TERMS})
        self.people = {"administrator": self.administrator}
        for name in people:
            self.add(name)

    def organisation(self, kind, name, parent=None, by=None):
        body = {"kind": kind, "name": name} | ({"parent": parent} if parent else {})
        return (by or self.administrator).must("createOrganisation", json=body).json()["id"]

    def add(self, name):
        if name in self.people:
            return self.people[name]
        place = self.PLACES[name]
        if place == "hall" and not self.hall:
            self.hall = self.organisation("hall", "示例营业厅")
        if place == "sub_agent" and not self.sub_agent:
            self.sub_agent = self.organisation("agent", "示例二级代理商", parent=self.agent)
        if place == "enterprise" and not self.enterprise:
            self.enterprise = self.seat_of_unit()
        caller = self.enrol(getattr(self, place), self.ROLES.get(name, name.replace("_", "-")), name.replace("_", "."))
        self.people[name] = caller
        setattr(self, name, caller)
        return caller

    def enrol(self, organisation, role, login):
        made = self.administrator.must("createAccount", json={"organisation": organisation, "roles": [role]}).json()
        return Caller(self.server).enrol(made["enrolment"]["token"], login)

    def seat_of_unit(self):
        """An enterprise's seat, linked to a unit with cards and a registration of its own, which another agent sold and handed in."""
        self.add("reviewer")
        seller = self.organisation("agent", SEAT_SELLER)
        self.administrator.must("recordContract", {"organisation": seller}, json=CONTRACT)
        clerk = self.enrol(seller, "agent-clerk", "seller.clerk")
        done = self.take_in(card_file(SEAT_CARDS), batch=SEAT_BATCH)
        assert done["counts"]["taken"] == len(SEAT_CARDS), done
        self.allocate(to=seller, batch=SEAT_BATCH)
        draft = self.submit(self.begin(by=clerk, cards={"batch": SEAT_BATCH}, unit=OTHER_UNIT), by=clerk)
        self.decide(draft, ask="must")
        seat = self.organisation("enterprise", "示例企业")
        version = self.administrator.must("readOrganisation", {"organisation": seat}).headers["ETag"]
        self.administrator.must("updateOrganisation", {"organisation": seat}, json={"unitCode": OTHER_UNIT["documentNumber"]}, version=version)
        return seat

    def sign_in_again(self):
        for caller in self.people.values():
            caller.sign_in()

    # Cards.

    def send(self, content, by=None, kind="stock", batch=BATCH, type="text/csv", **query):
        """Sends a file of cards; answers the intake as accepted."""
        query = {"kind": kind, "batch": batch, "product": PRODUCT, "province": 31} | query
        return (by or self.administrator).must("createIntake", query=query, data=content, type=type).json()

    def end_of(self, intake, by=None, seconds=120):
        """The intake once it has ended."""
        def look():
            now = (by or self.administrator).must("readIntake", {"intake": intake["id"]}).json()
            return now if now["state"] in ("done", "failed", "cancelled") else None
        return poll(look, seconds, lambda: f"the intake goes on: {(by or self.administrator).must('readIntake', {'intake': intake['id']}).text}")

    def take_in(self, content, by=None, **named):
        return self.end_of(self.send(content, by=by, **named), by=by)

    def problems(self, intake, by=None):
        return list((by or self.administrator).pages("listIntakeProblems", {"intake": intake["id"]}))

    def allocate(self, to=None, batch=BATCH, by=None):
        return (by or self.administrator).must(
            "createCustodyAct", json={"kind": "allocate", "organisation": to or self.agent, "cards": {"batch": batch}}).json()

    # Registering.

    def upload(self, kind, form="png", by=None):
        media, make = TYPES[form]
        return (by or self.clerk).must(
            "uploadEvidence", query={"kind": kind}, data=make(f"{kind} {next(self.chance)}"), type=media).json()["id"]

    def evidence(self, slots=SLOTS, by=None):
        return {slot: [self.upload(slot, form, by)] for slot, form in slots.items()}

    def content(self, by=None, **changes):
        today = datetime.datetime.fromtimestamp(self.server.clock.now() if self.server.clock else time.time(), datetime.timezone.utc).date()
        content = {
            "unit": UNIT, "handler": HANDLER, "responsiblePerson": RESPONSIBLE, "usingDepartment": "冷链运营部",
            "authorisation": {"purpose": "办理物联网卡实名登记", "validFrom": f"{today.year}-01-01", "validUntil": f"{today.year + 1}-12-31"},
            "use": USE, "noticeAccepted": True,
        } | changes
        if "evidence" not in content:
            content["evidence"] = self.evidence(by=by)
        return content

    def begin(self, by=None, cards=None, key=None, **changes):
        """A draft with papers and cards: registration, application and its version."""
        by = by or self.clerk
        made = by.must("createRegistration", json={"channel": "agent", "content": self.content(by=by, **changes)}, key=key)
        draft = made.json() | {"version": made.headers["ETag"]}
        return self.select(draft, cards or {"batch": BATCH}, by)

    def select(self, draft, cards, by=None):
        chosen = (by or self.clerk).must("selectCards", {"application": draft["application"]}, json=cards, version=draft["version"])
        return draft | {"version": chosen.headers["ETag"]}

    def submit(self, draft, by=None):
        handed = (by or self.clerk).must("submitApplication", {"application": draft["application"]}, version=draft["version"])
        return draft | {"version": handed.headers["ETag"]}

    def decide(self, draft, by=None, verdict="approve", key=None, ask="ask", **body):
        return getattr(by or self.reviewer, ask)(
            "decideApplication", {"application": draft["application"]}, json={"verdict": verdict} | body, version=draft["version"], key=key,
            timeout=120)

    def register(self, **named):
        """The whole walk to a registration."""
        draft = self.submit(self.begin(**named))
        decided = self.decide(draft, ask="must")
        return draft | {"decided": decided.json()}

    def hand_in_person(self, number, by=None, holder=HANDLER, slots=("holder-id-front", "holder-id-back", "holder-on-site-photo")):
        """A person's case, handed in before staff."""
        by = by or self.clerk
        seen = by.must("examineInPerson", json={"card": iccid(number), "holder": holder}).json()
        return by.must("registerInPerson", json={
            "card": iccid(number), "channel": "agent", "holder": holder, "evidence": {slot: [self.upload(slot, by=by)] for slot in slots},
            "consents": {"privacy": True, "sensitive-data": True}, "noticeVersion": seen["noticeVersion"], "noticeAccepted": True}).json()

    def leave_cases_to_agents(self):
        """The first policies: they leave the persons of the first agent's cards to its own reviewer."""
        papers = {"methods": ["document-data", "document-photos"], "reasonEn": "Demanded by a test.", "reasonZh": "测试要求。"}
        for organisation, rules in ((self.company, [papers]), (self.agent, [])):
            policy = {"rules": rules, "approval": "reviewer", "agentReviews": True}
            self.administrator.must("setVerificationPolicy", {"organisation": organisation}, json={"policy": policy, "after": 0})

    def change(self, registration, kind, slots=(), by=None, **changes):
        """A change handed in."""
        by = by or self.clerk
        wanted = {slot: SLOTS.get(slot, "png") for slot in ("authorisation-letter", "handler-id-front", "handler-id-back", *slots)}
        content = self.content(by=by, evidence=self.evidence(wanted, by), **changes)
        for name in ("unit", "responsiblePerson", "usingDepartment"):
            if name not in changes:
                content.pop(name)
        made = by.must("createApplication", {"registration": registration}, json={"kind": kind, "content": content})
        return self.submit(made.json() | {"version": made.headers["ETag"]}, by)

    def answer(self, number, by=None, **when):
        return (by or self.reviewer).must("answerForCard", json={"iccid": iccid(number)} | when).json()

    def settled_trail(self, by=None, seconds=120):
        """The head once everything committed is numbered."""
        by = by or self.auditor

        def look():
            head = by.must("readTrailHead").json()
            return head if head["pending"] == 0 else None
        return poll(look, seconds, "the trail is not numbered")

    def whole_trail(self, by=None):
        """The settled head and the entries it stands for, once their numbers have no gap and their bytes make its root."""
        head = self.settled_trail(by)
        numbered = {entry["number"]: entry["body"] for entry in (by or self.auditor).pages("listTrail") if "number" in entry}
        bodies = [numbered.get(number) for number in range(head["size"])]
        assert None not in bodies, f"the trail lacks {bodies.index(None)}"
        assert ledger.root([body.encode() for body in bodies]).hex() == head["root"]
        return head, bodies


def instant(moment):
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


__all__ = [name for name in dir() if not name.startswith("_")]
