import { createHash } from 'node:crypto'
import { canonicalJson } from '../core/canonical-json.ts'
import { parsePlan } from '../core/improvement/plan.ts'
import type { PlanFile } from '../core/improvement/plan-file.ts'
import { planOfResult } from '../core/improvement/plan-of-result.ts'
import { loadOutcome } from '../features/improvement/load-outcome.ts'
import { insertPlan } from '../features/improvement/start-plan.ts'
import type { Building } from './building.ts'
import { planRegisters } from './improvement-registers.ts'
import type { DemoUnit } from './province.ts'
import { type Random, seededRandom, seededUuid } from './random.ts'

const seed = 20_261_123
const year = 2025
const actionYear = 2026
/** Divisions as the register of the demo has them. */
const divisions = ['Văn phòng Sở (mẫu)', 'Phòng Tổ chức cán bộ (mẫu)', 'Phòng Kế hoạch - Tài chính (mẫu)', 'Thanh tra Sở (mẫu)'] as const
const deadlines = [
  ['trong quý II/2026', '2026-06-30'],
  ['trong quý III/2026', '2026-09-30'],
  ['trước ngày 15/11/2026', '2026-11-14'],
  ['trước ngày 20/12/2026', '2026-12-19'],
] as const

const causes: PlanFile['causes'] = [
  { id: 'n1', text: 'Bộ phận tham mưu chưa chủ động theo dõi thời hạn', side: 'subjective', division: divisions[0] },
  { id: 'n2', text: 'Tài liệu kiểm chứng chưa được tập hợp đầy đủ khi tự đánh giá', side: 'subjective', division: divisions[1] },
  { id: 'n3', text: 'Trong năm không phát sinh hồ sơ thuộc lĩnh vực', side: 'objective' },
]
const kinds = ['late', 'evidenceNotSupplied', 'nothingArose'] as const

/** One task for every two losses, with a lead in turn; each is expected to win most of what was lost. */
const tasksOf = (losses: PlanFile['losses']): PlanFile['tasks'] =>
  losses
    .filter((_, at) => at % 2 === 0)
    .map((loss, at) => {
      const own = losses.slice(at * 2, at * 2 + 2)
      const [deadline, until] = deadlines[at % deadlines.length] ?? deadlines[0]
      return {
        id: `t${at + 1}`,
        title: `Khắc phục tiêu chí ${loss.code}: ${loss.name}`.slice(0, 300),
        area: loss.area,
        leaves: own.map(({ leaf }) => leaf),
        leadUnit: divisions[at % divisions.length] ?? divisions[0],
        coordinatingUnits: ['Các phòng thuộc Sở'],
        persons: [],
        product: 'Kế hoạch và báo cáo kết quả',
        deadline,
        until,
        requirements: ['Thực hiện đúng thời hạn', 'Tập hợp đủ tài liệu kiểm chứng'],
        estimate: {
          gains: Object.fromEntries(own.map(({ leaf, lost }) => [leaf, lost])),
          effort: 5 + ((at * 7) % 16),
          likelihood: 60 + ((at * 13) % 40),
        },
        state: 'notStarted' as const,
        share: 0,
      }
    })

const filledIn = (plan: PlanFile): PlanFile => {
  const losses = plan.losses.map((loss, at) => ({
    ...loss,
    kind: loss.kind ?? kinds[at % kinds.length],
    causes: [`n${(at % 3) + 1}`],
    ...(at % 3 === 0 && { facts: `0${(at % 7) + 1}/25 nhiệm vụ chưa hoàn thành đúng hạn` }),
  }))
  return {
    ...plan,
    losses: losses as PlanFile['losses'],
    causes,
    tasks: tasksOf(losses as PlanFile['losses']),
    targets: plan.targets.map((row, at) => ({
      ...row,
      targets: at % 4 === 0 || row.result === undefined ? { [actionYear]: row.maxPoints } : { [actionYear]: row.result },
    })),
    goals: [{ year: actionYear, points: '85', rank: 10 }],
    strengths: ['Kế hoạch cải cách hành chính được ban hành kịp thời'],
    recommendations: [
      { id: 'r1', addressee: 'Sở Nội vụ', text: 'Xem xét cách chấm khi trong năm không phát sinh hồ sơ', onCriteria: true },
      {
        id: 'r2',
        addressee: 'UBND tỉnh',
        text: 'Bố trí kinh phí nâng cấp hệ thống thông tin',
        onCriteria: false,
        answer: 'Đã ghi vào dự toán năm sau',
        answeredOn: '2026-05-20',
      },
    ],
    difficulties: [
      {
        id: 'v1',
        raisedOn: '2026-08-12',
        by: 'Phòng Nghiệp vụ 2',
        text: 'Thiếu người làm công tác rà soát',
        direction: 'Điều động một công chức từ Văn phòng Sở',
        directedOn: '2026-08-20',
      },
    ],
    reviews: [
      {
        on: '2026-01-20',
        opinions: ['Cần giao rõ người theo dõi từng tiêu chí'],
        conclusion: 'Lập kế hoạch khắc phục, giao từng phòng chủ trì',
      },
    ],
    ...planRegisters(divisions),
    marks: divisions.map((division, at) => ({
      division,
      period: 'halfYear' as const,
      mark: at === 2 ? ('completed' as const) : ('good' as const),
      on: '2026-07-05',
    })),
  }
}

