"""Evidence on an S3-compatible store: the main job, and what happens when the store refuses, is down, or holds something else."""

import hashlib
import os
import subprocess

import pytest
import shiming_server
from s3_server import BUCKET, REGION, Door, S3Server, s3_serving
from shiming_server import Server, World, card_file, code, png, poll, serving


@pytest.fixture(scope="module")
def s3(tmp_path_factory):
    with s3_serving(tmp_path_factory.mktemp("s3")) as server:
        yield server


def options(address, prefix):
    return ["--evidence", f"s3://{BUCKET}/{prefix}", "--s3-endpoint", address, "--s3-region", REGION]


def credentials(s3, secret=None):
    return {"AWS_ACCESS_KEY_ID": s3.key, "AWS_SECRET_ACCESS_KEY": secret or s3.secret}


def on_s3(s3, folder, prefix, address=None, secret=None, settings=()):
    return {"folder": folder, "arguments": options(address or s3.address, prefix), "environment": credentials(s3, secret), "settings": settings}


def check(server, s3, prefix):
    done = subprocess.run(
        [shiming_server.BIN, "store", "check", "--data", str(server.data), *options(s3.address, prefix)], capture_output=True, text=True,
        timeout=120, stdin=subprocess.DEVNULL, env=os.environ | credentials(s3))
    return done.returncode, done.stdout + "".join(line for line in done.stderr.splitlines(True) if not line.startswith("entries: "))


def mine(s3, prefix):
    return {key: content for key, content in s3.objects().items() if key.startswith(prefix + "/")}


def files_of(server):
    folder = server.data / "evidence"
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_main_job_with_its_evidence_on_s3(s3, tmp_path):
    with serving(**on_s3(s3, tmp_path, "main")) as server:
        world = World(server, ["clerk", "reviewer", "compliance"])
        world.take_in(card_file(range(3)))
        world.allocate()
        world.register()
        answer = world.answer(1)
        pieces = answer["evidence"]
        objects = mine(s3, "main")
        assert len(objects) == len(pieces) == 6 and not files_of(server)
        for piece in pieces:
            opened = world.compliance.must("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"}).content
            assert opened.startswith((b"\xff\xd8\xff", b"%PDF-")), "a marked copy, made only of what is whole"
        assert not any(b"\x89PNG" in content for content in objects.values()), "it stands there in clear"
        server.stop()
        assert check(server, s3, "main") == (0, "All is sound.\n")
        # Started again, it finds its evidence; told another place, it does not start.
        server.start()
        server.stop()
        server.arguments = options(s3.address, "elsewhere")
        status, said = server.refuses_to_start()
        assert status != 0 and "not in the place" in said
        server.arguments = []
        assert "not in the place" in server.refuses_to_start()[1]


def test_a_wrong_secret_is_refused_and_nothing_is_kept(s3, tmp_path):
    with serving(**on_s3(s3, tmp_path, "wrong", secret="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")) as server:
        world = World(server, ["clerk"])
        refused = world.clerk.ask("uploadEvidence", query={"kind": "other"}, data=png("x"), type="image/png")
        assert (refused.status_code, code(refused)) == (503, "evidence-store-unavailable")
        assert refused.headers["Retry-After"] and not mine(s3, "wrong") and not files_of(server)
        log = server.log.read_text()
        assert "SignatureDoesNotMatch" in log and "EXAMPLEKEY" not in log


def test_without_credentials_the_server_does_not_start(s3, tmp_path):
    server = Server(tmp_path, arguments=options(s3.address, "none"), environment={"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""})
    status, said = server.refuses_to_start()
    assert status != 0 and "AWS_ACCESS_KEY_ID" in said


def test_credentials_of_a_file_that_others_can_read_are_refused(s3, tmp_path):
    file = tmp_path / "credentials"
    file.write_text(f"[default]\naws_access_key_id = {s3.key}\naws_secret_access_key = {s3.secret}\n")
    file.chmod(0o644)
    arguments = options(s3.address, "file") + ["--s3-credentials-file", str(file)]
    server = Server(tmp_path / "server", arguments=arguments)
    status, said = server.refuses_to_start()
    assert status != 0 and "chmod 600" in said and s3.secret not in said
    file.chmod(0o600)
    with serving(tmp_path / "server", arguments=arguments) as server:
        world = World(server, ["clerk"])
        world.upload("other")
        assert len(mine(s3, "file")) == 1


def test_a_store_that_is_down_is_said_and_nothing_is_half_done(s3, tmp_path):
    door = Door(s3.port)
    settings = ("evidence-request-tries=2",)
    with serving(**on_s3(s3, tmp_path, "down", address=door.address, settings=settings)) as server:
        world = World(server, ["clerk", "reviewer", "compliance", "auditor"])
        piece = world.upload("other")
        door.is_open = False
        refused = world.clerk.ask("uploadEvidence", query={"kind": "other"}, data=png("y"), type="image/png")
        assert (refused.status_code, code(refused)) == (503, "evidence-store-unavailable")
        shut = world.compliance.ask("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"})
        assert (shut.status_code, code(shut)) == (503, "evidence-store-unavailable")
        # What needs no evidence goes on.
        assert world.clerk.must("readEvidence", {"evidence": piece}).json()["id"] == piece
        world.settled_trail()
        door.is_open = True
        opened = world.compliance.must("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"})
        assert opened.content.startswith(b"\xff\xd8\xff")
        assert len(mine(s3, "down")) == 1
        server.stop()
        assert check(server, s3, "down") == (0, "All is sound.\n")
        # A start while the store is down is possible.
        door.is_open = False
        server.start()
        server.stop()
    door.end()


