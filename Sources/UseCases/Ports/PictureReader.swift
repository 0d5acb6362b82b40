import Registry

/// What a picture is expected to show.
package enum PictureTask: Hashable, Sendable {
    case documentFront(DocumentType)
    case documentBack(DocumentType)
    /// A person holding the document beside the face.
    case handHeld
    /// A face alone.
    case face
    case other
}

/// Why a picture is of little use; the raw value is a stable code.
package enum PictureProblem: String, CaseIterable, Sendable {
    case blurred
    case glare
    case dark
    case tooSmall = "too-small"
    case cornerMissing = "corner-missing"
    case noDocument = "no-document"
    case noFace = "no-face"
    case severalFaces = "several-faces"

    /// What it is and what helps, in words for whoever takes the picture.
    package var words: (reason: LocalText, mend: LocalText) {
        switch self {
        case .blurred:
            (
                LocalText(en: "The picture is blurred.", zh: "照片模糊。"),
                LocalText(en: "Hold the phone still, wait until it is sharp, then take it again.", zh: "请握稳手机，对焦清晰后重拍。")
            )
        case .glare:
            (
                LocalText(en: "Light is reflected on the document.", zh: "证件反光。"),
                LocalText(en: "Turn off the flash and tilt the document a little.", zh: "请关闭闪光灯，并稍微倾斜证件避开光源。")
            )
        case .dark:
            (
                LocalText(en: "The picture is too dark.", zh: "照片过暗。"),
                LocalText(en: "Go where there is more light.", zh: "请到光线充足处重拍。")
            )
        case .tooSmall:
            (
                LocalText(en: "The document is too small in the picture.", zh: "证件在画面中过小。"),
                LocalText(en: "Go closer until it fills the frame.", zh: "请靠近拍摄，使证件充满取景框。")
            )
        case .cornerMissing:
            (
                LocalText(en: "A corner of the document is missing.", zh: "证件边角不完整。"),
                LocalText(en: "Take it so that all four corners are seen.", zh: "请完整拍摄证件四角。")
            )
        case .noDocument:
            (
                LocalText(en: "No document is found in the picture.", zh: "照片中未发现证件。"),
                LocalText(en: "Put it on a plain ground and fill the frame with it.", zh: "请将证件平放在纯色背景上，充满取景框拍摄。")
            )
        case .noFace:
            (
                LocalText(en: "No face is found in the picture.", zh: "照片中未发现人脸。"),
                LocalText(en: "Look straight into the camera, in even light, without cap or mask.", zh: "请正对镜头，光线均匀，勿戴帽子或口罩。")
            )
        case .severalFaces:
            (
                LocalText(en: "There is more than one person in the picture.", zh: "照片中有多人。"),
                LocalText(en: "Take it alone.", zh: "请单独拍摄。")
            )
        }
    }
}

/// What a machine noticed that is no fault of the picture's: a reason for a reviewer to look closer, never to refuse. The raw value is a
/// stable code.
package enum PictureFlag: String, CaseIterable, Sendable {
    /// It may show a screen and not the document (docs/reading.md says how often that is noticed).
    case rephotographed = "re-photographed"
    case numberDoubtful = "number-doubtful"
    case numberNotRead = "number-not-read"
    case contradictsItself = "contradicts-itself"
    case zoneDoubtful = "zone-doubtful"
    case zoneNotRead = "zone-not-read"
    case notRead = "not-read"

    package var reason: LocalText {
        switch self {
        case .rephotographed: LocalText(en: "It may be a picture of a screen, not of the document itself.", zh: "疑似翻拍屏幕，而非证件原件。")
        case .numberDoubtful: LocalText(en: "The number was read with doubt: compare each digit.", zh: "证件号码识别存疑，请逐位核对。")
        case .numberNotRead: LocalText(en: "No valid number could be read.", zh: "未能识别出有效的证件号码。")
        case .contradictsItself:
            LocalText(en: "Date of birth or sex, as read, do not fit the number.", zh: "识别出的出生日期或性别与证件号码不符。")
        case .zoneDoubtful:
            LocalText(en: "The machine-readable zone was read with doubt: compare each character.", zh: "机读区识别存疑，请逐位核对。")
        case .zoneNotRead: LocalText(en: "No valid machine-readable zone could be read.", zh: "未能识别出有效的机读区。")
        case .notRead: LocalText(en: "No machine could look at the picture.", zh: "系统未能识别该照片。")
        }
    }
}

