import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { onFailure } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { MeDocument, type MePartsFragment } from '../gql/graphql'
import { Answered } from '../shell/Answered'
import { LoginPage } from './LoginPage'

// Dialogs bring much script with them, and most pages are opened with a purpose stated.
const PurposeDialog = lazy(() => import('./PurposeDialog'))

interface Session {
  me: MePartsFragment
  askPurpose: () => void
}

const SessionContext = createContext<Session | null>(null)
const nothing = {}

/** Shows the pages to an officer who is signed in, and the way to sign in to everybody else. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const answer = useAnswer(MeDocument, nothing)
  const [ended, setEnded] = useState(false)
  useEffect(
    () =>
      onFailure((failure) => {
        if (failure.code === 'UNAUTHENTICATED') setEnded(true)
      }),
    [],
  )
  if (ended || answer.failure?.code === 'UNAUTHENTICATED') return <LoginPage />
  return <Answered answer={answer}>{({ me }) => <LoggedIn first={me}>{children}</LoggedIn>}</Answered>
}

function LoggedIn({ first, children }: { first: MePartsFragment; children: ReactNode }) {
  const [me, setMe] = useState(first)
  const [asking, setAsking] = useState(first.purpose === null)
  // Pages that were refused for want of a purpose ask again once it is set.
  const [round, setRound] = useState(0)
  useEffect(
    () =>
      onFailure((failure) => {
        if (failure.code === 'PURPOSE_REQUIRED') setAsking(true)
      }),
    [],
  )
  const askPurpose = useCallback(() => setAsking(true), [])
  const session = useMemo(() => ({ me, askPurpose }), [me, askPurpose])
  const stated = (now: MePartsFragment) => {
    setAsking(false)
    setRound((n) => (me.purpose === null ? n + 1 : n))
    setMe(now)
  }
  return (
    <SessionContext value={session}>
      <div key={round}>{children}</div>
      {asking && (
        <Suspense>
          <PurposeDialog open purpose={me.purpose} onStated={stated} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </SessionContext>
  )
}

function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session here')
  return session
}

/** The officer who is signed in. */
export function useMe(): MePartsFragment {
  return useSession().me
}

/** Opens the dialog that asks for the purpose. */
export function useAskPurpose(): () => void {
  return useSession().askPurpose
}
