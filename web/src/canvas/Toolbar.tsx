import { useEffect, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { useAnnounce } from './Announcer'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { thingOf } from './CanvasStore'
import styles from './canvas.module.css'
import { nothing } from './contents'
import type { Drawing } from './Drawing'
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
  const canvas = useCanvas()
  const announce = useAnnounce()
  const selected = thingOf(canvas.folded, canvas.selected)
  const tools = useTools(drawing)
  useShortcuts(tools)
  const { things, ties } = canvas.folded
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.toolbar}>
      <Tool label={words.fit} onPress={tools.fit} />
      <Tool label={words.zoomIn} sign="+" onPress={tools.zoomIn} />
      <Tool label={words.zoomOut} sign="−" onPress={tools.zoomOut} />
      <Tool label={words.undo} onPress={tools.undo} disabled={canvas.history.past.length === 0} />
      <Tool label={words.redo} onPress={tools.redo} disabled={canvas.history.future.length === 0} />
      <Tool label={words.remove} onPress={tools.remove} disabled={!selected} />
      <Tool label={words.arrange} onPress={onArrange} disabled={things.size === 0} />
      <Tool
        label={words.lasso}
        pressed={lasso}
        onPress={() => onLasso(!lasso)}
        disabled={things.size === 0}
      />
      <Tool label={text.map.title} pressed={map} onPress={() => onMap(!map)} />
      <Tool
        label={words.dates}
        pressed={dates}
        onPress={() => {
          if (dates) store.set({ change: null })
          onDates(!dates)
        }}
      />
      <Tool label={words.between} onPress={actions.between} disabled={things.size < 2} />
      <Tool
        label={words.clear}
        disabled={things.size === 0}
        onPress={() => {
          store.change(nothing, {
            path: null,
            routes: [],
            joined: null,
            communities: null,
            plan: null,
            change: null,
          })
          announce(words.announceCleared)
        }}
      />
      <CopyLink />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={canvas.joinSame}
          onChange={(event) => store.joinSame(event.target.checked)}
        />
        {words.foldSame}
      </label>
      <span className={styles.counts} role="status">
        {canvas.asking
          ? text.shell.loading
          : `${count(words.nodes, things.size)} · ${count(words.links, ties.size)}`}
      </span>
    </div>
  )
}

interface ToolProps {
  label: string
  sign?: string
  disabled?: boolean
  /** For a tool that stays on until it has been used. */
  pressed?: boolean
  onPress: () => void
}

function Tool({ label, sign, disabled, pressed, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={sign ? label : undefined}
      title={sign ? label : undefined}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {sign ?? label}
    </button>
  )
}

function CopyLink() {
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
  return (
    <>
      <Tool label={text.canvas.copyLink} onPress={() => void copy()} />
      {copied && <span className={parts.hint}>{text.canvas.copied}</span>}
    </>
  )
}
