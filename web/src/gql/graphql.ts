/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
  /** A session ended by its time, its issuer or the next login. */
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

/** One call or message, or several summed. */
export type CallInput = {
  /** When. */
  at?: string | null | undefined;
  /** How many calls are summed here. */
  count?: number | null | undefined;
  /** Seconds. */
  duration?: number | null | undefined;
};

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

/** Which part of the graph, and how finely. */
export type CommunitiesInput = {
  /** At most this many communities, largest first. */
  first?: number;
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

/** Which way a link runs, seen from a record. */
export type Direction =
  /** Both ways. */
  | 'EITHER'
  /** It ends at the record. */
  | 'INCOMING'
  /** It begins at the record. */
  | 'OUTGOING';

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
};

/** The role of a member. */
export type MembershipInput = {
  /** What the member does. */
  role: ChainRole;
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

/** Narrows what a path may use; what is left out does not narrow. */
export type PathOptions = {
  /** Only what was so at that instant, by validity. */
  at?: string | null | undefined;
  /** Not through the entities of these records. */
  avoid?: Array<string | number> | null | undefined;
  /** Only along the direction of links. */
  directed?: boolean;
  /** Only links graded at least this well, over all schemes. */
  leastGrading?: GradingInput | null | undefined;
  /** Only links of these kinds (SAME_AS always joins). */
  linkKinds?: Array<LinkKind> | null | undefined;
  /** At most this many hops, 1 to 64. */
  maxHops?: number;
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

/** The sort of an online presence. */
export type ProfileType =
  /** An advert. */
  | 'ADVERT'
  /** An account. */
  | 'USER_ACCOUNT';

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
    | { __typename: 'Operation', id: string, name: string, graph: { records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, links: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> } }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type CanvasRecordsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CanvasRecordsQuery = { subgraph: { records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, links: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> } };

export type CanvasEntityQueryVariables = Exact<{
  id: string | number;
}>;


export type CanvasEntityQuery = { entity: { id: string, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, judgements: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> } | null };

export type CanvasSelectionQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CanvasSelectionQuery = { nodes: Array<
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, linkCounts: Array<{ kind: LinkKind, count: number }>, involvements: Array<{ id: string, role: InvolvementRole, owner: { id: string, name: string, country: string }, operation: { id: string, name: string } }>, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
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
    | { __typename: 'Record', id: string, expand: { records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, links: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> } }
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
    | { __typename: 'Operation', id: string, involvements: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, role: InvolvementRole, person: { id: string } }> } }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type CommunitiesQueryVariables = Exact<{
  input: CommunitiesInput;
}>;


export type CommunitiesQuery = { communities: { modularity: number, entities: number, totalCount: number, communities: Array<{ id: string, size: number, memberIds: Array<string>, kinds: Array<{ kind: RecordKind, count: number }>, members: Array<{ id: string, label: string }> }> } };

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
    | { __typename: 'Record', id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
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
    | { __typename: 'Link', id: string, kind: LinkKind, source: string, version: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
        | { __typename: 'Call', duration: number | null, count: number | null, calledAt: string | null }
        | { __typename: 'ControlHeld', controls: Array<Control> }
        | { __typename: 'Membership', role: ChainRole }
        | { __typename: 'Recruitment', method: RecruitmentMethod }
        | { __typename: 'Relationship', relationship: string, strength: number | null }
        | { __typename: 'Transfer', amount: string, currency: string, reference: string | null, transferredAt: string }
        | { __typename: 'Travel', booking: string | null, document: string | null, seat: string | null }
       | null, from: { id: string, kind: RecordKind, label: string }, to: { id: string, kind: RecordKind, label: string } }
    | { __typename: 'Officer' }
    | { __typename: 'Operation' }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type EntrySearchQueryVariables = Exact<{
  input: SearchInput;
}>;


export type EntrySearchQuery = { search: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }> };

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

export type OrganisationPartsFragment = { id: string, name: string, country: string };

export type GradingPartsFragment = { scheme: Scheme, value: string };

export type MarkingPartsFragment = { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } };

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

