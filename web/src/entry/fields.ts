import type * as gql from '../gql/graphql'
import type { DetailField, DetailValue } from '../language/codes'

/** How a field is entered. Several codes or texts make a list. */
export type Entry =
  | { as: 'text' | 'texts' | 'day' | 'instant' | 'number' | 'whole' | 'flag' }
  | { as: 'code' | 'codes'; of: readonly DetailValue[] }

/** One field of a form: its name in the API's input, and its text, which is also its name in a record's details. */
export interface Field {
  name: string
  label: DetailField
  entry: Entry
  required: boolean
}

/** The fields of one input of the API. */
export interface Fields<Input extends string> {
  input: Input
  fields: readonly Field[]
}

type Described<T> = { [Name in keyof T]-?: Omit<Field, 'name'> }

/** Every field of the input must be described: one that is missing, or that the API does not have, does not compile. */
function inputOf<T>() {
  return <Input extends string>(input: Input, described: Described<T>): Fields<Input> => ({
    input,
    fields: Object.entries<Omit<Field, 'name'>>(described).map(([name, field]) => ({ name, ...field })),
  })
}

/** All codes of an enumeration, in the order given: a missing one does not compile. */
function codes<Code extends DetailValue>(all: Record<Code, true>): readonly DetailValue[] {
  return Object.keys(all) as Code[]
}

const plain = (
  label: DetailField,
  as: 'text' | 'texts' | 'day' | 'instant' | 'number' | 'whole' | 'flag',
) => ({
  label,
  entry: { as },
  required: false,
})
const text = (label: DetailField) => plain(label, 'text')
const code = (label: DetailField, of: readonly DetailValue[]) => ({
  label,
  entry: { as: 'code' as const, of },
  required: false,
})
const many = (label: DetailField, of: readonly DetailValue[]) => ({
  label,
  entry: { as: 'codes' as const, of },
  required: false,
})
const needed = <F extends Omit<Field, 'name'>>(field: F) => ({ ...field, required: true })

const genders = codes<gql.Gender>({ FEMALE: true, MALE: true, OTHER: true })
const exploitations = codes<gql.Exploitation>({
  LABOUR: true,
  SEXUAL: true,
  CRIMINAL: true,
  ORGAN_REMOVAL: true,
  DOMESTIC_SERVITUDE: true,
  OTHER: true,
})
const instruments = codes<gql.InstrumentType>({
  CARD: true,
  PREPAID_CARD: true,
  MOBILE_WALLET: true,
  CRYPTO_WALLET: true,
  MONEY_TRANSFER: true,
  OTHER: true,
})
const placeTypes = codes<gql.PlaceType>({ ADDRESS: true, PORT: true, VENUE: true, AREA: true })
const modes = codes<gql.TravelMode>({
  AIR: true,
  COACH: true,
  RAIL: true,
  SEA: true,
  CAR: true,
  LORRY: true,
  FOOT: true,
})
const documents = codes<gql.DocumentType>({
  PASSPORT: true,
  IDENTITY_CARD: true,
  VISA: true,
  PERMIT: true,
  OTHER: true,
})
const authenticities = codes<gql.Authenticity>({
  GENUINE: true,
  FORGED: true,
  STOLEN: true,
  FRAUDULENTLY_OBTAINED: true,
})
const profiles = codes<gql.ProfileType>({ USER_ACCOUNT: true, ADVERT: true })
const controls = codes<gql.Control>({
  THREATS: true,
  THREATS_WITH_AUTHORITIES: true,
  THREATS_TO_FAMILY: true,
  DEBT_BONDAGE: true,
  FALSE_PROMISES: true,
  PHYSICAL_ABUSE: true,
  SEXUAL_ABUSE: true,
  TAKES_EARNINGS: true,
  RESTRICTS_FINANCES: true,
  RESTRICTS_MEDICAL_CARE: true,
  WITHHOLDS_NECESSITIES: true,
  PSYCHOLOGICAL_ABUSE: true,
  SUBSTANCES: true,
  EXCESSIVE_HOURS: true,
  WITHHOLDS_DOCUMENTS: true,
  OTHER: true,
})
const chainRoles = codes<gql.ChainRole>({
  RECRUITER: true,
  BROKER: true,
  TRANSPORTER: true,
  TRAVELLING_PARTNER: true,
  SMUGGLER: true,
  HARBOURER: true,
  EXPLOITER: true,
  ABUSER: true,
  KIDNAPPER: true,
  DOCUMENT_FORGER: true,
  LAUNDERER: true,
  MONEY_MULE: true,
  ORGANISER: true,
  OTHER: true,
})
const methods = codes<gql.RecruitmentMethod>({
  PLACE_OF_BUSINESS: true,
  SCHOOL: true,
  WORK: true,
  ONLINE_SOCIAL_NETWORK: true,
  ONLINE_ADVERT: true,
  TELEVISION: true,
  NEWSPAPER: true,
  FAMILY: true,
  FRIENDS: true,
  OTHER: true,
})

