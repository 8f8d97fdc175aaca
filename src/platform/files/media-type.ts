import type { FileHandle } from 'node:fs/promises'

const office = 'application/vnd.openxmlformats-officedocument'

/** Media types that are told apart by content; what is none of them is `application/octet-stream`. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
  /** Word, Excel and PowerPoint before 2007; also what password-protected new files are wrapped in. */
  oldOffice: 'application/x-cfb',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  tiff: 'image/tiff',
  text: 'text/plain; charset=utf-8',
  unknown: 'application/octet-stream',
} as const
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

/** What the first bytes say, in Latin-1. */
const signatures: readonly (readonly [RegExp, MediaType])[] = [
  [/^[^]{0,1019}%PDF-/, mediaTypes.pdf],
  [/^\x89PNG\r\n\x1a\n/, mediaTypes.png],
  [/^\xff\xd8\xff/, mediaTypes.jpeg],
  [/^RIFF[^]{4}WEBP/, mediaTypes.webp],
  [/^(?:II\*\0|MM\0\*)/, mediaTypes.tiff],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, mediaTypes.oldOffice],
]
const openDocuments = [mediaTypes.odt, mediaTypes.ods]
const packages: readonly (readonly [string, MediaType])[] = [
  ['word/document', mediaTypes.docx],
  ['xl/workbook', mediaTypes.xlsx],
  ['ppt/presentation', mediaTypes.pptx],
]

const headSize = 4096
/** The list of names at the end of a ZIP archive; an office file has far fewer than fit here. */
const tailSize = 256 * 1024

const readPart = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** Bytes that are text in UTF-8 or in UTF-16 with its mark. A character cut off at the end is no fault. */
const isText = (head: Buffer): boolean => {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    // Vietnamese text in the old single-byte encodings has no controls and many high letters; binary files have controls.
    return head.filter((byte) => byte > 127).length * 2 < head.length
  }
}

const typeOfArchive = async (file: FileHandle, size: number, head: string): Promise<MediaType> => {
  const openDocument = openDocuments.find((type) => head.startsWith(`mimetype${type}`, 30))
  if (openDocument) return openDocument
  const tail = (await readPart(file, Math.max(0, size - tailSize), tailSize)).toString('latin1')
  return packages.find(([name]) => tail.includes(name))?.[1] ?? mediaTypes.zip
}

/** Tells a file's type by its content; its name and what the sender claims count for nothing. */
export const detectMediaType = async (file: FileHandle, size: number): Promise<MediaType> => {
  const bytes = await readPart(file, 0, headSize)
  const head = bytes.toString('latin1')
  if (head.startsWith('PK\x03\x04')) return typeOfArchive(file, size, head)
  const signature = signatures.find(([shape]) => shape.test(head))
  if (signature) return signature[1]
  return isText(bytes) ? mediaTypes.text : mediaTypes.unknown
}
