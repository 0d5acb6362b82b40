import ArgumentParser
import Foundation
import S3Store
import UseCases

/// Where evidence is kept, for `serve` and for every command that works on the data without the API.
struct EvidenceOptions: ParsableArguments {
    @Option(help: "Where evidence is kept: folder (the data folder's own, the default) or s3://BUCKET/PREFIX.") var evidence: String?
    @Option(help: "Address of the S3-compatible service, https://HOST:PORT (default AWS's own of the region).") var s3Endpoint: String?
    @Option(help: "Region the requests are signed for (default us-east-1).") var s3Region: String?
    @Option(help: "Where the bucket stands: path or host (default host at AWS, else path).") var s3Addressing: String?
    @Option(
        help: "File with the S3 credentials, in AWS's form, mode 0600 (default AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY).",
        completion: .file()) var s3CredentialsFile: String?
    @Option(help: "Section of that file (default default).") var s3Profile: String?
    @Option(help: "PEM file of the authority to trust for the S3 service.", completion: .file()) var s3CaFile: String?

    /// - Parameter named: a place in the stead of the one given by `--evidence`.
    func place(_ named: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) throws -> EvidencePlace {
        func value(_ option: String?, _ name: String) -> String? { option ?? environment["SHIMING_" + name] }
        let text = named ?? value(evidence, "EVIDENCE") ?? "folder"
        guard text != "folder" else { return .folder }
        var addressing: S3Place.Addressing?
        if let named = value(s3Addressing, "S3_ADDRESSING") {
            guard let known = S3Place.Addressing(rawValue: named) else { throw ValidationError("--s3-addressing is path or host") }
            addressing = known
        }
        do {
            let place = try S3Place(
                text, endpoint: value(s3Endpoint, "S3_ENDPOINT"), region: value(s3Region, "S3_REGION") ?? "us-east-1",
                addressing: addressing, authority: value(s3CaFile, "S3_CA_FILE"))
            let file = value(s3CredentialsFile, "S3_CREDENTIALS_FILE")
            let source = file.map { S3CredentialSource.file($0, profile: value(s3Profile, "S3_PROFILE") ?? "default") }
            return .objects(place, source ?? .environment)
        } catch {
            throw ValidationError("\(error)")
        }
    }
}

enum EvidencePlace: Sendable {
    case folder
    case objects(S3Place, S3CredentialSource)

    /// Throws `S3CredentialRefusal`, and what reading the authority throws.
    func open(_ folders: Folders, _ settings: Settings) throws -> any EvidenceStore {
        switch self {
        case .folder: return FolderEvidenceStore(root: folders.evidence)
        case .objects(let place, let source):
            var patience = S3Patience()
            patience.seconds = max(1, settings.evidenceRequestSeconds)
            patience.tries = max(1, settings.evidenceRequestTries)
            patience.requestsMax = max(1, settings.evidenceRequestsMax)
            let transport = try HTTPTransport(authority: place.authority, connections: patience.requestsMax)
            let client = try S3Client(place, credentials: source, transport: transport, patience: patience)
            // Sealing adds less than a sixteenth.
            return S3EvidenceStore(client, place, pieceBytesMax: settings.evidenceBytesMax + settings.evidenceBytesMax / 16 + 4_096)
        }
    }
}
