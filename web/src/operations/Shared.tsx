import { useAnswer } from '../api/useAnswer'
import { SharedByDocument } from '../gql/graphql'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import type { OperationParts } from './OperationPage'

/** What each party has shared with the team, as far as the officer sees it. */
export function Shared({ operation }: { operation: OperationParts }) {
  const words = useWork().operation
  const { text } = useSpeech()
  const parties = new Map(operation.parties.map((party) => [party.organisation.id, party.organisation]))
  return (
    <section className={`${parts.panel} ${parts.scroll}`}>
      <div className={parts.panelHead}>
        <h2>{words.shared}</h2>
      </div>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{text.operations.organisation}</th>
            <th scope="col">{words.records}</th>
            <th scope="col">{words.latest}</th>
          </tr>
        </thead>
        <tbody>
          {[...parties.values()].map((party) => (
            <SharedBy key={party.id} operation={operation.id} party={party} />
          ))}
        </tbody>
      </table>
      <p className={`${parts.hint} ${parts.panelBody}`}>{words.sharedHint}</p>
    </section>
  )
}

interface Props {
  operation: string
  party: OperationParts['parties'][number]['organisation']
}

function SharedBy({ operation, party }: Props) {
  const { text, number, instant } = useSpeech()
  const { data, failure } = useAnswer(SharedByDocument, { operation, owner: party.id })
  const latest = data?.records.nodes[0]
  return (
    <tr>
      <td>
        <Owner owner={party} />
      </td>
      <td>
        {failure ? (
          <FailureNote failure={failure} />
        ) : data ? (
          number(data.records.totalCount)
        ) : (
          text.shell.loading
        )}
      </td>
      <td>{latest && instant(latest.knownFrom)}</td>
    </tr>
  )
}
