import { errorAt, type Problem } from '../problem.ts'
import type { Secrecy } from '../vocabulary.ts'

/** How a document is entered in a unit's register. Dates are ISO; what is not known stays out. */
export interface DocumentDescription {
  readonly title?: string | undefined
  readonly documentNumber?: string | undefined
  readonly issuedOn?: string | undefined
  readonly issuer?: string | undefined
  readonly secrecy: Secrecy
}

const missing = (field: string): Problem => errorAt('missingField', field, { field })

const checkSecret = ({ title, documentNumber, issuedOn, issuer, secrecy }: DocumentDescription, hasFile: boolean): readonly Problem[] => [
  ...(title ? [errorAt('secretDetails', 'title', { field: 'title' })] : []),
  ...(documentNumber ? [] : [missing('documentNumber')]),
  ...(issuedOn ? [] : [missing('issuedOn')]),
  ...(issuer ? [errorAt('secretDetails', 'issuer', { field: 'issuer' })] : []),
  ...(hasFile ? [errorAt('secretFile', 'file', { secrecy })] : []),
]

/**
 * What keeps a document out of the register. An open one needs a title; a file may follow or not. Of a state secret the register takes the number
 * and the date, neither its title (which may itself be secret) nor a file: this system is not licensed to hold it.
 * Source: Law 29/2018/QH14 on protection of state secrets, Article 5 (forbidden acts).
 */
export const checkDocument = (document: DocumentDescription, hasFile: boolean): readonly Problem[] =>
  document.secrecy === 'open' ? (document.title ? [] : [missing('title')]) : checkSecret(document, hasFile)
