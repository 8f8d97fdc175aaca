import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { drawSecondLook } from '../features/appraisal/second-look/second-look.ts'
import { issuePaper, startPaper } from '../features/papers/change-paper.ts'
import { ago, claimedLeaves, dayAgo, type Desk, known } from './desk-place.ts'
import { budgetLines, conferences, visits } from './desk-words.ts'
import { departmentsGroup } from './province.ts'
import { seededUuid } from './random.ts'

/** So that the lot is drawn the same way everywhere. */
const lotSeed = createHash('sha256').update('20261129').digest('hex').slice(0, 16)

export const addInspections = async (desk: Desk): Promise<void> => {
  const { building, random, cycleId, unitIds, people } = desk
  const authority_id = building.actor.authorityId
  for (const { unit, announced, number, daysAgo, record, result } of visits) {
    const [id, unit_id] = [seededUuid(random), known(unitIds, unit)]
    await building.transaction
      .insertInto('inspection')
      .values({
        id,
        authority_id,
        cycle_id: cycleId,
        unit_id,
        is_announced: announced,
        decision_number: number,
        planned_on: dayAgo(daysAgo),
        held_on: record === null ? null : dayAgo(daysAgo),
        record,
        result,
        created_by: known(people, 'truong-linh-vuc'),
      })
      .execute()
    const members = [
      ['truong-linh-vuc', 'lead'],
      ['thu-ky', 'secretary'],
      ['tham-dinh', 'member'],
    ] as const
    await building.transaction
      .insertInto('inspection_member')
      .values(members.map(([name, duty]) => ({ authority_id, inspection_id: id, person_id: known(people, name), duty })))
      .execute()
    const leaves = record === null ? [] : (await claimedLeaves(desk, unit_id)).slice(0, unit === 'STP' ? 3 : 1)
    if (leaves.length === 0) continue
    await building.transaction
      .insertInto('inspection_finding')
      .values(
        leaves.map((node_id, at) => ({
          authority_id,
          inspection_id: id,
          node_id,
          outcome: at === 2 ? ('differs' as const) : ('confirmed' as const),
          words: at === 2 ? 'Số trên sổ theo dõi thấp hơn số kê khai.' : 'Khớp với hồ sơ lưu.',
        })),
      )
      .execute()
  }
}

/** Conferences of the published years and the estimate of the running one, which lies with finance. */
export const addConferencesAndBudget = async ({ building, cycleId, unitIds, people }: Desk): Promise<void> => {
  const { transaction, actor } = building
  const authority_id = actor.authorityId
  const published = await transaction
    .selectFrom('publication')
    .innerJoin('cycle', 'cycle.id', 'publication.cycle_id')
    .select(['publication.id', 'cycle.year'])
    .execute()
  for (const { year, tasks, ...held } of conferences) {
    const publication_id = published.find((each) => each.year === year)?.id
    if (publication_id === undefined) throw new Error(`nothing published of ${year}`)
    const key = { authority_id, publication_id }
    const place = 'Hội trường UBND tỉnh Sông Mẫu'
    await transaction
      .insertInto('conference')
      .values({ ...key, ...held, place, chaired_by: 'Chủ tịch UBND tỉnh (mẫu)' })
      .execute()
    await transaction
      .insertInto('conference_task')
      .values(
        tasks.map(([task, responsible, due_on, state], at) => ({
          ...key,
          position: at + 1,
          task,
          unit_id: null,
          responsible,
          due_on,
          state,
        })),
      )
      .execute()
  }
  await sql`insert into cycle_budget (authority_id, cycle_id, finance_unit_id, stage, lines, changed_at, changed_by)
    values (${authority_id}, ${cycleId}, ${known(unitIds, 'STC')}, 'submitted', ${JSON.stringify(budgetLines)}, ${ago(12)}, ${known(people, 'noi-vu')})`.execute(
    transaction,
  )
}

/** Decisions of the running year drawn by lot, the first of them looked at. */
export const addSecondLook = async ({ building, cycleId, people }: Desk): Promise<void> => {
  const context = { ...building, actor: { ...building.actor, personId: known(people, 'truong-linh-vuc') } }
  const drawn = await drawSecondLook(context, cycleId, {
    size: 12,
    seed: lotSeed,
  })
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.problems))
  const looked = { looked_by: known(people, 'truong-linh-vuc'), looked_at: ago(1) }
  const look = (position: number, verdict: 'agrees' | 'differs', note: string | null) =>
    building.transaction
      .updateTable('second_look_leaf')
      .set({ verdict, note, ...looked })
      .where('second_look_id', '=', drawn.value.id)
      .where('position', '=', position)
      .execute()
  for (const position of [1, 2, 3]) await look(position, 'agrees', null)
  await look(4, 'differs', 'Tài liệu kèm theo có ngày sau thời hạn; đề nghị xem lại điểm đã cho.')
}

/** Papers in the register: a letter that was sent, and drafts that wait for number and day. */
export const addPapers = async ({ building, cycleId, people }: Desk): Promise<void> => {
  const context = { ...building, actor: { ...building.actor, personId: known(people, 'noi-vu') } }
  for (const kind of ['guidance', 'reminder', 'councilDecision'] as const) {
    const started = await startPaper(context, {}, { kind, cycleId, group: departmentsGroup })
    if (!started.ok) throw new Error(JSON.stringify(started.problems))
    if (kind !== 'guidance') continue
    const issued = await issuePaper(
      context,
      { paperId: started.value.id, version: started.value.version },
      { number: 2614, issuedOn: '2026-10-20' },
    )
    if (!issued.ok) throw new Error(JSON.stringify(issued.problems))
  }
}
