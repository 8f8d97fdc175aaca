import type { z } from 'zod'
import { errorAt, type Problem, type ProblemFacts } from './problem.ts'

type Path = readonly PropertyKey[]

/** `nodes[0].children[2].maxPoints`: where in the file. */
const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  )

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  )

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

const expectation = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ')
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`
  return issue.message
}

/**
 * What a shape found in a file as problems: an absent field, unreadable points, or a value of another kind, each with its path as place.
 * Values are shown as they stand, cut after 80 characters.
 */
export const shapeProblems = (error: z.ZodError, input: unknown): readonly Problem[] =>
  error.issues.map((issue) => {
    const at = pathText(issue.path)
    const value = valueAt(input, issue.path)
    if (issue.code === 'custom' && issue.params?.['problem'] === 'invalidPoints')
      return errorAt('invalidPoints', at, { value: shown(value) })
    if (issue.code === 'custom' && issue.params?.['formula'] !== undefined)
      return errorAt('formulaUnreadable', at, issue.params['formula'] as ProblemFacts['formulaUnreadable'])
    if (issue.code === 'unrecognized_keys')
      return errorAt('unknownField', pathText([...issue.path, ...issue.keys.slice(0, 1)]), { field: issue.keys.join(', ') })
    if (value === undefined) return errorAt('missingField', at, { field: at })
    return errorAt('invalidValue', at, { field: at, value: shown(value), expected: expectation(issue) })
  })
