import type { ReactNode } from 'react'
import { useAnswer } from '../api/useAnswer'
import { type RecordKind, ShareElementsDocument } from '../gql/graphql'
import { ElementName } from '../kinds/Element'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { RecordFinder } from './RecordFinder'
import styles from './work.module.css'

interface Props {
  legend: string
  hint?: string
  /** Ids of records. */
  chosen: readonly string[]
  onChange: (ids: string[]) => void
  /** Only records of these kinds are offered; left out: any. */
  kinds?: RecordKind[]
  /** What stands beside each of the chosen. */
  beside?: (id: string, label: string) => ReactNode
}

/** A list of records that grows by searching and shrinks by a button each. */
export function ChosenRecords({ legend, hint, chosen, onChange, kinds, beside }: Props) {
  return (
    <fieldset className={styles.section}>
      <legend>{legend}</legend>
      {hint && <p className={parts.hint}>{hint}</p>}
      {chosen.length > 0 && <ChosenList chosen={chosen} onChange={onChange} beside={beside} />}
      <RecordFinder
        legend={legend}
        kinds={kinds}
        onChoose={(id) => {
          if (!chosen.includes(id)) onChange([...chosen, id])
        }}
      />
    </fieldset>
  )
}

function ChosenList({
  chosen,
  onChange,
  beside,
}: Pick<Props, 'chosen' | 'onChange'> & { beside: Props['beside'] | undefined }) {
  const words = useWork().work
  const answer = useAnswer(ShareElementsDocument, { ids: [...chosen] })
  return (
    <Answered answer={answer}>
      {({ nodes }) => (
        <ol className={styles.chosen}>
          {nodes.map(
            (node) =>
              node && (
                <li key={node.id}>
                  <ElementName element={node} /> {beside?.(node.id, 'label' in node ? node.label : node.id)}{' '}
                  <button
                    type="button"
                    className={parts.quiet}
                    aria-label={fill(words.takeOutOf, { label: 'label' in node ? node.label : node.id })}
                    onClick={() => onChange(chosen.filter((id) => id !== node.id))}
                  >
                    {words.takeOut}
                  </button>
                </li>
              ),
          )}
        </ol>
      )}
    </Answered>
  )
}
