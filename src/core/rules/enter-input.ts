import type { Inputs, InputValue } from './inputs.ts'

const isRecord = (value: InputValue | undefined): value is Inputs => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The inputs with one answer entered at its place, from the outside in; `undefined` takes the answer away, and with it a record that it leaves
 * empty. The others stay as they are.
 */
export const enterInput = (inputs: Inputs, [name, ...rest]: readonly string[], value: InputValue | undefined): Inputs => {
  if (name === undefined) return inputs
  const { [name]: before, ...others } = inputs
  if (rest.length === 0) return value === undefined ? others : { ...inputs, [name]: value }
  const inner = enterInput(isRecord(before) ? before : {}, rest, value)
  return Object.keys(inner).length === 0 ? others : { ...inputs, [name]: inner }
}

/** The answer at a place; `undefined` where there is none. */
export const inputAt = (inputs: Inputs, path: readonly string[]): InputValue | undefined =>
  path.reduce<InputValue | undefined>((value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined), inputs)
