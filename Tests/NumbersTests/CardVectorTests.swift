import Numbers
import Testing

@Suite struct CardVectorTests {
    static let iccid: [Vector] = [
        .ok(.iccid, "89860070310112094320"), .ok(.iccid, "8986000000000000010"), .ok(.iccid, "89860000000000000019"),
        .ok(.iccid, "8986010000000000018"), .ok(.iccid, "89860300000000000016"), .ok(.iccid, "89861500000000000012"),
        .ok(.iccid, "898600D6081370000007"), .ok(.iccid, "898600d6081370000007"), .ok(.iccid, "8986 0070 3101 1209 4320"),
        .warn(.iccid, "8986000000000000011", .iccidLuhn), .warn(.iccid, "89860617030017300390", .iccidLuhn),
        .refused(.iccid, "898600000000000001", .iccidLength), .refused(.iccid, "898600000000000000101", .iccidLength),
        .refused(.iccid, "89850070310112094320", .iccidPrefix), .refused(.iccid, "89860070310112-94320", .character),
        .refused(.iccid, "8986007031011209432é", .character),
    ]

    @Test(arguments: iccid)
    func `R-NF-01: an ICCID is refused for its form only, never for its check digit or a letter`(vector: Vector) {
        vector.expectHolds()
    }

    static let msisdn: [Vector] = [
        .ok(.msisdn, "1440000000000"), .ok(.msisdn, "1480000000000"), .ok(.msisdn, "1460000000000"),
        .ok(.msisdn, "1410000000000"), .ok(.msisdn, "1064800000000"), .ok(.msisdn, "1064900000000"),
        .ok(.msisdn, "1064802000031"), .ok(.msisdn, "+86 144 0000 000000"), .ok(.msisdn, "861440000000000"),
        .ok(.msisdn, "00861440000000000"), .ok(.msisdn, "14700000000"), .ok(.msisdn, "+86-172-0000-0000"),
        .ok(.msisdn, "１４４００００００００００"),
        .warn(.msisdn, "13800138000", .msisdnOrdinaryPhone), .warn(.msisdn, "1420000000000", .msisdnRangeUnknown),
        .refused(.msisdn, "144000000000", .msisdnLength), .refused(.msisdn, "1380013800000", .msisdnRange),
        .refused(.msisdn, "1069000000000", .msisdnRange), .refused(.msisdn, "12000000000", .msisdnRange),
        .refused(.msisdn, "10086", .msisdnLength), .refused(.msisdn, "+8521440000000000", .character),
        .refused(.msisdn, "0755-12345678", .msisdnLength), .refused(.msisdn, "+", .character), .refused(.msisdn, "86", .msisdnLength),
        .refused(.msisdn, "144000000000O", .character), .refused(.msisdn, "0015214845223", .msisdnRange),
        .refused(.msisdn, "00", .msisdnLength),
    ]

    @Test(arguments: msisdn)
    func `R-NF-02: a card number is judged by its own ranges`(vector: Vector) {
        vector.expectHolds()
    }

    static let imsi: [Vector] = [
        .ok(.imsi, "460001234567890"), .ok(.imsi, "460111234567890"), .ok(.imsi, "460 15 1234567890"),
        .warn(.imsi, "460101234567890", .imsiNetworkUnknown), .warn(.imsi, "001011234567890", .imsiTestNetwork),
        .warn(.imsi, "460991234567890", .imsiTestNetwork),
        .refused(.imsi, "439011234567890", .imsiCountry), .refused(.imsi, "429011234567890", .imsiCountry),
        .refused(.imsi, "46000123456789", .imsiLength), .refused(.imsi, "4600012345678901", .imsiLength),
        .refused(.imsi, "46000123456789A", .character),
    ]

    @Test(arguments: imsi)
    func `an IMSI has country 460 and fifteen digits`(vector: Vector) {
        vector.expectHolds()
    }

    static let imei: [Vector] = [
        .ok(.imei, "490154203237518"), .ok(.imei, "352099001761481"), .ok(.imei, "350077523237513"),
        .ok(.imei, "354178036859789"), .ok(.imei, "3568680000414120"), .ok(.imei, "35-417803-685978-9"),
        .warn(.imei, "35417803685978", .imeiNoCheckDigit), .warn(.imei, "354178036859780", .imeiCheckDigitZero),
        .warn(.imei, "000000000000000", .imeiPlaceholder), .warn(.imei, "11111111111111", .imeiNoCheckDigit, .imeiPlaceholder),
        .refused(.imei, "354178036859786", .imeiLuhn), .refused(.imei, "3541780368597", .imeiLength),
        .refused(.imei, "35417803685978912", .imeiLength), .refused(.imei, "35417803685978X", .character),
    ]

    @Test(arguments: imei)
    func `R-NF-03: an IMEI may come without its check digit, as networks report it`(vector: Vector) {
        vector.expectHolds()
    }

    static let eid: [Vector] = [
        .ok(.eid, "89034011560010000000000000000121"), .ok(.eid, "89001012012341234012345678901224"),
        .ok(.eid, "89001567010203040506070809101152"), .ok(.eid, "89044011112233441122334411223321"),
        .ok(.eid, "89086030202200000000000000001287"), .ok(.eid, "8903 4011 5600 1000 0000 0000 0000 0121"),
        .refused(.eid, "89049032000000000000000000000000", .eidCheckDigits),
        .refused(.eid, "88034011560010000000000000000121", .eidPrefix),
        .refused(.eid, "8903401156001000000000000000012", .eidLength),
        .refused(.eid, "890340115600100000000000000001210", .eidLength),
        .refused(.eid, "8903401156001000000000000000012X", .character),
    ]

    @Test(arguments: eid)
    func `an EID begins 89 and leaves one modulo 97`(vector: Vector) {
        vector.expectHolds()
    }
}
