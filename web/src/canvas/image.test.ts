import { expect, test } from 'vitest'
import { svgOf } from './image'
import { encloses } from './lasso'

const picture = {
  width: 400,
  height: 300,
  ground: '#fff',
  ink: '#000',
  lines: [{ x1: 0, y1: 0, x2: 10.04, y2: 10, width: 1, colour: '#888' }],
  discs: [{ x: 10, y: 10, r: 8, colour: '#1f6fb2', icon: 'person.svg' }],
  words: [{ x: 20, y: 14, text: 'Ion <b>& "fiii"' }],
}

test('an image has its marking at top and bottom, its legend and its signs, and nothing from outside', () => {
  const imprint = {
    marking: 'OFFICIAL-SENSITIVE',
    caption: 'Entente',
    legend: [{ icon: 'person.svg', colour: '#1f6fb2', text: 'Person' }],
  }
  const signs = new Map([['person.svg', '<svg viewBox="0 0 24 24"><circle r="4"/></svg>']])
  const svg = svgOf(picture, imprint, signs)
  expect(svg.match(/>OFFICIAL-SENSITIVE</g)).toHaveLength(2)
  expect(svg).toContain('>Person</text>')
  expect(svg.match(/<circle r="4"\/>/g)).toHaveLength(2)
  expect(svg).toContain('Ion &#60;b&#62;&#38; &#34;fiii&#34;')
  expect(svg).not.toMatch(/href|url\(/)
})

test('a line drawn round things encloses what is inside it alone', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 5, y: 2 },
    { x: 0, y: 10 },
  ]
  expect(encloses(corner, { x: 5, y: 1 })).toBe(true)
  expect(encloses(corner, { x: 5, y: 5 })).toBe(false)
  expect(encloses(corner, { x: 11, y: 1 })).toBe(false)
  expect(encloses([], { x: 1, y: 1 })).toBe(false)
})
