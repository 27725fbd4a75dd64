import { isPlural } from './complete'
import { english } from './english'
import { localeOf } from './languages'
import sentences from './said/sentences.json'

type Tree = Record<string, unknown>

const said = Object.fromEntries(Object.keys(sentences).map((sentence) => [sentence, sentence]))

/** The English by the names of a language file. */
export const template = { ...english, said }

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A language file with all that the English has and nothing else: empty where the language has no text yet. */
export function upToDate(language: string, file: Tree): Tree {
  const { pluralCategories } = new Intl.PluralRules(localeOf(language)).resolvedOptions()
  const like = (source: unknown, value: unknown): unknown => {
    const has = (typeof value === 'object' && value !== null ? value : {}) as Tree
    if (typeof source === 'string') return textOf(value)
    if (isPlural(source)) return Object.fromEntries(pluralCategories.map((name) => [name, textOf(has[name])]))
    if (Array.isArray(source)) return source.map((one, i) => like(one, has[i]))
    return Object.fromEntries(
      Object.entries(source as Tree).map(([name, one]) => [name, like(one, has[name])]),
    )
  }
  return { complete: file.complete === true, ...(like(template, file) as Tree) }
}
