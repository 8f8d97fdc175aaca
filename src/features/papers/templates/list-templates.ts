import { accept, type Result } from '../../../core/result.ts'
import { type PaperKind, paperKindWords } from '../../../language/reports/paper-kind-words.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { TemplateLine } from './contract.ts'

const kinds = Object.keys(paperKindWords) as PaperKind[]

/** More versions of one kind than anybody looks through. */
const mostVersions = 500

/** Every kind of paper with its versions, newest first. */
export const listTemplates = async ({ transaction }: ActContext): Promise<Result<{ templates: TemplateLine[] }>> => {
  const uses = await transaction.selectFrom('paper_template_use').select(['kind', 'template_version', 'version']).execute()
  const rows = await transaction
    .selectFrom('paper_template as t')
    .leftJoin('person as p', 'p.id', 't.created_by')
    .select(['t.kind', 't.version', 't.file_name', 't.created_at', 'p.name'])
    .orderBy('t.created_at', 'desc')
    .orderBy('t.version', 'desc')
    .limit(mostVersions)
    .execute()
  const templates = kinds.map((kind): TemplateLine => {
    const use = uses.find((each) => each.kind === kind)
    return {
      kind,
      version: use?.version ?? 0,
      ...(use?.template_version != null && { inForce: use.template_version }),
      versions: rows
        .filter((row) => row.kind === kind)
        .map(({ version, file_name, created_at, name }) => ({
          version,
          fileName: file_name,
          addedAt: created_at.toISOString(),
          ...(name !== null && { addedBy: name }),
        })),
    }
  })
  return accept({ templates })
}
