"""Makes one picture or feed, from Tests/System:

python -m pictures id-front --seed 7 --difficulty clean --out front.jpg --truth front.json
python -m pictures hand-held --seed 7 --flaw other-person --out held.jpg
python -m pictures feed-face --seed 7 --actions blink,turn-left --out face.y4m
"""

import argparse
import json
import pathlib

from . import ACTIONS, DIFFICULTIES, FEEDS, HAND_HELD_FLAWS, KINDS, NOBODYS_AREAS, card, feed, hand_held


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m pictures", description="Pictures of invented people's documents, from a seed.")
    parser.add_argument("kind", choices=(*KINDS, "hand-held", *(f"feed-{kind}" for kind in FEEDS)))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--difficulty", choices=DIFFICULTIES, default="clean", help="of a document's photograph")
    parser.add_argument("--flaw", choices=HAND_HELD_FLAWS, help="of a hand-held photograph")
    parser.add_argument(
        "--area", choices=NOBODYS_AREAS, default=NOBODYS_AREAS[0], help="the region code of a resident ID, one that no place has"
    )
    parser.add_argument(
        "--actions", default="blink,open-mouth,turn-left,turn-right", help=f"of a face's feed, in order: {', '.join(ACTIONS)}"
    )
    parser.add_argument("--document", choices=KINDS, default="id-front", help="what a hand or a feed shows, and whose face")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="the JPEG file to write; a feed is a .y4m or .mjpeg file")
    parser.add_argument("--truth", type=pathlib.Path, help="the JSON file that says what the picture shows")
    asked = parser.parse_args()
    try:
        truth = _make(asked)
    except ValueError as refusal:
        parser.error(str(refusal))
    if asked.truth:
        asked.truth.write_text(json.dumps(truth, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _make(asked: argparse.Namespace) -> dict:
    if asked.kind.startswith("feed-"):
        view = feed(
            asked.kind.removeprefix("feed-"), asked.seed, actions=tuple(filter(None, asked.actions.split(","))), document=asked.document
        )
        view.write(asked.out)
        return view.truth
    picture, truth = (
        hand_held(asked.seed, asked.flaw, document=asked.document)
        if asked.kind == "hand-held"
        else card(asked.seed, asked.difficulty, asked.kind, asked.area)
    )
    asked.out.write_bytes(picture)
    return truth


if __name__ == "__main__":
    main()
