import { errorAt } from '../../problem.ts'
import { accept, refuse, type Result } from '../../result.ts'
import { walkNodes } from '../walk.ts'
import type { FrameworkDraft } from './draft.ts'
import type { EditOf } from './edit.ts'

/** Keeps what became of the old rows; a new row that does not stand in the draft is refused. An empty map is none. */
export const setCodeMap = (draft: FrameworkDraft, { codeMap }: EditOf<'setCodeMap'>): Result<FrameworkDraft> => {
  const known = new Set<string>([...walkNodes(draft.framework.nodes)].map(({ node }) => node.id))
  const problems = Object.entries(codeMap).flatMap(([old, now]) =>
    now.flatMap((id) => (known.has(id) ? [] : [errorAt('unknownNode', `codeMap ${old}`, { node: id })])),
  )
  if (problems.length > 0) return refuse(...problems)
  const { codeMap: _, ...framework } = draft.framework
  return accept({ ...draft, framework: Object.keys(codeMap).length === 0 ? framework : { ...framework, codeMap } })
}
