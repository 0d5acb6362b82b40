extension CreditCode {
    /// Who registered the unit, and as what: the first two characters. From secondary sources that agree (S),
    /// so an unlisted pair is a warning only.
    package struct Authority: Hashable, Sendable {
        package let registrar: Registrar
        /// The second character, as in the list beside the registrar.
        package let category: UInt8

        @inline(__always)
        package init?(_ first: UInt8, category: UInt8) {
            guard let registrar = Registrar(first), registrar.has(category) else { return nil }
            self.registrar = registrar
            self.category = category
        }

        /// Registered as an enterprise, a sole trader or a cooperative by the market regulator.
        package var isMarketEntity: Bool { registrar == .marketRegulation }
        package var isSoleTrader: Bool { registrar == .marketRegulation && category == 0x32 }
    }

    package enum Registrar: String, Sendable, CaseIterable {
        case staffingOffice
        case foreignAffairs
        case justice
        case culture
        case civilAffairs
        case tourism
        case religion
        case tradeUnion
        case marketRegulation
        case militaryReform
        case agriculture
        case other

        @inline(__always)
        init?(_ first: UInt8) {
            switch first {
            case 0x31: self = .staffingOffice
            case 0x32: self = .foreignAffairs
            case 0x33: self = .justice
            case 0x34: self = .culture
            case 0x35: self = .civilAffairs
            case 0x36: self = .tourism
            case 0x37: self = .religion
            case 0x38: self = .tradeUnion
            case 0x39: self = .marketRegulation
            case 0x41: self = .militaryReform
            case 0x4E: self = .agriculture
            case 0x59: self = .other
            default: return nil
            }
        }

        /// Whether the registrar uses this category; 9 is "other" with most of them.
        @inline(__always)
        func has(_ category: UInt8) -> Bool {
            switch self {
            case .staffingOffice, .civilAffairs, .agriculture: (0x31...0x33).contains(category) || category == 0x39
            case .foreignAffairs, .culture, .tradeUnion, .militaryReform: category == 0x31 || category == 0x39
            case .justice: (0x31...0x35).contains(category) || category == 0x39
            case .tourism: category == 0x31 || category == 0x32
            case .religion: category == 0x31 || category == 0x32 || category == 0x39
            case .marketRegulation: (0x31...0x33).contains(category)
            case .other: category == 0x31
            }
        }
    }
}
