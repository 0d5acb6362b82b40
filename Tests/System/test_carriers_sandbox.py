"""The sandbox of carriers as the built program serves it, asked by calls that Python signs itself; the commands that try a connection; and the
server that is told to have one."""

import datetime
import hashlib
import json
import pathlib
import re
import uuid

import jsonschema
import pytest
import requests
import yaml
from sandbox_program import KEY, SandboxProgram, run
from shiming_server import ROOT, Server, poll, serving

CONTRACT = yaml.safe_load((ROOT / "Contract" / "carrier.yaml").read_text(encoding="utf-8"))
CHINA = datetime.timezone(datetime.timedelta(hours=8))
SYSTEMS = ("onelink", "ctwing", "unicom-cmp", "generic")


def card(number):
    return f"8986000000000{number:06d}0", f"1440000{number:06d}"


class Sandbox(SandboxProgram):
    def __init__(self, folder, *arguments):
        self.files = pathlib.Path(folder) / "connections"
        super().__init__(folder, "carriers", "SHIMING_SANDBOX_CARRIERS_KEY", "--files", str(self.files), *arguments)
        self.token = None

    def play(self, **scenario):
        answer = requests.put(
            self.address + "/sandbox/scenario", json=scenario, headers={"Authorization": f"Bearer {self.key}"}, timeout=30)
        assert answer.status_code == 204, answer.text

    def statistics(self):
        return requests.get(
            self.address + "/sandbox/statistics", headers={"Authorization": f"Bearer {self.key}"}, timeout=30).json()

    # ------------------------------------------------------------ each carrier's own way of asking

    def now(self):
        return datetime.datetime.now(CHINA)

    def onelink(self, path, **parameters):
        if self.token is None:
            self.token = self.onelink_raw("get/token", appid="sandbox", password=self.key)["result"][0]["token"]
        return self.onelink_raw(path, token=self.token, **parameters)

    def onelink_raw(self, path, **parameters):
        transid = "sandbox" + self.now().strftime("%Y%m%d%H%M%S") + "00000042"
        answer = requests.get(f"{self.address}/onelink/v5/ec/{path}", params={"transid": transid, **parameters}, timeout=30)
        assert answer.headers["Shiming-Sandbox"] == "carriers"
        return answer.json()

    def ctwing(self, path, body=None, **parameters):
        stamp = self.now().strftime("%Y%m%d%H%M%S")
        signed = body if body is not None else parameters
        text = "&".join(
            f"{name}={'[' + ' '.join(signed[name]) + ']' if isinstance(signed[name], list) else signed[name]}" for name in sorted(signed))
        digest = hashlib.md5((text + self.key + stamp).encode()).hexdigest()
        headers = {"AppKey": "sandbox", "Timestamp": stamp, "Sign": digest.encode().hex().upper()}
        return requests.request(
            "GET" if body is None else "POST", f"{self.address}/ctwing{path}", json=body, params=parameters or None, headers=headers, timeout=30)

    def unicom(self, path, **data):
        now = self.now()
        stamp = now.strftime("%Y-%m-%d %H:%M:%S ") + f"{now.microsecond // 1000:03d}"
        serial = now.strftime("%Y%m%d%H%M%S") + f"{now.microsecond // 1000:03d}" + "000042"
        token = hashlib.new("sm3", f"app_idsandboxtimestamp{stamp}trans_id{serial}{self.key}".encode()).hexdigest()
        body = {
            "app_id": "sandbox", "timestamp": stamp, "trans_id": serial, "token": token,
            "data": {"openId": "sandbox", "version": "1.0", "messageId": "1", **data}}
        return requests.post(f"{self.address}/unicom-cmp/{path}/V1/1Main/vV1.1", json=body, timeout=30).json()

    def generic(self, path, body, key=None):
        return requests.post(
            self.address + "/generic" + path, json=body, headers={"Authorization": f"Bearer {key or self.key}"}, timeout=30)


@pytest.fixture(scope="module")
def carriers(tmp_path_factory):
    with Sandbox(tmp_path_factory.mktemp("carriers")) as running:
        yield running


def keeps(answer, schema):
    whole = {"$ref": f"#/components/schemas/{schema}", "components": CONTRACT["components"]}
    jsonschema.Draft202012Validator(whole).validate(answer)
    assert set(answer) <= set(CONTRACT["components"]["schemas"][schema]["properties"])
    return answer


