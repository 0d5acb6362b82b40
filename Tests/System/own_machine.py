"""A machine of one's own, on which the operator's handbook (docs/operations.md) is typed line by line.

Where the kernel lets us (root, with the right to a namespace of mounts) it has an /etc, /usr/local/bin, /var/lib and network of its own: accounts are
made, owners set, programs put in place and port 8080 listened to, and nothing of it is seen outside. Elsewhere those places lie in a folder, nobody
becomes anybody else, and `CONFINED` names what is replaced besides.
"""
import configparser
import contextlib
import ctypes
import functools
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import socket
import subprocess
import time

from shiming_server import BIN, PASSWORD, ROOT

PLACES = ("/usr/local/bin", "/var/lib", "/etc")

#: What is not typed as it stands, on every machine: a word of the handbook, and why.
REPLACED = {
    "Scripts/swift-build.sh": "Takes some twenty minutes; the program under test is built by the same script, and stands where it would leave it.",
    ".build/release/shiming": "The program under test, wherever the build left it.",
    "sudo": "Asks for a password, and is missing where one is root; `setpriv` becomes the other account, with an environment as empty as sudo's.",
    "systemctl": "Talks to systemd as process 1. systemd's own tools enable and judge the unit where they are installed; its command is started, as "
                 "its account and with its umask, by the test.",
}
#: What is replaced besides where no machine of one's own is to be had.
CONFINED = {
    "useradd": "Writes /etc/passwd; notes whom it was to make.",
    "install": "Sets owners that do not exist; leaves owners alone.",
    "chown": "The same.",
    "/usr/local/bin, /var/lib, /etc": "In the test's folder.",
    ":8080": "Another program may listen there; a free port.",
}

SUDO = """
as=root
if [ "$1" = -u ]; then as=$2; shift 2; fi
[ "$as" = root ] && exec "$@"
exec env -i PATH="$PATH" LANG="$LANG" USER="$as" LOGNAME="$as" HOME="$(getent passwd "$as" | cut -d: -f6)" \\
    setpriv --reuid "$as" --regid "$as" --init-groups -- "$@"
"""
SYSTEMCTL = """
echo "$@" >> "$HANDBOOK_ROOT/systemctl"
case "$*" in
    "enable --now shiming") [ ! -x /usr/bin/systemctl ] || SYSTEMD_OFFLINE=1 /usr/bin/systemctl enable shiming ;;
    daemon-reload | "start shiming" | "stop shiming") ;;
    *) echo "the test does not know how to: systemctl $*" >&2; exit 64 ;;
esac
"""
OWN_TOOLS = {"sudo": SUDO, "systemctl": SYSTEMCTL}
CONFINED_TOOLS = {
    "sudo": 'if [ "$1" = -u ]; then shift 2; fi\nexec "$@"\n',
    "systemctl": SYSTEMCTL.replace('[ ! -x /usr/bin/systemctl ] || SYSTEMD_OFFLINE=1 /usr/bin/systemctl enable shiming', "true"),
    "install": 'words=()\nwhile [ $# -gt 0 ]; do case "$1" in -o|-g) shift 2;; *) words+=("$1"); shift;; esac; done\nexec /usr/bin/install "${words[@]}"\n',
    "useradd": 'echo "$@" >> "$HANDBOOK_ROOT/accounts"\n',
    "chown": "exit 0\n",
}
# What lay in /usr/local/bin before can still be used, and what is installed is still known.
OWN_PLACES = """
set -e
shopt -s nullglob
root=$1
cp -a /etc/. "$root/etc/"
sed -i '/^shiming:/d' "$root"/etc/passwd "$root"/etc/shadow "$root"/etc/group "$root"/etc/gshadow
mkdir -p "$root/usual" "$root/etc/systemd/system"
mount --bind /usr/local/bin "$root/usual"
for tool in "$root"/usual/*; do [ "${tool##*/}" = shiming ] || ln -s "$tool" "$root/usr/local/bin/"; done
if [ -d /var/lib/dpkg ]; then mkdir "$root/var/lib/dpkg"; mount --bind /var/lib/dpkg "$root/var/lib/dpkg"; fi
mount --bind "$root/etc" /etc
mount --bind "$root/usr/local/bin" /usr/local/bin
mount --rbind "$root/var/lib" /var/lib
eval "$2"
echo ready
exec sleep infinity
"""
# SIOCSIFFLAGS, IFF_UP.
LOOPBACK_UP = """/usr/bin/python3 -c "import fcntl, socket, struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sh22x', b'lo', 1))\""""
# Each right that the places, the network and the accounts take: a container may have some of them.
RIGHTS = f"mount --bind /etc /etc && mount --rbind /var/lib /var/lib && {LOOPBACK_UP} && setpriv --reuid 65534 --regid 65534 --clear-groups -- true"
UNSHARE = ["unshare", "--mount", "--net", "--propagation", "private", "--"]


@functools.cache
def may_be_own():
    """Whether this test may have places, a network and accounts that nobody else sees."""
    if os.getuid() != 0 or not all(map(shutil.which, ("unshare", "nsenter", "setpriv"))):
        return False
    return subprocess.run([*UNSHARE, "bash", "-c", RIGHTS], capture_output=True, timeout=60).returncode == 0


