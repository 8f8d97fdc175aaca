import { beginDraft, type FrameworkDraft } from '../draft/draft.ts'
import type { Framework, FrameworkNode } from '../framework.ts'
import { sameCodes } from './code-map.ts'

/** Why a framework is made out of another: amended within its year, copied to the next, or taken as the frame of a local one. */
export const derivations = ['amendment', 'nextYear', 'local'] as const
export type Derivation = (typeof derivations)[number]

const asFrame = (nodes: readonly FrameworkNode[]): readonly FrameworkNode[] =>
  nodes.map((node) => ({ ...node, fromFrame: true, children: asFrame(node.children) }))

/** A date of a rule a year later; 29/02 becomes the day before. */
const yearLater = (date: string): string => {
  const [, year = '', rest = ''] = /^(\d{4})(-\d{2}-\d{2})$/.exec(date) ?? []
  return year === '' ? date : `${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`
}

const inNextYear = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string') return key === 'before' || key === 'until' ? yearLater(value) : value
  if (Array.isArray(value)) return value.map((each: unknown) => inNextYear(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inNextYear(each, name)]))
}

const shifted = (nodes: readonly FrameworkNode[]): readonly FrameworkNode[] =>
  nodes.map((node) => ({
    ...node,
    ...(node.rule && { rule: inNextYear(node.rule) as { readonly kind: string } }),
    children: shifted(node.children),
  }))

const nextVersion = (version: string | undefined): string => String(Number.parseInt(version ?? '1', 10) + 1 || 2)

/**
 * A draft made out of a framework in force, whose hash it names. An amendment supersedes it; a copy to the next year has the dates of its rules a year
 * later; a local one keeps every row of the frame locked. Each has a decision of its own, which is not known yet, and knows what its rows were.
 */
export const deriveDraft = (framework: Framework, hash: string, derivation: Derivation): FrameworkDraft => {
  const { supersedes: _, basedOn: _base, inForceFrom: _from, codeMap: _map, version, nodes, ...rest } = framework
  const isNext = derivation === 'nextYear'
  return beginDraft(
    {
      ...rest,
      decision: { number: '', date: '', issuer: derivation === 'local' ? '' : framework.decision.issuer },
      year: isNext ? framework.year + 1 : framework.year,
      ...(derivation === 'amendment' && { version: nextVersion(version), supersedes: hash }),
      basedOn: hash,
      codeMap: sameCodes(framework),
      nodes: derivation === 'local' ? asFrame(nodes) : isNext ? shifted(nodes) : nodes,
    },
    [],
  )
}
