import Ledger
import Logging
import Numbers
import Records
import Registry
import SQLCore

extension Installation {
    /// Does the next piece of the campaign that is due first: puts down a stretch of its cards, tells people in a round, stops a batch. Each piece
    /// is one transaction that also notes how far the campaign has come, so that it is done once whoever is killed. Answers whether there may
    /// be more at once.
    @discardableResult
    package func runCampaign() async throws -> Bool {
        let now = now()
        guard let campaign = try await store.read({ try CampaignRecords.due(at: now, in: $0) }) else { return false }
        do {
            switch campaign.terms.step(campaign.work, toldOn: campaign.toldOn, stopDay: campaign.stopDay, at: now) {
            case .gather: try await gather(campaign)
            case .tell(let day): try await tell(campaign, round: day)
            case .stop: try await stop(campaign)
            case .end: try await end(campaign)
            case .wait(let until): try await wait(campaign, until: until)
            }
        } catch is CampaignMoved {
            // Another server, or somebody who changed it, was quicker.
        } catch  where isOfACard(error) {
            // One that cannot go on holds up no other.
            log.error("a campaign cannot go on", metadata: ["campaign": "\(campaign.code)", "cause": "\(error)"])
            try await wait(campaign, until: now.adding(seconds: 3_600))
        }
        return true
    }

    /// First of all in its transaction: of servers that take up the same piece the others wait for it here, and find it done.
    private func move(_ before: StoredCampaign, in session: any Session, _ change: (inout StoredCampaign) -> Void) throws {
        var after = before
        change(&after)
        guard try CampaignRecords.move(before, to: after, in: session) else { throw CampaignMoved() }
    }

    private func wait(_ campaign: StoredCampaign, until: Instant) async throws {
        try await store.write { session in try self.move(campaign, in: session) { $0.dueAt = until } }
    }

    // MARK: Which cards

    private func gather(_ campaign: StoredCampaign) async throws {
        let (now, limit) = (now(), settings.campaignCards)
        let hasMore = try await store.write { session -> Bool in
            let products = try campaign.terms.products(in: session)
            guard
                let found = try CampaignCardRecords.candidates(
                    campaign.terms, products: products, after: campaign.cursor, limit: limit, at: now, in: session)
            else { return false }
            try self.move(campaign, in: session) {
                $0.state = .running
                $0.begunAt = campaign.begunAt ?? now
                $0.cursor = found.last
            }
            try CampaignCardRecords.insert(found.cards, of: campaign.id, in: session)
            return true
        }
        guard !hasMore else { return }
        let cards = try await counts(of: campaign).reduce(0) { $0 + $1.cards }
        try await act(as: .system, .campaignBegun, needs: nil) { act in
            try self.move(campaign, in: act.session) {
                $0.state = .running
                $0.begunAt = campaign.begunAt ?? act.now
                $0.work = .telling
                $0.cursor = 0
            }
            act.recording.about(.campaign, campaign.id)
            act.recording.note("cards", .integer(cards))
        }
    }

    /// Read for itself: a count over all of its cards would stand in the way of whoever registers them meanwhile.
    private func counts(of campaign: StoredCampaign) async throws -> [CampaignCounts] {
        let now = now()
        return try await store.read { session in
            try session.allowLong(.count)
            return try CampaignCardRecords.counts(of: campaign.id, .everything, at: now, in: session)
        }
    }

    // MARK: Telling

    private func tell(_ campaign: StoredCampaign, round: CivilDate) async throws {
        // A stop is told before it comes, or it does not come.
        guard !campaign.terms.stops || !campaignChannels.isEmpty else {
            return try await wait(campaign, until: now().adding(seconds: 3_600))
        }
        let today = try chinaDay()
        let lacking = try await counts(of: campaign).filter { $0.lacking > 0 }
        try await act(as: .system, .campaignTold, needs: nil) { act in
            var told = campaign
            told.toldOn = round
            if campaign.terms.stops {
                let last = campaign.terms.lastDay(toldOn: today)
                told.stopDay = campaign.stopDay.map { max($0, last) } ?? last
            }
            let after = told
            try self.move(campaign, in: act.session) { $0 = after }
            for organisation in lacking { try act.tell(organisation, of: after, round: round) }
            act.recording.about(.campaign, campaign.id)
            act.recording.note("day", .string(round.description))
            act.recording.note("organisations", .integer(Int64(lacking.count)))
            act.recording.note("cards", .integer(lacking.reduce(0) { $0 + $1.lacking }))
        }
    }

    /// By which ways whoever has cards is told.
    private var campaignChannels: [NoticeChannel] {
        (notifiers?.channels ?? []).filter(NoticeKind.backRegistration.channels.contains)
    }

    // MARK: After the deadline

