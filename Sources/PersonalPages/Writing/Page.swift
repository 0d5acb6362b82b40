import HTTPTypes
import Hummingbird
import Mustache
import NIOCore
import Pages
import Registry
import UseCases
import Web

/// A page to be written: its template with what stands in it. Only texts, truth values and lists of such are handed to a template,
/// never a value of the domain, whose every property a template could reach.
struct Page {
    let template: String
    let title: String
    var status = HTTPResponse.Status.ok
    var values: [String: Any] = [:]
    var errors: [PageError] = []
    /// Where among the steps; nil outside them.
    var step: String?
    /// The page's own address without secrets, for the language switch to come back to.
    var here = "/p"
}

extension Visit {
    func write(_ page: Page) -> Response {
        let shared = sharedValues(page)
        let body = pages.templates.render(shared.merging(page.values) { $1 }, withTemplate: page.template) ?? ""
        let text = pages.templates.render(shared.merging(["body": body]) { $1 }, withTemplate: "layout") ?? ""
        let response = Response(
            status: page.status, headers: PageHeaders.page(language, usesCamera: true),
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        guard seat == nil, part == nil, cookies[.stranger] != stranger else { return response }
        return setting(.stranger, stranger, seconds: nil, response)
    }

    /// Where the person sees all of what he is about.
    var home: String { family == .part ? PartStep.home : "/p" }

    /// How the operator is reached; nil where that is not told.
    private var contact: [String: Any]? {
        let told = installation.settings.contact
        guard told != .none else { return nil }
        var values: [String: Any] = [:]
        if let hotline = told.hotlineText(in: language) { values["hotline"] = hotline }
        if let halls = told.halls { values["halls"] = halls }
        return values
    }

    private func sharedValues(_ page: Page) -> [String: Any] {
        var values: [String: Any] = [
            "w": words.sections, "lang": language.tag, "title": page.title, "form": formToken, "here": page.here,
            "hasErrors": !page.errors.isEmpty, "errors": page.errors.map(\.values), "isSeated": seat != nil || part != nil,
            "help": words[family == .part ? "part.help" : "common.helpHall"], "home": home,
            "languageAction": family == .part ? PartStep.language : "/p/language",
            "leaveAction": family == .part ? PartStep.leave : "/p/leave",
            "asset": PersonalPages.assetAddresses,
            "languages": language.choices,
        ]
        if let contact { values["contact"] = contact }
        if let step = page.step { values["step"] = ["text": step] }
        return values
    }
}
