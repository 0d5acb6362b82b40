"""`shiming notices words`: the words of notices listed, tried, set and taken back at the terminal."""

import json
import os
import subprocess
import tempfile

import pytest
from persons import UNLIMITED
from shiming_server import BIN, World, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

KIND = "stop-arrears"
ZH, EN = "【示例物联】{code}于{day}停机：{reason}。{remedy}材料：{documents}", "Example IoT: {code}, {day}: {reason}. {remedy} Bring {documents}."
BODY = "{code} {day} {reason}\\n{remedy} {documents} {cards} {list}"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("notice-words"), settings=UNLIMITED) as server:
        yield World(server, ["clerk", "compliance"])


def words(caller, *arguments, code=0):
    environment = {"PATH": os.environ["PATH"], "HOME": tempfile.gettempdir(), "LANG": "en_US.UTF-8",
                   "SHIMING_SERVER": caller.server.address, "SHIMING_TOKEN": caller.token}
    done = subprocess.run(
        [BIN, "notices", "words", *arguments], capture_output=True, text=True, timeout=60, env=environment, stdin=subprocess.DEVNULL)
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stderr if code else done.stdout


def versions(world, kind):
    return json.loads(words(world.compliance, "versions", kind, "--json"))["items"]


def in_force(world, kind):
    return next(item for item in json.loads(words(world.compliance, "list", "--json"))["items"] if item["kind"] == kind)


def test_words_are_tried_set_kept_in_part_and_taken_back(world):
    listed = words(world.compliance, "list")
    assert KIND in listed and "{documents}*" in listed and "{page}" in listed
    shown = words(world.compliance, "preview", KIND, "--message-zh", ZH, "--message-en", EN)
    assert "【示例物联】SM-ABCDEFGHJK于2027年2月9日停机" in shown and "Example IoT: SM-ABCDEFGHJK, 9 February 2027" in shown
    assert versions(world, KIND) == []
    words(world.administrator, "set", KIND, "--message-zh", ZH, "--message-en", EN)
    assert ZH in words(world.compliance, "versions", KIND) and in_force(world, KIND)["message"] == {"zh": ZH, "en": EN}
    # What is not given stays.
    letter = ("--subject-zh", "停机 {code}", "--subject-en", "Stopped {code}", "--body-zh", BODY, "--body-en", BODY)
    words(world.administrator, "set", KIND, "--message-zh", ZH + "。", *letter)
    newest = versions(world, KIND)[0]
    assert newest["ordinal"] == 2 and newest["message"] == {"zh": ZH + "。", "en": EN}
    assert newest["letter"]["body"]["zh"] == BODY.replace("\\n", "\n") and newest["letter"]["subject"]["en"] == "Stopped {code}"
    assert "Stopped SM-ABCDEFGHJK" in words(world.compliance, "preview", KIND)
    words(world.administrator, "set", KIND, "--built-in-message")
    newest = versions(world, KIND)[0]
    assert newest["ordinal"] == 3 and "message" not in newest and "letter" in newest
    words(world.administrator, "set", KIND, "--built-in-letter", "--from", "2099-01-01T00:00:00Z")
    now = in_force(world, KIND)
    assert now["ordinal"] == 3 and not now["isBuiltIn"] and now["comingFrom"] == versions(world, KIND)[0]["validFrom"]
    # Before what is to come only where that is said.
    words(world.administrator, "set", KIND, "--built-in-letter", code=1)
    words(world.administrator, "set", KIND, "--built-in-letter", "--built-in-message", "--replacing")
    now = in_force(world, KIND)
    assert now["ordinal"] == 5 and now["isBuiltIn"] and "comingFrom" not in now


@pytest.mark.parametrize("arguments, code, says", [
    (("set", "submitted", "--message-zh", "{code} {phone}", "--message-en", "{code}"), 1, "{phone}"),
    (("preview", "submitted", "--message-zh", "{code", "--message-en", "{code}"), 1, "{code"),
    (("set", "stop-risk", "--message-zh", "{code}", "--message-en", "{code}"), 1, "{documents}"),
    (("set", "submitted", "--message-zh", "{code}请致电13800138000", "--message-en", "{code}"), 1, ""),
    (("set", "boredom", "--built-in-message"), 1, ""), (("versions", "boredom"), 1, ""),
    (("set", "submitted", "--message-zh", "{code}"), 2, "--message-en"),
    (("preview", "stop-risk", "--subject-zh", "{code}", "--subject-en", "{code}"), 2, "--body-zh"),
    (("set", "submitted", "--built-in-message", "--message-zh", "{code}"), 2, "--built-in-message"),
    (("set", "stop-risk", "--built-in-letter", "--body-en", "{code}"), 2, "--built-in-letter"),
    (("set",), 2, ""), (("set", "submitted", "--from", "yesterday"), 2, ""),
])
def test_what_is_no_wording_is_refused_with_its_reason_and_nothing_is_set(world, arguments, code, says):
    said = words(world.administrator, *arguments, code=code)
    assert says in said and "13800138000" not in said, said
    for kind in ("submitted", "stop-risk"):
        assert versions(world, kind) == []


def test_an_agents_clerk_neither_reads_nor_sets_words(world):
    for arguments in (("list",), ("versions", "submitted"), ("preview", "submitted"), ("set", "submitted", "--built-in-message")):
        words(world.clerk, *arguments, code=3)
    assert versions(world, "submitted") == []
