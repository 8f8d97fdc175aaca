import type { AssignedNode, Duty } from '../../core/cycle/assignment.ts'
import type { FrameworkNode } from '../../core/framework/framework.ts'
import { accept, type Result } from '../../core/result.ts'
import { assignmentTexts } from '../../language/pages/assignment.ts'
import { trialMark } from '../../language/trial-words.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { paperFontFolders } from '../../platform/files/paper-fonts.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { composeAssignmentPlan } from '../../reports/papers/assignment-plan.ts'
import { parsePaperDetails } from '../../reports/papers/paper-details.ts'
import { reportMediaTypes, writeReport } from '../../reports/write-report.ts'
import type { PlaceOfPlan } from './load-ground.ts'
import { loadAssigned } from './load-plan.ts'

/** The rows as they are assigned now; what comes from the row above stays there, as in the print. */
const asAssigned = (nodes: readonly FrameworkNode[], byNode: ReadonlyMap<string, AssignedNode>): readonly FrameworkNode[] =>
  nodes.map((node) => {
    const row = byNode.get(node.id)
    const names = (duty: Duty): readonly string[] =>
      row && row.sources[duty] !== 'inherited' ? row.parties[duty].map(({ name }) => name) : []
    return {
      ...node,
      leadUnits: names('lead'),
      coordinatingUnits: names('coordinating'),
      children: asAssigned(node.children, byNode),
    }
  })

/** The plan that gives each criterion a lead and helpers, as a draft to be signed. Number, day and signer stay open. */
export const planFile = async (context: ActContext, place: PlaceOfPlan, format: 'docx' | 'pdf'): Promise<Result<FileReply>> => {
  const plan = await loadAssigned(context, place)
  if (!plan.ok) return plan
  const { head, framework, assigned } = plan.value
  const texts = assignmentTexts.paper
  const details = parsePaperDetails({
    agency: head.unit_name,
    agencyMark: head.unit_code,
    place: texts.place,
    date: String(context.now.getFullYear()),
    authority: { by: 'self', title: texts.head },
  })
  if (!details.ok) return details
  const byNode = new Map<string, AssignedNode>(assigned.map((row) => [row.node.id, row]))
  const current = { ...framework, nodes: asAssigned(framework.nodes, byNode) }
  const report = composeAssignmentPlan(details.value, current, { coordinator: texts.coordinator })
  if (!report.ok) return report
  const marked = head.title.includes(trialMark) ? { ...report.value, mark: trialMark } : report.value
  const content = await writeReport(marked, format, paperFontFolders())
  return accept({
    fileName: `${texts.fileName(head.unit_code, head.year)}.${format}`,
    mediaType: reportMediaTypes[format],
    content: Buffer.from(content),
  })
}
