import { veiled } from '../api/privacy'
import type { Path } from '../canvas/CanvasStore'
import styles from '../canvas/canvas.module.css'
import { Grading } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'

interface Props {
  step: Path['steps'][number]
  /** Whether the answer is weakest here. */
  weak: boolean
}

/** One link of an answer: its kind and direction, who says so and how well graded. */
export function StepLine({ step: { link, parallel, reversed }, weak }: Props) {
  const { text } = useSpeech()
  return (
    <div className={styles.step}>
      <span aria-hidden="true">{reversed ? '↑' : '↓'}</span> {text.linkKinds[link.kind]}{' '}
      {weak && <span className={parts.strict}>{text.path.weakestHere}</span>}{' '}
      <span className={parts.hint}>
        {link.owner.name}, {veiled(link.source)} · <Grading grading={link.grading} />
        {parallel > 1 && ` · ${fill(text.path.parallel, { n: parallel })}`}
      </span>
    </div>
  )
}
