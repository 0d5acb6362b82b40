"""Every document by its name: a picture in a file's bytes, and the truth about it."""

from typing import Any

from . import resident_id
from .drawing import jpeg
from .people import NOBODYS_AREAS, Person, person
from .photograph import photograph

KINDS = ("id-front", "id-back")
Truth = dict[str, Any]


def card(seed: int, difficulty: str = "clean", kind: str = "id-front", area: str = NOBODYS_AREAS[0]) -> tuple[bytes, Truth]:
    """A document of the invented person of this seed as a JPEG file, and what it says."""
    who = person(seed, area)
    if kind == "id-front":
        document, boxes = resident_id.front(who)
        fields, target = _front_fields(who), boxes["number"]
    elif kind == "id-back":
        document, boxes = resident_id.back(who)
        fields, target = _back_fields(who), boxes["validity"]
    else:
        raise ValueError(f"no such kind: {kind}; there are {', '.join(KINDS)}")
    taken = photograph(document, seed, difficulty, target)
    truth = {
        "kind": kind, "seed": seed, "difficulty": difficulty, "invented": True, **fields,
        "picture": {"width": taken.picture.width, "height": taken.picture.height, "corners": [list(corner) for corner in taken.corners]},
        "document": {"width": document.width, "height": document.height, "boxes": {name: list(box) for name, box in boxes.items()}},
    }
    return jpeg(taken.picture, taken.quality), truth


def _front_fields(who: Person) -> Truth:
    return {
        "name": who.name, "sex": who.sex, "nation": who.nation, "birth": who.birth.isoformat(), "address": who.address,
        "addressLines": resident_id.address_lines(who.address), "number": who.number,
    }


def _back_fields(who: Person) -> Truth:
    return {
        "authority": who.authority, "validity": resident_id.validity(who), "validFrom": who.valid_from.isoformat(),
        "validUntil": None if who.valid_until is None else who.valid_until.isoformat(),
    }
