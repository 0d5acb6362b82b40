import Records
import Registry
import Vault

/// Which cards in service lack a holder, a responsible person or evidence (R-25-24).
package struct GapReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        /// `card_…`
        package let reference: String
        package let row: GapRow
    }

    package let counts: GapCounts
    package let lines: [Line]
    /// Where the next page begins; nil on the last.
    package let next: String?
}

extension Installation {
    /// The counts alone, as long as they take.
    package func countGaps(as principal: Principal) async throws -> GapCounts {
        let now = now()
        return try await counting(as: principal, needs: .gapReport) { session in
            try GapRecords.counts(scope: principal.scope, at: now, in: session)
        }
    }

    /// - Parameter gap: only cards that lack this; nil for all that lack something.
    package func gapReport(
        as principal: Principal, lacking gap: Gap? = nil, after cursor: String? = nil, limit: Int? = nil
    ) async throws -> GapReport {
        let limit = settings.rows(limit)
        let after = try cursor.map { text in
            guard let subscription = secrets.references.subscription(from: text) else { throw Refusal.cursorUnknown }
            return subscription
        }
        let now = now()
        return try await look(as: principal, needs: .gapReport) { session in
            let found = try GapRecords.page(after: after ?? 0, lacking: gap, scope: principal.scope, at: now, limit: limit + 1, in: session)
            let lines = try found.map { GapReport.Line(reference: try secrets.references.text(for: $0.subscription), row: $0) }
            let page = Page(lines, limit: limit) { $0.reference }
            return GapReport(
                counts: try GapRecords.counts(scope: principal.scope, at: now, in: session), lines: page.rows, next: page.next)
        }
    }
}
