import HTTPTypes
import Hummingbird
import Mustache
import NIOCore
import Pages
import Records
import Registry
import Synchronization
import UseCases
import Web

extension ConsoleVisit {
    func intakes() async throws -> Response { try await write(intakesPage()) }

    /// - Parameter typed: what is not lost when it is refused.
    private func intakesPage(_ refusal: Refusal? = nil, typed: [String: String] = [:]) async throws -> ConsolePage {
        let found = try await installation.listIntakes(as: principal(), before: query("after").flatMap { IntakeID($0) })
        let products = may(.productRead) ? try await installation.listProducts(as: principal(), limit: 500).rows : []
        let kinds = IntakeKind.allCases.filter { may($0.permission) }
        return ConsolePage(
            template: "intakes", title: words["intakes.title"],
            values: [
                "intakes": found.rows.map(values), "isEmpty": found.rows.isEmpty, "mayTakeIn": !kinds.isEmpty,
                "kinds": kinds.map { kind -> [String: Any] in
                    ["code": kind.rawValue, "name": words["intakeKind.\(kind.rawValue)"], "isChosen": kind.rawValue == typed["kind"]]
                },
                "products": choices(of: products, chosen: typed["product"]), "batch": typed["batch"] ?? "",
                "province": typed["province"] ?? "", "isDirect": typed["direct"] == "yes",
                "fields": IntakePreview.fields.map { $0.name.text(in: language) }.joined(separator: words["common.comma"]),
                "next": found.next.map { [address(.intakes, keeping: [], after: $0.description)] } ?? [],
            ], refusal: refusal, section: .intakes)
    }

    func choices(of products: [ProductRecord], chosen: String?) -> [[String: Any]] {
        products.map { ["code": $0.code.text, "name": $0.facts.name, "isChosen": $0.code.text == chosen] }
    }

    /// The file goes on as it comes; the fields stand before it in the form. It is held until somebody has looked, unless told otherwise.
    func takeIn() async throws -> Response {
        try FormGuard.demandOwnSite(request)
        let upload = PageUpload(request, bytesMax: console.settings.fileBodyBytes)
        let typed = Mutex<[String: String]>([:])
        do {
            let made = try await upload.receive { fields, file in
                try FormGuard.demand(fields["form"], equals: formToken)
                typed.withLock { $0 = fields }
                guard let kind = IntakeKind(rawValue: fields["kind"] ?? "") else { throw Refusal.formUnreadable }
                let filled = fields.filter { !$0.value.isEmpty }
                return try await installation.createIntake(
                    as: principal(),
                    IntakeRequest(
                        kind: kind, batch: filled["batch"], product: filled["product"], province: filled["province"].flatMap { Int64($0) },
                        isHeld: fields["direct"] != "yes"), body: file)
            }
            return redirect(to: .intake(made.id.description))
        } catch let refusal as Refusal {
            return try await write(intakesPage(refusal, typed: typed.withLock(\.self)))
        }
    }

    // MARK: One of them

    func intake() async throws -> Response {
        let record = try await installation.readIntake(as: principal(), identifier())
        if record.state == .held, record.createdBy == (try principal()).account {
            return try await write(previewPage(of: record.id))
        }
        let problems = try await installation.listIntakeProblems(as: principal(), record.id, limit: 100)
        var values = values(of: record)
        values["problems"] = problems.rows.map(row)
        values["hasProblems"] = !problems.rows.isEmpty
        values["hasMoreProblems"] = problems.next != nil
        values["cancel"] = ConsoleLink.cancelIntake(id).address
        values["progressHref"] = ConsoleLink.intakeProgress(id).address
        values["eventsHref"] = ConsoleLink.intakeEvents(id).address
        values["csv"] = ConsoleLink.repairFile(id).address + "?form=csv"
        values["xlsx"] = ConsoleLink.repairFile(id).address + "?form=xlsx"
        values["begin"] =
            record.state == .done && record.progress.taken > 0 ? try await beginningWith("batch", record.batch) : []
        values["cardsHref"] = ConsoleLink.cards.address + "?batch=\(Self.escaped(record.batch))"
        return write(
            ConsolePage(template: "intake", title: words("intake.title", ["batch": record.batch]), values: values, section: .intakes))
    }

