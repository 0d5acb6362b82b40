import Ledger
import Registry
import Testing

@Suite("Verification policies")
struct VerificationPolicyTests {
    private static let watch = ProductFacts(
        name: "watch", carrier: .mobile, cardClass: .wearable, traffic: .general, monthlyMegabytes: 1_024, voice: true, sms: false,
        binding: .none)
    private static let tracker = ProductFacts(
        name: "tracker", carrier: .mobile, cardClass: .iotGeneral, traffic: .directed, monthlyMegabytes: 30, voice: false, sms: false,
        binding: .none)
    private static let agent = PolicyOwner.agent(OrganisationID(high: 1, low: 2))

    private static func rule(
        _ condition: VerificationCondition, _ methods: Set<VerificationMethod>, _ requirement: String? = nil
    ) -> VerificationRule {
        VerificationRule(condition, methods, requirement: requirement, reason: LocalText(en: "because", zh: "因为"))
    }

    private static func always(_ methods: Set<VerificationMethod>, _ requirement: String? = nil) -> VerificationRule {
        rule(VerificationCondition(), methods, requirement)
    }

    private static func chain(_ policies: VerificationPolicy...) -> VerificationChain {
        VerificationChain(policies.enumerated().map { ($0.offset == 0 ? .floor : agent, $0.element) })
    }

    private static func situation(
        _ product: ProductFacts = watch, _ type: DocumentType = .residentID, age: Int? = 30, risk: RiskLevel = .ordinary,
        province: Int64? = nil, device: String? = nil, proxy: Bool = false, number: Bool = false
    ) -> VerificationSituation {
        VerificationSituation(
            product: product, deviceType: device, documentType: type, province: province, risk: risk, age: age, hasProxy: proxy,
            hasOrdinaryNumber: number)
    }

    /// A product that is as the tracker but for what is said.
    private static func product(_ cardClass: CardClass = .iotGeneral, voice: Bool = false, sms: Bool = false) -> ProductFacts {
        ProductFacts(
            name: "p", carrier: .mobile, cardClass: cardClass, traffic: .directed, monthlyMegabytes: 30, voice: voice, sms: sms,
            binding: .none)
    }

    /// By which clauses of the notices on IoT cards a person is to be registered at all, beside Order 25.
    private static let persons: [(VerificationSituation, [String])] = [
        (situation(product()), []), (situation(product(.vehicle)), []),
        (situation(product(voice: true)), ["R-IC-05"]), (situation(product(sms: true)), ["R-IC-05"]),
        (situation(product(), number: true), ["R-IC-05"]), (situation(product(.vehicle), number: true), ["R-IC-05"]),
        (situation(product(.wearable)), ["R-IC-06"]), (situation(product(.portableWiFi)), ["R-IC-06"]),
        (situation(product(.phone, voice: true, sms: true), number: true), ["R-IC-05", "R-IC-05", "R-IC-06"]),
    ]

    @Test(arguments: persons)
    func `why a person is registered is said by the clause that forces it: what is subscribed, the number, the class of card`(
        situation: VerificationSituation, clauses: [String]
    ) throws {
        let needs = try Self.chain(.standardFloor).needs(in: situation).needs.filter { $0.method == .documentData }
        #expect(needs.first?.requirement == "R-25-06")
        #expect(needs.dropFirst().compactMap(\.requirement).sorted() == clauses)
        #expect(needs.allSatisfy { $0.owner == .floor } && Set(needs.map(\.reason)).count == needs.count)
    }

    @Test(arguments: [
        (Int64(14_700_000_001), true), (13_800_138_000, true), (19_999_999_999, true), (14_800_000_001, false), (14_899_999_999, false),
        (1_440_000_000_001, false), (1_480_000_000_001, false), (10_086, false),
    ])
    func `an ordinary number has 11 digits and is not of the 148 range (R-IC-05)`(number: Int64, isOrdinary: Bool) {
        #expect(PersonalRule.isOrdinaryNumber(number) == isOrdinary)
    }

    @Test func `the same card under five policies needs five different sets, each with its reason`() throws {
        let base = VerificationPolicy.standardFloor
        let plain = VerificationPolicy(rules: [Self.always([.documentData], "R-25-06")])
        let chains = [
            Self.chain(plain), Self.chain(base),
            Self.chain(plain, VerificationPolicy(rules: [Self.always([.documentData, .handHeldPhoto])])),
            Self.chain(base, VerificationPolicy(rules: [Self.always([.documentData, .documentPhotos, .face, .handHeldPhoto])])),
            Self.chain(plain, VerificationPolicy(rules: [Self.always([.documentData, .inPerson])])),
        ]
        let needs = try chains.map { try $0.needs(in: Self.situation()) }
        #expect(Set(needs.map(\.methods)).count == 5)
        for need in needs.flatMap(\.needs) {
            #expect(!need.reason.zh.isEmpty && !need.reason.en.isEmpty)
            #expect(need.requirement != nil || need.owner == Self.agent)
        }
    }

