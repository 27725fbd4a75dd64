import { ask } from '../api/ask'
import { EntryForm } from '../entry/EntryForm'
import { FileEvaluationDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { maybe, readers } from '../shell/places'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import type { TeamProps } from './TeamPage'

/** What the parties made of a team that is over. */
export function Evaluations({ team, again }: TeamProps) {
  const { number } = useSpeech()
  const words = useWork().teams
  const { organisation, roles } = useMe()
  const shown = team.evaluations
  const filed = shown.some((one) => one.organisation.id === organisation.id)
  return (
    <Panel title={words.evaluations}>
      {shown.length === 0 && (
        <p className={parts.empty}>{maybe(roles, readers) ? words.noEvaluations : words.unreadEvaluations}</p>
      )}
      {shown.map((evaluation) => (
        <dl key={evaluation.id} className={`${parts.facts} ${parts.panelBody}`}>
          {(
            [
              [words.by, evaluation.organisation.name],
              [words.results, evaluation.results],
              [words.difficulties, evaluation.difficulties],
              [words.lessons, evaluation.lessons],
              [words.arrests, number(evaluation.arrests)],
              [words.safeguarded, number(evaluation.safeguarded)],
              [words.seized, evaluation.seized],
            ] as const
          )
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name} className={parts.fact}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      ))}
      {!filed && team.state === 'ENDED' && <FileEvaluation team={team} again={again} />}
    </Panel>
  )
}

function FileEvaluation({ team, again }: TeamProps) {
  const words = useWork().teams
  const write = async (form: FormData, idempotencyKey: string) => {
    const field = (name: string) => String(form.get(name) ?? '').trim()
    await ask(FileEvaluationDocument, {
      input: {
        idempotencyKey,
        operation: team.id,
        results: field('results'),
        difficulties: field('difficulties') || null,
        lessons: field('lessons') || null,
        seized: field('seized') || null,
        arrests: Number(field('arrests')),
        safeguarded: Number(field('safeguarded')),
      },
    })
    again()
  }
  const long = (name: string, label: string, required: boolean) => (
    <label className={parts.field}>
      <span>{label}</span>
      <textarea className={parts.input} name={name} rows={2} required={required} />
    </label>
  )
  const whole = (name: string, label: string) => (
    <label className={parts.field}>
      <span>{label}</span>
      <input className={parts.input} type="number" name={name} min={0} defaultValue={0} required />
    </label>
  )
  return (
    <div className={styles.form}>
      <EntryForm write={write} submit={words.file}>
        <fieldset className={styles.section}>
          <legend>{words.evaluation}</legend>
          {long('results', words.results, true)}
          {long('difficulties', words.difficulties, false)}
          {long('lessons', words.lessons, false)}
          <div className={styles.grid}>
            {whole('arrests', words.arrests)}
            {whole('safeguarded', words.safeguarded)}
            <label className={parts.field}>
              <span>{words.seized}</span>
              <input className={parts.input} name="seized" autoComplete="off" />
            </label>
          </div>
        </fieldset>
      </EntryForm>
    </div>
  )
}
