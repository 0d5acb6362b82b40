"""What figures are worth nothing without: machine, versions, what was asked for, the load by everything else."""
import datetime
import os
import pathlib
import platform
import re
import sqlite3
import subprocess

import peer_server
import postgres

ROOT = pathlib.Path(__file__).resolve().parent.parent


def of(given) -> dict:
    """`given`: the arguments of the run, with `load` (before it) and `minutes` (of each job)."""
    return {
        "date": datetime.date.today().isoformat(), "commit": said("git", "-C", ROOT, "rev-parse", "--short", "HEAD"), "machine": machine(),
        "memory_mib": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20, "kernel": platform.release(), "versions": versions(),
        "rounds": given.rounds, "cards": given.cards, "numbers": given.numbers, "seconds": given.seconds, "stored": given.stored,
        "stored_postgres": given.stored_postgres, "stored_peer": given.stored_peer, "usage": given.usage, "engine": given.engine, "seed": given.seed,
        "load": [given.load, os.getloadavg()[0]],
        "minutes": {job: round(minutes, 1) for job, minutes in given.minutes.items()}}


def sentence(known: dict) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in known["versions"].items() if version)
    return (
        f"Measured {known['date']} at {known['commit']} on {known['machine']}; {known['rounds']} rounds, Shiming and peers by turns; "
        f"median (least to most); {known['cards']:,} cards, {known['numbers']:,} numbers a kind, {known['seconds']} seconds of every asking and "
        f"registering. {versions}. The run took {sum(known['minutes'].values()):.0f} minutes. Load of the machine by everything on it, one-minute "
        f"average at the start and the end: {known['load'][0]:.1f} and {known['load'][1]:.1f}.")


def machine() -> str:
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores, {model}"


def versions() -> dict[str, str]:
    found = {
        "Swift": version("swift", "--version"), "cc": version("cc", "-dumpfullversion"), "SQLite": sqlite3.sqlite_version,
        "Python": platform.python_version(), "wrk": version("wrk", "-v"), "nginx": version("nginx", "-v")}
    if programs := postgres.binaries():
        found["PostgreSQL"] = version(programs / "postgres", "--version")
    for line in (peer_server.PEERS / "fastapi_peer/requirements.txt").read_text().split():
        name, _, number = line.partition("==")
        if name in ("fastapi", "uvicorn[standard]"):
            found[name.split("[")[0]] = number
    return found


def version(*command) -> str:
    """The first number with a point in what it says of itself."""
    number = re.search(r"\d+(\.\d+)+", said(*command))
    return number[0] if number else ""


def said(*command) -> str:
    try:
        made = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return (made.stdout + made.stderr).strip()
