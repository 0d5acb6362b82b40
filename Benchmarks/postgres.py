"""A PostgreSQL 15 cluster of the benchmark's own, on loopback, with the settings it ships with: fsync and synchronous_commit on.

PostgreSQL refuses to run as root; root hands it to the user `postgres`, whom Debian's package makes.
"""
import os
import pathlib
import shutil
import subprocess

import peer_server

PLACES = ("/usr/lib/postgresql/15/bin", "/usr/local/bin", "/usr/bin")


def binaries() -> pathlib.Path | None:
    """Where PostgreSQL's programs are; nothing when they are not."""
    return next((pathlib.Path(place) for place in PLACES if os.access(f"{place}/initdb", os.X_OK)), None)


class Cluster:
    def __init__(self, folder: pathlib.Path):
        self.bin, self.folder, self.port = binaries(), folder / "postgres", peer_server.free_port()
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        self.folder.mkdir()
        if self.as_user:
            shutil.chown(self.folder, "postgres")
            folder.chmod(0o711)

    def _run(self, *command) -> None:
        made = subprocess.run([*self.as_user, *map(str, command)], cwd=self.folder, capture_output=True, text=True)
        if made.returncode:
            raise RuntimeError(f"{command[0]}: {made.stderr}")

    def __enter__(self):
        self._run(self.bin / "initdb", "-D", self.folder / "data", "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories= -c max_connections=150"
        self._run(self.bin / "pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-o", options, "start")
        return self

    def __exit__(self, *_):
        self._run(self.bin / "pg_ctl", "-D", self.folder / "data", "-w", "-m", "fast", "stop")

    def create(self, name: str) -> str:
        """A new database; its address."""
        self.sql(f"CREATE DATABASE {name}", database="postgres")
        return f"postgres://bench@127.0.0.1:{self.port}/{name}"

    def sql(self, text: str, database: str) -> str:
        made = subprocess.run(
            [self.bin / "psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port), "-U", "bench", "-d",
             database, "-f", "-"], input=text, capture_output=True, text=True)
        if made.returncode:
            raise RuntimeError(made.stderr)
        return made.stdout.strip()
