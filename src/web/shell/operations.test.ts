import { expect, it } from 'vitest'
import { operationsOf, shapeText } from './operations.ts'

it('writes a shape so that it reads like the JSON it describes', () => {
  const schema = {
    type: 'object',
    properties: { code: { type: 'string' }, kind: { enum: ['commune', 'ward'] }, notes: { items: { type: 'string', format: 'date' } } },
    required: ['code', 'kind'],
  }
  expect(shapeText(schema)).toBe('{\n  code: string\n  kind: "commune" | "ward"\n  notes?: date[]\n}')
})

it('lists every method of every path with its act', () => {
  const operations = operationsOf({
    paths: { '/api/units': { get: { 'x-act': 'readOrganisation', responses: {} }, post: { summary: 'Add units', responses: {} } } },
  })
  expect(operations.map(({ key, act }) => [key, act])).toEqual([
    ['GET /api/units', 'readOrganisation'],
    ['POST /api/units', ''],
  ])
})
