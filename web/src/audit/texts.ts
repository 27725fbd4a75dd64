import { type Language, useSpeech } from '../language/LanguageProvider'

const en = {
  anElement: 'a record, link or role',
  byId: 'another, by id',
  officerHint:
    'Officers of your organisation in the teams you know of. Others: by the id that stands in an entry of the log.',
  find: 'Find a record',
  findHint: 'Choose one, and its id is filled in. Of links and roles take the id from an entry of the log.',
  elementHint:
    'You read no case data, so records cannot be searched for. Ask what an officer did: every element in the entries leads to who else touched it.',
  about: 'About {what}',
  whatTheyDid: 'What {name} did',
  whoTouched: 'Who touched {id}',
}

const ro: typeof en = {
  anElement: 'o înregistrare, o legătură sau un rol',
  byId: 'altul, după identificator',
  officerHint:
    'Ofițerii instituției din echipele pe care le cunoașteți. Alții: după identificatorul dintr-un rând al jurnalului.',
  find: 'Caută o înregistrare',
  findHint:
    'Alegeți una, iar identificatorul se completează. Pentru legături și roluri luați-l dintr-un rând al jurnalului.',
  elementHint:
    'Nu citiți date de caz, așa că înregistrările nu pot fi căutate. Întrebați ce a făcut un ofițer: fiecare element din rânduri duce la cine l-a mai atins.',
  about: 'Despre {what}',
  whatTheyDid: 'Ce a făcut {name}',
  whoTouched: 'Cine a atins {id}',
}

const texts: Record<Language, typeof en> = { en, ro }

/** The texts of the audit page alone, which come with it. */
export function useAuditTexts(): typeof en {
  return texts[useSpeech().language]
}
