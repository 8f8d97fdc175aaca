import { accept, type Result } from '../../core/result.ts'
import type { UnitResult } from '../../core/results/results.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type AcrossColumn, acrossColumns } from './across.ts'
import type { Across } from './across-shapes.ts'
import type { SheetReply } from './shapes.ts'
import { publishedSheet } from './published-replies.ts'

const columnOf = async ({ transaction }: ActContext, publicationId: string, unitId: string): Promise<AcrossColumn> => {
  const row = await transaction
    .selectFrom('publication_unit')
    .select(['framework_id', 'result'])
    .where('publication_id', '=', publicationId)
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return { frameworkId: row.framework_id, nodes: (row.result as unknown as UnitResult).nodes }
}

/** Published sheets side by side, in the order asked for, and their rows in one line where they measure the same. */
export const comparison = async (
  context: ActContext,
  chosen: readonly string[],
): Promise<Result<{ sheets: SheetReply[]; across: Across }>> => {
  const sheets: SheetReply[] = []
  const columns: AcrossColumn[] = []
  for (const column of chosen) {
    const [publicationId = '', unitId = ''] = column.split('~')
    const sheet = await publishedSheet(context, publicationId, unitId)
    if (!sheet.ok) return sheet
    sheets.push(sheet.value)
    columns.push(await columnOf(context, publicationId, unitId))
  }
  const across = await acrossColumns(context, columns)
  return across.ok ? accept({ sheets, across: across.value }) : across
}
