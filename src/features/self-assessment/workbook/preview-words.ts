import type { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import type { WorkbookField } from './take.ts'

type Widened<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : T[Key]
}
/** How what is offered is spoken of: out of a workbook, or out of another cycle. */
export type PreviewWords = Widened<Omit<typeof workbookTexts.dialog, 'fields'>> & {
  readonly fields: Readonly<Record<WorkbookField, string>>
}
