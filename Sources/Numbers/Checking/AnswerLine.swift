/// One answer of `check` as a line. A refused number is not repeated: personal data does not belong into errors.
package enum AnswerLine: Sendable {
    /// `verdict<TAB>normalised<TAB>reason-code,reason-code`.
    case tabSeparated
    /// `{"line":1,"verdict":"ok","normalised":"…","reasons":[]}`; `normalised` is null when refused.
    case json

    func append(_ verdict: Verdict<NumberText>, line: Int, to output: inout [UInt8]) {
        switch self {
        case .tabSeparated: appendFields(verdict, to: &output)
        case .json: appendObject(verdict, line: line, to: &output)
        }
        output.append(0x0A)
    }

    private func appendFields(_ verdict: Verdict<NumberText>, to output: inout [UInt8]) {
        output += verdict.standing.rawValue.utf8
        output.append(0x09)
        verdict.value?.withUTF8 { output += $0 }
        output.append(0x09)
        appendReasons(verdict.reasons, quoted: false, to: &output)
    }

    private func appendObject(_ verdict: Verdict<NumberText>, line: Int, to output: inout [UInt8]) {
        output += #"{"line":"#.utf8
        output += String(line).utf8
        output += #","verdict":""#.utf8
        output += verdict.standing.rawValue.utf8
        output += #"","normalised":"#.utf8
        if let text = verdict.value {
            // Normalised text is letters and digits, nothing that JSON escapes.
            output.append(0x22)
            text.withUTF8 { output += $0 }
            output.append(0x22)
        } else {
            output += "null".utf8
        }
        output += #","reasons":["#.utf8
        appendReasons(verdict.reasons, quoted: true, to: &output)
        output += "]}".utf8
    }

    private func appendReasons(_ reasons: Reasons, quoted: Bool, to output: inout [UInt8]) {
        var isFirst = true
        for reason in reasons {
            if !isFirst { output.append(0x2C) }
            isFirst = false
            if quoted { output.append(0x22) }
            output += reason.rawValue.utf8
            if quoted { output.append(0x22) }
        }
    }
}
