import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider } from './language/LanguageProvider'
import { SessionProvider } from './session/SessionProvider'
import { Pages } from './shell/Pages'
import { ThemeProvider } from './shell/ThemeProvider'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ThemeProvider>
        <SessionProvider>
          <Pages />
        </SessionProvider>
      </ThemeProvider>
    </LanguageProvider>
  </StrictMode>,
)
