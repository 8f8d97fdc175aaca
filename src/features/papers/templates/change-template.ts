import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { WrittenText } from '../../../core/document/written-text.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { PaperKind } from '../../../language/reports/paper-kind-words.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { readWrittenFile } from '../../../platform/documents/read-written-file.ts'
import type { Upload } from '../../../platform/http/request.ts'
import { parseTemplate } from '../../../reports/templates/parse-template.ts'
import { previewTemplate } from '../../../reports/templates/preview-template.ts'

/** The slow part, before any transaction is open. */
export const readTemplateFile = async ({ file, fileName }: Upload): Promise<Result<WrittenText>> =>
  readWrittenFile(await readFile(file.path), fileName)

/** Keeps a template as a new version of its kind; it words nothing before it is put in force. */
export const addTemplate = async (
  context: ActContext,
  kind: PaperKind,
  { fileName }: Upload,
  written: WrittenText,
): Promise<Result<{ version: number }>> => {
  const { transaction, actor } = context
  const template = parseTemplate(kind, written)
  if (!template.ok) return template
  const shown = previewTemplate(kind, template.value)
  if (!shown.ok) return shown
  await sql`select pg_advisory_xact_lock(hashtext(${`paper_template ${actor.authorityId} ${kind}`}))`.execute(transaction)
  const newest = await transaction
    .selectFrom('paper_template')
    .select((row) => row.fn.max('version').as('version'))
    .where('kind', '=', kind)
    .executeTakeFirst()
  const version = (newest?.version ?? 0) + 1
  await transaction
    .insertInto('paper_template')
    .values({
      authority_id: actor.authorityId,
      kind,
      version,
      content: JSON.stringify(template.value),
      file_name: fileName,
      created_by: actor.personId,
    })
    .execute()
  await recordActions(context, [{ kind: 'paperTemplateAdded', facts: { kind, version, fileName } }])
  return accept({ version })
}

interface Choice {
  readonly kind: PaperKind
  /** Absent: the wording of the program. */
  readonly templateVersion?: number | undefined
  /** What was seen; 0 where nothing was ever chosen. */
  readonly seen: number
}

/** Puts a version in force, or goes back to the program's wording. Drafts follow at once; what is issued stays. */
export const useTemplate = async (context: ActContext, { kind, templateVersion, seen }: Choice): Promise<Result<{ version: number }>> => {
  const { transaction, actor } = context
  if (templateVersion !== undefined) {
    const found = await transaction
      .selectFrom('paper_template')
      .select('version')
      .where('kind', '=', kind)
      .where('version', '=', templateVersion)
      .executeTakeFirst()
    if (!found) return refuse(errorAt('notFound', String(templateVersion), { what: 'template' }))
  }
  const { rows } = await sql<{ version: number }>`
    insert into paper_template_use as u (authority_id, kind, template_version, changed_by)
    select ${actor.authorityId}, ${kind}, ${templateVersion ?? null}::integer, ${actor.personId}
    where ${seen} = 0 or exists (select 1 from paper_template_use where kind = ${kind})
    on conflict (authority_id, kind) do update
      set template_version = excluded.template_version, version = u.version + 1, changed_at = now(), changed_by = excluded.changed_by
      where u.version = ${seen}
    returning u.version`.execute(transaction)
  const [row] = rows
  if (!row) return refuse(errorAt('changedMeanwhile', '', { version: String(await standingVersion(context, kind)) }))
  await recordActions(context, [{ kind: 'paperTemplateUsed', facts: { kind, templateVersion: templateVersion ?? null } }])
  return accept({ version: row.version })
}

const standingVersion = async ({ transaction }: ActContext, kind: PaperKind): Promise<number> => {
  const row = await transaction.selectFrom('paper_template_use').select('version').where('kind', '=', kind).executeTakeFirst()
  return row?.version ?? 0
}
