import { useState } from 'react'
import { ask } from '../api/ask'
import { type ReleasePartsFragment, WithdrawReleaseDocument } from '../gql/graphql'
import { ElementName, EntityName } from '../kinds/Element'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { maybe, supervisors } from '../shell/places'
import { Panel } from '../work/Panel'
import { useAct } from '../work/useAct'
import { Decide } from './Decide'

interface Props {
  release: ReleasePartsFragment
  onDone: () => void
}

/** One request, what became of it, and what the reader may do about it. */
export function ReleaseCard({ release, onDone }: Props) {
  const words = useWork().releases
  const { organisation, roles } = useMe()
  const [deciding, setDeciding] = useState(false)
  const open = release.state === 'OPEN' && !release.expired
  const decides = open && release.owner.id === organisation.id && maybe(roles, supervisors)
  return (
    <Panel
      title={
        <>
          {words.actions[release.action]}:{' '}
          {release.element ? <ElementName element={release.element} /> : words.outOfSight}
        </>
      }
      beside={
        <span className={parts.tag}>
          {release.expired && release.state !== 'REFUSED' ? words.expired : words.states[release.state]}
        </span>
      }
    >
      <ReleaseFacts release={release} />
      <div className={`${parts.panelBody} ${parts.row}`}>
        {decides && !deciding && (
          <button type="button" className={parts.primary} onClick={() => setDeciding(true)}>
            {words.decide}
          </button>
        )}
        {open && release.asking.id === organisation.id && (
          <WithdrawRequest release={release} onDone={onDone} />
        )}
      </div>
      {decides && deciding && <Decide release={release} onDone={onDone} onClose={() => setDeciding(false)} />}
    </Panel>
  )
}

function ReleaseFacts({ release }: { release: ReleasePartsFragment }) {
  const { instant, text } = useSpeech()
  const words = useWork().releases
  return (
    <dl className={`${parts.facts} ${parts.panelBody}`}>
      <dt>{words.asking}</dt>
      <dd>
        <Owner owner={release.asking} />
      </dd>
      <dt>{words.owner}</dt>
      <dd>
        <Owner owner={release.owner} />
      </dd>
      {release.to.length > 0 && <dt>{words.to}</dt>}
      {release.to.length > 0 && <dd>{release.to.map((one) => `${one.name} (${one.country})`).join(', ')}</dd>}
      <dt>{words.why}</dt>
      <dd>{release.why}</dd>
      <dt>{words.asked}</dt>
      <dd>
        {instant(release.asked)}
        {release.until && ` · ${fill(text.record.until, { date: instant(release.until) })}`}
      </dd>
      {release.decided && <dt>{words.decided}</dt>}
      {release.decided && (
        <dd>
          {instant(release.decided)} {release.reason && `· ${release.reason}`}
        </dd>
      )}
      {release.copy && <dt>{words.copy}</dt>}
      {release.copy && (
        <dd>
          <EntityName entity={release.copy} />
        </dd>
      )}
    </dl>
  )
}

function WithdrawRequest({ release, onDone }: Props) {
  const words = useWork().releases
  const { act, busy, failure } = useAct()
  const { id, version } = release
  const withdraw = async () => {
    if (
      await act((idempotencyKey) => ask(WithdrawReleaseDocument, { input: { idempotencyKey, id, version } }))
    )
      onDone()
  }
  return (
    <>
      <button type="button" className={parts.button} disabled={busy} onClick={() => void withdraw()}>
        {words.withdraw}
      </button>
      {failure && <FailureNote failure={failure} />}
    </>
  )
}
