import { z } from 'zod'
import { checkDraft } from '../../core/framework/draft/check-draft.ts'
import type { FrameworkDraft } from '../../core/framework/draft/draft.ts'
import { formatFramework } from '../../core/framework/format-framework.ts'
import { parseDraftFramework } from '../../core/framework/parse-framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import type { Problem } from '../../core/problem.ts'

const storedShape = z.object({
  framework: z.unknown(),
  doubts: z.array(z.custom<Problem>()),
  dismissals: z.array(z.object({ at: z.string(), problem: z.string(), reason: z.string() })),
  refusedProposals: z.array(z.object({ at: z.string(), text: z.string() })).default([]),
})

/** A draft as its column holds it. */
export const storeDraft = ({ framework, ...rest }: FrameworkDraft): string =>
  JSON.stringify({ framework: formatFramework(framework), ...rest })

/** A draft out of its column; what we wrote ourselves and cannot read is a bug. */
export const restoreDraft = (column: unknown): FrameworkDraft => {
  const { framework: file, ...rest } = storedShape.parse(column)
  const framework = parseDraftFramework(file)
  if (!framework.ok) throw new Error(`stored draft: ${JSON.stringify(framework.problems)}`)
  return { framework: framework.value, ...rest }
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
