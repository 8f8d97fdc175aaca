import { randomUUID } from 'node:crypto'
import type { FrameworkDraft } from '../../core/framework/draft/draft.ts'
import type { Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { mediaTypes } from '../../platform/files/media-type.ts'
import { storeFile } from '../../platform/files/stored-files.ts'
import type { Upload } from '../../platform/http/request.ts'
import type { FrameworkView } from './framework-shapes.ts'
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
 * Saves what was read of an uploaded decision as a draft, with all its problems, and keeps the file as it came. Of a file in which no table can be
 * read nothing is kept.
 */
export const startDraft = async (
  context: ActContext,
  filesDir: string,
  { upload, draft }: { readonly upload: Upload; readonly draft: FrameworkDraft },
  known: KnownOfDecision,
): Promise<Result<FrameworkView>> => {
  const stored = await storeFile(context, filesDir, upload.file, readable)
  if (!stored.ok) return stored
  return saveDraft(context, withKnown(draft, known), { sha256: stored.value.sha256, fileName: upload.fileName })
}
