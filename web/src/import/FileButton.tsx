import { Button, FileTrigger } from 'react-aria-components'
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

/** Opens the device's choice of files. A browser's own field would speak the browser's language. */
export function FileButton({
  endings,
  multiple = false,
  disabled = false,
  describedBy,
  choose,
  children,
}: Props) {
  return (
    <FileTrigger
      acceptedFileTypes={endings}
      allowsMultiple={multiple}
      onSelect={(files) => files && files.length > 0 && choose(files)}
    >
      <Button className={parts.button} isDisabled={disabled} aria-describedby={describedBy}>
        {children}
      </Button>
    </FileTrigger>
  )
}
