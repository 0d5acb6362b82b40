import Hummingbird
import Numbers
import Pages
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// How the installation is made up, read-only: what is set on pages of its own is linked, what was said at the start is shown.
    func inForce() async throws -> Response {
        let found = try await installation.readInForce(as: principal())
        let now = installation.now()
        return write(
            ConsolePage(
                template: "in-force", title: words["inForce.title"],
                values: [
                    "tabs": values(of: settingTabs, at: .inForce), "pages": pagesThatSet,
                    "outside": found.outside.map { outsider($0, at: now) }, "isAlone": found.outside.isEmpty,
                    "evidence": evidenceHome(found.evidence), "documents": DocumentType.allCases.map(document),
                    "settings": found.settings.map { setting -> [String: Any] in
                        [
                            "name": setting.name, "value": text(of: setting, setting.value),
                            "standard": text(of: setting, setting.standard),
                            "isOwn": setting.value != setting.standard, "meaning": setting.meaning.text(in: language),
                        ]
                    },
                ], section: settingTabs.first?.link))
    }

    /// What is set elsewhere, each with who sets it there, as far as this reader may go.
    private var pagesThatSet: [[String: Any]] {
        var pages: [(name: String, link: ConsoleLink)] = [("roles", .roles)]
        if let own = seat?.organisation.description { pages.append(("policy", .policy(own))) }
        pages += [("reviewPolicy", .reviewPolicy), ("reasonLists", .reasonLists), ("noticeWordings", .noticeWordings)]
        if may(.lifeSettings) { pages.append(("lifeSettings", .lifeSettings)) }
        if may(.productManage) { pages.append(("products", .products)) }
        if may(.apiKeyManage) { pages.append(("keys", .apiKeys)) }
        if may(.webhookManage) { pages.append(("webhooks", .webhooks)) }
        return pages.map { ["href": $0.link.address, "name": words["tab.\($0.name)"], "says": words["inForce.\($0.name)"]] }
    }

    /// As it is set, and where it is long in a unit one reads too.
    private func text(of setting: InForce.Setting, _ value: Int64) -> String {
        let parts = setting.name.split(separator: "-")
        if parts.contains("bytes"), value >= 1 << 20, value.isMultiple(of: 1 << 20) {
            return grouped(value) + bracketed("\(grouped(value >> 20)) MiB")
        }
        if parts.contains("seconds"), value >= 3_600, value.isMultiple(of: 3_600) {
            return grouped(value) + bracketed(words("inForce.hours", ["n": grouped(value / 3_600)]))
        }
        return grouped(value)
    }

    private func outsider(_ outside: InForce.Outside, at now: Instant) -> [String: Any] {
        let state = outside.state
        let work =
            switch outside.work {
            case .authority: words["inForce.authority"]
            case .face: words["inForce.face"]
            case .capture: words["inForce.capture"]
            case .notice(let channel): words("inForce.notices", ["way": words["noticeChannel.\(channel.rawValue)"]])
            case .carrier(let carrier, let system): carrierName(carrier) + words["case.of"] + system.text.text(in: language)
            }
        let said: (mark: String, breaker: String) =
            switch state.breaker {
            case .closed: ("✓", words["inForce.closed"])
            case .open(let until) where until > now: ("✕", words("carriers.restsUntil", ["time": words.time(until)]))
            case .halfOpen, .open: ("△", words["inForce.halfOpen"])
            }
        return [
            "work": work, "name": outside.name, "mark": said.mark, "breaker": said.breaker, "isResting": state.rests(at: now),
            "asked": grouped(state.asked), "answered": grouped(state.answered), "failed": grouped(state.failed),
            "recent": grouped(Int64(state.recentFailures)),
        ]
    }

    private func evidenceHome(_ home: EvidenceHome) -> String {
        switch home {
        case .folder: words["inForce.folder"]
        case .service(let host): words("inForce.service", ["host": host])
        }
    }

    private func document(_ type: DocumentType) -> [String: Any] {
        let numbers = type.numberKinds.map { language == .chinese ? $0.chinese : $0.english }
        return [
            "name": words["document.\(type.rawValue)"], "code": type.rawValue, "subject": words["reviewPolicy.\(type.subject.rawValue)"],
            "number": numbers.isEmpty ? words["inForce.freeNumber"] : numbers.joined(separator: words["common.comma"]),
            "address": words[type.bearsAddress ? "common.yes" : "common.no"],
            "latin": words[type.hasLatinName ? "common.yes" : "common.no"],
        ]
    }
}
