import type { Plural } from '../language/codes'
import type { Language } from '../language/LanguageProvider'
import type { Found, StepName } from './steps'

interface TourTexts {
  title: string
  step: string
  go: string
  leave: string
  restart: string
  done: string
  all: string
  end: string
  found: string
  steps: Record<StepName, string>
  how: Record<StepName, string>
  /** What each finding is called at the end. */
  ends: Record<keyof Found, string>
  follow: string
  people: Plural
  /** In place of what the reader does not see any more. */
  gone: string
}

/** What the tour says. It comes with the tour, and not with the first page. */
export const tourTexts: Record<Language, TourTexts> = {
  en: {
    title: 'Guided tour',
    step: 'Step {n} of {all}: {name}.',
    go: 'Go there',
    leave: 'Leave the tour',
    restart: 'Begin again',
    done: 'done',
    all: 'All steps',
    end: 'You have done every step.',
    found: 'This is what you have found:',
    steps: {
      search: 'Search',
      expand: 'Expand',
      path: 'Shortest path',
      communities: 'Communities',
      organiser: 'The organiser',
      money: 'The money',
      disruption: 'Disruption plan',
      safeguard: 'Whom to safeguard',
      preview: 'Preview a sharing',
      share: 'Share',
      partner: 'What the partner sees',
    },
    how: {
      search: 'Search for a person of the demo case by a part of the name, for example “Exempl”.',
      expand: 'Put a person on the canvas by the button of the row, and bring in ties under “Expand”.',
      path: 'Choose one thing and “Path from here”, another and “Path to here”, then “Find path”.',
      communities: 'On the canvas, open “Communities” and ask who belongs together.',
      organiser:
        'Ask who in Operation Heron is central in the sense of “being near to all”, only people, and open who comes first. Among the links on that page choose the kind “member of”: the role “organiser” shows that you have found one.',
      money: 'On the organiser’s page, choose “Follow the money”, then “where it came from”, and follow it.',
      disruption: 'Choose Operation Heron and find a plan.',
      safeguard:
        'Below the plan, move “Pieces left, step by step” one removal back: the pieces say who must be brought to safety.',
      preview:
        'Enter an invented person, choose “Share” on the new page, tick the team of Operation Heron, and see what would happen.',
      share: 'Share what you have previewed.',
      partner: 'Look through the eyes of a partner organisation, as a member of the team.',
    },
    ends: { organiser: 'The organiser', money: 'The flow of money', safeguard: 'The safeguarding list' },
    follow: 'Follow it again',
    people: {
      one: '{n} person to bring to safety',
      few: '{n} people to bring to safety',
      other: '{n} people to bring to safety',
    },
    gone: 'Nothing of it that you see now.',
  },
  ro: {
    title: 'Tur ghidat',
    step: 'Pasul {n} din {all}: {name}.',
    go: 'Mergeți acolo',
    leave: 'Părăsiți turul',
    restart: 'De la început',
    done: 'făcut',
    all: 'Toți pașii',
    end: 'Ați făcut toți pașii.',
    found: 'Iată ce ați găsit:',
    steps: {
      search: 'Căutare',
      expand: 'Extindere',
      path: 'Drumul cel mai scurt',
      communities: 'Comunități',
      organiser: 'Organizatorul',
      money: 'Banii',
      disruption: 'Plan de destructurare',
      safeguard: 'Cine trebuie protejat',
      preview: 'Previzualizarea partajării',
      share: 'Partajare',
      partner: 'Ce vede partenerul',
    },
    how: {
      search: 'Căutați o persoană din cazul demonstrativ după o parte a numelui, de exemplu „Exempl”.',
      expand: 'Puneți o persoană pe planșă cu butonul rândului și aduceți legături la „Extinde”.',
      path: 'Alegeți ceva și „Drum de aici”, altceva și „Drum până aici”, apoi „Caută drumul”.',
      communities: 'Pe planșă, deschideți „Comunități” și întrebați cine ține de cine.',
      organiser:
        'Întrebați cine este central în operațiunea Heron în sensul „a fi aproape de toți”, numai persoane, și deschideți-l pe cel dintâi. Dintre legăturile de pe acea pagină alegeți felul „membru al”: rolul „organizator” arată că ați găsit unul.',
      money: 'Pe pagina organizatorului alegeți „Urmează banii”, apoi „de unde au venit”, și urmăriți-i.',
      disruption: 'Alegeți operațiunea Heron și găsiți un plan.',
      safeguard:
        'Sub plan, mutați „Bucăți rămase, pas cu pas” cu o scoatere înapoi: bucățile spun cine trebuie adus în siguranță.',
      preview:
        'Introduceți o persoană inventată, alegeți „Partajare” pe pagina nouă, bifați echipa operațiunii Heron și vedeți ce s-ar întâmpla.',
      share: 'Partajați ce ați previzualizat.',
      partner: 'Priviți cu ochii unei instituții partenere, ca membru al echipei.',
    },
    ends: { organiser: 'Organizatorul', money: 'Fluxul banilor', safeguard: 'Lista celor de protejat' },
    follow: 'Urmăriți-l din nou',
    people: {
      one: '{n} persoană de adus în siguranță',
      few: '{n} persoane de adus în siguranță',
      other: '{n} de persoane de adus în siguranță',
    },
    gone: 'Nimic din ce vedeți acum.',
  },
}
