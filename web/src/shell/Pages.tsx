import { lazy, Suspense } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { CanvasMemory } from '../canvas/CanvasMemory'
import { useSpeech } from '../language/LanguageProvider'
import { OperationsPage } from '../operations/OperationsPage'
import { SearchMemory } from '../search/SearchMemory'
import { useMe } from '../session/SessionProvider'
import parts from './parts.module.css'
import { auditors, writers } from './places'
import { Shell } from './Shell'

// Each page is fetched when it is first opened; the canvas brings WebGL with it.
const CanvasPage = lazy(() => import('../canvas/CanvasPage'))
const OperationPage = lazy(() => import('../operations/OperationPage'))
const SearchPage = lazy(() => import('../search/SearchPage'))
const RecordPage = lazy(() => import('../record/RecordPage'))
const RecordEntryPage = lazy(() => import('../entry/RecordEntryPage'))
const RecordAmendPage = lazy(() => import('../entry/RecordAmendPage'))
const LinkEntryPage = lazy(() => import('../entry/LinkEntryPage'))
const LinkAmendPage = lazy(() => import('../entry/LinkAmendPage'))
const AuditPage = lazy(() => import('../audit/AuditPage'))

/** Which page stands at which address. */
export function Pages() {
  const { text } = useSpeech()
  const [location] = useLocation()
  const { roles } = useMe()
  const writes = writers.some((role) => roles.includes(role))
  const audits = auditors.some((role) => roles.includes(role))
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
              {writes && <Route path="/enter" component={RecordEntryPage} />}
              {writes && <Route path="/enter/link" component={LinkEntryPage} />}
              {writes && (
                <Route path="/records/:id/amend">{({ id }) => <RecordAmendPage key={id} id={id} />}</Route>
              )}
              {writes && (
                <Route path="/links/:id/amend">{({ id }) => <LinkAmendPage key={id} id={id} />}</Route>
              )}
              {audits && <Route path="/audit" component={AuditPage} />}
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
