import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { type LossKind, lossKinds } from '../../../core/vocabulary.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { isAllowed } from '../../../platform/policy/policy.ts'
import type { Phrase, PhraseList } from './contract.ts'

const kindOf = (kind: string): LossKind => lossKinds.find((each) => each === kind) ?? 'quality'

/** The authority's phrases in their order. */
export const listPhrases = async ({ transaction, actor }: ActContext): Promise<Result<PhraseList>> => {
  const list = await transaction.selectFrom('reason_phrase_list').select('version').executeTakeFirst()
  const rows = await transaction.selectFrom('reason_phrase').select(['kind', 'words']).orderBy('position').execute()
  return accept({
    version: list?.version ?? 0,
    phrases: rows.map(({ kind, words }) => ({ kind: kindOf(kind), words })),
    canChange: isAllowed(
      'changeReasonPhrases',
      actor.grants.map(({ role }) => ({ role })),
    ),
  })
}

const takeVersion = async ({ transaction, actor }: ActContext, seen: number): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('reason_phrase_list')
    .values({ authority_id: actor.authorityId, version: seen + 1 })
    .onConflict((conflict) =>
      conflict
        .column('authority_id')
        .doUpdateSet({ version: seen + 1 })
        .where('reason_phrase_list.version', '=', seen),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Writes the whole list against the version that was seen; the same words stand once. */
export const writePhrases = async (context: ActContext, seen: number, phrases: readonly Phrase[]): Promise<Result<PhraseList>> => {
  const { transaction, actor } = context
  const repeated = phrases.flatMap(({ words }, index) =>
    phrases.findIndex((other) => other.words === words) < index
      ? [errorAt('alreadyExists', `phrases.${index}`, { what: 'reason', value: words })]
      : [],
  )
  if (repeated.length) return { ok: false, problems: repeated }
  const before = await listPhrases(context)
  if (!before.ok) return before
  if (before.value.version !== seen || !(await takeVersion(context, seen)))
    return refuse(errorAt('changedMeanwhile', '', { version: String(before.value.version) }))
  await transaction.deleteFrom('reason_phrase').execute()
  if (phrases.length)
    await transaction
      .insertInto('reason_phrase')
      .values(phrases.map(({ kind, words }, index) => ({ authority_id: actor.authorityId, position: index + 1, kind, words })))
      .execute()
  await recordActions(context, [{ kind: 'reasonPhrasesChanged', facts: { phrases: phrases.map((each) => ({ ...each })) } }])
  return listPhrases(context)
}
