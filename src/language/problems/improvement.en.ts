import type { ImprovementProblemFacts } from '../../core/problem-facts/improvement.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure } from './wording.en.ts'

export const improvementProblemsEn: SentencesOf<keyof ImprovementProblemFacts> = {
  lossWithoutCause: ({ lost }, place) => `${place} lost ${figure(lost)} points and has no cause yet.`,
  causeCopied: ({ cause, area }) => `The cause “${cause}” repeats the words of area ${area}. Please check whether it is true of this area.`,
  causeWithoutLoss: ({ cause }) => `The cause “${cause}” belongs to no loss yet.`,
  lossWithoutTask: ({ lost }, place) => `${place} lost ${figure(lost)} points and no task answers it.`,
  taskWithoutLoss: ({ task }) => `The task “${task}” answers no loss.`,
  taskWithout: ({ task, lacks }) =>
    `The task “${task}” has no ${{ leadUnit: 'lead unit', product: 'product', deadline: 'deadline' }[lacks]} yet.`,
  otherMaxInSet: ({ year, max, inSet }, place) =>
    `${place}: the plan has a maximum of ${figure(max)}, the criteria of ${year} have ${figure(inSet)}. Please look at the target again.`,
  goalAboveParts: ({ column, goal, parts }, place) =>
    `${place}, ${column}: the goal of ${figure(goal)} points is above the sum of its parts, ${figure(parts)}.`,
  markAgainstTasks: ({ who, mark, short, tasks }) =>
    mark === 'low'
      ? `${who} is marked as not having completed its tasks, but all ${tasks} were done in time.`
      : `${who} has a high mark, but ${short} of ${tasks} tasks were late or given up.`,
  notOwnTask: ({ task }) => `Task “${task}” is neither led nor joined by your division, nor does it name you.`,
  allowedAboveAmount: ({ allowed, amount }) => `${figure(allowed)} đồng allowed is more than the ${figure(amount)} đồng asked for.`,
  budgetLacks: ({ item, lacks }) =>
    ({
      allowed: `“${item}” has no amount allowed.`,
      reason: `“${item}” is allowed less than was asked, without a reason.`,
      lines: 'The estimate has no lines.',
      financeUnit: 'No unit has been chosen to appraise the estimate.',
    })[lacks],
  budgetFrozen: ({ stage }) =>
    ({
      draft: 'The estimate has not been handed in for appraisal.',
      submitted: 'The estimate waits for appraisal and cannot be changed. Take it back first.',
      appraised: 'The estimate has been appraised and cannot be changed. Take it back, change it and hand it in again.',
    })[stage],
  planFrozen: ({ stage }) =>
    ({
      draft: 'The plan is still a draft. Approve it before progress is reported.',
      approved: 'The plan is approved, so this part cannot be changed. Reopen it, change it and approve it anew.',
      closed: 'The plan is closed and cannot be changed. Make a plan for the next year from it.',
    })[stage],
}
