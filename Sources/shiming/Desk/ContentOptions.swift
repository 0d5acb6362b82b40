import ArgumentParser
import Client
import Contract
import Foundation

/// What is to be registered: a JSON file of the contract's `RegistrationContent`, single fields, papers to upload.
struct ContentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A JSON file: unit, handler, responsiblePerson, authorisation, use … (RegistrationContent of the contract); - is standard input.",
            discussion: "Better than --set for people's data, which a shell would keep in its history."),
        completion: .file())
    var content: String?

    @Option(parsing: .upToNextOption, help: "Single fields over the file's, such as --set unit.name=… use.voice=false.")
    var set: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "Papers by slot: a file to upload, or the identifier of one uploaded, such as unit-document=licence.jpg.")
    var paper: [String] = []

    var isGiven: Bool { content != nil || !set.isEmpty || !paper.isEmpty }

    /// The content as JSON. What the contract does not know is left in: the server says where it stands.
    func object(_ desk: Desk) async throws -> [String: Any] {
        var object = try content.map(JSONFile.object) ?? [:]
        for text in set {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty else { throw ValidationError("--set takes field=value") }
            Self.put(Self.value(parts[1]), at: parts[0].split(separator: ".").map(String.init)[...], in: &object)
        }
        try await add(papers: desk, to: &object)
        return object
    }

    private func add(papers desk: Desk, to object: inout [String: Any]) async throws {
        guard !paper.isEmpty else { return }
        var evidence = object["evidence"] as? [String: [String]] ?? [:]
        for text in paper {
            let paper = try PaperArgument(text)
            var id = paper.identifier
            if id == nil { id = try await desk.upload(paper.source, kind: paper.slot).decode(Wire.Evidence.self).id }
            if let id { evidence[paper.slot, default: []].append(id) }
        }
        object["evidence"] = evidence
    }

    private static func put(_ value: Any, at path: ArraySlice<String>, in object: inout [String: Any]) {
        guard let name = path.first else { return }
        if path.count == 1 {
            object[name] = value
        } else {
            var inner = object[name] as? [String: Any] ?? [:]
            put(value, at: path.dropFirst(), in: &inner)
            object[name] = inner
        }
    }

    private static func value(_ text: String) -> Any {
        switch text {
        case "true": true
        case "false": false
        default: text
        }
    }
}

/// A paper as it is named to a command: slot=file, or slot=identifier.
struct PaperArgument {
    let slot: String
    let source: String
    /// Of what was uploaded already.
    var identifier: String? { UUID(uuidString: source)?.uuidString.lowercased() }

    init(_ text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw ValidationError("--paper takes slot=file or slot=identifier") }
        (slot, source) = (parts[0], parts[1])
    }
}

extension Call {
    /// A call whose body is put together here.
    init(_ operation: Client.Operation, path: [String: String] = [:], object: [String: Any], ifMatch: String? = nil) throws {
        let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        self.init(operation, path: path, body: .json(data), ifMatch: ifMatch)
    }
}
