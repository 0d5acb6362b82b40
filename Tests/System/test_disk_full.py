"""The disk under the database is full: writes are refused with a code, reads go on, and all is well when there is room again."""

import contextlib
import errno
import os
import pathlib
import subprocess
import tempfile

import pytest
from postgres_cluster import Cluster
from shiming_server import BIN, World, card_file, code, poll, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(os.getuid() != 0, reason="only root makes a small disk"),
]


@contextlib.contextmanager
def small_disk(megabytes):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="shiming-disk-", dir="/tmp"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)
        folder.rmdir()


def fill(folder):
    """Takes what is left, to the last block."""
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


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_full_disk_refuses_writes_and_reads_go_on(engine, tmp_path):
    with small_disk(260) as disk, server_on(engine, disk, tmp_path) as server:
        world = World(server, ["clerk", "reviewer", "auditor"])
        world.take_in(card_file(range(500)))
        world.allocate()
        registered = world.register()
        papers = world.content()
        filler = fill(disk)

        def write():
            return world.clerk.ask("createRegistration", json={"channel": "agent", "content": papers})

        made, refused = 0, None
        while refused is None and made < 20_000:
            answer = write()
            if answer.ok:
                made += 1
            else:
                refused = answer
        assert refused is not None, f"{made} writes found room"
        assert (refused.status_code, code(refused)) == (503, "temporarily-unavailable"), refused.text
        assert int(refused.headers["Retry-After"]) >= 1
        for number in range(20):
            assert world.answer(number)["registration"] == registered["registration"]
        assert server.process.poll() is None

        filler.unlink()
        poll(lambda: True if write().ok else None, 60, "it does not recover")
        world.settled_trail()
        server.stop()
        server.start()
        assert world.answer(3)["registration"] == registered["registration"]
        done = subprocess.run([BIN, "store", "check", "--data", str(server.data)], capture_output=True, text=True, timeout=300,
                              env=server.environment | {"PATH": "/usr/bin:/bin"}, stdin=subprocess.DEVNULL)
        assert done.returncode == 0, done.stdout + done.stderr
