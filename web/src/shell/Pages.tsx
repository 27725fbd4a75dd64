import { type ComponentType, lazy, Suspense } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { CanvasMemory } from '../canvas/CanvasMemory'
import { useSpeech } from '../language/LanguageProvider'
import { OperationsPage } from '../operations/OperationsPage'
import { SearchMemory } from '../search/SearchMemory'
import { useMe } from '../session/SessionProvider'
import { usePrivacy } from './PrivacyButton'
import parts from './parts.module.css'
import { groupsFor, maybe, type PlaceName, readers, supervisors, teamAdministrators, writers } from './places'
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
const DayPage = lazy(() => import('../day/DayPage'))
const SharingPage = lazy(() => import('../sharing/SharingPage'))
const ViewAsPage = lazy(() => import('../sharing/ViewAsPage'))
const ReleasesPage = lazy(() => import('../releases/ReleasesPage'))
const JointPlansPage = lazy(() => import('../jointplan/JointPlansPage'))
const AskReleasePage = lazy(() => import('../releases/AskReleasePage'))
const DisruptionPage = lazy(() => import('../disruption/DisruptionPage'))
const MoneyPage = lazy(() => import('../money/MoneyPage'))
const ConnectPage = lazy(() => import('../connect/ConnectPage'))
const KeyPlayersPage = lazy(() => import('../keyplayers/KeyPlayersPage'))
const ChangePage = lazy(() => import('../keyplayers/ChangePage'))
const TeamsPage = lazy(() => import('../teams/TeamsPage'))
const TeamPage = lazy(() => import('../teams/TeamPage'))
const RetentionPage = lazy(() => import('../retention/RetentionPage'))
const ExplorePage = lazy(() => import('../explore/ExplorePage'))
const IssuersPage = lazy(() => import('../issuers/IssuersPage'))
const SessionsPage = lazy(() => import('../sessions/SessionsPage'))
const HitPage = lazy(() => import('../hit/HitPage'))
const ImportPage = lazy(() => import('../import/ImportPage'))
const RoleEntryPage = lazy(() => import('../involvement/RoleEntryPage'))
const RoleWithdrawPage = lazy(() => import('../involvement/RoleWithdrawPage'))

/** The page of each place of the navigation that has no address below it. */
const pages: Partial<Record<PlaceName, ComponentType>> = {
  day: DayPage,
  search: SearchPage,
  canvas: CanvasPage,
  sharing: SharingPage,
  viewAs: ViewAsPage,
  askPartners: HitPage,
  releases: ReleasesPage,
  jointPlans: JointPlansPage,
  disruption: DisruptionPage,
  money: MoneyPage,
  connect: ConnectPage,
  keyPlayers: KeyPlayersPage,
  change: ChangePage,
  teams: TeamsPage,
  retention: RetentionPage,
  newRole: RoleEntryPage,
  importing: ImportPage,
  newRecord: RecordEntryPage,
  audit: AuditPage,
  issuers: IssuersPage,
  sessions: SessionsPage,
}

/** Which page stands at which address. */
export function Pages() {
  const { text } = useSpeech()
  const [location] = useLocation()
  const { roles } = useMe()
  const privacy = usePrivacy()
  const reads = maybe(roles, readers)
  const writes = maybe(roles, writers)
  const places = groupsFor(roles).flatMap((group) => group.places)
  return (
    <Shell fixed={location.startsWith('/canvas')}>
      <Suspense fallback={<p className={parts.asking}>{text.shell.loading}</p>}>
        {/* With names in place of codes, or codes in place of names, every page asks anew. */}
        <SearchMemory key={String(privacy)}>
          <CanvasMemory>
            <Switch>
              <Route path="/">
                <Redirect to="/operations" replace />
              </Route>
              <Route path="/operations" component={OperationsPage} />
              <Route path="/operations/:id">{({ id }) => <OperationPage key={id} id={id} />}</Route>
              {reads && <Route path="/records/:id">{({ id }) => <RecordPage key={id} id={id} />}</Route>}
              <Route path="/explore" component={ExplorePage} />
              {places.map(({ path, name }) => {
                const page = pages[name]
                return page && <Route key={path} path={path} component={page} />
              })}
              {reads && (
                <Route path="/releases/ask/:id">{({ id }) => <AskReleasePage key={id} element={id} />}</Route>
              )}
              {maybe(roles, [...teamAdministrators, ...supervisors]) && (
                <Route path="/teams/:id">{({ id }) => <TeamPage key={id} id={id} />}</Route>
              )}
              {writes && (
                <Route path="/roles/:id/withdraw">{({ id }) => <RoleWithdrawPage key={id} id={id} />}</Route>
              )}
              {writes && <Route path="/enter/link" component={LinkEntryPage} />}
              {writes && (
                <Route path="/records/:id/amend">{({ id }) => <RecordAmendPage key={id} id={id} />}</Route>
              )}
              {writes && (
                <Route path="/links/:id/amend">{({ id }) => <LinkAmendPage key={id} id={id} />}</Route>
              )}
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
