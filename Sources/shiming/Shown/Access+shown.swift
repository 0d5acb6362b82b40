import Contract

extension Wire.Organisation: Shown {
    static var columns: [Column<Self>] {
        [
            Column("organisation", "组织") { $0.id }, Column("kind", "类型") { $0.kind }, Column("name", "名称") { $0.name },
            Column("status", "状态") { $0.status }, Column("parent", "上级") { $0.parent },
        ]
    }

    static var details: [Column<Self>] {
        columns + [
            Column("unit", "单位") { $0.unit }, Column("created", "创建时间", time: { $0.createdAt }),
            Column("changed", "修改时间", time: { $0.updatedAt }), Column("version", "版本", number: { $0.version }),
        ]
    }
}

extension Wire.Contract: Shown {
    static var columns: [Column<Self>] {
        [
            Column("contract", "合同") { $0.id }, Column("carrier", "运营商") { $0.carrier }, Column("version", "版本") { $0.version },
            Column("from", "有效期起") { $0.validFrom }, Column("until", "有效期止") { $0.validUntil },
            Column("recorded", "登记时间", time: { $0.recordedAt }),
        ]
    }

    static var details: [Column<Self>] {
        columns + [Column("duties", "登记义务") { $0.duties }, Column("breach", "违约处理") { $0.breachHandling }]
    }
}

extension Wire.Account: Shown {
    static var columns: [Column<Self>] {
        [
            Column("account", "账号") { $0.id }, Column("login", "登录名") { $0.login }, Column("kind", "类型") { $0.kind },
            Column("roles", "角色") { $0.roles.joined(separator: ",") }, Column("status", "状态") { $0.status },
            Column("second factor", "第二验证因素") { $0.secondFactor ? "yes" : "no" }, Column("organisation", "组织") { $0.organisation },
        ]
    }
}

extension Wire.APIKey: Shown {
    static var columns: [Column<Self>] {
        [
            Column("key", "密钥") { $0.id }, Column("label", "名称") { $0.label }, Column("account", "账号") { $0.account },
            Column("permissions", "权限") { $0.permissions.joined(separator: ",") }, Column("created", "创建时间", time: { $0.createdAt }),
            Column("expires", "到期时间", time: { $0.expiresAt }), Column("revoked", "吊销时间", time: { $0.revokedAt }),
        ]
    }
}

extension Wire.SessionState: Shown {
    static var columns: [Column<Self>] {
        [
            Column("login", "登录名") { $0.account.login ?? $0.account.id }, Column("account", "账号") { $0.account.id },
            Column("organisation", "组织") { "\($0.organisation.name) (\($0.organisation.id))" },
            Column("roles", "角色") { $0.account.roles.joined(separator: ",") }, Column("scope", "范围") { $0.scope },
            Column("permissions", "权限") { $0.permissions.joined(separator: " ") }, Column("means", "方式") { $0.means },
            Column("until", "有效至", time: { $0.session?.expiresAt }),
        ]
    }
}

extension Wire.Session: Shown {
    static var columns: [Column<Self>] {
        [
            Column("session", "会话") { $0.id }, Column("label", "名称") { $0.label }, Column("started", "开始时间", time: { $0.startedAt }),
            Column("refreshed", "续期时间", time: { $0.refreshedAt }), Column("expires", "到期时间", time: { $0.expiresAt }),
            Column("this one", "当前") { $0.current ? "yes" : "" },
        ]
    }
}
