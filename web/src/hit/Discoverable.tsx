import { useState } from 'react'
import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import {
  DiscoverableByDocument,
  type HitScheme,
  type RecordKind,
  SetDiscoverableDocument,
} from '../gql/graphql'
import { fill } from '../language/say'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { maybe, supervisors } from '../shell/places'
import { useAct } from '../work/useAct'
import { schemeOf } from './schemes'
import { useHitTexts } from './texts'

interface Props {
  /** A record of the reader's own organisation. */
  id: string
  kind: RecordKind
}

/** Whether partners who do not see a record may learn that it is held; supervisors decide. Asked only when wanted. */
export function Discoverable({ id, kind }: Props) {
  const words = useHitTexts()
  const [open, setOpen] = useState(false)
  const scheme = schemeOf(kind)
  if (scheme === null) return null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.found}</summary>
      {open && <Found id={id} scheme={scheme} />}
    </details>
  )
}

function Found({ id, scheme }: { id: string; scheme: HitScheme }) {
  const words = useHitTexts()
  const answer = useAnswer(DiscoverableByDocument, { id })
  return (
    <Answered answer={answer}>
      {({ node }) => {
        const by = node?.__typename === 'Record' ? node.discoverableBy : []
        const schemes = by.map((one) => words.schemes[one]).join(', ')
        return (
          <>
            <p role="status">{by.length > 0 ? fill(words.foundBy, { schemes }) : words.notFound}</p>
            <p className={parts.hint}>{words.foundHint}</p>
            <Choice id={id} scheme={scheme} found={by.length > 0} changed={answer.again} />
          </>
        )
      }}
    </Answered>
  )
}

interface ChoiceProps {
  id: string
  scheme: HitScheme
  found: boolean
  changed: () => void
}

function Choice({ id, scheme, found, changed }: ChoiceProps) {
  const words = useHitTexts()
  const { roles } = useMe()
  const { act, busy, failure } = useAct()
  if (!maybe(roles, supervisors)) return <p className={parts.hint}>{words.bySupervisor}</p>
  const set = async () => {
    const schemes = found ? [] : [scheme]
    const write = (idempotencyKey: string) =>
      ask(SetDiscoverableDocument, { input: { idempotencyKey, ids: [id], schemes } })
    if (await act(write)) changed()
  }
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <button type="button" className={parts.button} disabled={busy} onClick={() => void set()}>
        {found ? words.leave : words.let}
      </button>
    </>
  )
}
