"""Rows and bytes of every table, as the engine itself counts them."""
import contextlib
import pathlib
import re
import sqlite3
import subprocess
import time

COPIES = """
    SELECT {key} AS id, e.recorded_at, e.actor, e.organisation_path, e.action, e.body FROM trail_entry e, trail_entry other
    WHERE e.action = 'application.submitted' LIMIT {number}"""

#: In service and unused for so many days, so that their time has come, and told of it.
IDLE = "UPDATE card_life SET since = since - {milliseconds}, noticed_for = {now}, due_at = since WHERE state = 3 AND due_at > {now}"
DUE = "SELECT count(*) FROM card_life WHERE due_at <= {now}"
#: What is kept of the use of cards, by the card's own number.
USED = """
    SELECT s.iccid, u.last_use, u.month, u.kilobytes, u.device, u.device_at, u.first_device, u.first_device_at, u.region, u.region_at,
        u.sightings
    FROM usage_summary u JOIN subscription s ON s.id = u.subscription"""


def now() -> int:
    return int(time.time() * 1_000)


Sizes = dict[str, tuple[int, int, int]]


class OfSQLite:
    """Rows, bytes of the table, bytes of its further indexes: by `dbstat`, pages whole."""

    def __init__(self, database: pathlib.Path):
        self.database = database

    def sizes(self) -> Sizes:
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            owner = dict(connection.execute("SELECT name, tbl_name FROM sqlite_schema WHERE type IN ('table', 'index')"))
            found = {
                table: [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0], 0, 0]
                for table in set(owner.values()) if not table.startswith("sqlite_")}
            for name, size in connection.execute("SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE"):
                if owner.get(name) in found:
                    found[owner[name]][1 if owner[name] == name else 2] += size
        return {table: tuple(counts) for table, counts in found.items()}

    def put_entries(self, number: int) -> None:
        """Copies of submissions' entries with fresh keys, waiting for their numbers. No server runs."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            connection.execute("CREATE TEMP TABLE fresh AS " + COPIES.format(key="randomblob(16)", number=number))
            connection.execute("INSERT INTO trail_entry SELECT * FROM fresh")
            connection.execute("INSERT INTO trail_pending SELECT id FROM fresh")
            connection.commit()

    def pending(self) -> int:
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM trail_pending").fetchone()[0]

    def lie_idle(self, days: int) -> None:
        """Puts back since when cards have been in service. No server runs."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            connection.execute(IDLE.format(milliseconds=days * 86_400_000, now=now()))
            connection.commit()

    def due(self) -> int:
        """Cards whose lives somebody must look at."""
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return connection.execute(DUE.format(now=now())).fetchone()[0]

    def used(self) -> dict[str, str]:
        """What is kept of the use of each card, as text."""
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return {row[0]: repr(row[1:]) for row in connection.execute(USED)}

    def written(self, server) -> int:
        """Bytes the server has sent to the disk: the log, and pages written back."""
        return int(re.search(r"^write_bytes: (\d+)", pathlib.Path(f"/proc/{server.process.pid}/io").read_text(), re.M)[1])


class OfPostgres:
    """Rows, bytes of the table, bytes of its indexes, the primary key's among them; pieces of a table together."""

    SQL = """
        SELECT root.relname, sum(pg_table_size(piece.relid)), sum(pg_indexes_size(piece.relid))
        FROM pg_class root
        JOIN pg_namespace space ON space.oid = root.relnamespace AND space.nspname NOT LIKE 'pg\\_%' AND space.nspname <> 'information_schema'
        CROSS JOIN LATERAL (
            SELECT relid FROM pg_partition_tree(root.oid) WHERE isleaf UNION ALL SELECT root.oid WHERE root.relkind = 'r') piece
        WHERE root.relkind IN ('r', 'p') AND NOT root.relispartition GROUP BY root.relname"""

    def __init__(self, cluster, database: str):
        self.cluster, self.database = cluster, database

    def sizes(self) -> Sizes:
        found = {}
        for line in self.cluster.sql(self.SQL, self.database).splitlines():
            table, data, indexes = line.split("|")
            found[table] = (int(self.cluster.sql(f"SELECT count(*) FROM {table}", self.database)), int(data), int(indexes))
        return found

    def put_entries(self, number: int) -> None:
        key = "decode(replace(gen_random_uuid()::text, '-', ''), 'hex')"
        self.cluster.sql(
            f"CREATE TEMP TABLE fresh AS {COPIES.format(key=key, number=number)}; INSERT INTO trail_entry SELECT * FROM fresh; "
            "INSERT INTO trail_pending SELECT id FROM fresh;", self.database)

    def pending(self) -> int:
        return int(self.cluster.sql("SELECT count(*) FROM trail_pending", self.database))

    def lie_idle(self, days: int) -> None:
        self.cluster.sql(IDLE.format(milliseconds=days * 86_400_000, now=now()), self.database)

    def due(self) -> int:
        return int(self.cluster.sql(DUE.format(now=now()), self.database))

    def used(self) -> dict[str, str]:
        return dict(line.split("|", 1) for line in self.cluster.sql(USED, self.database).splitlines())

    def written(self, _) -> int:
        """Bytes of write-ahead log so far; a standby and an archive get as many."""
        return int(self.cluster.sql("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn", self.database))


def of_folder(folder: pathlib.Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def timed(command: list) -> float:
    began = time.perf_counter()
    made = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if made.returncode:
        raise RuntimeError(f"{command[1]}: {made.stdout[-1000:]}{made.stderr[-1000:]}")
    return time.perf_counter() - began
