"""Starts the FastAPI peer over a database of its own. Its Python environment is made once, in .build."""
import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import uuid

import requests

import shiming_server

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ROOT / "Benchmarks/peers"
ENVIRONMENT = ROOT / ".build/peer-venv"
WORKERS = 2
TOKEN = "peer-token"


def prepare() -> None:
    """Makes the environment unless it is there for these packages."""
    wanted = (PEERS / "fastapi_peer/requirements.txt").read_text()
    made = ENVIRONMENT / "requirements.made"
    if made.exists() and made.read_text() == wanted:
        return
    subprocess.run(["python3", "-m", "venv", ENVIRONMENT], check=True)
    subprocess.run(
        [ENVIRONMENT / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "-r", PEERS / "fastapi_peer/requirements.txt"], check=True)
    made.write_text(wanted)


def free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


class Peer:
    """The peer over `address`, an SQLAlchemy address, with the cards of `file`."""

    def __init__(self, address: str, file: pathlib.Path, environment: dict[str, str] | None = None):
        self.evidence = {slot: [str(uuid.uuid4())] for slot in shiming_server.SLOTS}
        self.environment = os.environ | {"DATABASE_URL": address, "PYTHONPATH": str(PEERS)}
        subprocess.run(
            [ENVIRONMENT / "bin/python", "-m", "fastapi_peer.seed", file, TOKEN, json.dumps(self.evidence)], check=True, env=self.environment)
        self.environment |= environment or {}
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.process = subprocess.Popen(
            [ENVIRONMENT / "bin/uvicorn", "fastapi_peer.main:app", "--workers", str(WORKERS), "--port", str(self.port), "--log-level", "warning",
             "--no-access-log"], env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while True:
            with contextlib.suppress(requests.ConnectionError):
                if requests.get(self.url + "/healthz", timeout=5).ok:
                    return self
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.__exit__()
                raise RuntimeError("the FastAPI peer did not start")
            time.sleep(0.05)

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def cpu_seconds(self) -> float:
        """All workers' processor time."""
        return sum(shiming_server.cpu_seconds(pid) for pid in shiming_server.family(self.process.pid))

    def peak_memory_kib(self) -> int:
        return sum(shiming_server.peak_memory_kib(pid) for pid in shiming_server.family(self.process.pid))
