/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What somebody means to do with an element. Each has a gate. */
export type Action =
  /** Take it out of the hub, in a file. */
  | 'EXPORT'
  /** Give it to an organisation that has not got it. */
  | 'PASS_ON'
  /** See it. */
  | 'SEE'
  /** Disclose it in judicial proceedings. */
  | 'USE_IN_COURT'
  /** Use it in a report or package that others read. */
  | 'USE_IN_PRODUCT';

/** A comment to be made. */
export type AddCommentInput = {
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** The record, link or view. */
  on: string | number;
  /** Whether everybody sees it for whom the thing is; else one's own organisation alone. */
  shared?: boolean;
  /** What is to be noted. */
  text: string;
};

/** Take an officer into a team. */
export type AddMemberInput = {
  /** Left out, or past: from now on. */
  from?: string | null | undefined;
  /** The operation. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
  /** An officer of one's own organisation, see Query.officers. */
  officer: string | number;
  /** What the officer is in the team. */
  role: TeamRole;
  /** Left out: open. */
  until?: string | null | undefined;
};

/** What is to be signed. */
export type AgreementInput = {
  /** From when on it holds. */
  from?: string | null | undefined;
  /** On which legal basis. */
  legalBasis: string;
  /** For which purpose. */
  purpose: string;
  /** Up to and including which day it holds. */
  until?: string | null | undefined;
};

/** Asks how far records are from each other. */
export type AllPairsInput = {
  /** What makes a path better. */
  measure?: PathMeasure;
  /** 2 to 100 records; those of one entity count once. */
  records: Array<string | number>;
  /** What paths may use. */
  within?: RouteLimits | null | undefined;
};

/** A whole new version of a link; ends and kind stay. */
export type AmendLinkInput = {
  /** The typed fields, all of them. */
  details?: LinkDetailsInput | null | undefined;
  /** The grading; left out is not graded. */
  grading?: GradingInput | null | undefined;
  /** The link. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
  /** Left out: as it was. */
  marking?: MarkingInput | null | undefined;
  /** The source report, by reference. */
  source: string;
  /** When it was so. */
  validity?: IntervalInput | null | undefined;
  /** The version that was read; another one since is a CONFLICT. */
  version: string | number;
};

/** Propose another agreement. */
export type AmendOperationInput = {
  /** What is to be signed, all of it. */
  agreement: AgreementInput;
  /** The operation. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
  /** Left out: as it was. */
  name?: string | null | undefined;
  /** All who would be party, one's own organisation included. */
  parties: Array<string | number>;
  /** The version that was read; another one since is a CONFLICT. */
  version: string | number;
};

/** A whole new version of a record. */
export type AmendRecordInput = {
  /** The typed fields, all of them, of the same kind. */
  details: RecordDetailsInput;
  /** The grading; left out is not graded. */
  grading?: GradingInput | null | undefined;
  /** The record. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
  /** Left out: as it was. */
  marking?: MarkingInput | null | undefined;
  /** The source report, by reference. */
  source: string;
  /** When it was so. */
  validity?: IntervalInput | null | undefined;
  /** The version that was read; another one since is a CONFLICT. */
  version: string | number;
};

/** A sum of money. */
export type AmountInput = {
  /** In units of the currency, e.g. 1250.00. */
  amount: string;
  /** ISO 4217. */
  currency: string;
};

/** Give an identifier, or a name and a birth date. */
export type AskHitInput = {
  /** A whole date, as in 1990-12-31. */
  birthDate?: string | null | undefined;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** An exact number: PHONE, PLATE, ACCOUNT or DOCUMENT. */
  identifier?: IdentifierInput | null | undefined;
  /** A whole name. */
  name?: string | null | undefined;
};

/** Who sees an element beside the owner's organisation. Give the list that the scope needs, and no other. */
export type AudienceInput = {
  /** For OFFICERS. */
  officers?: Array<string | number> | null | undefined;
  /** For JOINT_TEAMS. */
  operations?: Array<string | number> | null | undefined;
  /** For ORGANISATIONS. */
  organisations?: Array<string | number> | null | undefined;
  /** The kind of audience. */
  scope: Scope;
};

/** What was done, in the log. */
export type AuditAction =
  /** Administered the hub. */
  | 'ADMINISTER'
  /** Replaced an element by a new version. */
  | 'AMEND'
  /** Judged that two records are one thing. */
  | 'COMBINE'
  /** Asked for communities. */
  | 'COMMUNITIES'
  /** Contributed elements. */
  | 'CREATE'
  /** Disclosed what a contact holds. */
  | 'DISCLOSE'
  /** Asked where to disrupt. */
  | 'DISRUPTION'
  /** Erased an element. */
  | 'ERASE'
  /** Asked for neighbours. */
  | 'EXPAND'
  /** Took elements out of the hub. */
  | 'EXPORT'
  /** Imported elements. */
  | 'IMPORT'
  /** Listed elements. */
  | 'LIST'
  /** Signed in. */
  | 'LOGIN'
  /** Signed out. */
  | 'LOGOUT'
  /** Asked for a path. */
  | 'PATH'
  /** Read elements. */
  | 'READ'
  /** Took a sharing back. */
  | 'RECALL'
  /** Was refused. */
  | 'REFUSE'
  /** Released an element. */
  | 'RELEASE'
  /** Withdrew an element. */
  | 'RETIRE'
  /** Searched by words or a number. */
  | 'SEARCH'
  /** A session ended by its time, its issuer or the next sign-in. */
  | 'SESSION_END'
  /** Shared an element. */
  | 'SHARE'
  /** Stated the purpose of a session. */
  | 'STATE'
  /** Proved themselves anew within a session. */
  | 'STEP_UP'
  /** Was told of changes. */
  | 'SUBSCRIBE'
  /** Asked the log about an officer. */
  | 'WHO_DID'
  /** Asked the log about an element. */
  | 'WHO_SAW'
  /** Took a checkpoint of the log to hold. */
  | 'WITNESS';

/** What an examination found. */
export type Authenticity =
  /** Forged or altered. */
  | 'FORGED'
  /** Genuine, but obtained by fraud. */
  | 'FRAUDULENTLY_OBTAINED'
  /** Genuine. */
  | 'GENUINE'
  /** Stolen or lost. */
  | 'STOLEN';

/** An account at a bank. Give an IBAN or an account number. */
export type BankAccountInput = {
  /** National number. */
  accountNumber?: string | null | undefined;
  /** The bank. */
  bankName?: string | null | undefined;
  /** BIC. */
  bic?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** ISO 4217. */
  currency?: string | null | undefined;
  /** In whose name. */
  holder?: string | null | undefined;
  /** IBAN. */
  iban?: string | null | undefined;
};

/** Asks who stands between countries. */
export type BrokersInput = {
  /** At most this many, 1 to 500. */
  first?: number;
  /** Of what: an operation, or records. With more than 20,000 records: LIMIT_EXCEEDED with the number. */
  scope: ScopeInput;
};

/** One call or message, or several summed. */
export type CallInput = {
  /** When. */
  at?: string | null | undefined;
  /** How many calls are summed here. */
  count?: number | null | undefined;
  /** Seconds. */
  duration?: number | null | undefined;
};

/** Asks who is central. */
export type CentralityInput = {
  /** How often the stated error may be exceeded, between 0 and 1. */
  delta?: number;
  /** The highest so many, 1 to 500. */
  first?: number;
  /** In which sense. */
  measure: CentralityMeasure;
  /** Also the values of the entities of these records, at most 500. One out of sight: NOT_FOUND with its place. */
  of?: Array<string | number> | null | undefined;
  /** Estimate BETWEENNESS from so many sources, 1 to 1,000,000; left out: exact. */
  samples?: number | null | undefined;
  /** In what; left out: all in sight. */
  scope?: ScopeInput | null | undefined;
  /** Picks the sources: the same seed on the same graph gives the same values. */
  seed?: number;
};

/** In which sense an entity is central. */
export type CentralityMeasure =
  /** Between how many pairs of other entities it stands, each pair counted by the share of its shortest paths that pass through it (Brandes 2001). */
  | 'BETWEENNESS'
  /** How near the others are, 0 to 1 (Wasserman and Faust 1994). */
  | 'CLOSENESS'
  /** The greatest k of whose k-core it is part: everybody in it has k ties within (Seidman 1983). */
  | 'CORE'
  /** How many neighbouring entities it has. */
  | 'DEGREE'
  /** The sum of 1/hops to every other entity (Marchiori and Latora 2000). */
  | 'HARMONIC'
  /** The share of time that a walk at random spends there, 0 to 1, damping 0.85. */
  | 'PAGE_RANK';

/** What somebody does in the supply chain of trafficking. */
export type ChainRole =
  /** Abuser. */
  | 'ABUSER'
  /** Broker or travel agent. */
  | 'BROKER'
  /** Document forger. */
  | 'DOCUMENT_FORGER'
  /** Exploiter. */
  | 'EXPLOITER'
  /** Harbourer. */
  | 'HARBOURER'
  /** Kidnapper. */
  | 'KIDNAPPER'
  /** Launderer. */
  | 'LAUNDERER'
  /** Money mule. */
  | 'MONEY_MULE'
  /** Organiser. */
  | 'ORGANISER'
  /** Other. */
  | 'OTHER'
  /** Recruiter or intermediary. */
  | 'RECRUITER'
  /** Smuggler. */
  | 'SMUGGLER'
  /** Transporter. */
  | 'TRANSPORTER'
  /** Travelling partner. */
  | 'TRAVELLING_PARTNER';

/** The protective marking; SECRET and above must not be entered. */
export type Classification =
  /** OFFICIAL. */
  | 'OFFICIAL'
  /** OFFICIAL-SENSITIVE. */
  | 'OFFICIAL_SENSITIVE';

/** Choose what becomes of shared data at the end of a joint team. */
export type CloseSharingInput = {
  /** The choice. */
  choice: ClosingChoice;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** The operation. */
  operation: string | number;
};

/** What becomes of what an owner shared with a joint team that is over. */
export type ClosingChoice =
  /** Erased for ever, but for what is under a legal hold, which is returned. */
  | 'PURGE'
  /** Shared no longer: the owner's organisation only, or the other teams it was shared with. */
  | 'RETURN';

/** Which part of the graph, and how finely. */
export type CommunitiesInput = {
  /** At most this many communities, and parts of each level, largest first. */
  first?: number;
  /** Whether to give `levels`. */
  levels?: boolean;
  /** Only links of these kinds (SAME_AS always joins). */
  linkKinds?: Array<LinkKind> | null | undefined;
  /** Only among records shared with this operation's team. */
  operation?: string | number | null | undefined;
  /** Only records of these kinds. */
  recordKinds?: Array<RecordKind> | null | undefined;
  /** Only among these records (and their entities). At most 50,000. */
  records?: Array<string | number> | null | undefined;
  /** Higher gives more and smaller communities; 0.01 to 100. */
  resolution?: number;
  /** Give `stability` over so many seeds, from `seed` on: 2 to 50. More than 5 take long: LIMIT_EXCEEDED, ask by a job. */
  runs?: number | null | undefined;
  /** The same seed on the same graph gives the same communities. */
  seed?: number;
};

/** A business or other legal body. */
export type CompanyInput = {
  /** Other names. */
  alias?: Array<string> | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** Its name. */
  name: string;
  /** In the register of companies. */
  registrationNumber?: string | null | undefined;
  /** Its trade. */
  sector?: string | null | undefined;
};

/** Sets two plans of the caller side by side. */
export type ComparePlansInput = {
  /** The targets of one plan in order, 1 to 10,000 records. */
  first: Array<string | number>;
  /** The network and how both are judged; its budget and musts are not asked. */
  network: PlanInput;
  /** The targets of the other. */
  second: Array<string | number>;
};

/** Asks what became of communities. */
export type ComparisonInput = {
  /** The second date, after the first. */
  after: string;
  /** The first date: links that were valid then are what ties. */
  before: string;
  /** At most this many of each list, 1 to 500. The counts are of all. */
  first?: number;
  /** How alike two communities must be to be one gone on: the share of members of either that are members of both, above 0 and at most 1. */
  likeness?: number;
  /** Higher gives more and smaller communities; 0.01 to 100. */
  resolution?: number;
  /** Of what; not `at`. Left out: all in sight. */
  scope?: ScopeInput | null | undefined;
  /** The same seed on the same graph gives the same communities. */
  seed?: number;
  /** Which part of a community's members makes it part of a merger or a split: above 0.5 and at most 1. */
  share?: number;
};

/** Content that needs a clearance of its own. */
export type Compartment =
  /** Matters of a child. */
  | 'CHILD'
  /** What comes from a covert source. */
  | 'COVERT_SOURCE'
  /** Financial intelligence. */
  | 'FINANCIAL_INTELLIGENCE'
  /** Who a victim is. */
  | 'VICTIM_IDENTITY';

/** A second officer's decision. */
export type ConfirmInvolvementInput = {
  /** Whether the role is written. */
  confirm: boolean;
  /** The decision that waits. */
  id: string | number;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Why, in words. */
  reason?: string;
  /** Its version, as it was read. */
  version: string | number;
};

/** Asks what joins several records. */
export type ConnectInput = {
  /** What is made small. */
  measure?: PathMeasure;
  /** 2 to 100 records. */
  records: Array<string | number>;
  /** What it may use; not `directed`. */
  within?: RouteLimits | null | undefined;
};

/** A method of control (IOM Human Trafficking Case Data Standard). */
export type Control =
  /** Debt bondage. */
  | 'DEBT_BONDAGE'
  /** Excessive hours. */
  | 'EXCESSIVE_HOURS'
  /** False promises. */
  | 'FALSE_PROMISES'
  /** Other. */
  | 'OTHER'
  /** Physical abuse. */
  | 'PHYSICAL_ABUSE'
  /** Psychological abuse. */
  | 'PSYCHOLOGICAL_ABUSE'
  /** Restricts finances. */
  | 'RESTRICTS_FINANCES'
  /** Restricts medical care. */
  | 'RESTRICTS_MEDICAL_CARE'
  /** Sexual abuse. */
  | 'SEXUAL_ABUSE'
  /** Substances. */
  | 'SUBSTANCES'
  /** Takes earnings. */
  | 'TAKES_EARNINGS'
  /** Threats. */
  | 'THREATS'
  /** Threats to family. */
  | 'THREATS_TO_FAMILY'
  /** Threats with authorities. */
  | 'THREATS_WITH_AUTHORITIES'
  /** Withholds documents. */
  | 'WITHHOLDS_DOCUMENTS'
  /** Withholds necessities. */
  | 'WITHHOLDS_NECESSITIES';

/** By which methods somebody is controlled. */
export type ControlHeldInput = {
  /** The methods, at least one. */
  controls: Array<Control>;
};

/** Judge which role a person has in an operation. */
export type CreateInvolvementInput = {
  /** The grading; left out is not graded. */
  grading?: GradingInput | null | undefined;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Left out: the caller's organisation only. */
  marking?: MarkingInput | null | undefined;
  /** The operation. */
  operation: string | number;
  /** A record of kind PERSON in sight. */
  person: string | number;
  /** What the person is in it. */
  role: InvolvementRole;
  /** The source report, by reference. */
  source: string;
  /** When it was so. */
  validity?: IntervalInput | null | undefined;
};

/** Contribute a link. */
export type CreateLinkInput = {
  /** The typed fields, where the kind has some. */
  details?: LinkDetailsInput | null | undefined;
  /** The record at which it begins. */
  from: string | number;
  /** The grading; left out is not graded. */
  grading?: GradingInput | null | undefined;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** The sort of tie. */
  kind: LinkKind;
  /** Left out: the caller's organisation only. */
  marking?: MarkingInput | null | undefined;
  /** The source report, by reference. */
  source: string;
  /** The record at which it ends. */
  to: string | number;
  /** When it was so. */
  validity?: IntervalInput | null | undefined;
};

/** Contribute a record. */
export type CreateRecordInput = {
  /** The typed fields: exactly one kind. */
  details: RecordDetailsInput;
  /** The grading; left out is not graded. */
  grading?: GradingInput | null | undefined;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Left out: the caller's organisation only. */
  marking?: MarkingInput | null | undefined;
  /** The source report, by reference. */
  source: string;
  /** When it was so. */
  validity?: IntervalInput | null | undefined;
};

/** An organised crime group. */
export type CrimeGroupInput = {
  /** What it does. */
  activities?: Array<Exploitation> | null | undefined;
  /** Other names. */
  alias?: Array<string> | null | undefined;
  /** Where it acts, ISO 3166-1 alpha-2. */
  country?: Array<string> | null | undefined;
  /** Its name. */
  name: string;
};

/** Confirm or refuse a disposal. */
export type DecideDisposalInput = {
  /** Whether to erase. */
  confirm: boolean;
  /** The disposal. */
  id: string | number;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** The version that was read. */
  version: string | number;
};

/** The partner's decision on a joint plan. */
export type DecideJointPlanInput = {
  /** Whether the caller's organisation agrees. */
  agree: boolean;
  /** The joint plan. */
  id: string | number;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Why, in words; both organisations read it. */
  reason?: string;
  /** Its version, as it was read. */
  version: string | number;
};

/** What an owner decides. */
export type DecideReleaseInput = {
  /** The decision. */
  decision: ReleaseDecision;
  /** The release. */
  id: string | number;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Why, in words; whoever asked reads it. */
  reason?: string;
  /** The record that goes in place of the protected one, for SANITISE alone. */
  sanitised?: SanitisedInput | null | undefined;
  /** When the leave ends, in place of what was asked; for GRANT alone, and not for PASS_ON. */
  until?: string | null | undefined;
  /** Its version, as it was read. */
  version: string | number;
};

/** What became of a second decision. */
export type DecisionState =
  /** The role is written. */
  | 'CONFIRMED'
  /** It waits for a second officer. */
  | 'PENDING'
  /** The role is not written. */
  | 'REJECTED';

/** Which way a link runs, seen from a record. */
export type Direction =
  /** Both ways. */
  | 'EITHER'
  /** It ends at the record. */
  | 'INCOMING'
  /** It begins at the record. */
  | 'OUTGOING';

/** Where a disposal stands. */
export type DisposalState =
  /** The next run of the disposal job carries it out. */
  | 'CONFIRMED'
  /** It was carried out. */
  | 'DONE'
  /** A second supervisor has to decide. */
  | 'PROPOSED'
  /** It was refused. */
  | 'REFUSED';

/** Propose to erase elements. */
export type DisposeInput = {
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Records, links and involvements of one's own organisation, 1 to 500. */
  ids: Array<string | number>;
  /** Why. */
  reason: string;
};

/** What a plan makes as small as it can; but REACH it makes large. */
export type DisruptionObjective =
  /** The sum over pairs of entities of 1/hops (Borgatti 2006, KPP-NEG). For up to 2,000 entities. */
  | 'DISTANCE_CONNECTIVITY'
  /** The number of entities that still hang together in the largest piece. */
  | 'LARGEST_COMPONENT'
  /** The most money, in minor units, that can get from the sources to the sinks along links with amounts, in their direction. Choose links of one currency: amounts are added as they are. */
  | 'MONEY'
  /** The number of pairs of entities that can still reach each other. */
  | 'PAIR_CONNECTIVITY'
  /** The number of entities within `distance` hops of a target: whom to watch or to ask, rather than to remove (Borgatti 2006, KPP-POS). Told with its sign changed, as less is better: -5 is five; in a mix as a share of all entities. */
  | 'REACH'
  /** The number of ways from a source to a sink that share no tie and nobody who may be a target: 0 is cut. For a chain from recruitment to exploitation. */
  | 'SUPPLY';

/** Why a plan is empty, or why a target is in it. */
export type DisruptionReason =
  /** The caller said that it must be in the plan. */
  | 'DEMANDED'
  /** It changes the objective, together with those before it. */
  | 'GAINS'
  /** Without it, what was one piece is several. */
  | 'HOLDS_PIECES'
  /** It has many ties. */
  | 'MANY_TIES'
  /** No target costs as little as the budget. */
  | 'NOTHING_FITS'
  /** No target would change the objective. */
  | 'NOTHING_GAINS'
  /** Nothing in the scope may be a target. */
  | 'NO_TARGETS';

/** The sort of a document. */
export type DocumentType =
  /** Identity card. */
  | 'IDENTITY_CARD'
  /** Other. */
  | 'OTHER'
  /** Passport. */
  | 'PASSPORT'
  /** Permit. */
  | 'PERMIT'
  /** Visa. */
  | 'VISA';

/** A kind of exploitation. */
export type Exploitation =
  /** Forced crime. */
  | 'CRIMINAL'
  /** Domestic servitude. */
  | 'DOMESTIC_SERVITUDE'
  /** Work for nothing or almost nothing. */
  | 'LABOUR'
  /** Organ removal. */
  | 'ORGAN_REMOVAL'
  /** Other or unspecified. */
  | 'OTHER'
  /** Sexual exploitation. */
  | 'SEXUAL';

/** A time and place of exploitation. */
export type ExploitationEventInput = {
  /** Methods of control. */
  controls?: Array<Control> | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** Its kind. */
  exploitation: Exploitation;
  /** In short. */
  summary?: string | null | undefined;
};

/** The form of a file. */
export type ExportFormat =
  /** One table of records and links, the banner in its first line. */
  | 'CSV'
  /** GEXF 1.3, for Gephi. */
  | 'GEXF'
  /** GraphML, for networkx, Gephi and yEd. */
  | 'GRAPHML'
  /** One JSON object. */
  | 'JSON';

/** What is to leave the hub. Give ids, or an operation. */
export type ExportInput = {
  /** The form. */
  format: ExportFormat;
  /** Records in sight, at most 5,000. */
  ids?: Array<string | number> | null | undefined;
  /** All records in sight that are shared with this operation's team, at most 5,000. */
  operation?: string | number | null | undefined;
};

/** Propose another last day. */
export type ExtendOperationInput = {
  /** The operation. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
  /** Up to and including which day; left out is open. */
  until?: string | null | undefined;
  /** The version that was read. */
  version: string | number;
};

/** File an evaluation. */
export type FileEvaluationInput = {
  /** How many people were arrested. */
  arrests?: number;
  /** What went wrong. */
  difficulties?: string | null | undefined;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** What to do otherwise. */
  lessons?: string | null | undefined;
  /** The operation. */
  operation: string | number;
  /** What came of it. */
  results: string;
  /** How many people were safeguarded. */
  safeguarded?: number;
  /** What was seized, in words. */
  seized?: string | null | undefined;
};

/** As recorded by the source. */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Other. */
  | 'OTHER';

