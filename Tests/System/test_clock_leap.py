"""A clock that leaps under a running server moves no card; a server that starts by it tells people first. One that is set back is told of."""

import contextlib
import datetime
import re
import sqlite3
import time

import pytest
import requests
from shiming_server import BIN, LeapingClock, World, card_file, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CARDS = 4
DAY = 86_400


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


def health(server):
    answer = requests.get(server.address + "/readyz", timeout=30)
    return answer.status_code, answer.json()["checks"]["clock"]


def figure(server, name):
    return float(re.search(rf"^shiming_clock_{name}_seconds (\S+)$", requests.get(server.address + "/metrics", timeout=30).text, re.M).group(1))


def today():
    return datetime.datetime.now(datetime.timezone.utc)


def test_a_leap_that_is_set_right_is_told_until_the_server_starts_anew(tmp_path):
    clock = LeapingClock(tmp_path / "clock")
    with serving(tmp_path / "server", clock=clock) as server:
        World(server, []).take_in(card_file(range(CARDS)), kind="existing")
        poll(lambda: stand(server) == (CARDS, 0), 30, lambda: f"they are not in service: {stand(server)}")
        poll(lambda: health(server) == (200, "ok"), 30, lambda: f"it is not ready: {health(server)}")
        assert abs(figure(server, "ahead")) < 60 and figure(server, "set_back") < 60
        clock.move_to(today() + datetime.timedelta(days=200))
        poll(lambda: "no card's life is moved" in server.log.read_text(), 30, "the leap is not noticed")
        assert figure(server, "ahead") > 199 * DAY and figure(server, "set_back") < 60
        assert "was set back" not in server.log.read_text()
        assert health(server)[1] == "ok"
        clock.move_to(today())
        poll(lambda: health(server) == (503, "set-back"), 30, lambda: f"that it was set back is not told: {health(server)}")
        assert figure(server, "set_back") > 199 * DAY, "its time does not go back"
        poll(lambda: "the machine's clock was set back" in server.log.read_text(), 30, "the log does not tell")
        assert server.log.read_text().count("the machine's clock was set back") == 1
        assert stand(server) == (CARDS, 0)
        server.kill()
        server.start()
        poll(lambda: health(server) == (200, "ok"), 30, lambda: f"it is not ready anew: {health(server)}")
        assert abs(figure(server, "ahead")) < 60 and figure(server, "set_back") < 60
        assert "set back" not in server.log.read_text() and stand(server) == (CARDS, 0)
