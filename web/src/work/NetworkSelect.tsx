import { useWork } from '../language/work/useWork'
import { OperationSelect } from './OperationSelect'

interface Props {
  value: string
  onChange: (operation: string) => void
}

/** Of which network a question is: what is shared with one operation's team, or all in sight. */
export function NetworkSelect({ value, onChange }: Props) {
  const words = useWork().work
  return <OperationSelect label={words.network} none={words.allInSight} value={value} onChange={onChange} />
}
