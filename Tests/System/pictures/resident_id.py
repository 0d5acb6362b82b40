"""Both sides of the resident ID (居民身份证) of an invented person, at the size of a good scan: 85.6 mm are 1010 pixels."""

import functools
import re

import numpy
from PIL import Image, ImageDraw

from .drawing import Box, hairlines, ink, mesh, set_text, text_width, to_picture
from .faces import portrait
from .ground import printed
from .people import Person

SIZE = (1010, 640)
LABEL = (62, 118, 178)
BLACK = (28, 28, 32)
RED = (196, 42, 48)
INKS = ((126, 168, 196), (214, 150, 150), (150, 190, 170), (206, 120, 122))
ADDRESS_LINE = 11
PORTRAIT_AT, PORTRAIT_SIZE = (632, 72), (312, 392)
NUMBER_PITCH = 33.2


def address_lines(address: str) -> list[str]:
    """As the printer breaks it: so many full-width places a line, a digit in half a place, no number torn."""
    lines, line, width = [], "", 0.0
    for piece in re.findall(r"[0-9]+|.", address):
        places = len(piece) * 0.55 if piece.isascii() else 1.0
        if width + places > ADDRESS_LINE:
            lines.append(line)
            line, width = "", 0.0
        line += piece
        width += places
    return [*lines, line]


@functools.cache
def _ground(is_front: bool) -> numpy.ndarray:
    if is_front:
        return printed(SIZE, ((205, 226, 238), (238, 222, 220), (222, 228, 226), (240, 226, 208)), (246, 214, 200), INKS)
    ground = printed(SIZE, ((232, 220, 226), (214, 228, 236), (236, 226, 206), (214, 232, 224)), (240, 216, 214), INKS)
    return ink(ground, _wall(*mesh(*SIZE)), (150, 156, 168), 0.34)


def _wall(x: numpy.ndarray, y: numpy.ndarray) -> numpy.ndarray:
    """A battlement wall over hills, as a pale engraving."""
    ridge = 400 - 46 * numpy.sin(x / 130) - 26 * numpy.sin(x / 57 + 1)
    ridge = ridge - 9 * (((x + 0.3 * y) % 26) < 14)
    body = ((y > ridge) & (y < ridge + 34)).astype(numpy.float32)
    towers = (((x % 252) > 200) & (y > ridge - 40) & (y < ridge + 30)).astype(numpy.float32)
    hills = (
        hairlines((y - ridge * 1.02 + 12 * numpy.sin(x / 23)) / 9, 0.22)
        * numpy.clip((y - ridge) / 60, 0, 1)
        * numpy.clip((560 - y) / 120, 0, 1)
    )
    return numpy.maximum(numpy.maximum(body * 0.7, towers * 0.8), hills)


def front(person: Person, has_nation: bool = True) -> tuple[Image.Image, dict[str, Box]]:
    """The side with the portrait, and where its fields stand. The residence permit has the same, without the nation."""
    card = to_picture(_ground(True))
    face = portrait(person.seed, person.is_woman, person.age, PORTRAIT_SIZE)
    card.paste(face, PORTRAIT_AT, face)
    boxes: dict[str, Box] = {"portrait": (*PORTRAIT_AT, PORTRAIT_AT[0] + PORTRAIT_SIZE[0], PORTRAIT_AT[1] + PORTRAIT_SIZE[1])}

    def label(x: float, y: float, text: str, spacing: float = 0) -> None:
        set_text(card, (x, y), text, "hei", 29, LABEL, spacing)

    def value(x: float, y: float, text: str, size: int = 36, spacing: float = 1.5) -> Box:
        return set_text(card, (x, y), text, "hei", size, BLACK, spacing)

    label(70, 100, "姓名", 12)
    size = 40
    while text_width(person.name, "hei", size, 3) > 440:
        size -= 1
    boxes["name"] = value(178, 98, person.name, size, 3)
    label(70, 178, "性别", 12)
    boxes["sex"] = value(178, 177, person.sex)
    if has_nation:
        label(294, 178, "民族", 12)
        boxes["nation"] = value(402, 177, person.nation)
    label(70, 252, "出生", 12)
    year = value(178, 251, str(person.birth.year))
    label(272, 252, "年")
    value(316 if person.birth.month > 9 else 326, 251, str(person.birth.month))
    label(370, 252, "月")
    day = value(414 if person.birth.day > 9 else 424, 251, str(person.birth.day))
    label(468, 252, "日")
    boxes["birth"] = (year[0], year[1], day[2], day[3])
    label(70, 330, "住址", 12)
    lines = [value(178, 329 + 50 * row, line) for row, line in enumerate(address_lines(person.address))]
    boxes["address"] = (lines[0][0], lines[0][1], max(line[2] for line in lines), lines[-1][3])
    label(70, 556, "公民身份号码", 4)
    boxes["number"] = set_text(card, (334, 554), person.number, "ocr-b", 48, BLACK, pitch=NUMBER_PITCH)
    return card, boxes


