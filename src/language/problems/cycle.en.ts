import type { CycleProblemFacts } from '../../core/problem-facts/cycle.ts'
import { formatDate } from '../format.ts'
import type { SentencesOf } from '../problem-sentences.ts'

const dayAndHour = (day: string, time?: string): string => (time === undefined ? formatDate(day) : `${formatDate(day)} ${time}`)

export const cycleProblemsEn: SentencesOf<keyof CycleProblemFacts> = {
  stepWithout: ({ step, lacks }) => `The step “${step}” has no ${lacks === 'time' ? 'time' : 'responsible unit'} yet.`,
  stepsOverlap: ({ step, before, day, time, ends, endsTime }) =>
    `The step “${step}” (${dayAndHour(day, time)}) overlaps “${before}”, for which it has to wait (until ${dayAndHour(ends, endsTime)}).`,
  notOpenYet: ({ opens }) => `It is too early for this; it begins on ${formatDate(opens)}.`,
  notItsNewVersion: () => 'This framework is no amendment, for the same year and group, of the one that the cycle uses.',
  trialHasNoEffect: () => 'This is a trial cycle: nothing of it is published or issued. Please do it in the real cycle.',
  notATrial: () => 'This is not a trial cycle, so it cannot be deleted.',
  nameNotTyped: ({ name }) => `What was typed is not the name. Please type the name of the cycle: ${name}.`,
  stepCircle: ({ step }) => `The step “${step}” waits for itself. Please take one step out of what it comes after.`,
}
