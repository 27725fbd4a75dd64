import { ask } from '../api/ask'
import { useAnnounce } from '../canvas/Announcer'
import { viewAddress } from '../canvas/address'
import styles from '../canvas/canvas.module.css'
import type { Actions } from '../canvas/useActions'
import { RemoveViewDocument, SaveViewDocument, ViewDocument, type ViewPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useAct } from '../work/useAct'
import { CommentsOf } from './CommentsOf'

interface Props {
  view: ViewPartsFragment
  actions: Actions
  onChanged: () => void
}

/** One kept view, and what can be done with it. */
export function ViewRow({ view, actions, onChanged }: Props) {
  const { instant } = useSpeech()
  const words = useWork().views
  const announce = useAnnounce()
  const audience = useAudienceWords(view)
  const { busy, failure, act } = useAct()
  const copy = async () => {
    await navigator.clipboard.writeText(location.origin + viewAddress(view.id))
    announce(words.copied)
  }
  const duplicate = () =>
    act(async (idempotencyKey) => {
      const whole = await ask(ViewDocument, { id: view.id })
      const { content, hidden, grouping, resolution, leaves, joined } = whole.view
      const name = fill(words.duplicateName, { name: view.name })
      const held = { hidden, grouping, resolution, leaves, joined, ...content }
      await ask(SaveViewDocument, { input: { idempotencyKey, name, ...held } })
      onChanged()
    })
  const remove = () =>
    act(async (idempotencyKey) => {
      await ask(RemoveViewDocument, { input: { idempotencyKey, id: view.id, version: view.version } })
      announce(fill(words.removed, { name: view.name }))
      onChanged()
    })
  const does = [
    { name: words.open, act: () => actions.openKept(view.id) },
    { name: words.copy, act: copy },
    { name: words.duplicate, act: duplicate },
    ...(view.own ? [{ name: words.remove, act: remove }] : []),
  ]
  return (
    <li className={styles.record}>
      <h3>{view.name}</h3>
      <p className={parts.hint}>
        {view.owner.name} ({view.owner.country}) · {fill(words.forWhom, { audience })} ·{' '}
        {fill(words.changed, { at: instant(view.changed) })}
      </p>
      <div className={parts.row}>
        {does.map(({ name, act }) => (
          <button
            key={name}
            type="button"
            className={parts.quiet}
            aria-label={fill(words.actsOn, { act: name, name: view.name })}
            disabled={busy}
            onClick={() => void act()}
          >
            {name}
          </button>
        ))}
      </div>
      <CommentsOf on={view.id} />
      {failure && <FailureNote failure={failure} />}
    </li>
  )
}

function useAudienceWords({ audience, own }: ViewPartsFragment): string {
  const { text, count } = useSpeech()
  const words = useWork().views
  const { scope, organisations, operations } = audience
  if (scope === 'OFFICERS') return own ? words.alone : count(text.scopes.OFFICERS, 1)
  const named = [...operations, ...organisations].map(({ name }) => name).join(', ')
  return named === '' ? text.scopes[scope] : named
}
