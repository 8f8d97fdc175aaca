/** Fields of a draft as the form holds them; what is missing is absent. */
export type Fields = Readonly<Record<string, unknown>>

export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
export const linesOf = (fields: Fields, name: string): readonly string[] => {
  const value = fields[name]
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string') : []
}
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
export const recordOf = (fields: Fields, name: string): Fields => {
  const value = fields[name]
  return isFields(value) ? value : {}
}
export const rowsOf = (fields: Fields, name: string): readonly Fields[] => {
  const value = fields[name]
  return Array.isArray(value) ? value.filter(isFields) : []
}

const partWithoutEmpty = (part: unknown): readonly unknown[] => {
  if (isFields(part)) return [withoutEmpty(part)]
  if (typeof part !== 'string') return [part]
  const text = part.trim()
  return text === '' ? [] : [text]
}

/** Without what is empty: an empty text is a missing one, and so the server names it. */
export const withoutEmpty = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return []
      if (Array.isArray(value)) return [[name, value.flatMap(partWithoutEmpty)]]
      return [[name, isFields(value) ? withoutEmpty(value) : value]]
    }),
  )

/** `11/2026` as typed to `2026-11`; what is no date stays as it is, so that it is told. */
export const paperDateOf = (typed: string): string => {
  const match = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(typed.trim())
  if (!match) return typed.trim()
  const [, day, month, year = ''] = match
  return [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join('-')
}
export const typedDateOf = (date: string): string => date.split('-').toReversed().join('/')
