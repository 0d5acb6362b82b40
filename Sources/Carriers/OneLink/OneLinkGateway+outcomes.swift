import Registry
import UseCases

extension OneLinkGateway {
    package func outcomes(of tickets: [CarrierTicket]) async -> [CarrierReply<CarrierOutcome>] {
        var outcomes = [CarrierReply<CarrierOutcome>?](repeating: nil, count: tickets.count)
        let jobs = Dictionary(grouping: tickets.indices.filter { hasJob(tickets[$0]) }) { tickets[$0].serial ?? "" }
        for (job, places) in jobs.sorted(by: { $0.key < $1.key }) {
            let cards = places.map { tickets[$0].order.card }
            switch await call("/v5/ec/query/sim-batch-result", [("jobId", job)], about: cards, as: OneLinkJob.self) {
            case .failure(let refused): for place in places { outcomes[place] = reply(refused, [tickets[place].order.card]) }
            case .success(let results):
                guard let result = results.first else {
                    for place in places { outcomes[place] = .unclear(.fault(.notAsContract)) }
                    continue
                }
                for place in places { outcomes[place] = judge(result, tickets[place]) }
            }
        }
        // A job that is done says that it was told; only the card's own state says that it took effect.
        return await settled(tickets, outcomes)
    }

    /// Nil where the card's state decides.
    private func judge(_ job: OneLinkJob, _ ticket: CarrierTicket) -> CarrierReply<CarrierOutcome>? {
        switch job.jobStatus.text {
        case "0", "1": return .done(.pending)
        case "4": return .done(.failed(.carrierRefused, code: "job-4"))
        case "2", "3":
            guard let item = (job.resultList ?? []).first(where: { $0.resultId.text == ticket.order.card.msisdn }) else { return nil }
            let code = codeText(item.status.text)
            return code == "0" ? nil : .done(.failed(codes[code].refusal, code: code))
        default: return .unclear(.fault(.notAsContract))
        }
    }

    /// A card told alone is known by our own serial there, and has no job.
    private func hasJob(_ ticket: CarrierTicket) -> Bool {
        guard case .change = ticket.wish, let serial = ticket.serial else { return false }
        return serial != OneLinkWire.transactionID(credentials.appID, ticket.order.at, OneLinkOrders.number([ticket.order]))
    }
}
