import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFramework } from '../core/framework/parse-framework.ts'
import type { Framework } from '../core/framework/framework.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../features/scores/framework-in-force.ts'
import { sameCodes } from '../core/framework/versions/code-map.ts'
import { insertFrameworkInForce } from '../features/framework/insert-in-force.ts'
import type { Building } from './building.ts'
import { communesGroup, departmentsGroup } from './province.ts'
import { type Random, seededUuid } from './random.ts'

export const demoYears = [2024, 2025, 2026] as const

const files = [
  { file: 'demo-so.json', group: departmentsGroup },
  { file: 'demo-xa.json', group: communesGroup },
] as const

/** Every framework of the demo under `year group`. */
export type DemoFrameworks = ReadonlyMap<string, FrameworkInForce>
export const frameworkKey = (year: number, group: string): string => `${year} ${group}`

/** Days and years in the rules of the files are those of 2025; each year has its own. */
const ofYear = (text: string, year: number): string =>
  text
    .replaceAll(/"(before|until)": "2025-/g, (_, edge: string) => `"${edge}": "${year}-`)
    .replaceAll('"kind": "externalIndex", "year": 2025', `"kind": "externalIndex", "year": ${year}`)

const readFramework = async (file: string, year: number): Promise<Framework> => {
  const text = await readFile(join(import.meta.dirname, '../../frameworks', file), 'utf8')
  const parsed = parseFramework(JSON.parse(ofYear(text, year)))
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`)
  return parsed.value
}

/** The rows of a year are those of the year before, which is settled, so that years are comparable. */
const afterYear = (before: FrameworkInForce | undefined): Pick<Framework, 'basedOn' | 'codeMap'> =>
  before ? { basedOn: before.hash, codeMap: sameCodes(before.framework) } : {}

/** Puts the demo's two sets in force for each year. */
export const addFrameworks = async (building: Building, random: Random): Promise<DemoFrameworks> => {
  const found = new Map<string, FrameworkInForce>()
  for (const { file, group } of files) {
    for (const year of demoYears) {
      const set = await readFramework(file, year)
      const id = seededUuid(random)
      const settled = afterYear(found.get(frameworkKey(year - 1, group)))
      await insertFrameworkInForce(building, id, { ...set, ...settled, year, unitGroup: group, inForceFrom: `${year}-01-01` })
      const inForce = await loadFrameworkInForce(building, id)
      if (!inForce.ok) throw new Error(JSON.stringify(inForce.problems))
      found.set(frameworkKey(year, group), inForce.value)
    }
  }
  return found
}
