import { authorityMarks, paperWords } from '../language/reports/paper-words.ts'
import type { Columns, Line } from './layout.ts'
import { centred, wordsLine } from './line.ts'
import { size, textWidth } from './measures.ts'
import type { Authority, Closing, Recipients } from './report.ts'

/** Room for signature and seal between title and name, in points. */
const signatureRoom = 76

const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** The lines above a signature, as the decree gives them for each form of authority. */
export const authorityLines = (authority: Authority): readonly string[] => {
  const title = upper(authority.title)
  switch (authority.by) {
    case 'self':
      return [title]
    case 'acting':
      return [`${authorityMarks.acting} ${title}`]
    case 'collective':
      return [`${authorityMarks.collective} ${upper(authority.body)}`, title]
    case 'collectiveDeputy':
      return [`${authorityMarks.collective} ${upper(authority.body)}`, `${authorityMarks.deputy} ${upper(authority.head)}`, title]
    default:
      return [`${authorityMarks[authority.by]} ${upper(authority.head)}`, title]
  }
}

/** Between the last words and the signature, in points. */
const roomAbove = 8

const titleLine = (text: string, at = 0): Line =>
  wordsLine(text, { size: size.body, bold: true, align: centred, before: at === 0 ? roomAbove : 0 })
const nameLine = (name: string | undefined): Line =>
  wordsLine(name ?? '', { size: size.body, bold: true, align: centred, before: signatureRoom })

/** `- Sở Nội vụ;` … `- Lưu: VT, NV.` */
const recipientLines = (recipients: Recipients | undefined): readonly Line[] => {
  if (recipients === undefined) return []
  const items = [...recipients.to.map((name) => `- ${name.replace(/[.;\s]+$/, '')};`), paperWords.archive(recipients.archive)]
  return [
    wordsLine(paperWords.recipients, { size: size.recipientsTitle, bold: true, italic: true, before: roomAbove }),
    ...items.map((item) => wordsLine(item, { size: size.recipients })),
  ]
}

const half = textWidth('portrait') / 2

/** Recipients on the left, the signature on the right; minutes have a signature on both sides and recipients below. */
export const layOutClosing = (closing: Closing): readonly Columns[] => {
  if (closing.kind === 'signed') {
    const { authority, name } = closing.signature
    return [
      {
        kind: 'columns',
        columns: [
          { width: half, pieces: recipientLines(closing.recipients) },
          { width: half, pieces: [...authorityLines(authority).map(titleLine), nameLine(name)] },
        ],
      },
    ]
  }
  const sides: Columns = {
    kind: 'columns',
    columns: [
      { width: half, pieces: [titleLine(paperWords.secretary), nameLine(closing.secretary)] },
      { width: half, pieces: [titleLine(paperWords.chair), nameLine(closing.chair)] },
    ],
  }
  const below = recipientLines(closing.recipients)
  return below.length === 0
    ? [sides]
    : [
        sides,
        {
          kind: 'columns',
          columns: [
            { width: half, pieces: below },
            { width: half, pieces: [] },
          ],
        },
      ]
}
