/** The texts of the explorer, which few officers open: they come with its page. */
const en = {
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

const ro: ExploreWords = {
  title: 'Explorator API',
  lead: 'Întreabă în numele dumneavoastră, în limita a ceea ce vedeți; fiecare întrebare se consemnează cu scopul dumneavoastră.',
  document: 'Document (GraphQL)',
  variables: 'Variabile (JSON)',
  ask: 'Întreabă (Ctrl+Enter)',
  asking: 'Se întreabă …',
  result: 'Răspuns',
  badVariables: 'Variabilele nu sunt un obiect JSON.',
  unreachable: 'Sistemul nu a răspuns.',
  schema: 'Schema',
  find: 'Caută un tip sau un câmp',
  none: 'Nimic din schemă nu poartă acest nume.',
  trusted: 'Acest sistem răspunde doar la documentele paginilor proprii.',
}

export const words = { en, ro }
