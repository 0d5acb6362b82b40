"""The console with a million cards stored: mixed users by the hundred who read and write, the API's own answer beside them, and the first paint in
a browser."""
import asyncio
import concurrent.futures
import itertools
import os
import shutil
import statistics
import time

import cards
import console_furnishing
import console_pages
import console_users
import console_writes
import customers
import engines
import floors
import questions
import shiming_server

STORED = 1_000_000
USERS = 200
#: Who ask without thinking, for what the server gives at most.
AT_ONCE = 16
#: Programs that ask the API meanwhile, and the seconds between two questions of each.
PROGRAMS, PAUSE = 4, 0.25
WARM_SECONDS = 10
#: Seconds for which those ask who do not think, at most.
AT_ONCE_SECONDS = 20
#: Cases that are decided in a second at most: for each user while they think (twice what the mixture comes to), and by all who do not (one request in
#: thirteen is a decision there). So many wait beforehand, as a reviewer for whom no case waits ends the run.
DECIDED_THINKING, DECIDED_AT_ONCE = 0.02, 50
#: Cards that nobody answers for, of which drafts choose theirs.
FREE = 2_000
HANDING_IN = 8
LOADS = 7
API = "API's answer"
#: The browser's own measure; it may come a moment after the page.
FIRST_PAINT = """() => new Promise(told => new PerformanceObserver(list => {
    for (const paint of list.getEntries()) if (paint.name === "first-contentful-paint") told(paint.startTime);
}).observe({type: "paint", buffered: true}))"""


class House:
    """A stock of cards with cases that wait and members of staff who have signed in."""

    def __init__(self, program, folder, given, engine: engines.Engine):
        self.given, self.engine, self.side = given, engine, engine.side(engines.EMBEDDED)
        self.stock = questions.Stock(program, folder, given, engine, False)
        # A webhook has a page, and is told to nobody but this machine.
        self.stock.settings += ("rate-open-requests=1000000", "webhook-local-allowed=1")
        self.count = STORED if not given.short else 60_000
        self.users = USERS if not given.short else 20
        for _ in self.stock.grow(self.count):
            pass
        self.numbers = self.stock.registered
        seconds = given.console_seconds
        self.waiting = self.users + round(
            DECIDED_THINKING * self.users * (WARM_SECONDS + seconds) + DECIDED_AT_ONCE * (WARM_SECONDS + min(seconds, AT_ONCE_SECONDS)))
        with self.stock.server() as server:
            self.hand_in()
            self.staff = self.engage()
            asyncio.run(self.sign_in(server.url))

    def hand_in(self) -> None:
        """Cases of as many units, each with one card."""
        seller, file = self.stock.seller, self.stock.folder / "waiting"
        seller.clerk.url = self.stock.admin.url
        taken, said = set(self.numbers), shiming_server.content(seller)
        numbers = (cards.iccid(serial) for serial in range(self.count - 1, 0, -1))
        free = list(itertools.islice((number for number in numbers if number not in taken), self.waiting + FREE))
        self.office = console_writes.Office(self.numbers, free[self.waiting:], said)
        customers.write(file, 1, self.waiting, 0, self.given.seed)
        lines = (self.stock.folder / "waiting-0").read_text(encoding="utf-8").splitlines()

        def some(place: int) -> None:
            clerk = shiming_server.Caller(seller.clerk.url, seller.clerk.token)
            for number, line in list(zip(free, lines))[place::HANDING_IN]:
                shiming_server.register_at_once(clerk, customers.content(said, line), number)

        with concurrent.futures.ThreadPoolExecutor(HANDING_IN) as several:
            list(several.map(some, range(HANDING_IN)))

    def engage(self) -> list[console_users.User]:
        """Everybody has an account of their own, in the place of their role."""
        wanted, agent, admin = [], self.stock.seller.organisation, self.stock.admin
        for role, part, habits in console_users.ROLES:
            place = agent if role.startswith("agent-") else None
            wanted += [(role, habits, place, f"bench.{role}.{number}") for number in range(max(1, round(part * self.users)))]

        def one(who) -> console_users.User:
            role, habits, place, login = who
            secret = shiming_server.Caller(admin.url, admin.token).invited(login, role, place)
            return console_users.User(
                role, habits, {"login": login, "password": shiming_server.PASSWORD}, secret, self.office, self.given.seed)

        with concurrent.futures.ThreadPoolExecutor(4) as several:
            return list(several.map(one, wanted))

    async def sign_in(self, url: str) -> None:
        for user in self.staff:
            user.arrive(url)
            await user.sign_in()
            user.connection.close()

    def load(self, users: list[console_users.User], thinks: bool, programs: int, pause: float, seconds: float) -> "Load":
        """On a server that has just started, so that the memory is this load's."""
        with self.stock.server() as server:
            load = Load(server, self.engine)
            asyncio.run(load.run(users, thinks, [
                console_users.Program(server.url, self.stock.key, self.numbers, number) for number in range(programs)], pause, seconds))
            return load


