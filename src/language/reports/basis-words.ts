import { citedDate } from './paper-words.ts'

/** A document that a paper rests on. */
export interface BasisDocument {
  readonly type: string
  readonly number?: string | undefined
  readonly issuedOn?: string | undefined
  readonly issuer?: string | undefined
  readonly title?: string | undefined
}

/** `Căn cứ Quyết định số 34/2020/QĐ-UBND ngày 29/12/2020 của UBND tỉnh về …`: type, number, date, issuer and summary, as a first citation names them. */
export const basisText = ({ type, number, issuedOn, issuer, title }: BasisDocument): string =>
  [
    `Căn cứ ${type}`,
    ...(number ? [`số ${number}`] : []),
    ...(issuedOn ? [`ngày ${citedDate(issuedOn)}`] : []),
    ...(issuer ? [`của ${issuer}`] : []),
    ...(title ? [title] : []),
  ].join(' ')

/** A document as a list of evidence names it: `Kế hoạch CCHC, số 12/KH-UBND, ngày 15/01/2026, UBND tỉnh`. Of a secret one only number and day are known. */
export const evidenceText = (document: {
  readonly title: string
  readonly number: string | null
  readonly issuedOn: string | null
  readonly issuer: string | null
}): string =>
  [document.title, document.number && `số ${document.number}`, document.issuedOn && `ngày ${citedDate(document.issuedOn)}`, document.issuer]
    .filter(Boolean)
    .join(', ')
