// Serves dist and an invented hub on loopback: `npm run mock`, then 127.0.0.1:4173.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { buildSchema, graphql } from 'graphql'
import { policy, types } from '../../scripts/served.mjs'
import { root } from './answers.mjs'

const schema = buildSchema(await readFile(new URL('../../../schema.graphqls', import.meta.url), 'utf8'))
const documents = JSON.parse(
  await readFile(new URL('../../src/gql/persisted-documents.json', import.meta.url), 'utf8'),
)
const dist = new URL('../../dist/', import.meta.url)

async function answer(request, response) {
  let body = ''
  for await (const part of request) body += part
  const { documentId, variables } = JSON.parse(body)
  const result = await graphql({
    schema,
    source: documents[documentId],
    rootValue: root,
    variableValues: variables,
  })
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result))
}

async function page(request, response) {
  const path = new URL(request.url, 'http://mock').pathname
  const file = path.startsWith('/assets/') ? path.slice(1) : 'index.html'
  const content = await readFile(new URL(file, dist)).catch(() => null)
  if (!content) return response.writeHead(404).end()
  response
    .writeHead(200, { 'content-type': types[extname(file)], 'content-security-policy': policy })
    .end(content)
}

createServer((request, response) => {
  const served = request.url === '/graphql' ? answer(request, response) : page(request, response)
  served.catch((error) => response.writeHead(500).end(String(error)))
}).listen(4173, '127.0.0.1', () => console.log('mock hub on http://127.0.0.1:4173'))
