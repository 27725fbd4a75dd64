import { useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { EntryChoicesDocument, type Scope } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { Checks } from './Checks'

const nothing = {}

/** The scopes that a form offers: those that need no names of officers. */
export type OfferedScope = Exclude<Scope, 'OFFICERS'>

interface Props<S extends OfferedScope> {
  scopes: readonly S[]
  /** What choosing none of them means, where that may be. */
  none?: string
  /** What stands before the names of the fields: scope, operations and organisations. */
  prefix?: string
  /** Told which scope was chosen; empty for none. */
  onScope?: (scope: S | '') => void
}

/** Who is to see something: a scope, and of joint teams and organisations which. */
export function AudienceFields<S extends OfferedScope>({ scopes, none, prefix = '', onScope }: Props<S>) {
  const { text } = useSpeech()
  const [scope, setScope] = useState<S | ''>(none === undefined ? (scopes[0] ?? '') : '')
  const choose = (value: string) => {
    const chosen = scopes.find((one) => one === value) ?? ''
    setScope(chosen)
    onScope?.(chosen)
  }
  return (
    <>
      <label className={parts.field}>
        <span>{text.record.audience}</span>
        <select
          className={parts.select}
          name={`${prefix}scope`}
          value={scope}
          onChange={(event) => choose(event.target.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {scopes.map((one) => (
            <option key={one} value={one}>
              {text.scopes[one]}
            </option>
          ))}
        </select>
      </label>
      <Receivers scope={scope} prefix={prefix} />
    </>
  )
}

function Receivers({ scope, prefix }: { scope: OfferedScope | ''; prefix: string }) {
  const { text } = useSpeech()
  const { organisation } = useMe()
  const asked = scope === 'ORGANISATIONS' || scope === 'JOINT_TEAMS'
  const answer = useAnswer(EntryChoicesDocument, asked ? nothing : null)
  if (!asked) return null
  return (
    <Answered answer={answer}>
      {({ organisations, operations }) =>
        scope === 'JOINT_TEAMS' ? (
          <Checks name={`${prefix}operations`} legend={text.shell.operations} choices={operations} />
        ) : (
          <Checks
            name={`${prefix}organisations`}
            legend={text.entry.organisations}
            choices={organisations.filter((other) => other.id !== organisation.id)}
          />
        )
      }
    </Answered>
  )
}