const addProgress = async ({ transaction, actor }: Building, planId: string, tasks: PlanFile['tasks'], personId: string): Promise<void> => {
  const rows = tasks.flatMap(({ id }, at) => {
    const entry = { authority_id: actor.authorityId, plan_id: planId, task_id: id, reported_by: personId }
    const half = {
      ...entry,
      reported_on: '2026-06-28',
      state: 'inProgress' as const,
      share: 20 + ((at * 11) % 40),
      note: 'Đã phân công, đang thực hiện',
      period: 'halfYear' as const,
    }
    const later =
      at % 3 === 0
        ? { ...entry, reported_on: '2026-09-25', state: 'done' as const, share: 100, note: 'Đã có sản phẩm', period: 'nineMonths' as const }
        : {
            ...entry,
            reported_on: '2026-09-25',
            state: 'inProgress' as const,
            share: 60 + ((at * 5) % 35),
            note: 'Đang hoàn thiện',
            period: 'nineMonths' as const,
          }
    return at % 5 === 4 ? [] : [half, later]
  })
  if (rows.length > 0) await transaction.insertInto('task_progress').values(rows).execute()
}

/** The department to try has an approved plan on last year's published result, with tasks that are followed. Its numbers come from a seed of its own. */
export const addImprovement = async (building: Building, units: readonly DemoUnit[]): Promise<void> => {
  const random: Random = seededRandom(seed)
  const unit = units.find(({ code }) => code === 'STP')
  const people = await building.transaction.selectFrom('person').select(['id', 'sign_in_name']).execute()
  const [head, officer] = ['lanh-dao-so', 'can-bo-so'].map((name) => people.find((person) => person.sign_in_name === name)?.id)
  const published = await building.transaction
    .selectFrom('publication as p')
    .innerJoin('cycle as c', 'c.id', 'p.cycle_id')
    .select('p.id')
    .where('c.year', '=', year)
    .orderBy('p.number', 'desc')
    .executeTakeFirst()
  if (!unit || !head || !officer || !published) return
  const found = await loadOutcome(building, unit.id, published.id)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  const { framework, outcome, row, places } = found.value
  const beginning = planOfResult(framework.framework, outcome, { total: row.result, places })
  const title = `Kế hoạch khắc phục, nâng cao Chỉ số cải cách hành chính năm ${actionYear}`
  const begun = parsePlan({ title, year, actionYear, targetYears: [actionYear], ...beginning })
  const plan = begun.ok ? parsePlan(filledIn(begun.value)) : begun
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  const id = seededUuid(random)
  await insertPlan(building, unit.id, id, { plan: plan.value, publicationId: published.id, pastResultId: null })
  await building.transaction
    .insertInto('approved_plan')
    .values({
      authority_id: building.actor.authorityId,
      plan_id: id,
      edition: 1,
      number: '15/KH-STP',
      approved_on: '2026-02-10',
      approved_by: head,
      hash: createHash('sha256').update(canonicalJson(plan.value)).digest('hex'),
      document: JSON.stringify(plan.value),
    })
    .execute()
  await building.transaction.updateTable('improvement_plan').set({ stage: 'approved' }).where('id', '=', id).execute()
  await addProgress(building, id, plan.value.tasks, officer)
}
