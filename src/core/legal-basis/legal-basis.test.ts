import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../dates.ts'
import { checkLegalDocument } from './check-documents.ts'
import { isNoLongerInForce, standingOn } from './document-standing.ts'
import { unitsInCharge } from './fields-in-charge.ts'
import type { LegalDocument } from './legal-document.ts'

const reformPlan: LegalDocument = {
  id: 'plan',
  number: '2685/QĐ-UBND',
  issuedOn: '2021-10-18',
  inForceFrom: '2021-01-01',
  inForceUntil: '2025-12-31',
}
const yearPlan: LegalDocument = { id: 'year', number: '320/KH-UBND', issuedOn: '2023-01-10', inForceUntil: '2023-12-31', parentId: 'plan' }
const known = new Map([reformPlan, yearPlan].map((document) => [document.id, document]))
const codes = (document: LegalDocument, among = known): string[] =>
  checkLegalDocument(document, among).map(({ code, at, severity }) => `${severity} ${code} ${at}`)

describe('a plan or legal document', () => {
  it('is in force from its first day to its last, both included', () => {
    const on = (day: string) => standingOn(reformPlan, undefined, day)
    expect(['2020-12-31', '2021-01-01', '2025-12-31', '2026-01-01'].map(on)).toStrictEqual(['notYet', 'inForce', 'inForce', 'ended'])
  })

  it('without any day is a draft; without a first day it begins when it was issued', () => {
    expect(standingOn({}, undefined, '2026-01-01')).toBe('draft')
    expect(standingOn({ issuedOn: '2026-01-02' }, undefined, '2026-01-01')).toBe('notYet')
    expect(standingOn({ issuedOn: '2026-01-02' }, undefined, '2026-01-02')).toBe('inForce')
  })

  it('is replaced once the other one has begun, not when that was only written', () => {
    const rule = { issuedOn: '2020-12-29' }
    const next = { issuedOn: '2025-06-01', inForceFrom: '2025-07-01' }
    expect(['2025-06-15', '2025-07-01'].map((day) => standingOn(rule, next, day))).toStrictEqual(['inForce', 'replaced'])
    expect(standingOn(rule, {}, '2026-01-01')).toBe('inForce')
  })

  it('once lapsed does not come back', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2018-01-01', days))
    fc.assert(
      fc.property(day, day, day, day, (issuedOn, inForceUntil, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        const standing = (on: string) => standingOn({ issuedOn, inForceUntil }, undefined, on)
        return !isNoLongerInForce(standing(early)) || isNoLongerInForce(standing(late))
      }),
      { seed: 25, numRuns: 500 },
    )
  })
})

describe('the register', () => {
  it('takes a year’s plan under the plan of several years that covers it', () => {
    expect(codes(yearPlan)).toStrictEqual([])
    expect(codes({ ...yearPlan, inForceUntil: '2026-06-30' })).toStrictEqual(['warning beyondParentPlan parentId'])
    expect(codes({ ...yearPlan, issuedOn: '2020-06-30' })).toStrictEqual(['warning beyondParentPlan parentId'])
  })

  it('refuses an end before the beginning, and what nobody knows', () => {
    expect(codes({ id: 'x', issuedOn: '2026-02-01', inForceUntil: '2026-01-01' })).toStrictEqual(['error endBeforeBegin inForceUntil'])
    expect(codes({ id: 'x', parentId: 'none', replacedBy: 'none' })).toStrictEqual(['error notFound parentId', 'error notFound replacedBy'])
  })

  it('refuses a document that carries out or replaces itself, also through others, and comes to an end where others turn in a circle', () => {
    expect(codes({ ...reformPlan, parentId: 'year' })).toContain('error documentCircle parentId')
    expect(codes({ ...reformPlan, replacedBy: 'plan' })).toStrictEqual(['error documentCircle replacedBy'])
    const circle = new Map<string, LegalDocument>([
      ['a', { id: 'a', parentId: 'b' }],
      ['b', { id: 'b', parentId: 'a' }],
    ])
    expect(codes({ id: 'c', parentId: 'a' }, circle)).toStrictEqual([])
  })
})

describe('fields that a decision puts units in charge of', () => {
  const fields = [
    { field: 'Lĩnh vực cải cách thủ tục hành chính', unitId: 'office' },
    { field: 'Thể chế', unitId: 'justice' },
    { field: 'Cải cách tài chính công', unitId: 'finance' },
  ]

  it('are the areas of that name, marks and “lĩnh vực” aside', () => {
    expect(unitsInCharge('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', fields)).toStrictEqual(['office'])
    expect(unitsInCharge('Công tác cải cách tài chính công.', fields)).toStrictEqual(['finance'])
  })

  it('else the areas in whose name they stand whole', () => {
    expect(unitsInCharge('Cải cách thể chế', fields)).toStrictEqual(['justice'])
    expect(unitsInCharge('Hiện đại hóa hành chính', fields)).toStrictEqual([])
  })
})
