/// The child's answer: one line of JSON, closed words and numbers only.
struct InspectionFinding: Codable, Equatable, Sendable {
    enum Verdict: String, Codable, Sendable {
        case sound, truncated, undecodable, tooManyPixels, tooManyPages, encrypted, script, action, attachment

        var refusal: InspectionRefusal? {
            switch self {
            case .sound: nil
            case .truncated: .truncated
            case .undecodable: .undecodable
            case .tooManyPixels: .tooManyPixels
            case .tooManyPages: .tooManyPages
            case .encrypted: .encrypted
            case .script: .script
            case .action: .action
            case .attachment: .attachment
            }
        }
    }

    let verdict: Verdict
    let kind: EvidenceKind
    let width: Int
    let height: Int
    let pages: Int
    let trailing: Int
    let warnings: UInt32

    /// Judges the answer again: a child that fell to its input may claim anything, but not more than the limits.
    func report(of bytes: [UInt8], limits: InspectionLimits) throws(InspectionRefusal) -> InspectionReport {
        if let refusal = verdict.refusal { throw refusal }
        guard (0...bytes.count).contains(trailing) else { throw .undecodable }
        if kind == .pdf {
            guard (1...limits.pages).contains(pages) else { throw .tooManyPages }
        } else {
            guard limits.allow(width: width, height: height) else { throw .tooManyPixels }
        }
        let onlyPadding = bytes.suffix(trailing).allSatisfy(HiddenData.isPadding)
        if kind == .png, !onlyPadding { throw .hiddenData }
        let noted = InspectionWarning.allCases.filter { warnings & $0.bit != 0 && !($0 == .trailingData && onlyPadding) }
        return InspectionReport(
            kind: kind, width: width, height: height, pages: pages, bytes: bytes.count, trailing: trailing, warnings: noted)
    }
}
