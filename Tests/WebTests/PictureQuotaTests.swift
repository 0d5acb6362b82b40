import Registry
import Testing
import Web

@Suite struct PictureQuotaTests {
    private static let now = Instant(milliseconds: 1_772_000_000_000)
    private static let agent = OrganisationID(high: 0, low: 9)

    private static func seat(_ id: UInt64, at subscription: Int64) -> Principal {
        Principal(
            CardSeat(id: AccountID(high: 0, low: id), subscription: subscription, organisation: agent, path: .root))
    }

    private static func part(_ link: UInt64, on device: [UInt8]? = nil) -> Principal {
        Principal(
            PartSeat(
                link: PartLinkID(high: 0, low: link), application: ApplicationID(high: 0, low: 5), role: .handler, organisation: agent,
                path: .root, device: device))
    }

    private static func isAllowed(
        _ quota: PictureQuota, _ person: Principal, from address: String = "203.0.113.9", after seconds: Int64 = 0
    )
        -> Bool
    {
        do {
            try quota.demand(person, from: address, at: now.adding(seconds: seconds))
            return true
        } catch {
            #expect(error == Refusal.tooManyRequests.retry(afterSeconds: 2))
            return false
        }
    }

    @Test func `so many pictures a minute for a card, however many seats are opened at it`() {
        let quota = PictureQuota(EdgeSettings())
        for place in 0..<PictureQuota.most { #expect(Self.isAllowed(quota, Self.seat(UInt64(place), at: 7))) }
        #expect(!Self.isAllowed(quota, Self.seat(0, at: 7)))
        #expect(!Self.isAllowed(quota, Self.seat(99, at: 7)))
        // Another card's are its own, and whoever has a link to this one keeps nobody elsewhere from it.
        #expect(Self.isAllowed(quota, Self.seat(0, at: 8)))
        #expect(Self.isAllowed(quota, Self.seat(1, at: 7), from: "203.0.113.8"))
        #expect(Self.isAllowed(quota, Self.seat(0, at: 7), after: 2))
    }

    @Test func `and for a part, on whichever devices its link is opened`() {
        let quota = PictureQuota(EdgeSettings())
        for place in 0..<PictureQuota.most { #expect(Self.isAllowed(quota, Self.part(1, on: [UInt8(place)]))) }
        #expect(!Self.isAllowed(quota, Self.part(1)))
        #expect(!Self.isAllowed(quota, Self.part(1, on: [99])))
        #expect(Self.isAllowed(quota, Self.part(2)))
    }
}
