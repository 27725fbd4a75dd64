import { useSpeech } from '../language/LanguageProvider'

/** The texts of the explorer, which few officers open: they come with its page. */
export const en = {
  title: 'API explorer',
  lead: 'Asks the hub as you, within your sight; each question is logged with your purpose.',
  document: 'Document (GraphQL)',
  variables: 'Variables (JSON)',
  ask: 'Ask (Ctrl+Enter)',
  asking: 'Asking …',
  result: 'Answer',
  badVariables: 'The variables are not a JSON object.',
  unreachable: 'The hub did not answer.',
  schema: 'Schema',
  find: 'Find a type or field',
  none: 'Nothing in the schema has this name.',
  trusted: 'This hub answers only the documents of its own pages.',
}

export type ExploreWords = typeof en

/** The texts of the explorer, in the reader's language. */
export function useExploreWords(): ExploreWords {
  return useSpeech().of('explore', en)
}
