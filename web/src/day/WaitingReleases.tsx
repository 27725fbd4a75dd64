import { Link } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { type ReleaseFilter, ReleasesDocument } from '../gql/graphql'
import { ElementName } from '../kinds/Element'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { maybe, supervisors } from '../shell/places'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'

const open: ReleaseFilter = { states: ['OPEN'], element: null }

/** Requests for release that nobody has decided: those that the officer's organisation is to decide first. */
export function WaitingReleases({ round }: { round: number }) {
  const { text, instant } = useSpeech()
  const { day: words, releases } = useWork()
  const { organisation, roles } = useMe()
  // A notice may be of a release: then the list is asked for again.
  const answer = useAnswer(ReleasesDocument, { filter: open, first: 20 + (round % 2), after: null })
  return (
    <Panel
      title={words.releases}
      beside={
        <Link className={parts.button} href="/releases">
          {text.shell.releases}
        </Link>
      }
    >
      <Answered answer={answer}>
        {({ releases: { nodes } }) => {
          const waiting = nodes.filter((release) => release.owner.id === organisation.id && !release.expired)
          if (waiting.length === 0) return <p className={parts.empty}>{words.releasesNone}</p>
          return (
            <>
              <DataTable
                name={words.releases}
                columns={[releases.element, releases.action, releases.asking, releases.why, releases.asked]}
                rows={waiting.map((release) => ({
                  key: release.id,
                  cells: [
                    release.element ? (
                      <ElementName key="element" element={release.element} />
                    ) : (
                      releases.outOfSight
                    ),
                    releases.actions[release.action],
                    <Owner key="asking" owner={release.asking} />,
                    release.why,
                    instant(release.asked),
                  ],
                }))}
              />
              {!maybe(roles, supervisors) && (
                <p className={`${parts.hint} ${parts.panelBody}`}>{words.releasesForSupervisor}</p>
              )}
            </>
          )
        }}
      </Answered>
    </Panel>
  )
}
