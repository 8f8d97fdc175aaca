import { canonicalJson } from '../../core/canonical-json.ts'

import type { Inputs } from '../../core/rules/inputs.ts'
import { type LeafOutcome, scoreLeaf } from '../../core/rules/leaf-outcome.ts'
import type { Trace } from '../../core/score.ts'
import { externalTexts } from '../../language/pages/measured.ts'
import { ruleTraceSentence } from '../../language/rule-trace.ts'
import type { ScoreChange, StoredScore } from '../scores/scores.ts'
import type { MeasuredLeaf } from './measured-leaf.ts'

/** What the rule makes of what was measured. */
export const outcomeOf = ({ node, rule }: MeasuredLeaf, inputs: Inputs): LeafOutcome => scoreLeaf(node, rule, inputs)

/** How the points came about, as the reason that stands beside them; single marks stay with the inputs. */
const sentences = ({ result, facts = {}, parts = [] }: Trace): readonly string[] =>
  parts.length > 0 ? parts.map((part) => ruleTraceSentence(part.result, part.facts ?? {})) : [ruleTraceSentence(result, facts)]

/** The score that is due of an outcome; nothing where there is no score yet and nothing to give. `published` says where the value stands, and of which year. */
export const dueScore = (
  { node }: MeasuredLeaf,
  outcome: LeafOutcome,
  inputs: Inputs,
  stands: StoredScore | undefined,
  published?: { readonly source: string; readonly year: number },
): ScoreChange | undefined => {
  const at = { nodeId: node.id as string, version: stands?.version ?? 0 }
  if (outcome.status !== 'scored') return stands && stands.status === 'scored' && stands.inputs ? { ...at, status: 'missing' } : undefined
  const source = published ? [externalTexts.sourceSentence(published.source, published.year)] : []
  const reason = [...sentences(outcome.trace), ...source].join(' ')
  return { ...at, status: 'scored', points: outcome.points, reason, inputs }
}

/** Whether saving would change anything. */
export const changesScore = (change: ScoreChange, stands: StoredScore | undefined): boolean =>
  change.status !== stands?.status ||
  change.points !== stands.points ||
  (change.reason ?? '') !== (stands.reason ?? '') ||
  canonicalJson(change.inputs ?? {}) !== canonicalJson(stands.inputs ?? {})
