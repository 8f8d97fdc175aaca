import { describe, expect, it } from 'vitest'
import type { UnitProgress } from './contract.ts'
import { filterNamed, searchUnits, unitsThat } from './progress-filters.ts'

const unit = (code: string, rest: Partial<UnitProgress>): UnitProgress => ({
  id: code,
  code,
  name: `UBND xã ${code}`,
  group: 'xã',
  ranked: true,
  stage: 'selfAssessing',
  version: 1,
  answered: 0,
  leaves: 4,
  late: false,
  ...rest,
})
const units = [
  unit('A', { name: 'UBND xã Đất Đỏ' }),
  unit('B', { answered: 2, late: true }),
  unit('C', { answered: 4, stage: 'submitted', submittedAt: '2026-11-21T00:00:00.000Z', group: 'phường' }),
]
const codes = (list: readonly UnitProgress[]) => list.map(({ code }) => code).join('')

describe('the work list of a cycle', () => {
  it('tells who has not begun, not submitted, is late, has submitted', () => {
    expect(codes(unitsThat(units, 'chua-bat-dau'))).toBe('A')
    expect(codes(unitsThat(units, 'chua-nop'))).toBe('AB')
    expect(codes(unitsThat(units, 'qua-han'))).toBe('B')
    expect(codes(unitsThat(units, 'da-nop'))).toBe('C')
  })
  it('finds a unit without diacritics, within its group', () => {
    expect(codes(searchUnits(units, '', 'dat do'))).toBe('A')
    expect(codes(searchUnits(units, 'phường', ''))).toBe('C')
  })
  it('shows all where the address says something else', () => {
    expect(filterNamed('gi-do')).toBe('tat-ca')
  })
})
