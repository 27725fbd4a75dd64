import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { CommunitiesPanel } from '../communities/CommunitiesPanel'
import { useSpeech } from '../language/LanguageProvider'
import { PathPanel } from '../path/PathPanel'
import type { PathQuestion } from '../path/usePath'
import styles from './canvas.module.css'
import type { Drawing } from './Drawing'
import { Legend } from './Legend'
import { Selection } from './Selection'
import type { Actions } from './useActions'

interface Props {
  actions: Actions
  path: PathQuestion
  drawing: Drawing | null
}

/** The selection, and the questions that can be asked of the graph. */
export function SidePanel({ actions, path, drawing }: Props) {
  const { text } = useSpeech()
  const [open, setOpen] = useState('selection')
  const panels = [
    {
      id: 'selection',
      name: text.canvas.selection,
      shows: <Selection actions={actions} onPath={() => setOpen('path')} />,
    },
    { id: 'path', name: text.path.title, shows: <PathPanel path={path} /> },
    { id: 'communities', name: text.communities.title, shows: <CommunitiesPanel actions={actions} /> },
    { id: 'legend', name: text.canvas.legend, shows: <Legend drawing={drawing} /> },
  ]
  return (
    <Tabs className={styles.right} selectedKey={open} onSelectionChange={(key) => setOpen(String(key))}>
      <TabList className={styles.tabs} aria-label={text.canvas.panels}>
        {panels.map(({ id, name }) => (
          <Tab key={id} id={id} className={styles.tab}>
            {name}
          </Tab>
        ))}
      </TabList>
      {panels.map(({ id, shows }) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {shows}
        </TabPanel>
      ))}
    </Tabs>
  )
}
