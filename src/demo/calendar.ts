import { addDays } from '../core/dates.ts'
import { readTimeWindow } from '../core/document/time-window.ts'
import type { Building } from './building.ts'
import type { DemoCycle } from './cycles.ts'
import { type DemoFrameworks, frameworkKey } from './frameworks.ts'
import { demoPassword } from './people.ts'
import { type DemoPerson, type DemoUnit, departmentsGroup } from './province.ts'
import { type Random, seededUuid } from './random.ts'
import { hashPassword } from '../platform/session/password.ts'

const homeAffairs = 'Sở Nội vụ (mẫu)'
/** Code, name, and the name by which the criteria call it. */
const divisions: readonly (readonly [string, string, string])[] = [
  ['STP-VP', 'Văn phòng Sở (mẫu)', 'Văn phòng'],
  ['STP-TT', 'Thanh tra Sở (mẫu)', 'Thanh tra'],
  ['STP-TCCB', 'Phòng Tổ chức cán bộ (mẫu)', 'Phòng Tổ chức cán bộ'],
  ['STP-KHTC', 'Phòng Kế hoạch - Tài chính (mẫu)', 'Phòng Kế hoạch - Tài chính'],
  ['STP-TTTT', 'Trung tâm Thông tin (mẫu)', 'Trung tâm Thông tin'],
]

/** Whoever works in a division of the department that is there to be tried. */
export const divisionPeople: readonly DemoPerson[] = [
  { signInName: 'can-bo-phong', name: 'Tạ Văn Mẫu Q', role: 'divisionOfficer', unitCode: 'STP-VP' },
  { signInName: 'truong-phong', name: 'Đinh Thị Mẫu Z', role: 'headOfUnit', unitCode: 'STP-VP' },
]

const printed = (date: string): string => date.split('-').reverse().join('/')

/** The steps of the running year, around the day on which the demo is made: its self-assessment closes after twelve more days. */
const stepsOf = (today: string) => {
  const day = (days: number): string => printed(addDays(today, days))
  return [
    { title: 'Ban hành kế hoạch xác định chỉ số', words: `trước ngày ${day(-20)}`, responsible: homeAffairs },
    {
      title: 'Các đơn vị tự đánh giá, chấm điểm',
      words: `từ ngày ${day(-14)} đến ngày ${day(12)}`,
      responsible: 'Các sở, ban, ngành, xã, phường',
      after: [0],
    },
    { title: 'Khảo sát, điều tra xã hội học', words: `từ ngày ${day(-10)} đến ngày ${day(25)}`, responsible: homeAffairs, after: [0] },
    { title: 'Thẩm định lần 1', words: `từ ngày ${day(10)} đến ngày ${day(35)}`, responsible: 'Tổ giúp việc', after: [1] },
    {
      title: 'Đơn vị giải trình, bổ sung tài liệu',
      words: `từ ngày ${day(36)} đến ngày ${day(43)}`,
      responsible: 'Các đơn vị',
      after: [3],
    },
    { title: 'Hội đồng thẩm định họp', words: `từ ngày ${day(50)} đến ngày ${day(52)}`, responsible: 'Hội đồng thẩm định', after: [4, 2] },
    { title: 'Phê duyệt và công bố kết quả', words: `trước ngày ${day(75)}`, responsible: 'Chủ tịch UBND tỉnh', after: [5] },
  ]
}

const addSteps = async ({ transaction, actor, now }: Building, random: Random, cycleId: string): Promise<void> => {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now)
  const key = { authority_id: actor.authorityId, cycle_id: cycleId }
  await transaction
    .insertInto('calendar_plan')
    .values({ ...key, cut_off: `${today.slice(0, 4)}-12-31` })
    .execute()
  const steps = stepsOf(today).map((step) => ({ ...step, id: seededUuid(random) }))
  await transaction
    .insertInto('calendar_step')
    .values(
      steps.map(({ id, title, words, responsible, after = [] }, index) => {
        const window = readTimeWindow(words)
        return {
          ...key,
          id,
          position: index + 1,
          title,
          words,
          from_day: window?.from ?? null,
          until_day: window?.until ?? null,
          responsible,
          coordinating: index === 2 ? ['Các đơn vị'] : [],
          after: after.flatMap((place) => steps[place]?.id ?? []),
          opens: index === 1 ? ('selfAssessment' as const) : null,
          remind_before: [7, 3, 1],
          remind_after: index === 1 ? [1] : [],
        }
      }),
    )
    .execute()
}

const addDivisions = async ({ transaction, actor }: Building, random: Random, department: DemoUnit): Promise<void> => {
  const units = divisions.map(([code, name, alias]) => ({ id: seededUuid(random), code, name, kind: 'division', aliases: [alias] }))
  const authority_id = actor.authorityId
  await transaction
    .insertInto('unit')
    .values(units.map((unit) => ({ ...unit, authority_id, parent_id: department.id })))
    .execute()
  const password_hash = await hashPassword(demoPassword)
  for (const { signInName, name, role, unitCode } of divisionPeople) {
    const id = seededUuid(random)
    await transaction.insertInto('person').values({ id, authority_id, name, sign_in_name: signInName, password_hash }).execute()
    const unit_id = units.find(({ code }) => code === unitCode)?.id ?? null
    await transaction
      .insertInto('role_grant')
      .values({ id: seededUuid(random), authority_id, person_id: id, role, unit_id })
      .execute()
  }
}

/** The running year's plan of steps, and a department whose divisions are those that the criteria name; all of them help with the first area. */
export const addCalendar = async (
  building: Building,
  random: Random,
  units: readonly DemoUnit[],
  cycles: readonly DemoCycle[],
  frameworks: DemoFrameworks,
): Promise<void> => {
  const cycle = cycles.find(({ year }) => year === 2026)
  const department = units.find(({ code }) => code === 'STP')
  const framework = frameworks.get(frameworkKey(2026, departmentsGroup))
  if (!cycle || !department || !framework) throw new Error('no running year')
  await addSteps(building, random, cycle.id)
  await addDivisions(building, random, department)
  const key = { authority_id: building.actor.authorityId, cycle_id: cycle.id, unit_id: department.id }
  const [area] = framework.framework.nodes
  if (!area) throw new Error('no area')
  await building.transaction.insertInto('assignment_plan').values(key).execute()
  await building.transaction
    .insertInto('assignment')
    .values({ ...key, node_id: area.id, duty: 'coordinating', position: 1, words: 'Các phòng, ban trực thuộc' })
    .execute()
}
