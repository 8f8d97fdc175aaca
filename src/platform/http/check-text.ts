import { errorAt, type Problem } from '../../core/problem.ts'

/** No request of ours nests deeper than a handful of levels; one that does is meant to exhaust the stack. */
const deepest = 32

/**
 * What no column can hold, before any use case sees it: the NUL character and halves of surrogate pairs, which PostgreSQL refuses in text and in JSON
 * (its documentation, sections 8.3 and 8.14), and values nested without end. One problem per field.
 */
export const checkText = (value: unknown, path: readonly string[] = []): readonly Problem[] => {
  if (typeof value === 'string') {
    const field = path.join('.')
    return value.includes('\0') || !value.isWellFormed() ? [errorAt('unstorableText', field, { field })] : []
  }
  if (typeof value !== 'object' || value === null) return []
  if (path.length >= deepest) return [errorAt('unreadableRequest', '', { detail: `more than ${deepest} levels` })]
  return Object.entries(value).flatMap(([key, each]) => checkText(each, [...path, key]))
}
