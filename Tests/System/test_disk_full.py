"""The disk under the database is full: writes are refused with a code, reads go on, and all is well when there is room again."""

import contextlib
import errno
import os
import pathlib
import subprocess
import tempfile
import uuid

import pytest
import requests
from busy_clients import Busy, invented
from postgres_cluster import Cluster
from shiming_server import BIN, World, card_file, code, poll, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(os.getuid() != 0, reason="only root makes a small disk"),
]
WRITERS = 16
REFUSALS_EACH = 10


@contextlib.contextmanager
def small_disk(megabytes):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="shiming-disk-", dir="/tmp"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)
        folder.rmdir()


def fill(folder, room=0):
    """Takes what is left, to the last block, and gives `room` bytes back."""
    filler = folder / "filler"
    with open(filler, "wb", buffering=0) as file:
        for piece in (1 << 20, 4096, 1):
            with contextlib.suppress(OSError):
                while file.write(b"x" * piece) == piece:
                    pass
    with pytest.raises(OSError) as refused:
        (folder / "one more").write_bytes(b"x" * 8192)
    assert refused.value.errno == errno.ENOSPC
    with contextlib.suppress(FileNotFoundError):
        (folder / "one more").unlink()
    os.truncate(filler, filler.stat().st_size - room)
    return filler


@contextlib.contextmanager
def server_on(engine, disk, folder):
    if engine == "sqlite":
        with serving(disk / "server", settings=("rate-requests=1000000",)) as server:
            yield server
        return
    # The write-ahead log stands elsewhere, as it should: without room for it PostgreSQL itself goes down.
    cluster = Cluster(place=disk, waldir=tempfile.mkdtemp(prefix="shiming-wal-", dir="/tmp"))
    try:
        cluster.make()
        with serving(folder, settings=("rate-requests=1000000",), environment={"SHIMING_STORE": cluster.database()}) as server:
            yield server
    finally:
        cluster.end()


def write(caller, papers, web=None):
    headers = {"Authorization": "Bearer " + caller.token, "Idempotency-Key": str(uuid.uuid4())}
    return (web or caller.web).post(
        caller.server.address + "/v1/registrations", json={"channel": "agent", "content": papers}, headers=headers, timeout=60)


def write_until_full(world, papers, refusals=REFUSALS_EACH):
    """Sixteen writers who share their commits go on until each was refused so many times: what was made, and how many were refused."""
    made, refused, busy = [], [], Busy()

    def work(web, number):
        mine = 0
        while mine < refusals and not busy.isOver.is_set():
            answer = write(world.clerk, papers | invented(number), web)
            if answer.status_code == 201:
                made.append(answer.json()["registration"])
                assert len(made) < 40_000, "there is no end of room"
                continue
            assert (answer.status_code, code(answer)) == (503, "temporarily-unavailable"), answer.text
            assert int(answer.headers["Retry-After"]) >= 1
            mine += 1
            refused.append(number)

    busy.run(work, WRITERS)
    assert len(refused) == WRITERS * refusals and len(set(made)) == len(made)
    return made, len(refused)


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_full_disk_refuses_writes_and_reads_go_on(engine, tmp_path):
    with small_disk(260) as disk, server_on(engine, disk, tmp_path) as server:
        world = World(server, ["clerk", "reviewer", "auditor"])
        world.take_in(card_file(range(500)))
        world.allocate()
        registered = world.register()
        papers = world.content()
        # Room for some hundred acts, so that the writers are in full swing when there is none any more.
        filler = fill(disk, room=16 << 20)

        made, refused = write_until_full(world, papers)
        print(f"{len(made)} found room, {refused} did not")
        assert len(made) > 2 * WRITERS
        for number in range(20):
            assert world.answer(number)["registration"] == registered["registration"]
        assert server.process.poll() is None

        filler.unlink()
        poll(lambda: True if write(world.clerk, papers).ok else None, 60, "it does not recover")
        world.settled_trail()
        server.stop()
        server.start()
        # Nothing that was told of is gone: neither what filled the disk nor what shared a commit with those refused.
        kept = {row["id"] for row in world.clerk.pages("listRegistrations")}
        assert set(made) <= kept, f"{len(set(made) - kept)} of {len(made)} acknowledged are gone"
        assert world.answer(3)["registration"] == registered["registration"]
        sound(server)


def sound(server):
    done = subprocess.run([BIN, "store", "check", "--data", str(server.data)], capture_output=True, text=True, timeout=300,
                          env=server.environment | {"PATH": "/usr/bin:/bin"}, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr


def test_without_room_for_its_log_postgresql_stops_and_the_server_does_not(tmp_path):
    """What PostgreSQL cannot log it cannot do, and it goes down: everything is refused for now, nothing acknowledged is lost."""
    with small_disk(200) as disk:
        (disk / "log").mkdir()
        cluster = Cluster(waldir=str(disk / "log"))
        bounds = {"SHIMING_STORE_RETRY_SECONDS": "2", "SHIMING_STORE_WAIT_SECONDS": "2"}
        try:
            cluster.make()
            with serving(tmp_path, settings=("rate-requests=1000000",), environment={"SHIMING_STORE": cluster.database()} | bounds) as server:
                world = World(server, ["clerk", "reviewer", "auditor"])
                world.take_in(card_file(range(100)))
                world.allocate()
                registered = world.register()
                papers = world.content()
                # A standby that is gone is what fills such a disk: nothing of the log may be used anew.
                cluster.ask("SELECT pg_create_physical_replication_slot('gone', true)", database="postgres")
                filler = fill(disk)

                made, _ = write_until_full(world, papers, refusals=1)
                assert "No space left on device" in (cluster.folder / "server.log").read_text()
                assert server.process.poll() is None
                assert requests.get(server.address + "/healthz", timeout=10).status_code == 200

                filler.unlink()

                def recovers():
                    # Where it gave up for want of room it is started again, as whoever watches over it would.
                    if not cluster.processes():
                        cluster.start()
                    return True if write(world.clerk, papers).ok else None
                poll(recovers, 90, lambda: f"it does not recover: {(cluster.folder / 'server.log').read_text()[-2000:]}")
                assert world.answer(3)["registration"] == registered["registration"]
                kept = {row["id"] for row in world.clerk.pages("listRegistrations")}
                assert set(made) <= kept, f"{len(set(made) - kept)} of {len(made)} acknowledged are gone"
                world.settled_trail()
                sound(server)
        finally:
            cluster.end()
