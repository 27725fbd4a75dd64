import { useMemo } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { amountSaid, runningSums, type Sum } from './flow'
import { Player } from './Player'
import type { Route } from './useRoute'

/** A payment in words. */
export interface PaymentSaid extends Sum {
  from: string
  to: string
  when: string
}

interface Props {
  route: Route
  title: string
  /** Each payment's amount, by time; the words of one are asked for when it is shown. */
  amounts: readonly Sum[]
  saidOf: (step: number) => PaymentSaid | null
}

/** Shows payments one after the other, with what they have come to so far, each currency for itself. */
export function FlowPlayer({ route, title, amounts, saidOf }: Props) {
  const { number } = useSpeech()
  const words = useWork().time
  const { step } = route
  const payment = step === null ? null : saidOf(step)
  const money = ({ amount, currency }: Sum) => `${amountSaid(amount, number)} ${currency}`
  const sums = useMemo(() => runningSums(amounts), [amounts])
  const said =
    step === null || !payment
      ? ''
      : fill(words.payment, {
          n: number(step + 1),
          total: number(amounts.length),
          from: payment.from,
          to: payment.to,
          amount: money(payment),
          when: payment.when,
          sum: sums(step + 1)
            .map(money)
            .join(', '),
        })
  return (
    <>
      <Player route={route} steps={amounts.length} title={title} said={said} />
      {step !== null && (
        <label className={parts.row}>
          <span className={parts.hint}>{words.progress}</span>
          <input
            type="range"
            min={0}
            max={amounts.length - 1}
            value={step}
            aria-valuetext={said}
            onChange={(event) => route.go(Number(event.target.value))}
          />
        </label>
      )}
    </>
  )
}
