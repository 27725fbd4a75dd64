import { useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { EntryChoicesDocument, type Handling, type ShareAct } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import styles from '../work/work.module.css'

const nothing = {}
const scopes = ['JOINT_TEAMS', 'ORGANISATIONS', 'EVERYONE'] as const

/** What is done to the audience, with whom, and under which conditions. */
export function ShareFields() {
  const words = useWork().sharing
  const [act, setAct] = useState<ShareAct>('SHARE')
  return (
    <>
      <fieldset className={styles.section}>
        <legend>{words.act}</legend>
        {(Object.keys(words.acts) as ShareAct[]).map((one) => (
          <label key={one} className={styles.flag}>
            <input type="radio" name="act" value={one} checked={act === one} onChange={() => setAct(one)} />
            <span>
              <strong>{words.acts[one]}</strong> <span className={parts.hint}>{words.actHints[one]}</span>
            </span>
          </label>
        ))}
        <label className={styles.flag}>
          <input type="checkbox" name="withLinks" defaultChecked />
          {words.withLinks}
        </label>
      </fieldset>
      {act !== 'RECALL' && <Audience />}
      <Conditions />
    </>
  )
}

function Audience() {
  const { text } = useSpeech()
  const words = useWork().sharing
  const { organisation } = useMe()
  const [scope, setScope] = useState<(typeof scopes)[number]>('JOINT_TEAMS')
  const answer = useAnswer(EntryChoicesDocument, nothing)
  return (
    <fieldset className={styles.section}>
      <legend>{words.withWhom}</legend>
      <label className={parts.field}>
        <span>{text.record.audience}</span>
        <select
          className={parts.select}
          name="scope"
          value={scope}
          onChange={(event) => setScope(scopes.find((one) => one === event.target.value) ?? scope)}
        >
          {scopes.map((one) => (
            <option key={one} value={one}>
              {text.scopes[one]}
            </option>
          ))}
        </select>
      </label>
      {scope !== 'EVERYONE' && (
        <Answered answer={answer}>
          {({ organisations, operations }) => (
            <div className={styles.flags}>
              {(scope === 'JOINT_TEAMS'
                ? operations
                : organisations.filter((other) => other.id !== organisation.id)
              ).map((one) => (
                <label key={one.id} className={styles.flag}>
                  <input
                    type="checkbox"
                    name={scope === 'JOINT_TEAMS' ? 'operations' : 'organisations'}
                    value={one.id}
                  />
                  {one.name}
                </label>
              ))}
            </div>
          )}
        </Answered>
      )}
    </fieldset>
  )
}

function Conditions() {
  const { text } = useSpeech()
  const words = useWork().sharing
  const [replace, setReplace] = useState(false)
  return (
    <fieldset className={styles.section}>
      <legend>{words.conditions}</legend>
      <label className={styles.flag}>
        <input type="checkbox" name="replace" checked={replace} onChange={() => setReplace(!replace)} />
        {words.replace}
      </label>
      {replace && (
        <>
          <div className={styles.flags}>
            {(Object.keys(text.handling) as Handling[]).map((code) => (
              <label key={code} className={styles.flag}>
                <input type="checkbox" name="handling" value={code} />
                {code}: {text.handling[code]}
              </label>
            ))}
          </div>
          <label className={parts.field}>
            <span>{text.record.restrictions}</span>
            <input className={parts.input} name="restrictions" autoComplete="off" />
          </label>
        </>
      )}
      <div className={styles.grid}>
        <label className={parts.field}>
          <span>{text.record.embargo}</span>
          <input className={parts.input} type="datetime-local" name="embargo" />
        </label>
        <label className={parts.field}>
          <span>{text.record.expires}</span>
          <input className={parts.input} type="datetime-local" name="expires" />
        </label>
      </div>
    </fieldset>
  )
}