/** The form of every kind of record. */
export const recordFields: Record<gql.RecordKind, Fields<keyof gql.RecordDetailsInput>> = {
  PERSON: inputOf<gql.PersonInput>()('person', {
    name: needed(text('name')),
    alias: plain('alias', 'texts'),
    birthDate: plain('birthDate', 'day'),
    birthPlace: text('birthPlace'),
    gender: code('gender', genders),
    nationality: plain('nationality', 'texts'),
    pseudonymous: plain('pseudonymous', 'flag'),
    child: plain('child', 'flag'),
  }),
  CRIME_GROUP: inputOf<gql.CrimeGroupInput>()('crimeGroup', {
    name: needed(text('name')),
    alias: plain('alias', 'texts'),
    country: plain('countries', 'texts'),
    activities: many('activities', exploitations),
  }),
  COMPANY: inputOf<gql.CompanyInput>()('company', {
    name: needed(text('name')),
    alias: plain('alias', 'texts'),
    registrationNumber: text('companyNumber'),
    country: text('country'),
    sector: text('sector'),
  }),
  BANK_ACCOUNT: inputOf<gql.BankAccountInput>()('bankAccount', {
    iban: text('iban'),
    accountNumber: text('accountNumber'),
    bic: text('bic'),
    bankName: text('bankName'),
    holder: text('holder'),
    country: text('country'),
    currency: text('currency'),
  }),
  PAYMENT_INSTRUMENT: inputOf<gql.PaymentInstrumentInput>()('paymentInstrument', {
    instrument: needed(code('instrument', instruments)),
    number: needed(text('instrumentNumber')),
    issuer: text('issuer'),
    holder: text('holder'),
    currency: text('currency'),
  }),
  PLACE: inputOf<gql.PlaceInput>()('place', {
    place: needed(code('place', placeTypes)),
    name: text('placeName'),
    address: text('address'),
    city: text('city'),
    postalCode: text('postalCode'),
    country: text('country'),
    locode: text('locode'),
    latitude: plain('latitude', 'number'),
    longitude: plain('longitude', 'number'),
  }),
  JOURNEY: inputOf<gql.JourneyInput>()('journey', {
    mode: needed(code('mode', modes)),
    carrier: text('carrier'),
    number: text('journeyNumber'),
    from: needed(text('departurePort')),
    to: needed(text('arrivalPort')),
    departs: plain('departs', 'instant'),
    arrives: plain('arrives', 'instant'),
  }),
  TRAVEL_DOCUMENT: inputOf<gql.TravelDocumentInput>()('travelDocument', {
    document: needed(code('document', documents)),
    number: needed(text('documentNumber')),
    country: text('country'),
    holder: text('holder'),
    birthDate: plain('birthDate', 'day'),
    issued: plain('issued', 'day'),
    expires: plain('documentExpires', 'day'),
    authenticity: code('authenticity', authenticities),
  }),
  VEHICLE: inputOf<gql.VehicleInput>()('vehicle', {
    registrationNumber: text('plate'),
    country: text('country'),
    vin: text('vin'),
    make: text('make'),
    model: text('model'),
    colour: text('colour'),
  }),
  PHONE: inputOf<gql.PhoneInput>()('phone', {
    number: text('phoneNumber'),
    imei: text('imei'),
    imsi: text('imsi'),
    network: text('network'),
  }),
  ONLINE_PROFILE: inputOf<gql.OnlineProfileInput>()('onlineProfile', {
    profile: needed(code('profile', profiles)),
    platform: needed(text('platform')),
    username: text('username'),
    url: text('url'),
    title: text('title'),
  }),
  EXPLOITATION_EVENT: inputOf<gql.ExploitationEventInput>()('exploitationEvent', {
    exploitation: needed(code('exploitation', exploitations)),
    controls: many('controls', controls),
    summary: text('summary'),
    country: text('country'),
  }),
}

