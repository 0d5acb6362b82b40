import API
import ArgumentParser
import Numbers
import Registry

/// Times as China's clocks show them.
enum ChinaTime {
    /// `2026-03-02 09:00`; what is no time of the API stays as it is.
    static func text(_ wire: String) -> String {
        guard let instant = WireInstant.parse(wire), let day = CivilDate(shanghaiAt: instant.milliseconds) else { return wire }
        let minutes = (instant.milliseconds - day.shanghaiMidnight) / 60_000
        return "\(day) \(two(minutes / 60)):\(two(minutes % 60))"
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// A time in the command line: `2026-03-02` (its beginning in China), `2026-03-02 09:00` (China), or RFC 3339.
struct Moment: ExpressibleByArgument, Sendable {
    /// As the API takes it.
    let wire: String

    init?(argument: String) {
        if let day = CivilDate(argument) {
            wire = WireInstant.text(Instant(milliseconds: day.shanghaiMidnight))
        } else if let instant = WireInstant.parse(argument) ?? Self.local(argument) {
            wire = WireInstant.text(instant)
        } else {
            return nil
        }
    }

    private static func local(_ text: String) -> Instant? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, CivilDate(String(parts[0])) != nil, parts[0].count == 10 else { return nil }
        let seconds = parts[1].split(separator: ":").count == 2 ? ":00" : ""
        return WireInstant.parse("\(parts[0])T\(parts[1])\(seconds)+08:00")
    }
}
