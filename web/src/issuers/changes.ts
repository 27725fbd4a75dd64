/** A line of an entry: in both, in the draft alone, or in what is in force alone. */
export interface Line {
  is: 'kept' | 'added' | 'removed'
  text: string
}

/**
 * What a draft changes of the entry in force, line by line, by a longest common
 * subsequence. Where nothing is in force every line is added.
 */
export function changes(inForce: string | null, draft: string): Line[] {
  const [old, fresh] = [linesOf(inForce ?? ''), linesOf(draft)]
  const common = commonLengths(old, fresh)
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    const [before, after] = [old[i], fresh[j]]
    if (before !== undefined && before === after) {
      lines.push({ is: 'kept', text: before })
      i++
      j++
    } else if (
      before !== undefined &&
      (after === undefined || at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      lines.push({ is: 'removed', text: before })
      i++
    } else {
      lines.push({ is: 'added', text: after ?? '' })
      j++
    }
  }
  return lines
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

function at(lengths: number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

/** How many lines two texts have in common from a line of each on. */
function commonLengths(old: string[], fresh: string[]): number[][] {
  const lengths: number[][] = []
  for (let i = old.length; i >= 0; i--) {
    const row: number[] = []
    for (let j = fresh.length; j >= 0; j--)
      row[j] =
        i === old.length || j === fresh.length
          ? 0
          : old[i] === fresh[j]
            ? at(lengths, i + 1, j + 1) + 1
            : Math.max(at(lengths, i + 1, j), row[j + 1] ?? 0)
    lengths[i] = row
  }
  return lengths
}
