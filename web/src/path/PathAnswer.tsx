import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import type { Path } from '../canvas/CanvasStore'
import styles from '../canvas/canvas.module.css'
import { Kind } from '../kinds/Kind'
import { Grading } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'

/** The path step by step, with its weakest grading and the handling of the whole. */
export function PathAnswer({ path }: { path: Path }) {
  const { text, count } = useSpeech()
  const words = text.path
  return (
    <section aria-label={words.steps} className={styles.answer}>
      <h3>{count(words.hops, path.hops)}</h3>
      <dl className={parts.facts}>
        <dt>{words.weakest}</dt>
        <dd>{path.weakest ? <Grading grading={path.weakest} /> : words.weakestNone}</dd>
        {path.handling.length > 0 && <dt>{words.handling}</dt>}
        {path.handling.length > 0 && (
          <dd>{path.handling.map((h) => `${h}: ${text.handling[h]}`).join('; ')}</dd>
        )}
      </dl>
      <ol className={styles.steps}>
        {path.entities.map((entity, i) => (
          <li key={entity.id}>
            {i > 0 && <StepLine step={path.steps[i - 1]} />}
            <EntityButton entity={entity} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function StepLine({ step }: { step: Path['steps'][number] | undefined }) {
  const { text } = useSpeech()
  if (!step) return null
  return (
    <div className={styles.step}>
      <span aria-hidden="true">{step.reversed ? '↑' : '↓'}</span> {text.linkKinds[step.link.kind]}{' '}
      <span className={parts.hint}>
        {step.link.owner.name}, {step.link.source} · <Grading grading={step.link.grading} />
        {step.parallel > 1 && ` · ${fill(text.path.parallel, { n: step.parallel })}`}
      </span>
    </div>
  )
}

function EntityButton({ entity }: { entity: Path['entities'][number] }) {
  const store = useCanvasStore()
  const { history } = useCanvas()
  const record = entity.records.find((r) => history.present.records.has(r.id))
  return (
    <button
      type="button"
      className={styles.entity}
      disabled={!record}
      onClick={() => store.set({ selected: record?.id ?? null })}
    >
      <Kind kind={entity.kind} named={false} /> {entity.label}
    </button>
  )
}
