import { useMemo } from 'react'
import { useCanvas } from '../canvas/CanvasMemory'
import { thingOf } from '../canvas/CanvasStore'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import type { Dated } from './dated'
import type { PaymentSaid } from './FlowPlayer'
import { onwardFrom, paidAt, payersOf, paymentsOf } from './flow'
import type { Leg, Spot } from './travel'
import { useRoute } from './useRoute'
import { useWhen } from './useWhen'

/** The payments of the period, one after the other: those of money that was followed, else those onward from what is selected, else all. */
export function useFlow(inPeriod: readonly Dated[], spots: readonly Spot[]) {
  const words = useWork().time
  const when = useWhen()
  const { folded, selected, flow } = useCanvas()
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
    const ties = new Map(payments.slice(0, step).map(({ tie }) => [tie, false]))
    const now = payments[step]
    return now ? ties.set(now.tie, true) : ties
  }, [payments, step])
  const lines = useMemo(() => {
    const at = new Map(spots.map((spot) => [spot.id, spot.at]))
    return payments.map(({ from, to }): Leg['line'] | null => {
      const [a, b] = [paidAt(folded, at, from), paidAt(folded, at, to)]
      return a && b ? [a, b] : null
    })
  }, [payments, folded, spots])
  const flows = useMemo(() => {
    const gone = step === null ? [] : lines.slice(0, step + 1).filter((line) => line !== null)
    return [...new Map(gone.map((line) => [line.join(' '), { key: line.join(' '), line }])).values()]
  }, [lines, step])
  const saidOf = (at: number): PaymentSaid | null => {
    const payment = payments[at]
    if (!payment) return null
    const labelOf = (id: string) => folded.things.get(id)?.label ?? ''
    return { ...payment, from: labelOf(payment.from), to: labelOf(payment.to), when: when(payment) }
  }
  const now = step === null ? null : (payments[step] ?? null)
  const line = step === null ? null : (lines[step] ?? null)
  return {
    route,
    payments,
    title,
    lit,
    flows,
    saidOf,
    now,
    moving: line && { line, done: route.done },
    unplaced: lines.filter((one) => one === null).length,
  }
}
