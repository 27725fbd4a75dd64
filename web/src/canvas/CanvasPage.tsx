import { lazy, Suspense, useCallback, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { usePath } from '../path/usePath'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { Announcer } from './Announcer'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import styles from './canvas.module.css'
import type { Drawing } from './Drawing'
import { GraphRegion } from './GraphRegion'
import { SidePanel } from './SidePanel'
import { ThingTable } from './ThingTable'
import { Toolbar } from './Toolbar'
import { useActions } from './useActions'
import { useAddress } from './useAddress'
import { useAutoSave } from './useAutoSave'

const EmptyCanvas = lazy(() => import('./EmptyCanvas'))
const MarkedBar = lazy(() => import('./MarkedBar'))
const PlanBar = lazy(() => import('../disruption/PlanBar'))
const DatesBar = lazy(() => import('../change/DatesBar'))
// The map brings the lines of all countries with it, and is fetched when it is first opened.
const MapTime = lazy(() => import('../map/MapTime'))

/** The canvas: a table of what is there, the drawing, and what is known of the selection. */
export default function CanvasPage() {
  return (
    <Announcer>
      <Workspace />
    </Announcer>
  )
}

function Workspace() {
  const { text } = useSpeech()
  useTitle(text.canvas.title)
  const store = useCanvasStore()
  const canvas = useCanvas('folded', 'plan', 'marked', 'failure', 'asking')
  const actions = useActions()
  const path = usePath(actions)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const [arranging, setArranging] = useState(0)
  const arrange = useCallback(() => setArranging((n) => n + 1), [])
  const [lasso, setLasso] = useState(false)
  const lassoed = useCallback(() => setLasso(false), [])
  const [map, setMap] = useState(store.read().flow !== null)
  const [dates, setDates] = useState(store.read().change !== null)
  const datesDone = useCallback(() => setDates(false), [])
  useAddress(actions, path.find)
  useAutoSave()
  const empty = canvas.folded.things.size === 0
  return (
    <div className={styles.workspace}>
      <h1 className={parts.hidden}>{text.canvas.title}</h1>
      <ThingTable />
      <div className={styles.middle}>
        <Toolbar
          drawing={drawing}
          actions={actions}
          onArrange={arrange}
          lasso={lasso}
          onLasso={setLasso}
          map={map}
          onMap={setMap}
          dates={dates}
          onDates={setDates}
        />
        {canvas.plan && (
          <Suspense>
            <PlanBar plan={canvas.plan} />
          </Suspense>
        )}
        {dates && (
          <Suspense>
            <DatesBar actions={actions} onClose={datesDone} />
          </Suspense>
        )}
        {canvas.marked.size > 0 && (
          <Suspense>
            <MarkedBar drawing={drawing} onConnect={path.connect} />
          </Suspense>
        )}
        {canvas.failure && (
          <div className={styles.over}>
            <FailureNote failure={canvas.failure} />
          </div>
        )}
        <div className={styles.stage}>
          <GraphRegion arrange={arranging} lasso={lasso} onLassoed={lassoed} onDrawing={setDrawing} />
          {empty && (
            <Suspense>
              <EmptyCanvas asking={canvas.asking} />
            </Suspense>
          )}
        </div>
        {map && (
          <Suspense fallback={<p className={parts.asking}>{text.shell.loading}</p>}>
            <MapTime />
          </Suspense>
        )}
      </div>
      <SidePanel actions={actions} path={path} drawing={drawing} />
    </div>
  )
}
