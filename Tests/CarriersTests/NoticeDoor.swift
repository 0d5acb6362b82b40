import HTTPTypes
import Hummingbird
import NIOCore
import Sandbox
import Synchronization
import UseCases

/// Where carriers send what they have to say: to the server that lives just now.
final class NoticeDoor: Sandboxed {
    private let living = Mutex<Installation?>(nil)

    func open(to installation: Installation) { living.withLock { $0 = installation } }

    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        for path in ["/carrier/{connection}/notices", "/carrier/{connection}/notices/{word}"] {
            router.post(RouterPath(path)) { request, context -> Response in
                let isTaken = await self.take(request, context)
                return Response(status: isTaken ? .ok : .serviceUnavailable)
            }
        }
        return router
    }

    private func take(_ request: Request, _ context: BasicRequestContext) async -> Bool {
        guard let server = living.withLock({ $0 }), let connection = context.parameters.get("connection"),
            let body = try? await request.body.collect(upTo: CarrierNotice.bytesMax)
        else { return false }
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
        var signature: CarrierNotice.Signature?
        if let id = header("webhook-id"), let timestamp = header("webhook-timestamp"), let signatures = header("webhook-signature") {
            signature = CarrierNotice.Signature(id: id, timestamp: timestamp, signatures: signatures)
        }
        let notice = CarrierNotice(
            word: context.parameters.get("word"), signature: signature, body: Array(body.readableBytesView))
        do {
            try await server.takeCarrierNotice(notice, for: connection)
            return true
        } catch {
            return false
        }
    }
}
