import Crypto
import Ledger
import Registry
import UseCases

/// Evidence as objects of an S3-compatible service: one a piece, under the same location as in a folder.
package struct S3EvidenceStore: EvidenceStore {
    private let client: S3Client
    private let place: S3Place
    /// Of the largest piece, sealed.
    private let pieceBytesMax: Int
    private static let hashHeader = "x-amz-meta-sha256"

    package init(_ client: S3Client, _ place: S3Place, pieceBytesMax: Int) {
        self.client = client
        self.place = place
        self.pieceBytesMax = pieceBytesMax
    }

    package var home: EvidenceHome { .service(host: place.host) }

    package func location(of id: EvidenceID) -> String { EvidenceLocation.of(id) }

    /// The service compares the signed hash with what arrives; a copy of it stays with the object for whoever reads.
    package func put(_ sealed: [UInt8], at location: String) async throws {
        let headers = [
            (name: "content-type", value: "application/octet-stream"), (name: Self.hashHeader, value: Hex.text(SHA256.hash(data: sealed))),
        ]
        _ = try await client.send("PUT", location, headers: headers, body: sealed, accepted: [200])
    }

    package func get(_ location: String) async throws -> [UInt8] {
        let answer = try await client.send("GET", location, accepted: [200], bodyMax: pieceBytesMax)
        if let length = answer.headers["content-length"], length != String(answer.body.count) { throw EvidenceStoreFailure.damaged }
        guard let hash = answer.headers[Self.hashHeader], hash == Hex.text(SHA256.hash(data: answer.body)) else {
            throw EvidenceStoreFailure.damaged
        }
        return answer.body
    }

    package func exists(_ location: String) async throws -> Bool {
        try await client.send("HEAD", location, accepted: [200, 404]).status == 200
    }

    package func remove(_ location: String) async throws {
        _ = try await client.send("DELETE", location, accepted: [200, 204, 404])
    }

    package func everyPiece(_ body: ([(id: EvidenceID, location: String)]) async throws -> Void) async throws {
        var token: String?
        repeat {
            var query = [(name: "encoding-type", value: "url"), (name: "list-type", value: "2"), (name: "max-keys", value: "1000")]
            // Neighbours whose names begin alike are left out below.
            if !place.prefix.isEmpty { query.append((name: "prefix", value: place.prefix)) }
            if let token { query.append((name: "continuation-token", value: token)) }
            let answer = try await client.send("GET", nil, query: query, accepted: [200], bodyMax: 8 << 20)
            guard let listing = S3Listing(answer.body) else { throw EvidenceStoreFailure.refused("its listing is not understood") }
            let pieces = listing.keys.compactMap { key -> (id: EvidenceID, location: String)? in
                guard let location = place.location(ofKey: key), let id = EvidenceID(location.suffix(36)),
                    EvidenceLocation.of(id) == location
                else { return nil }
                return (id: id, location: location)
            }
            if !pieces.isEmpty { try await body(pieces) }
            token = listing.next
        } while token != nil
    }
}
