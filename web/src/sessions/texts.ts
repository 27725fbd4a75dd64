import { useSpeech } from '../language/LanguageProvider'

/** What the page of one's own sessions says. It comes with the page, and not with the first. */
export const en = {
  lead: 'Where you are signed in. A session you do not know is one to end, and to report.',
  all: 'Signed-in browsers',
  began: 'Signed in',
  seen: 'Last used',
  ends: 'Ends unless used',
  act: 'End it',
  current: 'this browser',
  end: 'End',
  endOf: 'End the session begun {began}',
  endOthers: 'End all others',
  hint: 'An ended session is out at its next request.',
  noOthers: 'You are signed in nowhere else.',
}

/** The texts of the page, in the reader's language. */
export function useSessionTexts(): typeof en {
  return useSpeech().of('sessions', en)
}
