"""A card's number from a photo of its bar code, on the public page of a browser that reads no bar codes itself (as Safari on iOS), and by the
server's own confined child."""

import json
import struct
import zlib

import pytest
from bar_codes import label, photographed
from personal_page import CHROMIUM, SETTINGS, Phone, browser
from playwright.sync_api import sync_playwright
from shiming_server import BIN, Caller, iccid, serving
from test_reading import read

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
NUMBER, OTHER = iccid(7), iccid(8)
WORDS = {
    "zh": {"found": "已识别卡号", "nothing": "照片中未识别到卡号条码", "several": "照片中有多张卡的条码", "file": "仅支持 JPEG 或 PNG", "bomb": "像素超过上限"},
    "en": {"found": "The number was read", "nothing": "No bar code with a card's number", "several": "the bar codes of several cards",
           "file": "Only photos are taken here", "bomb": "more pixels than allowed"},
}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("codes"), settings=SETTINGS) as running:
        yield running


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def bomb():
    """A PNG of a few kilobytes that says it is 30,000 pixels wide and high."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = zlib.compress(bytes(3750 + 1) * 2000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def choose(phone, picture, name="label.jpg", kind="image/jpeg"):
    """A photo chosen on the page; answers what is said of it."""
    phone.page.set_input_files("#barcode", {"name": name, "mimeType": kind, "buffer": picture})
    if not phone.scripts:
        with phone.page.expect_navigation():
            phone.page.click("[data-barcode] button")
        return phone.text
    looking = phone.page.get_attribute("[data-barcode]", "data-looking")
    phone.page.wait_for_function(
        "looking => !['', looking].includes(document.querySelector('[data-barcode] [role=status]').innerText)", arg=looking)
    return phone.page.inner_text("[data-barcode] [role=status]")


@pytest.mark.parametrize("kind", ["code-128", "code-39"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_labels_are_read_from_a_table(kind, seed):
    found = read("codes", photographed(label((kind, NUMBER)), seed))["codes"]
    # Of Code 39, which does not prove itself, a piece may be seen too; it is no card's number.
    assert {"kind": kind, "text": NUMBER} in found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_number_comes_from_a_photo_where_the_browser_reads_no_bar_codes(server, chromium, language, scripts):
    said = WORDS[language]
    with Phone(chromium, server, language, scripts) as phone:
        phone.go("/p/start")
        if scripts:
            assert not phone.page.evaluate("'BarcodeDetector' in window")
        phone.page.fill("#claim-code", "ABCD 1234")
        for kind in ("code-128", "code-39"):
            phone.page.fill("#iccid", "")
            assert said["found"] in choose(phone, photographed(label((kind, NUMBER))))
            assert phone.page.input_value("#iccid") == NUMBER and phone.page.input_value("#claim-code") == "ABCD 1234"
        # What cannot be read says so, and what stands there stays.
        for what, picture in (
            ("nothing", photographed(label(("code-128", NUMBER)), blurred=0.6)), ("nothing", photographed(label(("code-128", "6901234567892")))),
            ("several", photographed(label(("code-128", NUMBER), ("code-128", OTHER)))),
        ):
            assert said[what] in choose(phone, picture), what
            assert phone.page.input_value("#iccid") == NUMBER and phone.page.input_value("#claim-code") == "ABCD 1234"
        assert said["bomb"] in choose(phone, bomb(), "label.png", "image/png")
        assert said["file"] in choose(phone, b"#!/bin/sh\nexit\n" * 40, "label.jpg")
        # The page goes on as if the number had been typed.
        phone.page.fill("#claim-code", "")
        phone.next()
        assert {"zh": "中国移动", "en": "China Mobile"}[language] in phone.text


NO_CARD = ("code-128", "6901234567892")


@pytest.mark.parametrize("seen, photographs, sent", [
    ([f"ICCID: {NUMBER[:4]} {NUMBER[4:8]} {NUMBER[8:]}", "6901234567892"], [NO_CARD], 0),
    # What it does not see, or sees twice, is the server's to read.
    ([], [("code-128", NUMBER)], 1), ([NUMBER, OTHER], [("code-128", NUMBER)], 1),
], ids=["seen", "unseen", "several"])
def test_a_browser_that_reads_bar_codes_sends_no_picture(server, chromium, seen, photographs, sent):
    with Phone(chromium, server, "en") as phone:
        phone.page.add_init_script(
            "window.BarcodeDetector = class { async detect() { return %s.map(rawValue => ({ rawValue })); } };" % json.dumps(seen))
        phone.go("/p/start")
        assert WORDS["en"]["found"] in choose(phone, photographed(label(*photographs)))
        assert phone.page.input_value("#iccid") == NUMBER
        assert sum(url.endswith("/p/start/photo") for url in phone.requested) == sent


def test_no_picture_of_a_bar_code_is_kept(server, chromium):
    def files():
        return {path for path in server.data.rglob("*") if path.is_file() and "evidence" in path.parts}
    with Phone(chromium, server, "en") as phone:
        phone.go("/p/start")
        before = files()
        assert WORDS["en"]["found"] in choose(phone, photographed(label(("code-128", NUMBER)), seed=4))
        assert files() == before


def test_an_app_reads_the_number_over_the_api(server):
    stranger = Caller(server)

    def read_by_app(picture, **named):
        return stranger.ask("readCardNumber", data=picture, type="image/jpeg", **named)
    read_right = read_by_app(photographed(label(("code-128", NUMBER)), seed=5))
    assert read_right.status_code == 200 and read_right.json() == {"iccid": NUMBER}
    for picture, code in [
        (photographed(label(("code-128", "6901234567892"))), "card-number-not-read"),
        (photographed(label(("code-128", NUMBER), ("code-128", OTHER))), "card-numbers-several"),
        (b"%PDF-1.7", "evidence-kind-unsupported"), (b"", None), (bomb(), None),
    ]:
        refused = read_by_app(picture, headers={"Accept-Language": "zh"})
        problem = refused.json()
        assert refused.status_code in (400, 413, 422) and problem["code"] and (code is None or problem["code"] == code), problem
        assert NUMBER not in refused.text
