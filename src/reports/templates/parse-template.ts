import type { StrangeMark, WrittenParagraph, WrittenTable, WrittenText } from '../../core/document/written-text.ts'
import { firstProblems } from '../../core/first-problems.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { paperPartWords, type PaperPart } from '../../language/reports/paper-part-words.ts'
import { templateBlocks, templateMarks as marks, type TemplateSection, templateSections } from '../../language/reports/template-words.ts'
import { checkNames } from './check-names.ts'
import { defaultTemplate } from './default-template.ts'
import { mark } from './fields.ts'
import { type Command, commandOf } from './read-command.ts'
import { blockOf, loneHeading, spansOfParagraph, wordsOf } from './read-block.ts'
import { tableOf } from './read-table.ts'
import { limitProblems, summaryProblems, templateLimits } from './template-limits.ts'
import type { PaperTemplate, TemplateAnnex, TemplateBlock } from './template.ts'

type Written = WrittenParagraph | WrittenTable

/** What is being read: blocks go to the innermost place that is open. */
interface Reading {
  readonly kind: PaperKind
  readonly parts: ReadonlyMap<string, PaperPart>
  readonly problems: Problem[]
  section: TemplateSection | undefined
  summary: string
  readonly seen: Set<TemplateSection>
  readonly bases: (string | { readonly chosen: true })[]
  readonly body: TemplateBlock[]
  readonly annexes: ({ title: string; readonly orientation: TemplateAnnex['orientation']; readonly body: TemplateBlock[] } | 'composed')[]
  readonly open: { readonly block: TemplateBlock & { kind: 'each' | 'when' }; readonly line: number; readonly into: TemplateBlock[] }[]
  lone: 'part' | 'chapter' | 'section' | undefined
  /** Told once: whoever nests too deep does so on many lines. */
  tooDeep: Problem | undefined
}

const isAnnex = (section: TemplateSection | undefined): boolean => section === 'portraitAnnex' || section === 'landscapeAnnex'

const target = (reading: Reading): TemplateBlock[] => {
  const inner = reading.open.at(-1)
  if (inner) return inner.into
  const annex = isAnnex(reading.section) ? reading.annexes.findLast((each) => each !== 'composed') : undefined
  return annex?.body ?? reading.body
}

const sectionNames = Object.entries(templateSections) as readonly [TemplateSection, string][]

const closeAll = (reading: Reading): void => {
  for (const { block, line } of reading.open.splice(0))
    reading.problems.push(
      errorAt(
        'templateMarkNotClosed',
        '',
        { mark: mark(block.kind === 'each' ? `${marks.each}: ${block.list}` : `${marks.when}: ${block.field}`) },
        line,
      ),
    )
}

const startSection = (reading: Reading, of: string, line: number): void => {
  closeAll(reading)
  const found = sectionNames.find(([, title]) => title === of)?.[0]
  if (found === undefined) reading.problems.push(errorAt('templateUnknownMark', '', { mark: mark(`${marks.section}: ${of}`) }, line))
  reading.section = found
  if (found) reading.seen.add(found)
  if (found === 'portraitAnnex' || found === 'landscapeAnnex')
    reading.annexes.push({ title: '', orientation: found === 'portraitAnnex' ? 'portrait' : 'landscape', body: [] })
}

const isTooDeep = ({ open: around }: Reading, kind: 'each' | 'when'): boolean =>
  around.length >= templateLimits.nested ||
  (kind === 'each' && around.filter(({ block }) => block.kind === 'each').length >= templateLimits.repeats)

const open = (reading: Reading, kind: 'each' | 'when', of: string, line: number): void => {
  const into: TemplateBlock[] = []
  const block: TemplateBlock & { kind: 'each' | 'when' } =
    kind === 'each' ? { kind, list: of, body: into } : { kind, field: of, body: into }
  // What is nested too deep hangs on nothing, so that nobody has to go down there.
  if (isTooDeep(reading, kind))
    reading.tooDeep ??= errorAt('templateTooDeep', '', { repeats: templateLimits.repeats, nested: templateLimits.nested }, line)
  else target(reading).push(block)
  reading.open.push({ block, line, into })
}

const close = (reading: Reading, kind: 'each' | 'when', line: number): void => {
  if (reading.open.at(-1)?.block.kind === kind) reading.open.pop()
  else reading.problems.push(errorAt('templateMarkNotClosed', '', { mark: mark(kind === 'each' ? marks.eachEnd : marks.whenEnd) }, line))
}

const takePart = (reading: Reading, of: string, line: number): void => {
  const part = reading.parts.get(of)
  if (of === templateBlocks.bases) reading.bases.push({ chosen: true })
  else if (of === templateBlocks.annexes) reading.annexes.push('composed')
  else if (part) target(reading).push({ kind: 'part', part })
  else reading.problems.push(errorAt('templateUnknownBlock', '', { block: of }, line))
}

const obey = (reading: Reading, { name, of }: Command, line: number): void => {
  if (name === marks.section) startSection(reading, of, line)
  else if (name === marks.part) takePart(reading, of, line)
  else if (name === marks.each) open(reading, 'each', of, line)
  else if (name === marks.when) open(reading, 'when', of, line)
  else if (name === marks.eachEnd) close(reading, 'each', line)
  else if (name === marks.whenEnd) close(reading, 'when', line)
  else reading.problems.push(errorAt('templateUnknownMark', '', { mark: mark(of === '' ? name : `${name}: ${of}`) }, line))
}

