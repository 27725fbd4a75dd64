import { expect, test } from 'vitest'
import { byLanguage, sayings } from './sayings'
import sentences from './sentences.json'

const samples = ['17', 'PERSON, COMPANY', '2009-03-01T08:30:00Z']

/** A sentence as the hub would say it. */
function filled(sentence: string): string {
  let n = 0
  return sentence.replaceAll('{}', () => samples[n++ % samples.length] ?? '')
}

test('a sentence is said word for word, with what stands in its holes', () => {
  const say = sayings({
    'Name it.': 'Numiți.',
    'Ask for 1 to {}.': 'Între 1 și {}.',
    'Ask for 1 to {} records.': 'Înregistrări: între 1 și {}.',
    'Line {}: {}': 'Rândul {}: {}',
  })
  expect(say('Name it.')).toBe('Numiți.')
  expect(say('Ask for 1 to 500 records.')).toBe('Înregistrări: între 1 și 500.')
  expect(say('Ask for 1 to 500.')).toBe('Între 1 și 500.')
  expect(say('Line 3: Name it.')).toBe('Rândul 3: Numiți.')
  expect(say('Line 3: of another sort.')).toBe('Rândul 3: of another sort.')
  expect(say('Nobody wrote this.')).toBe('Nobody wrote this.')
  expect(say('')).toBe('')
})

test('what stands in a hole is put there as it is', () => {
  expect(sayings({ 'It is {}.': 'Este {}.' })('It is $& {}.')).toBe('Este $& {}.')
})

test('what another program said stands apart, as English', () => {
  const say = sayings({
    'Line {}: {}': 'Rândul {}: {}',
    'It says: {}': 'Spune, în engleză: {en}',
    'No.': 'Nu.',
  })
  expect(byLanguage(say('Line 3: It says: No.'))).toEqual(['Rândul 3: Spune, în engleză: ', 'No.', ''])
  expect(byLanguage(say('Line 3: No.'))).toEqual(['Rândul 3: Nu.'])
})

test('each sentence with holes is found by its own pattern, and by no other', () => {
  const itself = sayings(
    Object.fromEntries(Object.keys(sentences).map((sentence) => [sentence, `[${sentence}]`])),
  )
  for (const sentence of Object.keys(sentences).filter((s) => s.includes('{}')))
    expect(itself(filled(sentence))).toBe(`[${filled(sentence)}]`)
})
