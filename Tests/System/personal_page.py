"""A person with a phone at the pages under /p: Debian's chromium, driven from outside, and the staff who sold the card and review the case."""

import contextlib
import functools
import os
import pathlib
import shutil
import urllib.parse

from page_keys import Keyboard, Pointer
from pictures import card, hand_held
from playwright.sync_api import Locator, Page
from shiming_server import World, card_file

# The shell draws and runs what the whole browser does, and starts and draws in less time.
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
WATCH = {"name": "手表套餐", "carrier": "mobile", "cardClass": "wearable", "traffic": "directed", "monthlyMegabytes": 100,
         "voice": True, "sms": False, "binding": "none"}
LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
PHONE = {"width": 390, "height": 844}
# Everybody here comes from one address.
SETTINGS = ("rate-open-requests=100000",)
# How the operator is reached, where a page shall tell it.
CONTACT = ("contact-hotline=400-000-0000", "contact-hours-en=daily 8:00 to 20:00", "contact-halls=https://halls.example.test/")
PAGES = ("/p", "/p/start", "/p/status", "/p/consent", "/p/document", "/p/details", "/p/guardian", "/p/proxy", "/p/photo", "/p/face", "/p/review")


def whole(act):
    """A click is over for Playwright when the next page begins to come; what is asked of it afterwards shall be asked of all of it."""
    @functools.wraps(act)
    def done(self, *arguments, **named):
        found = act(self, *arguments, **named)
        (self if isinstance(self, Page) else self.page).wait_for_load_state("domcontentloaded")
        return found
    return done


for kind in (Page, Locator):
    kind.click, kind.press = whole(kind.click), whole(kind.press)


class WatchSeller(World):
    """An agent with watches' cards and a link for each."""

    BATCH = "W-2026-11"

    def __init__(self, server, cards=40):
        super().__init__(server, ["clerk", "reviewer", "compliance"])
        self.administrator.must("createProduct", json={"code": "watch", "terms": WATCH})
        done = self.take_in(card_file(range(cards)), product="watch", batch=self.BATCH)
        assert (done["state"], done["counts"]["failed"]) == ("done", 0), done
        self.allocate(batch=self.BATCH)
        self.links = iter(self.issue("link"))

    def issue(self, kind, days=30):
        asked = {"kind": kind, "cards": {"batch": self.BATCH}, "days": days, "deviceType": "儿童手表"}
        return self.clerk.must("issueEntrances", json=asked).json()["items"]

    def waiting(self, state="submitted"):
        """The newest application in a state, with its version."""
        found = list(self.reviewer.pages("listApplications", query={"state": state}))
        read = self.reviewer.must("readApplication", {"application": found[-1]["id"]})
        return {"application": found[-1]["id"], "version": read.headers["ETag"]}

    def carrier_answers(self, receipt, verdict):
        waiting = self.waiting("awaiting-carrier")
        return self.reviewer.must(
            "recordCarrierReply", {"application": waiting["application"]}, json={"verdict": verdict, "receipt": receipt},
            version=waiting["version"]).json()

    def carrier_accepts(self, receipt):
        return self.carrier_answers(receipt, "accepted")


@contextlib.contextmanager
def browser(player, camera=None):
    """Chromium; `camera` is a file that it plays as its camera."""
    arguments = ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    if camera:
        arguments.append(f"--use-file-for-fake-video-capture={camera}")
    running = player.chromium.launch(executable_path=CHROMIUM, args=arguments)
    try:
        yield running
    finally:
        running.close()


class Camera:
    """What lies before the phone's camera. Another scene is put there between two looks: Chromium reads the file when a page opens the camera."""

    def __init__(self, folder):
        self.file = pathlib.Path(folder) / "camera.mjpeg"

    def show(self, view):
        beside = self.file.with_name("next.mjpeg")
        view.write(beside)
        # In one stroke: a camera that is still open keeps what it has.
        beside.replace(self.file)
        return view.truth


