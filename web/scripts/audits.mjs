// Asks a running hub all of graphql-http's server audits and prints one line for
// each: node scripts/audits.mjs URL HEADER VALUE, where the header signs in.
import { serverAudits } from 'graphql-http'

const [url, header, value] = process.argv.slice(2)
const signedIn = (at, init = {}) => fetch(at, { ...init, headers: { ...init.headers, [header]: value } })

for (const audit of serverAudits({ url, fetchFn: signedIn })) {
  const result = await audit.fn()
  console.log(
    JSON.stringify({ id: result.id, name: result.name, status: result.status, reason: result.reason ?? '' }),
  )
}
