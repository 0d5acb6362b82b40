"""An older installation on PostgreSQL is brought up to date by the next start; one on a file is followed by the handbook (test_handbook.py)."""
import os
import subprocess

import pytest
from older_store import LivedIn, fresh_database, leave
from postgres_cluster import cluster
from shiming_server import BIN, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
# Before carriers were told, and before holds, custodians and words of one's own.
STEPS = (10, 22)


@pytest.fixture(scope="module")
def postgres():
    with cluster() as made:
        yield made


def checked(server):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SHIMING_")} | server.environment
    return subprocess.run([BIN, "store", "check", "--data", str(server.data)], capture_output=True, text=True, timeout=300,
                          env=environment, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize("step", STEPS)
def test_an_older_database_is_brought_up_to_date_and_its_copy_too(postgres, tmp_path, step):
    _, newer = fresh_database(postgres)
    with serving(tmp_path, environment={"SHIMING_STORE": newer}) as server:
        lived = LivedIn(server)
        server.stop()
        name, older = fresh_database(postgres)
        leave(step, newer, older)
        assert postgres.ask("SELECT MAX(number), COUNT(*) FROM schema_step") == [(str(step), str(step))]
        # What the database's own backup would hold.
        saved, address = fresh_database(postgres)
        postgres.ask(f"DROP DATABASE {saved}", database="postgres")
        postgres.ask(f"CREATE DATABASE {saved} TEMPLATE {name}", database="postgres")

        # Who only looks refuses it and brings nothing up to date.
        server.environment = {"SHIMING_STORE": older}
        refused = checked(server)
        assert refused.returncode != 0 and "schema-older" in refused.stderr, refused.stdout + refused.stderr
        assert postgres.ask("SELECT COUNT(*) FROM schema_step", database=name) == [(str(step),)]

        server.start()
        lived.at(server)
        lived.demand_as_before()
        lived.go_on()
        server.stop()
        sound = checked(server)
        assert sound.returncode == 0, sound.stdout + sound.stderr
        (newest, count), = postgres.ask("SELECT MAX(number), COUNT(*) FROM schema_step", database=name)
        assert newest == count and int(newest) > step

        # A program that is older than the database refuses it: this one, once a step is noted that it does not know.
        postgres.ask(f"INSERT INTO schema_step VALUES ({int(newest) + 1}, 'of a later program', 1, 1)", database=name)
        code, said = server.refuses_to_start()
        assert code != 0 and "schema-newer" in said, said

        # The way back: the copy that was made before.
        server.environment = {"SHIMING_STORE": address}
        server.start()
        lived.at(server)
        lived.demand_as_before()
        assert not any(map(lived.is_registered, lived.DRAFTED)), "what was done since is undone"
        server.stop()
        sound = checked(server)
        assert sound.returncode == 0, sound.stdout + sound.stderr