/** The evaluation of a source and of its information. */
export type GradingInput = {
  /** The system. */
  scheme: Scheme;
  /** Source and information, such as 1B. */
  value: string;
};

/** A handling code of 3x5x2 (P, C with its conditions) or of SIENA (H0 to H3). */
export type Handling =
  /** Covert development. */
  | 'A1'
  /** Covert use. */
  | 'A2'
  /** Overt use. */
  | 'A3'
  /** Lawful sharing permitted, with conditions. */
  | 'C'
  /** Only to prevent and combat crime. */
  | 'H0'
  /** Not to be disclosed in judicial proceedings without the provider's permission. */
  | 'H1'
  /** Not to be disseminated without the provider's permission. */
  | 'H2'
  /** Other restrictions, in text. */
  | 'H3'
  /** Lawful sharing permitted. */
  | 'P'
  /** Delegated authority to sanitise. */
  | 'S1'
  /** Consult the originator. */
  | 'S2';

/** By what a record may be found by those who do not see it. */
export type HitScheme =
  /** An exact account number. */
  | 'ACCOUNT'
  /** An exact number of a travel document. */
  | 'DOCUMENT'
  /** Every word of a name, in any order, and the whole birth date. */
  | 'NAME_AND_BIRTH_DATE'
  /** An exact phone number, IMEI or IMSI. */
  | 'PHONE'
  /** An exact number plate or VIN. */
  | 'PLATE';

/** A number under which a thing is known outside the hub. */
export type IdentifierInput = {
  /** ISO 3166-1 alpha-2, where the number needs it. */
  country?: string | null | undefined;
  /** What it identifies. */
  scheme: IdentifierScheme;
  /** The number. */
  value: string;
};

/** What an identifier identifies. */
export type IdentifierScheme =
  /** An IBAN, account, card or wallet number. */
  | 'ACCOUNT'
  /** A passport, identity card, visa, permit or registration number. */
  | 'DOCUMENT'
  /** A telephone number, IMEI or IMSI. */
  | 'PHONE'
  /** A number plate or VIN. */
  | 'PLATE'
  /** A user name or address of a profile. */
  | 'PROFILE';

/** A mapping, and a file to be read by it. */
export type ImportLayoutInput = {
  /** The file's name, without its folder. */
  file: string;
  /** The mapping, in YAML or JSON, at most 64 KiB. */
  mapping: string;
};

/** What becomes of a record or link that a row says. */
export type ImportOutcome =
  /** It is there, says something else, and is to be replaced: it becomes a new version under the marking that it has. */
  | 'CHANGED'
  /** There is none in sight under its key: it is created. */
  | 'NEW'
  /** It is there as the row says, or was amended or withdrawn by hand since it was imported: it is left alone. */
  | 'SAME';

/** Some whole rows of a file to be written, and how to read them. */
export type ImportPartInput = {
  /** The file's name, without its folder. */
  file: string;
  /** The lines that the mapping skips, and the header if it says there is one, as in the file. Empty if there are none. */
  head?: string;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** The number of the first line of rows in the file, from 1. */
  line: number;
  /** The mapping, in YAML or JSON, at most 64 KiB: docs/operations.md says how it is written. Paths in it are compared with the file's name alone. */
  mapping: string;
  /** The marking of what is new; left out: the mapping's, and where it says nothing the caller's organisation only. */
  marking?: MarkingInput | null | undefined;
  /** The name of the import, in place of the mapping's, at most 200 bytes. The same key under two names is two things. Empty: the mapping's. */
  name?: string;
  /** Whether what is there and says something else becomes a new version. Otherwise its row is rejected. */
  replace?: boolean;
  /** Whole rows as in the file: with head at most 256 KiB, and at most 1,000 records and links. */
  rows: string;
  /** What is read from them. */
  stage: ImportStage;
};

/** What is read from the rows of a part. */
export type ImportStage =
  /** The links, and the records that the mapping's links make at their ends where there are none. */
  | 'LINKS'
  /** The records that the mapping's records make. All of all files come before the first LINKS. */
  | 'RECORDS';

/** The sort of a means of paying. */
export type InstrumentType =
  /** A debit or credit card. */
  | 'CARD'
  /** A wallet of a crypto-asset. */
  | 'CRYPTO_WALLET'
  /** A wallet on a phone. */
  | 'MOBILE_WALLET'
  /** A money transfer service. */
  | 'MONEY_TRANSFER'
  /** Other. */
  | 'OTHER'
  /** A prepaid card. */
  | 'PREPAID_CARD';

/** When a thing was so; either end may be left out. */
export type IntervalInput = {
  /** From that date on. */
  from?: string | null | undefined;
  /** Up to and including that date; not before `from`. */
  until?: string | null | undefined;
};

/** What a person is in an operation. */
export type InvolvementRole =
  /** Known to the others, no more. */
  | 'ASSOCIATE'
  /** A suspect. */
  | 'SUSPECT'
  /** A victim: never a target, always someone to safeguard. */
  | 'VICTIM'
  /** A witness. */
  | 'WITNESS';

/** Whether a provider is trusted. */
export type IssuerState =
  /** Its officers may sign in. */
  | 'ACTIVE'
  /** Proposed, and never in force. */
  | 'PENDING'
  /** Nobody of it gets in; who had signed in is out. */
  | 'SUSPENDED';

/** Exactly one long question; each is that of the same name, and is answered on the graph as it is when the job begins. */
export type JobInput =
  {   /** As `allPairs`. */
  allPairs: AllPairsInput; centrality?: never; communities?: never; compareCommunities?: never; plan?: never; structure?: never; }
  |  { allPairs?: never;   /** As `centrality`. */
  centrality: CentralityInput; communities?: never; compareCommunities?: never; plan?: never; structure?: never; }
  |  { allPairs?: never; centrality?: never;   /** As `communities`. */
  communities: CommunitiesInput; compareCommunities?: never; plan?: never; structure?: never; }
  |  { allPairs?: never; centrality?: never; communities?: never;   /** As `compareCommunities`. */
  compareCommunities: ComparisonInput; plan?: never; structure?: never; }
  |  { allPairs?: never; centrality?: never; communities?: never; compareCommunities?: never;   /** As `plan`. */
  plan: PlanInput; structure?: never; }
  |  { allPairs?: never; centrality?: never; communities?: never; compareCommunities?: never; plan?: never;   /** As `structure`. */
  structure: StructureInput; };

/** How far a job is. */
export type JobState =
  /** Stopped by its officer. */
  | 'CANCELLED'
  /** Answered. */
  | 'DONE'
  /** It could not be answered. */
  | 'FAILED'
  /** Who sees what has changed since it began: ask anew. */
  | 'OUTDATED'
  /** Under way, at most ten minutes. */
  | 'RUNNING';

/** What became of a joint plan. */
export type JointPlanState =
  /** Both agree, and the plan is made. */
  | 'AGREED'
  /** The partner has not decided yet. */
  | 'OPEN'
  /** The partner does not agree. */
  | 'REFUSED'
  /** One of the two took its consent back; there is no plan any more. */
  | 'WITHDRAWN';

/** One leg of travel. */
export type JourneyInput = {
  /** When it ends. */
  arrives?: string | null | undefined;
  /** With whom. */
  carrier?: string | null | undefined;
  /** When it begins. */
  departs?: string | null | undefined;
  /** UN/LOCODE where it begins. */
  from: string;
  /** How. */
  mode: TravelMode;
  /** Flight, coach or sailing number. */
  number?: string | null | undefined;
  /** UN/LOCODE where it ends. */
  to: string;
};

/** Keep elements. */
export type KeepInput = {
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Records, links and involvements of one's own organisation, 1 to 500. */
  ids: Array<string | number>;
  /** Why. */
  reason: string;
  /** The next review. */
  review: string;
};

/** What opens a closed gate. */
export type Key =
  /** A release by the owner, for this action. */
  | 'RELEASE'
  /** A sanitised copy in its place. */
  | 'SANITISE';

/** Lift a legal hold. */
export type LiftHoldInput = {
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Records, links and involvements of one's own organisation, 1 to 500. */
  ids: Array<string | number>;
};

/** Exactly one sort of details, the one that fits the link's kind. */
export type LinkDetailsInput =
  {   /** For CALLED. */
  call: CallInput; controlHeld?: never; membership?: never; recruitment?: never; relationship?: never; transfer?: never; travel?: never; }
  |  { call?: never;   /** For CONTROLS. */
  controlHeld: ControlHeldInput; membership?: never; recruitment?: never; relationship?: never; transfer?: never; travel?: never; }
  |  { call?: never; controlHeld?: never;   /** For MEMBER_OF. */
  membership: MembershipInput; recruitment?: never; relationship?: never; transfer?: never; travel?: never; }
  |  { call?: never; controlHeld?: never; membership?: never;   /** For RECRUITED. */
  recruitment: RecruitmentInput; relationship?: never; transfer?: never; travel?: never; }
  |  { call?: never; controlHeld?: never; membership?: never; recruitment?: never;   /** For ASSOCIATE and FAMILY. */
  relationship: RelationshipInput; transfer?: never; travel?: never; }
  |  { call?: never; controlHeld?: never; membership?: never; recruitment?: never; relationship?: never;   /** For TRANSFERRED. */
  transfer: TransferInput; travel?: never; }
  |  { call?: never; controlHeld?: never; membership?: never; recruitment?: never; relationship?: never; transfer?: never;   /** For TRAVELLED_ON. */
  travel: TravelInput; };

/** Narrows a list of links; what is left out does not narrow. */
export type LinkFilter = {
  /** So at that instant, by validity. */
  at?: string | null | undefined;
  /** Seen from the record. */
  direction?: Direction | null | undefined;
  /** Of these kinds. */
  kinds?: Array<LinkKind> | null | undefined;
  /** Graded at least this well, over all schemes. */
  leastGrading?: GradingInput | null | undefined;
};

/** The sort of a tie; the arrow gives its direction. */
export type LinkKind =
  /** Advertiser -> what is advertised. */
  | 'ADVERTISED'
  /** Associates; no direction meant. */
  | 'ASSOCIATE'
  /** Calling -> called. */
  | 'CALLED'
  /** Controller -> controlled. */
  | 'CONTROLS'
  /** Escort -> escorted. */
  | 'ESCORTED'
  /** Person -> event, place or company. */
  | 'EXPLOITED_AT'
  /** Family; no direction meant. */
  | 'FAMILY'
  /** Forger -> document. */
  | 'FORGED'
  /** Harbourer or place -> harboured. */
  | 'HARBOURED'
  /** Holder -> the person whose document it is. */
  | 'HELD_DOCUMENT_OF'
  /** Person -> place. */
  | 'LIVES_AT'
  /** Member -> group or company. */
  | 'MEMBER_OF'
  /** Owner -> thing. */
  | 'OWNS'
  /** Recruiter -> recruited. */
  | 'RECRUITED'
  /** Two records are one thing. */
  | 'SAME_AS'
  /** Paying -> receiving. */
  | 'TRANSFERRED'
  /** Transporter -> transported. */
  | 'TRANSPORTED'
  /** Person or vehicle -> journey. */
  | 'TRAVELLED_ON'
  /** User -> thing. */
  | 'USES';

/** Who may see an element and what may be done with it. The owner is always the caller's organisation. */
export type MarkingInput = {
  /** Who sees it beside the owner. */
  audience: AudienceInput;
  /** The protective marking. */
  classification?: Classification;
  /** Clearances needed to see it. */
  compartments?: Array<Compartment> | null | undefined;
  /** From when the sharing holds; left out, at once. Earlier than `expires`. */
  embargo?: string | null | undefined;
  /** When the sharing ends, in the future; left out, never. */
  expires?: string | null | undefined;
  /** Conditions on what may be done with it, of one scheme: P; C, alone or with A1 to S2; H0; or any of H1 to H3. */
  handling?: Array<Handling> | null | undefined;
  /** The words that H3 stands for: with H3, and only with it. */
  restrictions?: string | null | undefined;
  /** When the owner must decide to keep or to dispose of what carries this marking, in the future; left out, never, or where something is amended as it was. */
  review?: string | null | undefined;
};

/** The role of a member. */
export type MembershipInput = {
  /** What the member does. */
  role: ChainRole;
};

/** What a notice tells of. */
export type NoticeKind =
  /** A partner's question would have found more through what the reader withholds. */
  | 'BROKER'
  /** Another organisation asked for an identifier that the reader made discoverable. */
  | 'HIT'
  /** A search of the reader's organisation hit what another one holds. */
  | 'HIT_MADE'
  /** A joint plan with the reader was proposed, decided or withdrawn; `detail` is its state. */
  | 'JOINT_PLAN'
  /** What was shared with the reader is shared no longer. */
  | 'RECALLED'
  /** A release that the reader asked for was decided. */
  | 'RELEASE_DECIDED'
  /** Somebody asks the reader for a release. */
  | 'RELEASE_REQUESTED'
  /** A review date has come. */
  | 'REVIEW'
  /** Somebody was told to speak to the reader first, about a person to safeguard. */
  | 'SAFEGUARD'
  /** Something was shared with the reader. */
  | 'SHARED'
  /** A joint team changed, began or ended. */
  | 'TEAM'
  /** The reader may open a view of the canvas that somebody else made and could not before; `matter` is the view, which may be gone by now. */
  | 'VIEW_SHARED';

/** An objective's part in a mix. */
export type ObjectiveShare = {
  /** The objective; each is divided by its value with nothing removed. */
  objective: DisruptionObjective;
  /** 0.000001 to 1,000,000. */
  weight?: number;
};

/** An account or advert on a platform. */
export type OnlineProfileInput = {
  /** On which platform. */
  platform: string;
  /** Its sort. */
  profile: ProfileType;
  /** Title of an advert. */
  title?: string | null | undefined;
  /** Address. */
  url?: string | null | undefined;
  /** User name. */
  username?: string | null | undefined;
};

/** An operation as it was read. */
export type OperationInput = {
  /** The operation. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
  /** The version that was read; another one since is a CONFLICT. */
  version: string | number;
};

/** Where an operation stands. */
export type OperationState =
  /** Signed, and not yet begun. */
  | 'COMING'
  /** Over: nothing new can be given to the team. */
  | 'ENDED'
  /** Not yet signed by all parties: there is no team. */
  | 'PROPOSED'
  /** The agreement is in force. */
  | 'RUNNING';

/** The sort of an organisation. */
export type OrganisationKind =
  /** A border agency. */
  | 'BORDER_AGENCY'
  /** A charity. */
  | 'CHARITY'
  /** An international body. */
  | 'INTERNATIONAL'
  /** A labour inspectorate. */
  | 'LABOUR_INSPECTORATE'
  /** A local authority. */
  | 'LOCAL_AUTHORITY'
  /** Another agency. */
  | 'OTHER'
  /** A police force. */
  | 'POLICE'
  /** A prosecution service. */
  | 'PROSECUTION';

/** What makes one path better than another. */
export type PathMeasure =
  /** The number of links. */
  | 'HOPS'
  /** The product of the reliabilities of the links' gradings; of parallel links the strongest. */
  | 'STRENGTH';

/** Which paths are asked for. */
export type PathMode =
  /** All of the fewest links, counted. */
  | 'ALL_SHORTEST'
  /** One of the fewest links. */
  | 'FEWEST_HOPS'
  /** The best so many that touch no entity twice, by number of links. */
  | 'K_SHORTEST'
  /** The one of which the product of its links' reliabilities is greatest. */
  | 'STRONGEST'
  /** A chain of links of which each is later than the one before: the earliest to arrive. */
  | 'TIME_RESPECTING';

/** Asks for paths. */
export type PathsInput = {
  /** Pass what it leads through in the order that makes the whole best; else as given. */
  anyOrder?: boolean;
  /** For ALL_SHORTEST and K_SHORTEST: at most this many paths, 1 to 100. */
  first?: number;
  /** Records where they begin, 1 to 100: several for FEWEST_HOPS and STRONGEST alone, and then not with `through`. */
  from: Array<string | number>;
  /** Which paths. */
  mode?: PathMode;
  /** For TIME_RESPECTING: a link may follow another of the same instant, as where a bank gives only the day. */
  sameInstant?: boolean;
  /** For TIME_RESPECTING: no link before that instant. */
  since?: string | null | undefined;
  /** Records that the path leads through, at most 12: for FEWEST_HOPS and STRONGEST. Each leg is the best. */
  through?: Array<string | number> | null | undefined;
  /** Records where they end, likewise. */
  to: Array<string | number>;
  /** For TIME_RESPECTING: no link at or after that instant, which lies after `since`. */
  until?: string | null | undefined;
  /** What they may use. */
  within?: RouteLimits | null | undefined;
};

/** A card, wallet or other means of paying. */
export type PaymentInstrumentInput = {
  /** ISO 4217, or a token's symbol. */
  currency?: string | null | undefined;
  /** In whose name. */
  holder?: string | null | undefined;
  /** Its sort. */
  instrument: InstrumentType;
  /** Who issued it. */
  issuer?: string | null | undefined;
  /** Number or address. */
  number: string;
};

/** A human being, as one source says. */
export type PersonInput = {
  /** Other names. */
  alias?: Array<string> | null | undefined;
  /** Date of birth. */
  birthDate?: string | null | undefined;
  /** Place of birth. */
  birthPlace?: string | null | undefined;
  /** Under 18, or to be treated so. */
  child?: boolean;
  /** As the source has it. */
  gender?: Gender | null | undefined;
  /** The name, or the pseudonym. */
  name: string;
  /** ISO 3166-1 alpha-2. */
  nationality?: Array<string> | null | undefined;
  /** The name stands for somebody whose identity is kept in a stricter compartment. */
  pseudonymous?: boolean;
};

/** A telephone line or handset. Give at least one number. */
export type PhoneInput = {
  /** IMEI of the handset. */
  imei?: string | null | undefined;
  /** IMSI of the card. */
  imsi?: string | null | undefined;
  /** Network operator. */
  network?: string | null | undefined;
  /** E.164, e.g. +40700900123. */
  number?: string | null | undefined;
};

/** An address, port, venue or area. */
export type PlaceInput = {
  /** Street and number. */
  address?: string | null | undefined;
  /** Town. */
  city?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** Degrees, north positive. */
  latitude?: number | null | undefined;
  /** UN/LOCODE of a port, station or airport, e.g. GBDVR. */
  locode?: string | null | undefined;
  /** Degrees, east positive. */
  longitude?: number | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** Its sort. */
  place: PlaceType;
  /** Postal code. */
  postalCode?: string | null | undefined;
};

/** The sort of a place. */
export type PlaceType =
  /** A house or flat. */
  | 'ADDRESS'
  /** A wider area. */
  | 'AREA'
  /** A port, airport, station or crossing. */
  | 'PORT'
  /** A venue. */
  | 'VENUE';

/** Asks for a plan. A record that is unknown, out of sight or outside the scope: NOT_FOUND with its place. */
export type PlanInput = {
  /** What all targets may cost together, 0 to 1,000,000,000. */
  budget: number;
  /** What is not named costs 1. At most 10,000. */
  costs?: Array<TargetCostInput> | null | undefined;
  /** Of SUPPLY: whether a way goes along links in their direction alone, rather than either way. */
  directed?: boolean;
  /** Of REACH: within so many hops, 1 to 64. */
  distance?: number;
  /** From which weakness of grading on a link is doubtful, 0 (best graded) to 10: it then holds with a chance of 1 - weakness/10. */
  doubt?: number;
  /** Which part of the whole search is done, 0.001 to 1: more may find a better plan, and takes longer. Above 0.1 ask by a job. */
  effort?: number;
  /** Never targets. At most 10,000. */
  exclude?: Array<string | number> | null | undefined;
  /** Targets in any case, in this order, paid from the budget. At most 10,000; people to safeguard are refused. */
  must?: Array<string | number> | null | undefined;
  /** One or a mix; left out: LARGEST_COMPONENT. */
  objectives?: Array<ObjectiveShare> | null | undefined;
  /** The chance, 0 to 1, with which one who lost a tie finds another: for `rewired`. */
  rewiring?: number;
  /** On how many networks the plan is tried from which doubtful links were dropped at random, 0 to 100: for `stays` and `rank`. */
  runs?: number;
  /** The network; left out: all in sight. */
  scope?: ScopeInput | null | undefined;
  /** The same seed on the same graph gives the same plan. */
  seed?: number;
  /** It ends too at all who have one of these roles. */
  sinkRoles?: Array<ChainRole> | null | undefined;
  /** Where it ends, in the same way; none may be a source as well. */
  sinks?: Array<string | number> | null | undefined;
  /** Of SUPPLY and MONEY: it begins too at all who have one of these roles in a group, as far as the caller sees; for a scope that is an operation or records. */
  sourceRoles?: Array<ChainRole> | null | undefined;
  /** Of SUPPLY and MONEY: where it begins, by any record of each, at most 10,000. They may be targets themselves: exclude those who shall not be. */
  sources?: Array<string | number> | null | undefined;
  /** How many are named who could take over from each target, 0 to 20. */
  successors?: number;
  /** Targets are of these kinds only; left out: any. */
  targetKinds?: Array<RecordKind> | null | undefined;
};

/** Some whole rows of a file, and how to read them. */
export type PreviewImportInput = {
  /** The file's name, without its folder. */
  file: string;
  /** The lines that the mapping skips, and the header if it says there is one, as in the file. Empty if there are none. */
  head?: string;
  /** The number of the first line of rows in the file, from 1. */
  line: number;
  /** The mapping, in YAML or JSON, at most 64 KiB: docs/operations.md says how it is written. Paths in it are compared with the file's name alone. */
  mapping: string;
  /** The marking of what is new; left out: the mapping's, and where it says nothing the caller's organisation only. */
  marking?: MarkingInput | null | undefined;
  /** The name of the import, in place of the mapping's, at most 200 bytes. The same key under two names is two things. Empty: the mapping's. */
  name?: string;
  /** Whether what is there and says something else becomes a new version. Otherwise its row is rejected. */
  replace?: boolean;
  /** Whole rows as in the file: with head at most 256 KiB, and at most 1,000 records and links. */
  rows: string;
  /** What is read from them. */
  stage: ImportStage;
};

/** The sort of an online presence. */
export type ProfileType =
  /** An advert. */
  | 'ADVERT'
  /** An account. */
  | 'USER_ACCOUNT';

/** Propose a joint plan. */
export type ProposeJointPlanInput = {
  /** How many targets the plan may have, 1 to 100; each costs 1. */
  budget: number;
  /** How many hops the network goes beyond what is shared, over what either organisation contributed, 0 to 3. */
  hops?: number;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** LARGEST_COMPONENT, PAIR_CONNECTIVITY, or REACH within one hop. */
  objective?: DisruptionObjective;
  /** A running operation to which both organisations are party. What is shared with its team is where the network begins. */
  operation: string | number;
  /** The organisation to plan with. */
  partner: string | number;
  /** Targets are of these kinds only; left out: any. */
  targetKinds?: Array<RecordKind> | null | undefined;
  /** Why, for the partner to judge. It names nobody who must not be known to the partner's officers. */
  why: string;
};

