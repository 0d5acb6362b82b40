/// How much of a phone's message a text takes (3GPP TS 23.038): septets where all of it is in the default alphabet, or else UTF-16 units.
struct MessageLength: Hashable, Sendable {
    let units: Int
    /// What fits into three parts, each with the header that joins them (3GPP TS 23.040): 153 septets or 67 units a part.
    let max: Int

    init(of text: String) {
        let isPlain = text.unicodeScalars.allSatisfy { Self.basic.contains($0) || Self.extended.contains($0) }
        units = isPlain ? text.unicodeScalars.reduce(0) { $0 + (Self.extended.contains($1) ? 2 : 1) } : text.utf16.count
        max = Self.parts * (isPlain ? 153 : 67)
    }

    private static let parts = 3
    private static let basic = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
    /// Behind an escape: two septets each.
    private static let extended = Set("^{}\\[~]|€".unicodeScalars)
}
