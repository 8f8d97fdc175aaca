import { z } from 'zod'
import { checkDraft } from '../../core/framework/draft/check-draft.ts'
import type { FrameworkDraft } from '../../core/framework/draft/draft.ts'
import { formatFramework } from '../../core/framework/format-framework.ts'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import type { Problem } from '../../core/problem.ts'

const storedShape = z.object({
  framework: z.unknown(),
  doubts: z.array(z.custom<Problem>()),
  dismissals: z.array(z.object({ at: z.string(), problem: z.string(), reason: z.string() })),
})

/** A draft as its column holds it. */
export const storeDraft = ({ framework, doubts, dismissals }: FrameworkDraft): string =>
  JSON.stringify({ framework: formatFramework(framework), doubts, dismissals })

/** A draft out of its column; what we wrote ourselves and cannot read is a bug. */
export const restoreDraft = (column: unknown): FrameworkDraft => {
  const { doubts, dismissals, framework: file } = storedShape.parse(column)
  const framework = parseFramework(file)
  if (!framework.ok) throw new Error(`stored draft: ${JSON.stringify(framework.problems)}`)
  return { framework: framework.value, doubts, dismissals }
}

/** The columns that follow from a draft: what lists show without reading it. */
export const draftColumns = (draft: FrameworkDraft) => ({
  title: draft.framework.title,
  year: draft.framework.year,
  unit_group: draft.framework.unitGroup,
  document: storeDraft(draft),
  leaves: leavesOf(draft.framework.nodes).length,
  problems_left: checkDraft(draft).filter(({ state }) => state === 'open').length,
})
