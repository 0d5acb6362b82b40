/// What a format's rules say about a text.
///
/// A refusal blocks; a warning lets the value through and tells people what to look at again.
package enum Verdict<Value> {
    case ok(Value)
    case warn(Value, Reasons)
    case refused(Reason)

    package var value: Value? {
        switch self {
        case .ok(let value), .warn(let value, _): value
        case .refused: nil
        }
    }

    package var reasons: Reasons {
        switch self {
        case .ok: Reasons()
        case .warn(_, let reasons): reasons
        case .refused(let reason): Reasons(reason)
        }
    }

    package var standing: Standing {
        switch self {
        case .ok: .ok
        case .warn: .warn
        case .refused: .refused
        }
    }

    /// `ok` when nothing was noted, else `warn`.
    @inline(__always)
    init(_ value: Value, noting reasons: Reasons) {
        self = reasons.isEmpty ? .ok(value) : .warn(value, reasons)
    }

    @inline(__always)
    package func map<Other>(_ transform: (Value) -> Other) -> Verdict<Other> {
        switch self {
        case .ok(let value): .ok(transform(value))
        case .warn(let value, let reasons): .warn(transform(value), reasons)
        case .refused(let reason): .refused(reason)
        }
    }
}

extension Verdict: Sendable where Value: Sendable {}
extension Verdict: Equatable where Value: Equatable {}

/// A verdict without its value; the raw values are what `check` prints.
package enum Standing: String, Sendable, CaseIterable {
    case ok
    case warn
    case refused
}
