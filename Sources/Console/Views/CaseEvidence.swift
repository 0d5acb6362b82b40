import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    struct CasePiece {
        let slot: String
        let id: String
        let ground: CaseEvidence.Ground
        let prompt: CaseEvidence.Prompt?
    }

    /// What the case rests on: for its reviewers all of it, for others the papers they named themselves, which they are not shown.
    func pieces(_ view: ApplicationView) -> [CasePiece] {
        if let evidence = view.evidence {
            return evidence.map {
                CasePiece(slot: $0.slot.rawValue, id: $0.evidence.description, ground: $0.ground, prompt: $0.prompt)
            }.inOrderOfSlots
        }
        return (view.content?.evidence ?? [:]).sorted { $0.key < $1.key }.flatMap { slot, ids in
            ids.map { CasePiece(slot: slot, id: $0, ground: .handedIn, prompt: nil) }
        }.inOrderOfSlots
    }

    /// Pictures stand on the page of whoever holds the case, other papers behind a link; each look is on the trail.
    func evidenceValues(_ view: ApplicationView, _ isHeld: Bool) async throws -> [[String: Any]] {
        let query = "?case=\(view.application.id)"
        var found: [[String: Any]] = []
        for piece in pieces(view) {
            let name = slotName(piece.slot)
            var values: [String: Any] = ["slot": name, "href": ConsoleLink.evidence(piece.id).address + query, "alt": name]
            if piece.ground != .handedIn {
                let ground = words["case.ground.\(piece.ground.rawValue)"]
                values["ground"] = ground
                values["alt"] = name + words["case.of"] + ground
            }
            if let prompt = piece.prompt {
                let asked = words(
                    "case.prompt",
                    ["action": prompt.action.text.text(in: language), "seconds": Self.tenths(ofSeconds: prompt.milliseconds)])
                values["prompt"] = asked
                values["alt"] = name + words["case.of"] + asked
            }
            if isHeld, may(.evidenceRead), let known = EvidenceID(piece.id) {
                let facts = try await installation.readEvidence(as: principal(), known)
                // What is used again on purpose keeps its number: only another upload of the same file is a duplicate.
                values["shown"] = ["isPicture": facts.mediaType.hasPrefix("image/"), "isUsedElsewhere": facts.duplicateOf != nil]
            }
            found.append(values)
        }
        return found
    }

    private static func tenths(ofSeconds milliseconds: Int) -> String { "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100)" }

    /// Whether there are two pictures to compare.
    func hasSeveralPictures(_ evidence: [[String: Any]]) -> Bool {
        evidence.count { ($0["shown"] as? [String: Bool])?["isPicture"] == true } > 1
    }

    // MARK: What machines and providers said

    func check(_ check: StoredCheck) -> [String: Any] {
        let subject = place(check.subject)
        let isNoted = check.verdict == "warned"
        return [
            "subject": subject.isEmpty ? "" : subject + words["case.of"], "verdict": words["check.\(check.verdict)"],
            "sign": isNoted ? "△" : "✕", "tone": isNoted ? "noted" : "bad",
            "text": check.text(in: language), "rules": ruleLinks([check.requirement]),
            "count": check.count > 1 ? String(check.count) : "",
        ]
    }

    func verification(_ stored: StoredVerification) -> [String: Any] {
        var values: [String: Any] = [
            "method": asked(stored), "verdict": words["provider.\(stored.verdict)"],
            "sign": Self.sign(stored.verdict), "vendor": stored.vendor, "product": stored.productVersion,
            "at": words.time(stored.recordedAt), "isSandbox": stored.isSandbox,
        ]
        if let score = stored.score {
            let said = "\(words["provider.score"]) \(Self.parts(score))"
            values["score"] = said
            if let threshold = stored.threshold {
                let sign = score < threshold ? "<" : "≥"
                values["score"] = "\(said) \(sign) \(Self.parts(threshold))"
            }
        }
        if let liveness = stored.liveness { values["liveness"] = words["liveness.\(liveness)"] }
        return values
    }

    /// Of an identity, whose: what was said of guardian and proxy stands beside what was said of the holder.
    private func asked(_ stored: StoredVerification) -> String {
        guard let role = stored.method.askedAbout else { return stored.method.text.text(in: language) }
        return words("provider.identity", ["role": words["party.\(role.rawValue)"]])
    }

    /// ✓ where the provider says yes, ✕ where it says no, △ where it says neither.
    private static func sign(_ verdict: String) -> String {
        switch verdict {
        case "match", "same": "✓"
        case "undecided", "unanswered", "seen-elsewhere": "△"
        default: "✕"
        }
    }

    /// Ten-thousandths as a decimal.
    private static func parts(_ score: Int64) -> String {
        let digits = String(score % 10_000)
        return "\(score / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// What a machine read beside what was confirmed; a difference is told by word and shape, also where both are masked.
    func readings(_ view: ApplicationView) -> [[String: Any]] {
        view.readFields.map { read -> [String: Any] in
            [
                "slot": slotName(read.slot), "field": words["field.\(read.field)"],
                "read": view.content?.readings?[read.slot]?[read.field] ?? "",
                "confirmed": text(of: read.field, view.content?.party(read.role)),
                "isDifferent": read.isDifferent, "isSame": !read.isDifferent,
            ]
        }
    }

    private func text(of field: String, _ facts: PartyFacts?) -> String {
        switch field {
        case "name": facts?.name ?? ""
        case "documentNumber": facts?.documentNumber ?? ""
        case "address": facts?.address ?? ""
        case "birthDate": facts?.birthDate ?? ""
        case "validFrom": facts?.validFrom ?? ""
        case "validUntil": facts?.validUntil ?? ""
        default: ""
        }
    }
}

extension ConsoleVisit.CasePiece {
    /// What is registered comes after what was brought.
    fileprivate var rank: (Int, Int) {
        (ground == .registered ? 1 : 0, EvidenceSlot.allCases.firstIndex { $0.rawValue == slot } ?? EvidenceSlot.allCases.count)
    }
}

extension [ConsoleVisit.CasePiece] {
    /// The front of a document before its back; what stands in one slot as it came.
    fileprivate var inOrderOfSlots: [ConsoleVisit.CasePiece] {
        let ranked = enumerated().map { (rank: $1.rank, place: $0, piece: $1) }
        return ranked.sorted { ($0.rank.0, $0.rank.1, $0.place) < ($1.rank.0, $1.rank.1, $1.place) }.map { $0.piece }
    }

    /// What a reason may be about: what was brought for this case, each slot once.
    var handedInSlots: [String] { Set(filter { $0.ground != .registered }.map(\.slot)).sorted() }
}
