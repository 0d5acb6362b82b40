import Numbers
import Registry
import Testing

@Suite struct `Rows against the stock` {
    private static let elsewhere = StockMatch.found(sameData: false, isInScope: false)
    private static let own = StockMatch.found(sameData: false, isInScope: true)

    @Test(arguments: IntakeKind.allCases)
    func `a card nobody knows is taken, a card known just so changes nothing`(kind: IntakeKind) {
        #expect(IntakeJudgement.judge(kind, card: .unknown, msisdn: .unknown, imsi: .unknown) == .taken)
        #expect(
            IntakeJudgement.judge(kind, card: .found(sameData: true, isInScope: true), msisdn: .unknown, imsi: .unknown) == .known)
    }

    @Test(arguments: IntakeKind.allCases)
    func `other data for a known card and a number of another card are refused`(kind: IntakeKind) {
        #expect(
            IntakeJudgement.judge(kind, card: Self.own, msisdn: .unknown, imsi: .unknown)
                == .refused(field: .iccid, code: .cardKnownWithOtherData))
        #expect(
            IntakeJudgement.judge(kind, card: .unknown, msisdn: Self.own, imsi: .unknown)
                == .refused(field: .msisdn, code: .numberOnAnotherCard))
        #expect(
            IntakeJudgement.judge(kind, card: .unknown, msisdn: .unknown, imsi: Self.own)
                == .refused(field: .imsi, code: .numberOnAnotherCard))
    }

    @Test func `whatever a claim meets outside its scope, the answer is the same`() {
        let neutral = IntakeJudgement.refused(field: .iccid, code: .cardNotAvailable)
        let same = StockMatch.found(sameData: true, isInScope: false)
        for card in [StockMatch.unknown, same, Self.elsewhere, Self.own] {
            for msisdn in [StockMatch.unknown, Self.elsewhere, Self.own] {
                for imsi in [StockMatch.unknown, Self.elsewhere, Self.own]
                where [card, msisdn, imsi].contains(where: { $0 == same || $0 == Self.elsewhere }) {
                    #expect(IntakeJudgement.judge(.claim, card: card, msisdn: msisdn, imsi: imsi) == neutral)
                }
            }
        }
    }

    @Test func `every code has a reason and a mend in both languages`() {
        for code in IntakeProblemCode.allCases {
            #expect(!code.reason.en.isEmpty && !code.reason.zh.isEmpty && !code.mend.en.isEmpty && !code.mend.zh.isEmpty)
        }
        for obstacle in CustodyObstacle.allCases { #expect(!obstacle.refusal.mend.zh.isEmpty) }
    }
}

@Suite struct `Custody rules` {
    private func seat(_ path: String, _ kind: OrganisationKind, _ status: OrganisationStatus = .active) -> CustodySeat {
        CustodySeat(
            organisation: OrganisationID(high: 1, low: UInt64(path.utf8.reduce(0) { $0 * 31 + Int($1) })), path: OrganisationPath(path),
            kind: kind, status: status)
    }

    private func holder(_ seat: CustodySeat, _ standing: CustodyStanding) -> Custodian {
        Custodian(organisation: seat.organisation, path: seat.path, standing: standing)
    }

    private var company: CustodySeat { seat("/1/", .operatingCompany) }
    private var agent: CustodySeat { seat("/1/2/", .agent) }
    private var lower: CustodySeat { seat("/1/2/3/", .agent) }
    private var other: CustodySeat { seat("/1/4/", .agent) }

