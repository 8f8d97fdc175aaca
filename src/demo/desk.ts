import type { Building } from './building.ts'
import type { DemoCycle } from './cycles.ts'
import { addConferencesAndBudget, addInspections, addPapers, addSecondLook } from './desk-records.ts'
import { type Desk, known } from './desk-place.ts'
import { addGuidance, addPhrases, addQuestions } from './desk-talk.ts'
import { predecessors } from './desk-words.ts'
import type { DemoUnit } from './province.ts'
import { seededRandom, seededUuid } from './random.ts'

/** A chance of its own: what lies on desks moves nothing of what stood before it. */
const seed = 20_261_129

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
