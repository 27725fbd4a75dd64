import { expect, test } from 'vitest'
import {
  foundIn,
  leftOut,
  nextOf,
  nothingFound,
  readDone,
  readFound,
  type StepName,
  shownBy,
  steps,
} from './steps'

const page = { totalCount: 1, nodes: [{}] }
const organiser = (role: string) => ({
  node: {
    links: { nodes: [{ details: { role: 'RECRUITER' } }, { from: { id: 'boss' }, details: { role } }] },
  },
})
const plan = {
  targetCount: 2,
  pieces: [{ safeguard: [{ id: 'v' }, { id: 'w' }] }, { safeguard: [{ id: 'v' }] }],
}
const done: Record<StepName, unknown> = {
  search: { search: [{ id: 'a' }] },
  expand: { nodes: [null, { id: 'a', expand: { records: [{ id: 'b' }], links: [{ id: 'l' }] } }] },
  path: { paths: { routes: [{ cost: 1 }] } },
  communities: { communities: { totalCount: 2 } },
  organiser: organiser('ORGANISER'),
  money: { trace: { linkCount: 1 } },
  disruption: { plan },
  safeguard: { scorePlan: { ...plan, targetCount: 0 } },
  preview: { previewShare: { goingCount: 1 } },
  share: { share: { changed: 1 } },
  partner: { viewAs: { counts: [], records: page } },
}
const empty: Record<StepName, unknown> = {
  search: { search: [] },
  expand: { nodes: [null, { id: 'a' }, { id: 'b', expand: { records: [{ id: 'b' }], links: [] } }] },
  path: { paths: { routes: [] } },
  communities: { communities: { totalCount: 0 } },
  organiser: organiser('LAUNDERER'),
  money: { trace: { linkCount: 0 } },
  disruption: { plan: { targetCount: 0 }, job: { result: null } },
  safeguard: { scorePlan: { pieces: [{ safeguard: [] }] } },
  preview: { previewShare: { goingCount: 0 } },
  share: { share: { changed: 0 } },
  partner: { viewAs: { counts: [], records: { ...page, totalCount: 0 } } },
}

test.each(steps)('$name is done by an answer with something in it, and that step alone', ({ name }) => {
  expect(shownBy(done[name])).toEqual([name])
  expect(shownBy(empty[name])).toEqual([])
})

test('a plan is found by a long job as well, and one of one’s own counts', () => {
  expect(shownBy({ job: { result: { targetCount: 3 } } })).toEqual(['disruption'])
  expect(shownBy({ scorePlan: { targetCount: 1 } })).toEqual(['disruption'])
})

test('nothing else shows a step', () => {
  expect([null, undefined, 'search', {}, { me: {} }].flatMap(shownBy)).toEqual([])
})

test('kept steps come back in order, without what is none', () => {
  expect(readDone('share,search,gone')).toEqual(['search', 'share'])
  expect(readDone(null)).toEqual([])
})

test('the organiser, the money in the order of time and whom to safeguard are found in the answers', () => {
  const step = (at: string, to: string) => ({ at, to: { id: to } })
  const back = { from: { id: 'last' }, steps: [step('2010', 'middle'), step('2009', 'first')] }
  const answers = [organiser('ORGANISER'), { trace: { trails: [{ steps: [] }, back] } }, { plan }, { me: {} }]
  const found = answers.reduce((before, answer) => foundIn(answer, before), nothingFound)
  expect(found).toEqual({ organiser: ['boss'], money: ['first', 'middle', 'last'], safeguard: ['v', 'w'] })
  expect(readFound(JSON.stringify(found))).toEqual(found)
})

test('what is kept and not ids is left out', () => {
  expect([null, 'gone', '{"money":[1,"a"],"organiser":"b"}'].map(readFound)).toEqual([
    nothingFound,
    nothingFound,
    { ...nothingFound, money: ['a'] },
  ])
})

test('a skipped step is passed over, and no longer skipped once it is done', () => {
  expect(nextOf(['search'], ['expand', 'path'])?.name).toBe('communities')
  expect(leftOut(['search', 'path'], ['expand', 'path'])).toEqual(['expand'])
  const all = steps.map(({ name }) => name)
  expect(nextOf(all.slice(0, 9), all.slice(9))).toBe(undefined)
})
