import type { Plural } from './codes'

type Fillings = Record<string, string | number>

/** Puts the fillings where the text has {name}. A name without a filling stays as it is. */
export function fill(text: string, fillings: Fillings): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const filling = fillings[name]
    return filling === undefined ? whole : String(filling)
  })
}

/** Says numbers and times the language's way. To make what writes them takes longer than to write hundreds. */
export function sayer(language: string) {
  const numbers = new Intl.NumberFormat(language)
  const plurals = new Intl.PluralRules(language)
  const instants = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const month = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const
  const months = new Intl.DateTimeFormat(language, month)
  const days = new Intl.DateTimeFormat(language, { ...month, day: 'numeric' })
  return {
    number: (n: number) => numbers.format(n),
    /** The form that the language has for n, with n written its way. */
    count: (forms: Plural, n: number) =>
      fill(forms[plurals.select(n)] ?? forms.other, { n: numbers.format(n) }),
    /** A day, month or year of ISO 8601, never moved by a time zone. */
    day: (date: string) => {
      const [y, m, d] = date.slice(0, 10).split('-').map(Number)
      if (y === undefined || Number.isNaN(y)) return date
      if (m === undefined) return String(y)
      return (d === undefined ? months : days).format(Date.UTC(y, m - 1, d ?? 1))
    },
    /** An instant in the reader's time zone. */
    instant: (at: string) => instants.format(new Date(at)),
  }
}
