"""Backup and return, and the move from one store into another, by the program itself and beside a running server."""

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import threading

import shiming_server
from postgres_cluster import cluster
from shiming_server import Server, World, card_file, code, poll, serving


# Whoever uploads without end meets no limit but the move.
OFTEN = ("rate-requests=1000000",)


def shiming(*arguments, expect=0, seconds=600, **named):
    done = subprocess.run(
        [shiming_server.BIN, *map(str, arguments)], capture_output=True, text=True, timeout=seconds, stdin=subprocess.DEVNULL, **named)
    assert done.returncode == expect, f"{arguments}: {done.returncode} {done.stdout} {done.stderr}"
    return done.stdout + done.stderr


def prepared(server, cards=10):
    world = World(server, ["clerk", "reviewer", "compliance", "auditor"])
    world.take_in(card_file(range(cards)))
    world.allocate()
    world.register()
    return world


def answers(world, cards, questions=100):
    """Who answers for cards, at most so many of them and evenly spread, without the time of asking."""
    asked = range(0, cards, max(1, cards // questions))
    return [{name: value for name, value in world.answer(number).items() if name not in ("at", "asKnown")} for number in asked]


def files_of(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


class Uploading:
    """Somebody who uploads without end; remembers what was acknowledged."""

    def __init__(self, world, name=""):
        self.name = name
        self.world, self.acknowledged, self.refused, self.is_over = world, [], [], False
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        number = 0
        while not self.is_over:
            number += 1
            answer = self.world.clerk.ask(
                "uploadEvidence", query={"kind": "other"}, data=shiming_server.png(f"{self.name}going on {number}"), type="image/png")
            if answer.ok:
                self.acknowledged.append(answer.json()["id"])
            else:
                self.refused.append((answer.status_code, code(answer)))

    def end(self):
        self.is_over = True
        self.thread.join(60)


def test_a_backup_beside_the_server_comes_back_whole(tmp_path):
    with serving(tmp_path / "server", settings=OFTEN) as server:
        world = prepared(server)
        before = answers(world, 10)
        pieces = before[0]["evidence"]
        uploading = Uploading(world)
        poll(lambda: len(uploading.acknowledged) > 3 or None, 60, "nothing is uploaded")
        backup = tmp_path / "backup"
        said = shiming("backup", "--data", server.data, "--to", backup)
        uploading.end()
        assert "Keys needed: key-" in said
        server.kill()
    # With ordinary tools, too.
    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "files.sha256"], cwd=backup, check=True)
    manifest = json.loads((backup / "manifest.json").read_text())
    assert manifest["pieces"] == len(list((backup / "evidence").rglob("*-*"))) >= 9 and manifest["lackingPieces"] == []
    key_file = server.data / "keys" / "key-encryption-keys"
    secret = key_file.read_text().split()[1]
    assert not any(secret.encode() in path.read_bytes() for path in backup.rglob("*") if path.is_file())
    returned = tmp_path / "returned" / "data"
    (returned / "keys").mkdir(parents=True)
    shutil.copy(key_file, returned / "keys")
    shiming("restore", "--from", backup, "--data", returned)
    shiming("store", "check", "--data", returned)
    with serving(tmp_path / "returned") as again:
        world.server = again
        for caller in world.people.values():
            caller.server = again
        world.sign_in_again()
        assert answers(world, 10) == before
        for piece in pieces:
            assert world.compliance.must("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"}).content
        world.whole_trail()


