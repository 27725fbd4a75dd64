import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { DataTable } from '../work/DataTable'
import styles from '../work/work.module.css'

interface Line {
  name: string
  /** The entities of the largest piece after each number of removals, from 0 on. */
  values: readonly number[]
}

const width = 520
const height = 240
const left = 52
const right = 12
const top = 12
const bottom = 40

/** How the largest piece shrinks as targets are removed, drawn and as a table. */
export function Curve({ lines }: { lines: readonly [Line, Line] }) {
  const { number } = useSpeech()
  const words = useWork().disruption
  const steps = Math.max(1, ...lines.map((line) => line.values.length - 1))
  const most = Math.max(1, ...lines.flatMap((line) => line.values))
  const x = (i: number) => left + (i / steps) * (width - left - right)
  const y = (n: number) => top + (1 - n / most) * (height - top - bottom)
  const points = (line: Line) => line.values.map((n, i) => `${x(i).toFixed(1)},${y(n).toFixed(1)}`).join(' ')
  return (
    <div className={styles.form}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.curveName}
      >
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line
              className={styles.guide}
              x1={left}
              x2={width - right}
              y1={y(most * part)}
              y2={y(most * part)}
            />
            <text x={left - 6} y={y(most * part) + 4} textAnchor="end">
              {number(Math.round(most * part))}
            </text>
          </g>
        ))}
        <line className={styles.axis} x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
        <text x={left} y={height - bottom + 16}>
          0
        </text>
        <text x={width - right} y={height - bottom + 16} textAnchor="end">
          {number(steps)}
        </text>
        <text x={(left + width - right) / 2} y={height - 6} textAnchor="middle">
          {words.removals}
        </text>
        <polyline className={styles.second} points={points(lines[1])} />
        <polyline className={styles.first} points={points(lines[0])} />
      </svg>
      <p className={parts.hint}>{fill(words.curveKey, { first: lines[0].name, second: lines[1].name })}</p>
      <details>
        <summary>{words.asTable}</summary>
        <DataTable
          name={words.curveName}
          columns={[words.removals, lines[0].name, lines[1].name]}
          rows={Array.from({ length: steps + 1 }, (_, i) => ({
            key: String(i),
            cells: [number(i), ...lines.map(({ values: { [i]: n } }) => (n === undefined ? '' : number(n)))],
          }))}
        />
      </details>
    </div>
  )
}
