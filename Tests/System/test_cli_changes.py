"""Commands after the first registration: changes, their decisions, recalls, claims, reports; and the manners of the program itself."""

import json
import os
import shutil
import signal
import ssl
import subprocess
import time
import urllib.request

import pytest

from test_cli import BIN, PEOPLE, SUCCESSOR, Person, Server, Walk, content, day, iccid, plain_environment, png, pytestmark  # noqa: F401

PAPERS = ("authorisation-letter", "handler-id-front", "handler-id-back")


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    walk = Walk(tmp_path_factory.mktemp("changes"))
    walk.compliance = walk.invite("compliance", "compliance")
    walk.compliance_too = walk.invite("compliance-too", "compliance")
    walk.manager = walk.invite("manager", "agent-manager", walk.agent)
    yield walk
    assert walk.server.stop() == 0


def changed(walk, **more):
    """A file with what every change brings, and these."""
    told = {name: content()[name] for name in ("handler", "authorisation", "noticeAccepted")} | more
    path = walk.tmp / f"change-{len(list(walk.tmp.iterdir()))}.json"
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return str(path)


def papers(walk, *more):
    return ["--paper", *(f"{slot}={walk.tmp / 'unit-document.png'}" for slot in (*PAPERS, *more))]


def facts(out):
    return dict(line.split("\t", 1) for line in out.splitlines() if line.count("\t") == 1)


def stock(walk, batch, numbers):
    path = walk.tmp / f"{batch}.csv"
    path.write_text("ICCID\n" + "\n".join(iccid(n) for n in numbers) + "\n", encoding="utf-8")
    return walk.administrator.facts(
        "intake", "send", str(path), "--batch", batch, "--product", "M-DIR-30", "--province", "31", "--wait")


def successor():
    return dict(zip(("name", "documentNumber", "address", "contact"), SUCCESSOR)) | {
        "documentType": "resident-id", "validFrom": day(-1), "validUntil": day(1)}


# ---------------------------------------------------------------- cards

def test_a_recall_takes_cards_back_and_counts_them(walk):
    stock(walk, "RECALL", range(3000, 3010))
    assert walk.administrator.facts("allocate", "--to", walk.agent, "--batch", "RECALL")["moved"] == "10"
    back = walk.administrator.facts("recall", "--card", iccid(3000), iccid(3001))
    assert back["moved"] == "2"
    # The agent has them in its own hands already; of those it has no more, it knows nothing.
    mine = walk.manager.facts("recall", "--batch", "RECALL")
    assert (mine["moved"], mine["already there"]) == ("0", "8")
    walk.manager.run("recall", "--card", iccid(3000), expect=1)
    _, err = walk.administrator.run("recall", "--card", "89860000000000000000", expect=1)
    assert "card-not-found" in err
    acts = walk.administrator.run("custody", "list", "--all")[0]
    assert "\trecall\t" in acts and "\tallocate\t" in acts


def test_a_claim_with_wrong_data_is_withdrawn_and_the_card_comes_in_right(walk):
    path = walk.tmp / "claim.csv"
    path.write_text(f"ICCID,MSISDN\n{iccid(4000)},1440099994000\n", encoding="utf-8")
    walk.manager.run("intake", "send", str(path), "--kind", "claim", "--batch", "CLAIM", "--product", "M-DIR-30", "--wait")
    right = walk.tmp / "right.csv"
    right.write_text(f"ICCID,MSISDN\n{iccid(4000)},1440000004000\n", encoding="utf-8")
    send = ("intake", "send", str(right), "--batch", "RIGHT", "--product", "M-DIR-30", "--wait")
    refused = facts(walk.administrator.run(*send, expect=1)[0])
    assert refused["failed"] == "1"
    walk.manager.run("claim", "withdraw", "--card", iccid(4000), expect=3)
    _, err = walk.administrator.run("claim", "withdraw", "--card", iccid(5), expect=1)
    assert "card-not-claimed" in err
    assert walk.administrator.facts("claim", "withdraw", "--card", iccid(4000))["moved"] == "1"
    assert facts(walk.administrator.run(*send)[0])["taken"] == "1"
    assert "1440000004000" in walk.administrator.run("card", "find", iccid(4000))[0]


def test_a_card_is_shown_by_any_of_its_numbers(walk):
    reference = walk.clerk.json("card", "find", iccid(5))["items"][0]["card"]["card"]
    for key in (reference, iccid(5), "1440000000005", "460040000000005"):
        assert walk.clerk.facts("card", "show", key)["ICCID"] == iccid(5)
    _, err = walk.other_clerk.run("card", "show", iccid(5), expect=1)
    assert "[not-found]" in err
    with open(walk.server.log, "rb") as log:
        assert iccid(5).encode() not in log.read()


