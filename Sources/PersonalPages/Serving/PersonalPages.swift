import HTTPTypes
import Hummingbird
import Mustache
import Pages
import Registry
import UseCases
import Web

/// The person's pages under `/p`: forms over the same use cases that the API calls.
package struct PersonalPages: Sendable {
    let installation: Installation
    let settings: EdgeSettings
    let templates: MustacheLibrary
    /// People at a seat, and addresses where nobody is.
    let callers: RateLimiter<String>
    let strangers: RateLimiter<String>
    /// Addresses from which persons hand in.
    let handIns: RateLimiter<String>
    /// Persons who have pictures looked at, or look at what they took.
    let pictures: PictureQuota

    /// Throws when a template of the program cannot be read.
    ///
    /// - Parameters:
    ///   - handIns: shared with the API; its own unless given.
    ///   - pictures: as `handIns`.
    package init(
        installation: Installation, settings: EdgeSettings = EdgeSettings(), handIns: RateLimiter<String>? = nil,
        pictures: PictureQuota? = nil
    ) throws {
        self.installation = installation
        self.settings = settings
        templates = try MustacheLibrary(texts: PageFiles.templates)
        callers = RateLimiter(policy: RatePolicy(name: "pages", quota: settings.rateRequests, window: settings.rateSeconds))
        strangers = RateLimiter(policy: RatePolicy(name: "open-pages", quota: settings.openRateRequests, window: settings.rateSeconds))
        self.handIns = handIns ?? RateLimiter(policy: .handIns(settings))
        self.pictures = pictures ?? PictureQuota(settings)
    }

    static let catalogue = Catalogue(english: PageFiles.english, chinese: PageFiles.chinese)

    static func formToken(of secret: String) -> String { FormGuard.token(for: secret, of: "personal pages") }

    static func address(of asset: PageAsset) -> String { "/p/assets/\(asset.name)" }
    static let assetAddresses = [
        "style": address(of: PageFiles.style), "script": address(of: PageFiles.script), "icon": address(of: PageFiles.icon),
    ]

    package func add(to router: Router<EdgeContext>) {
        for asset in PageFiles.assets {
            router.get(RouterPath(Self.address(of: asset))) { request, _ in asset.response(to: request) }
        }
        addEntrance(to: router)
        addSteps(to: router)
        addOwnData(to: router)
        addPart(to: router)
        // A code stands where a page's name may stand, so it comes last.
        page(router, .get, "/p/{code}", .stranger) { visit in try await visit.enterByLink() }
    }

    private func addEntrance(to router: Router<EdgeContext>) {
        page(router, .get, "/p/start", .open) { visit in visit.start() }
        page(router, .post, "/p/start", .form) { visit in try await visit.enterByCode() }
        page(router, .post, "/p/start/photo", .openUpload) { visit in try await visit.readBarCode() }
        page(router, .get, "/p/status", .open) { visit in try await visit.status() }
        page(router, .post, "/p/status", .form) { visit in try await visit.statusByCode() }
        page(router, .get, "/p/status/{code}", .open) { visit in visit.askStatus(visit.parameter("code")) }
        page(router, .post, "/p/status/{code}", .form) { visit in try await visit.statusByCode() }
        page(router, .get, "/p/rules", .open) { visit in visit.rules() }
        page(router, .post, "/p/carrier", .seatForm) { visit in try await visit.openCarrierPage() }
        page(router, .post, "/p/carrier/followed", .seatForm) { visit in try await visit.followCarrierPage() }
        page(router, .post, "/p/language", .openForm) { visit in visit.chooseLanguage() }
        page(router, .post, "/p/leave", .openForm) { visit in try await visit.leave() }
    }

    private func addSteps(to router: Router<EdgeContext>) {
        page(router, .get, "/p", .seat) { visit in try await visit.overview() }
        page(router, .get, "/p/consent", .seat) { visit in try await visit.consent() }
        page(router, .post, "/p/consent", .seatForm) { visit in try await visit.giveConsent() }
        page(router, .get, "/p/document", .seat) { visit in try await visit.document() }
        page(router, .post, "/p/document", .seatForm) { visit in try await visit.chooseDocument() }
        page(router, .post, "/p/pictures/{slot}", .seatUpload) { visit in try await visit.takePicture() }
        page(router, .get, "/p/details", .seat) { visit in try await visit.details() }
        page(router, .post, "/p/details", .seatForm) { visit in try await visit.saveDetails() }
        page(router, .get, "/p/guardian", .seat) { visit in try await visit.pictures(of: .guardian) }
        page(router, .get, "/p/proxy", .seat) { visit in try await visit.pictures(of: .proxy) }
        page(router, .get, "/p/photo", .seat) { visit in try await visit.pictures(of: .photo) }
        page(router, .get, "/p/face", .seat) { visit in try await visit.face() }
        page(router, .post, "/p/face/challenge", .seatScript) { visit in try await visit.issueChallenge() }
        page(router, .post, "/p/face", .seatScript) { visit in try await visit.takeFace() }
        page(router, .post, "/p/face/decline", .seatForm) { visit in try await visit.declineFace() }
        page(router, .get, "/p/capture", .seat) { visit in try await visit.providerCapture() }
        page(router, .post, "/p/capture", .seatForm) { visit in try await visit.beginProviderCapture() }
        page(router, .get, "/p/review", .seat) { visit in try await visit.review() }
        page(router, .post, "/p/review", .seatForm) { visit in try await visit.handIn() }
        page(router, .get, "/p/release", .seat) { visit in visit.release() }
        page(router, .post, "/p/release", .seatForm) { visit in try await visit.askForRelease() }
        page(router, .post, "/p/reuse", .seatForm) { visit in try await visit.reusePictures() }
        page(router, .get, "/p/taken", .seat) { visit in try await visit.taken() }
        page(router, .post, "/p/taken", .seatForm) { visit in try await visit.claim() }
        page(router, .get, "/p/withdraw", .seat) { visit in visit.withdraw() }
        page(router, .post, "/p/withdraw", .seatForm) { visit in try await visit.takeBack() }
    }

    private func addPart(to router: Router<EdgeContext>) {
        page(router, .get, "/p/part", .part) { visit in try await visit.partOverview() }
        page(router, .get, "/p/part/consent", .part) { visit in try await visit.partConsent() }
        page(router, .post, "/p/part/consent", .partForm) { visit in try await visit.consentToPart() }
        page(router, .get, "/p/part/document", .part) { visit in try await visit.partDocument() }
        page(router, .post, "/p/part/document", .partForm) { visit in try await visit.choosePartDocument() }
        page(router, .get, "/p/part/pictures/{slot}", .part) { visit in try await visit.partPicture() }
        page(router, .post, "/p/part/pictures/{slot}", .partUpload) { visit in try await visit.takePartPicture() }
        page(router, .get, "/p/part/details", .part) { visit in try await visit.partDetails() }
        page(router, .post, "/p/part/details", .partForm) { visit in try await visit.savePartDetails() }
        page(router, .get, "/p/part/review", .part) { visit in try await visit.partReview() }
        page(router, .post, "/p/part/review", .partForm) { visit in try await visit.completePart() }
        page(router, .get, "/p/part/done", .part) { visit in try await visit.partDone() }
        page(router, .post, "/p/part/language", .partOpenForm) { visit in visit.chooseLanguage() }
        page(router, .post, "/p/part/leave", .partOpenForm) { visit in visit.leavePart() }
        page(router, .get, "/p/part/{code}", .partStranger) { visit in try await visit.enterPart() }
    }

    private func addOwnData(to router: Router<EdgeContext>) {
        page(router, .get, "/p/mine", .seat) { visit in try await visit.mine() }
        page(router, .get, "/p/mine/copy", .seat) { visit in try await visit.copyOfMine() }
        page(router, .post, "/p/mine/proof", .seatForm) { visit in try await visit.beginProof() }
        page(router, .post, "/p/mine/dispute", .seatForm) { visit in try await visit.dispute() }
        page(router, .post, "/p/mine/release", .seatForm) { visit in try await visit.releaseOwn() }
        page(router, .post, "/p/mine/bring-back", .seatForm) { visit in try await visit.bringBackOwn() }
        page(router, .post, "/p/mine/transfer", .seatForm) { visit in try await visit.beginTransfer() }
        page(router, .post, "/p/mine/transfer/withdrawal", .seatForm) { visit in try await visit.callOffTransfer() }
        page(router, .post, "/p/transfer/refusal", .seatForm) { visit in try await visit.declineTransfer() }
        page(router, .post, "/p/mine/correction", .seatForm) { visit in try await visit.beginCorrection() }
        page(router, .post, "/p/mine/deletion", .seatForm) { visit in try await visit.askForDeletion() }
    }
}
