import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { startTestApplication } from '../../../test/application.ts'
import { departmentsGroup } from '../../../test/authority.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { cellOfScore } from '../../core/results/score-sheet.ts'
import { type Points, parsePoints } from '../../core/exact/points.ts'
import type { Treatment } from '../../core/vocabulary.ts'
import { accept } from '../../core/result.ts'
import { actAs } from '../../platform/database/transaction.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { loadFrameworkInForce } from './framework-in-force.ts'
import { loadGroupScores } from './group-scores.ts'
import { parseAreas } from './area-sums.ts'
import { refreshTotals } from './refresh-totals.ts'
import { parseCells } from './score-sheets.ts'

const { database, owner, authority } = await startTestApplication()
const { id: personId } = await owner.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
const actor: Actor = { personId, name: '', authorityId: authority.id, grants: [], units: 'all' }
const leaves = ['1.1', '1.2', '1.3', '2.1', '2.2']

let cycle: SmallCycle
beforeEach(async () => {
  cycle = await createSmallCycle(owner, authority, 'firstAppraisal')
})

interface Entry {
  readonly unit?: number
  readonly node: string
  readonly status?: 'scored' | 'notApplicable' | 'missing' | 'notMeasured'
  readonly points?: string
  readonly treatment?: Treatment
}

const score = async ({ unit = 0, node, status = 'scored', points, treatment }: Entry, round = 'claimed'): Promise<void> => {
  await sql`
    insert into score (authority_id, cycle_id, unit_id, node_id, round, framework_id, min_points, max_points, status, points, treatment, explanation)
    select n.authority_id, ${cycle.cycleId}, ${cycle.units[unit]?.id ?? ''}, n.node_id, ${round}, n.framework_id, 0, n.max_points, ${status}, ${points ?? null},
      ${treatment ?? null}, 'vì vậy'
    from framework_node n where n.framework_id = ${cycle.frameworkId} and n.node_id = ${node}`.execute(owner)
}

const sheetOf = async (unit = 0, round = 'claimed') => {
  const row = await owner
    .selectFrom('score_sheet')
    .select(['cells', 'differs'])
    .where('cycle_id', '=', cycle.cycleId)
    .where('unit_id', '=', cycle.units[unit]?.id ?? '')
    .where('round', '=', round)
    .executeTakeFirst()
  return row && { cells: row.cells, differs: row.differs }
}

const missing = cellOfScore({ status: 'missing' })

describe('the sheet of a unit', () => {
  it('has a cell for each leaf in the order of the framework, and each status keeps its own code', async () => {
    await score({ node: '2.2', points: '0.0001' })
    await score({ node: '1.1', points: '0' })
    expect((await sheetOf())?.cells).toEqual([0, missing, missing, missing, 1])
    await score({ node: '1.2', status: 'notApplicable', treatment: 'redistributed' })
    await score({ node: '1.3', status: 'notApplicable' })
    await score({ node: '2.1', status: 'notMeasured' })
    expect((await sheetOf())?.cells).toEqual([
      0,
      cellOfScore({ status: 'notApplicable', treatment: 'redistributed' }),
      cellOfScore({ status: 'notApplicable' }),
      cellOfScore({ status: 'notMeasured' }),
      1,
    ])
  })

  it('follows whatever is inserted, changed or taken away, many units in one statement too', async () => {
    for (const unit of [0, 1, 2]) await score({ unit, node: '1.1', points: '1' })
    await sql`update score set points = 2 where cycle_id = ${cycle.cycleId}`.execute(owner)
    for (const unit of [0, 1, 2]) expect((await sheetOf(unit))?.cells[0]).toBe(20_000)
    await sql`delete from score where cycle_id = ${cycle.cycleId} and unit_id <> ${cycle.units[2]?.id ?? ''}`.execute(owner)
    expect([await sheetOf(0), await sheetOf(1), (await sheetOf(2))?.cells[0]]).toEqual([undefined, undefined, 20_000])
  })

  it('holds both where two write different leaves of one unit at the same moment', async () => {
    await score({ node: '1.1', points: '1' })
    await score({ node: '1.3', points: '1' })
    const change = (node: string, pause: number) =>
      owner.transaction().execute(async (transaction) => {
        await sql`update score set points = 0.5 where cycle_id = ${cycle.cycleId} and node_id = ${node}`.execute(transaction)
        await sql`select pg_sleep(${pause})`.execute(transaction)
      })
    await Promise.all([change('1.1', 0.3), change('1.3', 0.1)])
    expect((await sheetOf())?.cells).toEqual([5000, missing, 5000, missing, missing])
  })

  it('counts what was decided otherwise than claimed, anew when the claim changes', async () => {
    await score({ node: '1.1', points: '2' })
    await score({ node: '1.1', points: '1' }, 'firstAppraisal')
    await sql`update score set claimed_points = 2, reason = 'thiếu văn bản' where round = 'firstAppraisal' and cycle_id = ${cycle.cycleId}`.execute(
      owner,
    )
    expect((await sheetOf(0, 'firstAppraisal'))?.differs).toBe(1)
    await sql`update score set points = 1.5 where round = 'claimed' and cycle_id = ${cycle.cycleId}`.execute(owner)
    expect((await sheetOf(0, 'firstAppraisal'))?.differs).toBe(0)
  })

  it('is left by no score: who would move one to another leaf is refused', async () => {
    await score({ node: '1.1', points: '1' })
    await expect(sql`update score set node_id = '1.2' where cycle_id = ${cycle.cycleId}`.execute(owner)).rejects.toThrow(
      'a score keeps its place',
    )
  })
})

