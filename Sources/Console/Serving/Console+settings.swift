import Hummingbird
import Web

extension Console {
    func addSettings(to router: Router<EdgeContext>) {
        page(router, .get, .products, .signedIn) { visit in try await visit.products() }
        page(router, .post, .products, .signedInForm) { visit in try await visit.createProduct() }
        page(router, .get, .product(":"), .signedIn) { visit in try await visit.product() }
        page(router, .post, .product(":"), .signedInForm) { visit in try await visit.updateProduct() }
        page(router, .get, .apiKeys, .signedIn) { visit in try await visit.apiKeys() }
        page(router, .post, .apiKeys, .signedInForm) { visit in try await visit.createAPIKey() }
        page(router, .post, .revokeKey(":"), .signedInForm) { visit in try await visit.revokeAPIKey() }
        page(router, .get, .webhooks, .signedIn) { visit in try await visit.webhooks() }
        page(router, .post, .webhooks, .signedInForm) { visit in try await visit.createWebhook() }
        page(router, .get, .webhook(":"), .signedIn) { visit in try await visit.webhook() }
        page(router, .post, .webhookAct(":"), .signedInForm) { visit in try await visit.actOnWebhook() }
        page(router, .post, .replayEvent(":"), .signedInForm) { visit in try await visit.replayEvent() }
        page(router, .get, .notices, .signedIn) { visit in try await visit.notices() }
        page(router, .post, .retryNotice(":"), .signedInForm) { visit in try await visit.retryNotice() }
        page(router, .get, .noticeWordings, .signedIn) { visit in try await visit.noticeWordings() }
        page(router, .get, .noticeWording(":"), .signedIn) { visit in try await visit.noticeWording() }
        page(router, .post, .noticeWording(":"), .signedInForm) { visit in try await visit.setNoticeWording() }
        page(router, .get, .campaigns, .signedIn) { visit in try await visit.campaigns() }
        page(router, .post, .campaigns, .signedInForm) { visit in try await visit.makeCampaign() }
        page(router, .post, .cancelCampaign(":"), .signedInForm) { visit in try await visit.cancelCampaign() }
        page(router, .get, .campaign(":"), .signedIn) { visit in try await visit.campaign() }
    }
}
