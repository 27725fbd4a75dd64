import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { ReviewsDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'

/** Whether elements of the organisation have come to their review. */
export function DueReviews() {
  const { text } = useSpeech()
  const words = useWork().day
  const [due] = useState(() => new Date().toISOString())
  const answer = useAnswer(ReviewsDocument, { due, first: 1, after: null })
  return (
    <Panel
      title={words.reviews}
      beside={
        <Link className={parts.button} href="/retention">
          {text.shell.retention}
        </Link>
      }
    >
      <Answered answer={answer}>
        {({ reviews }) => (
          <p className={reviews.nodes.length > 0 ? parts.panelBody : parts.empty}>
            {reviews.nodes.length > 0 ? words.reviewsDue : words.reviewsNone}
          </p>
        )}
      </Answered>
    </Panel>
  )
}
