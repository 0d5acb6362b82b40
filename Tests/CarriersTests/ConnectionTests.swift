import Foundation
import Ledger
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Carriers

/// A connection's file is judged before anything is asked.
@Suite struct ConnectionTests {
    private static let plain: [String: JSONValue] = [
        "name": "mobile-east", "carrier": "mobile", "system": "onelink", "address": "https://carrier.example", "credentialsFile": "c.json",
    ]

    private static func parsed(_ changes: [String: JSONValue?], folder: String = "/nowhere") throws -> CarrierConnection {
        var members = JSONObject()
        for (name, value) in plain { members[name] = value }
        for (name, value) in changes { members[name] = value }
        return try CarrierConnection(parsing: try JSONValue.object(members).canonicalBytes(), folder: folder)
    }

    @Test func `a plain file has the defaults of its system`() throws {
        let connection = try Self.parsed([:])
        #expect(connection.name == "mobile-east" && connection.carrier == .mobile && !connection.isSandbox)
        #expect(connection.patience.windowSeconds == 180 && connection.patience.changeCardsMax == 100)
        let unicom = try Self.parsed(["system": "unicom-cmp", "carrier": "unicom"])
        #expect(unicom.patience.concurrency == 1 && unicom.patience.queryCardsMax == 50)
        let tuned = try Self.parsed(["limits": ["windowSeconds": 1_800], "codes": ["90001": "locked"], "linkHosts": ["H5.Example"]])
        #expect(tuned.patience.windowSeconds == 1_800 && tuned.codes == ["90001": .locked])
        #expect(tuned.patience.linkHosts == ["h5.example"])
    }

    @Test(
        arguments: [
            ["name": nil], ["name": ""], ["name": "Mobile East"], ["name": "名"], ["carrier": "M"], ["system": "onelink2"], ["system": nil],
            ["address": "http://carrier.example"], ["address": "carrier.example"], ["address": "https://user:word@carrier.example"],
            ["address": nil], ["credentialsFile": nil], ["credentialsFile": 7], ["sandbox": "yes"], ["limits": []],
            ["limits": ["windows": 1]],
            ["limits": ["windowSeconds": -1]], ["limits": ["tries": 0]], ["limits": ["queryCards": 101]], ["codes": ["90001": "shut"]],
            ["codes": ["9 1": "locked"]], ["codes": []], ["linkHosts": "h"], ["signing": ["proof": "cipher"]],
            ["signing": ["digest": "sm3"]],
            ["paths": ["clearRegistration": "/x"]], ["urlType": "9"], ["unknown": 1],
        ] as [[String: JSONValue?]])
    func `a file that is none is refused, with a word on why`(changes: [String: JSONValue?]) throws {
        let fault = #expect(throws: CarrierConnectionFault.self) { _ = try Self.parsed(changes) }
        #expect(fault?.description.isEmpty == false)
        #expect(fault?.description.contains("word") != true)
    }

    @Test(arguments: ["", "[]", "{", "7", "{\"name\": 1}"])
    func `what is no JSON object is refused`(text: String) {
        #expect(throws: CarrierConnectionFault.self) { _ = try CarrierConnection(parsing: Array(text.utf8), folder: "/") }
    }

    @Test func `what belongs to another system is refused`() throws {
        #expect(throws: CarrierConnectionFault.self) { _ = try Self.parsed(["system": "generic", "signing": ["digest": "sm3"]]) }
        #expect(throws: CarrierConnectionFault.self) {
            _ = try Self.parsed(["system": "unicom-cmp", "paths": ["startRegistration": "/p"]])
        }
        #expect(throws: CarrierConnectionFault.self) { _ = try Self.parsed(["system": "ctwing", "paths": ["startRegistration": "p?q=1"]]) }
        let ctwing = try Self.parsed([
            "system": "ctwing", "signing": ["digest": "sha256", "doubled": false, "lists": "json"], "paths": ["startRegistration": "/p"],
        ])
        #expect(ctwing.signing.ctwing.digest == .sha256 && !ctwing.signing.ctwing.isDoubled && ctwing.signing.ctwing.listForm == .json)
    }

    @Test func `credentials are their owner's alone, complete, and in no message`() throws {
        let folder = try Folder()
        let connection = try Self.parsed([:], folder: folder.path)
        #expect(throws: CarrierConnectionFault.self) { _ = try connection.open(allowsSandbox: false) }
        for (content, mode) in [
            (#"{"appid":"a","password":"hidden-word"}"#, 0o644), (#"{"appid":"a"}"#, 0o600), (#"{"appid":"a","password":7}"#, 0o600),
            (#"{"appid":"a","password":"hidden\nword"}"#, 0o600), ("hidden-word", 0o600),
        ] {
            try folder.write(Array(content.utf8), "c.json", mode: mode)
            let fault = #expect(throws: CarrierConnectionFault.self) { _ = try connection.open(allowsSandbox: false) }
            #expect(fault?.description.contains("hidden") == false)
        }
        try folder.write(Array(#"{"appid":"a","password":"hidden-word"}"#.utf8), "c.json", mode: 0o600)
        #expect(try connection.open(allowsSandbox: false).system == .oneLink)
    }

    @Test func `a file that is not there is named`() {
        let refusal = #expect(throws: CarrierConnectionRefusal.self) { _ = try CarrierConnection.read("/no/such/file.json") }
        #expect(refusal?.description.contains("/no/such/file.json") == true)
    }

    @Test func `the first connection of a carrier is the one that is asked`() throws {
        let folder = try Folder()
        try folder.write(Array(#"{"appid":"a","password":"p"}"#.utf8), "c.json", mode: 0o600)
        let gateways = CarrierGateways([
            try Self.parsed(["name": "a"], folder: folder.path).open(allowsSandbox: false),
            try Self.parsed(["name": "b"], folder: folder.path).open(allowsSandbox: false),
        ])
        #expect(gateways[.mobile]?.name == "a" && gateways[.unicom] == nil)
    }
}

/// What a node's edges are made of.
@Suite struct MarkupTests {
    private func texts(_ text: String) -> [String: String]? { FlatMarkup(Array(text.utf8))?.texts }

    @Test func `texts by the names of their elements, the first of each`() {
        let found = texts("<a><b> one </b><c>x<d/>y</c><b>two</b></a>")
        #expect(found?["b"] == "one" && found?["c"] == "xy" && found?["d"] == "")
        #expect(texts("<a>&lt;&amp;中</a>")?["a"] == "<&中")
    }

    @Test(arguments: [
        "", "{}", "<a>", "<a></b>", "<a/><a/>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a>&x;</a>",
        String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40), "\u{0}",
    ])
    func `what is no small answer is none`(text: String) { #expect(texts(text) == nil) }
}
