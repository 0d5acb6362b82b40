import Registry

/// A face as a child would draw it: an oval, two eyes, a mouth; the eyes close, the mouth opens, the head turns. Nobody's.
enum DrawnFace {
    static func picture(_ action: LivenessAction?) -> [UInt8] {
        let turned =
            switch action {
            case .turnLeft: -6
            case .turnRight: 6
            default: 0
            }
        return DrawnJPEG.picture { column, row in
            let (x, y) = (column - DrawnJPEG.columns / 2, row - DrawnJPEG.rows / 2)
            guard isWithin(x, y, halves: (18, 25)) else { return background }
            for eye in [-7, 7] where isWithin(x - eye - turned, y + 6, halves: (3, action == .blink ? 1 : 2)) { return dark }
            return isWithin(x - turned, y - 11, halves: (7, action == .openMouth ? 4 : 1)) ? dark : skin
        }
    }

    private static let background: UInt8 = 230
    private static let skin: UInt8 = 180
    private static let dark: UInt8 = 40

    private static func isWithin(_ x: Int, _ y: Int, halves: (x: Int, y: Int)) -> Bool {
        x * x * halves.y * halves.y + y * y * halves.x * halves.x <= halves.x * halves.x * halves.y * halves.y
    }
}
