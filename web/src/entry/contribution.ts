import type {
  Classification,
  Compartment,
  GradingInput,
  Handling,
  IntervalInput,
  MarkingInput,
  Scheme,
} from '../gql/graphql'
import { audienceOf } from '../work/audience'
import { instantOf } from './fields'

/** What every record and link says of itself beside its details. */
export interface Contribution {
  source: string
  grading: GradingInput | null
  validity: IntervalInput | null
  marking: MarkingInput | null
}

/** Reads source, grading, time and marking out of a form. A marking is given only where one is chosen. */
export function contributionOf(form: FormData): Contribution {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const value = field('grading.value')
  const audience = audienceOf(form, 'marking.')
  const [from, until] = [field('validity.from'), field('validity.until')]
  return {
    source: field('source'),
    grading: value === '' ? null : { scheme: field('grading.scheme') as Scheme, value },
    validity: from === '' && until === '' ? null : { from: from || null, until: until || null },
    marking: audience && markingOf(form, field, audience),
  }
}

function markingOf(
  form: FormData,
  field: (name: string) => string,
  audience: MarkingInput['audience'],
): MarkingInput {
  const instant = (name: string) => (field(name) === '' ? null : instantOf(field(name)))
  return {
    audience,
    classification: field('marking.classification') as Classification,
    compartments: form.getAll('marking.compartments') as Compartment[],
    handling: form.getAll('marking.handling') as Handling[],
    restrictions: field('marking.restrictions') || null,
    embargo: instant('marking.embargo'),
    expires: instant('marking.expires'),
    review: instant('marking.review'),
  }
}
