import Contract
import Registry
import UseCases
import Web

extension Call {
    func listChanges() async throws -> Answer {
        let found = try await installation.readChanges(as: principal(), after: query["after"], limit: limit)
        let items = found.changes.map { change in
            Wire.Change(
                card: change.card, kind: change.kind.rawValue, after: change.after, effectiveFrom: change.effectiveFrom.wire,
                at: change.at.wire, stops: change.stops?.reasons.map(\.name))
        }
        return try .json(Wire.ChangePage(items: items, next: found.next))
    }
}
