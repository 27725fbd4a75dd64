import type { Plural } from './codes'

type Fillings = Record<string, string | number>

/** Puts the fillings where the text has {name}. A name without a filling stays as it is. */
export function fill(text: string, fillings: Fillings): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const filling = fillings[name]
    return filling === undefined ? whole : String(filling)
  })
}

/** Takes the form that the language has for n, with n written its way. */
export function count(language: string, forms: Plural, n: number): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other
  return fill(form, { n: new Intl.NumberFormat(language).format(n) })
}

/** A day, month or year of ISO 8601 as the language writes it, never moved by a time zone. */
export function day(language: string, date: string): string {
  const [y, m, d] = date.slice(0, 10).split('-').map(Number)
  if (y === undefined || Number.isNaN(y)) return date
  if (m === undefined) return String(y)
  const at = new Date(Date.UTC(y, m - 1, d ?? 1))
  const month = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language, d === undefined ? month : { ...month, day: 'numeric' }).format(at)
}

/** An instant in the reader's time zone. */
export function instant(language: string, at: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}