def test_the_trail_of_a_card_is_asked_by_its_iccid(walk):
    walk.reviewer.run("reveal", iccid(6), "--purpose", "Complaint 2026-119")
    entries = walk.auditor.run("trail", "list", "--subject-kind", "card", "--subject", iccid(6), "--all")[0]
    assert len(entries.splitlines()) == 1 and "answer.revealed" in entries
    walk.auditor.run("trail", "list", "--subject-kind", "card", "--subject", iccid(900_000), expect=1)


def test_the_gap_report_counts_and_names_what_is_lacking(walk):
    path = walk.tmp / "existing.csv"
    path.write_text(f"ICCID,unit name,responsible person,evidence\n{iccid(5000)},示例单位,,\n{iccid(5001)},,,\n", encoding="utf-8")
    walk.administrator.run("intake", "send", str(path), "--kind", "existing", "--batch", "OLD", "--product", "M-DIR-30", "--wait")
    out, err = walk.administrator.run("gap-report", "--all")
    assert {iccid(5000), iccid(5001)} <= set(out.replace("\t", "\n").splitlines()) and "2 cards in service" in err
    assert iccid(5000) not in walk.administrator.run("gap-report", "--lacks", "holder")[0]
    walk.administrator.run("gap-report", "--lacks", "nonsense", expect=1)
    walk.clerk.run("gap-report", expect=3)


def test_what_a_file_came_to_is_all_its_rows(walk):
    told = walk.administrator.facts("intake", "show", walk.intake["intake"])
    assert told["done"] == told["rows"] == "200"


def test_a_file_that_fails_says_code_reason_and_mend(walk):
    path = walk.tmp / "empty.csv"
    path.write_text("ICCID\n", encoding="utf-8")
    out, err = walk.administrator.run("intake", "send", str(path), "--batch", "EMPTY", "--product", "M-DIR-30", "--wait", expect=1)
    if err and "[" in err:
        assert "[no-rows]" in err and "What to do:" in err
    else:
        told = facts(out)
        assert told["failure"] == "no-rows" and told["why"] and told["what to do"]


# ---------------------------------------------------------------- registrations

def test_a_draft_is_changed_its_cards_chosen_and_it_is_withdrawn(walk):
    stock(walk, "DRAFT", range(3100, 3104))
    walk.administrator.run("allocate", "--to", walk.agent, "--batch", "DRAFT")
    path = walk.tmp / "draft.json"
    path.write_text(json.dumps(content(), ensure_ascii=False), encoding="utf-8")
    begun = walk.clerk.facts("register", "create", "--content", str(path))
    application = begun["application"]
    walk.clerk.run("register", "update", application, expect=2)
    walk.clerk.run("register", "update", application, "--content", str(path), "--set", "use.scene=agriculture")
    assert walk.clerk.json("register", "show", application)["content"]["use"]["scene"] == "agriculture"
    assert walk.clerk.facts("register", "cards", application, "--batch", "DRAFT")["cards"] == "4"
    walk.other_clerk.run("register", "withdraw", application, expect=1)
    walk.clerk.run("register", "withdraw", application)
    assert walk.clerk.facts("register", "show", application)["state"] == "withdrawn"
    walk.clerk.run("register", "update", application, "--content", str(path), expect=1)
    walk.clerk.run("register", "submit", application, expect=1)


def test_cards_are_added(walk):
    stock(walk, "MORE", range(3200, 3203))
    walk.administrator.run("allocate", "--to", walk.agent, "--batch", "MORE")
    out, _ = walk.clerk.run(
        "register", "add-cards", walk.begun["registration"], "--content", changed(walk, use=content()["use"]), *papers(walk), "--batch",
        "MORE", "--submit")
    decided = walk.reviewer.facts("review", "approve", facts(out)["application"])
    assert (decided["state"], decided["registered"]) == ("approved", "3")
    listed = walk.clerk.run("register", "registered-cards", walk.begun["registration"], "--all")[0]
    assert iccid(3201) in listed


