import { useState } from 'react'
import type { ShareAct } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { AudienceFields } from '../work/AudienceFields'
import { Checks, withCodes } from '../work/Checks'
import styles from '../work/work.module.css'

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
  const words = useWork().sharing
  return (
    <fieldset className={styles.section}>
      <legend>{words.withWhom}</legend>
      <AudienceFields scopes={scopes} />
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
          <Checks name="handling" legend={text.record.handling} choices={withCodes(text.handling)} />
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
