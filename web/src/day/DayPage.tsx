import { useEffect } from 'react'
import { useAnswer } from '../api/useAnswer'
import { ViewsDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { maybe, readers, supervisors } from '../shell/places'
import { useTitle } from '../shell/useTitle'
import { DueReviews } from './DueReviews'
import { Notices } from './Notices'
import { SecondDecisions } from './SecondDecisions'
import { SharedViews } from './SharedViews'
import { useLive } from './useLive'
import { WaitingReleases } from './WaitingReleases'

const nothing = {}

/** What waits for the officer, and what has happened that concerns them. */
export default function DayPage() {
  const { text } = useSpeech()
  const words = useWork().day
  useTitle(text.shell.day)
  const { roles, officer } = useMe()
  const told = useLive()
  const newest = told[0]
  const views = useAnswer(ViewsDocument, maybe(roles, readers) ? nothing : null)
  const { again } = views
  useEffect(() => {
    if (newest?.kind === 'VIEW_SHARED') again()
  }, [newest, again])
  return (
    <div className={parts.page}>
      <h1>{text.shell.day}</h1>
      <p className={parts.lead}>{fill(words.lead, { name: officer.name })}</p>
      <p className={parts.hidden} role="status">
        {newest && fill(words.came, { what: words.kinds[newest.kind] })}
      </p>
      {maybe(roles, readers) && <WaitingReleases round={told.length} />}
      {maybe(roles, readers) && <SecondDecisions round={told.length} />}
      {maybe(roles, supervisors) && <DueReviews />}
      {maybe(roles, readers) && <SharedViews answer={views} />}
      <Notices told={told} views={views.data?.views} />
    </div>
  )
}
