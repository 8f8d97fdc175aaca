import { expect, it } from 'vitest'
import { startTestApplication } from '../../../test/application.ts'
import { createSmallCycle, smallFramework } from '../../../test/small-cycle.ts'
import { actAs } from '../../platform/database/transaction.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { acrossColumns } from './across.ts'

const { database, owner, authority } = await startTestApplication()
const { id: personId } = await owner.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
const actor: Actor = { personId, name: '', authorityId: authority.id, grants: [], units: 'all' }

/** A year later `1.1` and `1.3` are one criterion with another number, `2.2` is two, `1.2` is gone and `3.1` is new. */
const later = {
  ...smallFramework,
  year: 2027,
  totalCap: null,
  scaleTotal: '11',
  nodes: [
    { code: '1', name: 'Chỉ đạo', children: [{ code: '1.4', name: 'Kế hoạch và sáng kiến', maxPoints: '3' }] },
    {
      code: '2',
      name: 'Thủ tục',
      children: [
        { code: '2.1', name: 'Mức độ hài lòng', maxPoints: '3', source: 'survey' },
        { code: '2.2', name: 'Đúng hạn', maxPoints: '2' },
        { code: '2.3', name: 'Trước hạn', maxPoints: '1' },
      ],
    },
    { code: '3', name: 'Chuyển đổi số', children: [{ code: '3.1', name: 'Dữ liệu', maxPoints: '2' }] },
  ],
}
const codeMap = { '1': ['1'], '1.1': ['1.4'], '1.2': [], '1.3': ['1.4'], '2': ['2'], '2.1': ['2.1'], '2.2': ['2.2', '2.3'] }

const node = (points: string | null, appliedMax: string) => ({ points, appliedMax })
const before = {
  '1': node('3', '3.5'),
  '1.1': node('2', '2'),
  '1.2': node(null, '0'),
  '1.3': node('1', '1.5'),
  '2': node('4.5', '5.5'),
  '2.1': node('2', '3'),
  '2.2': node('2.5', '2.5'),
}
const after = {
  '1': node('1.5', '3'),
  '1.4': node('1.5', '3'),
  '2': node('4.5', '6'),
  '2.1': node('2', '3'),
  '2.2': node('2', '2'),
  '2.3': node('0.5', '1'),
  '3': node(null, '2'),
  '3.1': node(null, '2'),
}

const across = async (set: typeof later) => {
  const old = await createSmallCycle(owner, authority)
  const now = await createSmallCycle(owner, authority, 'selfAssessing', null, set)
  const found = await actAs(database, actor, (context) =>
    acrossColumns(context, [
      { frameworkId: old.frameworkId, nodes: before },
      { frameworkId: now.frameworkId, nodes: after },
    ]),
  )
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.value
}

const printed = (lines: Awaited<ReturnType<typeof across>>['leaves']) =>
  lines.map(({ code, cells }) => [
    code,
    ...cells.map(({ rows, percent }) => `${rows.map((row) => row.code).join('+')} ${percent ?? '–'}`.trim()),
  ])

it('criteria of two years stand in one line by the settled map: merged and split ones added up, dropped and new ones alone', async () => {
  const seen = await across({ ...later, basedOn: '0'.repeat(64), codeMap } as typeof later)
  expect(seen.unsettled).toEqual([])
  expect(printed(seen.leaves)).toEqual([
    ['1.4', '1.1+1.3 85.714286', '1.4 50.000000'],
    ['2.1', '2.1 66.666667', '2.1 66.666667'],
    ['2.2 + 2.3', '2.2 100.000000', '2.2+2.3 83.333333'],
    ['3.1', '–', '3.1 –'],
    ['1.2', '1.2 –', '–'],
  ])
  expect(printed(seen.areas)).toEqual([
    ['1', '1 85.714286', '1 50.000000'],
    ['2', '2 81.818182', '2 75.000000'],
    ['3', '–', '3 –'],
  ])
  expect(seen.leaves[0]?.cells[0]).toMatchObject({
    points: '3',
    appliedMax: '3.5',
    rows: [{ name: 'Ban hành kế hoạch' }, { name: 'Sáng kiến' }],
  })
})

it('where nobody settled what became of the rows, names and codes speak, and that is said', async () => {
  const seen = await across(later)
  expect(seen.unsettled).toEqual([{ old: 'Bộ tiêu chí thử nghiệm (2026)', now: 'Bộ tiêu chí thử nghiệm (2027)' }])
  expect(printed(seen.leaves).find(([code]) => code === '2.1')).toEqual(['2.1', '2.1 66.666667', '2.1 66.666667'])
  expect(
    seen.leaves
      .flatMap(({ cells }) => cells[0]?.rows ?? [])
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2'])
})
