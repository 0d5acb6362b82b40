import ArgumentParser
import Foundation
import Outbound
import UseCases
import Verification

/// Whom the server asks to confirm identities and faces.
struct VerificationOptions: ParsableArguments {
    @Option(help: "Address of the identity authority, https://HOST[:PORT][/PATH] (docs/verification-providers.md).")
    var verificationAuthorityUrl: String?
    @Option(help: "Name of the identity authority, as the notices tell people who is given their data; demanded with its address.")
    var verificationAuthorityName: String?
    @Option(help: "By which people reach it about their data; demanded with its address.") var verificationAuthorityContact: String?
    @Option(help: "Address of the face comparison; may be the same.") var verificationFaceUrl: String?
    @Option(help: "Name of whoever compares faces, for the notice about the face; demanded with its address.")
    var verificationFaceName: String?
    @Option(help: "By which people reach it about their data; demanded with its address.") var verificationFaceContact: String?
    @Option(
        help: "File with the key both know us by, mode 0600 (default the environment's SHIMING_VERIFICATION_KEY).", completion: .file())
    var verificationKeyFile: String?
    @Option(
        help: "File with the face comparison's key where it is another (default SHIMING_VERIFICATION_FACE_KEY, else the same key).",
        completion: .file())
    var verificationFaceKeyFile: String?
    @Option(help: "PEM file of the authority to trust for both.", completion: .file()) var verificationCaFile: String?
    @Option(
        help: """
            Host to which the face comparison may send people for a capture of its own; may be repeated. Without one no policy that demands such a capture can be met.
            """)
    var verificationCaptureHost: [String] = []

    /// Nil where nobody is to be asked.
    func place(environment: [String: String]) throws -> VerificationPlace? {
        func value(_ option: String?, _ name: String) -> String? { option ?? environment["SHIMING_VERIFICATION_" + name] }
        do {
            let authority = try value(verificationAuthorityUrl, "AUTHORITY_URL").map { text throws in try ProviderAddress(text) }
            let face = try value(verificationFaceUrl, "FACE_URL").map { text throws in try ProviderAddress(text) }
            guard authority != nil || face != nil else { return nil }
            let authorityName = try authority.map { _ in
                try Self.recipient(
                    "authority", name: value(verificationAuthorityName, "AUTHORITY_NAME"),
                    contact: value(verificationAuthorityContact, "AUTHORITY_CONTACT"))
            }
            let faceName = try face.map { _ in
                try Self.recipient(
                    "face", name: value(verificationFaceName, "FACE_NAME"), contact: value(verificationFaceContact, "FACE_CONTACT"))
            }
            let key = value(verificationKeyFile, "KEY_FILE").map { ProviderKeySource.file($0) } ?? .environment("SHIMING_VERIFICATION_KEY")
            let ownKey: ProviderKeySource? =
                value(verificationFaceKeyFile, "FACE_KEY_FILE").map { .file($0) }
                ?? (environment["SHIMING_VERIFICATION_FACE_KEY"] == nil ? nil : .environment("SHIMING_VERIFICATION_FACE_KEY"))
            let hosts =
                verificationCaptureHost.isEmpty
                ? (environment["SHIMING_VERIFICATION_CAPTURE_HOST"] ?? "").split(separator: ",").map(String.init) : verificationCaptureHost
            return VerificationPlace(
                authority: authority, face: face, authorityName: authorityName, faceName: faceName, key: key, faceKey: ownKey ?? key,
                trusted: value(verificationCaFile, "CA_FILE"),
                captureHosts: hosts.map { $0.lowercased() }, environment: environment)
        } catch let refusal as ProviderAddressRefusal {
            throw ValidationError(refusal.description)
        }
    }

    /// Nobody is given data of persons who is not named to them (R-DP-04).
    private static func recipient(_ provider: String, name: String?, contact: String?) throws -> DataRecipient {
        guard let name, let contact else {
            throw ValidationError(
                "people are told who is given their data: give --verification-\(provider)-name and --verification-\(provider)-contact")
        }
        return DataRecipient(
            name: try NoticeText.demand(name, of: "--verification-\(provider)-name"),
            contact: try NoticeText.demand(contact, of: "--verification-\(provider)-contact"))
    }
}

/// What an option puts into a notice.
enum NoticeText {
    private static let charactersMax = 200

    static func demand(_ text: String, of option: String) throws -> String {
        let tidied = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...charactersMax).contains(tidied.count), tidied.rangeOfCharacter(from: .controlCharacters) == nil else {
            throw ValidationError("\(option) is 1 to \(charactersMax) characters on one line")
        }
        return tidied
    }
}

struct VerificationPlace: Sendable {
    let authority: ProviderAddress?
    let face: ProviderAddress?
    /// As the notices name them; there where they are connected.
    let authorityName: DataRecipient?
    let faceName: DataRecipient?
    let key: ProviderKeySource
    let faceKey: ProviderKeySource
    /// PEM file of the authority to trust in place of the system's.
    let trusted: String?
    let captureHosts: [String]
    let environment: [String: String]

    /// Throws `ProviderKeyRefusal`, and what reading the PEM file throws.
    func open(_ settings: Settings) throws -> VerificationConnections {
        // Each its own queue and breaker, so that one that fails does not take the other with it.
        let authority = try authority.map { try provider($0, key, settings) }
        let face = try face.map { try provider($0, faceKey, settings) }
        return VerificationConnections(
            authority: authority, face: face,
            providers: VerificationProviders(
                authority: authority, face: face, capture: captureHosts.isEmpty ? nil : face, authorityName: authorityName,
                faceName: faceName))
    }

    private func provider(_ address: ProviderAddress, _ key: ProviderKeySource, _ settings: Settings) throws -> HTTPProvider {
        var patience = ProviderPatience(settings)
        patience.captureHosts = captureHosts
        let transport = try ProviderHTTP(authority: trusted, connections: patience.requestsMax)
        return HTTPProvider(try ProviderClient(address, key: key, environment: environment, transport: transport, patience: patience))
    }
}

/// The providers as they are connected, and as an installation asks them.
struct VerificationConnections: Sendable {
    let authority: HTTPProvider?
    let face: HTTPProvider?
    let providers: VerificationProviders
}