    @Test(
        arguments: [
            (Set<VerificationMethod>([.documentData]), "document-photos, face"),
            (Set<VerificationMethod>([.documentPhotos, .face]), "document-data"),
            (Set<VerificationMethod>([.handHeldPhoto]), "document-data, document-photos, face"),
        ] as [(Set<VerificationMethod>, String)])
    func `an agent that leaves out what the floor demands is refused, with the methods and their clauses`(
        methods: Set<VerificationMethod>, missing: String
    ) throws {
        let policy = VerificationPolicy(rules: [Self.rule(VerificationCondition(cardClasses: [.wearable]), methods)])
        let objections = Self.chain(.standardFloor).objections(to: policy)
        let objection = try #require(objections.first)
        #expect(objection.code == "policy-below-floor")
        #expect(objection.pointer == "/rules/0/methods")
        #expect(objection.reason.en.contains(missing))
        #expect(!objection.requirements.isEmpty)
    }

    @Test func `an agent that leaves out what a rule without a clause demands is refused by the operator's duty for its agents`() throws {
        let floor = VerificationPolicy(rules: [Self.always([.documentData, .inPerson])])
        let objections = Self.chain(floor).objections(to: VerificationPolicy(rules: [Self.always([.documentData])]))
        #expect(try #require(objections.first).requirements == ["R-25-17"])
    }

    @Test func `an agent that adds is not objected to`() {
        let policy = VerificationPolicy(
            rules: [Self.rule(VerificationCondition(cardClasses: [.wearable]), [.documentData, .documentPhotos, .face, .handHeldPhoto])],
            cardsPerPerson: [.wearable: 2], attemptsMax: 2)
        #expect(Self.chain(.standardFloor).objections(to: policy).isEmpty)
    }

    @Test func `more cards or attempts than above are refused`() {
        let policy = VerificationPolicy(rules: [], cardsPerPerson: [.portableWiFi: 4], attemptsMax: 9)
        #expect(Set(Self.chain(.standardFloor).objections(to: policy).map(\.code)) == ["policy-limit-above-floor"])
        #expect(Self.chain(.standardFloor).objections(to: policy).count == 2)
    }

    @Test func `a narrower rule that says less takes nothing away: all rules that match count`() throws {
        let policy = VerificationPolicy(rules: [Self.rule(VerificationCondition(provinces: [31]), [.handHeldPhoto])])
        let needs = try Self.chain(.standardFloor, policy).needs(in: Self.situation(province: 31))
        #expect(needs.methods.isSuperset(of: [.documentData, .documentPhotos, .face, .handHeldPhoto]))
    }

    @Test func `where a narrowing fact is unknown its rule counts`() throws {
        let policy = VerificationPolicy(rules: [Self.rule(VerificationCondition(deviceTypes: ["camera"], provinces: [54]), [.inPerson])])
        let chain = Self.chain(.standardFloor, policy)
        #expect(try chain.needs(in: Self.situation()).isInPersonOnly)
        #expect(try !chain.needs(in: Self.situation(province: 31, device: "camera")).isInPersonOnly)
        #expect(try !chain.needs(in: Self.situation(province: 54, device: "watch")).isInPersonOnly)
    }

    private static let narrowing: [(VerificationCondition, holds: VerificationSituation, fails: VerificationSituation)] = [
        (VerificationCondition(cardClasses: [.wearable]), situation(), situation(tracker)),
        (VerificationCondition(uses: [.voiceOrSMS]), situation(), situation(tracker)),
        (VerificationCondition(uses: [.generalTraffic]), situation(), situation(tracker)),
        (VerificationCondition(uses: [.directedOnly]), situation(tracker), situation()),
        (VerificationCondition(uses: [.ordinaryNumber]), situation(tracker, number: true), situation(tracker)),
        (VerificationCondition(deviceTypes: ["手表"]), situation(device: "手表"), situation(device: "摄像头")),
        (VerificationCondition(documentTypes: [.passport]), situation(watch, .passport), situation()),
        (VerificationCondition(provinces: [31]), situation(province: 31), situation(province: 54)),
        (VerificationCondition(riskAtLeast: .high), situation(risk: .high), situation()),
    ]

    @Test(arguments: narrowing)
    func `the floor is set by card class, use, device, document, province and risk, and no agent goes below it there`(
        condition: VerificationCondition, holds: VerificationSituation, fails: VerificationSituation
    ) throws {
        let floor = VerificationPolicy(
            rules: [Self.always([.documentData], "R-25-06"), Self.rule(condition, [.handHeldPhoto], "R-PH-06")])
        let chain = Self.chain(floor)
        let need = try #require(try chain.needs(in: holds).needs.first { $0.method == .handHeldPhoto })
        #expect(need.requirement == "R-PH-06" && need.owner == .floor)
        #expect(try chain.needs(in: fails).methods == [.documentData])
        let below = VerificationPolicy(rules: [Self.rule(condition, [.documentData])])
        let objections = chain.objections(to: below)
        #expect(objections.map(\.code) == ["policy-below-floor"])
        #expect(objections.first?.requirements == ["R-PH-06"])
    }

