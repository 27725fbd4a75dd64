// How the hub serves the workspace's files, for what serves them in its place: the mock and the measures.
import { readFile } from 'node:fs/promises'

/** The type of a file by its ending. */
export const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
}

const source = await readFile(new URL('../embed.go', import.meta.url), 'utf8')
/** The hub's own content security policy: web/embed.go is the source. */
export const policy = [...source.matchAll(/ContentSecurityPolicy = "([^"]*)" \+\s*"([^"]*)"/g)].map(
  (m) => m[1] + m[2],
)[0]
