import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import styles from './map.module.css'
import { arrows, moved, type Seen, whole, zoomed } from './usePan'

interface Props {
  seen: Seen
  onSee: (next: Seen) => void
}

/** Moves the map and zooms it, for whoever draws nothing along: as its keys do. */
export function MapButtons({ seen, onSee }: Props) {
  const words = useWork().map
  const arrow = (key: keyof typeof arrows, sign: string) => ({
    name: words.arrows[key],
    sign,
    next: moved(seen, arrows[key][0], arrows[key][1]),
  })
  const buttons = [
    { name: words.nearer, sign: '+', next: zoomed(seen, true) },
    arrow('ArrowUp', '↑'),
    { name: words.farther, sign: '−', next: zoomed(seen, false) },
    arrow('ArrowLeft', '←'),
    { name: words.whole, sign: '⤢', next: whole },
    arrow('ArrowRight', '→'),
    null,
    arrow('ArrowDown', '↓'),
  ]
  return (
    <div className={styles.buttons}>
      {buttons.map((button) =>
        button ? (
          <button
            key={button.sign}
            type="button"
            className={parts.button}
            title={button.name}
            aria-label={button.name}
            onClick={() => onSee(button.next)}
          >
            {button.sign}
          </button>
        ) : (
          <span key="none" />
        ),
      )}
    </div>
  )
}
