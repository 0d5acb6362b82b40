/// The cells of one row: where their UTF-8 lies. The bytes belong to the reader and change with the next row.
final class FieldTable {
    struct Slot {
        var base: UnsafePointer<UInt8>
        var count: Int32
        var kind: CellKind
    }

    let slots: UnsafeMutablePointer<Slot>
    let capacity: Int
    var count = 0
    private let nothing: UnsafeMutablePointer<UInt8>

    init(capacity: Int) {
        self.capacity = capacity
        slots = .allocate(capacity: capacity)
        nothing = .allocate(capacity: 1)
        nothing.initialize(to: 0)
    }

    deinit {
        slots.deallocate()
        nothing.deallocate()
    }

    var emptySlot: Slot { Slot(base: UnsafePointer(nothing), count: 0, kind: .text) }

    @inline(__always)
    func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index >= 0, index < count else { return UnsafeBufferPointer(start: UnsafePointer(nothing), count: 0) }
        let slot = slots[index]
        return UnsafeBufferPointer(start: slot.base, count: Int(slot.count))
    }

    @inline(__always)
    func kind(_ index: Int) -> CellKind { index >= 0 && index < count ? slots[index].kind : .text }

    /// Whether no cell holds anything but blanks.
    var isBlank: Bool {
        for index in 0..<count {
            let slot = slots[index]
            for position in 0..<Int(slot.count) where slot.base[position] != 0x20 && slot.base[position] &- 9 > 4 { return false }
        }
        return true
    }

    /// Drops the apostrophes that mark text; see `CellGuard`.
    @inline(__always)
    func unguard() {
        for index in 0..<count where slots[index].count > 1 && slots[index].base[0] == 0x27 {
            let cell = UnsafeBufferPointer(start: slots[index].base, count: Int(slots[index].count))
            guard CellGuard.isGuarded(cell) else { continue }
            slots[index].base += 1
            slots[index].count -= 1
        }
    }
}