const withBreak = (reading: Reading, { endsPage }: WrittenParagraph): void => {
  if (endsPage) target(reading).push({ kind: 'block', block: { kind: 'pageBreak' } })
}

const readBody = (reading: Reading, paragraph: WrittenParagraph): void => {
  const spans = spansOfParagraph(paragraph)
  const words = wordsOf(spans)
  if (words === '') return withBreak(reading, paragraph)
  const lone = loneHeading(words)
  if (lone) reading.lone = lone
  else if (reading.lone) {
    target(reading).push({ kind: 'block', block: { kind: reading.lone, title: words } })
    reading.lone = undefined
  } else target(reading).push({ kind: 'block', block: blockOf(paragraph, spans) })
  withBreak(reading, paragraph)
}

const readParagraph = (reading: Reading, paragraph: WrittenParagraph): void => {
  const words = wordsOf(spansOfParagraph(paragraph))
  const command = commandOf(words)
  if (reading.section === 'guide' && command?.name !== marks.section) return
  if (command) return obey(reading, command, paragraph.line)
  if (reading.section === 'summary') reading.summary = `${reading.summary} ${words}`.trim()
  else if (reading.section === 'bases') reading.bases.push(...(words === '' ? [] : [words.replace(/[;.\s]+$/, '')]))
  else if (reading.section === 'body') readBody(reading, paragraph)
  else if (isAnnex(reading.section)) readAnnex(reading, paragraph, words)
  else if (words !== '')
    reading.problems.push(
      errorAt('templateMissingSection', '', { section: mark(`${marks.section}: ${templateSections.summary}`) }, paragraph.line),
    )
}

/** The first words of an annex are its title. */
const readAnnex = (reading: Reading, paragraph: WrittenParagraph, words: string): void => {
  const annex = reading.annexes.findLast((each) => each !== 'composed')
  if (annex?.title === '') annex.title = words
  else readBody(reading, paragraph)
}

const readPiece = (reading: Reading, piece: Written): void => {
  if (piece.kind === 'paragraph') return readParagraph(reading, piece)
  const table = reading.section === 'guide' ? undefined : tableOf(piece)
  if (table) target(reading).push(table)
}

/** Marks in the guide are nobody's concern. */
const strangeProblems = (strange: readonly StrangeMark[], guideAt: number): readonly Problem[] =>
  strange.filter(({ line }) => line < guideAt).map(({ what, line, text }) => errorAt('templateCannotKeep', '', { what, text }, line))

const guideLine = ({ pieces }: WrittenText): number => {
  const title = mark(`${marks.section}: ${templateSections.guide}`)
  return pieces.find((piece) => piece.kind === 'paragraph' && wordsOf(spansOfParagraph(piece)) === title)?.line ?? Infinity
}

const missingSections = (seen: ReadonlySet<TemplateSection>): readonly Problem[] =>
  (['summary', 'bases', 'body'] as const)
    .filter((section) => !seen.has(section))
    .map((section) => errorAt('templateMissingSection', '', { section: mark(`${marks.section}: ${templateSections[section]}`) }))

const withoutLastBreak = (blocks: readonly TemplateBlock[]): readonly TemplateBlock[] => {
  const last = blocks.at(-1)
  return last?.kind === 'block' && last.block.kind === 'pageBreak' ? withoutLastBreak(blocks.slice(0, -1)) : blocks
}

/** Blocks of this kind of paper by the name that a template calls them by. */
const partsOf = (kind: PaperKind): ReadonlyMap<string, PaperPart> =>
  new Map(defaultTemplate(kind).body.flatMap((each) => (each.kind === 'part' ? [[paperPartWords[each.part], each.part] as const] : [])))

/** A Word file as the template of a kind of paper; everything that it cannot be is told at once, with the paragraph where it stands. */
export const parseTemplate = (kind: PaperKind, written: WrittenText): Result<PaperTemplate> => {
  const beyond = limitProblems(written)
  if (beyond.length > 0) return refuse(...firstProblems(beyond))
  const reading: Reading = {
    kind,
    parts: partsOf(kind),
    problems: [],
    section: undefined,
    summary: '',
    seen: new Set(),
    bases: [],
    body: [],
    annexes: [],
    open: [],
    lone: undefined,
    tooDeep: undefined,
  }
  for (const piece of written.pieces) readPiece(reading, piece)
  closeAll(reading)
  const template: PaperTemplate = {
    summary: reading.summary,
    bases: reading.bases,
    body: withoutLastBreak(reading.body),
    annexes: reading.annexes.map((annex) => (annex === 'composed' ? annex : { ...annex, body: withoutLastBreak(annex.body) })),
  }
  const problems = [
    ...strangeProblems(written.strange, guideLine(written)),
    ...missingSections(reading.seen),
    ...reading.problems,
    ...(reading.tooDeep ? [reading.tooDeep] : []),
    ...summaryProblems(template),
    ...checkNames(kind, template),
    ...(template.body.length === 0 ? [errorAt('templateSaysNothing', '', {})] : []),
  ]
  return problems.length === 0 ? accept(template) : refuse(...firstProblems(problems))
}
