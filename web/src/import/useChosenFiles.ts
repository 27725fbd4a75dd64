import { useState } from 'react'
import { type FileMapping, guess, guessDelimiter } from './mapping'
import { cellsOf, type Layout, rowsOf } from './rows'

/** A file that was chosen, with the names of its columns and what its rows become. */
export interface ChosenFile {
  file: File
  header: string
  columns: string[]
  mapping: FileMapping
}

const firstLineOnly: Layout = { skip: 0, header: true, comment: null, quoted: true }

/** The files of the form. Their headers are read, and what they say is guessed. */
export function useChosenFiles() {
  const [files, setFiles] = useState<ChosenFile[]>([])
  const choose = async (list: FileList | null) => setFiles(await Promise.all([...(list ?? [])].map(read)))
  const replace = (at: number, by: (old: ChosenFile) => ChosenFile) =>
    setFiles((old) => old.map((one, i) => (i === at ? by(one) : one)))
  return {
    files,
    choose,
    change: (at: number, mapping: FileMapping) => replace(at, (old) => ({ ...old, mapping })),
    /** Parts the header another way, and guesses anew. */
    part: (at: number, delimiter: string) =>
      replace(at, ({ file, header }) => parted(file, header, delimiter)),
  }
}

async function read(file: File): Promise<ChosenFile> {
  for await (const first of rowsOf(file, firstLineOnly)) {
    const header = first.text?.trimEnd().split('\n').at(-1) ?? ''
    return parted(file, header, guessDelimiter(header))
  }
  return parted(file, '', ',')
}

function parted(file: File, header: string, delimiter: string): ChosenFile {
  const columns = header === '' ? [] : cellsOf(header, delimiter).filter((name) => name !== '')
  return { file, header, columns, mapping: guess(columns, delimiter) }
}
