import Numbers

/// The answer judged again, here: a child that fell to its picture may claim anything, but not that a number holds which does not, nor
/// more than the limits.
extension ReadingAnswer {
    func reading(limits: ReadingLimits) throws(ReadingRefusal) -> DocumentReading {
        switch verdict {
        case .sound: break
        case .truncated: throw .truncated
        case .undecodable: throw .undecodable
        case .tooManyPixels: throw .tooManyPixels
        }
        guard limits.allow(width: width, height: height) else { throw .tooManyPixels }
        guard let fingerprint, let hash = UInt64(fingerprint, radix: 16), let rephotographed, let quality, let content else {
            throw .undecodable
        }
        return DocumentReading(
            task: task, width: width, height: height, quality: quality.judged, fingerprint: hash,
            detail: Self.words(detail, 16...16), excerpts: Self.words(excerpts, 0...Self.excerptWords),
            excerptsSought: Self.words(excerptsSought, 0...Self.excerptWordsSought), mayBeRephotographed: rephotographed, content: content)
    }

    /// Four words each: 4 excerpts, and 9 at each of six sizes (CReading/excerpts.hpp).
    private static let excerptWords = 4 * 4
    private static let excerptWordsSought = 4 * 9 * 6

    /// Words of sixteen hexadecimal digits, as many as there may be, or none.
    private static func words(_ text: String?, _ counts: ClosedRange<Int>) -> [UInt64] {
        let digits = Array((text ?? "").utf8)
        guard digits.count.isMultiple(of: 16), counts.contains(digits.count / 16) else { return [] }
        let words = stride(from: 0, to: digits.count, by: 16).compactMap { start in
            UInt64(String(decoding: digits[start..<start + 16], as: UTF8.self), radix: 16)
        }
        return words.count == digits.count / 16 ? words : []
    }

    private var content: DocumentReading.Content? {
        switch task {
        case .quality: .onlyQuality
        case .residentIDFront: front.map { .residentFront($0.judged) }
        case .residentIDBack: back.map { .residentBack($0.judged) }
        case .machineReadableZone: zone.map { .zone($0.judged) }
        case .handHeld: faces.map { .handHeld(HandHeld(faces: $0, hasDocument: quality?.corners.isEmpty == false)) }
        case .face: faces.map { .faces($0) }
        case .codes: codes.map { .codes($0) }
        }
    }
}

extension ReadingAnswer.Field {
    fileprivate func judged(where isAcceptable: (String) -> Bool = { _ in true }) -> ReadText {
        let kept = text.utf8.count <= 600 && isAcceptable(text) ? text : ""
        return ReadText(
            text: kept, confidence: min(max(confidence, 0), 100), agreeing: kept.isEmpty ? 0 : max(agreeing, 0), of: max(of, agreeing, 0))
    }
}

extension ReadingAnswer.Quality {
    fileprivate var judged: PictureQuality {
        let places = stride(from: 0, to: corners.count - 1, by: 2).map { Place(x: corners[$0], y: corners[$0 + 1]) }
        return PictureQuality(
            problems: PictureProblem.allCases.filter(problems.contains), missing: Corner.allCases.filter(missing.contains),
            corners: places.count == 4 ? places : nil,
            measured: PictureQuality.Measured(
                sharpness: sharpness, glare: glare, brightness: brightness, contrast: contrast, side: side, support: support))
    }
}

extension ReadingAnswer.Front {
    fileprivate var judged: ResidentFront {
        ResidentFront(
            name: name.judged(), sex: sex.judged { $0 == "男" || $0 == "女" }, nation: nation.judged(),
            birth: birth.judged { CivilDate($0) != nil }, address: address.judged(), number: provenNumber, birthAgrees: birthAgrees,
            sexAgrees: sexAgrees)
    }

    private var provenNumber: ProvenText {
        switch standing {
        case .holds where ResidentNumber.holds(number.text): .holds(number.text)
        case .doubtful where ResidentNumber.holds(number.text): .doubtful(number.text)
        case .absent: .absent
        case .holds, .doubtful, .fails: .fails
        }
    }
}

extension ReadingAnswer.Back {
    fileprivate var judged: ResidentBack {
        ResidentBack(
            authority: authority.judged(), validFrom: from.judged { CivilDate($0) != nil },
            validUntil: until.judged { $0 == "长期" || CivilDate($0) != nil })
    }
}

extension ReadingAnswer.Zone {
    fileprivate var judged: ZoneReading {
        ZoneReading(outcome: outcome, confidence: min(max(confidence, 0), 100), leastLead: min(max(leastLead, 0), 100))
    }

    private var outcome: ZoneReading.Outcome {
        switch (standing, TravelZone(lines: lines)) {
        case (.holds, let zone?): .holds(zone)
        case (.doubtful, let zone?): .doubtful(zone)
        case (.absent, _): .absent
        default: .fails
        }
    }
}
