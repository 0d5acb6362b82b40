"""Intake of a file of cards and decisions over many: against plain C on SQLite and `COPY` into PostgreSQL, the same rows."""
import contextlib
import json
import pathlib
import resource
import shutil
import sqlite3
import subprocess

import cards
import copying
import engines
import shiming_server

HERE = pathlib.Path(__file__).resolve().parent
#: Cards of a decision, and how often in a round: None as often as `--decisions` says.
DECISIONS = ((10_000, None), (100_000, 2))


def measured(program, folder, given):
    compile_peers(folder)
    for order in given.order:
        # A shuffled file takes longest and is not what carriers deliver: once is enough.
        if order == "shuffled" and given.round > 0:
            continue
        with engines.wanted(folder, given) as wanted:
            for name, count, chosen in files(order, given, wanted):
                file = folder / f"cards-{order}-{count}.csv"
                if not file.exists():
                    cards.write(file, count, shuffled=order == "shuffled", seed=given.seed)
                yield from peers(folder, given, name, file, count, wanted[-1].cluster)
                for engine in chosen:
                    yield from shiming(program, folder, given, name, file, count, engine)


def files(order: str, given, wanted):
    """(name, cards, engines): a shuffled file is a tenth as long for PostgreSQL, which it takes longest."""
    if order == "ordered":
        return [("ordered", given.cards, wanted)]
    embedded, postgres = [each for each in wanted if not each.cluster], [each for each in wanted if each.cluster]
    return [each for each in (("shuffled", given.cards, embedded), ("shuffled, a tenth of the cards", given.cards // 10, postgres)) if each[2]]


def compile_peers(folder: pathlib.Path) -> None:
    for name in ("intake", "decide"):
        subprocess.run(
            ["cc", "-O2", "-Wall", "-Wextra", "-o", folder / name, HERE / f"c/{name}.c", "-lsqlite3"], check=True)


def answer(*command) -> dict:
    return json.loads(subprocess.run(list(command), check=True, capture_output=True, text=True).stdout)


def peers(folder, given, order, file, count, cluster):
    figure, database = f"intake {order}", folder / "peer.sqlite"
    remove(database)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    peer = answer(folder / "intake", database, file)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    yield f"{figure}, rows/s", "C", count / peer["seconds"]
    seconds = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    yield f"{figure}, rows a second of processor time", "C", count / seconds
    yield f"{figure}, bytes a card on disk", "C", peer["bytes"] / count
    copied = None
    if cluster:
        copied = copying.Copied(cluster, "copied")
        yield f"{figure}, rows/s", "COPY", count / copied.cards(file)
        yield f"{figure}, bytes a card on disk", "COPY", copied.bytes() / count
    if order == "ordered":
        for decided, times in decisions(given):
            for _ in range(times):
                yield f"decision over {decided:,} cards, ms", "C", answer(folder / "decide", database, str(decided))["seconds"] * 1000
                if copied:
                    yield f"decision over {decided:,} cards, ms", "COPY", copied.holdings(folder / "holdings", decided) * 1000


def decisions(given):
    """(cards, times), as many as there are cards for."""
    left = given.cards
    for count, times in DECISIONS:
        times = min(times or given.decisions, left // count)
        left -= times * count
        yield count, times


def shiming(program, folder, given, order, file, count, engine: engines.Engine):
    figure, data, side = f"intake {order}", folder / "data", engine.side(engines.EMBEDDED)
    remove(data)
    with shiming_server.Server(program, data, engine.store("taken")) as server:
        admin = server.first_administrator()
        shiming_server.prepare_product(admin)
        busy = server.cpu_seconds() + engine.busy()
        seconds, job = shiming_server.take_in(admin, file, "bench")
        busy = server.cpu_seconds() + engine.busy() - busy
        assert job["counts"]["taken"] == count, job
        yield f"{figure}, rows/s", side, count / seconds
        # Receiving the upload and sealing it are in this time, not in the one before.
        yield f"{figure}, rows a second of processor time", side, count / busy
        yield f"{figure}, peak memory MiB", side, server.peak_memory_kib() / 1024
        stored = engine.cluster.size("taken") if engine.cluster else bytes_stored(data / "shiming.sqlite")
        yield f"{figure}, bytes a card on disk", side, stored / count
        if order == "ordered":
            yield from decide(admin, given, side)
            yield "decisions, peak memory MiB", side, server.peak_memory_kib() / 1024


def decide(admin, given, side):
    first = 0
    for count, times in decisions(given):
        for _ in range(times):
            registration = shiming_server.Registration(admin, cards.iccid(first), cards.iccid(first + count - 1), first)
            seconds, made = registration.decide()
            assert made["cardsRegistered"] == count, made
            yield f"decision over {count:,} cards, ms", side, seconds * 1000
            first += count


def bytes_stored(database: pathlib.Path) -> int:
    """The size of the file once its log is written back into it; a server may have it open."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0]


def remove(path: pathlib.Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    for file in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        file.unlink(missing_ok=True)
