import type { ActContext } from '../database/transaction.ts'

/** What was done, to what. `kind` is the act's past: `scoreChanged`, `selfAssessmentSubmitted`. */
export interface Action {
  readonly kind: string
  readonly cycleId?: string
  readonly unitId?: string
  readonly nodeId?: string
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Writes actions to the append-only log in the act's own transaction; one statement for any number. */
export const recordActions = async (
  { transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>,
  actions: readonly Action[],
): Promise<void> => {
  if (actions.length === 0) return
  await transaction
    .insertInto('action')
    .values(
      actions.map(({ kind, cycleId, unitId, nodeId, facts }) => ({
        authority_id: actor.authorityId,
        person_id: actor.isInstallation ? null : actor.personId,
        kind,
        cycle_id: cycleId ?? null,
        unit_id: unitId ?? null,
        node_id: nodeId ?? null,
        facts: JSON.stringify(facts ?? {}),
      })),
    )
    .execute()
}
