"""A PostgreSQL of one's own: started, killed, stopped, followed by a standby. Its program refuses root, who lends it the user postgres."""

import contextlib
import glob
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import uuid

from shiming_server import poll


def programs():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if found:
        return pathlib.Path(found[-1]).parent
    initdb = shutil.which("initdb")
    return pathlib.Path(initdb).parent if initdb else None


class Cluster:
    """One server in a folder, reached by a socket there."""

    def __init__(self, conf="", place=None, waldir=None, port=5432):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="shiming-pg-", dir=place or "/tmp"))
        self.as_server = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        if self.as_server:
            shutil.chown(self.folder, "postgres")
            if waldir:
                shutil.chown(waldir, "postgres")
        self.waldir = waldir
        self.folder.chmod(0o711)
        self.data = self.folder / "data"
        self.conf = conf
        self.port = port

    def program(self, name, *arguments, check=True, timeout=120):
        return subprocess.run(
            [*self.as_server, str(programs() / name), *map(str, arguments)], check=check, capture_output=True, text=True, timeout=timeout, cwd="/")

    def make(self):
        elsewhere = ["--waldir", self.waldir] if self.waldir else []
        self.program("initdb", *elsewhere, "--pgdata", self.data, "--username", "shiming", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8")
        self.configure()
        return self.start()

    def follow(self, primary, waits=True):
        """A standby of `primary`, which from now on waits for it at every commit unless told otherwise."""
        self.program("pg_basebackup", "--pgdata", self.data, "--host", primary.folder, "--username", "shiming", "--write-recovery-conf",
                     "--checkpoint", "fast")
        self.configure()
        self.start()
        if not waits:
            poll(lambda: primary.ask("SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'", database="postgres") or None, 30,
                 "the standby does not follow")
            return self
        primary.ask("ALTER SYSTEM SET synchronous_standby_names = '*'", database="postgres")
        primary.ask("SELECT pg_reload_conf()", database="postgres")
        poll(lambda: primary.ask("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'", database="postgres") or None, 30,
             "the standby does not follow")
        return self

    def configure(self):
        with open(self.data / "postgresql.conf", "a") as conf:
            conf.write(f"\nlisten_addresses = ''\nunix_socket_directories = '{self.folder}'\nport = {self.port}\nmax_connections = 200\n"
                       f"max_locks_per_transaction = 256\n{self.conf}\n")

    def start(self):
        self.program("pg_ctl", "--pgdata", self.data, "--log", self.folder / "server.log", "--wait", "start")
        return self

    def promote(self):
        # The one it followed is gone: nobody follows this one.
        with open(self.data / "postgresql.auto.conf", "a") as conf:
            conf.write("\nsynchronous_standby_names = ''\n")
        self.program("pg_ctl", "--pgdata", self.data, "--wait", "promote")

    def processes(self):
        try:
            postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        except (FileNotFoundError, IndexError, ValueError):
            return []
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(postmaster)], capture_output=True, text=True).stdout.split()
        return [postmaster, *map(int, children)]

    def signal_all(self, number):
        for process in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)

    def kill(self):
        self.signal_all(signal.SIGKILL)

    def end(self):
        self.signal_all(signal.SIGCONT)
        self.program("pg_ctl", "--pgdata", self.data, "--mode", "immediate", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.waldir:
            shutil.rmtree(self.waldir, ignore_errors=True)

    def database(self, *others):
        """A fresh database, as a connection string over this server and `others`."""
        name = "shiming_" + uuid.uuid4().hex[:12]
        self.ask(f"CREATE DATABASE {name}", database="postgres")
        self.name = name
        return self.address(*others)

    def address(self, *others, user="shiming"):
        hosts = ",".join(str(cluster.folder) for cluster in (self, *others))
        return f"postgresql://{user}@/{self.name}?host={hosts}"

    def ask(self, query, database=None, user="shiming"):
        """Rows of texts."""
        done = subprocess.run(
            ["psql", "--no-psqlrc", "--tuples-only", "--no-align", "--field-separator", "\t", "--set", "ON_ERROR_STOP=1",
             "--host", str(self.folder), "--port", str(self.port), "--username", user, "--dbname", database or self.name, "--command", query],
            capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return [tuple(line.split("\t")) for line in done.stdout.splitlines() if line]

    def rows(self):
        """All values, a table's rows one after the other, long ones put together and unpacked."""
        tables = self.ask(
            "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')"
            " AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema')")
        for schema, table in tables:
            for row in self.ask(f'SELECT * FROM "{schema}"."{table}"'):
                yield table, [as_bytes(value) for value in row]

    # What is written.

    def mark(self):
        """How far everything is written by now; `written_since` begins there."""
        self.ask("CHECKPOINT")
        (segment, offset), = self.ask("SELECT file_name, file_offset FROM pg_walfile_name_offset(pg_current_wal_lsn())")
        return segment, int(offset), self.states()

    def states(self):
        """Size and time of every file of the data folder."""
        found = {}
        for where, _, names in os.walk(self.data):
            for name in names:
                path = pathlib.Path(where, name)
                with contextlib.suppress(FileNotFoundError):
                    found[path] = path.stat().st_size, path.stat().st_mtime_ns
        return found

    def written_since(self, mark):
        """Name and content of what was written after the mark and is on disk: files that changed, the write-ahead log from there on, and what
        the server says of itself. The log goes back that far only where `wal_keep_size` has it kept."""
        self.ask("CHECKPOINT")
        segment, offset, before = mark
        for path, state in sorted(self.states().items()):
            is_log = path.parent.name == "pg_wal"
            if path.name >= segment if is_log else before.get(path) != state:
                with contextlib.suppress(FileNotFoundError):
                    yield str(path.relative_to(self.data)), path.read_bytes()[offset if is_log and path.name == segment else 0:]
        yield "server.log", (self.folder / "server.log").read_bytes()


def as_bytes(value):
    """As psql shows it; bytes are hexadecimal there."""
    with contextlib.suppress(ValueError):
        if value.startswith("\\x"):
            return bytes.fromhex(value[2:])
    return value.encode()


@contextlib.contextmanager
def cluster(**options):
    made = Cluster(**options)
    try:
        yield made.make()
    finally:
        made.end()
