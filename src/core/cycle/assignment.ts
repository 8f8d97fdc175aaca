import type { FrameworkNode } from '../framework/framework.ts'
import { walkNodes } from '../framework/walk.ts'
import { comparedName, unitByName } from '../organisation/same-name.ts'

/** A unit that may be given work, with the other spellings of its name. */
export interface AssignableUnit {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** A committee or team that may be given work, with its members who have an account. */
export interface AssignableBody {
  readonly name: string
  readonly aliases: readonly string[]
  readonly personIds: readonly string[]
}

/**
 * Who stands behind a name of an assignment: one unit, every unit that may be given work, one person, or people by what they are. `open`: whoever is given
 * the task later. `unknown`: a name that no unit has. The last two stay listed until somebody settles them.
 */
export type Party =
  | { readonly kind: 'unit'; readonly name: string; readonly unitId: string }
  | { readonly kind: 'everyUnit'; readonly name: string; readonly unitIds: readonly string[] }
  | { readonly kind: 'person'; readonly name: string; readonly personId: string }
  | {
      readonly kind: 'team'
      readonly name: string /** Sitting members with an account, where the team is known. */
      readonly personIds?: readonly string[]
    }
  | { readonly kind: 'everybody' | 'leaders' | 'open' | 'unknown'; readonly name: string }

export type Duty = 'lead' | 'coordinating'
/** Where the parties of a row come from: set by a person, printed in its row, or those of the row above. */
export type DutySource = 'set' | 'printed' | 'inherited'

/** One row of the framework with whoever answers for it. */
export interface AssignedNode {
  readonly node: FrameworkNode
  readonly depth: number
  readonly isLeaf: boolean
  readonly parties: Readonly<Record<Duty, readonly Party[]>>
  readonly sources: Readonly<Record<Duty, DutySource>>
}

/** What is known beside the print. `settled` says of a name, by its compared form, which unit it stands for; `set` what a person put at a row. */
export interface AssignmentGround {
  readonly units: readonly AssignableUnit[]
  readonly settled: ReadonlyMap<string, string>
  /** Committees, working groups and teams that a decision set up. */
  readonly bodies?: readonly AssignableBody[]
  readonly set: (nodeId: string, duty: Duty) => readonly Party[] | undefined
}

/** Kinds of collectives by how plans name them, compared without diacritics. The first that fits is taken. Source: seed plans 0 and 4. */
const collectives: readonly (readonly [RegExp, 'everyUnit' | 'everybody' | 'leaders' | 'team' | 'open'])[] = [
  [/\b(?:duoc giao|duoc phan cong|duoc chi dinh|lien quan)\b/, 'open'],
  [/^(?:tat ca |toan bo )?cac (?:phong|don vi|ban|bo phan|co quan|so|ban nganh)\b/, 'everyUnit'],
  [/^(?:tap the |cac )?(?:lanh dao|thu truong|truong phong|truong cac phong|nguoi dung dau|giam doc)\b/, 'leaders'],
  [
    /^(?:tung |moi |toan the |tat ca |cac )?(?:ca nhan |can bo |can bo cong chuc|cong chuc|vien chuc|ca nhan|nguoi lao dong|cbcc)/,
    'everybody',
  ],
  [/^(?:to|doan|doi|ban chi dao|hoi dong) /, 'team'],
]

/** Whom one printed name means. */
export const partyOf = (name: string, { units, settled, bodies = [] }: Pick<AssignmentGround, 'units' | 'settled' | 'bodies'>): Party => {
  const compared = comparedName(name)
  const unitId = settled.get(compared)
  const unit = units.find(({ id }) => id === unitId) ?? unitByName(units)(name)
  if (unit) return { kind: 'unit', name: unit.name, unitId: unit.id }
  const body = bodies.find((each) => [each.name, ...each.aliases].some((spelling) => comparedName(spelling) === compared))
  if (body) return { kind: 'team', name: body.name, personIds: body.personIds }
  const kind = collectives.find(([pattern]) => pattern.test(compared))?.[1] ?? 'unknown'
  return kind === 'everyUnit' ? { kind, name, unitIds: units.map(({ id }) => id) } : { kind, name }
}

const duties = ['lead', 'coordinating'] as const
const printedOf = (node: FrameworkNode, duty: Duty): readonly string[] => (duty === 'lead' ? node.leadUnits : node.coordinatingUnits)

/**
 * Every row of a framework, parents first, with its leads and helpers: what a person set there, else what is printed there, else what holds for the row
 * above. Source: seed plan 0, whose criteria speak for their components unless a component names its own.
 */
export const assignNodes = (nodes: readonly FrameworkNode[], ground: AssignmentGround): readonly AssignedNode[] => {
  const byNode = new Map<FrameworkNode, AssignedNode>()
  for (const { node, depth, parent } of walkNodes(nodes)) {
    const above = parent && byNode.get(parent)
    const of = (duty: Duty): readonly [readonly Party[], DutySource] => {
      const set = ground.set(node.id, duty)
      if (set) return [set, 'set']
      const printed = printedOf(node, duty)
      if (printed.length > 0) return [printed.map((name) => partyOf(name, ground)), 'printed']
      return [above?.parties[duty] ?? [], 'inherited']
    }
    const [[lead, leadFrom], [coordinating, coordinatingFrom]] = [of('lead'), of('coordinating')]
    byNode.set(node, {
      node,
      depth,
      isLeaf: node.children.length === 0,
      parties: { lead, coordinating },
      sources: { lead: leadFrom, coordinating: coordinatingFrom },
    })
  }
  return [...byNode.values()]
}

/** Leaves for which nobody leads. */
export const withoutLead = (rows: readonly AssignedNode[]): readonly AssignedNode[] =>
  rows.filter(({ isLeaf, parties }) => isLeaf && parties.lead.length === 0)

/** Whether a row waits for somebody to say who is meant, as lead or as helper. */
export const isUnsettled = ({ parties }: AssignedNode): boolean =>
  duties.some((duty) => parties[duty].some(({ kind }) => kind === 'open' || kind === 'unknown'))

/** In which duty a unit answers for a row, as itself or as one of all; lead where both. */
export const dutyOfUnit = ({ parties }: AssignedNode, unitId: string): Duty | undefined =>
  duties.find((duty) =>
    parties[duty].some((party) =>
      party.kind === 'unit' ? party.unitId === unitId : party.kind === 'everyUnit' && party.unitIds.includes(unitId),
    ),
  )

/** In which duty a person answers for a row: by name, as a member of a team, as one of everybody, or, who leads, as one of the leaders. */
export const dutyOfPerson = ({ parties }: AssignedNode, person: { readonly id: string; readonly leads: boolean }): Duty | undefined =>
  duties.find((duty) =>
    parties[duty].some(
      (party) =>
        (party.kind === 'person' && party.personId === person.id) ||
        (party.kind === 'team' && party.personIds?.includes(person.id)) ||
        party.kind === 'everybody' ||
        (party.kind === 'leaders' && person.leads),
    ),
  )
