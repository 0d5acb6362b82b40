extension Tile {
    /// The path of C2SP tlog-tiles: `tile/<level>/<number>`, with `.p/<width>` for a partial tile.
    package var path: String { "tile/\(level)/\(Self.numberPath(index))\(partialSuffix)" }

    /// The path of the bundle with the entries under this tile of level 0; nothing for higher levels.
    package var entriesPath: String? { level == 0 ? "tile/entries/\(Self.numberPath(index))\(partialSuffix)" : nil }

    /// Reads ``path``; nothing unless the text is exactly the path of a tile.
    package init?(path: String) {
        guard let tile = Self.reading(path.split(separator: "/", omittingEmptySubsequences: false)), tile.path == path else { return nil }
        self = tile
    }

    private var partialSuffix: String { isPartial ? ".p/\(width)" : "" }

    /// The number in groups of three digits, `x` before every group but the last: 1234067 is `x001/x234/067`.
    private static func numberPath(_ number: UInt64) -> String {
        let digits = String(number)
        let padded = Array(String(repeating: "0", count: (3 - digits.count % 3) % 3) + digits)
        let groups = stride(from: 0, to: padded.count, by: 3).map { String(padded[$0..<($0 + 3)]) }
        return (groups.dropLast().map { "x" + $0 } + groups.suffix(1)).joined(separator: "/")
    }

    /// A lenient reading; the caller compares the result's path with the text.
    private static func reading(_ parts: [Substring]) -> Tile? {
        guard parts.count > 2, parts.count < 12, parts[0] == "tile", let level = Int(parts[1]) else { return nil }
        var groups = parts[2...]
        var width = fullWidth
        if let last = groups.dropLast().last, last.hasSuffix(".p") {
            guard let partial = Int(groups.removeLast()) else { return nil }
            width = partial
            groups[groups.endIndex - 1] = last.dropLast(2)
        }
        guard let index = UInt64(groups.map { $0.drop { $0 == "x" } }.joined()) else { return nil }
        return Tile(level: level, index: index, width: width)
    }
}
