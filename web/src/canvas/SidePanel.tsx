import { lazy, type ReactNode, Suspense } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useSpeech } from '../language/LanguageProvider'
import type { PathQuestion } from '../path/usePath'
import parts from '../shell/parts.module.css'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import type { PanelName } from './CanvasStore'
import styles from './canvas.module.css'
import type { Drawing } from './Drawing'
import { Selection } from './Selection'
import type { Actions } from './useActions'

// What is not looked at first is fetched when it is; kept views come with the texts of the work pages.
const CommunitiesPanel = lazy(() => import('../communities/CommunitiesPanel'))
const Legend = lazy(() => import('./Legend'))
const PathPanel = lazy(() => import('../path/PathPanel'))
const ViewsPanel = lazy(() => import('../views/ViewsPanel'))

interface Props {
  actions: Actions
  path: PathQuestion
  drawing: Drawing | null
}

/** The selection, and the questions that can be asked of the graph. */
export function SidePanel({ actions, path, drawing }: Props) {
  const { text } = useSpeech()
  const store = useCanvasStore()
  const { panel: open } = useCanvas('panel')
  const setOpen = (panel: PanelName) => store.set({ panel })
  const panels: { id: PanelName; name: string; shows: ReactNode }[] = [
    {
      id: 'selection',
      name: text.canvas.selection,
      shows: <Selection actions={actions} onPath={() => setOpen('path')} />,
    },
    { id: 'path', name: text.path.title, shows: <PathPanel path={path} /> },
    { id: 'communities', name: text.communities.title, shows: <CommunitiesPanel actions={actions} /> },
    {
      id: 'views',
      name: text.canvas.views,
      shows: <ViewsPanel actions={actions} />,
    },
    { id: 'legend', name: text.canvas.legend, shows: <Legend drawing={drawing} /> },
  ]
  return (
    <Tabs className={styles.right} selectedKey={open} onSelectionChange={(key) => setOpen(key as PanelName)}>
      <TabList className={styles.tabs} aria-label={text.canvas.panels}>
        {panels.map(({ id, name }) => (
          <Tab key={id} id={id} className={styles.tab}>
            {name}
          </Tab>
        ))}
      </TabList>
      {panels.map(({ id, shows }) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          <Suspense fallback={<p className={parts.asking}>{text.shell.loading}</p>}>{shows}</Suspense>
        </TabPanel>
      ))}
    </Tabs>
  )
}
