import { fold } from '../../core/fold.ts'
import type { InputValue } from '../../core/rules/inputs.ts'
import { sql } from 'kysely'
import { panelTexts } from '../../language/pages/measured.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { MeasuredLeaf } from './measured-leaf.ts'

interface Member {
  readonly id: string
  readonly name: string
  readonly signInName: string
}

/** Whoever holds the role today, in an order that stays. */
export const loadMembers = async (transaction: Transaction): Promise<readonly Member[]> => {
  const { rows } = await sql<Member>`
    select p.id, p.name, p.sign_in_name as "signInName" from person p
    where p.active and exists (select from role_grant g where g.person_id = p.id and g.role = 'panelMember' and g.unit_id is null and g.valid @> today())
    order by p.id`.execute(transaction)
  return rows
}

/**
 * The marks as the rule takes them. Members whom the rule names are found by sign-in name or by what they are called; without such a list every member
 * counts, under a number, so that a trace does not tell who gave what.
 */
export const marksOf = (
  { rule }: MeasuredLeaf,
  members: readonly Member[],
  marks: ReadonlyMap<string, string | null>,
): Readonly<Record<string, InputValue>> => {
  const { input = 'marks', members: named } = rule as unknown as {
    readonly input?: string
    readonly members?: readonly { readonly name: string; readonly label?: string }[]
  }
  const counted: readonly (readonly [string, Member | undefined])[] = named
    ? named.map(({ name, label = name }) => [
        name,
        members.find((member) => fold(member.signInName) === fold(name) || fold(member.name) === fold(label)),
      ])
    : members.map((member, index) => [panelTexts.member(index + 1), member])
  return { [input]: Object.fromEntries(counted.map(([name, member]) => [name, (member && marks.get(member.id)) ?? null])) }
}