/** Propose an operation. */
export type ProposeOperationInput = {
  /** What is to be signed. */
  agreement: AgreementInput;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** A name for it. */
  name: string;
  /** The other organisations; one's own is a party too. */
  parties: Array<string | number>;
};

/** Why something is decided: an element seen or not, a gate open or closed. */
export type Reason =
  /** S2: the originator must be consulted before any further use. */
  | 'CONSULT_ORIGINATOR'
  /** Intelligence is not evidence: its owner must release it before a court hears of it. */
  | 'COURT_NEEDS_OWNER'
  /** A1: it may be developed covertly, and not used. */
  | 'COVERT_DEVELOPMENT_ONLY'
  /** A2: it may be used covertly, and not openly. */
  | 'COVERT_USE_ONLY'
  /** It is shared from a later moment on; until then only its owner's officers see it. */
  | 'EMBARGOED'
  /** No condition stands against it; it may be used to prevent and combat crime, and for nothing else. */
  | 'LAW_ENFORCEMENT_PURPOSE'
  /** It is shared with a joint team, and you are a member of it now. */
  | 'MEMBER_OF_TEAM'
  /** You are one of the officers it names. */
  | 'NAMED_OFFICER'
  /** Nobody is signed in, or the sign-in has ended. */
  | 'NOBODY_RECOGNISED'
  /** None of your roles reads case data. */
  | 'NOT_A_READER'
  /** It is in a compartment for which you are not cleared. */
  | 'NOT_CLEARED'
  /** It is not shared with you, your organisation or a team you are in. */
  | 'NOT_IN_AUDIENCE'
  /** H1: it must not be disclosed in judicial proceedings without its provider's permission. */
  | 'NOT_IN_COURT'
  /** Only the officers it names see it, and you are not named. */
  | 'NOT_NAMED'
  /** H2: it must not be disseminated without its provider's permission. */
  | 'NO_DISSEMINATION'
  /** Its owner has given no handling code, so nobody said what may be done with it: ask its owner. */
  | 'NO_HANDLING_CODE'
  /** It came with a condition, so it goes no further without its owner's release. */
  | 'ORIGINATOR_CONTROL'
  /** H3: it is under restrictions that its provider put into words; read them and consult the provider. */
  | 'OTHER_RESTRICTIONS'
  /** Your organisation contributed it. */
  | 'OWN_ORGANISATION'
  /** Its owner has released it to your organisation for this. */
  | 'RELEASED_BY_OWNER'
  /** S1: it may go further once it is sanitised; you may sanitise it by delegated authority. */
  | 'SANITISE_FIRST'
  /** It is shared with every officer on the hub. */
  | 'SHARED_WITH_ALL'
  /** It is shared with your organisation. */
  | 'SHARED_WITH_YOURS'
  /** The sharing has ended; only its owner's officers see it. */
  | 'SHARING_ENDED'
  /** The hub does not know this action. */
  | 'UNKNOWN_ACTION'
  /** It carries a handling code that the hub does not know: ask its owner. */
  | 'UNKNOWN_HANDLING';

/** A field that the details of records have: of one name where several kinds mean the same by it. */
export type RecordAttribute =
  /** The national number of an account. */
  | 'ACCOUNT_NUMBER'
  /** What a group does. */
  | 'ACTIVITIES'
  /** Street and number. */
  | 'ADDRESS'
  /** Other names. */
  | 'ALIAS'
  /** Where a journey ends. */
  | 'ARRIVAL_PORT'
  /** When a journey ends. */
  | 'ARRIVES'
  /** What an examination of a document found. */
  | 'AUTHENTICITY'
  /** The bank. */
  | 'BANK_NAME'
  /** The BIC. */
  | 'BIC'
  /** Date of birth. */
  | 'BIRTH_DATE'
  /** Place of birth. */
  | 'BIRTH_PLACE'
  /** With whom a journey is made. */
  | 'CARRIER'
  /** That somebody is under 18, or to be treated so. */
  | 'CHILD'
  /** The town. */
  | 'CITY'
  /** The colour of a vehicle. */
  | 'COLOUR'
  /** The number in the register of companies. */
  | 'COMPANY_NUMBER'
  /** Methods of control. */
  | 'CONTROLS'
  /** Where a group acts. */
  | 'COUNTRIES'
  /** The country of a company, account, place, document, vehicle or event. */
  | 'COUNTRY'
  /** The currency of an account or an instrument. */
  | 'CURRENCY'
  /** When a journey begins. */
  | 'DEPARTS'
  /** Where a journey begins. */
  | 'DEPARTURE_PORT'
  /** The sort of a document. */
  | 'DOCUMENT'
  /** The last day on which a document is valid. */
  | 'DOCUMENT_EXPIRES'
  /** The number of a document. */
  | 'DOCUMENT_NUMBER'
  /** The kind of exploitation. */
  | 'EXPLOITATION'
  /** As the source has it. */
  | 'GENDER'
  /** In whose name an account, an instrument or a document is. */
  | 'HOLDER'
  /** The IBAN. */
  | 'IBAN'
  /** The IMEI of a handset. */
  | 'IMEI'
  /** The IMSI of a card. */
  | 'IMSI'
  /** The sort of an instrument. */
  | 'INSTRUMENT'
  /** The number or address of an instrument. */
  | 'INSTRUMENT_NUMBER'
  /** When a document was issued. */
  | 'ISSUED'
  /** Who issued an instrument. */
  | 'ISSUER'
  /** The number of a flight, coach or sailing. */
  | 'JOURNEY_NUMBER'
  /** Degrees, north positive. */
  | 'LATITUDE'
  /** The UN/LOCODE of a place. */
  | 'LOCODE'
  /** Degrees, east positive. */
  | 'LONGITUDE'
  /** The make of a vehicle. */
  | 'MAKE'
  /** How a journey is made. */
  | 'MODE'
  /** The model of a vehicle. */
  | 'MODEL'
  /** The name of a person, group or company, or the pseudonym. */
  | 'NAME'
  /** Nationalities. */
  | 'NATIONALITY'
  /** The network operator. */
  | 'NETWORK'
  /** The number of a phone. */
  | 'PHONE_NUMBER'
  /** The sort of a place. */
  | 'PLACE'
  /** The name of a place. */
  | 'PLACE_NAME'
  /** The number plate. */
  | 'PLATE'
  /** On which platform a profile is. */
  | 'PLATFORM'
  /** The postal code. */
  | 'POSTAL_CODE'
  /** The sort of a profile. */
  | 'PROFILE'
  /** That the name stands for somebody whose identity is kept in a stricter compartment. */
  | 'PSEUDONYMOUS'
  /** A company's trade. */
  | 'SECTOR'
  /** An event in short. */
  | 'SUMMARY'
  /** The title of an advert. */
  | 'TITLE'
  /** The address of a profile. */
  | 'URL'
  /** The user name of a profile. */
  | 'USERNAME'
  /** The vehicle identification number. */
  | 'VIN';

/** Exactly one kind. */
export type RecordDetailsInput =
  {   /** An account at a bank. */
  bankAccount: BankAccountInput; company?: never; crimeGroup?: never; exploitationEvent?: never; journey?: never; onlineProfile?: never; paymentInstrument?: never; person?: never; phone?: never; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never;   /** A business. */
  company: CompanyInput; crimeGroup?: never; exploitationEvent?: never; journey?: never; onlineProfile?: never; paymentInstrument?: never; person?: never; phone?: never; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never;   /** An organised crime group. */
  crimeGroup: CrimeGroupInput; exploitationEvent?: never; journey?: never; onlineProfile?: never; paymentInstrument?: never; person?: never; phone?: never; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never;   /** A time and place of exploitation. */
  exploitationEvent: ExploitationEventInput; journey?: never; onlineProfile?: never; paymentInstrument?: never; person?: never; phone?: never; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never; exploitationEvent?: never;   /** One leg of travel. */
  journey: JourneyInput; onlineProfile?: never; paymentInstrument?: never; person?: never; phone?: never; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never; exploitationEvent?: never; journey?: never;   /** An online presence. */
  onlineProfile: OnlineProfileInput; paymentInstrument?: never; person?: never; phone?: never; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never; exploitationEvent?: never; journey?: never; onlineProfile?: never;   /** A means of paying. */
  paymentInstrument: PaymentInstrumentInput; person?: never; phone?: never; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never; exploitationEvent?: never; journey?: never; onlineProfile?: never; paymentInstrument?: never;   /** A human being. */
  person: PersonInput; phone?: never; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never; exploitationEvent?: never; journey?: never; onlineProfile?: never; paymentInstrument?: never; person?: never;   /** A telephone. */
  phone: PhoneInput; place?: never; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never; exploitationEvent?: never; journey?: never; onlineProfile?: never; paymentInstrument?: never; person?: never; phone?: never;   /** A place. */
  place: PlaceInput; travelDocument?: never; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never; exploitationEvent?: never; journey?: never; onlineProfile?: never; paymentInstrument?: never; person?: never; phone?: never; place?: never;   /** A document. */
  travelDocument: TravelDocumentInput; vehicle?: never; }
  |  { bankAccount?: never; company?: never; crimeGroup?: never; exploitationEvent?: never; journey?: never; onlineProfile?: never; paymentInstrument?: never; person?: never; phone?: never; place?: never; travelDocument?: never;   /** A vehicle. */
  vehicle: VehicleInput; };

/** Narrows a list of records; what is left out does not narrow. */
export type RecordFilter = {
  /** So at that instant, by validity. */
  at?: string | null | undefined;
  /** With one of these ISO 3166-1 alpha-2 codes. */
  countries?: Array<string> | null | undefined;
  /** People who have one of these roles in `operation`. */
  involved?: Array<InvolvementRole> | null | undefined;
  /** Of these kinds. */
  kinds?: Array<RecordKind> | null | undefined;
  /** Every word begins a word of a name. */
  name?: string | null | undefined;
  /** Shared with this operation's team. */
  operation?: string | number | null | undefined;
  /** Contributed by these organisations. */
  owners?: Array<string | number> | null | undefined;
};

/** What a record is about. */
export type RecordKind =
  /** An account at a bank. */
  | 'BANK_ACCOUNT'
  /** A business or other legal body. */
  | 'COMPANY'
  /** An organised crime group. */
  | 'CRIME_GROUP'
  /** A time and place of exploitation. */
  | 'EXPLOITATION_EVENT'
  /** One leg of travel. */
  | 'JOURNEY'
  /** An account or advert on a platform. */
  | 'ONLINE_PROFILE'
  /** A card, wallet or other means of paying. */
  | 'PAYMENT_INSTRUMENT'
  /** A human being. */
  | 'PERSON'
  /** A telephone line or handset. */
  | 'PHONE'
  /** An address, port, venue or area. */
  | 'PLACE'
  /** A passport, identity card, visa or permit. */
  | 'TRAVEL_DOCUMENT'
  /** A vehicle. */
  | 'VEHICLE';

/** How a recruitment was done. */
export type RecruitmentInput = {
  /** The method. */
  method: RecruitmentMethod;
};

/** A method of recruitment (IOM Human Trafficking Case Data Standard). */
export type RecruitmentMethod =
  /** Family. */
  | 'FAMILY'
  /** Friends. */
  | 'FRIENDS'
  /** Newspaper. */
  | 'NEWSPAPER'
  /** Online advert. */
  | 'ONLINE_ADVERT'
  /** Online social network. */
  | 'ONLINE_SOCIAL_NETWORK'
  /** Other. */
  | 'OTHER'
  /** Place of business. */
  | 'PLACE_OF_BUSINESS'
  /** School. */
  | 'SCHOOL'
  /** Television. */
  | 'TELEVISION'
  /** Work. */
  | 'WORK';

/** What an association or a family tie is. */
export type RelationshipInput = {
  /** In a word: sister, school friend. */
  relationship: string;
  /** How often or how close, as the source counts it. */
  strength?: number | null | undefined;
};

/** What an owner makes of a request. */
export type ReleaseDecision =
  /** Give leave. For PASS_ON the audience of the element is widened. */
  | 'GRANT'
  /** Give no leave. */
  | 'REFUSE'
  /** Give a sanitised record in its place. */
  | 'SANITISE';

/** Narrows a list of releases; what is left out does not narrow. */
export type ReleaseFilter = {
  /** Only about this element. */
  element?: string | number | null | undefined;
  /** Only in these states. */
  states?: Array<ReleaseState> | null | undefined;
};

/** What became of a release. */
export type ReleaseState =
  /** The owner gave leave. */
  | 'GRANTED'
  /** Nobody has decided yet. */
  | 'OPEN'
  /** The owner gave no leave. */
  | 'REFUSED'
  /** The owner gave a sanitised copy in its place. */
  | 'SANITISED'
  /** Whoever asked took it back. */
  | 'WITHDRAWN';

/** Take an officer out of a team. */
export type RemoveMemberInput = {
  /** The operation. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
  /** The officer. */
  officer: string | number;
};

/** Ask the owner of an element for leave. */
export type RequestReleaseInput = {
  /** For what; not SEE. */
  action: Action;
  /** A record, link or involvement in sight, of another organisation. */
  element: string | number;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** For PASS_ON: to which organisations. */
  to?: Array<string | number> | null | undefined;
  /** When the leave would end; not for PASS_ON. Left out: never. */
  until?: string | null | undefined;
  /** Why, for the owner to judge. It names nobody who must not be known to the owner's officers. */
  why: string;
};

/** Withdraw an element of one's own organisation. */
export type RetireInput = {
  /** The element. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
  /** The version that was read; another one since is a CONFLICT. */
  version: string | number;
};

/** What an officer may do, within the officer's own organisation. */
export type Role =
  /** Reads, and asks the graph. */
  | 'ANALYST'
  /** Asks the log. */
  | 'AUDITOR'
  /** Refers people, and sees their own referrals. */
  | 'FIRST_RESPONDER'
  /** Reads, and writes records of their own organisation. */
  | 'INVESTIGATOR'
  /** Decides on releases and gates. */
  | 'SUPERVISOR'
  /** Manages issuers without seeing data. */
  | 'SYSTEM_ADMINISTRATOR'
  /** Manages teams without seeing their data. */
  | 'TEAM_ADMINISTRATOR';

/** What paths may use; what is left out does not narrow. */
export type RouteLimits = {
  /** Only what was so at that instant, by validity. */
  at?: string | null | undefined;
  /** Not through the entities of these records, at most 1,000. Those out of sight avoid nothing. */
  avoid?: Array<string | number> | null | undefined;
  /** Not through entities of these kinds; the ends may be of them. */
  avoidKinds?: Array<RecordKind> | null | undefined;
  /** Only along the direction of links. */
  directed?: boolean;
  /** An entity with more neighbouring entities in sight than this is a hub: a coach of 50 passengers. At least 1. */
  hubDegree?: number;
  /** Passing through a hub costs this times log2(its neighbours / hubDegree) more, in the unit of the cost; 0 to 1,000. The ends are never charged for. */
  hubPenalty?: number;
  /** Only links graded at least this well, over all schemes. */
  leastGrading?: GradingInput | null | undefined;
  /** Only links of these kinds (SAME_AS always joins). For TIME_RESPECTING left out is TRANSFERRED. */
  linkKinds?: Array<LinkKind> | null | undefined;
  /** At most this many links, 1 to 64; through waypoints, for each leg. What connects records has no such bound. */
  maxHops?: number;
  /** Only through entities of these kinds; the ends may be of others. Not together with avoidKinds. */
  onlyThroughKinds?: Array<RecordKind> | null | undefined;
};

/** A record that goes in place of a protected one, shared with whoever asked. */
export type SanitisedInput = {
  /** Exactly one kind of details, that of the original. */
  details: RecordDetailsInput;
  /** The grading; left out is not graded. */
  grading?: GradingInput | null | undefined;
  /** Conditions on what may be done with the copy. */
  handling?: Array<Handling> | null | undefined;
  /** The text that H3 stands for. */
  restrictions?: string | null | undefined;
  /** The source that whoever asked may know, by reference. */
  source: string;
  /** Whether whoever asked may know that this is the copy, and see the SAME_AS that joins it to the original. */
  tellAsking?: boolean;
};

/** A view to keep. */
export type SaveViewInput = {
  /** The attribute in which records say the same that are taken together; in place of `grouping`. */
  attribute?: RecordAttribute | null | undefined;
  /** Who may open it; left out: the caller alone, or as it was. */
  audience?: AudienceInput | null | undefined;
  /** By what things are taken together; left out: nothing. */
  grouping?: ViewGrouping | null | undefined;
  /** Kinds that are not shown. */
  hidden?: Array<RecordKind> | null | undefined;
  /** A view that the caller made; left out: a new one. */
  id?: string | number | null | undefined;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Whether records judged to be one thing are shown as one. */
  joined?: boolean;
  /** Whether hubs show a count in place of what hangs on them alone. */
  leaves?: boolean;
  /** What it is called. Everybody in its audience reads it: it names nobody whom one of them must not know of. */
  name: string;
  /** Records of the view whose group is shown thing by thing. */
  opened?: Array<string | number> | null | undefined;
  /** Where records lie, at most 5,000. Records out of the caller's sight are left out. */
  places: Array<ViewPlaceInput>;
  /** How finely communities are divided, for COMMUNITY. */
  resolution?: number;
  /** Its version, as it was read; with `id` only. */
  version?: string | number | null | undefined;
};

/** A grading system. */
export type Scheme =
  /** Europol and SIENA: source A-C or X, information 1-4. */
  | 'SIENA'
  /** UK 3x5x2: source 1-3, information A-E. */
  | 'UK_3X5X2'
  /** UK 5x5x5, legacy: source A-E, information 1-5. */
  | 'UK_5X5X5';

/** The kind of an audience. */
export type Scope =
  /** Every officer on the hub. */
  | 'EVERYONE'
  /** The owner's organisation and the members of the listed operations, within their dates. */
  | 'JOINT_TEAMS'
  /** The named officers only, even within the owner's organisation. */
  | 'OFFICERS'
  /** The owner's and the listed organisations. */
  | 'ORGANISATIONS'
  /** The owner's organisation only. */
  | 'PRIVATE';

/** Which part of the graph in sight; what is left out does not narrow. */
export type ScopeInput = {
  /** Only links that were valid at that instant. */
  at?: string | null | undefined;
  /** Only links graded at least this well, over all schemes. */
  leastGrading?: GradingInput | null | undefined;
  /** Only links of these kinds (SAME_AS always joins). */
  linkKinds?: Array<LinkKind> | null | undefined;
  /** Only among records shared with this operation's team. */
  operation?: string | number | null | undefined;
  /** Only entities of these kinds. */
  recordKinds?: Array<RecordKind> | null | undefined;
  /** Only among these records (and their entities). At most 50,000; not together with an operation. */
  records?: Array<string | number> | null | undefined;
};

/** Asks what the caller's own targets would do. */
export type ScorePlanInput = {
  /** The network and how it is judged; its budget and musts are not asked. */
  network: PlanInput;
  /** 1 to 10,000 records, in the order in which they are removed. */
  targets: Array<string | number>;
};

/** Words of a name, or an exact number. */
export type SearchInput = {
  /** At most this many, 1 to 100. */
  first?: number;
  /** A number as one has it at hand; blanks and hyphens do not matter. */
  identifier?: IdentifierInput | null | undefined;
  /** Of these kinds only. */
  kinds?: Array<RecordKind> | null | undefined;
  /** Words that begin words of names. Give this or `identifier`. */
  text?: string | null | undefined;
};

/** Let records be found by those who do not see them. */
export type SetDiscoverableInput = {
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Records of the caller's organisation, at most 5,000. */
  ids: Array<string | number>;
  /** By what; in place of what was set before. Empty takes it back. */
  schemes: Array<HitScheme>;
};

/** Put elements under a legal hold. */
export type SetHoldInput = {
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Records, links and involvements of one's own organisation, 1 to 500. */
  ids: Array<string | number>;
  /** Why. */
  reason: string;
};

/** Say when elements must be reviewed. */
export type SetReviewInput = {
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Records, links and involvements of one's own organisation, 1 to 500. */
  ids: Array<string | number>;
  /** In the future. */
  review: string;
};

/** What an owner does to the audience of what it contributed. */
export type ShareAct =
  /** Keeps, of an audience, whom both it and the given one name; nobody gains sight. */
  | 'NARROW'
  /** Takes everybody's sight away but the owner's organisation's. */
  | 'RECALL'
  /** Gives a first audience to what only the owner's organisation sees. What is shared already stays as it is. */
  | 'SHARE'
  /** Adds to an audience; nobody loses sight. What is not shared yet stays as it is. */
  | 'WIDEN';

/** What an owner should look at before sharing. It is made of what the caller's organisation contributed and the caller sees. */
export type ShareConcern =
  /** A link goes, and somebody in its audience does not see the record at one end: for them the link is not there. */
  | 'END_STAYS'
  /** Records go, and a link between them does not. */
  | 'LINK_STAYS'
  /** A role goes, and somebody in its audience does not see the person: for them the role is not there. */
  | 'PERSON_STAYS'
  /** A person goes, and a role of theirs does not: a receiver may not know that this is a victim. */
  | 'ROLE_STAYS'
  /** A SAME_AS goes with both its ends: the receiver learns that the two records are one thing. */
  | 'SAME_AS_SHOWS'
  /** Two records go and the SAME_AS between them does not: the receiver takes them for two things. */
  | 'SAME_AS_STAYS';

/** What is to be shared, with whom and under which conditions, as it was previewed. */
export type ShareInput = {
  /** What is done to the audience. */
  act: ShareAct;
  /** SHARE: with whom. WIDEN: whom to add. NARROW: whom alone to keep. Organisations, joint teams or everyone. Not for RECALL. */
  audience?: AudienceInput | null | undefined;
  /** From when the sharing holds; left out: as it is. */
  embargo?: string | null | undefined;
  /** When the sharing ends; left out: as it is. */
  expires?: string | null | undefined;
  /** Records of the caller's organisation that this keeps, at most 5,000; or give ids. */
  filter?: RecordFilter | null | undefined;
  /** Conditions in place of those that each element has; left out: as they are. */
  handling?: Array<Handling> | null | undefined;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Records, links and roles of the caller's organisation, at most 5,000; or give a filter. */
  ids?: Array<string | number> | null | undefined;
  /** The token of the preview of exactly this. */
  previewToken: string;
  /** The text that H3 stands for. */
  restrictions?: string | null | undefined;
  /** Also the caller's organisation's links among those records. */
  withLinks?: boolean;
};

