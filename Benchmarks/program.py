"""The program itself: how soon it is there, what it keeps while idle, how large it is, how long from a clone to the first answer."""
import pathlib
import re
import shutil
import subprocess
import time

import requests

import engines
import shiming_server

ROOT = pathlib.Path(__file__).resolve().parent.parent
MIB = 1 << 20


def measured(program: pathlib.Path, folder: pathlib.Path, given):
    with engines.wanted(folder, given) as wanted:
        for engine in wanted:
            data, store, side = folder / "idle", engine.store("idle"), engine.side(engines.EMBEDDED)
            shutil.rmtree(data, ignore_errors=True)
            with shiming_server.Server(program, data, store) as server:
                yield "first start, an empty folder, s", side, server.start_seconds
            for _ in range(given.rounds):
                with shiming_server.Server(program, data, store) as server:
                    yield "start, s", side, server.start_seconds
                    time.sleep(2)
                    yield "idle memory MiB", side, server.memory_kib() / 1024
    stripped = folder / "stripped"
    subprocess.run(["strip", "-o", stripped, program], check=True)
    yield "program MiB", engines.EMBEDDED, program.stat().st_size / MIB
    yield "program, stripped, MiB", engines.EMBEDDED, stripped.stat().st_size / MIB
    yield "Swift's libraries beside it, MiB", engines.EMBEDDED, sum(file.stat().st_size for file in swift_libraries(program)) / MIB


def swift_libraries(program: pathlib.Path) -> set[pathlib.Path]:
    """The shared libraries of the Swift runtime the program is linked with."""
    linked = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
    return {pathlib.Path(path).resolve() for path in re.findall(r"=> (/\S*/swift/linux/\S+)", linked)}


def clone(folder: pathlib.Path):
    """From `git clone` of what is committed here to an answer of the release program: packages are fetched and built."""
    began = time.perf_counter()
    place = folder / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, place], check=True)
    subprocess.run([place / "Scripts/swift-build.sh", "-c", "release", "--product", "shiming"], cwd=place, check=True)
    with shiming_server.Server(place / ".build/release/shiming", folder / "cloned") as server:
        requests.get(server.url + "/healthz", timeout=60).raise_for_status()
        yield "from a clone to the first answer, s", "shiming", time.perf_counter() - began
    shutil.rmtree(place)
