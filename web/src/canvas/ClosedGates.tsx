import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask'
import { ClosedGatesDocument, type ClosedGatesQuery } from '../gql/graphql'
import { ElementName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { Said } from '../language/said/Said'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useAct } from '../work/useAct'
import { recordsGraph } from './load'

type Closed = ClosedGatesQuery['checkAction']['closed'][number]

/** How many are named; more are no work for one sitting. */
const most = 50
/** The most elements that one question about gates may name. */
const asked = 5000

/** Of records and the links among them, those that may not be taken out of the hub. */
async function closedAmong(records: readonly string[]): Promise<Closed[]> {
  const { links } = await recordsGraph(records)
  const all = [...records, ...links.map(({ id }) => id)]
  const closed: Closed[] = []
  for (let at = 0; at < all.length && closed.length < most; at += asked) {
    const ids = all.slice(at, at + asked)
    const { checkAction } = await ask(ClosedGatesDocument, { ids, action: 'EXPORT' })
    closed.push(...checkAction.closed)
  }
  return closed.slice(0, most)
}

/**
 * After a refusal: which of what was to leave may not, why, and the way to ask its owner. It is asked for by a
 * button, because the question is an act in itself, of which an owner may be told.
 */
export function ClosedGates({ ids }: { ids: readonly string[] }) {
  const words = useWork().exports
  const { number } = useSpeech()
  const { busy, failure, act } = useAct()
  const [closed, setClosed] = useState<Closed[]>([])
  return (
    <>
      <button
        type="button"
        className={parts.button}
        disabled={busy}
        onClick={() => void act(async () => setClosed(await closedAmong(ids)))}
      >
        {words.which}
      </button>
      {failure && <FailureNote failure={failure} />}
      {closed.length > 0 && (
        <ul aria-label={words.closed}>
          {closed.map((gate) => (
            <ClosedGate key={gate.element.id} gate={gate} />
          ))}
        </ul>
      )}
      {closed.length === most && <p className={parts.hint}>{fill(words.closedMore, { n: number(most) })}</p>}
    </>
  )
}

function ClosedGate({ gate }: { gate: Closed }) {
  const words = useWork().releases
  const { element, owner, reasons, keys } = gate
  return (
    <li>
      <ElementName element={element} /> <span className={parts.hint}>{owner.name}</span>
      {reasons.map(({ reason, says }) => (
        <p key={reason} className={parts.hint}>
          <Said sentence={says} />
        </p>
      ))}
      {keys.length > 0 && <Link href={`/releases/ask/${element.id}`}>{words.ask}</Link>}
    </li>
  )
}
