import { type FactKey, factField } from '../core/facts/fact-catalogue.ts'
import type { FactValue } from '../core/facts/fact-value.ts'
import { parseFact } from '../core/facts/parse-fact.ts'
import { checkFacts } from '../core/facts/check-facts.ts'
import { inputAt } from '../core/rules/enter-input.ts'
import { type FactInput, factInputsOf } from '../core/rules/inputs-from-facts.ts'
import type { Inputs, InputValue } from '../core/rules/inputs.ts'
import { factsRuleOf } from '../core/rules/leaf-outcome.ts'
import type { Building } from './building.ts'
import type { DemoCycle } from './cycles.ts'
import { demoFacts } from './facts.ts'
import { type DemoFrameworks, frameworkKey } from './frameworks.ts'
import { departmentsGroup, type DemoUnit } from './province.ts'
import { seededRandom, seededUuid } from './random.ts'

/** A seed of its own: what the register takes moves nothing of what stood before it. */
const seed = 20_261_117
const registerYears = [2025, 2026] as const

const columns = {
  'Hồ sơ đã giải quyết': 'oneStop.filesSettled',
  'Hồ sơ đúng hạn': 'oneStop.filesOnTime',
  'Thủ tục thuộc thẩm quyền': 'procedures.total',
  'Thủ tục có quy trình nội bộ': 'procedures.withInternalProcess',
} as const satisfies Readonly<Record<string, FactKey>>
const imported: ReadonlySet<string> = new Set(Object.values(columns))

type Line = { readonly [column: string]: string }

/** The reports of a year as lines, each with the day it was sent. */
const reportLines = (from: readonly FactInput[], inputs: Inputs): readonly Line[] =>
  from.flatMap(({ path, line = '' }) => {
    const sent = inputAt(inputs, path)
    const period = line.replace(/^Báo cáo /, '')
    return typeof sent === 'string' ? [{ name: 'Báo cáo cải cách hành chính', period, sent }] : []
  })

const asFact = (key: FactKey, value: InputValue | undefined): FactValue | undefined => {
  const isList = factField(key).type === 'list'
  if (value === undefined || value === null || isList !== Array.isArray(value)) return undefined
  const parsed = parseFact(key, isList ? (value as unknown as readonly Line[]) : String(value))
  return parsed.ok ? parsed.value : undefined
}

/** What a unit knows of the facts that one criterion reads. */
const factsOf = (from: readonly FactInput[], inputs: Inputs): readonly (readonly [FactKey, FactValue])[] => {
  const lines = from.filter(({ line }) => line !== undefined)
  const listed = lines[0] && asFact(lines[0].fact, reportLines(lines, inputs))
  const plain = from.flatMap(({ path, fact, line }) => {
    const value = line === undefined ? asFact(fact, inputAt(inputs, path)) : undefined
    return value === undefined ? [] : [[fact, value] as const]
  })
  return lines[0] && listed !== undefined ? [...plain, [lines[0].fact, listed] as const] : plain
}

const loadClaims = async ({ transaction }: Building, cycleId: string): Promise<ReadonlyMap<string, Inputs>> => {
  const rows = await transaction
    .selectFrom('score')
    .select(['unit_id', 'node_id', 'inputs'])
    .where('cycle_id', '=', cycleId)
    .where('round', '=', 'claimed')
    .where('inputs', 'is not', null)
    .execute()
  return new Map(rows.map(({ unit_id, node_id, inputs }) => [`${unit_id} ${node_id}`, inputs as Inputs]))
}

const addProfile = async ({ transaction, actor }: Building): Promise<string> => {
  const id = seededUuid(seededRandom(seed))
  await transaction
    .insertInto('fact_profile')
    .values({
      id,
      authority_id: actor.authorityId,
      name: 'Hệ thống một cửa (mẫu)',
      unit_column: 'Mã đơn vị',
      columns: JSON.stringify(columns),
      decimal: ',',
    })
    .execute()
  return id
}

/**
 * The register of facts of every department for two years: what they claimed came out of it, and it also knows what was not claimed yet. Some came from the
 * table of an outside source.
 */
export const addRegister = async (
  building: Building,
  units: readonly DemoUnit[],
  cycles: readonly DemoCycle[],
  frameworks: DemoFrameworks,
): Promise<void> => {
  const random = seededRandom(seed)
  const profileId = await addProfile(building)
  const departments = units.filter(({ group }) => group === departmentsGroup)
  const rows = []
  for (const year of registerYears) {
    const framework = frameworks.get(frameworkKey(year, departmentsGroup))
    const cycle = cycles.find((each) => each.year === year)
    if (!framework || !cycle) throw new Error(`no set for the register of ${year}`)
    const claims = await loadClaims(building, cycle.id)
    for (const unit of departments) {
      const facts = new Map<FactKey, FactValue>()
      for (const leaf of framework.leaves.values()) {
        const rule = factsRuleOf(leaf)
        const from = rule ? factInputsOf(rule) : []
        if (!rule || from.length === 0) continue
        const inputs = claims.get(`${unit.id} ${leaf.id}`) ?? demoFacts(random, leaf, rule, { year, isFull: false, share: 0.8 }).inputs
        for (const [key, value] of factsOf(from, inputs)) facts.set(key, value)
      }
      const problems = checkFacts(Object.fromEntries(facts))
      if (problems.length > 0) throw new Error(`the register of ${unit.code} does not fit: ${JSON.stringify(problems)}`)
      for (const [key, value] of facts)
        rows.push({
          authority_id: building.actor.authorityId,
          unit_id: unit.id,
          year,
          key,
          value: JSON.stringify(value),
          profile_id: imported.has(key) ? profileId : null,
        })
    }
  }
  await building.transaction.insertInto('fact').values(rows).execute()
}
