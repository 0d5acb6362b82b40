"""Receivers of notices for tests: a webhook and an SMS gateway that do wrong when told so, and a mail server; in clear or with TLS."""

import base64
import contextlib
import email
import email.policy
import json
import socket
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import aiosmtpd.controller
import aiosmtpd.smtp
from persons import DATA_ONLY, UNLIMITED, PersonalWorld
from shiming_server import iccid, poll, serving

# Who is told, and by which secrets; all invented.
USER, MAIL_PASSWORD = "notices", "An-Invented-Password-5"


def certificate(folder, name="localhost"):
    """A certificate that signs itself, and its key."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / f"{name}.pem", folder / f"{name}-key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", f"/CN={name}",
         "-addext", f"subjectAltName=DNS:{name}", "-keyout", str(paths[1]), "-out", str(paths[0])], check=True, capture_output=True)
    return paths


def tls(paths):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*map(str, paths))
    return context


class Receiver:
    """A webhook and a gateway at one address. `behave` is asked for every request, with its id and how often that came, and answers what to
    do: None is to take it."""

    def __init__(self, key, paths=None):
        self.key, self.paths = key, paths
        self.lock = threading.Lock()
        self.came, self.webhooks, self.messages = [], [], []
        self.behave = lambda place, identity, time: None
        self.held, self.arrived = threading.Event(), threading.Event()
        self.port = 0
        self.server = None

    @property
    def address(self):
        return f"{'https' if self.paths else 'http'}://{'localhost' if self.paths else '127.0.0.1'}:{self.port}"

    def open(self):
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                receiver.take(self)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        if self.paths:
            self.server.socket = tls(self.paths).wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def shut(self):
        self.server.shutdown()
        self.server.server_close()

    def take(self, request):
        body = request.rfile.read(int(request.headers["Content-Length"]))
        place = "webhook" if request.path.startswith("/webhook") else "messages"
        identity = request.headers["webhook-id" if place == "webhook" else "Idempotency-Key"]
        with self.lock:
            self.came.append((place, identity))
            times = self.came.count((place, identity))
        done = self.behave(place, identity, times)
        self.arrived.set()
        if done == "hold":
            self.held.wait(300)
            request.close_connection = True
            return None
        if done is not None and "before" in done:
            return self.say(request, *done["before"])
        with self.lock:
            if place == "webhook":
                self.webhooks.append((dict(request.headers.items()), body))
            else:
                self.messages.append((dict(request.headers.items()), json.loads(body)))
        answer = {"messageId": identity, "state": "accepted", "sandbox": False}
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            if done is not None:
                return self.say(request, *done["after"](answer))
            return self.say(request, 200, json.dumps(answer).encode())
        return None

    @staticmethod
    def say(request, status, body=b"", headers=None):
        request.send_response(status)
        for name, value in ({"Content-Type": "application/json", "Content-Length": str(len(body))} | (headers or {})).items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    def kinds(self, place):
        """What was taken, in order, each id once."""
        with self.lock:
            if place == "messages":
                pairs = [(body["messageId"], body["kind"]) for _, body in self.messages]
            else:
                pairs = [(headers["webhook-id"], json.loads(body)["data"]["kind"]) for headers, body in self.webhooks]
        return list(dict(pairs).values())

    def all_bytes(self):
        with self.lock:
            return b"\n".join(
                [body for _, body in self.webhooks] + [json.dumps(headers).encode() for headers, _ in self.webhooks + self.messages]
                + [json.dumps(body | {"to": ""}, ensure_ascii=False).encode() for _, body in self.messages])


@contextlib.contextmanager
def receiving(key, paths=None):
    receiver = Receiver(key, paths).open()
    try:
        yield receiver
    finally:
        receiver.held.set()
        receiver.shut()


class Mailbox:
    """What an aiosmtpd hands on: letters as they came."""

    def __init__(self):
        self.letters = []
        self.envelopes = []
        self.refusal = None

    async def handle_DATA(self, server, session, envelope):
        if self.refusal:
            return self.refusal
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos, session.ssl is not None, session.authenticated))
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 taken"


@contextlib.contextmanager
def mail_server(paths=None, login=True):
    box = Mailbox()

    def known(_server, _session, _envelope, _mechanism, data):
        right = (data.login, data.password) == (USER.encode(), MAIL_PASSWORD.encode())
        return aiosmtpd.smtp.AuthResult(success=right, handled=not right and False)

    options = {"tls_context": tls(paths), "require_starttls": True} if paths else {"auth_require_tls": False}
    if login:
        options |= {"authenticator": known, "auth_required": True}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        box.port = free.getsockname()[1]
    controller = aiosmtpd.controller.Controller(box, hostname="127.0.0.1", port=box.port, ready_timeout=60, **options)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


# ---------------------------------------------------------------- a server that tells people

KEY = "an-invented-gateway-key-0123"
SECRETS = ["whsec_" + base64.b64encode(text).decode() for text in (b"an invented secret of webhooks", b"another invented secret, newer")]
SITE = "https://sm.example.test"
STAFF = ["clerk", "agent_manager", "other_manager", "reviewer", "compliance"]
PATIENT = (*UNLIMITED, "notice-breaker-failures=1000000")
OVER = ("delivered", "refused", "unaddressed", "given-up")


def kept(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text)
    path.chmod(0o600)
    return str(path)


def options(folder, receiver=None, box=None, authority=None, secrets=(SECRETS[0],), mail_to=("staff@sm.example.test",)):
    """What tells a server who is to be told."""
    given = ["--public-url", SITE]
    if receiver:
        given += ["--notice-webhook-url", receiver.address + "/webhook", "--notice-sms-url", receiver.address,
                  "--notice-webhook-secret-file", kept(folder, "secrets", "\n".join(secrets)), "--notice-sms-key-file", kept(folder, "key", KEY)]
    if box:
        given += ["--notice-smtp-host", "localhost", "--notice-smtp-port", str(box.port), "--notice-mail-from", "notices@sm.example.test",
                  "--notice-smtp-user", USER, "--notice-smtp-password-file", kept(folder, "password", MAIL_PASSWORD)]
        given += [part for address in mail_to for part in ("--notice-mail-to", address)]
    return given + (["--notice-ca-file", str(authority)] if authority else [])


@contextlib.contextmanager
def telling(folder, *arguments, settings=PATIENT, watches=10, people=("clerk", "reviewer"), **named):
    """A server that tells people, where the document's data is enough."""
    with serving(folder, arguments=options(folder / "secrets", *arguments, **named), settings=settings) as server:
        world = PersonalWorld(server, list(people), watches=watches)
        world.set_policy(DATA_ONLY)
        yield world


def notices(world, by=None, **query):
    return list((by or world.reviewer).pages("listNotices", query=query))


def settled(world, count, seconds=150, **query):
    """All notices, once so many are over."""
    def look():
        found = notices(world, **query)
        return found if sum(row["state"] in OVER for row in found) >= count else None
    return poll(look, seconds, lambda: f"not {count}: {notices(world, **query)}", pause=0.1)


def waits(world, failure, seconds=90, **query):
    """A notice that waits after this failure."""
    def look():
        return next((row for row in notices(world, **query) if row["state"] == "waiting" and row.get("failure") == failure), None)
    return poll(look, seconds, lambda: f"{failure} does not come: {notices(world, **query)}", pause=0.1)


def tells_nothing(text, persons, numbers=()):
    for secret in [secret for person in persons for secret in person.secrets] + [iccid(number) for number in numbers]:
        assert secret not in text, secret