class Machine:
    """The handbook's commands go to `type`; `typed` holds those that were run."""

    #: Its time is the test's (shiming_server.Server).
    clock = None

    def __init__(self, root):
        self.root = root
        self.is_own = may_be_own()
        self.typed = []
        self.service = self.holder = None
        for place in (*PLACES, "/tools", "/home", "/etc/systemd/system"):
            (root / place.lstrip("/")).mkdir(parents=True, exist_ok=True)
        tools = root / "tools"
        for name, text in (OWN_TOOLS if self.is_own else CONFINED_TOOLS).items():
            (tools / name).write_text("#!/bin/bash\n" + text)
            (tools / name).chmod(0o755)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SHIMING_") and not name.lower().endswith("_proxy")}
        self.environment = kept | {"HANDBOOK_ROOT": str(root), "HOME": str(root / "home"), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        self.environment.pop("XDG_CONFIG_HOME", None)
        if self.is_own:
            self.port = 8080
            self.environment["PATH"] = f"{tools}:/usr/local/bin:{kept['PATH']}:/usr/sbin:/sbin"
            self.holder = subprocess.Popen([*UNSHARE, "bash", "-c", OWN_PLACES, "places", str(root), LOOPBACK_UP], stdout=subprocess.PIPE, text=True)
            assert self.holder.stdout.readline() == "ready\n", "the machine's places are not made"
        else:
            with socket.socket() as taken:
                taken.bind(("127.0.0.1", 0))
                self.port = taken.getsockname()[1]
            self.environment |= {
                "PATH": f"{tools}:{root}/usr/local/bin:{kept['PATH']}", "SHIMING_PORT": str(self.port),
                "SHIMING_SERVER": f"http://127.0.0.1:{self.port}"}

    def close(self):
        for process in (self.service, self.holder):
            if process and process.poll() is None:
                process.kill()
                process.wait()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def path(self, place):
        """Where a place of the machine lies, seen from outside."""
        return self.root / place.lstrip("/")

    # MARK: Typing

    def here(self, line):
        line = line.replace(".build/release/shiming", str(pathlib.Path(BIN).resolve()))
        if not self.is_own:
            for place in PLACES:
                line = re.sub(rf"(?<![\w/.]){re.escape(place)}(?=[/\s.]|$)", f"{self.root}{place}", line)
            line = line.replace(":8080", f":{self.port}")
        return line

    def command(self, line):
        """The line as a shell on this machine gets it, in the folder of the sources."""
        shell = ["bash", "-c", 'cd "$0" && ' + self.here(line), str(ROOT)]
        return ["nsenter", "--target", str(self.holder.pid), "--mount", "--net", "--", *shell] if self.is_own else shell

    def start(self, line, **more):
        """A command that goes on; the process is its own."""
        return subprocess.Popen(self.command("exec " + line), cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, **more)

    def run(self, line):
        return subprocess.run(
            self.command(line), cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)

    def type(self, line):
        """One line of the handbook; what systemd would do for it is done after it."""
        self.typed.append(line)
        if line.startswith("Scripts/swift-build.sh"):
            assert (ROOT / line.split()[0]).exists(), line
            return ""
        done = self.run(line)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        words = line.split()
        if "systemctl" in words:
            self.systemd(words[words.index("systemctl") + 1:])
        return done.stdout

    def refused(self, line):
        """What a command says that must fail."""
        done = self.run(line)
        assert done.returncode != 0, (line, done.stdout)
        return done.stdout + done.stderr

    # MARK: What runs

    def systemd(self, words):
        if words[0] in ("enable", "start"):
            unit = configparser.ConfigParser(interpolation=None, strict=False)
            unit.optionxform = str
            unit.read(self.path("/etc/systemd/system/shiming.service"), encoding="utf-8")
            service = unit["Service"]
            assert service["ReadWritePaths"] in service["ExecStart"]
            self.judge_unit()
            with open(self.root / "journal", "ab") as journal:
                self.service = self.start(
                    f"bash -c 'umask {service['UMask']}; exec sudo -u {service['User']} {service['ExecStart']}'", stdout=journal, stderr=journal)
        elif words[0] == "stop" and self.service:
            self.end(self.service)
            self.service = None

    def judge_unit(self):
        """systemd's own judgement of the unit, where systemd is installed and the unit's program in its place."""
        if self.is_own and shutil.which("systemd-analyze"):
            done = self.run("systemd-analyze verify /etc/systemd/system/shiming.service")
            assert done.returncode == 0 and "shiming" not in done.stdout + done.stderr, done.stdout + done.stderr

    @staticmethod
    def end(process, by=signal.SIGTERM):
        process.send_signal(by)
        assert process.wait(timeout=60) == 0

    def enrol(self, line):
        """At a terminal of its own, as it asks there; answers what was shown."""
        command = self.command("exec " + line)
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(ROOT)
            os.execvpe(command[0], command, self.environment)
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

    @contextlib.contextmanager
    def network(self):
        """What is asked by this thread meanwhile is asked on the machine's network."""
        if not self.is_own:
            yield
            return
        enter = ctypes.CDLL(None, use_errno=True).setns
        here, there = (os.open(f"/proc/{place}/ns/net", os.O_RDONLY | os.O_CLOEXEC) for place in ("thread-self", self.holder.pid))
        try:
            assert enter(there, 0) == 0, os.strerror(ctypes.get_errno())
            try:
                yield
            finally:
                assert enter(here, 0) == 0, os.strerror(ctypes.get_errno())
        finally:
            os.close(here)
            os.close(there)
