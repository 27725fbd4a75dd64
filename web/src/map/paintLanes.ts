import type { Bins } from './bins'

/** How high a lane is, in pixels of the page. */
export const laneHeight = 24

/** The colours that the lanes are painted in. */
export interface LaneInks {
  sure: string
  over: string
  lit: string
  line: string
}

/** The colours of the theme. A custom property would be read unresolved, so the style sheet hands them over as colours that a drawing has no other use for. */
export function inksOf(element: HTMLElement): LaneInks {
  const { color, caretColor, textDecorationColor, columnRuleColor } = getComputedStyle(element)
  return { sure: color, over: caretColor, lit: textDecorationColor, line: columnRuleColor }
}

/** Paints lanes one below the other: what is surely in a part of the time, pale what reaches over it, and what is lit. */
export function paintLanes(
  on: HTMLCanvasElement,
  lanes: readonly Bins[],
  marks: readonly number[],
  inks: LaneInks,
): void {
  const ratio = devicePixelRatio
  const { clientWidth: width } = on
  const height = lanes.length * laneHeight
  on.width = Math.round(width * ratio)
  on.height = Math.round(height * ratio)
  const context = on.getContext('2d')
  if (!context) return
  context.scale(ratio, ratio)
  context.fillStyle = inks.line
  for (const mark of marks) context.fillRect(Math.round(mark * width), 0, 1, height)
  lanes.forEach(({ sure, over, lit }, i) => {
    const foot = (i + 1) * laneHeight - 1
    context.fillStyle = inks.line
    context.fillRect(0, foot, width, 1)
    let most = 1
    sure.forEach((n, at) => {
      most = Math.max(most, n + (over[at] ?? 0))
    })
    const [n, unit] = [sure.length, (laneHeight - 4) / most]
    const bars = (ink: string, count: (at: number) => number) => {
      context.fillStyle = ink
      for (let at = 0; at < n; at++) {
        const tall = count(at) === 0 ? 0 : Math.max(2, count(at) * unit)
        const left = Math.round((at * width) / n)
        if (tall > 0) context.fillRect(left, foot - tall, Math.round(((at + 1) * width) / n) - left, tall)
      }
    }
    bars(inks.over, (at) => (over[at] ? (over[at] ?? 0) + (sure[at] ?? 0) : 0))
    bars(inks.sure, (at) => sure[at] ?? 0)
    bars(inks.lit, (at) => lit[at] ?? 0)
  })
}
