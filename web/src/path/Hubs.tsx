import type { Route } from '../canvas/CanvasStore'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'

/** Through whom an answer leads that many others are tied to. */
export function Hubs({ hubs }: { hubs: Route['hubs'] }) {
  const { text, number } = useSpeech()
  if (hubs.length === 0) return null
  const named = hubs.map(({ entity, degree }) => `${entity.label} (${number(degree)})`)
  return <p className={parts.notice}>{fill(text.path.hubs, { names: named.join(', ') })}</p>
}
