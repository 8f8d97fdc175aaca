import { expect, it } from 'vitest'
import { parseInputs } from './inputs.ts'

const invalid = (at: string, value: string, expected: string) => ({
  code: 'invalidValue',
  severity: 'error',
  at,
  field: at,
  value,
  expected,
})
const tooLarge = (at: string, what: string, limit: string, actual: string) => ({
  code: 'tooLarge',
  severity: 'error',
  at,
  what,
  limit,
  actual,
})
const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: nested(depth - 1) })
const list = (length: number): readonly string[] => Array.from({ length }, () => '1')

it('inputs are text, flags, whole numbers, lists and records of these, within bounds', () => {
  const taken: readonly object[] = [
    {},
    { a: '1,5', b: true, c: null, d: 7, e: ['x', { f: false }] },
    { a: Number.MAX_SAFE_INTEGER },
    { a: list(20_000) },
    nested(6) as object,
  ]
  for (const input of taken) expect(parseInputs(input)).toStrictEqual({ ok: true, value: input })
  const refused: readonly (readonly [unknown, object[]])[] = [
    [{ a: 1.5, b: { c: [0.5] } }, [invalid('a', '1.5', 'figure'), invalid('b.c.0', '0.5', 'figure')]],
    [{ a: 2 ** 53 }, [invalid('a', '9007199254740992', 'figure')]],
    [{ a: undefined }, [invalid('a', 'undefined', 'text')]],
    [{ a: list(20_001) }, [tooLarge('a', 'rows', '20000', '20001')]],
    [nested(7), [tooLarge('inputs', 'levels', '6', '> 6')]],
    [null, [invalid('inputs', 'null', 'record')]],
    [[1], [invalid('inputs', '[1]', 'record')]],
    ['x'.repeat(100), [invalid('inputs', `"${'x'.repeat(79)}`, 'record')]],
    [undefined, [invalid('inputs', '', 'record')]],
  ]
  for (const [input, problems] of refused) expect(parseInputs(input)).toStrictEqual({ ok: false, problems })
})
