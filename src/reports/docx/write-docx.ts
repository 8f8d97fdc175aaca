import {
  AlignmentType,
  Document,
  Header,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Grid, Layout, PageRun, Picture, Piece } from '../layout.ts'
import { page, size } from '../measures.ts'
import { lineParagraph, ruleParagraph, twips } from './docx-line.ts'
import { gridXml } from './docx-grid.ts'
import { columnsTable } from './docx-table.ts'

const pixelsPerMillimetre = 96 / 25.4

const pictureParagraph = ({ png, width, height, caption }: Picture): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: width * pixelsPerMillimetre, height: height * pixelsPerMillimetre },
        altText: { name: caption, description: caption, title: caption },
      }),
    ],
  })

/** Where a grid will stand. A sign for private use, and a run without a size, which no line has: nothing that a person writes looks like it. */
const placeholder = (at: number): string => `\ue000${at}\ue000`
const placeholderXml = /<w:p><w:r><w:t xml:space="preserve">\ue000(\d+)\ue000<\/w:t><\/w:r><\/w:p>/g

type Grids = Grid[]

const gridPlace = (grid: Grid, grids: Grids): Paragraph => new Paragraph({ children: [new TextRun(placeholder(grids.push(grid) - 1))] })

const pieceOf = (piece: Piece, grids: Grids): Paragraph | Table => {
  switch (piece.kind) {
    case 'line':
      return lineParagraph(piece)
    case 'rule':
      return ruleParagraph(piece)
    case 'columns':
      return columnsTable(piece)
    case 'grid':
      return gridPlace(piece, grids)
    case 'picture':
      return pictureParagraph(piece)
  }
}

/** Centred in the top margin, from the second page of each run. */
const headers = () => ({
  first: new Header({ children: [new Paragraph({ children: [] })] }),
  default: new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: size.pageNumber * 2 })],
      }),
    ],
  }),
})

const sectionOf = ({ orientation, pieces }: PageRun, grids: Grids): ISectionOptions => ({
  headers: headers(),
  properties: {
    titlePage: true,
    page: {
      size: {
        width: twips(page.width),
        height: twips(page.height),
        orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: {
        top: twips(page.top),
        bottom: twips(page.bottom),
        left: twips(page.left),
        right: twips(page.right),
        header: twips(page.header),
        footer: twips(page.header),
      },
      pageNumbers: { start: 1 },
    },
  },
  children: pieces.map((piece) => pieceOf(piece, grids)),
})

const black = { color: '000000', font: 'Times New Roman' } as const

const documentOf = (layout: Layout, grids: Grids): Document =>
  new Document({
    title: layout.title,
    creator: layout.author,
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: size.body * 2, language: { value: 'vi-VN' } } },
        heading1: { run: black },
        heading2: { run: black },
        heading3: { run: black },
      },
    },
    sections: layout.runs.map((run) => sectionOf(run, grids)),
  })

/**
 * A Word file of a paper. Opening it in Word itself is untested; its measures are tested from the file.
 * Grids are put in as text afterwards: cell by cell through the library a sheet of 120 rows takes three times as long (decision 0019).
 */
export const writeDocx = async (layout: Layout): Promise<Uint8Array> => {
  const grids: Grids = []
  const parts = unzipSync(await Packer.toBuffer(documentOf(layout, grids)))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const filled = xml.replace(placeholderXml, (whole, at: string) => {
    const grid = grids[Number(at)]
    return grid === undefined ? whole : gridXml(grid)
  })
  return zipSync({ ...parts, 'word/document.xml': strToU8(filled) }, { level: 3 })
}