class Phone:
    """One browser of one person. What it loads is counted, and what goes wrong in it fails the test."""

    def __init__(self, running, server, language="zh", scripts=True, scheme="light", size=PHONE, keys=False):
        self.address, self.scripts, self.scheme, self.size = server.address, scripts, scheme, size
        self.context = running.new_context(
            java_script_enabled=scripts, locale=LANGUAGES[language], color_scheme=scheme, viewport=size)
        self.page = self.context.new_page()
        self.by = Keyboard(self.page) if keys else Pointer(self.page)
        # A picture is read by a child process, which on a busy machine takes its time.
        self.page.set_default_timeout(60_000)
        self.troubles, self.requested = [], []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda said: self.troubles.append(said.text) if "Content Security Policy" in said.text else None)
        self.page.on("request", lambda request: self.requested.append(request.url))

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.context.close()
        if kind is None:
            assert not self.troubles, self.troubles
            hosts = {urllib.parse.urlsplit(url).netloc for url in self.requested}
            assert hosts <= {urllib.parse.urlsplit(self.address).netloc}, hosts

    @property
    def path(self):
        return urllib.parse.urlsplit(self.page.url).path

    @property
    def text(self):
        return self.page.inner_text("main")

    def go(self, path):
        return self.page.goto(self.address + path)

    def look(self, size, scheme):
        self.page.set_viewport_size(size)
        self.page.emulate_media(color_scheme=scheme)
        self.size, self.scheme = size, scheme

    def looks(self, sizes):
        """The page that is open, on each of these sizes, light and dark; afterwards it looks as before."""
        before = self.size, self.scheme
        for size in sizes:
            for scheme in ("light", "dark"):
                self.look(size, scheme)
                yield size, scheme
        self.look(*before)

    def open(self, link):
        self.go(link["path"])
        assert self.path == "/p", self.text

    def keys_only(self):
        """From now on nothing but keys is used for what this class does."""
        self.by = Keyboard(self.page)

    def next(self):
        self.by.press("main button.main, main a.main")

    # The steps.

    def consent(self, face=True, under_14=False):
        """`face` is None where no face is asked for."""
        self.go("/p/consent")
        # Not asked where a document or what is registered tells it.
        if self.page.locator("input[name=under-14]").count():
            self.by.pick(f"input[name=under-14][value={'yes' if under_14 else 'no'}]")
        for kind, answer in (("privacy", True), ("sensitive-data", True), ("face", face)):
            if answer is not None:
                self.by.pick(f"input[name={kind}][value={'yes' if answer else 'no'}]")
        self.next()

    def choose(self, document="resident-id"):
        self.go("/p/document")
        self.by.pick(f"input[value={document}]")
        self.by.press("form[action='/p/document'] button")

    def hand(self, slot, picture):
        """A photo chosen for a slot; with scripts it is sent by itself."""
        self.by.choose_file(f"#{slot}-file", picture)
        if not self.scripts:
            self.by.press(f"#{slot} form button")
        self.page.wait_for_selector(f"#{slot} .state.done")

    def open_camera(self, slot, button="open"):
        """The camera of the page, opened by a button, with something to be seen."""
        self.page.click(f"#{slot} [data-{button}]")
        self.page.wait_for_function(
            """slot => {
                const live = document.querySelector(`#${slot} [data-live]`), video = live.querySelector("video");
                return !live.hidden && video.srcObject?.active && video.videoWidth > 0 && video.currentTime > 0;
            }""", arg=slot)

    def photograph(self, seed, who="holder"):
        """Both sides of the document of this seed's invented person; answers what they say."""
        front, said = card(seed, "clean", "id-front")
        back, terms = card(seed, "clean", "id-back")
        self.hand(f"{who}-id-front", front)
        self.hand(f"{who}-id-back", back)
        return said | terms

    def fill(self, said, contact="138 0013 8000"):
        self.go("/p/details")
        self.write(said, contact)
        self.next()

    def write(self, said, contact="138 0013 8000", who="holder"):
        """One person's part of the page of details."""
        for field, value in (("name", said["name"]), ("documentNumber", said["number"]), ("address", said["address"]), ("contact", contact),
                             ("validFrom", said["validFrom"])):
            self.by.type(f"#{who}-{field}", value)
        # The document of an old person is good for ever.
        self.by.pick(f"input[name={who}-longTerm]", said["validUntil"] is None)
        if said["validUntil"]:
            self.by.type(f"#{who}-validUntil", said["validUntil"])

    def hold(self, seed):
        self.go("/p/photo")
        self.hand("hand-held-photo", hand_held(seed)[0])

    def hand_in(self):
        self.go("/p/review")
        self.by.pick("input[name=notice]")
        self.next()
        assert self.path == "/p/status", self.text

    def everything_but_handing_in(self, link, seed):
        self.open(link)
        self.consent(face=False)
        self.choose()
        said = self.photograph(seed)
        self.fill(said)
        self.hold(seed)
        return said


def effective(phone, seller, seed):
    """A watch's card registered to the end; answers what the document says and the link."""
    link = next(seller.links)
    said = phone.everything_but_handing_in(link, seed)
    phone.hand_in()
    seller.decide(seller.waiting(), ask="must")
    seller.carrier_accepts(f"own-{seed}")
    phone.go("/p/status")
    return said, link


def prove(phone, said, seed, number=None):
    """Everything of the proof but the handing in, by a photo."""
    phone.go("/p/mine")
    phone.next()
    phone.consent(face=False)
    phone.by.type("#holder-documentNumber", number or said["number"])
    phone.next()
    phone.hold(seed)
    phone.go("/p/review")
    phone.next()
