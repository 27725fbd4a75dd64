import { type Language, useSpeech } from '../language/LanguageProvider'

const en = {
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

/** What the page of one's own sessions says. It comes with the page, and not with the first. */
const texts: Record<Language, typeof en> = {
  en,
  ro: {
    lead: 'Unde sunteți autentificat. O sesiune pe care nu o cunoașteți trebuie încheiată și raportată.',
    all: 'Browsere autentificate',
    began: 'Autentificat',
    seen: 'Folosit ultima dată',
    ends: 'Se încheie dacă nu este folosit',
    act: 'Încheiere',
    current: 'acest browser',
    end: 'Încheie',
    endOf: 'Încheie sesiunea începută {began}',
    endOthers: 'Încheie-le pe toate celelalte',
    hint: 'O sesiune încheiată iese la următoarea cerere.',
    noOthers: 'Nu sunteți autentificat în altă parte.',
  },
}

/** The texts of the page, in the reader's language. */
export function useSessionTexts(): typeof en {
  return texts[useSpeech().language]
}
