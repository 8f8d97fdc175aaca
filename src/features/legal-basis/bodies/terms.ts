import { formatDate } from '../../../language/format.ts'
import { bodyTexts as texts } from '../../../language/pages/bodies.ts'

/** `Từ ngày 15/01/2026, đến trước ngày 01/07/2026`. */
export const termText = ({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }): string =>
  [from && `${texts.from} ${formatDate(from)}`, until && `${texts.until} ${formatDate(until)}`].filter(Boolean).join(', ')
