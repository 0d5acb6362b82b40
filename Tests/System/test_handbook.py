"""The operator's handbook (docs/operations.md), typed line by line: installing, a new version, and the way back.

The commands are those of the handbook, on a machine of the test's own (own_machine.py), which names what is replaced there and why.
"""
import contextlib
import re
import shutil
import signal
import sqlite3
import subprocess
import types

import own_machine
import pytest
from older_store import LivedIn, as_the_former_program_made_it, leave
from own_machine import Machine
from shiming_server import BIN, PASSWORD, ROOT, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

HANDBOOKS = [("operations.md", "Installing", "A new version"), ("operations.zh-CN.md", "安装", "升级")]
# What the chapters' sentences tell to type, beside the blocks; typed below.
IN_SENTENCES = {"shiming serve --help"}
# The lines with a word that is replaced, other than `sudo`: another one has to be looked at before it stands here.
REPLACED_IN = {
    "Scripts/swift-build.sh": {"Scripts/swift-build.sh -c release --product shiming"},
    ".build/release/shiming": {"sudo install -m 0755 .build/release/shiming /usr/local/bin/shiming"},
    "systemctl": {
        "sudo systemctl daemon-reload", "sudo systemctl enable --now shiming", "sudo systemctl stop shiming", "sudo systemctl start shiming"},
}
# An installation of ten steps of the schema: carriers are not told yet, nobody follows changes, blocks of cards have no kinds.
FORMER_STEP = 10
FORMER = """#!/bin/bash
# The former program, as far as the handbook needs it: its backup was made by the test.
[ "$1 $2 $3 $4" = "backup --data /var/lib/shiming --to" ] || { echo "the former program does not: $*" >&2; exit 64; }
exec cp -r /var/lib/made-before "$5"
"""


def text_of(title, handbook="operations.md"):
    text = (ROOT / "docs" / handbook).read_text(encoding="utf-8")
    return re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.M | re.S).group(1)


def chapter(title, handbook="operations.md"):
    """The fenced blocks of a chapter, in order."""
    return [block.strip().split("\n") for block in re.findall(r"```sh\n(.*?)```", text_of(title, handbook), re.S)]


def made(tmp_path_factory, name):
    machine = Machine(tmp_path_factory.mktemp(name))
    try:
        yield machine
    finally:
        machine.close()


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    yield from made(tmp_path_factory, "handbook")


@pytest.fixture(scope="module")
def older_machine(tmp_path_factory):
    yield from made(tmp_path_factory, "older")


def token(machine, process):
    said = machine.root / "first"

    def look():
        found = re.search(r"administrator.*?: (\S+)", said.read_text(encoding="utf-8"))
        assert process.poll() is None, said.read_text(encoding="utf-8")
        return found and found.group(1)
    return poll(look, 60, "no token was printed")


def steps(machine):
    with contextlib.closing(sqlite3.connect(machine.path("/var/lib/shiming/shiming.sqlite"))) as store:
        return [number for number, in store.execute("SELECT number FROM schema_step ORDER BY number")]


