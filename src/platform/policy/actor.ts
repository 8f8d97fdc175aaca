import type { Relation, Role } from '../../core/vocabulary.ts'

/** A role of a person: in one unit, or of the whole authority where `unitId` is absent. */
export interface RoleGrant {
  readonly role: Role
  readonly unitId?: string
  /** Held in a predecessor of the person's unit: of its years only this one and later ones. */
  readonly fromYear?: number
}

/** Who acts. `units` are those whose scores and evidence the person may ever see: the second fence, in the database, goes by them. */
export interface Actor {
  readonly personId: string
  readonly name: string
  readonly authorityId: string
  readonly grants: readonly RoleGrant[]
  readonly units: 'all' | readonly string[]
  /** The hash of the token of the session the person acts in; absent for jobs. */
  readonly sessionHash?: Buffer
  /** The installation works for itself, in a job that nobody asked for; there is no person. */
  readonly isInstallation?: true
}

/**
 * Units that the actor reaches as predecessors alone, each with the first year they answer for there: the earliest where several ways lead to it. A unit that
 * they work for itself has none.
 */
export const yearsOfPredecessors = ({ grants }: Pick<Actor, 'grants'>): Readonly<Record<string, number>> => {
  const own = new Set(grants.flatMap(({ unitId, fromYear }) => (unitId !== undefined && fromYear === undefined ? [unitId] : [])))
  const years: Record<string, number> = {}
  for (const { unitId, fromYear } of grants)
    if (unitId !== undefined && fromYear !== undefined && !own.has(unitId)) years[unitId] = Math.min(fromYear, years[unitId] ?? fromYear)
  return years
}

/** The unit an act is about, as far as relations need it. */
export interface SubjectUnit {
  readonly id: string
  readonly parentId: string | null
  readonly kind: string
  /** Ids of the divisions of the unit. */
  readonly divisions?: readonly string[]
  /** Ids of units of their own, no divisions, that were given a part of this unit's self-assessment: of a province, its departments. */
  readonly leads?: readonly string[]
  /** What was declared of this person and this unit in the cycle, and whether the chair has set it aside. */
  readonly interest?: 'declared' | 'waived'
}

const appraising: readonly Role[] = ['appraiser', 'areaLead', 'councilChair', 'councilSecretary', 'councilMember']

/**
 * How one role of the actor stands to a unit. Whoever also serves in the unit, or declared an interest that the chair has not
 * set aside, is `conflicted` as its appraiser.
 */
export const relationOf = (grant: RoleGrant, actor: Actor, unit: SubjectUnit): Relation => {
  if (appraising.includes(grant.role)) {
    if (unit.interest === 'waived') return 'assigned'
    const serves = actor.grants.some((other) => other.unitId === unit.id && !appraising.includes(other.role))
    return serves || unit.interest === 'declared' ? 'conflicted' : 'assigned'
  }
  if (grant.unitId === undefined) return 'subordinate'
  if (grant.unitId === unit.id) return 'own'
  if (grant.unitId === unit.parentId) return unit.kind === 'division' ? 'ownDivision' : 'subordinate'
  if (unit.divisions?.includes(grant.unitId)) return 'agencyOfDivision'
  if (unit.leads?.includes(grant.unitId)) return 'ledInPart'
  return 'other'
}