/** What is to be shared, with whom and under which conditions. */
export type SharePreviewInput = {
  /** What is done to the audience. */
  act: ShareAct;
  /** SHARE: with whom. WIDEN: whom to add. NARROW: whom alone to keep. Organisations, joint teams or everyone. Not for RECALL. */
  audience?: AudienceInput | null | undefined;
  /** From when the sharing holds; left out: as it is. */
  embargo?: string | null | undefined;
  /** When the sharing ends; left out: as it is. */
  expires?: string | null | undefined;
  /** Records of the caller's organisation that this keeps, at most 5,000; or give ids. */
  filter?: RecordFilter | null | undefined;
  /** Conditions in place of those that each element has; left out: as they are. */
  handling?: Array<Handling> | null | undefined;
  /** Records, links and roles of the caller's organisation, at most 5,000; or give a filter. */
  ids?: Array<string | number> | null | undefined;
  /** The text that H3 stands for. */
  restrictions?: string | null | undefined;
  /** Also the caller's organisation's links among those records. */
  withLinks?: boolean;
};

/** Asks where a network comes apart. */
export type StructureInput = {
  /** At most this many of each list, 1 to 500. The counts are of all. */
  first?: number;
  /** Of what; left out: all in sight. */
  scope?: ScopeInput | null | undefined;
};

/** What removing a target costs. */
export type TargetCostInput = {
  /** In the unit of the budget, such as officers needed: above 0. */
  cost: number;
  /** Any record of the target; of several costs of one target the highest counts. */
  record: string | number;
};

/** What an officer is in a team. */
export type TeamRole =
  /** Analyses. */
  | 'ANALYST'
  /** Investigates. */
  | 'INVESTIGATOR'
  /** Leads the team. */
  | 'LEADER'
  /** Speaks for a partner. */
  | 'LIAISON';

/** Which trails are followed; what is left out does not narrow. */
export type TraceInput = {
  /** Follow where it came from: against the links, to earlier and earlier times. */
  back?: boolean;
  /** At most this many trails are listed, 1 to 200. The counts are of all. */
  first?: number;
  /** Records where they begin, 1 to 1,000. */
  from: Array<string | number>;
  /** A trail that comes to an entity with more onward links than this within the window is not followed further, and `hubs` says so. 1 to 100,000; sources are always followed. */
  hubDegree?: number;
  /** Only links of at least this amount, by the number of minor units of each link's own currency: no exchange rates. */
  leastAmount?: AmountInput | null | undefined;
  /** Only links graded at least this well. */
  leastGrading?: GradingInput | null | undefined;
  /** Links of these kinds; left out: TRANSFERRED. Transfers and calls are followed along, other kinds either way. */
  linkKinds?: Array<LinkKind> | null | undefined;
  /** At most this many minutes between one step and the next, up to ten years; left out: any. */
  maxGapMinutes?: number | null | undefined;
  /** At most this many links, 1 to 20. */
  maxHops?: number;
  /** A step may follow another of the same instant, as where a bank gives only the day; else each is later than the one before. */
  sameInstant?: boolean;
  /** No link before that instant. The time of a link is when it happened, or else the beginning of its validity; one with neither is no step. */
  since?: string | null | undefined;
  /** No link at or after that instant, which lies after `since`. */
  until?: string | null | undefined;
};

/** One payment. */
export type TransferInput = {
  /** In units of the currency, e.g. 1250.00: positive, and no more decimals than the currency has. */
  amount: string;
  /** When. */
  at: string;
  /** ISO 4217. */
  currency: string;
  /** The reference given with it. */
  reference?: string | null | undefined;
};

/** A passport, identity card, visa or permit. */
export type TravelDocumentInput = {
  /** What an examination found. */
  authenticity?: Authenticity | null | undefined;
  /** The holder's date of birth. */
  birthDate?: string | null | undefined;
  /** Issuing state, ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** Its sort. */
  document: DocumentType;
  /** Last day of validity. */
  expires?: string | null | undefined;
  /** In whose name. */
  holder?: string | null | undefined;
  /** Date of issue. */
  issued?: string | null | undefined;
  /** Its number. */
  number: string;
};

/** How somebody took part in a journey. */
export type TravelInput = {
  /** The booking. */
  booking?: string | null | undefined;
  /** Number of the document used. */
  document?: string | null | undefined;
  /** The seat. */
  seat?: string | null | undefined;
};

/** How a leg is travelled. */
export type TravelMode =
  /** By air. */
  | 'AIR'
  /** By car. */
  | 'CAR'
  /** By coach. */
  | 'COACH'
  /** On foot. */
  | 'FOOT'
  /** By lorry. */
  | 'LORRY'
  /** By rail. */
  | 'RAIL'
  /** By sea. */
  | 'SEA';

/** A vehicle. Give a number plate or a VIN. */
export type VehicleInput = {
  /** Colour. */
  colour?: string | null | undefined;
  /** Of registration, ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** Make. */
  make?: string | null | undefined;
  /** Model. */
  model?: string | null | undefined;
  /** Number plate. */
  registrationNumber?: string | null | undefined;
  /** Vehicle identification number. */
  vin?: string | null | undefined;
};

/** By what a view of the canvas takes things together. */
export type ViewGrouping =
  /** By community, found anew in what the reader sees. */
  | 'COMMUNITY'
  /** By the country of the contributing organisation. */
  | 'COUNTRY'
  /** By kind of record. */
  | 'KIND'
  /** By contributing organisation. */
  | 'OWNER'
  /** By role in the operation. */
  | 'ROLE';

/** Where a record is to lie. */
export type ViewPlaceInput = {
  /** Whether it is held there. */
  pinned?: boolean;
  /** The record's id. */
  record: string | number;
  /** To the right, in units of the layout. */
  x: number;
  /** Upwards, in units of the layout. */
  y: number;
};

/** Take back one's consent to a joint plan. */
export type WithdrawJointPlanInput = {
  /** The joint plan. */
  id: string | number;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Its version, as it was read. */
  version: string | number;
};

/** Leave an agreement. */
export type WithdrawPartyInput = {
  /** The operation. */
  id: string | number;
  /** Makes the write safe to repeat. */
  idempotencyKey: string;
};

/** Take a request back. */
export type WithdrawReleaseInput = {
  /** The release. */
  id: string | number;
  /** Makes the write safe to repeat: 8 to 100 characters that the client draws at random. */
  idempotencyKey: string;
  /** Its version, as it was read. */
  version: string | number;
};

export type AuditPartsFragment = { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ at: string, action: AuditAction, officerId: string | null, purpose: string | null, refusal: string | null, question: string | null, request: string | null, elements: Array<string>, officer: { id: string, name: string } | null, organisation: { id: string, name: string, country: string } | null, operation: { id: string, name: string } | null }> };

export type AccessesToQueryVariables = Exact<{
  id: string | number;
  from?: string | null | undefined;
  until?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AccessesToQuery = { accessesTo: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ at: string, action: AuditAction, officerId: string | null, purpose: string | null, refusal: string | null, question: string | null, request: string | null, elements: Array<string>, officer: { id: string, name: string } | null, organisation: { id: string, name: string, country: string } | null, operation: { id: string, name: string } | null }> } };

export type ActionsOfQueryVariables = Exact<{
  id: string | number;
  from?: string | null | undefined;
  until?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ActionsOfQuery = { actionsOf: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ at: string, action: AuditAction, officerId: string | null, purpose: string | null, refusal: string | null, question: string | null, request: string | null, elements: Array<string>, officer: { id: string, name: string } | null, organisation: { id: string, name: string, country: string } | null, operation: { id: string, name: string } | null }> } };

export type AuditOfficersQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditOfficersQuery = { operations: Array<{ id: string, members: Array<{ officerId: string, name: string, organisation: { id: string } }> }> };

export type AuditElementsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type AuditElementsQuery = { nodes: Array<
    | { __typename: 'Involvement', id: string }
    | { __typename: 'Link', id: string }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string }
   | null> };

export type CanvasRecordFragment = { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } };

export type CanvasLinkFragment = { id: string, kind: LinkKind, fromId: string, toId: string };

export type CanvasGraphFragment = { records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, links: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> };

export type CanvasOperationQueryVariables = Exact<{
  id: string | number;
  limit: number;
}>;


export type CanvasOperationQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation', id: string, name: string, graph: { conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, links: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> } }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type CanvasRecordsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CanvasRecordsQuery = { subgraph: { conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, links: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> } };

export type CanvasEntityQueryVariables = Exact<{
  id: string | number;
}>;


export type CanvasEntityQuery = { entity: { id: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, judgements: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> } | null };

export type CanvasSelectionQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CanvasSelectionQuery = { nodes: Array<
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, linkCounts: Array<{ kind: LinkKind, count: number }>, involvements: Array<{ id: string, role: InvolvementRole, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, owner: { id: string, name: string, country: string }, operation: { id: string, name: string } }>, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
        | { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null }
        | { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null }
        | { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> }
        | { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null }
        | { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string }
        | { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null }
        | { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string }
        | { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean }
        | { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null }
        | { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null }
        | { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null }
        | { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null }
       }
   | null> };

export type CanvasExpandQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  kinds?: Array<LinkKind> | LinkKind | null | undefined;
  limit: number;
}>;


export type CanvasExpandQuery = { nodes: Array<
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, expand: { conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, links: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> } }
   | null> };

export type CanvasRolesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type CanvasRolesQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation', id: string, involvements: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, role: InvolvementRole, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, person: { id: string } }> } }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type CanvasExportQueryVariables = Exact<{
  input: ExportInput;
}>;


export type CanvasExportQuery = { exportGraph: { banner: string, mediaType: string, content: string, records: number } };

export type CanvasDetailsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CanvasDetailsQuery = { subgraph: { records: Array<{ id: string, kind: RecordKind, details:
        | { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null }
        | { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null }
        | { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> }
        | { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null }
        | { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string }
        | { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null }
        | { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string }
        | { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean }
        | { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null }
        | { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null }
        | { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null }
        | { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null }
       }> } };

export type CanvasTimesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CanvasTimesQuery = { subgraph: { records: Array<{ id: string, validity: { from: string | null, until: string | null } }>, links: Array<{ id: string, validity: { from: string | null, until: string | null } }> } };

export type CommunitiesQueryVariables = Exact<{
  input: CommunitiesInput;
}>;


export type CommunitiesQuery = { communities: { modularity: number, entities: number, totalCount: number, communities: Array<{ id: string, size: number, memberIds: Array<string>, kinds: Array<{ kind: RecordKind, count: number }>, members: Array<{ id: string, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> }> } };

export type EntityIdsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type EntityIdsQuery = { nodes: Array<
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, entity: { id: string } }
   | null> };

export type ConnectQueryVariables = Exact<{
  input: ConnectInput;
}>;


export type ConnectQuery = { connect: { cost: number, bound: number, reliesOn: string | null, sources: Array<string>, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment>, entities: Array<{ id: string, kind: RecordKind, label: string }>, links: Array<{ fromId: string, toId: string, parallel: number, link: { id: string, kind: LinkKind, source: string } }>, groups: Array<{ entityIds: Array<string> }>, hubs: Array<{ degree: number, entity: { id: string, kind: RecordKind, label: string } }>, organisations: Array<{ id: string, name: string, country: string }>, weakest: { scheme: Scheme, value: string } | null } };

export type NoticePartsFragment = { id: string, kind: NoticeKind, matter: string | null, detail: string | null, about: Array<string>, at: string, from: { id: string, name: string, country: string } | null, operation: { id: string, name: string } | null };

export type NoticesQueryVariables = Exact<{
  kinds?: Array<NoticeKind> | NoticeKind | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type NoticesQuery = { notices: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: NoticeKind, matter: string | null, detail: string | null, about: Array<string>, at: string, from: { id: string, name: string, country: string } | null, operation: { id: string, name: string } | null }> } };

export type NoticeElementsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NoticeElementsQuery = { nodes: Array<
    | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
   | null> };

export type NoticesLiveSubscriptionVariables = Exact<{
  since?: string | null | undefined;
}>;


export type NoticesLiveSubscription = { notices: { revision: string, notice: { id: string, kind: NoticeKind } | null } };

export type SecondDecisionsQueryVariables = Exact<{
  first: number;
}>;


export type SecondDecisionsQuery = { secondDecisions: Array<{ id: string, version: string, role: InvolvementRole, asked: string, state: DecisionState, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } | null }> };

export type ConfirmInvolvementMutationVariables = Exact<{
  input: ConfirmInvolvementInput;
}>;


export type ConfirmInvolvementMutation = { confirmInvolvement: { decision: { id: string, state: DecisionState } | null } };

export type PlanNumbersFragment = { targetCount: number, cost: number, exact: boolean, before: number, after: number, curve: Array<number>, reached: number | null, rank: number, pieceCount: number, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment> };

export type PlanPartsFragment = { empty: DisruptionReason | null, says: string | null, entities: number, rewired: Array<number>, area: number, targetCount: number, cost: number, exact: boolean, before: number, after: number, curve: Array<number>, reached: number | null, rank: number, pieceCount: number, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment>, targets: Array<{ cost: number, value: number, stays: number, entity: { id: string, kind: RecordKind, label: string }, reasons: Array<{ reason: DisruptionReason, number: number, says: string }>, successors: Array<{ sharedTies: number, similarity: number, sameRole: boolean, tied: boolean, bridges: number, entity: { id: string, kind: RecordKind, label: string } }> }>, supply: { cost: number, overBudget: boolean, uncuttable: boolean, targetCount: number, targets: Array<{ id: string, kind: RecordKind, label: string }> } | null, money: { amount: number, flowCount: number, flows: Array<{ amount: number, from: { id: string, kind: RecordKind, label: string }, to: { id: string, kind: RecordKind, label: string } }> } | null, pieces: Array<{ size: number, safeguardCount: number, members: Array<{ id: string, kind: RecordKind, label: string }>, safeguard: Array<{ id: string, kind: RecordKind, label: string }> }> };

export type PlanQueryVariables = Exact<{
  input: PlanInput;
}>;


export type PlanQuery = { plan: { empty: DisruptionReason | null, says: string | null, entities: number, rewired: Array<number>, area: number, targetCount: number, cost: number, exact: boolean, before: number, after: number, curve: Array<number>, reached: number | null, rank: number, pieceCount: number, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment>, targets: Array<{ cost: number, value: number, stays: number, entity: { id: string, kind: RecordKind, label: string }, reasons: Array<{ reason: DisruptionReason, number: number, says: string }>, successors: Array<{ sharedTies: number, similarity: number, sameRole: boolean, tied: boolean, bridges: number, entity: { id: string, kind: RecordKind, label: string } }> }>, supply: { cost: number, overBudget: boolean, uncuttable: boolean, targetCount: number, targets: Array<{ id: string, kind: RecordKind, label: string }> } | null, money: { amount: number, flowCount: number, flows: Array<{ amount: number, from: { id: string, kind: RecordKind, label: string }, to: { id: string, kind: RecordKind, label: string } }> } | null, pieces: Array<{ size: number, safeguardCount: number, members: Array<{ id: string, kind: RecordKind, label: string }>, safeguard: Array<{ id: string, kind: RecordKind, label: string }> }> } };

export type ScorePlanQueryVariables = Exact<{
  input: ScorePlanInput;
}>;


export type ScorePlanQuery = { scorePlan: { empty: DisruptionReason | null, says: string | null, entities: number, rewired: Array<number>, area: number, targetCount: number, cost: number, exact: boolean, before: number, after: number, curve: Array<number>, reached: number | null, rank: number, pieceCount: number, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment>, targets: Array<{ cost: number, value: number, stays: number, entity: { id: string, kind: RecordKind, label: string }, reasons: Array<{ reason: DisruptionReason, number: number, says: string }>, successors: Array<{ sharedTies: number, similarity: number, sameRole: boolean, tied: boolean, bridges: number, entity: { id: string, kind: RecordKind, label: string } }> }>, supply: { cost: number, overBudget: boolean, uncuttable: boolean, targetCount: number, targets: Array<{ id: string, kind: RecordKind, label: string }> } | null, money: { amount: number, flowCount: number, flows: Array<{ amount: number, from: { id: string, kind: RecordKind, label: string }, to: { id: string, kind: RecordKind, label: string } }> } | null, pieces: Array<{ size: number, safeguardCount: number, members: Array<{ id: string, kind: RecordKind, label: string }>, safeguard: Array<{ id: string, kind: RecordKind, label: string }> }> } };

export type ComparePlansQueryVariables = Exact<{
  input: ComparePlansInput;
}>;


export type ComparePlansQuery = { comparePlans: { sharedCount: number, overlap: number, shared: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }>, first: { targetCount: number, cost: number, exact: boolean, before: number, after: number, curve: Array<number>, reached: number | null, rank: number, pieceCount: number, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment> }, second: { targetCount: number, cost: number, exact: boolean, before: number, after: number, curve: Array<number>, reached: number | null, rank: number, pieceCount: number, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment> } } };

export type StartJobMutationVariables = Exact<{
  input: JobInput;
}>;


export type StartJobMutation = { startJob: { id: string, state: JobState, done: number, total: number } };

export type CancelJobMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelJobMutation = { cancelJob: { id: string, state: JobState } };

export type JobProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type JobProgressQuery = { job: { id: string, state: JobState, done: number, total: number, code: string | null, message: string | null } };

export type PlanJobQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanJobQuery = { job: { id: string, state: JobState, result:
      | { __typename: 'AllPairs' }
      | { __typename: 'Centrality' }
      | { __typename: 'Communities' }
      | { __typename: 'CommunityComparison' }
      | { __typename: 'DisruptionPlan', empty: DisruptionReason | null, says: string | null, entities: number, rewired: Array<number>, area: number, targetCount: number, cost: number, exact: boolean, before: number, after: number, curve: Array<number>, reached: number | null, rank: number, pieceCount: number, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment>, targets: Array<{ cost: number, value: number, stays: number, entity: { id: string, kind: RecordKind, label: string }, reasons: Array<{ reason: DisruptionReason, number: number, says: string }>, successors: Array<{ sharedTies: number, similarity: number, sameRole: boolean, tied: boolean, bridges: number, entity: { id: string, kind: RecordKind, label: string } }> }>, supply: { cost: number, overBudget: boolean, uncuttable: boolean, targetCount: number, targets: Array<{ id: string, kind: RecordKind, label: string }> } | null, money: { amount: number, flowCount: number, flows: Array<{ amount: number, from: { id: string, kind: RecordKind, label: string }, to: { id: string, kind: RecordKind, label: string } }> } | null, pieces: Array<{ size: number, safeguardCount: number, members: Array<{ id: string, kind: RecordKind, label: string }>, safeguard: Array<{ id: string, kind: RecordKind, label: string }> }> }
      | { __typename: 'Structure' }
     | null } };

export type EntryChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type EntryChoicesQuery = { organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> };

export type EntryRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type EntryRecordQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
        | { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null }
        | { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null }
        | { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> }
        | { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null }
        | { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string }
        | { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null }
        | { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string }
        | { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean }
        | { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null }
        | { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null }
        | { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null }
        | { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null }
       }
   | null };

export type EntryLinkQueryVariables = Exact<{
  id: string | number;
}>;


export type EntryLinkQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link', id: string, kind: LinkKind, source: string, version: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
        | { __typename: 'Call', duration: number | null, count: number | null, calledAt: string | null }
        | { __typename: 'ControlHeld', controls: Array<Control> }
        | { __typename: 'Membership', role: ChainRole }
        | { __typename: 'Recruitment', method: RecruitmentMethod }
        | { __typename: 'Relationship', relationship: string, strength: number | null }
        | { __typename: 'Transfer', amount: string, currency: string, reference: string | null, transferredAt: string }
        | { __typename: 'Travel', booking: string | null, document: string | null, seat: string | null }
       | null, from: { id: string, kind: RecordKind, label: string, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type EntrySearchQueryVariables = Exact<{
  input: SearchInput;
}>;


export type EntrySearchQuery = { search: Array<{ id: string, kind: RecordKind, label: string, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, owner: { id: string, name: string, country: string } }> };

export type CreateRecordMutationVariables = Exact<{
  input: CreateRecordInput;
}>;


export type CreateRecordMutation = { createRecord: { record: { id: string } } };

export type AmendRecordMutationVariables = Exact<{
  input: AmendRecordInput;
}>;


export type AmendRecordMutation = { amendRecord: { record: { id: string } } };

export type RetireRecordMutationVariables = Exact<{
  input: RetireInput;
}>;


export type RetireRecordMutation = { retireRecord: { id: string } };

export type CreateLinkMutationVariables = Exact<{
  input: CreateLinkInput;
}>;


export type CreateLinkMutation = { createLink: { link: { id: string } } };

export type AmendLinkMutationVariables = Exact<{
  input: AmendLinkInput;
}>;


export type AmendLinkMutation = { amendLink: { link: { id: string } } };

export type RetireLinkMutationVariables = Exact<{
  input: RetireInput;
}>;


export type RetireLinkMutation = { retireLink: { id: string } };

export type AskHitMutationVariables = Exact<{
  input: AskHitInput;
}>;


export type AskHitMutation = { askHit: { hits: Array<{ organisation: { contact: string, id: string, name: string, country: string } }> } };

export type DiscoverableByQueryVariables = Exact<{
  id: string | number;
}>;


export type DiscoverableByQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, discoverableBy: Array<HitScheme> }
   | null };

export type SetDiscoverableMutationVariables = Exact<{
  input: SetDiscoverableInput;
}>;


export type SetDiscoverableMutation = { setDiscoverable: { changed: number } };

export type ImportLayoutQueryVariables = Exact<{
  input: ImportLayoutInput;
}>;


export type ImportLayoutQuery = { importLayout: { name: string, skip: number, header: boolean, comment: string | null, quoted: boolean, stages: Array<ImportStage> } };

export type PreviewImportQueryVariables = Exact<{
  input: PreviewImportInput;
}>;


export type PreviewImportQuery = { previewImport: { ignored: number, repeated: number, rejected: Array<{ line: number, field: string | null, reason: string }>, rows: Array<{ line: number, recordKind: RecordKind | null, linkKind: LinkKind | null, label: string, outcome: ImportOutcome }> } };

export type ImportPartMutationVariables = Exact<{
  input: ImportPartInput;
}>;


export type ImportPartMutation = { importPart: { written: number, leftAlone: number, ignored: number, repeated: number, rejected: Array<{ line: number, field: string | null, reason: string }> } };

