import { expect, test } from 'vitest'
import { readDone, type StepName, shownBy, steps } from './steps'

const page = { totalCount: 1, nodes: [{}] }
const done: Record<StepName, unknown> = {
  search: { search: [{ id: 'a' }] },
  expand: { nodes: [null, { id: 'a', expand: { records: [{ id: 'b' }], links: [{ id: 'l' }] } }] },
  path: { shortestPath: { entities: [{ id: 'a' }, { id: 'b' }] } },
  communities: { communities: { totalCount: 2 } },
  disruption: { plan: { targetCount: 1 } },
  preview: { previewShare: { goingCount: 1 } },
  share: { share: { changed: 1 } },
  partner: { viewAs: { counts: [], records: page } },
}
const empty: Record<StepName, unknown> = {
  search: { search: [] },
  expand: { nodes: [null, { id: 'a' }, { id: 'b', expand: { records: [{ id: 'b' }], links: [] } }] },
  path: { shortestPath: null },
  communities: { communities: { totalCount: 0 } },
  disruption: { plan: { targetCount: 0 }, job: { result: null } },
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
