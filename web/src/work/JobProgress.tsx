import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import type { FollowedJob } from './useJob'
import styles from './work.module.css'

/** How far a long question is, with the way to stop it. */
export function JobProgress({ job, cancel }: { job: FollowedJob; cancel: () => void }) {
  const { text, number } = useSpeech()
  const words = useWork().work
  if (job.state === 'CANCELLED' || job.state === 'OUTDATED')
    return (
      <p className={parts.notice} role="status">
        {words.jobStates[job.state]}
      </p>
    )
  if (job.state !== 'RUNNING') return null
  return (
    <div className={`${parts.panel} ${styles.form}`}>
      <label className={parts.field}>
        <span>{words.underWay}</span>
        <progress
          className={styles.progress}
          {...(job.total > 0 ? { value: Math.min(job.done, job.total), max: job.total } : {})}
        />
      </label>
      <div className={parts.row}>
        {job.total > 0 && (
          <span className={parts.hint}>
            {fill(text.shell.shown, { n: number(job.done), total: number(job.total) })}
          </span>
        )}
        <button type="button" className={parts.button} onClick={cancel}>
          {words.stop}
        </button>
      </div>
    </div>
  )
}
