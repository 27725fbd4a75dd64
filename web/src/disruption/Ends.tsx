import type { ChainRole } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { ChosenRecords } from '../work/ChosenRecords'
import styles from '../work/work.module.css'
import { chainRoles, endKinds, type Network, weighs } from './network'

interface Props {
  network: Network
  change: (part: Partial<Network>) => void
}

/** Where a supply or money begins and where it ends: by role in the chain, or things by name. */
export function Ends({ network, change }: Props) {
  const words = useWork().disruption
  const supply = weighs(network, 'SUPPLY')
  if (!supply && !weighs(network, 'MONEY')) return null
  const kinds = endKinds(network)
  return (
    <fieldset className={styles.section}>
      <legend>{words.ends}</legend>
      <p className={parts.hint}>{supply ? words.endsHint : words.moneyHint}</p>
      {supply && network.operation !== '' && (
        <div className={styles.two}>
          <Roles
            legend={words.sourceRoles}
            roles={network.sourceRoles}
            onChange={(sourceRoles) => change({ sourceRoles })}
          />
          <Roles
            legend={words.sinkRoles}
            roles={network.sinkRoles}
            onChange={(sinkRoles) => change({ sinkRoles })}
          />
        </div>
      )}
      <div className={styles.two}>
        <ChosenRecords
          legend={words.sources}
          chosen={network.sources}
          kinds={kinds}
          onChange={(sources) => change({ sources })}
        />
        <ChosenRecords
          legend={words.sinks}
          chosen={network.sinks}
          kinds={kinds}
          onChange={(sinks) => change({ sinks })}
        />
      </div>
      {supply && (
        <label className={styles.flag}>
          <input
            type="checkbox"
            checked={network.directed}
            onChange={() => change({ directed: !network.directed })}
          />
          {words.directed}
        </label>
      )}
    </fieldset>
  )
}

interface RolesProps {
  legend: string
  roles: readonly ChainRole[]
  onChange: (roles: ChainRole[]) => void
}

function Roles({ legend, roles, onChange }: RolesProps) {
  const { text } = useSpeech()
  return (
    <fieldset className={styles.section}>
      <legend>{legend}</legend>
      <div className={styles.flags}>
        {chainRoles.map((role) => (
          <label key={role} className={styles.flag}>
            <input
              type="checkbox"
              checked={roles.includes(role)}
              onChange={() =>
                onChange(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])
              }
            />
            {text.values[role]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
