import { useEffect, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { useAnnounce } from './Announcer'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { thingOf } from './CanvasStore'
import styles from './canvas.module.css'
import { nothing } from './contents'
import type { Drawing } from './Drawing'
import { FittingTools } from './FittingTools'
import type { Actions } from './useActions'
import { useShortcuts } from './useShortcuts'
import { useTools } from './useTools'

interface Props {
  drawing: Drawing | null
  actions: Actions
  onArrange: () => void
  lasso: boolean
  onLasso: (on: boolean) => void
  map: boolean
  onMap: (open: boolean) => void
  dates: boolean
  onDates: (open: boolean) => void
}

/** Every tool of the canvas as a button; the shortcuts do no more than these. */
export function Toolbar({ drawing, actions, onArrange, lasso, onLasso, map, onMap, dates, onDates }: Props) {
  const { text, count } = useSpeech()
  const words = text.canvas
  const store = useCanvasStore()
  const canvas = useCanvas('folded', 'selected', 'history', 'joinSame', 'asking')
  const announce = useAnnounce()
  const selected = thingOf(canvas.folded, canvas.selected)
  const tools = useTools(drawing)
  useShortcuts(tools)
  const { things, ties } = canvas.folded
  const none = things.size === 0
  const [copied, copy] = useCopiedLink()
  const clear = () => {
    store.change(nothing, {
      path: null,
      routes: [],
      joined: null,
      communities: null,
      plan: null,
      change: null,
    })
    announce(words.announceCleared)
  }
  const compare = () => {
    if (dates) store.set({ change: null })
    onDates(!dates)
  }
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.toolbar}>
      <FittingTools
        tools={[
          { label: words.fit, onPress: tools.fit },
          { label: words.zoomIn, sign: '+', onPress: tools.zoomIn },
          { label: words.zoomOut, sign: '−', onPress: tools.zoomOut },
          { label: words.undo, sign: '↶', onPress: tools.undo, disabled: canvas.history.past.length === 0 },
          { label: words.redo, sign: '↷', onPress: tools.redo, disabled: canvas.history.future.length === 0 },
          { label: words.lasso, pressed: lasso, onPress: () => onLasso(!lasso), disabled: none },
          { label: text.map.title, pressed: map, onPress: () => onMap(!map) },
          { label: words.dates, pressed: dates, onPress: compare },
          { label: words.remove, onPress: tools.remove, disabled: !selected },
          { label: words.arrange, onPress: onArrange, disabled: none },
          { label: words.between, onPress: actions.between, disabled: things.size < 2 },
          { label: words.copyLink, onPress: copy },
          { label: words.clear, onPress: clear, disabled: none },
          {
            label: words.foldSame,
            pressed: canvas.joinSame,
            onPress: () => store.joinSame(!canvas.joinSame),
          },
        ]}
      />
      <span className={styles.counts} role="status">
        {canvas.asking
          ? text.shell.loading
          : `${count(words.nodes, things.size)} · ${count(words.links, ties.size)}`}
      </span>
      {copied && <p className={styles.copied}>{words.copied}</p>}
    </div>
  )
}

/** Whether the link to this view was copied a moment ago, and copies it. */
function useCopiedLink() {
  const { text } = useSpeech()
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const back = setTimeout(() => setCopied(false), 4000)
    return () => clearTimeout(back)
  }, [copied])
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
    announce(text.canvas.copied)
  }
  return [copied, () => void copy()] as const
}
