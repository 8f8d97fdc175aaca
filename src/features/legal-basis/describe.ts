import { formatDate } from '../../language/format.ts'
import { legalDocumentKindWords } from '../../language/legal-document-words.ts'
import { legalBasisTexts as texts } from '../../language/pages/legal-basis.ts'
import type { DocumentLine, DocumentRef } from './contract.ts'

/** `Quyết định số 34/2020/QĐ-UBND ngày 29/12/2020`. */
export const documentName = ({ kind, number, issuedOn }: DocumentRef): string =>
  [legalDocumentKindWords[kind], number && texts.number(number), issuedOn && texts.dated(formatDate(issuedOn))].filter(Boolean).join(' ')

/** The same with what it is about, for lists to choose from. */
export const documentLabel = (document: DocumentRef): string => `${documentName(document)}, ${document.title}`

/** `từ 01/01/2021 đến 31/12/2025`. */
export const periodText = ({ inForceFrom, inForceUntil }: Pick<DocumentLine, 'inForceFrom' | 'inForceUntil'>): string =>
  [inForceFrom && texts.from(formatDate(inForceFrom)), inForceUntil && texts.until(formatDate(inForceUntil))].filter(Boolean).join(' ')
