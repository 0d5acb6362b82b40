import SQLCore

/// The schema, step by step (docs/data-model.md explains it). Times are UTC milliseconds, dates `yyyymmdd`, 99991231 is 长期.
package enum Schema {
    package static let migrations: [Migration] = [
        Migration(1, "keys, organisation and access", appendOnly: accessGuards, accessTemplate),
        Migration(2, "products, cards and custody", appendOnly: cardGuards, spread: cardSpread, cardTemplate),
        Migration(
            3, "parties, evidence and registrations", appendOnly: registrationGuards, spread: ["holding": "subscription"],
            registrationTemplate),
        Migration(4, "trail", appendOnly: trailGuards, trailTemplate),
        Migration(5, "what the rules found", appendOnly: [AppendOnlyTable("rule_judgement", keys: [["submission"]])], judgementTemplate),
        Migration(6, "persons' cards", appendOnly: personalGuards, personalTemplate),
        Migration(7, "what persons ask of their own, and captures by providers", ownDataTemplate),
        Migration(8, "notices to people", appendOnly: [], noticeTemplate),
        Migration(9, "what carriers send", carrierTemplate),
        Migration(10, "the life of a card's service", appendOnly: lifeGuards, spread: lifeSpread, lifeTemplate),
        Migration(
            11, "carriers are told, and asked", appendOnly: carrierWorkGuards, spread: carrierWorkSpread, carrierWorkTemplate),
        Migration(12, "what happens to cards, for whoever follows it", eventTemplate),
        Migration(13, "notices about cards, and campaigns", appendOnly: campaignGuards, campaignTemplate),
        Migration(14, "carriers are told who answers for a card", carrierNameTemplate),
        Migration(15, "pools of devices", appendOnly: poolGuards, spread: ["pool_binding": "subscription"], poolTemplate),
        Migration(16, "programs are told of one request", callbackTemplate),
        Migration(17, "copies of a picture are told from other cards of its layout", pictureTemplate),
        Migration(18, "which products and provinces a block of cards has", stockKindTemplate),
        Migration(19, "a second pair of eyes, and re-audit", appendOnly: reviewGuards, reviewTemplate),
        Migration(20, "exports with approval", appendOnly: exportGuards, exportTemplate),
        Migration(21, "parts of units' applications, completed by the persons", appendOnly: partLinkGuards, partLinkTemplate),
        Migration(
            22, "reasons of the operating company's own, cards by their device, callbacks by their webhook",
            appendOnly: [AppendOnlyTable("reason_list", keys: [["ordinal"]])],
            [reasonListTemplate, deviceIndexes, callbackIndex].joined(separator: "\n;;\n")),
        Migration(23, "the counter", counterTemplate),
        Migration(24, "in which devices a card was seen", sightingsTemplate),
        Migration(25, "what is held for a case, and what is sealed opened by two", appendOnly: keptGuards, keptTemplate),
        Migration(
            26, "the operating company's own words for notices",
            appendOnly: [AppendOnlyTable("notice_wording", keys: [["kind", "ordinal"]])], noticeWordingTemplate),
        Migration(27, "keys of what is sealed, deposited with two custodians", appendOnly: custodianGuards, custodianTemplate),
        Migration(28, "nobody is found by a contact number", contactTemplate),
        Migration(29, "the trail by what was done", trailActionIndex),
        Migration(30, "one server at a time talks to a connection", carrierTurnTemplate),
        Migration(31, "copies of a picture are found whose edges were cut off", excerptTemplate),
        Migration(32, "apps come in by the link to a part", partTokenTemplate),
    ]

    /// Every table that refuses change, for `store check`.
    package static var appendOnlyTables: [AppendOnlyTable] { migrations.flatMap(\.appendOnly) }
}
