"""Notices through the real server: a person registers, and a program, his phone and staff are told where it stands. Once by id, nothing
personal, whatever the receivers do."""

import json
import os
import re
import subprocess

import pytest
import requests
import standardwebhooks
from notice_receivers import (KEY, MAIL_PASSWORD, OVER, PATIENT, SECRETS, SITE, STAFF, certificate, mail_server, notices, receiving, settled,
                              telling, tells_nothing, waits)
from shiming_server import BIN, code, poll
from test_persons_leaks import stands

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")


# ---------------------------------------------------------------- the walk

@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Two persons' cases from hand-in to their ends, all of it told."""
    folder = tmp_path_factory.mktemp("walked")
    paths = certificate(folder / "certificate")
    with receiving(KEY) as receiver, mail_server(paths) as box:
        with telling(folder, receiver, box, authority=paths[0], secrets=SECRETS, people=STAFF) as world:
            one, other = world.newcomer(language="en").come_in(), world.newcomer(language="zh").come_in()
            for person in (one, other):
                person.prepare().hand_in()
            world.send_back(one, "/holder/documentNumber", "does-not-match")
            one.hand_in()
            for person in (one, other):
                world.review(person)
            world.carrier_says(one)
            world.carrier_says(other, "refused")
            world.codes = {person: person.case()["code"] for person in (one, other)}
            other.must("withdrawPersonal")
            # one: submitted, sent back, submitted, awaiting, effective; other: submitted, awaiting, sent back, withdrawn. Reviews: three.
            rows = settled(world, 9 * 2 + 3 * 2 + 2)
            yield world, receiver, box, (one, other), rows


EXPECTED = {
    0: ["submitted", "in-review", "to-be-mended", "submitted", "in-review", "awaiting-carrier", "effective"],
    1: ["submitted", "in-review", "awaiting-carrier", "to-be-mended", "withdrawn"]}


def test_everything_is_told_once_and_taken(walked):
    world, receiver, box, persons, rows = walked
    assert {row["state"] for row in rows} == {"delivered"}, rows
    for place, person in enumerate(persons):
        mine = [row for row in reversed(rows) if row["code"] == world.codes[person]]
        for channel, missing in (("webhook", ()), ("sms", ("in-review",))):
            told = sorted(row["kind"] for row in mine if row["channel"] == channel)
            assert told == sorted(kind for kind in EXPECTED[place] if kind not in missing), channel
        assert sorted(row["kind"] for row in mine if row["channel"] == "mail") == sorted(
            kind for kind in EXPECTED[place] if kind in ("in-review", "awaiting-carrier"))
        assert {row["language"] for row in mine} == {("en", "zh")[place]}
    assert len({row["id"] for row in rows}) == len(rows) == len(receiver.webhooks) + len(receiver.messages) + len(box.letters)


def test_webhooks_are_verified_by_the_library_of_the_specification_with_either_secret(walked):
    world, receiver, _, persons, rows = walked
    ids = {row["id"] for row in rows if row["channel"] == "webhook"}
    for headers, body in receiver.webhooks:
        headers = {name.lower(): value for name, value in headers.items()}
        for secret in SECRETS:
            data = standardwebhooks.Webhook(secret).verify(body, headers)
            assert data["type"] == "registration." + data["data"]["kind"]
        assert headers["webhook-id"] in ids
        assert set(data["data"]) <= {"about", "kind", "code", "stage", "language", "reason", "expectedWorkingDays"}
        assert data["data"]["code"] in world.codes.values()
        with pytest.raises(standardwebhooks.WebhookVerificationError):
            standardwebhooks.Webhook(SECRETS[0]).verify(body.replace(b"effective", b"refused!!") + b" ", headers)
    stages = {json.loads(body)["data"]["kind"]: json.loads(body)["data"] for _, body in receiver.webhooks}
    assert stages["to-be-mended"]["reason"] in ("does-not-match", "carrier-refused")
    assert stages["awaiting-carrier"]["expectedWorkingDays"] == 3 and "expectedWorkingDays" not in stages["effective"]


def test_messages_go_to_the_persons_own_number_in_his_language(walked):
    world, receiver, _, persons, _ = walked
    for headers, body in receiver.messages:
        headers = {name.lower(): value for name, value in headers.items()}
        assert headers["idempotency-key"] == body["messageId"] and headers["authorization"] == "Bearer " + KEY
        person = next(person for person in persons if person.facts["contact"] == body["to"])
        assert world.codes[person] in body["text"] and SITE + "/p/status" in body["text"]
        assert bool(re.search("[\u4e00-\u9fff]", body["text"])) == (body["language"] == "zh")
        tells_nothing(body["text"], persons, (person.number for person in persons))
    reasons = {body["text"] for _, body in receiver.messages if body["kind"] == "to-be-mended"}
    assert any("It does not match the document." in text and "business hall" in text for text in reasons), reasons
    assert any("运营商未受理该登记。" in text and "营业厅" in text for text in reasons), reasons


