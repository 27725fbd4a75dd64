import { ask } from '../api/ask'
import { EntryForm } from '../entry/EntryForm'
import { type CertificatePartsFragment, CloseSharingDocument, type ClosingChoice } from '../gql/graphql'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { maybe, readers, supervisors } from '../shell/places'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import type { TeamProps } from './TeamPage'

/** What owners did with what they had shared with a team that is over, with the proof of it. */
export function Closing({ team, again }: TeamProps) {
  const words = useWork().teams
  const { organisation, roles } = useMe()
  const shown = team.certificates
  const done = shown.some((one) => one.organisation.id === organisation.id)
  const choices: ClosingChoice[] = maybe(roles, supervisors) ? ['RETURN', 'PURGE'] : ['RETURN']
  const write = async (form: FormData, idempotencyKey: string) => {
    const choice = String(form.get('choice')) as ClosingChoice
    const input = { idempotencyKey, operation: team.id, choice }
    await ask(CloseSharingDocument, { input })
    again()
  }
  return (
    <Panel title={words.closing}>
      {shown.map((certificate) => (
        <CertificateFacts key={certificate.id} certificate={certificate} />
      ))}
      {shown.length === 0 && <p className={parts.empty}>{words.noCertificates}</p>}
      {!maybe(roles, readers) && shown.length > 0 && (
        <p className={`${parts.hint} ${parts.panelBody}`}>{words.unread}</p>
      )}
      {!done && team.state === 'ENDED' && (
        <div className={styles.form}>
          <EntryForm write={write} submit={words.closeGo}>
            <fieldset className={styles.section}>
              <legend>{words.closingChoice}</legend>
              {choices.map((choice) => (
                <label key={choice} className={styles.flag}>
                  <input type="radio" name="choice" value={choice} required />
                  {words.choices[choice]}
                </label>
              ))}
            </fieldset>
          </EntryForm>
        </div>
      )}
    </Panel>
  )
}

function CertificateFacts({ certificate }: { certificate: CertificatePartsFragment }) {
  const { number, instant } = useSpeech()
  const words = useWork().teams
  const { records, links, involvements, held } = certificate
  return (
    <dl className={`${parts.facts} ${parts.panelBody}`}>
      <dt>{words.certificate}</dt>
      <dd>
        <Owner owner={certificate.organisation} /> · {instant(certificate.done)}
      </dd>
      <dt>{words.choice}</dt>
      <dd>{words.choices[certificate.choice]}</dd>
      {records !== null && links !== null && involvements !== null && held !== null && (
        <>
          <dt>{words.counts}</dt>
          <dd>
            {fill(words.certificateCounts, {
              records: number(records),
              links: number(links),
              roles: number(involvements),
              held: number(held),
            })}
          </dd>
        </>
      )}
      <dt>SHA-256</dt>
      <dd>
        <code>{certificate.digest}</code>
      </dd>
    </dl>
  )
}
