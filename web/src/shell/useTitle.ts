import { useEffect } from 'react'

/** Names the page in the browser's title. Never the label of a record: titles go to histories. The code name of an operation may stand there. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Entente`
  }, [title])
}
