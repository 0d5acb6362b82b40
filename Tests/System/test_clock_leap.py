"""A clock that leaps under a running server moves no card; a server that starts by it tells people first."""

import contextlib
import datetime
import sqlite3
import struct
import time

import pytest
from shiming_server import BIN, MovedClock, World, card_file, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CARDS = 4


class LeapingClock(MovedClock):
    """Moved while the server runs as well: by as many seconds as stand in a file."""

    def __init__(self, folder):
        super().__init__(folder)
        self.file = folder / "moved"
        self.file.write_bytes(bytes(8))

    def move_to(self, instant):
        super().move_to(instant)
        with open(self.file, "r+b") as file:
            file.write(struct.pack("=q", self.seconds))

    @property
    def environment(self):
        return super().environment | {"CLOCK_MOVED_FILE": str(self.file)}


def stand(server):
    """How many cards are in service, and of how many people were told that they lie idle."""
    with contextlib.closing(sqlite3.connect(f"file:{server.data}/shiming.sqlite?mode=ro", uri=True, timeout=30)) as store:
        return store.execute(
            "SELECT (SELECT COUNT(*) FROM card_life WHERE state = 3), (SELECT COUNT(*) FROM life_notice WHERE kind = 'idle')").fetchone()


def test_a_leap_moves_no_card_and_after_a_start_by_it_people_are_told_first(tmp_path):
    clock = LeapingClock(tmp_path / "clock")
    with serving(tmp_path / "server", clock=clock) as server:
        World(server, []).take_in(card_file(range(CARDS)), kind="existing")
        poll(lambda: stand(server) == (CARDS, 0), 30, lambda: f"they are not in service: {stand(server)}")
        clock.move_to(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=200))
        poll(lambda: "no card's life is moved" in server.log.read_text(), 30, "the leap is not noticed")
        # Longer than the sweep waits between two looks.
        time.sleep(2)
        assert stand(server) == (CARDS, 0)
        server.kill()
        server.start()
        poll(lambda: stand(server) == (CARDS, CARDS), 30, lambda: f"nobody is told: {stand(server)}")
