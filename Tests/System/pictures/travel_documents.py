"""Passports of a country that does not exist, and mainland travel permits, with their machine-readable zones."""

from PIL import Image

from . import mrz
from .drawing import Box, Colour, set_text, text_width, to_picture
from .faces import portrait
from .ground import printed, seal
from .travellers import Traveller

PASSPORT_SIZE = (1475, 1038)
CARD_SIZE = (1010, 640)
BLACK = (30, 30, 34)
LABEL = (92, 98, 120)
PITCH = 30.0
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
AUTHORITY = "虚构出入境管理局"
Page = tuple[Image.Image, dict[str, Box]]


def day(date) -> str:
    """As passports write it."""
    return f"{date.day:02d} {MONTHS[date.month - 1]} {date.year}"


def set_zone(page: Image.Image, left: float, first: float, lines: tuple[str, ...], size: int = 42, lead: float = 56) -> Box:
    """Prints the zone, ten characters to the inch."""
    boxes = [set_text(page, (left, first + lead * row), line, "ocr-b", size, BLACK, pitch=PITCH) for row, line in enumerate(lines)]
    return boxes[0][0], boxes[0][1], boxes[0][2], boxes[-1][3]


def _set_portrait(page: Image.Image, who: Traveller, at: tuple[int, int], size: tuple[int, int], ground: Colour | None) -> Box:
    face = portrait(who.seed, who.is_woman, who.age, size)
    if ground:
        page.paste(ground, (at[0], at[1], at[0] + size[0], at[1] + size[1]))
    page.paste(face, at, face)
    return at[0], at[1], at[0] + size[0], at[1] + size[1]


def passport_zone(who: Traveller) -> tuple[str, str]:
    return mrz.td3(mrz.Holder("P", who.nationality, who.nationality, who.surname, who.given, who.number, who.birth, who.sex, who.expiry))


def passport(who: Traveller) -> Page:
    """The data page of a passport of Utopia."""
    ground = printed(
        PASSPORT_SIZE,
        ((222, 230, 238), (236, 226, 232), (230, 236, 226), (240, 232, 218)),
        (232, 222, 236),
        ((150, 172, 206), (206, 168, 190), (168, 196, 176), (176, 150, 196)),
    )
    page = to_picture(seal(ground, (1240, 250), 130, 16, (120, 132, 176)))
    set_text(page, (70, 66), "UTOPIA  乌有国", "song-bold", 44, (74, 66, 120), 3)
    set_text(page, (640, 66), "PASSPORT / 护照", "song-bold", 44, (74, 66, 120), 3)
    boxes = {"portrait": _set_portrait(page, who, (70, 190), (412, 530), (226, 228, 232))}

    def field(x: float, y: float, label: str, text: str, name: str) -> None:
        set_text(page, (x, y), label, "hei", 22, LABEL)
        boxes[name] = set_text(page, (x, y + 38), text, "hei", 34, BLACK, 1)

    field(540, 140, "类型 / Type", "P", "code")
    field(760, 140, "国家码 / Country code", who.nationality, "state")
    field(1090, 140, "护照号 / Passport No.", who.number, "number")
    field(540, 232, "姓 / Surname", who.surname, "surname")
    field(540, 324, "名 / Given names", who.given, "given")
    field(540, 416, "国籍 / Nationality", "UTOPIAN", "nationality")
    field(1000, 416, "性别 / Sex", who.sex, "sex")
    field(540, 508, "出生日期 / Date of birth", day(who.birth), "birth")
    field(1000, 508, "出生地点 / Place of birth", "ZENITH", "place")
    field(540, 600, "签发日期 / Date of issue", day(who.issued), "issued")
    field(1000, 600, "有效期至 / Date of expiry", day(who.expiry), "expiry")
    field(540, 692, "签发机关 / Authority", "UTOPIAN PASSPORT OFFICE", "authority")
    page.paste((244, 244, 240), (0, 836, *PASSPORT_SIZE))
    boxes["mrz"] = set_zone(page, 78, 896, passport_zone(who), lead=76)
    return page, boxes


def permit_zone(who: Traveller, origin: str) -> tuple[str, str, str]:
    code = "CT" if origin == "taiwan" else "CR"
    return mrz.td1(mrz.Holder(code, "CHN", "CHN", who.surname, who.given, who.number, who.birth, who.sex, who.expiry))


def _permit_ground(origin: str, is_front: bool):
    if origin == "taiwan":
        corners = ((226, 236, 222), (238, 230, 214), (220, 232, 232), (236, 226, 226))
        lines = ((150, 190, 150), (206, 180, 140), (150, 180, 196), (180, 160, 120))
    else:
        corners = ((216, 230, 242), (232, 226, 240), (224, 236, 232), (240, 230, 220))
        lines = ((136, 176, 210), (196, 168, 206), (160, 196, 186), (140, 150, 200))
    ground = printed(CARD_SIZE, corners, (238, 226, 222), lines)
    return ground if is_front else seal(ground, (860, 170), 90, 14, lines[3])


def permit_title(origin: str) -> str:
    return "台湾居民来往大陆通行证" if origin == "taiwan" else "港澳居民来往内地通行证"


def permit_front(who: Traveller, origin: str) -> Page:
    """The side with the portrait and the number."""
    card = to_picture(_permit_ground(origin, True))
    title = permit_title(origin)
    set_text(card, (505 - text_width(title, "song-bold", 46, 8) / 2, 66), title, "song-bold", 46, (40, 60, 110), 8)
    boxes = {"portrait": _set_portrait(card, who, (60, 130), (290, 372), None)}

    def field(x: float, y: float, label: str, text: str, name: str, size: int = 34) -> None:
        set_text(card, (x, y), label, "hei", 22, LABEL, 1)
        boxes[name] = set_text(card, (x, y + 38), text, "hei", size, BLACK, 1)

    field(400, 140, "姓名", who.chinese_name, "name", 38)
    boxes["latinName"] = set_text(card, (400, 222), f"{who.surname}, {who.given}", "hei", 28, BLACK, 1)
    field(400, 268, "出生日期", f"{who.birth:%Y.%m.%d}", "birth")
    field(720, 268, "性别", "女" if who.is_woman else "男", "sex")
    field(400, 352, "有效期限", f"{who.issued:%Y.%m.%d}-{who.expiry:%Y.%m.%d}", "validity")
    field(400, 436, "签发机关", AUTHORITY, "authority")
    set_text(card, (400, 556), "证件号码", "hei", 22, LABEL, 1)
    boxes["number"] = set_text(card, (512, 554), who.number, "ocr-b", 46, BLACK, pitch=33)
    return card, boxes


def permit_back(who: Traveller, origin: str) -> Page:
    """The side with the machine-readable zone."""
    card = to_picture(_permit_ground(origin, False))
    set_text(card, (60, 90), permit_title(origin), "song-bold", 34, (40, 60, 110), 4)
    for row, line in enumerate(("持证人须妥善保管本证件,不得涂改、转让。", "本图为测试用虚构证件,不代表任何真实人员。")):
        set_text(card, (60, 170 + 46 * row), line, "hei", 24, LABEL)
    set_text(card, (60, 300), "换证次数", "hei", 22, LABEL, 1)
    boxes = {"renewals": set_text(card, (180, 300), "00", "hei", 30, BLACK, 1)}
    card.paste((244, 244, 240), (0, 400, *CARD_SIZE))
    boxes["mrz"] = set_zone(card, 56, 452, permit_zone(who, origin), lead=66)
    return card, boxes
