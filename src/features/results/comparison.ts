import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { SheetReply } from './contract.ts'
import { publishedSheet } from './published-replies.ts'

/** Published sheets side by side, in the order asked for. */
export const comparison = async (context: ActContext, columns: readonly string[]): Promise<Result<{ sheets: SheetReply[] }>> => {
  const sheets: SheetReply[] = []
  for (const column of columns) {
    const [publicationId = '', unitId = ''] = column.split('~')
    const sheet = await publishedSheet(context, publicationId, unitId)
    if (!sheet.ok) return sheet
    sheets.push(sheet.value)
  }
  return accept({ sheets })
}
