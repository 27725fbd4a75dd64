import { useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import { EntryForm } from '../entry/EntryForm'
import {
  type Action,
  CheckActionDocument,
  EntryChoicesDocument,
  ReleaseElementDocument,
  RequestReleaseDocument,
} from '../gql/graphql'
import { ElementName } from '../kinds/Element'
import { Said } from '../language/said/Said'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import styles from '../work/work.module.css'

const nothing = {}
const askable = ['USE_IN_PRODUCT', 'EXPORT', 'PASS_ON', 'USE_IN_COURT'] as const satisfies readonly Action[]

/** Asks the owner of an element for leave to do one thing with it. */
export default function AskReleasePage({ element }: { element: string }) {
  const words = useWork().releases
  useTitle(words.ask)
  const answer = useAnswer(ReleaseElementDocument, { id: element })
  return (
    <div className={parts.page}>
      <h1>{words.ask}</h1>
      <p className={parts.lead}>{words.askLead}</p>
      <Answered answer={answer}>
        {({ node }) =>
          node ? (
            <>
              <p>
                <ElementName element={node} />
              </p>
              <RequestForm element={element} />
            </>
          ) : (
            <FailureNote failure={new Failure('NOT_FOUND', '')} />
          )
        }
      </Answered>
    </div>
  )
}

function RequestForm({ element }: { element: string }) {
  const words = useWork().releases
  const [, go] = useLocation()
  const [action, setAction] = useState<(typeof askable)[number]>('USE_IN_PRODUCT')
  const write = async (form: FormData, idempotencyKey: string) => {
    const until = String(form.get('until') ?? '')
    await ask(RequestReleaseDocument, {
      input: {
        idempotencyKey,
        element,
        action,
        to: action === 'PASS_ON' ? form.getAll('to').map(String) : null,
        why: String(form.get('why') ?? '').trim(),
        until: action === 'PASS_ON' || until === '' ? null : new Date(until).toISOString(),
      },
    })
    go('/releases')
  }
  return (
    <EntryForm write={write} submit={words.send}>
      <fieldset className={styles.section}>
        <legend>{words.action}</legend>
        {askable.map((one) => (
          <label key={one} className={styles.flag}>
            <input type="radio" name="action" checked={action === one} onChange={() => setAction(one)} />
            {words.actions[one]}
          </label>
        ))}
        <Gate element={element} action={action} />
      </fieldset>
      {action === 'PASS_ON' && <To />}
      <fieldset className={styles.section}>
        <legend>{words.why}</legend>
        <label className={parts.field}>
          <span>{words.whyLabel} *</span>
          <textarea className={parts.input} name="why" required rows={3} />
        </label>
        <p className={parts.hint}>{words.whyHint}</p>
        {action !== 'PASS_ON' && (
          <label className={parts.field}>
            <span>{words.until}</span>
            <input className={parts.input} type="datetime-local" name="until" />
          </label>
        )}
      </fieldset>
    </EntryForm>
  )
}

/** Whether it may be done already, and if not why. */
function Gate({ element, action }: { element: string; action: Action }) {
  const words = useWork().releases
  const answer = useAnswer(CheckActionDocument, { ids: [element], action })
  return (
    <Answered answer={answer}>
      {({ checkAction }) =>
        checkAction.allowed ? (
          <p className={parts.notice}>{words.allowed}</p>
        ) : (
          <ul>
            {checkAction.closed.flatMap(({ reasons }) =>
              reasons.map(({ reason, says }) => (
                <li key={reason}>
                  <Said sentence={says} />
                </li>
              )),
            )}
          </ul>
        )
      }
    </Answered>
  )
}

function To() {
  const words = useWork().releases
  const { organisation } = useMe()
  const answer = useAnswer(EntryChoicesDocument, nothing)
  return (
    <fieldset className={styles.section}>
      <legend>{words.to}</legend>
      <Answered answer={answer}>
        {({ organisations }) => (
          <div className={styles.flags}>
            {organisations
              .filter((other) => other.id !== organisation.id)
              .map((other) => (
                <label key={other.id} className={styles.flag}>
                  <input type="checkbox" name="to" value={other.id} />
                  {other.name} ({other.country})
                </label>
              ))}
          </div>
        )}
      </Answered>
    </fieldset>
  )
}
