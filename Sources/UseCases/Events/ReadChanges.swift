import Records
import Registry
import SQLCore
import Vault

/// One card's part of a change.
package struct CardChangeView: Hashable, Sendable {
    package let card: String
    package let kind: CardChangeKind
    /// Where it stands since; `gone` where it left the reader's scope.
    package let after: String
    package let stops: StopReasons?
    package let effectiveFrom: Instant
    package let at: Instant
}

package struct ChangePage: Hashable, Sendable {
    package let changes: [CardChangeView]
    /// Where the next page begins, also where nothing follows yet.
    package let next: String
}

extension Installation {
    /// What happened to the cards that were in the reader's scope at the time, in order, after `cursor`: nil for the oldest that is kept,
    /// `now` for nothing but where the changes stand. A card that left the scope is seen leaving it, and never after.
    /// Throws `changes-cursor-unknown`, `changes-forgotten`.
    package func readChanges(as principal: Principal, after cursor: String? = nil, limit: Int? = nil) async throws -> ChangePage {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardRead) { session in
            let position = try self.position(of: cursor, in: session)
            let read = try CardChangeRecords.read(after: position, principal.scope, limit: limit, in: session)
            let reached = try self.reached(read.changes, principal.scope, in: session)
            var views: [CardChangeView] = []
            var shown: ChangePosition?
            for change in reached {
                for card in change.cards.lo...change.cards.hi {
                    guard views.count < limit else {
                        // A change may be shown in several parts.
                        let end = shown?.number == change.number ? shown : change.position(before: card)
                        return ChangePage(changes: views, next: try self.text(of: end ?? position))
                    }
                    views.append(try self.view(change, of: card, for: principal.scope))
                    shown = ChangePosition(number: change.number, card: card)
                }
            }
            return ChangePage(changes: views, next: try self.text(of: read.readTo))
        }
    }

    private func view(_ change: StoredCardChange, of card: Int64, for scope: Scope) throws -> CardChangeView {
        CardChangeView(
            card: try secrets.references.text(for: card), kind: change.kind, after: change.leaves(scope) ? "gone" : change.after,
            stops: change.stops, effectiveFrom: change.effectiveFrom, at: change.at)
    }

    /// A unit sees what happened to cards while they were registered in its name, and that they are so no more; in whose hands they are is not its
    /// matter.
    func reached(
        _ changes: [StoredCardChange], _ scope: Scope, in session: any Session
    ) throws -> [StoredCardChange] {
        guard case .unit(let unit, _, _) = scope else { return changes }
        return try changes.filter { $0.kind != .custody }.flatMap { change -> [StoredCardChange] in
            if change.unit == unit { return [change] }
            // What ends a service ends its holding at the same time, as a registration begins it.
            let own = try [Instant(milliseconds: change.at.milliseconds - 1), change.at].flatMap {
                try CardReach.within(scope, CardIntervals([change.cards]), at: $0, in: session).intervals
            }
            return CardIntervals(own).intervals.map(change.only)
        }
    }
}

// MARK: Positions as text

extension Installation {
    /// The position that a caller gives; throws where it is none of ours or what follows it is forgotten.
    func position(of cursor: String?, in session: any Session) throws -> ChangePosition {
        let head = try CardChangeRecords.head(in: session)
        let forgotten = try CardChangeRecords.forgotten(in: session)
        switch cursor {
        case nil: return .end(of: forgotten)
        case "now": return .end(of: head)
        case let text?:
            guard let position = ChangePosition(text, secrets.references.subscription(from:)), position.number <= head else {
                throw Refusal.changesCursorUnknown
            }
            guard position.number >= forgotten else { throw Refusal.changesForgotten }
            return position
        }
    }

    func text(of position: ChangePosition) throws -> String {
        try position.text { try secrets.references.text(for: $0) }
    }
}

extension Refusal {
    static let changesCursorUnknown = Refusal(
        "changes-cursor-unknown", .malformed, house: .form, en: "This is not a position among the changes here.", zh: "该位置不是本系统变更列表中的位置。",
        mend: LocalText(
            en: "Use `next` of a page as it was given; after a restored backup begin anew.", zh: "请原样使用上一页的 next；如系统由备份恢复，请重新开始。"),
        pointer: "/after")
    static let changesForgotten = Refusal(
        "changes-forgotten", .conflict, house: .memory, en: "What followed this position is kept no more.", zh: "该位置之后的变更已超过保留期限。",
        mend: LocalText(
            en: "Read the cards anew, then go on from `after=now`.", zh: "请重新读取卡片数据，然后从 after=now 继续。"),
        pointer: "/after")
}