    private func end(_ campaign: StoredCampaign) async throws {
        try await act(as: .system, .campaignEnded, needs: nil) { act in
            try self.move(campaign, in: act.session) {
                $0.state = .ended
                $0.dueAt = nil
                $0.endedAt = act.now
            }
            act.recording.about(.campaign, campaign.id)
        }
    }

    private func stop(_ campaign: StoredCampaign) async throws {
        let (now, limit) = (now(), settings.sweepCards)
        let batch = try await store.read { try CampaignBatch(campaign, limit: limit, at: now, in: $0) }
        guard let last = batch.last else { return try await turn(campaign) }
        guard batch.stops else {
            return try await store.write { session in
                // Read again: what was under way may be decided meanwhile.
                let batch = try CampaignBatch(campaign, limit: limit, at: now, in: session)
                guard !batch.stops else { throw CampaignMoved() }
                try self.move(campaign, in: session) {
                    $0.work = .stopping
                    $0.cursor = batch.last ?? last
                }
                try CampaignCardRecords.mark(batch.left, as: .left, of: campaign.id, in: session)
            }
        }
        try await act(as: .system, .campaignStopped, needs: nil) { act in
            let batch = try CampaignBatch(campaign, limit: limit, at: act.now, in: act.session)
            try self.move(campaign, in: act.session) {
                $0.work = .stopping
                $0.cursor = batch.last ?? last
            }
            let terms = try LifeTerms(in: act.session)
            let writing = LifeWriting(act, terms)
            var (stopped, left) = ([Int64](), batch.left)
            for life in batch.lives {
                // What cannot be stopped any more, or is already, is left as it is.
                if try writing.obey(LifeWish(.stop, reason: .noRealName), life, terms) == nil {
                    stopped.append(life.subscription)
                } else {
                    left.append(life.subscription)
                }
            }
            try writing.finish()
            try CampaignCardRecords.mark(stopped, as: .stopped, of: campaign.id, in: act.session)
            try CampaignCardRecords.mark(left, as: .left, of: campaign.id, in: act.session)
            act.recording.about(.campaign, campaign.id)
            act.recording.note("stopped", .integer(Int64(stopped.count)))
        }
    }

    /// All were looked at: those whose registration is under way are looked at again after a while.
    private func turn(_ campaign: StoredCampaign) async throws {
        let (now, pause) = (now(), settings.campaignRetryHours * 3_600)
        let isOpen = try await store.read { try !CampaignCardRecords.open(of: campaign.id, after: 0, limit: 1, in: $0).isEmpty }
        guard isOpen else { return try await end(campaign) }
        try await store.write { session in
            try self.move(campaign, in: session) {
                $0.work = .stopping
                $0.cursor = 0
                $0.dueAt = now.adding(seconds: pause)
            }
        }
    }
}

/// A stretch of a campaign's cards at its deadline.
private struct CampaignBatch {
    /// Nobody answers for them, nor has anybody asked to.
    private(set) var lives: [StoredLife] = []
    /// Registered since, or not the campaign's any more.
    private(set) var left: [Int64] = []
    /// Up to where it was looked; nil when there are no more.
    let last: Int64?

    var stops: Bool { !lives.isEmpty }

    init(_ campaign: StoredCampaign, limit: Int, at now: Instant, in session: any Session) throws {
        let cards = try CampaignCardRecords.open(of: campaign.id, after: campaign.cursor, limit: limit, in: session)
        last = cards.last
        guard let first = cards.first, let last else { return }
        let asked = try ApplicationRecords.underApplication(from: first, to: last, in: session)
        for life in try LifeRecords.lives(cards, at: now, in: session) {
            if life.isHeld || !life.isTolerated {
                left.append(life.subscription)
            } else if !asked.contains(life.subscription), life.holdingChanges == nil {
                lives.append(life)
            }
        }
    }
}

/// It does not stand any more where it was read.
private struct CampaignMoved: Error {}

extension CampaignTerms {
    /// The numbers of the products it is about; nil for all.
    fileprivate func products(in session: any Session) throws -> [Int64]? {
        if let product { return [product] }
        return try carrier.map { try ProductRecords.numbers(of: $0, in: session) }
    }
}

extension Act {
    /// One letter for an organisation and a round, whatever is tried again.
    fileprivate func tell(_ counts: CampaignCounts, of campaign: StoredCampaign, round: CivilDate) throws {
        for channel in installation.notifiers?.channels ?? [] where NoticeKind.backRegistration.channels.contains(channel) {
            try NoticeRecords.insert(
                StoredNotice(
                    id: fresh(), occasion: campaign.id.bytes + counts.organisation.bytes + Array(round.description.utf8),
                    kind: .backRegistration, channel: channel, code: campaign.code, path: counts.path, language: .chinese,
                    reason: CampaignReason(campaign.terms).rawValue, happenedAt: now, giveUpAt: noticeGiveUpAt(from: now),
                    day: Int64((campaign.stopDay ?? campaign.terms.deadline).yyyymmdd), cards: counts.lacking),
                in: session)
        }
    }
}