def test_each_carrier_takes_what_python_signs(carriers):
    iccid, number = card(100)
    carriers.play(effectSeconds=[0, 0], cards=[{"iccid": iccid, "msisdn": number, "state": "active", "realName": "registered"}])
    assert carriers.onelink("query/sim-status", msisdn=number)["result"][0]["cardStatus"] == "2"
    assert carriers.onelink("query/sim-real-name-status", iccid=iccid)["result"][0]["realNameStatus"] == "1"
    state = carriers.ctwing("/openapi/v1/prodinst/queryCardMainStatus", {"access_number": number}).json()
    assert state["productInfo"][0]["productMainStatusCd"] == "4"
    names = carriers.ctwing("/api/v1/realName/qryRealNameStatus", {"accessNumber": [number, card(102)[1]]}).json()
    assert {item["accessNumber"]: item["status"] for item in names["data"]["statusList"]} == {number: "1", card(102)[1]: "0"}
    assert carriers.unicom("wsGetTerminalDetails", iccids=[iccid])["data"]["terminals"][0]["simStatus"] == "2"
    answer = keeps(carriers.generic("/v1/cards/query", {"cards": [{"iccid": iccid}]}).json(), "CardsAnswer")
    assert answer["cards"][0]["state"] == "active"


def test_a_signature_that_is_wrong_is_refused_by_each(carriers):
    right, carriers.key = carriers.key, "another-invented-key-0"
    try:
        assert carriers.onelink_raw("get/token", appid="sandbox", password=carriers.key)["status"] != "0"
        assert carriers.onelink_raw("query/sim-status", token="none", msisdn="1")["status"] != "0"
        assert carriers.ctwing("/openapi/v1/prodinst/queryCardMainStatus", {"access_number": "1"}).json()["result"] != "0"
        assert carriers.unicom("wsGetTerminalDetails", iccids=["1"])["status"] != "0000"
        assert carriers.generic("/v1/cards/query", {"cards": [{"iccid": card(1)[0]}]}).status_code == 401
    finally:
        carriers.key = right


def test_one_card_in_its_window_refuses_a_whole_batch_of_onelink(carriers):
    cards = [{"iccid": card(number)[0], "msisdn": card(number)[1]} for number in range(200, 203)]
    carriers.play(cards=cards, windowSeconds=600)
    first = carriers.onelink("change/sim-status", msisdn=cards[1]["msisdn"], operType="0")
    assert first["status"] == "0"
    batch = carriers.onelink("change/sim-status/batch", msisdns="_".join(one["msisdn"] for one in cards), operType="0")
    assert batch["status"] == "90001"
    others = carriers.onelink("change/sim-status/batch", msisdns=f"{cards[0]['msisdn']}_{cards[2]['msisdn']}", operType="0")
    assert others["status"] == "0" and others["result"][0]["jobId"]


def test_an_order_of_the_contract_takes_effect_once(carriers):
    iccid, number = card(300)
    carriers.play(cards=[{"iccid": iccid, "msisdn": number}], effectSeconds=[0, 0])
    order = {"requestId": str(uuid.uuid4()), "wish": "suspend", "card": {"iccid": iccid}}
    before = carriers.statistics()["changes"]
    for _ in range(3):
        told = keeps(carriers.generic("/v1/orders", {"orders": [order]}).json(), "OrdersAnswer")
        assert told["orders"][0]["verdict"] == "accepted"
    assert carriers.statistics()["changes"] == before + 1
    became = keeps(carriers.generic("/v1/orders/query", {"requestIds": [order["requestId"]]}).json(), "OutcomesAnswer")
    assert became["orders"][0]["outcome"] == "in-effect"
    problem = carriers.generic("/v1/cards/query", {"cards": [{"iccid": card(1)[0]}] * 11})
    assert problem.status_code == 413 and keeps(problem.json(), "Problem")["code"] == "too-many-cards"


def test_quotas_and_nights(carriers):
    iccid, _ = card(400)
    carriers.play(callsPerDay=1)
    assert [carriers.unicom("wsGetTerminalDetails", iccids=[iccid])["status"] for _ in range(2)][-1] == "9202"
    assert carriers.statistics()["overQuota"] >= 1
    carriers.play(maintenance=[0, 24])
    night = carriers.ctwing("/openapi/v1/prodinst/queryCardMainStatus", {"access_number": "1440000000001"})
    assert night.status_code == 503 and night.headers["Retry-After"] == "3600"
    carriers.play()


