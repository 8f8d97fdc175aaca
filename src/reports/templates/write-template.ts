import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { writeDocx } from '../docx/write-docx.ts'
import { layOutTemplate } from './lay-out-template.ts'
import type { PaperTemplate } from './template.ts'

/** A template as a Word file to edit. */
export const writeTemplate = (kind: PaperKind, template: PaperTemplate): Uint8Array => writeDocx(layOutTemplate(kind, template))
