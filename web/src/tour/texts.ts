import type { Language } from '../language/LanguageProvider'
import type { StepName } from './steps'

interface TourTexts {
  title: string
  step: string
  go: string
  leave: string
  restart: string
  done: string
  end: string
  found: string
  steps: Record<StepName, string>
  how: Record<StepName, string>
  /** Where what was found stands: a page's address and what is there. */
  ends: [string, string][]
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
    end: 'You have done every step.',
    found: 'Here is what they lead to in your case:',
    steps: {
      search: 'Search',
      expand: 'Expand',
      path: 'Shortest path',
      communities: 'Communities',
      disruption: 'Disruption plan',
      preview: 'Preview a sharing',
      share: 'Share',
      partner: 'What the partner sees',
    },
    how: {
      search: 'Search for a person of the demo case by name.',
      expand: 'Put the person on the canvas and expand them.',
      path: 'Choose two people on the canvas and ask for the shortest path between them.',
      communities: 'Ask on the canvas who belongs together.',
      disruption: 'Ask for the best plan of the operation.',
      preview: 'Choose a record of your organisation, share it with the team, and look at the preview first.',
      share: 'Share what you have previewed.',
      partner: 'Choose the partner and see what they see.',
    },
    ends: [
      ['/key-players', 'The organiser: who holds it together'],
      ['/money', 'The money'],
      ['/disruption', 'The plan, and who must be safeguarded'],
    ],
  },
  ro: {
    title: 'Tur ghidat',
    step: 'Pasul {n} din {all}: {name}.',
    go: 'Mergeți acolo',
    leave: 'Părăsiți turul',
    restart: 'De la început',
    done: 'făcut',
    end: 'Ați făcut toți pașii.',
    found: 'Iată unde duc în cazul dumneavoastră:',
    steps: {
      search: 'Căutare',
      expand: 'Extindere',
      path: 'Drumul cel mai scurt',
      communities: 'Comunități',
      disruption: 'Plan de destructurare',
      preview: 'Previzualizarea partajării',
      share: 'Partajare',
      partner: 'Ce vede partenerul',
    },
    how: {
      search: 'Căutați după nume o persoană din cazul demonstrativ.',
      expand: 'Puneți persoana pe planșă și extindeți-o.',
      path: 'Alegeți pe planșă două persoane și cereți drumul cel mai scurt dintre ele.',
      communities: 'Întrebați pe planșă cine ține de cine.',
      disruption: 'Cereți cel mai bun plan al operațiunii.',
      preview:
        'Alegeți o înregistrare a instituției, partajați-o cu echipa și priviți întâi previzualizarea.',
      share: 'Partajați ce ați previzualizat.',
      partner: 'Alegeți partenerul și vedeți ce vede.',
    },
    ends: [
      ['/key-players', 'Organizatorul: cine ține totul laolaltă'],
      ['/money', 'Banii'],
      ['/disruption', 'Planul și cine trebuie protejat'],
    ],
  },
}
