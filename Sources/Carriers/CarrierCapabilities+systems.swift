import Registry

extension CarrierCapabilities {
    /// As far as it is public.
    package static func of(_ system: CarrierSystem) -> CarrierCapabilities {
        switch system {
        case .oneLink: .oneLink
        case .ctwing: .ctwing
        case .unicomCMP: .unicomCMP
        case .generic: .generic
        }
    }

    /// With what the carrier sends, where there is something by which to know it.
    func with(_ notices: NoticeProof) -> CarrierCapabilities {
        notices == .absent ? self : replacing(.push, with: self[.push].offered())
    }

    /// With the calls whose paths somebody said.
    func with(_ paths: CTWingGateway.Paths) -> CarrierCapabilities {
        var rows = self
        if paths.startRegistration != nil { rows = rows.replacing(.startRegistration, with: rows[.startRegistration].offered()) }
        if paths.clearRegistration != nil { rows = rows.replacing(.clearRegistration, with: rows[.clearRegistration].offered()) }
        return rows
    }
}
