"""The sandbox of a verification provider as the built program serves it, held against its contract; and the server that is told to ask one."""

import base64
import contextlib
import http.server
import json
import threading
import uuid

import jsonschema
import pytest
import requests
import yaml
from sandbox_program import KEY, SandboxProgram, run
from shiming_server import ROOT, Server, serving

CONTRACT = yaml.safe_load((ROOT / "Contract" / "verification-provider.yaml").read_text(encoding="utf-8"))
NUMBER = "11010519491231002X"
PERSON = {"name": "欧阳青禾", "documentType": "resident-id", "documentNumber": NUMBER}


def picture(text=""):
    return base64.b64encode(b"\xff\xd8\xff\xfe" + text.encode() + b"\xff\xd9").decode()


class Sandbox(SandboxProgram):
    def __init__(self, folder, *arguments, key=KEY):
        super().__init__(folder, "verification", "SHIMING_VERIFICATION_KEY", *arguments, key=key)

    def ask(self, path, body=None, key=None, method=None, timeout=30):
        return requests.request(
            method or ("GET" if body is None else "POST"), self.address + path, json=body, timeout=timeout, allow_redirects=False,
            headers={"Authorization": f"Bearer {key or self.key}"})

    def play(self, **scenario):
        assert self.ask("/v1/scenario", scenario, method="PUT").status_code == 204

    def check(self, **changes):
        return self.ask("/v1/identity-checks", {"requestId": str(uuid.uuid4()), **PERSON, **changes})

    def statistics(self):
        return self.ask("/v1/statistics").json()


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    with Sandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


@pytest.fixture(autouse=True)
def quiet(request):
    yield
    if "provider" in request.fixturenames:
        request.getfixturevalue("provider").play()


