import Foundation
import Outbound
import UseCases

/// A provider that serves `Contract/verification-provider.yaml`.
package struct HTTPProvider: IdentityAuthority, FaceComparison, HostedCapture {
    private let client: ProviderClient
    private var allowsSandbox: Bool { client.patience.allowsSandbox }

    package init(_ client: ProviderClient) { self.client = client }

    package var host: String { client.address.host }
    package func state() async -> ProviderState { await client.state() }

    /// Whether a sandbox answers there, as it says itself (`GET /v1/description`); about nobody. Throws when it does not say.
    package func isSandbox(within limit: Duration) async throws(ProviderFailure) -> Bool { try await client.isSandbox(within: limit) }

    package func check(_ question: IdentityQuestion) async throws(ProviderFailure) -> IdentityAnswer {
        let body = try QuestionBodies.identity(question)
        let answer = try await client.ask("POST", "/v1/identity-checks", body: body) {
            [allowsSandbox] (answer) throws(ProviderFailure) -> IdentityAnswer in
            try answer.identityAnswer(to: question, allowsSandbox: allowsSandbox)
        }
        client.charge(answer.stamp.costUnits, for: question.id)
        return answer
    }

    package func compare(_ question: FaceQuestion) async throws(ProviderFailure) -> FaceAnswer {
        let body = try QuestionBodies.face(question, maySearch: client.patience.searchesFaces)
        let answer = try await client.ask("POST", "/v1/face-comparisons", body: body) {
            [patience = client.patience] (answer) throws(ProviderFailure) -> FaceAnswer in
            let answer = try answer.faceAnswer(to: question.id, number: question.reference.number, patience)
            // What nobody asked for, nobody consented to.
            guard answer.verdict != .seenElsewhere || question.searchesOthers else { throw .malformed(.notAsContract) }
            return answer
        }
        client.charge(answer.stamp.costUnits, for: question.id)
        return answer
    }

    package func begin(_ question: CaptureQuestion) async throws(ProviderFailure) -> CaptureInvitation {
        let body = try QuestionBodies.capture(question, maySearch: client.patience.searchesFaces)
        let hosts = [client.address.host] + client.patience.captureHosts
        return try await client.ask("POST", "/v1/captures", body: body, success: 201) {
            [allowsSandbox] (answer) throws(ProviderFailure) -> CaptureInvitation in
            try answer.demand(question.id)
            try answer.demandReal(allowsSandbox)
            _ = try answer.provider()
            let captureID = try answer.token("captureId", 8...128, QuestionBodies.isPlain)
            let address = try answer.address("url", hosts: hosts)
            try AnswerBody.demand([captureID, address], lack: question.reference.number)
            return CaptureInvitation(
                ticket: CaptureTicket(request: question.id, captureID: captureID), address: address, expires: try answer.time("expires"))
        }
    }

    package func outcome(of capture: CaptureTicket) async throws(ProviderFailure) -> CaptureOutcome {
        guard (8...128).contains(capture.captureID.utf8.count), capture.captureID.utf8.allSatisfy(QuestionBodies.isPlain) else {
            throw .refused(.malformed)
        }
        let outcome = try await client.ask("GET", "/v1/captures/" + capture.captureID) {
            [patience = client.patience] (answer) throws(ProviderFailure) -> CaptureOutcome in
            try answer.captureOutcome(of: capture, patience)
        }
        if case .done(let answer) = outcome { client.charge(answer.stamp.costUnits, for: capture.request) }
        return outcome
    }
}

extension FaceReference {
    /// Of the person, where the face is held under one.
    var number: String? { if case .held(let claimed) = self { claimed.documentNumber } else { nil } }
}

extension AnswerBody {
    private enum CaptureState: String { case pending, done, abandoned, expired }

    fileprivate func captureOutcome(of capture: CaptureTicket, _ patience: ProviderPatience) throws(ProviderFailure) -> CaptureOutcome {
        try demand(capture.request)
        guard try token("captureId", 8...128, QuestionBodies.isPlain) == capture.captureID else { throw .malformed(.otherRequest) }
        try demandReal(patience.allowsSandbox)
        _ = try provider()
        let state = try word("state", as: CaptureState.self)
        guard has("answer") == (state == .done) else { throw .malformed(.notAsContract) }
        return switch state {
        case .pending: .pending
        case .abandoned: .abandoned
        case .expired: .expired
        case .done: .done(try needed("answer").faceAnswer(to: capture.request, number: nil, patience))
        }
    }

    /// Where people may be sent: HTTPS at one of these hosts; plain HTTP on the own machine only.
    fileprivate func address(_ name: String, hosts: [String]) throws(ProviderFailure) -> String {
        let text = try token(name, 1...2_048) { (0x21...0x7E).contains($0) }
        guard let parts = URLComponents(string: text), let host = parts.host, parts.user == nil, parts.password == nil else {
            throw .malformed(.notAsContract)
        }
        guard hosts.contains(host.lowercased()), parts.scheme == "https" || (parts.scheme == "http" && ProviderAddress.isOwnMachine(host))
        else { throw .malformed(.foreignAddress) }
        return text
    }
}
