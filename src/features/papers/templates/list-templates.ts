import { sql } from 'kysely'
import { accept, type Result } from '../../../core/result.ts'
import { type PaperKind, paperKindWords } from '../../../language/reports/paper-kind-words.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { TemplateLine } from './contract.ts'

const kinds = Object.keys(paperKindWords) as PaperKind[]

/** More versions of one kind than anybody looks through; where it is more, the page says so. */
const mostVersions = 200

interface VersionRow {
  readonly kind: string
  readonly version: number
  readonly file_name: string
  readonly created_at: Date
  readonly name: string | null
  /** Its place among those of its kind, the newest first. */
  readonly place: number
}

/** Every kind of paper with its versions, newest first. */
export const listTemplates = async ({ transaction }: ActContext): Promise<Result<{ templates: TemplateLine[] }>> => {
  const uses = await transaction.selectFrom('paper_template_use').select(['kind', 'template_version', 'version']).execute()
  const { rows } = await sql<VersionRow>`
    select t.kind, t.version, t.file_name, t.created_at, p.name, t.place
    from (select *, row_number() over (partition by kind order by created_at desc, version desc)::int as place from paper_template) t
    left join person p on p.id = t.created_by where t.place <= ${mostVersions + 1} order by t.kind, t.place`.execute(transaction)
  const templates = kinds.map((kind): TemplateLine => {
    const use = uses.find((each) => each.kind === kind)
    return {
      kind,
      version: use?.version ?? 0,
      ...(use?.template_version != null && { inForce: use.template_version }),
      hasMore: rows.some((row) => row.kind === kind && row.place > mostVersions),
      versions: rows
        .filter((row) => row.kind === kind && row.place <= mostVersions)
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
