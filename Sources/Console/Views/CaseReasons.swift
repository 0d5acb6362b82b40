import Pages
import Records
import Registry
import UseCases
import Web

/// A reason at a place, as one choice of the list says it.
private struct OfferedReason {
    let pointer: String
    let reason: ReasonInForce

    var given: DecisionReason { DecisionReason(pointer: pointer, code: reason.code) }
}

extension ConsoleVisit {
    /// The keys of what is said most, by what becomes of the case.
    private static let reasonKeys: [(verdict: DecisionVerdict, sign: String, keys: ClosedRange<Int>)] = [
        (.sendBack, "↩", 1...6), (.refuse, "✕", 7...9),
    ]

    /// Every place with every reason that says something there, so that one choice says what, where and why: first what is said most, each
    /// with its key, then the rest in the order of the places.
    func reasonGroups(_ view: ApplicationView, _ reasons: [ReasonInForce]) -> [[String: Any]] {
        let kind = view.application.kind
        let offered = pointers(view.content, pieces(view).handedInSlots).flatMap { pointer in
            reasons.filter { $0.isUsual(at: pointer, kind) }.map { OfferedReason(pointer: pointer, reason: $0) }
        }
        var most: [[String: Any]] = []
        var rest: [[String: Any]] = []
        for (verdict, sign, keys) in Self.reasonKeys {
            let fitting = offered.filter { $0.reason.usualVerdict == verdict }
            let common = DecisionReason.commonest.compactMap { wanted in fitting.first { $0.given == wanted } }.prefix(keys.count)
            let taken = Set(common.map(\.given))
            let name = words["verdict.\(verdict.rawValue)"]
            func group(_ word: String, _ options: [[String: Any]]) -> [[String: Any]] {
                guard !options.isEmpty else { return [] }
                return [["label": "\(sign) " + words(word, ["verdict": name]), "verdict": verdict.rawValue, "options": options]]
            }
            most += group("case.most", zip(keys, common).map { key, one in reasonOption(one, verdict, key: String(key)) })
            rest += group("case.rest", fitting.filter { !taken.contains($0.given) }.map { reasonOption($0, verdict, key: nil) })
        }
        return most + rest
    }

    private func reasonOption(_ offered: OfferedReason, _ verdict: DecisionVerdict, key: String?) -> [String: Any] {
        let value = [verdict.rawValue, offered.pointer, offered.reason.code].joined(separator: " ")
        let about = offered.pointer.isEmpty ? words["case.whole"] : place(offered.pointer)
        let text = about + words["case.of"] + offered.reason.text.text(in: language)
        return [
            "value": value, "key": key.map { [$0] } ?? [], "text": key.map { "\($0) \(text)" } ?? text, "isChosen": form["reason"] == value,
        ]
    }

    /// What was chosen in the list: nil for none, and for what no list of ours holds.
    var listedReason: (verdict: DecisionVerdict, reason: DecisionReason)? {
        let parts = (form["reason"] ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let verdict = DecisionVerdict(rawValue: parts[0]), verdict != .approve else { return nil }
        return (verdict, DecisionReason(pointer: parts[1], code: parts[2]))
    }

    /// What the reviewer chose; where he chose a reason alone, what the reason stands for.
    var sentVerdict: DecisionVerdict? {
        guard let sent = form["verdict"] else { return listedReason?.verdict }
        return DecisionVerdict(rawValue: sent)
    }

    /// Up to three reasons of a form, each about a field, after the one of the list.
    var sentReasons: [DecisionReason] {
        var sent = listedReason.map { [$0.reason] } ?? []
        for place in 0..<3 {
            guard let code = form["code\(place)"], !code.isEmpty else { continue }
            let reason = DecisionReason(pointer: form["pointer\(place)"] ?? "", code: code)
            if !sent.contains(reason) { sent.append(reason) }
        }
        return sent
    }

    /// Whether one was chosen beside the list, which is then seen.
    var hasMoreReasons: Bool { (0..<3).contains { filled("code\($0)") != nil } }
}