@pytest.mark.parametrize("scenario", [
    {"steps": [{"fault": "no-such-fault"}]}, {"unknown": 1}, {"effectSeconds": [1]}, {"cards": [{"iccid": "1"}]}, {"maintenance": [4, 1]},
])
def test_what_is_no_scenario(carriers, tmp_path, scenario):
    answer = requests.put(
        carriers.address + "/sandbox/scenario", json=scenario, headers={"Authorization": f"Bearer {carriers.key}"}, timeout=30)
    assert answer.status_code == 400 and answer.text
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(scenario))
    assert run("sandbox", "carriers", "--port", "0", "--scenario", str(file)).returncode == 2


def test_the_scenario_is_the_owner_s(carriers):
    assert requests.put(carriers.address + "/sandbox/scenario", json={}, timeout=30).status_code == 401
    assert requests.get(carriers.address + "/sandbox/statistics", timeout=30).status_code == 401
    for host in ("0.0.0.0", "192.0.2.1"):
        assert run("sandbox", "carriers", "--port", "0", "--host", host).returncode == 2


def test_the_person_s_page(carriers):
    iccid, number = card(500)
    carriers.play(cards=[{"iccid": iccid, "msisdn": number}], effectSeconds=[0, 0])
    begun = carriers.onelink("secure/sim-real-name-reg", msisdn=number, urlType="1")["result"][0]
    assert begun["busiSeq"] and requests.get(begun["url"], timeout=30).status_code == 200
    assert requests.post(begun["url"] + "/pass", timeout=30).status_code == 200
    assert carriers.onelink("query/sim-real-name-status", msisdn=number)["result"][0]["realNameStatus"] == "1"
    # A link is used once.
    assert requests.get(begun["url"], timeout=30).status_code == 410


# ---------------------------------------------------------------- the commands

@pytest.mark.parametrize("system", SYSTEMS)
def test_a_connection_is_tried_by_hand(carriers, system):
    iccid, number = card(600)
    other = card(601)
    carriers.play(cards=[
        {"iccid": iccid, "msisdn": number, "state": "stopped", "realName": "registered"}, {"iccid": other[0], "msisdn": other[1]}])
    file = str(carriers.files / f"{system}.json")
    done = run("carrier", "check", file, "--sandbox", "--number", f"{iccid}/{number}")
    assert done.returncode == 0 and "answered" in done.stdout, done.stdout + done.stderr
    done = run("carrier", "card-state", file, "--sandbox", "--json", f"{iccid}/{number}", "/".join(other))
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(done.stdout)
    words = [(row["about"], row["word"]) for row in said]
    assert words == [("state", "Stopped"), ("real-name", "Registered"), ("state", "Active"), ("real-name", "Not registered")]
    done = run("carrier", "card-state", file, "--sandbox", f"{iccid}/{number}", LANG="zh_CN.UTF-8")
    assert "停机" in done.stdout and "已实名" in done.stdout
    # One that the sandbox says the carrier stopped, and one at ease; only the contract tells it.
    done = run("carrier", "card-state", file, "--sandbox", "--json", "--risks", "89860000000000000093/1440000000093", f"{iccid}/{number}")
    told = [(row["word"], row["code"]) for row in json.loads(done.stdout) if row["about"] == "risks"]
    if system == "generic":
        assert (done.returncode, told) == (0, [("1 risk", "017"), ("No risk", "")]), done.stdout + done.stderr
    else:
        assert done.returncode == 1 and len(told) == 2 and "carrier-not-offered" in done.stdout
    rows = run("carrier", "capabilities", file, "--json").stdout
    assert {row["operation"]: row["standing"] for row in json.loads(rows)}["query-state"] == "offered"


def test_a_sandbox_is_asked_only_when_it_is_said(carriers):
    for command in ("check", "card-state"):
        arguments = [command, str(carriers.files / "onelink.json")] + (["1440000000001"] if command == "card-state" else [])
        done = run("carrier", *arguments)
        assert done.returncode == 2 and "sandbox" in done.stderr


def test_what_a_carrier_refuses_and_where_nobody_answers(carriers, tmp_path):
    carriers.play()
    for name in ("unicom-cmp.json", "unicom-cmp-credentials.json"):
        (tmp_path / name).write_bytes((carriers.files / name).read_bytes())
    secrets = tmp_path / "unicom-cmp-credentials.json"
    secrets.write_text(json.dumps({"appId": "sandbox", "secret": "another-invented-key-0", "openId": "sandbox"}))
    secrets.chmod(0o600)
    done = run("carrier", "check", str(tmp_path / "unicom-cmp.json"), "--sandbox")
    assert done.returncode == 1 and "carrier-credentials" in done.stdout and "another-invented" not in done.stdout + done.stderr
    file = tmp_path / "unicom-cmp.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"address": "http://127.0.0.1:1"}))
    done = run("carrier", "check", str(file), "--sandbox")
    assert done.returncode == 4 and "unreachable" in done.stdout


