import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from '@swc/core'

export const root = join(import.meta.dirname, '../..')

/** A text that stands in the code: a string, a template or the words between JSX tags. */
export interface SourceText {
  readonly text: string
  readonly line: number
}

/** One file of the project as the rules see it. `path` is relative to the checkout. */
export interface SourceFile {
  readonly path: string
  readonly lines: number
  /** Relative imports resolved to a path of the project; others as they stand (`node:fs`, `zod`). Types count too. */
  readonly imports: readonly SourceText[]
  readonly texts: readonly SourceText[]
  /** Lines with the type `any`. */
  readonly anys: readonly number[]
}

interface Node {
  readonly type?: unknown
  readonly span?: { readonly start: number }
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Walks everything below a node, whatever the grammar calls it. */
const walk = (value: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, visit)
  } else if (isNode(value)) {
    visit(value)
    for (const each of Object.values(value)) if (isNode(each)) walk(each, visit)
  }
}

const textOf = (node: Node): string | undefined => {
  if (node.type === 'StringLiteral' || node.type === 'JSXText') return String(node['value'])
  return node.type === 'TemplateElement' ? String(node['cooked']) : undefined
}

const moduleOf = (node: Node): unknown => {
  const isImport = node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration'
  if (isImport) return node['source']
  const callee = node['callee']
  if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'Import') return undefined
  const [first] = node['arguments'] as readonly Node[]
  return first?.['expression']
}

const resolveImport = (from: string, text: string): string => (text.startsWith('.') ? normalize(join(dirname(from), text)) : text)

export const parseSource = (path: string, code: string): SourceFile => {
  // Spans count bytes on from what was parsed before, and a program begins at its first token: an empty statement marks the start.
  const marked = `;${code}`
  const bytes = Buffer.from(marked)
  const program = parseSync(marked, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2022' })
  const lineOf = (node: Node): number => {
    const offset = (node.span?.start ?? 0) - program.span.start
    return bytes.subarray(0, Math.max(0, offset)).toString('utf8').split('\n').length
  }
  const imports: SourceText[] = []
  const texts: SourceText[] = []
  const anys: number[] = []
  const modules = new Set<unknown>()
  walk(program.body, (node) => {
    const module = moduleOf(node)
    if (isNode(module)) {
      modules.add(module)
      imports.push({ text: resolveImport(path, String(module['value'])), line: lineOf(node) })
    }
    const text = modules.has(node) ? undefined : textOf(node)
    if (text !== undefined) texts.push({ text, line: lineOf(node) })
    if (node.type === 'TsKeywordType' && node['kind'] === 'any') anys.push(lineOf(node))
  })
  return { path, lines: code.trimEnd().split('\n').length, imports, texts, anys }
}

/** All TypeScript of some folders. */
export const readSources = (...folders: readonly string[]): readonly SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .toSorted()
      .map((name) => {
        const path = join(folder, name)
        return parseSource(path, readFileSync(join(root, path), 'utf8'))
      }),
  )

/** Tests, and what only tests import. */
export const findTests = (files: readonly SourceFile[]): ReadonlySet<string> => {
  const tests = new Set(files.filter(({ path }) => path.includes('.test.') || path.startsWith('test/')).map(({ path }) => path))
  const importers = (path: string) => files.filter(({ imports }) => imports.some(({ text }) => text === path))
  for (const { path } of files) {
    const by = importers(path)
    if (by.length > 0 && by.every((each) => tests.has(each.path))) tests.add(path)
  }
  return tests
}