export type RecordPartsFragment = { id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
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

export type OperationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperationsQuery = { operations: Array<{ id: string, name: string, ended: string | null, agreement: { legalBasis: string, from: string | null, until: string | null }, parties: Array<{ organisation: { id: string, name: string, country: string } }> }> };

export type OperationQueryVariables = Exact<{
  id: string | number;
}>;


export type OperationQuery = { node:
    | { __typename: 'Involvement' }
    | { __typename: 'Link' }
    | { __typename: 'Officer' }
    | { __typename: 'Operation', id: string, name: string, ended: string | null, agreement: { legalBasis: string, purpose: string, signed: string | null, from: string | null, until: string | null }, parties: Array<{ from: string, until: string | null, organisation: { id: string, name: string, country: string } }>, members: Array<{ officerId: string, name: string, role: TeamRole, from: string, until: string | null, organisation: { id: string, name: string, country: string } }> }
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
    | { __typename: 'Operation', id: string, involvements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, role: InvolvementRole, source: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, person: { id: string, label: string } }> } }
    | { __typename: 'Organisation' }
    | { __typename: 'Record' }
   | null };

export type ShortestPathQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  options?: PathOptions | null | undefined;
}>;


export type ShortestPathQuery = { shortestPath: { hops: number, handling: Array<Handling>, weakest: { scheme: Scheme, value: string } | null, entities: Array<{ id: string, kind: RecordKind, label: string, records: Array<{ id: string, kind: RecordKind, label: string, owner: { id: string, name: string, country: string } }>, judgements: Array<{ id: string, kind: LinkKind, fromId: string, toId: string }> }>, steps: Array<{ parallel: number, reversed: boolean, link: { source: string, id: string, kind: LinkKind, fromId: string, toId: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string } } }> } | null };

