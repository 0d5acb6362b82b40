import Hummingbird
import NIOCore
import Registry

/// What a person sees who is sent to a simulated carrier: nothing is asked, one chooses what shall have come out.
enum CarrierPage {
    enum Outcome: String, CaseIterable {
        case pass
        case fail
        case abandon

        var word: CarrierRegistered? {
            switch self {
            case .pass: .registered
            case .fail: .refused
            case .abandon: nil
            }
        }

        var text: String {
            switch self {
            case .pass: "审核通过 · passes"
            case .fail: "审核不通过 · is refused"
            case .abandon: "放弃 · turn away"
            }
        }
    }

    static func response(_ serial: String) -> Response {
        page(
            "<h1>沙箱 · Sandbox</h1><p>此处不采集任何身份信息。 Nothing is asked here.</p>"
                + Outcome.allCases.map {
                    #"<form method="post" action="/page/\#(serial)/\#($0.rawValue)"><p><button>\#($0.text)</button></p></form>"#
                }.joined(separator: "\n"))
    }

    /// As the carriers say it: submitted, which is not registered.
    static var thanks: Response { page("<h1>提交成功 · Submitted</h1>") }

    private static func page(_ body: String) -> Response {
        let text = """
            <!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Sandbox</title></head><body>\(body)</body></html>
            """
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