def validity(person: Person) -> str:
    """As the back prints it."""
    return f"{person.valid_from:%Y.%m.%d}-" + ("长期" if person.valid_until is None else f"{person.valid_until:%Y.%m.%d}")


def plain_back(title: str, size: int, spacing: int) -> Image.Image:
    """The back with its title and nothing else. The emblem is only hinted at."""
    card = to_picture(_ground(False))
    _emblem(card, (168, 158), 84)
    country = "中华人民共和国"
    set_text(card, (612 - text_width(country, "song-bold", 58, 14) / 2, 118), country, "song-bold", 58, BLACK, 14)
    set_text(card, (612 - text_width(title, "song-bold", size, spacing) / 2, 226), title, "song-bold", size, BLACK, spacing)
    return card


def back(person: Person) -> tuple[Image.Image, dict[str, Box]]:
    """The side with the issuing authority."""
    card = plain_back("居民身份证", 84, 26)
    set_text(card, (208, 490), "签发机关", "hei", 31, BLACK, 2)
    set_text(card, (208, 566), "有效期限", "hei", 31, BLACK, 2)
    return card, {
        "authority": set_text(card, (384, 489), person.authority, "hei", 36, BLACK, 1.5),
        "validity": set_text(card, (384, 565), validity(person), "hei", 36, BLACK, 1.5),
    }


def _emblem(card: Image.Image, centre: tuple[int, int], radius: int) -> None:
    """A red disc with a wreath and five stars: the place of the national emblem, not its drawing."""
    scale = 4
    side = 2 * radius * scale
    seal = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(seal)
    middle = side / 2
    draw.ellipse((0, 0, side - 1, side - 1), fill=255)
    draw.ellipse((side * 0.1, side * 0.1, side * 0.9, side * 0.9), fill=0)
    draw.ellipse((side * 0.13, side * 0.13, side * 0.87, side * 0.87), fill=225)
    _star(draw, (middle, side * 0.33), side * 0.11)
    for place, angle in enumerate((-62, -24, 24, 62)):
        x = middle + side * 0.24 * numpy.sin(numpy.radians(angle))
        _star(draw, (x, side * (0.52 if place in (1, 2) else 0.46)), side * 0.045)
    draw.rectangle((side * 0.26, side * 0.66, side * 0.74, side * 0.70), fill=60)
    draw.polygon([(side * 0.32, side * 0.66), (side * 0.68, side * 0.66), (side * 0.6, side * 0.59), (side * 0.4, side * 0.59)], fill=60)
    seal = seal.resize((2 * radius, 2 * radius), Image.Resampling.LANCZOS)
    card.paste(RED, (centre[0] - radius, centre[1] - radius), seal)


def _star(draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float) -> None:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.4
        angle = numpy.pi * corner / 5
        points.append((centre[0] + reach * numpy.sin(angle), centre[1] - reach * numpy.cos(angle)))
    draw.polygon(points, fill=40)
