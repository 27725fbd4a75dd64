import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Player } from './Player'
import type { Trip } from './travel'
import type { Route } from './useRoute'

/** Shows journeys one after the other on the map; each is read out. */
export function RoutePlayer({
  route,
  trips,
  of,
}: {
  route: Route
  trips: readonly Trip[]
  of: string | null
}) {
  const { instant, number } = useSpeech()
  const words = useWork().map
  const trip = route.step === null ? null : trips[route.step]
  const said = trip
    ? fill(words.step, {
        n: number((route.step ?? 0) + 1),
        total: number(trips.length),
        from: trip.from,
        to: trip.to,
        when: trip.departs === null ? words.noTime : instant(trip.departs),
      })
    : ''
  const title = of === null ? words.routeAll : fill(words.route, { label: of })
  return <Player route={route} steps={trips.length} title={title} said={said} />
}