def test_a_case_is_refused_with_its_reason(walk):
    out, _ = walk.clerk.run(
        "register", "end", walk.begun["registration"], "--card", iccid(10), "--content", changed(walk), *papers(walk), "--submit")
    application = facts(out)["application"]
    walk.reviewer.run("review", "refuse", application, expect=2)
    _, err = walk.reviewer.run(
        "review", "refuse", application, "--reason", "/authorisation=not-authorised", "--note", f"请 {PEOPLE['handler'][3]} 联系", expect=1)
    assert "personal-number-in-text" in err and PEOPLE["handler"][3] not in err
    told = walk.reviewer.facts("review", "refuse", application, "--reason", "/authorisation=not-authorised", "--note", "授权书未列该事项")
    assert told["state"] == "refused"
    shown = walk.clerk.json("register", "show", application)
    assert shown["reasons"][0]["code"] == "not-authorised" and shown["note"] == "授权书未列该事项"


def test_a_misspelt_address_is_corrected(walk):
    right = content()["responsiblePerson"] | {"address": "江西省九江市德安县望舒路十二号"}
    out, _ = walk.clerk.run(
        "register", "correct", walk.begun["registration"], "--role", "responsible-person", "--content",
        changed(walk, responsiblePerson=right), *papers(walk, "responsible-person-id-front", "responsible-person-id-back"), "--submit")
    assert walk.reviewer.facts("review", "approve", facts(out)["application"])["state"] == "approved"
    shown = walk.reviewer.json("reveal", iccid(5), "--purpose", "Complaint 2026-120")
    assert shown["responsiblePerson"]["address"] == right["address"]


def test_what_counts_from_a_past_day_takes_two(walk):
    told = changed(walk, responsiblePerson=successor())
    words = ["register", "change-role", walk.begun["registration"], "--role", "responsible-person", "--effective-from"]
    # Before it was registered at all.
    out, _ = walk.clerk.run(
        *words, day(days=-1), "--content", told, *papers(walk, "responsible-person-id-front", "responsible-person-id-back", "change-ground"))
    _, err = walk.clerk.run("register", "submit", facts(out)["application"], expect=1)
    assert "effective-date-not-allowed" in err
    # There is nothing that waits for a second approval, and so nothing to second.
    assert walk.compliance.run("review", "queue", "--state", "awaiting-second-approval")[0] == ""
    _, err = walk.compliance.run("review", "second", facts(out)["application"], expect=1)
    assert "not-submitted" in err
    walk.reviewer.run("review", "second", facts(out)["application"], expect=3)


def test_some_cards_end_on_a_later_day_and_are_held_until_then(walk):
    out, _ = walk.clerk.run(
        "register", "end", walk.begun["registration"], "--card", iccid(20), iccid(21), "--effective-from", day(days=30), "--content",
        changed(walk), *papers(walk), "--submit")
    assert walk.reviewer.facts("review", "approve", facts(out)["application"])["registered"] == "2"
    assert walk.clerk.json("who", iccid(20))["standing"] == "registered"
    assert walk.clerk.json("who", iccid(20), "--at", day(days=31))["standing"] == "vacant"
    assert walk.clerk.facts("register", "show", walk.begun["registration"])["state"] == "registered"


def test_units_and_expiries(walk):
    unit = walk.clerk.json("unit", "list")["items"][0]
    assert unit["name"] == "上海云杉物联科技有限公司"
    assert walk.clerk.facts("unit", "show", unit["unit"] if "unit" in unit else unit["id"])["name"] == unit["name"]
    assert walk.other_clerk.run("unit", "list")[0] == ""
    soon = walk.clerk.run("expiries", "--within-days", "400")[0]
    assert "authorisation" in soon
    assert len(walk.clerk.run("expiries", "--within-days", "400", "--limit", "1")[0].splitlines()) == 1
    assert walk.clerk.run("expiries", "--within-days", "400", "--all")[0].count("\n") >= soon.count("\n")
    assert walk.clerk.run("expiries", "--within-days", "0")[0] == ""


# ---------------------------------------------------------------- reasons, exports, re-audits

