import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { AttributeChoice } from './AttributeChoice'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import styles from './canvas.module.css'
import { type Grouping, hubLeaves, noGrouping } from './grouping'

type By = NonNullable<Grouping['by']>
const choices: readonly By[] = ['OWNER', 'COUNTRY', 'KIND', 'ROLE', 'COMMUNITY', 'ATTRIBUTE']

/** By what things are taken together, and whether hubs are counted. */
export function GroupingChoice() {
  const { text, number } = useSpeech()
  const words = text.canvas
  const store = useCanvasStore()
  const { history, communities } = useCanvas('history', 'communities')
  const { grouping } = history.present
  const choose = (by: By | null) => {
    const communityOf = communities?.communityOf ?? grouping.communityOf
    // Which attribute is chosen next; until then nothing is taken together by one.
    store.show({ grouping: { ...noGrouping, leaves: grouping.leaves, by, communityOf } })
  }
  return (
    <fieldset className={styles.expand}>
      <legend>{words.together}</legend>
      <label className={parts.field}>
        <span>{words.groupBy}</span>
        <select
          className={parts.select}
          value={grouping.by ?? ''}
          onChange={(event) => choose(choices.find((by) => by === event.target.value) ?? null)}
        >
          <option value="">{words.groupNone}</option>
          {choices.map((by) => (
            <option key={by} value={by} disabled={by === 'COMMUNITY' && !communities}>
              {words.groupings[by]}
            </option>
          ))}
        </select>
      </label>
      {grouping.by === 'ATTRIBUTE' && <AttributeChoice />}
      {!communities && <p className={parts.hint}>{words.groupCommunityHint}</p>}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={grouping.leaves}
          onChange={() => store.show({ grouping: { ...grouping, leaves: !grouping.leaves } })}
        />
        {fill(words.countHubs, { n: number(hubLeaves) })}
      </label>
      {grouping.opened.size > 0 && (
        <button
          type="button"
          className={parts.button}
          onClick={() => store.show({ grouping: { ...grouping, opened: new Set() } })}
        >
          {words.closeGroups}
        </button>
      )}
    </fieldset>
  )
}
