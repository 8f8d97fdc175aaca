import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FrameworkDraft } from '../../core/framework/draft/draft.ts'
import type { Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { mediaTypes } from '../../platform/files/media-type.ts'
import { storeFile } from '../../platform/files/stored-files.ts'
import type { Upload } from '../../platform/http/request.ts'
import { maxDecisionBytes } from './contract.ts'
import type { FrameworkView } from './framework-shapes.ts'
import { readBytes, readDecision } from './read-decision.ts'
import { draftColumns, storeDraft } from './stored-draft.ts'
import { viewFramework } from './view-framework.ts'

const readable = [mediaTypes.docx, mediaTypes.xlsx, mediaTypes.ods, mediaTypes.pdf, mediaTypes.text] as const

export interface KnownOfDecision {
  readonly unitGroup?: string | undefined
  readonly year?: number | undefined
}

/** What the person says beats what was read; a year or group the document does not name is asked for here. */
const withKnown = (draft: FrameworkDraft, { unitGroup, year }: KnownOfDecision): FrameworkDraft => ({
  ...draft,
  framework: { ...draft.framework, ...(unitGroup && { unitGroup }), ...(year && { year }) },
})

interface Source {
  readonly sha256: string
  readonly fileName: string
}

const saveDraft = async (context: ActContext, draft: FrameworkDraft, source: Source): Promise<Result<FrameworkView>> => {
  const { transaction, actor } = context
  const record = await transaction
    .insertInto('framework')
    .values({
      id: randomUUID(),
      authority_id: actor.authorityId,
      status: 'draft',
      ...draftColumns(draft),
      reading: storeDraft(draft),
      source_file: source.sha256,
      source_name: source.fileName,
      created_by: actor.personId,
      changed_by: actor.personId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordActions(context, [{ kind: 'frameworkRead', facts: { frameworkId: record.id, ...source, problems: record.problems_left } }])
  return viewFramework(context, record)
}

/**
 * Reads an uploaded decision into a draft and keeps the file as it came. A draft is saved with all its problems; a file in which no table can be
 * read is refused with all of them, and nothing is kept.
 */
export const startDraft = async (
  context: ActContext,
  filesDir: string,
  upload: Upload,
  known: KnownOfDecision,
): Promise<Result<FrameworkView>> => {
  const bytes = await readBytes(upload.stream, maxDecisionBytes)
  if (!bytes.ok) return bytes
  const draft = await readDecision(bytes.value, upload.fileName)
  if (!draft.ok) return draft
  const stored = await storeFile(context, filesDir, Readable.from([bytes.value]), { maxBytes: maxDecisionBytes, accepts: readable })
  if (!stored.ok) return stored
  return saveDraft(context, withKnown(draft.value, known), { sha256: stored.value.sha256, fileName: upload.fileName })
}
