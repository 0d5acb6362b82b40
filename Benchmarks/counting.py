"""Counts instructions under valgrind's callgrind: of a program that ends by itself, or of a server while something is done to it."""
import contextlib
import os
import pathlib
import re
import sqlite3
import subprocess
import time

import shiming_server

HERE = pathlib.Path(__file__).resolve().parent
# Passwords are made cheap: their cost is no path that is counted.
SETTINGS = ("rate-requests=1000000", "password-cost-log2=10")


class Counter:
    """The program without its debugging information, which valgrind cannot read, and what it runs with."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path):
        self.folder, self.program, self.dumps = folder, folder / "shiming", folder / "dumps"
        self.dumps.mkdir()
        subprocess.run(["strip", "-o", self.program, program], check=True)
        mask = folder / "own_mask.so"
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", mask, HERE / "c/own_mask.c"], check=True)
        self.environment = {"SWIFT_DETERMINISTIC_HASHING": "1", "LD_PRELOAD": str(mask)}

    def whole(self, command: list, **more) -> int:
        """All instructions of a program, from its start to its end."""
        made = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)], env=os.environ | self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, **more)
        found = re.search(r"Collected : (\d+)", made.stderr)
        if not found:
            raise RuntimeError(made.stderr[-2000:])
        return int(found[1])

    def server(self, data: pathlib.Path) -> "Counted":
        return Counted(self, data)


class Counted(shiming_server.Server):
    """A server under valgrind that counts only when told."""

    def __init__(self, counter: Counter, data: pathlib.Path):
        wrapper = counter.folder / "counted"
        wrapper.write_text(
            f"#!/bin/sh\nexec valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file={counter.dumps}/dump '{counter.program}' \"$@\"\n")
        wrapper.chmod(0o755)
        super().__init__(wrapper, data, None, SETTINGS, counter.environment)
        self.dumps, self.database = counter.dumps, data / "shiming.sqlite"

    def counting(self, work) -> int:
        """The instructions of all threads while `work` runs and until the server has nothing left to do."""
        self.settle()
        self._control("-z")
        self._control("--instr=on")
        work()
        self.settle()
        self._control("--instr=off")
        self._control("-d")
        dump = max(self.dumps.iterdir(), key=lambda file: file.stat().st_mtime_ns)
        return int(re.search(r"^totals: (\d+)", dump.read_text(errors="replace"), re.M)[1])

    def settle(self) -> None:
        """Waits until no file is on its way in and every entry has its number. Asks the file: a question to the server would be counted."""
        deadline = time.monotonic() + 300
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            while connection.execute(
                    "SELECT (SELECT count(*) FROM trail_pending) + (SELECT count(*) FROM intake WHERE state NOT IN ('done', 'failed', 'cancelled'))"
            ).fetchone()[0]:
                if time.monotonic() > deadline:
                    raise RuntimeError("the server does not come to rest:\n" + self.log.read_text(errors="replace")[-2000:])
                time.sleep(0.05)

    def _control(self, *command) -> None:
        subprocess.run(["callgrind_control", *command, str(self.process.pid)], check=True, capture_output=True)
