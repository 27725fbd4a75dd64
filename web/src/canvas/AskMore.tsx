import { Link } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { useCanvas } from './CanvasMemory'

interface Props {
  /** Records that the questions begin at; none is the whole network. */
  records: readonly string[]
}

/** The way to questions that have a page of their own, about what is on the canvas or begins at a thing of it. */
export default function AskMore({ records }: Props) {
  const { text } = useSpeech()
  const { operations } = useCanvas('operations')
  const [operation] = operations
  const network = operation === undefined ? '' : `#operation=${encodeURIComponent(operation)}`
  const from = records.map(encodeURIComponent).join(',')
  const ways =
    records.length > 0
      ? [
          { name: text.shell.money, to: `/money#from=${from}` },
          {
            name: text.shell.disruption,
            to: `/disruption${network === '' ? '#' : `${network}&`}targets=${from}`,
          },
        ]
      : [
          { name: text.shell.keyPlayers, to: `/key-players${network}` },
          { name: text.shell.disruption, to: `/disruption${network}` },
          { name: text.shell.change, to: `/change${network}` },
        ]
  return (
    <nav aria-label={text.shell.groups.questions} className={parts.row}>
      {ways.map(({ name, to }) => (
        <Link key={to} className={parts.button} href={to}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
