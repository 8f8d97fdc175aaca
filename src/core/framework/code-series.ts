import { type Code, seriesLetters } from './code.ts'

/** The code that should follow this one among its siblings, written as this one is. */
export const nextCode = (code: Code, step = 1): string => {
  const last = (code.parts.at(-1) ?? 0) + step
  const mixed = /^(.*?)(\d+|[a-hđk])$/u.exec(code.text)
  if (code.kind !== 'smallLetter' && mixed && !/^[\d.]+$/u.test(code.text)) return `${mixed[1] ?? ''}${nextStep(mixed[2] ?? '', last)}`
  if (code.kind === 'number' || code.parts.length > 1) return [...code.text.split('.').slice(0, -1), String(last)].join('.')
  if (code.kind === 'roman') return romanText(last)
  const letter = seriesLetters[last - 1] ?? ''
  return code.kind === 'smallLetter' ? letter.toLowerCase() : letter
}

const nextStep = (step: string, value: number): string =>
  /^\d/u.test(step) ? String(value) : (seriesLetters[value - 1] ?? '').toLowerCase()

const romanText = (value: number): string =>
  'X'.repeat(Math.floor(value / 10)) + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? '')

/** Whether one code can follow the other among siblings: of one kind and as many steps. */
export const isOneSeries = (one: Code, other: Code): boolean => one.kind === other.kind && one.parts.length === other.parts.length

/** Whether two codes differ in the last step alone: rows picked out of a table ("1.2.1", then "2.1.3") are no series. */
export const beginsAlike = (one: Code, other: Code): boolean => one.parts.slice(0, -1).every((part, index) => part === other.parts[index])

/**
 * What a first child should be called: a dotted number ends in 1 and, one step below a dotted number, begins with it. `undefined` where
 * nothing is expected: numbering that runs on across areas (I → 1, 2; II → 3, 4) may begin anywhere.
 */
export const firstCode = (first: Code, parent: Code | undefined): string | undefined => {
  if (first.kind !== 'number' || first.parts.length < 2) return undefined
  const isOneDeeper = parent?.kind === 'number' && first.parts.length === parent.parts.length + 1
  return isOneDeeper ? `${parent.text}.1` : nextCode(first, 1 - (first.parts.at(-1) ?? 0))
}
