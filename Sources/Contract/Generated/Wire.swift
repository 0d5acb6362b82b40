// Made from Contract/openapi.yaml by Scripts/generate-contract.py; change the contract, not this file.

import Ledger

extension Wire {
    package struct AcceptEnrolment: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                token: try json.member("token"),
                password: try json.member("password"),
                login: try json.memberIfAny("login"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("login", login)
            try writer.member("password", password)
            try writer.member("token", token)
            writer.endObject()
        }
    }

    package struct EnrolmentAccepted: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                account: try json.member("account"),
                secondFactor: try json.memberIfAny("secondFactor"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("account", account)
            try writer.memberIfAny("secondFactor", secondFactor)
            writer.endObject()
        }
    }

    package struct SecondFactorSecret: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                secret: try json.member("secret"),
                uri: try json.member("uri"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("secret", secret)
            try writer.member("uri", uri)
            writer.endObject()
        }
    }

    package struct SignIn: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                login: try json.member("login"),
                password: try json.member("password"),
                code: try json.memberIfAny("code"),
                label: try json.memberIfAny("label"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("code", code)
            try writer.memberIfAny("label", label)
            try writer.member("login", login)
            try writer.member("password", password)
            writer.endObject()
        }
    }

    package struct RefreshSession: Codable, Hashable, Sendable, WireJSON {
        package var refreshToken: String

        package init(
            refreshToken: String
        ) {
            self.refreshToken = refreshToken
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                refreshToken: try json.member("refreshToken"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("refreshToken", refreshToken)
            writer.endObject()
        }
    }

    package struct SessionTokens: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                session: try json.member("session"),
                accessToken: try json.member("accessToken"),
                accessExpiresAt: try json.member("accessExpiresAt"),
                refreshToken: try json.member("refreshToken"),
                refreshExpiresAt: try json.member("refreshExpiresAt"),
                secondFactorToSetUp: try json.member("secondFactorToSetUp"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("accessExpiresAt", accessExpiresAt)
            try writer.member("accessToken", accessToken)
            try writer.member("refreshExpiresAt", refreshExpiresAt)
            try writer.member("refreshToken", refreshToken)
            try writer.member("secondFactorToSetUp", secondFactorToSetUp)
            try writer.member("session", session)
            writer.endObject()
        }
    }

    /// Who is signed in, and what that allows.
    package struct SessionState: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                account: try json.member("account"),
                organisation: try json.member("organisation"),
                permissions: try json.member("permissions"),
                means: try json.member("means"),
                scope: try json.member("scope"),
                secondFactorToSetUp: try json.member("secondFactorToSetUp"),
                session: try json.memberIfAny("session"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("account", account)
            try writer.member("means", means)
            try writer.member("organisation", organisation)
            try writer.member("permissions", permissions)
            try writer.member("scope", scope)
            try writer.member("secondFactorToSetUp", secondFactorToSetUp)
            try writer.memberIfAny("session", session)
            writer.endObject()
        }
    }

    package struct Session: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                label: try json.member("label"),
                startedAt: try json.member("startedAt"),
                refreshedAt: try json.member("refreshedAt"),
                expiresAt: try json.member("expiresAt"),
                current: try json.member("current"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("current", current)
            try writer.member("expiresAt", expiresAt)
            try writer.member("id", id)
            try writer.member("label", label)
            try writer.member("refreshedAt", refreshedAt)
            try writer.member("startedAt", startedAt)
            writer.endObject()
        }
    }

    package struct SessionPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Session]
        package var next: String?

        package init(
            items: [Wire.Session],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct BeginSecondFactor: Codable, Hashable, Sendable, WireJSON {
        /// Of the factor to be replaced, where there is one.
        package var code: String?

        package init(
            code: String? = nil
        ) {
            self.code = code
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.memberIfAny("code"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("code", code)
            writer.endObject()
        }
    }

    package struct ConfirmSecondFactor: Codable, Hashable, Sendable, WireJSON {
        package var code: String

        package init(
            code: String
        ) {
            self.code = code
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            writer.endObject()
        }
    }

    package struct ChangePassword: Codable, Hashable, Sendable, WireJSON {
        package var current: String
        package var new: String

        package init(
            current: String,
            new: String
        ) {
            self.current = current
            self.new = new
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                current: try json.member("current"),
                new: try json.member("new"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("current", current)
            try writer.member("new", new)
            writer.endObject()
        }
    }

    package struct CreateOrganisation: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                name: try json.member("name"),
                parent: try json.memberIfAny("parent"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("kind", kind)
            try writer.member("name", name)
            try writer.memberIfAny("parent", parent)
            writer.endObject()
        }
    }

    package struct UpdateOrganisation: Codable, Hashable, Sendable, WireJSON {
        package var name: String?
        package var status: String?
        /// Why the status changes; whoever reads the organisation in the console is shown it, it stands on the trail and names nobody.
        package var reason: String?
        /// Code of the unit whose cards an enterprise's seat sees; only the operating company links, and the unit needs a registration.
        package var unitCode: String?

        package init(
            name: String? = nil,
            status: String? = nil,
            reason: String? = nil,
            unitCode: String? = nil
        ) {
            self.name = name
            self.status = status
            self.reason = reason
            self.unitCode = unitCode
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                name: try json.memberIfAny("name"),
                status: try json.memberIfAny("status"),
                reason: try json.memberIfAny("reason"),
                unitCode: try json.memberIfAny("unitCode"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("name", name)
            try writer.memberIfAny("reason", reason)
            try writer.memberIfAny("status", status)
            try writer.memberIfAny("unitCode", unitCode)
            writer.endObject()
        }
    }

    package struct Organisation: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                kind: try json.member("kind"),
                name: try json.member("name"),
                status: try json.member("status"),
                createdAt: try json.member("createdAt"),
                updatedAt: try json.member("updatedAt"),
                version: try json.member("version"),
                parent: try json.memberIfAny("parent"),
                unit: try json.memberIfAny("unit"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("createdAt", createdAt)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.member("name", name)
            try writer.memberIfAny("parent", parent)
            try writer.member("status", status)
            try writer.memberIfAny("unit", unit)
            try writer.member("updatedAt", updatedAt)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct OrganisationPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Organisation]
        package var next: String?

        package init(
            items: [Wire.Organisation],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// What an agreement with a carrier says of registration (R-AF-01). A new version never changes an old one.
    package struct RecordContract: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                carrier: try json.member("carrier"),
                version: try json.member("version"),
                validFrom: try json.member("validFrom"),
                validUntil: try json.member("validUntil"),
                duties: try json.member("duties"),
                breachHandling: try json.member("breachHandling"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("breachHandling", breachHandling)
            try writer.member("carrier", carrier)
            try writer.member("duties", duties)
            try writer.member("validFrom", validFrom)
            try writer.member("validUntil", validUntil)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct Contract: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                agent: try json.member("agent"),
                carrier: try json.member("carrier"),
                version: try json.member("version"),
                validFrom: try json.member("validFrom"),
                validUntil: try json.member("validUntil"),
                duties: try json.member("duties"),
                breachHandling: try json.member("breachHandling"),
                recordedAt: try json.member("recordedAt"),
                recordedBy: try json.member("recordedBy"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("agent", agent)
            try writer.member("breachHandling", breachHandling)
            try writer.member("carrier", carrier)
            try writer.member("duties", duties)
            try writer.member("id", id)
            try writer.member("recordedAt", recordedAt)
            try writer.member("recordedBy", recordedBy)
            try writer.member("validFrom", validFrom)
            try writer.member("validUntil", validUntil)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct ContractPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Contract]
        package var next: String?

        package init(
            items: [Wire.Contract],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct CreateAccount: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                roles: try json.member("roles"),
                organisation: try json.memberIfAny("organisation"),
                kind: try json.memberIfAny("kind"),
                login: try json.memberIfAny("login"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("kind", kind)
            try writer.memberIfAny("login", login)
            try writer.memberIfAny("organisation", organisation)
            try writer.member("roles", roles)
            writer.endObject()
        }
    }

    package struct UpdateAccount: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                roles: try json.memberIfAny("roles"),
                status: try json.memberIfAny("status"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("roles", roles)
            try writer.memberIfAny("status", status)
            writer.endObject()
        }
    }

    package struct Account: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                kind: try json.member("kind"),
                organisation: try json.member("organisation"),
                roles: try json.member("roles"),
                status: try json.member("status"),
                secondFactor: try json.member("secondFactor"),
                createdAt: try json.member("createdAt"),
                updatedAt: try json.member("updatedAt"),
                version: try json.member("version"),
                login: try json.memberIfAny("login"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("createdAt", createdAt)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.memberIfAny("login", login)
            try writer.member("organisation", organisation)
            try writer.member("roles", roles)
            try writer.member("secondFactor", secondFactor)
            try writer.member("status", status)
            try writer.member("updatedAt", updatedAt)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct AccountPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Account]
        package var next: String?

        package init(
            items: [Wire.Account],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct AccountCreated: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                account: try json.member("account"),
                enrolment: try json.memberIfAny("enrolment"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("account", account)
            try writer.memberIfAny("enrolment", enrolment)
            writer.endObject()
        }
    }

    /// Hand the token over by a way of its own; it works once.
    package struct Enrolment: Codable, Hashable, Sendable, WireJSON {
        package var token: String
        package var expiresAt: String

        package init(
            token: String,
            expiresAt: String
        ) {
            self.token = token
            self.expiresAt = expiresAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                token: try json.member("token"),
                expiresAt: try json.member("expiresAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("expiresAt", expiresAt)
            try writer.member("token", token)
            writer.endObject()
        }
    }

    package struct CreateAPIKey: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                account: try json.member("account"),
                label: try json.member("label"),
                permissions: try json.member("permissions"),
                expiresAt: try json.member("expiresAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("account", account)
            try writer.member("expiresAt", expiresAt)
            try writer.member("label", label)
            try writer.member("permissions", permissions)
            writer.endObject()
        }
    }

    package struct APIKey: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                account: try json.member("account"),
                label: try json.member("label"),
                permissions: try json.member("permissions"),
                createdAt: try json.member("createdAt"),
                expiresAt: try json.member("expiresAt"),
                revokedAt: try json.memberIfAny("revokedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("account", account)
            try writer.member("createdAt", createdAt)
            try writer.member("expiresAt", expiresAt)
            try writer.member("id", id)
            try writer.member("label", label)
            try writer.member("permissions", permissions)
            try writer.memberIfAny("revokedAt", revokedAt)
            writer.endObject()
        }
    }

    package struct APIKeyPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.APIKey]
        package var next: String?

        package init(
            items: [Wire.APIKey],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct APIKeyCreated: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                apiKey: try json.member("apiKey"),
                token: try json.member("token"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("apiKey", apiKey)
            try writer.member("token", token)
            writer.endObject()
        }
    }

    package struct ProductTerms: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                name: try json.member("name"),
                carrier: try json.member("carrier"),
                cardClass: try json.member("cardClass"),
                traffic: try json.member("traffic"),
                monthlyMegabytes: try json.member("monthlyMegabytes"),
                voice: try json.member("voice"),
                sms: try json.member("sms"),
                binding: try json.member("binding"),
                periods: try json.memberIfAny("periods"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("binding", binding)
            try writer.member("cardClass", cardClass)
            try writer.member("carrier", carrier)
            try writer.member("monthlyMegabytes", monthlyMegabytes)
            try writer.member("name", name)
            try writer.memberIfAny("periods", periods)
            try writer.member("sms", sms)
            try writer.member("traffic", traffic)
            try writer.member("voice", voice)
            writer.endObject()
        }
    }

    /// All configuration (R-LC-01).
    package struct ProductPeriods: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                testDays: try json.memberIfAny("testDays"),
                silentDays: try json.memberIfAny("silentDays"),
                cancellationMonths: try json.memberIfAny("cancellationMonths"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("cancellationMonths", cancellationMonths)
            try writer.memberIfAny("silentDays", silentDays)
            try writer.memberIfAny("testDays", testDays)
            writer.endObject()
        }
    }

    package struct CreateProduct: Codable, Hashable, Sendable, WireJSON {
        package var code: String
        package var terms: Wire.ProductTerms

        package init(
            code: String,
            terms: Wire.ProductTerms
        ) {
            self.code = code
            self.terms = terms
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                terms: try json.member("terms"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("terms", terms)
            writer.endObject()
        }
    }

    package struct UpdateProduct: Codable, Hashable, Sendable, WireJSON {
        package var terms: Wire.ProductTerms
        package var status: String?

        package init(
            terms: Wire.ProductTerms,
            status: String? = nil
        ) {
            self.terms = terms
            self.status = status
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                terms: try json.member("terms"),
                status: try json.memberIfAny("status"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("status", status)
            try writer.member("terms", terms)
            writer.endObject()
        }
    }

    package struct Product: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                status: try json.member("status"),
                version: try json.member("version"),
                terms: try json.member("terms"),
                recordedAt: try json.member("recordedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("recordedAt", recordedAt)
            try writer.member("status", status)
            try writer.member("terms", terms)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct ProductPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Product]
        package var next: String?

        package init(
            items: [Wire.Product],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct Intake: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                organisation: try json.member("organisation"),
                kind: try json.member("kind"),
                batch: try json.member("batch"),
                state: try json.member("state"),
                counts: try json.member("counts"),
                bytes: try json.member("bytes"),
                format: try json.member("format"),
                createdAt: try json.member("createdAt"),
                province: try json.memberIfAny("province"),
                failure: try json.memberIfAny("failure"),
                failureReason: try json.memberIfAny("failureReason"),
                failureMend: try json.memberIfAny("failureMend"),
                startedAt: try json.memberIfAny("startedAt"),
                finishedAt: try json.memberIfAny("finishedAt"),
                repairUntil: try json.memberIfAny("repairUntil"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("batch", batch)
            try writer.member("bytes", bytes)
            try writer.member("counts", counts)
            try writer.member("createdAt", createdAt)
            try writer.memberIfAny("failure", failure)
            try writer.memberIfAny("failureMend", failureMend)
            try writer.memberIfAny("failureReason", failureReason)
            try writer.memberIfAny("finishedAt", finishedAt)
            try writer.member("format", format)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.member("organisation", organisation)
            try writer.memberIfAny("province", province)
            try writer.memberIfAny("repairUntil", repairUntil)
            try writer.memberIfAny("startedAt", startedAt)
            try writer.member("state", state)
            writer.endObject()
        }
    }

    package struct IntakeCounts: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                done: try json.member("done"),
                taken: try json.member("taken"),
                known: try json.member("known"),
                repeated: try json.member("repeated"),
                failed: try json.member("failed"),
                total: try json.memberIfAny("total"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("done", done)
            try writer.member("failed", failed)
            try writer.member("known", known)
            try writer.member("repeated", repeated)
            try writer.member("taken", taken)
            try writer.memberIfAny("total", total)
            writer.endObject()
        }
    }

    package struct IntakePage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Intake]
        package var next: String?

        package init(
            items: [Wire.Intake],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// What is wrong with a row; never the data itself.
    package struct IntakeProblem: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                row: try json.member("row"),
                field: try json.member("field"),
                code: try json.member("code"),
                severity: try json.member("severity"),
                title: try json.member("title"),
                otherRow: try json.memberIfAny("otherRow"),
                mend: try json.memberIfAny("mend"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("field", field)
            try writer.memberIfAny("mend", mend)
            try writer.memberIfAny("otherRow", otherRow)
            try writer.member("row", row)
            try writer.member("severity", severity)
            try writer.member("title", title)
            writer.endObject()
        }
    }

    package struct IntakeProblemPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.IntakeProblem]
        package var next: String?

        package init(
            items: [Wire.IntakeProblem],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// Which cards: a batch, a range of ICCIDs, or a list of numbers or card references.
    package struct CardSelection: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                batch: try json.memberIfAny("batch"),
                range: try json.memberIfAny("range"),
                numbers: try json.memberIfAny("numbers"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("batch", batch)
            try writer.memberIfAny("numbers", numbers)
            try writer.memberIfAny("range", range)
            writer.endObject()
        }
    }

    /// Both ends included.
    package struct ICCIDRange: Codable, Hashable, Sendable, WireJSON {
        package var from: String
        package var to: String

        package init(
            from: String,
            to: String
        ) {
            self.from = from
            self.to = to
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                from: try json.member("from"),
                to: try json.member("to"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("from", from)
            try writer.member("to", to)
            writer.endObject()
        }
    }

    package struct CreateCustodyAct: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                cards: try json.member("cards"),
                organisation: try json.memberIfAny("organisation"),
                leavingOthers: try json.memberIfAny("leavingOthers"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("kind", kind)
            try writer.memberIfAny("leavingOthers", leavingOthers)
            try writer.memberIfAny("organisation", organisation)
            writer.endObject()
        }
    }

    package struct WithdrawClaims: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                cards: try json.member("cards"),
                leavingOthers: try json.memberIfAny("leavingOthers"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.memberIfAny("leavingOthers", leavingOthers)
            writer.endObject()
        }
    }

    package struct CustodyAct: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                kind: try json.member("kind"),
                to: try json.member("to"),
                cards: try json.member("cards"),
                selection: try json.member("selection"),
                effectiveFrom: try json.member("effectiveFrom"),
                recordedAt: try json.member("recordedAt"),
                recordedBy: try json.member("recordedBy"),
                from: try json.memberIfAny("from"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("effectiveFrom", effectiveFrom)
            try writer.memberIfAny("from", from)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.member("recordedAt", recordedAt)
            try writer.member("recordedBy", recordedBy)
            try writer.member("selection", selection)
            try writer.member("to", to)
            writer.endObject()
        }
    }

    package struct CustodyActPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.CustodyAct]
        package var next: String?

        package init(
            items: [Wire.CustodyAct],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct Card: Codable, Hashable, Sendable, WireJSON {
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
        package var serviceState: String?
        /// Why its service is stopped.
        package var stops: [String]?
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
            serviceState: String? = nil,
            stops: [String]? = nil,
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
            self.serviceState = serviceState
            self.stops = stops
            self.registration = registration
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                iccid: try json.member("iccid"),
                carrier: try json.member("carrier"),
                product: try json.member("product"),
                productName: try json.member("productName"),
                origin: try json.member("origin"),
                batch: try json.member("batch"),
                realName: try json.member("realName"),
                recordedAt: try json.member("recordedAt"),
                msisdn: try json.memberIfAny("msisdn"),
                imsi: try json.memberIfAny("imsi"),
                eid: try json.memberIfAny("eid"),
                province: try json.memberIfAny("province"),
                custodian: try json.memberIfAny("custodian"),
                standing: try json.memberIfAny("standing"),
                serviceState: try json.memberIfAny("serviceState"),
                stops: try json.memberIfAny("stops"),
                registration: try json.memberIfAny("registration"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("batch", batch)
            try writer.member("card", card)
            try writer.member("carrier", carrier)
            try writer.memberIfAny("custodian", custodian)
            try writer.memberIfAny("eid", eid)
            try writer.member("iccid", iccid)
            try writer.memberIfAny("imsi", imsi)
            try writer.memberIfAny("msisdn", msisdn)
            try writer.member("origin", origin)
            try writer.member("product", product)
            try writer.member("productName", productName)
            try writer.memberIfAny("province", province)
            try writer.member("realName", realName)
            try writer.member("recordedAt", recordedAt)
            try writer.memberIfAny("registration", registration)
            try writer.memberIfAny("serviceState", serviceState)
            try writer.memberIfAny("standing", standing)
            try writer.memberIfAny("stops", stops)
            writer.endObject()
        }
    }

    /// Where few cards are as asked, a page ends early: so many were looked at. It may then hold fewer items than its limit, or none, and still have a next one. Only a page without one is the last.
    package struct CardPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Card]
        package var next: String?

        package init(
            items: [Wire.Card],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct CardSearch: Codable, Hashable, Sendable, WireJSON {
        /// ICCIDs, numbers, IMSIs, IMEIs or card references, mixed.
        package var numbers: [String]

        package init(
            numbers: [String]
        ) {
            self.numbers = numbers
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                numbers: try json.member("numbers"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("numbers", numbers)
            writer.endObject()
        }
    }

    package struct CardSearchResult: Codable, Hashable, Sendable, WireJSON {
        package struct Item: Codable, Hashable, Sendable, WireJSON {
            /// As asked.
            package var number: String
            /// Whose own number it is.
            package var card: Wire.Card?
            /// Where it may be an IMEI (14 to 16 digits): the cards with that device. Pools of devices are not looked into. Fifteen digits may be an IMSI as well; then both are said.
            package var device: Wire.DeviceFound?
            /// Why nothing within the scope has it; absent where a card has it, or a device that is not told to the end.
            package var lack: String?

            package init(
                number: String,
                card: Wire.Card? = nil,
                device: Wire.DeviceFound? = nil,
                lack: String? = nil
            ) {
                self.number = number
                self.card = card
                self.device = device
                self.lack = lack
            }

            package init(json: JSONValue) throws(WireMismatch) {
                self.init(
                    number: try json.member("number"),
                    card: try json.memberIfAny("card"),
                    device: try json.memberIfAny("device"),
                    lack: try json.memberIfAny("lack"))
            }

            package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
                writer.beginObject()
                try writer.memberIfAny("card", card)
                try writer.memberIfAny("device", device)
                try writer.memberIfAny("lack", lack)
                try writer.member("number", number)
                writer.endObject()
            }
        }

        package var items: [Item]

        package init(
            items: [Item]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct DeviceFound: Codable, Hashable, Sendable, WireJSON {
        package var cards: [Wire.DeviceCard]
        /// Whether cards that may have the device are left out: at most 200 of a device and 1,000 of a request are told. Where several numbers were asked for, fewer at once tell more.
        package var more: Bool

        package init(
            cards: [Wire.DeviceCard],
            more: Bool
        ) {
            self.cards = cards
            self.more = more
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                cards: try json.member("cards"),
                more: try json.member("more"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("more", more)
            writer.endObject()
        }
    }

    package struct DeviceCard: Codable, Hashable, Sendable, WireJSON {
        package var card: Wire.Card
        /// Since when it is said to be in it; absent where a pool took the place of that device.
        package var declaredSince: String?
        /// When the carrier last saw it there.
        package var seenAt: String?

        package init(
            card: Wire.Card,
            declaredSince: String? = nil,
            seenAt: String? = nil
        ) {
            self.card = card
            self.declaredSince = declaredSince
            self.seenAt = seenAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                declaredSince: try json.memberIfAny("declaredSince"),
                seenAt: try json.memberIfAny("seenAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.memberIfAny("declaredSince", declaredSince)
            try writer.memberIfAny("seenAt", seenAt)
            writer.endObject()
        }
    }

    /// A card in service that lacks something (R-25-24).
    package struct Gap: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                iccid: try json.member("iccid"),
                lacks: try json.member("lacks"),
                openedOn: try json.memberIfAny("openedOn"),
                unitName: try json.memberIfAny("unitName"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("iccid", iccid)
            try writer.member("lacks", lacks)
            try writer.memberIfAny("openedOn", openedOn)
            try writer.memberIfAny("unitName", unitName)
            writer.endObject()
        }
    }

    package struct GapReport: Codable, Hashable, Sendable, WireJSON {
        package struct Counts: Codable, Hashable, Sendable, WireJSON {
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

            package init(json: JSONValue) throws(WireMismatch) {
                self.init(
                    inService: try json.member("inService"),
                    registered: try json.member("registered"),
                    withoutHolder: try json.member("withoutHolder"),
                    withoutResponsiblePerson: try json.member("withoutResponsiblePerson"),
                    withoutEvidence: try json.member("withoutEvidence"))
            }

            package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
                writer.beginObject()
                try writer.member("inService", inService)
                try writer.member("registered", registered)
                try writer.member("withoutEvidence", withoutEvidence)
                try writer.member("withoutHolder", withoutHolder)
                try writer.member("withoutResponsiblePerson", withoutResponsiblePerson)
                writer.endObject()
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                counts: try json.member("counts"),
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("counts", counts)
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// How long something took: half of all took at most the median, nine of ten at most the ninetieth.
    package struct Spread: Codable, Hashable, Sendable, WireJSON {
        package var count: Int64
        package var medianSeconds: Int64
        package var ninetiethSeconds: Int64

        package init(
            count: Int64,
            medianSeconds: Int64,
            ninetiethSeconds: Int64
        ) {
            self.count = count
            self.medianSeconds = medianSeconds
            self.ninetiethSeconds = ninetiethSeconds
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                count: try json.member("count"),
                medianSeconds: try json.member("medianSeconds"),
                ninetiethSeconds: try json.member("ninetiethSeconds"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("count", count)
            try writer.member("medianSeconds", medianSeconds)
            try writer.member("ninetiethSeconds", ninetiethSeconds)
            writer.endObject()
        }
    }

    package struct ReviewMonth: Codable, Hashable, Sendable, WireJSON {
        package var month: String
        package var approved: Int64
        package var sentBack: Int64
        package var refused: Int64
        /// From handing in to the decision.
        package var waited: Wire.Spread?
        /// From taking the case to the decision, of those that were taken before.
        package var held: Wire.Spread?
        /// Of those approved: what was corrected since.
        package var corrected: Int64
        /// Of those approved: what the person named says is not his.
        package var disputed: Int64
        /// Of those approved: drawn to be looked at again.
        package var reAudited: Int64
        /// Of those drawn: rightly approved.
        package var kept: Int64
        /// Of those drawn: should not have been approved.
        package var overturned: Int64

        package init(
            month: String,
            approved: Int64,
            sentBack: Int64,
            refused: Int64,
            corrected: Int64,
            disputed: Int64,
            reAudited: Int64,
            kept: Int64,
            overturned: Int64,
            waited: Wire.Spread? = nil,
            held: Wire.Spread? = nil
        ) {
            self.month = month
            self.approved = approved
            self.sentBack = sentBack
            self.refused = refused
            self.corrected = corrected
            self.disputed = disputed
            self.reAudited = reAudited
            self.kept = kept
            self.overturned = overturned
            self.waited = waited
            self.held = held
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                month: try json.member("month"),
                approved: try json.member("approved"),
                sentBack: try json.member("sentBack"),
                refused: try json.member("refused"),
                corrected: try json.member("corrected"),
                disputed: try json.member("disputed"),
                reAudited: try json.member("reAudited"),
                kept: try json.member("kept"),
                overturned: try json.member("overturned"),
                waited: try json.memberIfAny("waited"),
                held: try json.memberIfAny("held"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("approved", approved)
            try writer.member("corrected", corrected)
            try writer.member("disputed", disputed)
            try writer.memberIfAny("held", held)
            try writer.member("kept", kept)
            try writer.member("month", month)
            try writer.member("overturned", overturned)
            try writer.member("reAudited", reAudited)
            try writer.member("refused", refused)
            try writer.member("sentBack", sentBack)
            try writer.memberIfAny("waited", waited)
            writer.endObject()
        }
    }

    package struct ReviewFigures: Codable, Hashable, Sendable, WireJSON {
        package var account: String
        package var countedAt: String
        /// The oldest first, the present one last.
        package var months: [Wire.ReviewMonth]

        package init(
            account: String,
            countedAt: String,
            months: [Wire.ReviewMonth]
        ) {
            self.account = account
            self.countedAt = countedAt
            self.months = months
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                account: try json.member("account"),
                countedAt: try json.member("countedAt"),
                months: try json.member("months"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("account", account)
            try writer.member("countedAt", countedAt)
            try writer.member("months", months)
            writer.endObject()
        }
    }

    package struct PerformanceLine: Codable, Hashable, Sendable, WireJSON {
        package var handedIn: Int64
        /// By the first decision.
        package var approved: Int64
        /// By the first decision.
        package var sentBack: Int64
        /// By the first decision.
        package var refused: Int64
        /// About which the rules had a doubt or a provider said no.
        package var doubted: Int64
        /// From handing in to the first decision.
        package var decidedIn: Wire.Spread?
        /// From being sent back to handing in again.
        package var mendedIn: Wire.Spread?

        package init(
            handedIn: Int64,
            approved: Int64,
            sentBack: Int64,
            refused: Int64,
            doubted: Int64,
            decidedIn: Wire.Spread? = nil,
            mendedIn: Wire.Spread? = nil
        ) {
            self.handedIn = handedIn
            self.approved = approved
            self.sentBack = sentBack
            self.refused = refused
            self.doubted = doubted
            self.decidedIn = decidedIn
            self.mendedIn = mendedIn
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                handedIn: try json.member("handedIn"),
                approved: try json.member("approved"),
                sentBack: try json.member("sentBack"),
                refused: try json.member("refused"),
                doubted: try json.member("doubted"),
                decidedIn: try json.memberIfAny("decidedIn"),
                mendedIn: try json.memberIfAny("mendedIn"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("approved", approved)
            try writer.memberIfAny("decidedIn", decidedIn)
            try writer.member("doubted", doubted)
            try writer.member("handedIn", handedIn)
            try writer.memberIfAny("mendedIn", mendedIn)
            try writer.member("refused", refused)
            try writer.member("sentBack", sentBack)
            writer.endObject()
        }
    }

    package struct PerformanceMonth: Codable, Hashable, Sendable, WireJSON {
        package var month: String
        package var line: Wire.PerformanceLine

        package init(
            month: String,
            line: Wire.PerformanceLine
        ) {
            self.month = month
            self.line = line
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                month: try json.member("month"),
                line: try json.member("line"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("line", line)
            try writer.member("month", month)
            writer.endObject()
        }
    }

    /// An organisation right below, with all below that.
    package struct PerformanceBelow: Codable, Hashable, Sendable, WireJSON {
        package var organisation: String
        package var name: String
        package var line: Wire.PerformanceLine

        package init(
            organisation: String,
            name: String,
            line: Wire.PerformanceLine
        ) {
            self.organisation = organisation
            self.name = name
            self.line = line
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                organisation: try json.member("organisation"),
                name: try json.member("name"),
                line: try json.member("line"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("line", line)
            try writer.member("name", name)
            try writer.member("organisation", organisation)
            writer.endObject()
        }
    }

    package struct AgentPerformance: Codable, Hashable, Sendable, WireJSON {
        package var organisation: String
        package var countedAt: String
        /// The oldest first, the present one last.
        package var months: [Wire.PerformanceMonth]
        /// Over all these months.
        package var total: Wire.PerformanceLine
        /// What it handed in itself, over all these months.
        package var own: Wire.PerformanceLine
        /// Those that handed in something, the most first.
        package var below: [Wire.PerformanceBelow]

        package init(
            organisation: String,
            countedAt: String,
            months: [Wire.PerformanceMonth],
            total: Wire.PerformanceLine,
            own: Wire.PerformanceLine,
            below: [Wire.PerformanceBelow]
        ) {
            self.organisation = organisation
            self.countedAt = countedAt
            self.months = months
            self.total = total
            self.own = own
            self.below = below
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                organisation: try json.member("organisation"),
                countedAt: try json.member("countedAt"),
                months: try json.member("months"),
                total: try json.member("total"),
                own: try json.member("own"),
                below: try json.member("below"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("below", below)
            try writer.member("countedAt", countedAt)
            try writer.member("months", months)
            try writer.member("organisation", organisation)
            try writer.member("own", own)
            try writer.member("total", total)
            writer.endObject()
        }
    }

    package struct LifeNotice: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var kind: String
        /// When the step comes, or the card was stopped.
        package var at: String

        package init(
            card: String,
            kind: String,
            at: String
        ) {
            self.card = card
            self.kind = kind
            self.at = at
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                kind: try json.member("kind"),
                at: try json.member("at"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("at", at)
            try writer.member("card", card)
            try writer.member("kind", kind)
            writer.endObject()
        }
    }

    package struct LifeNoticePage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.LifeNotice]
        package var next: String?

        package init(
            items: [Wire.LifeNotice],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// Begins and deadline are China's days; it lasts to the end of the deadline.
    package struct CampaignTerms: Codable, Hashable, Sendable, WireJSON {
        package var name: String
        /// What the cards lack.
        package var gap: String
        /// Only cards of this carrier.
        package var carrier: String?
        /// Only cards of this product.
        package var product: String?
        /// Only cards in the hands of this organisation's subtree.
        package var organisation: String?
        package var begins: String
        package var deadline: String
        /// So many days before the deadline whoever has the cards is told.
        package var noticeDays: [Int64]
        /// Whether cards for which nobody answers are stopped for `no-real-name` after the deadline. Only where the gap is the holder.
        package var stops: Bool

        package init(
            name: String,
            gap: String,
            begins: String,
            deadline: String,
            noticeDays: [Int64],
            stops: Bool,
            carrier: String? = nil,
            product: String? = nil,
            organisation: String? = nil
        ) {
            self.name = name
            self.gap = gap
            self.begins = begins
            self.deadline = deadline
            self.noticeDays = noticeDays
            self.stops = stops
            self.carrier = carrier
            self.product = product
            self.organisation = organisation
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                name: try json.member("name"),
                gap: try json.member("gap"),
                begins: try json.member("begins"),
                deadline: try json.member("deadline"),
                noticeDays: try json.member("noticeDays"),
                stops: try json.member("stops"),
                carrier: try json.memberIfAny("carrier"),
                product: try json.memberIfAny("product"),
                organisation: try json.memberIfAny("organisation"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("begins", begins)
            try writer.memberIfAny("carrier", carrier)
            try writer.member("deadline", deadline)
            try writer.member("gap", gap)
            try writer.member("name", name)
            try writer.member("noticeDays", noticeDays)
            try writer.memberIfAny("organisation", organisation)
            try writer.memberIfAny("product", product)
            try writer.member("stops", stops)
            writer.endObject()
        }
    }

    package struct Campaign: Codable, Hashable, Sendable, WireJSON {
        package var code: String
        package var version: Int64
        package var state: String
        package var terms: Wire.CampaignTerms
        package var recordedAt: String
        /// The day of the last round of notices.
        package var toldOn: String?
        package var begunAt: String?
        package var endedAt: String?

        package init(
            code: String,
            version: Int64,
            state: String,
            terms: Wire.CampaignTerms,
            recordedAt: String,
            toldOn: String? = nil,
            begunAt: String? = nil,
            endedAt: String? = nil
        ) {
            self.code = code
            self.version = version
            self.state = state
            self.terms = terms
            self.recordedAt = recordedAt
            self.toldOn = toldOn
            self.begunAt = begunAt
            self.endedAt = endedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                version: try json.member("version"),
                state: try json.member("state"),
                terms: try json.member("terms"),
                recordedAt: try json.member("recordedAt"),
                toldOn: try json.memberIfAny("toldOn"),
                begunAt: try json.memberIfAny("begunAt"),
                endedAt: try json.memberIfAny("endedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("begunAt", begunAt)
            try writer.member("code", code)
            try writer.memberIfAny("endedAt", endedAt)
            try writer.member("recordedAt", recordedAt)
            try writer.member("state", state)
            try writer.member("terms", terms)
            try writer.memberIfAny("toldOn", toldOn)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct CampaignPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Campaign]
        package var next: String?

        package init(
            items: [Wire.Campaign],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct CampaignCounts: Codable, Hashable, Sendable, WireJSON {
        package var organisation: String
        package var name: String
        /// Which the campaign began with and the organisation has now.
        package var cards: Int64
        /// For which nobody answers yet.
        package var lacking: Int64
        /// Registered since.
        package var mended: Int64
        /// Stopped by the campaign, whether registered since or not.
        package var stopped: Int64
        /// Cancelled since.
        package var gone: Int64

        package init(
            organisation: String,
            name: String,
            cards: Int64,
            lacking: Int64,
            mended: Int64,
            stopped: Int64,
            gone: Int64
        ) {
            self.organisation = organisation
            self.name = name
            self.cards = cards
            self.lacking = lacking
            self.mended = mended
            self.stopped = stopped
            self.gone = gone
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                organisation: try json.member("organisation"),
                name: try json.member("name"),
                cards: try json.member("cards"),
                lacking: try json.member("lacking"),
                mended: try json.member("mended"),
                stopped: try json.member("stopped"),
                gone: try json.member("gone"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("gone", gone)
            try writer.member("lacking", lacking)
            try writer.member("mended", mended)
            try writer.member("name", name)
            try writer.member("organisation", organisation)
            try writer.member("stopped", stopped)
            writer.endObject()
        }
    }

    package struct CampaignProgress: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.CampaignCounts]

        package init(
            items: [Wire.CampaignCounts]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct CampaignCard: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var iccid: String
        package var organisation: String
        /// By the campaign.
        package var stopped: Bool
        /// As it was known when the card came here.
        package var unitName: String?

        package init(
            card: String,
            iccid: String,
            organisation: String,
            stopped: Bool,
            unitName: String? = nil
        ) {
            self.card = card
            self.iccid = iccid
            self.organisation = organisation
            self.stopped = stopped
            self.unitName = unitName
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                iccid: try json.member("iccid"),
                organisation: try json.member("organisation"),
                stopped: try json.member("stopped"),
                unitName: try json.memberIfAny("unitName"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("iccid", iccid)
            try writer.member("organisation", organisation)
            try writer.member("stopped", stopped)
            try writer.memberIfAny("unitName", unitName)
            writer.endObject()
        }
    }

    package struct CampaignCardPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.CampaignCard]
        package var next: String?

        package init(
            items: [Wire.CampaignCard],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct IssueCampaignEntrances: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        package var days: Int64
        /// What the cards are in.
        package var deviceType: String?
        /// Where to go on; `next` of the answer before.
        package var after: String?

        package init(
            kind: String,
            days: Int64,
            deviceType: String? = nil,
            after: String? = nil
        ) {
            self.kind = kind
            self.days = days
            self.deviceType = deviceType
            self.after = after
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                days: try json.member("days"),
                deviceType: try json.memberIfAny("deviceType"),
                after: try json.memberIfAny("after"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("after", after)
            try writer.member("days", days)
            try writer.memberIfAny("deviceType", deviceType)
            try writer.member("kind", kind)
            writer.endObject()
        }
    }

    package struct CampaignEntrances: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.IssuedEntrance]
        /// More cards lack it; go on after this one.
        package var next: String?

        package init(
            items: [Wire.IssuedEntrance],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct Evidence: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                organisation: try json.member("organisation"),
                kind: try json.member("kind"),
                mediaType: try json.member("mediaType"),
                bytes: try json.member("bytes"),
                sha256: try json.member("sha256"),
                warnings: try json.member("warnings"),
                recordedAt: try json.member("recordedAt"),
                recordedBy: try json.member("recordedBy"),
                width: try json.memberIfAny("width"),
                height: try json.memberIfAny("height"),
                pages: try json.memberIfAny("pages"),
                duplicateOf: try json.memberIfAny("duplicateOf"),
                registeredAt: try json.memberIfAny("registeredAt"),
                purgeAfter: try json.memberIfAny("purgeAfter"),
                purgedAt: try json.memberIfAny("purgedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("bytes", bytes)
            try writer.memberIfAny("duplicateOf", duplicateOf)
            try writer.memberIfAny("height", height)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.member("mediaType", mediaType)
            try writer.member("organisation", organisation)
            try writer.memberIfAny("pages", pages)
            try writer.memberIfAny("purgeAfter", purgeAfter)
            try writer.memberIfAny("purgedAt", purgedAt)
            try writer.member("recordedAt", recordedAt)
            try writer.member("recordedBy", recordedBy)
            try writer.memberIfAny("registeredAt", registeredAt)
            try writer.member("sha256", sha256)
            try writer.member("warnings", warnings)
            try writer.memberIfAny("width", width)
            writer.endObject()
        }
    }

    package struct OpenEvidence: Codable, Hashable, Sendable, WireJSON {
        package var purpose: String
        /// The open application to which whoever asks attached the paper himself.
        package var draft: String?

        package init(
            purpose: String,
            draft: String? = nil
        ) {
            self.purpose = purpose
            self.draft = draft
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                purpose: try json.member("purpose"),
                draft: try json.memberIfAny("draft"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("draft", draft)
            try writer.member("purpose", purpose)
            writer.endObject()
        }
    }

    /// The letter by which the unit lets its handler act (授权书).
    package struct Authorisation: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                purpose: try json.memberIfAny("purpose"),
                validFrom: try json.memberIfAny("validFrom"),
                validUntil: try json.memberIfAny("validUntil"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("purpose", purpose)
            try writer.memberIfAny("validFrom", validFrom)
            try writer.memberIfAny("validUntil", validUntil)
            writer.endObject()
        }
    }

    /// What is to be registered. A draft may lack anything; submission says what is missing and why.
    package struct RegistrationContent: Codable, Hashable, Sendable, WireJSON {
        package var unit: Wire.PartyFacts?
        package var handler: Wire.PartyFacts?
        package var responsiblePerson: Wire.PartyFacts?
        package var actualUser: Wire.PartyFacts?
        /// The department that uses the cards, where no single person does.
        package var usingDepartment: String?
        package var proxy: Wire.PartyFacts?
        /// In whose own name a person's card stands; read only here.
        package var holder: Wire.PartyFacts?
        /// Of a minor; read only here.
        package var guardian: Wire.PartyFacts?
        /// Read only here.
        package var declinesFaceRecognition: Bool?
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
            holder: Wire.PartyFacts? = nil,
            guardian: Wire.PartyFacts? = nil,
            declinesFaceRecognition: Bool? = nil,
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
            self.holder = holder
            self.guardian = guardian
            self.declinesFaceRecognition = declinesFaceRecognition
            self.authorisation = authorisation
            self.use = use
            self.evidence = evidence
            self.noticeAccepted = noticeAccepted
            self.effectiveFrom = effectiveFrom
            self.role = role
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                unit: try json.memberIfAny("unit"),
                handler: try json.memberIfAny("handler"),
                responsiblePerson: try json.memberIfAny("responsiblePerson"),
                actualUser: try json.memberIfAny("actualUser"),
                usingDepartment: try json.memberIfAny("usingDepartment"),
                proxy: try json.memberIfAny("proxy"),
                holder: try json.memberIfAny("holder"),
                guardian: try json.memberIfAny("guardian"),
                declinesFaceRecognition: try json.memberIfAny("declinesFaceRecognition"),
                authorisation: try json.memberIfAny("authorisation"),
                use: try json.memberIfAny("use"),
                evidence: try json.memberIfAny("evidence"),
                noticeAccepted: try json.memberIfAny("noticeAccepted"),
                effectiveFrom: try json.memberIfAny("effectiveFrom"),
                role: try json.memberIfAny("role"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("actualUser", actualUser)
            try writer.memberIfAny("authorisation", authorisation)
            try writer.memberIfAny("declinesFaceRecognition", declinesFaceRecognition)
            try writer.memberIfAny("effectiveFrom", effectiveFrom)
            try writer.memberIfAny("evidence", evidence)
            try writer.memberIfAny("guardian", guardian)
            try writer.memberIfAny("handler", handler)
            try writer.memberIfAny("holder", holder)
            try writer.memberIfAny("noticeAccepted", noticeAccepted)
            try writer.memberIfAny("proxy", proxy)
            try writer.memberIfAny("responsiblePerson", responsiblePerson)
            try writer.memberIfAny("role", role)
            try writer.memberIfAny("unit", unit)
            try writer.memberIfAny("use", use)
            try writer.memberIfAny("usingDepartment", usingDepartment)
            writer.endObject()
        }
    }

    /// For which situations a rule is made; what is absent does not narrow it. Where a fact is unknown the rule counts.
    package struct VerificationCondition: Codable, Hashable, Sendable, WireJSON {
        package var cardClasses: [String]?
        package var uses: [String]?
        package var deviceTypes: [String]?
        package var documentTypes: [String]?
        package var provinces: [Int64]?
        package var riskAtLeast: String?

        package init(
            cardClasses: [String]? = nil,
            uses: [String]? = nil,
            deviceTypes: [String]? = nil,
            documentTypes: [String]? = nil,
            provinces: [Int64]? = nil,
            riskAtLeast: String? = nil
        ) {
            self.cardClasses = cardClasses
            self.uses = uses
            self.deviceTypes = deviceTypes
            self.documentTypes = documentTypes
            self.provinces = provinces
            self.riskAtLeast = riskAtLeast
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                cardClasses: try json.memberIfAny("cardClasses"),
                uses: try json.memberIfAny("uses"),
                deviceTypes: try json.memberIfAny("deviceTypes"),
                documentTypes: try json.memberIfAny("documentTypes"),
                provinces: try json.memberIfAny("provinces"),
                riskAtLeast: try json.memberIfAny("riskAtLeast"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("cardClasses", cardClasses)
            try writer.memberIfAny("deviceTypes", deviceTypes)
            try writer.memberIfAny("documentTypes", documentTypes)
            try writer.memberIfAny("provinces", provinces)
            try writer.memberIfAny("riskAtLeast", riskAtLeast)
            try writer.memberIfAny("uses", uses)
            writer.endObject()
        }
    }

    package struct VerificationRule: Codable, Hashable, Sendable, WireJSON {
        package var condition: Wire.VerificationCondition?
        package var methods: [String]
        /// The clause it rests on; absent for what an organisation demands of its own accord.
        package var requirement: String?
        package var reasonEn: String
        package var reasonZh: String

        package init(
            methods: [String],
            reasonEn: String,
            reasonZh: String,
            condition: Wire.VerificationCondition? = nil,
            requirement: String? = nil
        ) {
            self.methods = methods
            self.reasonEn = reasonEn
            self.reasonZh = reasonZh
            self.condition = condition
            self.requirement = requirement
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                methods: try json.member("methods"),
                reasonEn: try json.member("reasonEn"),
                reasonZh: try json.member("reasonZh"),
                condition: try json.memberIfAny("condition"),
                requirement: try json.memberIfAny("requirement"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("condition", condition)
            try writer.member("methods", methods)
            try writer.member("reasonEn", reasonEn)
            try writer.member("reasonZh", reasonZh)
            try writer.memberIfAny("requirement", requirement)
            writer.endObject()
        }
    }

    package struct VerificationPolicy: Codable, Hashable, Sendable, WireJSON {
        package var rules: [Wire.VerificationRule]
        /// By machine only with an authority's verdict and a liveness verdict, and never where a picture was doubted.
        package var approval: String
        package var cardsPerPerson: [String: Int64]?
        /// Submissions for one card in a day.
        package var attemptsMax: Int64?
        /// Days within which pictures of a document taken on a device count for its next card.
        package var reuseDays: Int64?
        /// The agent's own reviewers look at the cases, pictures and all; only where every policy above says so too.
        package var agentReviews: Bool?

        package init(
            rules: [Wire.VerificationRule],
            approval: String,
            cardsPerPerson: [String: Int64]? = nil,
            attemptsMax: Int64? = nil,
            reuseDays: Int64? = nil,
            agentReviews: Bool? = nil
        ) {
            self.rules = rules
            self.approval = approval
            self.cardsPerPerson = cardsPerPerson
            self.attemptsMax = attemptsMax
            self.reuseDays = reuseDays
            self.agentReviews = agentReviews
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                rules: try json.member("rules"),
                approval: try json.member("approval"),
                cardsPerPerson: try json.memberIfAny("cardsPerPerson"),
                attemptsMax: try json.memberIfAny("attemptsMax"),
                reuseDays: try json.memberIfAny("reuseDays"),
                agentReviews: try json.memberIfAny("agentReviews"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("agentReviews", agentReviews)
            try writer.member("approval", approval)
            try writer.memberIfAny("attemptsMax", attemptsMax)
            try writer.memberIfAny("cardsPerPerson", cardsPerPerson)
            try writer.memberIfAny("reuseDays", reuseDays)
            try writer.member("rules", rules)
            writer.endObject()
        }
    }

    package struct SetVerificationPolicy: Codable, Hashable, Sendable, WireJSON {
        package var policy: Wire.VerificationPolicy
        /// From now on when absent.
        package var validFrom: String?
        /// The ordinal of the version that was read; 0 when there was none.
        package var after: Int64
        /// Whether it may count before the newest version, which then never comes into force; refused otherwise.
        package var replacing: Bool?

        package init(
            policy: Wire.VerificationPolicy,
            after: Int64,
            validFrom: String? = nil,
            replacing: Bool? = nil
        ) {
            self.policy = policy
            self.after = after
            self.validFrom = validFrom
            self.replacing = replacing
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                policy: try json.member("policy"),
                after: try json.member("after"),
                validFrom: try json.memberIfAny("validFrom"),
                replacing: try json.memberIfAny("replacing"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("after", after)
            try writer.member("policy", policy)
            try writer.memberIfAny("replacing", replacing)
            try writer.memberIfAny("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct VerificationPolicyVersion: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var organisation: String
        package var ordinal: Int64
        package var validFrom: String
        package var policy: Wire.VerificationPolicy
        package var recordedAt: String

        package init(
            id: String,
            organisation: String,
            ordinal: Int64,
            validFrom: String,
            policy: Wire.VerificationPolicy,
            recordedAt: String
        ) {
            self.id = id
            self.organisation = organisation
            self.ordinal = ordinal
            self.validFrom = validFrom
            self.policy = policy
            self.recordedAt = recordedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                organisation: try json.member("organisation"),
                ordinal: try json.member("ordinal"),
                validFrom: try json.member("validFrom"),
                policy: try json.member("policy"),
                recordedAt: try json.member("recordedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("id", id)
            try writer.member("ordinal", ordinal)
            try writer.member("organisation", organisation)
            try writer.member("policy", policy)
            try writer.member("recordedAt", recordedAt)
            try writer.member("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct VerificationPolicyPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.VerificationPolicyVersion]
        package var next: String?

        package init(
            items: [Wire.VerificationPolicyVersion],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct PreviewVerification: Codable, Hashable, Sendable, WireJSON {
        package var product: String
        /// In whose hands the card is; the caller's own organisation when absent.
        package var organisation: String?
        package var documentType: String
        package var deviceType: String?
        package var province: Int64?
        package var risk: String?
        package var age: Int64?
        package var hasProxy: Bool?
        /// Whether the card's number has 11 digits, other than of the 148 range.
        package var hasOrdinaryNumber: Bool?

        package init(
            product: String,
            documentType: String,
            organisation: String? = nil,
            deviceType: String? = nil,
            province: Int64? = nil,
            risk: String? = nil,
            age: Int64? = nil,
            hasProxy: Bool? = nil,
            hasOrdinaryNumber: Bool? = nil
        ) {
            self.product = product
            self.documentType = documentType
            self.organisation = organisation
            self.deviceType = deviceType
            self.province = province
            self.risk = risk
            self.age = age
            self.hasProxy = hasProxy
            self.hasOrdinaryNumber = hasOrdinaryNumber
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                product: try json.member("product"),
                documentType: try json.member("documentType"),
                organisation: try json.memberIfAny("organisation"),
                deviceType: try json.memberIfAny("deviceType"),
                province: try json.memberIfAny("province"),
                risk: try json.memberIfAny("risk"),
                age: try json.memberIfAny("age"),
                hasProxy: try json.memberIfAny("hasProxy"),
                hasOrdinaryNumber: try json.memberIfAny("hasOrdinaryNumber"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("age", age)
            try writer.memberIfAny("deviceType", deviceType)
            try writer.member("documentType", documentType)
            try writer.memberIfAny("hasOrdinaryNumber", hasOrdinaryNumber)
            try writer.memberIfAny("hasProxy", hasProxy)
            try writer.memberIfAny("organisation", organisation)
            try writer.member("product", product)
            try writer.memberIfAny("province", province)
            try writer.memberIfAny("risk", risk)
            writer.endObject()
        }
    }

    package struct VerificationNeed: Codable, Hashable, Sendable, WireJSON {
        package var method: String
        /// What it is, in the reader's language.
        package var text: String
        package var requirement: String?
        package var reason: String
        package var owner: String
        /// The agent whose rule it is.
        package var organisation: String?

        package init(
            method: String,
            text: String,
            reason: String,
            owner: String,
            requirement: String? = nil,
            organisation: String? = nil
        ) {
            self.method = method
            self.text = text
            self.reason = reason
            self.owner = owner
            self.requirement = requirement
            self.organisation = organisation
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                method: try json.member("method"),
                text: try json.member("text"),
                reason: try json.member("reason"),
                owner: try json.member("owner"),
                requirement: try json.memberIfAny("requirement"),
                organisation: try json.memberIfAny("organisation"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("method", method)
            try writer.memberIfAny("organisation", organisation)
            try writer.member("owner", owner)
            try writer.member("reason", reason)
            try writer.memberIfAny("requirement", requirement)
            try writer.member("text", text)
            writer.endObject()
        }
    }

    package struct VerificationNeeds: Codable, Hashable, Sendable, WireJSON {
        package var methods: [String]
        package var needs: [Wire.VerificationNeed]
        package var approval: String
        package var cardsMax: Int64?
        package var attemptsMax: Int64
        /// Only a business hall can complete it.
        package var inPersonOnly: Bool
        /// Whether the agent's own reviewers may look at it.
        package var agentReviews: Bool
        /// What is needed of whoever does not want the face recognised.
        package var withoutFaceRecognition: [String]?

        package init(
            methods: [String],
            needs: [Wire.VerificationNeed],
            approval: String,
            attemptsMax: Int64,
            inPersonOnly: Bool,
            agentReviews: Bool,
            cardsMax: Int64? = nil,
            withoutFaceRecognition: [String]? = nil
        ) {
            self.methods = methods
            self.needs = needs
            self.approval = approval
            self.attemptsMax = attemptsMax
            self.inPersonOnly = inPersonOnly
            self.agentReviews = agentReviews
            self.cardsMax = cardsMax
            self.withoutFaceRecognition = withoutFaceRecognition
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                methods: try json.member("methods"),
                needs: try json.member("needs"),
                approval: try json.member("approval"),
                attemptsMax: try json.member("attemptsMax"),
                inPersonOnly: try json.member("inPersonOnly"),
                agentReviews: try json.member("agentReviews"),
                cardsMax: try json.memberIfAny("cardsMax"),
                withoutFaceRecognition: try json.memberIfAny("withoutFaceRecognition"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("agentReviews", agentReviews)
            try writer.member("approval", approval)
            try writer.member("attemptsMax", attemptsMax)
            try writer.memberIfAny("cardsMax", cardsMax)
            try writer.member("inPersonOnly", inPersonOnly)
            try writer.member("methods", methods)
            try writer.member("needs", needs)
            try writer.memberIfAny("withoutFaceRecognition", withoutFaceRecognition)
            writer.endObject()
        }
    }

    package struct IssuePartLink: Codable, Hashable, Sendable, WireJSON {
        /// Whose part.
        package var role: String

        package init(
            role: String
        ) {
            self.role = role
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                role: try json.member("role"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("role", role)
            writer.endObject()
        }
    }

    package struct IssuedPartLink: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var role: String
        /// Seen once.
        package var code: String
        /// Of the person's page at this server.
        package var path: String
        package var expiresAt: String

        package init(
            id: String,
            role: String,
            code: String,
            path: String,
            expiresAt: String
        ) {
            self.id = id
            self.role = role
            self.code = code
            self.path = path
            self.expiresAt = expiresAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                role: try json.member("role"),
                code: try json.member("code"),
                path: try json.member("path"),
                expiresAt: try json.member("expiresAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("expiresAt", expiresAt)
            try writer.member("id", id)
            try writer.member("path", path)
            try writer.member("role", role)
            writer.endObject()
        }
    }

    package struct PartLink: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var role: String
        /// Closed: the application was handed in or given up since.
        package var standing: String
        package var issuedAt: String
        package var issuedBy: String
        package var expiresAt: String
        package var openedAt: String?
        package var revokedAt: String?
        /// When the person said that all of it is right.
        package var completedAt: String?
        /// Of the notice to which the person had consented then.
        package var noticeVersion: String?
        /// When staff changed the part after that.
        package var changedAt: String?

        package init(
            id: String,
            role: String,
            standing: String,
            issuedAt: String,
            issuedBy: String,
            expiresAt: String,
            openedAt: String? = nil,
            revokedAt: String? = nil,
            completedAt: String? = nil,
            noticeVersion: String? = nil,
            changedAt: String? = nil
        ) {
            self.id = id
            self.role = role
            self.standing = standing
            self.issuedAt = issuedAt
            self.issuedBy = issuedBy
            self.expiresAt = expiresAt
            self.openedAt = openedAt
            self.revokedAt = revokedAt
            self.completedAt = completedAt
            self.noticeVersion = noticeVersion
            self.changedAt = changedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                role: try json.member("role"),
                standing: try json.member("standing"),
                issuedAt: try json.member("issuedAt"),
                issuedBy: try json.member("issuedBy"),
                expiresAt: try json.member("expiresAt"),
                openedAt: try json.memberIfAny("openedAt"),
                revokedAt: try json.memberIfAny("revokedAt"),
                completedAt: try json.memberIfAny("completedAt"),
                noticeVersion: try json.memberIfAny("noticeVersion"),
                changedAt: try json.memberIfAny("changedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("changedAt", changedAt)
            try writer.memberIfAny("completedAt", completedAt)
            try writer.member("expiresAt", expiresAt)
            try writer.member("id", id)
            try writer.member("issuedAt", issuedAt)
            try writer.member("issuedBy", issuedBy)
            try writer.memberIfAny("noticeVersion", noticeVersion)
            try writer.memberIfAny("openedAt", openedAt)
            try writer.memberIfAny("revokedAt", revokedAt)
            try writer.member("role", role)
            try writer.member("standing", standing)
            writer.endObject()
        }
    }

    package struct PartLinks: Codable, Hashable, Sendable, WireJSON {
        /// Whose part can be handed over now.
        package var roles: [String]
        package var items: [Wire.PartLink]

        package init(
            roles: [String],
            items: [Wire.PartLink]
        ) {
            self.roles = roles
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                roles: try json.member("roles"),
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.member("roles", roles)
            writer.endObject()
        }
    }

    package struct IssueEntrances: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        package var cards: Wire.CardSelection
        package var days: Int64
        /// What the cards are in.
        package var deviceType: String?

        package init(
            kind: String,
            cards: Wire.CardSelection,
            days: Int64,
            deviceType: String? = nil
        ) {
            self.kind = kind
            self.cards = cards
            self.days = days
            self.deviceType = deviceType
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                cards: try json.member("cards"),
                days: try json.member("days"),
                deviceType: try json.memberIfAny("deviceType"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("days", days)
            try writer.memberIfAny("deviceType", deviceType)
            try writer.member("kind", kind)
            writer.endObject()
        }
    }

    package struct IssuedEntrance: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var card: String
        package var iccid: String
        /// Seen once.
        package var code: String
        /// Of the person's page at this server.
        package var path: String?
        package var expiresAt: String

        package init(
            id: String,
            card: String,
            iccid: String,
            code: String,
            expiresAt: String,
            path: String? = nil
        ) {
            self.id = id
            self.card = card
            self.iccid = iccid
            self.code = code
            self.expiresAt = expiresAt
            self.path = path
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                card: try json.member("card"),
                iccid: try json.member("iccid"),
                code: try json.member("code"),
                expiresAt: try json.member("expiresAt"),
                path: try json.memberIfAny("path"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("code", code)
            try writer.member("expiresAt", expiresAt)
            try writer.member("iccid", iccid)
            try writer.member("id", id)
            try writer.memberIfAny("path", path)
            writer.endObject()
        }
    }

    package struct IssuedEntrances: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.IssuedEntrance]

        package init(
            items: [Wire.IssuedEntrance]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct RevokeEntrances: Codable, Hashable, Sendable, WireJSON {
        package var cards: Wire.CardSelection

        package init(
            cards: Wire.CardSelection
        ) {
            self.cards = cards
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                cards: try json.member("cards"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            writer.endObject()
        }
    }

    package struct RevokedEntrances: Codable, Hashable, Sendable, WireJSON {
        /// How many opened until then.
        package var revoked: Int64

        package init(
            revoked: Int64
        ) {
            self.revoked = revoked
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                revoked: try json.member("revoked"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("revoked", revoked)
            writer.endObject()
        }
    }

    package struct Entrance: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var kind: String
        package var card: String
        package var organisation: String
        package var deviceType: String?
        package var standing: String
        package var issuedAt: String
        package var expiresAt: String
        package var revokedAt: String?

        package init(
            id: String,
            kind: String,
            card: String,
            organisation: String,
            standing: String,
            issuedAt: String,
            expiresAt: String,
            deviceType: String? = nil,
            revokedAt: String? = nil
        ) {
            self.id = id
            self.kind = kind
            self.card = card
            self.organisation = organisation
            self.standing = standing
            self.issuedAt = issuedAt
            self.expiresAt = expiresAt
            self.deviceType = deviceType
            self.revokedAt = revokedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                kind: try json.member("kind"),
                card: try json.member("card"),
                organisation: try json.member("organisation"),
                standing: try json.member("standing"),
                issuedAt: try json.member("issuedAt"),
                expiresAt: try json.member("expiresAt"),
                deviceType: try json.memberIfAny("deviceType"),
                revokedAt: try json.memberIfAny("revokedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.memberIfAny("deviceType", deviceType)
            try writer.member("expiresAt", expiresAt)
            try writer.member("id", id)
            try writer.member("issuedAt", issuedAt)
            try writer.member("kind", kind)
            try writer.member("organisation", organisation)
            try writer.memberIfAny("revokedAt", revokedAt)
            try writer.member("standing", standing)
            writer.endObject()
        }
    }

    package struct EntrancePage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Entrance]
        package var next: String?

        package init(
            items: [Wire.Entrance],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct Notice: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var kind: String
        package var channel: String
        /// Of the registration, or of the campaign; `none` where a letter is about cards of no registration, `various` where not all of them are of the same one.
        package var code: String
        package var language: String
        package var state: String
        /// How often it was taken up.
        package var tries: Int64
        package var happenedAt: String
        /// Why the case was sent back or refused, or what the cards lack.
        package var reason: String?
        /// On which of China's days what it tells of comes or came, where it is about cards.
        package var day: String?
        /// How many cards a letter is about; absent where it is one person's.
        package var cards: Int64?
        /// When it is tried next; absent once it is over.
        package var dueAt: String?
        package var endedAt: String?
        /// Why it was not taken, last; a code.
        package var failure: String?

        package init(
            id: String,
            kind: String,
            channel: String,
            code: String,
            language: String,
            state: String,
            tries: Int64,
            happenedAt: String,
            reason: String? = nil,
            day: String? = nil,
            cards: Int64? = nil,
            dueAt: String? = nil,
            endedAt: String? = nil,
            failure: String? = nil
        ) {
            self.id = id
            self.kind = kind
            self.channel = channel
            self.code = code
            self.language = language
            self.state = state
            self.tries = tries
            self.happenedAt = happenedAt
            self.reason = reason
            self.day = day
            self.cards = cards
            self.dueAt = dueAt
            self.endedAt = endedAt
            self.failure = failure
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                kind: try json.member("kind"),
                channel: try json.member("channel"),
                code: try json.member("code"),
                language: try json.member("language"),
                state: try json.member("state"),
                tries: try json.member("tries"),
                happenedAt: try json.member("happenedAt"),
                reason: try json.memberIfAny("reason"),
                day: try json.memberIfAny("day"),
                cards: try json.memberIfAny("cards"),
                dueAt: try json.memberIfAny("dueAt"),
                endedAt: try json.memberIfAny("endedAt"),
                failure: try json.memberIfAny("failure"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("cards", cards)
            try writer.member("channel", channel)
            try writer.member("code", code)
            try writer.memberIfAny("day", day)
            try writer.memberIfAny("dueAt", dueAt)
            try writer.memberIfAny("endedAt", endedAt)
            try writer.memberIfAny("failure", failure)
            try writer.member("happenedAt", happenedAt)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.member("language", language)
            try writer.memberIfAny("reason", reason)
            try writer.member("state", state)
            try writer.member("tries", tries)
            writer.endObject()
        }
    }

    package struct NoticeWords: Codable, Hashable, Sendable, WireJSON {
        package var zh: String
        package var en: String

        package init(
            zh: String,
            en: String
        ) {
            self.zh = zh
            self.en = en
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                zh: try json.member("zh"),
                en: try json.member("en"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("en", en)
            try writer.member("zh", zh)
            writer.endObject()
        }
    }

    package struct NoticeLetterWords: Codable, Hashable, Sendable, WireJSON {
        package var subject: Wire.NoticeWords
        /// In lines.
        package var body: Wire.NoticeWords

        package init(
            subject: Wire.NoticeWords,
            body: Wire.NoticeWords
        ) {
            self.subject = subject
            self.body = body
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                subject: try json.member("subject"),
                body: try json.member("body"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("body", body)
            try writer.member("subject", subject)
            writer.endObject()
        }
    }

    package struct PreviewNoticeWording: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        /// To a person's phone. Left out, the built-in words.
        package var message: Wire.NoticeWords?
        /// To staff. Left out, the built-in words.
        package var letter: Wire.NoticeLetterWords?

        package init(
            kind: String,
            message: Wire.NoticeWords? = nil,
            letter: Wire.NoticeLetterWords? = nil
        ) {
            self.kind = kind
            self.message = message
            self.letter = letter
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                message: try json.memberIfAny("message"),
                letter: try json.memberIfAny("letter"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("kind", kind)
            try writer.memberIfAny("letter", letter)
            try writer.memberIfAny("message", message)
            writer.endObject()
        }
    }

    package struct SetNoticeWording: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        /// To a person's phone. Left out, the built-in words.
        package var message: Wire.NoticeWords?
        /// To staff. Left out, the built-in words.
        package var letter: Wire.NoticeLetterWords?
        /// Now where it is left out.
        package var validFrom: String?
        /// The version that was read; 0 when there was none.
        package var after: Int64
        /// Whether it may count before the newest version, which then never comes into force; refused otherwise.
        package var replacing: Bool?

        package init(
            kind: String,
            after: Int64,
            message: Wire.NoticeWords? = nil,
            letter: Wire.NoticeLetterWords? = nil,
            validFrom: String? = nil,
            replacing: Bool? = nil
        ) {
            self.kind = kind
            self.after = after
            self.message = message
            self.letter = letter
            self.validFrom = validFrom
            self.replacing = replacing
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                after: try json.member("after"),
                message: try json.memberIfAny("message"),
                letter: try json.memberIfAny("letter"),
                validFrom: try json.memberIfAny("validFrom"),
                replacing: try json.memberIfAny("replacing"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("after", after)
            try writer.member("kind", kind)
            try writer.memberIfAny("letter", letter)
            try writer.memberIfAny("message", message)
            try writer.memberIfAny("replacing", replacing)
            try writer.memberIfAny("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct NoticeWordingVersion: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        package var ordinal: Int64
        package var validFrom: String
        package var message: Wire.NoticeWords?
        package var letter: Wire.NoticeLetterWords?
        package var recordedAt: String

        package init(
            kind: String,
            ordinal: Int64,
            validFrom: String,
            recordedAt: String,
            message: Wire.NoticeWords? = nil,
            letter: Wire.NoticeLetterWords? = nil
        ) {
            self.kind = kind
            self.ordinal = ordinal
            self.validFrom = validFrom
            self.recordedAt = recordedAt
            self.message = message
            self.letter = letter
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                ordinal: try json.member("ordinal"),
                validFrom: try json.member("validFrom"),
                recordedAt: try json.member("recordedAt"),
                message: try json.memberIfAny("message"),
                letter: try json.memberIfAny("letter"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("kind", kind)
            try writer.memberIfAny("letter", letter)
            try writer.memberIfAny("message", message)
            try writer.member("ordinal", ordinal)
            try writer.member("recordedAt", recordedAt)
            try writer.member("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct NoticeWordingPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.NoticeWordingVersion]
        package var next: String?

        package init(
            items: [Wire.NoticeWordingVersion],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct NoticePlaces: Codable, Hashable, Sendable, WireJSON {
        package var part: String
        package var must: [String]
        /// Those that must stand there among them.
        package var may: [String]

        package init(
            part: String,
            must: [String],
            may: [String]
        ) {
            self.part = part
            self.must = must
            self.may = may
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                part: try json.member("part"),
                must: try json.member("must"),
                may: try json.member("may"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("may", may)
            try writer.member("must", must)
            try writer.member("part", part)
            writer.endObject()
        }
    }

    package struct NoticeWordingInForce: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        /// Of the version in force; 0 where none is.
        package var ordinal: Int64
        package var isBuiltIn: Bool
        /// When the newest version begins, where that is yet to come.
        package var comingFrom: String?
        /// As it is said now, with its placeholders.
        package var message: Wire.NoticeWords?
        package var letter: Wire.NoticeLetterWords?
        package var places: [Wire.NoticePlaces]

        package init(
            kind: String,
            ordinal: Int64,
            isBuiltIn: Bool,
            places: [Wire.NoticePlaces],
            comingFrom: String? = nil,
            message: Wire.NoticeWords? = nil,
            letter: Wire.NoticeLetterWords? = nil
        ) {
            self.kind = kind
            self.ordinal = ordinal
            self.isBuiltIn = isBuiltIn
            self.places = places
            self.comingFrom = comingFrom
            self.message = message
            self.letter = letter
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                ordinal: try json.member("ordinal"),
                isBuiltIn: try json.member("isBuiltIn"),
                places: try json.member("places"),
                comingFrom: try json.memberIfAny("comingFrom"),
                message: try json.memberIfAny("message"),
                letter: try json.memberIfAny("letter"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("comingFrom", comingFrom)
            try writer.member("isBuiltIn", isBuiltIn)
            try writer.member("kind", kind)
            try writer.memberIfAny("letter", letter)
            try writer.memberIfAny("message", message)
            try writer.member("ordinal", ordinal)
            try writer.member("places", places)
            writer.endObject()
        }
    }

    package struct NoticeWordingsInForce: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.NoticeWordingInForce]

        package init(
            items: [Wire.NoticeWordingInForce]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct NoticePreview: Codable, Hashable, Sendable, WireJSON {
        package var language: String
        package var message: String?
        package var subject: String?
        package var body: String?

        package init(
            language: String,
            message: String? = nil,
            subject: String? = nil,
            body: String? = nil
        ) {
            self.language = language
            self.message = message
            self.subject = subject
            self.body = body
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                language: try json.member("language"),
                message: try json.memberIfAny("message"),
                subject: try json.memberIfAny("subject"),
                body: try json.memberIfAny("body"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("body", body)
            try writer.member("language", language)
            try writer.memberIfAny("message", message)
            try writer.memberIfAny("subject", subject)
            writer.endObject()
        }
    }

    package struct NoticePreviews: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.NoticePreview]

        package init(
            items: [Wire.NoticePreview]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct NoticePage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Notice]
        package var next: String?

        package init(
            items: [Wire.Notice],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct Change: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var kind: String
        /// Where it stands since: of `custody` `stock`, `claimed`, `allocated`, `withdrawn` or `gone` (left the scope); of `holding` `registered` or `vacant`; of `carrier` `done` (the carrier shows what was wished) or `failed`; else the state of its service.
        package var after: String
        /// Why service is stopped since; of `life`, `device` and `sim`.
        package var stops: [String]?
        /// Since or from when on.
        package var effectiveFrom: String
        /// When it was decided.
        package var at: String

        package init(
            card: String,
            kind: String,
            after: String,
            effectiveFrom: String,
            at: String,
            stops: [String]? = nil
        ) {
            self.card = card
            self.kind = kind
            self.after = after
            self.effectiveFrom = effectiveFrom
            self.at = at
            self.stops = stops
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                kind: try json.member("kind"),
                after: try json.member("after"),
                effectiveFrom: try json.member("effectiveFrom"),
                at: try json.member("at"),
                stops: try json.memberIfAny("stops"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("after", after)
            try writer.member("at", at)
            try writer.member("card", card)
            try writer.member("effectiveFrom", effectiveFrom)
            try writer.member("kind", kind)
            try writer.memberIfAny("stops", stops)
            writer.endObject()
        }
    }

    package struct ChangePage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Change]
        /// For `after`, also where nothing follows yet.
        package var next: String

        package init(
            items: [Wire.Change],
            next: String
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.member("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.member("next", next)
            writer.endObject()
        }
    }

    package struct CreateWebhook: Codable, Hashable, Sendable, WireJSON {
        package var url: String
        /// Left out, all.
        package var kinds: [String]?

        package init(
            url: String,
            kinds: [String]? = nil
        ) {
            self.url = url
            self.kinds = kinds
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                url: try json.member("url"),
                kinds: try json.memberIfAny("kinds"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("kinds", kinds)
            try writer.member("url", url)
            writer.endObject()
        }
    }

    package struct Webhook: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var organisation: String
        package var url: String
        package var kinds: [String]
        package var state: String
        /// What it has had, as `after` of the changes.
        package var position: String
        /// How often the next event was tried.
        package var tries: Int64
        /// Since when it takes nothing.
        package var failingSince: String?
        /// Why not, last; a code.
        package var failure: String?
        /// When it is tried next; absent while it takes what it is sent.
        package var dueAt: String?
        /// Until when the secret before signs too.
        package var formerSecretUntil: String?
        package var createdAt: String

        package init(
            id: String,
            organisation: String,
            url: String,
            kinds: [String],
            state: String,
            position: String,
            tries: Int64,
            createdAt: String,
            failingSince: String? = nil,
            failure: String? = nil,
            dueAt: String? = nil,
            formerSecretUntil: String? = nil
        ) {
            self.id = id
            self.organisation = organisation
            self.url = url
            self.kinds = kinds
            self.state = state
            self.position = position
            self.tries = tries
            self.createdAt = createdAt
            self.failingSince = failingSince
            self.failure = failure
            self.dueAt = dueAt
            self.formerSecretUntil = formerSecretUntil
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                organisation: try json.member("organisation"),
                url: try json.member("url"),
                kinds: try json.member("kinds"),
                state: try json.member("state"),
                position: try json.member("position"),
                tries: try json.member("tries"),
                createdAt: try json.member("createdAt"),
                failingSince: try json.memberIfAny("failingSince"),
                failure: try json.memberIfAny("failure"),
                dueAt: try json.memberIfAny("dueAt"),
                formerSecretUntil: try json.memberIfAny("formerSecretUntil"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("createdAt", createdAt)
            try writer.memberIfAny("dueAt", dueAt)
            try writer.memberIfAny("failingSince", failingSince)
            try writer.memberIfAny("failure", failure)
            try writer.memberIfAny("formerSecretUntil", formerSecretUntil)
            try writer.member("id", id)
            try writer.member("kinds", kinds)
            try writer.member("organisation", organisation)
            try writer.member("position", position)
            try writer.member("state", state)
            try writer.member("tries", tries)
            try writer.member("url", url)
            writer.endObject()
        }
    }

    package struct WebhookPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Webhook]
        package var next: String?

        package init(
            items: [Wire.Webhook],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct WebhookCreated: Codable, Hashable, Sendable, WireJSON {
        package var webhook: Wire.Webhook
        /// `whsec_` and base64; shown once.
        package var secret: String

        package init(
            webhook: Wire.Webhook,
            secret: String
        ) {
            self.webhook = webhook
            self.secret = secret
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                webhook: try json.member("webhook"),
                secret: try json.member("secret"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("secret", secret)
            try writer.member("webhook", webhook)
            writer.endObject()
        }
    }

    package struct RewindWebhook: Codable, Hashable, Sendable, WireJSON {
        /// `next` of a page of changes, or `position` of an event.
        package var after: String

        package init(
            after: String
        ) {
            self.after = after
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                after: try json.member("after"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("after", after)
            writer.endObject()
        }
    }

    package struct WebhookTrial: Codable, Hashable, Sendable, WireJSON {
        package var event: String
        package var delivered: Bool
        /// Why it was not taken; a code.
        package var failure: String?

        package init(
            event: String,
            delivered: Bool,
            failure: String? = nil
        ) {
            self.event = event
            self.delivered = delivered
            self.failure = failure
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                event: try json.member("event"),
                delivered: try json.member("delivered"),
                failure: try json.memberIfAny("failure"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("delivered", delivered)
            try writer.member("event", event)
            try writer.memberIfAny("failure", failure)
            writer.endObject()
        }
    }

    package struct WebhookEvent: Codable, Hashable, Sendable, WireJSON {
        /// As `webhook-id` of the message.
        package var id: String
        package var kind: String
        package var state: String
        /// Of how many cards it tells; absent of what is kept no more.
        package var cards: Int64?
        package var tries: Int64
        package var happenedAt: String
        package var endedAt: String?
        /// Why it was not taken, last; a code.
        package var failure: String?

        package init(
            id: String,
            kind: String,
            state: String,
            tries: Int64,
            happenedAt: String,
            cards: Int64? = nil,
            endedAt: String? = nil,
            failure: String? = nil
        ) {
            self.id = id
            self.kind = kind
            self.state = state
            self.tries = tries
            self.happenedAt = happenedAt
            self.cards = cards
            self.endedAt = endedAt
            self.failure = failure
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                kind: try json.member("kind"),
                state: try json.member("state"),
                tries: try json.member("tries"),
                happenedAt: try json.member("happenedAt"),
                cards: try json.memberIfAny("cards"),
                endedAt: try json.memberIfAny("endedAt"),
                failure: try json.memberIfAny("failure"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("cards", cards)
            try writer.memberIfAny("endedAt", endedAt)
            try writer.memberIfAny("failure", failure)
            try writer.member("happenedAt", happenedAt)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.member("state", state)
            try writer.member("tries", tries)
            writer.endObject()
        }
    }

    package struct WebhookEventPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.WebhookEvent]
        package var next: String?

        package init(
            items: [Wire.WebhookEvent],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct RequestCallback: Codable, Hashable, Sendable, WireJSON {
        /// The request.
        package var application: String
        package var url: String
        package var state: String
        package var tries: Int64
        /// When there was something to tell last.
        package var happenedAt: String?
        /// When it is tried next.
        package var dueAt: String?
        package var failingSince: String?
        /// Why it was not taken, last; a code.
        package var failure: String?

        package init(
            application: String,
            url: String,
            state: String,
            tries: Int64,
            happenedAt: String? = nil,
            dueAt: String? = nil,
            failingSince: String? = nil,
            failure: String? = nil
        ) {
            self.application = application
            self.url = url
            self.state = state
            self.tries = tries
            self.happenedAt = happenedAt
            self.dueAt = dueAt
            self.failingSince = failingSince
            self.failure = failure
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                application: try json.member("application"),
                url: try json.member("url"),
                state: try json.member("state"),
                tries: try json.member("tries"),
                happenedAt: try json.memberIfAny("happenedAt"),
                dueAt: try json.memberIfAny("dueAt"),
                failingSince: try json.memberIfAny("failingSince"),
                failure: try json.memberIfAny("failure"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("application", application)
            try writer.memberIfAny("dueAt", dueAt)
            try writer.memberIfAny("failingSince", failingSince)
            try writer.memberIfAny("failure", failure)
            try writer.memberIfAny("happenedAt", happenedAt)
            try writer.member("state", state)
            try writer.member("tries", tries)
            try writer.member("url", url)
            writer.endObject()
        }
    }

    package struct RequestCallbackPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.RequestCallback]
        package var next: String?

        package init(
            items: [Wire.RequestCallback],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct InForce: Codable, Hashable, Sendable, WireJSON {
        /// Whom the server asks or tells.
        package var outside: [Wire.OutsideInForce]
        package var evidence: Wire.EvidenceInForce
        /// In the order of docs/configuration.md.
        package var settings: [Wire.SettingInForce]

        package init(
            outside: [Wire.OutsideInForce],
            evidence: Wire.EvidenceInForce,
            settings: [Wire.SettingInForce]
        ) {
            self.outside = outside
            self.evidence = evidence
            self.settings = settings
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                outside: try json.member("outside"),
                evidence: try json.member("evidence"),
                settings: try json.member("settings"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("evidence", evidence)
            try writer.member("outside", outside)
            try writer.member("settings", settings)
            writer.endObject()
        }
    }

    /// As this server has seen it since it was started.
    package struct OutsideInForce: Codable, Hashable, Sendable, WireJSON {
        package var work: String
        /// The host alone, or of a carrier the connection's name.
        package var name: String
        /// Of notices: `webhook`, `sms` or `mail`.
        package var channel: String?
        package var carrier: String?
        /// Of a carrier.
        package var system: String?
        /// `resting`: not asked before `restsUntil`. `trying`: one question is let through to see.
        package var state: String
        package var restsUntil: String?
        package var asked: Int64
        package var answered: Int64
        package var failed: Int64
        /// Within the window that counts.
        package var recentFailures: Int64

        package init(
            work: String,
            name: String,
            state: String,
            asked: Int64,
            answered: Int64,
            failed: Int64,
            recentFailures: Int64,
            channel: String? = nil,
            carrier: String? = nil,
            system: String? = nil,
            restsUntil: String? = nil
        ) {
            self.work = work
            self.name = name
            self.state = state
            self.asked = asked
            self.answered = answered
            self.failed = failed
            self.recentFailures = recentFailures
            self.channel = channel
            self.carrier = carrier
            self.system = system
            self.restsUntil = restsUntil
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                work: try json.member("work"),
                name: try json.member("name"),
                state: try json.member("state"),
                asked: try json.member("asked"),
                answered: try json.member("answered"),
                failed: try json.member("failed"),
                recentFailures: try json.member("recentFailures"),
                channel: try json.memberIfAny("channel"),
                carrier: try json.memberIfAny("carrier"),
                system: try json.memberIfAny("system"),
                restsUntil: try json.memberIfAny("restsUntil"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("answered", answered)
            try writer.member("asked", asked)
            try writer.memberIfAny("carrier", carrier)
            try writer.memberIfAny("channel", channel)
            try writer.member("failed", failed)
            try writer.member("name", name)
            try writer.member("recentFailures", recentFailures)
            try writer.memberIfAny("restsUntil", restsUntil)
            try writer.member("state", state)
            try writer.memberIfAny("system", system)
            try writer.member("work", work)
            writer.endObject()
        }
    }

    package struct EvidenceInForce: Codable, Hashable, Sendable, WireJSON {
        /// The installation's own folder, or an S3-compatible service.
        package var place: String
        package var host: String?

        package init(
            place: String,
            host: String? = nil
        ) {
            self.place = place
            self.host = host
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                place: try json.member("place"),
                host: try json.memberIfAny("host"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("host", host)
            try writer.member("place", place)
            writer.endObject()
        }
    }

    package struct SettingInForce: Codable, Hashable, Sendable, WireJSON {
        package var name: String
        package var value: Int64
        /// The default.
        package var standard: Int64
        package var meaning: String

        package init(
            name: String,
            value: Int64,
            standard: Int64,
            meaning: String
        ) {
            self.name = name
            self.value = value
            self.standard = standard
            self.meaning = meaning
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                name: try json.member("name"),
                value: try json.member("value"),
                standard: try json.member("standard"),
                meaning: try json.member("meaning"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("meaning", meaning)
            try writer.member("name", name)
            try writer.member("standard", standard)
            try writer.member("value", value)
            writer.endObject()
        }
    }

    package struct RecordCarrierReply: Codable, Hashable, Sendable, WireJSON {
        package var verdict: String
        /// The number under which the carrier's system has it.
        package var receipt: String
        /// The carrier's own code of a refusal.
        package var code: String?
        /// Why the carrier refused, in one line; the applicant reads it. No names or numbers of persons.
        package var words: String?

        package init(
            verdict: String,
            receipt: String,
            code: String? = nil,
            words: String? = nil
        ) {
            self.verdict = verdict
            self.receipt = receipt
            self.code = code
            self.words = words
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                receipt: try json.member("receipt"),
                code: try json.memberIfAny("code"),
                words: try json.memberIfAny("words"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("code", code)
            try writer.member("receipt", receipt)
            try writer.member("verdict", verdict)
            try writer.memberIfAny("words", words)
            writer.endObject()
        }
    }

    package struct LookUpCard: Codable, Hashable, Sendable, WireJSON {
        package var iccid: String

        package init(
            iccid: String
        ) {
            self.iccid = iccid
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                iccid: try json.member("iccid"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("iccid", iccid)
            writer.endObject()
        }
    }

    package struct CardLookup: Codable, Hashable, Sendable, WireJSON {
        /// Absent where the number does not tell.
        package var carrier: String?
        /// How to come in.
        package var text: String

        package init(
            text: String,
            carrier: String? = nil
        ) {
            self.text = text
            self.carrier = carrier
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                text: try json.member("text"),
                carrier: try json.memberIfAny("carrier"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("carrier", carrier)
            try writer.member("text", text)
            writer.endObject()
        }
    }

    package struct CardNumber: Codable, Hashable, Sendable, WireJSON {
        package var iccid: String

        package init(
            iccid: String
        ) {
            self.iccid = iccid
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                iccid: try json.member("iccid"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("iccid", iccid)
            writer.endObject()
        }
    }

    /// Either the link's code, or the ICCID with the claim code printed with the card.
    package struct OpenSeat: Codable, Hashable, Sendable, WireJSON {
        package var link: String?
        package var iccid: String?
        package var claimCode: String?
        /// The secret of the device, from the time before.
        package var device: String?

        package init(
            link: String? = nil,
            iccid: String? = nil,
            claimCode: String? = nil,
            device: String? = nil
        ) {
            self.link = link
            self.iccid = iccid
            self.claimCode = claimCode
            self.device = device
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                link: try json.memberIfAny("link"),
                iccid: try json.memberIfAny("iccid"),
                claimCode: try json.memberIfAny("claimCode"),
                device: try json.memberIfAny("device"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("claimCode", claimCode)
            try writer.memberIfAny("device", device)
            try writer.memberIfAny("iccid", iccid)
            try writer.memberIfAny("link", link)
            writer.endObject()
        }
    }

    package struct OpenedSeat: Codable, Hashable, Sendable, WireJSON {
        /// For `Authorization: Bearer`.
        package var token: String
        package var expiresAt: String
        /// Kept by the device and sent again; whoever has it can go on with what was begun.
        package var device: String

        package init(
            token: String,
            expiresAt: String,
            device: String
        ) {
            self.token = token
            self.expiresAt = expiresAt
            self.device = device
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                token: try json.member("token"),
                expiresAt: try json.member("expiresAt"),
                device: try json.member("device"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("device", device)
            try writer.member("expiresAt", expiresAt)
            try writer.member("token", token)
            writer.endObject()
        }
    }

    package struct GiveConsent: Codable, Hashable, Sendable, WireJSON {
        package var noticeVersion: String
        package var answers: [String: Bool]
        /// Whether the person whose name the card shall stand in is under 14: then the guardian consents before any picture is taken (R-DP-06). Needed while `holderAge` is `unknown`; a document's number or a date of birth counts before it. Kept once `privacy` and `sensitive-data` are consented to.
        package var holderIsUnder14: Bool?

        package init(
            noticeVersion: String,
            answers: [String: Bool],
            holderIsUnder14: Bool? = nil
        ) {
            self.noticeVersion = noticeVersion
            self.answers = answers
            self.holderIsUnder14 = holderIsUnder14
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                noticeVersion: try json.member("noticeVersion"),
                answers: try json.member("answers"),
                holderIsUnder14: try json.memberIfAny("holderIsUnder14"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("answers", answers)
            try writer.memberIfAny("holderIsUnder14", holderIsUnder14)
            try writer.member("noticeVersion", noticeVersion)
            writer.endObject()
        }
    }

    /// What the person has typed so far, all of it; what is absent is forgotten. Pictures are not touched.
    package struct PersonalDraft: Codable, Hashable, Sendable, WireJSON {
        package var holder: Wire.PartyFacts?
        package var guardian: Wire.PartyFacts?
        package var proxy: Wire.PartyFacts?
        package var declinesFaceRecognition: Bool?
        package var noticeAccepted: Bool?

        package init(
            holder: Wire.PartyFacts? = nil,
            guardian: Wire.PartyFacts? = nil,
            proxy: Wire.PartyFacts? = nil,
            declinesFaceRecognition: Bool? = nil,
            noticeAccepted: Bool? = nil
        ) {
            self.holder = holder
            self.guardian = guardian
            self.proxy = proxy
            self.declinesFaceRecognition = declinesFaceRecognition
            self.noticeAccepted = noticeAccepted
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                holder: try json.memberIfAny("holder"),
                guardian: try json.memberIfAny("guardian"),
                proxy: try json.memberIfAny("proxy"),
                declinesFaceRecognition: try json.memberIfAny("declinesFaceRecognition"),
                noticeAccepted: try json.memberIfAny("noticeAccepted"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("declinesFaceRecognition", declinesFaceRecognition)
            try writer.memberIfAny("guardian", guardian)
            try writer.memberIfAny("holder", holder)
            try writer.memberIfAny("noticeAccepted", noticeAccepted)
            try writer.memberIfAny("proxy", proxy)
            writer.endObject()
        }
    }

    package struct RegisterInPerson: Codable, Hashable, Sendable, WireJSON {
        /// ICCID, number or card reference.
        package var card: String
        package var channel: String
        package var holder: Wire.PartyFacts
        package var guardian: Wire.PartyFacts?
        package var proxy: Wire.PartyFacts?
        package var evidence: [String: [String]]
        package var consents: [String: Bool]
        package var noticeVersion: String
        package var noticeAccepted: Bool
        /// In which the person reads and is told how it stands; Chinese unless said.
        package var language: String?
        /// A case that was sent back, handed in again. Of a person's fields, those sent back as they were shown, masked, stay as they stand; name the pieces that stay.
        package var resumes: Wire.ResumedCase?

        package init(
            card: String,
            channel: String,
            holder: Wire.PartyFacts,
            evidence: [String: [String]],
            consents: [String: Bool],
            noticeVersion: String,
            noticeAccepted: Bool,
            guardian: Wire.PartyFacts? = nil,
            proxy: Wire.PartyFacts? = nil,
            language: String? = nil,
            resumes: Wire.ResumedCase? = nil
        ) {
            self.card = card
            self.channel = channel
            self.holder = holder
            self.evidence = evidence
            self.consents = consents
            self.noticeVersion = noticeVersion
            self.noticeAccepted = noticeAccepted
            self.guardian = guardian
            self.proxy = proxy
            self.language = language
            self.resumes = resumes
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                channel: try json.member("channel"),
                holder: try json.member("holder"),
                evidence: try json.member("evidence"),
                consents: try json.member("consents"),
                noticeVersion: try json.member("noticeVersion"),
                noticeAccepted: try json.member("noticeAccepted"),
                guardian: try json.memberIfAny("guardian"),
                proxy: try json.memberIfAny("proxy"),
                language: try json.memberIfAny("language"),
                resumes: try json.memberIfAny("resumes"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("channel", channel)
            try writer.member("consents", consents)
            try writer.member("evidence", evidence)
            try writer.memberIfAny("guardian", guardian)
            try writer.member("holder", holder)
            try writer.memberIfAny("language", language)
            try writer.member("noticeAccepted", noticeAccepted)
            try writer.member("noticeVersion", noticeVersion)
            try writer.memberIfAny("proxy", proxy)
            try writer.memberIfAny("resumes", resumes)
            writer.endObject()
        }
    }

    package struct ResumedCase: Codable, Hashable, Sendable, WireJSON {
        package var application: String
        /// As it was read.
        package var version: Int64
        package var persons: Wire.ChangedPersons?

        package init(
            application: String,
            version: Int64,
            persons: Wire.ChangedPersons? = nil
        ) {
            self.application = application
            self.version = version
            self.persons = persons
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                application: try json.member("application"),
                version: try json.member("version"),
                persons: try json.memberIfAny("persons"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("application", application)
            try writer.memberIfAny("persons", persons)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    /// Who they are whose document is another than in the case that was sent back; without an answer it is not handed in. `corrected`: the same person, a mistake is mended, and consents and pictures stand. `another`: somebody else, and nothing of the one before counts.
    package struct ChangedPersons: Codable, Hashable, Sendable, WireJSON {
        package var holder: String?
        package var guardian: String?
        package var proxy: String?

        package init(
            holder: String? = nil,
            guardian: String? = nil,
            proxy: String? = nil
        ) {
            self.holder = holder
            self.guardian = guardian
            self.proxy = proxy
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                holder: try json.memberIfAny("holder"),
                guardian: try json.memberIfAny("guardian"),
                proxy: try json.memberIfAny("proxy"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("guardian", guardian)
            try writer.memberIfAny("holder", holder)
            try writer.memberIfAny("proxy", proxy)
            writer.endObject()
        }
    }

    package struct ExamineInPerson: Codable, Hashable, Sendable, WireJSON {
        /// ICCID, number or card reference.
        package var card: String
        /// The only one there is unless said.
        package var channel: String?
        package var holder: Wire.PartyFacts?
        package var guardian: Wire.PartyFacts?
        package var proxy: Wire.PartyFacts?
        package var evidence: [String: [String]]?
        package var consents: [String: Bool]?
        package var noticeAccepted: Bool?
        /// A case that was sent back and will be handed in again.
        package var application: String?
        /// Of that case; refused without it.
        package var persons: Wire.ChangedPersons?

        package init(
            card: String,
            channel: String? = nil,
            holder: Wire.PartyFacts? = nil,
            guardian: Wire.PartyFacts? = nil,
            proxy: Wire.PartyFacts? = nil,
            evidence: [String: [String]]? = nil,
            consents: [String: Bool]? = nil,
            noticeAccepted: Bool? = nil,
            application: String? = nil,
            persons: Wire.ChangedPersons? = nil
        ) {
            self.card = card
            self.channel = channel
            self.holder = holder
            self.guardian = guardian
            self.proxy = proxy
            self.evidence = evidence
            self.consents = consents
            self.noticeAccepted = noticeAccepted
            self.application = application
            self.persons = persons
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                channel: try json.memberIfAny("channel"),
                holder: try json.memberIfAny("holder"),
                guardian: try json.memberIfAny("guardian"),
                proxy: try json.memberIfAny("proxy"),
                evidence: try json.memberIfAny("evidence"),
                consents: try json.memberIfAny("consents"),
                noticeAccepted: try json.memberIfAny("noticeAccepted"),
                application: try json.memberIfAny("application"),
                persons: try json.memberIfAny("persons"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("application", application)
            try writer.member("card", card)
            try writer.memberIfAny("channel", channel)
            try writer.memberIfAny("consents", consents)
            try writer.memberIfAny("evidence", evidence)
            try writer.memberIfAny("guardian", guardian)
            try writer.memberIfAny("holder", holder)
            try writer.memberIfAny("noticeAccepted", noticeAccepted)
            try writer.memberIfAny("persons", persons)
            try writer.memberIfAny("proxy", proxy)
            writer.endObject()
        }
    }

    package struct InPersonOutlook: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var iccid: String
        package var carrier: String
        package var cardClass: String
        package var product: String
        package var obstacle: Wire.InPersonObstacle?
        package var needs: Wire.VerificationNeeds
        package var holderAge: String
        /// What the person reads, or is read, before anything is taken of him.
        package var notices: [Wire.PersonalNotice]
        /// That `registerInPerson` names.
        package var noticeVersion: String
        package var legalNotice: String
        /// The pictures and papers that are needed.
        package var slots: [String]
        /// What is missing or wrong still, and what a reviewer will be told.
        package var checks: [Wire.Check]
        /// For `takeInPerson`, by the same member of staff, within a day, and for the same document number; neither can be read in it.
        package var examined: String

        package init(
            card: String,
            iccid: String,
            carrier: String,
            cardClass: String,
            product: String,
            needs: Wire.VerificationNeeds,
            holderAge: String,
            notices: [Wire.PersonalNotice],
            noticeVersion: String,
            legalNotice: String,
            slots: [String],
            checks: [Wire.Check],
            examined: String,
            obstacle: Wire.InPersonObstacle? = nil
        ) {
            self.card = card
            self.iccid = iccid
            self.carrier = carrier
            self.cardClass = cardClass
            self.product = product
            self.needs = needs
            self.holderAge = holderAge
            self.notices = notices
            self.noticeVersion = noticeVersion
            self.legalNotice = legalNotice
            self.slots = slots
            self.checks = checks
            self.examined = examined
            self.obstacle = obstacle
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                iccid: try json.member("iccid"),
                carrier: try json.member("carrier"),
                cardClass: try json.member("cardClass"),
                product: try json.member("product"),
                needs: try json.member("needs"),
                holderAge: try json.member("holderAge"),
                notices: try json.member("notices"),
                noticeVersion: try json.member("noticeVersion"),
                legalNotice: try json.member("legalNotice"),
                slots: try json.member("slots"),
                checks: try json.member("checks"),
                examined: try json.member("examined"),
                obstacle: try json.memberIfAny("obstacle"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("cardClass", cardClass)
            try writer.member("carrier", carrier)
            try writer.member("checks", checks)
            try writer.member("examined", examined)
            try writer.member("holderAge", holderAge)
            try writer.member("iccid", iccid)
            try writer.member("legalNotice", legalNotice)
            try writer.member("needs", needs)
            try writer.member("noticeVersion", noticeVersion)
            try writer.member("notices", notices)
            try writer.memberIfAny("obstacle", obstacle)
            try writer.member("product", product)
            try writer.member("slots", slots)
            writer.endObject()
        }
    }

    /// Why the card cannot be registered now.
    package struct InPersonObstacle: Codable, Hashable, Sendable, WireJSON {
        /// Such as `card-already-registered`, `card-under-application`, `card-kept-for-next-owner`, `card-cancelled`, `card-not-available`.
        package var code: String
        package var text: String
        /// What may be done.
        package var mend: String

        package init(
            code: String,
            text: String,
            mend: String
        ) {
            self.code = code
            self.text = text
            self.mend = mend
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                text: try json.member("text"),
                mend: try json.member("mend"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("mend", mend)
            try writer.member("text", text)
            writer.endObject()
        }
    }

    package struct CountCardsInPerson: Codable, Hashable, Sendable, WireJSON {
        /// ICCID, number or card reference.
        package var card: String
        /// Document type, name and number, as they stand on the document shown.
        package var holder: Wire.PartyFacts

        package init(
            card: String,
            holder: Wire.PartyFacts
        ) {
            self.card = card
            self.holder = holder
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                holder: try json.member("holder"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("holder", holder)
            writer.endObject()
        }
    }

    package struct CardCount: Codable, Hashable, Sendable, WireJSON {
        /// How many cards of this kind a person may have with this carrier. Absent where there is no limit, or where name or number are missing or wrong.
        package var max: Int64?
        /// How many are registered by this name and number. Absent where no more counts are told today.
        package var used: Int64?
        /// None is left.
        package var reached: Bool
        /// How a place comes free.
        package var howToRelease: String

        package init(
            reached: Bool,
            howToRelease: String,
            max: Int64? = nil,
            used: Int64? = nil
        ) {
            self.reached = reached
            self.howToRelease = howToRelease
            self.max = max
            self.used = used
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                reached: try json.member("reached"),
                howToRelease: try json.member("howToRelease"),
                max: try json.memberIfAny("max"),
                used: try json.memberIfAny("used"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("howToRelease", howToRelease)
            try writer.memberIfAny("max", max)
            try writer.member("reached", reached)
            try writer.memberIfAny("used", used)
            writer.endObject()
        }
    }

    package struct CaseEvidence: Codable, Hashable, Sendable, WireJSON {
        package var slot: String
        package var evidence: String
        /// How it comes to be part of the case.
        package var ground: String
        /// Of a frame of a face challenge: what the person was asked to do.
        package var action: String?
        /// When it was taken after the challenge was shown, by the page's clock.
        package var milliseconds: Int64?

        package init(
            slot: String,
            evidence: String,
            ground: String,
            action: String? = nil,
            milliseconds: Int64? = nil
        ) {
            self.slot = slot
            self.evidence = evidence
            self.ground = ground
            self.action = action
            self.milliseconds = milliseconds
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                slot: try json.member("slot"),
                evidence: try json.member("evidence"),
                ground: try json.member("ground"),
                action: try json.memberIfAny("action"),
                milliseconds: try json.memberIfAny("milliseconds"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("action", action)
            try writer.member("evidence", evidence)
            try writer.member("ground", ground)
            try writer.memberIfAny("milliseconds", milliseconds)
            try writer.member("slot", slot)
            writer.endObject()
        }
    }

    package struct SlotReading: Codable, Hashable, Sendable, WireJSON {
        package var slot: String
        package var fields: [Wire.ReadField]

        package init(
            slot: String,
            fields: [Wire.ReadField]
        ) {
            self.slot = slot
            self.fields = fields
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                slot: try json.member("slot"),
                fields: try json.member("fields"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("fields", fields)
            try writer.member("slot", slot)
            writer.endObject()
        }
    }

    /// What a provider said. The identity authority is asked about each person on the registration by itself: `document-data` is its word about the holder, `guardian` and `proxy` are those about them.
    package struct Verification: Codable, Hashable, Sendable, WireJSON {
        package var method: String
        /// Whom it is about; a face is the holder's.
        package var about: String
        package var vendor: String
        package var productVersion: String
        /// seen-elsewhere: the same face, which the provider was shown before under another identity.
        package var verdict: String
        /// Ten-thousandths.
        package var score: Int64?
        package var threshold: Int64?
        package var liveness: String?
        /// Under which the provider has it.
        package var reference: String?
        /// Nothing of it is about a real person.
        package var sandbox: Bool
        package var cost: Int64
        package var recordedAt: String

        package init(
            method: String,
            about: String,
            vendor: String,
            productVersion: String,
            verdict: String,
            sandbox: Bool,
            cost: Int64,
            recordedAt: String,
            score: Int64? = nil,
            threshold: Int64? = nil,
            liveness: String? = nil,
            reference: String? = nil
        ) {
            self.method = method
            self.about = about
            self.vendor = vendor
            self.productVersion = productVersion
            self.verdict = verdict
            self.sandbox = sandbox
            self.cost = cost
            self.recordedAt = recordedAt
            self.score = score
            self.threshold = threshold
            self.liveness = liveness
            self.reference = reference
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                method: try json.member("method"),
                about: try json.member("about"),
                vendor: try json.member("vendor"),
                productVersion: try json.member("productVersion"),
                verdict: try json.member("verdict"),
                sandbox: try json.member("sandbox"),
                cost: try json.member("cost"),
                recordedAt: try json.member("recordedAt"),
                score: try json.memberIfAny("score"),
                threshold: try json.memberIfAny("threshold"),
                liveness: try json.memberIfAny("liveness"),
                reference: try json.memberIfAny("reference"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("about", about)
            try writer.member("cost", cost)
            try writer.memberIfAny("liveness", liveness)
            try writer.member("method", method)
            try writer.member("productVersion", productVersion)
            try writer.member("recordedAt", recordedAt)
            try writer.memberIfAny("reference", reference)
            try writer.member("sandbox", sandbox)
            try writer.memberIfAny("score", score)
            try writer.memberIfAny("threshold", threshold)
            try writer.member("vendor", vendor)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    package struct CarrierReply: Codable, Hashable, Sendable, WireJSON {
        package var verdict: String
        package var receipt: String
        package var recordedAt: String

        package init(
            verdict: String,
            receipt: String,
            recordedAt: String
        ) {
            self.verdict = verdict
            self.receipt = receipt
            self.recordedAt = recordedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                receipt: try json.member("receipt"),
                recordedAt: try json.member("recordedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("receipt", receipt)
            try writer.member("recordedAt", recordedAt)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    package struct ReadField: Codable, Hashable, Sendable, WireJSON {
        package var name: String
        package var value: String

        package init(
            name: String,
            value: String
        ) {
            self.name = name
            self.value = value
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                name: try json.member("name"),
                value: try json.member("value"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("name", name)
            try writer.member("value", value)
            writer.endObject()
        }
    }

    package struct CapturedPicture: Codable, Hashable, Sendable, WireJSON {
        package var evidence: String
        package var slot: String
        /// What the machine found fault with
        package var problems: [String]
        /// What was read; the person corrects it.
        package var fields: [Wire.ReadField]

        package init(
            evidence: String,
            slot: String,
            problems: [String],
            fields: [Wire.ReadField]
        ) {
            self.evidence = evidence
            self.slot = slot
            self.problems = problems
            self.fields = fields
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                evidence: try json.member("evidence"),
                slot: try json.member("slot"),
                problems: try json.member("problems"),
                fields: try json.member("fields"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("evidence", evidence)
            try writer.member("fields", fields)
            try writer.member("problems", problems)
            try writer.member("slot", slot)
            writer.endObject()
        }
    }

    package struct OpenPart: Codable, Hashable, Sendable, WireJSON {
        /// The link's code.
        package var link: String
        /// The secret of the device, from the time before.
        package var device: String?

        package init(
            link: String,
            device: String? = nil
        ) {
            self.link = link
            self.device = device
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                link: try json.member("link"),
                device: try json.memberIfAny("device"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("device", device)
            try writer.member("link", link)
            writer.endObject()
        }
    }

    package struct OpenedPart: Codable, Hashable, Sendable, WireJSON {
        /// For `Authorization: Bearer`.
        package var token: String
        package var expiresAt: String
        /// Kept by the device and sent again; whoever has it and the link can go on with what was begun.
        package var device: String

        package init(
            token: String,
            expiresAt: String,
            device: String
        ) {
            self.token = token
            self.expiresAt = expiresAt
            self.device = device
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                token: try json.member("token"),
                expiresAt: try json.member("expiresAt"),
                device: try json.member("device"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("device", device)
            try writer.member("expiresAt", expiresAt)
            try writer.member("token", token)
            writer.endObject()
        }
    }

    package struct ConsentToPart: Codable, Hashable, Sendable, WireJSON {
        package var noticeVersion: String
        package var privacy: Bool
        package var sensitiveData: Bool

        package init(
            noticeVersion: String,
            privacy: Bool,
            sensitiveData: Bool
        ) {
            self.noticeVersion = noticeVersion
            self.privacy = privacy
            self.sensitiveData = sensitiveData
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                noticeVersion: try json.member("noticeVersion"),
                privacy: try json.member("privacy"),
                sensitiveData: try json.member("sensitiveData"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("noticeVersion", noticeVersion)
            try writer.member("privacy", privacy)
            try writer.member("sensitiveData", sensitiveData)
            writer.endObject()
        }
    }

    package struct OpenPartPicture: Codable, Hashable, Sendable, WireJSON {
        package var slot: String
        package var purpose: String

        package init(
            slot: String,
            purpose: String
        ) {
            self.slot = slot
            self.purpose = purpose
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                slot: try json.member("slot"),
                purpose: try json.member("purpose"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("purpose", purpose)
            try writer.member("slot", slot)
            writer.endObject()
        }
    }

    package struct PartDemand: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                pointer: try json.member("pointer"),
                requirement: try json.member("requirement"),
                reason: try json.member("reason"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("pointer", pointer)
            try writer.member("reason", reason)
            try writer.member("requirement", requirement)
            writer.endObject()
        }
    }

    package struct PartPicture: Codable, Hashable, Sendable, WireJSON {
        package var slot: String
        package var taken: Bool
        /// What was read from it; the person corrects it.
        package var fields: [Wire.ReadField]

        package init(
            slot: String,
            taken: Bool,
            fields: [Wire.ReadField]
        ) {
            self.slot = slot
            self.taken = taken
            self.fields = fields
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                slot: try json.member("slot"),
                taken: try json.member("taken"),
                fields: try json.member("fields"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("fields", fields)
            try writer.member("slot", slot)
            try writer.member("taken", taken)
            writer.endObject()
        }
    }

    package struct PersonalPart: Codable, Hashable, Sendable, WireJSON {
        /// As what the person stands in the application.
        package var role: String
        /// For which unit.
        package var unitName: String
        package var operatorName: String
        /// Who asks.
        package var agentName: String
        /// Until when the link is open.
        package var expiresAt: String
        /// What is needed of this person.
        package var demands: [Wire.PartDemand]
        package var notices: [Wire.PersonalNotice]
        /// To be sent with what is consented to.
        package var noticeVersion: String
        package var legalNotice: String
        /// On this device, under the notice that names this unit.
        package var consents: [Wire.PersonalConsent]
        /// Whether anything may be typed and taken: both notices of today were consented to, on this device.
        package var mayCollect: Bool
        /// Begun on another device, whose typing is not shown here; consenting here destroys it.
        package var elsewhere: Bool
        /// What this person typed so far; nothing that anybody else declared.
        package var person: Wire.PartyFacts
        /// Of the document. One for each side.
        package var pictures: [Wire.PartPicture]
        /// What `completePart` would refuse.
        package var checks: [Wire.Check]

        package init(
            role: String,
            unitName: String,
            operatorName: String,
            agentName: String,
            expiresAt: String,
            demands: [Wire.PartDemand],
            notices: [Wire.PersonalNotice],
            noticeVersion: String,
            legalNotice: String,
            consents: [Wire.PersonalConsent],
            mayCollect: Bool,
            elsewhere: Bool,
            person: Wire.PartyFacts,
            pictures: [Wire.PartPicture],
            checks: [Wire.Check]
        ) {
            self.role = role
            self.unitName = unitName
            self.operatorName = operatorName
            self.agentName = agentName
            self.expiresAt = expiresAt
            self.demands = demands
            self.notices = notices
            self.noticeVersion = noticeVersion
            self.legalNotice = legalNotice
            self.consents = consents
            self.mayCollect = mayCollect
            self.elsewhere = elsewhere
            self.person = person
            self.pictures = pictures
            self.checks = checks
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                role: try json.member("role"),
                unitName: try json.member("unitName"),
                operatorName: try json.member("operatorName"),
                agentName: try json.member("agentName"),
                expiresAt: try json.member("expiresAt"),
                demands: try json.member("demands"),
                notices: try json.member("notices"),
                noticeVersion: try json.member("noticeVersion"),
                legalNotice: try json.member("legalNotice"),
                consents: try json.member("consents"),
                mayCollect: try json.member("mayCollect"),
                elsewhere: try json.member("elsewhere"),
                person: try json.member("person"),
                pictures: try json.member("pictures"),
                checks: try json.member("checks"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("agentName", agentName)
            try writer.member("checks", checks)
            try writer.member("consents", consents)
            try writer.member("demands", demands)
            try writer.member("elsewhere", elsewhere)
            try writer.member("expiresAt", expiresAt)
            try writer.member("legalNotice", legalNotice)
            try writer.member("mayCollect", mayCollect)
            try writer.member("noticeVersion", noticeVersion)
            try writer.member("notices", notices)
            try writer.member("operatorName", operatorName)
            try writer.member("person", person)
            try writer.member("pictures", pictures)
            try writer.member("role", role)
            try writer.member("unitName", unitName)
            writer.endObject()
        }
    }

    package struct CompletedPart: Codable, Hashable, Sendable, WireJSON {
        package var role: String
        package var unitName: String
        package var agentName: String
        package var completedAt: String

        package init(
            role: String,
            unitName: String,
            agentName: String,
            completedAt: String
        ) {
            self.role = role
            self.unitName = unitName
            self.agentName = agentName
            self.completedAt = completedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                role: try json.member("role"),
                unitName: try json.member("unitName"),
                agentName: try json.member("agentName"),
                completedAt: try json.member("completedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("agentName", agentName)
            try writer.member("completedAt", completedAt)
            try writer.member("role", role)
            try writer.member("unitName", unitName)
            writer.endObject()
        }
    }

    package struct FaceChallenge: Codable, Hashable, Sendable, WireJSON {
        package var nonce: String
        package var actions: [String]
        /// What to do, action by action, in the reader's language.
        package var texts: [String]
        package var expiresAt: String

        package init(
            nonce: String,
            actions: [String],
            texts: [String],
            expiresAt: String
        ) {
            self.nonce = nonce
            self.actions = actions
            self.texts = texts
            self.expiresAt = expiresAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                nonce: try json.member("nonce"),
                actions: try json.member("actions"),
                texts: try json.member("texts"),
                expiresAt: try json.member("expiresAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("actions", actions)
            try writer.member("expiresAt", expiresAt)
            try writer.member("nonce", nonce)
            try writer.member("texts", texts)
            writer.endObject()
        }
    }

    package struct FaceFrame: Codable, Hashable, Sendable, WireJSON {
        /// Absent for the frame in which the face is straight.
        package var action: String?
        /// Since the challenge was shown.
        package var milliseconds: Int64
        /// JPEG or PNG in Base64.
        package var picture: String

        package init(
            milliseconds: Int64,
            picture: String,
            action: String? = nil
        ) {
            self.milliseconds = milliseconds
            self.picture = picture
            self.action = action
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                milliseconds: try json.member("milliseconds"),
                picture: try json.member("picture"),
                action: try json.memberIfAny("action"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("action", action)
            try writer.member("milliseconds", milliseconds)
            try writer.member("picture", picture)
            writer.endObject()
        }
    }

    package struct CaptureFace: Codable, Hashable, Sendable, WireJSON {
        package var nonce: String
        package var frames: [Wire.FaceFrame]

        package init(
            nonce: String,
            frames: [Wire.FaceFrame]
        ) {
            self.nonce = nonce
            self.frames = frames
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                nonce: try json.member("nonce"),
                frames: try json.member("frames"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("frames", frames)
            try writer.member("nonce", nonce)
            writer.endObject()
        }
    }

    package struct PersonalNotice: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        package var version: String
        package var title: String
        package var text: String

        package init(
            kind: String,
            version: String,
            title: String,
            text: String
        ) {
            self.kind = kind
            self.version = version
            self.title = title
            self.text = text
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                version: try json.member("version"),
                title: try json.member("title"),
                text: try json.member("text"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("kind", kind)
            try writer.member("text", text)
            try writer.member("title", title)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct PersonalConsent: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        package var version: String
        package var given: Bool
        package var recordedAt: String

        package init(
            kind: String,
            version: String,
            given: Bool,
            recordedAt: String
        ) {
            self.kind = kind
            self.version = version
            self.given = given
            self.recordedAt = recordedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                version: try json.member("version"),
                given: try json.member("given"),
                recordedAt: try json.member("recordedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("given", given)
            try writer.member("kind", kind)
            try writer.member("recordedAt", recordedAt)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct CardQuota: Codable, Hashable, Sendable, WireJSON {
        /// How many cards of this kind a person may have with this carrier.
        package var max: Int64
        /// How many the person has. Told only once it was shown on this device who he is: by a proof of identity, or a registration of his made here lately whose pictures may count again.
        package var used: Int64?
        /// None is left, so that no picture is taken. Told to whoever declares name and number as they are known, for a few persons a day; false may mean that it is not told.
        package var reached: Bool
        /// How a place comes free.
        package var howToRelease: String

        package init(
            max: Int64,
            reached: Bool,
            howToRelease: String,
            used: Int64? = nil
        ) {
            self.max = max
            self.reached = reached
            self.howToRelease = howToRelease
            self.used = used
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                max: try json.member("max"),
                reached: try json.member("reached"),
                howToRelease: try json.member("howToRelease"),
                used: try json.memberIfAny("used"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("howToRelease", howToRelease)
            try writer.member("max", max)
            try writer.member("reached", reached)
            try writer.memberIfAny("used", used)
            writer.endObject()
        }
    }

    package struct PersonalCase: Codable, Hashable, Sendable, WireJSON {
        /// Registering the card, proving again who one is, or having data corrected.
        package var kind: String
        /// Masked.
        package var iccid: String
        package var carrier: String
        package var cardClass: String
        package var product: String
        package var deviceType: String?
        package var operatorName: String
        package var agentName: String
        /// in-transfer: its holder is giving it to whoever is here, who prepares everything and hands it in when that holding has ended. closed: its holder gives, or gave, it to somebody else, for whom it is kept (`card-kept-for-next-owner`).
        package var standing: String
        /// Until when the card, which its holder gave away, is kept for whoever is here and for nobody else; absent where it is not.
        package var keptUntil: String?
        /// Why it cannot be handed in while the standing is in-transfer, under-application or closed.
        package var obstacle: Wire.InPersonObstacle?
        package var needs: Wire.VerificationNeeds
        package var notices: [Wire.PersonalNotice]
        package var legalNotice: String
        package var consents: [Wire.PersonalConsent]
        /// Another guardian is named now than the one who consented, by the number of the document. He is asked himself: until he consents no picture of a child under 14 is taken and nothing is handed in (`guardian-consent-of-another`). What the other said stays among `consents` until then, and on record for good.
        package var guardianChanged: Bool
        /// By which the case can be followed.
        package var code: String?
        package var state: String?
        package var content: Wire.RegistrationContent
        /// How often it may be handed in today, by the limit that is reached first.
        package var attemptsLeft: Int64
        /// Which limit that is. The person's is told only where he has shown on this device who he is; until then it may be reached unforeseen.
        package var attemptsLimit: String
        package var quota: Wire.CardQuota?
        /// Whether document pictures of a registration made lately on this device may count, or count.
        package var reuse: String
        /// The face was captured at the provider's own page, lately and for this person.
        package var captured: Bool
        /// The last capture there was of somebody else, or of nobody alive; it may be begun again.
        package var captureRefused: Bool?
        /// By what is registered, the document's number or the date of birth, else by the answer given with the consents. While it is unknown no picture is taken (`age-unknown`).
        package var holderAge: String

        package init(
            kind: String,
            iccid: String,
            carrier: String,
            cardClass: String,
            product: String,
            operatorName: String,
            agentName: String,
            standing: String,
            needs: Wire.VerificationNeeds,
            notices: [Wire.PersonalNotice],
            legalNotice: String,
            consents: [Wire.PersonalConsent],
            guardianChanged: Bool,
            content: Wire.RegistrationContent,
            attemptsLeft: Int64,
            attemptsLimit: String,
            reuse: String,
            captured: Bool,
            holderAge: String,
            deviceType: String? = nil,
            keptUntil: String? = nil,
            obstacle: Wire.InPersonObstacle? = nil,
            code: String? = nil,
            state: String? = nil,
            quota: Wire.CardQuota? = nil,
            captureRefused: Bool? = nil
        ) {
            self.kind = kind
            self.iccid = iccid
            self.carrier = carrier
            self.cardClass = cardClass
            self.product = product
            self.operatorName = operatorName
            self.agentName = agentName
            self.standing = standing
            self.needs = needs
            self.notices = notices
            self.legalNotice = legalNotice
            self.consents = consents
            self.guardianChanged = guardianChanged
            self.content = content
            self.attemptsLeft = attemptsLeft
            self.attemptsLimit = attemptsLimit
            self.reuse = reuse
            self.captured = captured
            self.holderAge = holderAge
            self.deviceType = deviceType
            self.keptUntil = keptUntil
            self.obstacle = obstacle
            self.code = code
            self.state = state
            self.quota = quota
            self.captureRefused = captureRefused
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                iccid: try json.member("iccid"),
                carrier: try json.member("carrier"),
                cardClass: try json.member("cardClass"),
                product: try json.member("product"),
                operatorName: try json.member("operatorName"),
                agentName: try json.member("agentName"),
                standing: try json.member("standing"),
                needs: try json.member("needs"),
                notices: try json.member("notices"),
                legalNotice: try json.member("legalNotice"),
                consents: try json.member("consents"),
                guardianChanged: try json.member("guardianChanged"),
                content: try json.member("content"),
                attemptsLeft: try json.member("attemptsLeft"),
                attemptsLimit: try json.member("attemptsLimit"),
                reuse: try json.member("reuse"),
                captured: try json.member("captured"),
                holderAge: try json.member("holderAge"),
                deviceType: try json.memberIfAny("deviceType"),
                keptUntil: try json.memberIfAny("keptUntil"),
                obstacle: try json.memberIfAny("obstacle"),
                code: try json.memberIfAny("code"),
                state: try json.memberIfAny("state"),
                quota: try json.memberIfAny("quota"),
                captureRefused: try json.memberIfAny("captureRefused"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("agentName", agentName)
            try writer.member("attemptsLeft", attemptsLeft)
            try writer.member("attemptsLimit", attemptsLimit)
            try writer.memberIfAny("captureRefused", captureRefused)
            try writer.member("captured", captured)
            try writer.member("cardClass", cardClass)
            try writer.member("carrier", carrier)
            try writer.memberIfAny("code", code)
            try writer.member("consents", consents)
            try writer.member("content", content)
            try writer.memberIfAny("deviceType", deviceType)
            try writer.member("guardianChanged", guardianChanged)
            try writer.member("holderAge", holderAge)
            try writer.member("iccid", iccid)
            try writer.memberIfAny("keptUntil", keptUntil)
            try writer.member("kind", kind)
            try writer.member("legalNotice", legalNotice)
            try writer.member("needs", needs)
            try writer.member("notices", notices)
            try writer.memberIfAny("obstacle", obstacle)
            try writer.member("operatorName", operatorName)
            try writer.member("product", product)
            try writer.memberIfAny("quota", quota)
            try writer.member("reuse", reuse)
            try writer.member("standing", standing)
            try writer.memberIfAny("state", state)
            writer.endObject()
        }
    }

    package struct StatusReason: Codable, Hashable, Sendable, WireJSON {
        /// Field of the content.
        package var pointer: String
        package var code: String
        /// In the reader's language, as it was when the reason was given; to the person, `other` is said in the words of the note.
        package var text: String
        /// What the applicant can do about it; absent for reasons of the operating company's own.
        package var mend: String?

        package init(
            pointer: String,
            code: String,
            text: String,
            mend: String? = nil
        ) {
            self.pointer = pointer
            self.code = code
            self.text = text
            self.mend = mend
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                pointer: try json.member("pointer"),
                code: try json.member("code"),
                text: try json.member("text"),
                mend: try json.memberIfAny("mend"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.memberIfAny("mend", mend)
            try writer.member("pointer", pointer)
            try writer.member("text", text)
            writer.endObject()
        }
    }

    package struct PersonalStage: Codable, Hashable, Sendable, WireJSON {
        package var stage: String
        package var state: String
        /// When the case came to it.
        package var since: String?
        /// When the case was through with it.
        package var until: String?
        /// Hours it usually takes by machine, at most; absent where it is over.
        package var expectedHours: Int64?
        /// Working days it usually takes people, at most; absent where it is over.
        package var expectedWorkingDays: Int64?

        package init(
            stage: String,
            state: String,
            since: String? = nil,
            until: String? = nil,
            expectedHours: Int64? = nil,
            expectedWorkingDays: Int64? = nil
        ) {
            self.stage = stage
            self.state = state
            self.since = since
            self.until = until
            self.expectedHours = expectedHours
            self.expectedWorkingDays = expectedWorkingDays
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                stage: try json.member("stage"),
                state: try json.member("state"),
                since: try json.memberIfAny("since"),
                until: try json.memberIfAny("until"),
                expectedHours: try json.memberIfAny("expectedHours"),
                expectedWorkingDays: try json.memberIfAny("expectedWorkingDays"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("expectedHours", expectedHours)
            try writer.memberIfAny("expectedWorkingDays", expectedWorkingDays)
            try writer.memberIfAny("since", since)
            try writer.member("stage", stage)
            try writer.member("state", state)
            try writer.memberIfAny("until", until)
            writer.endObject()
        }
    }

    package struct PersonalStatus: Codable, Hashable, Sendable, WireJSON {
        package var code: String
        /// Registering, or giving the card up.
        package var kind: String
        package var stage: String
        package var submittedAt: String?
        package var since: String
        package var effectiveAt: String?
        /// Hours this stage usually takes by machine, at most.
        package var expectedHours: Int64?
        /// Working days this stage usually takes people, at most.
        package var expectedWorkingDays: Int64?
        /// The way from handed in to in effect in its order, each stage with its times. What the case passed over is not among them.
        package var stages: [Wire.PersonalStage]
        package var reasons: [Wire.StatusReason]
        package var attemptsLeft: Int64?
        /// The carrier waits for the person himself, on its own page: `openCarrierPage`.
        package var hasCarrierPage: Bool

        package init(
            code: String,
            kind: String,
            stage: String,
            since: String,
            stages: [Wire.PersonalStage],
            reasons: [Wire.StatusReason],
            hasCarrierPage: Bool,
            submittedAt: String? = nil,
            effectiveAt: String? = nil,
            expectedHours: Int64? = nil,
            expectedWorkingDays: Int64? = nil,
            attemptsLeft: Int64? = nil
        ) {
            self.code = code
            self.kind = kind
            self.stage = stage
            self.since = since
            self.stages = stages
            self.reasons = reasons
            self.hasCarrierPage = hasCarrierPage
            self.submittedAt = submittedAt
            self.effectiveAt = effectiveAt
            self.expectedHours = expectedHours
            self.expectedWorkingDays = expectedWorkingDays
            self.attemptsLeft = attemptsLeft
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                kind: try json.member("kind"),
                stage: try json.member("stage"),
                since: try json.member("since"),
                stages: try json.member("stages"),
                reasons: try json.member("reasons"),
                hasCarrierPage: try json.member("hasCarrierPage"),
                submittedAt: try json.memberIfAny("submittedAt"),
                effectiveAt: try json.memberIfAny("effectiveAt"),
                expectedHours: try json.memberIfAny("expectedHours"),
                expectedWorkingDays: try json.memberIfAny("expectedWorkingDays"),
                attemptsLeft: try json.memberIfAny("attemptsLeft"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("attemptsLeft", attemptsLeft)
            try writer.member("code", code)
            try writer.memberIfAny("effectiveAt", effectiveAt)
            try writer.memberIfAny("expectedHours", expectedHours)
            try writer.memberIfAny("expectedWorkingDays", expectedWorkingDays)
            try writer.member("hasCarrierPage", hasCarrierPage)
            try writer.member("kind", kind)
            try writer.member("reasons", reasons)
            try writer.member("since", since)
            try writer.member("stage", stage)
            try writer.member("stages", stages)
            try writer.memberIfAny("submittedAt", submittedAt)
            writer.endObject()
        }
    }

    package struct BeginProviderCapture: Codable, Hashable, Sendable, WireJSON {
        /// Where the person goes afterwards: https.
        package var returnTo: String

        package init(
            returnTo: String
        ) {
            self.returnTo = returnTo
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                returnTo: try json.member("returnTo"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("returnTo", returnTo)
            writer.endObject()
        }
    }

    package struct SentToProvider: Codable, Hashable, Sendable, WireJSON {
        package var address: String
        package var expiresAt: String

        package init(
            address: String,
            expiresAt: String
        ) {
            self.address = address
            self.expiresAt = expiresAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                address: try json.member("address"),
                expiresAt: try json.member("expiresAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("address", address)
            try writer.member("expiresAt", expiresAt)
            writer.endObject()
        }
    }

    package struct SentToCarrier: Codable, Hashable, Sendable, WireJSON {
        /// At a host that was agreed on.
        package var address: String
        package var expiresAt: String

        package init(
            address: String,
            expiresAt: String
        ) {
            self.address = address
            self.expiresAt = expiresAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                address: try json.member("address"),
                expiresAt: try json.member("expiresAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("address", address)
            try writer.member("expiresAt", expiresAt)
            writer.endObject()
        }
    }

    package struct NameOwnRegistration: Codable, Hashable, Sendable, WireJSON {
        /// Of a registration in the person's name.
        package var code: String

        package init(
            code: String
        ) {
            self.code = code
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            writer.endObject()
        }
    }

    package struct OwnMatter: Codable, Hashable, Sendable, WireJSON {
        package var code: String
        package var kind: String
        package var state: String
        package var since: String
        /// Why it was sent back or refused.
        package var reasons: [Wire.StatusReason]
        /// Until when the link opens by which a next owner comes by the card; absent where none was given out.
        package var transferUntil: String?

        package init(
            code: String,
            kind: String,
            state: String,
            since: String,
            reasons: [Wire.StatusReason],
            transferUntil: String? = nil
        ) {
            self.code = code
            self.kind = kind
            self.state = state
            self.since = since
            self.reasons = reasons
            self.transferUntil = transferUntil
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                kind: try json.member("kind"),
                state: try json.member("state"),
                since: try json.member("since"),
                reasons: try json.member("reasons"),
                transferUntil: try json.memberIfAny("transferUntil"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("kind", kind)
            try writer.member("reasons", reasons)
            try writer.member("since", since)
            try writer.member("state", state)
            try writer.memberIfAny("transferUntil", transferUntil)
            writer.endObject()
        }
    }

    package struct TransferOffer: Codable, Hashable, Sendable, WireJSON {
        package var matter: Wire.OwnMatter
        /// Of the link, to be handed to the next owner; seen once.
        package var code: String
        /// Of the next owner's page at this server.
        package var path: String
        package var expiresAt: String

        package init(
            matter: Wire.OwnMatter,
            code: String,
            path: String,
            expiresAt: String
        ) {
            self.matter = matter
            self.code = code
            self.path = path
            self.expiresAt = expiresAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                matter: try json.member("matter"),
                code: try json.member("code"),
                path: try json.member("path"),
                expiresAt: try json.member("expiresAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("expiresAt", expiresAt)
            try writer.member("matter", matter)
            try writer.member("path", path)
            writer.endObject()
        }
    }

    package struct OwnMatters: Codable, Hashable, Sendable, WireJSON {
        /// The proof begun on this device.
        package var proof: Wire.OwnMatter?
        /// The correction begun on this device.
        package var correction: Wire.OwnMatter?

        package init(
            proof: Wire.OwnMatter? = nil,
            correction: Wire.OwnMatter? = nil
        ) {
            self.proof = proof
            self.correction = correction
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                proof: try json.memberIfAny("proof"),
                correction: try json.memberIfAny("correction"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("correction", correction)
            try writer.memberIfAny("proof", proof)
            writer.endObject()
        }
    }

    package struct OwnCard: Codable, Hashable, Sendable, WireJSON {
        /// Of the registration.
        package var code: String
        /// Masked.
        package var iccid: String
        package var carrier: String
        package var cardClass: String
        package var product: String
        package var agentName: String
        package var registeredAt: String?
        /// Giving the card up, or disputing it, while it is not decided.
        package var matter: Wire.OwnMatter?
        /// When the card is cancelled for good unless the person brings it back (`bringBackOwnCard`); absent where he cannot, or need not.
        package var cancelledUnlessBroughtBack: String?

        package init(
            code: String,
            iccid: String,
            carrier: String,
            cardClass: String,
            product: String,
            agentName: String,
            registeredAt: String? = nil,
            matter: Wire.OwnMatter? = nil,
            cancelledUnlessBroughtBack: String? = nil
        ) {
            self.code = code
            self.iccid = iccid
            self.carrier = carrier
            self.cardClass = cardClass
            self.product = product
            self.agentName = agentName
            self.registeredAt = registeredAt
            self.matter = matter
            self.cancelledUnlessBroughtBack = cancelledUnlessBroughtBack
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                iccid: try json.member("iccid"),
                carrier: try json.member("carrier"),
                cardClass: try json.member("cardClass"),
                product: try json.member("product"),
                agentName: try json.member("agentName"),
                registeredAt: try json.memberIfAny("registeredAt"),
                matter: try json.memberIfAny("matter"),
                cancelledUnlessBroughtBack: try json.memberIfAny("cancelledUnlessBroughtBack"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("agentName", agentName)
            try writer.memberIfAny("cancelledUnlessBroughtBack", cancelledUnlessBroughtBack)
            try writer.member("cardClass", cardClass)
            try writer.member("carrier", carrier)
            try writer.member("code", code)
            try writer.member("iccid", iccid)
            try writer.memberIfAny("matter", matter)
            try writer.member("product", product)
            try writer.memberIfAny("registeredAt", registeredAt)
            writer.endObject()
        }
    }

    package struct OwnLook: Codable, Hashable, Sendable, WireJSON {
        package var at: String
        package var act: String
        package var text: String
        /// For whom whoever looked works.
        package var organisation: String

        package init(
            at: String,
            act: String,
            text: String,
            organisation: String
        ) {
            self.at = at
            self.act = act
            self.text = text
            self.organisation = organisation
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                at: try json.member("at"),
                act: try json.member("act"),
                text: try json.member("text"),
                organisation: try json.member("organisation"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("act", act)
            try writer.member("at", at)
            try writer.member("organisation", organisation)
            try writer.member("text", text)
            writer.endObject()
        }
    }

    package struct OwnData: Codable, Hashable, Sendable, WireJSON {
        /// A copy of what is registered, in clear.
        package var person: Wire.PartyFacts
        package var recordedAt: String
        package var operatorName: String
        package var cards: [Wire.OwnCard]
        /// The newest 200.
        package var looks: [Wire.OwnLook]
        /// Until when no new proof is asked.
        package var until: String

        package init(
            person: Wire.PartyFacts,
            recordedAt: String,
            operatorName: String,
            cards: [Wire.OwnCard],
            looks: [Wire.OwnLook],
            until: String
        ) {
            self.person = person
            self.recordedAt = recordedAt
            self.operatorName = operatorName
            self.cards = cards
            self.looks = looks
            self.until = until
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                person: try json.member("person"),
                recordedAt: try json.member("recordedAt"),
                operatorName: try json.member("operatorName"),
                cards: try json.member("cards"),
                looks: try json.member("looks"),
                until: try json.member("until"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("looks", looks)
            try writer.member("operatorName", operatorName)
            try writer.member("person", person)
            try writer.member("recordedAt", recordedAt)
            try writer.member("until", until)
            writer.endObject()
        }
    }

    package struct AskForRelease: Codable, Hashable, Sendable, WireJSON {
        /// Of the holder, as a proof.
        package var documentNumber: String

        package init(
            documentNumber: String
        ) {
            self.documentNumber = documentNumber
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                documentNumber: try json.member("documentNumber"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("documentNumber", documentNumber)
            writer.endObject()
        }
    }

    package struct AskPersonalStatus: Codable, Hashable, Sendable, WireJSON {
        package var code: String

        package init(
            code: String
        ) {
            self.code = code
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            writer.endObject()
        }
    }

    package struct PreviewRequirements: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                channel: try json.member("channel"),
                kind: try json.memberIfAny("kind"),
                hasSealedLetter: try json.memberIfAny("hasSealedLetter"),
                hasProxy: try json.memberIfAny("hasProxy"),
                changedRole: try json.memberIfAny("changedRole"),
                takesEffectInThePast: try json.memberIfAny("takesEffectInThePast"),
                products: try json.memberIfAny("products"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("changedRole", changedRole)
            try writer.member("channel", channel)
            try writer.memberIfAny("hasProxy", hasProxy)
            try writer.memberIfAny("hasSealedLetter", hasSealedLetter)
            try writer.memberIfAny("kind", kind)
            try writer.memberIfAny("products", products)
            try writer.memberIfAny("takesEffectInThePast", takesEffectInThePast)
            writer.endObject()
        }
    }

    package struct RequirementPreview: Codable, Hashable, Sendable, WireJSON {
        package struct Demand: Codable, Hashable, Sendable, WireJSON {
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

            package init(json: JSONValue) throws(WireMismatch) {
                self.init(
                    pointer: try json.member("pointer"),
                    requirement: try json.member("requirement"),
                    reason: try json.member("reason"))
            }

            package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
                writer.beginObject()
                try writer.member("pointer", pointer)
                try writer.member("reason", reason)
                try writer.member("requirement", requirement)
                writer.endObject()
            }
        }

        package struct Personal: Codable, Hashable, Sendable, WireJSON {
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

            package init(json: JSONValue) throws(WireMismatch) {
                self.init(
                    product: try json.member("product"),
                    code: try json.member("code"),
                    requirement: try json.member("requirement"))
            }

            package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
                writer.beginObject()
                try writer.member("code", code)
                try writer.member("product", product)
                try writer.member("requirement", requirement)
                writer.endObject()
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                policy: try json.member("policy"),
                demands: try json.member("demands"),
                personal: try json.member("personal"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("demands", demands)
            try writer.member("personal", personal)
            try writer.member("policy", policy)
            writer.endObject()
        }
    }

    package struct CreateRegistration: Codable, Hashable, Sendable, WireJSON {
        package var channel: String
        package var content: Wire.RegistrationContent?
        /// The cards, where everything is known beforehand: the registration is begun and handed in for them with this one act, or refused whole. A body holds some forty thousand numbers; name a batch or a range for more.
        package var handIn: Wire.CardSelection?
        /// A program that is told what becomes of this request (docs/events.md): at the scheme, host and port of a webhook of the organisation, whose secret signs.
        package var callback: String?

        package init(
            channel: String,
            content: Wire.RegistrationContent? = nil,
            handIn: Wire.CardSelection? = nil,
            callback: String? = nil
        ) {
            self.channel = channel
            self.content = content
            self.handIn = handIn
            self.callback = callback
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                channel: try json.member("channel"),
                content: try json.memberIfAny("content"),
                handIn: try json.memberIfAny("handIn"),
                callback: try json.memberIfAny("callback"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("callback", callback)
            try writer.member("channel", channel)
            try writer.memberIfAny("content", content)
            try writer.memberIfAny("handIn", handIn)
            writer.endObject()
        }
    }

    package struct Registration: Codable, Hashable, Sendable, WireJSON {
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
        /// Its last card has ended: who had which role is for lawful tracing only, and left out.
        package var withheld: Bool?

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
            decisions: [Wire.Decision]? = nil,
            withheld: Bool? = nil
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
            self.withheld = withheld
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                code: try json.member("code"),
                channel: try json.member("channel"),
                organisation: try json.member("organisation"),
                state: try json.member("state"),
                cards: try json.member("cards"),
                createdAt: try json.member("createdAt"),
                unit: try json.memberIfAny("unit"),
                registeredAt: try json.memberIfAny("registeredAt"),
                endedAt: try json.memberIfAny("endedAt"),
                roles: try json.memberIfAny("roles"),
                decisions: try json.memberIfAny("decisions"),
                withheld: try json.memberIfAny("withheld"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("channel", channel)
            try writer.member("code", code)
            try writer.member("createdAt", createdAt)
            try writer.memberIfAny("decisions", decisions)
            try writer.memberIfAny("endedAt", endedAt)
            try writer.member("id", id)
            try writer.member("organisation", organisation)
            try writer.memberIfAny("registeredAt", registeredAt)
            try writer.memberIfAny("roles", roles)
            try writer.member("state", state)
            try writer.memberIfAny("unit", unit)
            try writer.memberIfAny("withheld", withheld)
            writer.endObject()
        }
    }

    package struct RegistrationPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Registration]
        package var next: String?

        package init(
            items: [Wire.Registration],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct RegistrationCard: Codable, Hashable, Sendable, WireJSON {
        package var card: Wire.Card
        package var since: String

        package init(
            card: Wire.Card,
            since: String
        ) {
            self.card = card
            self.since = since
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                since: try json.member("since"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("since", since)
            writer.endObject()
        }
    }

    package struct RegistrationCardPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.RegistrationCard]
        package var next: String?

        package init(
            items: [Wire.RegistrationCard],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// One link of a role's succession; persons are masked.
    package struct RoleHolder: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                role: try json.member("role"),
                effectiveFrom: try json.member("effectiveFrom"),
                recordedAt: try json.member("recordedAt"),
                decision: try json.member("decision"),
                current: try json.member("current"),
                party: try json.memberIfAny("party"),
                identity: try json.memberIfAny("identity"),
                name: try json.memberIfAny("name"),
                documentType: try json.memberIfAny("documentType"),
                documentNumber: try json.memberIfAny("documentNumber"),
                contact: try json.memberIfAny("contact"),
                validUntil: try json.memberIfAny("validUntil"),
                authorisedFrom: try json.memberIfAny("authorisedFrom"),
                authorisedUntil: try json.memberIfAny("authorisedUntil"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("authorisedFrom", authorisedFrom)
            try writer.memberIfAny("authorisedUntil", authorisedUntil)
            try writer.memberIfAny("contact", contact)
            try writer.member("current", current)
            try writer.member("decision", decision)
            try writer.memberIfAny("documentNumber", documentNumber)
            try writer.memberIfAny("documentType", documentType)
            try writer.member("effectiveFrom", effectiveFrom)
            try writer.memberIfAny("identity", identity)
            try writer.memberIfAny("name", name)
            try writer.memberIfAny("party", party)
            try writer.member("recordedAt", recordedAt)
            try writer.member("role", role)
            try writer.memberIfAny("validUntil", validUntil)
            writer.endObject()
        }
    }

    package struct RoleHolderPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.RoleHolder]
        package var next: String?

        package init(
            items: [Wire.RoleHolder],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct CreateApplication: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        package var content: Wire.RegistrationContent?
        /// A program that is told what becomes of this request (docs/events.md): at the scheme, host and port of a webhook of the organisation, whose secret signs.
        package var callback: String?

        package init(
            kind: String,
            content: Wire.RegistrationContent? = nil,
            callback: String? = nil
        ) {
            self.kind = kind
            self.content = content
            self.callback = callback
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                content: try json.memberIfAny("content"),
                callback: try json.memberIfAny("callback"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("callback", callback)
            try writer.memberIfAny("content", content)
            try writer.member("kind", kind)
            writer.endObject()
        }
    }

    package struct Application: Codable, Hashable, Sendable, WireJSON {
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
        /// What the case is judged by, for its reviewers: also pictures used again, and for a proof, correction or dispute of a person those registered of him.
        package var evidence: [Wire.CaseEvidence]?
        /// No machine says whether somebody alive was before the camera: the reviewer looks at the frames and what was asked for each. For those who review; left out where it is not so.
        package var lacksLivenessVerdict: Bool?
        package var checks: [Wire.Check]?
        package var decision: Wire.Decision?
        /// Why it was sent back or refused.
        package var reasons: [Wire.StatusReason]?
        package var note: String?
        /// What reviewers wrote among themselves.
        package var remark: String?
        /// What reviewers said before it was decided, for reviewers alone; while a second one is waited for, only whoever was first reads what he said.
        package var opinions: [Wire.ReviewOpinion]?
        /// For the operating company's reviewers, where its approval was drawn to be looked at again.
        package var reAudit: Wire.ReAudit?
        /// For a person's card: what the policies needed.
        package var needs: [String]?
        /// What a machine read from the pictures; masked unless revealed.
        package var readings: [Wire.SlotReading]?
        package var verifications: [Wire.Verification]?
        package var carrierReplies: [Wire.CarrierReply]?
        package var callback: Wire.Callback?
        /// Its registration has ended: content, evidence, notes and opinions are for lawful tracing only, and left out.
        package var withheld: Bool?

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
            evidence: [Wire.CaseEvidence]? = nil,
            lacksLivenessVerdict: Bool? = nil,
            checks: [Wire.Check]? = nil,
            decision: Wire.Decision? = nil,
            reasons: [Wire.StatusReason]? = nil,
            note: String? = nil,
            remark: String? = nil,
            opinions: [Wire.ReviewOpinion]? = nil,
            reAudit: Wire.ReAudit? = nil,
            needs: [String]? = nil,
            readings: [Wire.SlotReading]? = nil,
            verifications: [Wire.Verification]? = nil,
            carrierReplies: [Wire.CarrierReply]? = nil,
            callback: Wire.Callback? = nil,
            withheld: Bool? = nil
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
            self.evidence = evidence
            self.lacksLivenessVerdict = lacksLivenessVerdict
            self.checks = checks
            self.decision = decision
            self.reasons = reasons
            self.note = note
            self.remark = remark
            self.opinions = opinions
            self.reAudit = reAudit
            self.needs = needs
            self.readings = readings
            self.verifications = verifications
            self.carrierReplies = carrierReplies
            self.callback = callback
            self.withheld = withheld
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                registration: try json.member("registration"),
                kind: try json.member("kind"),
                state: try json.member("state"),
                version: try json.member("version"),
                organisation: try json.member("organisation"),
                cards: try json.member("cards"),
                createdAt: try json.member("createdAt"),
                createdBy: try json.member("createdBy"),
                updatedAt: try json.member("updatedAt"),
                registrationCode: try json.memberIfAny("registrationCode"),
                channel: try json.memberIfAny("channel"),
                unit: try json.memberIfAny("unit"),
                submittedAt: try json.memberIfAny("submittedAt"),
                submittedBy: try json.memberIfAny("submittedBy"),
                decidedAt: try json.memberIfAny("decidedAt"),
                lockedBy: try json.memberIfAny("lockedBy"),
                lockedUntil: try json.memberIfAny("lockedUntil"),
                content: try json.memberIfAny("content"),
                evidence: try json.memberIfAny("evidence"),
                lacksLivenessVerdict: try json.memberIfAny("lacksLivenessVerdict"),
                checks: try json.memberIfAny("checks"),
                decision: try json.memberIfAny("decision"),
                reasons: try json.memberIfAny("reasons"),
                note: try json.memberIfAny("note"),
                remark: try json.memberIfAny("remark"),
                opinions: try json.memberIfAny("opinions"),
                reAudit: try json.memberIfAny("reAudit"),
                needs: try json.memberIfAny("needs"),
                readings: try json.memberIfAny("readings"),
                verifications: try json.memberIfAny("verifications"),
                carrierReplies: try json.memberIfAny("carrierReplies"),
                callback: try json.memberIfAny("callback"),
                withheld: try json.memberIfAny("withheld"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("callback", callback)
            try writer.member("cards", cards)
            try writer.memberIfAny("carrierReplies", carrierReplies)
            try writer.memberIfAny("channel", channel)
            try writer.memberIfAny("checks", checks)
            try writer.memberIfAny("content", content)
            try writer.member("createdAt", createdAt)
            try writer.member("createdBy", createdBy)
            try writer.memberIfAny("decidedAt", decidedAt)
            try writer.memberIfAny("decision", decision)
            try writer.memberIfAny("evidence", evidence)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.memberIfAny("lacksLivenessVerdict", lacksLivenessVerdict)
            try writer.memberIfAny("lockedBy", lockedBy)
            try writer.memberIfAny("lockedUntil", lockedUntil)
            try writer.memberIfAny("needs", needs)
            try writer.memberIfAny("note", note)
            try writer.memberIfAny("opinions", opinions)
            try writer.member("organisation", organisation)
            try writer.memberIfAny("reAudit", reAudit)
            try writer.memberIfAny("readings", readings)
            try writer.memberIfAny("reasons", reasons)
            try writer.member("registration", registration)
            try writer.memberIfAny("registrationCode", registrationCode)
            try writer.memberIfAny("remark", remark)
            try writer.member("state", state)
            try writer.memberIfAny("submittedAt", submittedAt)
            try writer.memberIfAny("submittedBy", submittedBy)
            try writer.memberIfAny("unit", unit)
            try writer.member("updatedAt", updatedAt)
            try writer.memberIfAny("verifications", verifications)
            try writer.member("version", version)
            try writer.memberIfAny("withheld", withheld)
            writer.endObject()
        }
    }

    package struct Callback: Codable, Hashable, Sendable, WireJSON {
        package var url: String
        package var state: String
        package var tries: Int64
        package var failure: String?
        package var dueAt: String?

        package init(
            url: String,
            state: String,
            tries: Int64,
            failure: String? = nil,
            dueAt: String? = nil
        ) {
            self.url = url
            self.state = state
            self.tries = tries
            self.failure = failure
            self.dueAt = dueAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                url: try json.member("url"),
                state: try json.member("state"),
                tries: try json.member("tries"),
                failure: try json.memberIfAny("failure"),
                dueAt: try json.memberIfAny("dueAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("dueAt", dueAt)
            try writer.memberIfAny("failure", failure)
            try writer.member("state", state)
            try writer.member("tries", tries)
            try writer.member("url", url)
            writer.endObject()
        }
    }

    package struct ApplicationPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Application]
        package var next: String?

        package init(
            items: [Wire.Application],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct Check: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                code: try json.member("code"),
                requirement: try json.member("requirement"),
                subject: try json.member("subject"),
                cards: try json.member("cards"),
                method: try json.memberIfAny("method"),
                provider: try json.memberIfAny("provider"),
                title: try json.memberIfAny("title"),
                recordedAt: try json.memberIfAny("recordedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("code", code)
            try writer.memberIfAny("method", method)
            try writer.memberIfAny("provider", provider)
            try writer.memberIfAny("recordedAt", recordedAt)
            try writer.member("requirement", requirement)
            try writer.member("subject", subject)
            try writer.memberIfAny("title", title)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    package struct CardsSelected: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                application: try json.member("application"),
                version: try json.member("version"),
                cards: try json.member("cards"),
                notFound: try json.member("notFound"),
                notFoundPositions: try json.member("notFoundPositions"),
                repeated: try json.member("repeated"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("application", application)
            try writer.member("cards", cards)
            try writer.member("notFound", notFound)
            try writer.member("notFoundPositions", notFoundPositions)
            try writer.member("repeated", repeated)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct DecisionReason: Codable, Hashable, Sendable, WireJSON {
        /// Field of the content.
        package var pointer: String
        /// Of the list in force, see `GET /v1/decision-reasons`.
        package var code: String

        package init(
            pointer: String,
            code: String
        ) {
            self.pointer = pointer
            self.code = code
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                pointer: try json.member("pointer"),
                code: try json.member("code"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("pointer", pointer)
            writer.endObject()
        }
    }

    package struct ReasonsInForce: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.ReasonInForce]

        package init(
            items: [Wire.ReasonInForce]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct ReasonInForce: Codable, Hashable, Sendable, WireJSON {
        package var code: String
        /// As the applicant reads it, in the reader's language.
        package var text: String
        /// Whether the operating company added it.
        package var isOwn: Bool
        /// What is left out is any.
        package var verdicts: [String]?
        package var kinds: [String]?
        /// Each with what lies below it.
        package var fields: [String]?

        package init(
            code: String,
            text: String,
            isOwn: Bool,
            verdicts: [String]? = nil,
            kinds: [String]? = nil,
            fields: [String]? = nil
        ) {
            self.code = code
            self.text = text
            self.isOwn = isOwn
            self.verdicts = verdicts
            self.kinds = kinds
            self.fields = fields
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                text: try json.member("text"),
                isOwn: try json.member("isOwn"),
                verdicts: try json.memberIfAny("verdicts"),
                kinds: try json.memberIfAny("kinds"),
                fields: try json.memberIfAny("fields"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.memberIfAny("fields", fields)
            try writer.member("isOwn", isOwn)
            try writer.memberIfAny("kinds", kinds)
            try writer.member("text", text)
            try writer.memberIfAny("verdicts", verdicts)
            writer.endObject()
        }
    }

    /// A reason of the operating company's own; what is left out is any.
    package struct OwnReason: Codable, Hashable, Sendable, WireJSON {
        package var code: String
        /// As the applicant reads it.
        package var en: String
        package var zh: String
        package var verdicts: [String]?
        package var kinds: [String]?
        /// Each with what lies below it, such as `/evidence/unit-document` or `/unit`.
        package var fields: [String]?

        package init(
            code: String,
            en: String,
            zh: String,
            verdicts: [String]? = nil,
            kinds: [String]? = nil,
            fields: [String]? = nil
        ) {
            self.code = code
            self.en = en
            self.zh = zh
            self.verdicts = verdicts
            self.kinds = kinds
            self.fields = fields
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                en: try json.member("en"),
                zh: try json.member("zh"),
                verdicts: try json.memberIfAny("verdicts"),
                kinds: try json.memberIfAny("kinds"),
                fields: try json.memberIfAny("fields"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("en", en)
            try writer.memberIfAny("fields", fields)
            try writer.memberIfAny("kinds", kinds)
            try writer.memberIfAny("verdicts", verdicts)
            try writer.member("zh", zh)
            writer.endObject()
        }
    }

    package struct ReasonListVersion: Codable, Hashable, Sendable, WireJSON {
        package var ordinal: Int64
        package var validFrom: String
        package var reasons: [Wire.OwnReason]
        package var recordedAt: String

        package init(
            ordinal: Int64,
            validFrom: String,
            reasons: [Wire.OwnReason],
            recordedAt: String
        ) {
            self.ordinal = ordinal
            self.validFrom = validFrom
            self.reasons = reasons
            self.recordedAt = recordedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                ordinal: try json.member("ordinal"),
                validFrom: try json.member("validFrom"),
                reasons: try json.member("reasons"),
                recordedAt: try json.member("recordedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("ordinal", ordinal)
            try writer.member("reasons", reasons)
            try writer.member("recordedAt", recordedAt)
            try writer.member("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct ReasonListPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.ReasonListVersion]
        package var next: String?

        package init(
            items: [Wire.ReasonListVersion],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct SetReasonList: Codable, Hashable, Sendable, WireJSON {
        /// All of them; what is left out is retired.
        package var reasons: [Wire.OwnReason]
        /// Now where it is left out.
        package var validFrom: String?
        /// The version that was read; 0 when there was none.
        package var after: Int64
        /// Whether it may count before the newest version, which then never comes into force; refused otherwise.
        package var replacing: Bool?

        package init(
            reasons: [Wire.OwnReason],
            after: Int64,
            validFrom: String? = nil,
            replacing: Bool? = nil
        ) {
            self.reasons = reasons
            self.after = after
            self.validFrom = validFrom
            self.replacing = replacing
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                reasons: try json.member("reasons"),
                after: try json.member("after"),
                validFrom: try json.memberIfAny("validFrom"),
                replacing: try json.memberIfAny("replacing"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("after", after)
            try writer.member("reasons", reasons)
            try writer.memberIfAny("replacing", replacing)
            try writer.memberIfAny("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct Decide: Codable, Hashable, Sendable, WireJSON {
        package var verdict: String
        package var reasons: [Wire.DecisionReason]?
        /// Sealed, but shown to the submitter: it names roles, never a person or a person's number.
        package var note: String?
        /// Sealed, and shown to reviewers alone.
        package var remark: String?

        package init(
            verdict: String,
            reasons: [Wire.DecisionReason]? = nil,
            note: String? = nil,
            remark: String? = nil
        ) {
            self.verdict = verdict
            self.reasons = reasons
            self.note = note
            self.remark = remark
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                reasons: try json.memberIfAny("reasons"),
                note: try json.memberIfAny("note"),
                remark: try json.memberIfAny("remark"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("note", note)
            try writer.memberIfAny("reasons", reasons)
            try writer.memberIfAny("remark", remark)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    package struct AskForExport: Codable, Hashable, Sendable, WireJSON {
        package var kind: String
        /// For which cards; all within reach where it is left out.
        package var cards: Wire.ExportedCards?
        /// For which entries; all within reach where it is left out.
        package var trail: Wire.ExportedTrail?
        /// The usual ones where it is left out.
        package var columns: [String]?
        /// Whether numbers of cards are shown by their ends alone; true where it is left out.
        package var masked: Bool?
        /// What for; it stands in the file and on the trail and names nobody.
        package var reason: String

        package init(
            kind: String,
            reason: String,
            cards: Wire.ExportedCards? = nil,
            trail: Wire.ExportedTrail? = nil,
            columns: [String]? = nil,
            masked: Bool? = nil
        ) {
            self.kind = kind
            self.reason = reason
            self.cards = cards
            self.trail = trail
            self.columns = columns
            self.masked = masked
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                kind: try json.member("kind"),
                reason: try json.member("reason"),
                cards: try json.memberIfAny("cards"),
                trail: try json.memberIfAny("trail"),
                columns: try json.memberIfAny("columns"),
                masked: try json.memberIfAny("masked"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("cards", cards)
            try writer.memberIfAny("columns", columns)
            try writer.member("kind", kind)
            try writer.memberIfAny("masked", masked)
            try writer.member("reason", reason)
            try writer.memberIfAny("trail", trail)
            writer.endObject()
        }
    }

    package struct ExportedCards: Codable, Hashable, Sendable, WireJSON {
        package var batch: String?
        package var organisation: String?
        package var product: String?
        package var province: Int64?
        package var carrier: String?
        package var registered: Bool?
        package var serviceState: String?
        /// Stopped for this reason, be it for others too.
        package var stopReason: String?
        /// Registered in this unit's name, by a registration within the scope. Needs `registration:read`.
        package var unit: String?

        package init(
            batch: String? = nil,
            organisation: String? = nil,
            product: String? = nil,
            province: Int64? = nil,
            carrier: String? = nil,
            registered: Bool? = nil,
            serviceState: String? = nil,
            stopReason: String? = nil,
            unit: String? = nil
        ) {
            self.batch = batch
            self.organisation = organisation
            self.product = product
            self.province = province
            self.carrier = carrier
            self.registered = registered
            self.serviceState = serviceState
            self.stopReason = stopReason
            self.unit = unit
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                batch: try json.memberIfAny("batch"),
                organisation: try json.memberIfAny("organisation"),
                product: try json.memberIfAny("product"),
                province: try json.memberIfAny("province"),
                carrier: try json.memberIfAny("carrier"),
                registered: try json.memberIfAny("registered"),
                serviceState: try json.memberIfAny("serviceState"),
                stopReason: try json.memberIfAny("stopReason"),
                unit: try json.memberIfAny("unit"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("batch", batch)
            try writer.memberIfAny("carrier", carrier)
            try writer.memberIfAny("organisation", organisation)
            try writer.memberIfAny("product", product)
            try writer.memberIfAny("province", province)
            try writer.memberIfAny("registered", registered)
            try writer.memberIfAny("serviceState", serviceState)
            try writer.memberIfAny("stopReason", stopReason)
            try writer.memberIfAny("unit", unit)
            writer.endObject()
        }
    }

    package struct ExportedTrail: Codable, Hashable, Sendable, WireJSON {
        package var from: String?
        /// Exclusive.
        package var until: String?
        package var actor: String?
        package var action: String?

        package init(
            from: String? = nil,
            until: String? = nil,
            actor: String? = nil,
            action: String? = nil
        ) {
            self.from = from
            self.until = until
            self.actor = actor
            self.action = action
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                from: try json.memberIfAny("from"),
                until: try json.memberIfAny("until"),
                actor: try json.memberIfAny("actor"),
                action: try json.memberIfAny("action"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("action", action)
            try writer.memberIfAny("actor", actor)
            try writer.memberIfAny("from", from)
            try writer.memberIfAny("until", until)
            writer.endObject()
        }
    }

    package struct DecideExport: Codable, Hashable, Sendable, WireJSON {
        package var verdict: String
        /// Read by whoever asked; it names nobody.
        package var note: String?

        package init(
            verdict: String,
            note: String? = nil
        ) {
            self.verdict = verdict
            self.note = note
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                note: try json.memberIfAny("note"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("note", note)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    package struct Export: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        /// Stands in every row of the file.
        package var code: String
        package var kind: String
        package var state: String
        package var organisation: String
        package var columns: [String]
        package var masked: Bool
        /// Canonical JSON.
        package var filter: String
        package var reason: String
        package var askedAt: String
        package var askedBy: String
        /// When the request lapses or the file is destroyed.
        package var expiresAt: String
        package var downloads: Int64
        package var note: String?
        package var decidedAt: String?
        package var decidedBy: String?
        package var rows: Int64?
        package var bytes: Int64?
        package var readyAt: String?
        package var failure: String?

        package init(
            id: String,
            code: String,
            kind: String,
            state: String,
            organisation: String,
            columns: [String],
            masked: Bool,
            filter: String,
            reason: String,
            askedAt: String,
            askedBy: String,
            expiresAt: String,
            downloads: Int64,
            note: String? = nil,
            decidedAt: String? = nil,
            decidedBy: String? = nil,
            rows: Int64? = nil,
            bytes: Int64? = nil,
            readyAt: String? = nil,
            failure: String? = nil
        ) {
            self.id = id
            self.code = code
            self.kind = kind
            self.state = state
            self.organisation = organisation
            self.columns = columns
            self.masked = masked
            self.filter = filter
            self.reason = reason
            self.askedAt = askedAt
            self.askedBy = askedBy
            self.expiresAt = expiresAt
            self.downloads = downloads
            self.note = note
            self.decidedAt = decidedAt
            self.decidedBy = decidedBy
            self.rows = rows
            self.bytes = bytes
            self.readyAt = readyAt
            self.failure = failure
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                code: try json.member("code"),
                kind: try json.member("kind"),
                state: try json.member("state"),
                organisation: try json.member("organisation"),
                columns: try json.member("columns"),
                masked: try json.member("masked"),
                filter: try json.member("filter"),
                reason: try json.member("reason"),
                askedAt: try json.member("askedAt"),
                askedBy: try json.member("askedBy"),
                expiresAt: try json.member("expiresAt"),
                downloads: try json.member("downloads"),
                note: try json.memberIfAny("note"),
                decidedAt: try json.memberIfAny("decidedAt"),
                decidedBy: try json.memberIfAny("decidedBy"),
                rows: try json.memberIfAny("rows"),
                bytes: try json.memberIfAny("bytes"),
                readyAt: try json.memberIfAny("readyAt"),
                failure: try json.memberIfAny("failure"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("askedAt", askedAt)
            try writer.member("askedBy", askedBy)
            try writer.memberIfAny("bytes", bytes)
            try writer.member("code", code)
            try writer.member("columns", columns)
            try writer.memberIfAny("decidedAt", decidedAt)
            try writer.memberIfAny("decidedBy", decidedBy)
            try writer.member("downloads", downloads)
            try writer.member("expiresAt", expiresAt)
            try writer.memberIfAny("failure", failure)
            try writer.member("filter", filter)
            try writer.member("id", id)
            try writer.member("kind", kind)
            try writer.member("masked", masked)
            try writer.memberIfAny("note", note)
            try writer.member("organisation", organisation)
            try writer.memberIfAny("readyAt", readyAt)
            try writer.member("reason", reason)
            try writer.memberIfAny("rows", rows)
            try writer.member("state", state)
            writer.endObject()
        }
    }

    package struct ExportPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Export]
        package var next: String?

        package init(
            items: [Wire.Export],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct ReviewOpinion: Codable, Hashable, Sendable, WireJSON {
        package var verdict: String
        package var reasons: [Wire.StatusReason]
        package var text: String?
        package var givenAt: String
        package var givenBy: String

        package init(
            verdict: String,
            reasons: [Wire.StatusReason],
            givenAt: String,
            givenBy: String,
            text: String? = nil
        ) {
            self.verdict = verdict
            self.reasons = reasons
            self.givenAt = givenAt
            self.givenBy = givenBy
            self.text = text
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                reasons: try json.member("reasons"),
                givenAt: try json.member("givenAt"),
                givenBy: try json.member("givenBy"),
                text: try json.memberIfAny("text"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("givenAt", givenAt)
            try writer.member("givenBy", givenBy)
            try writer.member("reasons", reasons)
            try writer.memberIfAny("text", text)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    /// An approved case that was drawn to be looked at again.
    package struct ReAudit: Codable, Hashable, Sendable, WireJSON {
        package var decision: String
        package var application: String
        package var kind: String
        package var cards: Int64
        /// Who approved it; zeros where machines did.
        package var reviewer: String
        package var secondReviewer: String?
        package var decidedAt: String
        /// Whether whoever asks may look again.
        package var isOpenToReader: Bool
        package var finding: Wire.ReAuditFinding?

        package init(
            decision: String,
            application: String,
            kind: String,
            cards: Int64,
            reviewer: String,
            decidedAt: String,
            isOpenToReader: Bool,
            secondReviewer: String? = nil,
            finding: Wire.ReAuditFinding? = nil
        ) {
            self.decision = decision
            self.application = application
            self.kind = kind
            self.cards = cards
            self.reviewer = reviewer
            self.decidedAt = decidedAt
            self.isOpenToReader = isOpenToReader
            self.secondReviewer = secondReviewer
            self.finding = finding
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                decision: try json.member("decision"),
                application: try json.member("application"),
                kind: try json.member("kind"),
                cards: try json.member("cards"),
                reviewer: try json.member("reviewer"),
                decidedAt: try json.member("decidedAt"),
                isOpenToReader: try json.member("isOpenToReader"),
                secondReviewer: try json.memberIfAny("secondReviewer"),
                finding: try json.memberIfAny("finding"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("application", application)
            try writer.member("cards", cards)
            try writer.member("decidedAt", decidedAt)
            try writer.member("decision", decision)
            try writer.memberIfAny("finding", finding)
            try writer.member("isOpenToReader", isOpenToReader)
            try writer.member("kind", kind)
            try writer.member("reviewer", reviewer)
            try writer.memberIfAny("secondReviewer", secondReviewer)
            writer.endObject()
        }
    }

    package struct ReAuditFinding: Codable, Hashable, Sendable, WireJSON {
        package var verdict: String
        package var reasons: [Wire.StatusReason]
        package var remark: String?
        package var foundAt: String
        package var foundBy: String

        package init(
            verdict: String,
            reasons: [Wire.StatusReason],
            foundAt: String,
            foundBy: String,
            remark: String? = nil
        ) {
            self.verdict = verdict
            self.reasons = reasons
            self.foundAt = foundAt
            self.foundBy = foundBy
            self.remark = remark
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                reasons: try json.member("reasons"),
                foundAt: try json.member("foundAt"),
                foundBy: try json.member("foundBy"),
                remark: try json.memberIfAny("remark"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("foundAt", foundAt)
            try writer.member("foundBy", foundBy)
            try writer.member("reasons", reasons)
            try writer.memberIfAny("remark", remark)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    package struct ReAuditPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.ReAudit]
        package var next: String?

        package init(
            items: [Wire.ReAudit],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct FindReAudit: Codable, Hashable, Sendable, WireJSON {
        package var verdict: String
        /// Needed where it is overturned.
        package var reasons: [Wire.DecisionReason]?
        /// Sealed, and shown to reviewers alone.
        package var remark: String?

        package init(
            verdict: String,
            reasons: [Wire.DecisionReason]? = nil,
            remark: String? = nil
        ) {
            self.verdict = verdict
            self.reasons = reasons
            self.remark = remark
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                reasons: try json.memberIfAny("reasons"),
                remark: try json.memberIfAny("remark"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("reasons", reasons)
            try writer.memberIfAny("remark", remark)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    /// Which cases a rule is about; what is left out is any.
    package struct ReviewCondition: Codable, Hashable, Sendable, WireJSON {
        package var subjects: [String]?
        package var kinds: [String]?
        package var channels: [String]?
        package var cardsAtLeast: Int64?

        package init(
            subjects: [String]? = nil,
            kinds: [String]? = nil,
            channels: [String]? = nil,
            cardsAtLeast: Int64? = nil
        ) {
            self.subjects = subjects
            self.kinds = kinds
            self.channels = channels
            self.cardsAtLeast = cardsAtLeast
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                subjects: try json.memberIfAny("subjects"),
                kinds: try json.memberIfAny("kinds"),
                channels: try json.memberIfAny("channels"),
                cardsAtLeast: try json.memberIfAny("cardsAtLeast"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("cardsAtLeast", cardsAtLeast)
            try writer.memberIfAny("channels", channels)
            try writer.memberIfAny("kinds", kinds)
            try writer.memberIfAny("subjects", subjects)
            writer.endObject()
        }
    }

    package struct ReviewPolicy: Codable, Hashable, Sendable, WireJSON {
        /// Of a thousand approved cases so many are drawn to be looked at again.
        package var reAuditPermille: Int64
        /// A case that any of these covers is approved by two different reviewers.
        package var twoReviewers: [Wire.ReviewCondition]

        package init(
            reAuditPermille: Int64,
            twoReviewers: [Wire.ReviewCondition]
        ) {
            self.reAuditPermille = reAuditPermille
            self.twoReviewers = twoReviewers
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                reAuditPermille: try json.member("reAuditPermille"),
                twoReviewers: try json.member("twoReviewers"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("reAuditPermille", reAuditPermille)
            try writer.member("twoReviewers", twoReviewers)
            writer.endObject()
        }
    }

    package struct ReviewPolicyVersion: Codable, Hashable, Sendable, WireJSON {
        package var ordinal: Int64
        package var validFrom: String
        package var policy: Wire.ReviewPolicy
        package var recordedAt: String

        package init(
            ordinal: Int64,
            validFrom: String,
            policy: Wire.ReviewPolicy,
            recordedAt: String
        ) {
            self.ordinal = ordinal
            self.validFrom = validFrom
            self.policy = policy
            self.recordedAt = recordedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                ordinal: try json.member("ordinal"),
                validFrom: try json.member("validFrom"),
                policy: try json.member("policy"),
                recordedAt: try json.member("recordedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("ordinal", ordinal)
            try writer.member("policy", policy)
            try writer.member("recordedAt", recordedAt)
            try writer.member("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct ReviewPolicyPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.ReviewPolicyVersion]
        package var next: String?

        package init(
            items: [Wire.ReviewPolicyVersion],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct SetReviewPolicy: Codable, Hashable, Sendable, WireJSON {
        package var policy: Wire.ReviewPolicy
        /// Now where it is left out.
        package var validFrom: String?
        /// The version that was read; 0 when there was none.
        package var after: Int64
        /// Whether it may count before the newest version, which then never comes into force; refused otherwise.
        package var replacing: Bool?

        package init(
            policy: Wire.ReviewPolicy,
            after: Int64,
            validFrom: String? = nil,
            replacing: Bool? = nil
        ) {
            self.policy = policy
            self.after = after
            self.validFrom = validFrom
            self.replacing = replacing
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                policy: try json.member("policy"),
                after: try json.member("after"),
                validFrom: try json.memberIfAny("validFrom"),
                replacing: try json.memberIfAny("replacing"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("after", after)
            try writer.member("policy", policy)
            try writer.memberIfAny("replacing", replacing)
            try writer.memberIfAny("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct ExclusionPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Exclusion]
        package var next: String?

        package init(
            items: [Wire.Exclusion],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct Unit: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                code: try json.member("code"),
                name: try json.member("name"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("id", id)
            try writer.member("name", name)
            writer.endObject()
        }
    }

    package struct UnitPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Unit]
        package var next: String?

        package init(
            items: [Wire.Unit],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct Expiry: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                matter: try json.member("matter"),
                until: try json.member("until"),
                registration: try json.member("registration"),
                registrationCode: try json.member("registrationCode"),
                role: try json.member("role"),
                cards: try json.member("cards"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("matter", matter)
            try writer.member("registration", registration)
            try writer.member("registrationCode", registrationCode)
            try writer.member("role", role)
            try writer.member("until", until)
            writer.endObject()
        }
    }

    package struct ExpiryPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.Expiry]
        package var next: String?

        package init(
            items: [Wire.Expiry],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// Exactly one of `iccid`, `msisdn`, `imsi`, `card`.
    package struct AskAnswer: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                iccid: try json.memberIfAny("iccid"),
                msisdn: try json.memberIfAny("msisdn"),
                imsi: try json.memberIfAny("imsi"),
                card: try json.memberIfAny("card"),
                at: try json.memberIfAny("at"),
                asKnown: try json.memberIfAny("asKnown"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("asKnown", asKnown)
            try writer.memberIfAny("at", at)
            try writer.memberIfAny("card", card)
            try writer.memberIfAny("iccid", iccid)
            try writer.memberIfAny("imsi", imsi)
            try writer.memberIfAny("msisdn", msisdn)
            writer.endObject()
        }
    }

    /// Exactly one of `iccid`, `msisdn`, `imsi`, `card`.
    package struct Reveal: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                purpose: try json.member("purpose"),
                iccid: try json.memberIfAny("iccid"),
                msisdn: try json.memberIfAny("msisdn"),
                imsi: try json.memberIfAny("imsi"),
                card: try json.memberIfAny("card"),
                at: try json.memberIfAny("at"),
                asKnown: try json.memberIfAny("asKnown"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("asKnown", asKnown)
            try writer.memberIfAny("at", at)
            try writer.memberIfAny("card", card)
            try writer.memberIfAny("iccid", iccid)
            try writer.memberIfAny("imsi", imsi)
            try writer.memberIfAny("msisdn", msisdn)
            try writer.member("purpose", purpose)
            writer.endObject()
        }
    }

    /// Who answers for a card at an instant.
    package struct AnswerForCard: Codable, Hashable, Sendable, WireJSON {
        package struct AgentChain: Codable, Hashable, Sendable, WireJSON {
            package var organisation: String
            package var name: String

            package init(
                organisation: String,
                name: String
            ) {
                self.organisation = organisation
                self.name = name
            }

            package init(json: JSONValue) throws(WireMismatch) {
                self.init(
                    organisation: try json.member("organisation"),
                    name: try json.member("name"))
            }

            package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
                writer.beginObject()
                try writer.member("name", name)
                try writer.member("organisation", organisation)
                writer.endObject()
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
        /// In whose own name a person's card stands.
        package var holder: Wire.AnsweringParty?
        /// Who answers for a minor.
        package var guardian: Wire.AnsweringParty?
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
        /// Where the card's service stands now.
        package var serviceState: String?
        /// Why it is stopped now.
        package var stops: [String]?
        /// Whoever answered then does no more; what is kept of it and how.
        package var retention: String?
        /// What is kept for lawful tracing is left out for whoever may not trace, and what custodians have for everybody.
        package var withheld: Bool?

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
            holder: Wire.AnsweringParty? = nil,
            guardian: Wire.AnsweringParty? = nil,
            responsiblePerson: Wire.AnsweringParty? = nil,
            actualUser: Wire.AnsweringParty? = nil,
            usingDepartment: String? = nil,
            handler: Wire.AnsweringParty? = nil,
            proxy: Wire.AnsweringParty? = nil,
            since: String? = nil,
            registration: String? = nil,
            registrationCode: String? = nil,
            decision: String? = nil,
            serviceState: String? = nil,
            stops: [String]? = nil,
            retention: String? = nil,
            withheld: Bool? = nil
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
            self.holder = holder
            self.guardian = guardian
            self.responsiblePerson = responsiblePerson
            self.actualUser = actualUser
            self.usingDepartment = usingDepartment
            self.handler = handler
            self.proxy = proxy
            self.since = since
            self.registration = registration
            self.registrationCode = registrationCode
            self.decision = decision
            self.serviceState = serviceState
            self.stops = stops
            self.retention = retention
            self.withheld = withheld
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                iccid: try json.member("iccid"),
                carrier: try json.member("carrier"),
                at: try json.member("at"),
                asKnown: try json.member("asKnown"),
                masked: try json.member("masked"),
                standing: try json.member("standing"),
                agentChain: try json.member("agentChain"),
                evidence: try json.member("evidence"),
                msisdn: try json.memberIfAny("msisdn"),
                unit: try json.memberIfAny("unit"),
                holder: try json.memberIfAny("holder"),
                guardian: try json.memberIfAny("guardian"),
                responsiblePerson: try json.memberIfAny("responsiblePerson"),
                actualUser: try json.memberIfAny("actualUser"),
                usingDepartment: try json.memberIfAny("usingDepartment"),
                handler: try json.memberIfAny("handler"),
                proxy: try json.memberIfAny("proxy"),
                since: try json.memberIfAny("since"),
                registration: try json.memberIfAny("registration"),
                registrationCode: try json.memberIfAny("registrationCode"),
                decision: try json.memberIfAny("decision"),
                serviceState: try json.memberIfAny("serviceState"),
                stops: try json.memberIfAny("stops"),
                retention: try json.memberIfAny("retention"),
                withheld: try json.memberIfAny("withheld"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("actualUser", actualUser)
            try writer.member("agentChain", agentChain)
            try writer.member("asKnown", asKnown)
            try writer.member("at", at)
            try writer.member("card", card)
            try writer.member("carrier", carrier)
            try writer.memberIfAny("decision", decision)
            try writer.member("evidence", evidence)
            try writer.memberIfAny("guardian", guardian)
            try writer.memberIfAny("handler", handler)
            try writer.memberIfAny("holder", holder)
            try writer.member("iccid", iccid)
            try writer.member("masked", masked)
            try writer.memberIfAny("msisdn", msisdn)
            try writer.memberIfAny("proxy", proxy)
            try writer.memberIfAny("registration", registration)
            try writer.memberIfAny("registrationCode", registrationCode)
            try writer.memberIfAny("responsiblePerson", responsiblePerson)
            try writer.memberIfAny("retention", retention)
            try writer.memberIfAny("serviceState", serviceState)
            try writer.memberIfAny("since", since)
            try writer.member("standing", standing)
            try writer.memberIfAny("stops", stops)
            try writer.memberIfAny("unit", unit)
            try writer.memberIfAny("usingDepartment", usingDepartment)
            try writer.memberIfAny("withheld", withheld)
            writer.endObject()
        }
    }

    package struct TrailEntry: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                recordedAt: try json.member("recordedAt"),
                actor: try json.member("actor"),
                action: try json.member("action"),
                body: try json.member("body"),
                number: try json.memberIfAny("number"),
                leafHash: try json.memberIfAny("leafHash"),
                proof: try json.memberIfAny("proof"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("action", action)
            try writer.member("actor", actor)
            try writer.member("body", body)
            try writer.member("id", id)
            try writer.memberIfAny("leafHash", leafHash)
            try writer.memberIfAny("number", number)
            try writer.memberIfAny("proof", proof)
            try writer.member("recordedAt", recordedAt)
            writer.endObject()
        }
    }

    /// That the entry stands in the tree of that size and root (RFC 6962 section 2.1.1).
    package struct InclusionProof: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                index: try json.member("index"),
                size: try json.member("size"),
                root: try json.member("root"),
                path: try json.member("path"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("index", index)
            try writer.member("path", path)
            try writer.member("root", root)
            try writer.member("size", size)
            writer.endObject()
        }
    }

    package struct TrailPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.TrailEntry]
        package var next: String?

        package init(
            items: [Wire.TrailEntry],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct TrailHead: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                size: try json.member("size"),
                root: try json.member("root"),
                pending: try json.member("pending"),
                recordedAt: try json.memberIfAny("recordedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("pending", pending)
            try writer.memberIfAny("recordedAt", recordedAt)
            try writer.member("root", root)
            try writer.member("size", size)
            writer.endObject()
        }
    }

    package struct CustodyOutcome: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                moved: try json.member("moved"),
                alreadyThere: try json.member("alreadyThere"),
                leftOut: try json.member("leftOut"),
                notFoundPositions: try json.member("notFoundPositions"),
                act: try json.memberIfAny("act"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("act", act)
            try writer.member("alreadyThere", alreadyThere)
            try writer.member("leftOut", leftOut)
            try writer.member("moved", moved)
            try writer.member("notFoundPositions", notFoundPositions)
            writer.endObject()
        }
    }

    package struct CardObstacle: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                code: try json.member("code"),
                title: try json.member("title"),
                cards: try json.member("cards"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("code", code)
            try writer.member("title", title)
            writer.endObject()
        }
    }

    package struct CardDetail: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                product: try json.member("product"),
                custody: try json.member("custody"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("custody", custody)
            try writer.member("product", product)
            writer.endObject()
        }
    }

    package struct ChangeLives: Codable, Hashable, Sendable, WireJSON {
        package var command: String
        package var cards: Wire.CardSelection
        /// For `stop` and `resume`: which reason is set, or lifted.
        package var reason: String?
        /// Leave the cards for which it is not possible.
        package var leavingOthers: Bool?

        package init(
            command: String,
            cards: Wire.CardSelection,
            reason: String? = nil,
            leavingOthers: Bool? = nil
        ) {
            self.command = command
            self.cards = cards
            self.reason = reason
            self.leavingOthers = leavingOthers
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                command: try json.member("command"),
                cards: try json.member("cards"),
                reason: try json.memberIfAny("reason"),
                leavingOthers: try json.memberIfAny("leavingOthers"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("command", command)
            try writer.memberIfAny("leavingOthers", leavingOthers)
            try writer.memberIfAny("reason", reason)
            writer.endObject()
        }
    }

    package struct LifeOutcomes: Codable, Hashable, Sendable, WireJSON {
        package var changed: Int64
        package var leftOut: [Wire.CardObstacle]
        /// Positions in the list, from 0.
        package var notFoundPositions: [Int64]

        package init(
            changed: Int64,
            leftOut: [Wire.CardObstacle],
            notFoundPositions: [Int64]
        ) {
            self.changed = changed
            self.leftOut = leftOut
            self.notFoundPositions = notFoundPositions
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                changed: try json.member("changed"),
                leftOut: try json.member("leftOut"),
                notFoundPositions: try json.member("notFoundPositions"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("changed", changed)
            try writer.member("leftOut", leftOut)
            try writer.member("notFoundPositions", notFoundPositions)
            writer.endObject()
        }
    }

    package struct LifeStanding: Codable, Hashable, Sendable, WireJSON {
        package var state: String
        /// Why service is stopped; it runs only when there is no reason.
        package var stops: [String]
        /// Whether a device can use it as far as we are concerned.
        package var serves: Bool

        package init(
            state: String,
            stops: [String],
            serves: Bool
        ) {
            self.state = state
            self.stops = stops
            self.serves = serves
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                state: try json.member("state"),
                stops: try json.member("stops"),
                serves: try json.member("serves"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("serves", serves)
            try writer.member("state", state)
            try writer.member("stops", stops)
            writer.endObject()
        }
    }

    /// Service state, stop reasons, real name and what the carrier says are axes of their own.
    package struct CardLife: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var state: String
        package var stops: [String]
        package var serves: Bool
        package var realName: String
        /// What the carrier says; `unknown` where nobody asked.
        package var carrierState: String
        /// When it was asked.
        package var carrierStateAt: String?
        package var carrierRealName: String?
        package var carrierRealNameAt: String?
        /// Why it says nothing of the card: a code of ours.
        package var carrierRefusal: String?
        /// What it said, newest first.
        package var carrierSayings: [Wire.CarrierSaying]?
        package var since: String
        package var number: String?
        package var numberFreeFrom: String?
        package var nextStep: String?
        package var nextStepAt: String?
        package var lastUse: String?
        /// yyyymm
        package var month: Int64?
        /// Of that month.
        package var kilobytes: Int64?
        /// Of the last use: four digits of GB/T 2260.
        package var region: Int64?
        /// How often it was seen in another device than before, in this calendar month.
        package var deviceChanges: Int64?
        /// Oldest first.
        package var events: [Wire.LifeEvent]
        /// What the carrier was asked for, newest first.
        package var intents: [Wire.CarrierIntent]

        package init(
            card: String,
            state: String,
            stops: [String],
            serves: Bool,
            realName: String,
            carrierState: String,
            since: String,
            events: [Wire.LifeEvent],
            intents: [Wire.CarrierIntent],
            carrierStateAt: String? = nil,
            carrierRealName: String? = nil,
            carrierRealNameAt: String? = nil,
            carrierRefusal: String? = nil,
            carrierSayings: [Wire.CarrierSaying]? = nil,
            number: String? = nil,
            numberFreeFrom: String? = nil,
            nextStep: String? = nil,
            nextStepAt: String? = nil,
            lastUse: String? = nil,
            month: Int64? = nil,
            kilobytes: Int64? = nil,
            region: Int64? = nil,
            deviceChanges: Int64? = nil
        ) {
            self.card = card
            self.state = state
            self.stops = stops
            self.serves = serves
            self.realName = realName
            self.carrierState = carrierState
            self.since = since
            self.events = events
            self.intents = intents
            self.carrierStateAt = carrierStateAt
            self.carrierRealName = carrierRealName
            self.carrierRealNameAt = carrierRealNameAt
            self.carrierRefusal = carrierRefusal
            self.carrierSayings = carrierSayings
            self.number = number
            self.numberFreeFrom = numberFreeFrom
            self.nextStep = nextStep
            self.nextStepAt = nextStepAt
            self.lastUse = lastUse
            self.month = month
            self.kilobytes = kilobytes
            self.region = region
            self.deviceChanges = deviceChanges
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                state: try json.member("state"),
                stops: try json.member("stops"),
                serves: try json.member("serves"),
                realName: try json.member("realName"),
                carrierState: try json.member("carrierState"),
                since: try json.member("since"),
                events: try json.member("events"),
                intents: try json.member("intents"),
                carrierStateAt: try json.memberIfAny("carrierStateAt"),
                carrierRealName: try json.memberIfAny("carrierRealName"),
                carrierRealNameAt: try json.memberIfAny("carrierRealNameAt"),
                carrierRefusal: try json.memberIfAny("carrierRefusal"),
                carrierSayings: try json.memberIfAny("carrierSayings"),
                number: try json.memberIfAny("number"),
                numberFreeFrom: try json.memberIfAny("numberFreeFrom"),
                nextStep: try json.memberIfAny("nextStep"),
                nextStepAt: try json.memberIfAny("nextStepAt"),
                lastUse: try json.memberIfAny("lastUse"),
                month: try json.memberIfAny("month"),
                kilobytes: try json.memberIfAny("kilobytes"),
                region: try json.memberIfAny("region"),
                deviceChanges: try json.memberIfAny("deviceChanges"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.memberIfAny("carrierRealName", carrierRealName)
            try writer.memberIfAny("carrierRealNameAt", carrierRealNameAt)
            try writer.memberIfAny("carrierRefusal", carrierRefusal)
            try writer.memberIfAny("carrierSayings", carrierSayings)
            try writer.member("carrierState", carrierState)
            try writer.memberIfAny("carrierStateAt", carrierStateAt)
            try writer.memberIfAny("deviceChanges", deviceChanges)
            try writer.member("events", events)
            try writer.member("intents", intents)
            try writer.memberIfAny("kilobytes", kilobytes)
            try writer.memberIfAny("lastUse", lastUse)
            try writer.memberIfAny("month", month)
            try writer.memberIfAny("nextStep", nextStep)
            try writer.memberIfAny("nextStepAt", nextStepAt)
            try writer.memberIfAny("number", number)
            try writer.memberIfAny("numberFreeFrom", numberFreeFrom)
            try writer.member("realName", realName)
            try writer.memberIfAny("region", region)
            try writer.member("serves", serves)
            try writer.member("since", since)
            try writer.member("state", state)
            try writer.member("stops", stops)
            writer.endObject()
        }
    }

    package struct LifeEvent: Codable, Hashable, Sendable, WireJSON {
        package var ordinal: Int64
        package var command: String
        package var reason: String?
        package var state: String
        package var stops: [String]
        package var effectiveFrom: String
        package var recordedBy: String

        package init(
            ordinal: Int64,
            command: String,
            state: String,
            stops: [String],
            effectiveFrom: String,
            recordedBy: String,
            reason: String? = nil
        ) {
            self.ordinal = ordinal
            self.command = command
            self.state = state
            self.stops = stops
            self.effectiveFrom = effectiveFrom
            self.recordedBy = recordedBy
            self.reason = reason
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                ordinal: try json.member("ordinal"),
                command: try json.member("command"),
                state: try json.member("state"),
                stops: try json.member("stops"),
                effectiveFrom: try json.member("effectiveFrom"),
                recordedBy: try json.member("recordedBy"),
                reason: try json.memberIfAny("reason"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("command", command)
            try writer.member("effectiveFrom", effectiveFrom)
            try writer.member("ordinal", ordinal)
            try writer.memberIfAny("reason", reason)
            try writer.member("recordedBy", recordedBy)
            try writer.member("state", state)
            try writer.member("stops", stops)
            writer.endObject()
        }
    }

    package struct CarrierIntent: Codable, Hashable, Sendable, WireJSON {
        package var ordinal: Int64
        package var command: String
        package var reason: String?
        package var state: String
        package var createdAt: String
        /// When it is told, or asked about, next.
        package var dueAt: String?
        package var toldAt: String?
        package var endedAt: String?
        /// How often it was told.
        package var tries: Int64
        /// What the carrier answered last: our code, and its own behind a slash.
        package var lastCode: String?

        package init(
            ordinal: Int64,
            command: String,
            state: String,
            createdAt: String,
            tries: Int64,
            reason: String? = nil,
            dueAt: String? = nil,
            toldAt: String? = nil,
            endedAt: String? = nil,
            lastCode: String? = nil
        ) {
            self.ordinal = ordinal
            self.command = command
            self.state = state
            self.createdAt = createdAt
            self.tries = tries
            self.reason = reason
            self.dueAt = dueAt
            self.toldAt = toldAt
            self.endedAt = endedAt
            self.lastCode = lastCode
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                ordinal: try json.member("ordinal"),
                command: try json.member("command"),
                state: try json.member("state"),
                createdAt: try json.member("createdAt"),
                tries: try json.member("tries"),
                reason: try json.memberIfAny("reason"),
                dueAt: try json.memberIfAny("dueAt"),
                toldAt: try json.memberIfAny("toldAt"),
                endedAt: try json.memberIfAny("endedAt"),
                lastCode: try json.memberIfAny("lastCode"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("command", command)
            try writer.member("createdAt", createdAt)
            try writer.memberIfAny("dueAt", dueAt)
            try writer.memberIfAny("endedAt", endedAt)
            try writer.memberIfAny("lastCode", lastCode)
            try writer.member("ordinal", ordinal)
            try writer.memberIfAny("reason", reason)
            try writer.member("state", state)
            try writer.memberIfAny("toldAt", toldAt)
            try writer.member("tries", tries)
            writer.endObject()
        }
    }

    package struct CreateDevicePool: Codable, Hashable, Sendable, WireJSON {
        package var name: String

        package init(
            name: String
        ) {
            self.name = name
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                name: try json.member("name"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("name", name)
            writer.endObject()
        }
    }

    package struct DevicePool: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var organisation: String
        package var name: String
        package var createdAt: String

        package init(
            id: String,
            organisation: String,
            name: String,
            createdAt: String
        ) {
            self.id = id
            self.organisation = organisation
            self.name = name
            self.createdAt = createdAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                organisation: try json.member("organisation"),
                name: try json.member("name"),
                createdAt: try json.member("createdAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("createdAt", createdAt)
            try writer.member("id", id)
            try writer.member("name", name)
            try writer.member("organisation", organisation)
            writer.endObject()
        }
    }

    package struct DevicePoolSummary: Codable, Hashable, Sendable, WireJSON {
        package var pool: Wire.DevicePool
        package var devices: Int64
        /// Those in the hands of its organisation or of one below.
        package var cards: Int64

        package init(
            pool: Wire.DevicePool,
            devices: Int64,
            cards: Int64
        ) {
            self.pool = pool
            self.devices = devices
            self.cards = cards
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                pool: try json.member("pool"),
                devices: try json.member("devices"),
                cards: try json.member("cards"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.member("devices", devices)
            try writer.member("pool", pool)
            writer.endObject()
        }
    }

    package struct DevicePoolPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.DevicePool]
        package var next: String?

        package init(
            items: [Wire.DevicePool],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct PoolDevice: Codable, Hashable, Sendable, WireJSON {
        /// The 14 digits that are compared (R-NF-03).
        package var device: String
        package var since: String

        package init(
            device: String,
            since: String
        ) {
            self.device = device
            self.since = since
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                device: try json.member("device"),
                since: try json.member("since"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("device", device)
            try writer.member("since", since)
            writer.endObject()
        }
    }

    package struct PoolDevicePage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.PoolDevice]
        package var next: String?

        package init(
            items: [Wire.PoolDevice],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct PoolCard: Codable, Hashable, Sendable, WireJSON {
        package var card: String

        package init(
            card: String
        ) {
            self.card = card
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            writer.endObject()
        }
    }

    package struct PoolCardPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.PoolCard]
        package var next: String?

        package init(
            items: [Wire.PoolCard],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct DeclarePoolDevices: Codable, Hashable, Sendable, WireJSON {
        package var imeis: [String]
        /// They leave the pool; what was seen in them until now stays in order.
        package var withdrawing: Bool?

        package init(
            imeis: [String],
            withdrawing: Bool? = nil
        ) {
            self.imeis = imeis
            self.withdrawing = withdrawing
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                imeis: try json.member("imeis"),
                withdrawing: try json.memberIfAny("withdrawing"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("imeis", imeis)
            try writer.memberIfAny("withdrawing", withdrawing)
            writer.endObject()
        }
    }

    package struct BindPoolCards: Codable, Hashable, Sendable, WireJSON {
        package var cards: Wire.CardSelection
        /// Leave the cards for which it is not possible.
        package var leavingOthers: Bool?

        package init(
            cards: Wire.CardSelection,
            leavingOthers: Bool? = nil
        ) {
            self.cards = cards
            self.leavingOthers = leavingOthers
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                cards: try json.member("cards"),
                leavingOthers: try json.memberIfAny("leavingOthers"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cards", cards)
            try writer.memberIfAny("leavingOthers", leavingOthers)
            writer.endObject()
        }
    }

    package struct PoolOutcome: Codable, Hashable, Sendable, WireJSON {
        package var changed: Int64
        /// Stood so before.
        package var unchanged: Int64
        /// Cards whose service goes on, since the device they were seen in is in order now.
        package var resumed: Int64
        package var leftOut: [Wire.CardObstacle]
        /// Positions in the list, from 0.
        package var notFoundPositions: [Int64]

        package init(
            changed: Int64,
            unchanged: Int64,
            resumed: Int64,
            leftOut: [Wire.CardObstacle],
            notFoundPositions: [Int64]
        ) {
            self.changed = changed
            self.unchanged = unchanged
            self.resumed = resumed
            self.leftOut = leftOut
            self.notFoundPositions = notFoundPositions
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                changed: try json.member("changed"),
                unchanged: try json.member("unchanged"),
                resumed: try json.member("resumed"),
                leftOut: try json.member("leftOut"),
                notFoundPositions: try json.member("notFoundPositions"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("changed", changed)
            try writer.member("leftOut", leftOut)
            try writer.member("notFoundPositions", notFoundPositions)
            try writer.member("resumed", resumed)
            try writer.member("unchanged", unchanged)
            writer.endObject()
        }
    }

    package struct ChangeDevice: Codable, Hashable, Sendable, WireJSON {
        package var imei: String

        package init(
            imei: String
        ) {
            self.imei = imei
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                imei: try json.member("imei"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("imei", imei)
            writer.endObject()
        }
    }

    package struct ChangeSIM: Codable, Hashable, Sendable, WireJSON {
        package var iccid: String

        package init(
            iccid: String
        ) {
            self.iccid = iccid
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                iccid: try json.member("iccid"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("iccid", iccid)
            writer.endObject()
        }
    }

    package struct UsageFile: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var organisation: String
        package var state: String
        /// Code of what stopped it.
        package var failure: String?
        package var bytes: Int64
        package var format: String
        /// The row up to which all is done.
        package var rows: Int64
        package var taken: Int64
        /// Lines of numbers that no card here has.
        package var unknown: Int64
        package var failed: Int64
        package var createdAt: String
        package var startedAt: String?
        package var finishedAt: String?

        package init(
            id: String,
            organisation: String,
            state: String,
            bytes: Int64,
            format: String,
            rows: Int64,
            taken: Int64,
            unknown: Int64,
            failed: Int64,
            createdAt: String,
            failure: String? = nil,
            startedAt: String? = nil,
            finishedAt: String? = nil
        ) {
            self.id = id
            self.organisation = organisation
            self.state = state
            self.bytes = bytes
            self.format = format
            self.rows = rows
            self.taken = taken
            self.unknown = unknown
            self.failed = failed
            self.createdAt = createdAt
            self.failure = failure
            self.startedAt = startedAt
            self.finishedAt = finishedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                organisation: try json.member("organisation"),
                state: try json.member("state"),
                bytes: try json.member("bytes"),
                format: try json.member("format"),
                rows: try json.member("rows"),
                taken: try json.member("taken"),
                unknown: try json.member("unknown"),
                failed: try json.member("failed"),
                createdAt: try json.member("createdAt"),
                failure: try json.memberIfAny("failure"),
                startedAt: try json.memberIfAny("startedAt"),
                finishedAt: try json.memberIfAny("finishedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("bytes", bytes)
            try writer.member("createdAt", createdAt)
            try writer.member("failed", failed)
            try writer.memberIfAny("failure", failure)
            try writer.memberIfAny("finishedAt", finishedAt)
            try writer.member("format", format)
            try writer.member("id", id)
            try writer.member("organisation", organisation)
            try writer.member("rows", rows)
            try writer.memberIfAny("startedAt", startedAt)
            try writer.member("state", state)
            try writer.member("taken", taken)
            try writer.member("unknown", unknown)
            writer.endObject()
        }
    }

    package struct UsageFilePage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.UsageFile]
        package var next: String?

        package init(
            items: [Wire.UsageFile],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// What is wrong with a line; never the data itself.
    package struct UsageProblem: Codable, Hashable, Sendable, WireJSON {
        package var row: Int64
        package var field: String
        package var code: String

        package init(
            row: Int64,
            field: String,
            code: String
        ) {
            self.row = row
            self.field = field
            self.code = code
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                row: try json.member("row"),
                field: try json.member("field"),
                code: try json.member("code"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("field", field)
            try writer.member("row", row)
            writer.endObject()
        }
    }

    package struct UsageProblemPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.UsageProblem]
        package var next: String?

        package init(
            items: [Wire.UsageProblem],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    /// What is left out is left to the more general setting.
    package struct LifeSetting: Codable, Hashable, Sendable, WireJSON {
        package var testDays: Int64?
        package var silentDays: Int64?
        /// The carrier activates on the first of the month that follows.
        package var silentEndsOnFirst: Bool?
        /// Months without use until the cancellation cycle begins; else 3.
        package var idleMonths: Int64?
        /// Months of the cycle; else 2.
        package var cancellationMonths: Int64?
        /// Days in arrears until the cycle begins; else 60.
        package var arrearsDays: Int64?
        /// Days the number is frozen after cancellation, at least 90.
        package var freezeDays: Int64?
        /// Days before a step at which people are told; else 7.
        package var noticeDays: Int64?
        /// Use alone brings a card back.
        package var useBringsBack: Bool?
        /// The person who answers for a card may bring it back himself, once he has proved who he is; true where nothing is set.
        package var holderBringsBack: Bool?
        /// A card under test may attach unregistered.
        package var testsUnregistered: Bool?
        package var reregistersOnSIMChange: Bool?
        package var reregistersOnDeviceChange: Bool?
        /// Another device demands a new verification where a person answers for the card; else with China Telecom.
        package var reregistersPersonOnDeviceChange: Bool?
        /// Stopped in another device, a card goes on only once its device is declared; else with China Mobile.
        package var separationNeedsRebinding: Bool?
        /// The how-manieth change of device in a calendar month stops the card for risk, and every further one; 0: none. Else 3 with China Unicom.
        package var deviceChangesUntilRisk: Int64?
        /// Another device stops the card the next day for good: a soldered chip.
        package var deviceChangeIsFinal: Bool?

        package init(
            testDays: Int64? = nil,
            silentDays: Int64? = nil,
            silentEndsOnFirst: Bool? = nil,
            idleMonths: Int64? = nil,
            cancellationMonths: Int64? = nil,
            arrearsDays: Int64? = nil,
            freezeDays: Int64? = nil,
            noticeDays: Int64? = nil,
            useBringsBack: Bool? = nil,
            holderBringsBack: Bool? = nil,
            testsUnregistered: Bool? = nil,
            reregistersOnSIMChange: Bool? = nil,
            reregistersOnDeviceChange: Bool? = nil,
            reregistersPersonOnDeviceChange: Bool? = nil,
            separationNeedsRebinding: Bool? = nil,
            deviceChangesUntilRisk: Int64? = nil,
            deviceChangeIsFinal: Bool? = nil
        ) {
            self.testDays = testDays
            self.silentDays = silentDays
            self.silentEndsOnFirst = silentEndsOnFirst
            self.idleMonths = idleMonths
            self.cancellationMonths = cancellationMonths
            self.arrearsDays = arrearsDays
            self.freezeDays = freezeDays
            self.noticeDays = noticeDays
            self.useBringsBack = useBringsBack
            self.holderBringsBack = holderBringsBack
            self.testsUnregistered = testsUnregistered
            self.reregistersOnSIMChange = reregistersOnSIMChange
            self.reregistersOnDeviceChange = reregistersOnDeviceChange
            self.reregistersPersonOnDeviceChange = reregistersPersonOnDeviceChange
            self.separationNeedsRebinding = separationNeedsRebinding
            self.deviceChangesUntilRisk = deviceChangesUntilRisk
            self.deviceChangeIsFinal = deviceChangeIsFinal
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                testDays: try json.memberIfAny("testDays"),
                silentDays: try json.memberIfAny("silentDays"),
                silentEndsOnFirst: try json.memberIfAny("silentEndsOnFirst"),
                idleMonths: try json.memberIfAny("idleMonths"),
                cancellationMonths: try json.memberIfAny("cancellationMonths"),
                arrearsDays: try json.memberIfAny("arrearsDays"),
                freezeDays: try json.memberIfAny("freezeDays"),
                noticeDays: try json.memberIfAny("noticeDays"),
                useBringsBack: try json.memberIfAny("useBringsBack"),
                holderBringsBack: try json.memberIfAny("holderBringsBack"),
                testsUnregistered: try json.memberIfAny("testsUnregistered"),
                reregistersOnSIMChange: try json.memberIfAny("reregistersOnSIMChange"),
                reregistersOnDeviceChange: try json.memberIfAny("reregistersOnDeviceChange"),
                reregistersPersonOnDeviceChange: try json.memberIfAny("reregistersPersonOnDeviceChange"),
                separationNeedsRebinding: try json.memberIfAny("separationNeedsRebinding"),
                deviceChangesUntilRisk: try json.memberIfAny("deviceChangesUntilRisk"),
                deviceChangeIsFinal: try json.memberIfAny("deviceChangeIsFinal"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("arrearsDays", arrearsDays)
            try writer.memberIfAny("cancellationMonths", cancellationMonths)
            try writer.memberIfAny("deviceChangeIsFinal", deviceChangeIsFinal)
            try writer.memberIfAny("deviceChangesUntilRisk", deviceChangesUntilRisk)
            try writer.memberIfAny("freezeDays", freezeDays)
            try writer.memberIfAny("holderBringsBack", holderBringsBack)
            try writer.memberIfAny("idleMonths", idleMonths)
            try writer.memberIfAny("noticeDays", noticeDays)
            try writer.memberIfAny("reregistersOnDeviceChange", reregistersOnDeviceChange)
            try writer.memberIfAny("reregistersOnSIMChange", reregistersOnSIMChange)
            try writer.memberIfAny("reregistersPersonOnDeviceChange", reregistersPersonOnDeviceChange)
            try writer.memberIfAny("separationNeedsRebinding", separationNeedsRebinding)
            try writer.memberIfAny("silentDays", silentDays)
            try writer.memberIfAny("silentEndsOnFirst", silentEndsOnFirst)
            try writer.memberIfAny("testDays", testDays)
            try writer.memberIfAny("testsUnregistered", testsUnregistered)
            try writer.memberIfAny("useBringsBack", useBringsBack)
            writer.endObject()
        }
    }

    package struct SetLifeSetting: Codable, Hashable, Sendable, WireJSON {
        package var carrier: String?
        package var product: String?
        package var province: Int64?
        package var setting: Wire.LifeSetting
        /// Now where it is left out.
        package var validFrom: String?
        /// The version that was read; 0 when there was none.
        package var after: Int64
        /// Whether it may count before the newest version, which then never comes into force; refused otherwise.
        package var replacing: Bool?

        package init(
            setting: Wire.LifeSetting,
            after: Int64,
            carrier: String? = nil,
            product: String? = nil,
            province: Int64? = nil,
            validFrom: String? = nil,
            replacing: Bool? = nil
        ) {
            self.setting = setting
            self.after = after
            self.carrier = carrier
            self.product = product
            self.province = province
            self.validFrom = validFrom
            self.replacing = replacing
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                setting: try json.member("setting"),
                after: try json.member("after"),
                carrier: try json.memberIfAny("carrier"),
                product: try json.memberIfAny("product"),
                province: try json.memberIfAny("province"),
                validFrom: try json.memberIfAny("validFrom"),
                replacing: try json.memberIfAny("replacing"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("after", after)
            try writer.memberIfAny("carrier", carrier)
            try writer.memberIfAny("product", product)
            try writer.memberIfAny("province", province)
            try writer.memberIfAny("replacing", replacing)
            try writer.member("setting", setting)
            try writer.memberIfAny("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct LifeSettingVersion: Codable, Hashable, Sendable, WireJSON {
        package var carrier: String?
        package var product: String?
        package var province: Int64?
        package var ordinal: Int64
        package var validFrom: String
        package var setting: Wire.LifeSetting
        package var recordedAt: String

        package init(
            ordinal: Int64,
            validFrom: String,
            setting: Wire.LifeSetting,
            recordedAt: String,
            carrier: String? = nil,
            product: String? = nil,
            province: Int64? = nil
        ) {
            self.ordinal = ordinal
            self.validFrom = validFrom
            self.setting = setting
            self.recordedAt = recordedAt
            self.carrier = carrier
            self.product = product
            self.province = province
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                ordinal: try json.member("ordinal"),
                validFrom: try json.member("validFrom"),
                setting: try json.member("setting"),
                recordedAt: try json.member("recordedAt"),
                carrier: try json.memberIfAny("carrier"),
                product: try json.memberIfAny("product"),
                province: try json.memberIfAny("province"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("carrier", carrier)
            try writer.member("ordinal", ordinal)
            try writer.memberIfAny("product", product)
            try writer.memberIfAny("province", province)
            try writer.member("recordedAt", recordedAt)
            try writer.member("setting", setting)
            try writer.member("validFrom", validFrom)
            writer.endObject()
        }
    }

    package struct LifeSettingList: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.LifeSettingVersion]

        package init(
            items: [Wire.LifeSettingVersion]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct LifeCase: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var kind: String
        package var openedAt: String
        /// What can be done about it by one word, the most usual first.
        package var mends: [String]
        /// How many of those who claimed the card left a telephone number.
        package var contacts: Int64?
        /// For how many cards of its registration this one stands, itself included; counted up to 1001, which says more than a thousand; absent where it stands for itself.
        package var cards: Int64?

        package init(
            card: String,
            kind: String,
            openedAt: String,
            mends: [String],
            contacts: Int64? = nil,
            cards: Int64? = nil
        ) {
            self.card = card
            self.kind = kind
            self.openedAt = openedAt
            self.mends = mends
            self.contacts = contacts
            self.cards = cards
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                kind: try json.member("kind"),
                openedAt: try json.member("openedAt"),
                mends: try json.member("mends"),
                contacts: try json.memberIfAny("contacts"),
                cards: try json.memberIfAny("cards"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.memberIfAny("cards", cards)
            try writer.memberIfAny("contacts", contacts)
            try writer.member("kind", kind)
            try writer.member("mends", mends)
            try writer.member("openedAt", openedAt)
            writer.endObject()
        }
    }

    package struct MendLifeCase: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var kind: String
        /// As the list shows it.
        package var openedAt: String
        package var mend: String

        package init(
            card: String,
            kind: String,
            openedAt: String,
            mend: String
        ) {
            self.card = card
            self.kind = kind
            self.openedAt = openedAt
            self.mend = mend
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                kind: try json.member("kind"),
                openedAt: try json.member("openedAt"),
                mend: try json.member("mend"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("kind", kind)
            try writer.member("mend", mend)
            try writer.member("openedAt", openedAt)
            writer.endObject()
        }
    }

    package struct CarrierWorkList: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.CarrierWork]

        package init(
            items: [Wire.CarrierWork]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct CarrierWork: Codable, Hashable, Sendable, WireJSON {
        /// Absent where the carrier is not connected.
        package var connection: String?
        package var carrier: String
        package var system: String?
        /// It keeps failing and is not asked before.
        package var restsUntil: String?
        /// Not told yet.
        package var waiting: Int64
        /// Told, or perhaps told: it is asked what became of it.
        package var sent: Int64
        /// Its interface does not offer it.
        package var byHand: Int64
        /// The longest waiting.
        package var waitsSince: String?
        /// Asked about so far in this round of the whole base.
        package var roundCards: Int64?
        package var roundBeganAt: String?
        /// What a round of the whole base takes, as far as is known.
        package var roundHours: Int64?

        package init(
            carrier: String,
            waiting: Int64,
            sent: Int64,
            byHand: Int64,
            connection: String? = nil,
            system: String? = nil,
            restsUntil: String? = nil,
            waitsSince: String? = nil,
            roundCards: Int64? = nil,
            roundBeganAt: String? = nil,
            roundHours: Int64? = nil
        ) {
            self.carrier = carrier
            self.waiting = waiting
            self.sent = sent
            self.byHand = byHand
            self.connection = connection
            self.system = system
            self.restsUntil = restsUntil
            self.waitsSince = waitsSince
            self.roundCards = roundCards
            self.roundBeganAt = roundBeganAt
            self.roundHours = roundHours
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                carrier: try json.member("carrier"),
                waiting: try json.member("waiting"),
                sent: try json.member("sent"),
                byHand: try json.member("byHand"),
                connection: try json.memberIfAny("connection"),
                system: try json.memberIfAny("system"),
                restsUntil: try json.memberIfAny("restsUntil"),
                waitsSince: try json.memberIfAny("waitsSince"),
                roundCards: try json.memberIfAny("roundCards"),
                roundBeganAt: try json.memberIfAny("roundBeganAt"),
                roundHours: try json.memberIfAny("roundHours"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("byHand", byHand)
            try writer.member("carrier", carrier)
            try writer.memberIfAny("connection", connection)
            try writer.memberIfAny("restsUntil", restsUntil)
            try writer.memberIfAny("roundBeganAt", roundBeganAt)
            try writer.memberIfAny("roundCards", roundCards)
            try writer.memberIfAny("roundHours", roundHours)
            try writer.member("sent", sent)
            try writer.memberIfAny("system", system)
            try writer.member("waiting", waiting)
            try writer.memberIfAny("waitsSince", waitsSince)
            writer.endObject()
        }
    }

    package struct CardIntent: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var intent: Wire.CarrierIntent

        package init(
            card: String,
            intent: Wire.CarrierIntent
        ) {
            self.card = card
            self.intent = intent
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                intent: try json.member("intent"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("intent", intent)
            writer.endObject()
        }
    }

    package struct CardIntentPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.CardIntent]
        package var next: String?

        package init(
            items: [Wire.CardIntent],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct SettleIntent: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        /// As the list shows it.
        package var ordinal: Int64
        package var outcome: String

        package init(
            card: String,
            ordinal: Int64,
            outcome: String
        ) {
            self.card = card
            self.ordinal = ordinal
            self.outcome = outcome
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                ordinal: try json.member("ordinal"),
                outcome: try json.member("outcome"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("ordinal", ordinal)
            try writer.member("outcome", outcome)
            writer.endObject()
        }
    }

    package struct CarrierQuestion: Codable, Hashable, Sendable, WireJSON {
        package var card: String

        package init(
            card: String
        ) {
            self.card = card
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            writer.endObject()
        }
    }

    package struct CarrierSaying: Codable, Hashable, Sendable, WireJSON {
        package var axis: String
        package var word: String
        /// As the carrier gave it.
        package var code: String?
        package var recordedAt: String

        package init(
            axis: String,
            word: String,
            recordedAt: String,
            code: String? = nil
        ) {
            self.axis = axis
            self.word = word
            self.recordedAt = recordedAt
            self.code = code
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                axis: try json.member("axis"),
                word: try json.member("word"),
                recordedAt: try json.member("recordedAt"),
                code: try json.memberIfAny("code"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("axis", axis)
            try writer.memberIfAny("code", code)
            try writer.member("recordedAt", recordedAt)
            try writer.member("word", word)
            writer.endObject()
        }
    }

    package struct LifeCasePage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.LifeCase]
        package var next: String?

        package init(
            items: [Wire.LifeCase],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct ClaimCard: Codable, Hashable, Sendable, WireJSON {
        /// A telephone number at which whoever looks into it may call. Sealed, and destroyed when the case is closed; nothing else is kept of whoever claims.
        package var contact: String?

        package init(
            contact: String? = nil
        ) {
            self.contact = contact
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                contact: try json.memberIfAny("contact"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("contact", contact)
            writer.endObject()
        }
    }

    package struct ReadClaimContacts: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var purpose: String

        package init(
            card: String,
            purpose: String
        ) {
            self.card = card
            self.purpose = purpose
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                purpose: try json.member("purpose"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("purpose", purpose)
            writer.endObject()
        }
    }

    package struct ClaimContacts: Codable, Hashable, Sendable, WireJSON {
        /// The oldest first.
        package var items: [Wire.ClaimContact]

        package init(
            items: [Wire.ClaimContact]
        ) {
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            writer.endObject()
        }
    }

    package struct ClaimContact: Codable, Hashable, Sendable, WireJSON {
        package var phone: String
        package var leftAt: String

        package init(
            phone: String,
            leftAt: String
        ) {
            self.phone = phone
            self.leftAt = leftAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                phone: try json.member("phone"),
                leftAt: try json.member("leftAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("leftAt", leftAt)
            try writer.member("phone", phone)
            writer.endObject()
        }
    }

    package struct CloseLifeCase: Codable, Hashable, Sendable, WireJSON {
        package var card: String
        package var kind: String
        /// As the list shows it.
        package var openedAt: String

        package init(
            card: String,
            kind: String,
            openedAt: String
        ) {
            self.card = card
            self.kind = kind
            self.openedAt = openedAt
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                kind: try json.member("kind"),
                openedAt: try json.member("openedAt"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("kind", kind)
            try writer.member("openedAt", openedAt)
            writer.endObject()
        }
    }

    package struct RetentionReport: Codable, Hashable, Sendable, WireJSON {
        package var live: Int64
        /// Ended less than two years ago.
        package var retention: Int64
        /// Ended before.
        package var deepFreeze: Int64
        /// Held for a case; not counted with the two before.
        package var legalHold: Int64
        /// Registrations all of whose keys custodians have.
        package var inCustody: Int64
        /// Registrations that ended two years ago and whose keys are not all with the custodians: none are set, it is held, or a person or paper of it is in use elsewhere.
        package var awaitingCustody: Int64
        package var keysInCustody: Int64
        /// Without two custodians no key is deposited.
        package var hasCustodians: Bool
        package var cardsCancelled: Int64
        /// The longest ended first.
        package var items: [Wire.RetainedRegistration]
        package var next: String?

        package init(
            live: Int64,
            retention: Int64,
            deepFreeze: Int64,
            legalHold: Int64,
            inCustody: Int64,
            awaitingCustody: Int64,
            keysInCustody: Int64,
            hasCustodians: Bool,
            cardsCancelled: Int64,
            items: [Wire.RetainedRegistration],
            next: String? = nil
        ) {
            self.live = live
            self.retention = retention
            self.deepFreeze = deepFreeze
            self.legalHold = legalHold
            self.inCustody = inCustody
            self.awaitingCustody = awaitingCustody
            self.keysInCustody = keysInCustody
            self.hasCustodians = hasCustodians
            self.cardsCancelled = cardsCancelled
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                live: try json.member("live"),
                retention: try json.member("retention"),
                deepFreeze: try json.member("deepFreeze"),
                legalHold: try json.member("legalHold"),
                inCustody: try json.member("inCustody"),
                awaitingCustody: try json.member("awaitingCustody"),
                keysInCustody: try json.member("keysInCustody"),
                hasCustodians: try json.member("hasCustodians"),
                cardsCancelled: try json.member("cardsCancelled"),
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("awaitingCustody", awaitingCustody)
            try writer.member("cardsCancelled", cardsCancelled)
            try writer.member("deepFreeze", deepFreeze)
            try writer.member("hasCustodians", hasCustodians)
            try writer.member("inCustody", inCustody)
            try writer.member("items", items)
            try writer.member("keysInCustody", keysInCustody)
            try writer.member("legalHold", legalHold)
            try writer.member("live", live)
            try writer.memberIfAny("next", next)
            try writer.member("retention", retention)
            writer.endObject()
        }
    }

    package struct RetainedRegistration: Codable, Hashable, Sendable, WireJSON {
        package var registration: String
        package var code: String
        package var endedAt: String
        package var phase: String
        /// On which it is kept.
        package var ground: String
        package var requirement: String
        /// When it is sealed; absent while it is held.
        package var until: String?

        package init(
            registration: String,
            code: String,
            endedAt: String,
            phase: String,
            ground: String,
            requirement: String,
            until: String? = nil
        ) {
            self.registration = registration
            self.code = code
            self.endedAt = endedAt
            self.phase = phase
            self.ground = ground
            self.requirement = requirement
            self.until = until
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                registration: try json.member("registration"),
                code: try json.member("code"),
                endedAt: try json.member("endedAt"),
                phase: try json.member("phase"),
                ground: try json.member("ground"),
                requirement: try json.member("requirement"),
                until: try json.memberIfAny("until"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("code", code)
            try writer.member("endedAt", endedAt)
            try writer.member("ground", ground)
            try writer.member("phase", phase)
            try writer.member("registration", registration)
            try writer.member("requirement", requirement)
            try writer.memberIfAny("until", until)
            writer.endObject()
        }
    }

    package struct PlaceLegalHold: Codable, Hashable, Sendable, WireJSON {
        package var iccid: String?
        package var msisdn: String?
        package var card: String?
        /// A time of the registration; now where it is left out.
        package var at: String?
        /// Hold whoever had this role then, wherever he is registered; the card, where it is left out.
        package var role: String?
        package var caseNumber: String
        package var reason: String

        package init(
            caseNumber: String,
            reason: String,
            iccid: String? = nil,
            msisdn: String? = nil,
            card: String? = nil,
            at: String? = nil,
            role: String? = nil
        ) {
            self.caseNumber = caseNumber
            self.reason = reason
            self.iccid = iccid
            self.msisdn = msisdn
            self.card = card
            self.at = at
            self.role = role
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                caseNumber: try json.member("caseNumber"),
                reason: try json.member("reason"),
                iccid: try json.memberIfAny("iccid"),
                msisdn: try json.memberIfAny("msisdn"),
                card: try json.memberIfAny("card"),
                at: try json.memberIfAny("at"),
                role: try json.memberIfAny("role"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("at", at)
            try writer.memberIfAny("card", card)
            try writer.member("caseNumber", caseNumber)
            try writer.memberIfAny("iccid", iccid)
            try writer.memberIfAny("msisdn", msisdn)
            try writer.member("reason", reason)
            try writer.memberIfAny("role", role)
            writer.endObject()
        }
    }

    package struct ReleaseLegalHold: Codable, Hashable, Sendable, WireJSON {
        package var reason: String

        package init(
            reason: String
        ) {
            self.reason = reason
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                reason: try json.member("reason"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("reason", reason)
            writer.endObject()
        }
    }

    package struct LegalHold: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var code: String
        /// The card that is held.
        package var card: String?
        /// The person or unit that is held.
        package var party: String?
        package var caseNumber: String
        package var reason: String
        package var placedAt: String
        package var placedBy: String
        /// Absent while it holds.
        package var releasedAt: String?
        package var releasedBy: String?
        package var releaseReason: String?

        package init(
            id: String,
            code: String,
            caseNumber: String,
            reason: String,
            placedAt: String,
            placedBy: String,
            card: String? = nil,
            party: String? = nil,
            releasedAt: String? = nil,
            releasedBy: String? = nil,
            releaseReason: String? = nil
        ) {
            self.id = id
            self.code = code
            self.caseNumber = caseNumber
            self.reason = reason
            self.placedAt = placedAt
            self.placedBy = placedBy
            self.card = card
            self.party = party
            self.releasedAt = releasedAt
            self.releasedBy = releasedBy
            self.releaseReason = releaseReason
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                code: try json.member("code"),
                caseNumber: try json.member("caseNumber"),
                reason: try json.member("reason"),
                placedAt: try json.member("placedAt"),
                placedBy: try json.member("placedBy"),
                card: try json.memberIfAny("card"),
                party: try json.memberIfAny("party"),
                releasedAt: try json.memberIfAny("releasedAt"),
                releasedBy: try json.memberIfAny("releasedBy"),
                releaseReason: try json.memberIfAny("releaseReason"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("card", card)
            try writer.member("caseNumber", caseNumber)
            try writer.member("code", code)
            try writer.member("id", id)
            try writer.memberIfAny("party", party)
            try writer.member("placedAt", placedAt)
            try writer.member("placedBy", placedBy)
            try writer.member("reason", reason)
            try writer.memberIfAny("releaseReason", releaseReason)
            try writer.memberIfAny("releasedAt", releasedAt)
            try writer.memberIfAny("releasedBy", releasedBy)
            writer.endObject()
        }
    }

    package struct LegalHoldPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.LegalHold]
        package var next: String?

        package init(
            items: [Wire.LegalHold],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct AskForSealedOpening: Codable, Hashable, Sendable, WireJSON {
        package var iccid: String?
        package var msisdn: String?
        package var card: String?
        /// A time of the registration.
        package var at: String
        package var caseNumber: String
        package var reason: String

        package init(
            at: String,
            caseNumber: String,
            reason: String,
            iccid: String? = nil,
            msisdn: String? = nil,
            card: String? = nil
        ) {
            self.at = at
            self.caseNumber = caseNumber
            self.reason = reason
            self.iccid = iccid
            self.msisdn = msisdn
            self.card = card
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                at: try json.member("at"),
                caseNumber: try json.member("caseNumber"),
                reason: try json.member("reason"),
                iccid: try json.memberIfAny("iccid"),
                msisdn: try json.memberIfAny("msisdn"),
                card: try json.memberIfAny("card"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("at", at)
            try writer.memberIfAny("card", card)
            try writer.member("caseNumber", caseNumber)
            try writer.memberIfAny("iccid", iccid)
            try writer.memberIfAny("msisdn", msisdn)
            try writer.member("reason", reason)
            writer.endObject()
        }
    }

    package struct SealedOpening: Codable, Hashable, Sendable, WireJSON {
        package var id: String
        package var code: String
        package var card: String
        package var registration: String
        package var state: String
        package var caseNumber: String
        package var reason: String
        package var askedAt: String
        package var askedBy: String
        package var note: String?
        package var decidedAt: String?
        package var decidedBy: String?
        /// Of what was approved; where custodians are awaited, until when.
        package var openUntil: String?

        package init(
            id: String,
            code: String,
            card: String,
            registration: String,
            state: String,
            caseNumber: String,
            reason: String,
            askedAt: String,
            askedBy: String,
            note: String? = nil,
            decidedAt: String? = nil,
            decidedBy: String? = nil,
            openUntil: String? = nil
        ) {
            self.id = id
            self.code = code
            self.card = card
            self.registration = registration
            self.state = state
            self.caseNumber = caseNumber
            self.reason = reason
            self.askedAt = askedAt
            self.askedBy = askedBy
            self.note = note
            self.decidedAt = decidedAt
            self.decidedBy = decidedBy
            self.openUntil = openUntil
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                code: try json.member("code"),
                card: try json.member("card"),
                registration: try json.member("registration"),
                state: try json.member("state"),
                caseNumber: try json.member("caseNumber"),
                reason: try json.member("reason"),
                askedAt: try json.member("askedAt"),
                askedBy: try json.member("askedBy"),
                note: try json.memberIfAny("note"),
                decidedAt: try json.memberIfAny("decidedAt"),
                decidedBy: try json.memberIfAny("decidedBy"),
                openUntil: try json.memberIfAny("openUntil"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("askedAt", askedAt)
            try writer.member("askedBy", askedBy)
            try writer.member("card", card)
            try writer.member("caseNumber", caseNumber)
            try writer.member("code", code)
            try writer.memberIfAny("decidedAt", decidedAt)
            try writer.memberIfAny("decidedBy", decidedBy)
            try writer.member("id", id)
            try writer.memberIfAny("note", note)
            try writer.memberIfAny("openUntil", openUntil)
            try writer.member("reason", reason)
            try writer.member("registration", registration)
            try writer.member("state", state)
            writer.endObject()
        }
    }

    package struct SealedOpeningPage: Codable, Hashable, Sendable, WireJSON {
        package var items: [Wire.SealedOpening]
        package var next: String?

        package init(
            items: [Wire.SealedOpening],
            next: String? = nil
        ) {
            self.items = items
            self.next = next
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                items: try json.member("items"),
                next: try json.memberIfAny("next"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.memberIfAny("next", next)
            writer.endObject()
        }
    }

    package struct DecideSealedOpening: Codable, Hashable, Sendable, WireJSON {
        package var verdict: String
        /// Read by whoever asked; it names nobody.
        package var note: String?

        package init(
            verdict: String,
            note: String? = nil
        ) {
            self.verdict = verdict
            self.note = note
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verdict: try json.member("verdict"),
                note: try json.memberIfAny("note"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("note", note)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    package struct AskCustodian: Codable, Hashable, Sendable, WireJSON {
        package var custodian: String

        package init(
            custodian: String
        ) {
            self.custodian = custodian
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                custodian: try json.member("custodian"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("custodian", custodian)
            writer.endObject()
        }
    }

    package struct CustodianRequest: Codable, Hashable, Sendable, WireJSON {
        /// What `shiming custodian answer` reads.
        package var file: String

        package init(
            file: String
        ) {
            self.file = file
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                file: try json.member("file"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("file", file)
            writer.endObject()
        }
    }

    package struct CustodianAnswer: Codable, Hashable, Sendable, WireJSON {
        /// The file that `shiming custodian answer` wrote.
        package var answer: String

        package init(
            answer: String
        ) {
            self.answer = answer
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                answer: try json.member("answer"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("answer", answer)
            writer.endObject()
        }
    }

    package struct SetCustodians: Codable, Hashable, Sendable, WireJSON {
        /// The line that `shiming custodian new` printed.
        package var a: String
        package var b: String

        package init(
            a: String,
            b: String
        ) {
            self.a = a
            self.b = b
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                a: try json.member("a"),
                b: try json.member("b"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("a", a)
            try writer.member("b", b)
            writer.endObject()
        }
    }

    package struct ConfirmCustodians: Codable, Hashable, Sendable, WireJSON {
        /// The `ordinal` of what was proposed.
        package var pair: Int64
        /// The line that `shiming custodian prove` printed.
        package var a: String
        package var b: String

        package init(
            pair: Int64,
            a: String,
            b: String
        ) {
            self.pair = pair
            self.a = a
            self.b = b
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                pair: try json.member("pair"),
                a: try json.member("a"),
                b: try json.member("b"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("a", a)
            try writer.member("b", b)
            try writer.member("pair", pair)
            writer.endObject()
        }
    }

    package struct CustodianPair: Codable, Hashable, Sendable, WireJSON {
        package var ordinal: Int64
        package var a: String
        package var b: String
        /// The file that the first custodian opens with `shiming custodian prove`.
        package var challengeA: String
        package var challengeB: String
        package var proposedAt: String
        package var proposedBy: String
        /// Absent where nobody confirmed them; nothing is deposited with those.
        package var confirmedAt: String?
        package var confirmedBy: String?

        package init(
            ordinal: Int64,
            a: String,
            b: String,
            challengeA: String,
            challengeB: String,
            proposedAt: String,
            proposedBy: String,
            confirmedAt: String? = nil,
            confirmedBy: String? = nil
        ) {
            self.ordinal = ordinal
            self.a = a
            self.b = b
            self.challengeA = challengeA
            self.challengeB = challengeB
            self.proposedAt = proposedAt
            self.proposedBy = proposedBy
            self.confirmedAt = confirmedAt
            self.confirmedBy = confirmedBy
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                ordinal: try json.member("ordinal"),
                a: try json.member("a"),
                b: try json.member("b"),
                challengeA: try json.member("challengeA"),
                challengeB: try json.member("challengeB"),
                proposedAt: try json.member("proposedAt"),
                proposedBy: try json.member("proposedBy"),
                confirmedAt: try json.memberIfAny("confirmedAt"),
                confirmedBy: try json.memberIfAny("confirmedBy"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("a", a)
            try writer.member("b", b)
            try writer.member("challengeA", challengeA)
            try writer.member("challengeB", challengeB)
            try writer.memberIfAny("confirmedAt", confirmedAt)
            try writer.memberIfAny("confirmedBy", confirmedBy)
            try writer.member("ordinal", ordinal)
            try writer.member("proposedAt", proposedAt)
            try writer.member("proposedBy", proposedBy)
            writer.endObject()
        }
    }

    package struct Custodians: Codable, Hashable, Sendable, WireJSON {
        /// By which custodians know that a request is this installation's; each keeps it beside his key.
        package var verifier: String
        /// The newest first; the newest confirmed ones are in force.
        package var items: [Wire.CustodianPair]

        package init(
            verifier: String,
            items: [Wire.CustodianPair]
        ) {
            self.verifier = verifier
            self.items = items
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                verifier: try json.member("verifier"),
                items: try json.member("items"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("items", items)
            try writer.member("verifier", verifier)
            writer.endObject()
        }
    }

    package struct AskDeletion: Codable, Hashable, Sendable, WireJSON {
        package var iccid: String?
        package var msisdn: String?
        package var card: String?
        /// A time of the registration; now where it is left out.
        package var at: String?

        package init(
            iccid: String? = nil,
            msisdn: String? = nil,
            card: String? = nil,
            at: String? = nil
        ) {
            self.iccid = iccid
            self.msisdn = msisdn
            self.card = card
            self.at = at
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                iccid: try json.memberIfAny("iccid"),
                msisdn: try json.memberIfAny("msisdn"),
                card: try json.memberIfAny("card"),
                at: try json.memberIfAny("at"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("at", at)
            try writer.memberIfAny("card", card)
            try writer.memberIfAny("iccid", iccid)
            try writer.memberIfAny("msisdn", msisdn)
            writer.endObject()
        }
    }

    package struct DeletionAnswer: Codable, Hashable, Sendable, WireJSON {
        /// Always false.
        package var deleted: Bool
        package var phase: String
        package var ground: String
        package var requirement: String
        package var until: String?

        package init(
            deleted: Bool,
            phase: String,
            ground: String,
            requirement: String,
            until: String? = nil
        ) {
            self.deleted = deleted
            self.phase = phase
            self.ground = ground
            self.requirement = requirement
            self.until = until
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                deleted: try json.member("deleted"),
                phase: try json.member("phase"),
                ground: try json.member("ground"),
                requirement: try json.member("requirement"),
                until: try json.memberIfAny("until"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("deleted", deleted)
            try writer.member("ground", ground)
            try writer.member("phase", phase)
            try writer.member("requirement", requirement)
            try writer.memberIfAny("until", until)
            writer.endObject()
        }
    }

    /// A unit or person as its document says. A masked view has the same fields.
    package struct PartyFacts: Codable, Hashable, Sendable, WireJSON {
        package var name: String?
        package var documentType: String?
        package var documentNumber: String?
        /// Of the document before, where the new one prints it.
        package var formerNumber: String?
        /// `yyyy-MM-dd`; a person needs it on his own card where the number of the document does not tell it (R-DP-06).
        package var birthDate: String?
        package var address: String?
        package var contact: String?
        package var validFrom: String?
        package var validUntil: String?

        package init(
            name: String? = nil,
            documentType: String? = nil,
            documentNumber: String? = nil,
            formerNumber: String? = nil,
            birthDate: String? = nil,
            address: String? = nil,
            contact: String? = nil,
            validFrom: String? = nil,
            validUntil: String? = nil
        ) {
            self.name = name
            self.documentType = documentType
            self.documentNumber = documentNumber
            self.formerNumber = formerNumber
            self.birthDate = birthDate
            self.address = address
            self.contact = contact
            self.validFrom = validFrom
            self.validUntil = validUntil
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                name: try json.memberIfAny("name"),
                documentType: try json.memberIfAny("documentType"),
                documentNumber: try json.memberIfAny("documentNumber"),
                formerNumber: try json.memberIfAny("formerNumber"),
                birthDate: try json.memberIfAny("birthDate"),
                address: try json.memberIfAny("address"),
                contact: try json.memberIfAny("contact"),
                validFrom: try json.memberIfAny("validFrom"),
                validUntil: try json.memberIfAny("validUntil"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("address", address)
            try writer.memberIfAny("birthDate", birthDate)
            try writer.memberIfAny("contact", contact)
            try writer.memberIfAny("documentNumber", documentNumber)
            try writer.memberIfAny("documentType", documentType)
            try writer.memberIfAny("formerNumber", formerNumber)
            try writer.memberIfAny("name", name)
            try writer.memberIfAny("validFrom", validFrom)
            try writer.memberIfAny("validUntil", validUntil)
            writer.endObject()
        }
    }

    /// The devices and what the cards are for (R-AF-04, R-IC-03).
    package struct DeclaredUse: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                deviceType: try json.memberIfAny("deviceType"),
                deviceModel: try json.memberIfAny("deviceModel"),
                scene: try json.memberIfAny("scene"),
                traffic: try json.memberIfAny("traffic"),
                voice: try json.memberIfAny("voice"),
                sms: try json.memberIfAny("sms"),
                monthlyMegabytes: try json.memberIfAny("monthlyMegabytes"),
                region: try json.memberIfAny("region"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("deviceModel", deviceModel)
            try writer.memberIfAny("deviceType", deviceType)
            try writer.memberIfAny("monthlyMegabytes", monthlyMegabytes)
            try writer.memberIfAny("region", region)
            try writer.memberIfAny("scene", scene)
            try writer.memberIfAny("sms", sms)
            try writer.memberIfAny("traffic", traffic)
            try writer.memberIfAny("voice", voice)
            writer.endObject()
        }
    }

    package struct ApplicationBegun: Codable, Hashable, Sendable, WireJSON {
        package var registration: String
        package var application: String
        /// Short name of the registration to be told on the telephone.
        package var code: String
        package var version: Int64
        /// Where it was handed in at once, as all that follows: for how many cards.
        package var cards: Int64?
        package var submission: String?
        /// What did not simply pass; every check stands on the application.
        package var checks: [Wire.Check]?

        package init(
            registration: String,
            application: String,
            code: String,
            version: Int64,
            cards: Int64? = nil,
            submission: String? = nil,
            checks: [Wire.Check]? = nil
        ) {
            self.registration = registration
            self.application = application
            self.code = code
            self.version = version
            self.cards = cards
            self.submission = submission
            self.checks = checks
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                registration: try json.member("registration"),
                application: try json.member("application"),
                code: try json.member("code"),
                version: try json.member("version"),
                cards: try json.memberIfAny("cards"),
                submission: try json.memberIfAny("submission"),
                checks: try json.memberIfAny("checks"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("application", application)
            try writer.memberIfAny("cards", cards)
            try writer.memberIfAny("checks", checks)
            try writer.member("code", code)
            try writer.member("registration", registration)
            try writer.memberIfAny("submission", submission)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct Decision: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                id: try json.member("id"),
                verdict: try json.member("verdict"),
                cardsRegistered: try json.member("cardsRegistered"),
                cardsExcluded: try json.member("cardsExcluded"),
                effectiveFrom: try json.member("effectiveFrom"),
                decidedAt: try json.member("decidedAt"),
                decidedBy: try json.member("decidedBy"),
                secondedBy: try json.memberIfAny("secondedBy"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("cardsExcluded", cardsExcluded)
            try writer.member("cardsRegistered", cardsRegistered)
            try writer.member("decidedAt", decidedAt)
            try writer.member("decidedBy", decidedBy)
            try writer.member("effectiveFrom", effectiveFrom)
            try writer.member("id", id)
            try writer.memberIfAny("secondedBy", secondedBy)
            try writer.member("verdict", verdict)
            writer.endObject()
        }
    }

    package struct UnitDetail: Codable, Hashable, Sendable, WireJSON {
        package var unit: Wire.Unit
        package var registrations: [Wire.Registration]

        package init(
            unit: Wire.Unit,
            registrations: [Wire.Registration]
        ) {
            self.unit = unit
            self.registrations = registrations
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                unit: try json.member("unit"),
                registrations: try json.member("registrations"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("registrations", registrations)
            try writer.member("unit", unit)
            writer.endObject()
        }
    }

    package struct ApplicationVersion: Codable, Hashable, Sendable, WireJSON {
        package var application: String
        package var version: Int64

        package init(
            application: String,
            version: Int64
        ) {
            self.application = application
            self.version = version
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                application: try json.member("application"),
                version: try json.member("version"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("application", application)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct ApplicationSubmitted: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                application: try json.member("application"),
                submission: try json.member("submission"),
                version: try json.member("version"),
                checks: try json.member("checks"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("application", application)
            try writer.member("checks", checks)
            try writer.member("submission", submission)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct ApplicationDecided: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                application: try json.member("application"),
                state: try json.member("state"),
                cardsRegistered: try json.member("cardsRegistered"),
                cardsExcluded: try json.member("cardsExcluded"),
                version: try json.member("version"),
                decision: try json.memberIfAny("decision"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("application", application)
            try writer.member("cardsExcluded", cardsExcluded)
            try writer.member("cardsRegistered", cardsRegistered)
            try writer.memberIfAny("decision", decision)
            try writer.member("state", state)
            try writer.member("version", version)
            writer.endObject()
        }
    }

    package struct ReviewHold: Codable, Hashable, Sendable, WireJSON {
        package var until: String

        package init(
            until: String
        ) {
            self.until = until
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                until: try json.member("until"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("until", until)
            writer.endObject()
        }
    }

    package struct RevealApplication: Codable, Hashable, Sendable, WireJSON {
        package var purpose: String

        package init(
            purpose: String
        ) {
            self.purpose = purpose
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                purpose: try json.member("purpose"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("purpose", purpose)
            writer.endObject()
        }
    }

    /// A card of the application that could not be registered; the others were.
    package struct Exclusion: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                card: try json.member("card"),
                iccid: try json.member("iccid"),
                code: try json.member("code"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("card", card)
            try writer.member("code", code)
            try writer.member("iccid", iccid)
            writer.endObject()
        }
    }

    /// A person who answers; masked unless revealed (R-DP-22).
    package struct AnsweringParty: Codable, Hashable, Sendable, WireJSON {
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

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                party: try json.member("party"),
                name: try json.member("name"),
                documentType: try json.member("documentType"),
                documentNumber: try json.member("documentNumber"),
                since: try json.member("since"),
                address: try json.memberIfAny("address"),
                contact: try json.memberIfAny("contact"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.memberIfAny("address", address)
            try writer.memberIfAny("contact", contact)
            try writer.member("documentNumber", documentNumber)
            try writer.member("documentType", documentType)
            try writer.member("name", name)
            try writer.member("party", party)
            try writer.member("since", since)
            writer.endObject()
        }
    }

    package struct Health: Codable, Hashable, Sendable, WireJSON {
        package var status: String

        package init(
            status: String
        ) {
            self.status = status
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                status: try json.member("status"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("status", status)
            writer.endObject()
        }
    }

    package struct Readiness: Codable, Hashable, Sendable, WireJSON {
        package var status: String
        package var checks: [String: String]

        package init(
            status: String,
            checks: [String: String]
        ) {
            self.status = status
            self.checks = checks
        }

        package init(json: JSONValue) throws(WireMismatch) {
            self.init(
                status: try json.member("status"),
                checks: try json.member("checks"))
        }

        package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
            writer.beginObject()
            try writer.member("checks", checks)
            try writer.member("status", status)
            writer.endObject()
        }
    }
}
