// Reads a browser's trace of the page's own thread.

/** What the main thread did between start and stop. */
export async function traced(cdp, act) {
  const events = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', '__metadata', 'v8.execute'] },
  })
  await act()
  // By its frames the page's own thread is known: here is one at least.
  await cdp.send('Runtime.evaluate', { expression: 'new Promise(requestAnimationFrame)', awaitPromise: true })
  const ended = new Promise((done) => cdp.once('Tracing.tracingComplete', done))
  await cdp.send('Tracing.end')
  await ended
  cdp.removeAllListeners('Tracing.dataCollected')
  // Only the page's own thread draws frames: functions are called in the layout's worker too.
  const main = events.find((e) => e.name === 'FireAnimationFrame')
  return events.filter((e) => main && e.pid === main.pid && e.tid === main.tid && e.dur !== undefined)
}

/** Processor time where the trace has it: what else runs on the machine is no work of the page. */
export const spent = (event) => event.tdur ?? event.dur
/** Where it has none, times are by the clock, waiting for software graphics included. */
export const byClock = (events) => events.every((event) => event.tdur === undefined)

/** The longest event, in milliseconds. */
export const longest = (events, time) => events.reduce((most, event) => Math.max(most, time(event)), 0) / 1000

/** Script events that are in no other script event, so that none counts twice. */
export function outermost(events) {
  const script = new Set([
    'FunctionCall',
    'FireAnimationFrame',
    'EventDispatch',
    'EvaluateScript',
    'TimerFire',
    'MajorGC',
    'MinorGC',
    'V8.GCScavenger',
  ])
  const found = events.filter((e) => script.has(e.name)).sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  let end = 0
  return found.filter((e) => {
    if (e.ts < end) return false
    end = e.ts + e.dur
    return true
  })
}

/** What takes most of the main thread while `act` goes on, if a profile is asked for. */
export async function profiled(cdp, name, act) {
  if (!process.env.ENTENTE_PROFILE) return act()
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.start')
  const answer = await act()
  const { profile } = await cdp.send('Profiler.stop')
  const own = new Map()
  const functions = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, lineNumber } }) => [
      id,
      `${functionName || '(no name)'}${lineNumber > 0 ? `:${lineNumber}` : ''}`,
    ]),
  )
  profile.samples.forEach((id, i) => {
    const called = functions.get(id)
    own.set(called, (own.get(called) ?? 0) + profile.timeDeltas[i] / 1000)
  })
  const most = [...own].sort((a, b) => b[1] - a[1]).slice(0, 24)
  console.log(name, most.map(([called, ms]) => `${called} ${Math.round(ms)}`).join(', '))
  return answer
}

/** The tasks of the main thread that blocked it longest, by the clock, and what lay inside them. */
export function tellLongest(events) {
  const longest = events.filter((e) => e.name.endsWith('RunTask')).sort((a, b) => b.dur - a.dur)
  for (const task of longest.slice(0, 3)) {
    const within = (e) => e !== task && e.ts >= task.ts && e.ts + e.dur <= task.ts + task.dur
    const inside = events.filter(within).sort((a, b) => b.dur - a.dur)
    const named = inside.slice(0, 6).map((e) => `${e.name} ${e.dur / 1000}`)
    console.log(`task of ${task.dur / 1000} ms, ${spent(task) / 1000} of them at work:`, named.join(', '))
  }
}

/** Frames, and the script of each on the main thread, while `act` goes on. */
export async function framesOf(cdp, act) {
  const events = await traced(cdp, act)
  const frames = events.filter((e) => e.name === 'FireAnimationFrame').length
  const script = outermost(events).reduce((sum, e) => sum + spent(e), 0) / 1000
  return { frames, perFrame: script / Math.max(1, frames), events }
}
