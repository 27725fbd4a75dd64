import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { AuditOfficersDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { AuditEntries } from './AuditEntries'
import { AuditForm } from './AuditForm'
import { officersOf, parametersOf, questionOf } from './question'

const nothing = {}

/** The log, for auditors and supervisors. The address holds the question. */
export default function AuditPage() {
  const { text } = useSpeech()
  const words = text.audit
  useTitle(words.title)
  const { officer, organisation } = useMe()
  const [parameters, setParameters] = useSearchParams()
  const question = questionOf(parameters)
  const [found, setFound] = useState<{ id: string; label: string } | null>(null)
  const answer = useAnswer(AuditOfficersDocument, nothing)
  return (
    <div className={parts.page}>
      <h1>{words.title}</h1>
      <p className={parts.hint}>{words.lead}</p>
      <Answered answer={answer}>
        {({ operations }) => {
          const officers = officersOf(officer, organisation.id, operations)
          const named =
            question?.about === 'officer'
              ? officers.find(({ id }) => id === question.id)?.name
              : found?.id === question?.id
                ? found?.label
                : undefined
          const key = JSON.stringify(question)
          return (
            <>
              <AuditForm
                key={`form ${key}`}
                question={question}
                officers={officers}
                onFind={setFound}
                onAsk={(asked) => setParameters(parametersOf(asked))}
              />
              {question && <AuditEntries key={key} question={question} named={named} />}
            </>
          )
        }}
      </Answered>
    </div>
  )
}
