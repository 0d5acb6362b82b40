import Registry
import UseCases

extension AnswerBody {
    /// Throws when the answer is to another question than this one.
    func demand(_ id: VerificationRequestID) throws(ProviderFailure) {
        let text = try token("requestId", 36...36) { _ in true }
        guard text == id.description else { throw .malformed(.otherRequest) }
    }

    /// Who answers, and whether that may count here.
    /// - Parameter number: of the person asked about; it must not stand in what is kept in clear.
    func stamp(allowsSandbox: Bool, number: String?) throws(ProviderFailure) -> ProviderStamp {
        try demandReal(allowsSandbox)
        let provider = try provider()
        let stamp = ProviderStamp(
            vendor: provider.vendor, product: provider.product, version: provider.version,
            reference: try token("reference", 1...128) { (0x21...0x7E).contains($0) }, answeredAt: try time("time"),
            isSandbox: try flag("sandbox"), costUnits: try integer("costUnits", 0...1_000_000))
        try Self.demand([stamp.vendor, stamp.product, stamp.version, stamp.reference], lack: number)
        return stamp
    }

    /// Throws when the person's number stands in what is kept in clear.
    static func demand(_ texts: [String], lack number: String?) throws(ProviderFailure) {
        // A shorter one would be found in serials by chance.
        guard let number = number?.uppercased(), number.utf8.count >= 6 else { return }
        guard !texts.contains(where: { $0.uppercased().contains(number) }) else { throw .malformed(.repeatsPersonalData) }
    }

    func provider() throws(ProviderFailure) -> (vendor: String, product: String, version: String) {
        let provider = try needed("provider")
        return (
            try provider.words("vendor", max: 64), try provider.words("product", max: 64), try provider.words("version", max: 64)
        )
    }

    /// A sandbox that is believed would register anybody.
    func demandReal(_ allowsSandbox: Bool) throws(ProviderFailure) {
        if try flag("sandbox"), !allowsSandbox { throw .malformed(.sandbox) }
    }
}
