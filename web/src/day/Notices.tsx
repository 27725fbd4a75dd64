import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { usePages } from '../api/usePages'
import { viewAddress } from '../canvas/address'
import {
  type ElementPartsFragment,
  NoticeElementsDocument,
  type NoticeKind,
  type NoticePartsFragment,
  NoticesDocument,
  type ViewsQuery,
} from '../gql/graphql'
import { jointPlanAddress } from '../jointplan/address'
import { ElementName } from '../kinds/Element'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import { MoreRow } from '../shell/MoreRow'
import parts from '../shell/parts.module.css'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import type { Told } from './useLive'

/** How many views the list holds at most. */
const mostViews = 100

/** How many elements of one notice are named. */
const named = 3

/** What the officer may open, to name it; undefined while it is asked for. */
type Views = ViewsQuery['views'] | undefined

interface Props {
  told: readonly Told[]
  views: Views
}

/** What happened that concerns the officer, newest first; it grows as things happen. */
export function Notices({ told, views }: Props) {
  const words = useWork().day
  const [kind, setKind] = useState<NoticeKind | ''>('')
  const newest = told[0]?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came is read with the rest
  const read = useCallback(
    async (after: string | null, signal: AbortSignal) =>
      (await ask(NoticesDocument, { kinds: kind === '' ? null : [kind], first: 50, after }, signal)).notices,
    [kind, newest],
  )
  const pages = usePages<NoticePartsFragment>(read)
  return (
    <Panel
      title={words.notices}
      beside={
        <select
          className={parts.select}
          aria-label={words.noticeKind}
          value={kind}
          onChange={(event) => setKind(event.target.value as NoticeKind | '')}
        >
          <option value="">{words.allNotices}</option>
          {(Object.keys(words.kinds) as NoticeKind[]).map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
      }
    >
      {pages.failure && <FailureNote failure={pages.failure} />}
      {pages.items.length > 0 && <NoticeTable notices={pages.items} told={told} views={views} />}
      {pages.totalCount === 0 && <p className={parts.empty}>{words.noticesNone}</p>}
      {!pages.failure && <MoreRow pages={pages} />}
      <p className={`${parts.hint} ${parts.panelBody}`}>{words.live}</p>
    </Panel>
  )
}

function NoticeTable({ notices, told, views }: Props & { notices: NoticePartsFragment[] }) {
  const { instant } = useSpeech()
  const words = useWork().day
  const ids = [...new Set(notices.flatMap((notice) => notice.about.slice(0, named)))].slice(0, 500)
  const answer = useAnswer(NoticeElementsDocument, ids.length > 0 ? { ids } : null)
  const inSight = new Map(
    (answer.data?.nodes ?? []).flatMap((node) => (node ? [[node.id, node] as const] : [])),
  )
  const fresh = new Set(told.map(({ id }) => id))
  return (
    <DataTable
      name={words.notices}
      columns={[words.at, words.what, words.from, words.about]}
      rows={notices.map((notice) => ({
        key: notice.id,
        cells: [
          instant(notice.at),
          <span key="what">
            {fresh.has(notice.id) && <strong className={parts.tag}>{words.new}</strong>}{' '}
            {saying(words, notice)}
          </span>,
          notice.from ? <Owner key="from" owner={notice.from} /> : words.hub,
          <About key="about" notice={notice} inSight={inSight} views={views} />,
        ],
      }))}
    />
  )
}

/** What a notice tells: of a joint team, what changed in it. */
function saying(words: DayWords, { kind, detail }: NoticePartsFragment): string {
  const changes: Readonly<Record<string, string>> = words.teamChanges
  return (kind === 'TEAM' && detail && changes[detail]) || words.kinds[kind]
}

type DayWords = ReturnType<typeof useWork>['day']

interface AboutProps {
  notice: NoticePartsFragment
  inSight: ReadonlyMap<string, ElementPartsFragment>
  views: Views
}

function About({ notice, inSight, views }: AboutProps) {
  const { count } = useSpeech()
  const words = useWork().day
  const elements = notice.about.slice(0, named).flatMap((id) => inSight.get(id) ?? [])
  const more = notice.about.length - elements.length
  return (
    <>
      {notice.operation && <span>{notice.operation.name} </span>}
      {notice.kind === 'JOINT_PLAN' && notice.matter && (
        <Link href={jointPlanAddress(notice.matter)}>{words.jointPlan}</Link>
      )}
      {notice.kind === 'VIEW_SHARED' && notice.matter && <SharedView id={notice.matter} views={views} />}
      {elements.length > 0 && (
        <ul>
          {elements.map((element) => (
            <li key={element.id}>
              <ElementName element={element} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <span className={parts.hint}>{count(words.more, more)}</span>}
    </>
  )
}

/** A way to the view, or that it was taken back or removed since. */
function SharedView({ id, views }: { id: string; views: Views }) {
  const words = useWork().day
  const view = views?.find((one) => one.id === id)
  if (view) return <Link href={viewAddress(id)}>{view.name}</Link>
  // A list holds so many at most: one that is not in it may still open.
  if (views === undefined || views.length === mostViews)
    return <Link href={viewAddress(id)}>{words.view}</Link>
  return <span className={parts.hint}>{words.viewGone}</span>
}
