"""Notices where something is in the way: certificates nobody vouches for, a server killed in between, a sandbox, wrong settings."""

import contextlib
import os
import re
import signal
import subprocess

import pytest
import requests
from notice_receivers import (KEY, PATIENT, SECRETS, certificate, kept, mail_server, notices, options, receiving, settled, telling,
                              tells_nothing, waits)
from persons import DATA_ONLY, UNLIMITED, PersonalWorld
from shiming_server import BIN, Server, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")


# ---------------------------------------------------------------- TLS

def test_a_receiver_whose_certificate_nobody_vouches_for_is_told_nothing(tmp_path):
    paths, others = certificate(tmp_path / "own"), certificate(tmp_path / "foreign")
    with receiving(KEY, others) as receiver, mail_server(others) as box:
        with telling(tmp_path / "server", receiver, box, authority=paths[0]) as world:
            world.newcomer().register()
            for channel in ("webhook", "sms", "mail"):
                waits(world, "no-connection", channel=channel)
            assert receiver.came == [] and box.letters == [] and box.envelopes == []


def test_a_receiver_that_proves_who_it_is_is_told(tmp_path):
    paths = certificate(tmp_path / "own")
    with receiving(KEY, paths) as receiver, mail_server(paths) as box:
        with telling(tmp_path / "server", receiver, box, authority=paths[0]) as world:
            world.newcomer().register()
            assert {row["state"] for row in settled(world, 4)} == {"delivered"}
            assert len(receiver.webhooks) == 2 and len(receiver.messages) == 1 and len(box.letters) == 1


def test_no_password_is_given_to_a_mail_server_that_offers_no_tls(tmp_path):
    with mail_server(login=True) as box:
        with telling(tmp_path, None, box) as world:
            world.newcomer().register()
            waits(world, "no-connection", channel="mail")
            assert box.letters == []


def test_a_mail_server_that_refuses(tmp_path):
    paths = certificate(tmp_path / "own")
    with mail_server(paths) as box:
        box.refusal = "554 5.7.1 not this"
        with telling(tmp_path / "server", None, box, authority=paths[0]) as world:
            world.newcomer().register()
            row, = settled(world, 1)
            assert (row["channel"], row["state"], row["failure"]) == ("mail", "refused", "content-refused")
            box.refusal = "451 4.3.0 later"
            world.newcomer().register()
            waits(world, "server-error", channel="mail")


def test_an_agent_has_an_address_of_its_own(tmp_path):
    paths = certificate(tmp_path / "own")
    with mail_server(paths) as box:
        with telling(tmp_path / "server", None, box, authority=paths[0]) as world:
            world.newcomer().register()
            settled(world, 1)
            world.server.stop()
            place = world.server.arguments.index("--notice-mail-to")
            world.server.arguments[place:place] = ["--notice-mail-to", f"{world.agent}=agent@sm.example.test"]
            world.server.start()
            world.newcomer().register()
            settled(world, 2)
            # Nobody is told of a case that he may not open.
            world.set_policy(DATA_ONLY | {"agentReviews": True})
            world.set_policy({"rules": [], "approval": "reviewer", "agentReviews": True}, world.agent)
            world.newcomer().register()
            settled(world, 3)
            assert [to for _, to, _, _ in box.envelopes] == [["staff@sm.example.test"], ["staff@sm.example.test"], ["agent@sm.example.test"]]


# ---------------------------------------------------------------- killed in between

def test_killed_between_the_receivers_yes_and_its_own_note_it_sends_again_under_the_same_id(tmp_path):
    with receiving(KEY) as receiver:
        receiver.behave = lambda place, identity, times: "hold" if times == 1 else None
        with telling(tmp_path, receiver) as world:
            person = world.newcomer().register()
            poll(lambda: len(receiver.came) == 3 or None, 30, lambda: f"only {receiver.came}")
            world.server.kill()
            receiver.held.set()
            world.server.start()
            rows = settled(world, 3)
            assert {row["state"] for row in rows} == {"delivered"} and all(row["tries"] == 2 for row in rows)
            assert sorted(identity for _, identity in receiver.came) == sorted([row["id"] for row in rows] * 2)
            assert [body["to"] for _, body in receiver.messages] == [person.facts["contact"]]
            world.server.stop()
            assert world.server.check_store()[0] == 0


def test_a_hand_in_that_was_acknowledged_before_the_kill_is_told_after_it(tmp_path):
    with receiving(KEY) as receiver:
        receiver.shut()
        with telling(tmp_path, receiver) as world:
            person = world.newcomer().come_in().prepare()
            person.hand_in()
            world.server.kill()
            receiver.open()
            world.server.start()
            settled(world, 3)
            assert receiver.kinds("messages") == ["submitted"]
            assert sorted(receiver.kinds("webhook")) == ["in-review", "submitted"]


# ---------------------------------------------------------------- the sandbox

