import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import {
  DecideDisposalDocument,
  DisposalElementsDocument,
  DisposalsDocument,
  type DisposalsQuery,
} from '../gql/graphql'
import { ElementName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import { useAct } from '../work/useAct'
import styles from '../work/work.module.css'

type Disposal = DisposalsQuery['disposals'][number]

/** How many elements of a disposal are named. */
const named = 10

/** Decisions to erase for ever: one supervisor proposes, another decides. */
export function Disposals({ round }: { round: number }) {
  const words = useWork().retention
  const answer = useAnswer(DisposalsDocument, { states: null, first: 50 + (round % 2) })
  return (
    <Panel title={words.disposals}>
      <Answered answer={answer}>
        {({ disposals }) =>
          disposals.length === 0 ? (
            <p className={parts.empty}>{words.noDisposals}</p>
          ) : (
            <div className={styles.form}>
              {disposals.map((disposal) => (
                <DisposalCard key={disposal.id} disposal={disposal} onDone={answer.again} />
              ))}
            </div>
          )
        }
      </Answered>
    </Panel>
  )
}

function DisposalCard({ disposal, onDone }: { disposal: Disposal; onDone: () => void }) {
  const { instant, number, count } = useSpeech()
  const words = useWork().retention
  const { officer } = useMe()
  const { act, busy, failure } = useAct()
  const { id, version } = disposal
  const own = disposal.proposed === officer.id
  const decide = async (confirm: boolean) => {
    if (
      await act((idempotencyKey) =>
        ask(DecideDisposalDocument, { input: { idempotencyKey, id, version, confirm } }),
      )
    )
      onDone()
  }
  return (
    <article className={styles.section} aria-label={disposal.reason}>
      <p className={parts.row}>
        <span className={parts.tag}>{words.states[disposal.state]}</span>
        <strong>{disposal.reason}</strong>
        <span className={parts.hint}>
          {instant(disposal.at)} · {count(words.chosen, disposal.about.length)}
        </span>
      </p>
      <DisposedElements ids={disposal.about.slice(0, named)} />
      {disposal.state === 'DONE' && (
        <p>{fill(words.outcome, { erased: number(disposal.erased), held: number(disposal.held) })}</p>
      )}
      {disposal.state === 'PROPOSED' && own && <p className={parts.hint}>{words.waitsForSecond}</p>}
      {disposal.state === 'PROPOSED' && !own && (
        <div className={parts.row}>
          <button type="button" className={parts.primary} disabled={busy} onClick={() => void decide(true)}>
            {words.confirm}
          </button>
          <button type="button" className={parts.button} disabled={busy} onClick={() => void decide(false)}>
            {words.refuse}
          </button>
        </div>
      )}
      {failure && <FailureNote failure={failure} />}
    </article>
  )
}

function DisposedElements({ ids }: { ids: readonly string[] }) {
  const answer = useAnswer(DisposalElementsDocument, ids.length > 0 ? { ids: [...ids] } : null)
  const found = (answer.data?.nodes ?? []).flatMap((node) => node ?? [])
  if (found.length === 0) return null
  return (
    <ul>
      {found.map((element) => (
        <li key={element.id}>
          <ElementName element={element} />
        </li>
      ))}
    </ul>
  )
}
