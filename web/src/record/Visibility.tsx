import { Fragment, useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { WhoCanSeeDocument, type WhoCanSeeQuery, WhyCanISeeDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { Said } from '../language/said/Said'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'

interface Props {
  id: string
  /** Whether the reader's own organisation contributed it: only its owner is told who sees it. */
  own: boolean
}

/** Who sees an element, for its owner, and why the reader does, for everybody else. Asked only when wanted. */
export function Visibility({ id, own }: Props) {
  const { text } = useSpeech()
  const [shown, setShown] = useState(false)
  if (shown) return own ? <WhoSees id={id} /> : <WhyISee id={id} />
  return (
    <button type="button" className={parts.button} onClick={() => setShown(true)}>
      {own ? text.visibility.who : text.visibility.why}
    </button>
  )
}

function WhyISee({ id }: { id: string }) {
  const answer = useAnswer(WhyCanISeeDocument, { id })
  return (
    <Answered answer={answer}>
      {({ whyCanISee }) => (
        <ul>
          {whyCanISee.map(({ reason, says }) => (
            <li key={reason}>
              <Said sentence={says} />
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}

function WhoSees({ id }: { id: string }) {
  const answer = useAnswer(WhoCanSeeDocument, { id })
  return <Answered answer={answer}>{({ whoCanSee }) => <Seers seen={whoCanSee} />}</Answered>
}

function Seers({ seen }: { seen: WhoCanSeeQuery['whoCanSee'] }) {
  const { text, count, day } = useSpeech()
  const words = text.visibility
  const rows: [string, string][] = [
    [words.organisations, seen.organisations.map((o) => `${o.name} (${o.country})`).join(', ')],
    [words.officers, seen.officers.join(', ')],
    [words.teams, seen.teams.map((team) => team.operation.name).join(', ')],
    [words.otherTeams, seen.otherTeams > 0 ? count(words.teamCount, seen.otherTeams) : ''],
    [words.roles, seen.roles.map((role) => text.roles[role]).join(', ')],
    [words.clearances, seen.clearances.map((c) => text.compartments[c]).join(', ')],
    [text.record.embargo, seen.from ? day(seen.from) : ''],
    [text.record.expires, seen.until ? day(seen.until) : ''],
  ]
  return (
    <>
      {!seen.holds && <p className={parts.notice}>{words.notNow}</p>}
      <dl className={parts.facts}>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
      {seen.teams.map((team) => (
        <details key={team.operation.id}>
          <summary>{team.operation.name}</summary>
          <ul>
            {team.members.map((member) => (
              <li key={member.officerId}>
                {member.name}, {member.organisation.name} ({member.organisation.country})
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