/// What a machine saw in a picture. The fields are personal data.
package struct PictureReading: Hashable, Sendable {
    package let problems: [PictureProblem]
    /// By field: `name`, `documentNumber`, `address`, `sex`, `birthDate`, `validFrom`, `validUntil`, `authority`. Only what was read with
    /// some confidence; a number only when its check digits hold.
    package let fields: [String: String]
    /// Perceptual hash; 0 where there is none.
    package let mark: UInt64
    /// The finer one of 16 words, which tells cards of one layout apart; empty where there is none.
    package let detail: [UInt64]
    /// Hashes of parts of the picture, of four words each: by these later copies find it, cut or not …
    package let excerpts: [UInt64]
    /// … and by these earlier ones are sought.
    package let excerptsSought: [UInt64]
    /// What a reviewer should know.
    package let flags: [PictureFlag]

    package init(
        problems: [PictureProblem] = [], fields: [String: String] = [:], mark: UInt64 = 0, detail: [UInt64] = [],
        excerpts: [UInt64] = [], excerptsSought: [UInt64] = [], flags: [PictureFlag] = []
    ) {
        self.problems = problems
        self.fields = fields
        self.mark = mark
        self.detail = detail
        self.excerpts = excerpts
        self.excerptsSought = excerptsSought
        self.flags = flags
    }

    /// Nobody looked: a person will, and no machine approves.
    package static let notRead = PictureReading(flags: [.notRead])
}

/// A bar code or QR code in a picture.
package struct PrintedCode: Hashable, Sendable {
    package let text: String
    /// Whether the code itself shows that it was read right (QR, Code 128); Code 39 and interleaved 2 of 5 do not.
    package let provesItself: Bool

    package init(_ text: String, provesItself: Bool) {
        self.text = text
        self.provesItself = provesItself
    }
}

/// Looks at pictures on this machine, as a port: the real one reads them in a confined child process.
package protocol PictureReader: Sendable {
    /// What cannot be read is `notRead`, never an error: a person looks anyway. What could be read a little later is refused until then.
    ///
    /// - Parameter owner: on whose behalf; owners take turns.
    /// - Throws: `reading-unavailable` with the seconds to wait, where too many wait.
    func read(_ picture: [UInt8], as task: PictureTask, for owner: String) async throws -> PictureReading

    /// The codes in a picture that anybody may have sent, each once; none is no error. Strangers wait for each other and for nobody else.
    ///
    /// - Parameter owner: on whose behalf; owners take turns.
    /// - Throws: what is wrong with the file (`picture-…`), or `reading-unavailable`.
    func codes(in picture: [UInt8], for owner: String) async throws(Refusal) -> [PrintedCode]
}

/// Reads nothing: the person types, a reviewer looks.
package struct NoPictureReader: PictureReader {
    package init() {}

    package func read(_: [UInt8], as _: PictureTask, for _: String) async throws -> PictureReading { .notRead }

    package func codes(in _: [UInt8], for _: String) async throws(Refusal) -> [PrintedCode] { throw .codesUnavailable }
}

extension Refusal {
    package static let readingCrowded = Refusal(
        "reading-unavailable", .temporary, house: .availability, en: "Too many pictures are being read at the moment.", zh: "当前识别的照片较多。",
        mend: LocalText(en: "Send the same picture again in a few moments; nothing was kept.", zh: "请稍后重新提交该照片，本次未保存任何内容。"),
        pointer: "/picture", retryAfterSeconds: 5)
}
