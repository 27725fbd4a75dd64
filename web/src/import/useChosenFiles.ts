import { useState } from 'react'
import { type Column, columnsOf, type FileMapping, guess, guessDelimiter } from './mapping'
import { cellsOf, type Layout, rowsOf } from './rows'

/** A file that was chosen, with the names of its columns and what its rows become. */
export interface ChosenFile {
  file: File
  firstLine: string
  columns: Column[]
  mapping: FileMapping
}

const firstLineOnly: Layout = { skip: 0, header: true, comment: null, quoted: true }

/** The files of the form. Their headers are read, and what they say is guessed. */
export function useChosenFiles() {
  const [files, setFiles] = useState<ChosenFile[]>([])
  const choose = async (list: FileList) => setFiles(await Promise.all([...list].map(read)))
  const replace = (at: number, by: (old: ChosenFile) => ChosenFile) =>
    setFiles((old) => old.map((one, i) => (i === at ? by(one) : one)))
  return {
    files,
    choose,
    change: (at: number, mapping: FileMapping) => replace(at, (old) => ({ ...old, mapping })),
    /** Parts the first line another way, and guesses anew. */
    part: (at: number, delimiter: string) =>
      replace(at, ({ file, firstLine, mapping }) => parted(file, firstLine, delimiter, mapping.header)),
    /** Says whether the first line names the columns, and guesses anew. */
    head: (at: number, header: boolean) =>
      replace(at, ({ file, firstLine, mapping }) => parted(file, firstLine, mapping.delimiter, header)),
  }
}

async function read(file: File): Promise<ChosenFile> {
  for await (const first of rowsOf(file, firstLineOnly)) {
    const firstLine = first.text?.trimEnd().split('\n').at(-1) ?? ''
    return parted(file, firstLine, guessDelimiter(firstLine), true)
  }
  return parted(file, '', ',', true)
}

function parted(file: File, firstLine: string, delimiter: string, header: boolean): ChosenFile {
  const columns = columnsOf(firstLine === '' ? [] : cellsOf(firstLine, delimiter), header)
  const ids = columns.map(({ id }) => id)
  return { file, firstLine, columns, mapping: guess(ids, delimiter, header) }
}
