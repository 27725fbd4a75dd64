import { ask } from '../api/ask'
import { veiled } from '../api/privacy'
import { useAnswer } from '../api/useAnswer'
import {
  AddCommentDocument,
  CommentsDocument,
  type CommentsQuery,
  WithdrawCommentDocument,
} from '../gql/graphql'
import { Marks } from '../kinds/Marking'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useAct } from '../work/useAct'

type Comment = CommentsQuery['comments'][number]

interface Props {
  on: string
  /** Whether a heading stands above them; not where something else names them already. */
  headed?: boolean
}

/** What officers noted on a record, a link or a view, and a field for one more. */
export default function Comments({ on, headed = false }: Props) {
  const words = useWork().comments
  const answer = useAnswer(CommentsDocument, { on })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are mostly words
    <div role="group" aria-label={words.title}>
      {headed && <h4>{words.title}</h4>}
      <Answered answer={answer}>
        {({ comments }) =>
          comments.length === 0 ? (
            <p className={parts.hint}>{words.none}</p>
          ) : (
            <ul>
              {comments.map((comment) => (
                <CommentItem key={comment.id} comment={comment} onDone={answer.again} />
              ))}
            </ul>
          )
        }
      </Answered>
      <AddComment on={on} onDone={answer.again} />
    </div>
  )
}

function CommentItem({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const { instant } = useSpeech()
  const words = useWork().comments
  const { busy, failure, act } = useAct()
  const { id, version, officer, owner } = comment
  const withdraw = () =>
    act(async (idempotencyKey) => {
      await ask(WithdrawCommentDocument, { input: { idempotencyKey, id, version } })
      onDone()
    })
  return (
    <li>
      <p>{veiled(comment.text)}</p>
      <p className={parts.row}>
        <span className={parts.hint}>
          {officer?.name ?? words.somebody}, {owner.name} · {instant(comment.made)}
        </span>
        <Marks marking={comment.marking} />
        {comment.own && (
          <button type="button" className={parts.quiet} disabled={busy} onClick={() => void withdraw()}>
            {words.withdraw}
          </button>
        )}
      </p>
      {failure && <FailureNote failure={failure} />}
    </li>
  )
}

function AddComment({ on, onDone }: { on: string; onDone: () => void }) {
  const words = useWork().comments
  const { busy, failure, act } = useAct()
  const add = async (form: HTMLFormElement) => {
    const given = new FormData(form)
    const text = String(given.get('text') ?? '')
    const shared = given.get('shared') === 'on'
    const done = await act((idempotencyKey) =>
      ask(AddCommentDocument, { input: { idempotencyKey, on, text, shared } }),
    )
    if (!done) return
    form.reset()
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add(event.currentTarget)
      }}
    >
      <label className={parts.field}>
        <span>{words.text}</span>
        <textarea className={parts.input} name="text" rows={2} required />
      </label>
      <label className={parts.row}>
        <input type="checkbox" name="shared" />
        {words.shared}
      </label>
      <button type="submit" className={parts.button} disabled={busy}>
        {words.add}
      </button>
      {failure && <FailureNote failure={failure} />}
    </form>
  )
}
