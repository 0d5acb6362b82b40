import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// Every kind that is told in words, and whose words those are.
    func noticeWordings() async throws -> Response {
        let found = try await installation.noticeWordingsInForce(as: principal())
        return write(
            ConsolePage(
                template: "notice-wordings", title: words["noticeWordings.title"],
                values: [
                    "tabs": values(of: settingTabs, at: .noticeWordings),
                    "kinds": found.map { known -> [String: Any] in
                        let said = known.wording.completed(for: known.kind)
                        return [
                            "href": ConsoleLink.noticeWording(known.kind.rawValue).address, "name": name(of: known.kind),
                            "isOwn": !known.wording.isBuiltIn,
                            "whose": words[known.wording.isBuiltIn ? "noticeWordings.builtIn" : "noticeWordings.own"],
                            "version": known.version.map { String($0.ordinal) } ?? "–",
                            "coming": known.comingFrom.map { words.time($0) } ?? "–",
                            "says": (said.message ?? said.letter?.subject)?.text(in: language) ?? "",
                        ]
                    },
                ], section: settingTabs.first?.link))
    }

    func noticeWording() async throws -> Response { try await write(noticeWordingPage(wordedKind())) }

    private func wordedKind() throws(Refusal) -> NoticeKind {
        guard let kind = NoticeKind(rawValue: id) else { throw .notFound }
        return kind
    }

    /// All versions of a kind's words, a form that begins with the newest, and what it would say.
    private func noticeWordingPage(
        _ kind: NoticeKind, _ sent: NoticeWording? = nil, _ refusal: Refusal? = nil, previews: [NoticePreview]? = nil
    ) async throws -> ConsolePage {
        let versions = try await installation.listNoticeWordings(as: principal(), of: kind, limit: 50).rows
        let standing = Versions(begins: versions.map(\.validFrom), now: installation.now())
        let wording = (sent ?? versions.first?.wording ?? .builtIn).completed(for: kind)
        var shown = previews ?? []
        var refused = refusal
        if previews == nil, refusal == nil {
            do {
                shown = try installation.previewNoticeWording(as: principal(), of: kind, wording)
            } catch let found as Refusal where found.kind == .invalid {
                // Set before a rule was tightened: this page is where it is mended.
                refused = found
            }
        }
        return ConsolePage(
            template: "notice-wording", title: words("noticeWordings.of", ["kind": name(of: kind)]),
            values: [
                "tabs": values(of: settingTabs, at: .noticeWordings), "action": ConsoleLink.noticeWording(kind.rawValue).address,
                "all": ConsoleLink.noticeWordings.address,
                "hasHistory": !versions.isEmpty,
                "history": versions.enumerated().map { place, version -> [String: Any] in
                    let state = standing.state(place)
                    return [
                        "ordinal": String(version.ordinal), "state": words["lifeSettings.\(state)"], "isValid": state == "valid",
                        "from": words.time(version.validFrom), "recorded": words.time(version.recordedAt),
                        "isBuiltIn": version.wording.isBuiltIn,
                        "says": says(version.wording),
                    ]
                },
                "after": form["after"] ?? String(versions.first?.ordinal ?? 0), "validFrom": form["validFrom"] ?? "",
                "parts": NoticePart.allCases.filter { wording[$0] != nil }.map { part(of: kind, $0, wording) },
                "hasPreviews": !shown.isEmpty,
                "previews": shown.map { preview -> [String: Any] in
                    [
                        "lang": preview.language.tag, "language": words["noticeWordings.\(preview.language.rawValue)"],
                        "hasBody": preview.body != nil, "message": [preview.message].compactMap(\.self),
                        "subject": [preview.subject].compactMap(\.self),
                        "body": preview.body.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? [],
                    ]
                },
            ].merging(editing(versions.first.map { ($0.ordinal, $0.validFrom) })) { $1 }, refusal: refused,
            section: settingTabs.first?.link,
            place: { [words] refusal in
                Self.wordingPlaces.first { $0.pointer == refusal.pointer }.map {
                    (
                        name: words["noticePart.\($0.part.rawValue)"] + " " + words["noticeWordings.\($0.language.rawValue)"],
                        href: "#\($0.field)"
                    )
                }
            })
    }

    /// Every text of a version, with its part and its language.
    private func says(_ wording: NoticeWording) -> [[String: Any]] {
        wording.texts.map { text -> [String: Any] in
            let names = [words["noticePart.\(text.part.rawValue)"], words["noticeWordings.\(text.language.rawValue)"]]
            return ["of": names.joined(separator: words["common.comma"]), "lang": text.language.tag, "text": text.text]
        }
    }

    /// Every text of the form, with its place in the wording.
    private static let wordingPlaces: [(part: NoticePart, language: ReaderLanguage, pointer: String, field: String)] =
        NoticePart.allCases.flatMap { part in
            ReaderLanguage.allCases.map { (part, $0, NoticeWording.pointer(part, $0), "\(part.rawValue)-\($0.rawValue)") }
        }

    private func part(of kind: NoticeKind, _ part: NoticePart, _ wording: NoticeWording) -> [String: Any] {
        let demanded = Set(kind.demands(part))
        return [
            "name": words["noticePart.\(part.rawValue)"], "code": part.rawValue,
            "places": kind.allows(part).map { place -> [String: Any] in
                [
                    "mark": place.mark, "says": words["noticePlaceholder.\(place.rawValue)"], "isDemanded": demanded.contains(place),
                ]
            },
            "texts": ReaderLanguage.allCases.map { language -> [String: Any] in
                [
                    "field": "\(part.rawValue)-\(language.rawValue)", "lang": language.tag,
                    "label": words["noticeWordings.\(language.rawValue)"], "value": wording[part]?.text(in: language) ?? "",
                    "rows": part == .body ? "7" : part == .message ? "4" : "1", "hint": "\(part.rawValue)-places",
                    "max": String(NoticePart.writtenMax),
                ]
            },
        ]
    }

    func setNoticeWording() async throws -> Response {
        guard maySetReviewPolicy else { throw Refusal.notPermitted }
        let kind = try wordedKind()
        let sent = form["act"] == "built-in" ? NoticeWording.builtIn : sentWording(kind)
        do {
            switch form["act"] {
            case "preview", "enter":
                let previews = try installation.previewNoticeWording(as: principal(), of: kind, sent)
                return try await write(noticeWordingPage(kind, sent, previews: previews))
            case "set", "built-in":
                guard let after = try number("after") else { throw Refusal.formUnreadable }
                _ = try await installation.setNoticeWording(
                    as: principal(), of: kind, sent.sparing(kind), validFrom: moment("validFrom"), after: after,
                    replacing: form.isTicked("replacing"))
                return redirect(to: .noticeWording(kind.rawValue))
            default: throw Refusal.formUnreadable
            }
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(noticeWordingPage(kind, sent, refusal))
        }
    }

    /// As it was typed; line ends as forms send them are made plain.
    private func sentWording(_ kind: NoticeKind) -> NoticeWording {
        func text(_ part: NoticePart) -> LocalText {
            func typed(_ language: ReaderLanguage) -> String {
                var text = (form["\(part.rawValue)-\(language.rawValue)"] ?? "").replacing("\r\n", with: "\n")
                while text.last?.isWhitespace == true { text.removeLast() }
                return text
            }
            return LocalText(en: typed(.english), zh: typed(.chinese))
        }
        return NoticeWording(
            message: kind.channels.contains(.sms) ? text(.message) : nil,
            letter: kind.channels.contains(.mail) ? NoticeWording.Letter(subject: text(.subject), body: text(.body)) : nil)
    }
}
