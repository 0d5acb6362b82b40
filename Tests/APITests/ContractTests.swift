import Contract
import Foundation
import Registry
import Testing
import Web
import Yams

@testable import API

/// The Swift made from the contract says what the contract says.
@Suite struct ContractTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func contract() throws -> (text: String, document: [String: Any]) {
        let text = try String(contentsOf: root.appending(path: "Contract/openapi.yaml"), encoding: .utf8)
        return (text, try #require(try Yams.load(yaml: text) as? [String: Any]))
    }

    @Test func `the contract served is the contract of the repository`() throws {
        let text = try Self.contract().text
        #expect(text == ContractDocument.text)
    }

    @Test func `every operation of the contract is a case, and every case an operation`() throws {
        let document = try Self.contract().document
        var found: Set<String> = []
        for (path, item) in try #require(document["paths"] as? [String: [String: Any]]) {
            for (method, value) in item {
                let operation = try #require(value as? [String: Any])
                let name = try #require(operation["operationId"] as? String)
                let facts = try #require(Operation(rawValue: name)).facts
                #expect(facts.path == path)
                #expect(facts.method == method.uppercased())
                let several = operation["x-permission"] as? [String]
                #expect(facts.permissions == several ?? [operation["x-permission"] as? String ?? ""])
                let responses = try #require(operation["responses"] as? [String: Any])
                #expect(facts.statuses == responses.keys.compactMap { Int($0) }.sorted())
                found.insert(name)
            }
        }
        #expect(found == Set(Operation.allCases.map(\.rawValue)))
    }

    @Test func `every permission the contract names exists`() {
        for operation in Operation.allCases {
            for name in operation.facts.permissions where name != "none" && name != "self" {
                #expect(Route(operation, RequestShape(), .init()).permissions.map(\.rawValue).contains(name), "\(operation) \(name)")
            }
        }
    }

    @Test func `the shapes of all requests are read`() throws {
        let shapes = try ShapeReader.readAll()
        for operation in Operation.allCases where operation.facts.takesJSON {
            #expect(shapes[operation]?.body != nil, "\(operation)")
        }
    }

    @Test func `everything that is counted declares what the edge may answer`() {
        for operation in Operation.allCases where operation.facts.tag != "Meta" {
            let statuses = Set(operation.facts.statuses)
            #expect(statuses.isSuperset(of: [400, 429, 503]), "\(operation)")
            if !operation.facts.isOpen { #expect(statuses.contains(401), "\(operation)") }
            if operation.facts.creates { #expect(statuses.isSuperset(of: [409, 422, 428]), "\(operation)") }
            if operation.facts.edits { #expect(statuses.isSuperset(of: [412, 428]), "\(operation)") }
            if !operation.facts.takes.isEmpty { #expect(statuses.isSuperset(of: [413, 415]), "\(operation)") }
            if operation.facts.takesJSON { #expect(statuses.contains(422), "\(operation)") }
            if !operation.facts.pathParameters.isEmpty { #expect(statuses.contains(404), "\(operation)") }
        }
    }

    @Test func `the reference page names every operation`() {
        // Half a megabyte is read once, not once an operation.
        let ids = Set(ContractDocument.referencePage.components(separatedBy: #"id=""#).dropFirst().map { $0.prefix { $0 != "\"" } })
        for operation in Operation.allCases {
            #expect(ids.contains(Substring(operation.rawValue)))
        }
        #expect(!ContractDocument.referencePage.contains("<script"))
    }
}
