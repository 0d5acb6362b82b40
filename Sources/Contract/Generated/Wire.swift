// Made from Contract/openapi.yaml by Scripts/generate-contract.py; change the contract, not this file.

extension Wire {
    package struct AcceptEnrolment: Codable, Hashable, Sendable {
        package var token: String
        package var login: String?
        package var password: String

        package init(
            token: String,
            password: String,
            login: String? = nil
        ) {
            self.token = token
            self.password = password
            self.login = login
        }
    }

    package struct EnrolmentAccepted: Codable, Hashable, Sendable {
        package var account: Wire.Account
        /// To be put into an authenticator, where the roles need a second factor.
        package var secondFactor: Wire.SecondFactorSecret?

        package init(
            account: Wire.Account,
            secondFactor: Wire.SecondFactorSecret? = nil
        ) {
            self.account = account
            self.secondFactor = secondFactor
        }
    }

    package struct SecondFactorSecret: Codable, Hashable, Sendable {
        /// Base32.
        package var secret: String
        /// `otpauth://totp/…` for a QR code.
        package var uri: String

        package init(
            secret: String,
            uri: String
        ) {
            self.secret = secret
            self.uri = uri
        }
    }

    package struct SignIn: Codable, Hashable, Sendable {
        package var login: String
        package var password: String
        package var code: String?
        /// What signs in, to tell sessions apart.
        package var label: String?

        package init(
            login: String,
            password: String,
            code: String? = nil,
            label: String? = nil
        ) {
            self.login = login
            self.password = password
            self.code = code
            self.label = label
        }
    }

    package struct RefreshSession: Codable, Hashable, Sendable {
        package var refreshToken: String

        package init(
            refreshToken: String
        ) {
            self.refreshToken = refreshToken
        }
    }

    package struct SessionTokens: Codable, Hashable, Sendable {
        package var session: String
        package var accessToken: String
        package var accessExpiresAt: String
        package var refreshToken: String
        package var refreshExpiresAt: String
        /// A role demands a second factor that is not set up; until it is, nothing else is allowed.
        package var secondFactorToSetUp: Bool

        package init(
            session: String,
            accessToken: String,
            accessExpiresAt: String,
            refreshToken: String,
            refreshExpiresAt: String,
            secondFactorToSetUp: Bool
        ) {
            self.session = session
            self.accessToken = accessToken
            self.accessExpiresAt = accessExpiresAt
            self.refreshToken = refreshToken
            self.refreshExpiresAt = refreshExpiresAt
            self.secondFactorToSetUp = secondFactorToSetUp
        }
    }

    /// Who is signed in, and what that allows.
    package struct SessionState: Codable, Hashable, Sendable {
        package var account: Wire.Account
        package var organisation: Wire.Organisation
        package var permissions: [String]
        package var means: String
        package var scope: String
        package var session: Wire.Session?
        package var secondFactorToSetUp: Bool

        package init(
            account: Wire.Account,
            organisation: Wire.Organisation,
            permissions: [String],
            means: String,
            scope: String,
            secondFactorToSetUp: Bool,
            session: Wire.Session? = nil
        ) {
            self.account = account
            self.organisation = organisation
            self.permissions = permissions
            self.means = means
            self.scope = scope
            self.secondFactorToSetUp = secondFactorToSetUp
            self.session = session
        }
    }

    package struct Session: Codable, Hashable, Sendable {
        package var id: String
        package var label: String
        package var startedAt: String
        package var refreshedAt: String
        package var expiresAt: String
        package var current: Bool

        package init(
            id: String,
            label: String,
            startedAt: String,
            refreshedAt: String,
            expiresAt: String,
            current: Bool
        ) {
            self.id = id
            self.label = label
            self.startedAt = startedAt
            self.refreshedAt = refreshedAt
            self.expiresAt = expiresAt
            self.current = current
        }
    }

