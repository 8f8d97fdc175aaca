import type { Building } from './building.ts'
import type { DemoCycle } from './cycles.ts'
import { documentTitles } from './phrases.ts'
import type { DemoUnit } from './province.ts'
import { pick, type Random, seededUuid } from './random.ts'

const documentsPerUnit = 6
const linksPerUnit = 24

/** Registers of documents of every unit, and what they prove in the running year. Numbers and dates alone: the demo stores no files. */
export const addEvidence = async (
  { transaction, actor }: Building,
  random: Random,
  units: readonly DemoUnit[],
  cycles: readonly DemoCycle[],
): Promise<void> => {
  const cycle = cycles.at(-1)
  if (!cycle) return
  const documents = units.flatMap((unit) =>
    Array.from({ length: documentsPerUnit }, (_, index) => ({
      id: seededUuid(random),
      authority_id: actor.authorityId,
      unit_id: unit.id,
      title: `${documentTitles[index % documentTitles.length]} ${cycle.year}`,
      document_number: `${10 + Math.floor(random() * 300)}/${index === 0 || index === 3 ? 'KH' : 'BC'}-${unit.code}`,
      issued_on: `${cycle.year}-${String(1 + Math.floor(random() * 9)).padStart(2, '0')}-${String(1 + Math.floor(random() * 27)).padStart(2, '0')}`,
      issuer: unit.name,
    })),
  )
  await transaction.insertInto('evidence').values(documents).execute()
  const claimed = await transaction
    .selectFrom('score')
    .select(['unit_id', 'node_id'])
    .where('cycle_id', '=', cycle.id)
    .where('round', '=', 'claimed')
    .where('points', '>', '0')
    .orderBy('unit_id')
    .orderBy('node_id')
    .execute()
  const links = [...Map.groupBy(claimed, ({ unit_id }) => unit_id)].flatMap(([unitId, leaves]) => {
    const own = documents.filter(({ unit_id }) => unit_id === unitId)
    return leaves
      .filter(() => random() < linksPerUnit / leaves.length)
      .map(({ node_id }) => ({ unit_id: unitId, node_id, evidence_id: pick(random, own).id }))
  })
  for (let start = 0; start < links.length; start += 5000)
    await transaction
      .insertInto('score_evidence')
      .values(links.slice(start, start + 5000).map((link) => ({ ...link, authority_id: actor.authorityId, cycle_id: cycle.id })))
      .execute()
}
