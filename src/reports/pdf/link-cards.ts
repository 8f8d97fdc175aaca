import { encode } from 'uqr'
import { describingString, typstString } from './typst-text.ts'

/** Cards that differ in their address alone; their words are written already. */
export interface LinkCards {
  /** Of the file, not of a card. */
  readonly title: string
  /** In bold at the head of each card. */
  readonly heading: string
  /** Below the heading: unit, group, note. */
  readonly lines: readonly string[]
  /** How a card is used, above its address. */
  readonly use: string
  readonly addresses: readonly string[]
}

/** A row of squares as one rectangle for each run of dark ones: a third of the parts, and no seams within a run. */
const rowPath = (row: readonly boolean[], y: number): string =>
  [
    ...row
      .map((isDark) => (isDark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1H${index}z`)
    .join('')

/** The QR code of an address as a drawing of one path, without the white around it: the card leaves that. */
export const qrDrawing = (address: string): string => {
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' width='${size}' height='${size}'><path d='${data.map(rowPath).join('')}'/></svg>`
}

/** Words beside the code, as large as they fit there; four squares around a code of version 5 (0.6 mm each) stay white. */
const cards = ({ heading, lines, use }: LinkCards): string => `
#let words(size) = {
  set text(size: size)
  text(weight: "bold", ${typstString(heading)})
  for line in (${lines.map((line) => `${typstString(line)},`).join('')}) { parbreak(); text(line) }
}
#let card(size, drawing, place, token) = block(width: 100%, height: 100%, inset: (x: 2.8mm, y: 2.5mm), clip: true, {
  grid(columns: (22mm, 1fr), rows: 22mm, column-gutter: 2.6mm,
    image(bytes(drawing), format: "svg", width: 22mm, height: 22mm),
    block(width: 100%, height: 22mm, clip: true, words(size)))
  block(above: 2.4mm, below: 0pt, text(size: 7pt, ${typstString(use)}))
  block(above: 1.4mm, below: 0pt, link(place + token, text(size: 6.5pt, place) + linebreak() + text(size: 7pt, box(token))))
})
`

/** What is typed by hand stands whole on a line of its own: the address is parted behind its last `=`. */
const cardCode = (address: string): string => {
  const end = address.lastIndexOf('=') + 1
  return `c(${[qrDrawing(address), address.slice(0, end), address.slice(end)].map(typstString).join(',')})`
}

/** The cards in the language of Typst. They are no paper of the decree, so they are no `Report`: neither letterhead nor margins nor sizes of one hold for them. Three beside one another, seven below; 6 mm around, which most printers reach. */
export const linkCardsSource = (sheet: LinkCards): string => `#set document(title: ${describingString(sheet.title)})
#set page(width: 210mm, height: 297mm, margin: 6mm)
#set text(font: "Tinos", lang: "vi", fallback: false, hyphenate: false)
#set par(leading: 0.4em, spacing: 0.55em)
${cards(sheet)}
#context {
  let sizes = (8.5pt, 8pt, 7.5pt, 7pt, 6.5pt, 6pt, 5.5pt, 5pt, 4.5pt)
  let fitting = sizes.find(size => measure(width: 35.8mm, words(size)).height <= 22mm)
  let c = card.with(if fitting == none { 4.5pt } else { fitting })
  grid(columns: (66mm, 66mm, 66mm), rows: 40.7mm, stroke: (paint: luma(150), thickness: 0.4pt, dash: "dashed"),
${sheet.addresses.map(cardCode).join(',\n')})
}
`
