import { errorAt, type Problem } from '../problem.ts'
import { comparedName } from './same-name.ts'

/** Bodies that a decision sets up beside the units: a steering committee, its working group, a team. */
export const bodyKinds = ['steeringCommittee', 'workingGroup', 'team'] as const
export type BodyKind = (typeof bodyKinds)[number]
export const bodyRoles = ['head', 'deputyHead', 'standingMember', 'member', 'secretary'] as const
export type BodyRole = (typeof bodyRoles)[number]

/** A member with the term: `from` counts, `until` is the first day no more; open where not known. Dates are ISO. */
export interface BodyMember {
  readonly name: string
  readonly role: BodyRole
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const isOver = (a: BodyMember, b: BodyMember): boolean => (a.from ?? '') < (b.until ?? '9999') && (b.from ?? '') < (a.until ?? '9999')

/**
 * What keeps the members of a body from being taken: a term that ends before it begins; somebody twice at the same time; two heads at the same time. Terms that
 * follow one another are no doubt: a head may have a successor from the day the term ends. Places are `members.<n>`, from 0.
 */
export const checkMembers = (members: readonly BodyMember[]): readonly Problem[] =>
  members.flatMap((member, index) => {
    const at = `members.${index}`
    const before = members.slice(0, index).filter((other) => isOver(other, member))
    const same = before.find((other) => comparedName(other.name) === comparedName(member.name))
    const head = member.role === 'head' ? before.find(({ role }) => role === 'head') : undefined
    const { from, until } = member
    return [
      ...(from !== undefined && until !== undefined && until <= from ? [errorAt('endBeforeBegin', at, { begin: from, end: until })] : []),
      ...(same ? [errorAt('repeatedLine', at, { value: member.name, first: members.indexOf(same) + 1 })] : []),
      ...(head && !same ? [errorAt('twoHeads', at, { first: head.name, second: member.name })] : []),
    ]
  })
