import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    /// The holder gives a card to a next owner; the link for him is shown on this answer and never again.
    func beginTransfer() async throws -> Response {
        let offer: TransferOffer
        do {
            offer = try await installation.beginTransfer(as: principal(), code: typed("code", most: 40), in: language)
        } catch let refusal as Refusal where refusal.code == Refusal.identityNotProved.code || refusal.kind == .notFound {
            return redirect(to: "/p/mine")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return write(transferPage(nil, [PageError(refusal, in: language)]))
        }
        return write(transferPage(offer))
    }

    func callOffTransfer() async throws -> Response {
        do {
            _ = try await installation.callOffTransfer(as: principal(), code: typed("code", most: 40))
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return write(transferPage(nil, [PageError(refusal, in: language)]))
        } catch let refusal as Refusal where [.forbidden, .notFound].contains(refusal.kind) {
            return redirect(to: "/p/mine")
        }
        return redirect(to: "/p/mine")
    }

    /// The next owner does not want the card; his page closes with the link.
    func declineTransfer() async throws -> Response {
        let isEnded = try await read().standing != .inTransfer
        do {
            try await installation.declineTransfer(as: principal())
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return redirect(to: "/p")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return write(transferPage(nil, [PageError(refusal, in: language)]))
        }
        return write(
            Page(
                template: "declined", title: words["transfer.declined"],
                values: ["lead": words[isEnded ? "transfer.declinedFreeText" : "transfer.declinedText"]], here: "/p/start"))
    }

    private func transferPage(_ offer: TransferOffer?, _ errors: [PageError] = []) -> Page {
        var values: [String: Any] = [:]
        if let offer {
            let address = "\(ownAddress)/p/\(offer.code)"
            values["offer"] = [
                "address": address, "until": words("transfer.until", ["time": words.time(offer.expiresAt)]),
                "drawn": QRCode(address).map { [["side": String($0.side), "path": $0.path]] } ?? [],
            ]
        }
        return Page(
            template: "transfer", title: words["transfer.title"], status: errors.isEmpty ? .ok : .conflict, values: values, errors: errors,
            here: "/p/mine")
    }
}
