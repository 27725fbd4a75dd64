import { ask } from '../api/ask'
import type { CanvasStore, Joined, Path } from '../canvas/CanvasStore'
import { recordsGraph } from '../canvas/load'
import { CanvasConnectDocument, type CanvasGraphFragment, PathsDocument } from '../gql/graphql'
import { connectInput, type PathChoice, pathsInput } from './options'

/** Asks for paths between the two chosen ends and shows the best. What has to be on the canvas comes through `bring`. Null where an end is missing. */
export async function findPaths(
  store: CanvasStore,
  choice: PathChoice,
  bring: (graph: CanvasGraphFragment) => void,
): Promise<Path | 'NONE' | null> {
  const { from, to, folded, marked } = store.read()
  if (!from || !to) return null
  const { paths } = await ask(PathsDocument, { input: pathsInput(choice, folded, marked, [from, to]) })
  const [best] = paths.routes
  if (!best) {
    store.set({ path: null, routes: [], joined: null })
    return 'NONE'
  }
  bring(await wholeOf(paths.routes.map((route) => graphOf(route.path, stepLinks(route.path)))))
  store.set({ path: best.path, routes: paths.routes, joined: null })
  return best.path
}

/** Asks what joins the marked things, and shows it. */
export async function connectMarked(
  store: CanvasStore,
  choice: PathChoice,
  bring: (graph: CanvasGraphFragment) => void,
): Promise<Joined> {
  const { folded, marked } = store.read()
  const records = [...marked].flatMap((id) => folded.things.get(id)?.id ?? [])
  const { connect } = await ask(CanvasConnectDocument, { input: connectInput(choice, records) })
  const links = connect.links.map(({ link }) => link)
  if (links.length > 0) bring(await wholeOf([graphOf(connect, links)]))
  store.set({ joined: connect, path: null, routes: [] })
  return connect
}

function stepLinks(path: Path) {
  return path.steps.map((step) => step.link)
}

/** Everything of an answer that has to be on the canvas to show it. */
function graphOf(
  { entities }: Pick<Path, 'entities'>,
  links: CanvasGraphFragment['links'],
): CanvasGraphFragment {
  return {
    records: entities.flatMap((entity) => entity.records),
    links: [...entities.flatMap((entity) => entity.judgements), ...links],
  }
}

/** Graphs as one, with all ties among their records. */
async function wholeOf(graphs: readonly CanvasGraphFragment[]): Promise<CanvasGraphFragment> {
  const records = [...new Map(graphs.flatMap((g) => g.records).map((record) => [record.id, record])).values()]
  const between = await recordsGraph(records.map(({ id }) => id))
  return { records, links: [...graphs.flatMap((g) => g.links), ...between.links] }
}
