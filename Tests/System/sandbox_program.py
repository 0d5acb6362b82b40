"""A sandbox of the built program, started as a program of its own and asked over HTTP."""

import os
import pathlib
import re
import signal
import subprocess

from shiming_server import BIN, poll

KEY = "an-invented-key-0123456789"


class SandboxProgram:
    """`shiming sandbox …`; the key is one that both sides keep, or one that it makes where none is given."""

    def __init__(self, folder, command, variable, *arguments, key=KEY):
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.output, self.log = folder / "sandbox-out.txt", folder / "sandbox-log.txt"
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SHIMING_")}
        if key:
            environment[variable] = key
        with open(self.output, "wb") as out, open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [BIN, "sandbox", command, "--port", "0", *arguments], stdout=out, stderr=log, stdin=subprocess.DEVNULL, env=environment)
        said = poll(self.said, 60, lambda: "the sandbox does not listen: " + self.log.read_text())
        self.address = re.search(r"Listening at (\S+)", said).group(1)
        made = re.search(r"Key: (\S+)", said)
        self.key = made.group(1) if made else key

    def said(self):
        assert self.process.poll() is None, self.log.read_text()
        text = self.output.read_text()
        return text if "Listening at" in text else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            return self.process.wait(30)
        return self.process.returncode


def run(*arguments, **environment):
    """The program run to its end, with nothing of ours in the environment but what is named."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("SHIMING_")}
    return subprocess.run([BIN, *arguments], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, env=known | environment)