def demand_private(machine):
    """What stands in the data folder is the account's alone."""
    data = machine.path("/var/lib/shiming")
    owner = data.stat().st_uid
    account = re.search(r"^shiming:[^:]*:(\d+):", machine.path("/etc/passwd").read_text(), re.M) if machine.is_own else None
    assert not machine.is_own or owner == int(account.group(1)) != 0
    for path in (data, *data.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0 and path.stat().st_uid == owner, path


# ---------------------------------------------------------------- what is typed, and what is not


@pytest.mark.parametrize("handbook, installing, upgrading", HANDBOOKS)
def test_each_command_of_the_chapters_is_typed_or_its_replacement_is_named(handbook, installing, upgrading):
    lines = [line for title in (installing, upgrading) for block in chapter(title, handbook) for line in block]
    assert len(lines) > 20
    for word, known in REPLACED_IN.items():
        assert {line for line in lines if word in line.split()} == known, word
    # Every replacement is named with its reason, and none that nobody needs.
    assert set(own_machine.REPLACED) == {*REPLACED_IN, "sudo"} and all(own_machine.REPLACED.values())
    assert set(own_machine.OWN_TOOLS) == {"sudo", "systemctl"}
    assert set(own_machine.CONFINED_TOOLS) - set(own_machine.OWN_TOOLS) == {name for name in own_machine.CONFINED if name.isalpha()}
    # A command may begin with nothing else than these.
    begun = {words[1] if words[0] == "sudo" and words[1] != "-u" else words[3] if words[0] == "sudo" else words[0] for words in map(str.split, lines)}
    assert begun == {
        "Scripts/setup.sh", "Scripts/swift-build.sh", "install", "useradd", "shiming", "systemctl", "curl", "mv", "chown"}, begun


@pytest.mark.parametrize("handbook, installing, upgrading", HANDBOOKS)
def test_what_the_chapters_sentences_tell_to_type_is_known(handbook, installing, upgrading):
    sentences = re.sub(r"```.*?```", "", text_of(installing, handbook) + text_of(upgrading, handbook), flags=re.S)
    assert set(re.findall(r"`(shiming [^`]*)`", sentences)) == IN_SENTENCES


def test_both_handbooks_have_the_same_commands_in_these_chapters():
    (english, *titles), (chinese, *others) = HANDBOOKS
    assert [chapter(title, english) for title in titles] == [chapter(title, chinese) for title in others]


# ---------------------------------------------------------------- a clean machine


def test_the_chapter_on_installing_typed_line_by_line(machine):
    prepare, [serve], [enrol], started = chapter("Installing")
    for line in prepare:
        machine.type(line)
    account = machine.path("/etc/passwd").read_text() if machine.is_own else machine.path("/accounts").read_text()
    assert re.search(r"^shiming:.*:/var/lib/shiming:/usr/sbin/nologin$" if machine.is_own else "shiming", account, re.M)
    with open(machine.root / "first", "wb") as out:
        machine.typed += [serve, enrol]
        first = machine.start(serve, stdout=out, stderr=subprocess.DEVNULL)
        try:
            shown = machine.enrol(enrol.replace("TOKEN", token(machine, first)))
        finally:
            machine.end(first, by=signal.SIGINT)
    assert PASSWORD not in shown
    assert re.search(r"[A-Z2-7]{16,}", shown), "the secret of the authenticator"
    for line in started:
        said = machine.type(line)
    assert '"status":"ready"' in said
    assert "One-time token" not in (machine.root / "journal").read_text(encoding="utf-8"), "nobody has to enrol any more"
    wanted = machine.path("/etc/systemd/system/multi-user.target.wants/shiming.service")
    assert not machine.is_own or not shutil.which("systemctl") or wanted.is_symlink(), "systemd starts it with the machine"
    demand_private(machine)


def test_the_chapter_on_a_new_version_typed_line_by_line(machine):
    forward, back = chapter("A new version")
    before = steps(machine)
    said = {line: machine.type(line) for line in forward}
    assert '"status":"ready"' in next(text for line, text in said.items() if line.startswith("curl"))
    assert (machine.path("/var/lib/shiming/before-upgrade") / "manifest.json").exists()
    for line in back:
        machine.type(line)
    assert steps(machine) == before
    demand_private(machine)
    assert machine.path("/var/lib/shiming.newer/shiming.sqlite").exists(), "what was there is kept aside"
    machine.type("sudo -u shiming shiming store check --data /var/lib/shiming")


def test_nothing_of_the_two_chapters_was_left_out(machine):
    lines = {line for title in ("Installing", "A new version") for block in chapter(title) for line in block}
    assert lines <= set(machine.typed), lines - set(machine.typed)
    for command in IN_SENTENCES:
        assert "--key-file" in machine.run(command).stdout


# ---------------------------------------------------------------- from an older installation


def moved_in(machine, data, backup):
    """The installation stands on the machine as if it had been installed there long ago, and its program with it."""
    prepare, _, _, started = chapter("Installing")
    for line in prepare[3:] + started[:1]:
        machine.type(line)
    shutil.copytree(data, machine.path("/var/lib/shiming"), dirs_exist_ok=True)
    shutil.copytree(backup, machine.path("/var/lib/made-before"))
    assert machine.run("chown -R shiming:shiming /var/lib/shiming /var/lib/made-before").returncode == 0
    program = machine.path("/usr/local/bin/shiming")
    program.write_text(FORMER if machine.is_own else FORMER.replace("/var/lib", str(machine.path("/var/lib"))))
    program.chmod(0o755)


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    """An installation and its backup, both of the schema of the step named; sealed under keys made just now."""
    folder = tmp_path_factory.mktemp("lived-in")
    with serving(folder) as server:
        lived = LivedIn(server)
        server.stop()
        backup, database = folder / "backup", server.data / "shiming.sqlite"
        subprocess.run([BIN, "backup", "--data", server.data, "--to", backup], check=True, capture_output=True, timeout=300)
        left_out = leave(FORMER_STEP, database, folder / "older.sqlite")
        assert "block_kind" in left_out, left_out
        (folder / "older.sqlite").chmod(0o600)
        for path in server.data.glob("shiming.sqlite*"):
            path.unlink()
        shutil.copy(folder / "older.sqlite", database)
        as_the_former_program_made_it(backup, folder / "older.sqlite", server.data / "keys/key-encryption-keys", FORMER_STEP)
        yield types.SimpleNamespace(lived=lived, data=server.data, backup=backup)


def test_the_new_program_looks_at_no_older_database(older, tmp_path):
    data = shutil.copytree(older.data, tmp_path / "data")
    for command in (["store", "check", "--data", data], ["backup", "--data", data, "--to", tmp_path / "other"]):
        done = subprocess.run([BIN, *command], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        assert done.returncode != 0 and "schema-older" in done.stderr, done.stdout + done.stderr
    with contextlib.closing(sqlite3.connect(data / "shiming.sqlite")) as store:
        assert store.execute("SELECT MAX(number), COUNT(*) FROM schema_step").fetchone() == (FORMER_STEP, FORMER_STEP)


def test_an_older_installation_becomes_the_new_version_and_returns_by_the_handbook(older, older_machine):
    machine, lived = older_machine, older.lived
    moved_in(machine, older.data, older.backup)
    forward, back = chapter("A new version")
    assert steps(machine) == list(range(1, FORMER_STEP + 1))
    said = {line: machine.type(line) for line in forward}
    assert '"status":"ready"' in next(text for line, text in said.items() if line.startswith("curl"))
    newest = steps(machine)
    assert newest == list(range(1, len(newest) + 1)) and len(newest) > FORMER_STEP
    demand_private(machine)
    with machine.network():
        lived.at(machine)
        lived.demand_as_before()
        lived.go_on()
    machine.type("sudo -u shiming shiming store check --data /var/lib/shiming")

    # A program that is older than the database refuses it and changes nothing: this one, once a step is noted that it does not know.
    machine.type("sudo systemctl stop shiming")
    with contextlib.closing(sqlite3.connect(machine.path("/var/lib/shiming/shiming.sqlite"), isolation_level=None)) as store:
        store.execute("INSERT INTO schema_step VALUES (?, 'of a later program', 1, 1)", [len(newest) + 1])
    refused = machine.refused("sudo -u shiming shiming serve --data /var/lib/shiming")
    assert "schema-newer" in refused and f"schema {len(newest) + 1}" in refused, refused
    assert steps(machine) == [*newest, len(newest) + 1]

    # The way back, to what the former program's backup holds. The program put in place is this one: there is no other.
    shutil.copy(BIN, machine.path("/usr/local/bin/shiming.former"))
    for line in back:
        machine.type(line)
    assert steps(machine) == newest
    with machine.network():
        lived.at(machine)
        lived.demand_as_before()
        assert not any(map(lived.is_registered, lived.DRAFTED)), "what was done since the backup is undone"
    machine.type("sudo -u shiming shiming store check --data /var/lib/shiming")
    demand_private(machine)


# ---------------------------------------------------------------- the unit


def test_the_unit_names_no_option_that_the_program_does_not_know():
    unit = (ROOT / "docs/examples/shiming.service").read_text(encoding="utf-8")
    known = subprocess.run([BIN, "serve", "--help"], capture_output=True, text=True, timeout=60).stdout
    for option in re.findall(r"(--[a-z-]+)", re.search(r"ExecStart=(.*)", unit).group(1)):
        assert option in known
