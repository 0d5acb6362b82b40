import Foundation
import Outbound
import Registry
import UseCases

extension CodeTable {
    /// What a carrier's code of failure is to whoever asked about these cards.
    func reply<Value>(
        _ code: String, _ cards: [CarrierCard], _ windows: OperationWindows, at now: Instant
    ) -> CarrierReply<Value> {
        switch self[code] {
        case .overQuota: .overQuota(until: now.adding(seconds: 60))
        case .busy: .unreachable(retryAfterSeconds: 60)
        case .locked: .locked(until: cards.map { windows.hold($0.iccid, at: now) }.max() ?? now)
        case let meaning: .refused(meaning.refusal, code: code)
        }
    }
}

/// A carrier's page for a person: HTTPS at the carrier's host or one the connection's file names, plain HTTP on the own machine only.
/// Anybody who could change an answer could else send people anywhere.
func invitation(_ address: String, serial: String, lives seconds: Int64? = nil, _ client: CarrierClient) -> CarrierReply<CarrierInvitation>
{
    guard !serial.isEmpty, address.utf8.count <= 2_048, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
        let parts = URLComponents(string: address), let host = parts.host?.lowercased(), parts.user == nil, parts.password == nil
    else { return .unclear(.fault(.notAsContract)) }
    let hosts = [client.address.host.lowercased()] + client.patience.linkHosts
    guard hosts.contains(host), parts.scheme == "https" || (parts.scheme == "http" && ProviderAddress.isOwnMachine(host)) else {
        return .unclear(.fault(.foreignAddress))
    }
    let expires = client.clock.now().adding(seconds: seconds ?? client.patience.linkSeconds)
    return .done(CarrierInvitation(address: address, serial: serial, expires: expires))
}
