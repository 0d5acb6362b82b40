import Contract
import Records
import Registry
import UseCases
import Web

extension Wire.LifeStanding {
    init(_ standing: Registry.LifeStanding) {
        self.init(state: standing.state.name, stops: standing.stops.reasons.map(\.name), serves: standing.serves)
    }
}

extension Wire.CardLife {
    /// `card`: the card's reference.
    init(_ view: LifeView, card: String) {
        let life = view.life
        self.init(
            card: card, state: life.standing.state.name, stops: life.standing.stops.reasons.map(\.name), serves: life.standing.serves,
            realName: life.isHeld ? "registered" : "vacant", carrierState: view.truth?.state?.word.rawValue ?? CarrierLife.unknown.rawValue,
            since: life.since.wire, events: view.events.map { Wire.LifeEvent($0) }, intents: view.intents.map { Wire.CarrierIntent($0) },
            carrierStateAt: view.truth?.stateAt?.wire, carrierRealName: view.truth?.realName?.word.rawValue,
            carrierRealNameAt: view.truth?.realNameAt?.wire, carrierRefusal: view.truth?.refusal,
            carrierSayings: view.truthEvents.map { Wire.CarrierSaying($0) }, number: view.number?.rawValue,
            numberFreeFrom: view.numberFreeFrom?.wire, nextStep: view.nextStep?.kind.name, nextStepAt: view.nextStep?.at.wire,
            lastUse: life.usage?.lastUse.wire, month: life.usage?.month, kilobytes: life.usage?.kilobytes, region: life.usage?.region,
            deviceChanges: view.deviceChanges.map { Int64($0) })
    }
}

extension Wire.LifeEvent {
    init(_ event: Records.LifeEvent) {
        self.init(
            ordinal: event.ordinal, command: event.command.rawValue, state: event.standing.state.name,
            stops: event.standing.stops.reasons.map(\.name), effectiveFrom: event.effectiveFrom.wire, recordedBy: event.recordedBy.wire,
            reason: event.reason?.name)
    }
}

extension Wire.CarrierIntent {
    init(_ intent: Records.CarrierIntent) {
        self.init(
            ordinal: intent.ordinal, command: intent.command.rawValue, state: intent.state.rawValue, createdAt: intent.createdAt.wire,
            tries: intent.tries, reason: intent.reason?.name, dueAt: intent.dueAt?.wire, toldAt: intent.toldAt?.wire,
            endedAt: intent.endedAt?.wire, lastCode: intent.lastCode)
    }
}

extension Wire.CarrierSaying {
    fileprivate init(_ event: CarrierTruthEvent) {
        self.init(axis: event.axis.rawValue, word: event.word, recordedAt: event.recordedAt.wire, code: event.code)
    }
}

extension Wire.LifeCase {
    /// `card`: the card's reference.
    init(_ kind: LifeCaseKind, card: String, openedAt: String, contacts: Int64 = 0, cards: Int = 0) {
        self.init(
            card: card, kind: kind.rawValue, openedAt: openedAt, mends: kind.mends.map(\.rawValue), contacts: contacts > 0 ? contacts : nil,
            cards: cards > 0 ? Int64(cards) : nil)
    }
}

extension Registry.LifeSetting {
    init(_ wire: Wire.LifeSetting) {
        self.init()
        testDays = wire.testDays
        silentDays = wire.silentDays
        silentEndsOnFirst = wire.silentEndsOnFirst
        idleMonths = wire.idleMonths
        cancellationMonths = wire.cancellationMonths
        arrearsDays = wire.arrearsDays
        freezeDays = wire.freezeDays
        noticeDays = wire.noticeDays
        useBringsBack = wire.useBringsBack
        holderBringsBack = wire.holderBringsBack
        testsUnregistered = wire.testsUnregistered
        reregistersOnSIMChange = wire.reregistersOnSIMChange
        reregistersOnDeviceChange = wire.reregistersOnDeviceChange
        reregistersPersonOnDeviceChange = wire.reregistersPersonOnDeviceChange
        separationNeedsRebinding = wire.separationNeedsRebinding
        deviceChangesUntilRisk = wire.deviceChangesUntilRisk
        deviceChangeIsFinal = wire.deviceChangeIsFinal
    }
}

extension Wire.LifeSettingVersion {
    init(_ version: Records.LifeSettingVersion, product: ProductCode?) {
        let setting = version.setting
        self.init(
            ordinal: version.ordinal, validFrom: version.validFrom.wire,
            setting: Wire.LifeSetting(
                testDays: setting.testDays, silentDays: setting.silentDays, silentEndsOnFirst: setting.silentEndsOnFirst,
                idleMonths: setting.idleMonths, cancellationMonths: setting.cancellationMonths, arrearsDays: setting.arrearsDays,
                freezeDays: setting.freezeDays, noticeDays: setting.noticeDays, useBringsBack: setting.useBringsBack,
                holderBringsBack: setting.holderBringsBack,
                testsUnregistered: setting.testsUnregistered, reregistersOnSIMChange: setting.reregistersOnSIMChange,
                reregistersOnDeviceChange: setting.reregistersOnDeviceChange,
                reregistersPersonOnDeviceChange: setting.reregistersPersonOnDeviceChange,
                separationNeedsRebinding: setting.separationNeedsRebinding, deviceChangesUntilRisk: setting.deviceChangesUntilRisk,
                deviceChangeIsFinal: setting.deviceChangeIsFinal),
            recordedAt: version.recordedAt.wire, carrier: version.place.carrier?.code, product: product?.text,
            province: version.place.province)
    }
}

extension Wire.RetainedRegistration {
    init(_ line: RetentionReport.Line, in language: ReaderLanguage) {
        self.init(
            registration: line.registration.wire, code: line.code, endedAt: line.endedAt.wire, phase: line.phase.name,
            ground: line.phase.ground.text(in: language), requirement: line.phase.requirement, until: line.phase.until?.wire)
    }
}

extension Wire.DeletionAnswer {
    /// Nothing is ever deleted; what is told is why.
    init(_ phase: RetentionPhase, in language: ReaderLanguage) {
        self.init(
            deleted: false, phase: phase.name, ground: phase.ground.text(in: language), requirement: phase.requirement,
            until: phase.until?.wire)
    }
}
