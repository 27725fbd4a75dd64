// Brings a language file up to date with the English: npm run language -- pl
// What lacks is there as an empty text, in the place of the English; what the
// English does not have is dropped. Beside it languages/en.json holds the English
// by the same names, for translators and their tools; Git does not keep it.
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'vite'

const [language] = process.argv.slice(2)
if (!language) throw new Error('say which language, as BCP 47 calls it: npm run language -- pl')
const [tag] = Intl.getCanonicalLocales(language)
const folder = new URL('../languages/', import.meta.url)
const present = await readFile(new URL(`${tag}.json`, folder), 'utf8').then(JSON.parse, (fault) => {
  if (fault.code === 'ENOENT') return {}
  throw fault
})

const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' })
const { upToDate, template } = await vite.ssrLoadModule('/src/language/update.ts')
await write(tag, upToDate(tag, present))
await write('en', template)
await vite.close()

async function write(name, texts) {
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(texts, null, 2)}\n`)
}