def test_letters_come_by_tls_from_somebody_who_signed_in(walked):
    world, _, box, persons, _ = walked
    assert box.envelopes and all(
        (sender, to, secure, known) == ("notices@sm.example.test", ["staff@sm.example.test"], True, True)
        for sender, to, secure, known in box.envelopes)
    for letter in box.letters:
        text = letter.get_content()
        assert letter["Subject"].startswith("[实名登记] SM-") and "Real-name" in letter["Subject"]
        assert letter["Auto-Submitted"] == "auto-generated" and letter["Message-ID"].endswith("@sm.example.test>")
        assert "请" in text and any(code in text for code in world.codes.values())
        tells_nothing(text + letter.as_string(), persons, (person.number for person in persons))
    assert len({letter["Message-ID"] for letter in box.letters}) == len(box.letters)


def test_nothing_of_a_person_stands_in_notices_log_table_or_figures(walked):
    world, receiver, box, persons, rows = walked
    tells_nothing(receiver.all_bytes().decode(), persons, (person.number for person in persons))
    tells_nothing(json.dumps(rows, ensure_ascii=False), persons, (person.number for person in persons))
    figures = requests.get(world.server.address + "/metrics", timeout=30).text
    tells_nothing(figures, persons)
    secrets = [secret for person in persons for secret in person.secrets]
    assert stands(world.server.folder, secrets) == []
    log = world.server.log.read_text()
    tells_nothing(log, persons, (person.number for person in persons))
    assert KEY not in log and MAIL_PASSWORD not in log and all(secret not in log for secret in SECRETS)


def test_figures_tell_by_way_and_outcome(walked):
    world, receiver, box, _, _ = walked
    figures = requests.get(world.server.address + "/metrics", timeout=30).text
    for channel, count in (("webhook", len(receiver.webhooks)), ("sms", len(receiver.messages)), ("mail", len(box.letters))):
        assert f'shiming_notices_handled_total{{channel="{channel}",outcome="delivered"}} {count}' in figures
        assert f'shiming_notices{{channel="{channel}",state="waiting"}} 0' in figures
        assert f'shiming_notices_resting{{channel="{channel}"}} 0' in figures


def test_an_agent_sees_its_own_and_another_none(walked):
    world, _, _, _, rows = walked
    assert notices(world, by=world.agent_manager) == rows
    assert notices(world, by=world.other_manager) == []
    refused = world.other_manager.ask("retryNotice", {"notice": rows[0]["id"]})
    assert (refused.status_code, code(refused)) == (404, "not-found")
    refused = world.agent_manager.ask("retryNotice", {"notice": rows[0]["id"]})
    assert (refused.status_code, code(refused)) == (409, "notice-delivered")
    refused = world.clerk.ask("retryNotice", {"notice": rows[0]["id"]})
    assert (refused.status_code, code(refused)) == (403, "not-permitted")


# ---------------------------------------------------------------- receivers that do wrong

def test_a_receiver_that_was_down_is_told_everything_once_when_it_is_back(tmp_path):
    with receiving(KEY) as receiver:
        receiver.shut()
        with telling(tmp_path, receiver) as world:
            persons = [world.newcomer().register() for _ in range(3)]
            waits(world, "no-connection", channel="webhook")
            waits(world, "no-connection", channel="sms")
            # Each in vain once, so that none has its first turn after the receiver is back.
            poll(lambda: [row["tries"] >= 1 for row in notices(world)] == [True] * 9, 150, lambda: f"not all were tried: {notices(world)}", pause=0.2)
            assert receiver.came == []
            receiver.open()
            rows = settled(world, 9)
            assert {row["state"] for row in rows} == {"delivered"}
            ids = [identity for _, identity in receiver.came]
            assert len(ids) == len(set(ids)) == 9
            assert {person.facts["contact"] for person in persons} == {body["to"] for _, body in receiver.messages}
            assert all(row["tries"] >= 2 for row in rows)


def lie(answer):
    return 200, json.dumps(answer | {"messageId": "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e"}).encode()


WRONG = {
    "lying": {"after": lie}, "huge": {"after": lambda answer: (200, json.dumps(answer | {"padding": "x" * (1 << 20)}).encode())},
    "no JSON": {"before": (200, b"<html>sign in</html>")}, "moved": {"before": (302, b"", {"Location": "http://127.0.0.1:9/"})},
    "broken": {"before": (500, b"{}")}, "forbidden": {"before": (400, b"oops")},
}
FAILURES = {"lying": "answer-other-request", "huge": "answer-too-large", "no JSON": "answer-unreadable", "moved": "answer-status",
            "broken": "server-error", "forbidden": "answer-status"}


