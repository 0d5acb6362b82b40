import Pages
import Records
import Registry
import UseCases

/// What a list of cards may show of each beside its ICCID.
enum CardColumn: String, CaseIterable, Sendable {
    case msisdn, imsi, eid, carrier, product, province
    case realName = "real-name"
    case service, batch, holder, recorded

    static let usual: [CardColumn] = [.msisdn, .carrier, .product, .realName, .service, .batch]
}

extension ConsoleVisit {
    /// Those that the address names, in our order; the usual ones where it names none.
    var chosenColumns: [CardColumn] {
        let named = Set(queries("column"))
        let chosen = CardColumn.allCases.filter { named.contains($0.rawValue) }
        return chosen.isEmpty ? CardColumn.usual : chosen
    }

    /// The address of a list that is narrowed to nothing and shows the same columns.
    var chosenColumnsOnly: String {
        let chosen = chosenColumns
        return chosen == CardColumn.usual ? "" : "?" + chosen.map { "column=\($0.rawValue)" }.joined(separator: "&")
    }

    func name(of column: CardColumn) -> String {
        switch column {
        case .imsi: "IMSI"
        case .eid: "EID"
        case .realName: words["cards.realName"]
        default: words["cards.\(column.rawValue)"]
        }
    }

    /// - Parameter names: of the organisations that hold them, as far as the reader may know.
    func table(of cards: [CardView], _ columns: [CardColumn], _ names: [OrganisationID: String] = [:]) -> [String: Any] {
        [
            "heads": columns.map(name),
            "cards": cards.map { view -> [String: Any] in
                [
                    "href": ConsoleLink.card(view.reference).address, "iccid": view.card.iccid,
                    "cells": columns.map { cell($0, view.card, names) },
                ]
            },
        ]
    }

    private func cell(_ column: CardColumn, _ card: CardRecord, _ names: [OrganisationID: String]) -> [String: Any] {
        switch column {
        case .msisdn: return ["text": card.msisdn.map(String.init) ?? "", "kind": "code"]
        case .imsi: return ["text": card.imsi.map(String.init) ?? "", "kind": "code"]
        case .eid: return ["text": card.eid ?? "", "kind": "code"]
        case .carrier: return ["text": carrierName(card.carrier)]
        case .product: return ["text": card.productName]
        case .province: return ["text": card.province.map(String.init) ?? ""]
        case .realName:
            let isVacant = card.registration == nil
            return [
                "text": "\(isVacant ? "○" : "●") \(words[isVacant ? "cards.vacant" : "cards.registered"])",
                // In stock a card may well be nobody's yet.
                "kind": isVacant && card.service.serves ? "lacking" : "",
            ]
        case .service:
            var values: [String: Any] = ["text": "\(Self.mark(of: card.service)) \(card.service.state.text.text(in: language))"]
            if !card.service.stops.reasons.isEmpty { values["stops"] = stops(card.service.stops) }
            return values
        case .batch: return ["text": card.batch]
        case .holder:
            guard let holder = card.custodian else { return ["text": "–"] }
            let standing = words["custodyStanding.\(holder.standing.rawValue)"]
            return ["text": names[holder.organisation].map { "\($0) · \(standing)" } ?? standing]
        case .recorded: return ["text": words.time(card.recordedAt)]
        }
    }
}
