import type { PlanPartsFragment } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'

/** What it takes to cut a supply, or to stop all money, whatever the plan does. */
export function Cut({ plan }: { plan: PlanPartsFragment }) {
  return (
    <>
      {plan.supply && <SupplyCut cut={plan.supply} />}
      {plan.money && <MoneyCut cut={plan.money} />}
    </>
  )
}

function SupplyCut({ cut }: { cut: NonNullable<PlanPartsFragment['supply']> }) {
  const { number } = useSpeech()
  const words = useWork().disruption
  const says = () => {
    if (cut.uncuttable) return words.uncuttable
    if (cut.targetCount === 0) return words.noWay
    const said = fill(words.supplyCut, { n: number(cut.targetCount), cost: number(cut.cost) })
    return cut.overBudget ? `${said} ${words.overBudget}` : said
  }
  return (
    <Panel title={words.supplyTitle}>
      <div className={parts.panelBody}>
        <p>{says()}</p>
        <ul>
          {cut.targets.map((entity) => (
            <li key={entity.id}>
              <EntityName entity={entity} />
            </li>
          ))}
        </ul>
        {cut.targetCount > cut.targets.length && (
          <p className={parts.hint}>{fill(words.cutFirst, { n: number(cut.targets.length) })}</p>
        )}
      </div>
    </Panel>
  )
}

function MoneyCut({ cut }: { cut: NonNullable<PlanPartsFragment['money']> }) {
  const { number } = useSpeech()
  const words = useWork().disruption
  return (
    <Panel title={words.moneyTitle}>
      <div className={parts.panelBody}>
        <p>
          {cut.flowCount === 0
            ? words.noMoney
            : fill(words.moneyCut, { n: number(cut.flowCount), amount: number(cut.amount) })}
        </p>
        {cut.flowCount > cut.flows.length && (
          <p className={parts.hint}>{fill(words.cutFirst, { n: number(cut.flows.length) })}</p>
        )}
      </div>
      {cut.flows.length > 0 && (
        <DataTable
          name={words.moneyTitle}
          columns={[words.flowFrom, words.flowTo, words.flowAmount]}
          rows={cut.flows.map((flow) => ({
            key: `${flow.from.id} ${flow.to.id}`,
            cells: [
              <EntityName key="from" entity={flow.from} />,
              <EntityName key="to" entity={flow.to} />,
              number(flow.amount),
            ],
          }))}
        />
      )}
    </Panel>
  )
}
