import Numbers
import Registry

/// Times as the carriers write them: in China, as digits.
enum CarrierTime {
    /// `yyyyMMddHHmmss`
    static func digits(_ instant: Instant) -> String {
        let (day, clock, _) = parts(instant)
        return day.joined() + clock.joined()
    }

    /// `yyyyMMddHHmmssSSS`
    static func digitsWithMilliseconds(_ instant: Instant) -> String { digits(instant) + parts(instant).milliseconds }

    /// `yyyy-MM-dd HH:mm:ss SSS`
    static func spaced(_ instant: Instant) -> String {
        let (day, clock, milliseconds) = parts(instant)
        return day.joined(separator: "-") + " " + clock.joined(separator: ":") + " " + milliseconds
    }

    private static func parts(_ instant: Instant) -> (day: [String], clock: [String], milliseconds: String) {
        let day = CivilDate(shanghaiAt: instant.milliseconds)
        let inDay = instant.milliseconds - (day?.shanghaiMidnight ?? 0)
        let seconds = inDay / 1_000
        return (
            [padded(Int64(day?.year ?? 0), 4), padded(Int64(day?.month ?? 0), 2), padded(Int64(day?.day ?? 0), 2)],
            [padded(seconds / 3_600, 2), padded(seconds / 60 % 60, 2), padded(seconds % 60, 2)], padded(inDay % 1_000, 3)
        )
    }

    static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
