import { ask } from '../api/ask'
import { DecideIssuerDocument, type IssuerPartsFragment } from '../gql/graphql'
import { fill } from '../language/say'
import { useMe } from '../session/SessionProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useAct } from '../work/useAct'
import styles from '../work/work.module.css'
import { changes } from './changes'
import own from './issuers.module.css'
import { useIssuerTexts } from './texts'

interface Props {
  issuer: IssuerPartsFragment
  again: () => void
}

/** What waits for a second administrator, line by line, and the decision of whoever did not propose it. */
export function Draft({ issuer, again }: Props) {
  const words = useIssuerTexts()
  const { officer } = useMe()
  const { act, busy, failure } = useAct()
  const { name, displayName, version, draft, entry, proposedBy } = issuer
  if (draft === null) return null
  const decide = async (accept: boolean) => {
    if (await act(() => ask(DecideIssuerDocument, { name, version, accept }))) again()
  }
  return (
    <section className={styles.form} aria-label={fill(words.draftOf, { name: displayName })}>
      <h3>{words.draft}</h3>
      <pre className={own.entry}>
        {changes(entry, draft).map(({ is, text }, n) => {
          const Mark = { kept: 'span', added: 'ins', removed: 'del' }[is] as 'span' | 'ins' | 'del'
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a text has no other name than its number
          return <Mark key={n}>{text}</Mark>
        })}
      </pre>
      {proposedBy === officer.id ? (
        <p className={parts.hint}>{words.ownDraft}</p>
      ) : (
        <div className={parts.row}>
          <button type="button" className={parts.primary} disabled={busy} onClick={() => void decide(true)}>
            {words.accept}
          </button>
          <button type="button" className={parts.button} disabled={busy} onClick={() => void decide(false)}>
            {words.refuse}
          </button>
          <span className={parts.hint}>{words.acceptHint}</span>
        </div>
      )}
      {failure && <FailureNote failure={failure} again={again} />}
    </section>
  )
}
