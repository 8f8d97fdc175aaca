import { zipSync } from 'fflate'
import type { Layout, PageRun, Picture, Piece } from '../layout.ts'
import { gridXml } from './docx-grid.ts'
import { lineXml, pageBreakXml, ruleXml } from './docx-line.ts'
import { corePart, documentPart, fixedParts, headerParts, relationsPart, sectionXml } from './docx-parts.ts'
import { pictureXml } from './docx-picture.ts'
import { columnsXml } from './docx-table.ts'

type Places = ReadonlyMap<Picture, number>

const pieceXml = (piece: Piece, pictures: Places): string => {
  switch (piece.kind) {
    case 'line':
      return lineXml(piece)
    case 'rule':
      return ruleXml(piece)
    case 'columns':
      return columnsXml(piece)
    case 'grid':
      return gridXml(piece)
    case 'picture':
      return pictureXml(piece, pictures.get(piece) ?? 0)
    case 'pageBreak':
      return pageBreakXml
  }
}

/** Word wants a paragraph between two tables, else it takes them for one, and one behind the last. */
const between = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
const isTable = (piece: Piece | undefined): boolean => piece?.kind === 'grid' || piece?.kind === 'columns'

const runXmlOf = ({ pieces }: PageRun, pictures: Places): string =>
  pieces
    .map(
      (piece, at) => pieceXml(piece, pictures) + (isTable(piece) && (at === pieces.length - 1 || isTable(pieces[at + 1])) ? between : ''),
    )
    .join('')

/** Pages of a run end with their section: in a paragraph of its own, but for the last, whose section closes the body. */
const bodyXml = ({ runs }: Layout, pictures: Places): string =>
  runs
    .map((run, at) => {
      const section = sectionXml(run.orientation)
      const end =
        at === runs.length - 1
          ? section
          : `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`
      return runXmlOf(run, pictures) + end
    })
    .join('')

const picturesOf = ({ runs }: Layout): readonly Picture[] =>
  runs.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'picture'))

/** Word before 2016 shows no drawing: {@link withPixels} gives every picture its points first. */
const mediaOf = (pictures: readonly Picture[]) =>
  pictures.flatMap(({ png, svg }, at) => [
    { id: `png${at + 1}`, target: `media/picture${at + 1}.png`, bytes: png ?? new Uint8Array() },
    ...(svg === undefined ? [] : [{ id: `svg${at + 1}`, target: `media/picture${at + 1}.svg`, bytes: new TextEncoder().encode(svg) }]),
  ])

/**
 * A Word file of a paper, written as text: a library of objects takes three times as long (decision 0019). Opening it in Word itself is untested; its measures are
 * tested from the file.
 */
export const writeDocx = (layout: Layout): Uint8Array => {
  const pictures = picturesOf(layout)
  const media = mediaOf(pictures)
  const places = new Map(pictures.map((picture, at) => [picture, at + 1]))
  return zipSync(
    {
      ...fixedParts,
      ...headerParts(layout.mark),
      'docProps/core.xml': corePart(layout.title, layout.author),
      'word/document.xml': documentPart(bodyXml(layout, places)),
      'word/_rels/document.xml.rels': relationsPart(media),
      ...Object.fromEntries(media.map(({ target, bytes }) => [`word/${target}`, [bytes, { level: 0 }] as const])),
    },
    { level: 3 },
  )
}
