import type { Result } from '../../core/result.ts'
import { accept } from '../../core/result.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Report } from '../report.ts'
import { applyTemplate } from './apply-template.ts'
import { namedReport } from './default-template.ts'
import { sampleMaterial } from './sample-material.ts'
import type { PaperTemplate } from './template.ts'

/** A paper of the sample in the wording of a template: every value is the name of its field. */
export const previewTemplate = (kind: PaperKind, template: PaperTemplate): Result<Report> => {
  const { details, sources } = sampleMaterial(kind)
  const composed = composePaper(kind, details, sources)
  if (!composed.ok) return composed
  const worded = applyTemplate(kind, template, { details, sources, composed: composed.value })
  return worded.ok ? accept(namedReport(worded.value, kind)) : worded
}
