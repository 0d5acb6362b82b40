/// Whose rule a need comes from.
package enum PolicyOwner: Hashable, Sendable {
    /// Law: nobody sets it.
    case statute
    /// The operating company.
    case floor
    case agent(OrganisationID)
}

/// One method that is needed, and why.
package struct VerificationNeed: Hashable, Sendable {
    package let method: VerificationMethod
    package let requirement: String?
    package let reason: LocalText
    package let owner: PolicyOwner
}

/// What a card will need: the same list is shown beforehand, judged when it is handed in, and kept with the submission.
package struct VerificationNeeds: Hashable, Sendable {
    /// In the order of `VerificationMethod`; a method may stand more than once, with each reason.
    package let needs: [VerificationNeed]
    package let approval: VerificationPolicy.Approval
    /// nil where no policy names one.
    package let cardsMax: Int?
    package let attemptsMax: Int
    package let reuseDays: Int
    /// Whether the agent's own reviewers may look at it.
    package var agentReviews = false

    package var methods: Set<VerificationMethod> { Set(needs.map(\.method)) }

    /// Only staff can complete it: a page leads to a hall.
    package var isInPersonOnly: Bool { methods.contains(.inPerson) }

    /// What there is instead for whoever does not want the face recognised (R-OP-03, R-DP-05): the photo, and a person who looks.
    package var withoutFaceRecognition: VerificationNeeds {
        guard methods.contains(where: \.recognisesFaces) else { return self }
        return replacing(
            \.recognisesFaces,
            by: VerificationNeed(
                method: .handHeldPhoto, requirement: "R-OP-03",
                reason: LocalText(
                    en: "Instead of face recognition: a photo with the document, and a reviewer who compares.",
                    zh: "不使用人脸识别时，提交手持证件照片并由人工审核。"), owner: .statute))
    }

    /// What takes the place of pictures of the face where the person stands before staff with the document (R-PH-01, R-PH-04).
    ///
    /// Whose staff took the photo does not review it.
    package var inPerson: VerificationNeeds {
        var needs = replacing(
            { $0.recognisesFaces || $0 == .handHeldPhoto || $0 == .inPerson },
            by: VerificationNeed(
                method: .inPerson, requirement: "R-PH-04",
                reason: LocalText(
                    en: "Staff look at person and document; the on-site photo is kept.", zh: "工作人员现场核验人证一致，留存现场照片。"),
                owner: .statute))
        needs.agentReviews = false
        return needs
    }

    /// What proves that somebody is the person a card is registered for: the face, or what takes its place (R-DP-08, R-PH-06).
    ///
    /// - Parameter isFaceCompared: whether a face comparison is connected, whose word suffices; else a reviewer compares.
    package static func proof(isFaceCompared: Bool) -> VerificationNeeds {
        VerificationNeeds(
            needs: [
                VerificationNeed(
                    method: .face, requirement: "R-DP-08",
                    reason: LocalText(
                        en: "Only the person himself is shown what is registered of him.", zh: "仅向本人提供其登记信息。"), owner: .statute)
            ], approval: isFaceCompared ? .machine : .reviewer, cardsMax: nil, attemptsMax: 3, reuseDays: 0)
    }

    /// What goes with a correction: the document as it is, and a person who looks (R-DP-08, R-25-11).
    package static let correction = VerificationNeeds(
        needs: [.documentData, .documentPhotos].map { method in
            VerificationNeed(
                method: method, requirement: "R-25-11",
                reason: LocalText(en: "What is corrected must agree with a valid document.", zh: "更正内容须与有效证件一致。"), owner: .statute)
        }, approval: .reviewer, cardsMax: nil, attemptsMax: 3, reuseDays: 0)

    /// What is left where the document was photographed lately: its pictures count again, and the face is shown anew. nil where the
    /// policies do not allow it, or where no living face would be shown.
    package var withPicturesReused: VerificationNeeds? {
        guard reuseDays > 0, methods.contains(where: \.provesLiveness) else { return nil }
        return VerificationNeeds(
            needs: needs.filter { $0.method != .documentPhotos }, approval: approval, cardsMax: cardsMax, attemptsMax: attemptsMax,
            reuseDays: reuseDays, agentReviews: agentReviews)
    }

    /// A person looks where another way was chosen.
    private func replacing(_ isReplaced: (VerificationMethod) -> Bool, by need: VerificationNeed) -> VerificationNeeds {
        VerificationNeeds(
            needs: (needs.filter { !isReplaced($0.method) } + [need]).sorted { $0.method < $1.method }, approval: .reviewer,
            cardsMax: cardsMax, attemptsMax: attemptsMax, reuseDays: reuseDays, agentReviews: agentReviews)
    }
}

