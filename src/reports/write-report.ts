import { layOut } from './lay-out.ts'
import { withPixels } from './charts/with-pixels.ts'
import type { Layout } from './layout.ts'
import type { PdfCompiler } from './pdf/write-pdf.ts'
import type { Report } from './report.ts'

export const reportFormats = ['docx', 'pdf', 'xlsx'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What each format is called where a file is sent. */
export const reportMediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Whether a workbook could hold anything of the paper. */
export const hasTables = (layout: Layout): boolean => layout.runs.some(({ pieces }) => pieces.some(({ kind }) => kind === 'grid'))

/** The formats that a paper can be written in: a workbook only of tables. */
export const formatsOf = (report: Report): readonly ReportFormat[] => (hasTables(layOut(report)) ? reportFormats : ['docx', 'pdf'])

/** Writes a paper; the libraries are loaded when they are needed. `fontFolders` hold the faces of the PDF. */
export const writeReport = async (report: Report, format: ReportFormat, fontFolders: readonly string[]): Promise<Uint8Array> => {
  const layout = layOut(report)
  switch (format) {
    case 'docx':
      return (await import('./docx/write-docx.ts')).writeDocx(await withPixels(layout, fontFolders))
    case 'xlsx':
      return (await import('./xlsx/write-xlsx.ts')).writeXlsx(layout)
    case 'pdf': {
      const { writePdf } = await import('./pdf/write-pdf.ts')
      return writePdf(await pdfCompiler(fontFolders), layout)
    }
  }
}

let compiler: Promise<PdfCompiler> | undefined

/** One compiler for the process: reading the fonts takes longer than a paper. */
const pdfCompiler = (fontFolders: readonly string[]): Promise<PdfCompiler> => {
  compiler ??= import('./pdf/write-pdf.ts').then(({ makePdfCompiler }) => makePdfCompiler(fontFolders))
  return compiler
}
