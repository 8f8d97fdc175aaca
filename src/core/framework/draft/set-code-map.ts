import { errorAt } from '../../problem.ts'
import { accept, refuse, type Result } from '../../result.ts'
import { walkNodes } from '../walk.ts'
import type { FrameworkDraft } from './draft.ts'
import type { EditOf } from './edit.ts'

/** Keeps which framework this one is based on and what became of its rows; a new row that does not stand in the draft is refused. */
export const setCodeMap = (draft: FrameworkDraft, { basedOn, codeMap }: EditOf<'setCodeMap'>): Result<FrameworkDraft> => {
  const known = new Set<string>([...walkNodes(draft.framework.nodes)].map(({ node }) => node.id))
  const problems = Object.entries(codeMap).flatMap(([old, now]) =>
    now.flatMap((id) => (known.has(id) ? [] : [errorAt('unknownNode', `codeMap ${old}`, { node: id })])),
  )
  if (problems.length > 0) return refuse(...problems)
  const { codeMap: _, basedOn: _base, supersedes, ...framework } = draft.framework
  const isSame = supersedes !== undefined && supersedes === basedOn
  const based = { ...framework, ...(isSame && { supersedes }) }
  return accept({ ...draft, framework: basedOn === '' ? based : { ...based, basedOn, codeMap } })
}
