import { useAnswer } from '../api/useAnswer'
import { SearchDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { SearchForm } from './SearchForm'
import { useSearchMemory } from './SearchMemory'
import { SearchResults } from './SearchResults'

/** How many results one search shows; the API gives at most 100. */
const first = 100

/** Find records by words or by an exact number. */
export default function SearchPage() {
  const { text } = useSpeech()
  useTitle(text.search.title)
  const [input, setInput] = useSearchMemory()
  const answer = useAnswer(SearchDocument, input && { input: { ...input, first } })
  return (
    <div className={parts.page}>
      <h1>{text.search.title}</h1>
      <SearchForm last={input} onSearch={setInput} />
      {input === null ? (
        <p className={parts.empty}>{text.search.begin}</p>
      ) : (
        <Answered answer={answer}>
          {({ search }) => <SearchResults input={input} results={search} cut={search.length === first} />}
        </Answered>
      )}
    </div>
  )
}
