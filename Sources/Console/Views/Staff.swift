import Foundation
import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    private static let staffRows = 50

    func staff() async throws -> Response { try await write(staffPage()) }

    /// The accounts of an organisation. A new one's one-time token is shown once, in the answer to the form that made it.
    private func staffPage(_ created: CreatedAccount? = nil, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        try principal().demand(.accountRead)
        let place: OrganisationRecord = try await installation.readOrganisation(as: principal(), identifier())
        let found = try await installation.listAccounts(
            as: principal(), organisation: place.id, after: self.place(1).flatMap { AccountID($0[0]) }, limit: Self.staffRows + 1)
        let isSent = created == nil && form["form"] != nil
        var values: [String: Any] = [
            "tabs": self.values(of: agentTabs, at: .organisations), "organisation": place.name,
            "back": ConsoleLink.organisation(id).address, "action": ConsoleLink.staff(id).address,
            "accounts": found.prefix(Self.staffRows).map(row), "isEmpty": found.isEmpty,
            "mayMake": may(.accountManage) && place.status == .active, "login": isSent ? form["login"] ?? "" : "",
            "roles": try grantable(in: place.kind, ticked: Set(isSent ? sentRoles() : [])),
            "kinds": AccountKind.allCases.map { kind -> [String: Any] in
                [
                    "code": kind.rawValue, "name": words["accountKind.\(kind.rawValue)"],
                    "isChosen": isSent && form["kind"] == kind.rawValue,
                ]
            },
            "rolesPage": ConsoleLink.roles.address,
            "next": found.count > Self.staffRows
                ? [address(.staff(id), keeping: [], after: found[Self.staffRows - 1].id.description)] : [],
        ]
        if let created {
            values["created"] = [
                "roles": names(of: created.account.roles), "href": ConsoleLink.staffMember(created.account.id.description).address,
                "enrolment": created.enrolment.map { [enrolment($0)] } ?? [],
            ]
        }
        return ConsolePage(
            template: "staff", title: words["staff.title"],
            values: values,
            refusal: refusal, section: agentTabs.first?.link)
    }

    private func enrolment(_ token: IssuedToken) -> [String: Any] {
        ["token": token.text, "until": words("staff.tokenUntil", ["time": words.time(token.expiresAt)])]
    }

    private func names(of roles: [StaffRole]) -> String {
        roles.map { words["role.\($0.rawValue)"] }.joined(separator: words["common.comma"])
    }

    private func row(_ account: AccountView) -> [String: Any] {
        [
            "href": ConsoleLink.staffMember(account.id.description).address,
            "login": account.login ?? words("staff.unnamed", ["id": String(account.id.description.suffix(6))]),
            "kind": words["accountKind.\(account.kind.rawValue)"], "roles": names(of: account.roles),
            "state": words["accountState.\(account.status.rawValue)"],
            "mark": account.status == .active ? "●" : account.status == .invited ? "◔" : "✕",
            "factor": factor(of: account), "created": words.time(account.createdAt),
        ]
    }

    /// A machine signs in with its key alone.
    private func factor(of account: AccountView) -> String {
        if account.kind == .machine { return "–" }
        return account.hasSecondFactor ? words["common.yes"] : "▲ " + words["common.no"]
    }

    /// The roles of this kind of organisation that this person may give.
    private func grantable(in kind: OrganisationKind, ticked: Set<StaffRole>) throws -> [[String: Any]] {
        let own = try principal()
        return StaffRole.allCases.filter { $0.organisationKinds.contains(kind) && own.mayGrant($0.permissions) }.map {
            role -> [String: Any] in
            ["code": role.rawValue, "name": words["role.\(role.rawValue)"], "isTicked": ticked.contains(role)]
        }
    }

    private func sentRoles() -> Set<StaffRole> { Set(StaffRole.allCases.filter { form.isTicked("role-\($0.rawValue)") }) }

    func createAccount() async throws -> Response {
        do {
            guard let kind = form["kind"].flatMap({ AccountKind(rawValue: $0) }) else { throw Refusal.formUnreadable }
            let login = form["login"]?.trimmingCharacters(in: .whitespaces) ?? ""
            let created = try await installation.createAccount(
                as: principal(), organisation: identifier(), kind: kind, roles: sentRoles(), login: login.isEmpty ? nil : login)
            return try await write(staffPage(created))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(staffPage(nil, refusal))
        }
    }

    // MARK: One of them

    func staffMember() async throws -> Response { try await write(staffMemberPage()) }

    private func staffMemberPage(_ renewed: IssuedToken? = nil, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let account = try await installation.readAccount(as: principal(), identifier())
        let place = may(.organisationRead) ? try await installation.readOrganisation(as: principal(), account.organisation) : nil
        let own = try principal()
        // Nobody changes his own roles or dismisses himself.
        let isManageable =
            may(.accountManage) && account.id != own.account && account.status != .dismissed
            && account.roles.allSatisfy { own.mayGrant($0.permissions) }
        var values = row(account)
        let more: [String: Any] = [
            "tabs": self.values(of: agentTabs, at: .organisations), "organisation": place?.name ?? words["common.outOfReach"],
            "back": ConsoleLink.staff(account.organisation.description).address, "action": ConsoleLink.staffMember(id).address,
            "figures": account.roles.contains { $0.permissions.contains(.registrationReview) }
                ? [ConsoleLink.staffFigures(id).address] : [],
            "version": String(account.version), "mayChange": isManageable,
            "mayRenew": isManageable && account.kind == .person,
            "factor": words[account.hasSecondFactor ? "account.factorOn" : "account.factorOff"],
            "choices": try place.map {
                try grantable(in: $0.kind, ticked: refusal != nil && form["act"] == "roles" ? sentRoles() : Set(account.roles))
            } ?? [],
            "renewed": renewed.map { [["enrolment": [enrolment($0)]]] } ?? [], "rolesPage": ConsoleLink.roles.address,
        ]
        values.merge(more) { $1 }
        return ConsolePage(
            template: "staff-member", title: values["login"] as? String ?? "",
            values: values,
            refusal: refusal, section: agentTabs.first?.link)
    }

    func changeStaffMember() async throws -> Response {
        do {
            switch form["act"] {
            case "renew":
                return try await write(staffMemberPage(installation.renewEnrolment(as: principal(), account: identifier())))
            case "roles":
                guard let version = try number("version") else { throw Refusal.formUnreadable }
                _ = try await installation.updateAccount(
                    as: principal(), identifier(), ifVersion: version, AccountChange(roles: sentRoles()))
            case "dismiss":
                guard form.isTicked("sure") else { throw Refusal.dismissalUnsure }
                guard let version = try number("version") else { throw Refusal.formUnreadable }
                _ = try await installation.updateAccount(
                    as: principal(), identifier(), ifVersion: version, AccountChange(status: .dismissed))
            default: throw Refusal.formUnreadable
            }
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(staffMemberPage(nil, refusal))
        }
        return redirect(to: .staffMember(id))
    }

    // MARK: What each role may do

    func roles() throws -> Response {
        try principal().demand(.organisationRead)
        let roles = StaffRole.allCases
        return write(
            ConsolePage(
                template: "roles", title: words["roles.title"],
                values: [
                    "tabs": values(of: agentTabs, at: .roles),
                    "heads": roles.map { ["name": words["role.\($0.rawValue)"]] },
                    "factors": roles.map {
                        ["mark": $0.needsSecondFactor ? "●" : "–", "word": words[$0.needsSecondFactor ? "common.yes" : "common.no"]]
                    },
                    "places": roles.map { role in
                        let kinds = OrganisationKind.allCases.filter(role.organisationKinds.contains)
                        return ["name": kinds.map { words["organisationKind.\($0.rawValue)"] }.joined(separator: words["common.comma"])]
                    },
                    "permissions": Permission.allCases.filter { permission in roles.contains { $0.permissions.contains(permission) } }.map {
                        permission -> [String: Any] in
                        [
                            "name": words["permission.\(permission.rawValue)"],
                            "cells": roles.map { role -> [String: Any] in
                                let has = role.permissions.contains(permission)
                                return ["mark": has ? "●" : "–", "word": words[has ? "common.yes" : "common.no"]]
                            },
                        ]
                    },
                ], section: agentTabs.first?.link))
    }
}

extension Refusal {
    static let dismissalUnsure = Refusal(
        "dismissal-unsure", .invalid, house: .choice, en: "It was not confirmed that the account shall be dismissed; that is final.",
        zh: "尚未确认注销该账号，注销后不可恢复。",
        mend: LocalText(en: "Tick the box beside the button.", zh: "请勾选按钮旁的确认框。"))
}
