import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let reasonListSet = TrailAction("reason-list.set")
}

/// A reason a reviewer may give now.
package struct ReasonInForce: Hashable, Sendable {
    package let code: String
    package let text: LocalText
    /// nil for a built-in one, which fits everything.
    package let own: OwnReason?

    package init(code: String, text: LocalText, own: OwnReason?) {
        self.code = code
        self.text = text
        self.own = own
    }
}

extension Installation {
    /// Sets the reasons of the operating company's own, from a time on. Those left out are retired. Throws `fields-invalid`,
    /// what `Act.begin` throws.
    /// - Parameters:
    ///   - after: the ordinal of the version that was read; 0 when there was none.
    ///   - replacing: whether it may begin before the newest version does, which then never comes into force.
    package func setReasonList(
        as principal: Principal, _ list: ReasonList, validFrom: Instant?, after: Int64, replacing: Bool = false
    ) async throws -> ReasonListVersion {
        guard list.faults.isEmpty else { throw Refusal.invalid(list.faults) }
        return try await act(as: principal, .reasonListSet, needs: .policyManage) { act in
            try principal.demandEverything()
            // Every applicant reads them: they name nobody.
            for (place, reason) in list.reasons.enumerated() {
                try act.demandOpen(reason.text.en, at: "/reasons/\(place)/en", names: [])
                try act.demandOpen(reason.text.zh, at: "/reasons/\(place)/zh", names: [])
            }
            let newest = try ReasonListRecords.latest(in: act.session)
            let validFrom = try act.begin(
                validFrom, after: after, newest: newest.map { ($0.ordinal, $0.validFrom) }, replacing: replacing)
            let version = ReasonListVersion(ordinal: after + 1, validFrom: validFrom, list: list, recordedAt: act.now)
            try act.register(.reasonList, [version.ordinal, validFrom, try list.json.canonicalText(), act.now, principal.account])
            act.recording.note("ordinal", .integer(version.ordinal))
            act.recording.note("reasons", .integer(Int64(list.reasons.count)))
            return version
        }
    }

    /// The versions of the list, the newest first.
    package func listReasonLists(
        as principal: Principal, before: Int64? = nil, limit: Int? = nil
    ) async throws -> Page<ReasonListVersion, Int64> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .policyManage) { session in
            try principal.demandEverything()
            return Page(try ReasonListRecords.versions(before: before ?? .max, limit: limit + 1, in: session), limit: limit) {
                $0.ordinal
            }
        }
    }

    /// What whoever decides may choose from now: the built-in reasons by their codes, then those of the operating company's own.
    package func reasonsInForce(as principal: Principal) async throws -> [ReasonInForce] {
        try await look(as: principal, needs: .registrationReview) { session in
            let own = try ReasonListRecords.inForce(at: now(), in: session)?.list ?? .none
            return DecisionReason.codes.sorted { $0.key < $1.key }.map { ReasonInForce(code: $0.key, text: $0.value, own: nil) }
                + own.reasons.map { ReasonInForce(code: $0.code, text: $0.text, own: $0) }
        }
    }
}
