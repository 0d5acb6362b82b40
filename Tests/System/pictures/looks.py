"""What an invented face looks like, drawn by lot from the seed, and what it is doing at a moment."""

from dataclasses import dataclass

from .chance import chance
from .drawing import Colour


@dataclass(frozen=True)
class Looks:
    """The lasting features. Lengths are in half head heights: the crown is at -1, the eyes at 0, the chin at 1."""

    seed: int
    skin: Colour
    hair: Colour
    iris: Colour
    lips: Colour
    clothes: Colour
    collar: Colour
    width: float
    squareness: float
    eye_distance: float
    eye_width: float
    eye_height: float
    eye_slant: float
    brow_height: float
    brow_thickness: float
    brow_slant: float
    nose_width: float
    nose_length: float
    mouth_width: float
    lip_fullness: float
    hairline: float
    parting: float
    hair_length: float
    has_fringe: bool
    has_glasses: bool
    folds: float
    mole: tuple[float, float] | None


@dataclass(frozen=True)
class Pose:
    """A moment. Angles in degrees: `turn` is positive to the right of the picture, `nod` is positive downwards; `mouth` and `eyes` are how
    far they stand open, 0 to 1."""

    turn: float = 0
    nod: float = 0
    lean: float = 0
    mouth: float = 0
    eyes: float = 1


REST = Pose()


def looks(seed: int, is_woman: bool, age: int) -> Looks:
    """The face of a seed; hair and skin know the age."""
    pick = chance(seed, "looks")
    tone = pick.uniform(-14, 10)
    skin = (int(224 + tone), int(186 + tone * 1.2), int(160 + tone * 1.3))
    grey = min(max((age - 42) / 35, 0), 1) * pick.uniform(0.4, 1)
    dark = pick.choice(((26, 22, 22), (34, 28, 26), (44, 32, 26), (20, 18, 20)))
    hair = tuple(int(part + (150 - part) * grey) for part in dark)
    clothes = pick.choice(((52, 58, 74), (38, 40, 46), (86, 44, 48), (54, 78, 72), (64, 70, 96), (92, 84, 76), (46, 62, 88)))
    return Looks(
        seed=seed,
        skin=skin,
        hair=hair,
        iris=pick.choice(((40, 26, 20), (52, 34, 24), (30, 22, 20))),
        lips=(190, 104, 98) if is_woman else (176, 112, 100),
        clothes=clothes,
        collar=pick.choice(((236, 236, 232), (206, 214, 226), clothes)),
        width=pick.uniform(0.67, 0.745) - (0.015 if is_woman else 0),
        squareness=pick.uniform(2.08, 2.35) + (0 if is_woman else 0.1),
        eye_distance=pick.uniform(0.275, 0.305),
        eye_width=pick.uniform(0.132, 0.15),
        eye_height=pick.uniform(0.05, 0.066) + (0.006 if is_woman else 0),
        eye_slant=pick.uniform(0.0, 0.10),
        brow_height=pick.uniform(0.155, 0.195),
        brow_thickness=pick.uniform(0.026, 0.036) + (0 if is_woman else 0.008),
        brow_slant=pick.uniform(-0.06, 0.10),
        nose_width=pick.uniform(0.13, 0.165) - (0.01 if is_woman else 0),
        nose_length=pick.uniform(0.36, 0.41),
        mouth_width=pick.uniform(0.22, 0.27),
        lip_fullness=pick.uniform(0.036, 0.05) + (0.007 if is_woman else 0),
        hairline=pick.uniform(-0.60, -0.50) - (0.12 * grey if not is_woman else 0),
        parting=pick.uniform(-0.35, 0.35),
        hair_length=pick.choice((0.55, 1.25, 1.5)) if is_woman else 0.0,
        has_fringe=is_woman and pick.random() < 0.35,
        has_glasses=pick.random() < 0.12,
        folds=min(max((age - 22) / 45, 0), 1),
        mole=(pick.uniform(-0.4, 0.4), pick.uniform(0.15, 0.7)) if pick.random() < 0.3 else None,
    )
