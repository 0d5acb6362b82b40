import Ledger
import Records
import Registry
import UseCases
import Vault

/// The answer's JSON, written straight into a buffer: this is the busiest route (docs/performance.md). Names come in sorted order; the contract's
/// `AnswerForCard` is what it must read as, which a test compares.
struct AnswerWriting {
    private var writer = CanonicalJSONWriter(capacity: 2_048)

    /// `card`: the card's reference.
    static func bytes(_ answer: CardAnswer, card: String) -> [UInt8] {
        var writing = AnswerWriting()
        writing.write(answer, card)
        return writing.writer.bytes
    }

    private mutating func write(_ answer: CardAnswer, _ card: String) {
        writer.beginObject()
        party("actualUser", answer.roles[.actualUser])
        chain(answer.agentChain)
        text("asKnown", WireInstant.text(answer.asKnown))
        text("at", WireInstant.text(answer.at))
        text("card", card)
        text("carrier", answer.carrier.code)
        textIfAny("decision", answer.decision?.description)
        evidence(answer.evidence)
        party("guardian", answer.roles[.guardian])
        party("handler", answer.roles[.handler])
        party("holder", answer.roles[.holder])
        text("iccid", answer.iccid)
        writer.key("masked")
        writer.bool(!answer.isRevealed)
        textIfAny("msisdn", answer.msisdn)
        party("proxy", answer.roles[.proxy])
        textIfAny("registration", answer.registration?.description)
        textIfAny("registrationCode", answer.registrationCode)
        party("responsiblePerson", answer.roles[.responsiblePerson])
        if answer.phase != .live { text("retention", answer.phase.name) }
        text("serviceState", answer.service.state.name)
        textIfAny("since", answer.since.map(WireInstant.text))
        text("standing", answer.standing.rawValue)
        stops(answer.service.stops)
        unit(answer)
        textIfAny("usingDepartment", answer.usingDepartment)
        if answer.isWithheld {
            writer.key("withheld")
            writer.bool(true)
        }
        writer.endObject()
    }

    private mutating func stops(_ stops: StopReasons) {
        writer.key("stops")
        writer.beginArray()
        for reason in stops.reasons { writer.string(reason.name) }
        writer.endArray()
    }

    private mutating func text(_ key: StaticString, _ value: String) {
        writer.key(key)
        writer.string(value)
    }

    private mutating func textIfAny(_ key: StaticString, _ value: String?) {
        if let value { text(key, value) }
    }

    private mutating func party(_ key: StaticString, _ party: CardAnswer.Answering?) {
        guard let party else { return }
        writer.key(key)
        writer.beginObject()
        textIfAny("address", party.address)
        textIfAny("contact", party.contact)
        text("documentNumber", party.documentNumber)
        text("documentType", party.documentType.rawValue)
        text("name", party.name)
        text("party", party.party.description)
        text("since", WireInstant.text(party.since))
        writer.endObject()
    }

    private mutating func chain(_ seats: [CardAnswer.Seat]) {
        writer.key("agentChain")
        writer.beginArray()
        for seat in seats {
            writer.beginObject()
            text("name", seat.name)
            text("organisation", seat.id.description)
            writer.endObject()
        }
        writer.endArray()
    }

    private mutating func evidence(_ pieces: [EvidenceID]) {
        writer.key("evidence")
        writer.beginArray()
        for piece in pieces { writer.string(piece.description) }
        writer.endArray()
    }

    private mutating func unit(_ answer: CardAnswer) {
        guard let unit = answer.unit else { return }
        writer.key("unit")
        writer.beginObject()
        text("code", unit.code)
        text("id", unit.party.description)
        text("name", unit.name)
        writer.endObject()
    }
}
