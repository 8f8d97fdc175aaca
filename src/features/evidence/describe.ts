import { formatDate, formatFigure, roundText } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import type { Evidence, EvidenceFile } from './shapes.ts'

/** What a document is called: its title; a secret one, of which the title is not kept, by its mark and number. */
export const evidenceTitle = ({ title, secrecy, documentNumber }: Evidence): string =>
  title || evidenceTexts.secretDocument(labelsVi.secrecyLevels[secrecy], documentNumber ?? '')

/** `Số 12/KH-UBND, ngày 15/01/2026, UBND tỉnh`. */
export const evidenceDetails = ({
  documentNumber,
  issuedOn,
  issuer,
  owner,
}: Pick<Evidence, 'documentNumber' | 'issuedOn' | 'issuer'> & Partial<Pick<Evidence, 'owner'>>): string =>
  [
    documentNumber && evidenceTexts.numbered(documentNumber),
    issuedOn && evidenceTexts.issued(formatDate(issuedOn)),
    issuer,
    owner && evidenceTexts.ofOwner(owner.name),
  ]
    .filter(Boolean)
    .join(', ')

/** What in a file looks like personal data, in words; empty where nothing does. */
export const findingsText = ({ findings = [] }: EvidenceFile): string =>
  findings.map(({ kind, count, sample }) => documentTexts.finding(documentTexts.findingKinds[kind], count, sample)).join('; ')

/** `1,2 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? evidenceTexts.kilobytes(formatFigure(String(Math.max(1, Math.round(bytes / 1000)))))
    : evidenceTexts.megabytes(formatFigure(roundText(String(bytes / 1_000_000), 1)))
