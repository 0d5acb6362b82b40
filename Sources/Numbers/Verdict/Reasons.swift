/// Up to four reasons in the order they were found, held inline. No format can give more than four warnings;
/// a fifth would be left out.
package struct Reasons: Sendable, Equatable {
    private var first: Reason?
    private var second: Reason?
    private var third: Reason?
    private var fourth: Reason?

    package init() {}

    package init(_ reason: Reason) {
        first = reason
    }

    package var isEmpty: Bool { first == nil }

    @inline(__always)
    mutating func note(_ reason: Reason) {
        if first == nil {
            first = reason
        } else if second == nil {
            second = reason
        } else if third == nil {
            third = reason
        } else if fourth == nil {
            fourth = reason
        }
    }
}

extension Reasons: Sequence {
    package struct Iterator: IteratorProtocol {
        var reasons: Reasons
        var position = 0

        package mutating func next() -> Reason? {
            defer { position += 1 }
            switch position {
            case 0: return reasons.first
            case 1: return reasons.second
            case 2: return reasons.third
            case 3: return reasons.fourth
            default: return nil
            }
        }
    }

    package func makeIterator() -> Iterator { Iterator(reasons: self) }
}

extension Reasons: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: Reason...) {
        for element in elements { note(element) }
    }
}
