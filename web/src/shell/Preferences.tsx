import { useSpeech } from '../language/LanguageProvider'
import { languages, nameOf } from '../language/languages'
import styles from './Shell.module.css'
import { type ThemeChoice, useTheme } from './ThemeProvider'

/** Each language by its own name. */
export function LanguageSelect() {
  const { text, language, choose } = useSpeech()
  return (
    <select
      className={styles.select}
      aria-label={text.shell.language}
      value={language}
      onChange={(event) => choose(event.target.value)}
    >
      {languages.map((code) => (
        <option key={code} value={code} lang={code}>
          {nameOf(code)}
        </option>
      ))}
    </select>
  )
}

/** Light, dark, or as the device prefers. */
export function ThemeSelect() {
  const { text } = useSpeech()
  const { choice, choose } = useTheme()
  const names = Object.entries(text.shell.themes) as [ThemeChoice, string][]
  return (
    <select
      className={styles.select}
      aria-label={text.shell.theme}
      value={choice}
      onChange={(event) => choose(event.target.value as ThemeChoice)}
    >
      {names.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}
