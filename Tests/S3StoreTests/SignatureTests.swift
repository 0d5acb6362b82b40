import Testing

@testable import S3Store

/// The examples AWS publishes: "Examples: Signature Calculations in AWS Signature Version 4" of the S3 reference, and of the general
/// test suite what needs neither repeated headers nor unusual paths.
@Suite struct SignatureTests {
    static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    static let s3 = RequestSignature(
        credentials: S3Credentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        region: "us-east-1", service: "s3", time: "20130524T000000Z")
    static let general = RequestSignature(
        credentials: S3Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        region: "us-east-1", service: "service", time: "20150830T123600Z")

    static func s3Request(
        _ method: String, _ path: String, query: [(name: String, value: String)] = [], extra: [(name: String, value: String)] = [],
        hash: String = empty
    ) -> SignedRequest {
        SignedRequest(
            method: method, path: path, query: query,
            headers: extra + [
                (name: "Host", value: "examplebucket.s3.amazonaws.com"), (name: "x-amz-content-sha256", value: hash),
                (name: "x-amz-date", value: "20130524T000000Z"),
            ], payloadHash: hash)
    }

    @Test func `the example that gets a range of an object`() {
        let request = Self.s3Request("GET", "/test.txt", extra: [(name: "Range", value: "bytes=0-9")])
        #expect(
            Self.s3.authorization(of: request)
                == "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
    }

    @Test func `the example that puts an object whose name needs encoding`() {
        let request = Self.s3Request(
            "PUT", "/test$file.text",
            extra: [(name: "Date", value: "Fri, 24 May 2013 00:00:00 GMT"), (name: "x-amz-storage-class", value: "REDUCED_REDUNDANCY")],
            hash: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")
        #expect(Self.s3.signature(of: request) == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
    }

    @Test func `the example that asks for a bucket's lifecycle`() {
        let request = Self.s3Request("GET", "/", query: [(name: "lifecycle", value: "")])
        #expect(Self.s3.signature(of: request) == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
    }

    @Test func `the example that lists objects, parameters in any order`() {
        for query in [
            [(name: "max-keys", value: "2"), (name: "prefix", value: "J")], [(name: "prefix", value: "J"), (name: "max-keys", value: "2")],
        ] {
            let request = Self.s3Request("GET", "/", query: query)
            #expect(Self.s3.signature(of: request) == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
        }
    }

    static let generalCases: [(name: String, method: String, query: [(name: String, value: String)], signature: String)] = [
        ("get-vanilla", "GET", [], "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("post-vanilla", "POST", [], "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        (
            "get-vanilla-query-order-key-case", "GET", [(name: "Param2", value: "value2"), (name: "Param1", value: "value1")],
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
        ),
    ]

    @Test func `the general suite`() {
        for example in Self.generalCases {
            let request = SignedRequest(
                method: example.method, path: "/", query: example.query,
                headers: [(name: "Host", value: "example.amazonaws.com"), (name: "X-Amz-Date", value: "20150830T123600Z")],
                payloadHash: Self.empty)
            #expect(Self.general.signature(of: request) == example.signature, "\(example.name)")
        }
    }

    @Test func `every part of a request changes its signature`() {
        let base = Self.s3Request("GET", "/a/b", query: [(name: "x", value: "1")])
        let known = Self.s3.signature(of: base)
        let others = [
            Self.s3Request("PUT", "/a/b", query: [(name: "x", value: "1")]),
            Self.s3Request("GET", "/a/c", query: [(name: "x", value: "1")]),
            Self.s3Request("GET", "/a/b", query: [(name: "x", value: "2")]),
            Self.s3Request("GET", "/a/b", query: [(name: "y", value: "1")]),
            Self.s3Request("GET", "/a/b", query: [(name: "x", value: "1")], extra: [(name: "range", value: "bytes=0-9")]),
            Self.s3Request("GET", "/a/b", query: [(name: "x", value: "1")], hash: String(Self.empty.reversed())),
        ]
        for other in others { #expect(Self.s3.signature(of: other) != known) }
        for (id, secret, region, time) in [
            ("AKIAIOSFODNN7EXAMPLE", "another", "us-east-1", "20130524T000000Z"),
            ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "cn-north-1", "20130524T000000Z"),
            ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1", "20130525T000000Z"),
        ] {
            let signature = RequestSignature(
                credentials: S3Credentials(accessKeyID: id, secretAccessKey: secret), region: region, service: "s3", time: time)
            #expect(signature.signature(of: base) != known)
        }
    }

    @Test(arguments: [
        ("plain-._~", "plain-._~"), ("a b", "a%20b"), ("a+b", "a%2Bb"), ("凭证", "%E5%87%AD%E8%AF%81"), ("a/b", "a%2Fb"), ("%", "%25"),
    ])
    func `encoding leaves the unreserved only`(text: String, encoded: String) {
        #expect(PercentEncoding.encoded(text) == encoded)
        #expect(PercentEncoding.decoded(encoded) == text)
    }
}
