// Made from Contract/openapi.yaml by Scripts/generate-contract.py; change the contract, not this file.

extension ContractDocument {
    /// The shapes of parameters and JSON bodies, as JSON.
    package static let requestShapes = ##"""
{
 "operations": {
  "acceptEnrolment": {
   "body": {
    "$ref": "#/components/schemas/AcceptEnrolment"
   }
  },
  "answerDeletion": {
   "body": {
    "$ref": "#/components/schemas/AskDeletion"
   }
  },
  "answerForCard": {
   "body": {
    "$ref": "#/components/schemas/AskAnswer"
   }
  },
  "askCarrier": {
   "body": {
    "$ref": "#/components/schemas/CarrierQuestion"
   }
  },
  "askCustodian": {
   "body": {
    "$ref": "#/components/schemas/AskCustodian"
   },
   "path": {
    "sealedOpening": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "askForDeletion": {},
  "askForExport": {
   "body": {
    "$ref": "#/components/schemas/AskForExport"
   }
  },
  "askForRelease": {
   "body": {
    "$ref": "#/components/schemas/AskForRelease"
   }
  },
  "askForSealedOpening": {
   "body": {
    "$ref": "#/components/schemas/AskForSealedOpening"
   }
  },
  "askPersonalStatus": {
   "body": {
    "$ref": "#/components/schemas/AskPersonalStatus"
   }
  },
  "beginCorrection": {
   "body": {
    "$ref": "#/components/schemas/NameOwnRegistration"
   }
  },
  "beginProof": {},
  "beginProviderCapture": {
   "body": {
    "$ref": "#/components/schemas/BeginProviderCapture"
   }
  },
  "beginSecondFactor": {
   "body": {
    "$ref": "#/components/schemas/BeginSecondFactor"
   }
  },
  "beginTransfer": {
   "body": {
    "$ref": "#/components/schemas/NameOwnRegistration"
   }
  },
  "bindPoolCards": {
   "body": {
    "$ref": "#/components/schemas/BindPoolCards"
   },
   "path": {
    "devicePool": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "bringBackOwnCard": {
   "body": {
    "$ref": "#/components/schemas/NameOwnRegistration"
   }
  },
  "callOffTransfer": {
   "body": {
    "$ref": "#/components/schemas/NameOwnRegistration"
   }
  },
  "cancelCampaign": {
   "path": {
    "campaign": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CampaignCode"
     }
    }
   }
  },
  "cancelIntake": {
   "path": {
    "intake": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "captureFace": {
   "body": {
    "$ref": "#/components/schemas/CaptureFace"
   }
  },
  "capturePart": {
   "query": {
    "insist": {
     "required": false,
     "schema": {
      "type": "boolean"
     }
    },
    "slot": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/PartSlot"
     }
    }
   }
  },
  "capturePicture": {
   "query": {
    "insist": {
     "required": false,
     "schema": {
      "type": "boolean"
     }
    },
    "slot": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/PictureSlot"
     }
    }
   }
  },
  "changeCampaign": {
   "body": {
    "$ref": "#/components/schemas/CampaignTerms"
   },
   "path": {
    "campaign": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CampaignCode"
     }
    }
   }
  },
  "changeDevice": {
   "body": {
    "$ref": "#/components/schemas/ChangeDevice"
   },
   "path": {
    "card": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CardReference"
     }
    }
   }
  },
  "changeLives": {
   "body": {
    "$ref": "#/components/schemas/ChangeLives"
   }
  },
  "changePassword": {
   "body": {
    "$ref": "#/components/schemas/ChangePassword"
   }
  },
  "changeSIM": {
   "body": {
    "$ref": "#/components/schemas/ChangeSIM"
   },
   "path": {
    "card": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CardReference"
     }
    }
   }
  },
  "claimCard": {
   "body": {
    "$ref": "#/components/schemas/ClaimCard"
   }
  },
  "closeLifeCase": {
   "body": {
    "$ref": "#/components/schemas/CloseLifeCase"
   }
  },
  "completePart": {},
  "confirmCustodians": {
   "body": {
    "$ref": "#/components/schemas/ConfirmCustodians"
   }
  },
  "confirmSecondFactor": {
   "body": {
    "$ref": "#/components/schemas/ConfirmSecondFactor"
   }
  },
  "consentToPart": {
   "body": {
    "$ref": "#/components/schemas/ConsentToPart"
   }
  },
  "contract": {},
  "countCardsInPerson": {
   "body": {
    "$ref": "#/components/schemas/CountCardsInPerson"
   }
  },
  "createAPIKey": {
   "body": {
    "$ref": "#/components/schemas/CreateAPIKey"
   }
  },
  "createAccount": {
   "body": {
    "$ref": "#/components/schemas/CreateAccount"
   }
  },
  "createApplication": {
   "body": {
    "$ref": "#/components/schemas/CreateApplication"
   },
   "path": {
    "registration": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "createCustodyAct": {
   "body": {
    "$ref": "#/components/schemas/CreateCustodyAct"
   }
  },
  "createDevicePool": {
   "body": {
    "$ref": "#/components/schemas/CreateDevicePool"
   }
  },
  "createIntake": {
   "query": {
    "batch": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/BatchName"
     }
    },
    "kind": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/IntakeKind"
     }
    },
    "mapping": {
     "required": false,
     "schema": {
      "maxLength": 10000,
      "type": "string"
     }
    },
    "product": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/ProductCode"
     }
    },
    "province": {
     "required": false,
     "schema": {
      "maximum": 82,
      "minimum": 11,
      "type": "integer"
     }
    }
   }
  },
  "createOrganisation": {
   "body": {
    "$ref": "#/components/schemas/CreateOrganisation"
   }
  },
  "createProduct": {
   "body": {
    "$ref": "#/components/schemas/CreateProduct"
   }
  },
  "createRegistration": {
   "body": {
    "$ref": "#/components/schemas/CreateRegistration"
   }
  },
  "createUsageFile": {},
  "createWebhook": {
   "body": {
    "$ref": "#/components/schemas/CreateWebhook"
   }
  },
  "decideApplication": {
   "body": {
    "$ref": "#/components/schemas/Decide"
   },
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "decideExport": {
   "body": {
    "$ref": "#/components/schemas/DecideExport"
   },
   "path": {
    "export": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "decideSealedOpening": {
   "body": {
    "$ref": "#/components/schemas/DecideSealedOpening"
   },
   "path": {
    "sealedOpening": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "declarePoolDevices": {
   "body": {
    "$ref": "#/components/schemas/DeclarePoolDevices"
   },
   "path": {
    "devicePool": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "declineTransfer": {},
  "deleteWebhook": {
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "disputeCard": {
   "body": {
    "$ref": "#/components/schemas/NameOwnRegistration"
   }
  },
  "examineInPerson": {
   "body": {
    "$ref": "#/components/schemas/ExamineInPerson"
   }
  },
  "fetchExport": {
   "path": {
    "export": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "findReAudit": {
   "body": {
    "$ref": "#/components/schemas/FindReAudit"
   },
   "path": {
    "decision": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "followCarrierPage": {},
  "followProviderCapture": {},
  "giveConsent": {
   "body": {
    "$ref": "#/components/schemas/GiveConsent"
   }
  },
  "handInCustodianAnswer": {
   "body": {
    "$ref": "#/components/schemas/CustodianAnswer"
   },
   "path": {
    "sealedOpening": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "health": {},
  "issueCampaignEntrances": {
   "body": {
    "$ref": "#/components/schemas/IssueCampaignEntrances"
   },
   "path": {
    "campaign": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CampaignCode"
     }
    }
   }
  },
  "issueEntrances": {
   "body": {
    "$ref": "#/components/schemas/IssueEntrances"
   }
  },
  "issueFaceChallenge": {},
  "issuePartLink": {
   "body": {
    "$ref": "#/components/schemas/IssuePartLink"
   },
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "leavePart": {},
  "leaveSeat": {},
  "listAPIKeys": {
   "query": {
    "account": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    },
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listAccounts": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "organisation": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    },
    "status": {
     "required": false,
     "schema": {
      "enum": [
       "invited",
       "active",
       "dismissed"
      ],
      "type": "string"
     }
    }
   }
  },
  "listApplications": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "kind": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/ApplicationKind"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "registration": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/ApplicationState"
     }
    }
   }
  },
  "listCallbacks": {
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/CallbackState"
     }
    }
   }
  },
  "listCampaignCards": {
   "path": {
    "campaign": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CampaignCode"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listCampaigns": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/CampaignState"
     }
    }
   }
  },
  "listCards": {
   "query": {
    "batch": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/BatchName"
     }
    },
    "carrier": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/CarrierCode"
     }
    },
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "organisation": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    },
    "product": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/ProductCode"
     }
    },
    "province": {
     "required": false,
     "schema": {
      "maximum": 82,
      "minimum": 11,
      "type": "integer"
     }
    },
    "realName": {
     "required": false,
     "schema": {
      "enum": [
       "registered",
       "vacant"
      ],
      "type": "string"
     }
    },
    "serviceState": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/ServiceState"
     }
    },
    "stopReason": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/StopReason"
     }
    },
    "unit": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "listCarriers": {},
  "listChanges": {
   "query": {
    "after": {
     "required": false,
     "schema": {
      "maxLength": 128,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listContracts": {
   "path": {
    "organisation": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listCustodyActs": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listDecisionReasons": {},
  "listDevicePools": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listEntrances": {
   "query": {
    "batch": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/BatchName"
     }
    },
    "card": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/CardReference"
     }
    },
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "standing": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/EntranceStanding"
     }
    }
   }
  },
  "listExclusions": {
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listExpiries": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "withinDays": {
     "required": false,
     "schema": {
      "maximum": 3650,
      "minimum": 0,
      "type": "integer"
     }
    }
   }
  },
  "listExports": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/ExportState"
     }
    }
   }
  },
  "listIntakeProblems": {
   "path": {
    "intake": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listIntakes": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listIntents": {
   "query": {
    "carrier": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CarrierCode"
     }
    },
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "enum": [
       "waiting",
       "sent",
       "by-hand"
      ],
      "type": "string"
     }
    }
   }
  },
  "listLegalHolds": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listLifeCases": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listLifeNotices": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "day": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Date"
     }
    },
    "kind": {
     "required": true,
     "schema": {
      "enum": [
       "test-end",
       "silent-end",
       "idle",
       "arrears",
       "cycle-end",
       "stop-no-real-name",
       "stop-owner-asked",
       "stop-arrears",
       "stop-threshold",
       "stop-device-separation",
       "stop-risk",
       "stop-illegal-use",
       "stop-reverification-due",
       "stop-carrier-own"
      ],
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listLifeSettings": {},
  "listNoticeWordings": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "kind": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/NoticeKind"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listNoticeWordingsInForce": {},
  "listNotices": {
   "query": {
    "channel": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/NoticeChannel"
     }
    },
    "code": {
     "required": false,
     "schema": {
      "maxLength": 64,
      "minLength": 1,
      "type": "string"
     }
    },
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/NoticeState"
     }
    }
   }
  },
  "listOrganisations": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "kind": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/OrganisationKind"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "parent": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "listPartLinks": {
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "listPoolCards": {
   "path": {
    "devicePool": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listPoolDevices": {
   "path": {
    "devicePool": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listProducts": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listReAudits": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "enum": [
       "open",
       "kept",
       "overturned"
      ],
      "type": "string"
     }
    }
   }
  },
  "listReasonLists": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listRegistrationCards": {
   "path": {
    "registration": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listRegistrationRoles": {
   "path": {
    "registration": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listRegistrations": {
   "query": {
    "code": {
     "required": false,
     "schema": {
      "maxLength": 64,
      "minLength": 1,
      "type": "string"
     }
    },
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/RegistrationState"
     }
    },
    "unit": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "listReviewPolicies": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listSealedOpenings": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listSessions": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listTrail": {
   "query": {
    "action": {
     "required": false,
     "schema": {
      "maxLength": 64,
      "minLength": 1,
      "type": "string"
     }
    },
    "actor": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    },
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "from": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Instant"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "subject": {
     "required": false,
     "schema": {
      "maxLength": 64,
      "minLength": 1,
      "type": "string"
     }
    },
    "subjectKind": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/SubjectKind"
     }
    },
    "until": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/Instant"
     }
    }
   }
  },
  "listUnits": {
   "query": {
    "code": {
     "required": false,
     "schema": {
      "maxLength": 64,
      "minLength": 1,
      "type": "string"
     }
    },
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "name": {
     "required": false,
     "schema": {
      "maxLength": 200,
      "minLength": 1,
      "type": "string"
     }
    }
   }
  },
  "listUsageFiles": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listUsageProblems": {
   "path": {
    "usageFile": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listVerificationPolicies": {
   "path": {
    "organisation": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "listWebhookEvents": {
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    },
    "state": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/WebhookEventState"
     }
    }
   }
  },
  "listWebhooks": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "lockApplication": {
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "lookUpCard": {
   "body": {
    "$ref": "#/components/schemas/LookUpCard"
   }
  },
  "makeCampaign": {
   "body": {
    "$ref": "#/components/schemas/CampaignTerms"
   }
  },
  "mendLifeCase": {
   "body": {
    "$ref": "#/components/schemas/MendLifeCase"
   }
  },
  "metrics": {},
  "openCarrierPage": {},
  "openEvidence": {
   "body": {
    "$ref": "#/components/schemas/OpenEvidence"
   },
   "path": {
    "evidence": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "openPart": {
   "body": {
    "$ref": "#/components/schemas/OpenPart"
   }
  },
  "openPartPicture": {
   "body": {
    "$ref": "#/components/schemas/OpenPartPicture"
   }
  },
  "openSeat": {
   "body": {
    "$ref": "#/components/schemas/OpenSeat"
   }
  },
  "pauseWebhook": {
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "placeLegalHold": {
   "body": {
    "$ref": "#/components/schemas/PlaceLegalHold"
   }
  },
  "previewNoticeWording": {
   "body": {
    "$ref": "#/components/schemas/PreviewNoticeWording"
   }
  },
  "previewRequirements": {
   "body": {
    "$ref": "#/components/schemas/PreviewRequirements"
   }
  },
  "previewVerification": {
   "body": {
    "$ref": "#/components/schemas/PreviewVerification"
   }
  },
  "problems": {},
  "readAccount": {
   "path": {
    "account": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readApplication": {
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readCampaign": {
   "path": {
    "campaign": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CampaignCode"
     }
    }
   }
  },
  "readCampaignProgress": {
   "path": {
    "campaign": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CampaignCode"
     }
    }
   }
  },
  "readCard": {
   "path": {
    "card": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CardReference"
     }
    }
   }
  },
  "readCardNumber": {},
  "readClaimContacts": {
   "body": {
    "$ref": "#/components/schemas/ReadClaimContacts"
   }
  },
  "readCompletedPart": {},
  "readCustodians": {},
  "readDevicePool": {
   "path": {
    "devicePool": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readEvidence": {
   "path": {
    "evidence": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readExport": {
   "path": {
    "export": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readGapReport": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "lacks": {
     "required": false,
     "schema": {
      "enum": [
       "holder",
       "responsible-person",
       "evidence"
      ],
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "readInForce": {},
  "readIntake": {
   "path": {
    "intake": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readLife": {
   "path": {
    "card": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/CardReference"
     }
    }
   }
  },
  "readOrganisation": {
   "path": {
    "organisation": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readOwnData": {},
  "readOwnMatters": {},
  "readOwnReviewFigures": {},
  "readPart": {},
  "readPerformance": {
   "path": {
    "organisation": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readPersonalCase": {},
  "readPersonalStatus": {},
  "readProduct": {
   "path": {
    "product": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/ProductCode"
     }
    }
   }
  },
  "readRegistration": {
   "path": {
    "registration": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readRepairFile": {
   "path": {
    "intake": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   },
   "query": {
    "form": {
     "required": false,
     "schema": {
      "enum": [
       "xlsx",
       "csv"
      ],
      "type": "string"
     }
    }
   }
  },
  "readRetentionReport": {
   "query": {
    "cursor": {
     "required": false,
     "schema": {
      "maxLength": 512,
      "minLength": 1,
      "type": "string"
     }
    },
    "limit": {
     "required": false,
     "schema": {
      "maximum": 500,
      "minimum": 1,
      "type": "integer"
     }
    }
   }
  },
  "readReviewFigures": {
   "path": {
    "account": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readSession": {},
  "readTrailEntry": {
   "path": {
    "entry": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readTrailHead": {},
  "readUnit": {
   "path": {
    "unit": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readUsageFile": {
   "path": {
    "usageFile": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "readWebhook": {
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "ready": {},
  "recordCarrierReply": {
   "body": {
    "$ref": "#/components/schemas/RecordCarrierReply"
   },
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "recordContract": {
   "body": {
    "$ref": "#/components/schemas/RecordContract"
   },
   "path": {
    "organisation": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "reference": {},
  "refreshSession": {
   "body": {
    "$ref": "#/components/schemas/RefreshSession"
   }
  },
  "registerInPerson": {
   "body": {
    "$ref": "#/components/schemas/RegisterInPerson"
   }
  },
  "releaseLegalHold": {
   "body": {
    "$ref": "#/components/schemas/ReleaseLegalHold"
   },
   "path": {
    "legalHold": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "releaseOwnCard": {
   "body": {
    "$ref": "#/components/schemas/NameOwnRegistration"
   }
  },
  "renewEnrolment": {
   "path": {
    "account": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "replayWebhookEvent": {
   "path": {
    "event": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    },
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "resumeWebhook": {
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "retryNotice": {
   "path": {
    "notice": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "reusePictures": {},
  "revealAnswer": {
   "body": {
    "$ref": "#/components/schemas/Reveal"
   }
  },
  "revealApplication": {
   "body": {
    "$ref": "#/components/schemas/RevealApplication"
   },
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "revokeAPIKey": {
   "path": {
    "apiKey": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "revokeEntrance": {
   "path": {
    "entrance": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "revokeEntrances": {
   "body": {
    "$ref": "#/components/schemas/RevokeEntrances"
   }
  },
  "revokePartLink": {
   "path": {
    "partLink": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "revokeSession": {
   "path": {
    "session": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "rewindWebhook": {
   "body": {
    "$ref": "#/components/schemas/RewindWebhook"
   },
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "rotateWebhookSecret": {
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "savePart": {
   "body": {
    "$ref": "#/components/schemas/PartyFacts"
   }
  },
  "searchCards": {
   "body": {
    "$ref": "#/components/schemas/CardSearch"
   }
  },
  "secondDecision": {
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "selectCards": {
   "body": {
    "$ref": "#/components/schemas/CardSelection"
   },
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "setCustodians": {
   "body": {
    "$ref": "#/components/schemas/SetCustodians"
   }
  },
  "setLifeSetting": {
   "body": {
    "$ref": "#/components/schemas/SetLifeSetting"
   }
  },
  "setNoticeWording": {
   "body": {
    "$ref": "#/components/schemas/SetNoticeWording"
   }
  },
  "setReasonList": {
   "body": {
    "$ref": "#/components/schemas/SetReasonList"
   }
  },
  "setReviewPolicy": {
   "body": {
    "$ref": "#/components/schemas/SetReviewPolicy"
   }
  },
  "setVerificationPolicy": {
   "body": {
    "$ref": "#/components/schemas/SetVerificationPolicy"
   },
   "path": {
    "organisation": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "settleIntent": {
   "body": {
    "$ref": "#/components/schemas/SettleIntent"
   }
  },
  "signIn": {
   "body": {
    "$ref": "#/components/schemas/SignIn"
   }
  },
  "signOut": {},
  "submitApplication": {
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "submitPersonal": {},
  "takeInPerson": {
   "query": {
    "consents": {
     "required": true,
     "schema": {
      "maxLength": 100,
      "minLength": 1,
      "type": "string"
     }
    },
    "documentType": {
     "required": false,
     "schema": {
      "$ref": "#/components/schemas/PersonDocumentType"
     }
    },
    "examined": {
     "required": false,
     "schema": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     }
    },
    "insist": {
     "required": false,
     "schema": {
      "type": "boolean"
     }
    },
    "noticeVersion": {
     "required": true,
     "schema": {
      "maxLength": 40,
      "minLength": 1,
      "type": "string"
     }
    },
    "slot": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/InPersonSlot"
     }
    }
   }
  },
  "tryWebhook": {
   "path": {
    "webhook": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "unlockApplication": {
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "updateAccount": {
   "body": {
    "$ref": "#/components/schemas/UpdateAccount"
   },
   "path": {
    "account": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "updateApplication": {
   "body": {
    "$ref": "#/components/schemas/RegistrationContent"
   },
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "updateOrganisation": {
   "body": {
    "$ref": "#/components/schemas/UpdateOrganisation"
   },
   "path": {
    "organisation": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "updatePersonalDraft": {
   "body": {
    "$ref": "#/components/schemas/PersonalDraft"
   }
  },
  "updateProduct": {
   "body": {
    "$ref": "#/components/schemas/UpdateProduct"
   },
   "path": {
    "product": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/ProductCode"
     }
    }
   }
  },
  "uploadEvidence": {
   "query": {
    "kind": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/EvidenceKind"
     }
    }
   }
  },
  "withdrawApplication": {
   "path": {
    "application": {
     "required": true,
     "schema": {
      "$ref": "#/components/schemas/Id"
     }
    }
   }
  },
  "withdrawClaims": {
   "body": {
    "$ref": "#/components/schemas/WithdrawClaims"
   }
  },
  "withdrawPersonal": {}
 },
 "schemas": {
  "AcceptEnrolment": {
   "additionalProperties": false,
   "properties": {
    "login": {
     "$ref": "#/components/schemas/Login"
    },
    "password": {
     "$ref": "#/components/schemas/Password"
    },
    "token": {
     "$ref": "#/components/schemas/OneTimeToken"
    }
   },
   "required": [
    "token",
    "password"
   ],
   "type": "object"
  },
  "ApplicationKind": {
   "enum": [
    "register",
    "add-cards",
    "change-role",
    "correct",
    "end",
    "prove-identity",
    "dispute"
   ],
   "type": "string"
  },
  "ApplicationState": {
   "enum": [
    "draft",
    "checking",
    "submitted",
    "awaiting-second-approval",
    "awaiting-second-review",
    "awaiting-third-review",
    "awaiting-carrier",
    "sent-back",
    "approved",
    "refused",
    "withdrawn"
   ],
   "type": "string"
  },
  "AskAnswer": {
   "additionalProperties": false,
   "minProperties": 1,
   "properties": {
    "asKnown": {
     "$ref": "#/components/schemas/Instant"
    },
    "at": {
     "$ref": "#/components/schemas/Instant"
    },
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "iccid": {
     "$ref": "#/components/schemas/ICCIDText"
    },
    "imsi": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    },
    "msisdn": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    }
   },
   "type": "object"
  },
  "AskCustodian": {
   "additionalProperties": false,
   "properties": {
    "custodian": {
     "enum": [
      "a",
      "b"
     ],
     "type": "string"
    }
   },
   "required": [
    "custodian"
   ],
   "type": "object"
  },
  "AskDeletion": {
   "additionalProperties": false,
   "minProperties": 1,
   "properties": {
    "at": {
     "$ref": "#/components/schemas/Instant"
    },
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "iccid": {
     "$ref": "#/components/schemas/ICCIDText"
    },
    "msisdn": {
     "maxLength": 20,
     "minLength": 11,
     "type": "string"
    }
   },
   "type": "object"
  },
  "AskForExport": {
   "additionalProperties": false,
   "properties": {
    "cards": {
     "$ref": "#/components/schemas/ExportedCards"
    },
    "columns": {
     "items": {
      "$ref": "#/components/schemas/ExportColumn"
     },
     "maxItems": 20,
     "type": "array",
     "uniqueItems": true
    },
    "kind": {
     "$ref": "#/components/schemas/ExportKind"
    },
    "masked": {
     "type": "boolean"
    },
    "reason": {
     "maxLength": 200,
     "minLength": 4,
     "type": "string"
    },
    "trail": {
     "$ref": "#/components/schemas/ExportedTrail"
    }
   },
   "required": [
    "kind",
    "reason"
   ],
   "type": "object"
  },
  "AskForRelease": {
   "additionalProperties": false,
   "properties": {
    "documentNumber": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "documentNumber"
   ],
   "type": "object"
  },
  "AskForSealedOpening": {
   "additionalProperties": false,
   "properties": {
    "at": {
     "$ref": "#/components/schemas/Instant"
    },
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "caseNumber": {
     "$ref": "#/components/schemas/CaseNumber"
    },
    "iccid": {
     "$ref": "#/components/schemas/ICCIDText"
    },
    "msisdn": {
     "maxLength": 20,
     "minLength": 11,
     "type": "string"
    },
    "reason": {
     "$ref": "#/components/schemas/Purpose"
    }
   },
   "required": [
    "at",
    "caseNumber",
    "reason"
   ],
   "type": "object"
  },
  "AskPersonalStatus": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "code"
   ],
   "type": "object"
  },
  "Authorisation": {
   "additionalProperties": false,
   "properties": {
    "purpose": {
     "$ref": "#/components/schemas/DraftText"
    },
    "validFrom": {
     "$ref": "#/components/schemas/Date"
    },
    "validUntil": {
     "$ref": "#/components/schemas/Until"
    }
   },
   "type": "object"
  },
  "BatchName": {
   "maxLength": 64,
   "minLength": 1,
   "pattern": "^[^\\u0000-\\u001f]+$",
   "type": "string"
  },
  "BeginProviderCapture": {
   "additionalProperties": false,
   "properties": {
    "returnTo": {
     "maxLength": 2048,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "returnTo"
   ],
   "type": "object"
  },
  "BeginSecondFactor": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "$ref": "#/components/schemas/SecondFactorCode"
    }
   },
   "type": "object"
  },
  "BindPoolCards": {
   "additionalProperties": false,
   "properties": {
    "cards": {
     "$ref": "#/components/schemas/CardSelection"
    },
    "leavingOthers": {
     "type": "boolean"
    }
   },
   "required": [
    "cards"
   ],
   "type": "object"
  },
  "CallbackState": {
   "enum": [
    "idle",
    "waiting",
    "delivered",
    "dead"
   ],
   "type": "string"
  },
  "CampaignCode": {
   "pattern": "^BR-[2-9A-Z]{10}$",
   "type": "string"
  },
  "CampaignState": {
   "enum": [
    "planned",
    "running",
    "ended",
    "cancelled"
   ],
   "type": "string"
  },
  "CampaignTerms": {
   "additionalProperties": false,
   "properties": {
    "begins": {
     "$ref": "#/components/schemas/Date"
    },
    "carrier": {
     "maxLength": 32,
     "minLength": 2,
     "type": "string"
    },
    "deadline": {
     "$ref": "#/components/schemas/Date"
    },
    "gap": {
     "enum": [
      "holder",
      "responsible-person",
      "evidence"
     ],
     "type": "string"
    },
    "name": {
     "maxLength": 80,
     "minLength": 1,
     "type": "string"
    },
    "noticeDays": {
     "items": {
      "maximum": 365,
      "minimum": 1,
      "type": "integer"
     },
     "maxItems": 12,
     "type": "array"
    },
    "organisation": {
     "$ref": "#/components/schemas/Id"
    },
    "product": {
     "$ref": "#/components/schemas/ProductCode"
    },
    "stops": {
     "type": "boolean"
    }
   },
   "required": [
    "name",
    "gap",
    "begins",
    "deadline",
    "noticeDays",
    "stops"
   ],
   "type": "object"
  },
  "CaptureFace": {
   "additionalProperties": false,
   "properties": {
    "frames": {
     "items": {
      "$ref": "#/components/schemas/FaceFrame"
     },
     "maxItems": 6,
     "minItems": 2,
     "type": "array"
    },
    "nonce": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "nonce",
    "frames"
   ],
   "type": "object"
  },
  "CardClass": {
   "enum": [
    "iot-general",
    "vehicle",
    "wearable",
    "portable-wifi",
    "phone"
   ],
   "type": "string"
  },
  "CardLimits": {
   "additionalProperties": false,
   "properties": {
    "iot-general": {
     "maximum": 1000,
     "minimum": 0,
     "type": "integer"
    },
    "phone": {
     "maximum": 1000,
     "minimum": 0,
     "type": "integer"
    },
    "portable-wifi": {
     "maximum": 1000,
     "minimum": 0,
     "type": "integer"
    },
    "vehicle": {
     "maximum": 1000,
     "minimum": 0,
     "type": "integer"
    },
    "wearable": {
     "maximum": 1000,
     "minimum": 0,
     "type": "integer"
    }
   },
   "type": "object"
  },
  "CardReference": {
   "pattern": "^card_[0-9a-f]{32}$",
   "type": "string"
  },
  "CardSearch": {
   "additionalProperties": false,
   "properties": {
    "numbers": {
     "items": {
      "maxLength": 64,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 500,
     "minItems": 1,
     "type": "array"
    }
   },
   "required": [
    "numbers"
   ],
   "type": "object"
  },
  "CardSelection": {
   "additionalProperties": false,
   "maxProperties": 1,
   "minProperties": 1,
   "properties": {
    "batch": {
     "$ref": "#/components/schemas/BatchName"
    },
    "numbers": {
     "items": {
      "maxLength": 64,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 200000,
     "minItems": 1,
     "type": "array"
    },
    "range": {
     "$ref": "#/components/schemas/ICCIDRange"
    }
   },
   "type": "object"
  },
  "CarrierCode": {
   "pattern": "^[a-z0-9][a-z0-9-]{1,31}$",
   "type": "string"
  },
  "CarrierQuestion": {
   "additionalProperties": false,
   "properties": {
    "card": {
     "$ref": "#/components/schemas/CardReference"
    }
   },
   "required": [
    "card"
   ],
   "type": "object"
  },
  "CaseNumber": {
   "maxLength": 64,
   "minLength": 4,
   "type": "string"
  },
  "ChangeDevice": {
   "additionalProperties": false,
   "properties": {
    "imei": {
     "maxLength": 24,
     "minLength": 14,
     "type": "string"
    }
   },
   "required": [
    "imei"
   ],
   "type": "object"
  },
  "ChangeKind": {
   "enum": [
    "custody",
    "life",
    "holding",
    "device",
    "sim",
    "carrier"
   ],
   "type": "string"
  },
  "ChangeLives": {
   "additionalProperties": false,
   "properties": {
    "cards": {
     "$ref": "#/components/schemas/CardSelection"
    },
    "command": {
     "enum": [
      "open-test",
      "prepare",
      "activate",
      "stop",
      "resume",
      "cancel",
      "bring-back",
      "carrier-activated"
     ],
     "type": "string"
    },
    "leavingOthers": {
     "type": "boolean"
    },
    "reason": {
     "$ref": "#/components/schemas/StopReason"
    }
   },
   "required": [
    "command",
    "cards"
   ],
   "type": "object"
  },
  "ChangePassword": {
   "additionalProperties": false,
   "properties": {
    "current": {
     "$ref": "#/components/schemas/Password"
    },
    "new": {
     "$ref": "#/components/schemas/Password"
    }
   },
   "required": [
    "current",
    "new"
   ],
   "type": "object"
  },
  "ChangeSIM": {
   "additionalProperties": false,
   "properties": {
    "iccid": {
     "$ref": "#/components/schemas/ICCIDText"
    }
   },
   "required": [
    "iccid"
   ],
   "type": "object"
  },
  "ChangedPersons": {
   "additionalProperties": false,
   "properties": {
    "guardian": {
     "enum": [
      "corrected",
      "another"
     ],
     "type": "string"
    },
    "holder": {
     "enum": [
      "corrected",
      "another"
     ],
     "type": "string"
    },
    "proxy": {
     "enum": [
      "corrected",
      "another"
     ],
     "type": "string"
    }
   },
   "type": "object"
  },
  "Channel": {
   "enum": [
    "agent",
    "hall",
    "account-manager",
    "api",
    "self-service"
   ],
   "type": "string"
  },
  "ClaimCard": {
   "additionalProperties": false,
   "properties": {
    "contact": {
     "maxLength": 64,
     "type": "string"
    }
   },
   "type": "object"
  },
  "CloseLifeCase": {
   "additionalProperties": false,
   "properties": {
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "kind": {
     "$ref": "#/components/schemas/LifeCaseKind"
    },
    "openedAt": {
     "$ref": "#/components/schemas/Instant"
    }
   },
   "required": [
    "card",
    "kind",
    "openedAt"
   ],
   "type": "object"
  },
  "ConfirmCustodians": {
   "additionalProperties": false,
   "properties": {
    "a": {
     "maxLength": 200,
     "minLength": 1,
     "type": "string"
    },
    "b": {
     "maxLength": 200,
     "minLength": 1,
     "type": "string"
    },
    "pair": {
     "minimum": 1,
     "type": "integer"
    }
   },
   "required": [
    "pair",
    "a",
    "b"
   ],
   "type": "object"
  },
  "ConfirmSecondFactor": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "$ref": "#/components/schemas/SecondFactorCode"
    }
   },
   "required": [
    "code"
   ],
   "type": "object"
  },
  "ConsentAnswers": {
   "additionalProperties": false,
   "minProperties": 1,
   "properties": {
    "face": {
     "type": "boolean"
    },
    "guardian": {
     "type": "boolean"
    },
    "privacy": {
     "type": "boolean"
    },
    "sensitive-data": {
     "type": "boolean"
    }
   },
   "type": "object"
  },
  "ConsentToPart": {
   "additionalProperties": false,
   "properties": {
    "noticeVersion": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    },
    "privacy": {
     "type": "boolean"
    },
    "sensitiveData": {
     "type": "boolean"
    }
   },
   "required": [
    "noticeVersion",
    "privacy",
    "sensitiveData"
   ],
   "type": "object"
  },
  "CountCardsInPerson": {
   "additionalProperties": false,
   "properties": {
    "card": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    },
    "holder": {
     "$ref": "#/components/schemas/PartyFacts"
    }
   },
   "required": [
    "card",
    "holder"
   ],
   "type": "object"
  },
  "CreateAPIKey": {
   "additionalProperties": false,
   "properties": {
    "account": {
     "$ref": "#/components/schemas/Id"
    },
    "expiresAt": {
     "$ref": "#/components/schemas/Instant"
    },
    "label": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    },
    "permissions": {
     "items": {
      "$ref": "#/components/schemas/PermissionName"
     },
     "maxItems": 40,
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    }
   },
   "required": [
    "account",
    "label",
    "permissions",
    "expiresAt"
   ],
   "type": "object"
  },
  "CreateAccount": {
   "additionalProperties": false,
   "properties": {
    "kind": {
     "enum": [
      "person",
      "machine"
     ],
     "type": "string"
    },
    "login": {
     "$ref": "#/components/schemas/Login"
    },
    "organisation": {
     "$ref": "#/components/schemas/Id"
    },
    "roles": {
     "items": {
      "$ref": "#/components/schemas/Role"
     },
     "maxItems": 9,
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    }
   },
   "required": [
    "roles"
   ],
   "type": "object"
  },
  "CreateApplication": {
   "additionalProperties": false,
   "properties": {
    "callback": {
     "maxLength": 1024,
     "minLength": 1,
     "type": "string"
    },
    "content": {
     "$ref": "#/components/schemas/RegistrationContent"
    },
    "kind": {
     "enum": [
      "add-cards",
      "change-role",
      "correct",
      "end"
     ],
     "type": "string"
    }
   },
   "required": [
    "kind"
   ],
   "type": "object"
  },
  "CreateCustodyAct": {
   "additionalProperties": false,
   "properties": {
    "cards": {
     "$ref": "#/components/schemas/CardSelection"
    },
    "kind": {
     "enum": [
      "allocate",
      "recall"
     ],
     "type": "string"
    },
    "leavingOthers": {
     "type": "boolean"
    },
    "organisation": {
     "$ref": "#/components/schemas/Id"
    }
   },
   "required": [
    "kind",
    "cards"
   ],
   "type": "object"
  },
  "CreateDevicePool": {
   "additionalProperties": false,
   "properties": {
    "name": {
     "maxLength": 60,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "name"
   ],
   "type": "object"
  },
  "CreateOrganisation": {
   "additionalProperties": false,
   "properties": {
    "kind": {
     "enum": [
      "agent",
      "hall",
      "enterprise"
     ],
     "type": "string"
    },
    "name": {
     "$ref": "#/components/schemas/Name"
    },
    "parent": {
     "$ref": "#/components/schemas/Id"
    }
   },
   "required": [
    "kind",
    "name"
   ],
   "type": "object"
  },
  "CreateProduct": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "$ref": "#/components/schemas/ProductCode"
    },
    "terms": {
     "$ref": "#/components/schemas/ProductTerms"
    }
   },
   "required": [
    "code",
    "terms"
   ],
   "type": "object"
  },
  "CreateRegistration": {
   "additionalProperties": false,
   "properties": {
    "callback": {
     "maxLength": 1024,
     "minLength": 1,
     "type": "string"
    },
    "channel": {
     "$ref": "#/components/schemas/Channel"
    },
    "content": {
     "$ref": "#/components/schemas/RegistrationContent"
    },
    "handIn": {
     "$ref": "#/components/schemas/CardSelection"
    }
   },
   "required": [
    "channel"
   ],
   "type": "object"
  },
  "CreateWebhook": {
   "additionalProperties": false,
   "properties": {
    "kinds": {
     "items": {
      "$ref": "#/components/schemas/ChangeKind"
     },
     "maxItems": 6,
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    },
    "url": {
     "maxLength": 1024,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "url"
   ],
   "type": "object"
  },
  "CustodianAnswer": {
   "additionalProperties": false,
   "properties": {
    "answer": {
     "maxLength": 16000000,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "answer"
   ],
   "type": "object"
  },
  "Date": {
   "format": "date",
   "type": "string"
  },
  "Decide": {
   "additionalProperties": false,
   "properties": {
    "note": {
     "maxLength": 2000,
     "type": "string"
    },
    "reasons": {
     "items": {
      "$ref": "#/components/schemas/DecisionReason"
     },
     "maxItems": 50,
     "type": "array"
    },
    "remark": {
     "maxLength": 2000,
     "type": "string"
    },
    "verdict": {
     "enum": [
      "approve",
      "send-back",
      "refuse"
     ],
     "type": "string"
    }
   },
   "required": [
    "verdict"
   ],
   "type": "object"
  },
  "DecideExport": {
   "additionalProperties": false,
   "properties": {
    "note": {
     "maxLength": 200,
     "type": "string"
    },
    "verdict": {
     "enum": [
      "approve",
      "refuse"
     ],
     "type": "string"
    }
   },
   "required": [
    "verdict"
   ],
   "type": "object"
  },
  "DecideSealedOpening": {
   "additionalProperties": false,
   "properties": {
    "note": {
     "maxLength": 200,
     "type": "string"
    },
    "verdict": {
     "enum": [
      "approve",
      "refuse"
     ],
     "type": "string"
    }
   },
   "required": [
    "verdict"
   ],
   "type": "object"
  },
  "DecisionReason": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "maxLength": 40,
     "minLength": 2,
     "pattern": "^[a-z0-9-]+$",
     "type": "string"
    },
    "pointer": {
     "maxLength": 100,
     "pattern": "^(/[^/]*)*$",
     "type": "string"
    }
   },
   "required": [
    "pointer",
    "code"
   ],
   "type": "object"
  },
  "DeclarePoolDevices": {
   "additionalProperties": false,
   "properties": {
    "imeis": {
     "items": {
      "maxLength": 24,
      "minLength": 14,
      "type": "string"
     },
     "maxItems": 1000,
     "minItems": 1,
     "type": "array"
    },
    "withdrawing": {
     "type": "boolean"
    }
   },
   "required": [
    "imeis"
   ],
   "type": "object"
  },
  "DeclaredUse": {
   "additionalProperties": false,
   "properties": {
    "deviceModel": {
     "$ref": "#/components/schemas/DraftText"
    },
    "deviceType": {
     "$ref": "#/components/schemas/DraftText"
    },
    "monthlyMegabytes": {
     "maximum": 10000000,
     "minimum": 0,
     "type": "integer"
    },
    "region": {
     "maxLength": 64,
     "type": "string"
    },
    "scene": {
     "$ref": "#/components/schemas/DraftText"
    },
    "sms": {
     "type": "boolean"
    },
    "traffic": {
     "$ref": "#/components/schemas/Traffic"
    },
    "voice": {
     "type": "boolean"
    }
   },
   "type": "object"
  },
  "DraftText": {
   "maxLength": 500,
   "pattern": "^[^\\u0000-\\u001f]*$",
   "type": "string"
  },
  "EntranceStanding": {
   "enum": [
    "open",
    "used",
    "expired",
    "revoked"
   ],
   "type": "string"
  },
  "EvidenceKind": {
   "enum": [
    "unit-document",
    "sealed-letter",
    "authorisation-letter",
    "handler-id-front",
    "handler-id-back",
    "responsible-person-id-front",
    "responsible-person-id-back",
    "actual-user-id-front",
    "proxy-id-front",
    "proxy-id-back",
    "purchase-voucher",
    "handler-on-site-photo",
    "device-data",
    "holder-id-front",
    "holder-id-back",
    "hand-held-photo",
    "face-capture",
    "holder-on-site-photo",
    "guardian-id-front",
    "guardian-id-back",
    "face-frame",
    "change-ground",
    "other"
   ],
   "type": "string"
  },
  "EvidenceList": {
   "items": {
    "$ref": "#/components/schemas/Id"
   },
   "maxItems": 10,
   "type": "array"
  },
  "EvidenceSlots": {
   "additionalProperties": false,
   "properties": {
    "actual-user-id-front": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "authorisation-letter": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "change-ground": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "device-data": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "face-capture": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "guardian-id-back": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "guardian-id-front": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "hand-held-photo": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "handler-id-back": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "handler-id-front": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "handler-on-site-photo": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "holder-id-back": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "holder-id-front": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "holder-on-site-photo": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "proxy-id-back": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "proxy-id-front": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "purchase-voucher": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "responsible-person-id-back": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "responsible-person-id-front": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "sealed-letter": {
     "$ref": "#/components/schemas/EvidenceList"
    },
    "unit-document": {
     "$ref": "#/components/schemas/EvidenceList"
    }
   },
   "type": "object"
  },
  "ExamineInPerson": {
   "additionalProperties": false,
   "properties": {
    "application": {
     "$ref": "#/components/schemas/Id"
    },
    "card": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    },
    "channel": {
     "$ref": "#/components/schemas/Channel"
    },
    "consents": {
     "$ref": "#/components/schemas/ConsentAnswers"
    },
    "evidence": {
     "$ref": "#/components/schemas/EvidenceSlots"
    },
    "guardian": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "holder": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "noticeAccepted": {
     "type": "boolean"
    },
    "persons": {
     "$ref": "#/components/schemas/ChangedPersons"
    },
    "proxy": {
     "$ref": "#/components/schemas/PartyFacts"
    }
   },
   "required": [
    "card"
   ],
   "type": "object"
  },
  "ExportColumn": {
   "enum": [
    "iccid",
    "msisdn",
    "imsi",
    "eid",
    "carrier",
    "product",
    "province",
    "real-name",
    "service",
    "stops",
    "batch",
    "holder",
    "recorded",
    "number",
    "at",
    "action",
    "actor",
    "purpose",
    "leaf",
    "entry"
   ],
   "type": "string"
  },
  "ExportKind": {
   "enum": [
    "cards",
    "trail"
   ],
   "type": "string"
  },
  "ExportState": {
   "enum": [
    "asked",
    "refused",
    "approved",
    "ready",
    "failed",
    "lapsed"
   ],
   "type": "string"
  },
  "ExportedCards": {
   "additionalProperties": false,
   "properties": {
    "batch": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    },
    "carrier": {
     "$ref": "#/components/schemas/CarrierCode"
    },
    "organisation": {
     "$ref": "#/components/schemas/Id"
    },
    "product": {
     "$ref": "#/components/schemas/ProductCode"
    },
    "province": {
     "maximum": 82,
     "minimum": 11,
     "type": "integer"
    },
    "registered": {
     "type": "boolean"
    },
    "serviceState": {
     "$ref": "#/components/schemas/ServiceState"
    },
    "stopReason": {
     "$ref": "#/components/schemas/StopReason"
    },
    "unit": {
     "$ref": "#/components/schemas/Id"
    }
   },
   "type": "object"
  },
  "ExportedTrail": {
   "additionalProperties": false,
   "properties": {
    "action": {
     "maxLength": 60,
     "minLength": 1,
     "type": "string"
    },
    "actor": {
     "$ref": "#/components/schemas/Id"
    },
    "from": {
     "$ref": "#/components/schemas/Instant"
    },
    "until": {
     "$ref": "#/components/schemas/Instant"
    }
   },
   "type": "object"
  },
  "FaceFrame": {
   "additionalProperties": false,
   "properties": {
    "action": {
     "$ref": "#/components/schemas/LivenessAction"
    },
    "milliseconds": {
     "maximum": 600000,
     "minimum": 0,
     "type": "integer"
    },
    "picture": {
     "maxLength": 3000000,
     "minLength": 4,
     "type": "string"
    }
   },
   "required": [
    "milliseconds",
    "picture"
   ],
   "type": "object"
  },
  "FindReAudit": {
   "additionalProperties": false,
   "properties": {
    "reasons": {
     "items": {
      "$ref": "#/components/schemas/DecisionReason"
     },
     "maxItems": 50,
     "type": "array"
    },
    "remark": {
     "maxLength": 2000,
     "type": "string"
    },
    "verdict": {
     "enum": [
      "kept",
      "overturned"
     ],
     "type": "string"
    }
   },
   "required": [
    "verdict"
   ],
   "type": "object"
  },
  "GiveConsent": {
   "additionalProperties": false,
   "properties": {
    "answers": {
     "$ref": "#/components/schemas/ConsentAnswers"
    },
    "holderIsUnder14": {
     "type": "boolean"
    },
    "noticeVersion": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "noticeVersion",
    "answers"
   ],
   "type": "object"
  },
  "HeldRole": {
   "enum": [
    "unit",
    "handler",
    "responsible-person",
    "actual-user",
    "proxy",
    "holder",
    "guardian"
   ],
   "type": "string"
  },
  "ICCIDRange": {
   "additionalProperties": false,
   "properties": {
    "from": {
     "$ref": "#/components/schemas/ICCIDText"
    },
    "to": {
     "$ref": "#/components/schemas/ICCIDText"
    }
   },
   "required": [
    "from",
    "to"
   ],
   "type": "object"
  },
  "ICCIDText": {
   "maxLength": 40,
   "minLength": 18,
   "type": "string"
  },
  "Id": {
   "format": "uuid",
   "type": "string"
  },
  "InPersonSlot": {
   "enum": [
    "holder-id-front",
    "holder-id-back",
    "holder-on-site-photo",
    "guardian-id-front",
    "guardian-id-back",
    "proxy-id-front",
    "proxy-id-back"
   ],
   "type": "string"
  },
  "Instant": {
   "format": "date-time",
   "type": "string"
  },
  "IntakeKind": {
   "enum": [
    "stock",
    "claim",
    "existing"
   ],
   "type": "string"
  },
  "IssueCampaignEntrances": {
   "additionalProperties": false,
   "properties": {
    "after": {
     "$ref": "#/components/schemas/CardReference"
    },
    "days": {
     "maximum": 4000,
     "minimum": 1,
     "type": "integer"
    },
    "deviceType": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    },
    "kind": {
     "enum": [
      "link",
      "claim-code"
     ],
     "type": "string"
    }
   },
   "required": [
    "kind",
    "days"
   ],
   "type": "object"
  },
  "IssueEntrances": {
   "additionalProperties": false,
   "properties": {
    "cards": {
     "$ref": "#/components/schemas/CardSelection"
    },
    "days": {
     "maximum": 4000,
     "minimum": 1,
     "type": "integer"
    },
    "deviceType": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    },
    "kind": {
     "enum": [
      "link",
      "claim-code"
     ],
     "type": "string"
    }
   },
   "required": [
    "kind",
    "cards",
    "days"
   ],
   "type": "object"
  },
  "IssuePartLink": {
   "additionalProperties": false,
   "properties": {
    "role": {
     "$ref": "#/components/schemas/PartRole"
    }
   },
   "required": [
    "role"
   ],
   "type": "object"
  },
  "LifeCaseKind": {
   "enum": [
    "activated-unregistered",
    "used-after-cancellation",
    "cancelled-though-used",
    "carrier-refused",
    "runs-at-carrier",
    "stopped-at-carrier",
    "not-activated-at-carrier",
    "cancelled-at-carrier",
    "not-cancelled-at-carrier",
    "registered-at-carrier-only",
    "registered-here-only",
    "unknown-at-carrier",
    "claimed-at-entrance",
    "device-used-by-many"
   ],
   "type": "string"
  },
  "LifeMend": {
   "enum": [
    "tell-again",
    "take-over",
    "clear"
   ],
   "type": "string"
  },
  "LifeSetting": {
   "additionalProperties": false,
   "properties": {
    "arrearsDays": {
     "type": "integer"
    },
    "cancellationMonths": {
     "type": "integer"
    },
    "deviceChangeIsFinal": {
     "type": "boolean"
    },
    "deviceChangesUntilRisk": {
     "type": "integer"
    },
    "freezeDays": {
     "type": "integer"
    },
    "holderBringsBack": {
     "type": "boolean"
    },
    "idleMonths": {
     "type": "integer"
    },
    "noticeDays": {
     "type": "integer"
    },
    "reregistersOnDeviceChange": {
     "type": "boolean"
    },
    "reregistersOnSIMChange": {
     "type": "boolean"
    },
    "reregistersPersonOnDeviceChange": {
     "type": "boolean"
    },
    "separationNeedsRebinding": {
     "type": "boolean"
    },
    "silentDays": {
     "type": "integer"
    },
    "silentEndsOnFirst": {
     "type": "boolean"
    },
    "testDays": {
     "type": "integer"
    },
    "testsUnregistered": {
     "type": "boolean"
    },
    "useBringsBack": {
     "type": "boolean"
    }
   },
   "type": "object"
  },
  "LivenessAction": {
   "enum": [
    "blink",
    "open-mouth",
    "turn-left",
    "turn-right"
   ],
   "type": "string"
  },
  "Login": {
   "maxLength": 64,
   "minLength": 3,
   "pattern": "^[A-Za-z0-9][A-Za-z0-9._@-]*$",
   "type": "string"
  },
  "LookUpCard": {
   "additionalProperties": false,
   "properties": {
    "iccid": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "iccid"
   ],
   "type": "object"
  },
  "MendLifeCase": {
   "additionalProperties": false,
   "properties": {
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "kind": {
     "$ref": "#/components/schemas/LifeCaseKind"
    },
    "mend": {
     "$ref": "#/components/schemas/LifeMend"
    },
    "openedAt": {
     "$ref": "#/components/schemas/Instant"
    }
   },
   "required": [
    "card",
    "kind",
    "openedAt",
    "mend"
   ],
   "type": "object"
  },
  "Name": {
   "maxLength": 200,
   "minLength": 1,
   "pattern": "^[^\\u0000-\\u001f]+$",
   "type": "string"
  },
  "NameOwnRegistration": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "code"
   ],
   "type": "object"
  },
  "NoticeChannel": {
   "enum": [
    "webhook",
    "sms",
    "mail"
   ],
   "type": "string"
  },
  "NoticeKind": {
   "enum": [
    "submitted",
    "release-asked",
    "asked",
    "answered",
    "in-review",
    "awaiting-carrier",
    "effective",
    "to-be-mended",
    "refused",
    "withdrawn",
    "released",
    "transfer-ready",
    "test-end",
    "silent-end",
    "idle",
    "arrears",
    "cycle-end",
    "stop-no-real-name",
    "stop-owner-asked",
    "stop-arrears",
    "stop-threshold",
    "stop-device-separation",
    "stop-risk",
    "stop-illegal-use",
    "stop-reverification-due",
    "stop-carrier-own",
    "back-registration"
   ],
   "type": "string"
  },
  "NoticeLetterWords": {
   "additionalProperties": false,
   "properties": {
    "body": {
     "$ref": "#/components/schemas/NoticeWords"
    },
    "subject": {
     "$ref": "#/components/schemas/NoticeWords"
    }
   },
   "required": [
    "subject",
    "body"
   ],
   "type": "object"
  },
  "NoticeState": {
   "enum": [
    "waiting",
    "delivered",
    "refused",
    "unaddressed",
    "given-up"
   ],
   "type": "string"
  },
  "NoticeWords": {
   "additionalProperties": false,
   "properties": {
    "en": {
     "maxLength": 1000,
     "minLength": 1,
     "type": "string"
    },
    "zh": {
     "maxLength": 1000,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "zh",
    "en"
   ],
   "type": "object"
  },
  "OneTimeToken": {
   "maxLength": 256,
   "minLength": 1,
   "type": "string"
  },
  "OpenEvidence": {
   "additionalProperties": false,
   "properties": {
    "draft": {
     "$ref": "#/components/schemas/Id"
    },
    "purpose": {
     "$ref": "#/components/schemas/Purpose"
    }
   },
   "required": [
    "purpose"
   ],
   "type": "object"
  },
  "OpenPart": {
   "additionalProperties": false,
   "properties": {
    "device": {
     "maxLength": 43,
     "minLength": 43,
     "pattern": "^[A-Za-z0-9_-]+$",
     "type": "string"
    },
    "link": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "link"
   ],
   "type": "object"
  },
  "OpenPartPicture": {
   "additionalProperties": false,
   "properties": {
    "purpose": {
     "$ref": "#/components/schemas/Purpose"
    },
    "slot": {
     "$ref": "#/components/schemas/PartSlot"
    }
   },
   "required": [
    "slot",
    "purpose"
   ],
   "type": "object"
  },
  "OpenSeat": {
   "additionalProperties": false,
   "properties": {
    "claimCode": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    },
    "device": {
     "maxLength": 43,
     "minLength": 43,
     "pattern": "^[A-Za-z0-9_-]+$",
     "type": "string"
    },
    "iccid": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    },
    "link": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    }
   },
   "type": "object"
  },
  "OrganisationKind": {
   "enum": [
    "operating-company",
    "agent",
    "hall",
    "enterprise"
   ],
   "type": "string"
  },
  "OrganisationStatus": {
   "enum": [
    "active",
    "suspended",
    "ended"
   ],
   "type": "string"
  },
  "OwnReason": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "maxLength": 40,
     "pattern": "^own-[a-z0-9-]+$",
     "type": "string"
    },
    "en": {
     "maxLength": 80,
     "minLength": 2,
     "type": "string"
    },
    "fields": {
     "items": {
      "maxLength": 100,
      "pattern": "^(/[a-zA-Z0-9-]+)+$",
      "type": "string"
     },
     "maxItems": 10,
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    },
    "kinds": {
     "items": {
      "$ref": "#/components/schemas/ApplicationKind"
     },
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    },
    "verdicts": {
     "items": {
      "enum": [
       "send-back",
       "refuse"
      ],
      "type": "string"
     },
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    },
    "zh": {
     "maxLength": 80,
     "minLength": 2,
     "type": "string"
    }
   },
   "required": [
    "code",
    "en",
    "zh"
   ],
   "type": "object"
  },
  "PartRole": {
   "enum": [
    "handler",
    "responsible-person",
    "actual-user"
   ],
   "type": "string"
  },
  "PartSlot": {
   "enum": [
    "handler-id-front",
    "handler-id-back",
    "responsible-person-id-front",
    "responsible-person-id-back",
    "actual-user-id-front"
   ],
   "type": "string"
  },
  "PartyFacts": {
   "additionalProperties": false,
   "properties": {
    "address": {
     "$ref": "#/components/schemas/DraftText"
    },
    "birthDate": {
     "$ref": "#/components/schemas/DraftText"
    },
    "contact": {
     "$ref": "#/components/schemas/DraftText"
    },
    "documentNumber": {
     "$ref": "#/components/schemas/DraftText"
    },
    "documentType": {
     "maxLength": 64,
     "type": "string"
    },
    "formerNumber": {
     "$ref": "#/components/schemas/DraftText"
    },
    "name": {
     "$ref": "#/components/schemas/DraftText"
    },
    "validFrom": {
     "$ref": "#/components/schemas/Date"
    },
    "validUntil": {
     "$ref": "#/components/schemas/Until"
    }
   },
   "type": "object"
  },
  "Password": {
   "format": "password",
   "maxLength": 256,
   "minLength": 1,
   "type": "string"
  },
  "PermissionName": {
   "maxLength": 64,
   "type": "string"
  },
  "PersonDocumentType": {
   "enum": [
    "resident-id",
    "temporary-resident-id",
    "household-register",
    "military-id",
    "armed-police-id",
    "hk-macao-permit",
    "taiwan-permit",
    "residence-permit",
    "passport",
    "foreign-permanent-id"
   ],
   "type": "string"
  },
  "PersonalDraft": {
   "additionalProperties": false,
   "properties": {
    "declinesFaceRecognition": {
     "type": "boolean"
    },
    "guardian": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "holder": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "noticeAccepted": {
     "type": "boolean"
    },
    "proxy": {
     "$ref": "#/components/schemas/PartyFacts"
    }
   },
   "type": "object"
  },
  "PictureSlot": {
   "enum": [
    "holder-id-front",
    "holder-id-back",
    "hand-held-photo",
    "guardian-id-front",
    "guardian-id-back",
    "proxy-id-front",
    "proxy-id-back"
   ],
   "type": "string"
  },
  "PlaceLegalHold": {
   "additionalProperties": false,
   "properties": {
    "at": {
     "$ref": "#/components/schemas/Instant"
    },
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "caseNumber": {
     "$ref": "#/components/schemas/CaseNumber"
    },
    "iccid": {
     "$ref": "#/components/schemas/ICCIDText"
    },
    "msisdn": {
     "maxLength": 20,
     "minLength": 11,
     "type": "string"
    },
    "reason": {
     "$ref": "#/components/schemas/Purpose"
    },
    "role": {
     "$ref": "#/components/schemas/HeldRole"
    }
   },
   "required": [
    "caseNumber",
    "reason"
   ],
   "type": "object"
  },
  "PreviewNoticeWording": {
   "additionalProperties": false,
   "properties": {
    "kind": {
     "$ref": "#/components/schemas/NoticeKind"
    },
    "letter": {
     "$ref": "#/components/schemas/NoticeLetterWords"
    },
    "message": {
     "$ref": "#/components/schemas/NoticeWords"
    }
   },
   "required": [
    "kind"
   ],
   "type": "object"
  },
  "PreviewRequirements": {
   "additionalProperties": false,
   "properties": {
    "changedRole": {
     "$ref": "#/components/schemas/RegistrationRole"
    },
    "channel": {
     "$ref": "#/components/schemas/Channel"
    },
    "hasProxy": {
     "type": "boolean"
    },
    "hasSealedLetter": {
     "type": "boolean"
    },
    "kind": {
     "$ref": "#/components/schemas/ApplicationKind"
    },
    "products": {
     "items": {
      "$ref": "#/components/schemas/ProductCode"
     },
     "maxItems": 100,
     "type": "array"
    },
    "takesEffectInThePast": {
     "type": "boolean"
    }
   },
   "required": [
    "channel"
   ],
   "type": "object"
  },
  "PreviewVerification": {
   "additionalProperties": false,
   "properties": {
    "age": {
     "maximum": 130,
     "minimum": 0,
     "type": "integer"
    },
    "deviceType": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    },
    "documentType": {
     "$ref": "#/components/schemas/PersonDocumentType"
    },
    "hasOrdinaryNumber": {
     "type": "boolean"
    },
    "hasProxy": {
     "type": "boolean"
    },
    "organisation": {
     "$ref": "#/components/schemas/Id"
    },
    "product": {
     "$ref": "#/components/schemas/ProductCode"
    },
    "province": {
     "maximum": 83,
     "minimum": 11,
     "type": "integer"
    },
    "risk": {
     "$ref": "#/components/schemas/RiskLevel"
    }
   },
   "required": [
    "product",
    "documentType"
   ],
   "type": "object"
  },
  "ProductCode": {
   "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
   "type": "string"
  },
  "ProductPeriods": {
   "additionalProperties": false,
   "properties": {
    "cancellationMonths": {
     "maximum": 120,
     "minimum": 0,
     "type": "integer"
    },
    "silentDays": {
     "maximum": 3650,
     "minimum": 0,
     "type": "integer"
    },
    "testDays": {
     "maximum": 3650,
     "minimum": 0,
     "type": "integer"
    }
   },
   "type": "object"
  },
  "ProductTerms": {
   "additionalProperties": false,
   "properties": {
    "binding": {
     "enum": [
      "none",
      "first-use",
      "imei-pool"
     ],
     "type": "string"
    },
    "cardClass": {
     "$ref": "#/components/schemas/CardClass"
    },
    "carrier": {
     "$ref": "#/components/schemas/CarrierCode"
    },
    "monthlyMegabytes": {
     "maximum": 10000000,
     "minimum": 0,
     "type": "integer"
    },
    "name": {
     "$ref": "#/components/schemas/Name"
    },
    "periods": {
     "$ref": "#/components/schemas/ProductPeriods"
    },
    "sms": {
     "type": "boolean"
    },
    "traffic": {
     "enum": [
      "directed",
      "general",
      "none"
     ],
     "type": "string"
    },
    "voice": {
     "type": "boolean"
    }
   },
   "required": [
    "name",
    "carrier",
    "cardClass",
    "traffic",
    "monthlyMegabytes",
    "voice",
    "sms",
    "binding"
   ],
   "type": "object"
  },
  "Purpose": {
   "maxLength": 200,
   "minLength": 4,
   "type": "string"
  },
  "ReadClaimContacts": {
   "additionalProperties": false,
   "properties": {
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "purpose": {
     "maxLength": 200,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "card",
    "purpose"
   ],
   "type": "object"
  },
  "RecordCarrierReply": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "maxLength": 40,
     "minLength": 1,
     "pattern": "^[A-Za-z0-9._-]+$",
     "type": "string"
    },
    "receipt": {
     "maxLength": 64,
     "minLength": 4,
     "pattern": "^[A-Za-z0-9_-]+$",
     "type": "string"
    },
    "verdict": {
     "enum": [
      "accepted",
      "refused"
     ],
     "type": "string"
    },
    "words": {
     "maxLength": 200,
     "minLength": 2,
     "type": "string"
    }
   },
   "required": [
    "verdict",
    "receipt"
   ],
   "type": "object"
  },
  "RecordContract": {
   "additionalProperties": false,
   "properties": {
    "breachHandling": {
     "maxLength": 20000,
     "minLength": 1,
     "type": "string"
    },
    "carrier": {
     "$ref": "#/components/schemas/CarrierCode"
    },
    "duties": {
     "maxLength": 20000,
     "minLength": 1,
     "type": "string"
    },
    "validFrom": {
     "$ref": "#/components/schemas/Date"
    },
    "validUntil": {
     "$ref": "#/components/schemas/Until"
    },
    "version": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "carrier",
    "version",
    "validFrom",
    "validUntil",
    "duties",
    "breachHandling"
   ],
   "type": "object"
  },
  "RefreshSession": {
   "additionalProperties": false,
   "properties": {
    "refreshToken": {
     "$ref": "#/components/schemas/OneTimeToken"
    }
   },
   "required": [
    "refreshToken"
   ],
   "type": "object"
  },
  "RegisterInPerson": {
   "additionalProperties": false,
   "properties": {
    "card": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    },
    "channel": {
     "$ref": "#/components/schemas/Channel"
    },
    "consents": {
     "$ref": "#/components/schemas/ConsentAnswers"
    },
    "evidence": {
     "$ref": "#/components/schemas/EvidenceSlots"
    },
    "guardian": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "holder": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "language": {
     "enum": [
      "zh",
      "en"
     ],
     "type": "string"
    },
    "noticeAccepted": {
     "type": "boolean"
    },
    "noticeVersion": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    },
    "proxy": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "resumes": {
     "$ref": "#/components/schemas/ResumedCase"
    }
   },
   "required": [
    "card",
    "channel",
    "holder",
    "evidence",
    "consents",
    "noticeVersion",
    "noticeAccepted"
   ],
   "type": "object"
  },
  "RegistrationContent": {
   "additionalProperties": false,
   "properties": {
    "actualUser": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "authorisation": {
     "$ref": "#/components/schemas/Authorisation"
    },
    "declinesFaceRecognition": {
     "type": "boolean"
    },
    "effectiveFrom": {
     "$ref": "#/components/schemas/Date"
    },
    "evidence": {
     "$ref": "#/components/schemas/EvidenceSlots"
    },
    "guardian": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "handler": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "holder": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "noticeAccepted": {
     "type": "boolean"
    },
    "proxy": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "responsiblePerson": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "role": {
     "$ref": "#/components/schemas/RegistrationRole"
    },
    "unit": {
     "$ref": "#/components/schemas/PartyFacts"
    },
    "use": {
     "$ref": "#/components/schemas/DeclaredUse"
    },
    "usingDepartment": {
     "$ref": "#/components/schemas/DraftText"
    }
   },
   "type": "object"
  },
  "RegistrationRole": {
   "enum": [
    "unit",
    "handler",
    "responsible-person",
    "actual-user",
    "proxy"
   ],
   "type": "string"
  },
  "RegistrationState": {
   "enum": [
    "pending",
    "registered",
    "refused",
    "ended"
   ],
   "type": "string"
  },
  "ReleaseLegalHold": {
   "additionalProperties": false,
   "properties": {
    "reason": {
     "$ref": "#/components/schemas/Purpose"
    }
   },
   "required": [
    "reason"
   ],
   "type": "object"
  },
  "ResumedCase": {
   "additionalProperties": false,
   "properties": {
    "application": {
     "$ref": "#/components/schemas/Id"
    },
    "persons": {
     "$ref": "#/components/schemas/ChangedPersons"
    },
    "version": {
     "minimum": 1,
     "type": "integer"
    }
   },
   "required": [
    "application",
    "version"
   ],
   "type": "object"
  },
  "Reveal": {
   "additionalProperties": false,
   "properties": {
    "asKnown": {
     "$ref": "#/components/schemas/Instant"
    },
    "at": {
     "$ref": "#/components/schemas/Instant"
    },
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "iccid": {
     "$ref": "#/components/schemas/ICCIDText"
    },
    "imsi": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    },
    "msisdn": {
     "maxLength": 40,
     "minLength": 1,
     "type": "string"
    },
    "purpose": {
     "$ref": "#/components/schemas/Purpose"
    }
   },
   "required": [
    "purpose"
   ],
   "type": "object"
  },
  "RevealApplication": {
   "additionalProperties": false,
   "properties": {
    "purpose": {
     "$ref": "#/components/schemas/Purpose"
    }
   },
   "required": [
    "purpose"
   ],
   "type": "object"
  },
  "ReviewCondition": {
   "additionalProperties": false,
   "properties": {
    "cardsAtLeast": {
     "minimum": 1,
     "type": "integer"
    },
    "channels": {
     "items": {
      "$ref": "#/components/schemas/Channel"
     },
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    },
    "kinds": {
     "items": {
      "enum": [
       "register",
       "add-cards",
       "change-role",
       "correct",
       "end",
       "dispute"
      ],
      "type": "string"
     },
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    },
    "subjects": {
     "items": {
      "enum": [
       "person",
       "unit"
      ],
      "type": "string"
     },
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    }
   },
   "type": "object"
  },
  "ReviewPolicy": {
   "additionalProperties": false,
   "properties": {
    "reAuditPermille": {
     "maximum": 1000,
     "minimum": 0,
     "type": "integer"
    },
    "twoReviewers": {
     "items": {
      "$ref": "#/components/schemas/ReviewCondition"
     },
     "maxItems": 20,
     "type": "array"
    }
   },
   "required": [
    "reAuditPermille",
    "twoReviewers"
   ],
   "type": "object"
  },
  "RevokeEntrances": {
   "additionalProperties": false,
   "properties": {
    "cards": {
     "$ref": "#/components/schemas/CardSelection"
    }
   },
   "required": [
    "cards"
   ],
   "type": "object"
  },
  "RewindWebhook": {
   "additionalProperties": false,
   "properties": {
    "after": {
     "maxLength": 128,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "after"
   ],
   "type": "object"
  },
  "RiskLevel": {
   "enum": [
    "low",
    "ordinary",
    "high"
   ],
   "type": "string"
  },
  "Role": {
   "enum": [
    "administrator",
    "reviewer",
    "compliance",
    "agent-manager",
    "agent-clerk",
    "agent-reviewer",
    "hall-clerk",
    "account-manager",
    "enterprise-manager",
    "auditor"
   ],
   "type": "string"
  },
  "SecondFactorCode": {
   "pattern": "^[0-9]{6}$",
   "type": "string"
  },
  "ServiceState": {
   "enum": [
    "stock",
    "testable",
    "ready",
    "active",
    "cancelling",
    "cancelled"
   ],
   "type": "string"
  },
  "SetCustodians": {
   "additionalProperties": false,
   "properties": {
    "a": {
     "maxLength": 200,
     "minLength": 1,
     "type": "string"
    },
    "b": {
     "maxLength": 200,
     "minLength": 1,
     "type": "string"
    }
   },
   "required": [
    "a",
    "b"
   ],
   "type": "object"
  },
  "SetLifeSetting": {
   "additionalProperties": false,
   "properties": {
    "after": {
     "minimum": 0,
     "type": "integer"
    },
    "carrier": {
     "$ref": "#/components/schemas/CarrierCode"
    },
    "product": {
     "$ref": "#/components/schemas/ProductCode"
    },
    "province": {
     "maximum": 82,
     "minimum": 11,
     "type": "integer"
    },
    "replacing": {
     "type": "boolean"
    },
    "setting": {
     "$ref": "#/components/schemas/LifeSetting"
    },
    "validFrom": {
     "$ref": "#/components/schemas/Instant"
    }
   },
   "required": [
    "setting",
    "after"
   ],
   "type": "object"
  },
  "SetNoticeWording": {
   "additionalProperties": false,
   "properties": {
    "after": {
     "minimum": 0,
     "type": "integer"
    },
    "kind": {
     "$ref": "#/components/schemas/NoticeKind"
    },
    "letter": {
     "$ref": "#/components/schemas/NoticeLetterWords"
    },
    "message": {
     "$ref": "#/components/schemas/NoticeWords"
    },
    "replacing": {
     "type": "boolean"
    },
    "validFrom": {
     "$ref": "#/components/schemas/Instant"
    }
   },
   "required": [
    "kind",
    "after"
   ],
   "type": "object"
  },
  "SetReasonList": {
   "additionalProperties": false,
   "properties": {
    "after": {
     "minimum": 0,
     "type": "integer"
    },
    "reasons": {
     "items": {
      "$ref": "#/components/schemas/OwnReason"
     },
     "maxItems": 30,
     "type": "array"
    },
    "replacing": {
     "type": "boolean"
    },
    "validFrom": {
     "$ref": "#/components/schemas/Instant"
    }
   },
   "required": [
    "reasons",
    "after"
   ],
   "type": "object"
  },
  "SetReviewPolicy": {
   "additionalProperties": false,
   "properties": {
    "after": {
     "minimum": 0,
     "type": "integer"
    },
    "policy": {
     "$ref": "#/components/schemas/ReviewPolicy"
    },
    "replacing": {
     "type": "boolean"
    },
    "validFrom": {
     "$ref": "#/components/schemas/Instant"
    }
   },
   "required": [
    "policy",
    "after"
   ],
   "type": "object"
  },
  "SetVerificationPolicy": {
   "additionalProperties": false,
   "properties": {
    "after": {
     "minimum": 0,
     "type": "integer"
    },
    "policy": {
     "$ref": "#/components/schemas/VerificationPolicy"
    },
    "replacing": {
     "type": "boolean"
    },
    "validFrom": {
     "$ref": "#/components/schemas/Instant"
    }
   },
   "required": [
    "policy",
    "after"
   ],
   "type": "object"
  },
  "SettleIntent": {
   "additionalProperties": false,
   "properties": {
    "card": {
     "$ref": "#/components/schemas/CardReference"
    },
    "ordinal": {
     "minimum": 0,
     "type": "integer"
    },
    "outcome": {
     "enum": [
      "done",
      "failed"
     ],
     "type": "string"
    }
   },
   "required": [
    "card",
    "ordinal",
    "outcome"
   ],
   "type": "object"
  },
  "SignIn": {
   "additionalProperties": false,
   "properties": {
    "code": {
     "$ref": "#/components/schemas/SecondFactorCode"
    },
    "label": {
     "maxLength": 100,
     "type": "string"
    },
    "login": {
     "maxLength": 64,
     "minLength": 1,
     "type": "string"
    },
    "password": {
     "$ref": "#/components/schemas/Password"
    }
   },
   "required": [
    "login",
    "password"
   ],
   "type": "object"
  },
  "StopReason": {
   "enum": [
    "no-real-name",
    "owner-asked",
    "arrears",
    "threshold",
    "device-separation",
    "risk",
    "illegal-use",
    "reverification-due",
    "carrier-own"
   ],
   "type": "string"
  },
  "SubjectKind": {
   "enum": [
    "organisation",
    "account",
    "product",
    "intake",
    "custody",
    "card",
    "evidence",
    "party",
    "registration",
    "application",
    "installation",
    "policy",
    "entrance",
    "usage",
    "campaign",
    "export",
    "part-link"
   ],
   "type": "string"
  },
  "Traffic": {
   "enum": [
    "directed",
    "general"
   ],
   "type": "string"
  },
  "Until": {
   "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|long-term)$",
   "type": "string"
  },
  "UpdateAccount": {
   "additionalProperties": false,
   "minProperties": 1,
   "properties": {
    "roles": {
     "items": {
      "$ref": "#/components/schemas/Role"
     },
     "maxItems": 9,
     "minItems": 1,
     "type": "array",
     "uniqueItems": true
    },
    "status": {
     "enum": [
      "dismissed"
     ],
     "type": "string"
    }
   },
   "type": "object"
  },
  "UpdateOrganisation": {
   "additionalProperties": false,
   "minProperties": 1,
   "properties": {
    "name": {
     "$ref": "#/components/schemas/Name"
    },
    "reason": {
     "maxLength": 200,
     "minLength": 4,
     "type": "string"
    },
    "status": {
     "$ref": "#/components/schemas/OrganisationStatus"
    },
    "unitCode": {
     "maxLength": 80,
     "minLength": 4,
     "type": "string"
    }
   },
   "type": "object"
  },
  "UpdateProduct": {
   "additionalProperties": false,
   "properties": {
    "status": {
     "enum": [
      "active",
      "withdrawn"
     ],
     "type": "string"
    },
    "terms": {
     "$ref": "#/components/schemas/ProductTerms"
    }
   },
   "required": [
    "terms"
   ],
   "type": "object"
  },
  "VerificationCondition": {
   "additionalProperties": false,
   "properties": {
    "cardClasses": {
     "items": {
      "$ref": "#/components/schemas/CardClass"
     },
     "maxItems": 5,
     "minItems": 1,
     "type": "array"
    },
    "deviceTypes": {
     "items": {
      "maxLength": 40,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 50,
     "minItems": 1,
     "type": "array"
    },
    "documentTypes": {
     "items": {
      "$ref": "#/components/schemas/PersonDocumentType"
     },
     "maxItems": 10,
     "minItems": 1,
     "type": "array"
    },
    "provinces": {
     "items": {
      "maximum": 83,
      "minimum": 11,
      "type": "integer"
     },
     "maxItems": 34,
     "minItems": 1,
     "type": "array"
    },
    "riskAtLeast": {
     "$ref": "#/components/schemas/RiskLevel"
    },
    "uses": {
     "items": {
      "enum": [
       "voice-or-sms",
       "general-traffic",
       "directed-only",
       "ordinary-number"
      ],
      "type": "string"
     },
     "maxItems": 4,
     "minItems": 1,
     "type": "array"
    }
   },
   "type": "object"
  },
  "VerificationMethod": {
   "enum": [
    "document-data",
    "document-photos",
    "hand-held-photo",
    "face",
    "provider-capture",
    "in-person",
    "guardian",
    "proxy"
   ],
   "type": "string"
  },
  "VerificationPolicy": {
   "additionalProperties": false,
   "properties": {
    "agentReviews": {
     "type": "boolean"
    },
    "approval": {
     "enum": [
      "reviewer",
      "machine"
     ],
     "type": "string"
    },
    "attemptsMax": {
     "maximum": 100,
     "minimum": 1,
     "type": "integer"
    },
    "cardsPerPerson": {
     "$ref": "#/components/schemas/CardLimits"
    },
    "reuseDays": {
     "maximum": 3650,
     "minimum": 0,
     "type": "integer"
    },
    "rules": {
     "items": {
      "$ref": "#/components/schemas/VerificationRule"
     },
     "maxItems": 100,
     "type": "array"
    }
   },
   "required": [
    "rules",
    "approval"
   ],
   "type": "object"
  },
  "VerificationRule": {
   "additionalProperties": false,
   "properties": {
    "condition": {
     "$ref": "#/components/schemas/VerificationCondition"
    },
    "methods": {
     "items": {
      "$ref": "#/components/schemas/VerificationMethod"
     },
     "maxItems": 8,
     "type": "array"
    },
    "reasonEn": {
     "maxLength": 300,
     "minLength": 4,
     "type": "string"
    },
    "reasonZh": {
     "maxLength": 300,
     "minLength": 2,
     "type": "string"
    },
    "requirement": {
     "maxLength": 20,
     "pattern": "^R-[A-Z0-9]{2,3}-[0-9]{2}$",
     "type": "string"
    }
   },
   "required": [
    "methods",
    "reasonEn",
    "reasonZh"
   ],
   "type": "object"
  },
  "WebhookEventState": {
   "enum": [
    "waiting",
    "delivered",
    "dead"
   ],
   "type": "string"
  },
  "WithdrawClaims": {
   "additionalProperties": false,
   "properties": {
    "cards": {
     "$ref": "#/components/schemas/CardSelection"
    },
    "leavingOthers": {
     "type": "boolean"
    }
   },
   "required": [
    "cards"
   ],
   "type": "object"
  }
 }
}

"""##
}
