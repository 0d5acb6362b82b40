/// The child's one line of JSON.
struct ReadingAnswer: Decodable {
    enum Verdict: String, Decodable {
        case sound, truncated, undecodable, tooManyPixels
    }

    enum Standing: String, Decodable {
        case holds, doubtful, fails, absent
    }

    struct Field: Decodable {
        let text: String
        let confidence: Int
        let agreeing: Int
        let of: Int
    }

    struct Quality: Decodable {
        let sharpness: Double
        let glare: Double
        let brightness: Double
        let contrast: Double
        let side: Double
        let support: Double
        let problems: [PictureProblem]
        let missing: [Corner]
        let corners: [Double]
    }

    struct Front: Decodable {
        let name: Field
        let sex: Field
        let nation: Field
        let birth: Field
        let address: Field
        let number: Field
        let standing: Standing
        let birthAgrees: Bool
        let sexAgrees: Bool
    }

    struct Back: Decodable {
        let authority: Field
        let from: Field
        let until: Field
    }

    struct Zone: Decodable {
        let lines: [String]
        let standing: Standing
        let confidence: Int
        let leastLead: Int
    }

    let verdict: Verdict
    let task: ReadingTask
    let width: Int
    let height: Int
    let fingerprint: String?
    let detail: String?
    let excerpts: String?
    let excerptsSought: String?
    let rephotographed: Bool?
    let quality: Quality?
    let front: Front?
    let back: Back?
    let zone: Zone?
    let faces: [Face]?
    let codes: [Code]?
}
