import { randomUUID } from 'node:crypto'
import { pointsText } from '../src/core/exact/points.ts'
import { walkNodes } from '../src/core/framework/walk.ts'
import { parseFramework } from '../src/core/framework/parse-framework.ts'
import type { Stage } from '../src/core/vocabulary.ts'
import { trialTitle } from '../src/language/trial-words.ts'
import type { Database } from '../src/platform/database/database.ts'
import { departmentsGroup, type TestAuthority, type TestUnit } from './authority.ts'

/** Two areas, five leaves, 10 points; `1.2` applies only "(nếu có)", `2.1` comes from a survey. */
export const smallFramework = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí thử nghiệm',
  year: 2026,
  unitGroup: departmentsGroup,
  scaleTotal: '10',
  totalCap: '10',
  nodes: [
    {
      code: '1',
      name: 'Công tác chỉ đạo, điều hành',
      children: [
        { code: '1.1', name: 'Ban hành kế hoạch', maxPoints: '2' },
        { code: '1.2', name: 'Khắc phục sau kiểm tra (nếu có)', maxPoints: '1', ifAny: true },
        { code: '1.3', name: 'Sáng kiến', maxPoints: '1.5' },
      ],
    },
    {
      code: '2',
      name: 'Cải cách thủ tục hành chính',
      children: [
        { code: '2.1', name: 'Mức độ hài lòng', maxPoints: '3', source: 'survey' },
        { code: '2.2', name: 'Giải quyết đúng hạn', maxPoints: '2.5' },
      ],
    },
  ],
}

/** Of every framework written straight into the tables. */
export const frameworkHash = '0'.repeat(64)

export interface SmallCycle {
  readonly cycleId: string
  readonly frameworkId: string
  readonly units: readonly TestUnit[]
}

const parsed = (document: object) => {
  const framework = parseFramework(document)
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  return framework.value
}

/** A framework in force; every one of these tests has the same hash. */
export const insertFramework = async (
  owner: Database,
  authorityId: string,
  set: { readonly title: string },
  basedOn: string | null = null,
): Promise<string> => {
  const id = randomUUID()
  const key = { authority_id: authorityId, framework_id: id }
  await owner
    .insertInto('framework')
    .values({
      id,
      authority_id: authorityId,
      title: set.title,
      year: 2026,
      unit_group: departmentsGroup,
      status: 'draft',
      document: JSON.stringify(set),
      based_on: basedOn,
    })
    .execute()
  await owner
    .insertInto('framework_node')
    .values(
      [...walkNodes(parsed(set).nodes)].map(({ node, depth, parent }, position) => ({
        ...key,
        node_id: node.id,
        position,
        parent_id: parent?.id ?? null,
        depth,
        is_leaf: node.children.length === 0,
        code: node.code,
        name: node.name,
        level: node.level,
        counting: node.counting,
        source: node.source,
        max_points: pointsText(node.maxPoints),
      })),
    )
    .execute()
  await owner
    .updateTable('framework')
    .set({ status: 'inForce', hash: frameworkHash, in_force_from: '2026-01-01' })
    .where('id', '=', id)
    .execute()
  return id
}

/** Whoever stands beyond the self-assessment has submitted. */
export const submittedAt = (stage: string): Date | null => (['preparing', 'selfAssessing'].includes(stage) ? null : new Date())

/** A cycle of the three departments on {@link smallFramework}, written straight into the tables, so that a test can start at any stage. */
export const createSmallCycle = async (
  owner: Database,
  authority: TestAuthority,
  stage: Stage = 'selfAssessing',
  closes: Date | null = null,
  set: { readonly title: string } = smallFramework,
  isTrial = false,
): Promise<SmallCycle> => {
  const cycleId = randomUUID()
  const frameworkId = await insertFramework(owner, authority.id, set)
  const key = { authority_id: authority.id, cycle_id: cycleId, unit_group: departmentsGroup, framework_id: frameworkId }
  await owner
    .insertInto('cycle')
    .values({
      id: cycleId,
      authority_id: authority.id,
      year: 2026,
      title: isTrial ? trialTitle('Chỉ số CCHC năm 2026') : 'Chỉ số CCHC năm 2026',
      is_trial: isTrial,
      stage: 'selfAssessing',
      rounds: ['claimed', 'firstAppraisal'],
      self_assessment_closes: closes,
    })
    .execute()
  await owner.insertInto('cycle_framework').values(key).execute()
  await owner
    .insertInto('cycle_unit')
    .values(authority.departments.map(({ id }) => ({ ...key, unit_id: id, stage, submitted_at: submittedAt(stage) })))
    .execute()
  return { cycleId, frameworkId, units: authority.departments }
}