def test_capabilities_of_a_system_without_a_connection():
    for system in SYSTEMS:
        assert run("carrier", "capabilities", "--system", system).returncode == 0
    assert run("carrier", "capabilities").returncode == 2
    assert run("carrier", "capabilities", "--system", "pigeon").returncode == 2


# ---------------------------------------------------------------- the server

def test_a_server_has_connections_and_says_that_they_lead_to_a_sandbox(carriers, tmp_path):
    files = [part for system in SYSTEMS for part in ("--carrier", str(carriers.files / f"{system}.json"))]
    with serving(tmp_path, settings=("carrier-sandbox-allowed=1",), arguments=files) as server:
        assert "a carrier's sandbox is connected" in server.log.read_text()
        figures = requests.get(server.address + "/metrics", timeout=30).text
        assert 'shiming_carrier_connections{standing="asked"} 4' in figures
        assert KEY not in server.log.read_text() + server.output.read_text()


def silent_about_it(carriers, folder, system, **changes):
    """The file of a connection to the sandbox that does not say what it leads to."""
    folder.mkdir(parents=True, exist_ok=True)
    members = json.loads((carriers.files / f"{system}.json").read_text()) | changes
    del members["sandbox"]
    members["credentialsFile"] = str(carriers.files / members["credentialsFile"])
    (folder / f"{system}.json").write_text(json.dumps(members))
    return ["--carrier", str(folder / f"{system}.json")]


@pytest.mark.parametrize("system", SYSTEMS)
def test_production_refuses_a_sandbox_whose_file_does_not_say_so(carriers, tmp_path, system):
    """By what its address answers, before anything is made; it costs no call."""
    before = carriers.statistics()["calls"]
    server = Server(tmp_path / "server", arguments=silent_about_it(carriers, tmp_path, system))
    code, said = server.refuses_to_start()
    assert code == 1 and "[carrier-sandbox-connected]" in said and f"sandbox-{system}" in said and KEY not in said
    assert not server.data.exists() and carriers.statistics()["calls"] == before


def test_a_carrier_that_is_away_keeps_no_server_from_starting(carriers, tmp_path):
    arguments = silent_about_it(carriers, tmp_path, "onelink", address="http://127.0.0.1:1")
    with serving(tmp_path / "server", arguments=arguments) as server:
        line, = [json.loads(line) for line in server.log.read_text().splitlines() if "whether it is a sandbox was not said" in line]
        assert (line["asked"], line["cause"]) == ("sandbox-onelink", "unreachable")


def test_production_refuses_a_sandbox(carriers, tmp_path):
    arguments = ["--carrier", str(carriers.files / "onelink.json")]
    code, said = Server(tmp_path / "a", arguments=arguments).refuses_to_start()
    assert code == 1 and "[carrier-sandbox-connected]" in said and "carrier-sandbox-allowed=1" in said and "sandbox-onelink" in said
    code, said = Server(tmp_path / "b", settings=("carrier-sandbox-allowed=2",), arguments=arguments).refuses_to_start()
    assert code == 2


@pytest.mark.parametrize("changes,word", [
    ({"address": "http://carrier.example"}, "https"), ({"system": "pigeon"}, "system"), ({"limits": {"windows": 1}}, "windows"),
    ({"credentialsFile": "none.json"}, "none.json"), ({"name": "A"}, "name"),
])
def test_a_connection_that_is_none_stops_the_start(carriers, tmp_path, changes, word):
    file = tmp_path / "connection.json"
    file.write_text(json.dumps(json.loads((carriers.files / "onelink.json").read_text()) | changes))
    code, said = Server(
        tmp_path / "data", settings=("carrier-sandbox-allowed=1",), arguments=["--carrier", str(file)]).refuses_to_start()
    assert code != 0 and word in said


def test_credentials_that_others_can_read_stop_the_start(carriers, tmp_path):
    for name in ("generic.json", "generic-credentials.json"):
        (tmp_path / name).write_bytes((carriers.files / name).read_bytes())
    (tmp_path / "generic-credentials.json").chmod(0o644)
    code, said = Server(
        tmp_path / "data", settings=("carrier-sandbox-allowed=1",), arguments=["--carrier", str(tmp_path / "generic.json")]).refuses_to_start()
    assert code != 0 and "chmod 600" in said and KEY not in said


