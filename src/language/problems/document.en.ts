import type { DocumentProblemFacts } from '../../core/problem-facts/document.ts'
import { numbered, problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, sizeOf, word } from './wording.en.ts'

export const documentProblemsEn: SentencesOf<keyof DocumentProblemFacts> = {
  unreadableFile: ({ reason, detail }) => `${problemWords.en.unreadable[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  tooLarge: ({ what, limit, actual }) =>
    what === 'memory'
      ? `The file needs more than ${sizeOf(limit, what)} of memory to be read. Please keep only the part with the table.`
      : `The file is beyond the limit for ${word(what)}: ${sizeOf(actual, what)}, at most ${sizeOf(limit, what)}. Please keep only the part with the table.`,
  severalTables: ({ count, number, chosen, tables }) =>
    `The document has ${count} tables of this kind: ${numbered(tables)}. Table ${number}, “${chosen}”, was read. ` +
    'For another one, ask for it by its number.',
  hiddenCells: ({ rows, columns }) =>
    `The workbook hides ${rows} rows and ${columns} columns; these were not read. Please show them if they belong to the table.`,
  legacyFont: ({ font }) =>
    `The text uses the old ${font} font encoding and was converted to Unicode. Please compare it with the original.`,
  noTable: ({ kind }) =>
    `No ${problemWords.en.tables[kind] ?? 'table'} was found in the document. Please check that its heading row has columns such as STT, Tiêu chí, Điểm.`,
  unreadableRow: ({ text }) => `The row “${text}” was not understood. Please look at it in the original and enter it again if needed.`,
  doubtfulText: ({ raw, corrected }, place) =>
    `${place}: the text “${raw}” may be misread${corrected === undefined ? '' : `, perhaps for “${corrected}”`}. Please compare with the original.`,
  decimalSign: ({ raw, column }, place) =>
    `${place}${column === undefined ? '' : `, column ${column}`}: the figure “${raw}” has another decimal sign than the rest. Please confirm its value.`,
  missingCode: ({ name }, place) => `${place}: the row “${name}” has no code. Please add it, or confirm that the original leaves it empty.`,
  duplicateCode: ({ repeated, duplicateOf }, place) =>
    `${place}: the code ${repeated} is already used at ${duplicateOf}. Please check the numbering.`,
  codeGap: ({ expected, found }, place) =>
    found === undefined
      ? `${place}: the code ${expected} is missing.`
      : `${place}: the code jumps to ${found} where ${expected} was expected. A row may be missing.`,
  missingName: (_, place) => `${place} has no name.`,
  missingMaxPoints: (_, place) => `${place} has no maximum points.`,
  missingLeadUnit: (_, place) => `${place} has no lead unit.`,
  missingCoordinatingUnit: (_, place) => `${place} has no coordinating unit.`,
  unitSpelling: ({ spellings, proposed }) =>
    `A unit is spelled in several ways: ${spellings.map((each) => `“${each}”`).join(', ')}${proposed === undefined ? '' : `. “${proposed}” is proposed`}.`,
  countMismatch: ({ what, printed, derived }) => `The document says ${figure(printed)} ${word(what)}, but ${figure(derived)} were counted.`,
  totalMismatch: ({ printed, derived, from }, place) =>
    `${place} says ${figure(printed)} points, but ${from === 'children' ? 'its sub-criteria' : 'the scored criteria below it'} add up to ${figure(derived)}.`,
  columnTotalMismatch: ({ column, printed, derived }) =>
    `Column ${column} says ${figure(printed)} points in total, but its rows add up to ${figure(derived)}.`,
  targetAboveMax: ({ column, target, max }, place) =>
    `${place}, column ${column}: the target of ${figure(target)} is above the maximum of ${figure(max)}.`,
  targetBelowResult: ({ column, target, result }, place) =>
    `${place}, column ${column}: the target of ${figure(target)} is below the result of ${figure(result)}.`,
  overlappingClasses: ({ first, second }) => `The classes “${first}” and “${second}” overlap. Please change an edge of one of them.`,
  classGap: ({ below, above }) => `There is a gap between the classes “${below}” and “${above}”; a unit within it would have no class.`,
  unsettledTotal: ({ printed, derived }, place) =>
    `${place}: please choose ${figure(printed)} points (as printed) or ${figure(derived)} points (added up) before it comes into force.`,
}
