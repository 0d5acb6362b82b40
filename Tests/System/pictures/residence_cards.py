"""Cards of those who live in the mainland: the foreigner's permanent resident ID, the residence permit of Hong Kong, Macao and Taiwan."""

import datetime

from . import mrz, resident_id
from .chance import chance
from .drawing import Box, set_text, text_width, to_picture
from .faces import portrait
from .ground import printed, seal
from .people import TODAY, Person, person, years_later
from .travel_documents import AUTHORITY, BLACK, CARD_SIZE, LABEL, Page, set_zone
from .travellers import Traveller, compatriot

STAR_YELLOW = (206, 150, 40)


def foreign_zone(who: Traveller) -> tuple[str, str, str]:
    """The zone of the foreigner's card."""
    return mrz.td1(mrz.Holder("C", "CHN", who.nationality, who.surname, who.given, who.identity, who.birth, who.sex, who.expiry))


def _foreign_ground():
    ground = printed(
        CARD_SIZE,
        ((214, 232, 240), (226, 236, 226), (236, 230, 220), (240, 224, 222)),
        (238, 232, 216),
        ((130, 180, 196), (204, 176, 140), (160, 190, 170), (200, 150, 120)),
    )
    return seal(ground, (905, 105), 72, 10, STAR_YELLOW)


def foreign_front(who: Traveller) -> Page:
    """The side with portrait, name and number, in two languages."""
    card = to_picture(_foreign_ground())
    title = "外国人永久居留身份证"
    set_text(card, (450 - text_width(title, "song-bold", 44, 8) / 2, 60), title, "song-bold", 44, BLACK, 8)
    english = "FOREIGN PERMANENT RESIDENT ID CARD"
    set_text(card, (450 - text_width(english, "hei-bold", 22, 1) / 2, 106), english, "hei-bold", 22, BLACK, 1)
    face = portrait(who.seed, who.is_woman, who.age, (286, 366))
    card.paste(face, (664, 150), face)
    boxes: dict[str, Box] = {"portrait": (664, 150, 950, 516)}

    def field(x: float, y: float, label: str, text: str, name: str, size: int = 31) -> None:
        set_text(card, (x, y), label, "hei", 20, LABEL)
        boxes[name] = set_text(card, (x, y + 34), text, "hei", size, BLACK, 1)

    field(60, 156, "姓名 / Name", f"{who.surname}, {who.given}", "name", 28)
    boxes["chineseName"] = set_text(card, (60, 230), who.chinese_name, "hei", 31, BLACK, 2)
    field(60, 276, "性别 / Sex", "女 / F" if who.is_woman else "男 / M", "sex")
    field(300, 276, "出生日期 / Date of Birth", f"{who.birth:%Y.%m.%d}", "birth")
    field(60, 356, "国籍 / Nationality", f"乌有国 / {who.nationality}", "nationality")
    field(60, 436, "有效期限 / Period of Validity", f"{who.issued:%Y.%m.%d}-{who.expiry:%Y.%m.%d}", "validity")
    set_text(card, (60, 566), "证件号码 / ID No.", "hei", 22, LABEL)
    boxes["number"] = set_text(card, (290, 564), who.identity, "ocr-b", 46, BLACK, pitch=32)
    return card, boxes


def foreign_back(who: Traveller) -> Page:
    """The side with the issuing authority and the machine-readable zone."""
    card = to_picture(_foreign_ground())
    set_text(card, (60, 110), "签发机关 / Issuing Authority", "hei", 22, LABEL)
    boxes = {"authority": set_text(card, (60, 150), AUTHORITY, "hei", 34, BLACK, 2)}
    set_text(card, (60, 220), "本图为测试用虚构证件,不代表任何真实人员。", "hei", 24, LABEL)
    card.paste((244, 244, 240), (0, 400, *CARD_SIZE))
    boxes["mrz"] = set_zone(card, 56, 452, foreign_zone(who), lead=66)
    return card, boxes


def permit_holder(seed: int, origin: str) -> tuple[Person, Traveller]:
    """One person as the residence permit tells it and as the travel permit does."""
    traveller = compatriot(seed, origin)
    home = person(seed)
    issued = TODAY - datetime.timedelta(days=chance(seed, "residence").randrange(30, 2 * 365 - 10))
    resident = Person(
        seed=seed,
        name=traveller.chinese_name,
        sex="女" if traveller.is_woman else "男",
        nation="",
        birth=traveller.birth,
        address=home.address,
        number=traveller.identity,
        authority=home.authority,
        valid_from=issued,
        valid_until=years_later(issued, 5),
    )
    return resident, traveller


def residence_front(who: Person) -> Page:
    """As the resident ID, without the nation."""
    return resident_id.front(who, has_nation=False)


def residence_back(who: Person, traveller: Traveller, origin: str) -> Page:
    """Authority and validity, and the number of the travel permit."""
    title = "台湾居民居住证" if origin == "taiwan" else "港澳居民居住证"
    card = resident_id.plain_back(title, 66, 18)
    boxes = {}
    for row, (label, text, name) in enumerate(
        (
            ("签发机关", who.authority, "authority"),
            ("有效期限", resident_id.validity(who), "validity"),
            ("通行证号码", traveller.number, "permitNumber"),
        )
    ):
        y = 420 + 66 * row
        set_text(card, (150, y), label, "hei", 29, BLACK, 2)
        boxes[name] = set_text(card, (350, y), text, "hei", 34, BLACK, 1.5)
    set_text(card, (720, 552), "签发次数", "hei", 29, BLACK, 2)
    boxes["issues"] = set_text(card, (880, 552), "01", "hei", 34, BLACK, 1.5)
    return card, boxes
