import type { Problem } from '../problem.ts'
import type { LeafFile, QuestionnaireFile } from './design.ts'
import { questionnaireFault } from './fault.ts'
import type { Text } from './questionnaire-file.ts'
import { isYes, type Line, settingLines, settingsOf, textAt } from './row-cells.ts'
import { type Heading, keyOfWord, type LineKind, type RowWords } from './row-words.ts'

type Group = NonNullable<QuestionnaireFile['groups']>[number]

/** A line that is no question, before it is laid into columns; `text` in all its languages. */
export interface SpecialLine {
  readonly cells: Partial<Record<Heading, string>>
  readonly text: Text
}

const groupLine = ({ id, text, weight, quota, population }: Group, words: RowWords): SpecialLine => ({
  text,
  cells: {
    id,
    kind: words.lines.group,
    settings: settingLines(words, [
      ['weight', weight],
      ['quota', quota],
      ['population', population],
    ]),
  },
})

const leafLine = (leaf: LeafFile, words: RowWords): SpecialLine => ({
  text: '',
  cells: {
    id: leaf.leaf,
    kind: words.lines.leaf,
    settings: settingLines(words, [
      ['area', leaf.area],
      ['maxPoints', leaf.maxPoints],
      ['conversion', leaf.conversion && words.conversions[leaf.conversion]],
      ['questions', leaf.questions?.join(', ')],
      ['parts', leaf.parts?.map((part) => part.join(', ')).join(' ; ')],
      ['weighted', leaf.weighted ? words.yes : undefined],
      ['minimumAnswers', leaf.minimumAnswers],
      ['emptyGroup', leaf.emptyGroup && words.emptyGroups[leaf.emptyGroup]],
    ]),
  },
})

/** The questionnaire as a whole, its groups and its leaves, as lines above and below its questions. */
export const specialLines = (
  file: QuestionnaireFile,
  words: RowWords,
): { readonly above: readonly SpecialLine[]; readonly below: readonly SpecialLine[] } => {
  const settings = settingLines(words, [
    ['languages', file.languages?.join(', ')],
    ['suppressBelow', file.suppressBelow],
    ['minimumAnswers', file.minimumAnswers],
  ])
  const texts = (['introduction', 'purpose', 'thanks'] as const).flatMap((name) => {
    const text = file[name]
    return text === undefined ? [] : [{ text, cells: { kind: words.lines[name] } }]
  })
  return {
    above: [
      { text: file.title, cells: { kind: words.lines.head, settings } },
      ...texts,
      ...(file.groups ?? []).map((group) => groupLine(group, words)),
    ],
    below: (file.leaves ?? []).map((leaf) => leafLine(leaf, words)),
  }
}

/** What lines that are no questions say. */
export type SpecialParts = Partial<Omit<QuestionnaireFile, 'format' | 'sections'>>

const list = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const number = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined)

const present = <Value extends object>(value: Value): { readonly [Key in keyof Value]?: Exclude<Value[Key], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never

/** Reads one such line into what was read before; `first` is the first language. */
export const readSpecialLine = (
  parts: SpecialParts,
  kind: LineKind,
  line: Line,
  words: RowWords,
  first: string,
): { readonly parts: SpecialParts; readonly problems: readonly Problem[] } => {
  const id = line.cells.id.trim()
  const at = id || words.lines[kind]
  const { settings, problems } = settingsOf(line.cells.settings, words, at)
  const text = textAt(line, 'text', first)
  const figures = {
    suppressBelow: number(settings.get('suppressBelow')),
    minimumAnswers: number(settings.get('minimumAnswers')),
    quota: number(settings.get('quota')),
    population: number(settings.get('population')),
  }
  switch (kind) {
    case 'head': {
      const languages = settings.has('languages') ? list(settings.get('languages') ?? '') : undefined
      const { suppressBelow, minimumAnswers } = figures
      return {
        parts: { groups: [], leaves: [], ...parts, title: text, ...present({ languages, suppressBelow, minimumAnswers }) },
        problems,
      }
    }
    case 'introduction':
    case 'purpose':
    case 'thanks':
      return { parts: { ...parts, [kind]: text }, problems }
    case 'group': {
      const weight = settings.get('weight')?.replace(',', '.')
      const { quota, population } = figures
      return { parts: { ...parts, groups: [...(parts.groups ?? []), { id, text, ...present({ weight, quota, population }) }] }, problems }
    }
    case 'leaf': {
      const conversion = settings.get('conversion')
      const emptyGroup = settings.get('emptyGroup')
      const read = present({
        area: settings.get('area'),
        conversion: conversion === undefined ? undefined : keyOfWord(words.conversions, conversion),
        questions: settings.has('questions') ? list(settings.get('questions') ?? '') : undefined,
        parts: settings.get('parts')?.split(';').map(list),
        weighted: settings.has('weighted') ? isYes(settings.get('weighted') ?? '', words) : undefined,
        minimumAnswers: figures.minimumAnswers,
        emptyGroup: emptyGroup === undefined ? undefined : keyOfWord(words.emptyGroups, emptyGroup),
      })
      const unread = [
        ...(conversion !== undefined && !('conversion' in read) ? [conversion] : []),
        ...(emptyGroup !== undefined && !('emptyGroup' in read) ? [emptyGroup] : []),
      ].map((value) => questionnaireFault('unreadableOption', at, at, { value }))
      const leaf: LeafFile = { leaf: id, maxPoints: settings.get('maxPoints') ?? '', ...read }
      return { parts: { ...parts, leaves: [...(parts.leaves ?? []), leaf] }, problems: [...problems, ...unread] }
    }
  }
}
