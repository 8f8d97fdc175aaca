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
