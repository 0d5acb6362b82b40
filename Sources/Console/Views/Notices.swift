import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func notices() async throws -> Response { try await write(noticesPage()) }

    /// Notices by what became of them, the newest first; those that nobody took may be sent once more.
    private func noticesPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let state = (query("state") ?? form["state"]).flatMap { NoticeState(rawValue: $0) } ?? .givenUp
        let channel = query("channel").flatMap { NoticeChannel(rawValue: $0) }
        let before = try place(1).flatMap { NoticeID($0[0]) }
        let found = try await installation.listNotices(as: principal(), channel: channel, state: state, before: before, limit: 50)
        let kept = channel.map { "&channel=\($0.rawValue)" } ?? ""
        return ConsolePage(
            template: "notices", title: words["notices.title"],
            values: [
                "tabs": values(of: settingTabs, at: .notices), "action": ConsoleLink.notices.address, "state": state.rawValue,
                "states": Self.noticeStates.map { other -> [String: Any] in
                    [
                        "href": ConsoleLink.notices.address + "?state=\(other.rawValue)" + kept,
                        "name": words["noticeState.\(other.rawValue)"], "isCurrent": other == state,
                    ]
                },
                "channels": NoticeChannel.allCases.map { other -> [String: Any] in
                    ["code": other.rawValue, "name": words["noticeChannel.\(other.rawValue)"], "isChosen": other == channel]
                },
                "notices": found.rows.map { row($0, state) }, "isEmpty": found.rows.isEmpty, "mayRetry": may(.noticeRetry),
                "hint": words["noticeHint.\(state.rawValue)"],
                "next": found.next.map { [address(.notices, keeping: ["state", "channel"], after: $0.description)] } ?? [],
            ], refusal: refusal, section: settingTabs.first?.link)
    }

    /// What somebody must look at comes first.
    private static let noticeStates: [NoticeState] = [.givenUp, .refused, .unaddressed, .waiting, .delivered]

    private func row(_ notice: StoredNotice, _ state: NoticeState) -> [String: Any] {
        [
            "at": words.time(notice.happenedAt), "kind": name(of: notice.kind),
            "channel": words["noticeChannel.\(notice.channel.rawValue)"],
            "code": notice.code, "cards": notice.cards.map(String.init) ?? "–",
            "day": notice.day.flatMap { CivilDate(yyyymmdd: Int($0))?.description } ?? "–", "tries": String(notice.tries),
            "ended": notice.endedAt.map { words.time($0) } ?? "–", "why": failure(notice.failure),
            "mayRetry": may(.noticeRetry) && state.isOver && state != .delivered,
            "retry": ConsoleLink.retryNotice(notice.id.description).address,
        ]
    }

    func retryNotice() async throws -> Response {
        do {
            _ = try await installation.retryNotice(as: principal(), identifier())
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(noticesPage(refusal))
        }
        let state = form["state"].flatMap { NoticeState(rawValue: $0) }
        return redirect(to: .notices, state.map { "?state=\($0.rawValue)" } ?? "")
    }
}
