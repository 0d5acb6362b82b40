import Numbers
import Registry

extension Instant {
    /// RFC 3339, UTC, milliseconds.
    var wire: String { WireInstant.text(self) }
}

extension Identifier {
    var wire: String { description }
}

extension Call {
    /// A word of a closed list; the contract has judged it already.
    func word<Value: RawRepresentable>(_ text: String, at pointer: String, as: Value.Type = Value.self) throws(Refusal) -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: text) else { throw .bodyInvalid.with(details: [.notAmongValues.at(pointer)]) }
        return value
    }

    func queryWord<Value: RawRepresentable>(_ name: String, as: Value.Type = Value.self) -> Value? where Value.RawValue == String {
        query[name].flatMap { Value(rawValue: $0) }
    }

    /// An identifier in the body.
    func id<Noun>(_ text: String, at pointer: String, of: Noun.Type = Noun.self) throws(Refusal) -> Identifier<Noun> {
        guard let id = Identifier<Noun>(text) else { throw .bodyInvalid.with(details: [.wrongForm.at(pointer)]) }
        return id
    }

    func productCode(_ text: String, at pointer: String) throws(Refusal) -> ProductCode {
        guard let code = ProductCode(text) else { throw .bodyInvalid.with(details: [.wrongForm.at(pointer)]) }
        return code
    }

    func carrier(_ text: String, at pointer: String) throws(Refusal) -> Carrier {
        guard let carrier = Carrier(text) else { throw .bodyInvalid.with(details: [.wrongForm.at(pointer)]) }
        return carrier
    }

    func instant(_ text: String, at pointer: String) throws(Refusal) -> Instant {
        guard let instant = WireInstant.parse(text) else { throw .bodyInvalid.with(details: [.wrongForm.at(pointer)]) }
        return instant
    }

    /// A day, or `long-term` where that has a meaning, as yyyymmdd.
    func day(_ text: String, at pointer: String, orLongTerm: Bool = false) throws(Refusal) -> Int64 {
        guard let day = orLongTerm ? WireDate.until(text) : WireDate(text)?.number else {
            throw .bodyInvalid.with(details: [.wrongForm.at(pointer)])
        }
        return day
    }

    /// A day of the calendar.
    func calendarDay(_ text: String, at pointer: String) throws(Refusal) -> CivilDate {
        guard let number = WireDate(text)?.number, let day = CivilDate(yyyymmdd: Int(number)) else {
            throw .bodyInvalid.with(details: [.wrongForm.at(pointer)])
        }
        return day
    }
}