    package struct SessionPage: Codable, Hashable, Sendable {
        package var items: [Wire.Session]
        package var next: String?

        package init(
            items: [Wire.Session],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct BeginSecondFactor: Codable, Hashable, Sendable {
        /// Of the factor to be replaced, where there is one.
        package var code: String?

        package init(
            code: String? = nil
        ) {
            self.code = code
        }
    }

    package struct ConfirmSecondFactor: Codable, Hashable, Sendable {
        package var code: String

        package init(
            code: String
        ) {
            self.code = code
        }
    }

    package struct ChangePassword: Codable, Hashable, Sendable {
        package var current: String
        package var new: String

        package init(
            current: String,
            new: String
        ) {
            self.current = current
            self.new = new
        }
    }

    package struct CreateOrganisation: Codable, Hashable, Sendable {
        package var kind: String
        /// The caller's own organisation unless given.
        package var parent: String?
        package var name: String

        package init(
            kind: String,
            name: String,
            parent: String? = nil
        ) {
            self.kind = kind
            self.name = name
            self.parent = parent
        }
    }

    package struct UpdateOrganisation: Codable, Hashable, Sendable {
        package var name: String?
        package var status: String?
        /// Code of the unit whose cards an enterprise's seat sees; only the operating company links, and the unit needs a registration.
        package var unitCode: String?

        package init(
            name: String? = nil,
            status: String? = nil,
            unitCode: String? = nil
        ) {
            self.name = name
            self.status = status
            self.unitCode = unitCode
        }
    }

    package struct Organisation: Codable, Hashable, Sendable {
        package var id: String
        package var kind: String
        package var parent: String?
        package var name: String
        package var status: String
        package var unit: String?
        package var createdAt: String
        package var updatedAt: String
        package var version: Int64

        package init(
            id: String,
            kind: String,
            name: String,
            status: String,
            createdAt: String,
            updatedAt: String,
            version: Int64,
            parent: String? = nil,
            unit: String? = nil
        ) {
            self.id = id
            self.kind = kind
            self.name = name
            self.status = status
            self.createdAt = createdAt
            self.updatedAt = updatedAt
            self.version = version
            self.parent = parent
            self.unit = unit
        }
    }

    package struct OrganisationPage: Codable, Hashable, Sendable {
        package var items: [Wire.Organisation]
        package var next: String?

        package init(
            items: [Wire.Organisation],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    /// What an agreement with a carrier says of registration (R-AF-01). A new version never changes an old one.
    package struct RecordContract: Codable, Hashable, Sendable {
        package var carrier: String
        package var version: String
        package var validFrom: String
        package var validUntil: String
        package var duties: String
        package var breachHandling: String

        package init(
            carrier: String,
            version: String,
            validFrom: String,
            validUntil: String,
            duties: String,
            breachHandling: String
        ) {
            self.carrier = carrier
            self.version = version
            self.validFrom = validFrom
            self.validUntil = validUntil
            self.duties = duties
            self.breachHandling = breachHandling
        }
    }

    package struct Contract: Codable, Hashable, Sendable {
        package var id: String
        package var agent: String
        package var carrier: String
        package var version: String
        package var validFrom: String
        package var validUntil: String
        package var duties: String
        package var breachHandling: String
        package var recordedAt: String
        package var recordedBy: String

        package init(
            id: String,
            agent: String,
            carrier: String,
            version: String,
            validFrom: String,
            validUntil: String,
            duties: String,
            breachHandling: String,
            recordedAt: String,
            recordedBy: String
        ) {
            self.id = id
            self.agent = agent
            self.carrier = carrier
            self.version = version
            self.validFrom = validFrom
            self.validUntil = validUntil
            self.duties = duties
            self.breachHandling = breachHandling
            self.recordedAt = recordedAt
            self.recordedBy = recordedBy
        }
    }

    package struct ContractPage: Codable, Hashable, Sendable {
        package var items: [Wire.Contract]
        package var next: String?

        package init(
            items: [Wire.Contract],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct CreateAccount: Codable, Hashable, Sendable {
        /// The caller's own unless given.
        package var organisation: String?
        package var kind: String?
        /// Chosen at enrolment unless given; a machine needs one.
        package var login: String?
        package var roles: [String]

        package init(
            roles: [String],
            organisation: String? = nil,
            kind: String? = nil,
            login: String? = nil
        ) {
            self.roles = roles
            self.organisation = organisation
            self.kind = kind
            self.login = login
        }
    }

    package struct UpdateAccount: Codable, Hashable, Sendable {
        package var roles: [String]?
        /// Final.
        package var status: String?

        package init(
            roles: [String]? = nil,
            status: String? = nil
        ) {
            self.roles = roles
            self.status = status
        }
    }

    package struct Account: Codable, Hashable, Sendable {
        package var id: String
        package var kind: String
        package var organisation: String
        package var login: String?
        package var roles: [String]
        package var status: String
        /// Whether a second factor is set up.
        package var secondFactor: Bool
        package var createdAt: String
        package var updatedAt: String
        package var version: Int64

        package init(
            id: String,
            kind: String,
            organisation: String,
            roles: [String],
            status: String,
            secondFactor: Bool,
            createdAt: String,
            updatedAt: String,
            version: Int64,
            login: String? = nil
        ) {
            self.id = id
            self.kind = kind
            self.organisation = organisation
            self.roles = roles
            self.status = status
            self.secondFactor = secondFactor
            self.createdAt = createdAt
            self.updatedAt = updatedAt
            self.version = version
            self.login = login
        }
    }

    package struct AccountPage: Codable, Hashable, Sendable {
        package var items: [Wire.Account]
        package var next: String?

        package init(
            items: [Wire.Account],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct AccountCreated: Codable, Hashable, Sendable {
        package var account: Wire.Account
        /// Absent for a machine, which is given API keys instead.
        package var enrolment: Wire.Enrolment?

        package init(
            account: Wire.Account,
            enrolment: Wire.Enrolment? = nil
        ) {
            self.account = account
            self.enrolment = enrolment
        }
    }

    /// Hand the token over by a way of its own; it works once.
    package struct Enrolment: Codable, Hashable, Sendable {
        package var token: String
        package var expiresAt: String

        package init(
            token: String,
            expiresAt: String
        ) {
            self.token = token
            self.expiresAt = expiresAt
        }
    }

    package struct CreateAPIKey: Codable, Hashable, Sendable {
        /// A machine's account.
        package var account: String
        package var label: String
        package var permissions: [String]
        package var expiresAt: String

        package init(
            account: String,
            label: String,
            permissions: [String],
            expiresAt: String
        ) {
            self.account = account
            self.label = label
            self.permissions = permissions
            self.expiresAt = expiresAt
        }
    }

    package struct APIKey: Codable, Hashable, Sendable {
        package var id: String
        package var account: String
        package var label: String
        package var permissions: [String]
        package var createdAt: String
        package var expiresAt: String
        package var revokedAt: String?

        package init(
            id: String,
            account: String,
            label: String,
            permissions: [String],
            createdAt: String,
            expiresAt: String,
            revokedAt: String? = nil
        ) {
            self.id = id
            self.account = account
            self.label = label
            self.permissions = permissions
            self.createdAt = createdAt
            self.expiresAt = expiresAt
            self.revokedAt = revokedAt
        }
    }

    package struct APIKeyPage: Codable, Hashable, Sendable {
        package var items: [Wire.APIKey]
        package var next: String?

        package init(
            items: [Wire.APIKey],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct APIKeyCreated: Codable, Hashable, Sendable {
        package var apiKey: Wire.APIKey
        /// Shown once.
        package var token: String

        package init(
            apiKey: Wire.APIKey,
            token: String
        ) {
            self.apiKey = apiKey
            self.token = token
        }
    }

    package struct ProductTerms: Codable, Hashable, Sendable {
        package var name: String
        package var carrier: String
        package var cardClass: String
        package var traffic: String
        package var monthlyMegabytes: Int64
        package var voice: Bool
        package var sms: Bool
        /// Device binding (R-IC-07).
        package var binding: String
        package var periods: Wire.ProductPeriods?

        package init(
            name: String,
            carrier: String,
            cardClass: String,
            traffic: String,
            monthlyMegabytes: Int64,
            voice: Bool,
            sms: Bool,
            binding: String,
            periods: Wire.ProductPeriods? = nil
        ) {
            self.name = name
            self.carrier = carrier
            self.cardClass = cardClass
            self.traffic = traffic
            self.monthlyMegabytes = monthlyMegabytes
            self.voice = voice
            self.sms = sms
            self.binding = binding
            self.periods = periods
        }
    }

    /// All configuration (R-LC-01).
    package struct ProductPeriods: Codable, Hashable, Sendable {
        package var testDays: Int64?
        package var silentDays: Int64?
        package var cancellationMonths: Int64?

        package init(
            testDays: Int64? = nil,
            silentDays: Int64? = nil,
            cancellationMonths: Int64? = nil
        ) {
            self.testDays = testDays
            self.silentDays = silentDays
            self.cancellationMonths = cancellationMonths
        }
    }

    package struct CreateProduct: Codable, Hashable, Sendable {
        package var code: String
        package var terms: Wire.ProductTerms

        package init(
            code: String,
            terms: Wire.ProductTerms
        ) {
            self.code = code
            self.terms = terms
        }
    }

    package struct UpdateProduct: Codable, Hashable, Sendable {
        package var terms: Wire.ProductTerms
        package var status: String?

        package init(
            terms: Wire.ProductTerms,
            status: String? = nil
        ) {
            self.terms = terms
            self.status = status
        }
    }

    package struct Product: Codable, Hashable, Sendable {
        package var code: String
        package var status: String
        package var version: Int64
        package var terms: Wire.ProductTerms
        package var recordedAt: String

        package init(
            code: String,
            status: String,
            version: Int64,
            terms: Wire.ProductTerms,
            recordedAt: String
        ) {
            self.code = code
            self.status = status
            self.version = version
            self.terms = terms
            self.recordedAt = recordedAt
        }
    }

    package struct ProductPage: Codable, Hashable, Sendable {
        package var items: [Wire.Product]
        package var next: String?

        package init(
            items: [Wire.Product],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct Intake: Codable, Hashable, Sendable {
        package var id: String
        package var organisation: String
        package var kind: String
        package var batch: String
        package var province: Int64?
        package var state: String
        /// Code of what stopped it.
        package var failure: String?
        /// What stopped it.
        package var failureReason: String?
        /// What to do.
        package var failureMend: String?
        package var counts: Wire.IntakeCounts
        package var bytes: Int64
        package var format: String
        package var createdAt: String
        package var startedAt: String?
        package var finishedAt: String?
        /// How long the repair file can be fetched.
        package var repairUntil: String?

        package init(
            id: String,
            organisation: String,
            kind: String,
            batch: String,
            state: String,
            counts: Wire.IntakeCounts,
            bytes: Int64,
            format: String,
            createdAt: String,
            province: Int64? = nil,
            failure: String? = nil,
            failureReason: String? = nil,
            failureMend: String? = nil,
            startedAt: String? = nil,
            finishedAt: String? = nil,
            repairUntil: String? = nil
        ) {
            self.id = id
            self.organisation = organisation
            self.kind = kind
            self.batch = batch
            self.state = state
            self.counts = counts
            self.bytes = bytes
            self.format = format
            self.createdAt = createdAt
            self.province = province
            self.failure = failure
            self.failureReason = failureReason
            self.failureMend = failureMend
            self.startedAt = startedAt
            self.finishedAt = finishedAt
            self.repairUntil = repairUntil
        }
    }

    package struct IntakeCounts: Codable, Hashable, Sendable {
        /// Rows in the file, once known.
        package var total: Int64?
        /// Rows looked at.
        package var done: Int64
        /// Cards new here.
        package var taken: Int64
        /// Cards that were here already with the same data.
        package var known: Int64
        /// Identical repeats inside the file.
        package var repeated: Int64
        /// Rows left out.
        package var failed: Int64

        package init(
            done: Int64,
            taken: Int64,
            known: Int64,
            repeated: Int64,
            failed: Int64,
            total: Int64? = nil
        ) {
            self.done = done
            self.taken = taken
            self.known = known
            self.repeated = repeated
            self.failed = failed
            self.total = total
        }
    }

    package struct IntakePage: Codable, Hashable, Sendable {
        package var items: [Wire.Intake]
        package var next: String?

        package init(
            items: [Wire.Intake],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    /// What is wrong with a row; never the data itself.
    package struct IntakeProblem: Codable, Hashable, Sendable {
        package var row: Int64
        package var field: String
        package var code: String
        package var severity: String
        /// The row of the same file it contradicts or repeats.
        package var otherRow: Int64?
        package var title: String
        package var mend: String?

        package init(
            row: Int64,
            field: String,
            code: String,
            severity: String,
            title: String,
            otherRow: Int64? = nil,
            mend: String? = nil
        ) {
            self.row = row
            self.field = field
            self.code = code
            self.severity = severity
            self.title = title
            self.otherRow = otherRow
            self.mend = mend
        }
    }

    package struct IntakeProblemPage: Codable, Hashable, Sendable {
        package var items: [Wire.IntakeProblem]
        package var next: String?

        package init(
            items: [Wire.IntakeProblem],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    /// Which cards: a batch, a range of ICCIDs, or a list of numbers or card references.
    package struct CardSelection: Codable, Hashable, Sendable {
        package var batch: String?
        package var range: Wire.ICCIDRange?
        package var numbers: [String]?

        package init(
            batch: String? = nil,
            range: Wire.ICCIDRange? = nil,
            numbers: [String]? = nil
        ) {
            self.batch = batch
            self.range = range
            self.numbers = numbers
        }
    }

    /// Both ends included.
    package struct ICCIDRange: Codable, Hashable, Sendable {
        package var from: String
        package var to: String

        package init(
            from: String,
            to: String
        ) {
            self.from = from
            self.to = to
        }
    }

    package struct CreateCustodyAct: Codable, Hashable, Sendable {
        package var kind: String
        /// To whom they go; only for `allocate`.
        package var organisation: String?
        package var cards: Wire.CardSelection
        /// Move those that can be moved and say which were left.
        package var leavingOthers: Bool?

        package init(
            kind: String,
            cards: Wire.CardSelection,
            organisation: String? = nil,
            leavingOthers: Bool? = nil
        ) {
            self.kind = kind
            self.cards = cards
            self.organisation = organisation
            self.leavingOthers = leavingOthers
        }
    }

    package struct WithdrawClaims: Codable, Hashable, Sendable {
        package var cards: Wire.CardSelection
        /// Withdraw those that can be and say which were left.
        package var leavingOthers: Bool?

        package init(
            cards: Wire.CardSelection,
            leavingOthers: Bool? = nil
        ) {
            self.cards = cards
            self.leavingOthers = leavingOthers
        }
    }

    package struct CustodyAct: Codable, Hashable, Sendable {
        package var id: String
        package var kind: String
        package var from: String?
        package var to: String
        package var cards: Int64
        /// How the cards were chosen, as JSON.
        package var selection: String
        package var effectiveFrom: String
        package var recordedAt: String
        package var recordedBy: String

        package init(
            id: String,
            kind: String,
            to: String,
            cards: Int64,
            selection: String,
            effectiveFrom: String,
            recordedAt: String,
            recordedBy: String,
            from: String? = nil
        ) {
            self.id = id
            self.kind = kind
            self.to = to
            self.cards = cards
            self.selection = selection
            self.effectiveFrom = effectiveFrom
            self.recordedAt = recordedAt
            self.recordedBy = recordedBy
            self.from = from
        }
    }

    package struct CustodyActPage: Codable, Hashable, Sendable {
        package var items: [Wire.CustodyAct]
        package var next: String?

        package init(
            items: [Wire.CustodyAct],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct Card: Codable, Hashable, Sendable {
        package var card: String
        package var iccid: String
        package var msisdn: String?
        package var imsi: String?
        package var eid: String?
        package var carrier: String
        package var product: String
        package var productName: String
        /// GB/T 2260, two digits.
        package var province: Int64?
        package var origin: String
        package var batch: String
        package var custodian: String?
        /// Withdrawn: a claim that was wrong; its numbers are free.
        package var standing: String?
        /// Whether somebody answers for it now.
        package var realName: String
        package var registration: String?
        package var recordedAt: String

        package init(
            card: String,
            iccid: String,
            carrier: String,
            product: String,
            productName: String,
            origin: String,
            batch: String,
            realName: String,
            recordedAt: String,
            msisdn: String? = nil,
            imsi: String? = nil,
            eid: String? = nil,
            province: Int64? = nil,
            custodian: String? = nil,
            standing: String? = nil,
            registration: String? = nil
        ) {
            self.card = card
            self.iccid = iccid
            self.carrier = carrier
            self.product = product
            self.productName = productName
            self.origin = origin
            self.batch = batch
            self.realName = realName
            self.recordedAt = recordedAt
            self.msisdn = msisdn
            self.imsi = imsi
            self.eid = eid
            self.province = province
            self.custodian = custodian
            self.standing = standing
            self.registration = registration
        }
    }

    package struct CardPage: Codable, Hashable, Sendable {
        package var items: [Wire.Card]
        package var next: String?

        package init(
            items: [Wire.Card],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct CardSearch: Codable, Hashable, Sendable {
        /// ICCIDs, numbers or IMSIs, mixed.
        package var numbers: [String]

        package init(
            numbers: [String]
        ) {
            self.numbers = numbers
        }
    }

    package struct CardSearchResult: Codable, Hashable, Sendable {
        package struct Item: Codable, Hashable, Sendable {
            /// As asked.
            package var number: String
            package var card: Wire.Card?

            package init(
                number: String,
                card: Wire.Card? = nil
            ) {
                self.number = number
                self.card = card
            }
        }

        package var items: [Item]

        package init(
            items: [Item]
        ) {
            self.items = items
        }
    }

    /// A card in service that lacks something (R-25-24).
    package struct Gap: Codable, Hashable, Sendable {
        package var card: String
        package var iccid: String
        package var openedOn: String?
        package var unitName: String?
        package var lacks: [String]

        package init(
            card: String,
            iccid: String,
            lacks: [String],
            openedOn: String? = nil,
            unitName: String? = nil
        ) {
            self.card = card
            self.iccid = iccid
            self.lacks = lacks
            self.openedOn = openedOn
            self.unitName = unitName
        }
    }

    package struct GapReport: Codable, Hashable, Sendable {
        package struct Counts: Codable, Hashable, Sendable {
            /// Cards that came in as already in service.
            package var inService: Int64
            /// Of those, registered here since: they lack nothing.
            package var registered: Int64
            package var withoutHolder: Int64
            package var withoutResponsiblePerson: Int64
            package var withoutEvidence: Int64

            package init(
                inService: Int64,
                registered: Int64,
                withoutHolder: Int64,
                withoutResponsiblePerson: Int64,
                withoutEvidence: Int64
            ) {
                self.inService = inService
                self.registered = registered
                self.withoutHolder = withoutHolder
                self.withoutResponsiblePerson = withoutResponsiblePerson
                self.withoutEvidence = withoutEvidence
            }
        }

        package var counts: Counts
        package var items: [Wire.Gap]
        package var next: String?

        package init(
            counts: Counts,
            items: [Wire.Gap],
            next: String? = nil
        ) {
            self.counts = counts
            self.items = items
            self.next = next
        }
    }

    package struct Evidence: Codable, Hashable, Sendable {
        package var id: String
        package var organisation: String
        package var kind: String
        /// By content, not by name.
        package var mediaType: String
        package var bytes: Int64
        package var width: Int64?
        package var height: Int64?
        package var pages: Int64?
        /// Of the original, hexadecimal.
        package var sha256: String
        /// The oldest piece within scope with the same bytes.
        package var duplicateOf: String?
        package var warnings: [String]
        package var registeredAt: String?
        package var purgeAfter: String?
        package var purgedAt: String?
        package var recordedAt: String
        package var recordedBy: String

        package init(
            id: String,
            organisation: String,
            kind: String,
            mediaType: String,
            bytes: Int64,
            sha256: String,
            warnings: [String],
            recordedAt: String,
            recordedBy: String,
            width: Int64? = nil,
            height: Int64? = nil,
            pages: Int64? = nil,
            duplicateOf: String? = nil,
            registeredAt: String? = nil,
            purgeAfter: String? = nil,
            purgedAt: String? = nil
        ) {
            self.id = id
            self.organisation = organisation
            self.kind = kind
            self.mediaType = mediaType
            self.bytes = bytes
            self.sha256 = sha256
            self.warnings = warnings
            self.recordedAt = recordedAt
            self.recordedBy = recordedBy
            self.width = width
            self.height = height
            self.pages = pages
            self.duplicateOf = duplicateOf
            self.registeredAt = registeredAt
            self.purgeAfter = purgeAfter
            self.purgedAt = purgedAt
        }
    }

    package struct OpenEvidence: Codable, Hashable, Sendable {
        package var purpose: String

        package init(
            purpose: String
        ) {
            self.purpose = purpose
        }
    }

    /// The letter by which the unit lets its handler act (授权书).
    package struct Authorisation: Codable, Hashable, Sendable {
        package var purpose: String?
        package var validFrom: String?
        package var validUntil: String?

        package init(
            purpose: String? = nil,
            validFrom: String? = nil,
            validUntil: String? = nil
        ) {
            self.purpose = purpose
            self.validFrom = validFrom
            self.validUntil = validUntil
        }
    }

    /// What is to be registered. A draft may lack anything; submission says what is missing and why.
    package struct RegistrationContent: Codable, Hashable, Sendable {
        package var unit: Wire.PartyFacts?
        package var handler: Wire.PartyFacts?
        package var responsiblePerson: Wire.PartyFacts?
        package var actualUser: Wire.PartyFacts?
        /// The department that uses the cards, where no single person does.
        package var usingDepartment: String?
        package var proxy: Wire.PartyFacts?
        package var authorisation: Wire.Authorisation?
        package var use: Wire.DeclaredUse?
        package var evidence: [String: [String]]?
        /// The legal notice was shown and accepted (R-AF-10).
        package var noticeAccepted: Bool?
        /// Since when a change counts; in the past it needs evidence and a second approver.
        package var effectiveFrom: String?
        /// Which role, for a change of one.
        package var role: String?

        package init(
            unit: Wire.PartyFacts? = nil,
            handler: Wire.PartyFacts? = nil,
            responsiblePerson: Wire.PartyFacts? = nil,
            actualUser: Wire.PartyFacts? = nil,
            usingDepartment: String? = nil,
            proxy: Wire.PartyFacts? = nil,
            authorisation: Wire.Authorisation? = nil,
            use: Wire.DeclaredUse? = nil,
            evidence: [String: [String]]? = nil,
            noticeAccepted: Bool? = nil,
            effectiveFrom: String? = nil,
            role: String? = nil
        ) {
            self.unit = unit
            self.handler = handler
            self.responsiblePerson = responsiblePerson
            self.actualUser = actualUser
            self.usingDepartment = usingDepartment
            self.proxy = proxy
            self.authorisation = authorisation
            self.use = use
            self.evidence = evidence
            self.noticeAccepted = noticeAccepted
            self.effectiveFrom = effectiveFrom
            self.role = role
        }
    }

    package struct PreviewRequirements: Codable, Hashable, Sendable {
        package var kind: String?
        package var channel: String
        package var hasSealedLetter: Bool?
        package var hasProxy: Bool?
        package var changedRole: String?
        package var takesEffectInThePast: Bool?
        package var products: [String]?

        package init(
            channel: String,
            kind: String? = nil,
            hasSealedLetter: Bool? = nil,
            hasProxy: Bool? = nil,
            changedRole: String? = nil,
            takesEffectInThePast: Bool? = nil,
            products: [String]? = nil
        ) {
            self.channel = channel
            self.kind = kind
            self.hasSealedLetter = hasSealedLetter
            self.hasProxy = hasProxy
            self.changedRole = changedRole
            self.takesEffectInThePast = takesEffectInThePast
            self.products = products
        }
    }

    package struct RequirementPreview: Codable, Hashable, Sendable {
        package struct Demand: Codable, Hashable, Sendable {
            package var pointer: String
            package var requirement: String
            /// "This needs … because …".
            package var reason: String

            package init(
                pointer: String,
                requirement: String,
                reason: String
            ) {
                self.pointer = pointer
                self.requirement = requirement
                self.reason = reason
            }
        }

        package struct Personal: Codable, Hashable, Sendable {
            package var product: String
            package var code: String
            package var requirement: String

            package init(
                product: String,
                code: String,
                requirement: String
            ) {
                self.product = product
                self.code = code
                self.requirement = requirement
            }
        }

        package var policy: String
        package var demands: [Demand]
        /// Products whose cards a unit cannot register in its own name.
        package var personal: [Personal]

        package init(
            policy: String,
            demands: [Demand],
            personal: [Personal]
        ) {
            self.policy = policy
            self.demands = demands
            self.personal = personal
        }
    }

    package struct CreateRegistration: Codable, Hashable, Sendable {
        package var channel: String
        package var content: Wire.RegistrationContent?

        package init(
            channel: String,
            content: Wire.RegistrationContent? = nil
        ) {
            self.channel = channel
            self.content = content
        }
    }

    package struct Registration: Codable, Hashable, Sendable {
        package var id: String
        /// Short name to be told on the telephone.
        package var code: String
        package var channel: String
        package var organisation: String
        package var state: String
        package var unit: Wire.Unit?
        package var cards: Int64
        package var createdAt: String
        package var registeredAt: String?
        package var endedAt: String?
        /// Who has which role now; only of one registration, not in lists.
        package var roles: [Wire.RoleHolder]?
        package var decisions: [Wire.Decision]?

        package init(
            id: String,
            code: String,
            channel: String,
            organisation: String,
            state: String,
            cards: Int64,
            createdAt: String,
            unit: Wire.Unit? = nil,
            registeredAt: String? = nil,
            endedAt: String? = nil,
            roles: [Wire.RoleHolder]? = nil,
            decisions: [Wire.Decision]? = nil
        ) {
            self.id = id
            self.code = code
            self.channel = channel
            self.organisation = organisation
            self.state = state
            self.cards = cards
            self.createdAt = createdAt
            self.unit = unit
            self.registeredAt = registeredAt
            self.endedAt = endedAt
            self.roles = roles
            self.decisions = decisions
        }
    }

    package struct RegistrationPage: Codable, Hashable, Sendable {
        package var items: [Wire.Registration]
        package var next: String?

        package init(
            items: [Wire.Registration],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct RegistrationCard: Codable, Hashable, Sendable {
        package var card: Wire.Card
        package var since: String

        package init(
            card: Wire.Card,
            since: String
        ) {
            self.card = card
            self.since = since
        }
    }

    package struct RegistrationCardPage: Codable, Hashable, Sendable {
        package var items: [Wire.RegistrationCard]
        package var next: String?

        package init(
            items: [Wire.RegistrationCard],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    /// One link of a role's succession; persons are masked.
    package struct RoleHolder: Codable, Hashable, Sendable {
        package var role: String
        package var party: String?
        /// The identity version it was decided on.
        package var identity: String?
        package var name: String?
        package var documentType: String?
        package var documentNumber: String?
        package var contact: String?
        package var validUntil: String?
        package var authorisedFrom: String?
        package var authorisedUntil: String?
        package var effectiveFrom: String
        package var recordedAt: String
        package var decision: String
        package var current: Bool

        package init(
            role: String,
            effectiveFrom: String,
            recordedAt: String,
            decision: String,
            current: Bool,
            party: String? = nil,
            identity: String? = nil,
            name: String? = nil,
            documentType: String? = nil,
            documentNumber: String? = nil,
            contact: String? = nil,
            validUntil: String? = nil,
            authorisedFrom: String? = nil,
            authorisedUntil: String? = nil
        ) {
            self.role = role
            self.effectiveFrom = effectiveFrom
            self.recordedAt = recordedAt
            self.decision = decision
            self.current = current
            self.party = party
            self.identity = identity
            self.name = name
            self.documentType = documentType
            self.documentNumber = documentNumber
            self.contact = contact
            self.validUntil = validUntil
            self.authorisedFrom = authorisedFrom
            self.authorisedUntil = authorisedUntil
        }
    }

    package struct RoleHolderPage: Codable, Hashable, Sendable {
        package var items: [Wire.RoleHolder]
        package var next: String?

        package init(
            items: [Wire.RoleHolder],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct CreateApplication: Codable, Hashable, Sendable {
        package var kind: String
        package var content: Wire.RegistrationContent?

        package init(
            kind: String,
            content: Wire.RegistrationContent? = nil
        ) {
            self.kind = kind
            self.content = content
        }
    }

    package struct Application: Codable, Hashable, Sendable {
        package var id: String
        package var registration: String
        package var registrationCode: String?
        package var channel: String?
        package var kind: String
        package var state: String
        package var version: Int64
        package var organisation: String
        /// Not in lists, as all that follows.
        package var unit: Wire.Unit?
        package var cards: Int64
        package var createdAt: String
        package var createdBy: String
        package var updatedAt: String
        package var submittedAt: String?
        package var submittedBy: String?
        package var decidedAt: String?
        package var lockedBy: String?
        package var lockedUntil: String?
        /// Persons masked unless revealed; absent once purged.
        package var content: Wire.RegistrationContent?
        package var checks: [Wire.Check]?
        package var decision: Wire.Decision?
        /// Why it was sent back or refused.
        package var reasons: [Wire.DecisionReason]?
        package var note: String?

        package init(
            id: String,
            registration: String,
            kind: String,
            state: String,
            version: Int64,
            organisation: String,
            cards: Int64,
            createdAt: String,
            createdBy: String,
            updatedAt: String,
            registrationCode: String? = nil,
            channel: String? = nil,
            unit: Wire.Unit? = nil,
            submittedAt: String? = nil,
            submittedBy: String? = nil,
            decidedAt: String? = nil,
            lockedBy: String? = nil,
            lockedUntil: String? = nil,
            content: Wire.RegistrationContent? = nil,
            checks: [Wire.Check]? = nil,
            decision: Wire.Decision? = nil,
            reasons: [Wire.DecisionReason]? = nil,
            note: String? = nil
        ) {
            self.id = id
            self.registration = registration
            self.kind = kind
            self.state = state
            self.version = version
            self.organisation = organisation
            self.cards = cards
            self.createdAt = createdAt
            self.createdBy = createdBy
            self.updatedAt = updatedAt
            self.registrationCode = registrationCode
            self.channel = channel
            self.unit = unit
            self.submittedAt = submittedAt
            self.submittedBy = submittedBy
            self.decidedAt = decidedAt
            self.lockedBy = lockedBy
            self.lockedUntil = lockedUntil
            self.content = content
            self.checks = checks
            self.decision = decision
            self.reasons = reasons
            self.note = note
        }
    }

    package struct ApplicationPage: Codable, Hashable, Sendable {
        package var items: [Wire.Application]
        package var next: String?

        package init(
            items: [Wire.Application],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct Check: Codable, Hashable, Sendable {
        package var method: String?
        package var provider: String?
        package var verdict: String
        package var code: String
        package var requirement: String
        /// JSON pointer of what was checked, or `cards`.
        package var subject: String
        /// How many cards it concerns.
        package var cards: Int64
        package var title: String?
        package var recordedAt: String?

        package init(
            verdict: String,
            code: String,
            requirement: String,
            subject: String,
            cards: Int64,
            method: String? = nil,
            provider: String? = nil,
            title: String? = nil,
            recordedAt: String? = nil
        ) {
            self.verdict = verdict
            self.code = code
            self.requirement = requirement
            self.subject = subject
            self.cards = cards
            self.method = method
            self.provider = provider
            self.title = title
            self.recordedAt = recordedAt
        }
    }

    package struct CardsSelected: Codable, Hashable, Sendable {
        package var application: String
        package var version: Int64
        package var cards: Int64
        package var notFound: Int64
        /// Positions in the list, from 0; the first thousand.
        package var notFoundPositions: [Int64]
        package var repeated: Int64

        package init(
            application: String,
            version: Int64,
            cards: Int64,
            notFound: Int64,
            notFoundPositions: [Int64],
            repeated: Int64
        ) {
            self.application = application
            self.version = version
            self.cards = cards
            self.notFound = notFound
            self.notFoundPositions = notFoundPositions
            self.repeated = repeated
        }
    }

    package struct DecisionReason: Codable, Hashable, Sendable {
        /// Field of the content.
        package var pointer: String
        package var code: String

        package init(
            pointer: String,
            code: String
        ) {
            self.pointer = pointer
            self.code = code
        }
    }

    package struct Decide: Codable, Hashable, Sendable {
        package var verdict: String
        package var reasons: [Wire.DecisionReason]?
        /// Sealed, but shown to the submitter: it names roles, never a person or a person's number.
        package var note: String?

        package init(
            verdict: String,
            reasons: [Wire.DecisionReason]? = nil,
            note: String? = nil
        ) {
            self.verdict = verdict
            self.reasons = reasons
            self.note = note
        }
    }

    package struct ExclusionPage: Codable, Hashable, Sendable {
        package var items: [Wire.Exclusion]
        package var next: String?

        package init(
            items: [Wire.Exclusion],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct Unit: Codable, Hashable, Sendable {
        package var id: String
        package var code: String
        package var name: String

        package init(
            id: String,
            code: String,
            name: String
        ) {
            self.id = id
            self.code = code
            self.name = name
        }
    }

    package struct UnitPage: Codable, Hashable, Sendable {
        package var items: [Wire.Unit]
        package var next: String?

        package init(
            items: [Wire.Unit],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct Expiry: Codable, Hashable, Sendable {
        package var matter: String
        package var until: String
        package var registration: String
        package var registrationCode: String
        package var role: String
        package var cards: Int64

        package init(
            matter: String,
            until: String,
            registration: String,
            registrationCode: String,
            role: String,
            cards: Int64
        ) {
            self.matter = matter
            self.until = until
            self.registration = registration
            self.registrationCode = registrationCode
            self.role = role
            self.cards = cards
        }
    }

    package struct ExpiryPage: Codable, Hashable, Sendable {
        package var items: [Wire.Expiry]
        package var next: String?

        package init(
            items: [Wire.Expiry],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    /// Exactly one of `iccid`, `msisdn`, `imsi`, `card`.
    package struct AskAnswer: Codable, Hashable, Sendable {
        package var iccid: String?
        package var msisdn: String?
        package var imsi: String?
        package var card: String?
        /// Who answered then.
        package var at: String?
        /// As was known then.
        package var asKnown: String?

        package init(
            iccid: String? = nil,
            msisdn: String? = nil,
            imsi: String? = nil,
            card: String? = nil,
            at: String? = nil,
            asKnown: String? = nil
        ) {
            self.iccid = iccid
            self.msisdn = msisdn
            self.imsi = imsi
            self.card = card
            self.at = at
            self.asKnown = asKnown
        }
    }

    /// Exactly one of `iccid`, `msisdn`, `imsi`, `card`.
    package struct Reveal: Codable, Hashable, Sendable {
        package var iccid: String?
        package var msisdn: String?
        package var imsi: String?
        package var card: String?
        package var at: String?
        package var asKnown: String?
        package var purpose: String

        package init(
            purpose: String,
            iccid: String? = nil,
            msisdn: String? = nil,
            imsi: String? = nil,
            card: String? = nil,
            at: String? = nil,
            asKnown: String? = nil
        ) {
            self.purpose = purpose
            self.iccid = iccid
            self.msisdn = msisdn
            self.imsi = imsi
            self.card = card
            self.at = at
            self.asKnown = asKnown
        }
    }

    /// Who answers for a card at an instant.
    package struct AnswerForCard: Codable, Hashable, Sendable {
        package struct AgentChain: Codable, Hashable, Sendable {
            package var organisation: String
            package var name: String

            package init(
                organisation: String,
                name: String
            ) {
                self.organisation = organisation
                self.name = name
            }
        }

        package var card: String
        package var iccid: String
        package var msisdn: String?
        package var carrier: String
        package var at: String
        package var asKnown: String
        package var masked: Bool
        /// `vacant`: nobody any more; `unregistered`: nobody ever, up to then.
        package var standing: String
        package var unit: Wire.Unit?
        package var responsiblePerson: Wire.AnsweringParty?
        package var actualUser: Wire.AnsweringParty?
        package var usingDepartment: String?
        package var handler: Wire.AnsweringParty?
        package var proxy: Wire.AnsweringParty?
        /// From the operating company down to who sold it, as of the day of registration.
        package var agentChain: [AgentChain]
        package var since: String?
        package var registration: String?
        package var registrationCode: String?
        package var decision: String?
        /// What the decision rested on.
        package var evidence: [String]

        package init(
            card: String,
            iccid: String,
            carrier: String,
            at: String,
            asKnown: String,
            masked: Bool,
            standing: String,
            agentChain: [AgentChain],
            evidence: [String],
            msisdn: String? = nil,
            unit: Wire.Unit? = nil,
            responsiblePerson: Wire.AnsweringParty? = nil,
            actualUser: Wire.AnsweringParty? = nil,
            usingDepartment: String? = nil,
            handler: Wire.AnsweringParty? = nil,
            proxy: Wire.AnsweringParty? = nil,
            since: String? = nil,
            registration: String? = nil,
            registrationCode: String? = nil,
            decision: String? = nil
        ) {
            self.card = card
            self.iccid = iccid
            self.carrier = carrier
            self.at = at
            self.asKnown = asKnown
            self.masked = masked
            self.standing = standing
            self.agentChain = agentChain
            self.evidence = evidence
            self.msisdn = msisdn
            self.unit = unit
            self.responsiblePerson = responsiblePerson
            self.actualUser = actualUser
            self.usingDepartment = usingDepartment
            self.handler = handler
            self.proxy = proxy
            self.since = since
            self.registration = registration
            self.registrationCode = registrationCode
            self.decision = decision
        }
    }

    package struct TrailEntry: Codable, Hashable, Sendable {
        package var id: String
        /// Its place in the tree, from 0; absent until the sequencer has numbered it, within a second.
        package var number: Int64?
        package var recordedAt: String
        package var actor: String
        package var action: String
        /// The entry as canonical JSON (RFC 8785): these bytes are the leaf of the tree.
        package var body: String
        /// SHA-256 leaf hash (RFC 6962), hexadecimal.
        package var leafHash: String?
        /// Of one entry, not in lists; once it is numbered.
        package var proof: Wire.InclusionProof?

        package init(
            id: String,
            recordedAt: String,
            actor: String,
            action: String,
            body: String,
            number: Int64? = nil,
            leafHash: String? = nil,
            proof: Wire.InclusionProof? = nil
        ) {
            self.id = id
            self.recordedAt = recordedAt
            self.actor = actor
            self.action = action
            self.body = body
            self.number = number
            self.leafHash = leafHash
            self.proof = proof
        }
    }

    /// That the entry stands in the tree of that size and root (RFC 6962 section 2.1.1).
    package struct InclusionProof: Codable, Hashable, Sendable {
        package var index: Int64
        package var size: Int64
        package var root: String
        package var path: [String]

        package init(
            index: Int64,
            size: Int64,
            root: String,
            path: [String]
        ) {
            self.index = index
            self.size = size
            self.root = root
            self.path = path
        }
    }

    package struct TrailPage: Codable, Hashable, Sendable {
        package var items: [Wire.TrailEntry]
        package var next: String?

        package init(
            items: [Wire.TrailEntry],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }
    }

    package struct TrailHead: Codable, Hashable, Sendable {
        /// Entries numbered.
        package var size: Int64
        /// Root of the tree (RFC 6962), hexadecimal; of the empty tree SHA-256 of nothing.
        package var root: String
        package var recordedAt: String?
        /// Entries committed and not numbered yet.
        package var pending: Int64

        package init(
            size: Int64,
            root: String,
            pending: Int64,
            recordedAt: String? = nil
        ) {
            self.size = size
            self.root = root
            self.pending = pending
            self.recordedAt = recordedAt
        }
    }

    package struct CustodyOutcome: Codable, Hashable, Sendable {
        /// Absent when nothing had to move.
        package var act: String?
        package var moved: Int64
        package var alreadyThere: Int64
        package var leftOut: [Wire.CardObstacle]
        /// Positions in the list, from 0.
        package var notFoundPositions: [Int64]

        package init(
            moved: Int64,
            alreadyThere: Int64,
            leftOut: [Wire.CardObstacle],
            notFoundPositions: [Int64],
            act: String? = nil
        ) {
            self.moved = moved
            self.alreadyThere = alreadyThere
            self.leftOut = leftOut
            self.notFoundPositions = notFoundPositions
            self.act = act
        }
    }

    package struct CardObstacle: Codable, Hashable, Sendable {
        package var code: String
        package var title: String
        package var cards: Int64

        package init(
            code: String,
            title: String,
            cards: Int64
        ) {
            self.code = code
            self.title = title
            self.cards = cards
        }
    }

    package struct CardDetail: Codable, Hashable, Sendable {
        package var card: Wire.Card
        package var product: Wire.Product
        /// Acts within scope, oldest first.
        package var custody: [Wire.CustodyAct]

        package init(
            card: Wire.Card,
            product: Wire.Product,
            custody: [Wire.CustodyAct]
        ) {
            self.card = card
            self.product = product
            self.custody = custody
        }
    }

    /// A unit or person as its document says. A masked view has the same fields.
    package struct PartyFacts: Codable, Hashable, Sendable {
        package var name: String?
        package var documentType: String?
        package var documentNumber: String?
        package var address: String?
        package var contact: String?
        package var validFrom: String?
        package var validUntil: String?

        package init(
            name: String? = nil,
            documentType: String? = nil,
            documentNumber: String? = nil,
            address: String? = nil,
            contact: String? = nil,
            validFrom: String? = nil,
            validUntil: String? = nil
        ) {
            self.name = name
            self.documentType = documentType
            self.documentNumber = documentNumber
            self.address = address
            self.contact = contact
            self.validFrom = validFrom
            self.validUntil = validUntil
        }
    }

    /// The devices and what the cards are for (R-AF-04, R-IC-03).
    package struct DeclaredUse: Codable, Hashable, Sendable {
        package var deviceType: String?
        package var deviceModel: String?
        package var scene: String?
        package var traffic: String?
        package var voice: Bool?
        package var sms: Bool?
        package var monthlyMegabytes: Int64?
        /// GB/T 2260, two or six digits, or `CN`.
        package var region: String?

        package init(
            deviceType: String? = nil,
            deviceModel: String? = nil,
            scene: String? = nil,
            traffic: String? = nil,
            voice: Bool? = nil,
            sms: Bool? = nil,
            monthlyMegabytes: Int64? = nil,
            region: String? = nil
        ) {
            self.deviceType = deviceType
            self.deviceModel = deviceModel
            self.scene = scene
            self.traffic = traffic
            self.voice = voice
            self.sms = sms
            self.monthlyMegabytes = monthlyMegabytes
            self.region = region
        }
    }

    package struct ApplicationBegun: Codable, Hashable, Sendable {
        package var registration: String
        package var application: String
        /// Short name of the registration to be told on the telephone.
        package var code: String
        package var version: Int64

        package init(
            registration: String,
            application: String,
            code: String,
            version: Int64
        ) {
            self.registration = registration
            self.application = application
            self.code = code
            self.version = version
        }
    }

    package struct Decision: Codable, Hashable, Sendable {
        package var id: String
        package var verdict: String
        package var cardsRegistered: Int64
        package var cardsExcluded: Int64
        package var effectiveFrom: String
        package var decidedAt: String
        package var decidedBy: String
        package var secondedBy: String?

        package init(
            id: String,
            verdict: String,
            cardsRegistered: Int64,
            cardsExcluded: Int64,
            effectiveFrom: String,
            decidedAt: String,
            decidedBy: String,
            secondedBy: String? = nil
        ) {
            self.id = id
            self.verdict = verdict
            self.cardsRegistered = cardsRegistered
            self.cardsExcluded = cardsExcluded
            self.effectiveFrom = effectiveFrom
            self.decidedAt = decidedAt
            self.decidedBy = decidedBy
            self.secondedBy = secondedBy
        }
    }

    package struct UnitDetail: Codable, Hashable, Sendable {
        package var unit: Wire.Unit
        package var registrations: [Wire.Registration]

        package init(
            unit: Wire.Unit,
            registrations: [Wire.Registration]
        ) {
            self.unit = unit
            self.registrations = registrations
        }
    }

    package struct ApplicationVersion: Codable, Hashable, Sendable {
        package var application: String
        package var version: Int64

        package init(
            application: String,
            version: Int64
        ) {
            self.application = application
            self.version = version
        }
    }

    package struct ApplicationSubmitted: Codable, Hashable, Sendable {
        package var application: String
        package var submission: String
        package var version: Int64
        package var checks: [Wire.Check]

        package init(
            application: String,
            submission: String,
            version: Int64,
            checks: [Wire.Check]
        ) {
            self.application = application
            self.submission = submission
            self.version = version
            self.checks = checks
        }
    }

    package struct ApplicationDecided: Codable, Hashable, Sendable {
        package var application: String
        package var decision: String?
        package var state: String
        package var cardsRegistered: Int64
        package var cardsExcluded: Int64
        package var version: Int64

        package init(
            application: String,
            state: String,
            cardsRegistered: Int64,
            cardsExcluded: Int64,
            version: Int64,
            decision: String? = nil
        ) {
            self.application = application
            self.state = state
            self.cardsRegistered = cardsRegistered
            self.cardsExcluded = cardsExcluded
            self.version = version
            self.decision = decision
        }
    }

    package struct ReviewHold: Codable, Hashable, Sendable {
        package var until: String

        package init(
            until: String
        ) {
            self.until = until
        }
    }

    package struct RevealApplication: Codable, Hashable, Sendable {
        package var purpose: String

        package init(
            purpose: String
        ) {
            self.purpose = purpose
        }
    }

    /// A card of the application that could not be registered; the others were.
    package struct Exclusion: Codable, Hashable, Sendable {
        package var card: String
        package var iccid: String
        package var code: String

        package init(
            card: String,
            iccid: String,
            code: String
        ) {
            self.card = card
            self.iccid = iccid
            self.code = code
        }
    }

    /// A person who answers; masked unless revealed (R-DP-22).
    package struct AnsweringParty: Codable, Hashable, Sendable {
        package var party: String
        package var name: String
        package var documentType: String
        package var documentNumber: String
        package var address: String?
        package var contact: String?
        package var since: String

        package init(
            party: String,
            name: String,
            documentType: String,
            documentNumber: String,
            since: String,
            address: String? = nil,
            contact: String? = nil
        ) {
            self.party = party
            self.name = name
            self.documentType = documentType
            self.documentNumber = documentNumber
            self.since = since
            self.address = address
            self.contact = contact
        }
    }

    package struct Health: Codable, Hashable, Sendable {
        package var status: String

        package init(
            status: String
        ) {
            self.status = status
        }
    }

    package struct Readiness: Codable, Hashable, Sendable {
        package var status: String
        package var checks: [String: String]

        package init(
            status: String,
            checks: [String: String]
        ) {
            self.status = status
            self.checks = checks
        }
    }
}
