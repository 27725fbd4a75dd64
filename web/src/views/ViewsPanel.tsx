import { useState } from 'react'
import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { useAnnounce } from '../canvas/Announcer'
import { useCanvasStore } from '../canvas/CanvasMemory'
import styles from '../canvas/canvas.module.css'
import type { Actions } from '../canvas/useActions'
import { SaveViewDocument, ViewsDocument } from '../gql/graphql'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { AudienceFields } from '../work/AudienceFields'
import { audienceOf } from '../work/audience'
import { useAct } from '../work/useAct'
import { heldOf } from './content'
import { ViewRow } from './ViewRow'

const scopes = ['PRIVATE', 'JOINT_TEAMS', 'ORGANISATIONS', 'EVERYONE'] as const
const nothing = {}

/** The views that the officer may open, and a way to keep what lies on the canvas as another. */
export default function ViewsPanel({ actions }: { actions: Actions }) {
  const words = useWork().views
  const answer = useAnswer(ViewsDocument, nothing)
  return (
    <div className={styles.selection}>
      <p className={parts.hint}>{words.lead}</p>
      <KeepView onKept={answer.again} />
      <Answered answer={answer}>
        {({ views }) =>
          views.length === 0 ? (
            <p className={parts.empty}>{words.none}</p>
          ) : (
            <ul className={styles.legend}>
              {views.map((view) => (
                <ViewRow key={view.id} view={view} actions={actions} onChanged={answer.again} />
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  )
}

function KeepView({ onKept }: { onKept: () => void }) {
  const words = useWork().views
  const store = useCanvasStore()
  const announce = useAnnounce()
  const { officer } = useMe()
  const { busy, failure, act } = useAct()
  const [name, setName] = useState('')
  const { view, folded } = store.read()
  const keep = async (form: FormData) => {
    const own = form.get('how') === 'update' && view?.own ? view : null
    const mine = { scope: 'OFFICERS' as const, officers: [officer.id], organisations: null, operations: null }
    const input = { ...heldOf(store), name, audience: audienceOf(form) ?? mine }
    const named = own ? { id: own.id, version: own.version } : {}
    const done = await act(async (idempotencyKey) => {
      const { saveView } = await ask(SaveViewDocument, { input: { ...input, ...named, idempotencyKey } })
      const { id, version } = saveView.view
      store.set({ view: { id, version, own: true } })
    })
    if (!done) return
    announce(fill(words.kept, { name }))
    setName('')
    onKept()
  }
  return (
    <form
      className={styles.expand}
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        void keep(new FormData(event.currentTarget, submitter))
      }}
    >
      <h3>{words.keep}</h3>
      <label className={parts.field}>
        <span>{words.name}</span>
        <input
          className={parts.input}
          required
          maxLength={200}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p className={parts.hint}>{words.nameHint}</p>
      <AudienceFields scopes={scopes} none={words.alone} />
      <div className={parts.row}>
        <button type="submit" className={parts.primary} disabled={busy || folded.things.size === 0}>
          {words.save}
        </button>
        {view?.own && (
          <button type="submit" name="how" value="update" className={parts.button} disabled={busy}>
            {words.update}
          </button>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
    </form>
  )
}
