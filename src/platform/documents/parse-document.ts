import type { RawDocument } from '../../core/document/raw-document.ts'
import type { WrittenText } from '../../core/document/written-text.ts'
import { errorAt } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import { checkSize } from './check-size.ts'
import { detectFormat, type DetectedFormat } from './detect-format.ts'

type Parse = (bytes: Uint8Array) => Result<RawDocument> | Promise<Result<RawDocument>>

/** One reader per format, loaded when it is needed. */
const readers: Readonly<Record<DetectedFormat, () => Promise<Parse>>> = {
  txt: async () => (await import('./txt.ts')).readTxt,
  csv: async () => (await import('./csv.ts')).readCsv,
  json: async () => (await import('./json.ts')).readJson,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  ods: async () => (await import('./xlsx.ts')).readOds,
  docx: async () => (await import('./docx.ts')).readDocx,
  pdf: async () => (await import('./pdf.ts')).readPdf,
}

/**
 * Bytes → document, in the thread that calls. It guards against what a file says, not against what it costs: `readDocumentFile` does that.
 * `withHidden` reads the hidden sheets, rows and columns of a workbook of Excel too. Libraries throw on damage of every kind; whatever they throw means that the file is not what its format says.
 */
export const parseDocument = async (bytes: Uint8Array, fileName: string, withHidden = false): Promise<Result<RawDocument>> => {
  const format = detectFormat(bytes, fileName)
  if (!isFormat(format)) return refuse(errorAt('unreadableFile', '', { reason: format }))
  const read = withHidden && format === 'xlsx' ? (await import('./xlsx.ts')).readXlsxWithHidden : await readers[format]()
  try {
    const document = await read(bytes)
    return document.ok ? checkSize(document.value) : document
  } catch (thrown) {
    return refuse(problemOf(thrown))
  }
}

/** Bytes → a written text with its hands; only Word files have them. */
export const parseWritten = async (bytes: Uint8Array, fileName: string): Promise<Result<WrittenText>> => {
  const format = detectFormat(bytes, fileName)
  if (format !== 'docx') return refuse(errorAt('unreadableFile', '', { reason: isFormat(format) ? 'unknownFormat' : format }))
  try {
    return (await import('./docx-written.ts')).readWrittenDocx(bytes)
  } catch (thrown) {
    return refuse(problemOf(thrown))
  }
}

const isFormat = (format: string): format is DetectedFormat => Object.hasOwn(readers, format)

const problemOf = (thrown: unknown) => {
  const [name, message] = thrown instanceof Error ? [thrown.name, thrown.message] : ['', '']
  if (name === 'PasswordException' || name === 'EncryptedFileError') return errorAt('unreadableFile', '', { reason: 'encrypted' })
  // hucre: the used cells span more than it is ready to hold, as two cells in opposite corners of a sheet do.
  const spanned = /\((\d+) cells\), over the (\d+) limit/.exec(message)
  if (spanned) return errorAt('tooLarge', '', { what: 'cells', limit: spanned[2] ?? '', actual: spanned[1] ?? '' })
  return errorAt('unreadableFile', '', { reason: 'broken' })
}