    @Test(arguments: [VerificationMethod.face, .providerCapture])
    func `R-OP-03: where a policy demands the face alone, there are a photo and a hall all the same`(method: VerificationMethod) throws {
        let floor = VerificationPolicy(rules: [Self.always([method], "R-PH-04")], approval: .machine)
        let needs = try Self.chain(floor).needs(in: Self.situation())
        #expect(needs.methods == [method] && needs.approval == .machine)
        #expect(needs.withoutFaceRecognition.methods == [.handHeldPhoto] && needs.withoutFaceRecognition.approval == .reviewer)
        #expect(needs.inPerson.methods == [.inPerson] && needs.inPerson.approval == .reviewer)
    }

    @Test func `a situation no rule of the floor knows is refused`() {
        let floor = VerificationPolicy(rules: [Self.rule(VerificationCondition(cardClasses: [.vehicle]), [.documentData])])
        #expect(throws: Refusal.verificationUndetermined) { try Self.chain(floor).needs(in: Self.situation()) }
        #expect(throws: Refusal.verificationUndetermined) { try VerificationChain([]).needs(in: Self.situation()) }
    }

    @Test func `machines approve only when every policy says so and a liveness verdict is among the needs`() throws {
        var floor = VerificationPolicy.standardFloor
        floor.approval = .machine
        #expect(try Self.chain(floor).needs(in: Self.situation()).approval == .machine)
        #expect(try Self.chain(floor).needs(in: Self.situation(Self.tracker)).approval == .reviewer)
        #expect(try Self.chain(floor, .standardFloor).needs(in: Self.situation()).approval == .reviewer)
        #expect(try Self.chain(floor).needs(in: Self.situation(Self.watch, .militaryID)).approval == .reviewer)
    }

    @Test func `a policy by which machines approve without liveness is at fault`() {
        let policy = VerificationPolicy(rules: [Self.always([.documentData, .documentPhotos])], approval: .machine)
        #expect(policy.faults.map(\.code) == ["machine-approval-needs-liveness"])
        #expect(VerificationPolicy(rules: [Self.always([])]).faults.map(\.code) == ["policy-rule-empty"])
    }

    @Test(arguments: [13, 5, 0]) func `under fourteen a guardian is needed, by law and not by policy`(age: Int) throws {
        let needs = try Self.chain(.standardFloor).needs(in: Self.situation(age: age))
        let need = try #require(needs.needs.first { $0.method == .guardian })
        #expect(need.owner == .statute && need.requirement == "R-DP-06")
    }

    @Test(arguments: [14, 40, 99]) func `from fourteen on no guardian is needed`(age: Int) throws {
        #expect(try !Self.chain(.standardFloor).needs(in: Self.situation(age: age)).methods.contains(.guardian))
    }

    @Test(arguments: [DocumentType.militaryID, .armedPoliceID]) func `documents no register knows go to a hall`(type: DocumentType) throws {
        #expect(try Self.chain(.standardFloor).needs(in: Self.situation(Self.watch, type)).isInPersonOnly)
    }

    @Test func `whoever declines face recognition is looked at by a person, and never approved by a machine`() throws {
        var floor = VerificationPolicy.standardFloor
        floor.approval = .machine
        let needs = try Self.chain(floor).needs(in: Self.situation()).withoutFaceRecognition
        #expect(!needs.methods.contains(.face))
        #expect(needs.methods.contains(.handHeldPhoto))
        #expect(needs.approval == .reviewer)
        #expect(needs.needs.contains { $0.requirement == "R-OP-03" })
    }

    @Test func `a policy reads back as it was kept`() throws {
        let policy = VerificationPolicy(
            rules: [
                Self.rule(
                    VerificationCondition(
                        cardClasses: [.wearable], uses: [.voiceOrSMS], deviceTypes: ["手表"], documentTypes: [.passport], provinces: [31],
                        riskAtLeast: .high), [.face, .documentData], "R-PH-07")
            ], approval: .machine, cardsPerPerson: [.wearable: 2], attemptsMax: 2, reuseDays: 30)
        #expect(VerificationPolicy(json: policy.json) == policy)
        #expect(VerificationPolicy(json: VerificationPolicy.standardFloor.json) == .standardFloor)
    }

    @Test(arguments: ["approval", "rules", "methods", "condition"]) func `a policy with an unknown word is not guessed at`(part: String)
        throws
    {
        let text =
            #"{"approval":"reviewer","rules":[{"condition":{"uses":["voice-or-sms"]},"methods":["face"],"reason":{"en":"a","zh":"b"}}]}"#
        let bad = [
            "approval": text.replacing("reviewer", with: "nobody"), "rules": text.replacing("rules", with: "regeln"),
            "methods": text.replacing("face", with: "smile"), "condition": text.replacing("uses", with: "moon"),
        ]
        #expect(VerificationPolicy(json: try JSONValue(parsing: Array(text.utf8))) != nil)
        #expect(VerificationPolicy(json: try JSONValue(parsing: Array((bad[part] ?? "").utf8))) == nil)
    }
}
