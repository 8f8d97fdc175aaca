import { sql } from 'kysely'
import { shareOutWork } from '../features/assignment/share-out.ts'
import { insertFrameworkInForce } from '../features/framework/insert-in-force.ts'
import { loadFrameworkInForce } from '../features/scores/framework-in-force.ts'
import { hashPassword } from '../platform/session/password.ts'
import type { Building } from './building.ts'
import { addCommittee } from './committee.ts'
import { addGroupScores, type DemoCycle } from './cycles.ts'
import { demoPassword } from './people.ts'
import { type DemoPerson, type DemoUnit, departmentsGroup, provinceName } from './province.ts'
import { seededRandom, seededUuid } from './random.ts'
import { provinceGroup, upwardFramework } from './upward-framework.ts'

/** A chance of its own: the upward assessment moves nothing of what stood before it. */
const seed = 20_261_127

/** Whoever puts the province's own assessment together, and who submits it to the Ministry. */
export const upwardPeople: readonly DemoPerson[] = [
  { signInName: 'can-bo-tinh', name: 'Cao Thị Mẫu T', role: 'unitOfficer', unitCode: 'TINH' },
  { signInName: 'lanh-dao-ubnd', name: 'Kiều Văn Mẫu U', role: 'headOfUnit', unitCode: 'TINH' },
]

/** The province as a unit of its own, above its departments, with whoever works on its assessment. */
const addProvince = async (building: Building, random: () => number, units: readonly DemoUnit[]): Promise<DemoUnit> => {
  const { transaction, actor } = building
  const authority_id = actor.authorityId
  const province: DemoUnit = {
    id: seededUuid(random),
    code: 'TINH',
    name: provinceName,
    kind: 'authority',
    group: provinceGroup,
    ranked: false,
  }
  const { group, ...unit } = province
  await transaction
    .insertInto('unit')
    .values({ ...unit, authority_id, unit_group: group })
    .execute()
  const departments = units.filter((each) => each.group === departmentsGroup).map(({ id }) => id)
  await transaction.updateTable('unit').set({ parent_id: province.id }).where('id', 'in', departments).execute()
  const password_hash = await hashPassword(demoPassword)
  for (const { signInName, name, role } of upwardPeople) {
    const person_id = seededUuid(random)
    await transaction.insertInto('person').values({ id: person_id, authority_id, name, sign_in_name: signInName, password_hash }).execute()
    await transaction
      .insertInto('role_grant')
      .values({ id: seededUuid(random), authority_id, person_id, role, unit_id: province.id })
      .execute()
  }
  return province
}

/** What stands before it: the decision on the committee, the leader who sits in it, the index it is of. */
interface UpwardGround {
  readonly decisionId: string | undefined
  readonly leaderId: string | undefined
  readonly indexId: string | undefined
}

/** Departments hold the parts that they lead; the one on law keeps the facts of its criterion, and shares a document with the province. */
const addLeads = async (
  building: Building,
  units: readonly DemoUnit[],
  place: { readonly cycleId: string; readonly unitId: string },
): Promise<void> => {
  const { transaction, actor } = building
  const shared = await shareOutWork(building, place)
  if (!shared.ok) throw new Error(JSON.stringify(shared.problems))
  const law = units.find(({ code }) => code === 'STP')?.id
  if (law === undefined) throw new Error('no department of law')
  const authority_id = actor.authorityId
  await transaction
    .insertInto('fact')
    .values(
      (
        [
          ['lawReview.unlawful', '12'],
          ['lawReview.unlawfulHandled', '11'],
        ] as const
      ).map(([key, value]) => ({ authority_id, unit_id: law, year: 2026, key, value: JSON.stringify(value), profile_id: null })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await sql`insert into evidence_share (authority_id, unit_id, evidence_id, borrower_id)
    select authority_id, unit_id, id, ${place.unitId} from evidence where unit_id = ${law} order by document_number limit 2`.execute(
    transaction,
  )
}

/** The cycle in which the province assesses itself for the Ministry, its departments leading; half of it is answered. */
export const addUpward = async (
  building: Building,
  units: readonly DemoUnit[],
  { decisionId, leaderId, indexId }: UpwardGround,
): Promise<void> => {
  const random = seededRandom(seed)
  const { transaction, actor } = building
  const authority_id = actor.authorityId
  const province = await addProvince(building, random, units)
  await addCommittee(building, random, decisionId ?? null, leaderId ?? null)
  const [frameworkId, cycleId] = [seededUuid(random), seededUuid(random)]
  await insertFrameworkInForce(building, frameworkId, upwardFramework())
  const inForce = await loadFrameworkInForce(building, frameworkId)
  if (!inForce.ok) throw new Error(JSON.stringify(inForce.problems))
  await transaction
    .insertInto('cycle')
    .values({
      id: cycleId,
      authority_id,
      year: 2026,
      title: 'Tự đánh giá Chỉ số cải cách hành chính của tỉnh năm 2026, gửi Bộ Nội vụ',
      stage: 'selfAssessing',
      rounds: ['claimed', 'firstAppraisal'],
      index_id: indexId ?? null,
      self_assessment_closes: sql<Date>`date_trunc('day', now(), 'Asia/Ho_Chi_Minh') + interval '40 days'`,
      // Before the cycle of the units below, so that this one stays the first of its year.
      created_at: sql<Date>`now() - interval '1 day'`,
    })
    .execute()
  const place = { authority_id, cycle_id: cycleId, unit_group: provinceGroup, framework_id: frameworkId }
  await transaction.insertInto('cycle_framework').values(place).execute()
  await transaction
    .insertInto('cycle_unit')
    .values({ ...place, unit_id: province.id, ranked: false, stage: 'selfAssessing' })
    .execute()
  const cycle: DemoCycle = { id: cycleId, year: 2026, stages: new Map([[province.id, 'selfAssessing']]) }
  await addGroupScores(building, random, cycle, [province], inForce.value, new Map([[province.id, 0.85]]))
  await addLeads(building, units, { cycleId, unitId: province.id })
}
