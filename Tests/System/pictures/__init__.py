"""Pictures of invented people's documents and faces, made from a seed: the same seed gives the same bytes.

    from pictures import card, feed, hand_held
    picture, truth = card(7, "hard")
    picture, truth = hand_held(7)
    feed("face", 7, actions=("blink", "turn-left")).write(pathlib.Path("face.y4m"))

No real person, photograph or number is in them: see people.py.
"""

from .documents import KINDS, card
from .feeds import ACTIONS, FEEDS, Feed, feed
from .people import NOBODYS_AREAS, person
from .photograph import DEFECTS, DIFFICULTIES
from .scenes import HAND_HELD_FLAWS, hand_held

__all__ = [
    "ACTIONS",
    "DEFECTS",
    "DIFFICULTIES",
    "FEEDS",
    "HAND_HELD_FLAWS",
    "KINDS",
    "NOBODYS_AREAS",
    "Feed",
    "card",
    "feed",
    "hand_held",
    "person",
]