export type CreateInvolvementMutationVariables = Exact<{
  input: CreateInvolvementInput;
}>;


export type CreateInvolvementMutation = { createInvolvement: { involvement: { id: string } | null, decision: { id: string } | null } };

export type InvolvementForRetireQueryVariables = Exact<{
  id: string | number;
}>;


export type InvolvementForRetireQuery = { node:
    | { __typename: 'Involvement', id: string, version: string, role: InvolvementRole, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string } }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type RetireInvolvementMutationVariables = Exact<{
  input: RetireInput;
}>;


export type RetireInvolvementMutation = { retireInvolvement: { id: string } };

export type IssuerPartsFragment = { name: string, displayName: string, country: string, url: string, state: IssuerState, contacts: Array<string>, homeDomains: Array<string>, organisationIds: Array<string>, fromFile: boolean, entry: string | null, draft: string | null, proposedBy: string | null, changedBy: string | null, version: number };

export type IssuersQueryVariables = Exact<{ [key: string]: never; }>;


export type IssuersQuery = { issuers: Array<{ name: string, displayName: string, country: string, url: string, state: IssuerState, contacts: Array<string>, homeDomains: Array<string>, organisationIds: Array<string>, fromFile: boolean, entry: string | null, draft: string | null, proposedBy: string | null, changedBy: string | null, version: number }>, organisations: Array<{ id: string, name: string, country: string }> };

export type DryRunIssuerQueryVariables = Exact<{
  entry: string;
  token: string;
}>;


export type DryRunIssuerQuery = { dryRunIssuer: { accepted: boolean, reason: string | null, organisation: string | null, roles: Array<Role>, clearances: Array<Compartment>, proved: boolean } };

export type ProposeIssuerMutationVariables = Exact<{
  entry: string;
}>;


export type ProposeIssuerMutation = { proposeIssuer: { name: string } };

export type DecideIssuerMutationVariables = Exact<{
  name: string;
  version: number;
  accept: boolean;
}>;


export type DecideIssuerMutation = { decideIssuer: { name: string } };

export type SuspendIssuerMutationVariables = Exact<{
  name: string;
}>;


export type SuspendIssuerMutation = { suspendIssuer: { name: string } };

export type JointPlanPartsFragment = { id: string, version: string, why: string, budget: number, targetKinds: Array<RecordKind>, hops: number, objective: DisruptionObjective, state: JointPlanState, asked: string, decided: string | null, reason: string | null, targetCount: number, operation: { id: string, name: string } | null, asking: { id: string, name: string, country: string }, partner: { id: string, name: string, country: string }, targets: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> };

export type JointPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type JointPlansQuery = { jointPlans: Array<{ id: string, version: string, why: string, budget: number, targetKinds: Array<RecordKind>, hops: number, objective: DisruptionObjective, state: JointPlanState, asked: string, decided: string | null, reason: string | null, targetCount: number, operation: { id: string, name: string } | null, asking: { id: string, name: string, country: string }, partner: { id: string, name: string, country: string }, targets: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> }> };

export type JointPlanChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type JointPlanChoicesQuery = { operations: Array<{ id: string, name: string, state: OperationState, parties: Array<{ until: string | null, organisation: { id: string, name: string, country: string } }> }> };

export type ProposeJointPlanMutationVariables = Exact<{
  input: ProposeJointPlanInput;
}>;


export type ProposeJointPlanMutation = { proposeJointPlan: { revision: string, jointPlan: { id: string } } };

export type DecideJointPlanMutationVariables = Exact<{
  input: DecideJointPlanInput;
}>;


export type DecideJointPlanMutation = { decideJointPlan: { revision: string, jointPlan: { id: string, state: JointPlanState } } };

export type WithdrawJointPlanMutationVariables = Exact<{
  input: WithdrawJointPlanInput;
}>;


export type WithdrawJointPlanMutation = { withdrawJointPlan: { revision: string, jointPlan: { id: string, state: JointPlanState } } };

export type CentralityQueryVariables = Exact<{
  input: CentralityInput;
}>;


export type CentralityQuery = { centrality: { measure: CentralityMeasure, entities: number, ties: number, errorBound: number | null, confidence: number | null, values: Array<{ rank: number, value: number, entity: { id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }> } };

export type BrokersQueryVariables = Exact<{
  input: BrokersInput;
}>;


export type BrokersQuery = { brokers: Array<{ country: string, between: number, coordinator: number, consultant: number, gatekeeper: number, liaison: number, entity: { id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }> };

export type StructureQueryVariables = Exact<{
  input: StructureInput;
}>;


export type StructureQuery = { structure: { entities: number, ties: number, cutCount: number, bridgeCount: number, parts: number, cuts: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }>, bridges: Array<{ a: { id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, b: { id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }> } };

export type CommunityBriefFragment = { id: string, size: number, members: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> };

export type CompareCommunitiesQueryVariables = Exact<{
  input: ComparisonInput;
}>;


export type CompareCommunitiesQuery = { compareCommunities: { keptCount: number, mergedCount: number, splitCount: number, bornCount: number, diedCount: number, before: { totalCount: number }, after: { totalCount: number }, kept: Array<{ likeness: number, joinedIds: Array<string>, leftIds: Array<string>, after: { id: string, size: number, members: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> } }>, merged: Array<{ one: { id: string, size: number, members: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> }, several: Array<{ id: string, size: number }> }>, split: Array<{ one: { id: string, size: number, members: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> }, several: Array<{ id: string, size: number }> }>, born: Array<{ id: string, size: number, members: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> }>, died: Array<{ id: string, size: number, members: Array<{ id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> }> } };

export type RecordBriefFragment = { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } };

export type EntityBriefFragment = { id: string, kind: RecordKind, label: string };

export type EntityMarkedFragment = { id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } };

type ElementParts_Involvement_Fragment = { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } };

type ElementParts_Link_Fragment = { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } };

type ElementParts_Officer_Fragment = { __typename: 'Officer', id: string };

type ElementParts_Operation_Fragment = { __typename: 'Operation', id: string };

type ElementParts_Organisation_Fragment = { __typename: 'Organisation', id: string };

type ElementParts_Record_Fragment = { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } };

export type ElementPartsFragment =
  | ElementParts_Involvement_Fragment
  | ElementParts_Link_Fragment
  | ElementParts_Officer_Fragment
  | ElementParts_Operation_Fragment
  | ElementParts_Organisation_Fragment
  | ElementParts_Record_Fragment
;

export type OrganisationPartsFragment = { id: string, name: string, country: string };

export type GradingPartsFragment = { scheme: Scheme, value: string };

export type MarkingPartsFragment = { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } };

type DetailParts_BankAccount_Fragment = { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null };

type DetailParts_Company_Fragment = { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null };

type DetailParts_CrimeGroup_Fragment = { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> };

type DetailParts_ExploitationEvent_Fragment = { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null };

type DetailParts_Journey_Fragment = { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string };

type DetailParts_OnlineProfile_Fragment = { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null };

type DetailParts_PaymentInstrument_Fragment = { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string };

type DetailParts_Person_Fragment = { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean };

type DetailParts_Phone_Fragment = { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null };

type DetailParts_Place_Fragment = { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null };

type DetailParts_TravelDocument_Fragment = { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null };

type DetailParts_Vehicle_Fragment = { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null };

export type DetailPartsFragment =
  | DetailParts_BankAccount_Fragment
  | DetailParts_Company_Fragment
  | DetailParts_CrimeGroup_Fragment
  | DetailParts_ExploitationEvent_Fragment
  | DetailParts_Journey_Fragment
  | DetailParts_OnlineProfile_Fragment
  | DetailParts_PaymentInstrument_Fragment
  | DetailParts_Person_Fragment
  | DetailParts_Phone_Fragment
  | DetailParts_Place_Fragment
  | DetailParts_TravelDocument_Fragment
  | DetailParts_Vehicle_Fragment
;

type LinkDetailParts_Call_Fragment = { __typename: 'Call', duration: number | null, count: number | null, calledAt: string | null };

type LinkDetailParts_ControlHeld_Fragment = { __typename: 'ControlHeld', controls: Array<Control> };

type LinkDetailParts_Membership_Fragment = { __typename: 'Membership', role: ChainRole };

type LinkDetailParts_Recruitment_Fragment = { __typename: 'Recruitment', method: RecruitmentMethod };

type LinkDetailParts_Relationship_Fragment = { __typename: 'Relationship', relationship: string, strength: number | null };

type LinkDetailParts_Transfer_Fragment = { __typename: 'Transfer', amount: string, currency: string, reference: string | null, transferredAt: string };

type LinkDetailParts_Travel_Fragment = { __typename: 'Travel', booking: string | null, document: string | null, seat: string | null };

export type LinkDetailPartsFragment =
  | LinkDetailParts_Call_Fragment
  | LinkDetailParts_ControlHeld_Fragment
  | LinkDetailParts_Membership_Fragment
  | LinkDetailParts_Recruitment_Fragment
  | LinkDetailParts_Relationship_Fragment
  | LinkDetailParts_Transfer_Fragment
  | LinkDetailParts_Travel_Fragment
;

export type RecordPartsFragment = { id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
    | { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null }
    | { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null }
    | { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> }
    | { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null }
    | { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string }
    | { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null }
    | { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string }
    | { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean }
    | { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null }
    | { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null }
    | { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null }
    | { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null }
   };

export type MarksFragment = { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> };

export type ConditionMarksFragment = { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> };

export type MapRecordsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MapRecordsQuery = { nodes: Array<
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, details:
        | { __typename: 'BankAccount' }
        | { __typename: 'Company' }
        | { __typename: 'CrimeGroup' }
        | { __typename: 'ExploitationEvent' }
        | { __typename: 'Journey', mode: TravelMode, departs: string | null, arrives: string | null, departurePort: string, arrivalPort: string }
        | { __typename: 'OnlineProfile' }
        | { __typename: 'PaymentInstrument' }
        | { __typename: 'Person' }
        | { __typename: 'Phone' }
        | { __typename: 'Place', locode: string | null, latitude: number | null, longitude: number | null }
        | { __typename: 'TravelDocument' }
        | { __typename: 'Vehicle' }
       }
   | null> };

export type DatedLinkFragment = { id: string, validity: { from: string | null, until: string | null }, details:
    | { __typename: 'Call', called: string | null }
    | { __typename: 'ControlHeld' }
    | { __typename: 'Membership' }
    | { __typename: 'Recruitment' }
    | { __typename: 'Relationship' }
    | { __typename: 'Transfer', amount: string, currency: string, at: string }
    | { __typename: 'Travel' }
   | null };

export type MapDatesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MapDatesQuery = { subgraph: { records: Array<{ id: string, kind: RecordKind, validity: { from: string | null, until: string | null } }>, links: Array<{ id: string, validity: { from: string | null, until: string | null }, details:
        | { __typename: 'Call', called: string | null }
        | { __typename: 'ControlHeld' }
        | { __typename: 'Membership' }
        | { __typename: 'Recruitment' }
        | { __typename: 'Relationship' }
        | { __typename: 'Transfer', amount: string, currency: string, at: string }
        | { __typename: 'Travel' }
       | null }> } };

export type MapDatesOfQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MapDatesOfQuery = { nodes: Array<
    | { __typename: 'Involvement' }
    | { __typename: 'Link', id: string, validity: { from: string | null, until: string | null }, details:
        | { __typename: 'Call', called: string | null }
        | { __typename: 'ControlHeld' }
        | { __typename: 'Membership' }
        | { __typename: 'Recruitment' }
        | { __typename: 'Relationship' }
        | { __typename: 'Transfer', amount: string, currency: string, at: string }
        | { __typename: 'Travel' }
       | null }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, kind: RecordKind, validity: { from: string | null, until: string | null } }
   | null> };

export type MapRolesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type MapRolesQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation', id: string, involvements: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, person: { id: string }, validity: { from: string | null, until: string | null } }> } }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type MoneyTraceQueryVariables = Exact<{
  input: TraceInput;
}>;


export type MoneyTraceQuery = { trace: { entities: number, linkCount: number, atLeast: boolean, handling: Array<Handling>, restrictions: Array<string>, classification: Classification, compartments: Array<Compartment>, hops: Array<{ hops: number, trails: number, links: number }>, totals: Array<{ currency: string, amount: string, transfers: number }> | null, hubs: Array<{ degree: number, trails: number, entity: { id: string, kind: RecordKind, label: string } }>, trails: Array<{ cut: boolean, from: { id: string, kind: RecordKind, label: string }, steps: Array<{ at: string, to: { id: string, kind: RecordKind, label: string }, link: { id: string, kind: LinkKind, source: string, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, details:
            | { __typename: 'Call' }
            | { __typename: 'ControlHeld' }
            | { __typename: 'Membership' }
            | { __typename: 'Recruitment' }
            | { __typename: 'Relationship' }
            | { __typename: 'Transfer', amount: string, currency: string }
            | { __typename: 'Travel' }
           | null } }> }>, weakest: { scheme: Scheme, value: string } | null } };

export type MoneyAccountsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MoneyAccountsQuery = { nodes: Array<
    | { __typename: 'Involvement', id: string }
    | { __typename: 'Link', id: string }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string, entity: { id: string, records: Array<{ id: string, links: { totalCount: number, nodes: Array<{ to: { id: string, kind: RecordKind } }> } }> } }
   | null> };

export type OperationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperationsQuery = { operations: Array<{ id: string, name: string, state: OperationState, ended: string | null, agreement: { legalBasis: string, from: string | null, until: string | null }, parties: Array<{ organisation: { id: string, name: string, country: string } }> }> };

export type OperationQueryVariables = Exact<{
  id: string | number;
}>;


export type OperationQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation', id: string, name: string, state: OperationState, ended: string | null, agreement: { legalBasis: string, purpose: string, signed: string | null, from: string | null, until: string | null }, parties: Array<{ from: string, until: string | null, organisation: { id: string, name: string, country: string } }>, members: Array<{ officerId: string, name: string, role: TeamRole, from: string, until: string | null, organisation: { id: string, name: string, country: string } }> }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type OperationInvolvementsQueryVariables = Exact<{
  id: string | number;
  roles?: Array<InvolvementRole> | InvolvementRole | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OperationInvolvementsQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation', id: string, involvements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, role: InvolvementRole, source: string, grading: { scheme: Scheme, value: string } | null, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, owner: { id: string, name: string, country: string }, person: { id: string, label: string, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }> } }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type SharedByQueryVariables = Exact<{
  operation: string | number;
  owner: string | number;
}>;


export type SharedByQuery = { records: { totalCount: number, nodes: Array<{ id: string, knownFrom: string }> } };

export type DesksQueryVariables = Exact<{ [key: string]: never; }>;


export type DesksQuery = { organisations: Array<{ kind: OrganisationKind, contact: string, id: string, name: string, country: string }> };

export type PathStoryFragment = { hops: number, classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, weakest: { scheme: Scheme, value: string } | null, entities: Array<{ id: string, kind: RecordKind, label: string, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, judgements: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> }>, steps: Array<{ parallel: number, reversed: boolean, link: { source: string, id: string, kind: LinkKind, fromId: string, toId: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string } } }> };

export type CanvasEntityWholeFragment = { id: string, kind: RecordKind, label: string, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, judgements: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> };

export type PathsQueryVariables = Exact<{
  input: PathsInput;
}>;


export type PathsQuery = { paths: { routes: Array<{ cost: number, hubs: Array<{ degree: number, entity: { id: string, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }>, path: { hops: number, classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, weakest: { scheme: Scheme, value: string } | null, entities: Array<{ id: string, kind: RecordKind, label: string, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, judgements: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> }>, steps: Array<{ parallel: number, reversed: boolean, link: { source: string, id: string, kind: LinkKind, fromId: string, toId: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string } } }> } }> } };

export type CanvasConnectQueryVariables = Exact<{
  input: ConnectInput;
}>;


export type CanvasConnectQuery = { connect: { bound: number, classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, weakest: { scheme: Scheme, value: string } | null, hubs: Array<{ degree: number, entity: { id: string, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }>, groups: Array<{ entityIds: Array<string> }>, entities: Array<{ id: string, kind: RecordKind, label: string, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, judgements: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> }>, links: Array<{ fromId: string, toId: string, parallel: number, link: { source: string, id: string, kind: LinkKind, fromId: string, toId: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string } } }> } };

export type RecordEntityQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type RecordEntityQuery = { entity: { id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, records: Array<{ id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
        | { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null }
        | { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null }
        | { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> }
        | { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null }
        | { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string }
        | { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null }
        | { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string }
        | { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean }
        | { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null }
        | { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null }
        | { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null }
        | { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null }
       }>, judgements: Array<{ id: string, fromId: string, toId: string, source: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string } }>, involvements: Array<{ id: string, role: InvolvementRole, source: string, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, operation: { id: string, name: string } }> } | null };

export type RecordLinkCountsQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordLinkCountsQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, linkCounts: Array<{ kind: LinkKind, count: number }> }
   | null };

export type RecordLinksQueryVariables = Exact<{
  id: string | number;
  filter?: LinkFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RecordLinksQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, links: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: LinkKind, source: string, grading: { scheme: Scheme, value: string } | null, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, owner: { id: string, name: string, country: string }, validity: { from: string | null, until: string | null }, details:
            | { __typename: 'Call', duration: number | null, count: number | null, calledAt: string | null }
            | { __typename: 'ControlHeld', controls: Array<Control> }
            | { __typename: 'Membership', role: ChainRole }
            | { __typename: 'Recruitment', method: RecruitmentMethod }
            | { __typename: 'Relationship', relationship: string, strength: number | null }
            | { __typename: 'Transfer', amount: string, currency: string, reference: string | null, transferredAt: string }
            | { __typename: 'Travel', booking: string | null, document: string | null, seat: string | null }
           | null, from: { id: string, label: string, kind: RecordKind, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, label: string, kind: RecordKind, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }> } }
   | null };

export type RecordVersionsQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordVersionsQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, versions: Array<{ id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
          | { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null }
          | { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null }
          | { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> }
          | { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null }
          | { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string }
          | { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null }
          | { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string }
          | { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean }
          | { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null }
          | { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null }
          | { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null }
          | { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null }
         }> }
   | null };

export type WhoCanSeeQueryVariables = Exact<{
  id: string | number;
}>;


export type WhoCanSeeQuery = { whoCanSee: { scope: Scope, officers: Array<string>, otherTeams: number, roles: Array<Role>, clearances: Array<Compartment>, from: string | null, until: string | null, holds: boolean, organisations: Array<{ id: string, name: string, country: string }>, teams: Array<{ operation: { id: string, name: string }, members: Array<{ officerId: string, name: string, organisation: { id: string, name: string, country: string } }> }> } };

export type WhyCanISeeQueryVariables = Exact<{
  id: string | number;
}>;


export type WhyCanISeeQuery = { whyCanISee: Array<{ reason: Reason, says: string }> };

export type ReleasePartsFragment = { id: string, version: string, action: Action, why: string, asked: string, until: string | null, state: ReleaseState, expired: boolean, decided: string | null, reason: string | null, element:
    | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
   | null, owner: { id: string, name: string, country: string }, asking: { id: string, name: string, country: string }, to: Array<{ id: string, name: string, country: string }>, copy: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } | null };

export type ReleasesQueryVariables = Exact<{
  filter?: ReleaseFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReleasesQuery = { releases: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: string, action: Action, why: string, asked: string, until: string | null, state: ReleaseState, expired: boolean, decided: string | null, reason: string | null, element:
        | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Officer', id: string }
        | { __typename: 'Operation', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
       | null, owner: { id: string, name: string, country: string }, asking: { id: string, name: string, country: string }, to: Array<{ id: string, name: string, country: string }>, copy: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } | null }> } };

export type CheckActionQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  action: Action;
}>;


export type CheckActionQuery = { checkAction: { allowed: boolean, closedCount: number, closed: Array<{ keys: Array<Key>, owner: { id: string, name: string, country: string }, reasons: Array<{ reason: Reason, says: string }> }> } };

export type ClosedGatesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  action: Action;
}>;


export type ClosedGatesQuery = { checkAction: { closed: Array<{ keys: Array<Key>, element:
        | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Officer', id: string }
        | { __typename: 'Operation', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
      , owner: { id: string, name: string, country: string }, reasons: Array<{ reason: Reason, says: string }> }> } };

export type ReleaseElementQueryVariables = Exact<{
  id: string | number;
}>;


export type ReleaseElementQuery = { node:
    | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
   | null };

export type ReleaseOriginalQueryVariables = Exact<{
  id: string | number;
}>;


export type ReleaseOriginalQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
        | { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null }
        | { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null }
        | { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> }
        | { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null }
        | { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string }
        | { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null }
        | { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string }
        | { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean }
        | { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null }
        | { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null }
        | { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null }
        | { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null }
       }
   | null };

export type RequestReleaseMutationVariables = Exact<{
  input: RequestReleaseInput;
}>;


export type RequestReleaseMutation = { requestRelease: { release: { id: string } } };

export type DecideReleaseMutationVariables = Exact<{
  input: DecideReleaseInput;
}>;


export type DecideReleaseMutation = { decideRelease: { release: { id: string, state: ReleaseState } } };

export type WithdrawReleaseMutationVariables = Exact<{
  input: WithdrawReleaseInput;
}>;


export type WithdrawReleaseMutation = { withdrawRelease: { release: { id: string, state: ReleaseState } } };

export type ReviewsQueryVariables = Exact<{
  due: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ReviewsQuery = { reviews: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ of: string, review: string | null, element:
        | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Officer', id: string }
        | { __typename: 'Operation', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
       | null, hold: { reason: string, at: string } | null, kept: { reason: string, at: string } | null }> } };

export type DisposalsQueryVariables = Exact<{
  states?: Array<DisposalState> | DisposalState | null | undefined;
  first: number;
}>;


export type DisposalsQuery = { disposals: Array<{ id: string, version: string, state: DisposalState, about: Array<string>, reason: string, proposed: string, confirmed: string | null, erased: number, held: number, at: string }> };

export type DisposalElementsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type DisposalElementsQuery = { nodes: Array<
    | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
   | null> };

export type SetReviewMutationVariables = Exact<{
  input: SetReviewInput;
}>;


export type SetReviewMutation = { setReview: { revision: string } };

export type KeepMutationVariables = Exact<{
  input: KeepInput;
}>;


export type KeepMutation = { keep: { revision: string } };

export type SetHoldMutationVariables = Exact<{
  input: SetHoldInput;
}>;


export type SetHoldMutation = { setHold: { revision: string } };