def test_a_store_that_is_busy_for_a_moment_is_asked_again(s3, tmp_path):
    door = Door(s3.port)
    with serving(**on_s3(s3, tmp_path, "busy", address=door.address)) as server:
        world = World(server, ["clerk"])
        door.busy = 2
        world.upload("other")
        assert door.busy == 0 and len(mine(s3, "busy")) == 1
    door.end()


def test_the_check_names_what_is_lost_or_changed_and_the_sweep_takes_orphans(s3, tmp_path):
    with serving(**on_s3(s3, tmp_path, "check")) as server:
        world = World(server, ["clerk", "compliance"])
        lost, changed, kept = (world.upload("other") for _ in range(3))
        keys = {key.split("/")[-1]: key for key in mine(s3, "check")}
        s3.remove(keys[lost])
        content = bytearray(s3.objects()[keys[changed]])
        content[40] ^= 1
        # With a hash of its own: the seal is what notices.
        s3.put(keys[changed], bytes(content), {"sha256": hashlib.sha256(content).hexdigest()})
        # As an upload leaves it whose commit failed, years ago.
        orphan = "00000000-0000-7000-8000-00000000abcd"
        s3.put(f"check/cd/ab/{orphan}", b"orphan")
        s3.put("check/README", b"not ours")
        server.stop()
        status, said = check(server, s3, "check")
        assert status == 1
        found = {line.split("\t")[0]: line for line in said.splitlines() if "\t" in line}
        assert lost in said and changed in said and kept not in said
        assert orphan in found["file-orphaned"] and "README" not in said
        server.start()
        world.sign_in_again()
        for piece in (changed, lost):
            refused = world.compliance.ask("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"})
            assert (refused.status_code, code(refused)) == (409, "evidence-unreadable")
        poll(lambda: None if any(orphan in key for key in s3.objects()) else True, 30, "the orphan is not swept")
        assert "check/README" in s3.objects()


def test_evidence_goes_from_the_folder_to_s3_and_back(s3, tmp_path):
    def copy(server, to, evidence=None, expect=0):
        arguments = [shiming_server.BIN, "store", "copy-evidence", "--data", str(server.data), "--to", to,
                     *options(s3.address, "moved")[2:], *(["--evidence", evidence] if evidence else [])]
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, env=os.environ | credentials(s3), stdin=subprocess.DEVNULL)
        assert done.returncode == expect, done.stdout + done.stderr
        return done.stdout

    place = f"s3://{BUCKET}/moved"
    with serving(tmp_path) as server:
        world = World(server, ["clerk", "compliance"])
        pieces = [world.upload("other") for _ in range(3)]
        assert "3 pieces copied, 0 were" in copy(server, place)
        pieces.append(world.upload("other"))
        server.stop()
        assert "1 pieces copied, 3 were" in copy(server, place)
        for path in files_of(server):
            path.unlink()
        server.arguments, server.environment = options(s3.address, "moved"), credentials(s3)
        server.start()
        world.sign_in_again()
        for piece in pieces:
            world.compliance.must("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"})
        server.stop()
        s3.remove(next(key for key in mine(s3, "moved") if pieces[0] in key))
        assert pieces[0] in copy(server, "folder", evidence=place, expect=1)
        assert len(files_of(server)) == 3


def test_moto_itself_refuses_who_signs_wrongly(s3):
    """What the tests above rest on."""
    other = S3Server.client(s3, "s3", s3.key, "another-secret")
    with pytest.raises(Exception, match="SignatureDoesNotMatch|403"):
        other.list_objects_v2(Bucket=BUCKET)
