"""Every document by its name: a picture in a file's bytes, and the truth about it."""

import functools
from collections.abc import Callable
from typing import Any

from PIL import Image

from . import residence_cards, resident_id, travel_documents
from .drawing import Box, jpeg
from .people import NOBODYS_AREAS, Person, person, with_expired_card
from .photograph import photograph
from .travellers import Traveller, compatriot, foreigner

Truth = dict[str, Any]
# The page, where its fields stand, what it says, and the field that glare hides.
Drawn = tuple[Image.Image, dict[str, Box], Truth, str]


def _id_front(seed: int, area: str) -> Drawn:
    who = person(seed, area)
    return *resident_id.front(who), {**_resident(who), "nation": who.nation}, "number"


def _id_back(seed: int, area: str) -> Drawn:
    who = person(seed, area)
    return *resident_id.back(who), _issue(who), "validity"


def _id_back_expired(seed: int, area: str) -> Drawn:
    who = with_expired_card(person(seed, area))
    return *resident_id.back(who), _issue(who), "validity"


def _passport(seed: int, _area: str) -> Drawn:
    who = foreigner(seed)
    return *travel_documents.passport(who), {**_traveller(who), "mrz": list(travel_documents.passport_zone(who))}, "mrz"


def _permit_front(origin: str, seed: int, _area: str) -> Drawn:
    who = compatriot(seed, origin)
    return *travel_documents.permit_front(who, origin), {**_traveller(who), "name": who.chinese_name, "latinName": who.name}, "number"


def _permit_back(origin: str, seed: int, _area: str) -> Drawn:
    who = compatriot(seed, origin)
    return *travel_documents.permit_back(who, origin), {**_traveller(who), "mrz": list(travel_documents.permit_zone(who, origin))}, "mrz"


def _residence_front(origin: str, seed: int, _area: str) -> Drawn:
    who, _ = residence_cards.permit_holder(seed, origin)
    return *residence_cards.residence_front(who), _resident(who), "number"


def _residence_back(origin: str, seed: int, _area: str) -> Drawn:
    who, traveller = residence_cards.permit_holder(seed, origin)
    return *residence_cards.residence_back(who, traveller, origin), {**_issue(who), "permitNumber": traveller.number}, "validity"


def _foreign_front(seed: int, _area: str) -> Drawn:
    who = foreigner(seed)
    return *residence_cards.foreign_front(who), {**_traveller(who), "chineseName": who.chinese_name, "number": who.identity}, "number"


def _foreign_back(seed: int, _area: str) -> Drawn:
    who = foreigner(seed)
    fields = {
        **_traveller(who),
        "number": who.identity,
        "authority": travel_documents.AUTHORITY,
        "mrz": list(residence_cards.foreign_zone(who)),
    }
    return *residence_cards.foreign_back(who), fields, "mrz"


def _resident(who: Person) -> Truth:
    return {
        "name": who.name,
        "sex": who.sex,
        "birth": who.birth.isoformat(),
        "address": who.address,
        "addressLines": resident_id.address_lines(who.address),
        "number": who.number,
    }


def _issue(who: Person) -> Truth:
    return {
        "authority": who.authority,
        "validity": resident_id.validity(who),
        "validFrom": who.valid_from.isoformat(),
        "validUntil": None if who.valid_until is None else who.valid_until.isoformat(),
    }


def _traveller(who: Traveller) -> Truth:
    return {
        "surname": who.surname,
        "given": who.given,
        "name": who.name,
        "sex": who.sex,
        "nationality": who.nationality,
        "birth": who.birth.isoformat(),
        "number": who.number,
        "validFrom": who.issued.isoformat(),
        "validUntil": who.expiry.isoformat(),
    }


DRAWERS: dict[str, Callable[[int, str], Drawn]] = {
    "id-front": _id_front,
    "id-back": _id_back,
    "id-back-expired": _id_back_expired,
    "passport": _passport,
    "foreign-id-front": _foreign_front,
    "foreign-id-back": _foreign_back,
}
ORIGIN_WORDS = {"hk": "hongKong", "macao": "macao", "taiwan": "taiwan"}
for _word, _origin in ORIGIN_WORDS.items():
    DRAWERS[f"{_word}-permit-front"] = functools.partial(_permit_front, _origin)
    DRAWERS[f"{_word}-permit-back"] = functools.partial(_permit_back, _origin)
    DRAWERS[f"{_word}-residence-front"] = functools.partial(_residence_front, _origin)
    DRAWERS[f"{_word}-residence-back"] = functools.partial(_residence_back, _origin)
KINDS = tuple(DRAWERS)


def holder(seed: int, kind: str) -> Person | Traveller:
    """Whose document of this kind it is."""
    if kind in ("passport", "foreign-id-front", "foreign-id-back"):
        return foreigner(seed)
    origin = ORIGIN_WORDS.get(kind.split("-")[0])
    return compatriot(seed, origin) if origin else person(seed)


@functools.lru_cache(maxsize=32)
def draw(seed: int, kind: str, area: str = NOBODYS_AREAS[0]) -> Drawn:
    """The document itself, before anybody photographs it."""
    if kind not in DRAWERS:
        raise ValueError(f"no such kind: {kind}; there are {', '.join(KINDS)}")
    return DRAWERS[kind](seed, area)


def card(seed: int, difficulty: str = "clean", kind: str = "id-front", area: str = NOBODYS_AREAS[0]) -> tuple[bytes, Truth]:
    """A document of the invented person of this seed as a JPEG file, and what it says.

    `area` is the region code of a resident ID, one that nobody has.
    """
    document, boxes, fields, target = draw(seed, kind, area)
    taken = photograph(document, seed, difficulty, boxes[target])
    return jpeg(taken.picture, taken.quality), {
        "kind": kind,
        "seed": seed,
        "difficulty": difficulty,
        "invented": True,
        **fields,
        "picture": {"width": taken.picture.width, "height": taken.picture.height, "corners": [list(corner) for corner in taken.corners]},
        "document": {"width": document.width, "height": document.height, "boxes": {name: list(box) for name, box in boxes.items()}},
    }
