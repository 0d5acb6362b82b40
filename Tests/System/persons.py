"""Persons at their cards' entrances, over HTTP: a watch's cards, links and claim codes, and what somebody with a phone does.

The people, their documents and their faces are invented (pictures/). A face challenge is answered in its own time: the server believes
no frame that would have been taken later than now.
"""

import base64
import functools
import time
import uuid

from PIL import ImageChops
from pictures import card, hand_held, people
from pictures.drawing import jpeg
from pictures.feeds import pose_at, schedule
from pictures.looks import REST
from pictures.scenes import face_in_room, sensor
from shiming_server import Caller, World, card_file, iccid, poll

WATCH = "watch-1g"
WATCHES = "W-2026-03"
WATCH_TERMS = {"name": "手表一吉流量", "carrier": "mobile", "cardClass": "wearable", "traffic": "general", "monthlyMegabytes": 1_024,
               "voice": False, "sms": False, "binding": "none"}
# Running numbers of the watches' cards, far from those of other tests.
FIRST_WATCH = 500_000
NOTICES = ("privacy", "sensitive-data", "face")
# What a test asks beside one another must not be stopped by limits that have tests of their own.
UNLIMITED = ("rate-requests=1000000", "rate-open-requests=1000000")
# The least between two frames, and a little.
BETWEEN = 260
MACHINE = "machine"
# Order codes for which the sandbox derives something else than a match and the same face (docs/verification-providers.md).
SANDBOX_SAYS_OTHERWISE = ("901", "902", "903", "904", "911", "912")


def rule(methods, **condition):
    body = {"methods": sorted(methods), "reasonEn": "Demanded by a test.", "reasonZh": "测试要求。"}
    return body | ({"condition": condition} if condition else {})


# The standard floor for a watch, decided by machines.
BY_MACHINE = {"rules": [rule(["document-data", "document-photos", "face"])], "approval": MACHINE, "cardsPerPerson": {"wearable": 10},
              "attemptsMax": 3}
DATA_ONLY = {"rules": [rule(["document-data"])], "approval": "reviewer", "cardsPerPerson": {"wearable": 10}, "attemptsMax": 100}


class PersonalWorld(World):
    """The world of the main job with a watch for sale: its cards lie with the first agent."""

    def __init__(self, server, people=("clerk", "reviewer"), watches=10):
        super().__init__(server, people)
        self.administrator.must("createProduct", json={"code": WATCH, "terms": WATCH_TERMS})
        self.policies = {}
        self.next_watch = FIRST_WATCH
        self.next_person = 100
        self.regulars = []
        self.free_watches = []
        if watches:
            self.stock_watches(watches)

    def stock_watches(self, count, to=None):
        """Takes in cards and gives them to an agent; answers their running numbers."""
        numbers = range(self.next_watch, self.next_watch + count)
        batch = WATCHES if self.next_watch == FIRST_WATCH else f"{WATCHES}-{self.next_watch}"
        self.next_watch += count
        done = self.take_in(card_file(numbers), batch=batch, product=WATCH)
        assert (done["state"], done["counts"]["taken"]) == ("done", count), done
        assert self.allocate(to=to, batch=batch)["moved"] == count
        if to is None:
            self.free_watches += numbers
        return list(numbers)

    def watch(self):
        """A card nobody came in by yet."""
        return self.free_watches.pop(0)

    def newcomer(self, **named):
        """A person nobody has met, with a common name and a number the sandbox matches."""
        while True:
            self.next_person += 1
            who = people.person(self.next_person, AREA)
            if 2 <= len(who.name) <= 4 and who.number[14:17] not in SANDBOX_SAYS_OTHERWISE:
                return Person(self, self.next_person, **named)

    def someone(self, **named):
        """One of a few persons, never the same as the one before: drawing a face takes longer than all the server does with it."""
        if len(self.regulars) < 10:
            self.regulars.append(self.newcomer(**named).seed)
            return Person(self, self.regulars[-1], **named)
        self.regulars.append(self.regulars.pop(0))
        return Person(self, self.regulars[-1], **named)

    # What staff do.

    def issue(self, numbers, kind="link", by=None, days=30, ask="must", **more):
        return getattr(by or self.clerk, ask)(
            "issueEntrances", json={"kind": kind, "cards": {"numbers": [iccid(n) for n in numbers]}, "days": days, "deviceType": "手表"} | more)

    def entrance(self, number, kind="link", **named):
        return self.issue([number], kind, **named).json()["items"][0]

    def set_policy(self, policy, organisation=None, by=None, ask="must"):
        """Sets a policy of the operating company unless told whose; the ordinals are counted here."""
        organisation = organisation or self.company
        after = self.policies.get(organisation, 0)
        answer = getattr(by or self.administrator, ask)(
            "setVerificationPolicy", {"organisation": organisation}, json={"policy": policy, "after": after})
        if answer.ok:
            self.policies[organisation] = after + 1
        return answer

    def application_of(self, person, by=None):
        """The person's application as a reviewer reads it, with the version to decide by."""
        by = by or self.reviewer
        case = person.case()
        registration, = by.must("listRegistrations", query={"code": case["code"]}).json()["items"]
        application, = by.must("listApplications", query={"registration": registration["id"]}).json()["items"]
        read = by.must("readApplication", {"application": application["id"]})
        return read.json() | {"etag": read.headers["ETag"]}

    def review(self, person, verdict="approve", ask="must", by=None, **body):
        application = self.application_of(person, by)
        return getattr(by or self.reviewer, ask)(
            "decideApplication", {"application": application["id"]}, json={"verdict": verdict} | body, version=application["etag"])

    def send_back(self, person, pointer="/evidence/holder-id-front", reason="unreadable"):
        return self.review(person, "send-back", reasons=[{"pointer": pointer, "code": reason}])

    def carrier_says(self, person, verdict="accepted", receipt=None, ask="must", by=None):
        application = self.application_of(person)
        return getattr(by or self.reviewer, ask)(
            "recordCarrierReply", {"application": application["id"]}, version=application["etag"],
            json={"verdict": verdict, "receipt": receipt or "CM-" + uuid.uuid4().hex[:12]})

    def preview(self, organisation=None, by=None, **facts):
        body = {"product": WATCH, "documentType": "resident-id", "deviceType": "手表", "organisation": organisation or self.agent} | facts
        return (by or self.administrator).must("previewVerification", json=body).json()


