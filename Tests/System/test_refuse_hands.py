"""A hand in the database: refused by the database itself, and where its guards are torn down, named by `shiming store check`."""

import pathlib
import shutil
import sqlite3
import subprocess

import pytest
from shiming_server import BIN, Server, World, card_file, iccid, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not shutil.which("sqlite3"), reason="there is no sqlite3 program"),
]

# Every table with rows that were registered in the walk, and a column of each to change.
TABLES = {
    "subscription": "iccid", "iccid_directory": "iccid", "msisdn_directory": "msisdn", "intake_block": "intake",
    "custody_act": "kind", "custody_interval": "hi", "product_version": "traffic", "party": None, "identity_version": "sealed",
    "evidence": "sha256", "registration": "code", "submission": "content", "submission_role": "role",
    "submission_evidence": "evidence", "submission_interval": "hi", "rule_judgement": "findings", "decision": "cards_registered",
    "decision_interval": "hi", "holding": "registration", "role_succession": "effective_from", "contract": "duties",
    "trail_entry": "body", "trail_sequence": "leaf_hash", "trail_head": "root", "bulk_node": "hashes",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A data folder after the main job, its server stopped."""
    folder = tmp_path_factory.mktemp("hands")
    with serving(folder) as server:
        world = World(server, ["clerk", "reviewer", "auditor"])
        world.take_in(card_file(range(60)))
        world.allocate()
        world.register()
        world.settled_trail()
        server.stop()
    return folder


def shell(database, statement):
    """The statement typed into the `sqlite3` program."""
    done = subprocess.run(["sqlite3", "-bail", str(database)], input=statement + ";\n", capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout + done.stderr


def database(folder):
    return folder / "data/shiming.sqlite"


def columns(folder, table):
    return [line.split("|")[1] for line in shell(database(folder), f"PRAGMA table_info({table})")[1].splitlines()]


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_a_hand(folder, table):
    names = columns(folder, table)
    assert names, f"there is no table {table}"
    column = TABLES[table] or names[-1]
    assert column in names, names
    before = shell(database(folder), f"SELECT COUNT(*) FROM {table}")[1]
    assert int(before) > 0, "nothing stands in it; the walk should have filled it"
    listed = ", ".join(names)
    for statement in (
        f"UPDATE {table} SET {column} = {column}", f"UPDATE OR REPLACE {table} SET {column} = {column}", f"DELETE FROM {table}",
        f"INSERT OR REPLACE INTO {table} ({listed}) SELECT {listed} FROM {table} LIMIT 1",
        f"REPLACE INTO {table} ({listed}) SELECT {listed} FROM {table} LIMIT 1",
        f"PRAGMA recursive_triggers = OFF; PRAGMA foreign_keys = OFF; DELETE FROM {table}",
        f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {table} WHERE true ON CONFLICT DO UPDATE SET {column} = excluded.{column}",
    ):
        status, said = shell(database(folder), statement)
        assert status != 0 and "append-only" in said, f"{statement}: {said}"
    assert shell(database(folder), f"SELECT COUNT(*) FROM {table}")[1] == before


FORGERIES = {
    "holding": ("UPDATE holding SET registration = randomblob(16) WHERE subscription = (SELECT MIN(subscription) + 7 FROM holding)", "holding"),
    "subscription": (f"UPDATE subscription SET iccid = '{iccid(999)}' WHERE iccid = '{iccid(11)}'", "subscription"),
    "decision": ("UPDATE decision SET cards_registered = 61", "decision"),
    "role_succession": ("UPDATE role_succession SET effective_from = effective_from - 86400000 WHERE role = 'responsible-person'", "role_succession"),
    "identity_version": ("DELETE FROM identity_version WHERE id = (SELECT MIN(id) FROM identity_version)", "identity_version"),
    "trail_entry": ("UPDATE trail_entry SET body = replace(body, 'approve', 'applaud') WHERE body LIKE '%approve%'", "trail"),
    "trail_sequence": ("DELETE FROM trail_sequence WHERE number = (SELECT MAX(number) - 3 FROM trail_sequence)", "trail"),
    "contract": ("UPDATE contract SET duties = '无' WHERE id = (SELECT MIN(id) FROM contract)", "contract"),
}


def torn_down(folder, to, statement):
    """A copy of the data folder in which the guards were dropped and something was changed."""
    shutil.copytree(folder / "data", to / "data")
    wire = sqlite3.connect(to / "data/shiming.sqlite", isolation_level=None)
    for (name,) in wire.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        wire.execute(f'DROP TRIGGER "{name}"')
    wire.execute("PRAGMA foreign_keys = OFF")
    changed = wire.execute(statement).rowcount if statement else 1
    wire.close()
    assert changed >= 1, "the forgery changed nothing"
    server = Server(to)
    server.data = pathlib.Path(to) / "data"
    return server


def test_the_untouched_store_is_sound(folder, tmp_path):
    shutil.copytree(folder / "data", tmp_path / "data")
    status, said = Server(tmp_path).check_store()
    assert status == 0, said


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_change_behind_the_guards_is_named(folder, tmp_path, forgery):
    statement, named = FORGERIES[forgery]
    status, said = torn_down(folder, tmp_path, statement).check_store()
    assert status != 0 and named in said, said
    assert iccid(11) not in said or forgery != "subscription"
