import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { keep, kept } from './kept'

export type ThemeChoice = 'system' | 'light' | 'dark'

interface Theme {
  choice: ThemeChoice
  /** What is shown now: the choice, or what the device prefers. */
  shown: 'light' | 'dark'
  choose: (choice: ThemeChoice) => void
}

const ThemeContext = createContext<Theme | null>(null)
const darkDevice = '(prefers-color-scheme: dark)'

function useDeviceIsDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia(darkDevice).matches)
  useEffect(() => {
    const query = matchMedia(darkDevice)
    const follow = () => setDark(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return dark
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const deviceIsDark = useDeviceIsDark()
  const [choice, setChoice] = useState<ThemeChoice>(() => {
    const chosen = kept('theme')
    return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
  })
  const shown = choice === 'system' ? (deviceIsDark ? 'dark' : 'light') : choice
  useEffect(() => {
    document.documentElement.dataset.theme = shown
  }, [shown])
  const theme = useMemo<Theme>(
    () => ({
      choice,
      shown,
      choose: (next) => {
        keep('theme', next)
        setChoice(next)
      },
    }),
    [choice, shown],
  )
  return <ThemeContext value={theme}>{children}</ThemeContext>
}

/** The appearance of the page. */
export function useTheme(): Theme {
  const theme = useContext(ThemeContext)
  if (!theme) throw new Error('useTheme outside ThemeProvider')
  return theme
}