def test_reasons_are_added_given_and_retired(walk):
    words = ["--zh", "公章重影", "--en", "The seal is blurred"]
    assert walk.compliance.run("review", "reasons", "versions")[0].count("\n") <= 1
    _, err = walk.administrator.run("review", "reasons", "add", "blurred", *words, expect=1)
    assert "[" in err, err
    added = walk.administrator.json("review", "reasons", "add", "own-blurred-seal", *words, "--verdict", "send-back", "--field", "/evidence")
    assert added["ordinal"] == 1 and added["reasons"][0]["fields"] == ["/evidence"]
    # The same code again says it in other words, for what it was for; another one stands beside it.
    again = ["review", "reasons", "add", "own-blurred-seal", "--zh", "公章不清", "--en", "The seal is blurred"]
    said = walk.administrator.json(*again)["reasons"][0]
    assert (said["zh"], said["verdicts"], said["fields"]) == ("公章不清", ["send-back"], ["/evidence"])
    walk.administrator.run(*again, "--field", "/unit", "--any-field", expect=2)
    said = walk.administrator.json(*again, "--any-field", "--kind", "register")["reasons"][0]
    assert (said["verdicts"], said["kinds"], said.get("fields")) == (["send-back"], ["register"], None)
    walk.administrator.run("review", "reasons", "add", "own-other", "--zh", "另一条", "--en", "Another")
    offered, _ = walk.reviewer.run("review", "reasons", "list", "--language", "zh")
    assert "own-blurred-seal" in offered and "公章不清" in offered and "公章重影" not in offered and "unreadable" in offered
    walk.clerk.run("review", "reasons", "list", expect=3)
    walk.clerk.run("review", "reasons", "retire", "own-other", expect=3)
    walk.administrator.run("review", "reasons", "retire", "own-missing", expect=2)
    walk.administrator.run("review", "reasons", "retire", "own-blurred-seal")
    offered, _ = walk.reviewer.run("review", "reasons", "list")
    assert "own-blurred-seal" not in offered and "own-other" in offered
    # What is planned takes effect in its time, unless one says that this one takes its place.
    walk.administrator.run("review", "reasons", "retire", "own-other", "--from", "2099-01-01")
    planned = ["review", "reasons", "add", "own-third", "--zh", "第三条", "--en", "A third"]
    _, err = walk.administrator.run(*planned, expect=1)
    assert "version-before-coming" in err
    assert "own-other" in walk.reviewer.run("review", "reasons", "list")[0]
    walk.administrator.run(*planned, "--replacing")
    offered, _ = walk.reviewer.run("review", "reasons", "list")
    assert "own-third" in offered and "own-other" not in offered


def test_an_export_is_asked_for_approved_by_another_and_fetched(walk):
    path = walk.tmp / "export.csv"
    asked = walk.clerk.json("export", "cards", "--reason", "季度对账", "--column", "iccid", "real-name")
    assert asked["state"] == "asked" and asked["masked"] is True
    walk.clerk.run("export", "approve", asked["id"], expect=3)
    walk.clerk.run("export", "fetch", asked["id"], "-o", str(path), expect=1)
    assert asked["code"] in walk.compliance.run("export", "list", "--state", "asked")[0]
    walk.compliance.run("export", "approve", asked["id"], "--note", "用途属实")
    deadline = time.monotonic() + 60
    while walk.clerk.json("export", "show", asked["id"])["state"] != "ready":
        assert time.monotonic() < deadline
    walk.clerk.run("export", "fetch", asked["id"], "-o", str(path))
    assert "季度对账" in path.read_text(encoding="utf-8-sig") and oct(path.stat().st_mode & 0o777) == "0o600"
    walk.compliance.run("export", "fetch", asked["id"], expect=1)
    other = walk.clerk.json("export", "cards", "--reason", "季度对账二")
    assert walk.compliance.json("export", "refuse", other["id"])["state"] == "refused"
    assert walk.compliance.json("export", "trail", "--reason", "年度审计", "--from", day(-1))["kind"] == "trail"


def test_nothing_was_drawn_and_that_is_said(walk):
    out, err = walk.compliance.run("review", "re-audit", "next")
    assert out == "" and err
    assert walk.compliance.json("review", "re-audit", "list") == {"items": []}
    walk.compliance.run("review", "re-audit", "uphold", "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e", expect=1)
    walk.compliance.run("review", "re-audit", "overturn", "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e", "--reason", "nonsense", expect=2)
    walk.clerk.run("review", "re-audit", "list", expect=3)


