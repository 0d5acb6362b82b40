"""Reads a QR code (ISO/IEC 18004) from its modules: versions 1 to 6 of correction level M, undamaged. Written after the standard, not after
the library that draws them. And what a phone's camera gets to see of one: the drawing as a browser shows it, printed on a slip, lying on a table."""

import base64
import io
import re
import xml.etree.ElementTree

from PIL import Image

from pictures import damage
from pictures.drawing import jpeg

PRINTED = 420
SLIP = (860, 540)

# Codewords of data in each block, by version.
BLOCKS = {1: [16], 2: [28], 3: [44], 4: [32] * 2, 5: [43] * 2, 6: [27] * 4}
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
LEVEL_M = 0b00
MASKS = [
    lambda r, c: (r + c) % 2 == 0, lambda r, c: r % 2 == 0, lambda r, c: c % 3 == 0, lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0, lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0, lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
]


def modules_of(drawing):
    """The modules of an SVG's path, and the light margin around them."""
    root = xml.etree.ElementTree.fromstring(drawing)
    side = int(root.get("viewBox").split()[2])
    dark = set()
    for x, y, width, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", root.find("{http://www.w3.org/2000/svg}path").get("d")):
        assert width == back
        dark |= {(int(y), column) for column in range(int(x), int(x) + int(width))}
    margin = min(min(place) for place in dark)
    assert side - 1 - max(max(place) for place in dark) == margin
    return margin, [[(r, c) in dark for c in range(margin, side - margin)] for r in range(margin, side - margin)]


def text_of(modules):
    """The text in rows of modules, true is dark, without the quiet zone."""
    side = len(modules)
    version = (side - 17) // 4
    assert side == 17 + 4 * version and version in BLOCKS, side
    level, mask = format_of(modules)
    assert level == LEVEL_M
    bits = [modules[r][c] ^ MASKS[mask](r, c) for r, c in places(side, version)]
    codewords = [sum(bit << (7 - n) for n, bit in enumerate(bits[at:at + 8])) for at in range(0, len(bits) - 7, 8)]
    return told(data_of(codewords, BLOCKS[version]), version)


def format_of(modules):
    """Level and mask: five bits after the format's own mask is taken off (annex C)."""
    row = [modules[8][c] for c in (0, 1, 2, 3, 4)]
    value = sum(bit << (4 - n) for n, bit in enumerate(row)) ^ 0b10101
    return value >> 3, value & 7


def reserved(side, version):
    """Modules that carry no data: finders with formats, timing, alignment."""
    taken = set()
    for top, left, height, width in [(0, 0, 9, 9), (0, side - 8, 9, 8), (side - 8, 0, 8, 9)]:
        taken |= {(r, c) for r in range(top, top + height) for c in range(left, left + width)}
    taken |= {(6, n) for n in range(side)} | {(n, 6) for n in range(side)}
    if version > 1:
        centre = side - 7
        taken |= {(r, c) for r in range(centre - 2, centre + 3) for c in range(centre - 2, centre + 3)}
    return taken


def places(side, version):
    """In pairs of columns from the right, upwards and downwards in turn, past the timing column."""
    taken = reserved(side, version)
    upwards = True
    right = side - 1
    while right > 0:
        if right == 6:
            right -= 1
        for r in range(side - 1, -1, -1) if upwards else range(side):
            for c in (right, right - 1):
                if (r, c) not in taken:
                    yield r, c
        upwards = not upwards
        right -= 2


def data_of(codewords, blocks):
    """The blocks were interleaved codeword by codeword; all of a version here are of one length."""
    count, length = len(blocks), blocks[0]
    return [codewords[n * count + block] for block in range(count) for n in range(length)]


def told(codewords, version):
    bits = "".join(f"{word:08b}" for word in codewords)
    at, text = 0, b""

    def take(count):
        nonlocal at
        at += count
        return int(bits[at - count:at], 2)

    while at + 4 <= len(bits) and (mode := take(4)):
        if mode == 0b0100:
            text += bytes(take(8) for _ in range(take(8)))
        elif mode == 0b0010:
            left = take(9)
            while left > 1:
                first, second = divmod(take(11), 45)
                text += (ALPHANUMERIC[first] + ALPHANUMERIC[second]).encode()
                left -= 2
            text += ALPHANUMERIC[take(6)].encode() if left else b""
        elif mode == 0b0001:
            left = take(10)
            while left:
                digits = min(left, 3)
                text += f"{take({1: 4, 2: 7, 3: 10}[digits]):0{digits}}".encode()
                left -= digits
        else:
            raise AssertionError(f"mode {mode:04b}")
    return text.decode()


def photographed(running, drawing, seed):
    """A photo, in a file's bytes, of a slip of paper that bears the SVG drawing; `running` is a browser."""
    page = running.new_page()
    try:
        shown = base64.b64encode(drawing.read_bytes()).decode()
        page.set_content(f'<img width="{PRINTED}" height="{PRINTED}" src="data:image/svg+xml;base64,{shown}">')
        page.wait_for_function("() => document.images[0].naturalWidth > 0")
        code = Image.open(io.BytesIO(page.locator("img").screenshot())).convert("RGB")
    finally:
        page.close()
    slip = Image.new("RGB", SLIP, (250, 249, 246))
    slip.paste(code, ((SLIP[0] - PRINTED) // 2, (SLIP[1] - PRINTED) // 2))
    quad = damage.pose(SLIP[0] / SLIP[1], 980, (650, 470), 5 - seed % 11, (0.05, -0.04))
    seen = damage.lay(slip, damage.table((1280, 960), seed), quad)
    return jpeg(damage.grain(damage.blur(damage.uneven_light(seen, 0.3, seed), 0.02), 0.2, seed), 85)
