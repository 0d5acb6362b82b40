"""What each carrier makes of another device, set, reported and read through the server (R-IC-08, R-IC-09)."""

import datetime

import pytest
from shiming_server import BIN, TERMS, MovedClock, World, card_file, code, iccid, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CHINA = datetime.timezone(datetime.timedelta(hours=8))
YEAR = datetime.date.today().year + 1
DEVICES = ["354403110000013", "354403110000021"]


def china(month, day, hour=9):
    return datetime.datetime(YEAR, month, day, hour, tzinfo=CHINA)


@pytest.fixture(scope="module")
def devices(tmp_path_factory):
    """Cards in service: 0 to 3 of China Unicom's, 10 to 13 of China Mobile's that bind themselves, 20 and 21 with soldered chips."""
    folder = tmp_path_factory.mktemp("devices")
    clock = MovedClock(folder / "clock")
    clock.move_to(china(3, 1))
    with serving(folder / "server", clock=clock) as server:
        world = World(server, ["compliance"])
        world.clock = clock
        for product, carrier, binding, first in (("u", "unicom", "none", 0), ("m", "mobile", "first-use", 10), ("chip", "mobile", "none", 20)):
            world.administrator.must(
                "createProduct", json={"code": product, "terms": TERMS | {"name": product, "carrier": carrier, "binding": binding}})
            world.take_in(card_file(range(first, first + 4)), kind="existing", batch=product, product=product)
        setting = {"product": "chip", "setting": {"deviceChangeIsFinal": True}, "after": 0}
        set_ = world.administrator.must("setLifeSetting", json=setting).json()
        assert set_["setting"] == {"deviceChangeIsFinal": True}
        yield world


def at(world, moment):
    """The server is killed, and starts again at another time."""
    world.server.kill()
    world.clock.move_to(moment)
    world.server.start()
    world.sign_in_again()


def report(world, *lines):
    text = "iccid,usedAt,imei\n" + "".join(f"{iccid(card)},{YEAR}-{time}:00,{DEVICES[device]}\n" for card, time, device in lines)
    sent = world.administrator.must("createUsageFile", data=text.encode(), type="text/csv").json()
    done = poll(
        lambda: (now := world.administrator.must("readUsageFile", {"usageFile": sent["id"]}).json())["state"] == "done" and now, 30,
        lambda: "it goes on")
    assert done["taken"] == len(lines)


def life(world, card):
    found = world.administrator.must("searchCards", json={"numbers": [iccid(card)]}).json()["items"][0]["card"]["card"]
    return world.administrator.must("readLife", {"card": found}).json()


def stopped(world, card, *reasons):
    return poll(lambda: (now := life(world, card))["stops"] == list(reasons) and now, 30, lambda: f"not {reasons}: {life(world, card)}")


def resume(world, card, reason):
    return world.administrator.ask("changeLives", json={"command": "resume", "reason": reason, "cards": {"numbers": [iccid(card)]}})


def test_the_third_change_in_a_month_stops_for_risk_and_said_again_stops_nothing(devices):
    at(devices, china(3, 20))
    days = [(0, f"03-{day:02} 10:00", day % 2) for day in range(3, 8)]
    report(devices, *days[:3], (1, "03-03 10:00", 0), (1, "03-04 10:00", 1), (1, "03-05 10:00", 0))
    assert life(devices, 0)["stops"] == [] and life(devices, 0)["deviceChanges"] == 2
    # Late: a day between those of the other card, there and back.
    report(devices, days[3], (1, "03-03 12:00", 1))
    assert stopped(devices, 0, "risk")["deviceChanges"] == 3
    assert resume(devices, 0, "risk").status_code == 201
    report(devices, *days[:4])
    assert life(devices, 0)["stops"] == []
    report(devices, days[4])
    assert [event["command"] for event in stopped(devices, 0, "risk")["events"]] == ["stop", "resume", "stop"]
    assert life(devices, 1)["stops"] == []


def test_a_mobile_card_goes_on_once_its_device_is_declared(devices):
    report(devices, (10, "03-03 10:00", 0), (10, "03-04 10:00", 1))
    stopped(devices, 10, "device-separation")
    refused = resume(devices, 10, "device-separation")
    assert (refused.status_code, code(refused)) == (409, "life-cards-refused")
    assert refused.json()["errors"][0]["code"] == "life-rebinding-needed"
    card = life(devices, 10)["card"]
    assert devices.administrator.must("changeDevice", {"card": card}, json={"imei": DEVICES[1]}).json()["serves"]


def test_a_soldered_chip_stops_the_next_day_for_good_also_when_the_server_was_down_at_midnight(devices):
    report(devices, (20, "03-19 10:00", 0), (20, "03-20 08:00", 1), (21, "03-19 10:00", 0), (21, "03-20 08:00", 0))
    assert life(devices, 20)["stops"] == []
    at(devices, china(3, 21, 1))
    card = stopped(devices, 20, "device-separation")["card"]
    assert life(devices, 21)["stops"] == []
    assert resume(devices, 20, "device-separation").json()["errors"][0]["code"] == "life-device-final"
    refused = devices.administrator.ask("changeDevice", {"card": card}, json={"imei": DEVICES[1]})
    assert (refused.status_code, code(refused)) == (409, "life-device-final")
    devices.server.kill()
    assert devices.server.check_store()[0] == 0
    devices.server.start()
    devices.sign_in_again()