class Load:
    """What came of users and programs together."""

    def __init__(self, server, engine: engines.Engine):
        self.server, self.engine = server, engine
        self.pages, self.answers = console_users.Times(), console_users.Times()

    async def run(self, users, thinks: bool, programs, pause: float, seconds: float) -> None:
        begin = time.monotonic() + WARM_SECONDS
        end = begin + seconds
        for user in users:
            user.arrive(self.server.url)
        async with asyncio.TaskGroup() as group:
            for user in users:
                group.create_task(user.work(self.pages, begin, end, thinks))
            for program in programs:
                group.create_task(program.work(self.answers, begin, end, pause))
            await asyncio.sleep(WARM_SECONDS)
            own, client = self.server.cpu_seconds() + self.engine.busy(), time.process_time()
            await asyncio.sleep(seconds)
            self.busy = self.server.cpu_seconds() + self.engine.busy() - own
            self.client = time.process_time() - client
            self.memory_mib = self.server.memory_kib() / 1024
        self.seconds, self.peak_mib = seconds, self.server.peak_memory_kib() / 1024

    def everything(self) -> list[float]:
        return [took for kind in self.pages.values() for took in kind]

    def writes(self) -> list[float]:
        """Those that were done."""
        return [took for name in console_writes.WRITES for took in self.pages.get(name, [])]


def percentile(values: list[float], part: int) -> float:
    """Of at least two."""
    return statistics.quantiles(values, n=100, method="inclusive")[part - 1] if len(values) > 1 else values[0]


def told(load: Load, said: str, side: str, api: str, with_medians: bool):
    """The figures of a load: all pages beside the API's answer meanwhile, the writes among them, then every kind of page. Processor time is the
    database's too, and serves the programs as well."""
    everything, writes = load.everything(), load.writes()
    lost = load.pages.pop(console_writes.LOST, [])
    for what, part in (("median ms", 50), ("95th percentile ms", 95)):
        yield f"console, all pages, {said}, {what}", side, percentile(everything, part)
        if load.answers:
            yield f"console, all pages, {said}, {what}", api, percentile(load.answers["answer"], part)
        yield f"console, all writes, {said}, {what}", side, percentile(writes, part)
    yield f"console, all writes, {said}, % of all requests", side, 100 * (len(writes) + len(lost)) / len(everything)
    yield f"console, all writes, {said}, lost to somebody faster", side, len(lost)
    yield f"console, all pages, {said}, requests/s", side, len(everything) / load.seconds
    yield f"console, all pages, {said}, requests a second of processor time", side, (len(everything) + len(load.answers["answer"])) / load.busy
    yield f"console, all pages, {said}, cores the asking client used", side, load.client / load.seconds
    for kind in sorted(load.pages):
        subject = kind.replace(", ", " ")
        if with_medians or kind in console_writes.WRITES:
            yield f"console, {subject}, {said}, median ms", side, percentile(load.pages[kind], 50)
        yield f"console, {subject}, {said}, 95th percentile ms", side, percentile(load.pages[kind], 95)


def memory(load: Load, said: str, side: str):
    yield f"console, memory, {said}, resident at the end MiB", side, load.memory_mib
    yield f"console, memory, {said}, peak MiB", side, load.peak_mib


def painted(house: House):
    """Milliseconds to the first contentful paint of every kind of page, nothing cached; nothing where there is no Chromium."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not chromium:
        print("chromium is not installed: the first paint is left out (apt-get install chromium)")
        return
    from playwright.sync_api import sync_playwright
    with house.stock.server() as server:
        # Before there is a player, which has a loop of its own.
        ids, cookies = asyncio.run(console_furnishing.furnished(house, server.url))
        with sync_playwright() as player:
            running = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            try:
                for kind, (role, address) in console_pages.PAGES.items():
                    for _ in range(LOADS):
                        yield floors.painted(kind), house.side, paint(running, server.url, address.format_map(ids), cookies[role])
            finally:
                running.close()


def paint(running, url: str, path: str, cookies: dict[str, str]) -> float:
    context = running.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    try:
        if cookies:
            context.add_cookies([{"name": name, "value": value, "url": url + "/console"} for name, value in cookies.items()])
        page = context.new_page()
        answer = page.goto(url + path)
        if answer.status != 200 or not page.url.endswith(path):
            raise RuntimeError(f"{path} is not shown: {answer.status} {page.url}")
        return page.evaluate(FIRST_PAINT)
    finally:
        context.close()


def compared(program, folder, given):
    """One house an engine; each load on a server of its own, so that memory beside memory means something."""
    seconds = given.console_seconds
    with engines.wanted(folder, given) as wanted:
        for engine in wanted:
            house, api = House(program, folder, given, engine), engine.side(API)
            thinking, at_once = f"{len(house.staff)} users thinking", f"{AT_ONCE} users at once"
            alone = house.load([], False, AT_ONCE, 0, min(seconds, AT_ONCE_SECONDS))
            for what, part in (("median ms", 50), ("95th percentile ms", 95)):
                yield f"console, the API alone, {AT_ONCE} programs at once, {what}", api, percentile(alone.answers["answer"], part)
            yield f"console, the API alone, {AT_ONCE} programs at once, requests/s", api, len(alone.answers["answer"]) / alone.seconds
            load = house.load(house.staff, True, PROGRAMS, PAUSE, seconds)
            yield from told(load, thinking, house.side, api, True)
            yield from memory(load, thinking, house.side)
            yield from memory(alone, thinking, api)
            few = house.staff[::max(1, len(house.staff) // AT_ONCE)][:AT_ONCE]
            load = house.load(few, False, PROGRAMS, PAUSE, min(seconds, AT_ONCE_SECONDS))
            yield from told(load, at_once, house.side, api, False)
            yield from memory(load, at_once, house.side)
            yield from memory(alone, at_once, api)
            yield from painted(house)
