import ArgumentParser
import Client
import Contract
import Foundation
import Pages

/// Who may complete his part of a unit's application himself.
enum PartRole: String, CaseIterable, ExpressibleByArgument {
    case handler
    case responsiblePerson = "responsible-person"
    case actualUser = "actual-user"
}

struct PartLinks: Group {
    static let configuration = CommandConfiguration(
        commandName: "part-link", abstract: "Links by which persons complete their own part of a unit's draft (本人填写链接).",
        subcommands: [Issue.self, List.self, Revoke.self])

    struct Issue: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hand one person's part of a draft over.",
            discussion: """
                The link is seen once: the server keeps its hash only. A link to the same part that was open is revoked. Whoever has it can fill in \
                that part, so send it to that person alone.
                """)
        @Argument(help: "The application, as `shiming register applications` names it.") var application: String
        @Option(help: "handler, responsible-person or actual-user.") var role: PartRole
        @Option(help: "A new SVG file that gets the QR code, readable by you only.", completion: .file(extensions: ["svg"])) var qr: String?
        @Option(help: "Where persons reach the server, such as https://sim.example.cn; else the server's address as you named it.")
        var publicUrl: ServerAddress?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            // Before anything is given out: what is seen once must have somewhere to go.
            if let qr { try PrivateFile.create(qr, Data()) }
            let answer: Client.Answer
            do {
                answer = try await desk.api.send(
                    Call(
                        .issuePartLink, path: ["application": application], sending: Wire.IssuePartLink(role: role.rawValue)))
            } catch {
                if let qr { EntranceFiles.discard(qr) }
                throw error
            }
            let issued = try PartLinkToHandOn(answer.decode(), site: publicUrl ?? desk.api.server)
            if publicUrl == nil {
                desk.output.note(
                    "The link leads to \(desk.api.server); --public-url names where persons reach it.",
                    "链接指向 \(desk.api.server)；可用 --public-url 指定本人访问的地址。")
            }
            try desk.show(issued, answer)
            guard let qr else { return }
            guard let code = QRCode(issued.link) else { throw ClientFailure.file(path: qr, reason: "cannot hold the link") }
            try PrivateFile.replace(qr, Data(code.svg(title: issued.role).utf8))
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Links given out for an application, the newest first, and what became of them.")
        @Argument(help: "The application, as `shiming register applications` names it.") var application: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.listPartLinks, path: ["application": application]))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.table(answer.decode(Wire.PartLinks.self).items)
        }
    }

    struct Revoke: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke links: nobody comes in by them any more, and what was filled in there and not completed is destroyed.")
        @Argument(help: "As `shiming part-link list` names them.") var partLink: [String]
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            for id in partLink {
                try await desk.act(
                    Call(.revokePartLink, path: ["partLink": id]), "\(id) opens nothing any more.", "链接 \(id) 已作废。")
            }
        }
    }
}

/// A link as it is handed on.
struct PartLinkToHandOn: Shown {
    let id: String
    let role: String
    let link: String
    let expiresAt: String

    /// - Parameter site: where persons reach the pages.
    init(_ issued: Wire.IssuedPartLink, site: ServerAddress) {
        id = issued.id
        role = issued.role
        link = site.text + issued.path
        expiresAt = issued.expiresAt
    }

    static var columns: [Column<Self>] {
        [
            Column("part link", "链接编号") { $0.id }, Column("role", "角色") { $0.role }, Column("link", "链接") { $0.link },
            Column("until", "有效至", time: { $0.expiresAt }),
        ]
    }
}

extension Wire.PartLink: Shown {
    static var columns: [Column<Self>] {
        [
            Column("part link", "链接编号") { $0.id }, Column("role", "角色") { $0.role }, Column("standing", "状态") { $0.standing },
            Column("issued", "发放时间", time: { $0.issuedAt }), Column("until", "有效至", time: { $0.expiresAt }),
            Column("opened", "打开时间", time: { $0.openedAt }), Column("completed", "完成时间", time: { $0.completedAt }),
            Column("notice", "告知版本") { $0.noticeVersion }, Column("changed", "后经修改", time: { $0.changedAt }),
            Column("revoked", "作废时间", time: { $0.revokedAt }),
        ]
    }
}
