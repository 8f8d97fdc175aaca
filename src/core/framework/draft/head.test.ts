import { describe, expect, it } from 'vitest'
import { parsePoints } from '../../exact/points.ts'
import { parseFramework } from '../parse-framework.ts'
import { correctHead, setClasses } from './correct-head.ts'
import type { HeadField } from './edit.ts'

const read = parseFramework({
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí',
  year: 2026,
  decision: { number: '1/QĐ', date: '2026-01-02', issuer: 'UBND' },
  scaleTotal: '10',
  totalCap: '10',
  printedTotal: '10',
  notApplicable: 'zero',
  nodes: [{ code: '1', name: 'Chỉ đạo', maxPoints: '10' }],
})
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const framework = read.value
const { printedTotal: _, notApplicable: __, ...bare } = framework
const put = (field: HeadField, value: string) => correctHead(framework, { kind: 'correctHead', field, value })

describe('a field of the head', () => {
  it('takes what fits, trimmed and composed, and nothing else of the head changes', () => {
    const decision = (part: object) => ({ ...framework, decision: { ...framework.decision, ...part } })
    const rows: readonly (readonly [HeadField, string, object])[] = [
      ['title', ` ${'Bộ chỉ số'.normalize('NFD')} `, { ...framework, title: 'Bộ chỉ số' }],
      ['decision.number', '2/QĐ', decision({ number: '2/QĐ' })],
      ['decision.issuer', 'UBND tỉnh', decision({ issuer: 'UBND tỉnh' })],
      ['decision.date', '2026-12-31', decision({ date: '2026-12-31' })],
      ['decision.date', '', decision({ date: '' })],
      ['year', '2000', { ...framework, year: 2000 }],
      ['year', '2099', { ...framework, year: 2099 }],
      ['year', '2100', { ...framework, year: 2100 }],
      ['unitGroup', 'Sở', { ...framework, unitGroup: 'Sở' }],
      ['scaleTotal', '0,5', { ...framework, scaleTotal: parsePoints('0.5') }],
      ['printedTotal', '100', { ...framework, printedTotal: parsePoints('100') }],
      ['printedTotal', ' ', { ...bare, notApplicable: 'zero' }],
      ['totalCap', '105', { ...framework, totalCap: parsePoints('105') }],
      ['totalCap', '', { ...framework, totalCap: null }],
      ['notApplicable', 'excluded', { ...framework, notApplicable: 'excluded' }],
      ['notApplicable', '', { ...bare, printedTotal: framework.printedTotal }],
      ['absentBlock', 'zero', { ...framework, absentBlock: 'zero' }],
      ['ranking.method', 'dense', { ...framework, ranking: { ...framework.ranking, method: 'dense' } }],
    ]
    for (const [field, value, corrected] of rows) expect(put(field, value)).toStrictEqual({ ok: true, value: corrected })
  })

  it('refuses what does not, saying what is wanted', () => {
    const invalid = (field: HeadField, value: string, expected: string) => ({
      code: 'invalidValue',
      severity: 'error',
      at: field,
      field,
      value,
      expected,
    })
    const rows: readonly (readonly [HeadField, readonly string[], string | undefined])[] = [
      ['decision.date', ['02/01/2026', '2026-1-2', 'x2026-01-02', '2026-01-02x'], 'date'],
      ['year', ['1999', '2101', '20266', '', '12026', '21000', 'x'], 'year'],
      ['notApplicable', ['x'], 'excluded | full | zero | redistributed'],
      ['absentBlock', ['', 'x'], 'rescale | zero | carry'],
      ['ranking.method', ['', 'x'], 'competition | dense | ordinal'],
      ['scaleTotal', ['', '0', '-1', 'x'], undefined],
      ['printedTotal', ['x'], undefined],
      ['totalCap', ['x'], undefined],
    ]
    for (const [field, values, expected] of rows)
      for (const value of values)
        expect(put(field, value)).toStrictEqual({
          ok: false,
          problems: [expected ? invalid(field, value, expected) : { code: 'invalidPoints', severity: 'error', at: field, value }],
        })
  })
})

it('classes take the place of the old ones as a whole, or none does', () => {
  const band = (name: string, from: string, to: string) => ({ name, from, fromInclusive: true, to, toInclusive: false })
  const set = (...classes: ReturnType<typeof band>[]) => setClasses(framework, { kind: 'setClasses', classes })
  expect(set(band(` ${'Tốt'.normalize('NFD')} `, '80', '100'))).toStrictEqual({
    ok: true,
    value: {
      ...framework,
      classes: [{ name: 'Tốt', from: parsePoints('80'), fromInclusive: true, to: parsePoints('100'), toInclusive: false }],
    },
  })
  expect(set()).toStrictEqual({ ok: true, value: { ...framework, classes: [] } })
  const unreadable = (value: string) => ({ code: 'invalidPoints', severity: 'error', at: 'classes', value })
  expect(set(band('Tốt', 'x', '100'), band('Khá', '70', '80'), band('Yếu', '0', ''))).toStrictEqual({
    ok: false,
    problems: [unreadable('x–100'), unreadable('0–')],
  })
})
