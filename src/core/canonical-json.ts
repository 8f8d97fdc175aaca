/**
 * JSON with sorted keys and without blanks, so that equal values have equal text and a hash of it can be taken anywhere again. What is `undefined`
 * stays out. Numbers are JSON numbers; points travel as text. After RFC 8785, whose rules for numbers and strings are those of `JSON.stringify`.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`
}
