import { Link } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { DesksDocument } from '../gql/graphql'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'

const nothing = {}

/** What a first responder can do here, who reads no case data: whom to speak to, and where they are signed in. */
export default function FirstResponder() {
  const { text } = useSpeech()
  const words = useWork().responder
  const answer = useAnswer(DesksDocument, nothing)
  return (
    <>
      <p className={`${parts.panel} ${parts.panelBody}`}>{words.lead}</p>
      <Panel title={words.desks}>
        <Answered answer={answer}>
          {({ organisations }) => (
            <DataTable
              name={words.desks}
              columns={[text.operations.organisation, words.kind, words.desk]}
              rows={organisations.map((one) => ({
                key: one.id,
                cells: [<Owner key="name" owner={one} />, words.kinds[one.kind], one.contact],
              }))}
            />
          )}
        </Answered>
      </Panel>
      <p>
        <Link className={parts.button} href="/sessions">
          {text.shell.sessions}
        </Link>
      </p>
    </>
  )
}
