import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { drawSecondLook } from '../features/appraisal/second-look/second-look.ts'
import { issuePaper, startPaper } from '../features/papers/change-paper.ts'
import type { Building } from './building.ts'
import type { DemoCycle } from './cycles.ts'
import { budgetLines, conferences, guidancePapers, predecessors, reasonPhrases, threads, visits } from './desk-words.ts'
import { departmentsGroup, type DemoUnit } from './province.ts'
import { type Random, seededRandom, seededUuid } from './random.ts'

/** A chance of its own: what lies on desks moves nothing of what stood before it. */
const seed = 20_261_129

interface Desk {
  readonly building: Building
  readonly random: Random
  readonly cycleId: string
  readonly unitIds: ReadonlyMap<string, string>
  /** By sign-in name. */
  readonly people: ReadonlyMap<string, string>
}

const ago = (days: number) => sql<Date>`now() - make_interval(days => ${days})`
const dayAgo = (days: number) => sql<string>`(now() at time zone 'Asia/Ho_Chi_Minh')::date - ${days}::integer`
const known = (ids: ReadonlyMap<string, string>, name: string): string => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`nobody is called ${name}`)
  return id
}

const addGuidance = async ({ building, random, cycleId, unitIds, people }: Desk): Promise<void> => {
  const authority_id = building.actor.authorityId
  const papers = guidancePapers.map(({ daysAgo, unit_kinds, ...paper }) => ({
    ...paper,
    id: seededUuid(random),
    authority_id,
    issuer: 'Sở Nội vụ (mẫu)',
    cycle_id: cycleId,
    unit_kinds: [...unit_kinds],
    created_at: ago(daysAgo),
    created_by: known(people, 'noi-vu'),
  }))
  await building.transaction.insertInto('guidance').values(papers).execute()
  const [first] = papers
  if (!first) return
  await building.transaction
    .insertInto('guidance_reading')
    .values(
      [
        ['STP', 'can-bo-so'],
        ['X001', 'can-bo-xa'],
      ].map(([unit = '', person = '']) => ({
        authority_id,
        guidance_id: first.id,
        unit_id: known(unitIds, unit),
        person_id: known(people, person),
        at: ago(20),
      })),
    )
    .execute()
}

/** The leaf of a unit at which a thread or a finding stands: one that it claimed, the same every time. */
const claimedLeaves = async ({ building: { transaction }, cycleId }: Desk, unitId: string): Promise<readonly string[]> =>
  (
    await transaction
      .selectFrom('score')
      .select('node_id')
      .where('cycle_id', '=', cycleId)
      .where('unit_id', '=', unitId)
      .where('round', '=', 'claimed')
      .where('status', '=', 'scored')
      .orderBy('node_id')
      .limit(6)
      .execute()
  ).map(({ node_id }) => node_id)

const addQuestions = async (desk: Desk): Promise<void> => {
  const { building, random, cycleId, unitIds, people } = desk
  const authority_id = building.actor.authorityId
  for (const [index, { unit, begins, said }] of threads.entries()) {
    const unitId = known(unitIds, unit)
    const leaves = await claimedLeaves(desk, unitId)
    const node_id = leaves[index % Math.max(1, leaves.length)]
    if (node_id === undefined) continue
    const id = seededUuid(random)
    const key = { authority_id, cycle_id: cycleId, unit_id: unitId, node_id }
    const state = said.length % 2 === 0 ? ('answered' as const) : ('open' as const)
    await building.transaction
      .insertInto('question')
      .values({ ...key, id, circle: 'appraisal', asked_by: begins, state, version: said.length, created_at: ago(9 - index) })
      .execute()
    const ofUnit = unit === 'STP' ? 'can-bo-so' : 'can-bo-xa'
    await building.transaction
      .insertInto('question_message')
      .values(
        said.map((text, at) => {
          const side = at % 2 === 0 ? begins : begins === 'unit' ? ('appraisal' as const) : ('unit' as const)
          const said_by = known(people, side === 'unit' ? ofUnit : 'tham-dinh')
          return { authority_id, question_id: id, position: at + 1, side, division_id: null, text, said_at: ago(9 - index - at), said_by }
        }),
      )
      .execute()
  }
}

const addPhrases = async ({ building: { transaction, actor } }: Desk): Promise<void> => {
  await transaction.insertInto('reason_phrase_list').values({ authority_id: actor.authorityId }).execute()
  await transaction
    .insertInto('reason_phrase')
    .values(reasonPhrases.map(([kind, words], at) => ({ authority_id: actor.authorityId, position: at + 1, kind, words })))
    .execute()
}

const addInspections = async (desk: Desk): Promise<void> => {
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
const addConferencesAndBudget = async ({ building, cycleId, unitIds, people }: Desk): Promise<void> => {
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
const addSecondLook = async ({ building, cycleId, people }: Desk): Promise<void> => {
  const context = { ...building, actor: { ...building.actor, personId: known(people, 'truong-linh-vuc') } }
  const drawn = await drawSecondLook(context, cycleId, {
    size: 12,
    seed: createHash('sha256').update(String(seed)).digest('hex').slice(0, 16),
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
const addPapers = async ({ building, cycleId, people }: Desk): Promise<void> => {
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

/** A commune made of two on 1/7/2025, with what each knew of its own half year. */
const addPredecessors = async ({ building: { transaction, actor }, random, unitIds }: Desk): Promise<void> => {
  const authority_id = actor.authorityId
  const successor_id = known(unitIds, 'X001')
  for (const { code, name, files } of predecessors) {
    const id = seededUuid(random)
    await transaction
      .insertInto('unit')
      .values({ id, authority_id, code, name, kind: 'commune', unit_group: null, ranked: false, valid: '[2015-01-01,2025-07-01)' })
      .execute()
    await transaction
      .insertInto('unit_successor')
      .values({ authority_id, unit_id: id, successor_id, since: '2025-07-01', decision: '01/NQ-UBTVQH (mẫu)' })
      .execute()
    await transaction
      .insertInto('fact')
      .values({ authority_id, unit_id: id, year: 2025, key: 'oneStop.files', value: JSON.stringify(files), profile_id: null })
      .execute()
  }
}

/** What lies on the desks of a running year: guidance, questions, phrases, inspections, second looks, papers, the estimate; and the conferences of the years before. */
export const addDesk = async (building: Building, units: readonly DemoUnit[], cycles: readonly DemoCycle[]): Promise<void> => {
  const cycle = cycles.find(({ year }) => year === 2026)
  if (!cycle) throw new Error('no running year')
  const rows = await building.transaction.selectFrom('person').select(['id', 'sign_in_name']).execute()
  const desk: Desk = {
    building,
    random: seededRandom(seed),
    cycleId: cycle.id,
    unitIds: new Map(units.map(({ id, code }) => [code, id])),
    people: new Map(rows.map(({ id, sign_in_name }) => [sign_in_name, id])),
  }
  await addGuidance(desk)
  await addQuestions(desk)
  await addPhrases(desk)
  await addInspections(desk)
  await addConferencesAndBudget(desk)
  await addSecondLook(desk)
  await addPapers(desk)
  await addPredecessors(desk)
}
