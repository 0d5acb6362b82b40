import HTTPTypes
import HummingbirdTesting
import Pages
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import PersonalPages

@Suite("What guards the pages")
struct GuardTests {
    @Test func `a form without its token, with another's, or from another site does nothing`() async throws {
        try await withPages { client, personal in
            let one = Visitor(client), other = Visitor(client)
            try await other.enter(personal, card: 1)
            _ = try await one.get("/p/\(personal.link().code)")
            _ = try await one.get("/p/consent")
            let answers = ["privacy": "yes", "sensitive-data": "yes", "version": PersonalNotice.version]
            #expect(try await one.post("/p/consent", answers, token: "").status == 403)
            #expect(try await one.post("/p/consent", answers, token: other.formToken).status == 403)
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            #expect(
                try await one.post(
                    "/p/consent", answers, token: PersonalPages.formToken(of: one.cookie("shiming-seat") ?? ""),
                    headers: [site: "cross-site"]
                ).status == 403)
            #expect(try await !one.get("/p").text.contains("common.done"))
            let seat = try await personal.installation.authenticate(one.cookie("shiming-seat") ?? "")
            #expect(try await personal.installation.readPersonalCase(as: seat).consents.isEmpty)
        }
    }

    @Test func `another site's upload is refused before it is read`() async throws {
        var settings = EdgeSettings()
        settings.evidenceBodyBytes = 4_096
        try await withPages(settings: settings) { client, personal in
            let visitor = Visitor(client)
            try await visitor.enter(personal)
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            // Too large: only whoever looks at it says so.
            let picture = inventedPicture(3, bytes: 20_000)
            for path in ["/p/pictures/holder-id-front", "/p/start/photo"] {
                for from in ["cross-site", "same-site", "elsewhere"] {
                    #expect(try await visitor.upload(path, picture, headers: [site: from]).status == 403, "\(path) \(from)")
                }
                for headers in [[site: "same-origin"], [site: "none"], [:]] as [HTTPFields] {
                    #expect(try await visitor.upload(path, picture, headers: headers).status == 413, "\(path)")
                }
            }
        }
    }

    @Test func `pages nobody is signed in at have tokens too`() async throws {
        try await withPages { client, _ in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/start")
            #expect(try await visitor.post("/p/start", ["iccid": "1"], token: "").status == 403)
            #expect(try await visitor.post("/p/start", ["iccid": "1"]).status == 422)
            visitor.forget("shiming-form")
            #expect(try await visitor.post("/p/start", ["iccid": "1"]).status == 403)
        }
    }

    @Test(arguments: [true, false]) func `cookies are the server's alone`(speaksTLS: Bool) async throws {
        try await withPages(speaksTLS: speaksTLS) { client, personal in
            let code = try await personal.link().code
            let visitor = Visitor(client)
            let entered = try await visitor.get("/p/\(code)")
            #expect(entered.status == 303 && entered.location == "/p")
            #expect(entered.cookies.count == 2)
            let start = try await Visitor(client).get("/p/start")
            for cookie in entered.cookies + start.cookies {
                #expect(
                    cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax")
                        && cookie.contains(cookie.hasPrefix("shiming-device=") ? "; Path=/;" : "; Path=/p;"))
                #expect(cookie.contains("; Secure") == speaksTLS)
            }
            let language = try await visitor.post(
                "/p/language", ["language": "zh", "back": "/p"], token: PersonalPages.formToken(of: visitor.cookie("shiming-seat") ?? ""))
            #expect(language.cookies.first?.hasPrefix("shiming-language=zh;") == true)
        }
    }

    @Test func `a page leads back to our own pages only`() async throws {
        try await withPages { client, _ in
            let visitor = Visitor(client)
            for wanted in ["https://example.com/", "//example.com", "/p/../v1", "/v1/cards", "\r\nSet-Cookie: a=b", ""] {
                _ = try await visitor.get("/p/start")
                #expect(try await visitor.post("/p/language", ["language": "zh", "back": wanted]).location == "/p")
            }
            _ = try await visitor.get("/p/start")
            #expect(try await visitor.post("/p/language", ["language": "zh", "back": "/p/start"]).location == "/p/start")
        }
    }

    @Test func `headers keep a page to itself`() async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client)
            try await visitor.enter(personal)
            let page = try await visitor.get("/p")
            #expect(page.headers[.cacheControl] == "no-store")
            let policy = page.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'") && !policy.contains("unsafe"))
            #expect(page.headers[.xContentTypeOptions] == "nosniff")
            for asset in PageFiles.assets {
                let shown = try await visitor.get(PersonalPages.address(of: asset))
                #expect(shown.status == 200 && shown.text == asset.text)
                #expect(shown.headers[.cacheControl]?.contains("immutable") == true)
            }
        }
    }

    @Test func `strangers who guess are slowed down`() async throws {
        var settings = EdgeSettings()
        settings.openRateRequests = 3
        try await withPages(settings: settings) { client, _ in
            let visitor = Visitor(client)
            for _ in 0..<3 { #expect(try await visitor.get("/p/0123456789ABCDEF").status == 404) }
            let refused = try await visitor.get("/p/0123456789ABCDEF")
            #expect(refused.status == 429 && refused.headers[.retryAfter] != nil)
        }
    }

    @Test func `so many whole cases a day are handed in from one address, whatever the card and person`() async throws {
        var settings = EdgeSettings()
        settings.handInsADay = 1
        try await withPages(settings: settings) { client, personal in
            // What lacks something costs nothing.
            let idle = Visitor(client)
            try await idle.enter(personal, card: 2)
            try await idle.choose()
            _ = try await idle.get("/p/review")
            for _ in 0..<3 { #expect(try await idle.post("/p/review", ["notice": "yes"]).status == 422) }
            for card in 0..<2 {
                let opened = try await personal.open(card)
                try await personal.fill(opened.principal, PersonalJob.person(card), seed: card == 0 ? 40 : 100)
                let visitor = Visitor(client)
                visitor.sit(at: opened)
                _ = try await visitor.get("/p/review")
                let shown = try await visitor.post("/p/review", ["notice": "yes"])
                #expect(card == 0 ? shown.status < 400 : shown.status == 429, "\(card) \(shown.status)")
                #expect((shown.headers[.retryAfter] != nil) == (card == 1))
            }
        }
    }

    @Test func `a staff member's token opens no seat`() async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/\(personal.link().code)")
            let page = try await client.execute(uri: "/p", method: .get, headers: [.cookie: "shiming-seat=sm_at_0000"]) { $0.status.code }
            #expect(page == 401)
            visitor.forget("shiming-seat")
            let closed = try await visitor.get("/p/details")
            #expect(closed.status == 401 && closed.text.contains("Open the link or QR code of the card again"))
        }
    }
}
