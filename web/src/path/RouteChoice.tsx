import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import type { Route } from '../canvas/CanvasStore'
import styles from '../canvas/canvas.module.css'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'

/** The paths that were found, where they are several; the one chosen is shown. */
export function RouteChoice() {
  const { text, number } = useSpeech()
  const store = useCanvasStore()
  const { routes, path } = useCanvas('routes', 'path')
  if (routes.length < 2) return null
  return (
    <fieldset className={styles.expand}>
      <legend>{fill(text.path.alternatives, { n: number(routes.length) })}</legend>
      {routes.map((route) => (
        <label key={keyOf(route)} className={styles.check}>
          <input
            type="radio"
            name="route"
            checked={route.path === path}
            onChange={() => store.set({ path: route.path })}
          />
          <RouteWords route={route} />
        </label>
      ))}
    </fieldset>
  )
}

function RouteWords({ route }: { route: Route }) {
  const { text, count } = useSpeech()
  const between = route.path.entities.slice(1, -1).map(({ label }) => label)
  return (
    <span>
      {count(text.path.hops, route.path.hops)}{' '}
      <span className={parts.hint}>
        {between.length > 0 && fill(text.path.by, { names: between.join(', ') })}
      </span>
    </span>
  )
}

function keyOf({ path }: Route): string {
  return path.entities.map(({ id }) => id).join(' ')
}