def test_a_gateway_that_lies_is_not_believed_and_asked_again_under_the_same_id(tmp_path):
    with receiving(KEY) as receiver:
        wrong = list(WRONG)
        seen = {}

        def behave(place, identity, times):
            if place == "messages" and times == 1:
                seen[identity] = wrong[len(seen)]
                return WRONG[seen[identity]]
            return None

        receiver.behave = behave
        with telling(tmp_path, receiver, watches=len(WRONG)) as world:
            for _ in WRONG:
                world.newcomer().register()
            poll(lambda: len(seen) == len(WRONG) or None, 30, "not all are asked")
            rows = settled(world, len(WRONG), channel="sms")
            assert {row["id"]: (row["state"], row["tries"], row.get("failure")) for row in rows} == {
                identity: ("delivered", 2, None) for identity in seen}
            log = world.server.log.read_text()
            assert "sign in" not in log and "oops" not in log


def test_what_went_wrong_is_told_by_a_code(tmp_path):
    for name, failure in FAILURES.items():
        with receiving(KEY) as receiver:
            receiver.behave = lambda place, identity, times: WRONG[name] if place == "messages" else None
            with telling(tmp_path / name.replace(" ", "-"), receiver, watches=1) as world:
                world.newcomer().register()
                assert waits(world, failure, channel="sms")["tries"] >= 1


def test_a_gateway_that_says_nothing_holds_up_nobody_elses_notices(tmp_path):
    with receiving(KEY) as receiver:
        receiver.behave = lambda place, identity, times: "hold" if place == "messages" and times == 1 else None
        with telling(tmp_path, receiver, settings=(*PATIENT, "notice-timeout-seconds=120"), watches=6) as world:
            for _ in range(6):
                world.newcomer().register()
            settled(world, 12, channel="webhook")
            # All that while the gateway holds its first question.
            assert not [row for row in notices(world, channel="sms") if row["state"] in OVER]
            receiver.held.set()
            rows = settled(world, 6, channel="sms")
            assert {row["state"] for row in rows} == {"delivered"} and all(row["tries"] == 2 for row in rows)


def test_a_receiver_of_webhooks_may_say_what_it_likes_as_long_as_it_says_yes(tmp_path):
    with receiving(KEY) as receiver:
        receiver.behave = lambda place, identity, times: {"after": lambda _: (202, b"x" * (4 << 20), {"Content-Type": "text/html"})}
        with telling(tmp_path, receiver) as world:
            world.newcomer().register()
            rows = settled(world, 2, channel="webhook")
            assert [(row["state"], row["tries"]) for row in rows] == [("delivered", 1)] * 2


def test_a_definite_no_is_shown_and_sent_once_more_only_when_somebody_asks(tmp_path):
    with receiving(KEY) as receiver:
        refusal = {"after": lambda answer: (200, json.dumps(answer | {"state": "refused", "reason": "recipient-blocked"}).encode())}
        receiver.behave = lambda place, identity, times: refusal if place == "messages" and times == 1 else {"before": (410,)} \
            if place == "webhook" else None
        with telling(tmp_path, receiver, people=STAFF) as world:
            world.newcomer().register()
            rows = settled(world, 3)
            assert {(row["channel"], row["state"], row["failure"]) for row in rows} == {
                ("webhook", "refused", "gone"), ("sms", "refused", "recipient-blocked")}
            sms = next(row for row in rows if row["channel"] == "sms")
            environment = {"PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "HOME": str(tmp_path), "SHIMING_SERVER": world.server.address,
                           "SHIMING_TOKEN": world.agent_manager.token}

            def shell(*arguments):
                done = subprocess.run(
                    [BIN, *arguments], capture_output=True, text=True, timeout=60, env=environment, stdin=subprocess.DEVNULL)
                return done.returncode, done.stdout, done.stderr

            status, out, _ = shell("notices", "list", "--channel", "sms", "--state", "refused", "--json")
            assert status == 0 and [row["id"] for row in json.loads(out)["items"]] == [sms["id"]]
            status, out, _ = shell("notices", "list", "--code", sms["code"])
            assert status == 0 and sms["id"] in out and "recipient-blocked" in out
            assert shell("notices", "retry", sms["id"])[0] == 0
            assert settled(world, 1, channel="sms", state="delivered")[0]["id"] == sms["id"]
            status, _, err = shell("notices", "retry", sms["id"])
            assert status == 1 and "nobody is told twice" in err
            assert receiver.came.count(("messages", sms["id"])) == 2
            figures = requests.get(world.server.address + "/metrics", timeout=30).text
            assert 'shiming_notices{channel="webhook",state="refused"} 2' in figures
