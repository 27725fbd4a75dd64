import { lazy, Suspense } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { CanvasMemory } from '../canvas/CanvasMemory'
import { useSpeech } from '../language/LanguageProvider'
import { OperationPage } from '../operations/OperationPage'
import { OperationsPage } from '../operations/OperationsPage'
import { RecordPage } from '../record/RecordPage'
import { SearchMemory } from '../search/SearchMemory'
import { SearchPage } from '../search/SearchPage'
import parts from './parts.module.css'
import { Shell } from './Shell'

// The canvas brings WebGL with it, so it is fetched when it is first opened.
const CanvasPage = lazy(() => import('../canvas/CanvasPage'))

/** Which page stands at which address. */
export function Pages() {
  const { text } = useSpeech()
  const [location] = useLocation()
  return (
    <Shell fixed={location.startsWith('/canvas')}>
      <Suspense fallback={<p className={parts.asking}>{text.shell.loading}</p>}>
        <SearchMemory>
          <CanvasMemory>
            <Switch>
              <Route path="/">
                <Redirect to="/operations" replace />
              </Route>
              <Route path="/operations" component={OperationsPage} />
              <Route path="/operations/:id">{({ id }) => <OperationPage key={id} id={id} />}</Route>
              <Route path="/search" component={SearchPage} />
              <Route path="/records/:id">{({ id }) => <RecordPage key={id} id={id} />}</Route>
              <Route path="/canvas" component={CanvasPage} />
              <Route>
                <div className={parts.page}>
                  <h1>{text.shell.notFoundPage}</h1>
                  <Link href="/operations">{text.shell.home}</Link>
                </div>
              </Route>
            </Switch>
          </CanvasMemory>
        </SearchMemory>
      </Suspense>
    </Shell>
  )
}