    @Test func `cards go to agents and halls below, to nobody else`() {
        #expect(throws: Refusal.notFound) { try CustodyRules.demand(.allocate, from: agent, to: other) }
        #expect(throws: Refusal.notFound) { try CustodyRules.demand(.allocate, from: agent, to: agent) }
        #expect(throws: Refusal.notFound) { try CustodyRules.demand(.allocate, from: agent, to: company) }
        #expect(throws: Refusal.custodyTargetKind) {
            try CustodyRules.demand(.allocate, from: agent, to: seat("/1/2/9/", .enterprise))
        }
        for status in [OrganisationStatus.suspended, .ended] {
            #expect(throws: Refusal.custodyTargetInactive) {
                try CustodyRules.demand(.allocate, from: company, to: seat("/1/2/", .agent, status))
            }
        }
        #expect(throws: Never.self) { try CustodyRules.demand(.allocate, from: company, to: lower) }
        #expect(throws: Never.self) { try CustodyRules.demand(.allocate, from: company, to: seat("/1/8/", .hall)) }
    }

    @Test func `one hands on only what one holds`() {
        #expect(CustodyRules.allocate(by: company, to: agent, heldBy: holder(company, .stock)) == .moves)
        #expect(CustodyRules.allocate(by: agent, to: lower, heldBy: holder(agent, .allocated)) == .moves)
        #expect(CustodyRules.allocate(by: agent, to: lower, heldBy: holder(lower, .allocated)) == .alreadyThere)
        #expect(CustodyRules.allocate(by: company, to: agent, heldBy: holder(other, .allocated)) == .refused(.inOtherHands))
        #expect(CustodyRules.allocate(by: agent, to: lower, heldBy: holder(company, .stock)) == .refused(.inOtherHands))
    }

    @Test func `a claim is confirmed by the operating company, to the claimer only`() {
        #expect(CustodyRules.allocate(by: company, to: agent, heldBy: holder(agent, .claimed)) == .moves)
        #expect(CustodyRules.allocate(by: company, to: other, heldBy: holder(agent, .claimed)) == .refused(.claimed))
        #expect(CustodyRules.allocate(by: agent, to: lower, heldBy: holder(lower, .claimed)) == .refused(.claimed))
        #expect(CustodyRules.allocate(by: agent, to: lower, heldBy: holder(agent, .claimed)) == .refused(.claimed))
    }

    @Test func `one takes back from below, a claim only as the operating company`() {
        #expect(CustodyRules.recall(by: agent, heldBy: holder(lower, .allocated)) == .moves)
        #expect(CustodyRules.recall(by: company, heldBy: holder(lower, .claimed)) == .moves)
        #expect(CustodyRules.recall(by: agent, heldBy: holder(lower, .claimed)) == .refused(.claimed))
        #expect(CustodyRules.recall(by: agent, heldBy: holder(agent, .claimed)) == .alreadyThere)
        #expect(CustodyRules.recall(by: agent, heldBy: holder(other, .allocated)) == .refused(.inOtherHands))
        #expect(CustodyRules.recall(by: agent, heldBy: holder(company, .stock)) == .refused(.inOtherHands))
    }
}

@Suite struct `Products` {
    private func facts(_ change: (inout ProductFacts) -> Void = { _ in }) -> ProductFacts {
        var facts = ProductFacts(
            name: "30 MB a month", carrier: .mobile, cardClass: .iotGeneral, traffic: .directed, monthlyMegabytes: 30, voice: false,
            sms: false, binding: .firstUse)
        change(&facts)
        return facts
    }

    @Test(arguments: ["", "has space", "中", "a/b", String(repeating: "a", count: 65)])
    func `a code with other characters, or none, or too many, is none`(code: String) {
        #expect(ProductCode(code) == nil)
    }

    @Test func `fields out of bounds are refused, each with its pointer`() {
        let wrong = facts {
            $0.name = ""
            $0.traffic = .none
            $0.periods.testDays = -1
        }
        #expect { try wrong.check() } throws: { error in
            (error as? Refusal)?.details.map(\.pointer) == ["/name", "/monthlyMegabytes", "/periods/testDays"]
        }
        #expect(throws: Refusal.self) { try facts { $0.monthlyMegabytes = -1 }.check() }
        #expect(throws: Refusal.self) { try facts { $0.name = "a\u{0}" }.check() }
        #expect(throws: Never.self) { try facts().check() }
    }
}

@Suite struct `Numbers by which cards are found` {
    private func number(_ text: String) -> CardNumber? {
        CivilDate(yyyymmdd: 20_260_302).flatMap { CardNumber(text, today: $0) }
    }

    @Test func `the form tells the kind`() {
        #expect(number("89860000000000000012") == NumberText("89860000000000000012").map(CardNumber.iccid))
        #expect(number("1064800000001") == .msisdn(1_064_800_000_001))
        #expect(number("+86 1064800000001") == .msisdn(1_064_800_000_001))
        #expect(number("460000000000001") == .imsi(460_000_000_000_001))
        #expect(number("898600000000000001") == NumberText("898600000000000001").map(CardNumber.iccidStart))
    }

    @Test(arguments: ["", "hello", "12345", "8.986E+19", "898600000000000000123", "001"])
    func `other text is no number`(text: String) {
        #expect(number(text) == nil)
    }
}