it('the scores of a group come out of their sheets as the rows have them', async () => {
  await score({ node: '1.1', points: '1.25' })
  await score({ node: '1.2', status: 'notApplicable', treatment: 'full' })
  await score({ unit: 1, node: '2.1', status: 'notMeasured' })
  const loaded = await actAs(database, actor, async ({ transaction }) =>
    accept(await loadGroupScores(transaction, { cycleId: cycle.cycleId, group: departmentsGroup, round: 'claimed' })),
  )
  const of = (unit: number) =>
    loaded.ok ? Object.fromEntries(loaded.value.units.find((each) => each.unit === cycle.units[unit]?.id)?.scores ?? []) : {}
  expect(of(0)).toEqual({
    '1.1': { status: 'scored', points: parsePoints('1.25') as Points },
    '1.2': { status: 'notApplicable', treatment: 'full' },
  })
  expect([of(1), of(2)]).toEqual([{ '2.1': { status: 'notMeasured' } }, {}])
})

it('totals of many units are mended where they are wrong, and rows that stand are not written again', async () => {
  for (const unit of [0, 1, 2]) for (const node of leaves) await score({ unit, node, points: '1' })
  const units = cycle.units.map(({ id }) => ({ unitId: id }))
  const refresh = () =>
    actAs(database, actor, async (context) => {
      const framework = await loadFrameworkInForce(context, cycle.frameworkId)
      if (!framework.ok) return framework
      const at = {
        cycleId: cycle.cycleId,
        frameworkId: cycle.frameworkId,
        unitGroup: departmentsGroup,
        ranked: true,
        stage: '',
        version: 1,
      }
      await refreshTotals(
        context,
        units.map((unit) => ({ ...at, ...unit })),
        framework.value,
        'claimed',
      )
      return accept(undefined)
    })
  const rows = async () => {
    const found = await sql<{ row: string; points: string; areas: string }>`
      select xmin::text || ctid::text as row, points, areas from unit_total where cycle_id = ${cycle.cycleId} order by unit_id`.execute(
      owner,
    )
    return found.rows
  }
  await refresh()
  const first = await rows()
  const sums = first.map(({ points, areas }) => [points, ...Object.values(parseAreas(areas)).map((area) => area.points)])
  expect(sums).toEqual(cycle.units.map(() => ['5', '3', '2']))
  await refresh()
  expect(await rows()).toEqual(first)
  await sql`update unit_total set areas = replace(areas, '2', '9') where unit_id = ${cycle.units[1]?.id ?? ''}`.execute(owner)
  await refresh()
  expect((await rows()).map(({ areas }) => areas)).toEqual(first.map(({ areas }) => areas))
})

it('cells are read as they are written, one, none and below zero too', () => {
  expect(['', '5', '0 -2000000000 75 -1'].map((text) => [...parseCells(text)])).toEqual([[], [5], [0, -2_000_000_000, 75, -1]])
})
