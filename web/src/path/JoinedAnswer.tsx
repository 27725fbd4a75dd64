import type { Joined } from '../canvas/CanvasStore'
import styles from '../canvas/canvas.module.css'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { AnswerFacts } from './AnswerFacts'
import { EntityButton } from './EntityButton'
import { Hubs } from './Hubs'
import { isWeakest } from './marks'
import { StepLine } from './StepLine'

/** What joins the marked things, tie by tie; or that nothing does. */
export function JoinedAnswer({ joined }: { joined: Joined }) {
  const { text, count, number } = useSpeech()
  const words = text.path
  const entity = new Map(joined.entities.map((one) => [one.id, one]))
  if (joined.links.length === 0)
    return (
      <p className={parts.notice} role="status">
        {words.noneJoins}
      </p>
    )
  return (
    <section aria-label={words.joined} className={styles.answer}>
      <h3>
        {words.joined}: {count(text.canvas.links, joined.links.length)}
      </h3>
      {joined.groups.length > 1 && (
        <p className={parts.notice}>{fill(words.apart, { n: number(joined.groups.length) })}</p>
      )}
      <AnswerFacts weakest={joined.weakest} handling={joined.handling} />
      <Hubs hubs={joined.hubs} />
      <ol className={styles.communities}>
        {joined.links.map(({ fromId, toId, link, parallel }) => {
          const [from, to] = [entity.get(fromId), entity.get(toId)]
          const reversed = from !== undefined && !from.records.some(({ id }) => id === link.fromId)
          return (
            <li key={link.id}>
              {from && <EntityButton entity={from} />}
              <StepLine step={{ link, parallel, reversed }} weak={isWeakest(link.grading, joined.weakest)} />
              {to && <EntityButton entity={to} />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
