import { expect, test } from 'vitest'
import type { DetailPartsFragment, SearchInput } from '../gql/graphql'
import { matchesOf } from './match'

const person = (name: string, alias: string[] = []): DetailPartsFragment => ({
  __typename: 'Person',
  name,
  alias,
  birthDate: null,
  birthPlace: 'Oanaville',
  gender: null,
  nationality: [],
  pseudonymous: false,
  child: false,
})
const vehicle: DetailPartsFragment = {
  __typename: 'Vehicle',
  plate: 'XX07 DEM',
  country: 'GB',
  vin: 'DEM0000000XX07DEM',
  make: null,
  model: null,
  colour: null,
}
const said = (details: DetailPartsFragment, input: SearchInput, label = 'label') =>
  matchesOf(details, label, input).map(({ field, pieces }) => [
    field,
    pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''),
  ])

test('the beginnings of the words that were looked for are marked, in the field that has them', () => {
  expect(said(person('Oana Țipărescu', ['Ana Mare', 'Oani']), { text: 'tip OAN' })).toEqual([
    ['name', '[Oan]a [Țip]ărescu'],
    ['alias', '[Oan]i'],
  ])
})

test('the longest of several words that begin one is marked, and letters with signs of their own whole', () => {
  expect(said(person('Łucja Weißmann'), { text: 'l luc weiss' })).toEqual([['name', '[Łuc]ja [Weiß]mann']])
  // The sign may be a character of its own.
  expect(said(person('S\u0326tefan'), { text: 's' })).toEqual([['name', '[S\u0326]tefan']])
})

test('the label says why only where no field does, and nothing is said of what cannot be seen in the letters', () => {
  expect(said(vehicle, { text: 'xx07' }, 'XX07 DEM')).toEqual([['label', '[XX07] DEM']])
  expect(said(person('Щука'), { text: 'shchuka' }, 'Щука')).toEqual([])
})

test('a number marks the field that holds it, however it is written', () => {
  const plate = (value: string): SearchInput => ({ identifier: { scheme: 'PLATE', value } })
  expect(said(vehicle, plate('xx07-dem'))).toEqual([['plate', '[XX07 DEM]']])
  expect(said(vehicle, plate('dem0000000xx07dem'))[0]).toEqual(['vin', '[DEM0000000XX07DEM]'])
  const phone: DetailPartsFragment = {
    __typename: 'Phone',
    phoneNumber: '+447700900123',
    imei: '356938035643809',
    imsi: null,
    network: null,
  }
  expect(said(phone, { identifier: { scheme: 'PHONE', value: '07700 900 123', country: 'GB' } })).toEqual([
    ['phoneNumber', '[+447700900123]'],
  ])
})
