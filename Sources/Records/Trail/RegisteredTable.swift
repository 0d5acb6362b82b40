import SQLCore

/// An append-only table whose rows the trail commits to: what `store check` compares, row by row.
package struct RegisteredTable: Sendable {
    package let name: StaticString
    /// All columns, in the order in which they are written and hashed.
    package let columns: StaticString
    /// Position of the columns that identify a row.
    package let key: [Int]

    package var columnNames: [String] { columns.description.split(separator: ",").map { String($0.drop(while: { $0 == " " })) } }

    package static let contract = RegisteredTable(
        name: "contract",
        columns: "id, agent, carrier, version, valid_from, valid_until, duties, breach_handling, recorded_at, recorded_by", key: [0])
    package static let productVersion = RegisteredTable(
        name: "product_version",
        columns:
            "product, ordinal, name, carrier, card_class, traffic, monthly_megabytes, voice, sms, binding, periods, recorded_at, recorded_by",
        key: [0, 1])
    package static let subscription = RegisteredTable(
        name: "subscription", columns: "id, product, province, origin, iccid, msisdn, imsi, eid, recorded_at", key: [0])
    package static let custodyAct = RegisteredTable(
        name: "custody_act",
        columns:
            "id, number, kind, from_organisation, to_organisation, standing, selector, cards, effective_from, recorded_at, recorded_by",
        key: [0])
    package static let custodyInterval = RegisteredTable(name: "custody_interval", columns: "act, lo, hi", key: [0, 1])
    package static let priorRecord = RegisteredTable(
        name: "prior_record",
        columns:
            "subscription, opened_on, unit_code, unit_name, has_responsible_person, has_evidence, sealed, data_key, recorded_at", key: [0])
    package static let party = RegisteredTable(name: "party", columns: "id, kind, recorded_at", key: [0])
    package static let identityVersion = RegisteredTable(
        name: "identity_version",
        columns:
            "id, party, ordinal, document_type, valid_from, valid_until, sealed, data_key, commitment, recorded_at, recorded_by", key: [0])
    package static let evidence = RegisteredTable(
        name: "evidence",
        columns:
            "id, organisation, path, sha256, media_type, bytes, width, height, pages, kind, warnings, data_key, location, recorded_at, recorded_by",
        key: [0])
    package static let registration = RegisteredTable(
        name: "registration", columns: "id, code, kind, channel, organisation, path, created_by, created_at", key: [0])
    package static let submission = RegisteredTable(
        name: "submission",
        columns:
            "id, application, registration, ordinal, kind, policy, content, unit, cards, effective_from, agent_chain, submitted_at, submitted_by",
        key: [0])
    package static let submissionRole = RegisteredTable(
        name: "submission_role", columns: "submission, role, ordinal, party, identity, authorised_from, authorised_until", key: [0, 1, 2])
    package static let submissionEvidence = RegisteredTable(
        name: "submission_evidence", columns: "submission, slot, evidence", key: [0, 1, 2])
    package static let submissionInterval = RegisteredTable(name: "submission_interval", columns: "submission, lo, hi", key: [0, 1])
    package static let checkResult = RegisteredTable(
        name: "check_result",
        columns: "submission, ordinal, method, provider, verdict, code, requirement, subject, count, recorded_at", key: [0, 1])
    package static let ruleJudgement = RegisteredTable(
        name: "rule_judgement", columns: "submission, findings, recorded_at", key: [0])
    package static let decision = RegisteredTable(
        name: "decision",
        columns:
            "id, submission, registration, verdict, reasons, sealed_note, note_key, cards_registered, cards_excluded, effective_from, decided_at, decided_by, seconded_by",
        key: [0])
    package static let decisionInterval = RegisteredTable(name: "decision_interval", columns: "decision, lo, hi", key: [0, 1])
    package static let decisionExclusion = RegisteredTable(
        name: "decision_exclusion", columns: "decision, subscription, code", key: [0, 1])
    package static let holding = RegisteredTable(
        name: "holding", columns: "subscription, ordinal, effective_from, recorded_at, registration, decision", key: [0, 1])
    package static let roleSuccession = RegisteredTable(
        name: "role_succession",
        columns:
            "registration, role, ordinal, party, identity, authorised_from, authorised_until, effective_from, recorded_at, decision",
        key: [0, 1, 2])
    package static let verificationPolicy = RegisteredTable(
        name: "verification_policy", columns: "id, organisation, path, ordinal, valid_from, rules, recorded_at, recorded_by", key: [0])
    package static let consent = RegisteredTable(
        name: "consent", columns: "application, kind, ordinal, version, given, recorded_at", key: [0, 1, 2])
    package static let submissionNeeds = RegisteredTable(
        name: "submission_needs", columns: "submission, policies, needs, recorded_at", key: [0])
    package static let verification = RegisteredTable(
        name: "verification",
        columns:
            "submission, ordinal, method, vendor, product_version, verdict, score, threshold, liveness, reference, is_sandbox, cost, recorded_at",
        key: [0, 1])
    package static let carrierReply = RegisteredTable(
        name: "carrier_reply", columns: "submission, ordinal, carrier, verdict, receipt, recorded_at, recorded_by", key: [0, 1])
    package static let decisionRemark = RegisteredTable(
        name: "decision_remark", columns: "decision, sealed, data_key, recorded_at", key: [0])
    package static let partyLink = RegisteredTable(name: "party_link", columns: "party, other, ground, recorded_at", key: [0, 1])
    package static let lifeAct = RegisteredTable(
        name: "life_act", columns: "id, command, reason, cards, recorded_at, recorded_by", key: [0])
    package static let lifeInterval = RegisteredTable(name: "life_interval", columns: "act, lo, hi", key: [0, 1])
    package static let lifeEvent = RegisteredTable(
        name: "life_event", columns: "subscription, ordinal, act, state, stops, effective_from, recorded_at", key: [0, 1])
    package static let lifeSetting = RegisteredTable(
        name: "life_setting", columns: "carrier, product, province, ordinal, valid_from, setting, recorded_at, recorded_by",
        key: [0, 1, 2, 3])
    package static let deviceBinding = RegisteredTable(
        name: "device_binding", columns: "subscription, ordinal, device, effective_from, recorded_at, recorded_by", key: [0, 1])
    package static let simChange = RegisteredTable(
        name: "sim_change", columns: "subscription, ordinal, iccid, effective_from, recorded_at, recorded_by", key: [0, 1])

    package static let devicePool = RegisteredTable(
        name: "device_pool", columns: "id, organisation, path, name, recorded_at, recorded_by", key: [0])
    package static let poolDevice = RegisteredTable(
        name: "pool_device", columns: "pool, device, ordinal, is_in, effective_from, recorded_at, recorded_by", key: [0, 1, 2])
    package static let poolAct = RegisteredTable(name: "pool_act", columns: "id, pool, cards, recorded_at, recorded_by", key: [0])
    package static let poolInterval = RegisteredTable(name: "pool_interval", columns: "act, lo, hi", key: [0, 1])
    package static let poolBinding = RegisteredTable(
        name: "pool_binding", columns: "subscription, ordinal, act, pool, effective_from, recorded_at", key: [0, 1])

    package static let campaignVersion = RegisteredTable(
        name: "campaign_version",
        columns:
            "campaign, ordinal, name, gap, carrier, product, organisation, path, begins, deadline, notice_days, stops, recorded_at, recorded_by",
        key: [0, 1])

    package static let reviewPolicy = RegisteredTable(
        name: "review_policy", columns: "ordinal, valid_from, policy, recorded_at, recorded_by", key: [0])
    package static let reasonList = RegisteredTable(
        name: "reason_list", columns: "ordinal, valid_from, reasons, recorded_at, recorded_by", key: [0])
    package static let noticeWording = RegisteredTable(
        name: "notice_wording", columns: "kind, ordinal, valid_from, wording, recorded_at, recorded_by", key: [0, 1])
    package static let reviewOpinion = RegisteredTable(
        name: "review_opinion", columns: "id, submission, ordinal, verdict, reasons, sealed, data_key, given_at, given_by", key: [0])
    package static let reAudit = RegisteredTable(
        name: "re_audit", columns: "decision, application, reviewer, second_reviewer, decided_at, draw, permille", key: [0])
    package static let reAuditFinding = RegisteredTable(
        name: "re_audit_finding", columns: "decision, verdict, reasons, sealed, data_key, found_at, found_by", key: [0])

    package static let exportRequest = RegisteredTable(
        name: "export_request",
        columns: "id, code, organisation, path, kind, filter, column_names, is_masked, language, reason, asked_at, asked_by", key: [0])
    package static let exportDecision = RegisteredTable(
        name: "export_decision", columns: "export, verdict, note, decided_at, decided_by", key: [0])

    package static let legalHold = RegisteredTable(
        name: "legal_hold", columns: "id, code, subscription, party, case_number, reason, placed_at, placed_by", key: [0])
    package static let legalHoldRelease = RegisteredTable(
        name: "legal_hold_release", columns: "hold, reason, released_at, released_by", key: [0])
    package static let sealedOpening = RegisteredTable(
        name: "sealed_opening", columns: "id, code, subscription, registration, case_number, reason, asked_at, asked_by", key: [0])
    package static let sealedOpeningDecision = RegisteredTable(
        name: "sealed_opening_decision", columns: "opening, verdict, note, open_until, decided_at, decided_by", key: [0])
    package static let custodianPair = RegisteredTable(
        name: "custodian_pair",
        columns: "ordinal, key_a, key_b, challenge_a, challenge_b, check_a, check_b, proposed_at, proposed_by", key: [0])
    package static let custodianConfirmation = RegisteredTable(
        name: "custodian_confirmation", columns: "pair, proof_a, proof_b, confirmed_at, confirmed_by", key: [0])
    package static let depositedKey = RegisteredTable(
        name: "deposited_key", columns: "data_key, kept_in, pair, half_a, half_b, check_a, check_b, file_sha256, deposited_at", key: [0])

    package static let partConsent = RegisteredTable(
        name: "part_consent", columns: "link, kind, ordinal, application, role, version, unit, device, given, recorded_at", key: [0, 1, 2])
    package static let partCompletion = RegisteredTable(
        name: "part_completion", columns: "link, application, role, version, unit, recorded_at", key: [0])

    package static let all: [RegisteredTable] = [
        contract, productVersion, subscription, custodyAct, custodyInterval, priorRecord, party, identityVersion, evidence, registration,
        submission, submissionRole, submissionEvidence, submissionInterval, checkResult, ruleJudgement, decision, decisionInterval,
        decisionExclusion, holding, roleSuccession, verificationPolicy, consent, submissionNeeds, verification, carrierReply,
        decisionRemark, partyLink, lifeAct, lifeInterval, lifeEvent, lifeSetting, deviceBinding,
        simChange, devicePool, poolDevice, poolAct, poolInterval, poolBinding, campaignVersion,
        reviewPolicy, reviewOpinion, reAudit, reAuditFinding, exportRequest, exportDecision, partConsent, partCompletion, reasonList,
        legalHold, legalHoldRelease, sealedOpening, sealedOpeningDecision, noticeWording, custodianPair,
        custodianConfirmation, depositedKey,
    ]
}
