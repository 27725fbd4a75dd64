import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { EndSessionDocument, MySessionsDocument, type SessionPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import { useAct } from '../work/useAct'
import { useSessionTexts } from './texts'

const nothing = {}

/** The browsers in which the officer is signed in, and how to sign out the others. */
export default function SessionsPage() {
  const { text } = useSpeech()
  const words = useSessionTexts()
  useTitle(text.shell.sessions)
  const answer = useAnswer(MySessionsDocument, nothing)
  return (
    <div className={parts.page}>
      <h1>{text.shell.sessions}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <Answered answer={answer}>
        {({ mySessions }) => <Sessions sessions={mySessions} again={answer.again} />}
      </Answered>
    </div>
  )
}

function Sessions({ sessions, again }: { sessions: SessionPartsFragment[]; again: () => void }) {
  const { instant } = useSpeech()
  const words = useSessionTexts()
  const { act, busy, failure } = useAct()
  const others = sessions.filter(({ current }) => !current)
  const end = async (ended: SessionPartsFragment[]) => {
    await act(async () => {
      for (const { session } of ended) await ask(EndSessionDocument, { session })
    })
    again() // what was ended before a failure is gone, too
  }
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <Panel
        title={words.all}
        beside={
          others.length > 0 && (
            <button type="button" className={parts.button} disabled={busy} onClick={() => void end(others)}>
              {words.endOthers}
            </button>
          )
        }
      >
        <DataTable
          name={words.all}
          columns={[words.began, words.seen, words.ends, words.act]}
          rows={sessions.map((one) => ({
            key: one.session,
            cells: [
              instant(one.began),
              instant(one.seen),
              instant(one.ends),
              one.current ? (
                <span key="act" className={parts.tag}>
                  {words.current}
                </span>
              ) : (
                <button
                  key="act"
                  type="button"
                  className={parts.button}
                  disabled={busy}
                  aria-label={fill(words.endOf, { began: instant(one.began) })}
                  onClick={() => void end([one])}
                >
                  {words.end}
                </button>
              ),
            ],
          }))}
        />
        <p className={parts.panelBody} role="status">
          {others.length === 0 ? words.noOthers : words.hint}
        </p>
      </Panel>
    </>
  )
}
