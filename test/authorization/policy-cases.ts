import type { Act } from '../../src/contract/acts.ts'
import { type Role, roles } from '../../src/core/vocabulary.ts'
import { type Actor, relationOf, type SubjectUnit } from '../../src/platform/policy/actor.ts'
import { isAllowed, type Standing } from '../../src/platform/policy/policy.ts'
import type { PolicyLine } from '../../src/platform/policy/policy-line.ts'
import { isExpected, situations, type Standpoint, unitRoles } from './expected.ts'
import type { DescribedRoute } from './requests.ts'

/** One question to the policy, with what the table of duties answers. */
export interface PolicyCase {
  readonly words: string
  readonly act: Act
  readonly standings: readonly Standing[]
  readonly isExpected: boolean
}

const unit: SubjectUnit = { id: 'own', parentId: null, kind: 'specializedAgency', divisions: ['division'], leads: ['lead'] }
const division: SubjectUnit = { id: 'division', parentId: 'own', kind: 'division' }
const appraising: readonly Role[] = ['appraiser', 'areaLead', 'councilChair', 'councilSecretary', 'councilMember']

/** Everybody of the test over the interface, and besides: whoever appraises and declared an interest, and an agency that is asked about its division. */
const standpoints: readonly Standpoint[] = roles.flatMap((role): readonly Standpoint[] => {
  if (!unitRoles.includes(role))
    return [{ role, relation: 'authority' }, ...(appraising.includes(role) ? [{ role, relation: 'conflicted' as const }] : [])]
  return (['own', 'division', 'lead', 'agency', 'other'] as const).map((relation) => ({ role, relation }))
})

const unitOf = { own: 'own', division: 'division', lead: 'lead', agency: 'own', other: 'other' } as const

const grantsOf = ({ role, relation }: Standpoint): Actor['grants'] => {
  if (relation === 'authority' || relation === 'conflicted') return [{ role }]
  return [{ role, unitId: unitOf[relation] }]
}

const standingsOf = (standpoint: Standpoint, about: DescribedRoute['about'], stage: string): readonly Standing[] => {
  const grants = grantsOf(standpoint)
  const actor: Actor = { personId: 'p', name: 'P', authorityId: 'a', grants, units: 'all' }
  const [ofCycle, ofUnit] = situations[stage] ?? []
  const asked =
    standpoint.relation === 'agency' ? division : standpoint.relation === 'conflicted' ? { ...unit, interest: 'declared' as const } : unit
  const isOfUnit = about === 'unit' || about === 'cycleUnit'
  const at = about === 'cycle' ? ofCycle : about === 'cycleUnit' ? ofUnit : undefined
  return grants.map((grant) => ({
    role: grant.role,
    ...(isOfUnit && { relation: relationOf(grant, actor, asked) }),
    ...(at && { stage: at }),
  }))
}

/** Whoever declared an interest is asked as such where a unit is concerned. */
const isDue = (standpoint: Standpoint, act: string, about: DescribedRoute['about'], stage: string): boolean => {
  const isOfUnit = about === 'unit' || about === 'cycleUnit'
  return isExpected(standpoint.relation === 'conflicted' && !isOfUnit ? { ...standpoint, relation: 'authority' } : standpoint, act, stage)
}

/**
 * Where the policy lets an act in and the act itself refuses, by the stage of the cycle or by what was done before: a repeated request gets its first answer,
 * and of a unit's way the policy does not see the cycle's. That they are refused is held over the interface (`authorization.test.ts`).
 */
const refusedInside: Readonly<Record<string, readonly string[]>> = {
  submitSelfAssessment: ['submitted'],
  finishExplanation: ['secondAppraisal', 'council', 'appraised', 'approved'],
  finishAppraisal: ['approved'],
  reopenAppraisal: ['approved'],
  takeSecondLook: ['approved'],
  closeAppraisal: ['approved'],
  moveFramework: ['appraised'],
  computePeerPoints: ['appraised'],
}

/** Every act of the routes × everybody × every situation, each once. An agency is asked about its division only where no cycle is concerned: divisions stand in none. */
export const policyCases = (routes: readonly DescribedRoute[]): readonly PolicyCase[] => {
  const kinds = new Map(routes.map(({ act, about }) => [`${act} ${about}`, { act, about }]))
  return [...kinds.values()].flatMap(({ act, about }) => {
    const isOfCycle = about === 'cycle' || about === 'cycleUnit'
    const stages = isOfCycle ? Object.keys(situations).filter((stage) => !refusedInside[act]?.includes(stage)) : ['-']
    return stages.flatMap((stage) =>
      standpoints
        .filter(({ relation }) => relation !== 'agency' || about === 'unit')
        .map(
          (standpoint): PolicyCase => ({
            words: `${standpoint.role} (${standpoint.relation}) ${act} about ${about} at ${stage}`,
            act: act as Act,
            standings: standingsOf(standpoint, about, stage),
            isExpected: isDue(standpoint, act, about, stage),
          }),
        ),
    )
  })
}

/** Cases in which a policy and the table of duties differ. */
export const differencesOf = (cases: readonly PolicyCase[], table: readonly PolicyLine[]): readonly string[] =>
  cases.filter((each) => isAllowed(each.act, each.standings, table) !== each.isExpected).map(({ words }) => words)

/** A policy that lacks something, and what. */
export interface LackingPolicy {
  readonly lacks: string
  readonly acts: readonly Act[]
  readonly table: readonly PolicyLine[]
}

const wordsOf = ({ roles: who, relations, stages, acts }: PolicyLine): string =>
  `${who.join(' ')} / ${relations === 'any' ? 'any' : relations.join(' ')} / ${stages === 'any' ? 'any' : stages.join(' ')} / ${acts.join(' ')}`

/** Every policy that lacks one line. */
export const withoutLines = (table: readonly PolicyLine[]): readonly LackingPolicy[] =>
  table.map((line, at) => ({ lacks: wordsOf(line), acts: line.acts, table: table.toSpliced(at, 1) }))

/** A line with one role or relation less; a list that would be empty is the line itself that is gone. */
const lessOf = (line: PolicyLine): readonly { readonly lacks: string; readonly line: PolicyLine }[] =>
  (['roles', 'relations'] as const).flatMap((part) => {
    const list: readonly string[] | 'any' = line[part]
    if (list === 'any' || list.length < 2) return []
    return list.map((each) => ({ lacks: each, line: { ...line, [part]: list.filter((other) => other !== each) } as PolicyLine }))
  })

/** Every policy that lacks one role or one relation of one line. */
export const withoutWords = (table: readonly PolicyLine[]): readonly LackingPolicy[] =>
  table.flatMap((line, at) =>
    lessOf(line).map((less) => ({ lacks: `${less.lacks} in ${wordsOf(line)}`, acts: line.acts, table: table.with(at, less.line) })),
  )

/** What may be taken out of the policy while nobody notices. A policy that differs from the duties as it is notices everything: ask for that first. */
export const unnoticed = (cases: readonly PolicyCase[], lacking: readonly LackingPolicy[]): readonly string[] => {
  const byAct = Map.groupBy(cases, ({ act }) => act)
  return lacking
    .filter(
      ({ acts, table }) =>
        differencesOf(
          acts.flatMap((act) => byAct.get(act) ?? []),
          table,
        ).length === 0,
    )
    .map(({ lacks }) => lacks)
}
