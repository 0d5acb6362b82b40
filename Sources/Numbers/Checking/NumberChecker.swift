/// A verdict whose value is only the normalised text, for callers that learn the kind at run time.
package struct NumberChecker: Sendable {
    package let kind: NumberKind
    package let context: NumberContext

    package init(kind: NumberKind, context: NumberContext) {
        self.kind = kind
        self.context = context
    }

    package func check(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Verdict<NumberText> {
        switch kind {
        case .iccid: ICCID.check(utf8: bytes, in: context).map(\.text)
        case .msisdn: MSISDN.check(utf8: bytes, in: context).map(\.text)
        case .imsi: IMSI.check(utf8: bytes, in: context).map(\.text)
        case .imei: IMEI.check(utf8: bytes, in: context).map(\.text)
        case .eid: EID.check(utf8: bytes, in: context).map(\.text)
        case .residentID: ResidentID.check(utf8: bytes, in: context).map(\.text)
        case .residencePermit: ResidencePermit.check(utf8: bytes, in: context).map(\.text)
        case .foreignPermanentID: ForeignPermanentResidentID.check(utf8: bytes, in: context).map(\.text)
        case .hkMacaoPermit: HKMacaoPermit.check(utf8: bytes, in: context).map(\.text)
        case .taiwanPermit: TaiwanPermit.check(utf8: bytes, in: context).map(\.text)
        case .passport: Passport.check(utf8: bytes, in: context).map(\.text)
        case .creditCode: CreditCode.check(utf8: bytes, in: context).map(\.text)
        case .organisationCode: OrganisationCode.check(utf8: bytes, in: context).map(\.text)
        case .businessLicence: BusinessLicence.check(utf8: bytes, in: context).map(\.text)
        }
    }

    package func check(_ text: String) -> Verdict<NumberText> {
        var text = text
        return text.withUTF8 { check(utf8: $0) }
    }

    /// The number as `masked` of its own type shows it; the text must be one that this kind let through.
    package func masked(_ text: NumberText) -> String {
        switch kind {
        case .iccid: ICCID(trusted: text).masked
        case .msisdn: MSISDN(trusted: text).masked
        case .imsi: IMSI(trusted: text).masked
        case .imei: IMEI(trusted: text).masked
        case .eid: EID(trusted: text).masked
        case .residentID: ResidentID(trusted: text).masked
        case .residencePermit: ResidencePermit(trusted: text).masked
        case .foreignPermanentID: ForeignPermanentResidentID(trusted: text).masked
        case .hkMacaoPermit: HKMacaoPermit(trusted: text).masked
        case .taiwanPermit: TaiwanPermit(trusted: text).masked
        case .passport: Passport(trusted: text).masked
        case .creditCode: CreditCode(trusted: text).masked
        case .organisationCode: OrganisationCode(trusted: text).masked
        case .businessLicence: BusinessLicence(trusted: text).masked
        }
    }
}