def test_half_a_changed_and_a_foreign_backup_are_refused_and_leave_nothing(tmp_path):
    with serving(tmp_path / "server") as server:
        World(server, ["clerk"]).upload("other")
        backup = tmp_path / "backup"
        shiming("backup", "--data", server.data, "--to", backup)
        # A second one does not go over the first.
        assert "is not empty" in shiming("backup", "--data", server.data, "--to", backup, expect=1)
        key_file = server.data / "keys" / "key-encryption-keys"
    whole = files_of(backup)
    target = tmp_path / "target"

    def refused(because, key=key_file):
        said = shiming("restore", "--from", backup, "--data", target, "--key-file", key, expect=1)
        assert re.search(because, said), said
        assert not target.exists() and not list(tmp_path.glob("target.*"))

    for name in whole:
        path = backup / name
        content = path.read_bytes()
        path.write_bytes(content[:len(content) // 2] + bytes([content[len(content) // 2] ^ 4]) + content[len(content) // 2 + 1:])
        refused("is not what|key .* not among")
        path.unlink()
        refused("half a backup" if name.startswith("manifest") else "is missing in the backup")
        path.write_bytes(content)
    other = tmp_path / "other-key"
    other.write_text("key-other " + "A" * 43 + "=\n")
    other.chmod(0o600)
    refused("which is not among the keys", key=other)
    refused("key file", key=tmp_path / "none")
    assert files_of(backup) == whole
    shiming("restore", "--from", backup, "--data", target, "--key-file", key_file)
    assert "is not empty" in shiming("restore", "--from", backup, "--data", target, "--key-file", key_file, expect=1)


def test_a_store_is_moved_while_it_is_used(tmp_path):
    with serving(tmp_path / "server", settings=OFTEN) as server:
        world = prepared(server)
        before = answers(world, 10)
        uploading = Uploading(world)
        poll(lambda: len(uploading.acknowledged) > 3 or None, 60, "nothing is uploaded")
        target = tmp_path / "target" / "data"
        said = shiming("store", "copy", "--from", server.data, "--to", target)
        assert "All is sound." in said and "hold the same" in said
        poll(lambda: (503, "store-moving") in uploading.refused, 60, "the source goes on being written")
        uploading.end()
        # Whoever waited for the act before may have been told to come again.
        assert {status for status, _ in uploading.refused} == {503}
        # Reading goes on.
        assert answers(world, 10) == before
        server.stop()
    # The old store is not served by mistake.
    assert "store-moving" in server.refuses_to_start()[1]
    shutil.copytree(server.data / "keys", target / "keys")
    shutil.copytree(server.data / "evidence", target / "evidence", dirs_exist_ok=True)
    with serving(tmp_path / "target") as moved:
        world.server = moved
        for caller in world.people.values():
            caller.server = moved
        world.sign_in_again()
        assert answers(world, 10) == before
        for piece in uploading.acknowledged:
            world.clerk.must("readEvidence", {"evidence": piece})
        world.upload("other")
        world.whole_trail()
        moved.stop()
    shiming("store", "check", "--data", target)
    # Back again, from a store that nobody serves; the digests are those of the first move.
    back = tmp_path / "back" / "data"
    first = dict(line.split("\t", 1) for line in said.splitlines() if line.count("\t") == 2)
    again = dict(line.split("\t", 1) for line in shiming("store", "copy", "--from", target, "--to", back).splitlines() if line.count("\t") == 2)
    assert set(first) == set(again) and first["subscription"] == again["subscription"] and first["holding"] == again["holding"]


def is_marked(database):
    """Whether a copy has begun in it."""
    if not database.exists():
        return False
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        with contextlib.suppress(sqlite3.OperationalError):
            return connection.execute("SELECT count(*) FROM store_mark WHERE name = 'writes-stopped'").fetchone()[0] > 0
    return False


def test_a_move_that_is_killed_goes_on_and_one_given_up_opens_the_source(tmp_path):
    with serving(tmp_path / "server") as server:
        world = World(server, ["clerk"])
        world.take_in(card_file(range(20_000)))
        target = tmp_path / "target"
        killed = 0
        for wait in (0.1, 0.4, 0.8, 1.6):
            copying = subprocess.Popen(
                [shiming_server.BIN, "store", "copy", "--from", str(server.data), "--to", str(target), "--no-check"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
            try:
                copying.wait(wait)
                break
            except subprocess.TimeoutExpired:
                copying.send_signal(signal.SIGKILL)
                copying.wait()
                killed += 1
        assert killed > 0, "it is too quick to be killed"
        if copying.returncode != 0:
            # Nobody serves half a copy. Before its mark is there, there is nothing of the source.
            if is_marked(target / "shiming.sqlite"):
                half = Server(tmp_path / "half", arguments=["--key-file", str(server.data / "keys" / "key-encryption-keys")])
                half.folder.mkdir()
                os.symlink(target, half.data)
                assert half.refuses_to_start()[0] != 0
            shiming("store", "reopen", "--store", server.data)
            world.upload("other")
            said = shiming("store", "copy", "--from", server.data, "--to", target, "--key-file", server.data / "keys" / "key-encryption-keys")
            assert "All is sound." in said and "subscription\t20000\t" in said
        assert world.clerk.ask("createRegistration", json={"channel": "agent", "content": {}}).status_code == 503
        shiming("store", "reopen", "--store", server.data)
        world.upload("other")


def test_a_target_in_use_and_a_source_that_is_none_are_refused(tmp_path):
    with serving(tmp_path / "one") as one, serving(tmp_path / "two") as two:
        World(one, ["clerk"])
        World(two, ["clerk"])
        assert "store-in-use" in shiming("store", "copy", "--from", one.data, "--to", two.data, expect=1)
        two.stop()
        assert "did not come from this source" in shiming("store", "copy", "--from", one.data, "--to", two.data, expect=1)
        assert "no database" in shiming("store", "copy", "--from", tmp_path / "none", "--to", tmp_path / "new", "--key-file",
                                        one.data / "keys" / "key-encryption-keys", expect=2)
        two.start()


def digests(said):
    """Table to rows and digest, as `store copy` says them."""
    return {line.split("\t")[0]: line.split("\t")[1:] for line in said.splitlines() if line.count("\t") == 2}


def test_from_a_file_to_postgres_and_back_with_the_same_answers(tmp_path):
    cards = 100_000
    with cluster() as postgres:
        address = postgres.database()
        with serving(tmp_path / "server") as server:
            world = prepared(server, cards)
            before = answers(world, cards)
            assert len(before) == 100 and {answer["standing"] for answer in before} == {"registered"}
            key_file = server.data / "keys" / "key-encryption-keys"
            used = {caller: caller.last_counter for caller in world.people.values()}
            there = shiming("store", "copy", "--from", server.data, "--to", address)
            assert "All is sound." in there
            assert code(world.clerk.ask("uploadEvidence", query={"kind": "other"}, data=b"x", type="image/png")) is not None
        back_folder = tmp_path / "back" / "data"
        back = shiming("store", "copy", "--from", address, "--to", back_folder, "--key-file", key_file)
        assert "All is sound." in back
        # Every table, the trail among them, is the same on both ways.
        assert digests(there) == digests(back) and int(digests(there)["holding"][0]) == cards
        assert int(digests(there)["trail_sequence"][0]) > 20
        # A moved database is served only when that is meant.
        with_postgres = Server(tmp_path / "server", environment={"SHIMING_STORE": address})
        assert "store-moving" in with_postgres.refuses_to_start()[1]
        shiming("store", "reopen", "--store", address)
        with serving(tmp_path / "server", settings=OFTEN, environment={"SHIMING_STORE": address}) as moved:
            for caller in world.people.values():
                caller.server = moved
            world.server = moved
            world.sign_in_again()
            assert answers(world, cards) == before
            for piece in before[0]["evidence"]:
                assert world.compliance.must("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"}).content
            world.upload("other")
            world.whole_trail()
            # A backup of what is there comes back as a folder.
            backup = tmp_path / "backup"
            uploading = Uploading(world)
            shiming("backup", "--data", moved.data, "--store", address, "--to", backup)
            uploading.end()
        returned = tmp_path / "returned"
        shiming("restore", "--from", backup, "--data", returned, "--key-file", key_file)
        shiming("store", "check", "--data", returned, "--key-file", key_file)
        shutil.copytree(server.data / "keys", back_folder / "keys")
        shutil.copytree(server.data / "evidence", back_folder / "evidence", dirs_exist_ok=True)
        with serving(tmp_path / "back") as again:
            for caller in world.people.values():
                # That store knows nothing of the codes used since.
                caller.server, caller.last_counter = again, used[caller]
            world.server = again
            world.sign_in_again()
            assert answers(world, cards) == before


def test_a_store_in_postgres_is_moved_while_many_use_it(tmp_path):
    """What was acknowledged is in the target, what was not is in neither; and nothing of the move stays behind."""
    with cluster() as postgres:
        address = postgres.database()
        with serving(tmp_path / "server", settings=OFTEN, environment={"SHIMING_STORE": address}) as server:
            world = prepared(server)
            before = answers(world, 10)
            key_file = server.data / "keys" / "key-encryption-keys"
            a_backup_returns_to_postgres(server, postgres, tmp_path)
            uploading = [Uploading(world, f"{number} ") for number in range(6)]
            poll(lambda: all(len(one.acknowledged) > 2 for one in uploading) or None, 60, "nothing is uploaded")
            target = tmp_path / "target" / "data"
            said = shiming("store", "copy", "--from", address, "--to", target, "--key-file", key_file)
            assert "All is sound." in said
            poll(lambda: all((503, "store-moving") in one.refused for one in uploading), 60, "the source goes on being written")
            for one in uploading:
                one.end()
                assert {status for status, _ in one.refused} == {503}
            assert answers(world, 10) == before
            acknowledged = {piece.replace("-", "") for one in uploading for piece in one.acknowledged}
            there = {piece for piece, in postgres.ask("SELECT encode(id, 'hex') FROM evidence")}
            assert acknowledged <= there and digests(said)["evidence"][0] == str(len(there))
            left = postgres.ask("SELECT relname FROM pg_class WHERE relname LIKE 'moving%' UNION SELECT tgname FROM pg_trigger WHERE tgname LIKE 'moving%'"
                                " UNION SELECT proname FROM pg_proc WHERE proname LIKE 'moving%'")
            assert left == [], left
            assert postgres.ask("SELECT name FROM store_mark") == [("writes-stopped",)]
            copied = sqlite3.connect(target / "shiming.sqlite")
            assert {piece.hex() for piece, in copied.execute("SELECT id FROM evidence")} == there
            assert copied.execute("SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'moving%'").fetchone() == (0,)
            copied.close()


def a_backup_returns_to_postgres(server, postgres, tmp_path):
    """By way of a folder, into another database, as docs/operations.md says."""
    own, backup, folder = postgres.name, tmp_path / "backup", tmp_path / "returned"
    shiming("backup", "--data", server.data, "--store", postgres.address(), "--to", backup)
    shutil.copytree(server.data / "keys", folder / "keys")
    shiming("restore", "--from", backup, "--data", folder)
    said = shiming("store", "copy", "--from", folder, "--to", postgres.database())
    assert "All is sound." in said and digests(said)["holding"][0] == "10"
    assert postgres.ask("SELECT COUNT(*), COUNT(DISTINCT subscription) FROM holding") == [("10", "10")]
    postgres.name = own


def test_a_database_that_others_use_is_no_target(tmp_path):
    with cluster() as postgres:
        address = postgres.database()
        with serving(tmp_path / "one") as one:
            World(one, ["clerk"])
            with serving(tmp_path / "two", environment={"SHIMING_STORE": address}) as two:
                World(two, ["clerk"])
                said = shiming("store", "copy", "--from", one.data, "--to", address, expect=1)
                assert "store-in-use" in said, said
            assert "did not come from this source" in shiming("store", "copy", "--from", one.data, "--to", address, expect=1)
            said = shiming("store", "copy", "--from", one.data, "--to", "postgres://nobody@127.0.0.1:1/none", expect=1)
            assert "postgres" in said or "connect" in said, said