export type RecordEntityQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type RecordEntityQuery = { entity: { id: string, kind: RecordKind, label: string, records: Array<{ id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
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
       }>, judgements: Array<{ id: string, fromId: string, toId: string, source: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string } }>, involvements: Array<{ id: string, role: InvolvementRole, source: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, operation: { id: string, name: string } }> } | null };

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
    | { __typename: 'Record', id: string, links: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: LinkKind, source: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, validity: { from: string | null, until: string | null }, details:
            | { __typename: 'Call', duration: number | null, count: number | null, calledAt: string | null }
            | { __typename: 'ControlHeld', controls: Array<Control> }
            | { __typename: 'Membership', role: ChainRole }
            | { __typename: 'Recruitment', method: RecruitmentMethod }
            | { __typename: 'Relationship', relationship: string, strength: number | null }
            | { __typename: 'Transfer', amount: string, currency: string, reference: string | null, transferredAt: string }
            | { __typename: 'Travel', booking: string | null, document: string | null, seat: string | null }
           | null, from: { id: string, label: string, kind: RecordKind }, to: { id: string, label: string, kind: RecordKind } }> } }
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
    | { __typename: 'Record', id: string, versions: Array<{ id: string, kind: RecordKind, label: string, source: string, version: string, knownFrom: string, knownUntil: string | null, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, restrictions: string | null, embargo: string | null, expires: string | null, owner: { id: string, name: string, country: string }, audience: { scope: Scope, officers: Array<string>, organisations: Array<{ id: string, name: string, country: string }>, operations: Array<{ id: string, name: string }> } }, validity: { from: string | null, until: string | null }, details:
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

export type SearchQueryVariables = Exact<{
  input: SearchInput;
}>;


export type SearchQuery = { search: Array<{ id: string, kind: RecordKind, label: string, source: string, grading: { scheme: Scheme, value: string } | null, owner: { id: string, name: string, country: string }, marking: { classification: Classification, compartments: Array<Compartment>, handling: Array<Handling>, audience: { scope: Scope } } }> };

export type MePartsFragment = { roles: Array<Role>, purpose: string | null, officer: { id: string, name: string }, organisation: { id: string, name: string, country: string }, stepUp: { withheld: boolean } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { roles: Array<Role>, purpose: string | null, officer: { id: string, name: string }, organisation: { id: string, name: string, country: string }, stepUp: { withheld: boolean } } };

export type SetPurposeMutationVariables = Exact<{
  purpose: string;
}>;


export type SetPurposeMutation = { setPurpose: { roles: Array<Role>, purpose: string | null, officer: { id: string, name: string }, organisation: { id: string, name: string, country: string }, stepUp: { withheld: boolean } } };

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
export const AccessesToDocument = new TypedDocumentString(`
    query AccessesTo($id: ID!, $from: DateTime, $until: DateTime, $first: Int!, $after: Cursor) {
  accessesTo(id: $id, from: $from, until: $until, first: $first, after: $after) {
    ...AuditParts
  }
}
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
}`, {"documentId":"sha256:fd7feb723ba2774e77931460049229bb0ea6f0f9be4225f6ed4f0af2dc98a314"}) as unknown as TypedDocumentString<AccessesToQuery, AccessesToQueryVariables>;
export const ActionsOfDocument = new TypedDocumentString(`
    query ActionsOf($id: ID!, $from: DateTime, $until: DateTime, $first: Int!, $after: Cursor) {
  actionsOf(
    officer: $id
    from: $from
    until: $until
    first: $first
    after: $after
  ) {
    ...AuditParts
  }
}
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
}`, {"documentId":"sha256:248d297b58161714d63d1965b8623ff6a172ec9514c2fd308d2ee97a600c10cb"}) as unknown as TypedDocumentString<ActionsOfQuery, ActionsOfQueryVariables>;
export const CanvasOperationDocument = new TypedDocumentString(`
    query CanvasOperation($id: ID!, $limit: Int!) {
  node(id: $id) {
    __typename
    ... on Operation {
      id
      name
      graph(limit: $limit) {
        ...CanvasGraph
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
fragment CanvasGraph on Subgraph {
  records {
    ...CanvasRecord
  }
  links {
    ...CanvasLink
  }
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"documentId":"sha256:02a30e994f694fab9675f499609272e89df1720ab4112d407021eb86150d78bf"}) as unknown as TypedDocumentString<CanvasOperationQuery, CanvasOperationQueryVariables>;
export const CanvasRecordsDocument = new TypedDocumentString(`
    query CanvasRecords($ids: [ID!]!) {
  subgraph(ids: $ids) {
    ...CanvasGraph
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
fragment CanvasGraph on Subgraph {
  records {
    ...CanvasRecord
  }
  links {
    ...CanvasLink
  }
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"documentId":"sha256:16cf606bfd7937b6b9e0fee34fff29647de4bdbb1fa72abc582b9e6ffcd09e8b"}) as unknown as TypedDocumentString<CanvasRecordsQuery, CanvasRecordsQueryVariables>;
export const CanvasEntityDocument = new TypedDocumentString(`
    query CanvasEntity($id: ID!) {
  entity(id: $id) {
    id
    records {
      ...CanvasRecord
    }
    judgements {
      ...CanvasLink
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
}`, {"documentId":"sha256:7e2ff459174732f5be9a4c666c74d3ed6838abcae48b16ca14c38842ee909f68"}) as unknown as TypedDocumentString<CanvasEntityQuery, CanvasEntityQueryVariables>;
export const CanvasSelectionDocument = new TypedDocumentString(`
    query CanvasSelection($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Record {
      ...RecordParts
      linkCounts {
        kind
        count
      }
      involvements {
        id
        role
        owner {
          ...OrganisationParts
        }
        operation {
          id
          name
        }
      }
    }
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
}
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
}`, {"documentId":"sha256:17da04dcab0917e911f547e02ad9db230b0ace44291021a0c3acae91caaa8a51"}) as unknown as TypedDocumentString<CanvasSelectionQuery, CanvasSelectionQueryVariables>;
export const CanvasExpandDocument = new TypedDocumentString(`
    query CanvasExpand($ids: [ID!]!, $kinds: [LinkKind!], $limit: Int!) {
  nodes(ids: $ids) {
    __typename
    ... on Record {
      id
      expand(filter: {kinds: $kinds}, limit: $limit) {
        ...CanvasGraph
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
fragment CanvasGraph on Subgraph {
  records {
    ...CanvasRecord
  }
  links {
    ...CanvasLink
  }
}
fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"documentId":"sha256:ce5ae1e2bc728685b3a830cd7978adc8cb48fbb7736efbcd117bdced1dd01fed"}) as unknown as TypedDocumentString<CanvasExpandQuery, CanvasExpandQueryVariables>;
export const CanvasRolesDocument = new TypedDocumentString(`
    query CanvasRoles($id: ID!, $first: Int!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Operation {
      id
      involvements(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          role
          person {
            id
          }
        }
      }
    }
  }
}
    `, {"documentId":"sha256:baa9f1e98d68b0f4b8daa81fd18dc56811d1f9871fda35c9b59778a6a8438209"}) as unknown as TypedDocumentString<CanvasRolesQuery, CanvasRolesQueryVariables>;
export const CommunitiesDocument = new TypedDocumentString(`
    query Communities($input: CommunitiesInput!) {
  communities(input: $input) {
    modularity
    entities
    totalCount
    communities {
      id
      size
      memberIds
      kinds {
        kind
        count
      }
      members(first: 3) {
        id
        label
      }
    }
  }
}
    `, {"documentId":"sha256:b9011c7c9385baf3c9adb199332d641176fd94d80497b856e0007b895dc7a30c"}) as unknown as TypedDocumentString<CommunitiesQuery, CommunitiesQueryVariables>;
export const EntityIdsDocument = new TypedDocumentString(`
    query EntityIds($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Record {
      id
      entity {
        id
      }
    }
  }
}
    `, {"documentId":"sha256:93bec730348a40c88564560a18cd3194c66ee1b122297d11d34a0c3858c9b485"}) as unknown as TypedDocumentString<EntityIdsQuery, EntityIdsQueryVariables>;
export const EntryChoicesDocument = new TypedDocumentString(`
    query EntryChoices {
  organisations {
    ...OrganisationParts
  }
  operations {
    id
    name
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"documentId":"sha256:42158cef1990945b82b34fd1ab3fc7eec2f6d23bc461c53f842ef5dea1ce1a75"}) as unknown as TypedDocumentString<EntryChoicesQuery, EntryChoicesQueryVariables>;
export const EntryRecordDocument = new TypedDocumentString(`
    query EntryRecord($id: ID!) {
  node(id: $id) {
    __typename
    ... on Record {
      ...RecordParts
    }
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
}
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
}`, {"documentId":"sha256:177b4c5b7277b7138c29d1d72f821a778026f09b60a9501648385859a0112257"}) as unknown as TypedDocumentString<EntryRecordQuery, EntryRecordQueryVariables>;
export const EntryLinkDocument = new TypedDocumentString(`
    query EntryLink($id: ID!) {
  node(id: $id) {
    __typename
    ... on Link {
      id
      kind
      source
      version
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
      details {
        ...LinkDetailParts
      }
      from {
        id
        kind
        label
      }
      to {
        id
        kind
        label
      }
    }
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
}
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
}`, {"documentId":"sha256:f8bfd91af42054ab19aac055ec2ae9d7e4110369b6bc34344e740f507b543f7d"}) as unknown as TypedDocumentString<EntryLinkQuery, EntryLinkQueryVariables>;
export const EntrySearchDocument = new TypedDocumentString(`
    query EntrySearch($input: SearchInput!) {
  search(input: $input) {
    id
    kind
    label
    owner {
      ...OrganisationParts
    }
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"documentId":"sha256:37d8c60f1167423d81f7859aa4cad37a99b267aefa6c69fd11398e566c5b2e60"}) as unknown as TypedDocumentString<EntrySearchQuery, EntrySearchQueryVariables>;
export const CreateRecordDocument = new TypedDocumentString(`
    mutation CreateRecord($input: CreateRecordInput!) {
  createRecord(input: $input) {
    record {
      id
    }
  }
}
    `, {"documentId":"sha256:c508ffa6cb2a914acad066227a6f9d40a7d4039c245379906b53f6bc544256ac"}) as unknown as TypedDocumentString<CreateRecordMutation, CreateRecordMutationVariables>;
export const AmendRecordDocument = new TypedDocumentString(`
    mutation AmendRecord($input: AmendRecordInput!) {
  amendRecord(input: $input) {
    record {
      id
    }
  }
}
    `, {"documentId":"sha256:2cd9e484ac494b4576a905d15925fff52609ae4940d078c68864b79a84267ba8"}) as unknown as TypedDocumentString<AmendRecordMutation, AmendRecordMutationVariables>;
export const RetireRecordDocument = new TypedDocumentString(`
    mutation RetireRecord($input: RetireInput!) {
  retireRecord(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:2b110be87fde3870bd06792380bb74f99dc0dcf0c6454e02baf041b247cd1eb0"}) as unknown as TypedDocumentString<RetireRecordMutation, RetireRecordMutationVariables>;
export const CreateLinkDocument = new TypedDocumentString(`
    mutation CreateLink($input: CreateLinkInput!) {
  createLink(input: $input) {
    link {
      id
    }
  }
}
    `, {"documentId":"sha256:e992f4bb5107f580e78bc73722c123c639086a8cb5db02c01b52e05d2c884dac"}) as unknown as TypedDocumentString<CreateLinkMutation, CreateLinkMutationVariables>;
export const AmendLinkDocument = new TypedDocumentString(`
    mutation AmendLink($input: AmendLinkInput!) {
  amendLink(input: $input) {
    link {
      id
    }
  }
}
    `, {"documentId":"sha256:00894638dc476c5cc79beb09cf39150d1e7b214e25d2c64a80385f224480f659"}) as unknown as TypedDocumentString<AmendLinkMutation, AmendLinkMutationVariables>;
export const RetireLinkDocument = new TypedDocumentString(`
    mutation RetireLink($input: RetireInput!) {
  retireLink(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:316cead653103462d995f78e9a23ceb7694fc43f825c1f0ee20051d79bf4526e"}) as unknown as TypedDocumentString<RetireLinkMutation, RetireLinkMutationVariables>;
export const OperationsDocument = new TypedDocumentString(`
    query Operations {
  operations {
    id
    name
    ended
    agreement {
      legalBasis
      from
      until
    }
    parties {
      organisation {
        ...OrganisationParts
      }
    }
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"documentId":"sha256:780100758f8d7e366cfda34d6d59374d20cc057cccc540c967c02492ef3f7390"}) as unknown as TypedDocumentString<OperationsQuery, OperationsQueryVariables>;
export const OperationDocument = new TypedDocumentString(`
    query Operation($id: ID!) {
  node(id: $id) {
    __typename
    ... on Operation {
      id
      name
      ended
      agreement {
        legalBasis
        purpose
        signed
        from
        until
      }
      parties {
        organisation {
          ...OrganisationParts
        }
        from
        until
      }
      members {
        officerId
        name
        organisation {
          ...OrganisationParts
        }
        role
        from
        until
      }
    }
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"documentId":"sha256:5111718fd3e9d4482f3f93e8247ba2e0a59191d31de556ed29b95c9e5d126888"}) as unknown as TypedDocumentString<OperationQuery, OperationQueryVariables>;
export const OperationInvolvementsDocument = new TypedDocumentString(`
    query OperationInvolvements($id: ID!, $roles: [InvolvementRole!], $first: Int!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Operation {
      id
      involvements(roles: $roles, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          role
          source
          grading {
            ...GradingParts
          }
          owner {
            ...OrganisationParts
          }
          person {
            id
            label
          }
        }
      }
    }
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
}`, {"documentId":"sha256:3fbc6414d80e7e68877530f88bc71ce261d74a3521320e5f0539b81881fae5ac"}) as unknown as TypedDocumentString<OperationInvolvementsQuery, OperationInvolvementsQueryVariables>;
export const ShortestPathDocument = new TypedDocumentString(`
    query ShortestPath($from: ID!, $to: ID!, $options: PathOptions) {
  shortestPath(from: $from, to: $to, options: $options) {
    hops
    handling
    weakest {
      ...GradingParts
    }
    entities {
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
}`, {"documentId":"sha256:d08877624e90f30e2eee3926433ed2d1b50d7017b9ce9c3fda5fd639496f30de"}) as unknown as TypedDocumentString<ShortestPathQuery, ShortestPathQueryVariables>;
export const RecordEntityDocument = new TypedDocumentString(`
    query RecordEntity($id: ID!, $asOf: DateTime) {
  entity(id: $id, asOf: $asOf) {
    id
    kind
    label
    records {
      ...RecordParts
    }
    judgements {
      id
      fromId
      toId
      source
      grading {
        ...GradingParts
      }
      owner {
        ...OrganisationParts
      }
    }
    involvements {
      id
      role
      source
      grading {
        ...GradingParts
      }
      owner {
        ...OrganisationParts
      }
      operation {
        id
        name
      }
    }
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
}
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
}`, {"documentId":"sha256:45ba55e9c739e7a2527792422e629e5135e9a1aed22cbec13060eea76ea482a2"}) as unknown as TypedDocumentString<RecordEntityQuery, RecordEntityQueryVariables>;
export const RecordLinkCountsDocument = new TypedDocumentString(`
    query RecordLinkCounts($id: ID!) {
  node(id: $id) {
    __typename
    ... on Record {
      id
      linkCounts {
        kind
        count
      }
    }
  }
}
    `, {"documentId":"sha256:b0f615742a4b4661988ddbb95677d6b137c4dfaa27898bc98d13a4d00fddad77"}) as unknown as TypedDocumentString<RecordLinkCountsQuery, RecordLinkCountsQueryVariables>;
export const RecordLinksDocument = new TypedDocumentString(`
    query RecordLinks($id: ID!, $filter: LinkFilter, $first: Int!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Record {
      id
      links(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          kind
          source
          grading {
            ...GradingParts
          }
          owner {
            ...OrganisationParts
          }
          validity {
            from
            until
          }
          details {
            ...LinkDetailParts
          }
          from {
            id
            label
            kind
          }
          to {
            id
            label
            kind
          }
        }
      }
    }
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
}`, {"documentId":"sha256:acbb65a34f172b7c899219b02575bc18394c9dff3be5bdbc72168aabcbfb2e8a"}) as unknown as TypedDocumentString<RecordLinksQuery, RecordLinksQueryVariables>;
export const RecordVersionsDocument = new TypedDocumentString(`
    query RecordVersions($id: ID!) {
  node(id: $id) {
    __typename
    ... on Record {
      id
      versions {
        ...RecordParts
      }
    }
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
}
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
}`, {"documentId":"sha256:872c22b2de3ca84bd6556f5225c84e4a7eaf9f3bde824135742140d761aff2d9"}) as unknown as TypedDocumentString<RecordVersionsQuery, RecordVersionsQueryVariables>;
export const WhoCanSeeDocument = new TypedDocumentString(`
    query WhoCanSee($id: ID!) {
  whoCanSee(id: $id) {
    scope
    organisations {
      ...OrganisationParts
    }
    officers
    teams {
      operation {
        id
        name
      }
      members {
        officerId
        name
        organisation {
          ...OrganisationParts
        }
      }
    }
    otherTeams
    roles
    clearances
    from
    until
    holds
  }
}
    fragment OrganisationParts on Organisation {
  id
  name
  country
}`, {"documentId":"sha256:8ba05d658902c694731b6f4f737c963db008bf27463953443580facbfeff6aa0"}) as unknown as TypedDocumentString<WhoCanSeeQuery, WhoCanSeeQueryVariables>;
export const WhyCanISeeDocument = new TypedDocumentString(`
    query WhyCanISee($id: ID!) {
  whyCanISee(id: $id) {
    reason
    says
  }
}
    `, {"documentId":"sha256:8ea8e350f9caa300fe1d476e37e7dd9cd2881fa48f1eb06d3db34d4b01747175"}) as unknown as TypedDocumentString<WhyCanISeeQuery, WhyCanISeeQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($input: SearchInput!) {
  search(input: $input) {
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
      classification
      compartments
      handling
      audience {
        scope
      }
    }
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
}`, {"documentId":"sha256:762719645efe39c1754ed0283585ab6d9047dc6c5208c99a5435127143a60554"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    ...MeParts
  }
}
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
}`, {"documentId":"sha256:6bb2899c136e724b17cad794eae685bf6eefd5e2f22498f5622629b9be54de34"}) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SetPurposeDocument = new TypedDocumentString(`
    mutation SetPurpose($purpose: String!) {
  setPurpose(purpose: $purpose) {
    ...MeParts
  }
}
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
}`, {"documentId":"sha256:7f1b44885e510378b786fcb148f6ac506c8db5af83ebc51fb8fa0621f81ad3f1"}) as unknown as TypedDocumentString<SetPurposeMutation, SetPurposeMutationVariables>;