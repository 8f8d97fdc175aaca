import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { improvementWords as words } from '../../language/pages/improvement.ts'

const atFirst = 12

/** The first of many rows, and the button that shows all. */
export const usePart = <Row,>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly more: ReactNode } => {
  const [isWhole, setWhole] = useState(false)
  const hidden = rows.length - atFirst
  if (isWhole || hidden <= 0) return { shown: rows, more: null }
  const more = (
    <Button variant="default" onClick={() => setWhole(true)} className="no-print" style={{ alignSelf: 'flex-start' }}>
      {words.showAll(rows.length)}
    </Button>
  )
  return { shown: rows.slice(0, atFirst), more }
}
