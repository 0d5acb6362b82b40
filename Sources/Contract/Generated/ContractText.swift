// Made from Contract/openapi.yaml by Scripts/generate-contract.py; change the contract, not this file.

extension ContractDocument {
    /// `/openapi.yaml`, as it stands in the repository.
    package static let text = ##"""
# The contract of Shiming's API: the source of truth. Sources/Contract/Operation.swift, ContractText.swift, RequestShapes.swift, Wire.swift
# and ReferencePage.swift are made from it by Scripts/generate-contract.py; a test compares.
#
# Extensions: x-permission names what the caller must hold (`none`: nobody need be signed in; `self`: anybody signed in; of several,
# one suffices); x-body-limit names a larger body limit than the usual one (`bulk`, `evidence`, `file`; docs/configuration.md).
openapi: 3.1.0
info:
  title: Shiming
  version: 1.0.0
  summary: Real-name registration of IoT cards (物联网卡实名登记)
  description: >-
    JSON over HTTP; what is not known is absent, never null. Problems follow RFC 9457 with stable codes and, field by field, JSON pointers. Every creating call takes an
    `Idempotency-Key`. Lists come in pages with `Link`. What people edit has an `ETag`. Times are RFC 3339 in UTC, days `yyyy-MM-dd`.
    People's data is masked unless revealed with a purpose. All examples are invented.
  license: {name: Apache-2.0, identifier: Apache-2.0}
servers:
  - {url: /, description: The server that answers this.}
security:
  - token: []
tags:
  - {name: Access, description: 'Signing in, organisations, accounts, API keys.'}
  - {name: Products, description: 'What is sold: carrier, traffic, voice, SMS (套餐).'}
  - {name: Cards, description: 'Intake (入库), custody (划拨, 回收), finding cards.'}
  - {name: Life, description: 'The life of a card''s service (生命周期): stop reasons, cancellation, use, retention.'}
  - {name: Carriers, description: 'What is wished of carriers (运营商), and what they say.'}
  - {name: Campaigns, description: 'Back-registration (补登记) of cards in service that lack something.'}
  - {name: Exports, description: 'Files of cards or of the trail (导出), asked for by one and approved by another.'}
  - {name: Evidence, description: 'Documents and pictures (凭证), sealed.'}
  - {name: Registration, description: 'Registering a unit''s cards (实名登记): application, review, decision, changes.'}
  - {name: Persons, description: 'Persons'' own cards (个人实名): policies, ways in, the person''s case.'}
  - {name: Events, description: 'What happened to cards (变更, 事件): to be followed, or sent to a program.'}
  - {name: Answers, description: 'Who answers for this card.'}
  - {name: Trail, description: 'What was done, by whom (留痕).'}
  - {name: Meta, description: 'Health, figures, this contract.'}
paths:
  /v1/enrolments/accept:
    post:
      operationId: acceptEnrolment
      tags: [Access]
      summary: Accept a one-time enrolment
      x-permission: none
      security: []
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AcceptEnrolment'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/EnrolmentAccepted'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/sessions:
    post:
      operationId: signIn
      tags: [Access]
      summary: Sign in
      description: '`code` is demanded of roles that decide or reveal. Failures slow down further attempts.'
      x-permission: none
      security: []
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/SignIn'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SessionTokens'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: listSessions
      tags: [Access]
      summary: Own sessions
      x-permission: self
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SessionPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/sessions/refresh:
    post:
      operationId: refreshSession
      tags: [Access]
      summary: Renew the tokens
      description: A refresh token works once; used twice, its whole family is revoked.
      x-permission: none
      security: []
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/RefreshSession'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SessionTokens'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/sessions/{session}:
    delete:
      operationId: revokeSession
      tags: [Access]
      summary: End one of the own sessions
      x-permission: self
      parameters:
        - {$ref: '#/components/parameters/session'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/session:
    get:
      operationId: readSession
      tags: [Access]
      summary: Who am I
      x-permission: self
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SessionState'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    delete:
      operationId: signOut
      tags: [Access]
      summary: Sign out
      x-permission: self
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/session/second-factor:
    post:
      operationId: beginSecondFactor
      tags: [Access]
      summary: Begin a new second factor
      x-permission: self
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/BeginSecondFactor'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SecondFactorSecret'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/session/second-factor/confirmation:
    post:
      operationId: confirmSecondFactor
      tags: [Access]
      summary: Confirm the new second factor
      x-permission: self
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ConfirmSecondFactor'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/session/password:
    post:
      operationId: changePassword
      tags: [Access]
      summary: Change the own password
      description: Ends all other sessions.
      x-permission: self
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ChangePassword'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/organisations:
    get:
      operationId: listOrganisations
      tags: [Access]
      summary: Organisations within the scope
      x-permission: 'organisation:read'
      parameters:
        - {name: parent, in: query, schema: {$ref: '#/components/schemas/Id'}}
        - {name: kind, in: query, schema: {$ref: '#/components/schemas/OrganisationKind'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/OrganisationPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: createOrganisation
      tags: [Access]
      summary: Add an organisation
      x-permission: 'organisation:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateOrganisation'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Organisation'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/organisations/{organisation}:
    get:
      operationId: readOrganisation
      tags: [Access]
      summary: One organisation
      x-permission: 'organisation:read'
      parameters:
        - {$ref: '#/components/parameters/organisation'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Organisation'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    patch:
      operationId: updateOrganisation
      tags: [Access]
      summary: Change an organisation
      x-permission: 'organisation:manage'
      parameters:
        - {$ref: '#/components/parameters/organisation'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/UpdateOrganisation'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Organisation'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/organisations/{organisation}/contracts:
    get:
      operationId: listContracts
      tags: [Access]
      summary: Contracts of an agent
      x-permission: 'organisation:read'
      parameters:
        - {$ref: '#/components/parameters/organisation'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ContractPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: recordContract
      tags: [Access]
      summary: Record a version of a contract
      x-permission: 'contract:manage'
      parameters:
        - {$ref: '#/components/parameters/organisation'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/RecordContract'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Contract'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/accounts:
    get:
      operationId: listAccounts
      tags: [Access]
      summary: Accounts within the scope
      x-permission: 'account:read'
      parameters:
        - {name: organisation, in: query, schema: {$ref: '#/components/schemas/Id'}}
        - {name: status, in: query, schema: {type: string, enum: [invited, active, dismissed]}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/AccountPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: createAccount
      tags: [Access]
      summary: Invite somebody, or add a machine
      x-permission: 'account:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateAccount'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/AccountCreated'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/accounts/{account}:
    get:
      operationId: readAccount
      tags: [Access]
      summary: One account
      x-permission: 'account:read'
      parameters:
        - {$ref: '#/components/parameters/account'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Account'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    patch:
      operationId: updateAccount
      tags: [Access]
      summary: Change roles, or dismiss
      description: Dismissal revokes every token at once. Nobody dismisses his own account (`own-dismissal`) or changes its roles (`own-roles`); from within an organisation its last person who manages accounts stays (`last-manager`).
      x-permission: 'account:manage'
      parameters:
        - {$ref: '#/components/parameters/account'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/UpdateAccount'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Account'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/accounts/{account}/enrolment:
    post:
      operationId: renewEnrolment
      tags: [Access]
      summary: A new one-time enrolment
      x-permission: 'account:manage'
      parameters:
        - {$ref: '#/components/parameters/account'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Enrolment'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/api-keys:
    get:
      operationId: listAPIKeys
      tags: [Access]
      summary: API keys within the scope
      x-permission: 'api-key:manage'
      parameters:
        - {name: account, in: query, schema: {$ref: '#/components/schemas/Id'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/APIKeyPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: createAPIKey
      tags: [Access]
      summary: Make an API key
      x-permission: 'api-key:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateAPIKey'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/APIKeyCreated'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/api-keys/{apiKey}:
    delete:
      operationId: revokeAPIKey
      tags: [Access]
      summary: Revoke an API key
      x-permission: 'api-key:manage'
      parameters:
        - {$ref: '#/components/parameters/apiKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/products:
    get:
      operationId: listProducts
      tags: [Products]
      summary: Products
      x-permission: 'product:read'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ProductPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: createProduct
      tags: [Products]
      summary: Add a product
      x-permission: 'product:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateProduct'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Product'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/products/{product}:
    get:
      operationId: readProduct
      tags: [Products]
      summary: One product
      x-permission: 'product:read'
      parameters:
        - {$ref: '#/components/parameters/product'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Product'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    put:
      operationId: updateProduct
      tags: [Products]
      summary: A new version of a product
      x-permission: 'product:manage'
      parameters:
        - {$ref: '#/components/parameters/product'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/UpdateProduct'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Product'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/intakes:
    post:
      operationId: createIntake
      tags: [Cards]
      summary: Send a file of cards
      description: 'CSV (UTF-8 with or without BOM, GB18030; comma, tab or `|`) or XLSX, by its content. A bad row does not stop the good ones; sending the same file again changes nothing. `multipart/form-data`: one part named `file`.'
      x-permission: [stock:intake, claim:intake, existing:intake]
      x-body-limit: file
      parameters:
        - {name: kind, in: query, required: true, schema: {$ref: '#/components/schemas/IntakeKind'}}
        - {name: batch, in: query, description: 'Name of the batch; made where there is none.', schema: {$ref: '#/components/schemas/BatchName'}}
        - {name: product, in: query, description: 'Where the file has no product column.', schema: {$ref: '#/components/schemas/ProductCode'}}
        - {name: province, in: query, description: 'Where the file has no province column: GB/T 2260, two digits.', schema: {type: integer, minimum: 11, maximum: 82}}
        - {name: mapping, in: query, description: 'Which heading is which field, where the headings are unusual.', schema: {type: string, maxLength: 10000}}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          text/csv: {}
          text/tab-separated-values: {}
          text/plain: {}
          application/vnd.openxmlformats-officedocument.spreadsheetml.sheet: {}
          application/octet-stream: {}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, contentMediaType: application/octet-stream}}}}
      responses:
        '202':
          description: Accepted; it is worked on.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Intake'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: listIntakes
      tags: [Cards]
      summary: Files of cards
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/IntakePage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/intakes/{intake}:
    get:
      operationId: readIntake
      tags: [Cards]
      summary: Progress of a file of cards
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/intake'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Intake'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/intakes/{intake}/problems:
    get:
      operationId: listIntakeProblems
      tags: [Cards]
      summary: Rows left out, and why
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/intake'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/IntakeProblemPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/intakes/{intake}/repair-file:
    get:
      operationId: readRepairFile
      tags: [Cards]
      summary: Just the failed rows, to be mended and sent again
      description: Only to whoever sent the file, for a limited time.
      x-permission: [stock:intake, claim:intake, existing:intake]
      parameters:
        - {$ref: '#/components/parameters/intake'}
        - {name: form, in: query, schema: {type: string, enum: [xlsx, csv], default: csv}}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            text/csv: {}
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet: {}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/intakes/{intake}/cancellation:
    post:
      operationId: cancelIntake
      tags: [Cards]
      summary: Stop a file of cards
      description: What is committed stays.
      x-permission: [stock:intake, claim:intake, existing:intake]
      parameters:
        - {$ref: '#/components/parameters/intake'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Intake'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/custody-acts:
    post:
      operationId: createCustodyAct
      tags: [Cards]
      summary: Allocate or recall cards
      x-permission: 'custody:manage'
      x-body-limit: bulk
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateCustodyAct'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CustodyOutcome'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: listCustodyActs
      tags: [Cards]
      summary: History of custody
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CustodyActPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/claim-withdrawals:
    post:
      operationId: withdrawClaims
      tags: [Cards]
      summary: Take out claims that were made with wrong data
      description: >-
        Only the operating company. The claim stays on record, nobody has the card any more, and its numbers are free to be taken in
        with the right data.
      x-permission: 'custody:manage'
      x-body-limit: bulk
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/WithdrawClaims'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CustodyOutcome'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/cards:
    get:
      operationId: listCards
      tags: [Cards]
      summary: Cards within the scope
      x-permission: 'card:read'
      parameters:
        - {name: batch, in: query, schema: {$ref: '#/components/schemas/BatchName'}}
        - {name: organisation, in: query, schema: {$ref: '#/components/schemas/Id'}}
        - {name: product, in: query, schema: {$ref: '#/components/schemas/ProductCode'}}
        - {name: province, in: query, schema: {type: integer, minimum: 11, maximum: 82}}
        - {name: carrier, in: query, schema: {$ref: '#/components/schemas/CarrierCode'}}
        - {name: realName, in: query, schema: {type: string, enum: [registered, vacant]}}
        - {name: serviceState, in: query, schema: {$ref: '#/components/schemas/ServiceState'}}
        - {name: stopReason, in: query, description: 'Stopped for this reason, be it for others too.', schema: {$ref: '#/components/schemas/StopReason'}}
        - {name: unit, in: query, description: 'Registered in this unit''s name, by a registration within the scope. Needs `registration:read`.', schema: {$ref: '#/components/schemas/Id'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/cards/{card}:
    get:
      operationId: readCard
      tags: [Cards]
      summary: One card, with its product and history
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/card'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardDetail'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/card-searches:
    post:
      operationId: searchCards
      tags: [Cards]
      summary: Find cards by their numbers
      description: 'ICCIDs, numbers, IMSIs, card references and IMEIs, mixed. They go in the body, never in an address that is logged.'
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CardSearch'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardSearchResult'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/exports:
    get:
      operationId: listExports
      tags: [Exports]
      summary: Exports one asked for, and those one may decide about
      x-permission: [card:read, trail:read, export:approve]
      parameters:
        - {name: state, in: query, schema: {$ref: '#/components/schemas/ExportState'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ExportPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: askForExport
      tags: [Exports]
      summary: Ask for a file of cards or of the trail
      description: >-
        Nobody exports alone: a second person approves, then the file is made in the background, sealed, marked with who, when and why, and kept for its asker for a limited time. Numbers of cards are masked unless it is asked otherwise. Only people ask; keys of programs may not.
      x-permission: [card:read, trail:read]
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AskForExport'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Export'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/exports/{export}:
    get:
      operationId: readExport
      tags: [Exports]
      summary: Where an export stands
      x-permission: [card:read, trail:read, export:approve]
      parameters:
        - {$ref: '#/components/parameters/export'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Export'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/exports/{export}/decision:
    post:
      operationId: decideExport
      tags: [Exports]
      summary: Approve or refuse another's export
      description: >-
        Never one's own. Whoever approves must be allowed to read what is exported, and to reveal where its numbers are shown in full.
      x-permission: 'export:approve'
      parameters:
        - {$ref: '#/components/parameters/export'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/DecideExport'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Export'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/exports/{export}/file:
    get:
      operationId: fetchExport
      tags: [Exports]
      summary: The file, for whoever asked for it
      description: For a limited time and so many times; each is on the trail.
      x-permission: [card:read, trail:read]
      parameters:
        - {$ref: '#/components/parameters/export'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            text/csv: {}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/review-policies:
    get:
      operationId: listReviewPolicies
      tags: [Registration]
      summary: Versions of the review policy, the newest first
      description: >-
        The operating company's alone. Until it sets one, one reviewer approves and nothing is looked at again.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReviewPolicyPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: setReviewPolicy
      tags: [Registration]
      summary: Set which cases two reviewers approve and what share is looked at again
      description: >-
        For the whole installation, from a time on. Every version stays. A case that waits for its second reviewer goes on waiting for him.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/SetReviewPolicy'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReviewPolicyVersion'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/decision-reasons:
    get:
      operationId: listDecisionReasons
      tags: [Registration]
      summary: Reasons for sending back and refusing that are in force
      description: >-
        The built-in ones, then those of the operating company's own.
      x-permission: 'registration:review'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReasonsInForce'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/reason-lists:
    get:
      operationId: listReasonLists
      tags: [Registration]
      summary: Versions of the list of the operating company's own reasons, the newest first
      description: >-
        The operating company's alone. Until it sets one there are the built-in reasons only.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReasonListPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: setReasonList
      tags: [Registration]
      summary: Set the reasons of the operating company's own
      description: >-
        For the whole installation, from a time on. Every version stays. A reason that is left out is retired: what was decided with it keeps it and its words.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/SetReasonList'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReasonListVersion'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/re-audits:
    get:
      operationId: listReAudits
      tags: [Registration]
      summary: Approved cases that were drawn to be looked at again
      description: >-
        Those nobody has looked at, the oldest first; or those of a finding, the newest first. For the operating company's reviewers. Each case is drawn with a secret key from the decision's id, and the draw stands on the trail.
      x-permission: 'registration:review'
      parameters:
        - {name: state, in: query, schema: {type: string, enum: [open, kept, overturned]}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReAuditPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/re-audits/{decision}/finding:
    post:
      operationId: findReAudit
      tags: [Registration]
      summary: Say whether a case was rightly approved
      description: >-
        By somebody who neither handed it in nor had a hand in approving it. What stands registered is not changed by it: an overturned approval is followed by a correction, an end or a stop, each on its own ground.
      x-permission: 'registration:review'
      parameters:
        - {$ref: '#/components/parameters/decision'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/FindReAudit'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReAudit'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/review-figures:
    get:
      operationId: readOwnReviewFigures
      tags: [Registration]
      summary: What one decided oneself
      description: >-
        This month and the three before, in China's calendar: decisions, how long they took, and what came of them.
      x-permission: 'registration:review'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReviewFigures'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/accounts/{account}/review-figures:
    get:
      operationId: readReviewFigures
      tags: [Registration]
      summary: What a member of staff decided
      description: >-
        For whoever answers for staff.
      x-permission: 'account:read'
      parameters:
        - {$ref: '#/components/parameters/account'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReviewFigures'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/organisations/{organisation}/performance:
    get:
      operationId: readPerformance
      tags: [Registration]
      summary: How an organisation's hand-ins fare
      description: >-
        Of the organisation and all below it: registrations and cards added to them that were first handed in this month and the three before, in China's calendar, what the first decision was and how long it took. Drafts begun more than half a year before the first of these months are not counted.
      x-permission: 'gap-report:read'
      parameters:
        - {$ref: '#/components/parameters/organisation'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/AgentPerformance'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/gap-report:
    get:
      operationId: readGapReport
      tags: [Cards]
      summary: Cards in service that lack something
      x-permission: 'gap-report:read'
      parameters:
        - {name: lacks, in: query, schema: {type: string, enum: [holder, responsible-person, evidence]}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/GapReport'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/life-commands:
    post:
      operationId: changeLives
      tags: [Life]
      summary: Have something done with cards' services
      description: >-
        Activate, stop for a reason, lift a reason, cancel, bring back. All of the cards or none, unless `leavingOthers`. Only `owner-asked` is set and lifted with `card:life`, other reasons with `card:control`; `no-real-name` is cleared by a registration only.
      x-permission: [card:life, card:control]
      x-body-limit: bulk
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ChangeLives'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeOutcomes'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/cards/{card}/life:
    get:
      operationId: readLife
      tags: [Life]
      summary: Where a card's service stands and how it came there
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/card'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardLife'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/cards/{card}/device:
    post:
      operationId: changeDevice
      tags: [Life]
      summary: Declare the device a card will be in
      description: >-
        Before the device is changed. Compared on 14 digits.
      x-permission: 'card:life'
      parameters:
        - {$ref: '#/components/parameters/card'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ChangeDevice'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeStanding'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/cards/{card}/sim:
    post:
      operationId: changeSIM
      tags: [Life]
      summary: Give a card's service another SIM
      description: >-
        Number and holding stay; where the province demands it the holder is verified anew.
      x-permission: 'card:life'
      parameters:
        - {$ref: '#/components/parameters/card'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ChangeSIM'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeStanding'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/device-pools:
    get:
      operationId: listDevicePools
      tags: [Life]
      summary: Pools of devices
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/DevicePoolPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: createDevicePool
      tags: [Life]
      summary: Make a pool of devices
      description: >-
        Any of its cards may be in any of its devices (R-IC-07). For products whose binding is imei-pool.
      x-permission: 'card:life'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateDevicePool'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/DevicePool'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/device-pools/{devicePool}:
    get:
      operationId: readDevicePool
      tags: [Life]
      summary: One pool, counted
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/devicePool'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/DevicePoolSummary'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/device-pools/{devicePool}/devices:
    get:
      operationId: listPoolDevices
      tags: [Life]
      summary: Devices of a pool
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/devicePool'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PoolDevicePage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: declarePoolDevices
      tags: [Life]
      summary: Declare devices of a pool, or withdraw them
      description: >-
        Before cards are put into them. Compared on 14 digits. A card that was stopped for being in one of them goes on. All of them or none.
      x-permission: 'card:life'
      parameters:
        - {$ref: '#/components/parameters/devicePool'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/DeclarePoolDevices'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PoolOutcome'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/device-pools/{devicePool}/cards:
    get:
      operationId: listPoolCards
      tags: [Life]
      summary: Cards of a pool
      x-permission: 'card:read'
      parameters:
        - {$ref: '#/components/parameters/devicePool'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PoolCardPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: bindPoolCards
      tags: [Life]
      summary: Bind cards to a pool
      description: >-
        In place of another pool or of a device declared before. All of them or none, unless leavingOthers.
      x-permission: 'card:life'
      parameters:
        - {$ref: '#/components/parameters/devicePool'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/BindPoolCards'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PoolOutcome'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/usage-files:
    post:
      operationId: createUsageFile
      tags: [Life]
      summary: Send what cards used
      description: >-
        CSV, XLSX or JSON lines, by its content: number, time of last use, volume of the month so far, IMEI, region of the cell. Late, repeated and in any order.
      x-permission: 'usage:write'
      x-body-limit: file
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          text/csv: {}
          text/plain: {}
          application/x-ndjson: {}
          application/vnd.openxmlformats-officedocument.spreadsheetml.sheet: {}
          application/octet-stream: {}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, contentMediaType: application/octet-stream}}}}
      responses:
        '202':
          description: Accepted; it is worked on.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/UsageFile'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: listUsageFiles
      tags: [Life]
      summary: Files of what cards used
      x-permission: 'usage:write'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/UsageFilePage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/usage-files/{usageFile}:
    get:
      operationId: readUsageFile
      tags: [Life]
      summary: One file and how far it has got
      x-permission: 'usage:write'
      parameters:
        - {$ref: '#/components/parameters/usageFile'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/UsageFile'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/usage-files/{usageFile}/problems:
    get:
      operationId: listUsageProblems
      tags: [Life]
      summary: Lines that were left out
      x-permission: 'usage:write'
      parameters:
        - {$ref: '#/components/parameters/usageFile'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/UsageProblemPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/life-settings:
    get:
      operationId: listLifeSettings
      tags: [Life]
      summary: How long the stages of a life last
      x-permission: 'product:read'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeSettingList'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: setLifeSetting
      tags: [Life]
      summary: Set how long the stages of a life last
      description: >-
        For a carrier, a product, a province or all. Periods that run already end as they were begun.
      x-permission: 'life:settings'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/SetLifeSetting'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeSettingVersion'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/life-notices:
    get:
      operationId: listLifeNotices
      tags: [Life]
      summary: Cards of whose step or stop people are told
      description: >-
        By the time of the step: which cards a letter is about.
      x-permission: 'card:read'
      parameters:
        - {name: kind, in: query, required: true, schema: {type: string, enum: [test-end, silent-end, idle, arrears, cycle-end, stop-no-real-name, stop-owner-asked, stop-arrears, stop-threshold, stop-device-separation, stop-risk, stop-illegal-use, stop-reverification-due, stop-carrier-own]}}
        - {name: day, in: query, description: 'One of China''s days; else today and all that is to come.', schema: {$ref: '#/components/schemas/Date'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeNoticePage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/life-cases:
    get:
      operationId: listLifeCases
      tags: [Life]
      summary: Where carrier and we disagree
      description: Open cases, the oldest first.
      x-permission: 'card:control'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeCasePage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/life-cases/contacts:
    post:
      operationId: readClaimContacts
      tags: [Life]
      summary: How those are reached who say that a card is theirs
      description: >-
        For whoever looks into an open case `claimed-at-entrance` and may see what is masked (`card:control` as well), with a purpose; it stands on the
        trail. An API key gets none.
      x-permission: reveal
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ReadClaimContacts'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ClaimContacts'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/life-cases/closings:
    post:
      operationId: closeLifeCase
      tags: [Life]
      summary: Close a case that somebody has looked at
      x-permission: 'card:control'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CloseLifeCase'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/life-cases/mends:
    post:
      operationId: mendLifeCase
      tags: [Life]
      summary: Do what is proposed for a case, and close it
      description: >-
        `tell-again` asks the carrier once more for what is held to be right; `take-over` follows the carrier; `clear` has it clear a name that is nobody's here.
      x-permission: 'card:control'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/MendLifeCase'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LifeCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/carriers:
    get:
      operationId: listCarriers
      tags: [Carriers]
      summary: What carriers owe
      description: Connections, what waits for each, and how far the asking about the whole base has come.
      x-permission: 'card:control'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CarrierWorkList'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/carrier-intents:
    get:
      operationId: listIntents
      tags: [Carriers]
      summary: What is wished of a carrier and not over
      description: In a state, what is due first first.
      x-permission: 'card:control'
      parameters:
        - {name: carrier, in: query, required: true, schema: {$ref: '#/components/schemas/CarrierCode'}}
        - {name: state, in: query, schema: {type: string, enum: [waiting, sent, by-hand], default: waiting}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardIntentPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/carrier-intents/settlements:
    post:
      operationId: settleIntent
      tags: [Carriers]
      summary: Say what came of a wish that is left to hands
      x-permission: 'card:control'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/SettleIntent'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SettleIntent'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/carrier-questions:
    post:
      operationId: askCarrier
      tags: [Carriers]
      summary: Have a carrier asked about a card soon
      description: What it says stands in the card's life once it has answered.
      x-permission: 'card:life'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CarrierQuestion'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CarrierQuestion'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/retention-report:
    get:
      operationId: readRetentionReport
      tags: [Life]
      summary: What is kept of registrations that have ended
      x-permission: 'retention:read'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/RetentionReport'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/deletion-answers:
    post:
      operationId: answerDeletion
      tags: [Life]
      summary: What somebody is told who asks for deletion
      description: >-
        The ground on which the data are kept; nothing is deleted.
      x-permission: 'answer:read'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AskDeletion'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/DeletionAnswer'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/legal-holds:
    get:
      operationId: listLegalHolds
      tags: [Life]
      summary: Holds on what is kept, the newest first
      x-permission: [legal-hold:manage, retention:read]
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LegalHoldPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: placeLegalHold
      tags: [Life]
      summary: Hold what was registered for a case
      description: >-
        Of a card, or of whoever had a role then, wherever he is registered. While it holds, the end of retention and the next phase do not come; only a release, with its own reason, lets them. Nothing of it is told to whoever is held, nor to staff who neither place holds nor trace.
      x-permission: 'legal-hold:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/PlaceLegalHold'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LegalHold'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/legal-holds/{legalHold}/release:
    post:
      operationId: releaseLegalHold
      tags: [Life]
      summary: Release a hold
      description: >-
        The phases go on as they would have; what should have been sealed meanwhile is sealed at once.
      x-permission: 'legal-hold:manage'
      parameters:
        - {$ref: '#/components/parameters/legalHold'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ReleaseLegalHold'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/LegalHold'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/sealed-openings:
    get:
      operationId: listSealedOpenings
      tags: [Life]
      summary: Requests to open what is sealed, the newest first
      x-permission: 'retention:read'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SealedOpeningPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: askForSealedOpening
      tags: [Life]
      summary: Ask that what is sealed be opened for a case
      description: >-
        With a case number. It waits three days for a second person; approved, it is open to whoever asked for an hour: `revealAnswer`, `revealApplication` and `openEvidence` of that registration, each a look that stands on the trail with the case number and both persons. Needs `reveal` besides; only people ask, and only people approve.
      x-permission: 'retention:read'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AskForSealedOpening'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SealedOpening'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/sealed-openings/{sealedOpening}/decision:
    post:
      operationId: decideSealedOpening
      tags: [Life]
      summary: Approve or refuse what another asked to open
      description: >-
        Never one's own.
      x-permission: 'retention:read'
      parameters:
        - {$ref: '#/components/parameters/sealedOpening'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/DecideSealedOpening'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SealedOpening'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/sealed-openings/{sealedOpening}/custodian-requests:
    post:
      operationId: askCustodian
      tags: [Life]
      summary: The file that asks a custodian for his halves of the keys
      description: >-
        Sealed to those who have keys of it on this side (several, where custodians were replaced since), each of whom opens what is his. Where custodians have keys of what was approved to be opened, all of them must answer within three days; then it is open for an hour.
      x-permission: 'retention:read'
      parameters:
        - {$ref: '#/components/parameters/sealedOpening'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AskCustodian'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CustodianRequest'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/sealed-openings/{sealedOpening}/custodian-answers:
    post:
      operationId: handInCustodianAnswer
      tags: [Life]
      summary: Hand in what a custodian answered
      description: >-
        Sealed to this opening, and of use for no other. With the last answer it is open to whoever asked; afterwards neither the answers nor the opening's own key stay.
      x-permission: 'retention:read'
      x-body-limit: bulk
      parameters:
        - {$ref: '#/components/parameters/sealedOpening'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CustodianAnswer'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SealedOpening'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/custodians:
    get:
      operationId: readCustodians
      tags: [Life]
      summary: The two custodians of keys, and those before them
      x-permission: 'installation:manage'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Custodians'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: setCustodians
      tags: [Life]
      summary: Propose the two custodians of keys
      description: >-
        Answers a challenge for each, which he opens with his private key (`shiming custodian prove`). Nothing is deposited with them until a second person confirms them, within three days. The installation never has a private key.
      x-permission: 'installation:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/SetCustodians'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CustodianPair'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/custodian-confirmations:
    post:
      operationId: confirmCustodians
      tags: [Life]
      summary: Confirm the two custodians that another proposed
      description: >-
        With what both opened, by an account other than the one that proposed them. From now on the keys of what is deep-frozen are deposited with them, and the copies wrapped here are destroyed. What was deposited before stays with those it was deposited with.
      x-permission: 'installation:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ConfirmCustodians'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CustodianPair'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/campaigns:
    post:
      operationId: makeCampaign
      tags: [Campaigns]
      summary: Make a campaign of back-registration
      description: >-
        Over cards in service that lack something (补登记). It begins by itself on its day, tells whoever has the cards so many days before the deadline, and stops afterwards only those for which nobody answers, where that is asked.
      x-permission: 'card:control'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CampaignTerms'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Campaign'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: listCampaigns
      tags: [Campaigns]
      summary: Campaigns
      description: >-
        About one's own subtree, or with cards within it; the newest first.
      x-permission: 'gap-report:read'
      parameters:
        - {name: state, in: query, schema: {$ref: '#/components/schemas/CampaignState'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CampaignPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/campaigns/{campaign}:
    get:
      operationId: readCampaign
      tags: [Campaigns]
      summary: One campaign
      x-permission: 'gap-report:read'
      parameters:
        - {$ref: '#/components/parameters/campaign'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Campaign'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    put:
      operationId: changeCampaign
      tags: [Campaigns]
      summary: Set a campaign anew
      description: >-
        All its terms are given anew. Once it has begun only name, deadline, notices and the stop may change; what was set before stays on record.
      x-permission: 'card:control'
      parameters:
        - {$ref: '#/components/parameters/campaign'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CampaignTerms'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Campaign'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/campaigns/{campaign}/cancellation:
    post:
      operationId: cancelCampaign
      tags: [Campaigns]
      summary: Cancel a campaign
      description: >-
        Nobody is told any more and nothing is stopped; what was stopped stays so until it is registered.
      x-permission: 'card:control'
      parameters:
        - {$ref: '#/components/parameters/campaign'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Campaign'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/campaigns/{campaign}/progress:
    get:
      operationId: readCampaignProgress
      tags: [Campaigns]
      summary: How a campaign stands, by organisation
      x-permission: 'gap-report:read'
      parameters:
        - {$ref: '#/components/parameters/campaign'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CampaignProgress'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/campaigns/{campaign}/cards:
    get:
      operationId: listCampaignCards
      tags: [Campaigns]
      summary: Cards that still lack what a campaign is about
      x-permission: 'gap-report:read'
      parameters:
        - {$ref: '#/components/parameters/campaign'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CampaignCardPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/campaigns/{campaign}/entrances:
    post:
      operationId: issueCampaignEntrances
      tags: [Campaigns]
      summary: Give out links or claim codes for the cards that still lack it
      description: >-
        For so many at once as one may give out; `next` says where to go on. Each is seen once.
      x-permission: 'entrance:issue'
      parameters:
        - {$ref: '#/components/parameters/campaign'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/IssueCampaignEntrances'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CampaignEntrances'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/evidence:
    post:
      operationId: uploadEvidence
      tags: [Evidence]
      summary: Upload a document or picture
      description: 'The type is decided by content. `multipart/form-data`: one part named `file`.'
      x-permission: 'evidence:write'
      x-body-limit: evidence
      parameters:
        - {name: kind, in: query, required: true, schema: {$ref: '#/components/schemas/EvidenceKind'}}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          image/jpeg: {}
          image/png: {}
          application/pdf: {}
          application/octet-stream: {}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, contentMediaType: application/octet-stream}}}}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Evidence'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/evidence/{evidence}:
    get:
      operationId: readEvidence
      tags: [Evidence]
      summary: What is known of a piece of evidence
      x-permission: [evidence:write, evidence:read]
      parameters:
        - {$ref: '#/components/parameters/evidence'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Evidence'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/evidence/{evidence}/readings:
    post:
      operationId: openEvidence
      tags: [Evidence]
      summary: Read a piece of evidence, with a purpose
      description: >-
        Leaves its entry on the trail. The answer is a copy whose every part bears what the document may be used for, the operating
        company's name, the day in China and the purpose, half transparent: of a picture an upright JPEG, of a PDF a PDF. What was
        uploaded stays as it is and is never given out; where no copy can be made, the answer is a refusal whose code begins with `copy-`.
        With `draft`, whoever holds `evidence:write` and `registration:write` looks at a paper that he attached himself to a unit's draft, until
        it is handed in or given up (`paper-not-own`, `application-closed`); without it, `evidence:read` is needed.
      x-permission: [evidence:read, evidence:write]
      parameters:
        - {$ref: '#/components/parameters/evidence'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/OpenEvidence'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            image/jpeg: {}
            application/pdf: {}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/requirement-previews:
    post:
      operationId: previewRequirements
      tags: [Registration]
      summary: What will be needed, and why
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/PreviewRequirements'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/RequirementPreview'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/registrations:
    post:
      operationId: createRegistration
      tags: [Registration]
      summary: Begin a registration
      description: With `handIn` it is begun, given its cards and handed in as one act.
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateRegistration'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationBegun'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: listRegistrations
      tags: [Registration]
      summary: Registrations within the scope
      x-permission: 'registration:read'
      parameters:
        - {name: state, in: query, schema: {$ref: '#/components/schemas/RegistrationState'}}
        - {name: unit, in: query, schema: {$ref: '#/components/schemas/Id'}}
        - {name: code, in: query, schema: {type: string, minLength: 1, maxLength: 64}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/RegistrationPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/registrations/{registration}:
    get:
      operationId: readRegistration
      tags: [Registration]
      summary: One registration
      description: A look at what was registered by somebody who no longer answers leaves its entry on the trail (`kept-record.shown`).
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/registration'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Registration'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/registrations/{registration}/cards:
    get:
      operationId: listRegistrationCards
      tags: [Registration]
      summary: Its cards
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/registration'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/RegistrationCardPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/registrations/{registration}/roles:
    get:
      operationId: listRegistrationRoles
      tags: [Registration]
      summary: Who had which role, since when
      description: A look at what was registered by somebody who no longer answers leaves its entry on the trail (`kept-record.shown`).
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/registration'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/RoleHolderPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/registrations/{registration}/applications:
    post:
      operationId: createApplication
      tags: [Registration]
      summary: Apply for a change of a registration
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/registration'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateApplication'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationBegun'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications:
    get:
      operationId: listApplications
      tags: [Registration]
      summary: Applications, and the review queue
      x-permission: 'registration:read'
      parameters:
        - {name: state, in: query, schema: {$ref: '#/components/schemas/ApplicationState'}}
        - {name: registration, in: query, schema: {$ref: '#/components/schemas/Id'}}
        - {name: kind, in: query, schema: {$ref: '#/components/schemas/ApplicationKind'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}:
    get:
      operationId: readApplication
      tags: [Registration]
      summary: One application
      description: A look at what was registered by somebody who no longer answers leaves its entry on the trail (`kept-record.shown`).
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Application'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    put:
      operationId: updateApplication
      tags: [Registration]
      summary: Change a draft
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/RegistrationContent'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationVersion'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/cards:
    put:
      operationId: selectCards
      tags: [Registration]
      summary: Choose the cards of a draft
      x-permission: 'registration:write'
      x-body-limit: bulk
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CardSelection'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardsSelected'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/part-links:
    post:
      operationId: issuePartLink
      tags: [Registration]
      summary: Hand one person's part of a draft over
      description: >-
        The link lets the handler, the responsible person or the actual user fill in his own part on a phone, after a notice and his consent, and see
        nothing else of the application. It is seen once. A link to the same part that was open is revoked. The unit must be named.
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/IssuePartLink'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/IssuedPartLink'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: listPartLinks
      tags: [Registration]
      summary: Whose part can be handed over, and what became of the links
      description: All of them, the newest first; never the links themselves.
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PartLinks'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/part-links/{partLink}/revocation:
    post:
      operationId: revokePartLink
      tags: [Registration]
      summary: Revoke a link to a part
      description: What was filled in there and not completed is destroyed.
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/partLink'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/submission:
    post:
      operationId: submitApplication
      tags: [Registration]
      summary: Submit
      description: Checks by machine; each check is on record with its verdict. Refused (422) while something required is missing.
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationSubmitted'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/withdrawal:
    post:
      operationId: withdrawApplication
      tags: [Registration]
      summary: Withdraw
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/lock:
    put:
      operationId: lockApplication
      tags: [Registration]
      summary: Take a case for review
      x-permission: 'registration:review'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ReviewHold'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    delete:
      operationId: unlockApplication
      tags: [Registration]
      summary: Give a case back
      x-permission: 'registration:review'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/decision:
    post:
      operationId: decideApplication
      tags: [Registration]
      summary: Approve, send back or refuse
      description: >-
        The reviewer is never the submitter. Approval registers all cards as one act. Where the review policy asks for two reviewers the first one's approval decides nothing and the case waits for another's; where they disagree a third decides.
      x-permission: 'registration:review'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Decide'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationDecided'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/second-approval:
    post:
      operationId: secondDecision
      tags: [Registration]
      summary: Second approval of what takes effect in the past
      x-permission: 'registration:backdate'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationDecided'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/reveals:
    post:
      operationId: revealApplication
      tags: [Registration]
      summary: One application, unmasked
      description: Needs a purpose, leaves its entry on the trail.
      x-permission: reveal
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/RevealApplication'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Application'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/exclusions:
    get:
      operationId: listExclusions
      tags: [Registration]
      summary: Cards that could not be registered
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ExclusionPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/units:
    get:
      operationId: listUnits
      tags: [Registration]
      summary: Units within the scope
      x-permission: 'registration:read'
      parameters:
        - {name: name, in: query, description: 'Beginning of the name.', schema: {type: string, minLength: 1, maxLength: 200}}
        - {name: code, in: query, schema: {type: string, minLength: 1, maxLength: 64}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/UnitPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/units/{unit}:
    get:
      operationId: readUnit
      tags: [Registration]
      summary: One unit and its registrations
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/unit'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/UnitDetail'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/expiries:
    get:
      operationId: listExpiries
      tags: [Registration]
      summary: Documents and authorisations that expire
      description: The soonest first.
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {name: withinDays, in: query, schema: {type: integer, minimum: 0, maximum: 3650, default: 30}}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ExpiryPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/organisations/{organisation}/verification-policies:
    get:
      operationId: listVerificationPolicies
      tags: [Persons]
      summary: Versions of an organisation's verification policy, the newest first
      x-permission: 'organisation:read'
      parameters:
        - {$ref: '#/components/parameters/organisation'}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/VerificationPolicyPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: setVerificationPolicy
      tags: [Persons]
      summary: Set how persons are verified
      description: >-
        The operating company sets the floor; an agent may add to it and never take away. Every version stays; a registration keeps the one it was judged by.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/organisation'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/SetVerificationPolicy'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/VerificationPolicyVersion'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/verification-previews:
    post:
      operationId: previewVerification
      tags: [Persons]
      summary: What a person's card will need, and why
      x-permission: 'registration:read'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/PreviewVerification'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/VerificationNeeds'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/entrances:
    post:
      operationId: issueEntrances
      tags: [Persons]
      summary: Give out links or claim codes for cards
      description: >-
        Each is seen once. A link opens its card's page by itself; a claim code is printed with the card and typed beside the ICCID.
      x-permission: 'entrance:issue'
      x-body-limit: bulk
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/IssueEntrances'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/IssuedEntrances'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: listEntrances
      tags: [Persons]
      summary: Links and claim codes given out
      x-permission: 'entrance:issue'
      parameters:
        - {name: card, in: query, schema: {$ref: '#/components/schemas/CardReference'}}
        - {name: batch, in: query, schema: {$ref: '#/components/schemas/BatchName'}}
        - {name: standing, in: query, schema: {$ref: '#/components/schemas/EntranceStanding'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/EntrancePage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/entrances/revocations:
    post:
      operationId: revokeEntrances
      tags: [Persons]
      summary: Revoke all links and claim codes of cards
      description: >-
        Those that open still, such as all of a batch whose labels were lost. From then on nobody comes in by them, and who is in is out.
      x-permission: 'entrance:issue'
      x-body-limit: bulk
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/RevokeEntrances'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/RevokedEntrances'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/entrances/{entrance}/revocation:
    post:
      operationId: revokeEntrance
      tags: [Persons]
      summary: Revoke a link or claim code
      x-permission: 'entrance:issue'
      parameters:
        - {$ref: '#/components/parameters/entrance'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/applications/{application}/carrier-reply:
    post:
      operationId: recordCarrierReply
      tags: [Persons]
      summary: Note what the carrier said of a person's case
      x-permission: 'carrier-receipt:write'
      parameters:
        - {$ref: '#/components/parameters/application'}
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/RecordCarrierReply'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationDecided'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/notices:
    get:
      operationId: listNotices
      tags: [Persons]
      summary: Notices to people and what became of them
      description: >-
        What persons, programs and staff were told of persons' registrations, the newest first. To whom a notice went stands nowhere.
      x-permission: 'registration:read'
      parameters:
        - {name: channel, in: query, schema: {$ref: '#/components/schemas/NoticeChannel'}}
        - {name: state, in: query, schema: {$ref: '#/components/schemas/NoticeState'}}
        - {name: code, in: query, description: 'A registration''s or a campaign''s, `various` or `none`.', schema: {type: string, minLength: 1, maxLength: 64}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/NoticePage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/notices/{notice}/retry:
    post:
      operationId: retryNotice
      tags: [Persons]
      summary: Send a notice once more that nobody took
      description: >-
        Under the same id, so that whoever has it all the same is not told twice. Refused while it waits and once it was taken.
      x-permission: 'notice:retry'
      parameters:
        - {$ref: '#/components/parameters/notice'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: It waits to be sent.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Notice'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/notice-wordings:
    get:
      operationId: listNoticeWordings
      tags: [Persons]
      summary: Versions of the operating company's own words for the notices of a kind, the newest first
      description: >-
        The operating company's alone. Until it sets its own the built-in words are said.
      x-permission: 'policy:manage'
      parameters:
        - {name: kind, in: query, required: true, schema: {$ref: '#/components/schemas/NoticeKind'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/NoticeWordingPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: setNoticeWording
      tags: [Persons]
      summary: Set the operating company's own words for the notices of a kind
      description: >-
        From a time on, in Chinese and English, with placeholders in braces: `NoticeWordingInForce` names those that may stand in each part, and those that must.
        Without message and letter the built-in words are said again. Every version stays; a notice is told in the words that were in force when what it tells of happened.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/SetNoticeWording'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/NoticeWordingVersion'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/notice-wordings/in-force:
    get:
      operationId: listNoticeWordingsInForce
      tags: [Persons]
      summary: In which words notices are told now, kind by kind
      description: >-
        With the placeholders of each part, and the built-in words with their placeholders to begin from.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/NoticeWordingsInForce'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/notice-wordings/preview:
    post:
      operationId: previewNoticeWording
      tags: [Persons]
      summary: What notices would say in these words, with an invented case
      description: >-
        Judged as `setNoticeWording` judges; nothing is kept.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/PreviewNoticeWording'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/NoticePreviews'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/changes:
    get:
      operationId: listChanges
      tags: [Events]
      summary: What happened to cards
      description: >-
        Changes of the cards that were in the caller's scope at the time, in order; nothing ever comes before a position that was given out.
        A card that leaves the scope is seen leaving it (`gone`), and never after. `next` is always there: asked again later it goes on.
      x-permission: 'card:read'
      parameters:
        - {name: after, in: query, description: 'Where to go on: `next` of the page before; `now` for nothing but where the changes stand; left out, the oldest that is kept.', schema: {type: string, minLength: 1, maxLength: 128}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ChangePage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks:
    get:
      operationId: listWebhooks
      tags: [Events]
      summary: Webhooks of the organisation
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/WebhookPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    post:
      operationId: createWebhook
      tags: [Events]
      summary: Have a program told what happens to cards
      description: >-
        Events follow Standard Webhooks and come in order, each at least once under one id (docs/events.md). Only hosts on the open network, by HTTPS.
        The secret is shown this once.
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CreateWebhook'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/WebhookCreated'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}:
    get:
      operationId: readWebhook
      tags: [Events]
      summary: One webhook
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Webhook'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    delete:
      operationId: deleteWebhook
      tags: [Events]
      summary: End a webhook
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}/secret:
    post:
      operationId: rotateWebhookSecret
      tags: [Events]
      summary: Give a webhook a new secret
      description: >-
        Shown this once. The secret before it signs beside it for a day, unless set otherwise.
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/WebhookCreated'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}/test:
    post:
      operationId: tryWebhook
      tags: [Events]
      summary: Send a ping at once
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/WebhookTrial'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}/pause:
    post:
      operationId: pauseWebhook
      tags: [Events]
      summary: Send nothing until it is resumed
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Webhook'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}/resume:
    post:
      operationId: resumeWebhook
      tags: [Events]
      summary: Go on where it stopped
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Webhook'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}/rewind:
    post:
      operationId: rewindWebhook
      tags: [Events]
      summary: Send everything after a position once more
      description: >-
        Under the same ids.
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/RewindWebhook'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Webhook'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}/events:
    get:
      operationId: listWebhookEvents
      tags: [Events]
      summary: What was sent or tried, and what became of it
      description: >-
        The newest change first. `dead` were left out after a day without success.
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {name: state, in: query, schema: {$ref: '#/components/schemas/WebhookEventState'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/WebhookEventPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}/callbacks:
    get:
      operationId: listCallbacks
      tags: [Events]
      summary: Programs told of single requests under the webhook's secret
      description: >-
        Those that named a `callback`; those that wait to be told unless another state is asked for, the newest request first.
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {name: state, in: query, schema: {$ref: '#/components/schemas/CallbackState'}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/RequestCallbackPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/installation:
    get:
      operationId: readInForce
      tags: [Meta]
      summary: How the installation is made up, as it was said when the server was started
      description: >-
        Who outside is asked and told, where evidence lies, and every setting with its default. Nothing of it is secret: addresses are hosts alone. For the
        operating company's administrators and compliance.
      x-permission: 'policy:manage'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/InForce'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/webhooks/{webhook}/events/{event}/replay:
    post:
      operationId: replayWebhookEvent
      tags: [Events]
      summary: Send one event once more at once
      x-permission: 'webhook:manage'
      parameters:
        - {$ref: '#/components/parameters/webhook'}
        - {$ref: '#/components/parameters/event'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/WebhookTrial'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal-registrations:
    post:
      operationId: registerInPerson
      tags: [Persons]
      summary: Register a person's card before staff
      description: >-
        An on-site photo stands in for face recognition. Staff never do the face check for a customer (R-AF-11).
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/RegisterInPerson'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/ApplicationBegun'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal-registrations/examinations:
    post:
      operationId: examineInPerson
      tags: [Persons]
      summary: What a card needs before staff, and what is missing still
      description: >-
        By the rules that judge `registerInPerson`; nothing is kept. Begin with the card alone.
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ExamineInPerson'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/InPersonOutlook'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal-registrations/card-counts:
    post:
      operationId: countCardsInPerson
      tags: [Persons]
      summary: How many cards the person before staff has
      description: >-
        By name and number on the document shown, before anything is photographed (R-PH-03). Each count stands on the trail, and there are so many a day.
      x-permission: 'registration:write'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CountCardsInPerson'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardCount'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal-registrations/papers:
    post:
      operationId: takeInPerson
      tags: [Persons]
      summary: Take a picture or paper of the person before staff
      description: >-
        Looked at by a machine as on the person's page, and read; name the piece in `registerInPerson`. There is no face among them: staff never do the face
        check for a customer (R-AF-11).
      x-permission: 'registration:write'
      x-body-limit: evidence
      parameters:
        - {name: slot, in: query, required: true, schema: {$ref: '#/components/schemas/InPersonSlot'}}
        - {name: documentType, in: query, schema: {$ref: '#/components/schemas/PersonDocumentType'}, description: 'Of whose document it is, as declared; a resident ID unless said.'}
        - {name: consents, in: query, required: true, schema: {type: string, minLength: 1, maxLength: 100}, description: 'What the person consented to before it was taken, with commas between: `privacy,sensitive-data`, and `guardian` for a child under 14.'}
        - {name: noticeVersion, in: query, required: true, schema: {type: string, minLength: 1, maxLength: 40}, description: The version of the notices that the person read before.}
        - {name: examined, in: query, schema: {type: string, minLength: 1, maxLength: 300}, description: 'As `examineInPerson` answered for this person''s facts: whether the holder is under 14 comes from them and from the pictures of the document. Without it, or before the number of the document was examined, no on-site photo is taken; one that was taken for another number is not handed in (`examined-another-person`), but for a slip of the hand under the same name that the picture of the document, taken under the same number as it was typed then, mends: that is told (`number-corrected-after-photo`), and so is a photo that was uploaded (`photo-not-examined`).'}
        - {name: insist, in: query, schema: {type: boolean}, description: 'Take it although the machine finds fault with it; a reviewer looks.'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          image/jpeg: {}
          image/png: {}
          application/pdf: {}
          application/octet-stream: {}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, contentMediaType: application/octet-stream}}}}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CapturedPicture'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/lookups:
    post:
      operationId: lookUpCard
      tags: [Persons]
      summary: Which carrier a card is of, and how to come in
      description: >-
        Said from the number's form alone; whether there is such a card is not told.
      x-permission: none
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/LookUpCard'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardLookup'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/card-numbers:
    post:
      operationId: readCardNumber
      tags: [Persons]
      summary: The card's number from a photo of its bar code
      description: >-
        For apps without a reader of their own. The photo is read and dropped; the number says no more of a card than one that is typed.
      x-permission: none
      x-body-limit: evidence
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          image/jpeg: {}
          image/png: {}
          application/octet-stream: {}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, contentMediaType: application/octet-stream}}}}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CardNumber'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/seats:
    post:
      operationId: openSeat
      tags: [Persons]
      summary: Come in by a card's link or claim code
      description: >-
        Answers a token for this one card on this one device. What was begun on the same device goes on.
      x-permission: none
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/OpenSeat'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/OpenedSeat'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/seat:
    delete:
      operationId: leaveSeat
      tags: [Persons]
      summary: Leave a device that may be another's
      description: >-
        The tokens of all seats on this device open nothing from now on, and what was proved there is closed (R-DP-21). Whoever comes in again on the same device goes on with what was begun and not handed in.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case:
    get:
      operationId: readPersonalCase
      tags: [Persons]
      summary: What the card needs and what is there already
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/consents:
    post:
      operationId: giveConsent
      tags: [Persons]
      summary: Consent to notices, or take consent back
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/GiveConsent'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/draft:
    put:
      operationId: updatePersonalDraft
      tags: [Persons]
      summary: Keep what was typed
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/PersonalDraft'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/pictures:
    post:
      operationId: capturePicture
      tags: [Persons]
      summary: Hand in a photo
      x-permission: 'personal:register'
      x-body-limit: evidence
      parameters:
        - {name: slot, in: query, required: true, schema: {$ref: '#/components/schemas/PictureSlot'}}
        - {name: insist, in: query, schema: {type: boolean}, description: 'Keep it although the machine finds fault with it; a reviewer decides.'}
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          image/jpeg: {}
          image/png: {}
          application/octet-stream: {}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, contentMediaType: application/octet-stream}}}}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CapturedPicture'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/face-challenges:
    post:
      operationId: issueFaceChallenge
      tags: [Persons]
      summary: Ask what to do before the camera
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/FaceChallenge'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/face-captures:
    post:
      operationId: captureFace
      tags: [Persons]
      summary: Hand in the frames that answer a challenge
      x-permission: 'personal:register'
      x-body-limit: evidence
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/CaptureFace'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CapturedPicture'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/provider-captures:
    post:
      operationId: beginProviderCapture
      tags: [Persons]
      summary: Begin a capture of the face at the provider's own page
      description: >-
        Where a policy demands provider-capture. Name and number are declared first.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/BeginProviderCapture'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SentToProvider'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/carrier-pages:
    post:
      operationId: openCarrierPage
      tags: [Persons]
      summary: Where the person registers at the carrier himself
      description: >-
        Where `hasCarrierPage` of the status says so: a reviewer let the case pass, and the carrier registers people on a page of its own. The
        address is fetched from the carrier, ten times a day at most, kept nowhere and good for whoever has it.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/SentToCarrier'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/carrier-pages/outcome:
    post:
      operationId: followCarrierPage
      tags: [Persons]
      summary: Have the carrier asked whether it has registered the person
      description: >-
        When he is back from the carrier's page. It is asked within the minute; the status tells what it said.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Where the case stands.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalStatus'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/provider-captures/outcome:
    post:
      operationId: followProviderCapture
      tags: [Persons]
      summary: Ask how the capture came out
      description: >-
        When the person is back. The verdict is asked for with the hand-in.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/submission:
    post:
      operationId: submitPersonal
      tags: [Persons]
      summary: Hand the case in
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/withdrawal:
    post:
      operationId: withdrawPersonal
      tags: [Persons]
      summary: Take the case back before it is decided
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/release:
    post:
      operationId: askForRelease
      tags: [Persons]
      summary: Give the card up
      description: >-
        Before the device is sold or handed on. Asked on the device with which the card was registered; whoever has the card next registers anew.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AskForRelease'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalStatus'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/reused-pictures:
    post:
      operationId: reusePictures
      tags: [Persons]
      summary: Use the document pictures of a registration made lately on this device
      description: >-
        Where the policies allow it (reuseDays). The face is shown anew.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/proof:
    post:
      operationId: beginProof
      tags: [Persons]
      summary: Begin to prove again who one is
      description: >-
        At the entrance of a card that is registered. The case then asks for the document's number and the face, or a photo in its place; it is handed in as any case.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own:
    get:
      operationId: readOwnData
      tags: [Persons]
      summary: What is registered of the person, and who looked at it
      description: >-
        For own-data-hours after the proof, on the device that gave it. Each reading is on the trail.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/OwnData'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/matters:
    get:
      operationId: readOwnMatters
      tags: [Persons]
      summary: Where the proof and the correction stand
      description: >-
        Nothing of the person is told, so that no proof is asked.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/OwnMatters'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/releases:
    post:
      operationId: releaseOwnCard
      tags: [Persons]
      summary: Give up a card in one's name
      description: >-
        On whatever device, and however it was registered (R-LC-08). A reviewer looks, the carrier answers, and the holding ends.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NameOwnRegistration'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/OwnMatter'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/bring-backs:
    post:
      operationId: bringBackOwnCard
      tags: [Persons]
      summary: Keep a card in one's name that is being cancelled
      description: >-
        At once, while `cancelledUnlessBroughtBack` of the card says so (R-LC-03). Where the operating company stopped it, it is in arrears, or the life setting `holderBringsBack` leaves it to others, he must ask (`life-stopped`, `life-not-by-holder`).
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NameOwnRegistration'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/transfers:
    post:
      operationId: beginTransfer
      tags: [Persons]
      summary: Give a card in one's name to a next owner
      description: >-
        The card is being given up (过户, R-LC-08); by the link, which is seen once, the next owner prepares his own registration meanwhile and hands it in when the holding has ended. As long as the link opens, nobody registers the card by another link, a claim code or an agent's counter (`card-kept-for-next-owner`). Neither is told anything of the other.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NameOwnRegistration'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/TransferOffer'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/transfers/withdrawal:
    post:
      operationId: callOffTransfer
      tags: [Persons]
      summary: Call off giving a card to a next owner
      description: >-
        The card stays in the holder's name and the link closes; possible until the carrier was told.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NameOwnRegistration'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/OwnMatter'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/transfer/refusal:
    post:
      operationId: declineTransfer
      tags: [Persons]
      summary: Do not take over the card
      description: >-
        By whoever came in by a next owner's link: what he began is taken back, the card stays with its holder, the link closes. Once the holding before has ended, the card is kept for him no more.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/claim:
    post:
      operationId: claimCard
      tags: [Persons]
      summary: Say that a card somebody else took is one's own
      description: >-
        Where the card stands in another's name, another has applied for it or it is kept for its next owner: a case for the operator (R-PH-06). Whoever has the card is not told of.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ClaimCard'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/disputes:
    post:
      operationId: disputeCard
      tags: [Persons]
      summary: Say that a card in one's name is not one's own
      description: >-
        A case for reviewers (R-PH-06). Upheld, the holding ends.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NameOwnRegistration'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/OwnMatter'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/corrections:
    post:
      operationId: beginCorrection
      tags: [Persons]
      summary: Begin to have one's data corrected
      description: >-
        A draft with what is registered; changed, with the document photographed, it is handed in as any case. Approved, it counts for every card in the person's name; the earlier version stays on record.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NameOwnRegistration'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalCase'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/own/deletion-requests:
    post:
      operationId: askForDeletion
      tags: [Persons]
      summary: Ask for deletion, and be answered by the law
      description: >-
        What was registered is kept as the law demands, then locked away, and never deleted (R-DP-07). The request is on the trail.
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/idempotencyKey'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Idempotent-Replay: {$ref: '#/components/headers/IdempotentReplay'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/DeletionAnswer'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/case/status:
    get:
      operationId: readPersonalStatus
      tags: [Persons]
      summary: Where the case stands
      x-permission: 'personal:register'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalStatus'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/parts:
    post:
      operationId: openPart
      tags: [Persons]
      summary: Come in by the link to one's own part of a unit's application
      description: >-
        Answers a token for this one part on this one device, and for nothing else; what was begun on the same device goes on. No account and no API key
        does what is done with it, nor does a device with which staff sign in (R-AF-11). A link that was completed opens until its time is over, to say so.
      x-permission: none
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/OpenPart'}
      responses:
        '201':
          description: Made.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/OpenedPart'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/part:
    get:
      operationId: readPart
      tags: [Persons]
      summary: Who asks, what is needed and why, and what was filled in on this device
      description: >-
        Nothing that anybody else declared. `part-completed` (409) once it is complete: then `readCompletedPart` says so.
      x-permission: 'part:complete'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalPart'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    delete:
      operationId: leavePart
      tags: [Persons]
      summary: Leave a device that may be another's
      description: >-
        No token of this device opens the part from now on (R-DP-21). Whoever opens the link again on the same device goes on with what was begun.
      x-permission: 'part:complete'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/part/consents:
    post:
      operationId: consentToPart
      tags: [Persons]
      summary: Consent to the notices about one's part, or take consent back
      description: >-
        With both consents what is typed is kept from now on, for this device; what was begun on another is destroyed. Without them what was kept is
        destroyed.
      x-permission: 'part:complete'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ConsentToPart'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalPart'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/part/draft:
    put:
      operationId: savePart
      tags: [Persons]
      summary: Keep what was typed in one's part
      description: >-
        All of it, right or not; what is absent is forgotten. A date of birth is not asked for and not kept. Pictures are not touched.
      x-permission: 'part:complete'
      parameters:
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/PartyFacts'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalPart'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/part/pictures:
    post:
      operationId: capturePart
      tags: [Persons]
      summary: Hand in a photo for one's part
      description: >-
        Takes the place of the one before in the same slot, so it is asked again without a key. What a machine reads fills fields that are empty.
      x-permission: 'part:complete'
      x-body-limit: evidence
      parameters:
        - {name: slot, in: query, required: true, schema: {$ref: '#/components/schemas/PartSlot'}}
        - {name: insist, in: query, schema: {type: boolean}, description: 'Keep it although the machine finds fault with it; a reviewer decides.'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          image/jpeg: {}
          image/png: {}
          application/octet-stream: {}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, contentMediaType: application/octet-stream}}}}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalPart'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/part/pictures/readings:
    post:
      operationId: openPartPicture
      tags: [Persons]
      summary: Look at a photo that one took for one's part, with a purpose
      description: >-
        On the device on which it was taken, until the part is complete. A copy with the purpose all over it; each look is on the trail, by the ground
        `own-paper`.
      x-permission: 'part:complete'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/OpenPartPicture'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            image/jpeg: {}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/part/completion:
    post:
      operationId: completePart
      tags: [Persons]
      summary: Say that all of one's part is right
      description: >-
        It takes the place of what stood in the application about the person, and the link is closed. What is missing or wrong is refused field by field
        (422). Asked again it is refused (`part-completed`), and nothing is done twice.
      x-permission: 'part:complete'
      parameters:
        - {$ref: '#/components/parameters/ifMatch'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '204':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/Stale'}
        '422': {$ref: '#/components/responses/Invalid'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
    get:
      operationId: readCompletedPart
      tags: [Persons]
      summary: When, for whom and as what one completed one's part
      description: >-
        Until the link's time is over; 404 while it is not complete.
      x-permission: 'part:complete'
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/CompletedPart'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/personal/status-questions:
    post:
      operationId: askPersonalStatus
      tags: [Persons]
      summary: Where a case stands, by its code
      x-permission: none
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AskPersonalStatus'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/PersonalStatus'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '404': {$ref: '#/components/responses/NotFound'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/answers:
    post:
      operationId: answerForCard
      tags: [Answers]
      summary: Who answers for this card
      description: Masked. Numbers go in the body, never in an address that is logged. A look at what was registered by somebody who no longer answers leaves its entry on the trail (`kept-record.shown`).
      x-permission: 'answer:read'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AskAnswer'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/AnswerForCard'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/reveals:
    post:
      operationId: revealAnswer
      tags: [Answers]
      summary: Who answers for this card, unmasked
      description: Needs a purpose, leaves its entry on the trail.
      x-permission: reveal
      parameters:
        - {$ref: '#/components/parameters/acceptLanguage'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Reveal'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/AnswerForCard'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/TooLarge'}
        '415': {$ref: '#/components/responses/UnsupportedType'}
        '422': {$ref: '#/components/responses/Invalid'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/trail:
    get:
      operationId: listTrail
      tags: [Trail]
      summary: The trail
      x-permission: 'trail:read'
      parameters:
        - {name: from, in: query, schema: {$ref: '#/components/schemas/Instant'}}
        - {name: until, in: query, schema: {$ref: '#/components/schemas/Instant'}}
        - {name: actor, in: query, schema: {$ref: '#/components/schemas/Id'}}
        - {name: subjectKind, in: query, schema: {$ref: '#/components/schemas/SubjectKind'}}
        - {name: subject, in: query, description: 'Identifier of the subject, with `subjectKind`.', schema: {type: string, minLength: 1, maxLength: 64}}
        - {name: action, in: query, schema: {type: string, minLength: 1, maxLength: 64}}
        - {$ref: '#/components/parameters/limit'}
        - {$ref: '#/components/parameters/cursor'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/TrailPage'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/trail/{entry}:
    get:
      operationId: readTrailEntry
      tags: [Trail]
      summary: One entry
      x-permission: 'trail:read'
      parameters:
        - {$ref: '#/components/parameters/entry'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/TrailEntry'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/trail-head:
    get:
      operationId: readTrailHead
      tags: [Trail]
      summary: Size and root of the tree
      x-permission: 'trail:read'
      parameters:
        - {$ref: '#/components/parameters/cacheControl'}
        - {$ref: '#/components/parameters/acceptLanguage'}
      responses:
        '200':
          description: Done.
          headers:
            RateLimit: {$ref: '#/components/headers/RateLimit'}
            RateLimit-Policy: {$ref: '#/components/headers/RateLimitPolicy'}
            Age: {$ref: '#/components/headers/Age'}
          content:
            application/json: {schema: {$ref: '#/components/schemas/TrailHead'}}
        '400': {$ref: '#/components/responses/Malformed'}
        '401': {$ref: '#/components/responses/Unauthenticated'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooMany'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /healthz:
    get:
      operationId: health
      tags: [Meta]
      summary: The server runs
      x-permission: none
      security: []
      responses:
        '200':
          description: Done.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Health'}}
  /readyz:
    get:
      operationId: ready
      tags: [Meta]
      summary: The server can work
      x-permission: none
      security: []
      responses:
        '200':
          description: Done.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Readiness'}}
        '503':
          description: 'Not now; `checks` says why.'
          content:
            application/json: {schema: {$ref: '#/components/schemas/Readiness'}}
  /metrics:
    get:
      operationId: metrics
      tags: [Meta]
      summary: Figures for Prometheus
      x-permission: none
      security: []
      responses:
        '200':
          description: Done.
          content:
            text/plain: {}
  /openapi.yaml:
    get:
      operationId: contract
      tags: [Meta]
      summary: This contract
      x-permission: none
      security: []
      responses:
        '200':
          description: Done.
          content:
            application/yaml: {}
  /reference:
    get:
      operationId: reference
      tags: [Meta]
      summary: This contract, to be read by people
      x-permission: none
      security: []
      responses:
        '200':
          description: Done.
          content:
            text/html: {}
  /reference/problems:
    get:
      operationId: problems
      tags: [Meta]
      summary: What each problem means, to be read by people
      description: 'In English and Chinese: why, what to do, and what it rests on. The `type` of a problem leads to the section of its code.'
      x-permission: none
      security: []
      responses:
        '200':
          description: Done.
          content:
            text/html: {}
components:
  securitySchemes:
    token:
      type: http
      scheme: bearer
      description: A session's access token (`signIn` answers it) or an API key. Both are opaque.
  parameters:
    idempotencyKey:
      name: Idempotency-Key
      in: header
      required: true
      description: >-
        A word of the caller's choosing, new for every act. The same key with the same request gives the same answer for 24 hours;
        with another request 422; while the first still runs 409; without it 428.
      schema: {type: string, minLength: 1, maxLength: 128, pattern: '^[!-~]+$'}
      example: 0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e
    ifMatch:
      name: If-Match
      in: header
      required: true
      description: The `ETag` that was read. Another one now means somebody changed it in between (412); without it 428.
      schema: {type: string, minLength: 3, maxLength: 64}
      example: '"3"'
    cacheControl:
      name: Cache-Control
      in: header
      description: >-
        `max-stale=SECONDS` allows an answer that is at most so old (RFC 9111 section 5.2.1.2), and never older than the installation allows (a
        minute, unless set otherwise); it then bears `Age`. Without it the answer is of now. The caller's own rights are always those of now; in
        whose hands a card is, is as old as the answer.
      schema: {type: string, maxLength: 256}
      example: max-stale=5
    acceptLanguage:
      name: Accept-Language
      in: header
      description: The language of titles and reasons, `zh` or `en`; English when neither is asked for.
      schema: {type: string, maxLength: 256}
      example: zh-CN,zh;q=0.9,en;q=0.5
    limit:
      name: limit
      in: query
      description: Rows on a page.
      schema: {type: integer, minimum: 1, maximum: 500, default: 50}
    cursor:
      name: cursor
      in: query
      description: Where the page before ended; taken from `Link` or `next`, never made by hand.
      schema: {type: string, minLength: 1, maxLength: 512}
    organisation: {name: organisation, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    account: {name: account, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    session: {name: session, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    apiKey: {name: apiKey, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    product: {name: product, in: path, required: true, schema: {$ref: '#/components/schemas/ProductCode'}}
    intake: {name: intake, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    card: {name: card, in: path, required: true, schema: {$ref: '#/components/schemas/CardReference'}}
    campaign: {name: campaign, in: path, required: true, schema: {$ref: '#/components/schemas/CampaignCode'}}
    usageFile: {name: usageFile, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    evidence: {name: evidence, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    registration: {name: registration, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    application: {name: application, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    export: {name: export, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    legalHold: {name: legalHold, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    sealedOpening: {name: sealedOpening, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    decision: {name: decision, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    partLink: {name: partLink, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    entrance: {name: entrance, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    notice: {name: notice, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    devicePool: {name: devicePool, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    webhook: {name: webhook, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    event: {name: event, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    unit: {name: unit, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
    entry: {name: entry, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
  headers:
    RateLimitPolicy:
      description: What is allowed, `"default";q=600;w=60` (600 requests in 60 seconds). Where a person handed in, also of the cases that may come from his address, `"hand-ins"`, `q` at once and as many again within `w`, one by one; giving up, disputing and handing over a card are not counted.
      schema: {type: string}
    RateLimit:
      description: What is left, `"default";r=599;t=1` (599 requests, one more in 1 second). Where a person handed in, also of his address.
      schema: {type: string}
    Age:
      description: How many seconds old the answer is at most, where `max-stale` allowed it; absent when it is of now.
      schema: {type: integer}
    RequestId:
      description: Name of this request in the server's log.
      schema: {type: string}
    ETag:
      description: The version of what was answered, for `If-Match`.
      schema: {type: string}
    Link:
      description: The next page, `<…>; rel="next"`, while there is one (RFC 8288).
      schema: {type: string}
    Location:
      description: Where what was made can be read.
      schema: {type: string}
    RetryAfter:
      description: Seconds after which trying again makes sense.
      schema: {type: integer}
    IdempotentReplay:
      description: '`true` when this is the kept answer to an earlier request with the same key.'
      schema: {type: string}
  responses:
    Malformed: {description: The request cannot be understood., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    Unauthenticated: {description: No valid token., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    Forbidden: {description: The role does not allow it., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    NotFound: {description: 'It does not exist, or is not within the caller''s scope; the two are not told apart.', content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    Conflict: {description: 'The state of things does not allow it, or the first request with this key still runs.', content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    Stale: {description: It was changed since it was read., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    TooLarge: {description: The body is larger than this operation takes., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    UnsupportedType: {description: The body is of a type that is not taken., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    Invalid: {description: 'Understood, but a rule refuses it; `errors` names the fields.', content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    PreconditionRequired: {description: '`Idempotency-Key` or `If-Match` is missing.', content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    TooMany:
      description: Too many requests or attempts.
      headers: {Retry-After: {$ref: '#/components/headers/RetryAfter'}}
      content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
    Unavailable:
      description: 'Not now: the queue is full, the database slow or the disk full. Nothing was done.'
      headers: {Retry-After: {$ref: '#/components/headers/RetryAfter'}}
      content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
  schemas:
    # ---- What every noun uses
    Id:
      type: string
      format: uuid
      description: UUIDv7 (RFC 9562).
      examples: [0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e]
    Instant:
      type: string
      format: date-time
      description: RFC 3339, UTC, milliseconds.
      examples: ['2026-03-02T01:00:00.000Z']
    Date:
      type: string
      format: date
      examples: ['2026-03-02']
    Until:
      description: The last valid day, or `long-term` (长期).
      type: string
      pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2}|long-term)$'
      examples: [long-term, '2036-03-01']
    CardReference:
      type: string
      pattern: '^card_[0-9a-f]{32}$'
      description: A card's service life at this installation; not its ICCID, cannot be guessed.
      examples: [card_7c9e6679f4254a0fb3b4a9d1c2e8f010]
    CarrierCode:
      type: string
      pattern: '^[a-z0-9][a-z0-9-]{1,31}$'
      description: '`mobile`, `telecom`, `unicom`, `broadnet`, or a reseller''s own code.'
      examples: [mobile]
    ProductCode:
      type: string
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'
      examples: [M-DIR-30]
    BatchName:
      type: string
      minLength: 1
      maxLength: 64
      pattern: '^[^\u0000-\u001f]+$'
      examples: [2026-03-A]
    Name:
      type: string
      minLength: 1
      maxLength: 200
      pattern: '^[^\u0000-\u001f]+$'
    Purpose:
      type: string
      minLength: 4
      maxLength: 200
      description: 'Why; it stands on the trail, so names and numbers of the persons concerned are refused in it.'
      examples: ['Complaint 2026-118: holder asks which unit answers']
    Page:
      type: object
      properties:
        next: {type: string, description: Cursor of the next page.}
    Problem:
      type: object
      description: RFC 9457. Never holds personal data.
      required: [type, title, status, code, requirements]
      properties:
        type: {type: string, format: uri-reference, description: Where it is said what the code means.}
        title: {type: string, description: The reason in the language asked for.}
        status: {type: integer}
        code: {type: string, description: 'Stable, for programs.', examples: [not-found]}
        detail: {type: string}
        mend: {type: string, description: What would mend it.}
        requirements:
          type: array
          minItems: 1
          items: {type: string}
          description: 'The rules it rests on: requirements (`R-25-09`) or, where no law is about it, the system''s own (`H-01`). `/console/rules` has their words, each at its id.'
          examples: [[R-25-09], [H-01]]
        pointer: {type: string, description: JSON pointer of the field concerned (RFC 6901).}
        errors: {type: array, items: {$ref: '#/components/schemas/FieldError'}}
        retryAfter: {type: integer, description: Seconds.}
        requestId: {type: string}
      examples:
        - type: /reference/problems#body-invalid
          title: The request body does not fit the contract.
          status: 422
          code: body-invalid
          mend: Correct the fields named in errors.
          requirements: [H-01]
          errors: [{pointer: /content/unit/documentType, code: not-among-values, title: This is not one of the values allowed., requirements: [H-01]}]
    FieldError:
      type: object
      required: [code, title, requirements]
      properties:
        pointer: {type: string}
        code: {type: string}
        title: {type: string}
        mend: {type: string}
        requirements: {type: array, minItems: 1, items: {type: string}}
    # ---- Access
    Login:
      type: string
      minLength: 3
      maxLength: 64
      pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]*$'
      examples: [clerk.chen]
    Password:
      type: string
      minLength: 1
      maxLength: 256
      format: password
    SecondFactorCode:
      type: string
      pattern: '^[0-9]{6}$'
      examples: ['492039']
    OneTimeToken:
      type: string
      minLength: 1
      maxLength: 256
    Role:
      type: string
      enum: [administrator, reviewer, compliance, agent-manager, agent-clerk, agent-reviewer, hall-clerk, account-manager, enterprise-manager, auditor]
    PermissionName:
      type: string
      maxLength: 64
      examples: ['card:read']
    AcceptEnrolment:
      type: object
      additionalProperties: false
      required: [token, password]
      properties:
        token: {$ref: '#/components/schemas/OneTimeToken'}
        login: {$ref: '#/components/schemas/Login'}
        password: {$ref: '#/components/schemas/Password'}
    EnrolmentAccepted:
      type: object
      required: [account]
      properties:
        account: {$ref: '#/components/schemas/Account'}
        secondFactor: {$ref: '#/components/schemas/SecondFactorSecret', description: 'To be put into an authenticator, where the roles need a second factor.'}
    SecondFactorSecret:
      type: object
      required: [secret, uri]
      properties:
        secret: {type: string, description: Base32.}
        uri: {type: string, description: '`otpauth://totp/…` for a QR code.'}
    SignIn:
      type: object
      additionalProperties: false
      required: [login, password]
      properties:
        login: {type: string, minLength: 1, maxLength: 64}
        password: {$ref: '#/components/schemas/Password'}
        code: {$ref: '#/components/schemas/SecondFactorCode'}
        label: {type: string, maxLength: 100, description: 'What signs in, to tell sessions apart.'}
    RefreshSession:
      type: object
      additionalProperties: false
      required: [refreshToken]
      properties:
        refreshToken: {$ref: '#/components/schemas/OneTimeToken'}
    SessionTokens:
      type: object
      required: [session, accessToken, accessExpiresAt, refreshToken, refreshExpiresAt, secondFactorToSetUp]
      properties:
        session: {$ref: '#/components/schemas/Id'}
        accessToken: {type: string}
        accessExpiresAt: {$ref: '#/components/schemas/Instant'}
        refreshToken: {type: string}
        refreshExpiresAt: {$ref: '#/components/schemas/Instant'}
        secondFactorToSetUp: {type: boolean, description: 'A role demands a second factor that is not set up; until it is, nothing else is allowed.'}
    SessionState:
      type: object
      description: Who is signed in, and what that allows.
      required: [account, organisation, permissions, means, scope, secondFactorToSetUp]
      properties:
        account: {$ref: '#/components/schemas/Account'}
        organisation: {$ref: '#/components/schemas/Organisation'}
        permissions: {type: array, items: {$ref: '#/components/schemas/PermissionName'}}
        means: {type: string, enum: [session, incomplete-session, api-key]}
        scope: {type: string, enum: [everything, subtree, unit]}
        session: {$ref: '#/components/schemas/Session'}
        secondFactorToSetUp: {type: boolean}
    Session:
      type: object
      required: [id, label, startedAt, refreshedAt, expiresAt, current]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        label: {type: string}
        startedAt: {$ref: '#/components/schemas/Instant'}
        refreshedAt: {$ref: '#/components/schemas/Instant'}
        expiresAt: {$ref: '#/components/schemas/Instant'}
        current: {type: boolean}
    SessionPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Session'}}
        next: {type: string}
    BeginSecondFactor:
      type: object
      additionalProperties: false
      properties:
        code: {$ref: '#/components/schemas/SecondFactorCode', description: 'Of the factor to be replaced, where there is one.'}
    ConfirmSecondFactor:
      type: object
      additionalProperties: false
      required: [code]
      properties:
        code: {$ref: '#/components/schemas/SecondFactorCode'}
    ChangePassword:
      type: object
      additionalProperties: false
      required: [current, new]
      properties:
        current: {$ref: '#/components/schemas/Password'}
        new: {$ref: '#/components/schemas/Password'}
    OrganisationKind:
      type: string
      enum: [operating-company, agent, hall, enterprise]
    OrganisationStatus:
      type: string
      enum: [active, suspended, ended]
    CreateOrganisation:
      type: object
      additionalProperties: false
      required: [kind, name]
      properties:
        kind: {type: string, enum: [agent, hall, enterprise]}
        parent: {$ref: '#/components/schemas/Id', description: The caller's own organisation unless given.}
        name: {$ref: '#/components/schemas/Name'}
    UpdateOrganisation:
      type: object
      additionalProperties: false
      minProperties: 1
      properties:
        name: {$ref: '#/components/schemas/Name'}
        status: {$ref: '#/components/schemas/OrganisationStatus'}
        reason: {type: string, minLength: 4, maxLength: 200, description: 'Why the status changes; whoever reads the organisation in the console is shown it, it stands on the trail and names nobody.'}
        unitCode: {type: string, minLength: 4, maxLength: 80, description: 'Code of the unit whose cards an enterprise''s seat sees; only the operating company links, and the unit needs a registration.'}
    Organisation:
      type: object
      required: [id, kind, name, status, createdAt, updatedAt, version]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        kind: {$ref: '#/components/schemas/OrganisationKind'}
        parent: {type: string, format: uuid}
        name: {type: string}
        status: {$ref: '#/components/schemas/OrganisationStatus'}
        unit: {type: string, format: uuid}
        createdAt: {$ref: '#/components/schemas/Instant'}
        updatedAt: {$ref: '#/components/schemas/Instant'}
        version: {type: integer}
    OrganisationPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Organisation'}}
        next: {type: string}
    RecordContract:
      type: object
      additionalProperties: false
      description: What an agreement with a carrier says of registration (R-AF-01). A new version never changes an old one.
      required: [carrier, version, validFrom, validUntil, duties, breachHandling]
      properties:
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        version: {type: string, minLength: 1, maxLength: 64}
        validFrom: {$ref: '#/components/schemas/Date'}
        validUntil: {$ref: '#/components/schemas/Until'}
        duties: {type: string, minLength: 1, maxLength: 20000}
        breachHandling: {type: string, minLength: 1, maxLength: 20000}
    Contract:
      type: object
      required: [id, agent, carrier, version, validFrom, validUntil, duties, breachHandling, recordedAt, recordedBy]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        agent: {$ref: '#/components/schemas/Id'}
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        version: {type: string}
        validFrom: {$ref: '#/components/schemas/Date'}
        validUntil: {$ref: '#/components/schemas/Until'}
        duties: {type: string}
        breachHandling: {type: string}
        recordedAt: {$ref: '#/components/schemas/Instant'}
        recordedBy: {$ref: '#/components/schemas/Id'}
    ContractPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Contract'}}
        next: {type: string}
    CreateAccount:
      type: object
      additionalProperties: false
      required: [roles]
      properties:
        organisation: {$ref: '#/components/schemas/Id', description: The caller's own unless given.}
        kind: {type: string, enum: [person, machine], default: person}
        login: {$ref: '#/components/schemas/Login', description: Chosen at enrolment unless given; a machine needs one.}
        roles: {type: array, minItems: 1, maxItems: 9, uniqueItems: true, items: {$ref: '#/components/schemas/Role'}}
    UpdateAccount:
      type: object
      additionalProperties: false
      minProperties: 1
      properties:
        roles: {type: array, minItems: 1, maxItems: 9, uniqueItems: true, items: {$ref: '#/components/schemas/Role'}}
        status: {type: string, enum: [dismissed], description: Final.}
    Account:
      type: object
      required: [id, kind, organisation, roles, status, secondFactor, createdAt, updatedAt, version]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        kind: {type: string, enum: [person, machine]}
        organisation: {$ref: '#/components/schemas/Id'}
        login: {type: string}
        roles: {type: array, items: {$ref: '#/components/schemas/Role'}}
        status: {type: string, enum: [invited, active, dismissed]}
        secondFactor: {type: boolean, description: Whether a second factor is set up.}
        createdAt: {$ref: '#/components/schemas/Instant'}
        updatedAt: {$ref: '#/components/schemas/Instant'}
        version: {type: integer}
    AccountPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Account'}}
        next: {type: string}
    AccountCreated:
      type: object
      required: [account]
      properties:
        account: {$ref: '#/components/schemas/Account'}
        enrolment:
          description: Absent for a machine, which is given API keys instead.
          $ref: '#/components/schemas/Enrolment'
    Enrolment:
      type: object
      description: Hand the token over by a way of its own; it works once.
      required: [token, expiresAt]
      properties:
        token: {type: string}
        expiresAt: {$ref: '#/components/schemas/Instant'}
    CreateAPIKey:
      type: object
      additionalProperties: false
      required: [account, label, permissions, expiresAt]
      properties:
        account: {$ref: '#/components/schemas/Id', description: A machine's account.}
        label: {type: string, minLength: 1, maxLength: 64}
        permissions: {type: array, minItems: 1, maxItems: 40, uniqueItems: true, items: {$ref: '#/components/schemas/PermissionName'}}
        expiresAt: {$ref: '#/components/schemas/Instant'}
    APIKey:
      type: object
      required: [id, account, label, permissions, createdAt, expiresAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        account: {$ref: '#/components/schemas/Id'}
        label: {type: string}
        permissions: {type: array, items: {$ref: '#/components/schemas/PermissionName'}}
        createdAt: {$ref: '#/components/schemas/Instant'}
        expiresAt: {$ref: '#/components/schemas/Instant'}
        revokedAt: {type: string, format: date-time}
    APIKeyPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/APIKey'}}
        next: {type: string}
    APIKeyCreated:
      type: object
      required: [apiKey, token]
      properties:
        apiKey: {$ref: '#/components/schemas/APIKey'}
        token: {type: string, description: Shown once.}
    # ---- Products and cards
    CardClass:
      type: string
      enum: [iot-general, vehicle, wearable, portable-wifi, phone]
    ProductTerms:
      type: object
      additionalProperties: false
      required: [name, carrier, cardClass, traffic, monthlyMegabytes, voice, sms, binding]
      properties:
        name: {$ref: '#/components/schemas/Name'}
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        cardClass: {$ref: '#/components/schemas/CardClass'}
        traffic: {type: string, enum: [directed, general, none]}
        monthlyMegabytes: {type: integer, minimum: 0, maximum: 10000000}
        voice: {type: boolean}
        sms: {type: boolean}
        binding: {type: string, enum: [none, first-use, imei-pool], description: Device binding (R-IC-07).}
        periods: {$ref: '#/components/schemas/ProductPeriods'}
    ProductPeriods:
      type: object
      additionalProperties: false
      description: All configuration (R-LC-01).
      properties:
        testDays: {type: integer, minimum: 0, maximum: 3650}
        silentDays: {type: integer, minimum: 0, maximum: 3650}
        cancellationMonths: {type: integer, minimum: 0, maximum: 120}
    Traffic:
      type: string
      enum: [directed, general]
    CreateProduct:
      type: object
      additionalProperties: false
      required: [code, terms]
      properties:
        code: {$ref: '#/components/schemas/ProductCode'}
        terms: {$ref: '#/components/schemas/ProductTerms'}
    UpdateProduct:
      type: object
      additionalProperties: false
      required: [terms]
      properties:
        terms: {$ref: '#/components/schemas/ProductTerms'}
        status: {type: string, enum: [active, withdrawn]}
    Product:
      type: object
      required: [code, status, version, terms, recordedAt]
      properties:
        code: {$ref: '#/components/schemas/ProductCode'}
        status: {type: string, enum: [active, withdrawn]}
        version: {type: integer}
        terms: {$ref: '#/components/schemas/ProductTerms'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    ProductPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Product'}}
        next: {type: string}
    IntakeKind:
      type: string
      enum: [stock, claim, existing]
      description: '`stock` of the operating company, an agent''s `claim`, cards `existing` in service.'
    IntakeState:
      type: string
      enum: [held, queued, running, done, failed, cancelled]
    Intake:
      type: object
      required: [id, organisation, kind, batch, state, counts, bytes, format, createdAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        organisation: {$ref: '#/components/schemas/Id'}
        kind: {$ref: '#/components/schemas/IntakeKind'}
        batch: {type: string}
        province: {type: integer}
        state: {$ref: '#/components/schemas/IntakeState'}
        failure: {type: string, description: Code of what stopped it.}
        failureReason: {type: string, description: What stopped it.}
        failureMend: {type: string, description: What to do.}
        counts: {$ref: '#/components/schemas/IntakeCounts'}
        bytes: {type: integer}
        format: {type: string}
        createdAt: {$ref: '#/components/schemas/Instant'}
        startedAt: {$ref: '#/components/schemas/Instant'}
        finishedAt: {$ref: '#/components/schemas/Instant'}
        repairUntil: {$ref: '#/components/schemas/Instant', description: How long the repair file can be fetched.}
    IntakeCounts:
      type: object
      required: [done, taken, known, repeated, failed]
      properties:
        total: {type: integer, description: 'Rows in the file, once known.'}
        done: {type: integer, description: Rows looked at.}
        taken: {type: integer, description: Cards new here.}
        known: {type: integer, description: Cards that were here already with the same data.}
        repeated: {type: integer, description: Identical repeats inside the file.}
        failed: {type: integer, description: Rows left out.}
    IntakePage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Intake'}}
        next: {type: string}
    IntakeProblem:
      type: object
      description: What is wrong with a row; never the data itself.
      required: [row, field, code, severity, title]
      properties:
        row: {type: integer}
        field: {type: string}
        code: {type: string}
        severity: {type: string, enum: [refused, warning, repeated]}
        otherRow: {type: integer, description: The row of the same file it contradicts or repeats.}
        title: {type: string}
        mend: {type: string}
    IntakeProblemPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/IntakeProblem'}}
        next: {type: string}
    ICCIDText:
      type: string
      minLength: 18
      maxLength: 40
      examples: ['89860000000000000019']
    CardSelection:
      type: object
      additionalProperties: false
      minProperties: 1
      maxProperties: 1
      description: 'Which cards: a batch, a range of ICCIDs, or a list of numbers or card references.'
      properties:
        batch: {$ref: '#/components/schemas/BatchName'}
        range: {$ref: '#/components/schemas/ICCIDRange'}
        numbers: {type: array, minItems: 1, maxItems: 200000, items: {type: string, minLength: 1, maxLength: 64}}
    ICCIDRange:
      type: object
      additionalProperties: false
      description: Both ends included.
      required: [from, to]
      properties:
        from: {$ref: '#/components/schemas/ICCIDText'}
        to: {$ref: '#/components/schemas/ICCIDText'}
    CreateCustodyAct:
      type: object
      additionalProperties: false
      required: [kind, cards]
      properties:
        kind: {type: string, enum: [allocate, recall]}
        organisation: {$ref: '#/components/schemas/Id', description: To whom they go; only for `allocate`.}
        cards: {$ref: '#/components/schemas/CardSelection'}
        leavingOthers: {type: boolean, default: false, description: Move those that can be moved and say which were left.}
    WithdrawClaims:
      type: object
      additionalProperties: false
      required: [cards]
      properties:
        cards: {$ref: '#/components/schemas/CardSelection'}
        leavingOthers: {type: boolean, default: false, description: Withdraw those that can be and say which were left.}
    CustodyAct:
      type: object
      required: [id, kind, to, cards, selection, effectiveFrom, recordedAt, recordedBy]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        kind: {type: string, enum: [intake, claim, allocate, recall, withdraw]}
        from: {$ref: '#/components/schemas/Id'}
        to: {$ref: '#/components/schemas/Id'}
        cards: {type: integer}
        selection: {type: string, description: 'How the cards were chosen, as JSON.'}
        effectiveFrom: {$ref: '#/components/schemas/Instant'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
        recordedBy: {$ref: '#/components/schemas/Id'}
    CustodyActPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/CustodyAct'}}
        next: {type: string}
    Card:
      type: object
      required: [card, iccid, carrier, product, productName, origin, batch, realName, recordedAt]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        iccid: {type: string}
        msisdn: {type: string}
        imsi: {type: string}
        eid: {type: string}
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        product: {$ref: '#/components/schemas/ProductCode'}
        productName: {type: string}
        province: {type: integer, description: 'GB/T 2260, two digits.'}
        origin: {$ref: '#/components/schemas/IntakeKind'}
        batch: {type: string}
        custodian: {$ref: '#/components/schemas/Id'}
        standing: {type: string, enum: [stock, claimed, allocated, withdrawn], description: 'Withdrawn: a claim that was wrong; its numbers are free.'}
        realName: {type: string, enum: [registered, vacant], description: Whether somebody answers for it now.}
        serviceState: {$ref: '#/components/schemas/ServiceState'}
        stops: {type: array, items: {$ref: '#/components/schemas/StopReason'}, description: Why its service is stopped.}
        registration: {$ref: '#/components/schemas/Id'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    CardPage:
      type: object
      description: >-
        Where few cards are as asked, a page ends early: so many were looked at. It may then hold fewer items than its limit, or none, and still
        have a next one. Only a page without one is the last.
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Card'}}
        next: {type: string}
    CardSearch:
      type: object
      additionalProperties: false
      required: [numbers]
      properties:
        numbers:
          type: array
          minItems: 1
          maxItems: 500
          description: ICCIDs, numbers, IMSIs, IMEIs or card references, mixed.
          items: {type: string, minLength: 1, maxLength: 64}
    CardSearchResult:
      type: object
      required: [items]
      properties:
        items:
          type: array
          items:
            type: object
            required: [number]
            properties:
              number: {type: string, description: As asked.}
              card: {$ref: '#/components/schemas/Card', description: Whose own number it is.}
              device: {$ref: '#/components/schemas/DeviceFound', description: 'Where it may be an IMEI (14 to 16 digits): the cards with that device. Pools of devices are not looked into. Fifteen digits may be an IMSI as well; then both are said.'}
              lack: {$ref: '#/components/schemas/NumberLack', description: 'Why nothing within the scope has it; absent where a card has it, or a device that is not told to the end.'}
    NumberLack:
      type: string
      enum: [malformed, ambiguous, missing]
      description: '`malformed`: it has the form of no number of a card or a device. `ambiguous`: the ICCIDs of several cards begin so. `missing`: no card within the scope has it.'
    DeviceFound:
      type: object
      required: [cards, more]
      properties:
        cards: {type: array, items: {$ref: '#/components/schemas/DeviceCard'}}
        more: {type: boolean, description: 'Whether cards that may have the device are left out: at most 200 of a device and 1,000 of a request are told. Where several numbers were asked for, fewer at once tell more.'}
    DeviceCard:
      type: object
      required: [card]
      properties:
        card: {$ref: '#/components/schemas/Card'}
        declaredSince: {$ref: '#/components/schemas/Instant', description: 'Since when it is said to be in it; absent where a pool took the place of that device.'}
        seenAt: {$ref: '#/components/schemas/Instant', description: When the carrier last saw it there.}
    Gap:
      type: object
      description: A card in service that lacks something (R-25-24).
      required: [card, iccid, lacks]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        iccid: {type: string}
        openedOn: {$ref: '#/components/schemas/Date'}
        unitName: {type: string}
        lacks: {type: array, items: {type: string, enum: [holder, responsible-person, evidence]}}
    GapReport:
      type: object
      required: [counts, items]
      properties:
        counts:
          type: object
          required: [inService, registered, withoutHolder, withoutResponsiblePerson, withoutEvidence]
          properties:
            inService: {type: integer, description: Cards that came in as already in service.}
            registered: {type: integer, description: 'Of those, registered here since: they lack nothing.'}
            withoutHolder: {type: integer}
            withoutResponsiblePerson: {type: integer}
            withoutEvidence: {type: integer}
        items: {type: array, items: {$ref: '#/components/schemas/Gap'}}
        next: {type: string}
    Spread:
      type: object
      description: 'How long something took: half of all took at most the median, nine of ten at most the ninetieth.'
      required: [count, medianSeconds, ninetiethSeconds]
      properties:
        count: {type: integer}
        medianSeconds: {type: integer}
        ninetiethSeconds: {type: integer}
    Month: {type: string, pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', examples: ['2026-11']}
    ReviewMonth:
      type: object
      required: [month, approved, sentBack, refused, corrected, disputed, reAudited, kept, overturned]
      properties:
        month: {$ref: '#/components/schemas/Month'}
        approved: {type: integer}
        sentBack: {type: integer}
        refused: {type: integer}
        waited: {$ref: '#/components/schemas/Spread', description: From handing in to the decision.}
        held: {$ref: '#/components/schemas/Spread', description: 'From taking the case to the decision, of those that were taken before.'}
        corrected: {type: integer, description: 'Of those approved: what was corrected since.'}
        disputed: {type: integer, description: 'Of those approved: what the person named says is not his.'}
        reAudited: {type: integer, description: 'Of those approved: drawn to be looked at again.'}
        kept: {type: integer, description: 'Of those drawn: rightly approved.'}
        overturned: {type: integer, description: 'Of those drawn: should not have been approved.'}
    ReviewFigures:
      type: object
      required: [account, countedAt, months]
      properties:
        account: {$ref: '#/components/schemas/Id'}
        countedAt: {$ref: '#/components/schemas/Instant'}
        months: {type: array, items: {$ref: '#/components/schemas/ReviewMonth'}, description: 'The oldest first, the present one last.'}
    PerformanceLine:
      type: object
      required: [handedIn, approved, sentBack, refused, doubted]
      properties:
        handedIn: {type: integer}
        approved: {type: integer, description: By the first decision.}
        sentBack: {type: integer, description: By the first decision.}
        refused: {type: integer, description: By the first decision.}
        doubted: {type: integer, description: About which the rules had a doubt or a provider said no.}
        decidedIn: {$ref: '#/components/schemas/Spread', description: From handing in to the first decision.}
        mendedIn: {$ref: '#/components/schemas/Spread', description: From being sent back to handing in again.}
    PerformanceMonth:
      type: object
      required: [month, line]
      properties:
        month: {$ref: '#/components/schemas/Month'}
        line: {$ref: '#/components/schemas/PerformanceLine'}
    PerformanceBelow:
      type: object
      description: An organisation right below, with all below that.
      required: [organisation, name, line]
      properties:
        organisation: {$ref: '#/components/schemas/Id'}
        name: {type: string}
        line: {$ref: '#/components/schemas/PerformanceLine'}
    AgentPerformance:
      type: object
      required: [organisation, countedAt, months, total, own, below]
      properties:
        organisation: {$ref: '#/components/schemas/Id'}
        countedAt: {$ref: '#/components/schemas/Instant'}
        months: {type: array, items: {$ref: '#/components/schemas/PerformanceMonth'}, description: 'The oldest first, the present one last.'}
        total: {$ref: '#/components/schemas/PerformanceLine', description: Over all these months.}
        own: {$ref: '#/components/schemas/PerformanceLine', description: 'What it handed in itself, over all these months.'}
        below: {type: array, items: {$ref: '#/components/schemas/PerformanceBelow'}, description: 'Those that handed in something, the most first.'}
    LifeNotice:
      type: object
      required: [card, kind, at]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        kind: {type: string}
        at: {$ref: '#/components/schemas/Instant', description: 'When the step comes, or the card was stopped.'}
    LifeNoticePage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/LifeNotice'}}
        next: {type: string}
    # ---- Campaigns
    CampaignCode: {type: string, pattern: '^BR-[2-9A-Z]{10}$', examples: [BR-ABCDEFGHJK]}
    CampaignState: {type: string, enum: [planned, running, ended, cancelled]}
    CampaignTerms:
      type: object
      additionalProperties: false
      description: Begins and deadline are China's days; it lasts to the end of the deadline.
      required: [name, gap, begins, deadline, noticeDays, stops]
      properties:
        name: {type: string, minLength: 1, maxLength: 80}
        gap: {type: string, enum: [holder, responsible-person, evidence], description: What the cards lack.}
        carrier: {type: string, minLength: 2, maxLength: 32, description: Only cards of this carrier.}
        product: {$ref: '#/components/schemas/ProductCode', description: Only cards of this product.}
        organisation: {$ref: '#/components/schemas/Id', description: Only cards in the hands of this organisation's subtree.}
        begins: {$ref: '#/components/schemas/Date'}
        deadline: {$ref: '#/components/schemas/Date'}
        noticeDays: {type: array, maxItems: 12, items: {type: integer, minimum: 1, maximum: 365}, description: So many days before the deadline whoever has the cards is told.}
        stops: {type: boolean, description: 'Whether cards for which nobody answers are stopped for `no-real-name` after the deadline. Only where the gap is the holder.'}
    Campaign:
      type: object
      required: [code, version, state, terms, recordedAt]
      properties:
        code: {$ref: '#/components/schemas/CampaignCode'}
        version: {type: integer}
        state: {$ref: '#/components/schemas/CampaignState'}
        terms: {$ref: '#/components/schemas/CampaignTerms'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
        toldOn: {$ref: '#/components/schemas/Date', description: The day of the last round of notices.}
        begunAt: {$ref: '#/components/schemas/Instant'}
        endedAt: {$ref: '#/components/schemas/Instant'}
    CampaignPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Campaign'}}
        next: {type: string}
    CampaignCounts:
      type: object
      required: [organisation, name, cards, lacking, mended, stopped, gone]
      properties:
        organisation: {$ref: '#/components/schemas/Id'}
        name: {type: string}
        cards: {type: integer, description: Which the campaign began with and the organisation has now.}
        lacking: {type: integer, description: For which nobody answers yet.}
        mended: {type: integer, description: Registered since.}
        stopped: {type: integer, description: 'Stopped by the campaign, whether registered since or not.'}
        gone: {type: integer, description: Cancelled since.}
    CampaignProgress:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/CampaignCounts'}}
    CampaignCard:
      type: object
      required: [card, iccid, organisation, stopped]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        iccid: {type: string}
        organisation: {$ref: '#/components/schemas/Id'}
        stopped: {type: boolean, description: By the campaign.}
        unitName: {type: string, description: As it was known when the card came here.}
    CampaignCardPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/CampaignCard'}}
        next: {type: string}
    IssueCampaignEntrances:
      type: object
      additionalProperties: false
      required: [kind, days]
      properties:
        kind: {type: string, enum: [link, claim-code]}
        days: {type: integer, minimum: 1, maximum: 4000}
        deviceType: {type: string, minLength: 1, maxLength: 40, description: What the cards are in.}
        after: {$ref: '#/components/schemas/CardReference', description: Where to go on; `next` of the answer before.}
    CampaignEntrances:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/IssuedEntrance'}}
        next: {$ref: '#/components/schemas/CardReference', description: More cards lack it; go on after this one.}
    # ---- Evidence
    EvidenceKind:
      type: string
      enum:
        - unit-document
        - sealed-letter
        - authorisation-letter
        - handler-id-front
        - handler-id-back
        - responsible-person-id-front
        - responsible-person-id-back
        - actual-user-id-front
        - proxy-id-front
        - proxy-id-back
        - purchase-voucher
        - handler-on-site-photo
        - device-data
        - holder-id-front
        - holder-id-back
        - hand-held-photo
        - face-capture
        - holder-on-site-photo
        - guardian-id-front
        - guardian-id-back
        - face-frame
        - change-ground
        - other
      description: What it shows, one of the slots of a registration, or `other`.
      examples: [unit-document, handler-id-front]
    Evidence:
      type: object
      required: [id, organisation, kind, mediaType, bytes, sha256, warnings, recordedAt, recordedBy]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        organisation: {$ref: '#/components/schemas/Id'}
        kind: {$ref: '#/components/schemas/EvidenceKind'}
        mediaType: {type: string, enum: [image/jpeg, image/png, application/pdf], description: 'By content, not by name.'}
        bytes: {type: integer}
        width: {type: integer}
        height: {type: integer}
        pages: {type: integer}
        sha256: {type: string, description: 'Of the original, hexadecimal.'}
        duplicateOf: {$ref: '#/components/schemas/Id', description: The oldest piece within scope with the same bytes.}
        warnings: {type: array, items: {type: string}}
        registeredAt: {$ref: '#/components/schemas/Instant'}
        purgeAfter: {$ref: '#/components/schemas/Instant'}
        purgedAt: {$ref: '#/components/schemas/Instant'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
        recordedBy: {$ref: '#/components/schemas/Id'}
    OpenEvidence:
      type: object
      additionalProperties: false
      required: [purpose]
      properties:
        purpose: {$ref: '#/components/schemas/Purpose'}
        draft: {$ref: '#/components/schemas/Id', description: The open application to which whoever asks attached the paper himself.}
    # ---- Registration
    Channel:
      type: string
      enum: [agent, hall, account-manager, api, self-service]
    DraftText:
      type: string
      maxLength: 500
      pattern: '^[^\u0000-\u001f]*$'
    Authorisation:
      type: object
      additionalProperties: false
      description: The letter by which the unit lets its handler act (授权书).
      properties:
        purpose: {$ref: '#/components/schemas/DraftText'}
        validFrom: {$ref: '#/components/schemas/Date'}
        validUntil: {$ref: '#/components/schemas/Until'}
    RegistrationContent:
      type: object
      additionalProperties: false
      description: What is to be registered. A draft may lack anything; submission says what is missing and why.
      properties:
        unit: {$ref: '#/components/schemas/PartyFacts'}
        handler: {$ref: '#/components/schemas/PartyFacts'}
        responsiblePerson: {$ref: '#/components/schemas/PartyFacts'}
        actualUser: {$ref: '#/components/schemas/PartyFacts'}
        usingDepartment: {$ref: '#/components/schemas/DraftText', description: 'The department that uses the cards, where no single person does.'}
        proxy: {$ref: '#/components/schemas/PartyFacts'}
        holder: {$ref: '#/components/schemas/PartyFacts', description: 'In whose own name a person''s card stands; read only here.'}
        guardian: {$ref: '#/components/schemas/PartyFacts', description: 'Of a minor; read only here.'}
        declinesFaceRecognition: {type: boolean, description: 'Read only here.'}
        authorisation: {$ref: '#/components/schemas/Authorisation'}
        use: {$ref: '#/components/schemas/DeclaredUse'}
        evidence: {$ref: '#/components/schemas/EvidenceSlots'}
        noticeAccepted: {type: boolean, description: The legal notice was shown and accepted (R-AF-10).}
        effectiveFrom: {$ref: '#/components/schemas/Date', description: 'Since when a change counts; in the past it needs evidence and a second approver.'}
        role: {$ref: '#/components/schemas/RegistrationRole', description: 'Which role, for a change of one.'}
    VerificationMethod:
      type: string
      enum: [document-data, document-photos, hand-held-photo, face, provider-capture, in-person, guardian, proxy]
    RiskLevel:
      type: string
      enum: [low, ordinary, high]
    VerificationCondition:
      type: object
      additionalProperties: false
      description: For which situations a rule is made; what is absent does not narrow it. Where a fact is unknown the rule counts.
      properties:
        cardClasses: {type: array, minItems: 1, maxItems: 5, items: {$ref: '#/components/schemas/CardClass'}}
        uses: {type: array, minItems: 1, maxItems: 4, items: {type: string, enum: [voice-or-sms, general-traffic, directed-only, ordinary-number]}}
        deviceTypes: {type: array, minItems: 1, maxItems: 50, items: {type: string, minLength: 1, maxLength: 40}}
        documentTypes: {type: array, minItems: 1, maxItems: 10, items: {$ref: '#/components/schemas/PersonDocumentType'}}
        provinces: {type: array, minItems: 1, maxItems: 34, items: {type: integer, minimum: 11, maximum: 83}}
        riskAtLeast: {$ref: '#/components/schemas/RiskLevel'}
    VerificationRule:
      type: object
      additionalProperties: false
      required: [methods, reasonEn, reasonZh]
      properties:
        condition: {$ref: '#/components/schemas/VerificationCondition'}
        methods: {type: array, maxItems: 8, items: {$ref: '#/components/schemas/VerificationMethod'}}
        requirement: {type: string, maxLength: 20, pattern: '^R-[A-Z0-9]{2,3}-[0-9]{2}$', description: The clause it rests on; absent for what an organisation demands of its own accord.}
        reasonEn: {type: string, minLength: 4, maxLength: 300}
        reasonZh: {type: string, minLength: 2, maxLength: 300}
    CardLimits:
      type: object
      additionalProperties: false
      description: Most cards of a class that one person may have with one carrier.
      properties:
        iot-general: {type: integer, minimum: 0, maximum: 1000}
        vehicle: {type: integer, minimum: 0, maximum: 1000}
        wearable: {type: integer, minimum: 0, maximum: 1000}
        portable-wifi: {type: integer, minimum: 0, maximum: 1000}
        phone: {type: integer, minimum: 0, maximum: 1000}
    VerificationPolicy:
      type: object
      additionalProperties: false
      required: [rules, approval]
      properties:
        rules: {type: array, maxItems: 100, items: {$ref: '#/components/schemas/VerificationRule'}}
        approval: {type: string, enum: [reviewer, machine], description: 'By machine only with an authority''s verdict and a liveness verdict, and never where a picture was doubted.'}
        cardsPerPerson: {$ref: '#/components/schemas/CardLimits'}
        attemptsMax: {type: integer, minimum: 1, maximum: 100, description: Submissions for one card in a day.}
        reuseDays: {type: integer, minimum: 0, maximum: 3650, description: Days within which pictures of a document taken on a device count for its next card.}
        agentReviews: {type: boolean, description: "The agent's own reviewers look at the cases, pictures and all; only where every policy above says so too."}
    SetVerificationPolicy:
      type: object
      additionalProperties: false
      required: [policy, after]
      properties:
        policy: {$ref: '#/components/schemas/VerificationPolicy'}
        validFrom: {$ref: '#/components/schemas/Instant', description: From now on when absent.}
        after: {type: integer, minimum: 0, description: The ordinal of the version that was read; 0 when there was none.}
        replacing: {type: boolean, description: 'Whether it may count before the newest version, which then never comes into force; refused otherwise.'}
    VerificationPolicyVersion:
      type: object
      required: [id, organisation, ordinal, validFrom, policy, recordedAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        organisation: {$ref: '#/components/schemas/Id'}
        ordinal: {type: integer}
        validFrom: {$ref: '#/components/schemas/Instant'}
        policy: {$ref: '#/components/schemas/VerificationPolicy'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    VerificationPolicyPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/VerificationPolicyVersion'}}
        next: {type: string}
    PersonDocumentType:
      type: string
      enum: [resident-id, temporary-resident-id, household-register, military-id, armed-police-id, hk-macao-permit, taiwan-permit, residence-permit, passport, foreign-permanent-id]
    PreviewVerification:
      type: object
      additionalProperties: false
      required: [product, documentType]
      properties:
        product: {$ref: '#/components/schemas/ProductCode'}
        organisation: {$ref: '#/components/schemas/Id', description: 'In whose hands the card is; the caller''s own organisation when absent.'}
        documentType: {$ref: '#/components/schemas/PersonDocumentType'}
        deviceType: {type: string, minLength: 1, maxLength: 40}
        province: {type: integer, minimum: 11, maximum: 83}
        risk: {$ref: '#/components/schemas/RiskLevel'}
        age: {type: integer, minimum: 0, maximum: 130}
        hasProxy: {type: boolean}
        hasOrdinaryNumber: {type: boolean, description: 'Whether the card''s number has 11 digits, other than of the 148 range.'}
    VerificationNeed:
      type: object
      required: [method, text, reason, owner]
      properties:
        method: {$ref: '#/components/schemas/VerificationMethod'}
        text: {type: string, description: 'What it is, in the reader''s language.'}
        requirement: {type: string}
        reason: {type: string}
        owner: {type: string, enum: [statute, floor, agent]}
        organisation: {$ref: '#/components/schemas/Id', description: 'The agent whose rule it is.'}
    VerificationNeeds:
      type: object
      required: [methods, needs, approval, attemptsMax, inPersonOnly, agentReviews]
      properties:
        methods: {type: array, items: {$ref: '#/components/schemas/VerificationMethod'}}
        needs: {type: array, items: {$ref: '#/components/schemas/VerificationNeed'}}
        approval: {type: string, enum: [reviewer, machine]}
        cardsMax: {type: integer}
        attemptsMax: {type: integer}
        inPersonOnly: {type: boolean, description: Only a business hall can complete it.}
        agentReviews: {type: boolean, description: Whether the agent's own reviewers may look at it.}
        withoutFaceRecognition: {type: array, items: {$ref: '#/components/schemas/VerificationMethod'}, description: What is needed of whoever does not want the face recognised.}
    PartRole: {type: string, enum: [handler, responsible-person, actual-user]}
    IssuePartLink:
      type: object
      additionalProperties: false
      required: [role]
      properties:
        role: {$ref: '#/components/schemas/PartRole', description: Whose part.}
    IssuedPartLink:
      type: object
      required: [id, role, code, path, expiresAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        role: {$ref: '#/components/schemas/PartRole'}
        code: {type: string, description: Seen once.}
        path: {type: string, description: Of the person's page at this server.}
        expiresAt: {$ref: '#/components/schemas/Instant'}
    PartLink:
      type: object
      required: [id, role, standing, issuedAt, issuedBy, expiresAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        role: {$ref: '#/components/schemas/PartRole'}
        standing: {type: string, enum: [open, completed, revoked, expired, closed], description: 'Closed: the application was handed in or given up since.'}
        issuedAt: {$ref: '#/components/schemas/Instant'}
        issuedBy: {$ref: '#/components/schemas/Id'}
        expiresAt: {$ref: '#/components/schemas/Instant'}
        openedAt: {$ref: '#/components/schemas/Instant'}
        revokedAt: {$ref: '#/components/schemas/Instant'}
        completedAt: {$ref: '#/components/schemas/Instant', description: When the person said that all of it is right.}
        noticeVersion: {type: string, description: Of the notice to which the person had consented then.}
        changedAt: {$ref: '#/components/schemas/Instant', description: When staff changed the part after that.}
    PartLinks:
      type: object
      required: [roles, items]
      properties:
        roles: {type: array, items: {$ref: '#/components/schemas/PartRole'}, description: Whose part can be handed over now.}
        items: {type: array, items: {$ref: '#/components/schemas/PartLink'}}
    IssueEntrances:
      type: object
      additionalProperties: false
      required: [kind, cards, days]
      properties:
        kind: {type: string, enum: [link, claim-code]}
        cards: {$ref: '#/components/schemas/CardSelection'}
        days: {type: integer, minimum: 1, maximum: 4000}
        deviceType: {type: string, minLength: 1, maxLength: 40, description: What the cards are in.}
    IssuedEntrance:
      type: object
      required: [id, card, iccid, code, expiresAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        card: {type: string}
        iccid: {type: string}
        code: {type: string, description: Seen once.}
        path: {type: string, description: Of the person's page at this server.}
        expiresAt: {$ref: '#/components/schemas/Instant'}
    IssuedEntrances:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/IssuedEntrance'}}
    RevokeEntrances:
      type: object
      additionalProperties: false
      required: [cards]
      properties:
        cards: {$ref: '#/components/schemas/CardSelection'}
    RevokedEntrances:
      type: object
      required: [revoked]
      properties:
        revoked: {type: integer, description: How many opened until then.}
    Entrance:
      type: object
      required: [id, kind, card, organisation, standing, issuedAt, expiresAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        kind: {type: string, enum: [link, claim-code]}
        card: {type: string}
        organisation: {$ref: '#/components/schemas/Id'}
        deviceType: {type: string}
        standing: {$ref: '#/components/schemas/EntranceStanding'}
        issuedAt: {$ref: '#/components/schemas/Instant'}
        expiresAt: {$ref: '#/components/schemas/Instant'}
        revokedAt: {$ref: '#/components/schemas/Instant'}
    EntranceStanding:
      type: string
      enum: [open, used, expired, revoked]
      description: 'Used: it opens still, and a person has begun something by it.'
    EntrancePage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Entrance'}}
        next: {type: string}
    NoticeChannel: {type: string, enum: [webhook, sms, mail]}
    NoticeState: {type: string, enum: [waiting, delivered, refused, unaddressed, given-up]}
    Notice:
      type: object
      required: [id, kind, channel, code, language, state, tries, happenedAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        kind: {$ref: '#/components/schemas/NoticeKind'}
        channel: {$ref: '#/components/schemas/NoticeChannel'}
        code: {type: string, description: 'Of the registration, or of the campaign; `none` where a letter is about cards of no registration, `various` where not all of them are of the same one.'}
        language: {type: string, enum: [zh, en]}
        state: {$ref: '#/components/schemas/NoticeState'}
        tries: {type: integer, description: How often it was taken up.}
        happenedAt: {$ref: '#/components/schemas/Instant'}
        reason: {type: string, description: 'Why the case was sent back or refused, or what the cards lack.'}
        day: {$ref: '#/components/schemas/Date', description: 'On which of China''s days what it tells of comes or came, where it is about cards.'}
        cards: {type: integer, description: How many cards a letter is about; absent where it is one person's.}
        dueAt: {$ref: '#/components/schemas/Instant', description: When it is tried next; absent once it is over.}
        endedAt: {$ref: '#/components/schemas/Instant'}
        failure: {type: string, description: 'Why it was not taken, last; a code.'}
    NoticeKind: {type: string, enum: [submitted, release-asked, asked, answered, in-review, awaiting-carrier, effective, to-be-mended, refused, withdrawn, released, transfer-ready, test-end, silent-end, idle, arrears, cycle-end, stop-no-real-name, stop-owner-asked, stop-arrears, stop-threshold, stop-device-separation, stop-risk, stop-illegal-use, stop-reverification-due, stop-carrier-own, back-registration]}
    NoticePart: {type: string, enum: [message, subject, body]}
    NoticePlaceholder: {type: string, enum: [about, code, day, reason, remedy, documents, cards, list, page]}
    NoticeWords:
      type: object
      additionalProperties: false
      required: [zh, en]
      properties:
        zh: {type: string, minLength: 1, maxLength: 1000}
        en: {type: string, minLength: 1, maxLength: 1000}
    NoticeLetterWords:
      type: object
      additionalProperties: false
      required: [subject, body]
      properties:
        subject: {$ref: '#/components/schemas/NoticeWords'}
        body: {$ref: '#/components/schemas/NoticeWords', description: In lines.}
    PreviewNoticeWording:
      type: object
      additionalProperties: false
      required: [kind]
      properties:
        kind: {$ref: '#/components/schemas/NoticeKind'}
        message: {$ref: '#/components/schemas/NoticeWords', description: 'To a person''s phone. Left out, the built-in words.'}
        letter: {$ref: '#/components/schemas/NoticeLetterWords', description: 'To staff. Left out, the built-in words.'}
    SetNoticeWording:
      type: object
      additionalProperties: false
      required: [kind, after]
      properties:
        kind: {$ref: '#/components/schemas/NoticeKind'}
        message: {$ref: '#/components/schemas/NoticeWords', description: 'To a person''s phone. Left out, the built-in words.'}
        letter: {$ref: '#/components/schemas/NoticeLetterWords', description: 'To staff. Left out, the built-in words.'}
        validFrom: {$ref: '#/components/schemas/Instant', description: Now where it is left out.}
        after: {type: integer, minimum: 0, description: The version that was read; 0 when there was none.}
        replacing: {type: boolean, description: 'Whether it may count before the newest version, which then never comes into force; refused otherwise.'}
    NoticeWordingVersion:
      type: object
      required: [kind, ordinal, validFrom, recordedAt]
      properties:
        kind: {$ref: '#/components/schemas/NoticeKind'}
        ordinal: {type: integer}
        validFrom: {$ref: '#/components/schemas/Instant'}
        message: {$ref: '#/components/schemas/NoticeWords'}
        letter: {$ref: '#/components/schemas/NoticeLetterWords'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    NoticeWordingPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/NoticeWordingVersion'}}
        next: {type: string}
    NoticePlaces:
      type: object
      required: [part, must, may]
      properties:
        part: {$ref: '#/components/schemas/NoticePart'}
        must: {type: array, items: {$ref: '#/components/schemas/NoticePlaceholder'}}
        may: {type: array, items: {$ref: '#/components/schemas/NoticePlaceholder'}, description: Those that must stand there among them.}
    NoticeWordingInForce:
      type: object
      required: [kind, ordinal, isBuiltIn, places]
      properties:
        kind: {$ref: '#/components/schemas/NoticeKind'}
        ordinal: {type: integer, description: Of the version in force; 0 where none is.}
        isBuiltIn: {type: boolean}
        comingFrom: {$ref: '#/components/schemas/Instant', description: 'When the newest version begins, where that is yet to come.'}
        message: {$ref: '#/components/schemas/NoticeWords', description: 'As it is said now, with its placeholders.'}
        letter: {$ref: '#/components/schemas/NoticeLetterWords'}
        places: {type: array, items: {$ref: '#/components/schemas/NoticePlaces'}}
    NoticeWordingsInForce:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/NoticeWordingInForce'}}
    NoticePreview:
      type: object
      required: [language]
      properties:
        language: {type: string, enum: [zh, en]}
        message: {type: string}
        subject: {type: string}
        body: {type: string}
    NoticePreviews:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/NoticePreview'}}
    NoticePage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Notice'}}
        next: {type: string}
    ChangeKind: {type: string, enum: [custody, life, holding, device, sim, carrier]}
    Change:
      type: object
      required: [card, kind, after, effectiveFrom, at]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        kind: {$ref: '#/components/schemas/ChangeKind'}
        after: {type: string, description: 'Where it stands since: of `custody` `stock`, `claimed`, `allocated`, `withdrawn` or `gone` (left the scope); of `holding` `registered` or `vacant`; of `carrier` `done` (the carrier shows what was wished) or `failed`; else the state of its service.'}
        stops: {type: array, items: {$ref: '#/components/schemas/StopReason'}, description: 'Why service is stopped since; of `life`, `device` and `sim`.'}
        effectiveFrom: {$ref: '#/components/schemas/Instant', description: Since or from when on.}
        at: {$ref: '#/components/schemas/Instant', description: When it was decided.}
    ChangePage:
      type: object
      required: [items, next]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Change'}}
        next: {type: string, description: 'For `after`, also where nothing follows yet.'}
    WebhookState: {type: string, enum: [running, paused, gone]}
    WebhookEventState: {type: string, enum: [waiting, delivered, dead]}
    CreateWebhook:
      type: object
      additionalProperties: false
      required: [url]
      properties:
        url: {type: string, minLength: 1, maxLength: 1024, examples: ['https://hooks.example.com/shiming']}
        kinds: {type: array, minItems: 1, maxItems: 6, uniqueItems: true, items: {$ref: '#/components/schemas/ChangeKind'}, description: 'Left out, all.'}
    Webhook:
      type: object
      required: [id, organisation, url, kinds, state, position, tries, createdAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        organisation: {$ref: '#/components/schemas/Id'}
        url: {type: string}
        kinds: {type: array, items: {$ref: '#/components/schemas/ChangeKind'}}
        state: {$ref: '#/components/schemas/WebhookState'}
        position: {type: string, description: 'What it has had, as `after` of the changes.'}
        tries: {type: integer, description: How often the next event was tried.}
        failingSince: {$ref: '#/components/schemas/Instant', description: Since when it takes nothing.}
        failure: {type: string, description: 'Why not, last; a code.'}
        dueAt: {$ref: '#/components/schemas/Instant', description: When it is tried next; absent while it takes what it is sent.}
        formerSecretUntil: {$ref: '#/components/schemas/Instant', description: Until when the secret before signs too.}
        createdAt: {$ref: '#/components/schemas/Instant'}
    WebhookPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Webhook'}}
        next: {type: string}
    WebhookCreated:
      type: object
      required: [webhook, secret]
      properties:
        webhook: {$ref: '#/components/schemas/Webhook'}
        secret: {type: string, description: '`whsec_` and base64; shown once.'}
    RewindWebhook:
      type: object
      additionalProperties: false
      required: [after]
      properties:
        after: {type: string, minLength: 1, maxLength: 128, description: '`next` of a page of changes, or `position` of an event.'}
    WebhookTrial:
      type: object
      required: [event, delivered]
      properties:
        event: {$ref: '#/components/schemas/Id'}
        delivered: {type: boolean}
        failure: {type: string, description: 'Why it was not taken; a code.'}
    WebhookEvent:
      type: object
      required: [id, kind, state, tries, happenedAt]
      properties:
        id: {$ref: '#/components/schemas/Id', description: As `webhook-id` of the message.}
        kind: {$ref: '#/components/schemas/ChangeKind'}
        state: {$ref: '#/components/schemas/WebhookEventState'}
        cards: {type: integer, description: 'Of how many cards it tells; absent of what is kept no more.'}
        tries: {type: integer}
        happenedAt: {$ref: '#/components/schemas/Instant'}
        endedAt: {$ref: '#/components/schemas/Instant'}
        failure: {type: string, description: 'Why it was not taken, last; a code.'}
    WebhookEventPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/WebhookEvent'}}
        next: {type: string}
    CallbackState:
      type: string
      enum: [idle, waiting, delivered, dead]
      description: '`idle`: nothing has come of the request yet. `dead`: not taken within its time, or by nobody who could take it.'
    RequestCallback:
      type: object
      required: [application, url, state, tries]
      properties:
        application: {$ref: '#/components/schemas/Id', description: The request.}
        url: {type: string}
        state: {$ref: '#/components/schemas/CallbackState'}
        tries: {type: integer}
        happenedAt: {$ref: '#/components/schemas/Instant', description: When there was something to tell last.}
        dueAt: {$ref: '#/components/schemas/Instant', description: When it is tried next.}
        failingSince: {$ref: '#/components/schemas/Instant'}
        failure: {type: string, description: 'Why it was not taken, last; a code.'}
    RequestCallbackPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/RequestCallback'}}
        next: {type: string}
    InForce:
      type: object
      required: [outside, evidence, settings]
      properties:
        outside: {type: array, items: {$ref: '#/components/schemas/OutsideInForce'}, description: Whom the server asks or tells.}
        evidence: {$ref: '#/components/schemas/EvidenceInForce'}
        settings: {type: array, items: {$ref: '#/components/schemas/SettingInForce'}, description: In the order of docs/configuration.md.}
    OutsideInForce:
      type: object
      required: [work, name, state, asked, answered, failed, recentFailures]
      description: As this server has seen it since it was started.
      properties:
        work: {type: string, enum: [authority, face, capture, notice, carrier]}
        name: {type: string, description: 'The host alone, or of a carrier the connection''s name.'}
        channel: {type: string, description: 'Of notices: `webhook`, `sms` or `mail`.'}
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        system: {type: string, description: Of a carrier.}
        state: {type: string, enum: [asked, trying, resting], description: '`resting`: not asked before `restsUntil`. `trying`: one question is let through to see.'}
        restsUntil: {$ref: '#/components/schemas/Instant'}
        asked: {type: integer}
        answered: {type: integer}
        failed: {type: integer}
        recentFailures: {type: integer, description: Within the window that counts.}
    EvidenceInForce:
      type: object
      required: [place]
      properties:
        place: {type: string, enum: [folder, service], description: 'The installation''s own folder, or an S3-compatible service.'}
        host: {type: string}
    SettingInForce:
      type: object
      required: [name, value, standard, meaning]
      properties:
        name: {type: string}
        value: {type: integer}
        standard: {type: integer, description: The default.}
        meaning: {type: string}
    RecordCarrierReply:
      type: object
      additionalProperties: false
      required: [verdict, receipt]
      properties:
        verdict: {type: string, enum: [accepted, refused]}
        receipt: {type: string, minLength: 4, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$', description: The number under which the carrier's system has it.}
        code: {type: string, minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9._-]+$', description: "The carrier's own code of a refusal."}
        words: {type: string, minLength: 2, maxLength: 200, description: 'Why the carrier refused, in one line; the applicant reads it. No names or numbers of persons.'}
    LookUpCard:
      type: object
      additionalProperties: false
      required: [iccid]
      properties:
        iccid: {type: string, minLength: 1, maxLength: 64}
    CardLookup:
      type: object
      required: [text]
      properties:
        carrier: {type: string, description: Absent where the number does not tell.}
        text: {type: string, description: How to come in.}
    CardNumber:
      type: object
      required: [iccid]
      properties:
        iccid: {type: string}
    OpenSeat:
      type: object
      additionalProperties: false
      description: Either the link's code, or the ICCID with the claim code printed with the card.
      properties:
        link: {type: string, minLength: 1, maxLength: 64}
        iccid: {type: string, minLength: 1, maxLength: 64}
        claimCode: {type: string, minLength: 1, maxLength: 64}
        device: {type: string, minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]+$', description: 'The secret of the device, from the time before.'}
    OpenedSeat:
      type: object
      required: [token, expiresAt, device]
      properties:
        token: {type: string, description: 'For `Authorization: Bearer`.'}
        expiresAt: {$ref: '#/components/schemas/Instant'}
        device: {type: string, description: Kept by the device and sent again; whoever has it can go on with what was begun.}
    ConsentKind:
      type: string
      enum: [privacy, sensitive-data, face, guardian]
    ConsentAnswers:
      type: object
      additionalProperties: false
      minProperties: 1
      properties:
        privacy: {type: boolean}
        sensitive-data: {type: boolean}
        face: {type: boolean}
        guardian: {type: boolean}
    GiveConsent:
      type: object
      additionalProperties: false
      required: [noticeVersion, answers]
      properties:
        noticeVersion: {type: string, minLength: 1, maxLength: 40}
        answers: {$ref: '#/components/schemas/ConsentAnswers'}
        holderIsUnder14:
          type: boolean
          description: >-
            Whether the person whose name the card shall stand in is under 14: then the guardian consents before any picture is taken (R-DP-06). Needed while
            `holderAge` is `unknown`; a document's number or a date of birth counts before it. Kept once `privacy` and `sensitive-data` are consented to.
    PersonalDraft:
      type: object
      additionalProperties: false
      description: What the person has typed so far, all of it; what is absent is forgotten. Pictures are not touched.
      properties:
        holder: {$ref: '#/components/schemas/PartyFacts'}
        guardian: {$ref: '#/components/schemas/PartyFacts'}
        proxy: {$ref: '#/components/schemas/PartyFacts'}
        declinesFaceRecognition: {type: boolean}
        noticeAccepted: {type: boolean}
    RegisterInPerson:
      type: object
      additionalProperties: false
      required: [card, channel, holder, evidence, consents, noticeVersion, noticeAccepted]
      properties:
        card: {type: string, minLength: 1, maxLength: 64, description: 'ICCID, number or card reference.'}
        channel: {$ref: '#/components/schemas/Channel'}
        holder: {$ref: '#/components/schemas/PartyFacts'}
        guardian: {$ref: '#/components/schemas/PartyFacts'}
        proxy: {$ref: '#/components/schemas/PartyFacts'}
        evidence: {$ref: '#/components/schemas/EvidenceSlots'}
        consents: {$ref: '#/components/schemas/ConsentAnswers'}
        noticeVersion: {type: string, minLength: 1, maxLength: 40}
        noticeAccepted: {type: boolean}
        language: {type: string, enum: [zh, en], description: 'In which the person reads and is told how it stands; Chinese unless said.'}
        resumes: {$ref: '#/components/schemas/ResumedCase', description: 'A case that was sent back, handed in again. Of a person''s fields, those sent back as they were shown, masked, stay as they stand; name the pieces that stay.'}
    ResumedCase:
      type: object
      additionalProperties: false
      required: [application, version]
      properties:
        application: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1, description: As it was read.}
        persons: {$ref: '#/components/schemas/ChangedPersons'}
    ChangedPersons:
      type: object
      additionalProperties: false
      description: >-
        Who they are whose document is another than in the case that was sent back; without an answer it is not handed in. `corrected`: the same person, a
        mistake is mended, and consents and pictures stand. `another`: somebody else, and nothing of the one before counts.
      properties:
        holder: {type: string, enum: [corrected, another]}
        guardian: {type: string, enum: [corrected, another]}
        proxy: {type: string, enum: [corrected, another]}
    HolderAge:
      type: string
      enum: [under-14, fourteen-or-older, unknown]
    InPersonSlot:
      type: string
      enum: [holder-id-front, holder-id-back, holder-on-site-photo, guardian-id-front, guardian-id-back, proxy-id-front, proxy-id-back]
    ExamineInPerson:
      type: object
      additionalProperties: false
      required: [card]
      properties:
        card: {type: string, minLength: 1, maxLength: 64, description: 'ICCID, number or card reference.'}
        channel: {$ref: '#/components/schemas/Channel', description: The only one there is unless said.}
        holder: {$ref: '#/components/schemas/PartyFacts'}
        guardian: {$ref: '#/components/schemas/PartyFacts'}
        proxy: {$ref: '#/components/schemas/PartyFacts'}
        evidence: {$ref: '#/components/schemas/EvidenceSlots'}
        consents: {$ref: '#/components/schemas/ConsentAnswers'}
        noticeAccepted: {type: boolean}
        application: {$ref: '#/components/schemas/Id', description: A case that was sent back and will be handed in again.}
        persons: {$ref: '#/components/schemas/ChangedPersons', description: Of that case; refused without it.}
    InPersonOutlook:
      type: object
      required: [card, iccid, carrier, cardClass, product, needs, holderAge, notices, noticeVersion, legalNotice, slots, checks, examined]
      properties:
        card: {type: string}
        iccid: {type: string}
        carrier: {type: string}
        cardClass: {$ref: '#/components/schemas/CardClass'}
        product: {type: string}
        obstacle: {$ref: '#/components/schemas/InPersonObstacle'}
        needs: {$ref: '#/components/schemas/VerificationNeeds'}
        holderAge: {$ref: '#/components/schemas/HolderAge'}
        notices: {type: array, items: {$ref: '#/components/schemas/PersonalNotice'}, description: 'What the person reads, or is read, before anything is taken of him.'}
        noticeVersion: {type: string, description: That `registerInPerson` names.}
        legalNotice: {type: string}
        slots: {type: array, items: {type: string}, description: The pictures and papers that are needed.}
        checks: {type: array, items: {$ref: '#/components/schemas/Check'}, description: 'What is missing or wrong still, and what a reviewer will be told.'}
        examined: {type: string, description: 'For `takeInPerson`, by the same member of staff, within a day, and for the same document number; neither can be read in it.'}
    InPersonObstacle:
      type: object
      required: [code, text, mend]
      description: Why the card cannot be registered now.
      properties:
        code: {type: string, description: 'Such as `card-already-registered`, `card-under-application`, `card-kept-for-next-owner`, `card-cancelled`, `card-not-available`.'}
        text: {type: string}
        mend: {type: string, description: What may be done.}
    CountCardsInPerson:
      type: object
      additionalProperties: false
      required: [card, holder]
      properties:
        card: {type: string, minLength: 1, maxLength: 64, description: 'ICCID, number or card reference.'}
        holder: {$ref: '#/components/schemas/PartyFacts', description: 'Document type, name and number, as they stand on the document shown.'}
    CardCount:
      type: object
      required: [reached, howToRelease]
      properties:
        max: {type: integer, description: 'How many cards of this kind a person may have with this carrier. Absent where there is no limit, or where name or number are missing or wrong.'}
        used: {type: integer, description: 'How many are registered by this name and number. Absent where no more counts are told today.'}
        reached: {type: boolean, description: None is left.}
        howToRelease: {type: string, description: How a place comes free.}
    CaseEvidence:
      type: object
      required: [slot, evidence, ground]
      properties:
        slot: {type: string}
        evidence: {$ref: '#/components/schemas/Id'}
        ground: {type: string, enum: [handed-in, reused, registered], description: How it comes to be part of the case.}
        action: {type: string, enum: [face-forward, blink, open-mouth, turn-left, turn-right, nod], description: 'Of a frame of a face challenge: what the person was asked to do.'}
        milliseconds: {type: integer, description: 'When it was taken after the challenge was shown, by the page''s clock.'}
    SlotReading:
      type: object
      required: [slot, fields]
      properties:
        slot: {type: string}
        fields: {type: array, items: {$ref: '#/components/schemas/ReadField'}}
    Verification:
      type: object
      description: >-
        What a provider said. The identity authority is asked about each person on the registration by itself: `document-data` is its word
        about the holder, `guardian` and `proxy` are those about them.
      required: [method, about, vendor, productVersion, verdict, sandbox, cost, recordedAt]
      properties:
        method: {$ref: '#/components/schemas/VerificationMethod'}
        about: {type: string, enum: [holder, guardian, proxy], description: Whom it is about; a face is the holder's.}
        vendor: {type: string}
        productVersion: {type: string}
        verdict: {type: string, enum: [match, mismatch, no-record, not-in-service, same, seen-elsewhere, different, undecided, unanswered], description: 'seen-elsewhere: the same face, which the provider was shown before under another identity.'}
        score: {type: integer, description: Ten-thousandths.}
        threshold: {type: integer}
        liveness: {type: string, enum: [live, spoof, undecided, absent]}
        reference: {type: string, description: Under which the provider has it.}
        sandbox: {type: boolean, description: Nothing of it is about a real person.}
        cost: {type: integer}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    CarrierReply:
      type: object
      required: [verdict, receipt, recordedAt]
      properties:
        verdict: {type: string, enum: [accepted, refused]}
        receipt: {type: string}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    PictureSlot:
      type: string
      enum: [holder-id-front, holder-id-back, hand-held-photo, guardian-id-front, guardian-id-back, proxy-id-front, proxy-id-back]
    ReadField:
      type: object
      required: [name, value]
      properties:
        name: {type: string, enum: [name, documentNumber, address, sex, nationality, birthDate, validFrom, validUntil, authority]}
        value: {type: string}
    CapturedPicture:
      type: object
      required: [evidence, slot, problems, fields]
      properties:
        evidence: {$ref: '#/components/schemas/Id'}
        slot: {type: string}
        problems: {type: array, items: {type: string}, description: What the machine found fault with, where it was kept all the same.}
        fields: {type: array, items: {$ref: '#/components/schemas/ReadField'}, description: What was read; the person corrects it.}
    PartSlot:
      type: string
      enum: [handler-id-front, handler-id-back, responsible-person-id-front, responsible-person-id-back, actual-user-id-front]
    OpenPart:
      type: object
      additionalProperties: false
      required: [link]
      properties:
        link: {type: string, minLength: 1, maxLength: 64, description: "The link's code."}
        device: {type: string, minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]+$', description: 'The secret of the device, from the time before.'}
    OpenedPart:
      type: object
      required: [token, expiresAt, device]
      properties:
        token: {type: string, description: 'For `Authorization: Bearer`.'}
        expiresAt: {$ref: '#/components/schemas/Instant'}
        device: {type: string, description: Kept by the device and sent again; whoever has it and the link can go on with what was begun.}
    ConsentToPart:
      type: object
      additionalProperties: false
      required: [noticeVersion, privacy, sensitiveData]
      properties:
        noticeVersion: {type: string, minLength: 1, maxLength: 40}
        privacy: {type: boolean}
        sensitiveData: {type: boolean}
    OpenPartPicture:
      type: object
      additionalProperties: false
      required: [slot, purpose]
      properties:
        slot: {$ref: '#/components/schemas/PartSlot'}
        purpose: {$ref: '#/components/schemas/Purpose'}
    PartDemand:
      type: object
      required: [pointer, requirement, reason]
      properties:
        pointer: {type: string}
        requirement: {type: string}
        reason: {type: string, description: '"This needs … because …".'}
    PartPicture:
      type: object
      required: [slot, taken, fields]
      properties:
        slot: {$ref: '#/components/schemas/PartSlot'}
        taken: {type: boolean}
        fields: {type: array, items: {$ref: '#/components/schemas/ReadField'}, description: What was read from it; the person corrects it.}
    PersonalPart:
      type: object
      required: [role, unitName, operatorName, agentName, expiresAt, demands, notices, noticeVersion, legalNotice, consents, mayCollect, elsewhere, person, pictures, checks]
      properties:
        role: {$ref: '#/components/schemas/PartRole', description: As what the person stands in the application.}
        unitName: {type: string, description: For which unit.}
        operatorName: {type: string}
        agentName: {type: string, description: Who asks.}
        expiresAt: {$ref: '#/components/schemas/Instant', description: Until when the link is open.}
        demands: {type: array, items: {$ref: '#/components/schemas/PartDemand'}, description: What is needed of this person.}
        notices: {type: array, items: {$ref: '#/components/schemas/PersonalNotice'}}
        noticeVersion: {type: string, description: To be sent with what is consented to.}
        legalNotice: {type: string}
        consents: {type: array, items: {$ref: '#/components/schemas/PersonalConsent'}, description: 'On this device, under the notice that names this unit.'}
        mayCollect: {type: boolean, description: 'Whether anything may be typed and taken: both notices of today were consented to, on this device.'}
        elsewhere: {type: boolean, description: 'Begun on another device, whose typing is not shown here; consenting here destroys it.'}
        person: {$ref: '#/components/schemas/PartyFacts', description: What this person typed so far; nothing that anybody else declared.}
        pictures: {type: array, items: {$ref: '#/components/schemas/PartPicture'}, description: Of the document. One for each side.}
        checks: {type: array, items: {$ref: '#/components/schemas/Check'}, description: What `completePart` would refuse.}
    CompletedPart:
      type: object
      required: [role, unitName, agentName, completedAt]
      properties:
        role: {$ref: '#/components/schemas/PartRole'}
        unitName: {type: string}
        agentName: {type: string}
        completedAt: {$ref: '#/components/schemas/Instant'}
    LivenessAction:
      type: string
      enum: [blink, open-mouth, turn-left, turn-right]
    FaceChallenge:
      type: object
      required: [nonce, actions, texts, expiresAt]
      properties:
        nonce: {type: string}
        actions: {type: array, items: {$ref: '#/components/schemas/LivenessAction'}}
        texts: {type: array, items: {type: string}, description: 'What to do, action by action, in the reader''s language.'}
        expiresAt: {$ref: '#/components/schemas/Instant'}
    FaceFrame:
      type: object
      additionalProperties: false
      required: [milliseconds, picture]
      properties:
        action: {$ref: '#/components/schemas/LivenessAction', description: Absent for the frame in which the face is straight.}
        milliseconds: {type: integer, minimum: 0, maximum: 600000, description: Since the challenge was shown.}
        picture: {type: string, minLength: 4, maxLength: 3000000, description: JPEG or PNG in Base64.}
    CaptureFace:
      type: object
      additionalProperties: false
      required: [nonce, frames]
      properties:
        nonce: {type: string, minLength: 1, maxLength: 64}
        frames: {type: array, minItems: 2, maxItems: 6, items: {$ref: '#/components/schemas/FaceFrame'}}
    PersonalNotice:
      type: object
      required: [kind, version, title, text]
      properties:
        kind: {$ref: '#/components/schemas/ConsentKind'}
        version: {type: string}
        title: {type: string}
        text: {type: string}
    PersonalConsent:
      type: object
      required: [kind, version, given, recordedAt]
      properties:
        kind: {$ref: '#/components/schemas/ConsentKind'}
        version: {type: string}
        given: {type: boolean}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    CardQuota:
      type: object
      required: [max, reached, howToRelease]
      properties:
        max: {type: integer, description: How many cards of this kind a person may have with this carrier.}
        used: {type: integer, description: 'How many the person has. Told only once it was shown on this device who he is: by a proof of identity, or a registration of his made here lately whose pictures may count again.'}
        reached: {type: boolean, description: 'None is left, so that no picture is taken. Told to whoever declares name and number as they are known, for a few persons a day; false may mean that it is not told.'}
        howToRelease: {type: string, description: How a place comes free.}
    PersonalCase:
      type: object
      required: [kind, iccid, carrier, cardClass, product, operatorName, agentName, standing, needs, notices, legalNotice, consents, guardianChanged, content, attemptsLeft, attemptsLimit, reuse, captured, holderAge]
      properties:
        kind: {$ref: '#/components/schemas/ApplicationKind', description: 'Registering the card, proving again who one is, or having data corrected.'}
        iccid: {type: string, description: Masked.}
        carrier: {type: string}
        cardClass: {$ref: '#/components/schemas/CardClass'}
        product: {type: string}
        deviceType: {type: string}
        operatorName: {type: string}
        agentName: {type: string}
        standing: {type: string, enum: [open, registered, in-transfer, under-application, closed], description: 'in-transfer: its holder is giving it to whoever is here, who prepares everything and hands it in when that holding has ended. closed: its holder gives, or gave, it to somebody else, for whom it is kept (`card-kept-for-next-owner`).'}
        keptUntil: {$ref: '#/components/schemas/Instant', description: 'Until when the card, which its holder gave away, is kept for whoever is here and for nobody else; absent where it is not.'}
        obstacle: {$ref: '#/components/schemas/InPersonObstacle', description: 'Why it cannot be handed in while the standing is in-transfer, under-application or closed.'}
        needs: {$ref: '#/components/schemas/VerificationNeeds'}
        notices: {type: array, items: {$ref: '#/components/schemas/PersonalNotice'}}
        legalNotice: {type: string}
        consents: {type: array, items: {$ref: '#/components/schemas/PersonalConsent'}}
        guardianChanged:
          type: boolean
          description: >-
            Another guardian is named now than the one who consented, by the number of the document. He is asked himself: until he consents no picture of a child
            under 14 is taken and nothing is handed in (`guardian-consent-of-another`). What the other said stays among `consents` until then, and on record for good.
        code: {type: string, description: By which the case can be followed.}
        state: {$ref: '#/components/schemas/ApplicationState'}
        content: {$ref: '#/components/schemas/RegistrationContent'}
        attemptsLeft: {type: integer, description: 'How often it may be handed in today, by the limit that is reached first.'}
        attemptsLimit:
          type: string
          enum: [card, device, person]
          description: "Which limit that is. The person's is told only where he has shown on this device who he is; until then it may be reached unforeseen."
        quota: {$ref: '#/components/schemas/CardQuota'}
        reuse: {type: string, enum: [none, offered, used], description: 'Whether document pictures of a registration made lately on this device may count, or count.'}
        captured: {type: boolean, description: "The face was captured at the provider's own page, lately and for this person."}
        captureRefused: {type: boolean, description: 'The last capture there was of somebody else, or of nobody alive; it may be begun again.'}
        holderAge:
          $ref: '#/components/schemas/HolderAge'
          description: By what is registered, the document's number or the date of birth, else by the answer given with the consents. While it is unknown no picture is taken (`age-unknown`).
    StatusReason:
      type: object
      required: [pointer, code, text]
      properties:
        pointer: {type: string, description: Field of the content.}
        code: {type: string}
        text: {type: string, description: "In the reader's language, as it was when the reason was given; to the person, `other` is said in the words of the note."}
        mend: {type: string, description: What the applicant can do about it; absent for reasons of the operating company's own.}
    PersonalStage:
      type: object
      required: [stage, state]
      properties:
        stage: {type: string, enum: [submitted, checking, in-review, awaiting-carrier, effective, released]}
        state: {type: string, enum: [done, now, ahead]}
        since: {$ref: '#/components/schemas/Instant', description: When the case came to it.}
        until: {$ref: '#/components/schemas/Instant', description: When the case was through with it.}
        expectedHours: {type: integer, description: 'Hours it usually takes by machine, at most; absent where it is over.'}
        expectedWorkingDays: {type: integer, description: 'Working days it usually takes people, at most; absent where it is over.'}
    PersonalStatus:
      type: object
      required: [code, kind, stage, since, reasons, stages, hasCarrierPage]
      properties:
        code: {type: string}
        kind: {$ref: '#/components/schemas/ApplicationKind', description: 'Registering, or giving the card up.'}
        stage: {type: string, enum: [begun, awaiting-transfer, submitted, checking, in-review, awaiting-carrier, effective, released, to-be-mended, refused, withdrawn]}
        submittedAt: {$ref: '#/components/schemas/Instant'}
        since: {$ref: '#/components/schemas/Instant'}
        effectiveAt: {$ref: '#/components/schemas/Instant'}
        expectedHours: {type: integer, description: 'Hours this stage usually takes by machine, at most.'}
        expectedWorkingDays: {type: integer, description: 'Working days this stage usually takes people, at most.'}
        stages:
          type: array
          items: {$ref: '#/components/schemas/PersonalStage'}
          description: 'The way from handed in to in effect in its order, each stage with its times. What the case passed over is not among them.'
        reasons: {type: array, items: {$ref: '#/components/schemas/StatusReason'}}
        attemptsLeft: {type: integer}
        hasCarrierPage: {type: boolean, description: 'The carrier waits for the person himself, on its own page: `openCarrierPage`.'}
    BeginProviderCapture:
      type: object
      additionalProperties: false
      required: [returnTo]
      properties:
        returnTo: {type: string, minLength: 1, maxLength: 2048, description: 'Where the person goes afterwards: https.'}
    SentToProvider:
      type: object
      required: [address, expiresAt]
      properties:
        address: {type: string}
        expiresAt: {$ref: '#/components/schemas/Instant'}
    SentToCarrier:
      type: object
      required: [address, expiresAt]
      properties:
        address: {type: string, description: At a host that was agreed on.}
        expiresAt: {$ref: '#/components/schemas/Instant'}
    NameOwnRegistration:
      type: object
      additionalProperties: false
      required: [code]
      properties:
        code: {type: string, minLength: 1, maxLength: 40, description: Of a registration in the person's name.}
    OwnMatter:
      type: object
      required: [code, kind, state, since, reasons]
      properties:
        code: {type: string}
        kind: {$ref: '#/components/schemas/ApplicationKind'}
        state: {$ref: '#/components/schemas/ApplicationState'}
        since: {$ref: '#/components/schemas/Instant'}
        reasons: {type: array, items: {$ref: '#/components/schemas/StatusReason'}, description: Why it was sent back or refused.}
        transferUntil: {$ref: '#/components/schemas/Instant', description: 'Until when the link opens by which a next owner comes by the card; absent where none was given out.'}
    TransferOffer:
      type: object
      required: [matter, code, path, expiresAt]
      properties:
        matter: {$ref: '#/components/schemas/OwnMatter'}
        code: {type: string, description: 'Of the link, to be handed to the next owner; seen once.'}
        path: {type: string, description: Of the next owner's page at this server.}
        expiresAt: {$ref: '#/components/schemas/Instant'}
    OwnMatters:
      type: object
      properties:
        proof: {$ref: '#/components/schemas/OwnMatter', description: The proof begun on this device.}
        correction: {$ref: '#/components/schemas/OwnMatter', description: The correction begun on this device.}
    OwnCard:
      type: object
      required: [code, iccid, carrier, cardClass, product, agentName]
      properties:
        code: {type: string, description: Of the registration.}
        iccid: {type: string, description: Masked.}
        carrier: {type: string}
        cardClass: {$ref: '#/components/schemas/CardClass'}
        product: {type: string}
        agentName: {type: string}
        registeredAt: {$ref: '#/components/schemas/Instant'}
        matter: {$ref: '#/components/schemas/OwnMatter', description: 'Giving the card up, or disputing it, while it is not decided.'}
        cancelledUnlessBroughtBack: {$ref: '#/components/schemas/Instant', description: 'When the card is cancelled for good unless the person brings it back (`bringBackOwnCard`); absent where he cannot, or need not.'}
    OwnLook:
      type: object
      required: [at, act, text, organisation]
      properties:
        at: {$ref: '#/components/schemas/Instant'}
        act: {type: string, enum: [answer.revealed, application.revealed, evidence.opened]}
        text: {type: string}
        organisation: {type: string, description: For whom whoever looked works.}
    OwnData:
      type: object
      required: [person, recordedAt, operatorName, cards, looks, until]
      properties:
        person: {$ref: '#/components/schemas/PartyFacts', description: 'A copy of what is registered, in clear.'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
        operatorName: {type: string}
        cards: {type: array, items: {$ref: '#/components/schemas/OwnCard'}}
        looks: {type: array, items: {$ref: '#/components/schemas/OwnLook'}, description: 'The newest 200.'}
        until: {$ref: '#/components/schemas/Instant', description: Until when no new proof is asked.}
    AskForRelease:
      type: object
      additionalProperties: false
      required: [documentNumber]
      properties:
        documentNumber: {type: string, minLength: 1, maxLength: 64, description: 'Of the holder, as a proof.'}
    AskPersonalStatus:
      type: object
      additionalProperties: false
      required: [code]
      properties:
        code: {type: string, minLength: 1, maxLength: 40}
    PreviewRequirements:
      type: object
      additionalProperties: false
      required: [channel]
      properties:
        kind: {$ref: '#/components/schemas/ApplicationKind'}
        channel: {$ref: '#/components/schemas/Channel'}
        hasSealedLetter: {type: boolean, default: false}
        hasProxy: {type: boolean, default: false}
        changedRole: {$ref: '#/components/schemas/RegistrationRole'}
        takesEffectInThePast: {type: boolean, default: false}
        products: {type: array, maxItems: 100, items: {$ref: '#/components/schemas/ProductCode'}}
    RequirementPreview:
      type: object
      required: [policy, demands, personal]
      properties:
        policy: {type: string}
        demands:
          type: array
          items:
            type: object
            required: [pointer, requirement, reason]
            properties:
              pointer: {type: string}
              requirement: {type: string}
              reason: {type: string, description: '"This needs … because …".'}
        personal:
          type: array
          description: Products whose cards a unit cannot register in its own name.
          items:
            type: object
            required: [product, code, requirement]
            properties:
              product: {$ref: '#/components/schemas/ProductCode'}
              code: {type: string}
              requirement: {type: string}
    CreateRegistration:
      type: object
      additionalProperties: false
      required: [channel]
      properties:
        channel: {$ref: '#/components/schemas/Channel'}
        content: {$ref: '#/components/schemas/RegistrationContent'}
        handIn: {$ref: '#/components/schemas/CardSelection', description: 'The cards, where everything is known beforehand: the registration is begun and handed in for them with this one act, or refused whole. A body holds some forty thousand numbers; name a batch or a range for more.'}
        callback: {type: string, minLength: 1, maxLength: 1024, description: 'A program that is told what becomes of this request (docs/events.md): at the scheme, host and port of a webhook of the organisation, whose secret signs.'}
    RegistrationState:
      type: string
      enum: [pending, registered, refused, ended]
    Registration:
      type: object
      required: [id, code, channel, organisation, state, cards, createdAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        code: {type: string, description: Short name to be told on the telephone.}
        channel: {$ref: '#/components/schemas/Channel'}
        organisation: {$ref: '#/components/schemas/Id'}
        state: {$ref: '#/components/schemas/RegistrationState'}
        unit: {$ref: '#/components/schemas/Unit'}
        cards: {type: integer}
        createdAt: {$ref: '#/components/schemas/Instant'}
        registeredAt: {$ref: '#/components/schemas/Instant'}
        endedAt: {$ref: '#/components/schemas/Instant'}
        roles: {type: array, items: {$ref: '#/components/schemas/RoleHolder'}, description: 'Who has which role now; only of one registration, not in lists.'}
        decisions: {type: array, items: {$ref: '#/components/schemas/Decision'}}
        withheld: {type: boolean, description: 'Its last card has ended: who had which role is for lawful tracing only, and left out.'}
    RegistrationPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Registration'}}
        next: {type: string}
    RegistrationCard:
      type: object
      required: [card, since]
      properties:
        card: {$ref: '#/components/schemas/Card'}
        since: {$ref: '#/components/schemas/Instant'}
    RegistrationCardPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/RegistrationCard'}}
        next: {type: string}
    RegistrationRole:
      type: string
      enum: [unit, handler, responsible-person, actual-user, proxy]
    HeldRole:
      type: string
      enum: [unit, handler, responsible-person, actual-user, proxy, holder, guardian]
      description: In whose own name a card stands (holder), and who answers for a minor (guardian), stand on a person's registration.
    RoleHolder:
      type: object
      description: One link of a role's succession; persons are masked.
      required: [role, effectiveFrom, recordedAt, current, decision]
      properties:
        role: {$ref: '#/components/schemas/HeldRole'}
        party: {$ref: '#/components/schemas/Id'}
        identity: {$ref: '#/components/schemas/Id', description: The identity version it was decided on.}
        name: {type: string}
        documentType: {type: string}
        documentNumber: {type: string}
        contact: {type: string}
        validUntil: {$ref: '#/components/schemas/Until'}
        authorisedFrom: {$ref: '#/components/schemas/Date'}
        authorisedUntil: {$ref: '#/components/schemas/Until'}
        effectiveFrom: {$ref: '#/components/schemas/Instant'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
        decision: {$ref: '#/components/schemas/Id'}
        current: {type: boolean}
    RoleHolderPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/RoleHolder'}}
        next: {type: string}
    ApplicationKind:
      type: string
      enum: [register, add-cards, change-role, correct, end, prove-identity, dispute]
    CreateApplication:
      type: object
      additionalProperties: false
      required: [kind]
      properties:
        kind: {type: string, enum: [add-cards, change-role, correct, end]}
        content: {$ref: '#/components/schemas/RegistrationContent'}
        callback: {type: string, minLength: 1, maxLength: 1024, description: 'A program that is told what becomes of this request (docs/events.md): at the scheme, host and port of a webhook of the organisation, whose secret signs.'}
    ApplicationState:
      type: string
      enum: [draft, checking, submitted, awaiting-second-approval, awaiting-second-review, awaiting-third-review, awaiting-carrier, sent-back, approved, refused, withdrawn]
    Application:
      type: object
      required: [id, registration, kind, state, version, organisation, cards, createdAt, createdBy, updatedAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        registration: {$ref: '#/components/schemas/Id'}
        registrationCode: {type: string}
        channel: {$ref: '#/components/schemas/Channel'}
        kind: {$ref: '#/components/schemas/ApplicationKind'}
        state: {$ref: '#/components/schemas/ApplicationState'}
        version: {type: integer}
        organisation: {$ref: '#/components/schemas/Id'}
        unit: {$ref: '#/components/schemas/Unit', description: 'Not in lists, as all that follows.'}
        cards: {type: integer}
        createdAt: {$ref: '#/components/schemas/Instant'}
        createdBy: {$ref: '#/components/schemas/Id'}
        updatedAt: {$ref: '#/components/schemas/Instant'}
        submittedAt: {$ref: '#/components/schemas/Instant'}
        submittedBy: {$ref: '#/components/schemas/Id'}
        decidedAt: {$ref: '#/components/schemas/Instant'}
        lockedBy: {$ref: '#/components/schemas/Id'}
        lockedUntil: {$ref: '#/components/schemas/Instant'}
        content: {$ref: '#/components/schemas/RegistrationContent', description: Persons masked unless revealed; absent once purged.}
        evidence: {type: array, items: {$ref: '#/components/schemas/CaseEvidence'}, description: 'What the case is judged by, for its reviewers: also pictures used again, and for a proof, correction or dispute of a person those registered of him.'}
        lacksLivenessVerdict: {type: boolean, description: 'No machine says whether somebody alive was before the camera: the reviewer looks at the frames and what was asked for each. For those who review; left out where it is not so.'}
        checks: {type: array, items: {$ref: '#/components/schemas/Check'}}
        decision: {$ref: '#/components/schemas/Decision'}
        reasons: {type: array, items: {$ref: '#/components/schemas/StatusReason'}, description: Why it was sent back or refused.}
        note: {type: string}
        remark: {type: string, description: What reviewers wrote among themselves.}
        opinions: {type: array, items: {$ref: '#/components/schemas/ReviewOpinion'}, description: 'What reviewers said before it was decided, for reviewers alone; while a second one is waited for, only whoever was first reads what he said.'}
        reAudit: {$ref: '#/components/schemas/ReAudit', description: 'For the operating company''s reviewers, where its approval was drawn to be looked at again.'}
        needs: {type: array, items: {$ref: '#/components/schemas/VerificationMethod'}, description: 'For a person''s card: what the policies needed.'}
        readings: {type: array, items: {$ref: '#/components/schemas/SlotReading'}, description: 'What a machine read from the pictures; masked unless revealed.'}
        verifications: {type: array, items: {$ref: '#/components/schemas/Verification'}}
        carrierReplies: {type: array, items: {$ref: '#/components/schemas/CarrierReply'}}
        callback: {$ref: '#/components/schemas/Callback'}
        withheld: {type: boolean, description: 'Its registration has ended: content, evidence, notes and opinions are for lawful tracing only, and left out.'}
    Callback:
      type: object
      required: [url, state, tries]
      properties:
        url: {type: string}
        state: {$ref: '#/components/schemas/CallbackState'}
        tries: {type: integer}
        failure: {type: string}
        dueAt: {$ref: '#/components/schemas/Instant'}
    ApplicationPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Application'}}
        next: {type: string}
    Check:
      type: object
      required: [verdict, code, requirement, subject, cards]
      properties:
        method: {type: string}
        provider: {type: string}
        verdict: {type: string, enum: [passed, warned, failed]}
        code: {type: string}
        requirement: {type: string}
        subject: {type: string, description: 'JSON pointer of what was checked, or `cards`.'}
        cards: {type: integer, description: How many cards it concerns.}
        title: {type: string}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    CardsSelected:
      type: object
      required: [application, version, cards, notFound, notFoundPositions, repeated]
      properties:
        application: {$ref: '#/components/schemas/Id'}
        version: {type: integer}
        cards: {type: integer}
        notFound: {type: integer}
        notFoundPositions: {type: array, items: {type: integer}, description: 'Positions in the list, from 0; the first thousand.'}
        repeated: {type: integer}
    DecisionReason:
      type: object
      additionalProperties: false
      required: [pointer, code]
      properties:
        pointer: {type: string, maxLength: 100, pattern: '^(/[^/]*)*$', description: Field of the content.}
        code: {type: string, minLength: 2, maxLength: 40, pattern: '^[a-z0-9-]+$', description: 'Of the list in force, see `GET /v1/decision-reasons`.'}
    ReasonsInForce:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/ReasonInForce'}}
    ReasonInForce:
      type: object
      required: [code, text, isOwn]
      properties:
        code: {type: string}
        text: {type: string, description: "As the applicant reads it, in the reader's language."}
        isOwn: {type: boolean, description: Whether the operating company added it.}
        verdicts: {type: array, items: {type: string, enum: [send-back, refuse]}, description: What is left out is any.}
        kinds: {type: array, items: {$ref: '#/components/schemas/ApplicationKind'}}
        fields: {type: array, items: {type: string}, description: 'Each with what lies below it.'}
    OwnReason:
      type: object
      additionalProperties: false
      description: A reason of the operating company's own; what is left out is any.
      required: [code, en, zh]
      properties:
        code: {type: string, maxLength: 40, pattern: '^own-[a-z0-9-]+$'}
        en: {type: string, minLength: 2, maxLength: 80, description: As the applicant reads it.}
        zh: {type: string, minLength: 2, maxLength: 80}
        verdicts: {type: array, minItems: 1, uniqueItems: true, items: {type: string, enum: [send-back, refuse]}}
        kinds: {type: array, minItems: 1, uniqueItems: true, items: {$ref: '#/components/schemas/ApplicationKind'}}
        fields: {type: array, minItems: 1, maxItems: 10, uniqueItems: true, items: {type: string, maxLength: 100, pattern: '^(/[a-zA-Z0-9-]+)+$'}, description: 'Each with what lies below it, such as `/evidence/unit-document` or `/unit`.'}
    ReasonListVersion:
      type: object
      required: [ordinal, validFrom, reasons, recordedAt]
      properties:
        ordinal: {type: integer}
        validFrom: {$ref: '#/components/schemas/Instant'}
        reasons: {type: array, items: {$ref: '#/components/schemas/OwnReason'}}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    ReasonListPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/ReasonListVersion'}}
        next: {type: string}
    SetReasonList:
      type: object
      additionalProperties: false
      required: [reasons, after]
      properties:
        reasons: {type: array, maxItems: 30, items: {$ref: '#/components/schemas/OwnReason'}, description: All of them; what is left out is retired.}
        validFrom: {$ref: '#/components/schemas/Instant', description: Now where it is left out.}
        after: {type: integer, minimum: 0, description: The version that was read; 0 when there was none.}
        replacing: {type: boolean, description: 'Whether it may count before the newest version, which then never comes into force; refused otherwise.'}
    Decide:
      type: object
      additionalProperties: false
      required: [verdict]
      properties:
        verdict: {type: string, enum: [approve, send-back, refuse]}
        reasons: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/DecisionReason'}}
        note: {type: string, maxLength: 2000, description: "Sealed, but shown to the submitter: it names roles, never a person or a person's number."}
        remark: {type: string, maxLength: 2000, description: 'Sealed, and shown to reviewers alone.'}
    ExportState: {type: string, enum: [asked, refused, approved, ready, failed, lapsed]}
    ExportKind: {type: string, enum: [cards, trail]}
    ExportColumn:
      type: string
      enum: [iccid, msisdn, imsi, eid, carrier, product, province, real-name, service, stops, batch, holder, recorded, number, at, action, actor, purpose, leaf, entry]
    AskForExport:
      type: object
      additionalProperties: false
      required: [kind, reason]
      properties:
        kind: {$ref: '#/components/schemas/ExportKind'}
        cards: {$ref: '#/components/schemas/ExportedCards', description: For which cards; all within reach where it is left out.}
        trail: {$ref: '#/components/schemas/ExportedTrail', description: For which entries; all within reach where it is left out.}
        columns: {type: array, maxItems: 20, uniqueItems: true, items: {$ref: '#/components/schemas/ExportColumn'}, description: The usual ones where it is left out.}
        masked: {type: boolean, description: Whether numbers of cards are shown by their ends alone; true where it is left out.}
        reason: {type: string, minLength: 4, maxLength: 200, description: What for; it stands in the file and on the trail and names nobody.}
    ExportedCards:
      type: object
      additionalProperties: false
      properties:
        batch: {type: string, minLength: 1, maxLength: 64}
        organisation: {$ref: '#/components/schemas/Id'}
        product: {$ref: '#/components/schemas/ProductCode'}
        province: {type: integer, minimum: 11, maximum: 82}
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        registered: {type: boolean}
        serviceState: {$ref: '#/components/schemas/ServiceState'}
        stopReason: {$ref: '#/components/schemas/StopReason', description: 'Stopped for this reason, be it for others too.'}
        unit: {$ref: '#/components/schemas/Id', description: 'Registered in this unit''s name, by a registration within the scope. Needs `registration:read`.'}
    ExportedTrail:
      type: object
      additionalProperties: false
      properties:
        from: {$ref: '#/components/schemas/Instant'}
        until: {$ref: '#/components/schemas/Instant', description: Exclusive.}
        actor: {$ref: '#/components/schemas/Id'}
        action: {type: string, minLength: 1, maxLength: 60}
    DecideExport:
      type: object
      additionalProperties: false
      required: [verdict]
      properties:
        verdict: {type: string, enum: [approve, refuse]}
        note: {type: string, maxLength: 200, description: Read by whoever asked; it names nobody.}
    Export:
      type: object
      required: [id, code, kind, state, organisation, columns, masked, filter, reason, askedAt, askedBy, expiresAt, downloads]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        code: {type: string, description: Stands in every row of the file.}
        kind: {$ref: '#/components/schemas/ExportKind'}
        state: {$ref: '#/components/schemas/ExportState'}
        organisation: {$ref: '#/components/schemas/Id'}
        columns: {type: array, items: {$ref: '#/components/schemas/ExportColumn'}}
        masked: {type: boolean}
        filter: {type: string, description: Canonical JSON.}
        reason: {type: string}
        askedAt: {$ref: '#/components/schemas/Instant'}
        askedBy: {$ref: '#/components/schemas/Id'}
        expiresAt: {$ref: '#/components/schemas/Instant', description: When the request lapses or the file is destroyed.}
        downloads: {type: integer}
        note: {type: string}
        decidedAt: {$ref: '#/components/schemas/Instant'}
        decidedBy: {$ref: '#/components/schemas/Id'}
        rows: {type: integer}
        bytes: {type: integer}
        readyAt: {$ref: '#/components/schemas/Instant'}
        failure: {type: string}
    ExportPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Export'}}
        next: {type: string}
    ReviewOpinion:
      type: object
      required: [verdict, reasons, givenAt, givenBy]
      properties:
        verdict: {type: string, enum: [approve, send-back, refuse]}
        reasons: {type: array, items: {$ref: '#/components/schemas/StatusReason'}}
        text: {type: string}
        givenAt: {$ref: '#/components/schemas/Instant'}
        givenBy: {$ref: '#/components/schemas/Id'}
    ReAudit:
      type: object
      description: An approved case that was drawn to be looked at again.
      required: [decision, application, kind, cards, reviewer, decidedAt, isOpenToReader]
      properties:
        decision: {$ref: '#/components/schemas/Id'}
        application: {$ref: '#/components/schemas/Id'}
        kind: {$ref: '#/components/schemas/ApplicationKind'}
        cards: {type: integer}
        reviewer: {$ref: '#/components/schemas/Id', description: 'Who approved it; zeros where machines did.'}
        secondReviewer: {$ref: '#/components/schemas/Id'}
        decidedAt: {$ref: '#/components/schemas/Instant'}
        isOpenToReader: {type: boolean, description: Whether whoever asks may look again.}
        finding: {$ref: '#/components/schemas/ReAuditFinding'}
    ReAuditFinding:
      type: object
      required: [verdict, reasons, foundAt, foundBy]
      properties:
        verdict: {type: string, enum: [kept, overturned]}
        reasons: {type: array, items: {$ref: '#/components/schemas/StatusReason'}}
        remark: {type: string}
        foundAt: {$ref: '#/components/schemas/Instant'}
        foundBy: {$ref: '#/components/schemas/Id'}
    ReAuditPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/ReAudit'}}
        next: {type: string}
    FindReAudit:
      type: object
      additionalProperties: false
      required: [verdict]
      properties:
        verdict: {type: string, enum: [kept, overturned]}
        reasons: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/DecisionReason'}, description: Needed where it is overturned.}
        remark: {type: string, maxLength: 2000, description: 'Sealed, and shown to reviewers alone.'}
    ReviewCondition:
      type: object
      additionalProperties: false
      description: Which cases a rule is about; what is left out is any.
      properties:
        subjects: {type: array, minItems: 1, uniqueItems: true, items: {type: string, enum: [person, unit]}}
        kinds: {type: array, minItems: 1, uniqueItems: true, items: {type: string, enum: [register, add-cards, change-role, correct, end, dispute]}}
        channels: {type: array, minItems: 1, uniqueItems: true, items: {$ref: '#/components/schemas/Channel'}}
        cardsAtLeast: {type: integer, minimum: 1}
    ReviewPolicy:
      type: object
      additionalProperties: false
      required: [reAuditPermille, twoReviewers]
      properties:
        reAuditPermille: {type: integer, minimum: 0, maximum: 1000, description: Of a thousand approved cases so many are drawn to be looked at again.}
        twoReviewers: {type: array, maxItems: 20, items: {$ref: '#/components/schemas/ReviewCondition'}, description: A case that any of these covers is approved by two different reviewers.}
    ReviewPolicyVersion:
      type: object
      required: [ordinal, validFrom, policy, recordedAt]
      properties:
        ordinal: {type: integer}
        validFrom: {$ref: '#/components/schemas/Instant'}
        policy: {$ref: '#/components/schemas/ReviewPolicy'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    ReviewPolicyPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/ReviewPolicyVersion'}}
        next: {type: string}
    SetReviewPolicy:
      type: object
      additionalProperties: false
      required: [policy, after]
      properties:
        policy: {$ref: '#/components/schemas/ReviewPolicy'}
        validFrom: {$ref: '#/components/schemas/Instant', description: Now where it is left out.}
        after: {type: integer, minimum: 0, description: The version that was read; 0 when there was none.}
        replacing: {type: boolean, description: 'Whether it may count before the newest version, which then never comes into force; refused otherwise.'}
    ExclusionPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Exclusion'}}
        next: {type: string}
    Unit:
      type: object
      required: [id, code, name]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        code: {type: string}
        name: {type: string}
    UnitPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Unit'}}
        next: {type: string}
    Expiry:
      type: object
      required: [matter, until, registration, registrationCode, role, cards]
      properties:
        matter: {type: string, enum: [document, authorisation]}
        until: {$ref: '#/components/schemas/Date'}
        registration: {$ref: '#/components/schemas/Id'}
        registrationCode: {type: string}
        role: {$ref: '#/components/schemas/HeldRole'}
        cards: {type: integer}
    ExpiryPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Expiry'}}
        next: {type: string}
    # ---- Who answers
    AskAnswer:
      type: object
      additionalProperties: false
      minProperties: 1
      description: Exactly one of `iccid`, `msisdn`, `imsi`, `card`.
      properties:
        iccid: {$ref: '#/components/schemas/ICCIDText'}
        msisdn: {type: string, minLength: 1, maxLength: 40}
        imsi: {type: string, minLength: 1, maxLength: 40}
        card: {$ref: '#/components/schemas/CardReference'}
        at: {$ref: '#/components/schemas/Instant', description: Who answered then.}
        asKnown: {$ref: '#/components/schemas/Instant', description: As was known then.}
    Reveal:
      type: object
      additionalProperties: false
      required: [purpose]
      description: Exactly one of `iccid`, `msisdn`, `imsi`, `card`.
      properties:
        iccid: {$ref: '#/components/schemas/ICCIDText'}
        msisdn: {type: string, minLength: 1, maxLength: 40}
        imsi: {type: string, minLength: 1, maxLength: 40}
        card: {$ref: '#/components/schemas/CardReference'}
        at: {$ref: '#/components/schemas/Instant'}
        asKnown: {$ref: '#/components/schemas/Instant'}
        purpose: {$ref: '#/components/schemas/Purpose'}
    AnswerForCard:
      type: object
      description: Who answers for a card at an instant.
      required: [card, iccid, carrier, at, asKnown, masked, standing, agentChain, evidence]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        iccid: {type: string}
        msisdn: {type: string}
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        at: {$ref: '#/components/schemas/Instant'}
        asKnown: {$ref: '#/components/schemas/Instant'}
        masked: {type: boolean}
        standing: {type: string, enum: [registered, vacant, unregistered], description: '`vacant`: nobody any more; `unregistered`: nobody ever, up to then.'}
        unit: {$ref: '#/components/schemas/Unit'}
        holder: {$ref: '#/components/schemas/AnsweringParty', description: 'In whose own name a person''s card stands.'}
        guardian: {$ref: '#/components/schemas/AnsweringParty', description: Who answers for a minor.}
        responsiblePerson: {$ref: '#/components/schemas/AnsweringParty'}
        actualUser: {$ref: '#/components/schemas/AnsweringParty'}
        usingDepartment: {type: string}
        handler: {$ref: '#/components/schemas/AnsweringParty'}
        proxy: {$ref: '#/components/schemas/AnsweringParty'}
        agentChain:
          type: array
          description: From the operating company down to who sold it, as of the day of registration.
          items:
            type: object
            required: [organisation, name]
            properties:
              organisation: {$ref: '#/components/schemas/Id'}
              name: {type: string}
        since: {$ref: '#/components/schemas/Instant'}
        registration: {$ref: '#/components/schemas/Id'}
        registrationCode: {type: string}
        decision: {$ref: '#/components/schemas/Id'}
        evidence: {type: array, items: {$ref: '#/components/schemas/Id'}, description: What the decision rested on.}
        serviceState: {$ref: '#/components/schemas/ServiceState', description: Where the card's service stands now.}
        stops: {type: array, items: {$ref: '#/components/schemas/StopReason'}, description: Why it is stopped now.}
        retention: {type: string, enum: [retention, legal-hold, deep-freeze], description: Whoever answered then does no more; what is kept of it and how.}
        withheld: {type: boolean, description: 'What is kept for lawful tracing is left out for whoever may not trace, and what custodians have for everybody.'}
    # ---- Trail
    SubjectKind:
      type: string
      enum: [organisation, account, product, intake, custody, card, evidence, party, registration, application, installation, policy, entrance, usage, campaign, export, part-link]
    TrailEntry:
      type: object
      required: [id, recordedAt, actor, action, body]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        number: {type: integer, description: 'Its place in the tree, from 0; absent until the sequencer has numbered it, within a second.'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
        actor: {$ref: '#/components/schemas/Id'}
        action: {type: string, examples: [registration.decided]}
        body: {type: string, description: 'The entry as canonical JSON (RFC 8785): these bytes are the leaf of the tree.'}
        leafHash: {type: string, description: 'SHA-256 leaf hash (RFC 6962), hexadecimal.'}
        proof: {$ref: '#/components/schemas/InclusionProof', description: 'Of one entry, not in lists; once it is numbered.'}
    InclusionProof:
      type: object
      description: That the entry stands in the tree of that size and root (RFC 6962 section 2.1.1).
      required: [index, size, root, path]
      properties:
        index: {type: integer}
        size: {type: integer}
        root: {type: string}
        path: {type: array, items: {type: string}}
    TrailPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/TrailEntry'}}
        next: {type: string}
    TrailHead:
      type: object
      required: [size, root, pending]
      properties:
        size: {type: integer, description: Entries numbered.}
        root: {type: string, description: 'Root of the tree (RFC 6962), hexadecimal; of the empty tree SHA-256 of nothing.'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
        pending: {type: integer, description: 'Entries committed and not numbered yet.'}
    CustodyOutcome:
      type: object
      required: [moved, alreadyThere, leftOut, notFoundPositions]
      properties:
        act: {$ref: '#/components/schemas/Id', description: Absent when nothing had to move.}
        moved: {type: integer}
        alreadyThere: {type: integer}
        leftOut: {type: array, items: {$ref: '#/components/schemas/CardObstacle'}}
        notFoundPositions: {type: array, items: {type: integer}, description: 'Positions in the list, from 0.'}
    CardObstacle:
      type: object
      required: [code, title, cards]
      properties:
        code: {type: string}
        title: {type: string}
        cards: {type: integer}
    CardDetail:
      type: object
      required: [card, product, custody]
      properties:
        card: {$ref: '#/components/schemas/Card'}
        product: {$ref: '#/components/schemas/Product'}
        custody: {type: array, items: {$ref: '#/components/schemas/CustodyAct'}, description: 'Acts within scope, oldest first.'}
    ServiceState: {type: string, enum: [stock, testable, ready, active, cancelling, cancelled]}
    StopReason: {type: string, enum: [no-real-name, owner-asked, arrears, threshold, device-separation, risk, illegal-use, reverification-due, carrier-own]}
    ChangeLives:
      type: object
      additionalProperties: false
      required: [command, cards]
      properties:
        command: {type: string, enum: [open-test, prepare, activate, stop, resume, cancel, bring-back, carrier-activated]}
        cards: {$ref: '#/components/schemas/CardSelection'}
        reason: {$ref: '#/components/schemas/StopReason', description: 'For `stop` and `resume`: which reason is set, or lifted.'}
        leavingOthers: {type: boolean, description: Leave the cards for which it is not possible.}
    LifeOutcomes:
      type: object
      required: [changed, leftOut, notFoundPositions]
      properties:
        changed: {type: integer}
        leftOut: {type: array, items: {$ref: '#/components/schemas/CardObstacle'}}
        notFoundPositions: {type: array, items: {type: integer}, description: 'Positions in the list, from 0.'}
    LifeStanding:
      type: object
      required: [state, stops, serves]
      properties:
        state: {$ref: '#/components/schemas/ServiceState'}
        stops: {type: array, items: {$ref: '#/components/schemas/StopReason'}, description: Why service is stopped; it runs only when there is no reason.}
        serves: {type: boolean, description: Whether a device can use it as far as we are concerned.}
    CardLife:
      type: object
      description: 'Service state, stop reasons, real name and what the carrier says are axes of their own.'
      required: [card, state, stops, serves, realName, carrierState, since, events, intents]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        state: {$ref: '#/components/schemas/ServiceState'}
        stops: {type: array, items: {$ref: '#/components/schemas/StopReason'}}
        serves: {type: boolean}
        realName: {type: string, enum: [registered, vacant]}
        carrierState: {type: string, enum: [stock, testable, ready, active, stopped, held-by-carrier, cancelling, cancelled, replaced, unknown], description: 'What the carrier says; `unknown` where nobody asked.'}
        carrierStateAt: {$ref: '#/components/schemas/Instant', description: When it was asked.}
        carrierRealName: {type: string, enum: [registered, unregistered, under-review, refused, unknown]}
        carrierRealNameAt: {$ref: '#/components/schemas/Instant'}
        carrierRefusal: {type: string, description: 'Why it says nothing of the card: a code of ours.'}
        carrierSayings: {type: array, items: {$ref: '#/components/schemas/CarrierSaying'}, description: 'What it said, newest first.'}
        since: {$ref: '#/components/schemas/Instant'}
        number: {type: string, enum: [in-use, frozen, free]}
        numberFreeFrom: {$ref: '#/components/schemas/Instant'}
        nextStep: {type: string, enum: [test-end, silent-end, idle, arrears, cycle-end]}
        nextStepAt: {$ref: '#/components/schemas/Instant'}
        lastUse: {$ref: '#/components/schemas/Instant'}
        month: {type: integer, description: 'yyyymm'}
        kilobytes: {type: integer, description: Of that month.}
        region: {type: integer, description: 'Of the last use: four digits of GB/T 2260.'}
        deviceChanges: {type: integer, description: 'How often it was seen in another device than before, in this calendar month.'}
        events: {type: array, items: {$ref: '#/components/schemas/LifeEvent'}, description: Oldest first.}
        intents: {type: array, items: {$ref: '#/components/schemas/CarrierIntent'}, description: 'What the carrier was asked for, newest first.'}
    LifeEvent:
      type: object
      required: [ordinal, command, state, stops, effectiveFrom, recordedBy]
      properties:
        ordinal: {type: integer}
        command: {type: string}
        reason: {$ref: '#/components/schemas/StopReason'}
        state: {$ref: '#/components/schemas/ServiceState'}
        stops: {type: array, items: {$ref: '#/components/schemas/StopReason'}}
        effectiveFrom: {$ref: '#/components/schemas/Instant'}
        recordedBy: {$ref: '#/components/schemas/Id'}
    CarrierIntent:
      type: object
      required: [ordinal, command, state, createdAt, tries]
      properties:
        ordinal: {type: integer}
        command: {type: string}
        reason: {$ref: '#/components/schemas/StopReason'}
        state: {type: string, enum: [waiting, sent, by-hand, done, failed, superseded]}
        createdAt: {$ref: '#/components/schemas/Instant'}
        dueAt: {$ref: '#/components/schemas/Instant', description: 'When it is told, or asked about, next.'}
        toldAt: {$ref: '#/components/schemas/Instant'}
        endedAt: {$ref: '#/components/schemas/Instant'}
        tries: {type: integer, description: How often it was told.}
        lastCode: {type: string, description: 'What the carrier answered last: our code, and its own behind a slash.'}
    CreateDevicePool:
      type: object
      additionalProperties: false
      required: [name]
      properties:
        name: {type: string, minLength: 1, maxLength: 60}
    DevicePool:
      type: object
      required: [id, organisation, name, createdAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        organisation: {$ref: '#/components/schemas/Id'}
        name: {type: string}
        createdAt: {$ref: '#/components/schemas/Instant'}
    DevicePoolSummary:
      type: object
      required: [pool, devices, cards]
      properties:
        pool: {$ref: '#/components/schemas/DevicePool'}
        devices: {type: integer}
        cards: {type: integer, description: 'Those in the hands of its organisation or of one below.'}
    DevicePoolPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/DevicePool'}}
        next: {type: string}
    PoolDevice:
      type: object
      required: [device, since]
      properties:
        device: {type: string, description: 'The 14 digits that are compared (R-NF-03).'}
        since: {$ref: '#/components/schemas/Instant'}
    PoolDevicePage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/PoolDevice'}}
        next: {type: string}
    PoolCard:
      type: object
      required: [card]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
    PoolCardPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/PoolCard'}}
        next: {type: string}
    DeclarePoolDevices:
      type: object
      additionalProperties: false
      required: [imeis]
      properties:
        imeis: {type: array, minItems: 1, maxItems: 1000, items: {type: string, minLength: 14, maxLength: 24}}
        withdrawing: {type: boolean, description: They leave the pool; what was seen in them until now stays in order.}
    BindPoolCards:
      type: object
      additionalProperties: false
      required: [cards]
      properties:
        cards: {$ref: '#/components/schemas/CardSelection'}
        leavingOthers: {type: boolean, description: Leave the cards for which it is not possible.}
    PoolOutcome:
      type: object
      required: [changed, unchanged, resumed, leftOut, notFoundPositions]
      properties:
        changed: {type: integer}
        unchanged: {type: integer, description: Stood so before.}
        resumed: {type: integer, description: 'Cards whose service goes on, since the device they were seen in is in order now.'}
        leftOut: {type: array, items: {$ref: '#/components/schemas/CardObstacle'}}
        notFoundPositions: {type: array, items: {type: integer}, description: 'Positions in the list, from 0.'}
    ChangeDevice:
      type: object
      additionalProperties: false
      required: [imei]
      properties:
        imei: {type: string, minLength: 14, maxLength: 24}
    ChangeSIM:
      type: object
      additionalProperties: false
      required: [iccid]
      properties:
        iccid: {$ref: '#/components/schemas/ICCIDText'}
    UsageFile:
      type: object
      required: [id, organisation, state, bytes, format, rows, taken, unknown, failed, createdAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        organisation: {$ref: '#/components/schemas/Id'}
        state: {$ref: '#/components/schemas/IntakeState'}
        failure: {type: string, description: Code of what stopped it.}
        bytes: {type: integer}
        format: {type: string}
        rows: {type: integer, description: The row up to which all is done.}
        taken: {type: integer}
        unknown: {type: integer, description: Lines of numbers that no card here has.}
        failed: {type: integer}
        createdAt: {$ref: '#/components/schemas/Instant'}
        startedAt: {$ref: '#/components/schemas/Instant'}
        finishedAt: {$ref: '#/components/schemas/Instant'}
    UsageFilePage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/UsageFile'}}
        next: {type: string}
    UsageProblem:
      type: object
      description: What is wrong with a line; never the data itself.
      required: [row, field, code]
      properties:
        row: {type: integer}
        field: {type: string}
        code: {type: string}
    UsageProblemPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/UsageProblem'}}
        next: {type: string}
    LifeSetting:
      type: object
      additionalProperties: false
      description: What is left out is left to the more general setting.
      properties:
        testDays: {type: integer}
        silentDays: {type: integer}
        silentEndsOnFirst: {type: boolean, description: The carrier activates on the first of the month that follows.}
        idleMonths: {type: integer, description: Months without use until the cancellation cycle begins; else 3.}
        cancellationMonths: {type: integer, description: Months of the cycle; else 2.}
        arrearsDays: {type: integer, description: Days in arrears until the cycle begins; else 60.}
        freezeDays: {type: integer, description: 'Days the number is frozen after cancellation, at least 90.'}
        noticeDays: {type: integer, description: Days before a step at which people are told; else 7.}
        useBringsBack: {type: boolean, description: Use alone brings a card back.}
        holderBringsBack: {type: boolean, description: 'The person who answers for a card may bring it back himself, once he has proved who he is; true where nothing is set.'}
        testsUnregistered: {type: boolean, description: A card under test may attach unregistered.}
        reregistersOnSIMChange: {type: boolean}
        reregistersOnDeviceChange: {type: boolean}
        reregistersPersonOnDeviceChange: {type: boolean, description: Another device demands a new verification where a person answers for the card; else with China Telecom.}
        separationNeedsRebinding: {type: boolean, description: 'Stopped in another device, a card goes on only once its device is declared; else with China Mobile.'}
        deviceChangesUntilRisk: {type: integer, description: 'The how-manieth change of device in a calendar month stops the card for risk, and every further one; 0: none. Else 3 with China Unicom.'}
        deviceChangeIsFinal: {type: boolean, description: 'Another device stops the card the next day for good: a soldered chip.'}
    SetLifeSetting:
      type: object
      additionalProperties: false
      required: [setting, after]
      properties:
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        product: {$ref: '#/components/schemas/ProductCode'}
        province: {type: integer, minimum: 11, maximum: 82}
        setting: {$ref: '#/components/schemas/LifeSetting'}
        validFrom: {$ref: '#/components/schemas/Instant', description: Now where it is left out.}
        after: {type: integer, minimum: 0, description: The version that was read; 0 when there was none.}
        replacing: {type: boolean, description: 'Whether it may count before the newest version, which then never comes into force; refused otherwise.'}
    LifeSettingVersion:
      type: object
      required: [ordinal, validFrom, setting, recordedAt]
      properties:
        carrier: {type: string}
        product: {type: string}
        province: {type: integer}
        ordinal: {type: integer}
        validFrom: {$ref: '#/components/schemas/Instant'}
        setting: {$ref: '#/components/schemas/LifeSetting'}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    LifeSettingList:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/LifeSettingVersion'}}
    LifeCase:
      type: object
      required: [card, kind, openedAt, mends]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        kind: {$ref: '#/components/schemas/LifeCaseKind'}
        openedAt: {$ref: '#/components/schemas/Instant'}
        mends: {type: array, items: {$ref: '#/components/schemas/LifeMend'}, description: 'What can be done about it by one word, the most usual first.'}
        contacts: {type: integer, description: 'How many of those who claimed the card left a telephone number.'}
        cards: {type: integer, maximum: 1001, description: 'For how many cards of its registration this one stands, itself included; counted up to 1001, which says more than a thousand; absent where it stands for itself.'}
    LifeCaseKind:
      type: string
      enum: [activated-unregistered, used-after-cancellation, cancelled-though-used, carrier-refused, runs-at-carrier, stopped-at-carrier, not-activated-at-carrier, cancelled-at-carrier, not-cancelled-at-carrier, registered-at-carrier-only, registered-here-only, unknown-at-carrier, claimed-at-entrance, device-used-by-many]
    LifeMend: {type: string, enum: [tell-again, take-over, clear]}
    MendLifeCase:
      type: object
      additionalProperties: false
      required: [card, kind, openedAt, mend]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        kind: {$ref: '#/components/schemas/LifeCaseKind'}
        openedAt: {$ref: '#/components/schemas/Instant', description: As the list shows it.}
        mend: {$ref: '#/components/schemas/LifeMend'}
    CarrierWorkList:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/CarrierWork'}}
    CarrierWork:
      type: object
      required: [carrier, waiting, sent, byHand]
      properties:
        connection: {type: string, description: Absent where the carrier is not connected.}
        carrier: {$ref: '#/components/schemas/CarrierCode'}
        system: {type: string, enum: [onelink, ctwing, unicom-cmp, generic]}
        restsUntil: {$ref: '#/components/schemas/Instant', description: It keeps failing and is not asked before.}
        waiting: {type: integer, description: Not told yet.}
        sent: {type: integer, description: 'Told, or perhaps told: it is asked what became of it.'}
        byHand: {type: integer, description: Its interface does not offer it.}
        waitsSince: {$ref: '#/components/schemas/Instant', description: The longest waiting.}
        roundCards: {type: integer, description: Asked about so far in this round of the whole base.}
        roundBeganAt: {$ref: '#/components/schemas/Instant'}
        roundHours: {type: integer, description: 'What a round of the whole base takes, as far as is known.'}
    CardIntent:
      type: object
      required: [card, intent]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        intent: {$ref: '#/components/schemas/CarrierIntent'}
    CardIntentPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/CardIntent'}}
        next: {type: string}
    SettleIntent:
      type: object
      additionalProperties: false
      required: [card, ordinal, outcome]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        ordinal: {type: integer, minimum: 0, description: As the list shows it.}
        outcome: {type: string, enum: [done, failed]}
    CarrierQuestion:
      type: object
      additionalProperties: false
      required: [card]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
    CarrierSaying:
      type: object
      required: [axis, word, recordedAt]
      properties:
        axis: {type: string, enum: [service, real-name, known]}
        word: {type: string}
        code: {type: string, description: As the carrier gave it.}
        recordedAt: {$ref: '#/components/schemas/Instant'}
    LifeCasePage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/LifeCase'}}
        next: {type: string}
    ClaimCard:
      type: object
      additionalProperties: false
      properties:
        contact: {type: string, maxLength: 64, description: 'A telephone number at which whoever looks into it may call. Sealed, and destroyed when the case is closed; nothing else is kept of whoever claims.'}
    ReadClaimContacts:
      type: object
      additionalProperties: false
      required: [card, purpose]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        purpose: {type: string, minLength: 1, maxLength: 200}
    ClaimContacts:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/ClaimContact'}, description: The oldest first.}
    ClaimContact:
      type: object
      required: [phone, leftAt]
      properties:
        phone: {type: string}
        leftAt: {$ref: '#/components/schemas/Instant'}
    CloseLifeCase:
      type: object
      additionalProperties: false
      required: [card, kind, openedAt]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        kind: {$ref: '#/components/schemas/LifeCaseKind'}
        openedAt: {$ref: '#/components/schemas/Instant', description: As the list shows it.}
    RetentionReport:
      type: object
      required: [live, retention, deepFreeze, legalHold, inCustody, awaitingCustody, keysInCustody, hasCustodians, cardsCancelled, items]
      properties:
        live: {type: integer}
        retention: {type: integer, description: Ended less than two years ago.}
        deepFreeze: {type: integer, description: Ended before.}
        legalHold: {type: integer, description: Held for a case; not counted with the two before.}
        inCustody: {type: integer, description: Registrations all of whose keys custodians have.}
        awaitingCustody: {type: integer, description: 'Registrations that ended two years ago and whose keys are not all with the custodians: none are set, it is held, or a person or paper of it is in use elsewhere.'}
        keysInCustody: {type: integer}
        hasCustodians: {type: boolean, description: Without two custodians no key is deposited.}
        cardsCancelled: {type: integer}
        items: {type: array, items: {$ref: '#/components/schemas/RetainedRegistration'}, description: The longest ended first.}
        next: {type: string}
    RetainedRegistration:
      type: object
      required: [registration, code, endedAt, phase, ground, requirement]
      properties:
        registration: {$ref: '#/components/schemas/Id'}
        code: {type: string}
        endedAt: {$ref: '#/components/schemas/Instant'}
        phase: {type: string, enum: [retention, legal-hold, deep-freeze]}
        ground: {type: string, description: On which it is kept.}
        requirement: {type: string}
        until: {$ref: '#/components/schemas/Instant', description: 'When it is sealed; absent while it is held.'}
    PlaceLegalHold:
      type: object
      additionalProperties: false
      required: [caseNumber, reason]
      properties:
        iccid: {$ref: '#/components/schemas/ICCIDText'}
        msisdn: {type: string, minLength: 11, maxLength: 20}
        card: {$ref: '#/components/schemas/CardReference'}
        at: {$ref: '#/components/schemas/Instant', description: A time of the registration; now where it is left out.}
        role: {$ref: '#/components/schemas/HeldRole', description: 'Hold whoever had this role then, wherever he is registered; the card, where it is left out.'}
        caseNumber: {$ref: '#/components/schemas/CaseNumber'}
        reason: {$ref: '#/components/schemas/Purpose'}
    CaseNumber:
      type: string
      minLength: 4
      maxLength: 64
      description: What the court, the police or the regulator calls the case; it stands on the trail in clear and names nobody.
    ReleaseLegalHold:
      type: object
      additionalProperties: false
      required: [reason]
      properties:
        reason: {$ref: '#/components/schemas/Purpose'}
    LegalHold:
      type: object
      required: [id, code, caseNumber, reason, placedAt, placedBy]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        code: {type: string}
        card: {$ref: '#/components/schemas/CardReference', description: The card that is held.}
        party: {$ref: '#/components/schemas/Id', description: The person or unit that is held.}
        caseNumber: {type: string}
        reason: {type: string}
        placedAt: {$ref: '#/components/schemas/Instant'}
        placedBy: {$ref: '#/components/schemas/Id'}
        releasedAt: {$ref: '#/components/schemas/Instant', description: Absent while it holds.}
        releasedBy: {$ref: '#/components/schemas/Id'}
        releaseReason: {type: string}
    LegalHoldPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/LegalHold'}}
        next: {type: string}
    AskForSealedOpening:
      type: object
      additionalProperties: false
      required: [at, caseNumber, reason]
      properties:
        iccid: {$ref: '#/components/schemas/ICCIDText'}
        msisdn: {type: string, minLength: 11, maxLength: 20}
        card: {$ref: '#/components/schemas/CardReference'}
        at: {$ref: '#/components/schemas/Instant', description: A time of the registration.}
        caseNumber: {$ref: '#/components/schemas/CaseNumber'}
        reason: {$ref: '#/components/schemas/Purpose'}
    SealedOpening:
      type: object
      required: [id, code, card, registration, state, caseNumber, reason, askedAt, askedBy]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        code: {type: string}
        card: {$ref: '#/components/schemas/CardReference'}
        registration: {$ref: '#/components/schemas/Id'}
        state: {type: string, enum: [asked, refused, awaiting-custodians, open, lapsed]}
        caseNumber: {type: string}
        reason: {type: string}
        askedAt: {$ref: '#/components/schemas/Instant'}
        askedBy: {$ref: '#/components/schemas/Id'}
        note: {type: string}
        decidedAt: {$ref: '#/components/schemas/Instant'}
        decidedBy: {$ref: '#/components/schemas/Id'}
        openUntil: {$ref: '#/components/schemas/Instant', description: 'Of what was approved; where custodians are awaited, until when.'}
    SealedOpeningPage:
      type: object
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/SealedOpening'}}
        next: {type: string}
    DecideSealedOpening:
      type: object
      additionalProperties: false
      required: [verdict]
      properties:
        verdict: {type: string, enum: [approve, refuse]}
        note: {type: string, maxLength: 200, description: Read by whoever asked; it names nobody.}
    AskCustodian:
      type: object
      additionalProperties: false
      required: [custodian]
      properties:
        custodian: {type: string, enum: [a, b]}
    CustodianRequest:
      type: object
      required: [file]
      properties:
        file: {type: string, description: What `shiming custodian answer` reads.}
    CustodianAnswer:
      type: object
      additionalProperties: false
      required: [answer]
      properties:
        answer: {type: string, minLength: 1, maxLength: 16000000, description: The file that `shiming custodian answer` wrote.}
    SetCustodians:
      type: object
      additionalProperties: false
      required: [a, b]
      properties:
        a: {type: string, minLength: 1, maxLength: 200, description: The line that `shiming custodian new` printed.}
        b: {type: string, minLength: 1, maxLength: 200}
    ConfirmCustodians:
      type: object
      additionalProperties: false
      required: [pair, a, b]
      properties:
        pair: {type: integer, minimum: 1, description: The `ordinal` of what was proposed.}
        a: {type: string, minLength: 1, maxLength: 200, description: The line that `shiming custodian prove` printed.}
        b: {type: string, minLength: 1, maxLength: 200}
    CustodianPair:
      type: object
      required: [ordinal, a, b, challengeA, challengeB, proposedAt, proposedBy]
      properties:
        ordinal: {type: integer}
        a: {type: string}
        b: {type: string}
        challengeA: {type: string, description: The file that the first custodian opens with `shiming custodian prove`.}
        challengeB: {type: string}
        proposedAt: {$ref: '#/components/schemas/Instant'}
        proposedBy: {$ref: '#/components/schemas/Id'}
        confirmedAt: {$ref: '#/components/schemas/Instant', description: Absent where nobody confirmed them; nothing is deposited with those.}
        confirmedBy: {$ref: '#/components/schemas/Id'}
    Custodians:
      type: object
      required: [verifier, items]
      properties:
        verifier: {type: string, description: 'By which custodians know that a request is this installation''s; each keeps it beside his key.'}
        items: {type: array, items: {$ref: '#/components/schemas/CustodianPair'}, description: The newest first; the newest confirmed ones are in force.}
    AskDeletion:
      type: object
      additionalProperties: false
      minProperties: 1
      properties:
        iccid: {$ref: '#/components/schemas/ICCIDText'}
        msisdn: {type: string, minLength: 11, maxLength: 20}
        card: {$ref: '#/components/schemas/CardReference'}
        at: {$ref: '#/components/schemas/Instant', description: A time of the registration; now where it is left out.}
    DeletionAnswer:
      type: object
      required: [deleted, phase, ground, requirement]
      properties:
        deleted: {type: boolean, description: Always false.}
        phase: {type: string, enum: [live, retention, legal-hold, deep-freeze]}
        ground: {type: string}
        requirement: {type: string}
        until: {$ref: '#/components/schemas/Instant'}
    EvidenceSlots:
      type: object
      additionalProperties: false
      description: Evidence by what it is needed for.
      properties:
        unit-document: {$ref: '#/components/schemas/EvidenceList'}
        sealed-letter: {$ref: '#/components/schemas/EvidenceList'}
        authorisation-letter: {$ref: '#/components/schemas/EvidenceList'}
        handler-id-front: {$ref: '#/components/schemas/EvidenceList'}
        handler-id-back: {$ref: '#/components/schemas/EvidenceList'}
        responsible-person-id-front: {$ref: '#/components/schemas/EvidenceList'}
        responsible-person-id-back: {$ref: '#/components/schemas/EvidenceList'}
        actual-user-id-front: {$ref: '#/components/schemas/EvidenceList'}
        proxy-id-front: {$ref: '#/components/schemas/EvidenceList'}
        proxy-id-back: {$ref: '#/components/schemas/EvidenceList'}
        purchase-voucher: {$ref: '#/components/schemas/EvidenceList'}
        handler-on-site-photo: {$ref: '#/components/schemas/EvidenceList'}
        device-data: {$ref: '#/components/schemas/EvidenceList'}
        change-ground: {$ref: '#/components/schemas/EvidenceList'}
        holder-id-front: {$ref: '#/components/schemas/EvidenceList'}
        holder-id-back: {$ref: '#/components/schemas/EvidenceList'}
        hand-held-photo: {$ref: '#/components/schemas/EvidenceList'}
        face-capture: {$ref: '#/components/schemas/EvidenceList'}
        holder-on-site-photo: {$ref: '#/components/schemas/EvidenceList'}
        guardian-id-front: {$ref: '#/components/schemas/EvidenceList'}
        guardian-id-back: {$ref: '#/components/schemas/EvidenceList'}
    EvidenceList:
      type: array
      maxItems: 10
      items: {$ref: '#/components/schemas/Id'}
    PartyFacts:
      type: object
      additionalProperties: false
      description: A unit or person as its document says. A masked view has the same fields.
      properties:
        name: {$ref: '#/components/schemas/DraftText'}
        documentType: {type: string, maxLength: 64, examples: [resident-id, credit-code]}
        documentNumber: {$ref: '#/components/schemas/DraftText'}
        formerNumber: {$ref: '#/components/schemas/DraftText', description: 'Of the document before, where the new one prints it.'}
        birthDate: {$ref: '#/components/schemas/DraftText', description: '`yyyy-MM-dd`; a person needs it on his own card where the number of the document does not tell it (R-DP-06).'}
        address: {$ref: '#/components/schemas/DraftText'}
        contact: {$ref: '#/components/schemas/DraftText'}
        validFrom: {$ref: '#/components/schemas/Date'}
        validUntil: {$ref: '#/components/schemas/Until'}
    DeclaredUse:
      type: object
      additionalProperties: false
      description: The devices and what the cards are for (R-AF-04, R-IC-03).
      properties:
        deviceType: {$ref: '#/components/schemas/DraftText'}
        deviceModel: {$ref: '#/components/schemas/DraftText'}
        scene: {$ref: '#/components/schemas/DraftText'}
        traffic: {$ref: '#/components/schemas/Traffic'}
        voice: {type: boolean}
        sms: {type: boolean}
        monthlyMegabytes: {type: integer, minimum: 0, maximum: 10000000}
        region: {type: string, maxLength: 64, description: 'GB/T 2260, two or six digits, or `CN`.'}
    ApplicationBegun:
      type: object
      required: [registration, application, code, version]
      properties:
        registration: {$ref: '#/components/schemas/Id'}
        application: {$ref: '#/components/schemas/Id'}
        code: {type: string, description: Short name of the registration to be told on the telephone.}
        version: {type: integer}
        cards: {type: integer, description: 'Where it was handed in at once, as all that follows: for how many cards.'}
        submission: {$ref: '#/components/schemas/Id'}
        checks: {type: array, items: {$ref: '#/components/schemas/Check'}, description: What did not simply pass; every check stands on the application.}
    Decision:
      type: object
      required: [id, verdict, cardsRegistered, cardsExcluded, effectiveFrom, decidedAt, decidedBy]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        verdict: {type: string, enum: [approve, send-back, refuse]}
        cardsRegistered: {type: integer}
        cardsExcluded: {type: integer}
        effectiveFrom: {$ref: '#/components/schemas/Instant'}
        decidedAt: {$ref: '#/components/schemas/Instant'}
        decidedBy: {$ref: '#/components/schemas/Id'}
        secondedBy: {$ref: '#/components/schemas/Id'}
    UnitDetail:
      type: object
      required: [unit, registrations]
      properties:
        unit: {$ref: '#/components/schemas/Unit'}
        registrations: {type: array, items: {$ref: '#/components/schemas/Registration'}}
    ApplicationVersion:
      type: object
      required: [application, version]
      properties:
        application: {$ref: '#/components/schemas/Id'}
        version: {type: integer}
    ApplicationSubmitted:
      type: object
      required: [application, submission, version, checks]
      properties:
        application: {$ref: '#/components/schemas/Id'}
        submission: {$ref: '#/components/schemas/Id'}
        version: {type: integer}
        checks: {type: array, items: {$ref: '#/components/schemas/Check'}}
    ApplicationDecided:
      type: object
      required: [application, state, cardsRegistered, cardsExcluded, version]
      properties:
        application: {$ref: '#/components/schemas/Id'}
        decision: {$ref: '#/components/schemas/Id'}
        state: {$ref: '#/components/schemas/ApplicationState'}
        cardsRegistered: {type: integer}
        cardsExcluded: {type: integer}
        version: {type: integer}
    ReviewHold:
      type: object
      required: [until]
      properties:
        until: {$ref: '#/components/schemas/Instant'}
    RevealApplication:
      type: object
      additionalProperties: false
      required: [purpose]
      properties:
        purpose: {$ref: '#/components/schemas/Purpose'}
    Exclusion:
      type: object
      description: A card of the application that could not be registered; the others were.
      required: [card, iccid, code]
      properties:
        card: {$ref: '#/components/schemas/CardReference'}
        iccid: {type: string}
        code: {type: string}
    AnsweringParty:
      type: object
      description: A person who answers; masked unless revealed (R-DP-22).
      required: [party, name, documentType, documentNumber, since]
      properties:
        party: {$ref: '#/components/schemas/Id'}
        name: {type: string, examples: ['王**']}
        documentType: {type: string}
        documentNumber: {type: string, examples: ['1****X']}
        address: {type: string}
        contact: {type: string, examples: ['138****8000']}
        since: {$ref: '#/components/schemas/Instant'}
    # ---- Meta
    Health:
      type: object
      required: [status]
      properties:
        status: {type: string, enum: [ok]}
    Readiness:
      type: object
      required: [status, checks]
      properties:
        status: {type: string, enum: [ready, not-ready]}
        checks:
          type: object
          additionalProperties: {type: string}

"""##
}