def keeps(answer, schema):
    """Whether an answer keeps the contract; members the contract does not name would be a slip of ours."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": CONTRACT["components"]}
    jsonschema.Draft202012Validator(whole).validate(answer)
    known = CONTRACT["components"]["schemas"][schema]["properties"]
    assert set(answer) <= set(known), set(answer) - set(known)
    return answer


def with_order(order):
    digits = "11010519491231" + order
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11]


def test_verdicts_by_number(provider):
    wanted = {"002": "match", "901": "mismatch", "902": "no-record", "903": "not-in-service", "904": "undecided"}
    for order, verdict in wanted.items():
        answer = keeps(provider.check(documentNumber=with_order(order)).json(), "IdentityAnswer")
        assert answer["verdict"] == verdict and answer["sandbox"] is True


def test_every_answer_says_in_its_head_that_it_is_a_sandbox_s(provider):
    said = keeps(provider.ask("/v1/description").json(), "Description")
    assert said["sandbox"] is True
    for answer in (
        provider.check(), provider.check(documentType="military-id"), provider.ask("/v1/description", key="another-invented-key-0"),
        provider.ask("/v1/captures/no-such-capture"), provider.ask("/v1/identity-checks", "text", method="POST"), provider.ask("/v1/statistics"),
    ):
        assert answer.headers["Shiming-Sandbox"] == "verification", answer.text


def test_portraits_and_faces(provider):
    assert keeps(provider.check(portrait=picture("portrait")).json(), "IdentityAnswer")["portrait"]["score"] >= 8000
    answer = keeps(provider.check(portrait=picture("sandbox:different")).json(), "IdentityAnswer")
    assert answer["verdict"] == "mismatch" and answer["portrait"]["score"] < answer["portrait"]["threshold"]

    def compare(mark="", actions=("face-forward", "blink")):
        frames = [{"action": action, "milliseconds": 500 * (at + 1), "picture": picture(f"{at} {mark}")} for at, action in enumerate(actions)]
        question = {
            "requestId": str(uuid.uuid4()), "reference": {"picture": picture("chip")}, "frames": frames,
            "challenge": {"nonce": "bm9uY2Utb2YtdGVzdHM", "actions": ["face-forward", "blink"], "seconds": 10}}
        answer = keeps(provider.ask("/v1/face-comparisons", question).json(), "FaceAnswer")
        return answer["verdict"], answer["liveness"]

    assert compare() == ("same", "live")
    assert compare("sandbox:different") == ("different", "live")
    assert compare("sandbox:undecided") == ("undecided", "live")
    assert compare("sandbox:spoof") == ("same", "spoof")
    assert compare("sandbox:unsure") == ("same", "undecided")
    assert compare("sandbox:no-liveness") == ("same", "absent")
    assert compare(actions=("blink", "face-forward")) == ("same", "spoof")


def test_the_same_question_is_answered_alike_and_costs_once(provider):
    before = provider.statistics()
    request = str(uuid.uuid4())
    first, second = provider.check(requestId=request), provider.check(requestId=request)
    assert first.json() == second.json()
    after = provider.statistics()
    assert after["costUnits"] == before["costUnits"] + 1 and after["repeated"] == before["repeated"] + 1
    reused = provider.check(requestId=request, name="司徒望舒")
    assert reused.status_code == 409 and keeps(reused.json(), "Problem")["code"] == "request-id-reused"


@pytest.mark.parametrize("body", [
    {}, [], "text", {"requestId": "1"}, {"requestId": str(uuid.uuid4())}, {"requestId": str(uuid.uuid4()).upper(), **PERSON},
    {"requestId": str(uuid.uuid4()), **PERSON, "name": ""}, {"requestId": str(uuid.uuid4()), **PERSON, "name": "名" * 101},
    {"requestId": str(uuid.uuid4()), **PERSON, "documentType": "business-licence"},
    {"requestId": str(uuid.uuid4()), **PERSON, "documentNumber": 7}, {"requestId": str(uuid.uuid4()), **PERSON, "portrait": "!"},
])
def test_what_is_no_question(provider, body):
    refused = provider.ask("/v1/identity-checks", body, method="POST")
    assert refused.status_code == 400 and keeps(refused.json(), "Problem")["code"] == "malformed"
    assert NUMBER not in refused.text and PERSON["name"] not in refused.text


def test_other_refusals(provider):
    assert provider.check(documentType="military-id").json()["code"] == "document-type-unsupported"
    assert provider.check(portrait=base64.b64encode(b"GIF89a").decode()).json()["code"] == "picture-unusable"
    assert provider.ask("/v1/captures/no-such-capture").json()["code"] == "not-offered"
    for path in ("/v1/identity-checks", "/v1/face-comparisons", "/v1/captures", "/v1/scenario"):
        method = "PUT" if path == "/v1/scenario" else "POST"
        assert provider.ask(path, {}, key="another-invented-key-0", method=method).status_code == 401
    assert provider.ask("/v1/statistics", key="another-invented-key-0").status_code == 401
    assert requests.get(provider.address + "/v1/statistics", timeout=30).status_code == 401


def test_a_scenario_decides_until_it_is_used_up(provider):
    provider.play(steps=[{"on": "identity-checks", "times": 2, "fault": "unavailable", "retryAfterSeconds": 7}])
    for _ in range(2):
        answer = provider.check()
        assert answer.status_code == 503 and answer.headers["Retry-After"] == "7"
        keeps(answer.json(), "Problem")
    assert provider.check().json()["verdict"] == "match"
    refused = provider.ask("/v1/scenario", {"steps": [{"fault": "no-such-fault"}]}, method="PUT")
    assert refused.status_code == 400 and "fault is one of" in refused.json()["detail"]


@pytest.mark.parametrize("fault,seen", [
    ("too-many", lambda answer: answer.status_code == 429), ("broken", lambda answer: answer.status_code == 500),
    ("quota-exhausted", lambda answer: answer.status_code == 403), ("redirect", lambda answer: answer.status_code == 302),
    ("not-json", lambda answer: "html" in answer.text), ("cut", lambda answer: not answer.text.endswith("}")),
    ("twice", lambda answer: answer.text.count('"requestId"') == 2), ("too-large", lambda answer: len(answer.content) > 1 << 20),
    ("other-request", lambda answer: answer.json()["requestId"].startswith("00000000")),
    ("repeats-number", lambda answer: NUMBER in answer.json()["reference"]), ("no-provider", lambda answer: "provider" not in answer.json()),
])
def test_faults(provider, fault, seen):
    provider.play(steps=[{"fault": fault}])
    assert seen(provider.check())


def test_a_connection_that_ends(provider):
    provider.play(steps=[{"fault": "drop"}])
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        provider.check()


def test_a_capture_of_its_own(provider):
    question = {"requestId": str(uuid.uuid4()), "reference": PERSON, "returnTo": "https://shiming.example/back", "language": "zh"}
    begun = provider.ask("/v1/captures", question)
    assert begun.status_code == 201
    invitation = keeps(begun.json(), "CaptureInvitation")
    assert requests.get(invitation["url"], timeout=30).status_code == 200
    path = "/v1/captures/" + invitation["captureId"]
    assert keeps(provider.ask(path).json(), "Capture")["state"] == "pending"
    pressed = requests.post(invitation["url"] + "/live", timeout=30, allow_redirects=False)
    assert pressed.status_code == 303 and pressed.headers["Location"] == "https://shiming.example/back"
    done = keeps(provider.ask(path).json(), "Capture")
    assert done["state"] == "done" and keeps(done["answer"], "FaceAnswer")["liveness"] == "live"


def test_nothing_of_a_person_is_said_or_logged(tmp_path):
    with Sandbox(tmp_path) as provider:
        provider.check()
        provider.check(documentType="military-id")
        said = json.dumps(provider.statistics(), ensure_ascii=False)
        assert provider.stop() == 0
        for text in (said, provider.output.read_text(), provider.log.read_text()):
            assert NUMBER not in text and PERSON["name"] not in text


def test_a_key_is_made_where_none_is_given(tmp_path):
    with Sandbox(tmp_path, key=None) as provider:
        assert provider.key and provider.key != KEY
        assert provider.check().status_code == 200


def test_scenarios_of_files(tmp_path):
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps({"steps": [{"verdict": "no-record"}]}))
    with Sandbox(tmp_path / "a", "--scenario", str(file)) as provider:
        assert provider.check().json()["verdict"] == "no-record"
    for content in ("", "[]", '{"steps": 1}', '{"unknown": 1}'):
        file.write_text(content)
        done = run("sandbox", "verification", "--port", "0", "--scenario", str(file))
        assert done.returncode == 2 and "no scenario" in done.stderr


def test_the_sandbox_stays_on_this_machine():
    for host in ("0.0.0.0", "192.0.2.1", "::"):
        assert run("sandbox", "verification", "--port", "0", "--host", host).returncode == 2


# Whom the notices name; invented.
NAMED = [f"--verification-{provider}-{what}" + value for provider, who in (("authority", "望舒核验中心"), ("face", "听澜人脸服务"))
         for what, value in (("name", "=" + who), ("contact", "=privacy@" + provider + ".example"))]


def told(address):
    return ["--verification-authority-url", address, "--verification-face-url", address] + NAMED


def asking(face, authority=None, key=KEY):
    """What makes a server ask these, in earnest unless a setting says otherwise."""
    arguments = ["--verification-authority-url", authority or face, "--verification-face-url", face] + NAMED
    return {"environment": {"SHIMING_VERIFICATION_KEY": key}, "arguments": arguments}


def test_a_server_that_asks_a_sandbox_says_so(provider, tmp_path):
    with serving(tmp_path, settings=("verification-sandbox-allowed=1",), **asking(provider.address)) as server:
        assert requests.get(server.address + "/healthz", timeout=30).ok
        assert "sandbox count here" in server.log.read_text()
        assert KEY not in server.log.read_text() + server.output.read_text()


NOBODY = "http://127.0.0.1:1"
UNSAID = "whether it is a sandbox was not said"


@pytest.mark.parametrize("language,words", [("C.UTF-8", "What to do:"), ("zh_CN.UTF-8", "处理办法：")])
def test_production_refuses_a_sandbox(provider, tmp_path, language, words):
    """Before anything is made, whatever key the sandbox knows us by."""
    for name, key in (("known", KEY), ("unknown", "another-invented-key-0")):
        told_so = asking(provider.address, key=key)
        told_so["environment"] |= {"LC_ALL": language}
        server = Server(tmp_path / name, **told_so)
        code, said = server.refuses_to_start()
        assert code == 1 and "[verification-sandbox-connected]" in said and words in said and "verification-sandbox-allowed=1" in said
        assert "--verification-authority-url (127.0.0.1)" in said and "--verification-face-url (127.0.0.1)" in said
        assert key not in said and not server.data.exists()


def test_production_refuses_one_sandbox_among_providers_and_names_it(provider, tmp_path):
    code, said = Server(tmp_path, **asking(provider.address, authority=NOBODY)).refuses_to_start()
    refusal = next(line for line in said.splitlines() if "[verification-sandbox-connected]" in line)
    assert code == 1 and "--verification-face-url (" in refusal and "--verification-authority-url (" not in refusal


def unsaid(server):
    """Of whom the server's log says that they did not say, and why."""
    lines = [json.loads(line) for line in server.log.read_text().splitlines() if UNSAID in line]
    return {line["asked"].split()[0]: line["cause"] for line in lines}


