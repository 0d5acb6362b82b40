"""The operator's handbook (docs/operations.md), typed line by line: installing, and a new version.

The commands are those of the handbook; only places that belong to the machine (/usr/local, /var/lib, /etc) lie in a folder of the test, nobody becomes
root, and what systemd does with the unit is done by a small stand-in that reads the unit itself.
"""
import configparser
import os
import pathlib
import pty
import re
import select
import signal
import socket
import subprocess
import time

import pytest
from shiming_server import BIN, PASSWORD, ROOT

HANDBOOK = ROOT / "docs" / "operations.md"
PLACES = ("/usr/local/bin", "/var/lib", "/etc")
#: No root, no other accounts: `sudo` does it itself, `install` leaves owners alone, `useradd` notes whom it was to make.
STANDING_IN = {
    "sudo": 'while [ "$1" = -u ]; do shift 2; done\nexec "$@"\n',
    "install": 'words=()\nwhile [ $# -gt 0 ]; do case "$1" in -o|-g) shift 2;; *) words+=("$1"); shift;; esac; done\nexec /usr/bin/install "${words[@]}"\n',
    "useradd": 'echo "$@" >> "$HANDBOOK_ROOT/accounts"\n',
    "systemctl": 'echo "$@" >> "$HANDBOOK_ROOT/systemctl"\n',
}


def chapter(title):
    """The fenced blocks of a chapter, in order."""
    text = HANDBOOK.read_text(encoding="utf-8")
    part = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.M | re.S).group(1)
    return [block.strip().split("\n") for block in re.findall(r"```sh\n(.*?)```", part, re.S)]


class Machine:
    """A machine of one's own as far as the handbook is concerned."""

    def __init__(self, root):
        self.root = root
        for place in PLACES:
            (root / place.lstrip("/")).mkdir(parents=True)
        (root / "etc/systemd/system").mkdir(parents=True)
        tools = root / "tools"
        tools.mkdir()
        for name, text in STANDING_IN.items():
            (tools / name).write_text("#!/bin/bash\n" + text)
            (tools / name).chmod(0o755)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            self.port = taken.getsockname()[1]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SHIMING_")}
        self.environment = kept | {
            "PATH": f"{tools}:{root}/usr/local/bin:{kept['PATH']}", "HANDBOOK_ROOT": str(root), "HOME": str(root),
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SHIMING_PORT": str(self.port), "SHIMING_SERVER": f"http://127.0.0.1:{self.port}"}
        self.service = None

    def here(self, text):
        for place in PLACES:
            text = re.sub(rf"(?<![\w/.]){re.escape(place)}(?=[/\s]|$)", f"{self.root}{place}", text)
        return text.replace(":8080", f":{self.port}").replace(".build/release/shiming", BIN)

    def start(self, line, **more):
        return subprocess.Popen(["bash", "-c", "exec " + self.here(line)], cwd=ROOT, env=self.environment, **more)

    def type(self, line):
        """One line; what systemd would do for it is done after it."""
        if line.startswith("Scripts/"):
            assert (ROOT / line.split()[0]).exists(), line
            return ""
        done = subprocess.run(
            ["bash", "-c", self.here(line)], cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        words = line.split()
        if "systemctl" in words:
            self.systemd(words[words.index("systemctl") + 1:])
        return done.stdout

    def systemd(self, words):
        if words[0] in ("enable", "start"):
            unit = configparser.ConfigParser(interpolation=None, strict=False)
            unit.optionxform = str
            unit.read(self.root / "etc/systemd/system/shiming.service", encoding="utf-8")
            assert unit["Service"]["User"] == "shiming" and unit["Install"]["WantedBy"]
            assert unit["Service"]["ReadWritePaths"] in unit["Service"]["ExecStart"]
            with open(self.root / "journal", "ab") as journal:
                self.service = self.start(unit["Service"]["ExecStart"], stdout=journal, stderr=journal)
        elif words[0] == "stop":
            self.end(self.service)
            self.service = None

    @staticmethod
    def end(process, by=signal.SIGTERM):
        process.send_signal(by)
        assert process.wait(timeout=60) == 0

    def enrol(self, line):
        """At a terminal of its own, as it asks there; answers what was shown."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(ROOT)
            os.execvpe("bash", ["bash", "-c", "exec " + self.here(line)], self.environment)
        shown, limit = b"", time.monotonic() + 60
        answers = [b"New password: ", b"Once more: "]
        while time.monotonic() < limit and select.select([terminal], [], [], 30)[0]:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                break
            shown += piece
            if not piece:
                break
            if answers and shown.endswith(answers[0]):
                answers.pop(0)
                os.write(terminal, (PASSWORD + "\n").encode())
        os.close(terminal)
        _, status = os.waitpid(child, 0)
        assert status == 0 and not answers, shown.decode(errors="replace")
        return shown.decode(errors="replace")


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    machine = Machine(tmp_path_factory.mktemp("handbook"))
    yield machine
    if machine.service:
        machine.service.kill()
        machine.service.wait()


def token(machine, process):
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        text = (machine.root / "first").read_text(encoding="utf-8")
        if found := re.search(r"administrator.*?: (\S+)", text):
            return found.group(1)
        assert process.poll() is None, text
        time.sleep(0.1)
    raise AssertionError("no token was printed")


def test_the_chapter_on_installing_typed_line_by_line(machine):
    prepare, [serve], [enrol], started = chapter("Installing")
    for line in prepare:
        machine.type(line)
    assert "shiming" in (machine.root / "accounts").read_text()
    with open(machine.root / "first", "wb") as out:
        first = machine.start(serve, stdout=out, stderr=subprocess.DEVNULL)
        try:
            shown = machine.enrol(enrol.replace("TOKEN", token(machine, first)))
        finally:
            machine.end(first, by=signal.SIGINT)
    assert PASSWORD not in shown
    assert re.search(r"[A-Z2-7]{16,}", shown), "the secret of the authenticator"
    for line in started:
        said = machine.type(line)
    assert '"status":"ready"' in said
    journal = (machine.root / "journal").read_text(encoding="utf-8")
    assert "One-time token" not in journal, "nobody has to enrol any more"
    # What stands there is nobody else's.
    data = machine.root / "var/lib/shiming"
    assert data.stat().st_mode & 0o077 == 0
    assert (data / "keys/key-encryption-keys").stat().st_mode & 0o077 == 0


def test_the_chapter_on_a_new_version_typed_line_by_line(machine):
    [lines] = chapter("A new version")
    said = {line: machine.type(line) for line in lines}
    assert '"status":"ready"' in next(text for line, text in said.items() if line.startswith("curl"))
    backup = machine.root / "var/lib/shiming/before-upgrade"
    assert (backup / "manifest.json").exists()
    # The way back that the chapter names.
    again = pathlib.Path(machine.root / "var/lib/again")
    (again / "keys").mkdir(parents=True)
    again.chmod(0o700)
    keys = machine.root / "var/lib/shiming/keys/key-encryption-keys"
    machine.type(f"install -m 0600 {keys} {again}/keys/key-encryption-keys")
    machine.type(f"shiming restore --from {backup} --data {again}")
    machine.type(f"shiming store check --data {again}")


def test_the_unit_names_no_option_that_the_program_does_not_know():
    unit = (ROOT / "docs/examples/shiming.service").read_text(encoding="utf-8")
    known = subprocess.run([BIN, "serve", "--help"], capture_output=True, text=True, timeout=60).stdout
    for option in re.findall(r"(--[a-z-]+)", re.search(r"ExecStart=(.*)", unit).group(1)):
        assert option in known
