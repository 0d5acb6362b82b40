/// The file for the printer of links and claim codes, which are seen once.
package enum EntranceSheet {
    package struct Line: Sendable {
        let iccid, kind, code, link, expires, entrance: String

        package init(iccid: String, kind: String, code: String, link: String?, expires: String, entrance: String) {
            self.iccid = iccid
            self.kind = kind
            self.code = code
            self.link = link ?? ""
            self.expires = expires
            self.entrance = entrance
        }
    }

    /// None of the values can hold a comma or a quotation mark: digits, letters of the contract, an address, a time (RFC 4180 §2).
    package static func csv(_ lines: [Line]) -> String {
        let rows = lines.map { [$0.iccid, $0.kind, $0.code, $0.link, $0.expires, $0.entrance].joined(separator: ",") }
        return (["ICCID,kind,code,link,expires,entrance"] + rows).joined(separator: "\r\n") + "\r\n"
    }

    /// `ABCD-EFGH`: four by four, as people read a code out.
    package static func inFours(_ code: String) -> String {
        stride(from: 0, to: code.count, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
