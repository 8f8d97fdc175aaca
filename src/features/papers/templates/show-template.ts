import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { templateTexts } from '../../../language/pages/paper-templates.ts'
import { type PaperKind, paperKindWords } from '../../../language/reports/paper-kind-words.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { paperFontFolders } from '../../../platform/files/paper-fonts.ts'
import type { FileReply } from '../../../platform/http/request.ts'
import { reportMediaTypes, writeReport } from '../../../reports/write-report.ts'
import { defaultTemplate } from '../../../reports/templates/default-template.ts'
import { previewTemplate } from '../../../reports/templates/preview-template.ts'
import type { PaperTemplate } from '../../../reports/templates/template.ts'
import { writeTemplate } from '../../../reports/templates/write-template.ts'
import { templateInForce } from './worded-paper.ts'

interface Asked {
  readonly kind: PaperKind
  /** 0 is the program's, absent what is in force. */
  readonly version?: number | undefined
}

const templateOf = async ({ transaction }: ActContext, { kind, version }: Asked): Promise<Result<PaperTemplate>> => {
  if (version === 0) return accept(defaultTemplate(kind))
  if (version === undefined) return accept((await templateInForce(transaction, kind)) ?? defaultTemplate(kind))
  const row = await transaction
    .selectFrom('paper_template')
    .select('content')
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? accept(row.content as PaperTemplate) : refuse(errorAt('notFound', String(version), { what: 'template' }))
}

/** A template as a Word file, whatever it came as: what is kept is what the file says. */
export const templateFile = async (context: ActContext, asked: Asked): Promise<Result<FileReply>> => {
  const template = await templateOf(context, asked)
  if (!template.ok) return template
  return accept({
    fileName: `${templateTexts.fileName(paperKindWords[asked.kind])}.docx`,
    mediaType: reportMediaTypes.docx,
    content: Buffer.from(writeTemplate(asked.kind, template.value)),
  })
}

/** What a paper in this wording looks like, with the names of its fields. */
export const templatePreview = async (context: ActContext, asked: Asked): Promise<Result<FileReply>> => {
  const template = await templateOf(context, asked)
  if (!template.ok) return template
  const report = previewTemplate(asked.kind, template.value)
  if (!report.ok) return report
  return accept({
    fileName: `${templateTexts.fileName(paperKindWords[asked.kind])}.pdf`,
    mediaType: reportMediaTypes.pdf,
    content: Buffer.from(await writeReport(report.value, 'pdf', paperFontFolders())),
    inline: true,
  })
}
