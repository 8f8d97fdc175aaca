import { describe, expect, it } from 'vitest'
import { parsePoints } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { walkNodes } from '../framework/walk.ts'
import { carryOver } from './carry-over.ts'
import type { Claim } from './claims.ts'

const parsed = parseFramework({
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí của cấp trên',
  year: 2026,
  unitGroup: 'x',
  scaleTotal: '8',
  totalCap: null,
  nodes: [
    {
      code: '1',
      name: 'Chỉ đạo, điều hành',
      children: [
        { code: '1.1', name: 'Ban hành kế hoạch', maxPoints: '2' },
        { code: '1.2', name: 'Kiểm tra', maxPoints: '1' },
        { code: '1.3', name: 'Sáng kiến', maxPoints: '3' },
        { code: '1.4', name: 'Hài lòng', maxPoints: '2', source: 'survey' },
      ],
    },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const above = [...walkNodes(parsed.value.nodes)].map(({ node }) => node)
const scored = (text: string): Claim => {
  const points = parsePoints(text)
  if (points === undefined) throw new Error(text)
  return { status: 'scored', points }
}
const inner = (code: string, name: string, claim: Claim) => ({ code, name, claim })
const kinds = (leaves: readonly ReturnType<typeof inner>[], standing: readonly (readonly [string, Claim])[] = []) =>
  carryOver(leaves, above, new Map(standing)).map(({ nodeId, kind }) => `${nodeId} ${kind}`)

describe('what a cycle within came to, carried into the cycle above', () => {
  it('goes by codes into leaves at which nothing stands, and leaves out what only one set has', () => {
    expect(kinds([inner('1.1', 'Ban hành kế hoạch', scored('1.5')), inner('9.9', 'Riêng', scored('1'))])).toEqual(['1.1 taken'])
  })

  it('never goes over what stands: the same is told, anything else waits for a person', () => {
    const leaf = inner('1.1', 'Ban hành kế hoạch', scored('1.5'))
    expect(kinds([leaf], [['1.1', scored('1.5')]])).toEqual(['1.1 alreadySame'])
    expect(kinds([leaf], [['1.1', scored('2')]])).toEqual(['1.1 conflict'])
    expect(kinds([leaf], [['1.1', { status: 'missing', explanation: 'Đang chờ' }]])).toEqual(['1.1 conflict'])
  })

  it('asks a person where the code is the same and the name is not', () => {
    expect(kinds([inner('1.2', 'Tự kiểm tra của đơn vị', scored('1'))])).toEqual(['1.2 conflict'])
    expect(kinds([inner('1.2', 'KIỂM  TRA', scored('1'))]).at(0)).toMatch(/^1\.2/)
  })

  it('refuses points beyond the maximum above, and carries nothing into leaves that others measure', () => {
    expect(kinds([inner('1.2', 'Kiểm tra', scored('1.5')), inner('1.4', 'Hài lòng', scored('1'))])).toEqual(['1.2 refused'])
  })

  it('carries nothing of a leaf that was not answered', () => {
    expect(kinds([inner('1.1', 'Ban hành kế hoạch', { status: 'missing' })])).toEqual([])
  })
})
