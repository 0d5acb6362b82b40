"""Pictures of invented people's documents and faces, made from a seed: the same seed gives the same bytes.

    from pictures import card
    picture, truth = card(7, "hard")

No real person, photograph or number is in them: see people.py.
"""

from .documents import KINDS, card
from .people import NOBODYS_AREAS, person
from .photograph import DEFECTS, DIFFICULTIES

__all__ = ["DEFECTS", "DIFFICULTIES", "KINDS", "NOBODYS_AREAS", "card", "person"]
