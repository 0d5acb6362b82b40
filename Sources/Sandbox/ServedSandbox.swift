import Hummingbird

/// A stand-in for somebody outside, as something that can be served.
package protocol ServedSandbox: Sendable {
    func router() -> Router<BasicRequestContext>
}

extension VerificationSandbox: ServedSandbox {}
extension NoticeSandbox: ServedSandbox {}
