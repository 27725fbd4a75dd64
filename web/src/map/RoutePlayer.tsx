import { useEffect } from 'react'
import { useAnnounce } from '../canvas/Announcer'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import type { Trip } from './travel'
import { type Route, stillness } from './useRoute'

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
  const { text, instant, number } = useSpeech()
  const words = text.map
  const announce = useAnnounce()
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
  useEffect(() => {
    if (said !== '') announce(said)
  }, [said, announce])
  const none = trips.length === 0
  return (
    <div className={parts.row}>
      <strong>{of === null ? words.routeAll : fill(words.route, { label: of })}</strong>
      <button
        type="button"
        className={parts.button}
        disabled={none || (route.step ?? 0) === 0}
        onClick={() => route.go((route.step ?? 0) - 1)}
      >
        {words.previous}
      </button>
      {!stillness() && (
        <button
          type="button"
          className={parts.button}
          disabled={none}
          onClick={() => route.play(!route.playing)}
        >
          {route.playing ? words.pause : words.play}
        </button>
      )}
      <button
        type="button"
        className={parts.button}
        disabled={none || route.step === trips.length - 1}
        onClick={() => route.go(route.step === null ? 0 : route.step + 1)}
      >
        {words.next}
      </button>
      <span className={parts.hint}>{said}</span>
    </div>
  )
}
