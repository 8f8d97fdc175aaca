import { accept, type Result } from '../../core/result.ts'
import type { Role } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Change, Task } from './contract.ts'
import { ownUnitTasks } from './own-units.ts'
import { loadChanges } from './changes.ts'
import { partTasks } from './division-parts.ts'
import { followingTasks, type LoadFollowing } from './following.ts'
import { councilTasks, explanationTasks, petitionsTasks } from './later-rounds.ts'
import { calibrationTasks } from './calibrations.ts'
import { draftTasks, officersTasks } from './preparing.ts'
import { stepTasks } from './steps.ts'
import { surveyTasks } from './running-surveys.ts'
import { appraisalTasks, cycleTasks, publicationTasks } from './whole-cycles.ts'

interface Source {
  /** Whose duty it is; `all` where the rows themselves decide. */
  readonly roles: readonly Role[] | 'all'
  readonly load: (context: ActContext) => Promise<readonly Task[]>
}

/** Whose duty comes from where, in the order in which it is shown. */
const sourcesOf = (loads: readonly LoadFollowing[]): readonly Source[] => [
  { roles: 'all', load: ownUnitTasks },
  { roles: ['divisionOfficer', 'unitOfficer', 'headOfUnit'], load: partTasks },
  { roles: 'all', load: explanationTasks },
  { roles: ['unitOfficer', 'headOfUnit'], load: followingTasks(loads) },
  { roles: ['councilChair'], load: publicationTasks },
  { roles: ['councilChair', 'councilSecretary', 'councilMember'], load: councilTasks },
  { roles: ['councilChair', 'councilSecretary'], load: petitionsTasks },
  { roles: ['appraiser', 'areaLead'], load: appraisalTasks },
  { roles: ['appraiser', 'areaLead'], load: calibrationTasks },
  { roles: ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember'], load: cycleTasks },
  { roles: 'all', load: stepTasks },
  { roles: ['methodOwner'], load: draftTasks },
  { roles: ['surveyManager'], load: surveyTasks },
  { roles: ['administrator'], load: officersTasks },
]

/** What is due from the actor, and what was published lately. */
export const loadHome = async (
  context: ActContext,
  loads: readonly LoadFollowing[],
): Promise<Result<{ tasks: Task[]; changes: Change[] }>> => {
  const tasks: Task[] = []
  for (const { roles, load } of sourcesOf(loads)) {
    // One after the other: a transaction has one connection.
    if (roles === 'all' || context.actor.grants.some(({ role }) => roles.includes(role))) tasks.push(...(await load(context)))
  }
  return accept({ tasks, changes: await loadChanges(context) })
}
