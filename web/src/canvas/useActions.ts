import { useMemo } from 'react'
import { asFailure } from '../api/failure'
import type { CanvasGraphFragment, LinkKind } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useMe } from '../session/SessionProvider'
import { useAnnounce } from './Announcer'
import type { CanvasAddress } from './address'
import { useCanvasStore } from './CanvasMemory'
import { type Contents, nothing, withExpansion, withGraph, withoutRecords } from './contents'
import { neighbours, operationGraph, recordsGraph, rolesIn } from './load'
import { keptView, restored, viewName } from './saved'

/** What an officer can do to the canvas that needs the hub. Each tells what it did, or what went wrong. */
export function useActions() {
  const store = useCanvasStore()
  const speech = useSpeech()
  const announce = useAnnounce()
  const officer = useMe().officer.id
  return useMemo(() => {
    const { text, count } = speech
    const busy = async (work: () => Promise<void>) => {
      store.set({ asking: true, failure: null })
      try {
        await work()
      } catch (thrown) {
        store.set({ failure: asFailure(thrown) })
      } finally {
        store.set({ asking: false })
      }
    }
    const bring = (graph: CanvasGraphFragment, expanded: readonly string[] = []) => {
      const before = store.read().history.present
      const after = expanded.length > 0 ? withExpansion(before, expanded, graph) : withGraph(before, graph)
      store.change(after)
      const records = after.records.size - before.records.size
      const links = after.links.size - before.links.size
      const said = { nodes: count(text.canvas.records, records), links: count(text.canvas.links, links) }
      announce(after === before ? text.canvas.announceNothingNew : fill(text.canvas.announceAdded, said))
    }
    return {
      busy,
      bring,
      expand: (ids: readonly string[], kinds: LinkKind[]) =>
        busy(async () => bring(await neighbours(ids, kinds), ids)),
      between: () =>
        busy(async () => bring(await recordsGraph([...store.read().history.present.records.keys()]))),
      add: (ids: readonly string[]) =>
        busy(async () => {
          const there = [...store.read().history.present.records.keys()]
          bring(await recordsGraph([...there, ...ids]))
          store.set({ selected: ids[0] ?? null })
        }),
      openKept: (id: string) =>
        busy(async () => {
          const { openView } = await import('../views/open')
          await openView(store, id, speech)
        }),
      open: (view: CanvasAddress) =>
        busy(async () => {
          const graphs = await Promise.all(view.operations.map(operationGraph))
          const kept = await keptView(viewName(officer, view.operations))
          let contents: Contents = { ...nothing, roles: await rolesIn(view.operations) }
          for (const graph of graphs) contents = withGraph(contents, graph)
          const ground = new Set(contents.records.keys())
          if (view.records.length > 0) {
            contents = withGraph(contents, await recordsGraph([...new Set([...ground, ...view.records])]))
          }
          contents = withoutRecords(contents, view.without)
          if (kept) contents = restored(store, contents, kept, view.selected)
          const { attribute } = contents.grouping
          if (attribute) {
            const { saidIn } = await import('./attributes')
            const saidOf = await saidIn([...contents.records.keys()], attribute, speech)
            contents = { ...contents, grouping: { ...contents.grouping, saidOf } }
          }
          const [from, to] = view.path ?? [null, null]
          store.open(contents, {
            ground,
            operations: view.operations,
            selected: view.selected,
            from,
            to,
            plan: view.plan.length > 0 ? { targets: view.plan, step: 0 } : null,
          })
        }),
    }
  }, [store, speech, announce, officer])
}

export type Actions = ReturnType<typeof useActions>
