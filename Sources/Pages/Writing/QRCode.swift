import CQRCode

/// A QR code (ISO/IEC 18004) of a text, by libqrencode.
package struct QRCode: Sendable {
    /// Row after row; true is dark.
    private let modules: [Bool]
    private let width: Int

    /// Error correction M: a scratched label is read with 15 of a hundred of it gone.
    /// Nil when the text does not fit into the largest code, which no link of ours comes near.
    package init?(_ text: String) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        self.width = width
        // The lowest bit of a module is its colour; the others tell what it belongs to.
        modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
    }

    /// Light modules that must stay around it (ISO/IEC 18004 §5.3.8).
    private static let quietZone = 4

    /// Units of its drawing to a side, a module being one.
    package var side: Int { width + 2 * Self.quietZone }

    /// Its dark modules as the path of a drawing. Neighbours in a row are one rectangle, so no hairlines come between them.
    package var path: String { (0..<width).flatMap(rectangles).joined() }

    /// A module is a unit; printers scale it as they like.
    package func svg(title: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" width="\(side * 4)" height="\(side * 4)" shape-rendering="crispEdges">
        <title>\(title)</title>
        <rect width="\(side)" height="\(side)" fill="#fff"/>
        <path d="\(path)" fill="#000"/>
        </svg>

        """
    }

    private func rectangles(in row: Int) -> [String] {
        var drawn: [String] = []
        var column = 0
        while column < width {
            let start = column
            while column < width, modules[row * width + column] { column += 1 }
            if column > start { drawn.append("M\(start + Self.quietZone) \(row + Self.quietZone)h\(column - start)v1h-\(column - start)z") }
            column += 1
        }
        return drawn
    }
}
