import Records
import Registry

extension Principal {
    /// Nobody grants what he does not hold; the installation's administrators grant anything.
    package func mayGrant(_ permissions: Set<Permission>) -> Bool {
        self.permissions.contains(.installationManage) || permissions.isSubset(of: self.permissions)
    }

    /// Throws `grant-exceeds-own` unless every role may be granted by this principal.
    func demandMayGrant(_ roles: Set<StaffRole>) throws(Refusal) {
        guard roles.allSatisfy({ mayGrant($0.permissions) }) else { throw .grantExceedsOwn }
    }
}

extension StaffRole {
    /// Throws `roles-missing`, `role-not-in-kind`.
    static func check(_ roles: Set<StaffRole>, in kind: OrganisationKind) throws(Refusal) {
        guard !roles.isEmpty else { throw .rolesMissing }
        guard roles.allSatisfy({ $0.organisationKinds.contains(kind) }) else { throw .roleNotInKind }
    }
}

extension Refusal {
    package static let linkedSeat = Refusal(
        "linked-seat", .forbidden, requirements: ["R-DP-19"],
        en: "This seat stands for a unit; only the operating company manages its accounts.",
        zh: "该席位已关联单位，其账号由运营公司管理。", mend: LocalText(en: "Ask the operating company.", zh: "请联系运营公司办理。"))

    package static let grantExceedsOwn = Refusal(
        "grant-exceeds-own", .forbidden, requirements: ["R-DP-19"], en: "You cannot grant permissions that you do not hold yourself.",
        zh: "不能授予自己不具备的权限。", mend: LocalText(en: "Ask an administrator.", zh: "请联系管理员。"))

    package static let rolesMissing = Refusal(
        "roles-missing", .invalid, house: .choice, en: "At least one role is needed.", zh: "至少需要一个角色。",
        mend: LocalText(en: "Give a role.", zh: "请选择角色。"), pointer: "/roles")

    package static let roleNotInKind = Refusal(
        "role-not-in-kind", .invalid, requirements: ["R-DP-19"], en: "This role does not exist in this kind of organisation.",
        zh: "该类机构不能设置此角色。",
        mend: LocalText(en: "Choose a role of this kind of organisation.", zh: "请选择该类机构允许的角色。"), pointer: "/roles")

    package static let lastAdministrator = Refusal(
        "last-administrator", .conflict, house: .organisation,
        en: "This is the last administrator; nobody could manage the installation any more.",
        zh: "这是最后一位管理员，操作后将无人管理系统。",
        mend: LocalText(en: "Enrol another administrator first.", zh: "请先开通另一位管理员。"))

    package static let lastManager = Refusal(
        "last-manager", .conflict, house: .organisation,
        en: "Nobody else in this organisation manages its accounts; nobody there could any more.",
        zh: "本机构没有其他人员管理账号，操作后将无人管理本机构的账号。",
        mend: LocalText(
            en: "Enrol another account that manages first, or ask the organisation above.", zh: "请先开通另一个管理账号，或由上级机构操作。"))

    package static let ownRoles = Refusal(
        "own-roles", .forbidden, requirements: ["R-DP-19"], en: "Nobody changes the roles of his own account.",
        zh: "不能更改自己账号的角色。",
        mend: LocalText(en: "Ask another administrator.", zh: "请由其他管理员操作。"), pointer: "/roles")

    package static let ownDismissal = Refusal(
        "own-dismissal", .conflict, house: .organisation, en: "Nobody dismisses his own account; that is final.",
        zh: "不能注销自己的账号；注销后不可恢复。", mend: LocalText(en: "Ask another administrator.", zh: "请由其他管理员操作。"),
        pointer: "/status")

    package static let accountDismissed = Refusal(
        "account-dismissed", .conflict, house: .states, en: "The account is dismissed; that is final.", zh: "账号已注销，不可恢复。",
        mend: LocalText(en: "Make a new account.", zh: "请新建账号。"))

    package static let accountStatusInvalid = Refusal(
        "account-status-invalid", .invalid, house: .form, en: "An account can only be dismissed by this; it becomes active by enrolling.",
        zh: "此处只能注销账号；账号经开通后生效。", mend: LocalText(en: "Leave the status out, or dismiss.", zh: "请省略状态或选择注销。"),
        pointer: "/status")

    package static let accountIsMachine = Refusal(
        "account-is-machine", .conflict, house: .names, en: "A machine client has no password and no enrolment; it calls with an API key.",
        zh: "机器账号没有密码，仅使用接口密钥。", mend: LocalText(en: "Make an API key for it.", zh: "请为其创建接口密钥。"))
}
