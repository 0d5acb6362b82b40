import Numbers
import Testing

/// The day on which all tests take place.
let today = CivilDate("2026-11-23")!
let context = NumberContext(today: today)

/// One line of a vector table.
struct Vector: Sendable, CustomTestStringConvertible {
    let kind: NumberKind
    let typed: String
    let standing: Standing
    let reasons: [Reason]

    var testDescription: String { "\(kind.rawValue) \(typed.prefix(40)) \(standing.rawValue)" }

    static func ok(_ kind: NumberKind, _ typed: String) -> Vector {
        Vector(kind: kind, typed: typed, standing: .ok, reasons: [])
    }

    static func warn(_ kind: NumberKind, _ typed: String, _ reasons: Reason...) -> Vector {
        Vector(kind: kind, typed: typed, standing: .warn, reasons: reasons)
    }

    static func refused(_ kind: NumberKind, _ typed: String, _ reason: Reason) -> Vector {
        Vector(kind: kind, typed: typed, standing: .refused, reasons: [reason])
    }

    func expectHolds() {
        let verdict = NumberChecker(kind: kind, context: context).check(typed)
        #expect(verdict.standing == standing)
        #expect(Array(verdict.reasons) == reasons)
    }
}

/// A number of each kind that is `ok`.
let good: [(kind: NumberKind, text: String)] = [
    (.iccid, "89860070310112094320"), (.msisdn, "1440000000000"), (.imsi, "460001234567890"), (.imei, "490154203237518"),
    (.eid, "89034011560010000000000000000121"), (.residentID, "11010519491231002X"), (.residencePermit, "810000199408230021"),
    (.foreignPermanentID, "911840198001010013"), (.hkMacaoPermit, "H1234567801"), (.taiwanPermit, "12345678"),
    (.passport, "E12345678"), (.creditCode, "91110000600037341L"), (.organisationCode, "600037341"),
    (.businessLicence, "110108000000016"),
]

/// A generator whose seed the tests name, so that a failure can be repeated (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

func check(_ kind: NumberKind, _ bytes: [UInt8]) -> Verdict<NumberText> {
    bytes.withUnsafeBufferPointer { NumberChecker(kind: kind, context: context).check(utf8: $0) }
}
