import { type FormEvent, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { AuditEntries } from './AuditEntries'
import styles from './audit.module.css'

/** A question to the log: who touched an element, or what an officer did, between two days. */
export interface AuditQuestion {
  about: 'element' | 'officer'
  id: string
  from: string
  until: string
}

/** The log, for auditors and supervisors. The address may name an element or an officer. */
export default function AuditPage() {
  const { text } = useSpeech()
  const words = text.audit
  useTitle(words.title)
  const [parameters] = useSearchParams()
  const officer = parameters.get('officer')
  const element = parameters.get('element')
  const named = officer ?? element ?? ''
  const [question, setQuestion] = useState<AuditQuestion | null>(
    named === '' ? null : { about: officer ? 'officer' : 'element', id: named, from: '', until: '' },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '').trim()
    const about = field('about') === 'officer' ? 'officer' : 'element'
    setQuestion({ about, id: field('id'), from: field('from'), until: field('until') })
  }
  return (
    <div className={parts.page}>
      <h1>{words.title}</h1>
      <p className={parts.hint}>{words.lead}</p>
      <form className={`${parts.panel} ${styles.form}`} onSubmit={submit}>
        <label className={parts.field}>
          <span>{words.about}</span>
          <select className={parts.select} name="about" defaultValue={question?.about ?? 'element'}>
            <option value="element">{words.element}</option>
            <option value="officer">{words.officer}</option>
          </select>
        </label>
        <label className={`${parts.field} ${styles.wide}`}>
          <span>{words.id}</span>
          <input className={parts.input} name="id" required autoComplete="off" defaultValue={named} />
          <span className={parts.hint}>{words.idHint}</span>
        </label>
        <label className={parts.field}>
          <span>{words.from}</span>
          <input className={parts.input} type="date" name="from" />
        </label>
        <label className={parts.field}>
          <span>{words.until}</span>
          <input className={parts.input} type="date" name="until" />
        </label>
        <button type="submit" className={parts.primary}>
          {words.ask}
        </button>
      </form>
      {question && <AuditEntries key={JSON.stringify(question)} question={question} />}
    </div>
  )
}
