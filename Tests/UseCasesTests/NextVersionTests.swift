import Records
import Registry
import TestKit
import Testing
import UseCases

/// Every setting that is kept in versions.
private enum VersionedSetting: CaseIterable, Sendable {
    case verificationPolicy, lifeSetting, reviewPolicy, reasonList, noticeWording

    var requirements: [String] {
        switch self {
        case .verificationPolicy: ["R-25-11"]
        case .lifeSetting: ["R-LC-03"]
        case .reviewPolicy: ["R-25-17"]
        case .reasonList, .noticeWording: [HouseRule.versions.id]
        }
    }

    func set(
        by principal: Principal, in shiming: Installation, validFrom: Instant?, after: Int64, replacing: Bool = false
    ) async throws -> Int64 {
        switch self {
        case .verificationPolicy:
            try await shiming.setVerificationPolicy(
                as: principal, of: principal.organisation, .standardFloor, validFrom: validFrom, after: after, replacing: replacing
            ).ordinal
        case .lifeSetting:
            try await shiming.setLifeSetting(
                as: principal, carrier: nil, product: nil, province: 31, LifeSetting(), validFrom: validFrom, after: after,
                replacing: replacing
            ).ordinal
        case .reviewPolicy:
            try await shiming.setReviewPolicy(as: principal, .none, validFrom: validFrom, after: after, replacing: replacing).ordinal
        case .reasonList:
            try await shiming.setReasonList(as: principal, .none, validFrom: validFrom, after: after, replacing: replacing).ordinal
        case .noticeWording:
            try await shiming.setNoticeWording(
                as: principal, of: .idle, .builtIn, validFrom: validFrom, after: after, replacing: replacing
            ).ordinal
        }
    }
}

@Suite("The next version of a setting")
struct NextVersionTests {
    @Test(arguments: VersionedSetting.allCases)
    private func `begins before one that is yet to come only where it is said to take its place`(setting: VersionedSetting) async throws {
        try await withWorld { world in
            let (shiming, administrator) = (world.installation, try await MainJob.prepare(in: world, cards: 1).administrator)
            let later = shiming.now().adding(days: 10)
            func refusal(_ validFrom: Instant?, after: Int64) async -> Refusal? {
                await #expect(throws: Refusal.self) {
                    try await setting.set(by: administrator, in: shiming, validFrom: validFrom, after: after)
                }
            }
            _ = try await setting.set(by: administrator, in: shiming, validFrom: nil, after: 0)
            _ = try await setting.set(by: administrator, in: shiming, validFrom: later, after: 1)
            for from in [nil, shiming.now(), later.adding(seconds: -1)] {
                let told = await refusal(from, after: 2)
                #expect(told?.code == "version-before-coming" && told?.pointer == "/validFrom")
                #expect(told?.requirements == setting.requirements)
            }
            // At its time and after it nothing is taken from it.
            #expect(try await setting.set(by: administrator, in: shiming, validFrom: later, after: 2) == 3)
            let last = later.adding(days: 1)
            #expect(try await setting.set(by: administrator, in: shiming, validFrom: last, after: 3) == 4)
            #expect(await refusal(later, after: 4)?.code == "version-before-coming")
            #expect(try await setting.set(by: administrator, in: shiming, validFrom: nil, after: 4, replacing: true) == 5)
            #expect(try await setting.set(by: administrator, in: shiming, validFrom: nil, after: 5) == 6)
            #expect(try await shiming.checkStore().isSound)
        }
    }

    @Test(arguments: VersionedSetting.allCases)
    private func `never begins in the past, and never over one that was not read, whatever is said`(setting: VersionedSetting) async throws
    {
        try await withWorld { world in
            let (shiming, administrator) = (world.installation, try await MainJob.prepare(in: world, cards: 1).administrator)
            _ = try await setting.set(by: administrator, in: shiming, validFrom: nil, after: 0)
            for replacing in [false, true] {
                let past = await #expect(throws: Refusal.self) {
                    try await setting.set(
                        by: administrator, in: shiming, validFrom: shiming.now().adding(seconds: -1), after: 1, replacing: replacing)
                }
                #expect(past?.code == "version-in-the-past" && past?.requirements == setting.requirements)
                for after in [Int64(0), 2] {
                    let stale = await #expect(throws: Refusal.self) {
                        try await setting.set(by: administrator, in: shiming, validFrom: nil, after: after, replacing: replacing)
                    }
                    #expect(stale?.code == "changed-meanwhile")
                }
            }
        }
    }

    @Test func `of one carrier's life setting says nothing of another's`() async throws {
        try await withWorld { world in
            let (shiming, administrator) = (world.installation, try await MainJob.prepare(in: world, cards: 1).administrator)
            _ = try await shiming.setLifeSetting(
                as: administrator, carrier: .mobile, product: nil, province: nil, LifeSetting(), validFrom: shiming.now().adding(days: 9),
                after: 0)
            for carrier in [nil, Carrier.telecom] {
                let version = try await shiming.setLifeSetting(
                    as: administrator, carrier: carrier, product: nil, province: nil, LifeSetting(), validFrom: nil, after: 0)
                #expect(version.ordinal == 1)
            }
        }
    }

    @Test func `of a verification policy is looked at beyond the page that is shown`() async throws {
        try await withWorld { world in
            let (shiming, administrator) = (world.installation, try await MainJob.prepare(in: world, cards: 1).administrator)
            let (company, now) = (administrator.organisation, shiming.now())
            for (after, days) in [(Int64(0), Int64(0)), (1, 9), (2, 5), (3, 7)] {
                _ = try await shiming.setVerificationPolicy(
                    as: administrator, of: company, .standardFloor, validFrom: now.adding(days: days), after: after, replacing: true)
            }
            #expect(try await shiming.firstBeginning(as: administrator, of: company, from: 3) == now.adding(days: 5))
            #expect(try await shiming.firstBeginning(as: administrator, of: company, from: 4) == now.adding(days: 7))
            #expect(try await shiming.firstBeginning(as: administrator, of: company, from: 5) == nil)
        }
    }
}
