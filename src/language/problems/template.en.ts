import type { TemplateProblemFacts } from '../../core/problem-facts/template.ts'
import type { SentencesOf } from '../problem-sentences.ts'

const sizes = {
  paragraphs: 'paragraphs of the template',
  letters: 'letters of the template',
  paragraphLetters: 'letters of this paragraph',
  summaryLetters: 'letters of the summary',
  fields: 'fields «…» of the template',
  repeats: 'repeats within each other',
  nested: 'levels within each other',
  blocks: 'paragraphs of the paper',
} as const

const around = (text: string): string => (text === '' ? '' : ` at “${text}”`)

export const templateProblemsEn: SentencesOf<keyof TemplateProblemFacts> = {
  templateCannotKeep: ({ what, text }) =>
    `The template has something that a paper does not keep: ${what}${around(text)}. Please remove it.`,
  templateUnknownField: ({ field, near }) =>
    `There is no field «${field}»${near === undefined ? '' : `; «${near}» is the nearest`}. Please copy the name from the guide.`,
  templateUnknownBlock: ({ block, near }) =>
    `There is no block or list “${block}”${near === undefined ? '' : `; “${near}” is the nearest`} for this kind of paper.`,
  templateUnknownMark: ({ mark }) => `The line “${mark}” was not understood. Please see the guide for the lines that may be used.`,
  templateMarkNotClosed: ({ mark }) => `The line “${mark}” lacks the line that opens or closes it.`,
  templateMissingSection: ({ section }) =>
    `The line “${section}” is missing. Please take the template again and leave the lines of sections.`,
  templateSaysNothing: () => 'By this template nothing would be left to say.',
  paperNotIssued: () => 'Only an issued paper can be posted, and none of a rehearsal.',
  templateTooLarge: ({ what, limit, actual }) =>
    `Too many ${sizes[what]}: ${actual}, at most ${limit}. Please shorten it and upload again.`,
  templateTooDeep: ({ repeats, nested }) =>
    `Repeats may stand within each other ${repeats} deep, repeats and conditions ${nested} deep. Please take some out and upload again.`,
  templateForbiddenLetters: ({ text }) => `The template has letters that cannot be shown${around(text)}. Please type this paragraph anew.`,
  templateTooManyBlocks: ({ limit }) =>
    `By the template the paper comes to more than ${limit} paragraphs and rows. Please take repeats out of the template.`,
  templateFieldWithoutValue: ({ field }) => `The template uses the field «${field}», for which this paper has no value.`,
}
