import { expect, test } from 'vitest'
import { flowsOf, goneOf, sankeyOf, shortened, stepsOf, type Trail, totalsOf } from './flows'

const thing = (id: string) => ({ id, kind: 'BANK_ACCOUNT' as const, label: id })
const step = (id: string, to: string, at: string, amount: string, currency = 'GBP') => ({
  at,
  to: thing(to),
  link: {
    id,
    kind: 'TRANSFERRED' as const,
    source: 'REP/1',
    marking: { classification: 'OFFICIAL' as const, compartments: [], handling: [] },
    details: { __typename: 'Transfer' as const, amount, currency },
  },
})
const trails = [
  {
    from: thing('a'),
    cut: false,
    steps: [step('1', 'b', '2009-01-01', '10'), step('2', 'c', '2009-01-02', '4')],
  },
  {
    from: thing('a'),
    cut: false,
    steps: [step('1', 'b', '2009-01-01', '10'), step('3', 'd', '2009-01-03', '6')],
  },
] as Trail[]

test('a transfer on several trails is counted once', () => {
  expect(stepsOf(trails, false).map(({ id }) => id)).toEqual(['1', '2', '3'])
})

test('going back, money flows against the trail', () => {
  const [first] = stepsOf(trails, true)
  expect([first?.from.id, first?.to.id]).toEqual(['b', 'a'])
})

test('what has gone grows with each transfer', () => {
  const steps = stepsOf(trails, false)
  expect(goneOf(steps, 0)).toEqual({ amounts: new Map(), now: null, at: null })
  expect(goneOf(steps, 2)).toEqual({
    amounts: new Map([
      ['a b', 10],
      ['b c', 4],
    ]),
    now: 'b c',
    at: Date.parse('2009-01-02'),
  })
})

test('flows are of one currency', () => {
  const mixed = [
    {
      from: thing('a'),
      cut: false,
      steps: [step('1', 'b', '2009', '10'), step('2', 'c', '2010', '5', 'RON')],
    },
  ] as Trail[]
  const steps = stepsOf(mixed, false)
  expect(totalsOf(steps)).toEqual([
    { currency: 'GBP', amount: '10', transfers: 1 },
    { currency: 'RON', amount: '5', transfers: 1 },
  ])
  expect(flowsOf(steps, 'RON').map(({ amount }) => amount)).toEqual([5])
})

test('money goes to the right, and the bar is as high as what passes', () => {
  const drawn = sankeyOf(flowsOf(stepsOf(trails, false), 'GBP'), 100, 10)
  const bar = new Map(drawn.bars.map((one) => [one.id, one]))
  expect([drawn.layers, bar.get('a')?.layer, bar.get('b')?.layer, bar.get('d')?.layer]).toEqual([3, 0, 1, 2])
  expect(bar.get('b')?.height).toBeCloseTo((bar.get('c')?.height ?? 0) + (bar.get('d')?.height ?? 0))
  expect(drawn.back).toEqual([])
})

test('what leads back is told apart, and everything else is drawn', () => {
  const flow = (from: string, to: string) => ({ from, to, amount: 1, exact: '1', transfers: 1 })
  const drawn = sankeyOf([flow('a', 'b'), flow('b', 'c'), flow('c', 'a')], 100, 10)
  expect([drawn.bands.length, drawn.back.map(({ from, to }) => from + to)]).toEqual([2, ['ca']])
})

test('nothing to draw is nothing drawn', () => {
  expect(sankeyOf([], 100, 10)).toEqual({ height: 100, layers: 0, bars: [], bands: [], back: [] })
})

test('however many receive, every bar and band lies within the drawing', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    from: 'a',
    to: `r${i}`,
    amount: 1 + i,
    exact: String(1 + i),
    transfers: 1,
  }))
  const drawn = sankeyOf(many, 400, 14)
  expect([drawn.bars.length, drawn.bands.length]).toEqual([61, 60])
  for (const { y, height } of drawn.bars) expect(y + height).toBeLessThanOrEqual(drawn.height * 1.3)
  for (const { width, toY } of drawn.bands) expect(toY + width / 2).toBeLessThanOrEqual(drawn.height * 1.3)
  expect(Math.min(...drawn.bands.map(({ width }) => width))).toBeGreaterThan(0)
})

test('a flow is exact to the last digit, though it is of many transfers', () => {
  const tenths = Array.from({ length: 10 }, (_, i) => step(String(i), 'b', `2009-01-0${i}`, '0.10'))
  const steps = stepsOf(
    tenths.map((one) => ({ from: thing('a'), cut: false, steps: [one] })) as Trail[],
    false,
  )
  expect(flowsOf(steps, 'GBP').map(({ exact, transfers }) => [exact, transfers])).toEqual([['1.00', 10]])
  expect(totalsOf(steps)).toEqual([{ currency: 'GBP', amount: '1.00', transfers: 10 }])
})

test('names are cut in the middle, so that accounts of one bank stay apart', () => {
  const [one, other] = ['RO49AAAA1B31007593840000', 'RO49AAAA1B31007593840001'].map(shortened)
  expect([one, other]).toEqual(['RO49AAAA1B3…07593840000', 'RO49AAAA1B3…07593840001'])
  expect(shortened('Alex Mockford')).toBe('Alex Mockford')
})
