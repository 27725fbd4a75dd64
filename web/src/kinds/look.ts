import type { InvolvementRole, RecordKind } from '../gql/graphql'
import bankAccount from './icons/bank-account.svg'
import company from './icons/company.svg'
import crimeGroup from './icons/crime-group.svg'
import exploitationEvent from './icons/exploitation-event.svg'
import journey from './icons/journey.svg'
import onlineProfile from './icons/online-profile.svg'
import paymentInstrument from './icons/payment-instrument.svg'
import person from './icons/person.svg'
import personSuspect from './icons/person-suspect.svg'
import personVictim from './icons/person-victim.svg'
import personWitness from './icons/person-witness.svg'
import phone from './icons/phone.svg'
import place from './icons/place.svg'
import travelDocument from './icons/travel-document.svg'
import vehicle from './icons/vehicle.svg'

/** How a kind looks on the canvas and in lists: a white sign on its colour, at least 4.5:1 apart. */
export interface Look {
  icon: string
  colour: string
}

/** Every kind, in the order of legends and filters. */
export const looks: Record<RecordKind, Look> = {
  PERSON: { icon: person, colour: '#1f6fb2' },
  CRIME_GROUP: { icon: crimeGroup, colour: '#8c2d4f' },
  COMPANY: { icon: company, colour: '#6a4fa3' },
  BANK_ACCOUNT: { icon: bankAccount, colour: '#2c7a3f' },
  PAYMENT_INSTRUMENT: { icon: paymentInstrument, colour: '#5c7a1e' },
  PLACE: { icon: place, colour: '#a4561c' },
  JOURNEY: { icon: journey, colour: '#0f7580' },
  TRAVEL_DOCUMENT: { icon: travelDocument, colour: '#8a6a12' },
  VEHICLE: { icon: vehicle, colour: '#4d6273' },
  PHONE: { icon: phone, colour: '#3b53b5' },
  ONLINE_PROFILE: { icon: onlineProfile, colour: '#a03a86' },
  EXPLOITATION_EVENT: { icon: exploitationEvent, colour: '#b3362b' },
}

/** The kinds in that order. */
export const recordKinds = Object.keys(looks) as RecordKind[]

/** A person's sign by role in the opened operations: a shield for a victim, cross hairs for a suspect, an eye for a witness. */
export const roleIcons: Record<InvolvementRole, string> = {
  VICTIM: personVictim,
  SUSPECT: personSuspect,
  WITNESS: personWitness,
  ASSOCIATE: person,
}