    func row(_ problem: IntakeProblem) -> [String: Any] {
        [
            "row": String(problem.row), "field": fieldName(problem.field),
            "text": problem.text?.reason.text(in: language) ?? problem.code, "mend": problem.text?.mend.text(in: language) ?? "",
            "rules": ruleLinks(problem.text?.rules ?? []), "isWarning": problem.severity != .refused,
        ]
    }

    private func fieldName(_ code: String) -> String {
        IntakePreview.fields.first { $0.code == code }?.name.text(in: language) ?? code
    }

    /// How far it is, as a piece of a page for the page's script.
    func intakeProgress() async throws -> Response {
        let piece = try await progress(of: identifier(), as: principal())
        return Response(
            status: .ok, headers: PageHeaders.page(language, usesCamera: false),
            body: ResponseBody(byteBuffer: ByteBuffer(string: piece.text)))
    }

    /// The same as it changes.
    func intakeEvents() async throws -> Response {
        let id: IntakeID = try identifier()
        return try await follow { try await progress(of: id, as: $0) }
    }

    private func progress(of id: IntakeID, as principal: Principal) async throws -> LivePiece {
        let record = try await installation.readIntake(as: principal, id)
        let text =
            console.templates.render(
                ["w": words.sections].merging(values(of: record)) { $1 }, withTemplate: "intake-progress") ?? ""
        return LivePiece(text: text, isOver: record.state.isFinal)
    }

    private func values(of record: IntakeRecord) -> [String: Any] {
        let progress = record.progress
        let done = progress.taken + progress.known + progress.repeated + progress.failed
        let isRunning = [IntakeState.queued, .running].contains(record.state)
        // The repair file goes to whoever sent the cards, and to nobody else.
        let mayMend = record.spool != nil && record.createdBy == seat?.account
        var values: [String: Any] = [
            "href": ConsoleLink.intake(record.id.description).address, "batch": record.batch,
            "kind": words["intakeKind.\(record.kind.rawValue)"], "state": words["intakeState.\(record.state.rawValue)"],
            "isRunning": isRunning, "created": words.time(record.createdAt), "done": String(done),
            "total": progress.rowsTotal.map(String.init) ?? "?", "max": String(max(progress.rowsTotal ?? max(done, 1), 1)),
            "taken": String(progress.taken), "known": String(progress.known), "repeated": String(progress.repeated),
            "failed": String(progress.failed), "isFaulty": progress.failed > 0, "hasFailed": progress.failed > 0 && mayMend,
            "isAnothers": progress.failed > 0 && record.createdBy != seat?.account, "hasCards": progress.taken > 0,
            "format": words["intakeFormat.\(record.format)"],
        ]
        if let failure = record.failureText {
            values["failure"] = failure.reason.text(in: language)
            values["failureMend"] = failure.mend.text(in: language)
            values["rules"] = ruleLinks(failure.rules)
        }
        if let until = record.repairExpiresAt, mayMend { values["repairUntil"] = words.time(until) }
        return values
    }

    func repairFile() async throws -> Response {
        let kind: RepairForm.Kind = query("form") == "xlsx" ? .xlsx : .csv
        let bytes = Mutex<[UInt8]>([])
        try await installation.readRepairFile(as: principal(), identifier(), RepairForm(kind: kind, isChinese: language == .chinese)) {
            chunk in
            bytes.withLock { $0 += chunk }
        }
        let type = kind == .csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return Response(
            status: .ok, headers: [.contentType: type, .contentDisposition: "attachment; filename=\"repair.\(kind.rawValue)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes.withLock { $0 })))
    }

    func cancelIntake() async throws -> Response {
        _ = try await installation.cancelIntake(as: principal(), identifier())
        return redirect(to: .intake(id))
    }
}
