import { useCanvasStore } from '../canvas/CanvasMemory'
import styles from '../canvas/canvas.module.css'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { communityPalette, type Found } from './match'

/** The communities, largest first, with colour, size, kinds and some members. */
export function CommunityList({ found }: { found: Found }) {
  return (
    <ol className={styles.communities}>
      {found.answer.communities.map((community, i) => (
        <CommunityItem key={community.id} community={community} place={i} found={found} />
      ))}
    </ol>
  )
}

interface Props {
  community: Found['answer']['communities'][number]
  place: number
  found: Found
}

function CommunityItem({ community, place, found }: Props) {
  const { text, count, number } = useSpeech()
  const words = text.communities
  const store = useCanvasStore()
  const first = [...found.communityOf].find(([, at]) => at === place)?.[0] ?? null
  return (
    <li>
      <button
        type="button"
        className={styles.community}
        disabled={first === null}
        onClick={() => store.set({ selected: first })}
      >
        <span className={styles.swatch} style={{ background: communityPalette[place] ?? 'transparent' }} />
        <strong>{fill(words.one, { n: number(place + 1) })}</strong>
        <span className={styles.number}>{count(words.size, community.size)}</span>
      </button>
      <p className={parts.hint}>
        {community.members.map((member) => member.label).join(', ')}
        {community.size > community.members.length && '…'}
      </p>
      <p className={parts.hint}>
        {community.kinds.map(({ kind, count: n }) => `${text.kinds[kind]} ${number(n)}`).join(' · ')}
      </p>
    </li>
  )
}