# ---------------------------------------------------------------- pictures

# Nobody's area that is an area of mainland China by its first digit: a number that begins with 9 may be of a permanent residence card.
AREA = people.NOBODYS_AREAS[1]


@functools.lru_cache(maxsize=64)
def document(seed, side):
    """A photograph of one side of the person's resident identity card, taken by hand."""
    return card(seed, "hard", f"id-{side}", AREA)[0]


@functools.lru_cache(maxsize=64)
def holding(seed):
    return hand_held(seed)[0]


@functools.lru_cache(maxsize=256)
def face(seed, action=None, take=0):
    """One frame of the face in the middle of an action, or at rest; every take is another picture: nobody holds still."""
    return jpeg(sensor(ImageChops.offset(posed(seed, action), take // 4, 0), seed, take), 85)


@functools.lru_cache(maxsize=64)
def posed(seed, action):
    pose = REST
    if action:
        moment, = schedule((action,))
        pose = pose_at((moment,), moment.start + moment.seconds / 2)
    return face_in_room(seed, pose, (640, 480), document="id-front")


PICTURES = {
    "holder-id-front": lambda seed: document(seed, "front"), "holder-id-back": lambda seed: document(seed, "back"),
    "hand-held-photo": holding,
}


# ---------------------------------------------------------------- a person with a phone

class Person:
    """Somebody invented, who is who the pictures say, with a device."""

    def __init__(self, world, seed, device=None, language=None):
        self.world, self.seed, self.device = world, seed, device
        self.who = people.person(seed, AREA)
        self.caller = Caller(world.server)
        if language:
            self.caller.headers["Accept-Language"] = language
        self.takes = 0
        self.number = None
        self.entrance = None

    @property
    def facts(self):
        until = self.who.valid_until
        return {
            "name": self.who.name, "documentType": "resident-id", "documentNumber": self.who.number, "address": self.who.address,
            "contact": f"13800{self.seed:06d}", "validFrom": self.who.valid_from.isoformat(),
            "validUntil": until.isoformat() if until else "long-term"}

    @property
    def secrets(self):
        """What may stand nowhere in clear."""
        return [self.facts[name] for name in ("name", "documentNumber", "address", "contact")]

    def ask(self, name, *arguments, **named):
        return self.caller.ask(name, *arguments, **named)

    def must(self, name, *arguments, **named):
        return self.caller.must(name, *arguments, **named)

    # Coming in.

    def open(self, ask="must", **proof):
        """Comes in by a link's code, or by an ICCID and a claim code."""
        body = proof | ({"device": self.device} if self.device else {})
        answer = getattr(self.caller, ask)("openSeat", json=body)
        if answer.ok:
            opened = answer.json()
            self.device, self.caller.token = opened["device"], opened["token"]
        return answer

    def come_in(self, number=None, kind="link"):
        """By a fresh entrance of a card; answers itself."""
        self.number = self.world.watch() if number is None else number
        self.entrance = self.world.entrance(self.number, kind)
        if kind == "link":
            self.open(link=self.entrance["code"])
        else:
            self.open(iccid=iccid(self.number), claimCode=self.entrance["code"])
        return self

    # At the entrance.

    def case(self):
        return self.must("readPersonalCase").json()

    def notice(self):
        return self.case()["notices"][0]["version"]

    def consent(self, kinds=NOTICES, given=True, version=None, ask="must", under_14=False):
        """`under_14` is None where nothing is said of the holder's age."""
        said = {} if under_14 is None else {"holderIsUnder14": under_14}
        return getattr(self, ask)(
            "giveConsent", json={"noticeVersion": version or self.notice(), "answers": {kind: given for kind in kinds}} | said)

    def photograph(self, slot, picture=None, ask="must", **query):
        return getattr(self, ask)(
            "capturePicture", query={"slot": slot} | query, data=picture or PICTURES[slot](self.seed), type="image/jpeg")

    def challenge(self):
        made = self.must("issueFaceChallenge").json()
        # The server's clock for it began before its answer came.
        return made | {"begun": time.monotonic()}

    def frames(self, challenge, actions=None, times=None):
        """A straight frame and one for each action, with the times at which they were taken."""
        self.takes += 1
        actions = challenge["actions"] if actions is None else actions
        times = times or [BETWEEN * (place + 1) for place in range(len(actions))]
        made = [{"milliseconds": 0, "picture": base64.b64encode(face(self.seed, None, self.takes)).decode()}]
        return made + [
            {"action": action, "milliseconds": at, "picture": base64.b64encode(face(self.seed, action, self.takes)).decode()}
            for action, at in zip(actions, times)]

    def show_face(self, ask="must", **changed):
        challenge = self.challenge()
        frames = self.frames(challenge)
        self.wait_for(challenge, frames)
        return getattr(self, ask)("captureFace", json={"nonce": challenge["nonce"], "frames": frames} | changed, timeout=120)

    @staticmethod
    def wait_for(challenge, frames):
        """Until the last frame can have been taken."""
        last = max(frame["milliseconds"] for frame in frames) / 1_000
        time.sleep(max(0.0, challenge["begun"] + last + 0.1 - time.monotonic()))

    def fill_in(self, ask="must", **changes):
        holder = self.facts | changes.pop("holder", {})
        return getattr(self, ask)("updatePersonalDraft", json={"holder": holder, "noticeAccepted": True} | changes)

    def prepare(self):
        """Everything the card needs but the handing in; answers itself."""
        needed = set(self.case()["needs"]["methods"])
        self.consent()
        if "document-photos" in needed:
            self.photograph("holder-id-front")
            self.photograph("holder-id-back")
        if "face" in needed:
            self.show_face()
        self.fill_in()
        return self

    def hand_in(self, ask="must", **named):
        return getattr(self, ask)("submitPersonal", **named)

    def register(self, number=None, kind="link"):
        """From the entrance to the handing in; answers itself."""
        self.come_in(number, kind).prepare().hand_in()
        return self

    def status(self):
        return self.must("readPersonalStatus").json()

    def stage(self):
        return self.status()["stage"]

    def reaches(self, *stages, seconds=120, never=()):
        """The status once it is at one of the stages."""
        def look():
            now = self.status()
            assert now["stage"] not in never, now
            return now if now["stage"] in stages else None
        return poll(look, seconds, lambda: f"{stages} is not reached: {self.status()}", pause=0.05)


def problem(answer):
    """Status, code, and the codes of its details by pointer."""
    body = answer.json()
    return answer.status_code, body.get("code"), {error.get("pointer"): error["code"] for error in body.get("errors", [])}
