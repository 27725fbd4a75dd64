import { useSpeech } from '../language/LanguageProvider'

export const en = {
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

/** The texts of the audit page alone, which come with it. */
export function useAuditTexts(): typeof en {
  return useSpeech().of('audit', en)
}
