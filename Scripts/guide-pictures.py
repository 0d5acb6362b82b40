#!/usr/bin/env python3
"""Makes the pictures of docs/guides.md and docs/guides.zh-CN.md: starts the program named by SHIMING_BIN (or the debug build), has invented
people do their work, and keeps what Chromium shows, in few colours. Ends with 1 where a picture is too large for a guide.

    SHIMING_BIN=.build/debug/shiming .venv/bin/python Scripts/guide-pictures.py
"""
import io
import os
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
os.environ.setdefault("SHIMING_BIN", str(ROOT / ".build/debug/shiming"))
sys.path.insert(0, str(ROOT / "Tests/System"))

from PIL import Image  # noqa: E402
from console_counter import Counter  # noqa: E402
from console_desk import Desk  # noqa: E402
from personal_page import WATCH, browser  # noqa: E402
from persons import UNLIMITED  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from shiming_server import World, card_file, iccid, serving  # noqa: E402

TARGET = ROOT / "docs/pictures"
BYTES_MAX = 60_000
SIZE = {"width": 1100, "height": 720}
COLOURS = 32
PEOPLE = ["clerk", "agent_manager", "hall_clerk", "reviewer", "auditor"]


def keep(desk, name):
    """What the window shows, in few colours."""
    shot = Image.open(io.BytesIO(desk.page.screenshot())).convert("RGB")
    path = TARGET / f"{name}-{desk.language}.png"
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
    return path


def prepare(server):
    world = World(server, PEOPLE)
    world.administrator.must("createProduct", json={"code": "watch", "terms": WATCH})
    world.take_in(card_file(range(40)))
    world.allocate()
    world.take_in(card_file(range(500, 510)), product="watch", batch="HALL")
    world.allocate(to=world.hall, batch="HALL")
    world.register(cards={"numbers": [iccid(n) for n in range(3)]})
    own = {"code": "own-blurred-seal", "zh": "公章重影", "en": "The seal is blurred.", "verdicts": ["send-back"], "fields": ["/evidence"]}
    world.administrator.must("setReasonList", json={"reasons": [own], "after": 0})
    return world


def draw(world, running, language, number):
    made = []
    draft = world.begin(cards={"numbers": [iccid(10 + number)]})
    with Desk(running, world.server, world.clerk, language=language, size=SIZE) as desk:
        desk.go(f"/console/drafts/{draft['application']}")
        made.append(keep(desk, "draft"))
        desk.go("/console/cards")
        made.append(keep(desk, "cards"))
    world.submit(draft)
    with Counter(running, world.server, world.hall_clerk, language=language, size=SIZE) as desk:
        desk.begin(iccid(500 + number))
        made.append(keep(desk, "counter"))
    with Desk(running, world.server, world.reviewer, language=language, size=SIZE) as desk:
        desk.go("/console/review")
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        desk.page.wait_for_load_state("networkidle")
        made.append(keep(desk, "case"))
    with Desk(running, world.server, world.agent_manager, language=language, size=SIZE) as desk:
        desk.go("/console/custody")
        made.append(keep(desk, "custody"))
    with Desk(running, world.server, world.administrator, language=language, size=SIZE) as desk:
        for name, path in (("intakes", "/console/intakes"), ("reasons", "/console/review/reasons")):
            desk.go(path)
            made.append(keep(desk, name))
    with Desk(running, world.server, world.auditor, language=language, size=SIZE) as desk:
        desk.go("/console/trail")
        made.append(keep(desk, "trail"))
    return made


def main():
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(pathlib.Path(folder), settings=UNLIMITED) as server, sync_playwright() as player:
        world = prepare(server)
        with browser(player) as running:
            made = [path for number, language in enumerate(("zh", "en")) for path in draw(world, running, language, number)]
    large = [path for path in made if path.stat().st_size > BYTES_MAX]
    for path in large:
        print(f"{path.relative_to(ROOT)} is larger than {BYTES_MAX:,} bytes", file=sys.stderr)
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
