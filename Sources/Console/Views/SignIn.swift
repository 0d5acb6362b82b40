import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func signInPage() -> Response {
        seat == nil ? write(signInForm()) : redirect(to: .home)
    }

    /// - Parameter kept: sealed, what comes back once its owner has signed in.
    private func signInForm(_ refusal: Refusal? = nil, login: String = "", kept: String? = nil) -> ConsolePage {
        ConsolePage(
            template: "sign-in", title: words["signIn.title"],
            values: [
                "login": login, "asksCode": refusal?.code == Refusal.secondFactorRequired.code, "kept": kept.map { [$0] } ?? [],
            ],
            refusal: refusal)
    }

    /// A long form came after its sign-in had ended. What was typed is kept for whoever the form was made for.
    func signInKeeping(_ body: PageBody) async throws -> Response {
        try FormGuard.demandOwnSite(request)
        guard
            let sent = try? await PageForm.read(request, body, file: installation.settings.evidenceBytesMax, holdsFiles: false),
            let owner = sent["owner"].flatMap({ installation.keptForm($0, as: .owner, seconds: Self.ownerSeconds) })?.account
        else { return redirect(to: .signIn) }
        let fields = sent.fields.filter { !["form", "owner", "act"].contains($0.key) }
        guard let kept = try installation.seal(KeptForm(account: owner, keptAt: installation.now(), fields: fields), as: .kept) else {
            return write(signInForm(.formTooLong))
        }
        return write(signInForm(kept: kept))
    }

    /// For whom a long form is made, so that what is typed into it comes back to him alone.
    func ownerMark() throws -> String {
        try installation.seal(KeptForm(account: principal().account, keptAt: installation.now()), as: .owner) ?? ""
    }

    /// How long a page may stand open, and how long one may take to sign in again.
    private static let ownerSeconds: Int64 = 86_400
    private static let keptSeconds: Int64 = 3_600

    /// The form that was being filled when the sign-in ended; nil where there was none, or somebody else has signed in. What cannot be shown
    /// for the moment is not lost: it comes back with the next sign-in.
    private func formBefore(_ signedIn: SignedIn) async -> Response? {
        guard !signedIn.needsSecondFactorSetUp,
            let kept = form["kept"].flatMap({ installation.keptForm($0, as: .kept, seconds: Self.keptSeconds) }),
            kept.account == signedIn.principal.account
        else { return nil }
        var visit = self
        visit.seat = signedIn.principal
        visit.form = PageForm(fields: kept.fields)
        // Whoever may no longer do it is shown what he may.
        do {
            return try await visit.counterAgain()
        } catch {
            guard let refusal = ProblemRendering.refusal(for: error), refusal.kind == .temporary else { return nil }
            return write(signInForm(refusal, login: form["login"] ?? "", kept: form["kept"]))
        }
    }

    func signIn() async throws -> Response {
        let code = form["code"].flatMap { $0.isEmpty ? nil : $0 }
        let signedIn: SignedIn
        do {
            signedIn = try await installation.signIn(
                login: form["login"] ?? "", password: form["password"] ?? "", code: code, label: words["signIn.label"],
                source: context.clientAddress)
        } catch let refusal as Refusal {
            return write(signInForm(refusal, login: form["login"] ?? "", kept: form["kept"]))
        }
        var response = await formBefore(signedIn) ?? redirect(to: signedIn.needsSecondFactorSetUp ? .secondFactor : .home)
        response.headers.append(contentsOf: sessionCookies(signedIn))
        // A browser on which staff sign in is not one on which customers are verified (R-AF-11).
        let noted = try await installation.noteStaffDevice(RequestCookies(request.headers)[RequestCookies.device])
        response.headers.append(
            HTTPField(
                name: .setCookie,
                value: RequestCookies.settingDevice(noted, days: installation.settings.entranceDaysMax, isSecure: context.isSecure)))
        return response
    }

    func leave() async throws -> Response {
        if let seat { try await installation.signOut(as: seat) }
        var response = redirect(to: .signIn)
        for name in [ConsoleCookies.Name.access, .refresh, .form] {
            response.headers.append(ConsoleCookies.field(name, "", seconds: 0, isSecure: context.isSecure))
        }
        return response
    }

    // MARK: The first time

    func enrolPage() -> Response { write(enrolForm()) }

    private func enrolForm(_ refusal: Refusal? = nil) -> ConsolePage {
        ConsolePage(
            template: "enrol", title: words["enrol.title"],
            values: ["login": form["login"] ?? "", "charactersMin": String(installation.settings.passwordCharactersMin)],
            refusal: refusal)
    }

    /// The one-time token is typed or pasted: in an address it would be kept by the browser and by whatever stands in between.
    func enrol() async throws -> Response {
        guard form["password"] == form["again"] else { return write(enrolForm(.passwordsDiffer)) }
        let login = form["login"].flatMap { $0.isEmpty ? nil : $0 }
        do {
            let token = (form["token"] ?? "").filter { !$0.isWhitespace }
            let enrolled = try await installation.acceptEnrolment(token: token, login: login, password: form["password"] ?? "")
            return write(
                ConsolePage(
                    template: "enrolled", title: words["enrol.doneTitle"],
                    values: ["login": enrolled.account.login ?? "", "secret": secretValues(enrolled.secondFactor)]))
        } catch let refusal as Refusal {
            return write(enrolForm(refusal))
        }
    }

    private func secretValues(_ secret: SecondFactorSecret?) -> [[String: Any]] {
        secret.map { [["text": $0.text.grouped(by: 4), "address": $0.address]] } ?? []
    }

    // MARK: The second factor

    /// A secret at the first look; later ones ask for its code, and another is made where that is asked for.
    func secondFactorPage() async throws -> Response {
        guard try principal().means == .incompleteSession else { return redirect(to: .account) }
        return write(try secondFactorForm(try await installation.beginSecondFactorAtFirstLook(as: principal())))
    }

    private func secondFactorForm(_ secret: SecondFactorSecret?, _ refusal: Refusal? = nil) throws -> ConsolePage {
        ConsolePage(
            template: "second-factor", title: words["secondFactor.title"],
            values: [
                "secret": secretValues(secret), "mayBeginAnew": try secret == nil && principal().means == .incompleteSession,
            ], refusal: refusal)
    }

    /// Whoever is signed in gets a new one, by his password and a code of the one he has; that one holds until the new one is confirmed.
    func renewSecondFactor() async throws -> Response {
        do {
            let secret = try await installation.beginSecondFactor(
                as: principal(), code: filled("code"), password: form["password"] ?? "")
            return write(try secondFactorForm(secret))
        } catch let refusal as Refusal {
            return try await write(accountPage(refusal))
        }
    }

    /// From now on the sign-in is complete. Or another secret is made: the one before counts no more.
    func confirmSecondFactor() async throws -> Response {
        if filled("anew") != nil, try principal().means == .incompleteSession {
            return write(try secondFactorForm(try await installation.beginSecondFactor(as: principal())))
        }
        do {
            try await installation.confirmSecondFactor(as: principal(), code: form["code"] ?? "")
        } catch let refusal as Refusal {
            return write(try secondFactorForm(nil, refusal))
        }
        return redirect(to: try principal().means == .incompleteSession ? .home : .account)
    }

    // MARK: How it looks

    func chooseAppearance() -> Response {
        let year: Int64 = 365 * 86_400
        var response = Response(status: .seeOther, headers: [.location: backAddress])
        if let chosen = form["language"].flatMap(ReaderLanguage.init(rawValue:)) {
            response.headers.append(ConsoleCookies.field(.language, chosen.rawValue, seconds: year, isSecure: context.isSecure))
        }
        if let chosen = form["theme"].flatMap(Theme.init(rawValue:)) {
            response.headers.append(ConsoleCookies.field(.theme, chosen.rawValue, seconds: year, isSecure: context.isSecure))
        }
        return response
    }

    /// The page it was chosen on; nothing but a path of ours.
    private var backAddress: String {
        let asked = form["back"] ?? ""
        let plain = asked.utf8.allSatisfy {
            ($0 | 0x20 >= 97 && $0 | 0x20 <= 122) || (48...57).contains($0) || [45, 46, 47, 95].contains($0)
        }
        return plain && (asked == "/console" || asked.hasPrefix("/console/")) && !asked.contains("//") ? asked : ConsoleLink.home.address
    }
}

extension String {
    fileprivate func grouped(by size: Int) -> String {
        stride(from: 0, to: count, by: size).map { String(dropFirst($0).prefix(size)) }.joined(separator: " ")
    }
}

extension Refusal {
    static let formTooLong = Refusal(
        "form-too-long", .unauthenticated, house: .pages, en: "Your sign-in had ended, and what you sent was too long to be kept.",
        zh: "登录已失效，所提交内容过长，未能保留。", mend: LocalText(en: "Sign in and fill the form again.", zh: "请登录后重新填写。"))
    static let passwordsDiffer = Refusal(
        "passwords-differ", .invalid, house: .choice, en: "The two passwords differ.", zh: "两次输入的密码不一致。",
        mend: LocalText(en: "Type the same password twice.", zh: "请两次输入相同的密码。"))
}
