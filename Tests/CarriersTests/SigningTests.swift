import Registry
import Testing

@testable import Carriers

/// Against values that Python's hashlib gave for the same texts.
@Suite struct SigningTests {
    /// 2026-03-02 09:00 in China.
    private let morning = Instant(milliseconds: 1_772_413_200_000)

    @Test func `digests are those of the standards`() {
        // GB/T 32905 A.1.
        #expect(Digest.sm3.hex("abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
        #expect(Digest.sha256.hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest.md5.hex("abc") == "900150983cd24fb0d6963f7d28e17f72")
        #expect(Digest.sm3.hex("") == "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")
    }

    @Test func `times are China's`() {
        #expect(CarrierTime.digits(morning) == "20260302090000")
        #expect(CarrierTime.digitsWithMilliseconds(Instant(milliseconds: 1_772_413_200_007)) == "20260302090000007")
        #expect(CarrierTime.spaced(morning) == "2026-03-02 09:00:00 000")
        // The last millisecond of a year in China.
        #expect(CarrierTime.spaced(Instant(milliseconds: 1_767_196_799_999)) == "2025-12-31 23:59:59 999")
    }

    @Test func `OneLink's serial, and its digest`() {
        let serial = OneLinkWire.transactionID("200000000000000001", morning, 42)
        #expect(serial == "2000000000000000012026030209000000000042")
        #expect(serial.utf8.count <= 48)
        #expect(OneLinkWire.transactionID("200000000000000001", morning, 9_900_000_042).hasSuffix("00000042"))
        let credentials = OneLinkCredentials(appID: "200000000000000001", password: "invented-password")
        #expect(
            OneLinkWire.digest(credentials, transactionID: serial) == "f80f939253818258cc69b0a6132e0602c484afc0dd1e3e829e1e84bbb03b6c14")
    }

    @Test func `CTWing's headers`() {
        var signing = CTWingSigning()
        let one = [("access_number", ["1410000000001"], false)]
        #expect(
            signing.sign(one, secret: "invented-secret", timestamp: "20260302090000")
                == "3166383437636439333638393863376433623938363233316666376138373137")
        let several = [("custNumber", ["7"], false), ("accessNumber", ["1410000000001", "1410000000002"], true)]
        #expect(
            signing.sign(several, secret: "invented-secret", timestamp: "20260302090000")
                == "3064656636653963373135663762663534643432346231396130643437643862")
        let order = [("orderTypeId", ["19"], false), ("access_number", ["1410000000001"], false), ("acctCd", [""], false)]
        #expect(
            signing.sign(order, secret: "invented-secret", timestamp: "20260302090000")
                == "3463623861376337646664383536343565396662376665393835383663363131")
        signing.digest = .sm3
        signing.isDoubled = false
        #expect(
            signing.sign(one, secret: "invented-secret", timestamp: "20260302090000")
                == "519FB662E955E9231775E8547E8927AFE1805758444D2F7CBE4C318FD95A2261")
        let before = signing.sign(several, secret: "s", timestamp: "1")
        for form in [CTWingSigning.ListForm.comma, .json] {
            signing.listForm = form
            #expect(signing.sign(several, secret: "s", timestamp: "1") != before)
        }
    }

    @Test func `Unicom's token`() {
        let credentials = UnicomCredentials(appID: "invented-app", secret: "invented-secret", openID: "o")
        let serial = UnicomWire.serial(morning, 42)
        #expect(serial == "20260302090000000000042")
        #expect(
            UnicomWire.sign(credentials, timestamp: "2026-03-02 09:00:00 000", serial: serial, .sm3)
                == "0483664f173236bbee81eb29483be23fc4bf7dc7f899350399352d535f350bb4")
        #expect(
            UnicomWire.sign(credentials, timestamp: "2026-03-02 09:00:00 000", serial: serial, .sha256)
                == "d3c02378c7f5a15181adc1d761d8f41ee764f043953ef2a93089dbef8a9fbf21")
    }

    @Test func `credentials show nothing of themselves`() {
        let shown = [
            "\(OneLinkCredentials(appID: "a", password: "hidden"))", "\(CTWingCredentials(appKey: "a", secret: "hidden"))",
            "\(UnicomCredentials(appID: "a", secret: "hidden", openID: "o"))", "\(GenericCredentials(key: "hidden"))",
            String(reflecting: GenericCredentials(key: "hidden")),
        ]
        for text in shown { #expect(!text.contains("hidden")) }
    }
}
