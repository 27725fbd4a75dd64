import { useLocation } from 'wouter'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import { AmendLinkDocument, EntryLinkDocument, type EntryLinkQuery, RetireLinkDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { ContributionFields } from './ContributionFields'
import { contributionOf } from './contribution'
import { EntryForm } from './EntryForm'
import { LinkFields, linkDetails } from './LinkFields'
import { Withdraw } from './Withdraw'

type Held = Extract<NonNullable<EntryLinkQuery['node']>, { __typename: 'Link' }>

/** A new version of a link of one's own organisation, or its end. Ends and kind stay. */
export default function LinkAmendPage({ id }: { id: string }) {
  const { text } = useSpeech()
  useTitle(text.entry.amendLink)
  const answer = useAnswer(EntryLinkDocument, { id })
  return (
    <div className={parts.page}>
      <h1>{text.entry.amendLink}</h1>
      <Answered answer={answer}>
        {({ node }) =>
          node?.__typename === 'Link' ? (
            <Amendment link={node} />
          ) : (
            <FailureNote failure={new Failure('NOT_FOUND', '')} />
          )
        }
      </Answered>
    </div>
  )
}

function Amendment({ link }: { link: Held }) {
  const { text } = useSpeech()
  const [, go] = useLocation()
  const { id, version, kind } = link
  const back = () => go(`/records/${link.from.id}`)
  const write = async (form: FormData, idempotencyKey: string) => {
    const details = linkDetails(kind, form)
    await ask(AmendLinkDocument, { input: { idempotencyKey, id, version, ...contributionOf(form), details } })
    back()
  }
  return (
    <>
      <p>
        <strong>{link.from.label}</strong> {text.linkKinds[kind]} <strong>{link.to.label}</strong>
      </p>
      <p className={parts.hint}>{text.entry.amendLead}</p>
      <EntryForm write={write}>
        <LinkFields kind={kind} held={link.details} />
        <ContributionFields before={link} />
      </EntryForm>
      <Withdraw
        withdraw={async (idempotencyKey) => {
          await ask(RetireLinkDocument, { input: { idempotencyKey, id, version } })
          back()
        }}
      />
    </>
  )
}
