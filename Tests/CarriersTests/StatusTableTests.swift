import Registry
import Testing

@testable import Carriers

/// Each carrier's codes are read by its own table: the same digit means other things elsewhere, and one public platform shows activated
/// cards as testing because it reads Unicom's codes by Telecom's table (REQUIREMENTS §6.1).
@Suite struct StatusTableTests {
    @Test(arguments: [
        (StatusTable.oneLink, ["1": "ready", "2": "active", "4": "stopped", "6": "testable", "7": "stock", "8": "cancelling"]),
        (
            StatusTable.ctwing,
            ["1": "ready", "2": "testable", "3": "stopped", "4": "active", "5": "stopped", "6": "held-by-carrier", "7": "cancelled"]
        ),
        (
            StatusTable.unicomCMP,
            [
                "0": "testable", "1": "ready", "2": "active", "3": "stopped", "4": "cancelling", "5": "cancelled", "6": "replaced",
                "7": "stock",
            ]
        ),
    ])
    func `codes that are known`(table: StatusTable, wanted: [String: String]) {
        for (code, word) in wanted {
            #expect(table.read(code) == CarrierCardState(word: CarrierLife(rawValue: word) ?? .unknown, code: code))
        }
    }

    @Test func `no two carriers agree on what their codes mean`() {
        let tables = StatusTable.all.filter { $0.system != .generic }
        for table in tables {
            for other in tables where other.system != table.system {
                let shared = table.words.keys.filter { other.words[$0] != nil }
                #expect(!shared.isEmpty)
                let differing = shared.filter { table.words[$0] != other.words[$0] }
                #expect(!differing.isEmpty, "\(table.system) and \(other.system) would pass for one another")
            }
        }
        // What costs most where it is mistaken.
        #expect(StatusTable.unicomCMP.read("2").word == .active && StatusTable.ctwing.read("2").word == .testable)
        #expect(StatusTable.unicomCMP.read("4").word != .active && StatusTable.ctwing.read("4").word == .active)
        #expect(StatusTable.oneLink.read("4").word == .stopped && StatusTable.ctwing.read("4").word == .active)
        #expect(StatusTable.oneLink.read("7").word == .stock && StatusTable.ctwing.read("7").word == .cancelled)
    }

    @Test(arguments: ["", "10", "77", "02", " 2", "２", "ACTIVATED", "active", "1.0", "-1"])
    func `a code the table lacks is unknown and kept`(code: String) {
        for table in StatusTable.all where table.system != .generic || code != "active" {
            #expect(table.read(code) == CarrierCardState(word: .unknown, code: code))
        }
    }

    @Test func `Unicom's state 8 is not guessed`() { #expect(StatusTable.unicomCMP.read("8").word == .unknown) }

    @Test func `real names`() {
        #expect(RealNameTable.oneLink.read("1", reason: "01") == CarrierRealName(word: .registered, code: "1", reasonCode: "01"))
        #expect(RealNameTable.oneLink.read("2").word == .unknown)
        #expect(RealNameTable.ctwing.read("0").word == .unregistered)
        // 1 is registered at the others and means the contrary here.
        #expect(RealNameTable.unicomCMP.read("1").word == .unregistered)
        for code in ["2", "3"] { #expect(RealNameTable.unicomCMP.read(code).word == .registered) }
        #expect(RealNameTable.unicomCMP.read("4").word == .unknown)
        #expect(RealNameTable.generic.read("1").word == .unknown)
    }

    @Test func `what shows that a change took effect`() {
        for change in CarrierChange.allCases {
            for word in CarrierLife.allCases {
                let expected: Bool? =
                    switch (change, word) {
                    case (_, .unknown), (_, .heldByCarrier): nil
                    case (.suspend, .stopped), (.resume, .active), (.activate, .active): true
                    case (.resume, .testable), (.suspend, .cancelling), (.suspend, .cancelled), (.suspend, .replaced): true
                    default: false
                    }
                #expect(change.isInEffect(word) == expected, "\(change) \(word)")
            }
        }
    }

    @Test func `codes of failure lead to refusals of ours, each with both languages`() {
        #expect(CodeTable.oneLink["12021"] == .tokenExpired)
        #expect(CodeTable.oneLink["12098"].refusal.code == "carrier-stop-not-ours")
        #expect(CodeTable.ctwing["12098"] == .other)
        #expect(CodeTable.oneLink["99999"].refusal.code == "carrier-refused")
        #expect(CodeTable.oneLink.adding(["90001": .locked])["90001"] == .locked)
        for meaning in CarrierMeaning.allCases {
            #expect(!meaning.refusal.reason.zh.isEmpty && !meaning.refusal.reason.en.isEmpty && !meaning.refusal.mend.zh.isEmpty)
        }
    }
}
