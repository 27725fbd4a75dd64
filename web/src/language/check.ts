import { isPlural } from './complete'
import { english } from './english'
import { localeOf } from './languages'
import sentences from './said/sentences.json'

/** What is to be mended in a language file: by path, what lacks, and what cannot be right. */
export interface Faults {
  missing: string[]
  wrong: string[]
}

type Tree = Record<string, unknown>

const fillings = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')

/** What a sentence keeps in every language: words in braces or back quotes, and codes. */
const kept = (sentence: string) =>
  (sentence.match(/\{[^}\s]+\}|`\w+`|\b[A-Z][A-Z_\d]{3,}\b/g) ?? []).sort().join(' ')

/** The plural categories of a language, each with how many whole numbers below 1,000 it holds. */
function categoriesOf(language: string): Map<string, number> {
  const rules = new Intl.PluralRules(localeOf(language))
  const held = new Map<string, number>(rules.resolvedOptions().pluralCategories.map((name) => [name, 0]))
  for (let n = 0; n < 1000; n++) held.set(rules.select(n), (held.get(rules.select(n)) ?? 0) + 1)
  return held
}

/** Compares a language file with the English and with the sentences of the hub. */
export function faultsOf(language: string, file: Tree): Faults {
  const categories = categoriesOf(language)
  const missing: string[] = []
  const wrong: string[] = []

  function text(path: string, said: unknown, ...sources: string[]) {
    if (said === undefined || said === '') missing.push(path)
    else if (typeof said !== 'string') wrong.push(`${path} is to be a text`)
    else if (!sources.map(fillings).includes(fillings(said)))
      wrong.push(`${path} has "${fillings(said)}" for "${fillings(sources[0] ?? '')}"`)
  }

  function plural(path: string, said: unknown, source: string) {
    const forms = (typeof said === 'object' && said !== null ? said : { other: said }) as Tree
    for (const [category, numbers] of categories) {
      // Where it can be no other number, a text may do without it: "un transfer".
      const sources = numbers === 1 ? [source, source.replaceAll('{n}', '')] : [source]
      text(`${path}.${category}`, forms[category], ...sources)
    }
    for (const category of Object.keys(forms))
      if (!categories.has(category)) wrong.push(`${path}.${category} is no plural form of ${language}`)
  }

  function compare(path: string, source: unknown, said: unknown) {
    if (typeof source === 'string') return text(path, said, source)
    if (isPlural(source)) return plural(path, said, source.other)
    const names = Object.keys(source as object)
    for (const name of names)
      compare(`${path}.${name}`, (source as Tree)[name], (said as Tree | undefined)?.[name])
    for (const name of Object.keys((said as Tree | undefined) ?? {}))
      if (!names.includes(name)) wrong.push(`${path}.${name} is not in the English`)
  }

  const { complete: _, said, ...sections } = file
  for (const [section, source] of Object.entries(english)) compare(section, source, sections[section])
  for (const section of Object.keys(sections))
    if (!(section in english)) wrong.push(`${section} is not in the English`)
  const table = (said ?? {}) as Record<string, string>
  for (const sentence of Object.keys(sentences)) if (!table[sentence]) missing.push(`said: ${sentence}`)
  for (const [sentence, translated] of Object.entries(table)) {
    if (!(sentence in sentences)) wrong.push(`said: the hub does not say: ${sentence}`)
    if (translated === '') continue
    // {en} is a hole too: what another program said, which stays English.
    const plain = translated.replaceAll('{en}', '{}')
    if (plain.split('{}').length !== sentence.split('{}').length || kept(plain) !== kept(sentence))
      wrong.push(`said: other holes, signs or codes than: ${sentence}`)
    if (translated === sentence) wrong.push(`said: as it was: ${sentence}`)
  }
  return { missing, wrong }
}
