import { randomUUID } from 'node:crypto'
import type { ActContext } from '../database/transaction.ts'
import type { JobKind } from './job-kind.ts'

interface When {
  /** Of several jobs of one kind with one key only one waits or runs; starting another gives the one that is there. */
  readonly key?: string
  /** Not before; at once where absent. */
  readonly dueAt?: Date
}

/** Starts a job in the act's own transaction: it is there if and only if the act is. Gives its id. */
export const startJob = async <Payload>(
  { transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>,
  { kind, payload: shape }: JobKind<Payload>,
  payload: Payload,
  { key, dueAt }: When = {},
): Promise<string> => {
  const started = await transaction
    .insertInto('job')
    .values({
      id: randomUUID(),
      authority_id: actor.authorityId,
      kind,
      key: key ?? null,
      payload: JSON.stringify(shape.parse(payload)),
      person_id: actor.isInstallation ? null : actor.personId,
      ...(dueAt && { due_at: dueAt }),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'kind', 'key'])
        .where('key', 'is not', null)
        .where('state', 'in', ['waiting', 'running'])
        // The row as it is: so that its id comes back.
        .doUpdateSet({ key: key ?? null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return started.id
}
