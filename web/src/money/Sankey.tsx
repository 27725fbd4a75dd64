import type { ReactNode } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { amountSaid, exactSum } from '../map/flow'
import parts from '../shell/parts.module.css'
import styles from '../work/work.module.css'
import { type Band, flowsOf, type Gone, type Step, sankeyOf, shortened } from './flows'

const width = 960
const least = 400
const label = 185
const bar = 12

interface DrawnProps {
  steps: readonly Step[]
  currency: string
  /** What has gone so far, where transfers are shown one after the other. */
  gone: Gone | null
}

/** Where the money went: bars for who held it, bands as wide as the amounts. The table below says the same. */
export function Sankey({ steps, currency, gone }: DrawnProps) {
  const { number } = useSpeech()
  const words = useWork().money
  const names = new Map(steps.flatMap((step) => [step.from, step.to]).map((one) => [one.id, one.label]))
  const drawn = sankeyOf(flowsOf(steps, currency), least, 14)
  const bottom = Math.max(drawn.height, ...drawn.bars.map((one) => one.y + one.height))
  const span = drawn.layers > 1 ? (width - label - bar) / (drawn.layers - 1) : 0
  const x = (layer: number) => layer * span
  const layerOf = new Map(drawn.bars.map((one) => [one.id, one.layer]))
  return (
    <div className={styles.form}>
      <Wide name={words.sankey}>
        <svg
          className={styles.chart}
          viewBox={`0 0 ${width} ${bottom + 20}`}
          role="img"
          aria-label={words.sankey}
        >
          <g transform="translate(0 10)">
            {drawn.bands.map((band) => {
              const key = `${band.from} ${band.to}`
              const ends = [x(layerOf.get(band.from) ?? 0) + bar, x(layerOf.get(band.to) ?? 0)] as const
              const part = (gone?.amounts.get(key) ?? 0) / band.amount
              return (
                <g key={key} className={styles.band}>
                  <path d={bandOf(band, ends, 1)} />
                  {part > 0 && (
                    <path
                      className={gone?.now === key ? styles.bandNow : styles.bandGone}
                      d={bandOf(band, ends, part)}
                    />
                  )}
                  <title>
                    {fill(words.flow, {
                      from: names.get(band.from) ?? '',
                      to: names.get(band.to) ?? '',
                      amount: `${amountSaid(band.exact, number)} ${currency}`,
                      n: number(band.transfers),
                    })}
                  </title>
                </g>
              )
            })}
            {drawn.bars.map((one) => (
              <g key={one.id}>
                <rect className={styles.node} x={x(one.layer)} y={one.y} width={bar} height={one.height} />
                <text x={x(one.layer) + bar + 4} y={one.y + Math.min(one.height / 2, 10) + 4}>
                  <title>{names.get(one.id)}</title>
                  {shortened(names.get(one.id) ?? '')}
                </text>
              </g>
            ))}
          </g>
        </svg>
      </Wide>
      {drawn.back.length > 0 && (
        <p className={parts.hint}>{fill(words.circles, { n: number(drawn.back.length) })}</p>
      )}
    </div>
  )
}

/** A drawing that a narrow page shows a part of. */
function Wide({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no drawing in it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by keyboard
    <div className={styles.wide} role="group" aria-label={name} tabIndex={0}>
      {children}
    </div>
  )
}

/** The upper part of a band, as much as has gone. */
function bandOf(
  { width: high, fromY, toY }: Band,
  [x1, x2]: readonly [number, number],
  part: number,
): string {
  const middle = (x1 + x2) / 2
  const [top1, top2] = [fromY - high / 2, toY - high / 2]
  const [low1, low2] = [top1 + high * part, top2 + high * part]
  return `M${x1} ${top1}C${middle} ${top1} ${middle} ${top2} ${x2} ${top2}V${low2}C${middle} ${low2} ${middle} ${low1} ${x1} ${low1}Z`
}

/** The transfers over time: the higher, the larger. A line shows what they have come to. */
export function OverTime({ steps, currency, gone }: DrawnProps) {
  const { number, instant, day } = useSpeech()
  const words = useWork().money
  const shown = steps.filter((step) => step.currency === currency && step.amount !== null)
  const times = shown.map((step) => Date.parse(step.at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const most = Math.max(1, ...shown.map((step) => step.amount ?? 0))
  const low = 150
  const x = (at: number) => 60 + (last > first ? (at - first) / (last - first) : 0.5) * (width - 80)
  const y = (amount: number) => 12 + (1 - amount / most) * (low - 12)
  if (shown.length === 0) return null
  const total = shown.reduce((sum, step) => sum + (step.amount ?? 0), 0)
  let sum = 0
  const line = shown.map((step) => {
    sum += step.amount ?? 0
    return `H${x(Date.parse(step.at))}V${y((sum / total) * most)}`
  })
  return (
    <Wide name={words.overTime}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${low + 30}`}
        role="img"
        aria-label={words.overTime}
      >
        <line className={styles.axis} x1={60} x2={width - 20} y1={low} y2={low} />
        <text x={54} y={18} textAnchor="end">
          {number(Math.round(most))}
        </text>
        <text x={60} y={low + 20}>
          {day(new Date(first).toISOString())}
        </text>
        <text x={width - 20} y={low + 20} textAnchor="end">
          {day(new Date(last).toISOString())}
        </text>
        <path className={styles.sum} d={`M60 ${low}${line.join('')}`}>
          <title>
            {fill(words.inAll, {
              amount: `${amountSaid(exactSum(shown.map(({ exact }) => exact)), number)} ${currency}`,
            })}
          </title>
        </path>
        {gone?.at != null && (
          <line className={styles.moment} x1={x(gone.at)} x2={x(gone.at)} y1={low} y2={0} />
        )}
        {shown.map((step) => (
          <g key={step.id}>
            <line
              className={styles.guide}
              x1={x(Date.parse(step.at))}
              x2={x(Date.parse(step.at))}
              y1={low}
              y2={y(step.amount ?? 0)}
            />
            <circle className={styles.dot} cx={x(Date.parse(step.at))} cy={y(step.amount ?? 0)} r={4}>
              <title>{`${instant(step.at)}: ${step.from.label} → ${step.to.label}, ${amountSaid(step.exact, number)} ${currency}`}</title>
            </circle>
          </g>
        ))}
      </svg>
    </Wide>
  )
}
