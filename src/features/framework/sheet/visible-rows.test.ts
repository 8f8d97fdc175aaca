import { describe, expect, it } from 'vitest'
import type { DraftProblemView, FrameworkRow } from '../framework-shapes.ts'
import { problemsByPlace, visibleRows } from './visible-rows.ts'

const row = (id: string, name: string, parentId?: string): FrameworkRow => ({
  id,
  code: id,
  name,
  ...(parentId && { parentId }),
  level: 'criterion',
  depth: 0,
  maxPoints: '1',
  leadUnits: ['Sở Nội vụ'],
  coordinatingUnits: [],
  ifAny: false,
  source: 'appraised',
  counting: 'base',
  isLeaf: true,
  isOfFrame: false,
})
const rows = [row('1', 'Chỉ đạo'), row('1.1', 'Kế hoạch', '1'), row('1.2', 'Đôn đốc', '1'), row('2', 'Thể chế')]
const problem = (at: string, state: DraftProblemView['state']): DraftProblemView => ({
  problem: { code: 'missingName', at, severity: 'warning', message: '' },
  key: at,
  state,
  blocks: false,
  canDismiss: true,
})
const ids = (filter: Parameters<typeof visibleRows>[1], problems: readonly DraftProblemView[] = []) =>
  visibleRows(rows, filter, problemsByPlace(problems)).map(({ id }) => id)

describe('rows of the sheet', () => {
  it('are found without diacritics, each below the rows above it', () => {
    expect(ids({ search: 'don doc', onlyProblems: false })).toEqual(['1', '1.2'])
    expect(ids({ search: 'SO NOI VU', onlyProblems: false })).toEqual(['1', '1.1', '1.2', '2'])
    expect(ids({ search: 'khong co', onlyProblems: false })).toEqual([])
  })

  it('are only those whose problem is still open', () => {
    expect(ids({ search: '', onlyProblems: true }, [problem('1.2', 'open'), problem('2', 'settled')])).toEqual(['1', '1.2'])
  })
})
