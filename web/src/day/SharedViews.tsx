import { Link } from 'wouter'
import type { Answer } from '../api/useAnswer'
import { viewAddress } from '../canvas/address'
import type { ViewsQuery } from '../gql/graphql'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'

/** The views of the canvas that others made and the officer may open, those kept last first. */
export function SharedViews({ answer }: { answer: Answer<ViewsQuery> }) {
  const { instant } = useSpeech()
  const words = useWork().day
  return (
    <Panel title={words.views}>
      <Answered answer={answer}>
        {({ views }) => {
          const others = views.filter(({ own }) => !own)
          if (others.length === 0) return <p className={parts.empty}>{words.viewsNone}</p>
          return (
            <DataTable
              name={words.views}
              columns={[words.view, words.from, words.at]}
              rows={others.map((view) => ({
                key: view.id,
                cells: [
                  <Link key="view" href={viewAddress(view.id)}>
                    {view.name}
                  </Link>,
                  <Owner key="from" owner={view.owner} />,
                  instant(view.changed),
                ],
              }))}
            />
          )
        }}
      </Answered>
    </Panel>
  )
}
