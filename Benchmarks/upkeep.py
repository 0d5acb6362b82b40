"""What whoever keeps a store going waits for: backup and return, the check against the trail, new keys, the numbering of the trail."""
import shutil
import time

import engines
import shiming_server
import sizes


def measured(program, folder, engine: engines.Engine, read, entries: int) -> dict[str, float]:
    """Of the store `sized` in `folder`, its server stopped. The last spoils the trail."""
    place = ["--data", folder / "sized"] + (["--store", engine.address("sized")] if engine.cluster else [])
    return backup(program, folder, engine, place) | {
        "check seconds": sizes.timed([program, "store", "check", *place, "--no-files"]),
        "new keys a second": rotation(program, place, read),
        "entries numbered a second": sequencing(program, folder, engine, read, entries)}


def backup(program, folder, engine: engines.Engine, place: list) -> dict[str, float]:
    """Seconds and bytes of the program's own, without and with the evidence, and what it takes to have it back; on PostgreSQL those of
    PostgreSQL's own besides."""
    saved, database = folder / "saved", folder / "saved-database"
    for old in (saved, database):
        shutil.rmtree(old, ignore_errors=True)
    found = {"backup seconds, database": sizes.timed([program, "backup", *place, "--no-files", "--to", database])}
    found |= {"bytes of it": sizes.of_folder(database), "backup seconds, evidence too": sizes.timed([program, "backup", *place, "--to", saved])}
    found["bytes of both"] = sizes.of_folder(saved)
    if engine.cluster:
        found["pg_basebackup seconds"], found["pg_basebackup bytes"] = engine.cluster.base_backup()
    else:
        back, key = folder / "back", folder / "sized/keys/key-encryption-keys"
        found["restore seconds"] = sizes.timed([program, "restore", "--from", saved, "--data", back, "--key-file", key])
    return found


def uploading(server: shiming_server.Server, clerk: shiming_server.Caller, count: int = 40) -> dict[str, float]:
    """Processor milliseconds and bytes kept of a photograph as evidence, decoding it in a child process included."""
    photographs = [shiming_server.photograph(number) for number in range(count)]
    evidence = server.folder / "evidence"

    def used() -> tuple[float, int]:
        return (
            server.cpu_seconds() + shiming_server.ended_children_seconds(server.process.pid),
            sizes.of_folder(evidence))

    before = used()
    for photograph in photographs:
        clerk.upload("/v1/evidence?kind=handler-id-front", photograph, "image/png")
    after = used()
    return {
        "photograph bytes": sum(map(len, photographs)) / count, "kept bytes": (after[1] - before[1]) / count,
        "upload ms of processor time": (after[0] - before[0]) / count * 1000}


def rotation(program, place: list, read) -> float:
    """Data keys wrapped anew a second; what the program needs to find nothing to do is taken off."""
    sizes.timed([program, "keys", "new", *place])
    seconds = sizes.timed([program, "keys", "rotate", *place]) - sizes.timed([program, "keys", "rotate", *place])
    return read.sizes()["data_key"][0] / seconds


def sequencing(program, folder, engine: engines.Engine, read, entries: int) -> float:
    """Entries a second the sequencer numbers when so many wait: copies of submissions' entries, put there while no server runs."""
    read.put_entries(entries)
    with shiming_server.Server(program, folder / "sized", engine.address("sized"), ("rate-requests=1000000",)):
        while (waiting := read.pending()) == entries:
            time.sleep(0.005)
        began = time.perf_counter()
        while read.pending():
            time.sleep(0.005)
        return waiting / (time.perf_counter() - began)
