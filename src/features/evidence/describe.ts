import { formatDate, formatFigure, roundText } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import type { Evidence } from './contract.ts'

/** What a document is called: its title; a secret one, of which the title is not kept, by its mark and number. */
export const evidenceTitle = ({ title, secrecy, documentNumber }: Evidence): string =>
  title || evidenceTexts.secretDocument(labelsVi.secrecyLevels[secrecy], documentNumber ?? '')

/** `Số 12/KH-UBND, ngày 15/01/2026, UBND tỉnh`. */
export const evidenceDetails = ({ documentNumber, issuedOn, issuer }: Evidence): string =>
  [documentNumber && evidenceTexts.numbered(documentNumber), issuedOn && evidenceTexts.issued(formatDate(issuedOn)), issuer]
    .filter(Boolean)
    .join(', ')

/** `1,2 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? evidenceTexts.kilobytes(formatFigure(String(Math.max(1, Math.round(bytes / 1000)))))
    : evidenceTexts.megabytes(formatFigure(roundText(String(bytes / 1_000_000), 1)))
