"""A program that is down for an hour by the server's clock gets each event once it is back: in order for each card, each by one id."""

import datetime

import pytest
from notice_receivers import receiving
from persons import UNLIMITED
from shiming_server import BIN, MovedClock, World, card_file, iccid, poll, serving
from test_events import card, comes, delivered, events, made, messages, stop

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CARDS = 4
# However often an attempt failed before, the next is due at each move.
SETTINGS = (*UNLIMITED, "webhook-local-allowed=1", "webhook-wait-seconds-max=300")
BEGIN = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))


@pytest.fixture
def world(tmp_path):
    clock = MovedClock(tmp_path / "clock")
    clock.move_to(BEGIN)
    with serving(tmp_path / "server", settings=SETTINGS, clock=clock) as server:
        world = World(server, ["clerk", "agent_manager", "reviewer", "auditor"])
        world.take_in(card_file(range(CARDS)))
        world.allocate()
        world.register(cards={"range": {"from": iccid(0), "to": iccid(CARDS - 1)}})
        world.administrator.must("changeLives", json={"command": "activate", "cards": {"numbers": [iccid(n) for n in range(CARDS)]}})
        yield world


def after(world, minutes):
    """The server is killed, and goes on when so many minutes have passed since the beginning."""
    world.server.kill()
    world.server.clock.move_to(BEGIN + datetime.timedelta(minutes=minutes))
    world.server.start()
    world.sign_in_again()


def test_a_receiver_down_for_an_hour_gets_each_event_once_it_is_back_by_itself(world):
    with receiving("unused") as receiver:
        webhook = made(world, receiver.address + "/webhook")["webhook"]["id"]
        receiver.shut()

        def read():
            return world.agent_manager.must("readWebhook", {"webhook": webhook}).json()

        def hasFailedAfter(minutes):
            found = read()
            due = datetime.datetime.fromisoformat(found["dueAt"]) if found.get("failure") == "no-connection" else BEGIN
            # What was tried before the move is due again by then at the latest.
            return due > BEGIN + datetime.timedelta(minutes=minutes)

        wanted = []
        for minutes in (10, 20, 30, 40, 50):
            after(world, minutes)
            for command in ("stop", "resume"):
                for number in range(CARDS):
                    stop(world, [number], command)
                    wanted.append((card(world, number), ["risk"] if command == "stop" else []))
            poll(lambda: hasFailedAfter(minutes), 60, read)
        assert events(receiver) == []
        receiver.open()
        # Nobody says that it is back: the next attempt comes by itself.
        after(world, 120)
        told = [(event["data"]["cards"][0]["card"], event["data"]["stops"]) for event in comes(receiver, len(wanted), 60)]
        delivered(world, webhook, len(wanted))
        for reference in {reference for reference, _ in wanted}:
            assert [row for row in told if row[0] == reference] == [row for row in wanted if row[0] == reference]
        assert len(told) == len(wanted) == len({headers["webhook-id"] for headers, _ in messages(receiver)})