const relationship = inputOf<gql.RelationshipInput>()('relationship', {
  relationship: needed(text('relationship')),
  strength: plain('strength', 'number'),
})

/** The form of the kinds of link that have details of their own. */
export const linkFields: Partial<Record<gql.LinkKind, Fields<keyof gql.LinkDetailsInput>>> = {
  TRANSFERRED: inputOf<gql.TransferInput>()('transfer', {
    amount: needed(text('amount')),
    currency: needed(text('currency')),
    at: needed(plain('transferredAt', 'instant')),
    reference: text('reference'),
  }),
  CALLED: inputOf<gql.CallInput>()('call', {
    at: plain('calledAt', 'instant'),
    duration: plain('duration', 'whole'),
    count: plain('count', 'whole'),
  }),
  TRAVELLED_ON: inputOf<gql.TravelInput>()('travel', {
    booking: text('booking'),
    document: text('document'),
    seat: text('seat'),
  }),
  MEMBER_OF: inputOf<gql.MembershipInput>()('membership', { role: needed(code('role', chainRoles)) }),
  ASSOCIATE: relationship,
  FAMILY: relationship,
  RECRUITED: inputOf<gql.RecruitmentInput>()('recruitment', { method: needed(code('method', methods)) }),
  CONTROLS: inputOf<gql.ControlHeldInput>()('controlHeld', { controls: needed(many('controls', controls)) }),
}

/** What was entered, as the API takes it: empty fields are left out, lists are split at commas. */
export function detailsOf(fields: readonly Field[], form: FormData): Record<string, unknown> {
  const details: Record<string, unknown> = {}
  for (const { name, entry } of fields) {
    const value = entered(entry, form, `details.${name}`)
    if (value !== undefined) details[name] = value
  }
  return details
}

function entered(entry: Entry, form: FormData, name: string): unknown {
  const typed = String(form.get(name) ?? '').trim()
  switch (entry.as) {
    case 'flag':
      return form.get(name) !== null
    case 'codes':
      return form.getAll(name)
    case 'texts':
      return listOf(typed)
    case 'number':
    case 'whole':
      return typed === '' ? undefined : Number(typed)
    case 'instant':
      return typed === '' ? undefined : instantOf(typed)
    default:
      return typed === '' ? undefined : typed
  }
}

/** The parts of a text between commas, without blanks around them. */
export function listOf(typed: string): string[] {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A local date and time of a form as an instant. */
export function instantOf(local: string): string {
  return new Date(local).toISOString()
}

/** An instant as a form shows it, in the reader's own time zone. */
export function localOf(instant: string): string {
  const at = new Date(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const seconds = at.getSeconds() > 0 ? `:${two(at.getSeconds())}` : ''
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}${seconds}`
}
