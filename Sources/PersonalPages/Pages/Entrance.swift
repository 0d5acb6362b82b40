import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    func start() -> Response { write(startPage()) }

    /// A link: the code leaves the address at once.
    func enterByLink() async throws -> Response {
        try await enter(.link(parameter("code")))
    }

    /// The card's number with its claim code; the number alone earns a hint that says nothing of the card.
    func enterByCode() async throws -> Response {
        let iccid = typed("iccid", most: 64), code = typed("claimCode", most: 64)
        var page = startPage()
        page.values["iccid"] = iccid
        page.values["claimCode"] = code
        do {
            guard code.isEmpty else { return try await enter(.claimCode(code, iccid: iccid, source: context.clientAddress)) }
            let hint = try installation.lookUpCard(iccid: iccid)
            var answer: [String: Any] = ["text": hint.text.text(in: language)]
            if let carrier = hint.carrier { answer["carrierName"] = words("start.hintCarrier", ["carrier": name(of: carrier)]) }
            page.values["answer"] = answer
        } catch let refusal as Refusal {
            page.status = HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))
            page.values["iccidWrong"] = refusal.pointer == "/iccid"
            page.values["codeWrong"] = refusal.code == Refusal.entranceNotOpen.code
            page.errors = [
                PageError(
                    text: refusal.reason.text(in: language), mend: refusal.mend.text(in: language),
                    href: refusal.pointer == "/iccid" ? "#iccid" : "#claim-code", rules: PageError.rules(of: refusal, in: language))
            ]
        }
        return write(page)
    }

    /// The card's number from a photo of its bar code, for browsers that read none themselves. With a script the answer is JSON; without
    /// one it is the page again, with the number in its field and everything that was typed.
    func readBarCode() async throws -> Response {
        var page = startPage()
        page.values["iccid"] = typed("iccid", most: 64)
        page.values["claimCode"] = typed("claimCode", most: 64)
        do {
            guard !form.file.isEmpty else { throw Refusal.noPicture }
            let number = try await installation.readCardNumber(in: form.file, from: context.clientAddress)
            if isScript { return json(["number": number], .ok) }
            page.values["iccid"] = number
            page.values["scanned"] = true
        } catch let refusal as Refusal {
            if isScript { return faults(of: refusal) }
            page.status = HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))
            page.errors = [PageError(refusal, in: language, href: "#barcode")]
            return waiting(for: refusal, write(page))
        }
        return write(page)
    }

    func leave() async throws -> Response {
        if let seat { try await installation.leaveSeat(as: seat) }
        return setting(.seat, "", seconds: 0, redirect(to: "/p/start"))
    }

    func chooseLanguage() -> Response {
        let chosen = form["language"].flatMap(ReaderLanguage.init(rawValue:)) ?? language
        return setting(.language, chosen.rawValue, seconds: 31_536_000, redirect(to: PageAddress.safe(form["back"], else: home)))
    }

    func name(of carrier: Carrier) -> String {
        words.has("carrier.\(carrier.code)") ? words["carrier.\(carrier.code)"] : carrier.code
    }

    private func startPage() -> Page {
        Page(
            template: "start", title: words["start.title"],
            values: ["iccid": "", "claimCode": "", "iccidWrong": false, "codeWrong": false, "scanned": false], here: "/p/start")
    }

    private func enter(_ proof: EntranceProof) async throws -> Response {
        let opened = try await installation.openSeat(proof, device: cookies[.device])
        let seconds = (opened.token.expiresAt.milliseconds - installation.now().milliseconds) / 1_000
        let days = installation.settings.entranceDaysMax
        let entered = setting(.seat, opened.token.text, seconds: seconds, redirect(to: "/p"))
        return setting(.device, opened.device, seconds: days * 86_400, entered)
    }
}

/// Where a form may lead back to: one of our own pages, by its name.
enum PageAddress {
    static let known = Set(
        ["/p", "/p/start", "/p/status", "/p/rules", "/p/release", "/p/withdraw", "/p/taken", "/p/mine"] + Step.allCases.map(\.address)
    )
    .union(PartStep.allCases.map(\.address) + [PartStep.home, PartStep.done])

    static func safe(_ wanted: String?, else home: String = "/p") -> String { wanted.flatMap { known.contains($0) ? $0 : nil } ?? home }
}

extension Visit {
    /// A field without the spaces around it, cut where nobody types on.
    func typed(_ name: String, most: Int) -> String {
        let text = (form[name] ?? "").prefix(most)
        let front = text.drop(while: \.isWhitespace)
        return String(front.reversed().drop(while: \.isWhitespace).reversed())
    }
}
