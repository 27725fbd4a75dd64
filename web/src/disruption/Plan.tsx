import { Link } from 'wouter'
import { addToCanvas, canvasAddress } from '../canvas/address'
import type { PlanPartsFragment } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { Conditions } from '../work/Conditions'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import { Curve } from './Curve'
import { Cut } from './Cut'
import type { MadePlan } from './madePlan'
import { Numbers } from './Numbers'
import { asRead, type Network, tried } from './network'
import { Steps } from './Steps'

/** What a plan names and what it does. */
export function Plan({ made, onKeep }: { made: MadePlan; onKeep: () => void }) {
  const words = useWork().disruption
  const { plan, name, network } = made
  const targets = plan.targets.map((target) => target.entity.id)
  if (plan.empty)
    return (
      <>
        <div className={`${parts.panel} ${parts.empty}`} role="status">
          <strong>{words.empty[plan.empty]}</strong>
          <span>{words.emptyHint}</span>
        </div>
        <Cut plan={plan} />
      </>
    )
  return (
    <>
      <Panel
        title={name}
        beside={
          <span className={parts.row}>
            <Link className={parts.button} href={addToCanvas(targets)}>
              {words.onCanvas}
            </Link>
            {network.operation !== '' && (
              <Link
                className={parts.button}
                href={canvasAddress({ operations: [network.operation], plan: targets })}
              >
                {words.fallOnCanvas}
              </Link>
            )}
            <button type="button" className={parts.button} onClick={onKeep}>
              {words.keep}
            </button>
          </span>
        }
      >
        <div className={parts.panelBody}>
          <Numbers plan={plan} network={network} />
          <Conditions of={plan} />
          <p className={parts.hint}>{words.caution}</p>
        </div>
        <Targets plan={plan} network={network} />
      </Panel>
      <Cut plan={plan} />
      <div className={styles.two}>
        <Panel title={words.curve}>
          <Curve
            lines={[
              { name: words.largest, values: plan.curve },
              { name: words.rewired, values: plan.rewired },
            ]}
          />
        </Panel>
        <Steps network={network} plan={plan} />
      </div>
    </>
  )
}

function Targets({ plan, network }: { plan: PlanPartsFragment; network: Network }) {
  const { count, number } = useSpeech()
  const words = useWork().disruption
  return (
    <DataTable
      name={words.targets}
      columns={[
        words.place,
        words.target,
        words.reasons,
        words.after,
        words.costOne,
        ...(tried(network) ? [words.stays] : []),
        words.successors,
      ]}
      rows={plan.targets.map((target, i) => ({
        key: target.entity.id,
        cells: [
          number(i + 1),
          <EntityName key="entity" entity={target.entity} />,
          target.reasons
            .map(({ reason, number: n }) =>
              fill(words.reasonTexts[reason], { n: number(Math.round(n * 1000) / 1000) }),
            )
            .join(' · '),
          number(asRead(network, target.value)),
          number(target.cost),
          ...(tried(network) ? [`${number(Math.round(target.stays * 100))} %`] : []),
          <ul key="successors">
            {target.successors.map((successor) => (
              <li key={successor.entity.id}>
                <EntityName entity={successor.entity} />{' '}
                <span className={parts.hint}>
                  {count(words.successor, successor.sharedTies)}
                  {successor.sameRole && ` · ${words.sameRole}`}
                  {successor.bridges > 1 && ` · ${words.broker}`}
                </span>
              </li>
            ))}
          </ul>,
        ],
      }))}
    />
  )
}