PERSON = ("欧阳青禾", "11010519491231002X", "示例市示例区示例路1号")


def notices_kept(server):
    figures = requests.get(server.address + "/metrics", timeout=30).text
    return int(float(re.search(r"^shiming_carrier_notices (\S+)$", figures, re.M).group(1)))


def test_what_carriers_send_is_sealed_and_kept_once(carriers, tmp_path):
    files = [part for system in SYSTEMS for part in ("--carrier", str(carriers.files / f"{system}.json"))]
    with serving(tmp_path, settings=("carrier-sandbox-allowed=1",), arguments=files) as server:
        before = carriers.statistics()
        cards = [{"iccid": card(number)[0], "msisdn": card(number)[1]} for number in range(800, 804)]
        carriers.play(
            effectSeconds=[0, 0], windowSeconds=0, cards=cards, notices={"to": server.address, "doubledPercent": 100})
        assert carriers.onelink("change/sim-status", msisdn=cards[0]["msisdn"], operType="0")["status"] == "0"
        assert "0000" in carriers.ctwing(
            "/5gcmp/openapi/v1/common/disabledNumberService", access_number=cards[1]["msisdn"], acctCd="", orderTypeId="19").text
        assert carriers.unicom(
            "wsEditTerminal", iccid=cards[2]["iccid"], asynchronous="0", changeType="3", targetValue="3")["status"] == "0000"
        order = {"requestId": str(uuid.uuid4()), "wish": "suspend", "card": {"iccid": cards[3]["iccid"]}}
        assert carriers.generic("/v1/orders", {"orders": [order]}).status_code == 200
        poll(lambda: carriers.statistics()["noticesTaken"] == before["noticesTaken"] + 8 or None, 60, lambda: str(carriers.statistics()))
        assert notices_kept(server) == 4
        assert carriers.statistics()["noticesFailed"] == before["noticesFailed"]
        # None of those that are lost comes.
        carriers.play(effectSeconds=[0, 0], windowSeconds=0, notices={"to": server.address, "lostPercent": 100})
        assert carriers.onelink("change/sim-status", msisdn=cards[0]["msisdn"], operType="1")["status"] == "0"
        assert carriers.statistics()["noticesLost"] == before["noticesLost"] + 1 and notices_kept(server) == 4
        said = server.log.read_text() + server.output.read_text()
        stored = b"".join(path.read_bytes() for path in server.data.rglob("*") if path.is_file())
        for fact in PERSON:
            assert fact not in said and fact.encode() not in stored
        assert "notices/{word}" in said
    carriers.play()


def test_a_notice_that_is_nobody_s_is_refused(carriers, tmp_path):
    arguments = ["--carrier", str(carriers.files / "onelink.json"), "--carrier", str(carriers.files / "generic.json")]
    with serving(tmp_path, settings=("carrier-sandbox-allowed=1",), arguments=arguments) as server:
        for path, status in [
            ("sandbox-onelink/notices", 401), ("sandbox-onelink/notices/another-invented-word-0", 401), ("sandbox-generic/notices", 401),
            ("sandbox-generic/notices/x", 401), ("sandbox-unicom-cmp/notices/x", 404), ("nobody/notices", 404),
        ]:
            answer = requests.post(f"{server.address}/carrier/{path}", data=b'{"idNumber":"11010519491231002X"}', timeout=30)
            assert answer.status_code == status, path
            assert PERSON[1] not in answer.text
        large = requests.post(f"{server.address}/carrier/sandbox-onelink/notices/x", data=b"x" * (65 << 10), timeout=30)
        assert large.status_code == 413
        assert notices_kept(server) == 0 and PERSON[1] not in server.log.read_text()


def test_nothing_of_a_person_or_secret_is_said_or_logged(tmp_path):
    with Sandbox(tmp_path) as carriers:
        identity = {"name": "欧阳青禾", "documentType": "resident-id", "documentNumber": "11010519491231002X"}
        order = {"requestId": str(uuid.uuid4()), "wish": "submit-identity", "card": {"iccid": card(700)[0]}, "identity": identity}
        assert carriers.generic("/v1/orders", {"orders": [order]}).json()["orders"][0]["verdict"] == "accepted"
        said = json.dumps(carriers.statistics(), ensure_ascii=False)
        carriers.process.terminate()
        assert carriers.process.wait(30) == 0
        for text in (said, carriers.output.read_text(), carriers.log.read_text()):
            assert identity["documentNumber"] not in text and identity["name"] not in text and KEY not in text