def test_a_provider_that_is_away_or_slow_keeps_no_server_from_starting(provider, tmp_path):
    provider.play(latencyMilliseconds=120_000)
    with serving(tmp_path, **asking(provider.address, authority=NOBODY)) as server:
        assert requests.get(server.address + "/healthz", timeout=30).ok
        assert unsaid(server) == {"--verification-authority-url": "unreachable", "--verification-face-url": "timed-out"}


@contextlib.contextmanager
def adapter(status, answer):
    """A provider of our own that says this of itself, and what it was asked with which key."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers["Authorization"]))
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json" if status == 200 else "application/problem+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/adapter", asked
    finally:
        server.shutdown()
        server.server_close()


def test_a_provider_that_is_real_is_asked_once_and_the_server_starts(tmp_path):
    description = keeps({"provider": {"vendor": "望舒", "product": "core", "version": "3"}, "sandbox": False}, "Description")
    with adapter(200, description) as (address, asked):
        with serving(tmp_path, **asking(address)) as server:
            assert unsaid(server) == {}
        # Once as the authority, once as the face comparison.
        assert asked == [("/adapter/v1/description", f"Bearer {KEY}")] * 2


def test_a_provider_that_does_not_describe_itself_yet_is_warned_about(tmp_path):
    with adapter(404, {"title": "no", "status": 404, "code": "not-offered"}) as (address, _):
        with serving(tmp_path, **asking(address)) as server:
            assert unsaid(server) == {"--verification-authority-url": "not-offered", "--verification-face-url": "not-offered"}


@pytest.mark.parametrize("address", ["http://provider.example", "provider.example", "https://user:word@provider.example", "ftp://127.0.0.1"])
def test_a_server_does_not_ask_in_clear_or_anywhere(tmp_path, address):
    code, said = Server(tmp_path, arguments=told(address), environment={"SHIMING_VERIFICATION_KEY": KEY}).refuses_to_start()
    assert code == 2 and "https" in said and "word" not in said


def test_a_server_gives_peoples_data_to_nobody_who_is_not_named_to_them(tmp_path):
    key = {"environment": {"SHIMING_VERIFICATION_KEY": KEY}}
    complete = told("https://provider.example")
    for provider in ("authority", "face"):
        for what in ("name", "contact"):
            option = f"--verification-{provider}-{what}"
            left = [argument for argument in complete if not argument.startswith(option + "=")]
            code, said = Server(tmp_path / f"{provider}-{what}", arguments=left, **key).refuses_to_start()
            assert code == 2 and option in said
            for bad in ("", " ", "x" * 201, "two\nlines"):
                code, said = Server(tmp_path / f"{provider}-{what}-bad", arguments=[*left, f"{option}={bad}"], **key).refuses_to_start()
                assert code == 2 and option in said


def test_a_server_needs_a_key_that_is_its_own(tmp_path):
    address = "https://provider.example"
    code, said = Server(tmp_path / "a", arguments=told(address)).refuses_to_start()
    assert code != 0 and "SHIMING_VERIFICATION_KEY" in said
    file = tmp_path / "key"
    file.write_text(KEY)
    file.chmod(0o644)
    code, said = Server(tmp_path / "b", arguments=[*told(address), "--verification-key-file", str(file)]).refuses_to_start()
    assert code != 0 and "chmod 600" in said and KEY not in said
    code, said = Server(tmp_path / "c", settings=("verification-sandbox-allowed=2",), arguments=told(address)).refuses_to_start()
    assert code == 2
