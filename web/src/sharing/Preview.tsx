import type { SharePreviewQuery } from '../gql/graphql'
import { ElementName, EntityName } from '../kinds/Element'
import { Audience } from '../kinds/Marking'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'

type Previewed = SharePreviewQuery['previewShare']

/** What an act would do: who gains and loses sight, what goes, what stays, and what would hang in the air. */
export function Preview({ preview }: { preview: Previewed }) {
  const { text, number, instant, count } = useSpeech()
  const words = useWork().sharing
  const conditions = [
    preview.handling.join(' '),
    ...preview.restrictions,
    preview.clearances.length > 0 &&
      `${text.visibility.clearances}: ${preview.clearances.map((code) => text.compartments[code]).join(', ')}`,
    preview.embargo && `${text.record.embargo}: ${instant(preview.embargo)}`,
    preview.expires && `${text.record.expires}: ${instant(preview.expires)}`,
  ].filter((part) => typeof part === 'string' && part !== '')
  return (
    <>
      <Panel title={words.receivers}>
        {preview.receivers.length === 0 ? (
          <p className={parts.empty}>{words.nobody}</p>
        ) : (
          <DataTable
            name={words.receivers}
            columns={[words.receiver, words.gains, words.loses]}
            rows={preview.receivers.map((receiver) => ({
              key: receiver.organisation?.id ?? receiver.operation?.id ?? String(receiver.everyone),
              cells: [
                receiver.organisation ? (
                  <Owner key="owner" owner={receiver.organisation} />
                ) : receiver.operation ? (
                  `${text.scopes.JOINT_TEAMS}: ${receiver.operation.name}`
                ) : receiver.everyone ? (
                  text.scopes.EVERYONE
                ) : (
                  text.visibility.otherTeams
                ),
                number(receiver.gains),
                number(receiver.loses),
              ],
            }))}
          />
        )}
        {conditions.length > 0 && (
          <p className={parts.panelBody}>
            <span className={parts.hint}>{words.travels}</span> {conditions.join(' · ')}
          </p>
        )}
      </Panel>
      <Panel title={words.concerns} beside={number(preview.concernCount)}>
        {preview.concerns.length === 0 ? (
          <p className={parts.empty}>{words.noConcerns}</p>
        ) : (
          <DataTable
            name={words.concerns}
            columns={[words.concern, words.element, words.other]}
            rows={preview.concerns.map((concern) => ({
              key: `${concern.concern} ${concern.element.id} ${concern.other?.id}`,
              cells: [
                words.concernTexts[concern.concern],
                <ElementName key="element" element={concern.element} />,
                concern.other && <EntityName key="other" entity={concern.other} />,
              ],
            }))}
          />
        )}
      </Panel>
      <Elements title={count(words.going, preview.goingCount)} elements={preview.going} />
      <Elements title={count(words.staying, preview.stayingCount)} elements={preview.staying} />
      {preview.goingCount > preview.going.length && (
        <p className={parts.hint}>
          {fill(text.shell.shown, { n: number(preview.going.length), total: number(preview.goingCount) })}
        </p>
      )}
    </>
  )
}

function Elements({ title, elements }: { title: string; elements: Previewed['going'] }) {
  const words = useWork().sharing
  if (elements.length === 0) return null
  return (
    <Panel title={title}>
      <DataTable
        name={title}
        columns={[words.element, words.before, words.after]}
        rows={elements.map(({ element, before, after }) => ({
          key: element.id,
          cells: [
            <ElementName key="element" element={element} />,
            <Audience key="before" audience={before.audience} />,
            <Audience key="after" audience={after.audience} />,
          ],
        }))}
      />
    </Panel>
  )
}
