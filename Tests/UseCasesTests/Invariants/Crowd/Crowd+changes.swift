import Registry
import TestKit
import UseCases

/// Another SIM (换卡) and another device (换机): asked for one card at a time.
extension Crowd {
    /// Some of the cards can have it, others cannot; whoever sees to it may die before it is done.
    func change() async throws {
        for place in changing(.changeSIM) {
            let sim = walk.freshSIM(of: walk.known.cards[place].kind.carrier)
            let isDone = try await change(.changeSIM, place, verifies: true) { server, reference in
                try await server.changeSIM(as: walk.job.administrator, card: reference, iccid: sim)
            }
            guard isDone else { continue }
            walk.known.cards[place].change(toSIM: sim, at: walk.now)
            met.insert(.simChanged)
        }
        for place in changing(.changeDevice) {
            let card = walk.known.cards[place]
            let device = 35_440_311_000_000 + Int64.random(in: 0..<1_000_000, using: &walk.chance)
            // China Telecom demands it of persons (R-IC-08), who alone have its cards here.
            let verifies = card.kind.carrier == .telecom && card.isHeld
            let isDone = try await change(.changeDevice, place, verifies: verifies) { server, reference in
                try await server.changeDevice(as: walk.job.administrator, card: reference, imei: "\(device)")
            }
            guard isDone else { continue }
            walk.known.cards[place].device = device
            met.insert(.deviceChanged)
        }
    }

    /// Mostly such as can have it, persons' among them, and one or two of any kind.
    private func changing(_ command: LifeCommand) -> [Int] {
        func canHaveIt(_ place: Int) -> Bool { lives[place].obstacle(command, isHeld: walk.known.cards[place].isHeld) == nil }
        let most = share(2) + 1
        let persons = deal(1) { walk.known.cards[$0].kind.isPersons && canHaveIt($0) }
        return persons + deal(most, where: canHaveIt) + deal(happens(1, of: 2) ? 2 : 1)
    }

    /// Answers whether it is done. What becomes of the card is foretold, and so is the refusal.
    private func change(
        _ command: LifeCommand, _ place: Int, verifies: Bool, _ ask: (Installation, String) async throws -> LifeStanding
    ) async throws -> Bool {
        let (iccid, isHeld) = (walk.known.cards[place].iccid, walk.known.cards[place].isHeld)
        let obstacle = lives[place].obstacle(command, isHeld: isHeld)
        let reference = try await walk.lives.reference(of: iccid)
        var (told, code): (LifeStanding?, String?) = (nil, nil)
        let hasDied = try await walk.work(dyingAfter: walk.death(within: 2)) { server in
            do { told = try await ask(server, reference) } catch let refusal as Refusal { code = refusal.code }
        }
        // It would have been one write: nothing was done.
        guard !hasDied else { return false }
        guard obstacle == nil else {
            met.insert(.changeRefused)
            if code != obstacle?.rawValue {
                let what = "\(command.rawValue) is refused as \(code ?? ""), and not as \(obstacle?.rawValue ?? "")"
                walk.breaches.append(Breach(.usable, "\(iccid): \(what)"))
            }
            return false
        }
        remember({ $0.obey(command, verifies: verifies, isHeld: isHeld, at: walk.now) }, of: place)
        let life = lives[place]
        if told?.state.rawValue != life.state.rawValue || told?.stops.rawValue != life.stops {
            let what = "it stands at \(String(describing: told)), \(code ?? ""), and not at \(life.state), stopped by \(life.stops)"
            walk.breaches.append(Breach(.usable, "\(iccid): after \(command.rawValue) \(what)"))
        }
        return told != nil
    }
}
