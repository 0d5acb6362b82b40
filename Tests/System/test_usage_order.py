"""Ten thousand lines of what cards used: in order, and shuffled with a tenth of them repeated and the older ones late, come to the same."""

import contextlib
import datetime
import random
import sqlite3

import pytest
from shiming_server import BIN, TERMS, MovedClock, World, card_file, iccid, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CHINA = datetime.timezone(datetime.timedelta(hours=8))
YEAR = datetime.date.today().year + 1
SEED = 20_261_129
CARDS, DAYS = 1_000, 10
DEVICES = ["354403110000013", "354403110000021"]
KEPT = """
    SELECT s.iccid, u.last_use, u.month, u.kilobytes, u.device, u.device_at, u.first_device, u.first_device_at, u.region, u.region_at, u.sightings
    FROM usage_summary u JOIN subscription s ON s.id = u.subscription"""


def device(card, day):
    """Every tenth card moves once, its neighbour goes to and fro, the others stay."""
    return DEVICES[{0: int(day > DAYS // 2), 1: day % 2}.get(card % 10, 0)]


def lines():
    """(card, when, month, kilobytes, IMEI, region) in the order of time; the month before is said again in the first days."""
    for day in range(DAYS):
        for card in range(CARDS):
            when = datetime.datetime(YEAR, 3, 2 + day, 10, tzinfo=CHINA) + datetime.timedelta(seconds=card)
            month = f"{YEAR}-02" if day < 3 else f"{YEAR}-03"
            yield card, when, month, (day + 1) * 1_000 + card, device(card, day), 3101 + (card + day) % 16


def text(rows):
    return ("iccid,usedAt,month,kilobytes,imei,region\n" + "".join(
        f"{iccid(card)},{when:%Y-%m-%d %H:%M:%S},{month},{kilobytes},{imei},{region}\n"
        for card, when, month, kilobytes, imei, region in rows)).encode()


def kept_of(folder, clock, files):
    """What a fresh server keeps of these files: a row a card."""
    clock.move_to(datetime.datetime(YEAR, 3, 1, 9, tzinfo=CHINA))
    with serving(folder, clock=clock, settings=["intake-commit-rows=700"]) as server:
        world = World(server, [])
        # Changes of a Unicom card's device are counted: all its days are kept.
        world.administrator.must("createProduct", json={"code": "u", "terms": TERMS | {"name": "u", "carrier": "unicom", "binding": "none"}})
        world.take_in(card_file(range(CARDS)), kind="existing", batch="u", product="u")
        server.kill()
        clock.move_to(datetime.datetime(YEAR, 3, 20, 9, tzinfo=CHINA))
        server.start()
        world.sign_in_again()
        for rows in files:
            sent = world.administrator.must("createUsageFile", data=text(rows), type="text/csv").json()
            done = poll(
                lambda: (now := world.administrator.must("readUsageFile", {"usageFile": sent["id"]}).json())["state"] == "done" and now, 60,
                lambda: "it goes on")
            assert (done["taken"], done["unknown"], done["failed"]) == (len(rows), 0, 0)
        with contextlib.closing(sqlite3.connect(f"file:{server.data}/shiming.sqlite?mode=ro", uri=True, timeout=30)) as store:
            return {row[0]: row[1:] for row in store.execute(KEPT)}


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("usage-order")
    clock, chance = MovedClock(folder / "clock"), random.Random(SEED)
    ordered = list(lines())
    shuffled = ordered + chance.sample(ordered, len(ordered) // 10)
    # A third of what is older comes late, in a file of its own after the newer: so do some of the repeated lines.
    chance.shuffle(shuffled)
    late, punctual = [], []
    for row in shuffled:
        (late if row[1].day < 2 + DAYS // 2 and chance.random() < 1 / 3 else punctual).append(row)
    print(f"seed {SEED}: {len(punctual)} lines shuffled, {len(late)} late")
    return {"ordered": kept_of(folder / "ordered", clock, [ordered]), "shuffled": kept_of(folder / "shuffled", clock, [punctual, late])}


def test_the_order_of_lines_changes_nothing_that_is_kept(kept):
    assert len(kept["ordered"]) == CARDS
    others = [card for card, row in kept["ordered"].items() if kept["shuffled"].get(card) != row]
    assert not others, f"seed {SEED}: {len(others)} cards, {others[0]}: {kept['ordered'][others[0]]} and {kept['shuffled'].get(others[0])}"


def test_what_is_kept_is_the_last_use_and_the_month_so_far(kept):
    for card, when, month, kilobytes, imei, region in list(lines())[-CARDS:]:
        milliseconds = int(when.timestamp() * 1_000)
        row = kept["shuffled"][iccid(card)]
        assert row[:5] == (milliseconds, int(month.replace("-", "")), kilobytes, int(imei[:14]), milliseconds)
        assert row[5] == int(device(card, 0)[:14])
        assert row[7:9] == (region, milliseconds)


def test_days_are_kept_only_of_what_was_there(kept):
    """A card that stayed was seen on ten days: a device in eight bytes, a day in seven."""
    sightings = [kept["ordered"][iccid(card)][-1] for card in range(10)]
    assert [len(found) for found in sightings] == [16 + 7 * DAYS, 16 + 7 * DAYS] + [8 + 7 * DAYS] * 8
