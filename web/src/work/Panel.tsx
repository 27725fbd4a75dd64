import type { ReactNode } from 'react'
import parts from '../shell/parts.module.css'

interface Props {
  title: ReactNode
  /** What stands beside the title. */
  beside?: ReactNode
  children: ReactNode
}

/** A part of a page with its heading. It is no landmark: a table in it is one, by the same name. */
export function Panel({ title, beside, children }: Props) {
  return (
    <section className={parts.panel}>
      <div className={parts.panelHead}>
        <h2>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  )
}
