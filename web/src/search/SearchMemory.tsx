import { createContext, type ReactNode, useContext, useState } from 'react'
import type { SearchInput } from '../gql/graphql'

type Memory = [SearchInput | null, (input: SearchInput | null) => void]

const MemoryContext = createContext<Memory | null>(null)

/**
 * Remembers the last search while the workspace is open, so that coming back
 * from a record finds it again. It is not in the address: a searched name
 * belongs into no browser history.
 */
export function SearchMemory({ children }: { children: ReactNode }) {
  const memory = useState<SearchInput | null>(null)
  return <MemoryContext value={memory}>{children}</MemoryContext>
}

/** The last search and how to replace it. */
export function useSearchMemory(): Memory {
  const memory = useContext(MemoryContext)
  if (!memory) throw new Error('useSearchMemory outside SearchMemory')
  return memory
}
