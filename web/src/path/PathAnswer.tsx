import { useCanvas } from '../canvas/CanvasMemory'
import type { Path } from '../canvas/CanvasStore'
import styles from '../canvas/canvas.module.css'
import { useSpeech } from '../language/LanguageProvider'
import { AnswerFacts } from './AnswerFacts'
import { EntityButton } from './EntityButton'
import { Hubs } from './Hubs'
import { isWeakest } from './marks'
import { StepLine } from './StepLine'

/** The path step by step, with its weakest grading and where, and the handling of the whole. */
export function PathAnswer({ path }: { path: Path }) {
  const { text, count } = useSpeech()
  const { routes } = useCanvas('routes')
  const hubs = routes.find((route) => route.path === path)?.hubs ?? []
  return (
    <section aria-label={text.path.steps} className={styles.answer}>
      <h3>{count(text.path.hops, path.hops)}</h3>
      <AnswerFacts weakest={path.weakest} handling={path.handling} />
      <Hubs hubs={hubs} />
      <ol className={styles.steps}>
        {path.entities.map((entity, i) => {
          const step = path.steps[i - 1]
          return (
            <li key={`${entity.id} ${step?.link.id ?? ''}`}>
              {step && <StepLine step={step} weak={isWeakest(step.link.grading, path.weakest)} />}
              <EntityButton entity={entity} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
