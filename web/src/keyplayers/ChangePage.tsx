import { type FormEvent, useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { askedFor } from '../disruption/network'
import {
  CompareCommunitiesDocument,
  type CompareCommunitiesQuery,
  type ComparisonInput,
} from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { NetworkSelect } from '../work/NetworkSelect'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'

type Compared = CompareCommunitiesQuery['compareCommunities']
type Community = Compared['born'][number]

/** What became of the communities of one date by another. */
export default function ChangePage() {
  const { text } = useSpeech()
  const words = useWork().change
  useTitle(text.shell.change)
  const [operation, setOperation] = useState(() => askedFor(location.hash).operation)
  const [input, setInput] = useState<ComparisonInput | null>(null)
  const answer = useAnswer(CompareCommunitiesDocument, input && { input })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setInput({
      before: `${form.get('before')}T12:00:00Z`,
      after: `${form.get('after')}T12:00:00Z`,
      scope: operation === '' ? null : { operation },
      resolution: Number(form.get('resolution')),
      first: 10,
    })
  }
  return (
    <div className={parts.page}>
      <h1>{text.shell.change}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <form className={`${parts.panel} ${styles.form}`} onSubmit={submit}>
        <div className={styles.grid}>
          <NetworkSelect value={operation} onChange={setOperation} />
          <label className={parts.field}>
            <span>{words.before}</span>
            <input className={parts.input} type="date" name="before" required />
          </label>
          <label className={parts.field}>
            <span>{words.after}</span>
            <input className={parts.input} type="date" name="after" required />
          </label>
          <label className={parts.field}>
            <span>{text.communities.resolution}</span>
            <input
              className={parts.input}
              type="number"
              name="resolution"
              min="0.01"
              max="100"
              step="any"
              defaultValue="1"
              required
            />
          </label>
        </div>
        <div className={parts.row}>
          <button type="submit" className={parts.primary}>
            {words.go}
          </button>
        </div>
      </form>
      {input && (
        <Answered answer={answer}>
          {({ compareCommunities }) => <Comparison compared={compareCommunities} />}
        </Answered>
      )}
    </div>
  )
}

function Comparison({ compared }: { compared: Compared }) {
  const { number } = useSpeech()
  const words = useWork().change
  const sizes = (several: { size: number }[]) => several.map(({ size }) => number(size)).join(' + ')
  return (
    <>
      <p role="status">
        {fill(words.numbers, {
          before: number(compared.before.totalCount),
          after: number(compared.after.totalCount),
        })}
      </p>
      <div className={styles.two}>
        <Fate
          title={words.kept}
          n={compared.keptCount}
          shown={compared.kept.map(({ after, joinedIds, leftIds, likeness }) => ({
            community: after,
            says: fill(words.keptSays, {
              part: number(Math.round(likeness * 100)),
              joined: number(joinedIds.length),
              left: number(leftIds.length),
            }),
          }))}
        />
        <Fate
          title={words.merged}
          n={compared.mergedCount}
          shown={compared.merged.map(({ one, several }) => ({
            community: one,
            says: fill(words.mergedSays, { sizes: sizes(several) }),
          }))}
        />
        <Fate
          title={words.split}
          n={compared.splitCount}
          shown={compared.split.map(({ one, several }) => ({
            community: one,
            says: fill(words.splitSays, { sizes: sizes(several) }),
          }))}
        />
        <Fate
          title={words.born}
          n={compared.bornCount}
          shown={compared.born.map((community) => ({ community, says: '' }))}
        />
        <Fate
          title={words.died}
          n={compared.diedCount}
          shown={compared.died.map((community) => ({ community, says: '' }))}
        />
      </div>
    </>
  )
}

interface FateProps {
  title: string
  n: number
  shown: { community: Community; says: string }[]
}

function Fate({ title, n, shown }: FateProps) {
  const { number, count, text } = useSpeech()
  const words = useWork().change
  return (
    <Panel title={`${title}: ${number(n)}`}>
      {shown.length === 0 ? (
        <p className={parts.empty}>{words.none}</p>
      ) : (
        <ul className={styles.form}>
          {shown.map(({ community, says }) => (
            <li key={community.id}>
              <strong>{count(text.communities.size, community.size)}</strong>{' '}
              <span className={parts.hint}>{says}</span>
              <ul className={parts.row}>
                {community.members.map((entity) => (
                  <li key={entity.id}>
                    <EntityName entity={entity} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
