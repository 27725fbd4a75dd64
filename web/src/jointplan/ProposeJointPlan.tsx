import { useState } from 'react'
import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { Kinds } from '../disruption/Kinds'
import { EntryForm } from '../entry/EntryForm'
import {
  type DisruptionObjective,
  JointPlanChoicesDocument,
  type JointPlanChoicesQuery,
  ProposeJointPlanDocument,
  type RecordKind,
} from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'

interface Props {
  onDone: () => void
  onClose: () => void
}

type Operation = JointPlanChoicesQuery['operations'][number]

const nothing = {}

/** The ends that a plan on what neither side sees whole may have. */
const objectives: readonly DisruptionObjective[] = ['LARGEST_COMPONENT', 'PAIR_CONNECTIVITY', 'REACH']

/** Proposes one plan to another party of a running operation. */
export function ProposeJointPlan({ onDone, onClose }: Props) {
  const { text } = useSpeech()
  const words = useWork().jointPlans
  const answer = useAnswer(JointPlanChoicesDocument, nothing)
  const [kinds, setKinds] = useState<RecordKind[]>(['PERSON'])
  const write = async (form: FormData, idempotencyKey: string) => {
    await ask(ProposeJointPlanDocument, {
      input: {
        idempotencyKey,
        operation: String(form.get('operation')),
        partner: String(form.get('partner')),
        why: String(form.get('why') ?? '').trim(),
        budget: Number(form.get('budget')),
        hops: Number(form.get('hops')),
        objective: String(form.get('objective')) as DisruptionObjective,
        targetKinds: kinds.length > 0 ? kinds : null,
      },
    })
    onDone()
  }
  return (
    <Panel title={words.propose}>
      <Answered answer={answer}>
        {({ operations }) => (
          <div className={styles.form}>
            <EntryForm write={write} submit={words.send}>
              <WithWhom operations={operations.filter(({ state }) => state === 'RUNNING')} />
              <What />
              <Kinds kinds={kinds} onChange={setKinds} />
            </EntryForm>
            <div>
              <button type="button" className={parts.button} onClick={onClose}>
                {text.shell.cancel}
              </button>
            </div>
          </div>
        )}
      </Answered>
    </Panel>
  )
}

function WithWhom({ operations }: { operations: Operation[] }) {
  const { text } = useSpeech()
  const words = useWork().jointPlans
  const { organisation } = useMe()
  const [chosen, setChosen] = useState('')
  const now = new Date().toISOString()
  const partners = (operations.find(({ id }) => id === chosen)?.parties ?? []).filter(
    (party) => party.organisation.id !== organisation.id && (party.until === null || party.until > now),
  )
  return (
    <fieldset className={styles.section}>
      <legend>{words.withWhom}</legend>
      <div className={styles.grid}>
        <label className={parts.field}>
          <span>{text.operations.name} *</span>
          <select
            className={parts.select}
            name="operation"
            required
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{text.entry.choose}</option>
            {operations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className={parts.field}>
          <span>{words.partner} *</span>
          <select key={chosen} className={parts.select} name="partner" required>
            <option value="">{text.entry.choose}</option>
            {partners.map(({ organisation: one }) => (
              <option key={one.id} value={one.id}>
                {one.name} ({one.country})
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className={parts.field}>
        <span>{words.whyLabel} *</span>
        <textarea className={parts.input} name="why" required rows={2} />
      </label>
      <p className={parts.hint}>{words.whyHint}</p>
    </fieldset>
  )
}

function What() {
  const { jointPlans: words, disruption } = useWork()
  const whole = (label: string, name: string, least: number, most: number, first: number) => (
    <label className={parts.field}>
      <span>{label}</span>
      <input
        className={parts.input}
        type="number"
        name={name}
        min={least}
        max={most}
        defaultValue={first}
        required
      />
    </label>
  )
  return (
    <fieldset className={styles.section}>
      <legend>{words.what}</legend>
      <div className={styles.grid}>
        <label className={parts.field}>
          <span>{disruption.objective}</span>
          <select className={parts.select} name="objective">
            {objectives.map((one) => (
              <option key={one} value={one}>
                {disruption.objectives[one]}
              </option>
            ))}
          </select>
        </label>
        {whole(words.budget, 'budget', 1, 100, 5)}
        {whole(words.hops, 'hops', 0, 3, 2)}
      </div>
    </fieldset>
  )
}
