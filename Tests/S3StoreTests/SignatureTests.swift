import Testing

@testable import S3Store

/// The examples AWS publishes: "Examples: Signature Calculations in AWS Signature Version 4" of the S3 reference, and of the general
/// test suite all but repeated headers, headers over several lines, which nobody sends, and paths made normal, which S3 forbids.
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

    /// What a case of the general suite sends besides `Host` and `X-Amz-Date`.
    struct General: Sendable, CustomTestStringConvertible {
        let name: String
        var method = "GET"
        var path = "/"
        var query: [(name: String, value: String)] = []
        var headers: [(name: String, value: String)] = []
        var hash = SignatureTests.empty
        let signature: String
        var testDescription: String { name }
    }

    static let unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    static let sessionToken =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/"
        + "qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT"
        + "38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="

    static let generalCases: [General] = [
        General(name: "get-vanilla", signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        General(name: "post-vanilla", method: "POST", signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        General(
            name: "get-vanilla-query-order-key-case", query: [(name: "Param2", value: "value2"), (name: "Param1", value: "value1")],
            signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        General(
            name: "get-vanilla-empty-query-key", query: [(name: "Param1", value: "value1")],
            signature: "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
        General(
            name: "post-vanilla-empty-query-value", method: "POST", query: [(name: "Param1", value: "value1")],
            signature: "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
        General(
            name: "get-vanilla-query-order-value", query: [(name: "Param1", value: "value2"), (name: "Param1", value: "value1")],
            signature: "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694"),
        General(
            name: "get-vanilla-query-unreserved", query: [(name: unreserved, value: unreserved)],
            signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
        General(
            name: "get-vanilla-utf8-query", query: [(name: "\u{1234}", value: "bar")],
            signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"),
        General(
            name: "get-unreserved", path: "/" + unreserved, signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
        General(name: "get-utf8", path: "/\u{1234}", signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        General(
            name: "get-space", path: "/example space/", signature: "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
        General(
            name: "get-header-value-trim",
            headers: [(name: "My-Header1", value: " value1"), (name: "My-Header2", value: " \"a   b   c\"")],
            signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        General(
            name: "post-header-key-sort", method: "POST", headers: [(name: "My-Header1", value: "value1")],
            signature: "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"),
        General(
            name: "post-header-value-case", method: "POST", headers: [(name: "My-Header1", value: "VALUE1")],
            signature: "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"),
        General(
            name: "post-x-www-form-urlencoded", method: "POST",
            headers: [(name: "Content-Type", value: "application/x-www-form-urlencoded")],
            hash: "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e",
            signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
        General(
            name: "post-sts-header-before", method: "POST", headers: [(name: "X-Amz-Security-Token", value: sessionToken)],
            signature: "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"),
    ]

    @Test(arguments: generalCases) func `the general suite`(example: General) {
        let request = SignedRequest(
            method: example.method, path: example.path, query: example.query,
            headers: example.headers + [(name: "Host", value: "example.amazonaws.com"), (name: "X-Amz-Date", value: "20150830T123600Z")],
            payloadHash: example.hash)
        #expect(Self.general.signature(of: request) == example.signature)
    }

    @Test func `every header that is sent is named among the signed, a session token too`() {
        let request = SignedRequest(
            method: "POST", path: "/",
            headers: [
                (name: "X-Amz-Security-Token", value: Self.sessionToken), (name: "Host", value: "example.amazonaws.com"),
                (name: "X-Amz-Date", value: "20150830T123600Z"),
            ], payloadHash: Self.empty)
        let text = Self.general.authorization(of: request)
        #expect(text.contains("SignedHeaders=host;x-amz-date;x-amz-security-token,"))
        #expect(!text.contains(Self.sessionToken))
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
