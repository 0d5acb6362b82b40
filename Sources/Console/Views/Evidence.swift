import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// A copy with its watermark, for the case it belongs to; only while this reviewer holds the case or looks at it again, so that no link in a message opens it.
    func evidence() async throws -> Response {
        guard let text = query("case"), let application = ApplicationID(text) else { throw Refusal.notFound }
        let view = try await installation.readApplication(as: principal(), application)
        let isOfCase = pieces(view).contains { $0.id == id }
        let isHeld = try view.application.lockedBy == principal().account && view.application.lockedUntil > installation.now()
        // Another site's page must not make a reviewer look.
        let isOurs = request.headers[.fetchSite].map { $0 == "same-origin" } ?? true
        guard isOfCase, isHeld || view.reAudit?.isOpenToReader == true, isOurs else { throw Refusal.notFound }
        let opened = try await installation.openEvidence(
            as: principal(), identifier(), purpose: words("case.purpose", ["code": view.registrationCode]))
        return copy(opened)
    }

    /// A copy as a browser gets it: kept nowhere, so that each look is one on the trail; a picture is shown, any other paper is saved by whoever
    /// opens it.
    func copy(_ opened: OpenedEvidence) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: opened.mediaType, .cacheControl: "no-store",
                .contentDisposition: opened.mediaType.hasPrefix("image/") ? "inline" : "attachment",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: opened.bytes)))
    }
}
