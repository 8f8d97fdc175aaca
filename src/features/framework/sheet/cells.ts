import type { CellField } from '../../../core/framework/draft/edit.ts'
import { formatFigure } from '../../../language/format.ts'
import type { FrameworkRow } from '../framework-shapes.ts'

/** Columns of the decision's table, in its order, with its words. */
export const sheetColumns = ['code', 'name', 'maxPoints', 'leadUnits', 'coordinatingUnits', 'note'] as const satisfies readonly CellField[]
export type SheetColumn = (typeof sheetColumns)[number]

/** What a cell holds as a person types it. */
export const typedText = (row: FrameworkRow, field: CellField): string => {
  switch (field) {
    case 'maxPoints':
      return formatFigure(row.printedMaxPoints ?? row.maxPoints)
    case 'leadUnits':
    case 'coordinatingUnits':
      return row[field].join('\n')
    case 'ifAny':
      return String(row.ifAny)
    default:
      return row[field] ?? ''
  }
}
