import type { Result } from '../../core/result.ts'
import { accept } from '../../core/result.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { templatePreviewNote } from '../../language/reports/template-words.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Block, Report } from '../report.ts'
import { applyTemplate } from './apply-template.ts'
import { namedReport } from './default-template.ts'
import { sampleMaterial } from './sample-material.ts'
import type { PaperTemplate } from './template.ts'

/** What is no field in the sample, since lists have one entry and tables need figures, is said to be a sample. */
const note: Block = { kind: 'paragraph', text: [{ text: templatePreviewNote, italic: true }] }

/** A paper of the sample in the wording of a template: every value is the name of its field. */
export const previewTemplate = (kind: PaperKind, template: PaperTemplate): Result<Report> => {
  const { details, sources } = sampleMaterial(kind)
  const composed = composePaper(kind, details, sources)
  if (!composed.ok) return composed
  const worded = applyTemplate(kind, template, { details, sources, composed: composed.value })
  if (!worded.ok) return worded
  const named = namedReport(worded.value, kind)
  return accept({ ...named, body: [note, ...named.body] })
}
