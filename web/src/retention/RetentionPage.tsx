import { useCallback, useState } from 'react'
import { ask } from '../api/ask'
import { usePages } from '../api/usePages'
import { ReviewsDocument, type ReviewsQuery } from '../gql/graphql'
import { ElementName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { ChosenRecords } from '../work/ChosenRecords'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import { Disposals } from './Disposals'
import { RetentionActs } from './RetentionActs'

type Review = ReviewsQuery['reviews']['nodes'][number]

/** How far ahead reviews are listed at first, in milliseconds. */
const ahead = 30 * 24 * 60 * 60 * 1000

/** How long the organisation keeps what it contributed: reviews, legal holds and disposals. */
export default function RetentionPage() {
  const { text } = useSpeech()
  const words = useWork().retention
  useTitle(text.shell.retention)
  const [due, setDue] = useState(() => new Date(Date.now() + ahead).toISOString().slice(0, 10))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [others, setOthers] = useState<string[]>(() =>
    (new URLSearchParams(location.hash.replace(/^#/, '')).get('ids') ?? '')
      .split(',')
      .filter((id) => id !== ''),
  )
  const [round, setRound] = useState(0)
  const ids = [...new Set([...chosen, ...others])]
  const done = () => {
    setChosen([])
    setRound((n) => n + 1)
  }
  return (
    <div className={parts.page}>
      <h1>{text.shell.retention}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <Panel
        title={words.reviews}
        beside={
          <label className={parts.row}>
            <span>{words.due}</span>
            <input
              className={parts.select}
              type="date"
              required
              value={due}
              onChange={(event) => event.target.value && setDue(event.target.value)}
            />
          </label>
        }
      >
        <Reviews key={`${due} ${round}`} due={due} chosen={chosen} onChoose={setChosen} />
      </Panel>
      <ChosenRecords legend={words.others} hint={words.othersHint} chosen={others} onChange={setOthers} />
      <RetentionActs ids={ids} onDone={done} />
      <Disposals round={round} />
      <p className={`${parts.hint} ${styles.form}`}>{words.holdNote}</p>
    </div>
  )
}

interface ReviewsProps {
  due: string
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

function Reviews({ due, chosen, onChoose }: ReviewsProps) {
  const { text, instant } = useSpeech()
  const words = useWork().retention
  const read = useCallback(
    async (after: string | null, signal: AbortSignal) => {
      const asked = { due: `${due}T23:59:59Z`, first: 50, after }
      const { reviews } = await ask(ReviewsDocument, asked, signal)
      return { ...reviews, totalCount: reviews.nodes.length }
    },
    [due],
  )
  const pages = usePages<Review>(read)
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <>
      {pages.failure && <FailureNote failure={pages.failure} />}
      {pages.asking && <p className={parts.asking}>{text.shell.loading}</p>}
      {!pages.asking && !pages.failure && pages.items.length === 0 && (
        <p className={parts.empty}>{words.noReviews}</p>
      )}
      {pages.items.length > 0 && (
        <DataTable
          name={words.reviews}
          columns={[words.choose, words.element, words.review, words.hold, words.kept]}
          rows={pages.items.map((item) => ({
            key: item.of,
            cells: [
              <input
                key="choose"
                type="checkbox"
                aria-label={fill(words.chooseOf, {
                  name: item.element && 'label' in item.element ? item.element.label : item.of,
                })}
                checked={chosen.includes(item.of)}
                onChange={() => toggle(item.of)}
              />,
              item.element ? <ElementName key="element" element={item.element} /> : words.withdrawn,
              item.review && instant(item.review),
              item.hold && `${item.hold.reason}, ${instant(item.hold.at)}`,
              item.kept && `${item.kept.reason}, ${instant(item.kept.at)}`,
            ],
          }))}
        />
      )}
      {pages.more && (
        <div className={parts.panelBody}>
          <button type="button" className={parts.button} onClick={pages.more}>
            {text.shell.more}
          </button>
        </div>
      )}
    </>
  )
}
