import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadPerson } from './list-people.ts'
import type { Person } from './people-contract.ts'

/** A person in the version that somebody saw. */
export interface SeenPerson {
  readonly personId: string
  readonly version: number
}

/** The person as they were seen, locked until the act ends, with the next version written: every change of person or roles has one. */
export const lockPerson = async (context: ActContext, { personId, version }: SeenPerson): Promise<Result<Person>> => {
  const { rows } = await sql<{ version: number }>`select version from person where id = ${personId} for update`.execute(context.transaction)
  const found = rows[0]
  if (!found) return refuse(errorAt('notFound', personId, { what: 'person' }))
  if (found.version !== version) return refuse(errorAt('changedMeanwhile', '', { version: String(found.version) }))
  await context.transaction
    .updateTable('person')
    .set({ version: version + 1 })
    .where('id', '=', personId)
    .execute()
  const person = await loadPerson(context, personId)
  return person.ok ? accept(person.value) : person
}
