"""What the page's own script finds wrong with a picture before anything is sent. How often it notices a corner outside the picture, and how often it
says so of a whole document: its functions run in the browser on drawn documents that nothing was tuned on. Prints the rates (pytest -s shows them)."""

import base64
import io
import re

import numpy
import pytest
from PIL import Image
from personal_page import CHROMIUM, SETTINGS, Phone, WatchSeller, browser
from pictures import card, feed
from playwright.sync_api import sync_playwright
from shiming_server import BIN, ROOT, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
# Seeds up to 1000 are for development; these were never looked at.
SEEDS = range(100_301, 100_305)
KINDS = ("id-front", "id-back", "passport", "hk-permit-back")
CHECKS = (ROOT / "Sources/PersonalPages/Assets/scripts/2-checks.js").read_text()
WORDS = {"zh": ("证件边角不完整", "请完整拍摄证件四角"), "en": ("A corner of the document is missing", "so that all four corners are seen")}


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


@pytest.fixture(scope="module")
def script(chromium):
    """Asks a function of the script about a picture."""
    page = chromium.new_page()
    page.goto("about:blank")
    page.evaluate(CHECKS + "; window.asked = { missesCorners, faultsOf }; 0")

    def ask(name, picture):
        return page.evaluate(
            """async ([name, text]) => {
                const image = new Image();
                image.src = "data:image/jpeg;base64," + text;
                await image.decode();
                return asked[name](image, image.naturalWidth, image.naturalHeight);
            }""", [name, base64.b64encode(picture).decode()])
    yield ask
    page.close()


@pytest.fixture(scope="module")
def checks(script):
    return lambda picture: script("missesCorners", picture)


def squares(dark=60, light=190, size=(640, 480), patch=0):
    """A board of two shades, as sharp as can be, with a white patch in the middle."""
    rows, columns = numpy.indices((size[1], size[0])) // 4
    shades = numpy.where((rows + columns) % 2, light, dark).astype(numpy.uint8)
    left, top = (size[0] - patch) // 2, (size[1] - patch) // 2
    shades[top:top + patch, left:left + patch] = 255
    out = io.BytesIO()
    Image.fromarray(shades).save(out, "JPEG", quality=95)
    return out.getvalue()


def test_blur_glare_darkness_and_size_are_told_on_the_device_each_by_itself(script):
    for picture, faults in (
        (squares(), []), (squares(dark=128, light=128), ["blurred"]), (squares(patch=200), ["glare"]),
        (squares(dark=0, light=60), ["dark"]), (squares(size=(620, 470)), ["too-small"]),
    ):
        assert script("faultsOf", picture) == faults


def cut(picture, share, sides):
    """The photograph without a part of the document: `sides` of left, top, right, bottom cropped until that share of the document is gone."""
    opened, truth = Image.open(io.BytesIO(picture[0])), picture[1]["picture"]
    xs, ys = zip(*truth["corners"], strict=True)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    box = [0, 0, opened.width, opened.height]
    for side in sides:
        box[side] = [min(xs) + share * wide, min(ys) + share * high, max(xs) - share * wide, max(ys) - share * high][side]
    out = io.BytesIO()
    opened.crop([round(edge) for edge in box]).save(out, "JPEG", quality=88)
    return out.getvalue()


def test_missing_corners_are_noticed_and_whole_documents_pass(checks):
    alarms, noticed, all_cut, whole = {}, {}, 0, 0
    for kind in KINDS:
        for seed in SEEDS:
            for difficulty in ("clean", "hard", "glare"):
                alarms[kind] = alarms.get(kind, 0) + checks(card(seed, difficulty, kind)[0])
                whole += 1
            photograph = card(seed, "hard", kind)
            # A corner far outside, one a little, and a whole side.
            for picture in (card(seed, "corner", kind)[0], cut(photograph, 0.06, (0, 1)), cut(photograph, 0.06, (2,))):
                noticed[kind] = noticed.get(kind, 0) + checks(picture)
                all_cut += 1
    print(f"\nmissing corners noticed {sum(noticed.values())} of {all_cut} {noticed}; whole documents blamed {sum(alarms.values())} of {whole} {alarms}")
    assert sum(noticed.values()) >= 0.8 * all_cut
    assert sum(alarms.values()) <= 0.05 * whole


def test_a_card_held_before_a_wall_is_whole(checks):
    """As the camera of a phone sees it: a hand, and a wall behind that may be nearly as light as the card."""
    seeds, kinds, blamed = range(100_301, 100_321), ("id-front", "id-back"), []
    for seed in seeds:
        for kind in kinds:
            out = io.BytesIO()
            next(iter(feed("card", seed, document=kind, seconds=0.2).frames())).save(out, "JPEG", quality=85)
            if checks(out.getvalue()):
                blamed.append((seed, kind))
    print(f"\nheld cards blamed {len(blamed)} of {len(seeds) * len(kinds)} {blamed}")
    assert len(blamed) <= 0.05 * len(seeds) * len(kinds)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_says_so_before_anything_is_sent(chromium, tmp_path, language):
    with serving(tmp_path, settings=SETTINGS) as server, Phone(chromium, server, language) as phone:
        phone.open(next(WatchSeller(server, cards=2).links))
        phone.consent()
        phone.choose()
        phone.page.set_input_files(
            "#holder-id-front-file", {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": card(33, "corner", "id-front")[0]})
        phone.page.wait_for_selector("#holder-id-front [data-faults]:not([hidden])")
        said = re.sub(r"\s+", " ", phone.page.inner_text("#holder-id-front [data-faults]"))
        assert all(words in said for words in WORDS[language]), said
        assert not [url for url in phone.requested if "/p/pictures/" in url], "it was sent before"
        # A person sees better than a script: the photo may be used all the same.
        phone.page.click("#holder-id-front [data-keep]")
        phone.page.wait_for_selector("#holder-id-front .state.done")
