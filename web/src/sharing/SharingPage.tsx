import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask'
import {
  ShareDocument,
  SharePreviewDocument,
  type SharePreviewInput,
  type SharePreviewQuery,
} from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { ChosenRecords } from '../work/ChosenRecords'
import { useAct } from '../work/useAct'
import styles from '../work/work.module.css'
import { shareInput } from './act'
import { sharedIds } from './address'
import { Preview } from './Preview'
import { ShareFields } from './ShareFields'

/** How many elements of each list of a preview are named. */
const named = 50

interface Previewed {
  input: SharePreviewInput
  preview: SharePreviewQuery['previewShare']
}

/** Share, widen, narrow or recall: first what it would do, then the act itself, all of it at once. */
export default function SharingPage() {
  const { text, count } = useSpeech()
  const words = useWork().sharing
  useTitle(text.shell.sharing)
  const [ids, setIds] = useState(() => sharedIds(location.hash))
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const [changed, setChanged] = useState<number | null>(null)
  const look = useAct()
  const share = useAct()
  const anew = () => {
    setPreviewed(null)
    setChanged(null)
  }
  const preview = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const input = shareInput(new FormData(event.currentTarget), ids)
    anew()
    void look.act(async () => {
      const { previewShare } = await ask(SharePreviewDocument, { input, first: named })
      setPreviewed({ input, preview: previewShare })
    })
  }
  const confirm = ({ input, preview: { token } }: Previewed) =>
    void share.act(async (idempotencyKey) => {
      const answer = await ask(ShareDocument, { input: { ...input, idempotencyKey, previewToken: token } })
      setChanged(answer.share.changed)
      setPreviewed(null)
    })
  return (
    <div className={parts.page}>
      <h1>{words.title}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <form className={styles.cards} onSubmit={preview} onChange={anew}>
        <ChosenRecords
          legend={words.elements}
          hint={words.elementsHint}
          chosen={ids}
          onChange={(next) => {
            setIds(next)
            anew()
          }}
        />
        <ShareFields />
        <div className={parts.row}>
          <button type="submit" className={parts.primary} disabled={look.busy || ids.length === 0}>
            {words.preview}
          </button>
          <Link className={parts.button} href="/view-as">
            {text.shell.viewAs}
          </Link>
          {ids.length === 0 && <span className={parts.hint}>{words.chooseFirst}</span>}
        </div>
      </form>
      {look.failure && <FailureNote failure={look.failure} />}
      {previewed && (
        <>
          <Preview preview={previewed.preview} />
          <div className={parts.row}>
            <button
              type="button"
              className={parts.primary}
              disabled={share.busy || previewed.preview.goingCount === 0}
              onClick={() => confirm(previewed)}
            >
              {words.acts[previewed.input.act]}: {count(words.count, previewed.preview.goingCount)}
            </button>
            <button type="button" className={parts.button} onClick={anew}>
              {text.shell.cancel}
            </button>
          </div>
        </>
      )}
      {share.failure && <FailureNote failure={share.failure} />}
      {changed !== null && (
        <p className={parts.notice} role="status">
          {count(words.done, changed)}
        </p>
      )}
    </div>
  )
}
