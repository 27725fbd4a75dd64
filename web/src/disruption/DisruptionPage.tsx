import { useEffect, useState } from 'react'
import { ask } from '../api/ask'
import { PlanDocument, PlanJobDocument, type PlanPartsFragment, ScorePlanDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { JobProgress } from '../work/JobProgress'
import { useAct } from '../work/useAct'
import { useJob } from '../work/useJob'
import { ComparePlans } from './ComparePlans'
import type { MadePlan } from './madePlan'
import { askedFor, judgedInput, type Network, planInput, quickEffort, startingNetwork } from './network'
import { Plan } from './Plan'
import { PlanForm } from './PlanForm'

/** Where to strike: the best plan under a budget, or what one's own targets would do. */
export default function DisruptionPage() {
  const { text } = useSpeech()
  const words = useWork().disruption
  useTitle(text.shell.disruption)
  const [{ operation, targets: picked }] = useState(() => askedFor(location.hash))
  const [shown, setShown] = useState<MadePlan | null>(null)
  const [kept, setKept] = useState<readonly MadePlan[]>([])
  const [asked, setAsked] = useState<Network>(() => startingNetwork(operation))
  const quick = useAct()
  const long = useJob()
  const found = long.job?.state === 'DONE' ? long.job.id : null
  const { act } = quick
  const show = (network: Network, plan: PlanPartsFragment, own: boolean) =>
    setShown({ name: own ? words.ownPlan : words.foundPlan, network, plan })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer of a job is read once
  useEffect(() => {
    if (found === null) return
    void act(async () => {
      const { job } = await ask(PlanJobDocument, { id: found })
      if (job.result?.__typename === 'DisruptionPlan') show(asked, job.result, false)
    })
  }, [found])
  const find = (network: Network) => {
    setAsked(network)
    setShown(null)
    long.clear()
    if (network.effort > quickEffort) {
      long.start({ plan: planInput(network) })
      return
    }
    void act(async () => show(network, (await ask(PlanDocument, { input: planInput(network) })).plan, false))
  }
  const score = (network: Network, targets: readonly string[]) => {
    setShown(null)
    long.clear()
    void act(async () => {
      const input = { network: judgedInput(network), targets: [...targets] }
      show(network, (await ask(ScorePlanDocument, { input })).scorePlan, true)
    })
  }
  return (
    <div className={parts.page}>
      <h1>{text.shell.disruption}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <PlanForm
        first={asked}
        picked={picked}
        busy={quick.busy || long.job?.state === 'RUNNING'}
        onFind={find}
        onScore={score}
      />
      {quick.busy && (
        <p className={parts.asking} role="status">
          {text.shell.loading}
        </p>
      )}
      {long.job && <JobProgress job={long.job} cancel={long.cancel} />}
      {(quick.failure ?? long.failure) && (
        <FailureNote failure={(quick.failure ?? long.failure) as NonNullable<typeof quick.failure>} />
      )}
      {shown && (
        <Plan
          made={shown}
          onKeep={() =>
            setKept((old) => [
              ...old,
              { ...shown, name: `${String.fromCharCode(65 + old.length)}: ${shown.name}` },
            ])
          }
        />
      )}
      {kept.length > 0 && <ComparePlans kept={kept} />}
    </div>
  )
}
