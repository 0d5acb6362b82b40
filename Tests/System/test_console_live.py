"""Pages that change while somebody looks: server-sent events, bounded, ended with what they are about; polling where there are none."""
import contextlib
import re
import time

import pytest
from console_desk import Desk
from console_web import Web, pieces
from personal_page import CHROMIUM, browser
from playwright.sync_api import sync_playwright
from shiming_server import BIN, PRODUCT, World, card_file, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
LONG = 60_000


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    settings = ("rate-open-requests=100000", "rate-requests=1000000", "intake-commit-rows=500")
    with serving(tmp_path_factory.mktemp("live"), settings=settings) as server:
        yield World(server, ["second_administrator", "clerk", "reviewer", "agent_manager", "other_manager"])


@pytest.fixture(scope="module")
def chromium():
    if not CHROMIUM:
        pytest.skip("there is no chromium")
    with sync_playwright() as player, browser(player) as running:
        yield running


@pytest.fixture(scope="module")
def boss(world):
    return Web(world, world.administrator)


def long_intake(world, first):
    """One that goes on for a while."""
    return world.send(card_file(range(first, first + LONG)), batch=f"LIVE-{first}")


def test_a_stream_tells_how_far_it_is_and_ends_with_the_work(world, boss):
    intake = long_intake(world, 1_000_000)
    with boss.events(f"/console/intakes/{intake['id']}/events") as answer:
        assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/event-stream")
        assert answer.headers["Cache-Control"] == "no-store" and "script-src 'self'" in answer.headers["Content-Security-Policy"]
        found = list(pieces(answer))
    assert 'data-running="yes"' in found[0] and 'data-running="no"' in found[-1] and str(LONG) in found[-1]
    assert len(found) >= 2 and len(found) == len(set(found)), "only what has changed is sent"
    with boss.events(f"/console/intakes/{intake['id']}/events") as answer:
        assert len(list(pieces(answer))) == 1, "of what is over once, and no more"


@pytest.mark.parametrize("who", [None, "other_manager", "clerk"])
def test_nobody_follows_what_he_may_not_see(world, who):
    intake = world.send(card_file(range(2_000_000, 2_000_005)), batch="LIVE-OTHERS")
    web = Web(world, getattr(world, who) if who else None)
    answer = web.events(f"/console/intakes/{intake['id']}/events", allow_redirects=False)
    if who is None:
        assert answer.status_code == 303 and answer.headers["Location"] == "/console/sign-in"
    else:
        assert answer.status_code in (403, 404), answer.status_code
    assert "event-stream" not in answer.headers.get("Content-Type", "")


@pytest.mark.parametrize("path", ["nonsense", "00000000-0000-0000-0000-000000000000", "%00", "../intakes", "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e"])
def test_what_is_no_intake_is_no_stream(boss, path):
    answer = boss.events(f"/console/intakes/{path}/events", allow_redirects=False)
    assert answer.status_code in (400, 404), answer.status_code
    assert "event-stream" not in answer.headers.get("Content-Type", "")


def test_a_sign_in_follows_three_pages_and_no_more_until_one_is_shut(world, boss):
    intake = long_intake(world, 3_000_000)
    path = f"/console/intakes/{intake['id']}/events"
    with contextlib.ExitStack() as stack:
        followed = [stack.enter_context(boss.events(path)) for _ in range(3)]
        assert all(next(pieces(answer)) for answer in followed)
        refused = boss.events(path)
        assert refused.status_code == 429 and int(refused.headers["Retry-After"]) > 0
        assert boss.get(f"/console/intakes/{intake['id']}/progress").status_code == 200, "asking again and again goes on"
    # A reader who went away is noticed when he is next written to.
    poll(lambda: (lambda answer: answer.status_code == 200 and (answer.close(), True)[1] or None)(boss.events(path)), 150,
         "the places were not given back", pause=0.5)


def test_a_stream_ends_with_the_sign_in(world):
    intake = long_intake(world, 4_000_000)
    web = Web(world, world.second_administrator)
    with web.events(f"/console/intakes/{intake['id']}/events") as answer:
        stream = pieces(answer)
        assert next(stream)
        web.form("/console/leave")
        started = time.monotonic()
        rest = list(stream)
    ended = time.monotonic() - started
    state = world.administrator.must("readIntake", {"intake": intake["id"]}).json()["state"]
    assert ended < 90 and (state in ("running", "queued") or rest), (ended, state)
    assert not rest or 'data-running="no"' not in rest[-1] or state == "done"


def test_a_stream_ends_when_the_server_stops(tmp_path):
    with serving(tmp_path, settings=("intake-commit-rows=100",)) as server:
        world = World(server, [])
        web = Web(world, world.administrator)
        intake = long_intake(world, 0)
        with web.events(f"/console/intakes/{intake['id']}/events") as answer:
            stream = pieces(answer)
            assert next(stream)
            server.stop()
            with contextlib.suppress(Exception):
                list(stream)


@pytest.mark.parametrize("has_streams", [True, False], ids=["events", "polling"])
def test_the_page_follows_by_itself_and_ends_with_its_repair_file(world, chromium, has_streams):
    first = 5_000_000 if has_streams else 6_000_000
    lines = card_file(range(first, first + LONG)).decode().splitlines()
    lines[5] = lines[5].replace("8986", "8987")
    with Desk(chromium, world.server, world.administrator, "zh") as desk:
        asked = []
        desk.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
        if not has_streams:
            desk.page.route("**/events", lambda route: route.fulfill(status=429, body=""))
        intake = world.send("\n".join(lines).encode(), batch=f"LIVE-{first}", product=PRODUCT)
        desk.go(f"/console/intakes/{intake['id']}")
        desk.page.wait_for_selector("[data-running=no]", timeout=120_000)
        desk.page.wait_for_selector("a[href*='repair-file']", timeout=120_000)
        assert re.search(rf"{LONG - 1}", desk.page.inner_text("main .facts")), desk.text
        assert "events" in asked and ("progress" in asked) != has_streams, set(asked)
