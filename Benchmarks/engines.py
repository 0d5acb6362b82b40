"""The two stores Shiming serves from, as the benchmarks tell them apart: the embedded one and PostgreSQL.

Whatever runs on PostgreSQL, Shiming or a peer, is a side whose name ends so.
"""
import contextlib
import pathlib
import shutil

import postgres

ON_POSTGRES = " on PostgreSQL"
#: Shiming's own sides.
EMBEDDED = "shiming"
OWN = (EMBEDDED, EMBEDDED + ON_POSTGRES)
#: Peers that stand beside one engine; their side on PostgreSQL has the other name.
OF_AN_ENGINE = ("a commit each", "constant route", "FastAPI", "API's answer")


class Engine:
    """The embedded store, or a cluster of PostgreSQL."""

    def __init__(self, cluster: postgres.Cluster | None = None):
        self.cluster = cluster

    def side(self, name: str) -> str:
        return name + ON_POSTGRES if self.cluster else name

    def store(self, name: str) -> str | None:
        """The address of a new database; none for the embedded store."""
        return self.cluster.create(name) if self.cluster else None

    def address(self, name: str) -> str | None:
        """Of a database that is there."""
        return self.cluster.address(name) if self.cluster else None

    def peer_address(self, name: str, folder: pathlib.Path) -> str:
        """A new database for the FastAPI peer, as SQLAlchemy names it."""
        if self.cluster:
            return self.cluster.create(name).replace("postgres://", "postgresql+psycopg://")
        for file in folder.glob(f"{name}.sqlite*"):
            file.unlink()
        return f"sqlite:///{folder}/{name}.sqlite"

    @contextlib.contextmanager
    def syncing(self, environment: dict[str, str] | None):
        """Whoever syncs does so under this environment: the database, begun anew for it, or the server, whose environment is yielded."""
        if not self.cluster or not environment:
            yield environment
            return
        self.cluster.restart(environment)
        try:
            yield None
        finally:
            self.cluster.restart()

    def busy(self) -> float:
        """Processor seconds of the database's own processes so far; the embedded store has none."""
        return self.cluster.cpu_seconds() if self.cluster else 0.0


@contextlib.contextmanager
def wanted(folder: pathlib.Path, given):
    """The engines asked for, one after the other; PostgreSQL in a fresh cluster, stopped at the end."""
    with contextlib.ExitStack() as stack:
        engines = [Engine()] if given.engine != "postgres" else []
        if given.engine != "sqlite":
            shutil.rmtree(folder / "postgres", ignore_errors=True)
            engines.append(Engine(stack.enter_context(postgres.Cluster(folder))))
        yield engines
