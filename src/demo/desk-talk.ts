import { guidancePapers, reasonPhrases, threads } from './desk-words.ts'
import { ago, claimedLeaves, type Desk, known } from './desk-place.ts'
import { seededUuid } from './random.ts'

export const addGuidance = async ({ building, random, cycleId, unitIds, people }: Desk): Promise<void> => {
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

export const addQuestions = async (desk: Desk): Promise<void> => {
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

export const addPhrases = async ({ building: { transaction, actor } }: Desk): Promise<void> => {
  await transaction.insertInto('reason_phrase_list').values({ authority_id: actor.authorityId }).execute()
  await transaction
    .insertInto('reason_phrase')
    .values(reasonPhrases.map(([kind, words], at) => ({ authority_id: actor.authorityId, position: at + 1, kind, words })))
    .execute()
}
