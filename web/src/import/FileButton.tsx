import { useRef } from 'react'
import parts from '../shell/parts.module.css'

interface Props {
  /** Endings of names, such as .csv. */
  endings: readonly string[]
  multiple?: boolean
  disabled?: boolean
  /** The ids of what says more of it. */
  describedBy?: string
  choose: (files: FileList) => void
  children: string
}

/** Opens the device's choice of files: a browser's own field would speak the browser's language. */
export function FileButton({ endings, multiple, disabled, describedBy, choose, children }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const open = () => {
    if (!input.current) return
    // The same file may be chosen again once it was mended.
    input.current.value = ''
    input.current.click()
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={endings.join(',')}
        onChange={({ target }) => target.files?.length && choose(target.files)}
      />
      <button
        type="button"
        className={parts.button}
        disabled={disabled}
        aria-describedby={describedBy}
        onClick={open}
      >
        {children}
      </button>
    </>
  )
}
