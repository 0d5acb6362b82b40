import Records
import Registry

/// How the installation is made up at the moment: what was said when this server was started.
package struct InForce: Sendable {
    /// Somebody outside whom the server asks or tells.
    package struct Outside: Sendable {
        package enum Work: Hashable, Sendable {
            case authority, face, capture
            case notice(NoticeChannel)
            case carrier(Carrier, CarrierSystem)
        }

        package let work: Work
        /// The host alone, or of a carrier the connection's name; never an address with a secret in it.
        package let name: String
        /// As this server has seen it since it was started.
        package let state: ProviderState
    }

    package struct Setting: Sendable {
        package let name: String
        package let value: Int64
        package let standard: Int64
        package let meaning: LocalText
    }

    package let outside: [Outside]
    package let evidence: EvidenceHome
    /// In the order of docs/configuration.md.
    package let settings: [Setting]
}

extension Installation {
    /// For the operating company's administrators and compliance: nothing of it is secret, and nothing of it is an agent's business.
    package func readInForce(as principal: Principal) async throws -> InForce {
        try principal.demandEverything()
        try principal.demand(.policyManage)
        var outside: [InForce.Outside] = []
        func add(_ work: InForce.Outside.Work, _ provider: (any VerificationProvider)?) async {
            guard let provider else { return }
            outside.append(InForce.Outside(work: work, name: provider.host, state: await provider.state()))
        }
        await add(.authority, verification?.authority)
        await add(.face, verification?.face)
        await add(.capture, verification?.capture)
        for channel in notifiers?.channels ?? [] {
            guard let notifier = notifiers?[channel] else { continue }
            outside.append(InForce.Outside(work: .notice(channel), name: notifier.host, state: await notifier.state()))
        }
        for gateway in carriers.all {
            outside.append(
                InForce.Outside(work: .carrier(gateway.carrier, gateway.system), name: gateway.name, state: await gateway.state()))
        }
        let standard = Settings()
        let settings = Settings.meanings.compactMap { name, meaning -> InForce.Setting? in
            guard let value = self.settings.value(of: name), let usual = standard.value(of: name) else { return nil }
            return InForce.Setting(name: name, value: value, standard: usual, meaning: meaning)
        }
        return InForce(outside: outside, evidence: evidence.home, settings: settings)
    }
}
