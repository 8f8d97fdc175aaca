import type { CellValue, WriteOptions } from 'hucre'
import { cellText, xmlCharacters } from '../../core/office-text.ts'

const written = (value: CellValue): CellValue => (typeof value === 'string' ? cellText(value) : value)

/** A workbook as a file. Every text goes into a workbook through here; the writer is loaded when it is first asked for. */
export const workbookBytes = async ({ sheets, properties, ...more }: WriteOptions): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    ...more,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      name: xmlCharacters(sheet.name),
      ...(sheet.rows && { rows: sheet.rows.map((row) => row.map(written)) }),
    })),
    ...(properties && {
      properties: {
        ...properties,
        ...(properties.title !== undefined && { title: xmlCharacters(properties.title) }),
        ...(properties.creator !== undefined && { creator: xmlCharacters(properties.creator) }),
      },
    }),
  })
}
