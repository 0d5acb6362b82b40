import Numbers
import Reading
import Registry
import UseCases

/// Pictures looked at on this machine, in a confined child process (docs/reading.md). What cannot be read is for a person to look at:
/// it is marked, so that no machine approves it.
package struct MachineReader: PictureReader {
    private let reader: DocumentReader
    private let strangers: DocumentReader
    private let clock: any Clock

    /// - Parameters:
    ///   - strangers: reads for whoever comes to the public page. One child of its own, so that a crowd there keeps nobody waiting who
    ///     registers a card.
    ///   - clock: a zone has two digits of the year of birth, and nobody is born after today.
    package init(
        _ reader: DocumentReader = DocumentReader(),
        strangers: DocumentReader = DocumentReader(limits: ReadingLimits(cpuSeconds: 10, time: .seconds(15)), children: 1, waiting: 8),
        clock: any Clock = SystemClock()
    ) {
        self.reader = reader
        self.strangers = strangers
        self.clock = clock
    }

    package func read(_ picture: [UInt8], as task: PictureTask, for owner: String) async throws -> PictureReading {
        do throws(ReadingRefusal) {
            return PictureReading(try await reader.read(picture, as: task.asked, for: owner), today: CivilDate(shanghai: clock.now()))
        } catch {
            // Who waits a little has it read: a picture that nobody read is compared with no other, and nobody gets that by a crowd.
            guard error != .crowded else { throw Refusal.readingCrowded }
            // The inspection says what is wrong with a file; here it only means that nobody read it.
            return .notRead
        }
    }

    package func codes(in picture: [UInt8], for owner: String) async throws(Refusal) -> [PrintedCode] {
        do {
            guard case .codes(let codes) = try await strangers.read(picture, as: .codes, for: owner).content else {
                throw ReadingRefusal.unavailable
            }
            return codes.map { PrintedCode($0.text, provesItself: ["qr", "code-128"].contains($0.kind)) }
        } catch let refusal as ReadingRefusal {
            throw Refusal(refusal)
        } catch {
            throw .codesUnavailable
        }
    }
}

extension Refusal {
    /// Every refusal made here, as `ofRegistry` has them of the rules.
    package static let ofVerification: [Refusal] = ReadingRefusal.allCases.map { Refusal($0) }

    /// Of a picture whose codes were asked for.
    fileprivate init(_ refusal: ReadingRefusal) {
        guard !refusal.mayRetry else {
            self = .codesUnavailable
            return
        }
        self.init(
            refusal.code, refusal == .tooLarge ? .tooLarge : .invalid, house: .form, en: refusal.english, zh: refusal.chinese,
            pointer: "/picture")
    }
}

extension PictureTask {
    /// What the reader is asked; the documents it knows by their print, those it knows by their machine-readable zone, and the others.
    fileprivate var asked: ReadingTask {
        switch self {
        case .documentFront(.residentID), .documentFront(.temporaryResidentID), .documentFront(.residencePermit): .residentIDFront
        case .documentBack(.residentID), .documentBack(.temporaryResidentID), .documentBack(.residencePermit): .residentIDBack
        case .documentFront(.passport): .machineReadableZone
        case .documentBack(.hkMacaoPermit), .documentBack(.taiwanPermit), .documentBack(.foreignPermanentID): .machineReadableZone
        case .documentFront, .documentBack, .other: .quality
        case .handHeld: .handHeld
        case .face: .face
        }
    }
}

extension PictureReading {
    fileprivate init(_ reading: DocumentReading, today: CivilDate) {
        var problems = reading.quality.problems.compactMap { UseCases.PictureProblem(rawValue: $0.rawValue) }
        var fields: [String: String] = [:]
        var flags: [PictureFlag] = reading.mayBeRephotographed ? [.rephotographed] : []
        switch reading.content {
        case .onlyQuality, .codes: break
        case .residentFront(let front): fields = front.fields(&flags)
        case .residentBack(let back): fields = back.fields
        case .zone(let zone): fields = zone.fields(today: today, &flags)
        case .handHeld(let seen):
            if !seen.hasDocument, !problems.contains(.noDocument) { problems.append(.noDocument) }
            if seen.holder == nil { problems.append(.noFace) }
        case .faces(let faces):
            if faces.isEmpty { problems.append(.noFace) }
            if faces.count > 1 { problems.append(.severalFaces) }
        }
        self.init(
            problems: problems, fields: fields.filter { !$0.value.isEmpty }, mark: reading.fingerprint, detail: reading.detail,
            excerpts: reading.excerpts, excerptsSought: reading.excerptsSought, flags: flags)
    }
}

extension ResidentFront {
    /// A number that proves itself only once is shown to be confirmed, and marked for the reviewer.
    fileprivate func fields(_ flags: inout [PictureFlag]) -> [String: String] {
        var fields = ["name": name.text, "sex": sex.text, "nationality": nation.text, "birthDate": birth.text, "address": address.text]
        switch number {
        case .holds(let text): fields["documentNumber"] = text
        case .doubtful(let text):
            fields["documentNumber"] = text
            flags.append(.numberDoubtful)
        case .fails, .absent: flags.append(.numberNotRead)
        }
        if !fields["documentNumber", default: ""].isEmpty, !birthAgrees || !sexAgrees { flags.append(.contradictsItself) }
        return fields
    }
}

extension ResidentBack {
    fileprivate var fields: [String: String] {
        [
            "authority": authority.text, "validFrom": validFrom.text,
            "validUntil": validUntil.text == "长期" ? "long-term" : validUntil.text,
        ]
    }
}

extension ZoneReading {
    fileprivate func fields(today: CivilDate, _ flags: inout [PictureFlag]) -> [String: String] {
        switch outcome {
        case .holds(let zone): return zone.fields(today: today)
        case .doubtful(let zone):
            flags.append(.zoneDoubtful)
            return zone.fields(today: today)
        case .fails, .absent:
            flags.append(.zoneNotRead)
            return [:]
        }
    }
}

extension TravelZone {
    /// The latest day with these digits on which a holder can have been born.
    package func fields(today: CivilDate) -> [String: String] {
        let name = [surname, given].filter { !$0.isEmpty }.joined(separator: " ")
        // Documents that are in use expire in this century.
        let until = String(expiry.year + 2_000) + "-" + Self.two(expiry.month) + "-" + Self.two(expiry.day)
        return [
            "name": name, "documentNumber": number, "nationality": nationality, "sex": sex ?? "",
            "birthDate": birth.latest(notAfter: today)?.description ?? "", "validUntil": until,
        ]
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
