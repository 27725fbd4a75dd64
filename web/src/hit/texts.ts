import { type Language, useSpeech } from '../language/LanguageProvider'

const en = {
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

const ro: typeof en = {
  lead: 'Care instituții dețin un număr sau o persoană pe care nu o vedeți? Aflați cine, dar nimic despre ce dețin. La o potrivire ele află că ați întrebat, iar instituția dumneavoastră află cu cine să ia legătura. 20 de întrebări pe oră.',
  by: 'Întrebați după',
  number: 'Un număr exact',
  person: 'Un nume și o dată de naștere',
  name: 'Numele întreg',
  nameHint: 'Fiecare cuvânt al lui, în orice ordine',
  birthDate: 'Data nașterii',
  go: 'Întreabă',
  answer: 'Cine o deține',
  none: 'Nimeni dintre cei care permit să fie găsită nu o deține. O instituție o poate deține fără să permită să fie găsită.',
  inSight: 'Ce puteți vedea nu se întreabă aici: se găsește prin căutare.',
  organisation: 'Instituție',
  country: 'Țara',
  contact: 'Luați legătura cu',
  found: 'Găsită de parteneri care nu o văd',
  foundHint:
    'Cine întreabă exact după aceasta află că instituția dumneavoastră o deține și nimic altceva. Nimeni altcineva nu află dacă este găsită.',
  foundBy: 'Este găsită după: {schemes}',
  notFound: 'Nu este găsită.',
  schemes: {
    PHONE: 'număr de telefon, IMEI sau IMSI',
    PLATE: 'număr de înmatriculare sau VIN',
    ACCOUNT: 'număr de cont, card sau portofel',
    DOCUMENT: 'numărul unui document',
    NAME_AND_BIRTH_DATE: 'nume și data nașterii',
  },
  let: 'Permite să fie găsită',
  leave: 'Nu mai permite să fie găsită',
  bySupervisor: 'Un supervizor al instituției dumneavoastră poate schimba aceasta.',
}

const texts: Record<Language, typeof en> = { en, ro }

/** The texts of asking partners, in the reader's language. */
export function useHitTexts(): typeof en {
  return texts[useSpeech().language]
}
