"""Makes one picture, from Tests/System:

    python -m pictures id-front --seed 7 --difficulty clean --out front.jpg --truth front.json
"""

import argparse
import json
import pathlib

from . import DIFFICULTIES, KINDS, NOBODYS_AREAS, card


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m pictures", description="Pictures of invented people's documents, from a seed.")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--difficulty", choices=DIFFICULTIES, default="clean")
    parser.add_argument("--area", choices=NOBODYS_AREAS, default=NOBODYS_AREAS[0], help="the region code, one that no place has")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="the JPEG file to write")
    parser.add_argument("--truth", type=pathlib.Path, help="the JSON file that says what the picture shows")
    asked = parser.parse_args()
    picture, truth = card(asked.seed, asked.difficulty, asked.kind, asked.area)
    asked.out.write_bytes(picture)
    if asked.truth:
        asked.truth.write_text(json.dumps(truth, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
