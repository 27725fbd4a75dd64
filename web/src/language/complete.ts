import type { Plural } from './codes'

const categories: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other']

/** Whether a value is a text that depends on a number: by its keys, all of them plural categories. */
export function isPlural(value: unknown): value is Plural {
  return (
    typeof value === 'object' &&
    value !== null &&
    'other' in value &&
    Object.entries(value).every(([name, form]) => categories.includes(name) && typeof form === 'string')
  )
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

/**
 * What a language says in place of the English, by the same names. Where it says
 * nothing, or an empty text, the English stands: a language that is not finished
 * can be used.
 */
export function complete<T>(english: T, said: unknown): T {
  const whole = (): unknown => {
    if (typeof english === 'string') return typeof said === 'string' && said !== '' ? said : english
    if (isPlural(english)) {
      if (!isPlural(said) || said.other === '') return english
      return Object.fromEntries(Object.entries(said).filter(([, form]) => form !== ''))
    }
    if (Array.isArray(english)) return english.map((one, i) => complete(one, at(said, String(i))))
    return Object.fromEntries(
      Object.entries(english as object).map(([name, one]) => [name, complete(one, at(said, name))]),
    )
  }
  return whole() as T
}
