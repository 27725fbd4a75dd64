import { useSpeech } from '../language/LanguageProvider'

/** What asking partners says, on its page and on that of a record. It comes with them. */
export const en = {
  lead: 'Which organisations hold a number or a person that you do not see? You are told who, and nothing of what they hold. On a hit they are told that you asked, and your organisation is told whom to speak to. 20 questions an hour.',
  by: 'Ask by',
  number: 'An exact number',
  person: 'A name and a birth date',
  name: 'Whole name',
  nameHint: 'Every word of it, in any order',
  birthDate: 'Birth date',
  go: 'Ask',
  answer: 'Who holds it',
  none: 'Nobody who lets it be found holds it. An organisation may hold it and not let it be found.',
  inSight: 'What you may see is not asked for here: a search finds it.',
  organisation: 'Organisation',
  country: 'Country',
  contact: 'Speak to',
  found: 'Found by partners who do not see it',
  foundHint:
    'Who asks by exactly this is told that your organisation holds it, and nothing else. Whether it is found is not told to anybody else.',
  foundBy: 'It is found by: {schemes}',
  notFound: 'It is not found.',
  schemes: {
    PHONE: 'telephone number, IMEI or IMSI',
    PLATE: 'number plate or VIN',
    ACCOUNT: 'account, card or wallet number',
    DOCUMENT: 'number of a document',
    NAME_AND_BIRTH_DATE: 'name and birth date',
  },
  let: 'Let it be found',
  leave: 'Let it be found no more',
  bySupervisor: 'A supervisor of your organisation may change this.',
}

/** The texts of asking partners, in the reader's language. */
export function useHitTexts(): typeof en {
  return useSpeech().of('hit', en)
}
