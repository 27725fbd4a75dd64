import { useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { type IssuerPartsFragment, IssuersDocument, type IssuersQuery } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import styles from '../work/work.module.css'
import { EntryDesk } from './EntryDesk'
import { firstEntry } from './entries'
import { IssuerCard } from './IssuerCard'
import { useIssuerTexts } from './texts'

const nothing = {}

/** The identity providers the hub trusts, what waits for a second administrator, and the entry that is being written. */
export default function IssuersPage() {
  const { text } = useSpeech()
  const words = useIssuerTexts()
  useTitle(text.shell.issuers)
  const answer = useAnswer(IssuersDocument, nothing)
  const [written, setWritten] = useState<{ of: string; entry: string } | null>(null)
  const write = (issuer: IssuerPartsFragment | null) =>
    setWritten({ of: issuer?.displayName ?? '', entry: firstEntry(issuer) })
  return (
    <div className={parts.page}>
      <div className={parts.titleRow}>
        <h1>{text.shell.issuers}</h1>
        <button type="button" className={parts.primary} onClick={() => write(null)}>
          {words.propose}
        </button>
      </div>
      <p className={parts.lead}>{words.lead}</p>
      <Answered answer={answer}>
        {(data) => (
          <>
            {written && (
              <EntryDesk
                key={`${written.of} ${written.entry}`}
                title={written.of === '' ? words.newEntry : fill(words.entryOf, { name: written.of })}
                first={written.entry}
                organisations={data.organisations}
                onClose={() => setWritten(null)}
                onProposed={() => {
                  setWritten(null)
                  answer.again()
                }}
              />
            )}
            <Issuers {...data} again={answer.again} onWrite={write} />
          </>
        )}
      </Answered>
    </div>
  )
}

interface IssuersProps extends IssuersQuery {
  again: () => void
  onWrite: (issuer: IssuerPartsFragment) => void
}

function Issuers({ issuers, organisations, again, onWrite }: IssuersProps) {
  const words = useIssuerTexts()
  if (issuers.length === 0)
    return (
      <div className={`${parts.panel} ${parts.empty}`}>
        <strong>{words.none}</strong>
      </div>
    )
  return (
    <div className={styles.cards}>
      {issuers.map((issuer) => (
        <IssuerCard
          key={issuer.name}
          issuer={issuer}
          organisations={organisations}
          again={again}
          onWrite={() => onWrite(issuer)}
        />
      ))}
    </div>
  )
}
