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

/** Everybody of the test over the interface, and besides: council members with an interest, and an agency that is asked about its division. */
const standpoints: readonly Standpoint[] = roles.flatMap((role): readonly Standpoint[] => {
  if (!unitRoles.includes(role))
    return [{ role, relation: 'authority' }, ...(appraising.includes(role) ? [{ role, relation: 'conflicted' as const }] : [])]
  return (['own', 'division', 'lead', 'agency', 'other'] as const).map((relation) => ({ role, relation }))
})

const unitOf = { own: 'own', division: 'division', lead: 'lead', agency: 'own', other: 'other' } as const

const grantsOf = ({ role, relation }: Standpoint): Actor['grants'] => {
  if (relation === 'authority') return [{ role }]
  if (relation === 'conflicted') return [{ role }, { role: 'divisionOfficer', unitId: 'own' }]
  return [{ role, unitId: unitOf[relation] }]
}

const standingsOf = (standpoint: Standpoint, about: DescribedRoute['about'], stage: string): readonly Standing[] => {
  const grants = grantsOf(standpoint)
  const actor: Actor = { personId: 'p', name: 'P', authorityId: 'a', grants, units: 'all' }
  const [ofCycle, ofUnit] = situations[stage] ?? []
  const asked = standpoint.relation === 'agency' ? division : unit
  const isOfUnit = about === 'unit' || about === 'cycleUnit'
  const at = about === 'cycle' ? ofCycle : about === 'cycleUnit' ? ofUnit : undefined
  return grants.map((grant) => ({
    role: grant.role,
    ...(isOfUnit && { relation: relationOf(grant, actor, asked) }),
    ...(at && { stage: at }),
  }))
}

/** Whoever has an interest is asked as such where a unit is concerned; they also stand as what they are in the unit. */
const isDue = (standpoint: Standpoint, act: string, about: DescribedRoute['about'], stage: string): boolean => {
  if (standpoint.relation !== 'conflicted') return isExpected(standpoint, act, stage)
  const isOfUnit = about === 'unit' || about === 'cycleUnit'
  const asAppraiser: Standpoint = { role: standpoint.role, relation: isOfUnit ? 'conflicted' : 'authority' }
  return isExpected(asAppraiser, act, stage) || isExpected({ role: 'divisionOfficer', relation: 'own' }, act, stage)
}

/** Every act of the routes × everybody × every situation, each once. An agency is asked about its division only where no cycle is concerned: divisions stand in none. */
export const policyCases = (routes: readonly DescribedRoute[]): readonly PolicyCase[] => {
  const kinds = new Map(routes.map(({ act, about }) => [`${act} ${about}`, { act, about }]))
  return [...kinds.values()].flatMap(({ act, about }) => {
    const isOfCycle = about === 'cycle' || about === 'cycleUnit'
    const stages = isOfCycle ? Object.keys(situations) : ['-']
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

/** A line with one role, relation, stage or act less; a list that would be empty is the line itself that is gone. */
const lessOf = (line: PolicyLine): readonly { readonly lacks: string; readonly line: PolicyLine }[] =>
  (['roles', 'relations', 'stages', 'acts'] as const).flatMap((part) => {
    const list: readonly string[] | 'any' = line[part]
    if (list === 'any' || list.length < 2) return []
    return list.map((each) => ({ lacks: each, line: { ...line, [part]: list.filter((other) => other !== each) } as PolicyLine }))
  })

/** Every policy that lacks one word of one line. */
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
