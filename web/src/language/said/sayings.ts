/** Turns a sentence of the hub into a language; one that it does not know stays as it is. */
export type Say = (sentence: string) => string

interface Pattern {
  shape: RegExp
  /** How much of the sentence is known: the more, the surer the match. */
  fixed: number
  said: string
}

const hole = '{}'

/**
 * Words that another program said, which stay English: a language writes {en} for them in place of {}. They stand
 * between two signs that are not seen, by which text in another language is kept apart.
 */
const isolate = /\u2068(.*?)\u2069/s

function isolated(words: string): string {
  return `\u2068${words}\u2069`
}

/** A translated sentence in its parts: every second one is English. */
export function byLanguage(said: string): string[] {
  return said.split(new RegExp(isolate, 'gs'))
}

/** What matches these signs and no others. */
function literal(signs: string): string {
  return signs.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function patternOf(sentence: string, said: string): Pattern {
  const parts = sentence.split(hole)
  return {
    shape: new RegExp(`^${parts.map(literal).join('(.+?)')}$`, 's'),
    fixed: parts.join('').length,
    said,
  }
}

/** Says what a table of sentences holds, but for the empty ones: word for word first, then by the pattern with the most fixed text. */
export function sayings(table: Record<string, string>): Say {
  const exact = new Map(Object.entries(table).filter(([, said]) => said !== ''))
  const patterns = [...exact]
    .filter(([sentence]) => sentence.includes(hole))
    .map(([sentence, said]) => patternOf(sentence, said))
    .sort((a, b) => b.fixed - a.fixed)
  const say: Say = (sentence) => {
    const known = exact.get(sentence)
    if (known !== undefined) return known
    for (const { shape, said } of patterns) {
      const found = shape.exec(sentence)
      if (!found) continue
      // What stands in a hole can be a sentence of the hub itself: "Line 3: The key is empty."
      const fillings = found.slice(1)
      return said.replace(/\{(en)?\}/g, (_, english?: string) => {
        const filling = fillings.shift() ?? hole
        return english ? isolated(filling) : say(filling)
      })
    }
    return sentence
  }
  return say
}
