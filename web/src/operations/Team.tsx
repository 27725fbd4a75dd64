import { Owner, Validity } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import type { OperationParts } from './OperationPage'

/** The organisations that are or were party to the agreement. */
export function Parties({ parties }: Pick<OperationParts, 'parties'>) {
  const { text } = useSpeech()
  const words = text.operations
  return (
    <section className={parts.panel}>
      <div className={parts.panelHead}>
        <h2>{words.parties}</h2>
      </div>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{words.party}</th>
            <th scope="col">{words.period}</th>
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <tr key={`${party.organisation.id} ${party.from}`}>
              <td>
                <Owner owner={party.organisation} />
              </td>
              <td>
                <Validity validity={party} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The officers who are or were the team. */
export function Team({ members }: Pick<OperationParts, 'members'>) {
  const { text } = useSpeech()
  const words = text.operations
  return (
    <section className={`${parts.panel} ${parts.scroll}`}>
      <div className={parts.panelHead}>
        <h2>{words.members}</h2>
      </div>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{words.member}</th>
            <th scope="col">{words.organisation}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.period}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={`${member.officerId} ${member.from}`}>
              <td>{member.name}</td>
              <td>
                <Owner owner={member.organisation} />
              </td>
              <td>{text.teamRoles[member.role]}</td>
              <td>
                <Validity validity={member} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
