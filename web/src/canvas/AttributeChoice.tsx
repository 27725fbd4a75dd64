import { useMemo, useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { CanvasDetailsDocument, type CanvasDetailsQuery } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { attributesOf } from './attributes'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { subgraphLimit } from './load'

/** Which attribute of their records things are taken together by. What the records say is asked when this is opened. */
export function AttributeChoice() {
  const { records } = useCanvas('history').history.present
  const [ids] = useState(() => [...records.keys()].slice(0, subgraphLimit))
  const answer = useAnswer(CanvasDetailsDocument, { ids })
  return <Answered answer={answer}>{({ subgraph }) => <Fields records={subgraph.records} />}</Answered>
}

function Fields({ records }: { records: CanvasDetailsQuery['subgraph']['records'] }) {
  const speech = useSpeech()
  const words = speech.text.canvas
  const store = useCanvasStore()
  const { grouping } = useCanvas('history').history.present
  const attributes = useMemo(() => attributesOf(records, speech), [records, speech])
  const choose = (name: string) => {
    const chosen = attributes.find((one) => one.field === name)
    const said = { attribute: chosen?.field ?? null, saidOf: chosen?.saidOf ?? new Map<string, string>() }
    store.show({ grouping: { ...grouping, opened: new Set(), ...said } })
  }
  if (attributes.length === 0) return <p className={parts.hint}>{words.attributeNone}</p>
  return (
    <label className={parts.field}>
      <span>{words.attribute}</span>
      <select
        className={parts.select}
        value={grouping.attribute ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{words.groupNone}</option>
        {attributes.map((one) => (
          <option key={one.field} value={one.field}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}
