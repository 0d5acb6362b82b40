"""A PostgreSQL cluster of the benchmark's own, on loopback, with the settings it ships with, but for connections and memory for locks.

PostgreSQL refuses to run as root; root hands it to the user `postgres`, whom Debian's package makes.
"""
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import time

import peer_server
import shiming_server

PLACES = ("/usr/local/bin", "/usr/bin")


def binaries() -> pathlib.Path | None:
    """Where PostgreSQL's programs are, the newest; nothing when they are not."""
    debian = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: int(re.sub(r"\D", "", place.parent.name) or 0))
    return next((place for place in [*reversed(debian), *map(pathlib.Path, PLACES)] if os.access(place / "initdb", os.X_OK)), None)


class Cluster:
    def __init__(self, folder: pathlib.Path):
        self.bin, self.folder, self.port = binaries(), folder / "postgres", peer_server.free_port()
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        self.folder.mkdir()
        if self.as_user:
            shutil.chown(self.folder, "postgres")
            folder.chmod(0o711)

    def _run(self, *command, environment: dict[str, str] | None = None) -> None:
        made = subprocess.run(
            [*self.as_user, *map(str, command)], cwd=self.folder, capture_output=True, text=True, env=os.environ | (environment or {}))
        if made.returncode:
            raise RuntimeError(f"{command[0]}: {made.stderr}")

    def __enter__(self):
        self._run(self.bin / "initdb", "-D", self.folder / "data", "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C")
        # The memory for locks is what docs/operations.md asks for.
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories= -c max_connections=150 "
            "-c max_locks_per_transaction=256 -c max_pred_locks_per_transaction=256")
        self._run(self.bin / "pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-o", options, "start")
        self.pid = self._postmaster()
        return self

    def _postmaster(self) -> int:
        return int((self.folder / "data/postmaster.pid").read_text().split()[0])

    def restart(self, environment: dict[str, str] | None = None) -> None:
        """With the options it was started with; `environment`: what its processes' has besides. Nobody is connected."""
        self._run(
            self.bin / "pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-m", "fast", "restart", environment=environment)
        self.pid = self._postmaster()

    def __exit__(self, *_):
        self._run(self.bin / "pg_ctl", "-D", self.folder / "data", "-w", "-m", "fast", "stop")

    def cpu_seconds(self) -> float:
        """Processor time of all its processes, those that ended too."""
        used = shiming_server.ended_children_seconds(self.pid)
        for pid in shiming_server.family(self.pid):
            # One may end meanwhile.
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                used += shiming_server.cpu_seconds(pid)
        return used

    def create(self, name: str) -> str:
        """A database, new and empty; its address."""
        self.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE);", database="postgres")
        self.sql(f"CREATE DATABASE {name}", database="postgres")
        return self.address(name)

    def address(self, name: str) -> str:
        return f"postgres://bench@127.0.0.1:{self.port}/{name}"

    def base_backup(self) -> tuple[float, int]:
        """Seconds and bytes of a copy of the whole cluster, with the log it needs."""
        target, began = self.folder / "copy", time.perf_counter()
        self._run(self.bin / "pg_basebackup", "-h", "127.0.0.1", "-p", self.port, "-U", "bench", "-D", target, "-c", "fast", "-X", "stream")
        seconds = time.perf_counter() - began
        return seconds, sum(file.stat().st_size for file in target.rglob("*") if file.is_file())

    def sql(self, text: str, database: str) -> str:
        made = subprocess.run(
            [self.bin / "psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port), "-U", "bench", "-d",
             database, "-f", "-"], input=text, capture_output=True, text=True)
        if made.returncode:
            raise RuntimeError(made.stderr)
        return made.stdout.strip()

    def size(self, database: str) -> int:
        """Bytes on disk, without the write-ahead log."""
        return int(self.sql(f"SELECT pg_database_size('{database}')", database))
