import { useMemo } from 'react'
import { thingOf } from '../canvas/CanvasStore'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import type { Dated } from './dated'
import type { PaymentSaid } from './FlowPlayer'
import { onwardFrom, paidIn, payersOf, paymentsOf } from './flow'
import type { Leg, Spot } from './travel'
import { useCanvasLater } from './useCanvasLater'
import { useRoute } from './useRoute'
import { useWhen } from './useWhen'

/** The payments of the period, one after the other: those of money that was followed, else those onward from what is selected, else all. */
export function useFlow(inPeriod: readonly Dated[], spots: readonly Spot[]) {
  const words = useWork().time
  const when = useWhen()
  const { folded, selected, flow } = useCanvasLater('folded', 'selected', 'flow')
  const thing = thingOf(folded, selected)
  const { payments, title } = useMemo(() => {
    const all = paymentsOf(inPeriod)
    if (flow) return { payments: all.filter(({ id }) => flow.has(id)), title: words.followed }
    const own = thing ? onwardFrom(all, payersOf(folded, thing.id)) : []
    return own.length > 0
      ? { payments: own, title: fill(words.onward, { label: thing?.label ?? '' }) }
      : { payments: all, title: words.allPayments }
  }, [inPeriod, flow, folded, thing, words])
  const route = useRoute(payments)
  const { step } = route
  const lit = useMemo(() => {
    if (step === null) return null
    const ties = new Map<string, boolean>()
    for (let i = 0; i < step; i++) ties.set(payments[i]?.tie ?? '', false)
    const now = payments[step]
    return now ? ties.set(now.tie, true) : ties
  }, [payments, step])
  const lines = useMemo(() => {
    const paid = paidIn(folded, new Map(spots.map((spot) => [spot.id, spot.at])))
    return payments.map(({ from, to }): Leg['line'] | null => {
      const [a, b] = [paid(from), paid(to)]
      return a && b ? [a, b] : null
    })
  }, [payments, folded, spots])
  const ways = useMemo(() => waysOf(lines), [lines])
  const gone = step === null ? 0 : ways.filter(({ first }) => first <= step).length
  const flows = useMemo(() => ways.slice(0, gone), [ways, gone])
  const unplaced = useMemo(() => lines.filter((one) => one === null).length, [lines])
  const line = step === null ? null : (lines[step] ?? null)
  const { progress } = route
  const moving = useMemo(() => line && { line, progress }, [line, progress])
  const saidOf = (at: number): PaymentSaid | null => {
    const payment = payments[at]
    if (!payment) return null
    const labelOf = (id: string) => folded.things.get(id)?.label ?? ''
    return { ...payment, from: labelOf(payment.from), to: labelOf(payment.to), when: when(payment) }
  }
  const now = step === null ? null : (payments[step] ?? null)
  return {
    route,
    payments,
    title,
    lit,
    flows,
    saidOf,
    now,
    moving,
    unplaced,
  }
}

/** The ways that money goes, each once, with the payment that goes it first. */
function waysOf(lines: readonly (Leg['line'] | null)[]) {
  const ways = new Map<string, { key: string; line: Leg['line']; first: number }>()
  lines.forEach((line, first) => {
    const key = line?.join(' ')
    if (line && key !== undefined && !ways.has(key)) ways.set(key, { key, line, first })
  })
  return [...ways.values()]
}