export type LiftHoldMutationVariables = Exact<{
  input: LiftHoldInput;
}>;


export type LiftHoldMutation = { liftHold: { revision: string } };

export type DisposeMutationVariables = Exact<{
  input: DisposeInput;
}>;


export type DisposeMutation = { dispose: { disposal: { id: string } } };

export type DecideDisposalMutationVariables = Exact<{
  input: DecideDisposalInput;
}>;


export type DecideDisposalMutation = { decideDisposal: { disposal: { id: string, state: DisposalState } } };

export type SearchQueryVariables = Exact<{
  input: SearchInput;
}>;


export type SearchQuery = { search: Array<{ id: string, kind: RecordKind, label: string, source: string, details:
      | { __typename: 'BankAccount', iban: string | null, accountNumber: string | null, bic: string | null, bankName: string | null, holder: string | null, country: string | null, currency: string | null }
      | { __typename: 'Company', name: string, alias: Array<string>, country: string | null, sector: string | null, companyNumber: string | null }
      | { __typename: 'CrimeGroup', name: string, alias: Array<string>, activities: Array<Exploitation>, countries: Array<string> }
      | { __typename: 'ExploitationEvent', exploitation: Exploitation, controls: Array<Control>, summary: string | null, country: string | null }
      | { __typename: 'Journey', mode: TravelMode, carrier: string | null, departs: string | null, arrives: string | null, journeyNumber: string | null, departurePort: string, arrivalPort: string }
      | { __typename: 'OnlineProfile', profile: ProfileType, platform: string, username: string | null, url: string | null, title: string | null }
      | { __typename: 'PaymentInstrument', instrument: InstrumentType, issuer: string | null, holder: string | null, currency: string | null, instrumentNumber: string }
      | { __typename: 'Person', name: string, alias: Array<string>, birthDate: string | null, birthPlace: string | null, gender: Gender | null, nationality: Array<string>, pseudonymous: boolean, child: boolean }
      | { __typename: 'Phone', imei: string | null, imsi: string | null, network: string | null, phoneNumber: string | null }
      | { __typename: 'Place', place: PlaceType, address: string | null, city: string | null, postalCode: string | null, country: string | null, locode: string | null, latitude: number | null, longitude: number | null, placeName: string | null }
      | { __typename: 'TravelDocument', document: DocumentType, country: string | null, holder: string | null, birthDate: string | null, issued: string | null, authenticity: Authenticity | null, documentNumber: string, documentExpires: string | null }
      | { __typename: 'Vehicle', country: string | null, vin: string | null, make: string | null, model: string | null, colour: string | null, plate: string | null }
    , grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, audience: { scope: Scope } } }> };

export type MePartsFragment = { roles: Array<Role>, purpose: string | null, officer: { id: string, name: string }, organisation: { id: string, name: string, country: string }, stepUp: { withheld: boolean } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { roles: Array<Role>, purpose: string | null, officer: { id: string, name: string }, organisation: { id: string, name: string, country: string }, stepUp: { withheld: boolean } } };

export type SetPurposeMutationVariables = Exact<{
  purpose: string;
}>;


export type SetPurposeMutation = { setPurpose: { roles: Array<Role>, purpose: string | null, officer: { id: string, name: string }, organisation: { id: string, name: string, country: string }, stepUp: { withheld: boolean } } };

export type SessionPartsFragment = { session: string, began: string, seen: string, ends: string, current: boolean };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ session: string, began: string, seen: string, ends: string, current: boolean }> };

export type EndSessionMutationVariables = Exact<{
  session: string;
}>;


export type EndSessionMutation = { endSession: Array<{ session: string, began: string, seen: string, ends: string, current: boolean }> };

export type SharedPartsFragment = { element:
    | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
  , before: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, after: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } } };

export type SharePreviewQueryVariables = Exact<{
  input: SharePreviewInput;
  first: number;
}>;


export type SharePreviewQuery = { previewShare: { token: string, goingCount: number, stayingCount: number, concernCount: number, handling: Array<Handling>, restrictions: Array<string>, clearances: Array<Compartment>, embargo: string | null, expires: string | null, going: Array<{ element:
        | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Officer', id: string }
        | { __typename: 'Operation', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
      , before: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, after: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } } }>, staying: Array<{ element:
        | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Officer', id: string }
        | { __typename: 'Operation', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
      , before: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, after: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } } }>, receivers: Array<{ everyone: boolean, gains: number, loses: number, organisation: { id: string, name: string, country: string } | null, operation: { id: string, name: string } | null }>, concerns: Array<{ concern: ShareConcern, element:
        | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
        | { __typename: 'Officer', id: string }
        | { __typename: 'Operation', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
      , other: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } | null }> } };

export type ShareMutationVariables = Exact<{
  input: ShareInput;
}>;


export type ShareMutation = { share: { changed: number, revision: string } };

export type ShareElementsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ShareElementsQuery = { nodes: Array<
    | { __typename: 'Involvement', role: InvolvementRole, id: string, owner: { id: string, name: string, country: string }, person: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, operation: { id: string, name: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Link', id: string, linkKind: LinkKind, owner: { id: string, name: string, country: string }, from: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, to: { id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }
   | null> };

export type ViewAsQueryVariables = Exact<{
  organisation: string | number;
  operation?: string | number | null | undefined;
  clearances?: Array<Compartment> | Compartment | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ViewAsQuery = { viewAs: { counts: Array<{ kind: RecordKind, count: number }>, records: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } }> } } };

export type CertificatePartsFragment = { id: string, choice: ClosingChoice, records: number | null, links: number | null, involvements: number | null, held: number | null, digest: string, done: string, organisation: { id: string, name: string, country: string } };

export type EvaluationPartsFragment = { id: string, results: string, difficulties: string | null, lessons: string | null, arrests: number, safeguarded: number, seized: string | null, organisation: { id: string, name: string, country: string } };

export type AgreementPartsFragment = { legalBasis: string, purpose: string, signed: string | null, from: string | null, until: string | null };

export type TeamOperationsQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamOperationsQuery = { operations: Array<{ id: string, name: string, state: OperationState, ended: string | null, agreement: { legalBasis: string, purpose: string, signed: string | null, from: string | null, until: string | null }, parties: Array<{ organisation: { id: string, name: string, country: string } }>, proposal: { end: boolean, awaits: Array<{ id: string, name: string, country: string }> } | null }> };

export type TeamOperationQueryVariables = Exact<{
  id: string | number;
}>;


export type TeamOperationQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation', id: string, name: string, state: OperationState, ended: string | null, version: string, agreement: { legalBasis: string, purpose: string, signed: string | null, from: string | null, until: string | null }, parties: Array<{ from: string, until: string | null, organisation: { id: string, name: string, country: string } }>, members: Array<{ officerId: string, name: string, role: TeamRole, from: string, until: string | null, organisation: { id: string, name: string, country: string } }>, proposal: { name: string, end: boolean, at: string, agreement: { legalBasis: string, purpose: string, signed: string | null, from: string | null, until: string | null }, parties: Array<{ id: string, name: string, country: string }>, by: { id: string, name: string, country: string }, signed: Array<{ at: string, organisation: { id: string, name: string, country: string } }>, awaits: Array<{ id: string, name: string, country: string }> } | null, certificates: Array<{ id: string, choice: ClosingChoice, records: number | null, links: number | null, involvements: number | null, held: number | null, digest: string, done: string, organisation: { id: string, name: string, country: string } }>, evaluations: Array<{ id: string, results: string, difficulties: string | null, lessons: string | null, arrests: number, safeguarded: number, seized: string | null, organisation: { id: string, name: string, country: string } }> }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type TeamChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamChoicesQuery = { organisations: Array<{ id: string, name: string, country: string }> };

export type TeamOfficersQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamOfficersQuery = { officers: Array<{ id: string, name: string }> };

export type ProposeOperationMutationVariables = Exact<{
  input: ProposeOperationInput;
}>;


export type ProposeOperationMutation = { proposeOperation: { operation: { id: string } | null } };

export type SignOperationMutationVariables = Exact<{
  input: OperationInput;
}>;


export type SignOperationMutation = { signOperation: { operation: { id: string } | null } };

export type AmendOperationMutationVariables = Exact<{
  input: AmendOperationInput;
}>;


export type AmendOperationMutation = { amendOperation: { operation: { id: string } | null } };

export type ExtendOperationMutationVariables = Exact<{
  input: ExtendOperationInput;
}>;


export type ExtendOperationMutation = { extendOperation: { operation: { id: string } | null } };

export type EndOperationMutationVariables = Exact<{
  input: OperationInput;
}>;


export type EndOperationMutation = { endOperation: { operation: { id: string } | null } };

export type WithdrawPartyMutationVariables = Exact<{
  input: WithdrawPartyInput;
}>;


export type WithdrawPartyMutation = { withdrawParty: { operation: { id: string } | null } };

export type AddMemberMutationVariables = Exact<{
  input: AddMemberInput;
}>;


export type AddMemberMutation = { addMember: { operation: { id: string } | null } };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember: { operation: { id: string } | null } };

export type CloseSharingMutationVariables = Exact<{
  input: CloseSharingInput;
}>;


export type CloseSharingMutation = { closeSharing: { certificate: { id: string, choice: ClosingChoice, records: number | null, links: number | null, involvements: number | null, held: number | null, digest: string, done: string, organisation: { id: string, name: string, country: string } } } };

export type FileEvaluationMutationVariables = Exact<{
  input: FileEvaluationInput;
}>;


export type FileEvaluationMutation = { fileEvaluation: { evaluation: { id: string, results: string, difficulties: string | null, lessons: string | null, arrests: number, safeguarded: number, seized: string | null, organisation: { id: string, name: string, country: string } } } };

export type TourFoundQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type TourFoundQuery = { nodes: Array<
    | { __typename: 'Involvement', id: string }
    | { __typename: 'Link', id: string }
    | { __typename: 'Officer', id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Record', id: string, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> }, entity: { id: string, kind: RecordKind, label: string, conditions: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling> } } }
   | null> };

export type CommentsQueryVariables = Exact<{
  on: string | number;
}>;


export type CommentsQuery = { comments: Array<{ id: string, version: string, text: string, own: boolean, made: string, owner: { id: string, name: string, country: string }, officer: { id: string, name: string } | null, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, review: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } } }> };

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { addComment: { revision: string, comment: { id: string } } };

export type WithdrawCommentMutationVariables = Exact<{
  input: RetireInput;
}>;


export type WithdrawCommentMutation = { withdrawComment: { id: string, revision: string } };

export type ViewPartsFragment = { id: string, version: string, name: string, own: boolean, changed: string, owner: { id: string, name: string, country: string }, audience: { scope: Scope, organisations: Array<{ id: string, name: string }>, operations: Array<{ id: string, name: string }> } };

export type ViewWholeFragment = { hidden: Array<RecordKind>, grouping: ViewGrouping | null, resolution: number, leaves: boolean, joined: boolean, id: string, version: string, name: string, own: boolean, changed: string, content: { opened: Array<string>, attribute: RecordAttribute | null, places: Array<{ record: string, x: number, y: number, pinned: boolean }> }, owner: { id: string, name: string, country: string }, audience: { scope: Scope, organisations: Array<{ id: string, name: string }>, operations: Array<{ id: string, name: string }> } };

export type ViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewsQuery = { views: Array<{ id: string, version: string, name: string, own: boolean, changed: string, owner: { id: string, name: string, country: string }, audience: { scope: Scope, organisations: Array<{ id: string, name: string }>, operations: Array<{ id: string, name: string }> } }> };

export type ViewQueryVariables = Exact<{
  id: string | number;
}>;


export type ViewQuery = { view: { hidden: Array<RecordKind>, grouping: ViewGrouping | null, resolution: number, leaves: boolean, joined: boolean, id: string, version: string, name: string, own: boolean, changed: string, content: { opened: Array<string>, attribute: RecordAttribute | null, places: Array<{ record: string, x: number, y: number, pinned: boolean }> }, owner: { id: string, name: string, country: string }, audience: { scope: Scope, organisations: Array<{ id: string, name: string }>, operations: Array<{ id: string, name: string }> } } };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { saveView: { revision: string, view: { id: string, version: string, name: string, own: boolean, changed: string, owner: { id: string, name: string, country: string }, audience: { scope: Scope, organisations: Array<{ id: string, name: string }>, operations: Array<{ id: string, name: string }> } } } };

export type RemoveViewMutationVariables = Exact<{
  input: RetireInput;
}>;


