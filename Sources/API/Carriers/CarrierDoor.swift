import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import UseCases
import Web

/// Where carriers send what they have to say of their own accord: `/carrier/{connection}/notices`, with a word behind it for carriers that
/// do not sign. What comes is sealed; neither the answer nor the log says anything of it.
package struct CarrierDoor: Sendable {
    private let installation: Installation
    private let strangers: RateLimiter<String>

    package init(installation: Installation, settings: EdgeSettings = EdgeSettings()) {
        self.installation = installation
        strangers = RateLimiter(policy: RatePolicy(name: "carriers", quota: settings.rateRequests, window: settings.rateSeconds))
    }

    package func add(to router: Router<EdgeContext>) {
        for path in ["/carrier/{connection}/notices", "/carrier/{connection}/notices/{word}"] {
            router.post(RouterPath(path)) { request, context in
                do {
                    return try await take(request, context)
                } catch {
                    return Observation.problem(for: error, context)
                }
            }
        }
    }

    private func take(_ request: Request, _ context: EdgeContext) async throws -> Response {
        try strangers.demand(context.clientAddress, at: installation.now())
        guard let connection = context.parameters.get("connection") else { throw Refusal.notFound }
        try BodyReading.checkLength(request.headers, limit: CarrierNotice.bytesMax)
        let body = try await BodyReading.collect(request.body, limit: CarrierNotice.bytesMax)
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
        let signature =
            if let id = header("webhook-id"), let timestamp = header("webhook-timestamp"), let signatures = header("webhook-signature") {
                CarrierNotice.Signature(id: id, timestamp: timestamp, signatures: signatures)
            } else {
                CarrierNotice.Signature?.none
            }
        try await installation.takeCarrierNotice(
            CarrierNotice(word: context.parameters.get("word"), signature: signature, body: body), for: connection)
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: #"{"status":"0"}"#)))
    }
}
