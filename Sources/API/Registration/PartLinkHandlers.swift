import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func issuePartLink() async throws -> Answer {
        let asked: Wire.IssuePartLink = try decode()
        let issued = try await installation.issuePartLink(as: principal(), id("application"), word(asked.role, at: "/role"))
        return try .json(
            Wire.IssuedPartLink(
                id: issued.id.wire, role: issued.role.rawValue, code: issued.code, path: issued.path,
                expiresAt: issued.expiresAt.wire))
    }

    func listPartLinks() async throws -> Answer {
        let parts = try await installation.readParts(as: principal(), id("application"))
        return try .json(Wire.PartLinks(roles: parts.roles.map(\.rawValue), items: parts.links.map { Wire.PartLink($0) }))
    }

    func revokePartLink() async throws -> Answer {
        try await installation.revokePartLink(as: principal(), id("partLink"))
        return .done
    }
}

extension Wire.PartLink {
    init(_ view: PartLinkView) {
        let link = view.link
        self.init(
            id: link.id.wire, role: link.role.rawValue, standing: view.standing.rawValue, issuedAt: link.issuedAt.wire,
            issuedBy: link.issuedBy.wire, expiresAt: link.expiresAt.wire, openedAt: link.openedAt?.wire, revokedAt: link.revokedAt?.wire,
            completedAt: link.completedAt?.wire, noticeVersion: link.noticeVersion, changedAt: link.changedAt?.wire)
    }
}
