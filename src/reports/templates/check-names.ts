import { fold } from '../../core/fold.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import type { Block, Text } from '../report.ts'
import { fieldNames, listNames } from './field-catalogue.ts'
import { fieldsIn } from './fields.ts'
import type { PaperTemplate, TemplateBlock } from './template.ts'

const wordsIn = (text: Text): string => (typeof text === 'string' ? text : text.map((span) => span.text).join(''))

const fieldsOfBlock = (block: Block): readonly string[] => [
  ...('title' in block && block.title !== undefined ? fieldsIn(block.title) : []),
  ...('text' in block && block.text !== undefined ? fieldsIn(wordsIn(block.text)) : []),
]

/** A name that differs by marks, case or a letter or two. */
const nearest = (name: string, names: Iterable<string>): string | undefined => {
  if (name.length > 100) return undefined
  const wanted = fold(name)
  const close = [...names].map((each) => ({ each, far: distance(wanted, fold(each)) })).sort((a, b) => a.far - b.far)[0]
  return close && close.far <= Math.max(2, Math.floor(wanted.length / 4)) ? close.each : undefined
}

/** Letters that must be put in, taken out or changed (Levenshtein). */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1]
    for (let column = 1; column <= to.length; column++)
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1)))
    row = next
  }
  return row[to.length] ?? 0
}

interface Names {
  readonly fields: ReadonlySet<string>
  readonly lists: ReadonlyMap<string, readonly string[]>
}

const near = (name: string, names: Iterable<string>) => {
  const found = nearest(name, names)
  return found === undefined ? {} : { near: found }
}

const unknownFields = (fields: readonly string[], known: ReadonlySet<string>): readonly Problem[] =>
  fields.filter((name) => !known.has(name)).map((field) => errorAt('templateUnknownField', field, { field, ...near(field, known) }))

const unknownList = (list: string, { lists }: Names): readonly Problem[] =>
  lists.has(list) ? [] : [errorAt('templateUnknownBlock', list, { block: list, ...near(list, lists.keys()) })]

const within = (names: Names, list: string): Names => ({ ...names, fields: new Set([...names.fields, ...(names.lists.get(list) ?? [])]) })

const checkBlock = (block: TemplateBlock, names: Names): readonly Problem[] => {
  switch (block.kind) {
    case 'block':
      return unknownFields(fieldsOfBlock(block.block), names.fields)
    case 'part':
      return []
    case 'table':
      return block.rows.flatMap(({ each, cells }) => [
        ...(each === undefined ? [] : unknownList(each, names)),
        ...unknownFields(
          cells.flat().flatMap((text) => fieldsIn(wordsIn(text))),
          each === undefined ? names.fields : within(names, each).fields,
        ),
      ])
    case 'each':
      return [...unknownList(block.list, names), ...block.body.flatMap((inner) => checkBlock(inner, within(names, block.list)))]
    case 'when': {
      const isKnown = names.fields.has(block.field) || names.lists.has(block.field)
      return [...(isKnown ? [] : unknownFields([block.field], names.fields)), ...block.body.flatMap((inner) => checkBlock(inner, names))]
    }
  }
}

/** Fields and lists of a template that papers of this kind do not know, each once, with the name that comes nearest. */
export const checkNames = (kind: PaperKind, template: PaperTemplate): readonly Problem[] => {
  const names: Names = { fields: new Set(fieldNames(kind)), lists: listNames(kind) }
  const problems = [
    ...unknownFields(
      [...fieldsIn(template.summary), ...template.bases.flatMap((basis) => (typeof basis === 'string' ? fieldsIn(basis) : []))],
      names.fields,
    ),
    ...template.body.flatMap((block) => checkBlock(block, names)),
    ...template.annexes.flatMap((annex) =>
      annex === 'composed'
        ? []
        : [...unknownFields(fieldsIn(annex.title), names.fields), ...annex.body.flatMap((block) => checkBlock(block, names))],
    ),
  ]
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.at}`, problem])).values()]
}
