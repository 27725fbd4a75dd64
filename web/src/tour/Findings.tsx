import { Link } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { type EntityBriefFragment, TourFoundDocument } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import type { Found } from './steps'
import { useTourTexts } from './texts'
import styles from './tour.module.css'

/** How many things the hub names at once. */
const most = 500

/**
 * What the steps led to, by name: the organiser, the flow of money and whom to
 * bring to safety. Names are asked for anew, so that nobody is named whom the
 * reader does not see now.
 */
export function Findings({ found }: { found: Found }) {
  const ids = [...new Set([...found.organiser, ...found.money, ...found.safeguard])].slice(0, most)
  const answer = useAnswer(TourFoundDocument, ids.length > 0 ? { ids } : null)
  if (ids.length === 0) return <Named organiser={[]} money={[]} safeguard={[]} />
  return (
    <Answered answer={answer}>
      {({ nodes }) => {
        const named = new Map(
          nodes.flatMap((node) => (node?.__typename === 'Record' ? [[node.id, node.entity] as const] : [])),
        )
        const things = (of: readonly string[]) => of.flatMap((id) => named.get(id) ?? [])
        return (
          <Named
            organiser={things(found.organiser)}
            money={things(found.money)}
            safeguard={things(found.safeguard)}
          />
        )
      }}
    </Answered>
  )
}

type NamedFindings = { [Finding in keyof Found]: EntityBriefFragment[] }

function Named({ organiser, money, safeguard }: NamedFindings) {
  const { count } = useSpeech()
  const words = useTourTexts()
  return (
    <dl className={styles.findings}>
      <dt>{words.ends.organiser}</dt>
      <dd>{organiser.length > 0 ? <Names things={organiser} /> : words.gone}</dd>
      <dt>{words.ends.money}</dt>
      <dd>
        {money.length > 0 ? (
          <>
            <Names things={money} />{' '}
            <Link className={parts.quiet} href={`/money#from=${money[0]?.id}`}>
              {words.follow}
            </Link>
          </>
        ) : (
          words.gone
        )}
      </dd>
      <dt>{words.ends.safeguard}</dt>
      <dd>
        {safeguard.length > 0 ? (
          <details>
            <summary>{count(words.people, safeguard.length)}</summary>
            <Names things={safeguard} />
          </details>
        ) : (
          words.gone
        )}
      </dd>
    </dl>
  )
}

/** Things by name, one after the other as they were found. */
function Names({ things }: { things: EntityBriefFragment[] }) {
  return (
    <ol className={styles.names}>
      {things.map((thing) => (
        <li key={thing.id}>
          <EntityName entity={thing} />
        </li>
      ))}
    </ol>
  )
}
