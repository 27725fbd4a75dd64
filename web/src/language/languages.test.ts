import { expect, test } from 'vitest'
import { faultsOf } from './check'
import { complete } from './complete'
import { en } from './en'
import { spokenOf } from './further'
import { languages, nameOf, preferred } from './languages'
import { template, upToDate } from './update'
import { workEn } from './work/en'

type LanguageFile = Record<string, unknown> & { said: Record<string, string> }

const files = Object.entries(
  import.meta.glob<LanguageFile>(['../../languages/*.json', '!../../languages/en.json'], {
    import: 'default',
    eager: true,
  }),
).map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file] as const)

test.for(files)(
  '%s says nothing that cannot be right, and everything if it is said to be complete',
  ([language, file]) => {
    const { missing, wrong } = faultsOf(language, file)
    expect(wrong).toEqual([])
    if (file.complete) expect(missing).toEqual([])
  },
)

const romanian = files.find(([language]) => language === 'ro')?.[1] as LanguageFile & { work: typeof workEn }

test('Romanian is complete, with commas below its letters', () => {
  expect(romanian.complete).toBe(true)
  expect(JSON.stringify(romanian)).not.toMatch(/[şţŞŢ]/)
})

test('what is missing, superfluous or wrong is named', () => {
  const { said, ...sections } = structuredClone(romanian)
  const money = sections.work.money as Record<string, unknown>
  money.old = 'vechi'
  money.lead = ''
  money.listed = 'fără număr'
  money.transfers = { one: 'un transfer', few: '{n} transferuri', other: 'transferuri', many: '{n}' }
  const { 'Sign in first.': _, ...less } = said
  const { missing, wrong } = faultsOf('ro', {
    ...sections,
    said: { ...less, 'Ask.': 'Întrebați.', 'Line {}: {}': 'Rândul' },
  })
  expect(missing).toEqual(['work.money.lead', 'said: Sign in first.'])
  expect(wrong).toEqual([
    'work.money.transfers.other has "" for "{n}"',
    'work.money.transfers.many is no plural form of ro',
    'work.money.listed has "" for "{n}"',
    'work.money.old is not in the English',
    'said: other holes, signs or codes than: Line {}: {}',
    'said: the hub does not say: Ask.',
  ])
})

test('a language has every plural form that its numbers take', () => {
  const { missing } = faultsOf('pl', romanian)
  expect(missing).toContain('pages.search.results.many')
  expect(missing.every((path) => path.endsWith('.many'))).toBe(true)
})

test('what a language does not say is said in English', () => {
  expect(
    complete(en.search, { title: 'Szukaj', words: '', results: { one: '{n} wpis', other: '{n} wpisu' } }),
  ).toEqual({
    ...en.search,
    title: 'Szukaj',
    results: { one: '{n} wpis', other: '{n} wpisu' },
  })
  expect(complete(workEn.commands.everywhere, [['Ctrl K', 'idź']])).toEqual([
    ['Ctrl K', 'idź'],
    ...workEn.commands.everywhere.slice(1),
  ])
  const { of, say } = spokenOf({ said: { 'Sign in first.': 'Zaloguj się.', 'Ask.': '' } })
  expect(of('work', workEn)).toEqual(workEn)
  expect([say('Sign in first.'), say('Ask.')]).toEqual(['Zaloguj się.', 'Ask.'])
})

test('a file that is brought up to date keeps its texts and has a place for those that lack', () => {
  expect(upToDate('ro', romanian)).toEqual(romanian)
  const begun = upToDate('pl', { pages: { search: { title: 'Szukaj', old: 'x' } } })
  expect(faultsOf('pl', begun).wrong).toEqual([])
  expect(begun).toMatchObject({
    complete: false,
    pages: { search: { title: 'Szukaj', results: { one: '', few: '', many: '', other: '' } } },
    said: { 'Sign in first.': '' },
  })
  expect(faultsOf('en', template).missing).toEqual([])
})

test('the language is the one chosen, else the first of the device that there is', () => {
  expect(languages).toEqual(['en', ...files.map(([language]) => language)])
  expect(preferred('ro', ['en-GB'])).toBe('ro')
  expect(preferred('xx', ['xx', 'ro-RO', 'en-GB'])).toBe('ro')
  expect(preferred(null, ['xx'])).toBe('en')
  expect([nameOf('en'), nameOf('ro'), nameOf('pl')]).toEqual(['English', 'Română', 'Polski'])
})
