"""Bar codes as the labels of cards bear them: Code 128 (ISO/IEC 15417) and Code 39 (ISO/IEC 16388), drawn after the standards, and what a phone's
camera gets to see of such a label."""

from PIL import Image, ImageDraw

from pictures import damage
from pictures.drawing import jpeg

# Widths of bars and spaces of Code 128, by value; the start of code set B is 104, of C 105; then the stop.
CODE_128 = """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132
    221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313
    231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
    314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111
    111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141
    114131 311141 411131 211412 211214 211232 2331112""".split()
assert len(CODE_128) == len(set(CODE_128)) == 107 and all(sum(map(int, widths)) == 11 for widths in CODE_128[:-1])
CODE_39 = dict(zip("0123456789*", (
    "nnnwwnwnn wnnwnnnnw nnwwnnnnw wnwwnnnnn nnnwwnnnw wnnwwnnnn nnwwwnnnn nnnwnnwnw wnnwnnwnn nnwwnnwnn nwnnwnwnn").split(), strict=True))


def code_128(text):
    """Widths of bars and spaces in turn: digits in pairs where there are only such, else by character."""
    if text.isdigit() and len(text) % 2 == 0:
        values = [105] + [int(text[at:at + 2]) for at in range(0, len(text), 2)]
    else:
        values = [104] + [ord(character) - 32 for character in text]
    check = (values[0] + sum(place * value for place, value in enumerate(values[1:], 1))) % 103
    return [int(width) for value in [*values, check, 106] for width in CODE_128[value]]


def code_39(text):
    return [3 if width == "w" else 1 for character in f"*{text}*" for width in CODE_39[character] + "n"][:-1]


KINDS = {"code-128": code_128, "code-39": code_39}


def label(*codes, size=(860, 540)):
    """A white label with bar codes below each other, each (kind, text), printed in clear beneath as labels do."""
    drawn = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(drawn)
    tall = size[1] // len(codes)
    for place, (kind, text) in enumerate(codes):
        widths = KINDS[kind](text)
        module = (size[0] - 80) // sum(widths)
        left, top = (size[0] - module * sum(widths)) // 2, place * tall + tall // 4
        for turn, width in enumerate(widths):
            if turn % 2 == 0:
                pen.rectangle((left, top, left + module * width - 1, top + tall // 2), fill="black")
            left += module * width
        pen.text((60, top + tall // 2 + 8), f"ICCID {text}", fill="black")
    return drawn


def photographed(drawn, seed=1, blurred=0.0):
    """The label on a table, a little aslant; `blurred` from 0 to 1."""
    frame = (1280, 960)
    quad = damage.pose(drawn.width / drawn.height, 1000, (640, 480), 3, (0.02, -0.02))
    seen = damage.uneven_light(damage.lay(drawn, damage.table(frame, seed), quad), 0.2, seed)
    return jpeg(damage.grain(damage.blur(seen, blurred), 0.15, seed), 85)
