const numbered = /^(.*?)(\d+)(\D*)$/
const roman = /^(?=[IVXL])(X{0,4}|XL|L)(IX|IV|V?I{0,3})$/

const romanOf = (value: number): string => {
  const steps: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [size, letters] of steps) {
    while (rest >= size) {
      text += letters
      rest -= size
    }
  }
  return text
}

const romanValue = (text: string): number | undefined => {
  if (!roman.test(text)) return undefined
  for (let value = 1; value <= 60; value++) if (romanOf(value) === text) return value
  return undefined
}

/**
 * The code that follows `before` in its series (`1.2.9` → `1.2.10`, `II` → `III`, `T1` → `T2`); `undefined` where the two are not of one
 * kind or the series is not one that counts.
 */
export const nextCode = (before: string, found: string): string | undefined => {
  const value = romanValue(before)
  if (value !== undefined) return romanValue(found) === undefined ? undefined : romanOf(value + 1)
  const match = numbered.exec(before)
  if (!match || !numbered.test(found)) return undefined
  return `${match[1]}${Number(match[2]) + 1}${match[3]}`
}

/** The code a first child should have: it ends in 1 and, where it is dotted below a dotted parent, begins with the parent's code. */
export const startsSeries = (first: string, parent: string): string | undefined => {
  if (romanValue(first) !== undefined) return 'I'
  const match = numbered.exec(first)
  if (!match) return undefined
  const isOneDeeper = /^\d+(\.\d+)*$/.test(parent) && first.split('.').length === parent.split('.').length + 1
  return isOneDeeper ? `${parent}.1` : `${match[1]}1${match[3]}`
}
