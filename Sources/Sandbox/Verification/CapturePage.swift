import Hummingbird
import NIOCore

/// What a person sees who is sent to the sandbox's own capture: nothing is captured, one chooses what shall have come out.
enum CapturePage {
    private static let outcomes = [
        ("live", "本人，真人 · the same, live"), ("spoof", "非真人 · not live"), ("different", "非本人 · somebody else"),
        ("seen-elsewhere", "曾以他人身份出现 · seen before as somebody else"), ("abandon", "放弃 · turn away"),
    ]

    static func response(_ capture: SandboxCapture) -> Response {
        let forms = outcomes.map {
            #"<form method="post" action="/captures/\#(capture.id)/\#($0.0)"><p><button>\#($0.1)</button></p></form>"#
        }
        let page = """
            <!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Sandbox</title></head><body><h1>沙箱 · Sandbox</h1><p>此处不采集任何人像。 Nothing is captured here.</p>
            \(forms.joined(separator: "\n"))</body></html>
            """
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: page)))
    }
}
