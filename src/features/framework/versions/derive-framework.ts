import { randomUUID } from 'node:crypto'
import { type Derivation, deriveDraft } from '../../../core/framework/versions/derive-draft.ts'
import { parseFramework } from '../../../core/framework/parse-framework.ts'
import { errorAt } from '../../../core/problem.ts'
import { refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { FrameworkView } from '../framework-shapes.ts'
import { loadFramework } from '../load-framework.ts'
import { draftColumns, storeDraft } from '../stored-draft.ts'
import { viewFramework } from '../view-framework.ts'

interface Wish {
  readonly derivation: Derivation
  /** Whom a local framework is for, where that is another group. */
  readonly unitGroup?: string | undefined
}

/** Makes a draft out of a framework in force; that one stays as it is, and the draft names it by its hash. */
export const deriveFramework = async (context: ActContext, frameworkId: string, wish: Wish): Promise<Result<FrameworkView>> => {
  const record = await loadFramework(context, frameworkId)
  if (!record.ok) return record
  if (record.value.hash === null) return refuse(errorAt('notInForce', frameworkId, {}))
  const base = parseFramework(record.value.document)
  if (!base.ok) return base
  const made = deriveDraft(base.value, record.value.hash, wish.derivation)
  const draft = wish.unitGroup ? { ...made, framework: { ...made.framework, unitGroup: wish.unitGroup } } : made
  const { transaction, actor } = context
  const saved = await transaction
    .insertInto('framework')
    .values({
      id: randomUUID(),
      authority_id: actor.authorityId,
      status: 'draft',
      ...draftColumns(draft),
      reading: storeDraft(draft),
      based_on: frameworkId,
      created_by: actor.personId,
      changed_by: actor.personId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const facts = { frameworkId: saved.id, basedOn: frameworkId, hash: record.value.hash, derivation: wish.derivation }
  await recordActions(context, [{ kind: 'frameworkDerived', facts }])
  return viewFramework(context, saved)
}
