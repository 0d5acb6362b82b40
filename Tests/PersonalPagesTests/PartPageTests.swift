import HTTPTypes
import HummingbirdTesting
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import PersonalPages

@Suite("The pages of a part of a unit's application")
struct PartPageTests {
    private static func link(_ personal: PersonalJob) async throws -> (code: String, application: ApplicationID) {
        let clerk = personal.job.clerk
        let begun = try await personal.installation.createRegistration(
            as: clerk, channel: .agent, content: InventedPapers.application(evidence: [:]))
        return (try await personal.installation.issuePartLink(as: clerk, begun.application, .handler).code, begun.application)
    }

    private static let answers = ["privacy": "yes", "sensitive-data": "yes"]

    private static func agreed(_ visitor: Visitor, _ code: String) async throws {
        _ = try await visitor.get("/p/part/\(code)")
        let shown = try await visitor.get("/p/part/consent")
        let version = try #require(shown.text.firstMatch(of: /name="version" value="([^"]+)"/)).1
        let answer = try await visitor.post("/p/part/consent", answers.merging(["version": String(version)]) { $1 })
        #expect(answer.location == "/p/part/document")
    }

    @Test func `the code leaves the address at once and stands on no page`() async throws {
        try await withPages { client, personal in
            let (code, _) = try await Self.link(personal)
            let visitor = Visitor(client)
            let entered = try await visitor.get("/p/part/\(code)")
            #expect(entered.status == 303 && entered.location == "/p/part")
            #expect(entered.cookies.contains { $0.hasPrefix("shiming-part=") && $0.contains("HttpOnly") && $0.contains("Path=/p/part") })
            for page in ["/p/part", "/p/part/consent"] { #expect(try await !visitor.get(page).text.contains(code)) }
        }
    }

    @Test func `a part's photo too is taken or chosen`() async throws {
        try await withPages { client, personal in
            let (code, _) = try await Self.link(personal)
            let visitor = Visitor(client)
            try await Self.agreed(visitor, code)
            let page = try await visitor.get("/p/part/document")
            #expect(page.status == 200 && !page.text.contains("capture="))
        }
    }

    @Test func `neither a card's cookie opens a part nor a part's a card`() async throws {
        try await withPages { client, personal in
            let (code, _) = try await Self.link(personal)
            let card = Visitor(client), part = Visitor(client), nobody = Visitor(client)
            try await card.enter(personal)
            try await Self.agreed(part, code)
            for page in ["", "/consent", "/document", "/details", "/review", "/done"] {
                #expect(try await card.get("/p/part\(page)").status == 401)
                #expect(try await nobody.get("/p/part\(page)").status == 401)
            }
            #expect(try await part.get("/p").status == 401)
            #expect(try await part.get("/p/details").status == 401)
            #expect(try await nobody.post("/p/part/review", ["version": "0"]).status == 401)
        }
    }

    @Test func `a form without its token, with a card's, or from another site does nothing`() async throws {
        try await withPages { client, personal in
            let (code, application) = try await Self.link(personal)
            let card = Visitor(client), part = Visitor(client)
            try await card.enter(personal)
            try await Self.agreed(part, code)
            _ = try await part.get("/p/part/details")
            let typed = ["handler-name": "欧阳青禾", "version": "1"]
            for token in ["", card.formToken] { #expect(try await part.post("/p/part/details", typed, token: token).status == 403) }
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            #expect(try await part.post("/p/part/details", typed, headers: [site: "cross-site"]).status == 403)
            #expect(try await part.post("/p/part/details", typed).status == 303)
            let shown = try await part.get("/p/part/details")
            #expect(shown.text.contains("欧阳青禾"))
            let links = try await personal.installation.readParts(as: personal.job.clerk, application).links
            #expect(links.map(\.standing) == [.open])
        }
    }

    @Test func `what is sent in pieces, twice or too long is refused and nothing typed is lost`() async throws {
        try await withPages { client, personal in
            let (code, _) = try await Self.link(personal)
            let part = Visitor(client)
            try await Self.agreed(part, code)
            _ = try await part.get("/p/part/details")
            let long = try await part.post("/p/part/details", ["handler-name": String(repeating: "欧", count: 201), "version": "1"])
            #expect(long.status == 422 && long.text.contains(String(repeating: "欧", count: 201)))
            for version in ["", "x", "99"] {
                let stale = try await part.post("/p/part/details", ["handler-name": "欧阳青禾", "version": version])
                #expect(stale.status == 412 && stale.text.contains("欧阳青禾"))
            }
            #expect(try await part.post("/p/part/document", ["type": "business-licence", "version": "1"]).status == 422)
            #expect(try await part.upload("/p/part/pictures/responsible-person-id-front", inventedPicture(1)).status == 422)
            #expect(try await part.upload("/p/part/pictures/nothing", inventedPicture(1)).status == 404)
            #expect(try await part.post("/p/part/review", ["version": "1"]).status == 422)
        }
    }

    @Test func `a person looks at the photo he took, from his own page on his own phone alone`() async throws {
        try await withPages { client, personal in
            let (code, _) = try await Self.link(personal)
            let part = Visitor(client), other = Visitor(client), card = Visitor(client)
            try await Self.agreed(part, code)
            let address = "/p/part/pictures/handler-id-front"
            #expect(try await part.get(address).status == 404, "nothing was taken yet")
            let version = try #require(
                try await part.get("/p/part/document").text.firstMatch(of: /name="version" value="([^"]+)"/)
            ).1
            _ = try await part.post("/p/part/document", ["type": "resident-id", "version": String(version)])
            #expect(try await !part.get("/p/part/document").text.contains("href=\"\(address)\""))
            #expect(try await part.upload(address, inventedPicture(1)).status == 303)
            #expect(try await part.get("/p/part/document").text.contains("href=\"\(address)\""))
            let shown = try await part.get(address)
            #expect(shown.status == 200 && shown.headers[.contentType] == "image/jpeg")
            #expect(shown.headers[.cacheControl] == "no-store" && shown.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            for from in ["cross-site", "same-site", "none"] {
                #expect(try await part.get(address, headers: [site: from]).status == 404, "\(from)")
            }
            #expect(try await part.get("/p/part/pictures/handler-id-back").status == 404)
            #expect(try await part.get("/p/part/pictures/nothing").status == 404)
            // Whoever else has the link has another phone, and is asked for the consents first.
            _ = try await other.get("/p/part/\(code)")
            #expect(try await other.get(address).location == "/p/part/consent?errors=1")
            try await card.enter(personal)
            #expect(try await card.get(address).status == 401)
            #expect(try await Visitor(client).get(address).status == 401)
            // So many in a time, and no more: each makes a copy. Another photo is not looked at meanwhile either.
            var statuses: Set<Int> = []
            for _ in 0..<PictureQuota.most { statuses.insert(try await part.get(address).status) }
            #expect(statuses == [200, 429])
            #expect(try await part.upload(address, inventedPicture(2)).status == 429)
        }
    }
}
