import Contract

/// A failure as a person reads it: the reason, what to do, and the rules it rests on. The server words refusals; we word the rest.
package enum ProblemText {
    package static func of(_ failure: ClientFailure, in language: Language) -> String {
        switch failure {
        case .refused(let problem): of(problem, in: language)
        case .unreachable(let server, _):
            sentence(
                language.choose("\(server) cannot be reached.", "无法连接 \(server)。"),
                mend: language.choose(
                    "Is the server running? --server or SHIMING_SERVER names another.", "请确认服务已启动，或用 --server、SHIMING_SERVER 指定其他地址。"),
                in: language)
        case .broken(let server, let reason):
            sentence(
                language.choose(
                    "The connection to \(server) broke (\(reason)); whether it was done is not known.",
                    "与 \(server) 的连接中断（\(reason)），操作是否完成未知。"),
                mend: language.choose("Look before you repeat it.", "请先查询结果再重试。"), in: language)
        case .untrusted(let server, let reason):
            sentence(
                language.choose("The certificate of \(server) is not trusted (\(reason)).", "不信任 \(server) 的证书（\(reason)）。"),
                mend: language.choose("Name the authority's certificate with --ca-file.", "请用 --ca-file 指定签发机构证书。"), in: language)
        case .unreadable(let status):
            sentence(
                language.choose("The answer (HTTP \(status)) is not one of Shiming's.", "收到的应答（HTTP \(status)）不是实名系统的应答。"),
                mend: language.choose("Check the address.", "请检查服务地址。"), in: language)
        case .file(let path, let reason): TextTable.plain("\(path): \(reason)") + "\n"
        }
    }

    package static func of(_ problem: Problem, in language: Language) -> String {
        let fields = (problem.errors ?? []).map { error in
            let place = error.pointer.map { $0 + ": " } ?? ""
            return "  " + TextTable.plain(place + error.title + mended(error.mend) + rules(error.requirements) + " [\(error.code)]") + "\n"
        }
        let head = TextTable.plain(problem.title + rules(problem.requirements) + " [\(problem.code)]") + "\n"
        return head + fields.joined() + (problem.mend.map { whatToDo($0, in: language) } ?? "")
    }

    private static func sentence(_ reason: String, mend: String, in language: Language) -> String {
        TextTable.plain(reason) + "\n" + whatToDo(mend, in: language)
    }

    private static func whatToDo(_ mend: String, in language: Language) -> String {
        language.choose("What to do: ", "处理办法：") + TextTable.plain(mend) + "\n"
    }

    private static func mended(_ mend: String?) -> String { mend.map { " " + $0 } ?? "" }

    private static func rules(_ requirements: [String]?) -> String {
        guard let requirements, !requirements.isEmpty else { return "" }
        return " (" + requirements.joined(separator: ", ") + ")"
    }
}
