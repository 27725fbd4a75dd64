import { lazy, Suspense, useState } from 'react'
import { useWork } from '../language/work/useWork'

const Comments = lazy(() => import('./Comments'))

/** Comments that are asked for when they are opened: reading them is logged. */
export function CommentsOf({ on }: { on: string }) {
  const words = useWork().comments
  const [open, setOpen] = useState(false)
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && (
        <Suspense>
          <Comments on={on} />
        </Suspense>
      )}
    </details>
  )
}
