import type { Inputs } from '../rules/inputs.ts'

/** Whether a day, or the day a moment begins with, lies after the day on which facts are cut off; both as ISO 8601. The day itself still counts. */
export const isAfterCutOff = (day: string, cutOff: string): boolean => day.slice(0, 10) > cutOff

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** Days among the facts of one leaf that lie after the cut-off, sorted and each once; facts that are no days are never late by themselves. */
export const lateDays = (inputs: Inputs, cutOff: string): readonly string[] => {
  const days: string[] = []
  const look = (value: unknown): void => {
    if (typeof value === 'string' && isoDay.test(value) && isAfterCutOff(value, cutOff)) days.push(value)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(look)
  }
  look(inputs)
  return [...new Set(days)].toSorted()
}
