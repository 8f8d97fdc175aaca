import { expect, it } from 'vitest'
import { z } from 'zod'
import { nestsDeeperThan } from './nesting.ts'
import { shapeProblems } from './shape-problems.ts'

const shape = z.strictObject({
  year: z.number().min(2000).max(2100),
  kind: z.enum(['a', 'b']),
  nodes: z.array(z.strictObject({ name: z.string(), children: z.array(z.strictObject({ max: z.string().regex(/^\d$/) })).optional() })),
  points: z
    .string()
    .refine((text) => text !== 'hai', { params: { problem: 'invalidPoints' } })
    .refine((text) => text !== 'a +', { params: { formula: { column: 3 } } })
    .refine((text) => text !== 'lạ', { params: { problem: 'other' }, message: 'khác' })
    .optional(),
})
const whole = { year: 2026, kind: 'a', nodes: [{ name: 'x' }] }
const problemsOf = (input: unknown) => {
  const read = shape.safeParse(input)
  return read.success ? [] : shapeProblems(read.error, input)
}
const invalid = (at: string, value: string, expected: string) => [
  { code: 'invalidValue', severity: 'error', at, field: at, value, expected },
]

it('what does not fit a shape is told with its path, what stands there and what is wanted', () => {
  const long = 'm'.repeat(81)
  const rows: readonly (readonly [unknown, object[]])[] = [
    [whole, []],
    [{ ...whole, year: 'nay' }, invalid('year', 'nay', 'number')],
    [{ ...whole, year: 1999 }, invalid('year', '1999', '≥ 2000')],
    [{ ...whole, year: 2101 }, invalid('year', '2101', '≤ 2100')],
    [{ ...whole, kind: 'c' }, invalid('kind', 'c', 'a | b')],
    [{ ...whole, kind: long.slice(1) }, invalid('kind', long.slice(1), 'a | b')],
    [{ ...whole, kind: long }, invalid('kind', `${'m'.repeat(79)}…`, 'a | b')],
    [{ ...whole, kind: { a: [1] } }, invalid('kind', '{"a":[1]}', 'a | b')],
    [{ ...whole, kind: undefined }, [{ code: 'missingField', severity: 'error', at: 'kind', field: 'kind' }]],
    [{ ...whole, nodes: null }, invalid('nodes', 'null', 'array')],
    [
      { ...whole, nodes: [{ name: 'x', children: [{ max: '1' }, {}] }] },
      [{ code: 'missingField', severity: 'error', at: 'nodes[0].children[1].max', field: 'nodes[0].children[1].max' }],
    ],
    [{ ...whole, nodes: [whole.nodes[0], { name: 7 }] }, invalid('nodes[1].name', '7', 'string')],
    [
      { ...whole, nodes: [{ name: 'x', colour: 1, size: 2 }] },
      [{ code: 'unknownField', severity: 'error', at: 'nodes[0].colour', field: 'colour, size' }],
    ],
    [{ ...whole, colour: 1 }, [{ code: 'unknownField', severity: 'error', at: 'colour', field: 'colour' }]],
    [{ ...whole, points: 'hai' }, [{ code: 'invalidPoints', severity: 'error', at: 'points', value: 'hai' }]],
    [{ ...whole, points: 'a +' }, [{ code: 'formulaUnreadable', severity: 'error', at: 'points', column: 3 }]],
    [{ ...whole, points: 'lạ' }, invalid('points', 'lạ', 'khác')],
    ['text', invalid('', 'text', 'object')],
    [undefined, [{ code: 'missingField', severity: 'error', at: '', field: '' }]],
  ]
  for (const [input, problems] of rows) expect(problemsOf(input)).toStrictEqual(problems)
})

it('how deep a value nests is counted over lists and objects alike', () => {
  const values: readonly (readonly [unknown, number])[] = [
    ['text', 0],
    [null, 0],
    [{}, 1],
    [[1, null, 'x'], 1],
    [{ a: [], b: 1 }, 2],
    [[[], [{ a: {} }]], 4],
  ]
  for (const [value, depth] of values)
    expect([nestsDeeperThan(value, depth), depth > 0 && nestsDeeperThan(value, depth - 1)]).toStrictEqual([false, depth > 0])
})
