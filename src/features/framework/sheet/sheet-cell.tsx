import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import type { FrameworkRow } from '../framework-shapes.ts'
import { useDraft } from '../use-draft.ts'
import { CellEditor } from './cell-editor.tsx'
import { type SheetColumn, typedText } from './cells.ts'
import classes from './sheet.module.css'

interface Props {
  readonly row: FrameworkRow
  readonly column: SheetColumn
  readonly children: ReactNode
  readonly isRowHeader?: boolean
}

const { table } = frameworkTexts
const titles: Readonly<Record<SheetColumn, string>> = {
  code: table.code,
  name: table.name,
  maxPoints: table.points,
  leadUnits: table.lead,
  coordinatingUnits: table.coordinating,
  note: table.note,
}

/** A cell of the decision's table. In a draft Enter, F2 or a double click edits it in place; typing a sign begins anew. */
export const SheetCell = ({ row, column, children, isRowHeader }: Props) => {
  const { view, edit } = useDraft()
  const [isEditing, setEditing] = useState(false)
  const [begunWith, setBegunWith] = useState<string>()
  const cell = useRef<HTMLTableCellElement>(null)
  const canChange = view.canChange && !row.isOfFrame
  const begin = (sign?: string): void => {
    if (!canChange) return
    setBegunWith(sign)
    setEditing(true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== cell.current) return
    const isSign = event.key.length === 1 && !' /?'.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isSign && event.key !== 'Enter' && event.key !== 'F2' && event.key !== 'Delete') return
    event.preventDefault()
    begin(isSign ? event.key : event.key === 'Delete' ? '' : undefined)
  }
  const end = (): void => {
    setEditing(false)
    cell.current?.focus()
  }
  const Tag = isRowHeader ? 'th' : 'td'
  return (
    <Tag
      ref={cell}
      {...(isRowHeader && { scope: 'row' })}
      tabIndex={-1}
      className={classes.cell}
      data-column={column}
      data-label={titles[column]}
      data-editable={canChange}
      data-editing={isEditing}
      data-empty={typedText(row, column) === ''}
      onKeyDown={onKeyDown}
      onDoubleClick={() => begin()}
    >
      {isEditing ? (
        <CellEditor
          label={table.edit(titles[column], row.code || row.name)}
          text={typedText(row, column)}
          isFigure={column === 'maxPoints'}
          begunWith={begunWith}
          onSave={(value) => edit({ kind: 'correctCell', at: row.id, field: column, value })}
          onEnd={end}
        />
      ) : (
        children
      )}
    </Tag>
  )
}
