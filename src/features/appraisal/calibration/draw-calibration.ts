import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { drawSample } from '../../../core/survey/draw.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import { closingMoment } from '../../../platform/database/closing-moment.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadCycle } from '../load-cycle.ts'
import type { NewCalibration } from './contract.ts'
import { loadAppraisers, loadPopulations, type Population } from './load-populations.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

interface Choice {
  readonly keys: readonly string[]
  readonly problems: readonly Problem[]
}

/** So many keys by lot, in the order of the list, or the very ones named. */
const choose = (
  all: readonly string[],
  wanted: NewCalibration['units'],
  seed: string,
  { at, what }: { readonly at: 'units' | 'leaves'; readonly what: 'unit' | 'criterion' },
): Choice => {
  if ('these' in wanted) {
    const known = new Set(all)
    const missing = wanted.these.filter((key) => !known.has(key))
    const named = new Set(wanted.these)
    return { keys: all.filter((key) => named.has(key)), problems: missing.map(() => errorAt('notFound', at, { what })) }
  }
  const list = all.map((key) => ({ key, stratum: '' }))
  const drawn = new Set(drawSample(list, new Map([['', { sample: wanted.draw, reserve: 0 }]]), seed, sha256).sample.map(({ key }) => key))
  return { keys: all.filter((key) => drawn.has(key)), problems: [] }
}

const checkPeople = async (context: ActContext, personIds: readonly string[]): Promise<readonly Problem[]> => {
  const known = new Set((await loadAppraisers(context)).map(({ id }) => id))
  return personIds.filter((person) => !known.has(person)).map((person) => errorAt('notFound', person, { what: 'person' }))
}

const save = async (
  { transaction, actor }: ActContext,
  { cycleId, id, frameworkId }: { readonly cycleId: string; readonly id: string; readonly frameworkId: string },
  places: readonly { readonly unitId: string; readonly nodeId: string }[],
  personIds: readonly string[],
): Promise<void> => {
  const key = { authority_id: actor.authorityId, calibration_id: id }
  await transaction
    .insertInto('calibration_leaf')
    .values(
      places.map(({ unitId, nodeId }, at) => ({
        ...key,
        cycle_id: cycleId,
        framework_id: frameworkId,
        unit_id: unitId,
        node_id: nodeId,
        position: at + 1,
      })),
    )
    .execute()
  await transaction
    .insertInto('calibration_appraiser')
    .values(personIds.map((person_id) => ({ ...key, person_id })))
    .execute()
}

/** Leaf by leaf over all units: who gives points on one leaf of several units in a row gives them alike. */
const placesOf = (units: readonly string[], leaves: readonly string[]) =>
  leaves.flatMap((nodeId) => units.map((unitId) => ({ unitId, nodeId })))

const listOf = ({ units, leaves }: Population): readonly string[] => [...units.map(({ id }) => id), ...leaves.map(({ id }) => id)]

/**
 * Draws a common sample: units by lot out of those of the group that have submitted, leaves by lot out of those they score themselves, every leaf of every such unit
 * for everybody. The seed and the hash of the list let anybody draw the same again; what is named by hand is taken as it is.
 */
export const drawCalibration = async (
  context: ActContext,
  cycleId: string,
  asked: NewCalibration,
): Promise<Result<{ id: string; leaves: number }>> => {
  const { transaction, actor, now } = context
  const cycle = await loadCycle(transaction, cycleId, 'stayOpen')
  if (!cycle.ok) return cycle
  const populations = await loadPopulations(context, cycleId)
  if (!populations.ok) return populations
  const population = populations.value.find(({ group }) => group === asked.group)
  if (!population || population.units.length === 0) return refuse(errorAt('noUnits', 'group', { group: asked.group }))
  const isDrawn = 'draw' in asked.units || 'draw' in asked.leaves
  const seed = asked.seed ?? randomBytes(8).toString('hex')
  const units = choose(
    population.units.map(({ id }) => id),
    asked.units,
    seed,
    { at: 'units', what: 'unit' },
  )
  const leaves = choose(
    population.leaves.map(({ id }) => id),
    asked.leaves,
    seed,
    { at: 'leaves', what: 'criterion' },
  )
  const endsAt = asked.ends ? await closingMoment(context, asked.ends) : null
  const problems = [...units.problems, ...leaves.problems, ...(await checkPeople(context, asked.personIds))]
  if (endsAt && endsAt <= now) problems.push(errorAt('deadlinePassed', 'ends', { deadline: asked.ends?.date ?? '' }))
  if (problems.length) return { ok: false, problems }
  const id = randomUUID()
  const list = listOf(population)
  await transaction
    .insertInto('calibration')
    .values({
      id,
      authority_id: actor.authorityId,
      cycle_id: cycleId,
      title: asked.title,
      seed: isDrawn ? seed : null,
      population: list.length,
      population_hash: sha256(list.join('\n')),
      ends_at: endsAt,
      drawn_by: actor.personId,
    })
    .execute()
  const places = placesOf(units.keys, leaves.keys)
  await save(context, { cycleId, id, frameworkId: population.frameworkId }, places, asked.personIds)
  const facts = { id, title: asked.title, ...(isDrawn && { seed }), units: units.keys.length, leaves: leaves.keys.length }
  await recordActions(context, [{ kind: 'calibrationDrawn', cycleId, facts: { ...facts, people: asked.personIds.length } }])
  return accept({ id, leaves: places.length })
}