export type RemoveViewMutation = { removeView: { id: string, revision: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const OrganisationPartsFragmentDoc = new TypedDocumentString(`
    fragment OrganisationParts on Organisation {
  id
  name
  country
}
    `, {"fragmentName":"OrganisationParts"}) as unknown as TypedDocumentString<OrganisationPartsFragment, unknown>;
export const AuditPartsFragmentDoc = new TypedDocumentString(`
    fragment AuditParts on AuditConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    at
    action
    officerId
    officer {
      id
      name
    }
    organisation {
      ...OrganisationParts
    }
    purpose
    operation {
      id
      name
    }
    refusal
    question
    request
    elements(first: 20)
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"AuditParts"}) as unknown as TypedDocumentString<AuditPartsFragment, unknown>;
export const CanvasRecordFragmentDoc = new TypedDocumentString(`
    fragment CanvasRecord on Record {
  id
  kind
  label
  owner {
    ...OrganisationParts
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"CanvasRecord"}) as unknown as TypedDocumentString<CanvasRecordFragment, unknown>;
export const CanvasLinkFragmentDoc = new TypedDocumentString(`
    fragment CanvasLink on Link {
  id
  kind
  fromId
  toId
}
    `, {"fragmentName":"CanvasLink"}) as unknown as TypedDocumentString<CanvasLinkFragment, unknown>;
export const CanvasGraphFragmentDoc = new TypedDocumentString(`
    fragment CanvasGraph on Subgraph {
  records {
    ...CanvasRecord
  }
  links {
    ...CanvasLink
  }
}
    fragment CanvasRecord on Record {
  id
  kind
  label
  owner {
    ...OrganisationParts
  }
}
fragment CanvasLink on Link {
  id
  kind
  fromId
  toId
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"CanvasGraph"}) as unknown as TypedDocumentString<CanvasGraphFragment, unknown>;
export const NoticePartsFragmentDoc = new TypedDocumentString(`
    fragment NoticeParts on Notice {
  id
  kind
  from {
    ...OrganisationParts
  }
  operation {
    id
    name
  }
  matter
  detail
  about
  at
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"NoticeParts"}) as unknown as TypedDocumentString<NoticePartsFragment, unknown>;
export const PlanNumbersFragmentDoc = new TypedDocumentString(`
    fragment PlanNumbers on DisruptionPlan {
  targetCount
  cost
  exact
  before
  after
  curve(first: 500)
  reached
  rank
  pieceCount
  handling
  restrictions
  classification
  compartments
}
    `, {"fragmentName":"PlanNumbers"}) as unknown as TypedDocumentString<PlanNumbersFragment, unknown>;
export const EntityBriefFragmentDoc = new TypedDocumentString(`
    fragment EntityBrief on Entity {
  id
  kind
  label
}
    `, {"fragmentName":"EntityBrief"}) as unknown as TypedDocumentString<EntityBriefFragment, unknown>;
export const PlanPartsFragmentDoc = new TypedDocumentString(`
    fragment PlanParts on DisruptionPlan {
  ...PlanNumbers
  empty
  says
  targets(first: 50) {
    entity {
      ...EntityBrief
    }
    cost
    value
    reasons {
      reason
      number
      says
    }
    stays
    successors {
      entity {
        ...EntityBrief
      }
      sharedTies
      similarity
      sameRole
      tied
      bridges
    }
  }
  supply {
    cost
    overBudget
    uncuttable
    targetCount
    targets(first: 50) {
      ...EntityBrief
    }
  }
  money {
    amount
    flowCount
    flows(first: 50) {
      from {
        ...EntityBrief
      }
      to {
        ...EntityBrief
      }
      amount
    }
  }
  entities
  rewired(first: 500)
  area
  pieces(first: 10) {
    size
    safeguardCount
    members(first: 8) {
      ...EntityBrief
    }
    safeguard(first: 500) {
      ...EntityBrief
    }
  }
}
    fragment PlanNumbers on DisruptionPlan {
  targetCount
  cost
  exact
  before
  after
  curve(first: 500)
  reached
  rank
  pieceCount
  handling
  restrictions
  classification
  compartments
}
fragment EntityBrief on Entity {
  id
  kind
  label
}`, {"fragmentName":"PlanParts"}) as unknown as TypedDocumentString<PlanPartsFragment, unknown>;
export const IssuerPartsFragmentDoc = new TypedDocumentString(`
    fragment IssuerParts on Issuer {
  name
  displayName
  country
  url
  state
  contacts
  homeDomains
  organisationIds
  fromFile
  entry
  draft
  proposedBy
  changedBy
  version
}
    `, {"fragmentName":"IssuerParts"}) as unknown as TypedDocumentString<IssuerPartsFragment, unknown>;
export const ConditionMarksFragmentDoc = new TypedDocumentString(`
    fragment ConditionMarks on Conditions {
  classification
  compartments
  handling
}
    `, {"fragmentName":"ConditionMarks"}) as unknown as TypedDocumentString<ConditionMarksFragment, unknown>;
export const EntityMarkedFragmentDoc = new TypedDocumentString(`
    fragment EntityMarked on Entity {
  ...EntityBrief
  conditions {
    ...ConditionMarks
  }
}
    fragment EntityBrief on Entity {
  id
  kind
  label
}
fragment ConditionMarks on Conditions {
  classification
  compartments
  handling
}`, {"fragmentName":"EntityMarked"}) as unknown as TypedDocumentString<EntityMarkedFragment, unknown>;
export const JointPlanPartsFragmentDoc = new TypedDocumentString(`
    fragment JointPlanParts on JointPlan {
  id
  version
  operation {
    id
    name
  }
  asking {
    ...OrganisationParts
  }
  partner {
    ...OrganisationParts
  }
  why
  budget
  targetKinds
  hops
  objective
  state
  asked
  decided
  reason
  targetCount
  targets(first: 100) {
    ...EntityMarked
  }
}
    fragment EntityBrief on Entity {
  id
  kind
  label
}
fragment EntityMarked on Entity {
  ...EntityBrief
  conditions {
    ...ConditionMarks
  }
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}
fragment ConditionMarks on Conditions {
  classification
  compartments
  handling
}`, {"fragmentName":"JointPlanParts"}) as unknown as TypedDocumentString<JointPlanPartsFragment, unknown>;
export const CommunityBriefFragmentDoc = new TypedDocumentString(`
    fragment CommunityBrief on Community {
  id
  size
  members(first: 5) {
    ...EntityMarked
  }
}
    fragment EntityBrief on Entity {
  id
  kind
  label
}
fragment EntityMarked on Entity {
  ...EntityBrief
  conditions {
    ...ConditionMarks
  }
}
fragment ConditionMarks on Conditions {
  classification
  compartments
  handling
}`, {"fragmentName":"CommunityBrief"}) as unknown as TypedDocumentString<CommunityBriefFragment, unknown>;
export const LinkDetailPartsFragmentDoc = new TypedDocumentString(`
    fragment LinkDetailParts on LinkDetails {
  __typename
  ... on Transfer {
    amount
    currency
    transferredAt: at
    reference
  }
  ... on Call {
    calledAt: at
    duration
    count
  }
  ... on Travel {
    booking
    document
    seat
  }
  ... on Membership {
    role
  }
  ... on Relationship {
    relationship
    strength
  }
  ... on Recruitment {
    method
  }
  ... on ControlHeld {
    controls
  }
}
    `, {"fragmentName":"LinkDetailParts"}) as unknown as TypedDocumentString<LinkDetailPartsFragment, unknown>;
export const GradingPartsFragmentDoc = new TypedDocumentString(`
    fragment GradingParts on Grading {
  scheme
  value
}
    `, {"fragmentName":"GradingParts"}) as unknown as TypedDocumentString<GradingPartsFragment, unknown>;
export const MarkingPartsFragmentDoc = new TypedDocumentString(`
    fragment MarkingParts on Marking {
  owner {
    ...OrganisationParts
  }
  audience {
    scope
    officers
    organisations {
      ...OrganisationParts
    }
    operations {
      id
      name
    }
  }
  classification
  compartments
  handling
  restrictions
  embargo
  expires
  review
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"MarkingParts"}) as unknown as TypedDocumentString<MarkingPartsFragment, unknown>;
export const DetailPartsFragmentDoc = new TypedDocumentString(`
    fragment DetailParts on RecordDetails {
  __typename
  ... on Person {
    name
    alias
    birthDate
    birthPlace
    gender
    nationality
    pseudonymous
    child
  }
  ... on CrimeGroup {
    name
    alias
    countries: country
    activities
  }
  ... on Company {
    name
    alias
    companyNumber: registrationNumber
    country
    sector
  }
  ... on BankAccount {
    iban
    accountNumber
    bic
    bankName
    holder
    country
    currency
  }
  ... on PaymentInstrument {
    instrument
    instrumentNumber: number
    issuer
    holder
    currency
  }
  ... on Place {
    place
    placeName: name
    address
    city
    postalCode
    country
    locode
    latitude
    longitude
  }
  ... on Journey {
    mode
    carrier
    journeyNumber: number
    departurePort: from
    arrivalPort: to
    departs
    arrives
  }
  ... on TravelDocument {
    document
    documentNumber: number
    country
    holder
    birthDate
    issued
    documentExpires: expires
    authenticity
  }
  ... on Vehicle {
    plate: registrationNumber
    country
    vin
    make
    model
    colour
  }
  ... on Phone {
    phoneNumber: number
    imei
    imsi
    network
  }
  ... on OnlineProfile {
    profile
    platform
    username
    url
    title
  }
  ... on ExploitationEvent {
    exploitation
    controls
    summary
    country
  }
}
    `, {"fragmentName":"DetailParts"}) as unknown as TypedDocumentString<DetailPartsFragment, unknown>;
export const RecordPartsFragmentDoc = new TypedDocumentString(`
    fragment RecordParts on Record {
  id
  kind
  label
  source
  grading {
    ...GradingParts
  }
  owner {
    ...OrganisationParts
  }
  marking {
    ...MarkingParts
  }
  validity {
    from
    until
  }
  version
  knownFrom
  knownUntil
  details {
    ...DetailParts
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}
fragment GradingParts on Grading {
  scheme
  value
}
fragment MarkingParts on Marking {
  owner {
    ...OrganisationParts
  }
  audience {
    scope
    officers
    organisations {
      ...OrganisationParts
    }
    operations {
      id
      name
    }
  }
  classification
  compartments
  handling
  restrictions
  embargo
  expires
  review
}
fragment DetailParts on RecordDetails {
  __typename
  ... on Person {
    name
    alias
    birthDate
    birthPlace
    gender
    nationality
    pseudonymous
    child
  }
  ... on CrimeGroup {
    name
    alias
    countries: country
    activities
  }
  ... on Company {
    name
    alias
    companyNumber: registrationNumber
    country
    sector
  }
  ... on BankAccount {
    iban
    accountNumber
    bic
    bankName
    holder
    country
    currency
  }
  ... on PaymentInstrument {
    instrument
    instrumentNumber: number
    issuer
    holder
    currency
  }
  ... on Place {
    place
    placeName: name
    address
    city
    postalCode
    country
    locode
    latitude
    longitude
  }
  ... on Journey {
    mode
    carrier
    journeyNumber: number
    departurePort: from
    arrivalPort: to
    departs
    arrives
  }
  ... on TravelDocument {
    document
    documentNumber: number
    country
    holder
    birthDate
    issued
    documentExpires: expires
    authenticity
  }
  ... on Vehicle {
    plate: registrationNumber
    country
    vin
    make
    model
    colour
  }
  ... on Phone {
    phoneNumber: number
    imei
    imsi
    network
  }
  ... on OnlineProfile {
    profile
    platform
    username
    url
    title
  }
  ... on ExploitationEvent {
    exploitation
    controls
    summary
    country
  }
}`, {"fragmentName":"RecordParts"}) as unknown as TypedDocumentString<RecordPartsFragment, unknown>;
export const MarksFragmentDoc = new TypedDocumentString(`
    fragment Marks on Marking {
  classification
  compartments
  handling
}
    `, {"fragmentName":"Marks"}) as unknown as TypedDocumentString<MarksFragment, unknown>;
export const DatedLinkFragmentDoc = new TypedDocumentString(`
    fragment DatedLink on Link {
  id
  validity {
    from
    until
  }
  details {
    __typename
    ... on Transfer {
      amount
      currency
      at
    }
    ... on Call {
      called: at
    }
  }
}
    `, {"fragmentName":"DatedLink"}) as unknown as TypedDocumentString<DatedLinkFragment, unknown>;
export const CanvasEntityWholeFragmentDoc = new TypedDocumentString(`
    fragment CanvasEntityWhole on Entity {
  id
  kind
  label
  records {
    ...CanvasRecord
  }
  judgements {
    ...CanvasLink
  }
}
    fragment CanvasRecord on Record {
  id
  kind
  label
  owner {
    ...OrganisationParts
  }
}
fragment CanvasLink on Link {
  id
  kind
  fromId
  toId
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"CanvasEntityWhole"}) as unknown as TypedDocumentString<CanvasEntityWholeFragment, unknown>;
export const PathStoryFragmentDoc = new TypedDocumentString(`
    fragment PathStory on Path {
  hops
  classification
  compartments
  handling
  weakest {
    ...GradingParts
  }
  entities {
    ...CanvasEntityWhole
  }
  steps {
    parallel
    reversed
    link {
      ...CanvasLink
      source
      grading {
        ...GradingParts
      }
      owner {
        ...OrganisationParts
      }
    }
  }
}
    fragment CanvasRecord on Record {
  id
  kind
  label
  owner {
    ...OrganisationParts
  }
}
fragment CanvasLink on Link {
  id
  kind
  fromId
  toId
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}
fragment GradingParts on Grading {
  scheme
  value
}
fragment CanvasEntityWhole on Entity {
  id
  kind
  label
  records {
    ...CanvasRecord
  }
  judgements {
    ...CanvasLink
  }
}`, {"fragmentName":"PathStory"}) as unknown as TypedDocumentString<PathStoryFragment, unknown>;
export const RecordBriefFragmentDoc = new TypedDocumentString(`
    fragment RecordBrief on Record {
  id
  kind
  label
  owner {
    ...OrganisationParts
  }
  marking {
    classification
    compartments
    handling
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"RecordBrief"}) as unknown as TypedDocumentString<RecordBriefFragment, unknown>;
export const ElementPartsFragmentDoc = new TypedDocumentString(`
    fragment ElementParts on Node {
  __typename
  id
  ... on Record {
    ...RecordBrief
  }
  ... on Link {
    linkKind: kind
    owner {
      ...OrganisationParts
    }
    from {
      ...RecordBrief
    }
    to {
      ...RecordBrief
    }
    marking {
      classification
      compartments
      handling
    }
  }
  ... on Involvement {
    role
    owner {
      ...OrganisationParts
    }
    person {
      ...RecordBrief
    }
    operation {
      id
      name
    }
    marking {
      classification
      compartments
      handling
    }
  }
}
    fragment RecordBrief on Record {
  id
  kind
  label
  owner {
    ...OrganisationParts
  }
  marking {
    classification
    compartments
    handling
  }
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"ElementParts"}) as unknown as TypedDocumentString<ElementPartsFragment, unknown>;
export const ReleasePartsFragmentDoc = new TypedDocumentString(`
    fragment ReleaseParts on Release {
  id
  version
  element {
    __typename
    ...ElementParts
  }
  owner {
    ...OrganisationParts
  }
  asking {
    ...OrganisationParts
  }
  action
  to {
    ...OrganisationParts
  }
  why
  asked
  until
  state
  expired
  decided
  reason
  copy {
    ...RecordBrief
  }
}
    fragment RecordBrief on Record {
  id
  kind
  label
  owner {
    ...OrganisationParts
  }
  marking {
    classification
    compartments
    handling
  }
}
fragment ElementParts on Node {
  __typename
  id
  ... on Record {
    ...RecordBrief
  }
  ... on Link {
    linkKind: kind
    owner {
      ...OrganisationParts
    }
    from {
      ...RecordBrief
    }
    to {
      ...RecordBrief
    }
    marking {
      classification
      compartments
      handling
    }
  }
  ... on Involvement {
    role
    owner {
      ...OrganisationParts
    }
    person {
      ...RecordBrief
    }
    operation {
      id
      name
    }
    marking {
      classification
      compartments
      handling
    }
  }
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"ReleaseParts"}) as unknown as TypedDocumentString<ReleasePartsFragment, unknown>;
export const MePartsFragmentDoc = new TypedDocumentString(`
    fragment MeParts on Me {
  officer {
    id
    name
  }
  organisation {
    id
    name
    country
  }
  roles
  purpose
  stepUp {
    withheld
  }
}
    `, {"fragmentName":"MeParts"}) as unknown as TypedDocumentString<MePartsFragment, unknown>;
export const SessionPartsFragmentDoc = new TypedDocumentString(`
    fragment SessionParts on BrowserSession {
  session
  began
  seen
  ends
  current
}
    `, {"fragmentName":"SessionParts"}) as unknown as TypedDocumentString<SessionPartsFragment, unknown>;
export const SharedPartsFragmentDoc = new TypedDocumentString(`
    fragment SharedParts on SharedElement {
  element {
    __typename
    ...ElementParts
  }
  before {
    ...MarkingParts
  }
  after {
    ...MarkingParts
  }
}
    fragment RecordBrief on Record {
  id
  kind
  label
  owner {
    ...OrganisationParts
  }
  marking {
    classification
    compartments
    handling
  }
}
fragment ElementParts on Node {
  __typename
  id
  ... on Record {
    ...RecordBrief
  }
  ... on Link {
    linkKind: kind
    owner {
      ...OrganisationParts
    }
    from {
      ...RecordBrief
    }
    to {
      ...RecordBrief
    }
    marking {
      classification
      compartments
      handling
    }
  }
  ... on Involvement {
    role
    owner {
      ...OrganisationParts
    }
    person {
      ...RecordBrief
    }
    operation {
      id
      name
    }
    marking {
      classification
      compartments
      handling
    }
  }
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}
fragment MarkingParts on Marking {
  owner {
    ...OrganisationParts
  }
  audience {
    scope
    officers
    organisations {
      ...OrganisationParts
    }
    operations {
      id
      name
    }
  }
  classification
  compartments
  handling
  restrictions
  embargo
  expires
  review
}`, {"fragmentName":"SharedParts"}) as unknown as TypedDocumentString<SharedPartsFragment, unknown>;
export const CertificatePartsFragmentDoc = new TypedDocumentString(`
    fragment CertificateParts on Certificate {
  id
  organisation {
    ...OrganisationParts
  }
  choice
  records
  links
  involvements
  held
  digest
  done
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"CertificateParts"}) as unknown as TypedDocumentString<CertificatePartsFragment, unknown>;
export const EvaluationPartsFragmentDoc = new TypedDocumentString(`
    fragment EvaluationParts on Evaluation {
  id
  organisation {
    ...OrganisationParts
  }
  results
  difficulties
  lessons
  arrests
  safeguarded
  seized
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"EvaluationParts"}) as unknown as TypedDocumentString<EvaluationPartsFragment, unknown>;
export const AgreementPartsFragmentDoc = new TypedDocumentString(`
    fragment AgreementParts on Agreement {
  legalBasis
  purpose
  signed
  from
  until
}
    `, {"fragmentName":"AgreementParts"}) as unknown as TypedDocumentString<AgreementPartsFragment, unknown>;
export const ViewPartsFragmentDoc = new TypedDocumentString(`
    fragment ViewParts on View {
  id
  version
  name
  own
  changed
  owner {
    ...OrganisationParts
  }
  audience {
    scope
    organisations {
      id
      name
    }
    operations {
      id
      name
    }
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"fragmentName":"ViewParts"}) as unknown as TypedDocumentString<ViewPartsFragment, unknown>;
export const ViewWholeFragmentDoc = new TypedDocumentString(`
    fragment ViewWhole on View {
  ...ViewParts
  hidden
  grouping
  resolution
  leaves
  joined
  content {
    opened
    attribute
    places {
      record
      x
      y
      pinned
    }
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}
fragment ViewParts on View {
  id
  version
  name
  own
  changed
  owner {
    ...OrganisationParts
  }
  audience {
    scope
    organisations {
      id
      name
    }
    operations {
      id
      name
    }
  }
}`, {"fragmentName":"ViewWhole"}) as unknown as TypedDocumentString<ViewWholeFragment, unknown>;
export const AccessesToDocument = {"__meta__":{"documentId":"sha256:fd7feb723ba2774e77931460049229bb0ea6f0f9be4225f6ed4f0af2dc98a314"}} as unknown as TypedDocumentString<AccessesToQuery, AccessesToQueryVariables>;
export const ActionsOfDocument = {"__meta__":{"documentId":"sha256:248d297b58161714d63d1965b8623ff6a172ec9514c2fd308d2ee97a600c10cb"}} as unknown as TypedDocumentString<ActionsOfQuery, ActionsOfQueryVariables>;
export const AuditOfficersDocument = {"__meta__":{"documentId":"sha256:1f49a01a6c3e0517fa70b62fc9dddf6bce72f843f6fbd45cbef337251f164715"}} as unknown as TypedDocumentString<AuditOfficersQuery, AuditOfficersQueryVariables>;
export const AuditElementsDocument = {"__meta__":{"documentId":"sha256:36cca57a30b02974324dacc557c3aabea10db189b17705db65e73293424d0815"}} as unknown as TypedDocumentString<AuditElementsQuery, AuditElementsQueryVariables>;
export const CanvasOperationDocument = {"__meta__":{"documentId":"sha256:7a9f856241d2a434fe279bba5bb04b27085731d5f8bae337a2d2fd1b7b8c121b"}} as unknown as TypedDocumentString<CanvasOperationQuery, CanvasOperationQueryVariables>;
export const CanvasRecordsDocument = {"__meta__":{"documentId":"sha256:5d3a73f9bd09eb54089b36029109e5d4ed620fdf771136250f716a7b90b75a0b"}} as unknown as TypedDocumentString<CanvasRecordsQuery, CanvasRecordsQueryVariables>;
export const CanvasEntityDocument = {"__meta__":{"documentId":"sha256:976aa49023ef6afea7081a82fb4916195b7df3ac661885372f59cbde6d96cacb"}} as unknown as TypedDocumentString<CanvasEntityQuery, CanvasEntityQueryVariables>;
export const CanvasSelectionDocument = {"__meta__":{"documentId":"sha256:a54a6e7300ca553fadb035494623877abebf18d7c9aab3064c7991ab4b23d021"}} as unknown as TypedDocumentString<CanvasSelectionQuery, CanvasSelectionQueryVariables>;
export const CanvasExpandDocument = {"__meta__":{"documentId":"sha256:ed1a075e6bf0bd828ac607e739c5896c0e7c36ee4c7b45179c4f9d40c6d2d284"}} as unknown as TypedDocumentString<CanvasExpandQuery, CanvasExpandQueryVariables>;
export const CanvasRolesDocument = {"__meta__":{"documentId":"sha256:75f3647664b8a3042c7b90afb60e83d72062f26c4857ea5dad41db24c933ea16"}} as unknown as TypedDocumentString<CanvasRolesQuery, CanvasRolesQueryVariables>;
export const CanvasExportDocument = {"__meta__":{"documentId":"sha256:16f404b3d73036fdf4bcaac46942a2c9c8eed255e82f9e094f9d263ece8478b5"}} as unknown as TypedDocumentString<CanvasExportQuery, CanvasExportQueryVariables>;
export const CanvasDetailsDocument = {"__meta__":{"documentId":"sha256:76d8eedd6b85a60fd23998bfb516e2c0ce219fc9fde28a29eb9c312c2521f161"}} as unknown as TypedDocumentString<CanvasDetailsQuery, CanvasDetailsQueryVariables>;
export const CanvasTimesDocument = {"__meta__":{"documentId":"sha256:a2c77ebe595d5d03e2b1390fd551789725150240d11245794a1b2af09fa7073b"}} as unknown as TypedDocumentString<CanvasTimesQuery, CanvasTimesQueryVariables>;
export const CommunitiesDocument = {"__meta__":{"documentId":"sha256:dfac00d329c5838ea3bd33aabfb95735d111701414ee366ad9c64edbf1b683bc"}} as unknown as TypedDocumentString<CommunitiesQuery, CommunitiesQueryVariables>;
export const EntityIdsDocument = {"__meta__":{"documentId":"sha256:93bec730348a40c88564560a18cd3194c66ee1b122297d11d34a0c3858c9b485"}} as unknown as TypedDocumentString<EntityIdsQuery, EntityIdsQueryVariables>;
export const ConnectDocument = {"__meta__":{"documentId":"sha256:482a8c66c148ba337e577b4b137a79c0c399b037e2b73d4b6e73bdbc45adce3e"}} as unknown as TypedDocumentString<ConnectQuery, ConnectQueryVariables>;
export const NoticesDocument = {"__meta__":{"documentId":"sha256:ad591f99d745a9ae99bc99cfc4f27c3b52e88e3f4b86a0819346f0acd4113ad2"}} as unknown as TypedDocumentString<NoticesQuery, NoticesQueryVariables>;
export const NoticeElementsDocument = {"__meta__":{"documentId":"sha256:535cc33a45335ed35d2b141b93e522046e6f0f5a85ac0e7ca96dba8ece74379f"}} as unknown as TypedDocumentString<NoticeElementsQuery, NoticeElementsQueryVariables>;
export const NoticesLiveDocument = {"__meta__":{"documentId":"sha256:bff13a3efbccc116c52438e0db1fbfba0cfe25a9b54cb8b47afe09c2255a3191"}} as unknown as TypedDocumentString<NoticesLiveSubscription, NoticesLiveSubscriptionVariables>;
export const SecondDecisionsDocument = {"__meta__":{"documentId":"sha256:31229054d0cdd4f283c26d2dbe44ba8e5017f61a7115599a0eae6861d2d3fee2"}} as unknown as TypedDocumentString<SecondDecisionsQuery, SecondDecisionsQueryVariables>;
export const ConfirmInvolvementDocument = {"__meta__":{"documentId":"sha256:9767ad55d413eec460cc94d12f696d083fbcc8dfcf697489f71839057a927b1e"}} as unknown as TypedDocumentString<ConfirmInvolvementMutation, ConfirmInvolvementMutationVariables>;
export const PlanDocument = {"__meta__":{"documentId":"sha256:8c53f6c8e0803bb484913faa73a65c9dec2c6a8170de8df28085806feca0fec3"}} as unknown as TypedDocumentString<PlanQuery, PlanQueryVariables>;
export const ScorePlanDocument = {"__meta__":{"documentId":"sha256:a60ccdfc706b5a18b38a3167a45d15bc5cf79a50c146a5c999680ac0a8f80087"}} as unknown as TypedDocumentString<ScorePlanQuery, ScorePlanQueryVariables>;
export const ComparePlansDocument = {"__meta__":{"documentId":"sha256:87266c9c085d4d3c6d72a903124da535eef14ba03f7a52144e6b8fd14a5ab493"}} as unknown as TypedDocumentString<ComparePlansQuery, ComparePlansQueryVariables>;
export const StartJobDocument = {"__meta__":{"documentId":"sha256:2deeddce6d28a2a74a4f0e7a2e333e4cb0ed6e8406189e1a9ce9e0f88cb1d6cb"}} as unknown as TypedDocumentString<StartJobMutation, StartJobMutationVariables>;
export const CancelJobDocument = {"__meta__":{"documentId":"sha256:70bf71756cd18a5936a3f44e89f1b968e9ebf3ec619fd2212c35ffc01cb934fb"}} as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const JobProgressDocument = {"__meta__":{"documentId":"sha256:ced2503f088268d63d9c183982df0b23538a49b65586268d4a51146d2bed078d"}} as unknown as TypedDocumentString<JobProgressQuery, JobProgressQueryVariables>;
export const PlanJobDocument = {"__meta__":{"documentId":"sha256:7957b2cd01d9015b47b92678a5074daf101f3fb29e255ea92f96383b8fe76821"}} as unknown as TypedDocumentString<PlanJobQuery, PlanJobQueryVariables>;
export const EntryChoicesDocument = {"__meta__":{"documentId":"sha256:42158cef1990945b82b34fd1ab3fc7eec2f6d23bc461c53f842ef5dea1ce1a75"}} as unknown as TypedDocumentString<EntryChoicesQuery, EntryChoicesQueryVariables>;
export const EntryRecordDocument = {"__meta__":{"documentId":"sha256:3c70ea087a69889e4dcba59739809e0bb744db9c6b97cbcd43cb1fd842e945ce"}} as unknown as TypedDocumentString<EntryRecordQuery, EntryRecordQueryVariables>;
export const EntryLinkDocument = {"__meta__":{"documentId":"sha256:a3008abed8b772cb959a6f04f475a45d60af0bba1ec5723f6a4e2bd809146134"}} as unknown as TypedDocumentString<EntryLinkQuery, EntryLinkQueryVariables>;
export const EntrySearchDocument = {"__meta__":{"documentId":"sha256:fa0202f5bb53b6f1347a644f099e6aa48b187cf1205d0ccb7a90e25e8039bd27"}} as unknown as TypedDocumentString<EntrySearchQuery, EntrySearchQueryVariables>;
export const CreateRecordDocument = {"__meta__":{"documentId":"sha256:c508ffa6cb2a914acad066227a6f9d40a7d4039c245379906b53f6bc544256ac"}} as unknown as TypedDocumentString<CreateRecordMutation, CreateRecordMutationVariables>;
export const AmendRecordDocument = {"__meta__":{"documentId":"sha256:2cd9e484ac494b4576a905d15925fff52609ae4940d078c68864b79a84267ba8"}} as unknown as TypedDocumentString<AmendRecordMutation, AmendRecordMutationVariables>;
export const RetireRecordDocument = {"__meta__":{"documentId":"sha256:2b110be87fde3870bd06792380bb74f99dc0dcf0c6454e02baf041b247cd1eb0"}} as unknown as TypedDocumentString<RetireRecordMutation, RetireRecordMutationVariables>;
export const CreateLinkDocument = {"__meta__":{"documentId":"sha256:e992f4bb5107f580e78bc73722c123c639086a8cb5db02c01b52e05d2c884dac"}} as unknown as TypedDocumentString<CreateLinkMutation, CreateLinkMutationVariables>;
export const AmendLinkDocument = {"__meta__":{"documentId":"sha256:00894638dc476c5cc79beb09cf39150d1e7b214e25d2c64a80385f224480f659"}} as unknown as TypedDocumentString<AmendLinkMutation, AmendLinkMutationVariables>;
export const RetireLinkDocument = {"__meta__":{"documentId":"sha256:316cead653103462d995f78e9a23ceb7694fc43f825c1f0ee20051d79bf4526e"}} as unknown as TypedDocumentString<RetireLinkMutation, RetireLinkMutationVariables>;
export const AskHitDocument = {"__meta__":{"documentId":"sha256:21316984073abdfa79e4d26a3bfb00f2fa82a2a9f1370b201f93f9774a2fddfb"}} as unknown as TypedDocumentString<AskHitMutation, AskHitMutationVariables>;
export const DiscoverableByDocument = {"__meta__":{"documentId":"sha256:766be3ab704c6d19ea0ad829d9d40e69ff61db00d269c264b4f9d7fd6f4c50a0"}} as unknown as TypedDocumentString<DiscoverableByQuery, DiscoverableByQueryVariables>;
export const SetDiscoverableDocument = {"__meta__":{"documentId":"sha256:bffb2374a1635295b83317d8ae5c9753a8d3d2d1725911153dc7a8b31e8fe7fd"}} as unknown as TypedDocumentString<SetDiscoverableMutation, SetDiscoverableMutationVariables>;
export const ImportLayoutDocument = {"__meta__":{"documentId":"sha256:cc4f6241eea11f5cc2f014be8645d3265e4c954a18d86be2402a9c78acd79735"}} as unknown as TypedDocumentString<ImportLayoutQuery, ImportLayoutQueryVariables>;
export const PreviewImportDocument = {"__meta__":{"documentId":"sha256:20864923d18a14e61d26c50f93a2a752fb88066a85558b03a772982c3016ba25"}} as unknown as TypedDocumentString<PreviewImportQuery, PreviewImportQueryVariables>;
export const ImportPartDocument = {"__meta__":{"documentId":"sha256:83b1c875c196e6338aebb93d42225c7fae18c361739b2ebbc83b3ee4630def56"}} as unknown as TypedDocumentString<ImportPartMutation, ImportPartMutationVariables>;
export const CreateInvolvementDocument = {"__meta__":{"documentId":"sha256:8bc045b5adc9aac7d3be1e1a119d7b6195e548d4e13ac57ed8d5ea7e8458776d"}} as unknown as TypedDocumentString<CreateInvolvementMutation, CreateInvolvementMutationVariables>;
export const InvolvementForRetireDocument = {"__meta__":{"documentId":"sha256:6a1408e1b66b9fd5c6fb430665f1208cc484123a531a61eea0f3c3a322ca9a3a"}} as unknown as TypedDocumentString<InvolvementForRetireQuery, InvolvementForRetireQueryVariables>;
export const RetireInvolvementDocument = {"__meta__":{"documentId":"sha256:5586cc704537305bec7e3b9ac3d22b50b71493b80c2c4829f1a162d6c67ce574"}} as unknown as TypedDocumentString<RetireInvolvementMutation, RetireInvolvementMutationVariables>;
export const IssuersDocument = {"__meta__":{"documentId":"sha256:611499312a0b044962b2116f8c0eb63fb097865441b05480ec534afb8506572d"}} as unknown as TypedDocumentString<IssuersQuery, IssuersQueryVariables>;
export const DryRunIssuerDocument = {"__meta__":{"documentId":"sha256:40a21333ecf7d6367b19c6ac81de5f7bece8f1ad908073b64432e545cd49b567"}} as unknown as TypedDocumentString<DryRunIssuerQuery, DryRunIssuerQueryVariables>;
export const ProposeIssuerDocument = {"__meta__":{"documentId":"sha256:8727c9510e1904b13f133043f29f125ddc505f9edb653183508e2e8bc5ed4704"}} as unknown as TypedDocumentString<ProposeIssuerMutation, ProposeIssuerMutationVariables>;
export const DecideIssuerDocument = {"__meta__":{"documentId":"sha256:8719c3df19ea00f30b83f5783e81c7f03f1bdaf786baeb01e2ea886e7ebf8cc4"}} as unknown as TypedDocumentString<DecideIssuerMutation, DecideIssuerMutationVariables>;
export const SuspendIssuerDocument = {"__meta__":{"documentId":"sha256:c5616144a467ecaf9a5c82fd3658aaecccdfe14165325c7707bf2c0aed0810b6"}} as unknown as TypedDocumentString<SuspendIssuerMutation, SuspendIssuerMutationVariables>;
export const JointPlansDocument = {"__meta__":{"documentId":"sha256:269c3c78b3ec931f7133cd1ff99e319f0d56b467bacc43dbb0a26aef6d33dbf6"}} as unknown as TypedDocumentString<JointPlansQuery, JointPlansQueryVariables>;
export const JointPlanChoicesDocument = {"__meta__":{"documentId":"sha256:0238e6c205a7a436e233ebd772d0d0d63a5dc26e29d75ab8474d5ee8b0ac7037"}} as unknown as TypedDocumentString<JointPlanChoicesQuery, JointPlanChoicesQueryVariables>;
export const ProposeJointPlanDocument = {"__meta__":{"documentId":"sha256:3350b3aa492cc46ca8b5e428ce5153de8da2ac30905ac2d37f5e795badd40f47"}} as unknown as TypedDocumentString<ProposeJointPlanMutation, ProposeJointPlanMutationVariables>;
export const DecideJointPlanDocument = {"__meta__":{"documentId":"sha256:640f040dd9dd25b56f8a062339d9afda7dab9f19589f0af90721251962bc6734"}} as unknown as TypedDocumentString<DecideJointPlanMutation, DecideJointPlanMutationVariables>;
export const WithdrawJointPlanDocument = {"__meta__":{"documentId":"sha256:7f01820d0bd7bb5a513565a75fde61d99ef00a3d5dd97caf604aebaeaaa44fcf"}} as unknown as TypedDocumentString<WithdrawJointPlanMutation, WithdrawJointPlanMutationVariables>;
export const CentralityDocument = {"__meta__":{"documentId":"sha256:08a79c9d078b141f9fee387168451656cffacb260109d9ac925d44406790aea6"}} as unknown as TypedDocumentString<CentralityQuery, CentralityQueryVariables>;
export const BrokersDocument = {"__meta__":{"documentId":"sha256:a0904cb6fd2141ac03b1242de85f686d9fdbf6b3108a96c17afa6933e7941edf"}} as unknown as TypedDocumentString<BrokersQuery, BrokersQueryVariables>;
export const StructureDocument = {"__meta__":{"documentId":"sha256:ce15247422a7ad05bbf6394ff5983a6b6887ad4bda7bf686ea2e55410a004a62"}} as unknown as TypedDocumentString<StructureQuery, StructureQueryVariables>;
export const CompareCommunitiesDocument = {"__meta__":{"documentId":"sha256:f461b22ce7d09f9d3fbbaaf40c7484db00f3ebcbfb5781075735486ae20b8657"}} as unknown as TypedDocumentString<CompareCommunitiesQuery, CompareCommunitiesQueryVariables>;
export const MapRecordsDocument = {"__meta__":{"documentId":"sha256:af2e93591f9ae8e16d5212bd85427df9820b8e4b541ab075ca00dbbb999ae914"}} as unknown as TypedDocumentString<MapRecordsQuery, MapRecordsQueryVariables>;
export const MapDatesDocument = {"__meta__":{"documentId":"sha256:77d289d1fbaf46b67c6f6cdae8c89170bbf228bb7fb3a5f9ad7145190c43e884"}} as unknown as TypedDocumentString<MapDatesQuery, MapDatesQueryVariables>;
export const MapDatesOfDocument = {"__meta__":{"documentId":"sha256:1fc657a842b8574daef424be07cabd365a6c7452ecf2ec7e966db727973aac37"}} as unknown as TypedDocumentString<MapDatesOfQuery, MapDatesOfQueryVariables>;
export const MapRolesDocument = {"__meta__":{"documentId":"sha256:c987598416302203f567bf1b3170694dd67c961b23121bf0f2a4812f970837e1"}} as unknown as TypedDocumentString<MapRolesQuery, MapRolesQueryVariables>;
export const MoneyTraceDocument = {"__meta__":{"documentId":"sha256:ddb666785ea4c1da7f26d373c9cfb5f75772c24b9c6378071241a6ca4ae8c888"}} as unknown as TypedDocumentString<MoneyTraceQuery, MoneyTraceQueryVariables>;
export const MoneyAccountsDocument = {"__meta__":{"documentId":"sha256:6eab1e92c9dd6bf314dbb8fa885b964f0a4ca4cf39586b8ea9d866bd1954e1fc"}} as unknown as TypedDocumentString<MoneyAccountsQuery, MoneyAccountsQueryVariables>;
export const OperationsDocument = {"__meta__":{"documentId":"sha256:17afc152cfdacd39720fa298892d6dc9e524f7e1d877565c1bd0a860c18e8698"}} as unknown as TypedDocumentString<OperationsQuery, OperationsQueryVariables>;
export const OperationDocument = {"__meta__":{"documentId":"sha256:55417d083b1e87892eb58ca3be91f18982c04a656caba4b2977240e22d7d6b48"}} as unknown as TypedDocumentString<OperationQuery, OperationQueryVariables>;
export const OperationInvolvementsDocument = {"__meta__":{"documentId":"sha256:7857eb0895ed87a9ea5fec64649e99a034a89711ef0d29035ea6971e97f507f7"}} as unknown as TypedDocumentString<OperationInvolvementsQuery, OperationInvolvementsQueryVariables>;
export const SharedByDocument = {"__meta__":{"documentId":"sha256:8b6aa5a46c9dff08b6c701f19d43cc7e7ba04ff1bca9ca550c2f85f0e5ac53ae"}} as unknown as TypedDocumentString<SharedByQuery, SharedByQueryVariables>;
export const DesksDocument = {"__meta__":{"documentId":"sha256:8b8338689fabe55b8041fea3b94fcc744d86739d7e8bfa3e2bef0cf357847ead"}} as unknown as TypedDocumentString<DesksQuery, DesksQueryVariables>;
export const PathsDocument = {"__meta__":{"documentId":"sha256:4405af7e111c2079fa0da4983b21c0c3fbf8bc4784256dd8b633b8e44ea1939c"}} as unknown as TypedDocumentString<PathsQuery, PathsQueryVariables>;
export const CanvasConnectDocument = {"__meta__":{"documentId":"sha256:eb236b616206854864f660050c4128c986ba8d5f82e938be6dca8b1e166ff220"}} as unknown as TypedDocumentString<CanvasConnectQuery, CanvasConnectQueryVariables>;
export const RecordEntityDocument = {"__meta__":{"documentId":"sha256:8e71e9eced38ca354303b810644d520efe9fc5d60cc968d818b4430e08f403f1"}} as unknown as TypedDocumentString<RecordEntityQuery, RecordEntityQueryVariables>;
export const RecordLinkCountsDocument = {"__meta__":{"documentId":"sha256:b0f615742a4b4661988ddbb95677d6b137c4dfaa27898bc98d13a4d00fddad77"}} as unknown as TypedDocumentString<RecordLinkCountsQuery, RecordLinkCountsQueryVariables>;
export const RecordLinksDocument = {"__meta__":{"documentId":"sha256:6cddbd71b5971cbda8620352283666554e46f96e2bab2f3325f1c1c6e49510d8"}} as unknown as TypedDocumentString<RecordLinksQuery, RecordLinksQueryVariables>;
export const RecordVersionsDocument = {"__meta__":{"documentId":"sha256:9e5865510d0aed70671516e721a643492eab5c57cd4c73756154f7b83dc190b9"}} as unknown as TypedDocumentString<RecordVersionsQuery, RecordVersionsQueryVariables>;
export const WhoCanSeeDocument = {"__meta__":{"documentId":"sha256:8ba05d658902c694731b6f4f737c963db008bf27463953443580facbfeff6aa0"}} as unknown as TypedDocumentString<WhoCanSeeQuery, WhoCanSeeQueryVariables>;
export const WhyCanISeeDocument = {"__meta__":{"documentId":"sha256:8ea8e350f9caa300fe1d476e37e7dd9cd2881fa48f1eb06d3db34d4b01747175"}} as unknown as TypedDocumentString<WhyCanISeeQuery, WhyCanISeeQueryVariables>;
export const ReleasesDocument = {"__meta__":{"documentId":"sha256:1533643cec09b77b190f9f32db6b83a350c9b36e21e9261343c4c73d3389d5e0"}} as unknown as TypedDocumentString<ReleasesQuery, ReleasesQueryVariables>;
export const CheckActionDocument = {"__meta__":{"documentId":"sha256:09839bdd38de14fb2f18c4d37c1e80af777a901a1ebad41a825e9e991e59e5a9"}} as unknown as TypedDocumentString<CheckActionQuery, CheckActionQueryVariables>;
export const ClosedGatesDocument = {"__meta__":{"documentId":"sha256:6245cbcf95f7ace4b42978bed8e75e7aeb04ea1ff9f2b541ab6b7fb5ce453031"}} as unknown as TypedDocumentString<ClosedGatesQuery, ClosedGatesQueryVariables>;
export const ReleaseElementDocument = {"__meta__":{"documentId":"sha256:f447aeda6742354cb16c342a37bd34996ec80c2207160d2e68f8bb78230e3729"}} as unknown as TypedDocumentString<ReleaseElementQuery, ReleaseElementQueryVariables>;
export const ReleaseOriginalDocument = {"__meta__":{"documentId":"sha256:b0826c5cfdf1ef29acecb2700cbb5d71aac3101ef760b4ffed41b3c1dc704b51"}} as unknown as TypedDocumentString<ReleaseOriginalQuery, ReleaseOriginalQueryVariables>;
export const RequestReleaseDocument = {"__meta__":{"documentId":"sha256:33b4433fe2970bb7574c8a2eb6876c19f582a9e0685e01624ce78221abdb3053"}} as unknown as TypedDocumentString<RequestReleaseMutation, RequestReleaseMutationVariables>;
export const DecideReleaseDocument = {"__meta__":{"documentId":"sha256:90b2e1b059dd8993fa6d2e7c13f3cf3abae0dafb9555c9212f5852e67c245ab8"}} as unknown as TypedDocumentString<DecideReleaseMutation, DecideReleaseMutationVariables>;
export const WithdrawReleaseDocument = {"__meta__":{"documentId":"sha256:acfcdfdb790b0595ad1698e5a135009cf822ca58b3c94d056abafbf407a77bca"}} as unknown as TypedDocumentString<WithdrawReleaseMutation, WithdrawReleaseMutationVariables>;
export const ReviewsDocument = {"__meta__":{"documentId":"sha256:8e8622d231eda51caeabdffe6cbc35dfe64a2a34abc823a3598c5cd30c7c81dd"}} as unknown as TypedDocumentString<ReviewsQuery, ReviewsQueryVariables>;
export const DisposalsDocument = {"__meta__":{"documentId":"sha256:b0b7f762950089927c6ce1c308beab3c89887198da492aff37915641a95f2a38"}} as unknown as TypedDocumentString<DisposalsQuery, DisposalsQueryVariables>;
export const DisposalElementsDocument = {"__meta__":{"documentId":"sha256:f73131d2ee27558549b125c0d8535c8673999e6c78d59c7c0e9d6e09b9433b39"}} as unknown as TypedDocumentString<DisposalElementsQuery, DisposalElementsQueryVariables>;
export const SetReviewDocument = {"__meta__":{"documentId":"sha256:34f214038f83612aff8b6c3f9a076dcf58633292b952fde81b530ad596e03bf6"}} as unknown as TypedDocumentString<SetReviewMutation, SetReviewMutationVariables>;
export const KeepDocument = {"__meta__":{"documentId":"sha256:8deb78def6fc9112301cc13775c063591769d3ed2ea0195828ce80efb5e12806"}} as unknown as TypedDocumentString<KeepMutation, KeepMutationVariables>;
export const SetHoldDocument = {"__meta__":{"documentId":"sha256:7d54436ca9902944bbfbfe75145e517cd9a6350bae39171862caec2ea6b00295"}} as unknown as TypedDocumentString<SetHoldMutation, SetHoldMutationVariables>;
export const LiftHoldDocument = {"__meta__":{"documentId":"sha256:e65ce67a95946bc097b1b0b671698751df3d787f0ea85e7b7467e84f2f79c6ab"}} as unknown as TypedDocumentString<LiftHoldMutation, LiftHoldMutationVariables>;
export const DisposeDocument = {"__meta__":{"documentId":"sha256:e23cf2f650be1b89bad39000a86eafe0a6949382b89953fbc920c24276fd6d2b"}} as unknown as TypedDocumentString<DisposeMutation, DisposeMutationVariables>;
export const DecideDisposalDocument = {"__meta__":{"documentId":"sha256:88030325ec8127344eff5c34a9ca43508931c5d56a384d91b7be88f77f134ae7"}} as unknown as TypedDocumentString<DecideDisposalMutation, DecideDisposalMutationVariables>;
export const SearchDocument = {"__meta__":{"documentId":"sha256:19e866ccc25dc73e360f920615495634c88a74b5b3d69bfd1c0c0cbb566a16b2"}} as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const MeDocument = {"__meta__":{"documentId":"sha256:6bb2899c136e724b17cad794eae685bf6eefd5e2f22498f5622629b9be54de34"}} as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SetPurposeDocument = {"__meta__":{"documentId":"sha256:7f1b44885e510378b786fcb148f6ac506c8db5af83ebc51fb8fa0621f81ad3f1"}} as unknown as TypedDocumentString<SetPurposeMutation, SetPurposeMutationVariables>;
export const MySessionsDocument = {"__meta__":{"documentId":"sha256:af3ce0dffe48122f039f0215fe241c3e1a299bb4a3f0f16de522840bcf1e07a4"}} as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const EndSessionDocument = {"__meta__":{"documentId":"sha256:19a7aa3d6dee881b259a2dc777aef44230a3f5af5d94561934ffd5ae2ca0638f"}} as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const SharePreviewDocument = {"__meta__":{"documentId":"sha256:3bede8afe24164013d06bdce78aecbd494c57f3ed9ea3400d323aa505b7fd658"}} as unknown as TypedDocumentString<SharePreviewQuery, SharePreviewQueryVariables>;
export const ShareDocument = {"__meta__":{"documentId":"sha256:00625b25f3b780a62a5fc9344bd01a44e07d00ae7578ca9bb360fcfdae1336b4"}} as unknown as TypedDocumentString<ShareMutation, ShareMutationVariables>;
export const ShareElementsDocument = {"__meta__":{"documentId":"sha256:3bd35c753589399e58e0a6ce9aac469bf792f04c5d4fbda8d03f5479637bccba"}} as unknown as TypedDocumentString<ShareElementsQuery, ShareElementsQueryVariables>;
export const ViewAsDocument = {"__meta__":{"documentId":"sha256:0e3c5dd8966776b4085a8e87d11870e7f844fbedcf062ba3975343e23dd0affd"}} as unknown as TypedDocumentString<ViewAsQuery, ViewAsQueryVariables>;
export const TeamOperationsDocument = {"__meta__":{"documentId":"sha256:053af59c9126bfd2deb933923d56dd57441d9b2b9b832ad93542584fe1e3f17e"}} as unknown as TypedDocumentString<TeamOperationsQuery, TeamOperationsQueryVariables>;
export const TeamOperationDocument = {"__meta__":{"documentId":"sha256:a041b6140333b3a3dd6e9406e969ccbc283c787bb2c125ea40ca49e87e77fdc5"}} as unknown as TypedDocumentString<TeamOperationQuery, TeamOperationQueryVariables>;
export const TeamChoicesDocument = {"__meta__":{"documentId":"sha256:27dc7541b6b25e1bc8569c5806650afcbde832b902e38eccc7479e0441a5cc39"}} as unknown as TypedDocumentString<TeamChoicesQuery, TeamChoicesQueryVariables>;
export const TeamOfficersDocument = {"__meta__":{"documentId":"sha256:3f7e62f6badace5f78e08935378d7fa3be4eb1ef0f3448906721df775919f375"}} as unknown as TypedDocumentString<TeamOfficersQuery, TeamOfficersQueryVariables>;
export const ProposeOperationDocument = {"__meta__":{"documentId":"sha256:79b1e8309f369dfd59feb9c68ad5c423806a13833518b097b5cfab63221fb07f"}} as unknown as TypedDocumentString<ProposeOperationMutation, ProposeOperationMutationVariables>;
export const SignOperationDocument = {"__meta__":{"documentId":"sha256:533e919d0b3f7ef4906d36da30864cfac88942447a8340253687080f35155b66"}} as unknown as TypedDocumentString<SignOperationMutation, SignOperationMutationVariables>;
export const AmendOperationDocument = {"__meta__":{"documentId":"sha256:613514546c52b324ee816755aee8ba65d751d369c3e3f3b344d9c4b152246f6d"}} as unknown as TypedDocumentString<AmendOperationMutation, AmendOperationMutationVariables>;
export const ExtendOperationDocument = {"__meta__":{"documentId":"sha256:e9966362f0380ae657f6b98111a3ce2cf871f81c8008f9778ee1ea59d8e0e040"}} as unknown as TypedDocumentString<ExtendOperationMutation, ExtendOperationMutationVariables>;
export const EndOperationDocument = {"__meta__":{"documentId":"sha256:a78cfc940ae9f4d8b8c045feadd70888d1f2f374954df028f9b04f175418d466"}} as unknown as TypedDocumentString<EndOperationMutation, EndOperationMutationVariables>;
export const WithdrawPartyDocument = {"__meta__":{"documentId":"sha256:dd3cf3ac19077eae1036df3f7e4fb19386ae6d560089b072efdb19553c9881e2"}} as unknown as TypedDocumentString<WithdrawPartyMutation, WithdrawPartyMutationVariables>;
export const AddMemberDocument = {"__meta__":{"documentId":"sha256:1d7c0a580d8d89b889175a7317cc82864a1cd4a9eb5646e44d0a7c4eae0c9f82"}} as unknown as TypedDocumentString<AddMemberMutation, AddMemberMutationVariables>;
export const RemoveMemberDocument = {"__meta__":{"documentId":"sha256:4e04d1dfeec64b8962d46b51048b69af467aa24e69b8a4868bf8af173a5da921"}} as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const CloseSharingDocument = {"__meta__":{"documentId":"sha256:954ff39468cae2986e5e23c8f5f60f8a9f1ecf24dd02fe50712d2aa230ef0cb0"}} as unknown as TypedDocumentString<CloseSharingMutation, CloseSharingMutationVariables>;
export const FileEvaluationDocument = {"__meta__":{"documentId":"sha256:c183b25be11a9f17c82a1a9d332c3e82ea2b37a1760e355f60df36d52ab0d8cc"}} as unknown as TypedDocumentString<FileEvaluationMutation, FileEvaluationMutationVariables>;
export const TourFoundDocument = {"__meta__":{"documentId":"sha256:6f22ec345aa73a1b66afdb7fa82fd1369fcea075b42d326a82c8fe878e1b17e6"}} as unknown as TypedDocumentString<TourFoundQuery, TourFoundQueryVariables>;
export const CommentsDocument = {"__meta__":{"documentId":"sha256:1532a1e95648c3f0bb573c64eb38ad9d243d549cae971df5e3cdf3827c1b7bc6"}} as unknown as TypedDocumentString<CommentsQuery, CommentsQueryVariables>;
export const AddCommentDocument = {"__meta__":{"documentId":"sha256:d9aa0522b662147a79eb6bb3b4d4fe9676890762a3817e66a0f9bdb716ea6eae"}} as unknown as TypedDocumentString<AddCommentMutation, AddCommentMutationVariables>;
export const WithdrawCommentDocument = {"__meta__":{"documentId":"sha256:88a1f2cce1ad747c2aff8d3fef34f3ae6ee854aeb5f7b36463b11a9fd24c8198"}} as unknown as TypedDocumentString<WithdrawCommentMutation, WithdrawCommentMutationVariables>;
export const ViewsDocument = {"__meta__":{"documentId":"sha256:d25822f3d1cdc8ed17a8d58a3b64e0077a79605474e4bbe929863f207cb055c7"}} as unknown as TypedDocumentString<ViewsQuery, ViewsQueryVariables>;
export const ViewDocument = {"__meta__":{"documentId":"sha256:b61d7cb73e3f41b0e997a9b08c37757c9ed00464a1c3a6ef1b2f62c222456fe2"}} as unknown as TypedDocumentString<ViewQuery, ViewQueryVariables>;
export const SaveViewDocument = {"__meta__":{"documentId":"sha256:05da464b03a65c080f1297d9b909862186fa2997211c6793d050409cff3b4cd4"}} as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const RemoveViewDocument = {"__meta__":{"documentId":"sha256:c26c14b20153276dadb5ef0a977af49de8fb5ff3a0891796a87fdfd0dce084f4"}} as unknown as TypedDocumentString<RemoveViewMutation, RemoveViewMutationVariables>;