import Client
import SQLCore

/// Why a server or a command over a data folder does not start, in words, with a code.
struct StartText {
    private let code: String
    private let english: String
    private let chinese: String
    private let mendEnglish: String
    private let mendChinese: String

    /// nil for what has other words.
    init?(_ error: any Error) {
        switch error {
        case let failure as SQLFailure where failure.cause == .lockedByAnotherServer:
            self.init(
                "store-in-use", "Another server is at work on this data folder.", "另一个服务正在使用该数据目录。",
                mend: "End it first, or name another folder with --data.", "请先停止该服务，或用 --data 指定其他目录。")
        case let failure as SQLFailure where failure.isTemporary:
            self.init(
                "store-unavailable", "The database cannot be used at the moment (\(failure)).", "数据库暂时无法使用（\(failure)）。",
                mend: "Mend the cause that is named, then try again; nothing was left half done.", "请排除所述原因后重试；没有只完成一半的更改。")
        case let refusal as MigrationRefusal:
            switch refusal {
            case .newerThanProgram:
                self.init(
                    "schema-newer", "The database was made by a newer program (\(refusal)).", "数据库由更新版本的程序创建（\(refusal)）。",
                    mend: "Use the newer program.", "请使用新版本程序。")
            case .behindProgram:
                self.init(
                    "schema-older", "The database is older than this program (\(refusal)).", "数据库版本低于本程序（\(refusal)）。",
                    mend: "Save it, then start the server once: it brings the database up to date.", "请先备份，再启动一次服务以升级数据库。")
            case .changedStep:
                self.init(
                    "schema-differs", "The database was made by another build of the program (\(refusal)).", "数据库由其他构建的程序创建（\(refusal)）。",
                    mend: "Use the program that made it.", "请使用创建该数据库的程序。")
            case .leftOutStep:
                self.init(
                    "schema-incomplete", "The database lacks a step of its schema (\(refusal)).", "数据库缺少中间的升级步骤（\(refusal)）。",
                    mend: "Restore a backup from before, or ask whoever changed the tables by hand.", "请恢复此前的备份，或联系手工改动过数据表的人员。")
            case .failedStep:
                self.init(
                    "schema-step-failed", "The database could not be brought up to date (\(refusal)).", "数据库升级失败（\(refusal)）。",
                    mend: "Mend the cause that is named and start again; the database stands as before that step.",
                    "请排除所述原因后重新启动；数据库仍停留在该步骤之前。")
            }
        case let refusal as SandboxConnected:
            switch refusal {
            case .verification(let named):
                self.init(
                    "verification-sandbox-connected",
                    "A sandbox answers there, which confirms people who do not exist: \(named.joined(separator: ", ")).",
                    "以下地址由沙箱应答，沙箱会确认并不存在的人：\(named.joined(separator: "、"))。",
                    mend:
                        "Give the address of a provider whose answers are real; for a demonstration or a test, --setting verification-sandbox-allowed=1.",
                    "请改为正式核验服务的地址；如仅为演示或测试，可加 --setting verification-sandbox-allowed=1。")
            case .carriers(let named):
                self.init(
                    "carrier-sandbox-connected",
                    "These connections to carriers lead to a sandbox, whose cards do not exist: \(named.joined(separator: ", ")).",
                    "以下运营商连接指向沙箱，其中的卡并不存在：\(named.joined(separator: "、"))。",
                    mend:
                        "Name the file of a connection to the carrier's own platform; for a demonstration or a test, --setting carrier-sandbox-allowed=1.",
                    "请改用连接运营商正式平台的文件；如仅为演示或测试，可加 --setting carrier-sandbox-allowed=1。")
            case .notices(let named):
                self.init(
                    "notice-sandbox-connected",
                    "A sandbox takes notices there, and tells nobody: \(named.joined(separator: ", ")).",
                    "以下地址的通知由沙箱接收，沙箱不会告知任何人：\(named.joined(separator: "、"))。",
                    mend:
                        "Give the address of a receiver that tells people; for a demonstration or a test, --setting notice-sandbox-allowed=1.",
                    "请改为正式通知接收方的地址；如仅为演示或测试，可加 --setting notice-sandbox-allowed=1。")
            }
        default: return nil
        }
    }

    private init(_ code: String, _ english: String, _ chinese: String, mend mendEnglish: String, _ mendChinese: String) {
        self.code = code
        self.english = english
        self.chinese = chinese
        self.mendEnglish = mendEnglish
        self.mendChinese = mendChinese
    }

    func words(in language: Language) -> String {
        language.choose(
            "\(english) [\(code)]\nWhat to do: \(mendEnglish)\n", "\(chinese) [\(code)]\n处理办法：\(mendChinese)\n")
    }
}