/// The policies that count for a card: the operating company's first, then each agent's down to the one that has the card.
package struct VerificationChain: Sendable {
    package let links: [(owner: PolicyOwner, policy: VerificationPolicy)]

    package init(_ links: [(owner: PolicyOwner, policy: VerificationPolicy)]) {
        self.links = links
    }

    /// Throws `verification-undetermined` where the floor has no rule for the situation: what is not known is not let through.
    package func needs(in situation: VerificationSituation) throws(Refusal) -> VerificationNeeds {
        guard let floor = links.first, floor.policy.rules.contains(where: { $0.condition.matches(situation) }) else {
            throw .verificationUndetermined
        }
        var needs: [VerificationNeed] = []
        func add(_ rules: [VerificationRule], of owner: PolicyOwner) {
            for rule in rules {
                for method in rule.methods {
                    needs.append(VerificationNeed(method: method, requirement: rule.requirement, reason: rule.reason, owner: owner))
                }
            }
        }
        add(VerificationPolicy.statutory(situation), of: .statute)
        for link in links { add(link.policy.rules.filter { $0.condition.matches(situation) }, of: link.owner) }
        let methods = Set(needs.map(\.method))
        let allApproveByMachine = links.allSatisfy { $0.policy.approval == .machine }
        // Without a liveness verdict no machine approves, whatever the policies say.
        let isLivenessProved = methods.contains(where: \.provesLiveness)
        return VerificationNeeds(
            needs: needs.sorted { $0.method < $1.method },
            approval: allApproveByMachine && isLivenessProved && !methods.contains(.inPerson) ? .machine : .reviewer,
            cardsMax: links.compactMap { $0.policy.cardsPerPerson[situation.product.cardClass] }.min(),
            attemptsMax: links.compactMap(\.policy.attemptsMax).min() ?? 3, reuseDays: links.map { $0.policy.reuseDays ?? 0 }.min() ?? 0,
            // The floor alone is no agent's.
            agentReviews: links.count > 1 && links.allSatisfy(\.policy.agentReviews))
    }

    /// Why the next policy down the chain may not be set: it takes something away. Empty when it only adds.
    package func objections(to policy: VerificationPolicy) -> [Refusal] {
        var found: [Refusal] = []
        for (place, rule) in policy.rules.enumerated() {
            let demanded = links.flatMap(\.policy.rules).filter { $0.condition.covers(rule.condition) }
            let missing = Set(demanded.flatMap(\.methods)).subtracting(rule.methods)
            guard !missing.isEmpty else { continue }
            let named = Set(demanded.filter { !$0.methods.isDisjoint(with: missing) }.compactMap(\.requirement)).sorted()
            // A rule above that names no clause still binds: the operator answers for its agents.
            let requirements = named.isEmpty ? ["R-25-17"] : named
            let names = missing.sorted().map(\.rawValue).joined(separator: ", ")
            let zh = missing.sorted().map(\.text.zh).joined(separator: "、")
            found.append(
                Refusal(
                    "policy-below-floor", .invalid, requirements: requirements,
                    en: "This rule leaves out what is demanded above you: \(names).", zh: "该规则低于上级要求，缺少：\(zh)。",
                    mend: LocalText(en: "Add the methods named; you may add more, never fewer.", zh: "请补充所列方式；只能增加，不能减少。"),
                    pointer: "/rules/\(place)/methods"))
        }
        for (cardClass, count) in policy.cardsPerPerson {
            guard let above = links.compactMap({ $0.policy.cardsPerPerson[cardClass] }).min(), count > above else { continue }
            found.append(
                Refusal(
                    "policy-limit-above-floor", .invalid, requirements: ["R-IC-16"], en: "At most \(above) cards are allowed above you.",
                    zh: "上级规定最多 \(above) 张。", mend: LocalText(en: "Choose the same or fewer.", zh: "请设为相同或更少。"),
                    pointer: "/cardsPerPerson/\(cardClass.rawValue)"))
        }
        if policy.agentReviews, !links.allSatisfy(\.policy.agentReviews) {
            found.append(
                Refusal(
                    "agent-may-not-review", .invalid, requirements: ["R-DP-04"], en: "The policies above leave the review to the operator.",
                    zh: "上级规定由运营商审核。", mend: LocalText(en: "Leave it out, or ask the operator.", zh: "请勿设置，或联系运营商。"),
                    pointer: "/agentReviews"))
        }
        if let attempts = policy.attemptsMax, let above = links.compactMap(\.policy.attemptsMax).min(), attempts > above {
            found.append(
                Refusal(
                    "policy-limit-above-floor", .invalid, requirements: ["R-PH-07"], en: "At most \(above) attempts are allowed above you.",
                    zh: "上级规定每日最多 \(above) 次。", mend: LocalText(en: "Choose the same or fewer.", zh: "请设为相同或更少。"),
                    pointer: "/attemptsMax"))
        }
        return found
    }
}

extension VerificationPolicy {
    /// What is wrong with it, whoever sets it.
    package var faults: [Refusal] {
        var found: [Refusal] = []
        for (place, rule) in rules.enumerated() where rule.methods.isEmpty {
            found.append(
                Refusal(
                    "policy-rule-empty", .invalid, house: .form, en: "This rule demands nothing.", zh: "该规则没有任何要求。",
                    mend: LocalText(en: "Name at least one method, or leave the rule out.", zh: "请至少选择一种方式，或删除该规则。"),
                    pointer: "/rules/\(place)/methods"))
        }
        if approval == .machine, !rules.contains(where: { $0.methods.contains(where: \.provesLiveness) }) {
            found.append(
                Refusal(
                    "machine-approval-needs-liveness", .invalid, requirements: ["R-PH-04"],
                    en: "Without a liveness verdict no case is approved by machine.", zh: "没有活体检测结论的，不得由系统自动通过。",
                    mend: LocalText(en: "Demand face recognition, or let reviewers approve.", zh: "请要求人脸识别，或改为人工审核。"), pointer: "/approval")
            )
        }
        return found
    }
}

extension Refusal {
    package static let verificationUndetermined = Refusal(
        "verification-undetermined", .invalid, requirements: ["R-25-06"], en: "No rule says how this person is to be verified.",
        zh: "没有规则说明如何核验此情形。",
        mend: LocalText(en: "Go to a business hall; the operator must extend the floor.", zh: "请到营业厅办理；运营商须补充核验规则。", sendsTo: .hall))
}
