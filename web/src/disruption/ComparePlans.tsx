import { useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { ComparePlansDocument } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import { Curve } from './Curve'
import type { MadePlan } from './madePlan'
import { Numbers } from './Numbers'
import { judgedInput } from './network'

/** Two kept plans side by side, both judged in the network of the first. */
export function ComparePlans({ kept }: { kept: readonly MadePlan[] }) {
  const words = useWork().disruption
  const [chosen, setChosen] = useState<[number, number]>([0, 1])
  const [one, two] = [kept[chosen[0]], kept[chosen[1]]]
  return (
    <Panel title={words.compare}>
      <div className={styles.form}>
        {kept.length < 2 ? (
          <p className={parts.hint}>{words.keepAnother}</p>
        ) : (
          <div className={parts.row}>
            {([0, 1] as const).map((side) => (
              <select
                key={side}
                className={parts.select}
                aria-label={side === 0 ? words.firstPlan : words.secondPlan}
                value={chosen[side]}
                onChange={(event) => {
                  const n = Number(event.target.value)
                  setChosen((old) => (side === 0 ? [n, old[1]] : [old[0], n]))
                }}
              >
                {kept.map((made, i) => (
                  <option key={made.name} value={i}>
                    {made.name}
                  </option>
                ))}
              </select>
            ))}
          </div>
        )}
        {one && two && <Compared one={one} two={two} />}
      </div>
    </Panel>
  )
}

function Compared({ one, two }: { one: MadePlan; two: MadePlan }) {
  const { number } = useSpeech()
  const words = useWork().disruption
  const ids = ({ plan }: MadePlan) => plan.targets.map((target) => target.entity.id)
  const answer = useAnswer(ComparePlansDocument, {
    input: { network: judgedInput(one.network), first: ids(one), second: ids(two) },
  })
  return (
    <Answered answer={answer}>
      {({ comparePlans: compared }) => (
        <>
          <p role="status">
            {fill(words.overlap, {
              n: number(compared.sharedCount),
              part: number(Math.round(compared.overlap * 100)),
            })}
          </p>
          <div className={styles.two}>
            <section aria-label={one.name}>
              <h3>{one.name}</h3>
              <Numbers plan={compared.first} network={one.network} />
            </section>
            <section aria-label={two.name}>
              <h3>{two.name}</h3>
              <Numbers plan={compared.second} network={two.network} />
            </section>
          </div>
          <Curve
            lines={[
              { name: one.name, values: compared.first.curve },
              { name: two.name, values: compared.second.curve },
            ]}
          />
          {compared.shared.length > 0 && (
            <details>
              <summary>{words.inBoth}</summary>
              <ul>
                {compared.shared.map((entity) => (
                  <li key={entity.id}>
                    <EntityName entity={entity} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Answered>
  )
}
