import type { OrganisationProblemFacts } from '../../core/problem-facts/organisation.ts'
import { formatDate } from '../format.ts'
import { problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const organisationProblemsEn: SentencesOf<keyof OrganisationProblemFacts> = {
  jobEnded: () => 'This work has ended or was stopped.',
  wrongSecondFactor: () => 'The code is wrong or was used before. Enter the newest code of the app, or a recovery code that is left.',
  secondFactorState: ({ isOn }) => (isOn ? 'Two-step sign-in is on.' : 'Two-step sign-in is not on.'),
  singleSignOn: ({ reason, detail }) => `${problemWords.en.singleSignOn[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  oneFileOnly: () => 'Only one file is taken at a time. Send the files one by one.',
  badFileName: () => 'The name of the file has a line break in it. Rename the file and send it again.',
  unitBelowItself: ({ unit }) => `“${unit}” cannot stand below itself or below one of its own units.`,
  unitInUse: ({ unit, by }) => `“${unit}” cannot be closed yet: ${problemWords.en.unitUses[by]}.`,
  endBeforeBegin: ({ begin, end }) => `The end ${formatDate(end)} is before the beginning ${formatDate(begin)}.`,
  aliasTaken: ({ alias, unit }) => `The name “${alias}” is in use for “${unit}”. One name stands for one unit.`,
  successorCircle: ({ unit }) => `“${unit}” cannot succeed itself, nor through another unit.`,
  repeatedLine: ({ value, first }, place) => `${place}: “${value}” stands in line ${first} already. Keep one of the lines.`,
  handOverToSelf: () => 'A role cannot be handed over to whoever holds it. Choose somebody else.',
  twoHeads: ({ first, second }) => `${first} and ${second} are both at the head at the same time. Give one of them a last day.`,
  documentCircle: ({ by }) =>
    by === 'parent'
      ? 'A document cannot stand above itself, nor through another one.'
      : 'A document cannot replace itself, nor through another one.',
  beyondParentPlan: ({ parent }) =>
    `Its period goes beyond that of the document above${parent && ` (${parent})`}. Look at the dates again.`,
  documentInUse: ({ uses }) => `It cannot be removed yet: ${uses} places rest on it. Take it out there first.`,
  logBroken: ({ reason, number }) => `Log, seal ${number}: ${problemWords.en.logFaults[reason]}.`,
  logKeyUnknown: ({ keyId, lines }) =>
    `${lines} lines of the log were sealed with the key ${keyId}, which is not here, and could not be checked. Set the SESSION_SECRET of that time and check again.`,
  backupFault: ({ reason, subject }) => problemWords.en.backup[reason](subject),
}
