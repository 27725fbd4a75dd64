import type { Plural } from '../language/codes'
import { useSpeech } from '../language/LanguageProvider'
import type { Found, StepName } from './steps'

interface TourTexts {
  title: string
  step: string
  go: string
  leave: string
  skip: string
  skipped: string
  /** Leaves one line of the panel, where it lies over the page. */
  fold: string
  unfold: string
  restart: string
  done: string
  all: string
  end: string
  /** At the end, where steps were skipped: in place of the former. */
  endSkipped: Plural
  /** Makes the skipped steps steps to do again. */
  unskip: string
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
export const en: TourTexts = {
  title: 'Guided tour',
  step: 'Step {n} of {all}: {name}.',
  go: 'Go there',
  leave: 'Leave the tour',
  skip: 'Skip this step',
  skipped: 'skipped',
  fold: 'Fold away',
  unfold: 'How',
  restart: 'Begin again',
  done: 'done',
  all: 'All steps',
  end: 'You have done every step.',
  endSkipped: {
    one: 'You are at the end. {n} step was skipped.',
    other: 'You are at the end. {n} steps were skipped.',
  },
  unskip: 'Go back to what was skipped',
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
    other: '{n} people to bring to safety',
  },
  gone: 'Nothing of it that you see now.',
}

/** The texts of the tour, in the reader's language. */
export function useTourTexts(): TourTexts {
  return useSpeech().of('tour', en)
}
