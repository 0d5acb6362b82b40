"""What the tests of the console's operation share: cards at a carrier, a program that is told, and what shuts people out of a page."""
import contextlib
import datetime
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
from accessibility import shut_out, shut_out_in_any_look
from console_desk import DESK
from personal_page import PHONE
from shiming_server import iccid, msisdn, poll

CHINA = datetime.timezone(datetime.timedelta(hours=8))


def day(days=0):
    return (datetime.datetime.now(CHINA) + datetime.timedelta(days=days)).strftime("%Y-%m-%d")


@contextlib.contextmanager
def program_told():
    """A program that takes events and notices, or answers with another status at their paths."""
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(server.answers.get(self.path, 204))
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.answers = {}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()


def play(sandbox, **scenario):
    answer = requests.put(
        sandbox.address + "/sandbox/scenario", json=scenario, headers={"Authorization": f"Bearer {sandbox.key}"}, timeout=30)
    assert answer.status_code == 204, answer.text


def shown(number, state, name="registered"):
    return {"iccid": iccid(number), "msisdn": msisdn(number), "state": state, "realName": name}


def reference(world, number):
    return world.administrator.must("searchCards", json={"numbers": [iccid(number)]}).json()["items"][0]["card"]["card"]


def change(world, command, cards, **more):
    world.administrator.must("changeLives", json={"command": command, "cards": {"numbers": [iccid(n) for n in cards]}} | more)


def disagreement(world, number):
    """A card that runs here and that its carrier has stopped."""
    card = reference(world, number)
    if world.administrator.must("readLife", {"card": card}).json()["state"] != "active":
        change(world, "activate", [number])
    poll(lambda: world.administrator.must("readLife", {"card": card}).json()["carrierState"] == "active" or None, 150, "not active", pause=0.2)
    play(world.sandbox, cards=[shown(number, "stopped")], windowSeconds=1)

    def found():
        world.administrator.must("askCarrier", json={"card": card})
        return card in [case["card"] for case in world.administrator.must("listLifeCases").json()["items"]] or None
    poll(found, 60, "no case", pause=0.5)
    return card


def pictured(desk, link):
    desk.picture("all-" + re.sub(r"[^a-z]+", "-", link).strip("-"))


def faults(desk, link):
    pictured(desk, link)
    return shut_out(desk.page, link)


def faults_in_any_look(desk, link):
    return shut_out_in_any_look(desk, link, (DESK, PHONE), lambda: pictured(desk, link))
