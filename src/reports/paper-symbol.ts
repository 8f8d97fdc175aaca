import { paperTypes, paperWords } from '../language/reports/paper-words.ts'
import type { Heading } from './report.ts'

type NumberedHeading = Exclude<Heading, { kind: 'sheet' }>

/** `KH-BDT`; a letter has no mark of a type and may name the division that drafted it: `BDT-VP`. */
export const paperSymbol = (heading: NumberedHeading): string => {
  const { agencyMark, divisionMark } = heading.number
  const typeMark = heading.kind === 'letter' ? [] : [paperTypes[typeOf(heading)].mark]
  return [...typeMark, agencyMark, ...(divisionMark === undefined ? [] : [divisionMark])].join('-')
}

const typeOf = (heading: Exclude<NumberedHeading, { kind: 'letter' }>) => (heading.kind === 'decision' ? 'decision' : heading.type)

/** What the paper is called where another text speaks of it: `Kế hoạch`, `Công văn`. */
export const paperName = (heading: Heading): string => {
  if (heading.kind === 'letter') return paperWords.letterName
  return heading.kind === 'sheet' ? heading.title : paperTypes[typeOf(heading)].name
}

/** The title that a file and its reader show. */
export const paperTitle = (heading: Heading): string =>
  heading.kind === 'letter'
    ? `${paperName(heading)} ${paperWords.letterSubject} ${heading.subject}`
    : `${paperName(heading)}: ${heading.summary}`
