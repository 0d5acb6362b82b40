"""Installations that somebody worked with, left as a program of an earlier step of the schema left them (the program `older-store`)."""
import base64
import hashlib
import hmac
import json
import pathlib
import shutil
import subprocess

from shiming_server import BIN, RESPONSIBLE, World, card_file, iccid

#: Built beside the program under test.
OLDER_STORE = pathlib.Path(BIN).with_name("older-store") if BIN else None


def leave(step, newer, older):
    """What the store at `newer` (a file or postgres://…) holds, at `older` as the program of that step left it."""
    done = subprocess.run([str(OLDER_STORE), str(step), str(newer), str(older)], capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


class LivedIn:
    """A company, cards that are registered and a draft that is not handed in yet; what it answered before."""

    REGISTERED, DRAFTED = range(5), range(5, 7)

    def __init__(self, server):
        self.world = World(server, ["clerk", "reviewer", "compliance", "auditor"])
        self.world.take_in(card_file(range(8)))
        self.world.allocate()
        self.world.register(cards={"numbers": [iccid(n) for n in self.REGISTERED]})
        self.draft = self.world.begin(cards={"numbers": [iccid(n) for n in self.DRAFTED]})
        self.world.settled_trail()
        self.tokens = {name: caller.token for name, caller in self.world.people.items()}
        self.before = self.answers()
        assert [number for number in range(8) if self.is_registered(number)] == list(self.REGISTERED), self.before

    def answers(self):
        """Who answers for each card, without the time of asking."""
        return [{name: value for name, value in self.world.answer(number).items() if name not in ("at", "asKnown")} for number in range(8)]

    def is_registered(self, number):
        return self.world.answer(number)["standing"] == "registered"

    def at(self, server):
        """Asked at another server from now on, with the tokens of before."""
        self.world.server = server
        for name, caller in self.world.people.items():
            caller.server, caller.token = server, self.tokens[name]
            caller.web.close()

    def demand_as_before(self):
        """It answers the same, in clear too: the keys open what was sealed."""
        assert self.answers() == self.before
        purpose = "升级后核对 2026-118"
        shown = self.world.compliance.must("revealAnswer", json={"iccid": iccid(0), "purpose": purpose}).json()
        assert shown["responsiblePerson"]["documentNumber"] == RESPONSIBLE["documentNumber"]
        for piece in self.before[0]["evidence"]:
            assert self.world.compliance.must("openEvidence", {"evidence": piece}, json={"purpose": purpose}).content
        self.world.whole_trail()

    def go_on(self):
        """People sign in with their passwords and second factors, and what was begun is handed in and approved."""
        self.world.sign_in_again()
        self.world.decide(self.world.submit(self.draft), ask="must")
        assert all(map(self.is_registered, self.DRAFTED))


def as_the_former_program_made_it(backup, database, key_file, step):
    """Puts the database of an earlier step into a backup: list, manifest and tag as the program of that step wrote them, under the same key."""
    backup = pathlib.Path(backup)
    shutil.copy(database, backup / "shiming.sqlite")
    lines = [line for line in (backup / "files.sha256").read_text().splitlines() if not line.endswith("  shiming.sqlite")]
    lines.append(hashlib.sha256((backup / "shiming.sqlite").read_bytes()).hexdigest() + "  shiming.sqlite")
    (backup / "files.sha256").write_text("\n".join(lines) + "\n")
    manifest = json.loads((backup / "manifest.json").read_text())
    manifest["schema"] = [one for one in manifest["schema"] if one["number"] <= step]
    manifest["bytes"] = sum((backup / line[66:]).stat().st_size for line in lines)
    manifest["listDigest"] = hashlib.sha256((backup / "files.sha256").read_bytes()).hexdigest()
    (backup / "manifest.json").write_text(json.dumps(manifest, sort_keys=True))
    name = (backup / "manifest.tag").read_text().split()[0]
    keys = dict(line.split() for line in pathlib.Path(key_file).read_text().splitlines())
    (backup / "manifest.tag").write_text(f"{name} {tag(keys[name], (backup / 'manifest.json').read_bytes())}\n")


def tag(key, content):
    """HMAC-SHA256 under a key derived (RFC 5869, SHA-256, without salt) from a key-encryption key."""
    extracted = hmac.digest(b"", base64.b64decode(key), "sha256")
    derived = hmac.digest(extracted, b"tag\0backup-manifest\x01", "sha256")
    return hmac.digest(derived, content, "sha256").hex()


def fresh_database(cluster):
    """A database without anything: its name and its address."""
    address = cluster.database()
    return cluster.name, address
