import HTTPTypes
import Hummingbird
import Mustache
import NIOCore
import Pages
import Registry
import Web

/// A page to be written: its template with what stands in it. Only texts, truth values and lists of such are handed to a template, never a
/// value of the domain, whose every property a template could reach.
struct ConsolePage {
    let template: String
    let title: String
    var values: [String: Any] = [:]
    /// Why what was sent was not done: said at the head of the page, which is shown again.
    var refusal: Refusal?
    /// Which entry of the menu it belongs to.
    var section: ConsoleLink?
    /// What a problem at the head of the page is about, and where on it that stands; nil where it stands nowhere.
    var place: (@Sendable (Refusal) -> (name: String, href: String)?)?
}

extension ConsoleVisit {
    func write(_ page: ConsolePage) -> Response {
        let errors = page.refusal.map { self.errors($0, at: page.place) } ?? []
        let status = page.refusal.map { HTTPResponse.Status(code: ProblemRendering.status(of: $0.kind)) } ?? .ok
        let shared = sharedValues(page, errors)
        let body = console.templates.render(shared.merging(page.values) { $1 }, withTemplate: page.template) ?? ""
        let text = console.templates.render(shared.merging(["body": body]) { $1 }, withTemplate: "layout") ?? ""
        var response = Response(
            status: status, headers: PageHeaders.page(language, usesCamera: false),
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        if let seconds = page.refusal?.retryAfterSeconds { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    private func sharedValues(_ page: ConsolePage, _ errors: [PageError]) -> [String: Any] {
        var values: [String: Any] = [
            "w": words.sections, "lang": language.tag, "title": page.title, "form": formToken, "here": here, "theme": theme.rawValue,
            "hasErrors": !errors.isEmpty, "errors": errors.map(\.values), "asset": Console.assetAddresses,
            "link": [
                "home": ConsoleLink.home.address, "signIn": ConsoleLink.signIn.address, "enrol": ConsoleLink.enrol.address,
                "leave": ConsoleLink.leave.address, "appearance": ConsoleLink.appearance.address, "account": ConsoleLink.account.address,
                "password": ConsoleLink.password.address, "search": ConsoleLink.search.address, "cards": ConsoleLink.cards.address,
                "intakes": ConsoleLink.intakes.address, "queue": ConsoleLink.queue.address, "nextCase": ConsoleLink.nextCase.address,
                "secondFactor": ConsoleLink.secondFactor.address, "rules": ConsoleLink.rules.address,
                "figures": ConsoleLink.figures.address,
            ],
            "languages": language.choices,
            "themes": Theme.allCases.map { other -> [String: Any] in
                ["code": other.rawValue, "name": words["theme.\(other.rawValue)"], "isCurrent": other == theme]
            },
        ]
        if seat != nil {
            values["seat"] = [
                "menu": menu.map { entry -> [String: Any] in
                    [
                        "href": entry.link.address, "name": words["menu.\(entry.name)"], "key": Self.menuKeys[entry.name] ?? "",
                        "isCurrent": entry.link == page.section,
                    ]
                },
                "maySearch": may(.cardRead),
            ]
        }
        return values
    }

    /// The page's own address where it may be looked at again.
    private var here: String { request.method == .get ? request.uri.path : ConsoleLink.home.address }

    /// After `g`, the letter that leads to each entry; `j` and `k` go from row to row.
    private static let menuKeys = [
        "home": "h", "cards": "c", "intakes": "i", "queue": "q", "registrations": "r", "counter": "p", "answers": "w", "kept": "e",
        "custody": "u", "carriers": "o", "agents": "a", "settings": "s", "trail": "t", "figures": "f",
    ]

    /// What this person may open.
    private var menu: [(name: String, link: ConsoleLink)] {
        var menu: [(String, ConsoleLink)] = [("home", .home)]
        if may(.cardRead) { menu.append(("cards", .cards)) }
        if mayTakeIn { menu.append(("intakes", .intakes)) }
        if may(.registrationRead) { menu.append(("queue", .queue)) }
        if let first = registrationTabs.first { menu.append(("registrations", first.link)) }
        if mayStandAtCounter { menu.append(("counter", .counter)) }
        if may(.answerRead) { menu.append(("answers", .answers)) } else if may(.legalHold) { menu.append(("kept", .kept)) }
        if let first = custodyTabs.first { menu.append(("custody", first.link)) }
        if let first = carrierTabs.first { menu.append(("carriers", first.link)) }
        if let first = agentTabs.first { menu.append(("agents", first.link)) }
        if let first = settingTabs.first { menu.append(("settings", first.link)) }
        if may(.trailRead) { menu.append(("trail", .trail)) }
        if may(.gapReport) { menu.append(("figures", .figures)) }
        return menu
    }

    /// A unit's own people register nobody: their seat has no organisation to look at.
    var mayStandAtCounter: Bool { may(.registrationWrite) && may(.evidenceWrite) && may(.organisationRead) }

    var mayTakeIn: Bool { may(.stockIntake) || may(.claimIntake) || may(.existingIntake) }
}
