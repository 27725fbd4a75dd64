import { type FormEvent, useState } from 'react'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { ChosenRecords } from '../work/ChosenRecords'
import { NetworkSelect } from '../work/NetworkSelect'
import styles from '../work/work.module.css'
import { Costs } from './Costs'
import { Ends } from './Ends'
import { Kinds } from './Kinds'
import { type Network, weighs, withObjectives } from './network'
import { Objectives } from './Objectives'

interface Props {
  first: Network
  /** Targets that were picked before, to be judged. */
  picked: readonly string[]
  busy: boolean
  onFind: (network: Network) => void
  onScore: (network: Network, targets: readonly string[]) => void
}

/** Which network, to what end, at what cost; and who is in the plan in any case or never. */
export function PlanForm({ first, picked, busy, onFind, onScore }: Props) {
  const words = useWork().disruption
  const [network, setNetwork] = useState(first)
  const [own, setOwn] = useState(picked.length > 0)
  const [targets, setTargets] = useState<string[]>([...picked])
  const change = (part: Partial<Network>) => setNetwork((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (own) onScore(network, targets)
    else onFind(network)
  }
  return (
    <form className={styles.cards} onSubmit={submit}>
      <fieldset className={styles.section}>
        <legend>{words.question}</legend>
        <div className={parts.row}>
          {[false, true].map((one) => (
            <label key={String(one)} className={styles.flag}>
              <input type="radio" name="question" checked={own === one} onChange={() => setOwn(one)} />
              {one ? words.scoreOwn : words.findBest}
            </label>
          ))}
        </div>
        <Measures network={network} own={own} change={change} />
        <Ends network={network} change={change} />
      </fieldset>
      {own ? (
        <ChosenRecords
          legend={words.targets}
          hint={words.targetsHint}
          chosen={targets}
          onChange={setTargets}
        />
      ) : (
        <details className={parts.panel}>
          <summary className={parts.panelBody}>{words.whoIn}</summary>
          <div className={styles.form}>
            <Kinds kinds={network.kinds} onChange={(kinds) => change({ kinds })} />
            <div className={styles.two}>
              <ChosenRecords
                legend={words.must}
                hint={words.mustHint}
                chosen={network.must}
                onChange={(must) => change({ must })}
              />
              <ChosenRecords
                legend={words.exclude}
                hint={words.excludeHint}
                chosen={network.exclude}
                onChange={(exclude) => change({ exclude })}
              />
            </div>
            <Costs costs={network.costs} onChange={(costs) => change({ costs })} />
          </div>
        </details>
      )}
      <div className={parts.row}>
        <button type="submit" className={parts.primary} disabled={busy || (own && targets.length === 0)}>
          {own ? words.score : words.find}
        </button>
        <span className={parts.hint}>{words.never}</span>
      </div>
    </form>
  )
}

interface MeasuresProps {
  network: Network
  own: boolean
  change: (part: Partial<Network>) => void
}

const efforts = ['0.02', '0.1', '0.4', '1'] as const

function Measures({ network, own, change }: MeasuresProps) {
  const words = useWork().disruption
  const whole = (label: string, value: number, least: number, most: number, set: (n: number) => void) => (
    <label className={parts.field}>
      <span>{label}</span>
      <input
        className={parts.input}
        type="number"
        min={least}
        max={most}
        required
        value={value}
        onChange={(event) => set(event.target.valueAsNumber)}
      />
    </label>
  )
  return (
    <div className={styles.grid}>
      <NetworkSelect value={network.operation} onChange={(operation) => change({ operation })} />
      <Objectives
        shares={network.objectives}
        onChange={(objectives) => change(withObjectives(network, objectives))}
      />
      {weighs(network, 'REACH') &&
        whole(words.distance, network.distance, 1, 64, (distance) => change({ distance }))}
      {!own && whole(words.budget, network.budget, 0, 1000, (budget) => change({ budget }))}
      {!own && whole(words.runs, network.runs, 0, 100, (runs) => change({ runs }))}
      {!own && (
        <label className={parts.field}>
          <span>{words.effort}</span>
          <select
            className={parts.select}
            value={String(network.effort)}
            onChange={(event) => change({ effort: Number(event.target.value) })}
          >
            {efforts.map((one) => (
              <option key={one} value={one}>
                {words.efforts[one]}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
