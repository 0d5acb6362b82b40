"""One of everything that has a page at the console, made once the loads are over, and somebody who may open it."""
import datetime
import re

import cards
import console_pages
import console_users
import persons
import shiming_server

REASON = "季度对账"
COUNTER_PRODUCT = "BENCH-WATCH"
COUNTER_SLOTS = ("holder-id-front", "holder-id-back", "holder-on-site-photo")


async def furnished(house, url: str) -> tuple[dict[str, str], dict[str | None, dict[str, str]]]:
    """The ids in the addresses of `console_pages.PAGES`, and the cookies of whoever opens those pages."""
    staff = {user.role: user for user in reversed(house.staff)}
    for newcomer in (compliance(house), incomplete(house)):
        staff[newcomer.role] = newcomer
        newcomer.arrive(url)
        await newcomer.sign_in()
        newcomer.connection.close()
    ids = made(house)
    for user in staff.values():
        user.arrive(url)
    ids |= await found(staff)
    for user in staff.values():
        user.connection.close()
    return ids, {None: {}} | {role: user.cookies for role, user in staff.items()}


def user(house, role: str, login: str, secret: str | None) -> console_users.User:
    return console_users.User(role, {}, {"login": login, "password": shiming_server.PASSWORD}, secret, house.office, house.given.seed)


def compliance(house) -> console_users.User:
    login = "bench.compliance"
    return user(house, console_pages.COMPLIANCE, login, house.stock.admin.invited(login, "compliance"))


def incomplete(house) -> console_users.User:
    """A clerk who has become a reviewer since, and comes in by his password alone until the second factor is set up."""
    admin, login = house.stock.admin, "bench.incomplete"
    account = admin.post("/v1/accounts", {"roles": ["agent-clerk"], "organisation": house.stock.seller.organisation}).json()
    shiming_server.Caller(admin.url).accept(account["enrolment"]["token"], login)
    address = "/v1/accounts/" + account["account"]["id"]
    admin.patch(address, {"roles": ["agent-reviewer"]}, **{"If-Match": admin.get(address).headers["ETag"]})
    return user(house, console_pages.INCOMPLETE, login, None)


def made(house) -> dict[str, str]:
    """What is there because it is made here; by the API, as what is measured is the page."""
    admin, seller, said = house.stock.admin, house.stock.seller, house.office.said
    clerk, agent = seller.clerk, seller.organisation
    clerk.url = admin.url
    # The day is China's.
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    # Everything that is approved from now on is drawn for another look.
    admin.post("/v1/review-policies", {"policy": {"reAuditPermille": 1_000, "twoReviewers": []}, "after": 0})
    account = admin.post("/v1/accounts", {"roles": ["reviewer"]}).json()
    reviewer = shiming_server.Caller(admin.url).enrol(account["enrolment"]["token"], "bench.decides")
    case, version = shiming_server.register(clerk, said, house.office.free[-1])
    shiming_server.approve(reviewer, case, version)
    intake, slip = at_counter(house)
    return {
        "agent": agent, "member": account["account"]["id"], "product": shiming_server.PRODUCT, "notice": "idle", "intake": intake, "slip": slip,
        "again": case.rsplit("/", 1)[1],
        "draft": clerk.post("/v1/registrations", {"channel": "agent", "content": said}).json()["application"],
        "campaign": admin.post("/v1/campaigns", {
            "name": "补登记", "gap": "holder", "organisation": agent, "begins": today.isoformat(),
            "deadline": (today + datetime.timedelta(days=60)).isoformat(), "noticeDays": [30], "stops": False}).json()["code"],
        "pool": clerk.post("/v1/device-pools", {"name": "水表一批"}).json()["id"],
        "webhook": admin.post("/v1/webhooks", {"url": "http://127.0.0.1:9/events"}).json()["webhook"]["id"],
        "export": clerk.post("/v1/exports", {"kind": "cards", "reason": REASON}).json()["id"]}


def at_counter(house) -> tuple[str, str]:
    """A file with one card, and the person who registers it before the clerk."""
    admin, seller, file = house.stock.admin, house.stock.seller, house.stock.folder / "counter.csv"
    clerk, number, holder = seller.clerk, cards.iccid(house.count), house.office.said["handler"]
    admin.post("/v1/products", {"code": COUNTER_PRODUCT, "terms": persons.WEARABLE})
    with open(file, "w", encoding="utf-8") as lines:
        lines.write(cards.HEADER)
        lines.writelines(cards.rows(1, house.count, COUNTER_PRODUCT))
    _, intake = shiming_server.take_in(admin, file, "counter")
    if intake["counts"]["taken"] != 1:
        raise RuntimeError(f"the counter's card is not in: {intake}")
    admin.post("/v1/custody-acts", {"kind": "allocate", "organisation": seller.organisation, "cards": {"numbers": [number]}})
    seen = clerk.post("/v1/personal-registrations/examinations", {"card": number, "holder": holder}).json()
    handed = clerk.post("/v1/personal-registrations", {
        "card": number, "channel": "agent", "holder": holder, "evidence": {slot: [seller.piece(slot)] for slot in COUNTER_SLOTS},
        "consents": {"privacy": True, "sensitive-data": True}, "noticeVersion": seen["noticeVersion"], "noticeAccepted": True}).json()
    return intake["id"], handed["application"]


async def found(staff: dict[str, console_users.User]) -> dict[str, str]:
    """What the lists lead to, and a case that its reader holds."""
    ids = {}
    for kind in ("card", "registration", "unit"):
        page = await staff[console_pages.CLERK].request("GET", console_users.PATHS[console_users.LISTS[kind]])
        ids[kind] = re.search(console_users.LINKS[kind], page)[1].rsplit("/", 1)[1]
    page = await staff[console_pages.AUDITOR].request("GET", console_users.PATHS["trail"])
    ids["entry"] = re.search(r'href="/console/trail/([0-9a-f-]{36})', page)[1]
    page = await staff[console_pages.REVIEWER].request("POST", "/console/review/next", {"state": "submitted"})
    ids["case"] = re.search(r'"/console/applications/([^/"]+)/decision"', page)[1]
    return ids