def test_a_case_that_was_drawn_is_shown_and_overturned(walk):
    # The share is set over the API: the command line has no verb for the review policy.
    walk.administrator.run("whoami")
    with open(walk.administrator.session) as session:
        token = json.load(session)["sessions"][walk.server.address]["accessToken"]
    asked = urllib.request.Request(
        walk.server.address + "/v1/review-policies", json.dumps({"policy": {"reAuditPermille": 1000, "twoReviewers": []}, "after": 0}).encode(),
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": "drawn"})
    assert urllib.request.urlopen(asked, timeout=30).status == 201
    stock(walk, "DRAWN", [3300])
    walk.administrator.run("allocate", "--to", walk.agent, "--batch", "DRAWN")
    out, _ = walk.clerk.run(
        "register", "add-cards", walk.begun["registration"], "--content", changed(walk, use=content()["use"]), *papers(walk), "--batch",
        "DRAWN", "--submit")
    application = facts(out)["application"]
    assert walk.reviewer.facts("review", "approve", application)["state"] == "approved"
    # Whoever approved it is not the one to look again.
    assert application not in walk.reviewer.run("review", "re-audit", "next")[0]
    drawn = walk.compliance.json("review", "re-audit", "list")["items"]
    assert [item["application"] for item in drawn] == [application]
    assert drawn[0]["decision"] in "".join(walk.compliance.run("review", "re-audit", "next"))
    assert walk.compliance.json("review", "re-audit", "next")["id"] == application
    find = ["review", "re-audit", "overturn", drawn[0]["decision"]]
    _, err = walk.compliance.run(*find, "--reason", "/use=own-blurred-seal", expect=1)
    assert "reason-unknown" in err
    walk.compliance.run(*find, "--reason", "/use=use-not-plausible", "--remark", "用途存疑")
    assert walk.compliance.json("review", "re-audit", "list") == {"items": []}
    assert [item["decision"] for item in walk.compliance.json("review", "re-audit", "list", "--state", "overturned")["items"]] == [drawn[0]["decision"]]
    assert walk.compliance.run("review", "re-audit", "next")[0] == ""


# ---------------------------------------------------------------- manners

def test_a_reader_that_goes_away_is_no_failure(walk):
    environment = plain_environment(XDG_CONFIG_HOME=walk.clerk.folder, SHIMING_SERVER=walk.server.address)
    for words in (["card", "list", "--all"], ["--help"]):
        running = subprocess.Popen([BIN, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        running.stdout.close()
        err = running.stderr.read()
        assert (running.wait(60), err) == (0, b""), words


def test_a_stream_of_numbers_to_nobody_ends_quietly():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([BIN, "check", "iccid", iccid(1)], stdout=writing, stderr=subprocess.PIPE, env=plain_environment(), timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words, usage", [
    (["allocate", "--to", "x"], "allocate"), (["register", "update", "x"], "register update"), (["card", "show"], "card show"),
    (["review", "refuse", "x", "--reason", "nonsense"], "review refuse"), (["store", "check", "--data", "/nonexistent"], "store check"),
])
def test_what_is_not_understood_is_answered_with_the_usage_of_that_command(walk, words, usage):
    _, err = walk.clerk.run(*words, expect=2)
    assert f"shiming {usage}" in err, err


def test_who_enrols_at_a_server_is_at_home_there(walk):
    token = walk.administrator.facts("account", "create", "--login", "newcomer", "--role", "agent-clerk", "--organisation", walk.agent)["token"]
    folder = str(walk.tmp / "newcomer")
    os.makedirs(folder)
    environment = plain_environment(XDG_CONFIG_HOME=folder)

    def run(*words):
        done = subprocess.run([BIN, *words], input=b"correct-horse-battery\n", capture_output=True, env=environment, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.decode()

    run("enrol", token, "--login", "newcomer", "--password-stdin", "--server", walk.server.address)
    run("sign-in", "newcomer", "--password-stdin")
    assert "newcomer" in run("whoami")


# ---------------------------------------------------------------- certificates

def make_certificate(folder, name):
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", f"/CN={name}",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True)
    return certificate, key


def test_a_renewed_certificate_is_shown_after_the_signal_and_a_broken_one_is_not(tmp_path):
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    certificate, key = make_certificate(tmp_path, "first")
    server = Server(str(tmp_path / "data"), str(tmp_path / "log"), "--tls-certificate", str(certificate), "--tls-key", str(key))
    try:
        port = int(server.address.rsplit(":", 1)[1])

        def shown():
            return ssl.get_server_certificate(("127.0.0.1", port))

        def logged(text):
            with open(server.log) as log:
                return text in log.read()

        def until(holds):
            deadline = time.monotonic() + 30
            while not holds():
                assert time.monotonic() < deadline
                time.sleep(0.05)

        first = shown()
        certificate.write_text("-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----\n")
        server.process.send_signal(signal.SIGHUP)
        until(lambda: logged("the one before stays"))
        assert shown() == first
        make_certificate(tmp_path, "second")
        assert shown() == first
        server.process.send_signal(signal.SIGHUP)
        until(lambda: logged("was read again"))
        assert shown() == certificate.read_text() != first
    finally:
        assert server.stop() == 0