@contextlib.contextmanager
def sandbox(folder):
    """`shiming sandbox notices`, with its files of secrets."""
    key, secrets = kept(folder, "key", KEY), kept(folder, "secrets", SECRETS[0])
    with open(folder / "out.txt", "wb") as out:
        process = subprocess.Popen(
            [BIN, "sandbox", "notices", "--port", "0", "--key-file", key, "--webhook-secret-file", secrets], stdout=out,
            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    try:
        said = poll(lambda: (folder / "out.txt").read_text() if "Listening" in (folder / "out.txt").read_text() else None, 30, "it does not listen")

        class Address:
            address = re.search(r"Listening at (\S+)", said).group(1)
        yield Address
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def ask(address, path, method="GET", body=None, key=KEY):
    return requests.request(method, address + path, json=body, headers={"Authorization": "Bearer " + key}, timeout=30)


def test_a_sandbox_is_no_receiver_unless_that_is_allowed(tmp_path):
    with sandbox(tmp_path / "sandbox") as stand_in:
        production = Server(tmp_path / "production", arguments=options(tmp_path / "secrets", stand_in), settings=PATIENT)
        status, told = production.refuses_to_start()
        assert status == 1 and "[notice-sandbox-connected]" in told and "notice-sandbox-allowed=1" in told
        assert "--notice-webhook-url (127.0.0.1)" in told and "--notice-sms-url (127.0.0.1)" in told
        assert "sandbox that takes notices counts here" not in told
        assert KEY not in told and SECRETS[0] not in told and not production.data.exists()
        # Nobody was told anything by being asked.
        assert ask(stand_in.address, "/v1/taken").json()["items"] == []
        with telling(tmp_path / "trial", stand_in, settings=(*PATIENT, "notice-sandbox-allowed=1")) as world:
            person = world.newcomer().register()
            assert {row["state"] for row in settled(world, 3)} == {"delivered"}
            assert "sandbox that takes notices counts here" in world.server.log.read_text()
            told = notices(world)[0]["code"]
        taken = ask(stand_in.address, "/v1/taken")
        assert taken.headers["Shiming-Sandbox"] == "true" and taken.json()["sandbox"] is True
        assert len(taken.json()["items"]) >= 3 and told in taken.text
        tells_nothing(taken.text, [person])
        assert ask(stand_in.address, "/v1/taken", key="another-invented-key-0").status_code == 401
        unsigned = requests.post(stand_in.address + "/webhook", json={}, headers={
            "webhook-id": "x", "webhook-timestamp": "1", "webhook-signature": "v1,AAAA"}, timeout=30)
        assert unsigned.status_code == 401
        assert ask(stand_in.address, "/v1/scenario", "PUT", {"steps": [{"fault": "broken"}]}).status_code == 204
        assert ask(stand_in.address, "/v1/scenario", "PUT", {"steps": [{"fault": "no-such"}]}).status_code == 400


def test_a_sandbox_listens_on_this_machine_only():
    done = subprocess.run([BIN, "sandbox", "notices", "--host", "0.0.0.0"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and "this machine only" in done.stderr


# ---------------------------------------------------------------- settings

def test_where_nobody_is_named_nobody_is_told_and_nothing_waits(tmp_path):
    with serving(tmp_path, settings=UNLIMITED) as server:
        world = PersonalWorld(server, ["clerk", "reviewer"], watches=1)
        world.set_policy(DATA_ONLY)
        world.newcomer().register()
        assert notices(world) == []
        assert "shiming_notices{" not in requests.get(server.address + "/metrics", timeout=30).text


@pytest.mark.parametrize("arguments,said", [
    (["--notice-webhook-url", "https://hooks.example"], "--notice-webhook-secret-file is missing"),
    (["--notice-webhook-url", "http://hooks.example", "--notice-webhook-secret-file", "SECRET"], "use https"),
    (["--notice-webhook-url", "https://user:pass-word@hooks.example", "--notice-webhook-secret-file", "SECRET"], "an address of a receiver"),
    (["--notice-webhook-url", "https://hooks.example", "--notice-webhook-secret-file", "/no/such/file"], "missing or cannot be read"),
    (["--notice-webhook-url", "https://hooks.example", "--notice-webhook-secret-file", "OPEN"], "chmod 600"),
    (["--notice-webhook-url", "https://hooks.example", "--notice-webhook-secret-file", "KEY"], "whsec_ and base64"),
    (["--notice-sms-url", "https://sms.example"], "--notice-sms-key-file is missing"),
    (["--notice-smtp-host", "mail.example"], "--notice-mail-from is missing"),
    (["--notice-smtp-host", "mail.example", "--notice-mail-from", "a@b.example"], "--notice-mail-to"),
    (["--notice-smtp-host", "mail.example", "--notice-mail-from", "a@b.example\r\nBcc: c@d.example", "--notice-mail-to", "a@b.example"], "no address of mail"),
    (["--notice-smtp-host", "mail.example", "--notice-mail-from", "a@b.example", "--notice-mail-to", "a@b.example", "--notice-smtp-security", "none"],
     "use starttls or tls"),
    (["--notice-smtp-host", "mail.example", "--notice-mail-from", "a@b.example", "--notice-mail-to", "a@b.example", "--notice-smtp-user", "x"],
     "belong together"),
    (["--public-url", "https://sm.example/p"], "where persons reach the server"),
    (["--public-url", "http://sm.example"], "use https"),
])
def test_a_server_that_is_told_wrong_does_not_start(tmp_path, arguments, said):
    files = {"SECRET": kept(tmp_path, "secret", SECRETS[0]), "OPEN": kept(tmp_path, "open", SECRETS[0]), "KEY": kept(tmp_path, "key", KEY)}
    os.chmod(files["OPEN"], 0o644)
    status, told = Server(tmp_path / "server", arguments=[files.get(part, part) for part in arguments]).refuses_to_start()
    assert status != 0 and said in told, told
    assert SECRETS[0] not in told and KEY not in told and "pass-word" not in told
