"""How often reading is right, on drawn documents of invented people that nothing was tuned on: the trial of docs/reading.md. It drives the
hidden command of the built program itself. Prints the rates (pytest -s shows them).

    SHIMING_BIN=.build/debug/shiming python3 -m pytest -s Tests/System/test_reading.py
"""

import collections
import json
import os
import pathlib
import subprocess
import time

import pytest

pictures = pytest.importorskip("pictures")

PROGRAM = os.environ.get("SHIMING_BIN", ".build/debug/shiming")
# bytes, pixels, side, processor seconds, memory: as ReadingLimits has them, with more time for a busy machine.
LIMITS = [str(limit) for limit in (10 << 20, 40_000_000, 12_000, 60, 512 << 20)]
# Seeds up to 1000 are for development; these were never looked at.
FIRST_SEED = 100_001
HALF = 30
TRAVEL_KINDS = ("passport", "hk-permit-back", "macao-permit-back", "taiwan-permit-back", "foreign-id-back")


def read(task: str, picture: bytes) -> dict:
    answer = subprocess.run([PROGRAM, "read-document", task, *LIMITS], input=picture, capture_output=True, timeout=300, check=False)
    assert answer.returncode == 0, f"{task}: ended with {answer.returncode}"
    assert answer.stderr == b""
    lines = answer.stdout.decode().splitlines()
    assert len(lines) == 1
    return json.loads(lines[0])


def tell(title: str, rates: collections.Counter, of: int) -> None:
    print(f"\n{title}: " + ", ".join(f"{name} {count}/{of}" for name, count in rates.items()))


@pytest.mark.parametrize("difficulty", ["clean", "hard"])
def test_resident_id_fronts(difficulty):
    rates = collections.Counter()
    started = time.monotonic()
    for seed in range(FIRST_SEED, FIRST_SEED + HALF):
        picture, truth = pictures.card(seed, difficulty, "id-front")
        front = read("resident-id-front", picture)["front"]
        for field in ("number", "name", "sex", "nation", "birth", "address"):
            rates[field] += front[field]["text"] == truth[field]
        rates["number holds"] += front["standing"] == "holds"
        # A number that holds and is not the card's would be believed: not once.
        assert front["standing"] not in ("holds", "doubtful") or front["number"]["text"] == truth["number"]
    tell(f"resident ID fronts, {difficulty} ({(time.monotonic() - started) / HALF:.1f} s each)", rates, HALF)
    # A clean one lies flat, as from a scanner: the same is demanded of the hard half, taken by hand askew in uneven light.
    assert rates["number"] >= 0.95 * HALF
    assert rates["name"] >= 0.80 * HALF
    assert rates["number holds"] <= rates["number"]


@pytest.mark.parametrize("difficulty", ["clean", "hard"])
def test_machine_readable_zones(difficulty):
    rates = collections.Counter()
    count = HALF // 2
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        picture, truth = pictures.card(seed, difficulty, TRAVEL_KINDS[seed % len(TRAVEL_KINDS)])
        zone = read("mrz", picture)["zone"]
        rates["whole zone"] += zone["lines"] == truth["mrz"]
        rates["holds"] += zone["standing"] == "holds"
        if zone["standing"] == "holds":
            # Every line with a check digit; names have none.
            proven = (lambda lines: lines[1:] if len(lines) == 2 else lines[:2])
            assert proven(zone["lines"]) == proven(truth["mrz"])
    tell(f"machine-readable zones, {difficulty}", rates, count)
    assert rates["holds"] >= 0.95 * count
    assert rates["whole zone"] >= 0.80 * count


def test_resident_id_backs():
    rates = collections.Counter()
    count = 10
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        picture, truth = pictures.card(seed, "hard", "id-back")
        back = read("resident-id-back", picture)["back"]
        rates["authority"] += back["authority"]["text"] == truth["authority"]
        rates["from"] += back["from"]["text"] == truth["validFrom"]
        rates["until"] += back["until"]["text"] == (truth["validUntil"] or "长期")
    tell("resident ID backs, hard", rates, count)
    assert rates["from"] >= 0.8 * count and rates["until"] >= 0.8 * count


DEFECTS = {"blurred": "blurred", "glare": "glare", "dark": "dark", "small": "too-small", "corner": "corner-missing"}


def test_defects_are_noticed_and_good_pictures_left_alone():
    noticed, alone = collections.Counter(), 0
    count = 6
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        for difficulty, problem in DEFECTS.items():
            picture, _ = pictures.card(seed, difficulty, "id-front")
            found = read("quality", picture)["quality"]["problems"]
            assert found, f"a picture that is {problem} is taken as it is: seed {seed}"
            # A small document on a ground of its own colour may not be found at all; that is said then, with the same advice.
            noticed[problem] += problem in found or (problem == "too-small" and "no-document" in found)
        picture, _ = pictures.card(seed, "clean", "id-front")
        alone += read("quality", picture)["quality"]["problems"] == []
    noticed["none where there is none"] = alone
    tell("defects noticed", noticed, count)
    assert all(noticed[problem] == count for problem in DEFECTS.values())
    assert alone == count


def test_a_glare_over_the_number_never_makes_a_wrong_one():
    for seed in range(FIRST_SEED, FIRST_SEED + 4):
        for difficulty in ("glare", "blurred", "dark"):
            picture, truth = pictures.card(seed, difficulty, "id-front")
            front = read("resident-id-front", picture)["front"]
            assert front["standing"] != "holds" or front["number"]["text"] == truth["number"]


def test_hand_held_documents():
    rates = collections.Counter()
    count = 6
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        for flaw in (None, "no-card", "no-face"):
            picture, _ = pictures.hand_held(seed, flaw)
            answer = read("hand-held", picture)
            complete = bool(answer["quality"]["corners"]) and any(not face["onDocument"] for face in answer["faces"])
            rates[flaw or "complete"] += complete == (flaw is None)
    tell("hand-held told rightly", rates, count)
    assert all(right >= count - 1 for right in rates.values())


def status(process: int) -> dict[str, str]:
    lines = pathlib.Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


@pytest.mark.parametrize("task", ["quality", "resident-id-front", "face", "codes"])
def test_the_child_is_confined_before_it_reads(task):
    """It waits for its picture in silence: whatever it holds by then is what a hostile picture meets."""
    with subprocess.Popen([PROGRAM, "read-document", task, *LIMITS], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        until = time.monotonic() + 60
        while status(child.pid)["Seccomp"] != "2" and time.monotonic() < until:
            time.sleep(0.05)
        held = status(child.pid)
        limits = pathlib.Path(f"/proc/{child.pid}/limits").read_text(encoding="utf-8")
        child.stdin.close()
        child.wait(timeout=60)
    assert held["Seccomp"] == "2"
    assert held["NoNewPrivs"] == "1"
    assert held["Threads"] == "1"
    for name, most in (("Max open files", "3"), ("Max processes", "0"), ("Max file size", "0"), ("Max core file size", "0")):
        line = next(line for line in limits.splitlines() if line.startswith(name))
        assert line[len(name):].split()[0] == most
