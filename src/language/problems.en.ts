import { formatBytes, formatDate, formatFigure, formatMoment, vietnamTime } from './format.ts'
import { compositeFaultSentence } from './composite-faults.ts'
import { questionnaireFaultSentence, responseFaultSentence } from './survey-faults.ts'
import { numbered, openWord, problemWords } from './problem-words.ts'
import { labelsEn } from './labels.en.ts'
import type { ProblemOf, ProblemSentences } from './problem-sentences.ts'

const figure = (text: string): string => formatFigure(text, 'en')
const word = (fact: string): string => openWord(fact, 'en')
const sizeOf = (size: string, what: ProblemOf<'tooLarge'>['what']): string => {
  if (what === 'bytes' || what === 'inflated' || what === 'memory') return formatBytes(size, 'en')
  return what === 'time' ? `${figure(size)} seconds` : figure(size)
}

const rangeOf = (from: string | undefined, to: string | undefined): string => {
  if (from === undefined) return `at most ${figure(to ?? '')}`
  return to === undefined ? `at least ${figure(from)}` : `from ${figure(from)} to ${figure(to)}`
}

/** Every problem in English; the same facts in the same order as in Vietnamese. */
export const problemsEn: ProblemSentences = {
  unreadableFile: ({ reason, detail }) => `${problemWords.en.unreadable[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  tooLarge: ({ what, limit, actual }) =>
    what === 'memory'
      ? `The file needs more than ${sizeOf(limit, what)} of memory to be read. Please keep only the part with the table.`
      : `The file is beyond the limit for ${word(what)}: ${sizeOf(actual, what)}, at most ${sizeOf(limit, what)}. Please keep only the part with the table.`,
  severalTables: ({ count, chosen, tables }) =>
    `The document has ${count} tables of this kind${tables === undefined ? '' : `: ${numbered(tables)}`}. “${chosen}” was read. ` +
    `For another one, put it into a file of its own${tables === undefined ? '' : ' or ask for it by its number (--table)'}.`,
  legacyFont: ({ font }) =>
    `The text uses the old ${font} font encoding and was converted to Unicode. Please compare it with the original.`,
  noTable: ({ kind }) =>
    `No ${problemWords.en.tables[kind] ?? 'table'} was found in the document. Please check that its heading row has columns such as STT, Tiêu chí, Điểm.`,
  unreadableRow: ({ text }) => `The row “${text}” was not understood. Please look at it in the original and enter it again if needed.`,
  doubtfulText: ({ raw, corrected }, place) =>
    `${place}: the text “${raw}” may be misread${corrected === undefined ? '' : `, perhaps for “${corrected}”`}. Please compare with the original.`,
  decimalSign: ({ raw, column }, place) =>
    `${place}${column === undefined ? '' : `, column ${column}`}: the figure “${raw}” has another decimal sign than the rest. Please confirm its value.`,
  missingCode: ({ name }, place) => `${place}: the row “${name}” has no code. Please add it, or confirm that the original leaves it empty.`,
  duplicateCode: ({ repeated, duplicateOf }, place) =>
    `${place}: the code ${repeated} is already used at ${duplicateOf}. Please check the numbering.`,
  codeGap: ({ expected, found }, place) =>
    found === undefined
      ? `${place}: the code ${expected} is missing.`
      : `${place}: the code jumps to ${found} where ${expected} was expected. A row may be missing.`,
  missingName: (_, place) => `${place} has no name.`,
  missingMaxPoints: (_, place) => `${place} has no maximum points.`,
  missingLeadUnit: (_, place) => `${place} has no lead unit.`,
  missingCoordinatingUnit: (_, place) => `${place} has no coordinating unit.`,
  unitSpelling: ({ spellings, proposed }) =>
    `A unit is spelled in several ways: ${spellings.map((each) => `“${each}”`).join(', ')}${proposed === undefined ? '' : `. “${proposed}” is proposed`}.`,
  countMismatch: ({ what, printed, derived }) => `The document says ${figure(printed)} ${word(what)}, but ${figure(derived)} were counted.`,
  totalMismatch: ({ printed, derived, from }, place) =>
    `${place} says ${figure(printed)} points, but ${from === 'children' ? 'its sub-criteria' : 'the scored criteria below it'} add up to ${figure(derived)}.`,
  columnTotalMismatch: ({ column, printed, derived }) =>
    `Column ${column} says ${figure(printed)} points in total, but its rows add up to ${figure(derived)}.`,
  targetAboveMax: ({ column, target, max }, place) =>
    `${place}, column ${column}: the target of ${figure(target)} is above the maximum of ${figure(max)}.`,
  targetBelowResult: ({ column, target, result }, place) =>
    `${place}, column ${column}: the target of ${figure(target)} is below the result of ${figure(result)}.`,
  lossWithoutCause: ({ lost }, place) => `${place} lost ${figure(lost)} points and has no cause yet.`,
  causeCopied: ({ cause, area }) => `The cause “${cause}” repeats the words of area ${area}. Please check whether it is true of this area.`,
  causeWithoutLoss: ({ cause }) => `The cause “${cause}” belongs to no loss yet.`,
  lossWithoutTask: ({ lost }, place) => `${place} lost ${figure(lost)} points and no task answers it.`,
  taskWithoutLoss: ({ task }) => `The task “${task}” answers no loss.`,
  taskWithout: ({ task, lacks }) =>
    `The task “${task}” has no ${{ leadUnit: 'lead unit', product: 'product', deadline: 'deadline' }[lacks]} yet.`,
  goalAboveParts: ({ column, goal, parts }, place) =>
    `${place}, ${column}: the goal of ${figure(goal)} points is above the sum of its parts, ${figure(parts)}.`,
  overlappingClasses: ({ first, second }) => `The classes “${first}” and “${second}” overlap. Please change an edge of one of them.`,
  classGap: ({ below, above }) => `There is a gap between the classes “${below}” and “${above}”; a unit within it would have no class.`,
  unsettledTotal: ({ printed, derived }, place) =>
    `${place}: please choose ${figure(printed)} points (as printed) or ${figure(derived)} points (added up) before it comes into force.`,
  invalidValue: ({ field, value, expected }, place) => `${place}: “${value}” does not fit “${field}”; it takes ${word(expected)}.`,
  missingField: ({ at, field }, place) => (at === field ? `“${word(field)}” is missing.` : `${place}: “${field}” is missing.`),
  invalidPoints: ({ value }, place) =>
    `${place}: “${value}” is not a number of points. Please write it like 0.75, with at most 4 decimals.`,
  abovePoints: ({ points, max }, place) => `${place}: ${figure(points)} points are above the maximum of ${figure(max)}.`,
  belowPoints: ({ points, min }, place) => `${place}: ${figure(points)} points are below the minimum of ${figure(min)}.`,
  notALeaf: ({ node }) => `Criterion ${node} has sub-criteria and is not scored itself. Please score its sub-criteria.`,
  unknownNode: ({ node }) => `The framework has no criterion “${node}”. Please check the code.`,
  unknownUnit: ({ unit }) => `There is no unit “${unit}”. Please check its name.`,
  duplicateLine: ({ unit, node, first }) => `Criterion ${node} of “${unit}” already stands in line ${first}. Please keep one line only.`,
  nothingApplies: ({ unit }) => `No criterion applies to “${unit}”, so there is no result to compute.`,
  treatmentNotAllowed: ({ treatment }, place) => `${place}: the treatment “${treatment}” is only for a criterion that does not apply.`,
  missingReason: ({ claimed, given }, place) =>
    `${place}: the unit claims ${figure(claimed)} points and the appraisal gives ${figure(given)}. Please give the reason for the difference.`,
  missingEvidence: (_, place) => `${place} has no evidence.`,
  missingBasis: (_, place) => `${place}: please state why the criterion does not arise for the unit.`,
  unanswered: (_, place) => `${place} has no points yet.`,
  pointsDifferFromRule: ({ given, rule }, place) =>
    `${place}: ${figure(given)} points were stated, but the facts give ${figure(rule)} by the rule. Please reload and enter the facts again.`,
  factsAsked: (_, place) => `${place}: points come from facts here and cannot be stated. Please enter the facts of the criterion.`,
  factsNotAsked: (_, place) => `${place} does not get its points from facts. Please state points.`,
  reasonDue: (_, place) => `${place} is scored directly, so a reason is due. Please state it in the explanation.`,
  incomplete: ({ missing, of }) => `${missing} of ${of} criteria are not scored yet.`,
  bundleDiffers: ({ unit, field, printed, derived }) =>
    `Result of “${unit}”, ${field}: the bundle says ${figure(printed)}, computed again it is ${figure(derived)}.`,
  hashDiffers: ({ printed, derived }) =>
    `The hash of the bundle does not hold: ${printed} is printed, ${derived} was computed. Its content was changed after publication.`,
  wrongUsage: ({ reason, word: subject, expected }) => problemWords.en.usage[reason](subject, expected),
  signInRefused: () => 'The name or the password is not right. Please try again.',
  signInLocked: ({ until }) => `The account is locked until ${formatMoment(until, vietnamTime, 'en')} after several failed attempts.`,
  signedOut: () => 'The session has ended. Please sign in again; what was saved is kept.',
  notAllowed: () => 'Your account has no right to do this. Please ask the administrator if it is your duty.',
  notFound: ({ what }) => `No such ${word(what)} was found.`,
  changedMeanwhile: ({ by, moment, theirs }, place) =>
    `${place} was changed meanwhile${by === undefined ? '' : ` by ${by}`}${moment === undefined ? '' : ` at ${formatMoment(moment, vietnamTime, 'en')}`}${theirs === undefined ? '' : ` to “${figure(theirs)}”`}. Please look again before saving.`,
  wrongStage: () => 'This cannot be done at the present stage of the cycle.',
  deadlinePassed: ({ deadline }) => `The deadline ${formatDate(deadline)} has passed. Please ask the lead agency for an extension.`,
  notInForce: () => 'This framework is still a draft. Please put it in force before it is used in a cycle.',
  noUnits: ({ group }) => `The group “${group}” has no valid unit yet. Please add units under Administration.`,
  notSelfScored: ({ source }, place) => `${place} gets its points from “${labelsEn.sources[source]}”; the unit does not score it itself.`,
  alreadyExists: ({ what, value }) => `There is already a ${word(what)} “${value}”.`,
  idempotencyKeyReused: () => 'Another request was sent with the same key. Please reload the page and try again.',
  tooManyRequests: ({ seconds }) => `Too many requests. Please try again in ${seconds} seconds.`,
  correctionDue: ({ number }) => `This cycle has been published, number ${number}. To publish again, correct that publication and say why.`,
  samePassword: () => 'The new password has to differ from the one in use.',
  weakPassword: ({ minLength }) => `The password needs at least ${minLength} characters.`,
  mustChangePassword: () => 'Please change the password you were given before going on.',
  roleNeedsUnit: ({ role }) => `The role “${labelsEn.roles[role]}” belongs to a unit. Please choose the unit.`,
  roleIsOfAuthority: ({ role }) => `The role “${labelsEn.roles[role]}” serves the whole authority and is not tied to a unit.`,
  lastAdministrator: () => 'This is the last active account of a system administrator. Please give that role to somebody else first.',
  unstorableText: ({ field }) =>
    `“${word(field)}” holds a broken character that cannot be stored. Please delete that part and type it again.`,
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
  logBroken: ({ reason, number }) => `Log, seal ${number}: ${problemWords.en.logFaults[reason]}.`,
  logKeyUnknown: ({ keyId, lines }) =>
    `${lines} lines of the log were sealed with the key ${keyId}, which is not here, and could not be checked. Set the SESSION_SECRET of that time and check again.`,
  backupFault: ({ reason, subject }) => problemWords.en.backup[reason](subject),
  unreadableRequest: ({ detail }) => `The server did not understand the request (${detail}).`,
  unexpected: ({ requestId }) =>
    `Something unexpected went wrong. Please try again; if it persists, give the administrator the code ${requestId}.`,
  unknownSetting: ({ name, meant }) =>
    `There is no setting ${name}${meant === undefined ? '' : `; perhaps ${meant}`}. The README lists the settings.`,
  settingNotOffered: ({ name }) => `The setting ${name} has no effect in this version yet. Please remove it.`,
  databaseNotStarted: ({ reason, folder, detail }) =>
    `The database in ${folder} was not opened: ${problemWords.en.database[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  databaseAway: () => 'The database is being opened again. What you just did is not saved; try again in a few seconds.',
  databaseUnreachable: ({ setting, detail }) =>
    `The database of ${setting} cannot be reached (${detail}). Please check address, account and network.`,
  migrationRefused: ({ reason, migration, detail }) =>
    `The structure of the database was not updated, file ${migration}: ${problemWords.en.migration[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  portTaken: ({ port }) => `Port ${port} is used by another program. Please choose another with --port or PORT.`,
  fileNotStored: ({ reason }) => `The file was not stored: ${problemWords.en.notStored[reason]}.`,
  rowOfFrame: () => 'This row belongs to the parent frame and stays as it is there. Local criteria can be added beside it.',
  frameworkInForce: () => 'The framework is in force and stays as it is. Please make a new draft if something has to change.',
  nothingToUndo: () => 'There is no change left to undo.',
  cannotMoveRow: ({ direction }, place) => `${place} cannot be moved ${problemWords.en.directions[direction]} any further.`,
  unknownField: ({ field }, place) => `${place}: there is no field “${field}” here. Please check its name.`,
  formulaUnreadable: ({ reason, position, near }, place) =>
    `${place}: the formula ${problemWords.en.formula[reason]}, at character ${position + 1}${near === '' ? '' : ` (“${near}”)`}.`,
  divisionByZero: ({ formula }, place) => `${place}: “${formula}” divides by zero. Please check the figure below the line.`,
  noSuchEntry: ({ table, key }, place) => `${place}: the table “${table}” has no entry “${key}”.`,
  calculationTooLarge: ({ formula }, place) => `${place}: the figures in “${formula}” are too large. Please check them.`,
  outOfRange: ({ field, value, from, to }, place) =>
    `${place}: “${word(field)}” is ${figure(value)} and has to be ${rangeOf(from, to)}. Please check the figure.`,
  notWhole: ({ field, value }, place) => `${place}: “${word(field)}” is ${figure(value)} and has to be a whole number.`,
  offStep: ({ field, value, step }, place) => `${place}: “${word(field)}” is ${figure(value)} and has to be a multiple of ${figure(step)}.`,
  bandOverlap: ({ first, second }, place) => `${place}: the bands “${first}” and “${second}” overlap. Please change an edge.`,
  bandGap: ({ below, above }, place) => `${place}: there is a gap between the bands “${below}” and “${above}”. Please change an edge.`,
  emptyBand: ({ band }, place) => `${place}: the band “${band}” holds no value. Please change one of its edges.`,
  exactlyOneOf: ({ fields }, place) => `${place}: exactly one of ${fields.map((each) => `“${each}”`).join(', ')} is needed.`,
  ruleMaxDiffers: ({ rule, leaf }, place) =>
    `${place}: the rule gives at most ${figure(rule)} points, the criterion has ${figure(leaf)}. Please bring them together.`,
  ruleSourceDiffers: ({ source }, place) =>
    `${place}: the rule does not fit a criterion whose points come from “${labelsEn.sources[source]}”. Please change one of them.`,
  ruleCountingDiffers: ({ counting }, place) =>
    `${place}: the rule does not fit a criterion that counts as “${labelsEn.countings[counting]}”. Please change one of them.`,
  applicabilityNotOffered: (_, place) => `${place}: this criterion applies to every unit, so “not applicable” is not taken.`,
  secretFile: ({ secrecy }) =>
    `A document marked ${labelsEn.secrecyLevels[secrecy]} may not be uploaded here. Give its number and date alone; the file goes the way of secret papers.`,
  secretDetails: ({ field }) => `Of a secret document only number and date are kept. Please leave “${word(field)}” empty.`,
  notEvidenceFile: () =>
    'This file cannot serve as evidence. Please use PDF, a picture (PNG, JPEG, TIFF), Word, Excel, PowerPoint, text or a ZIP archive.',
  refusalWithoutReason: ({ given }, place) =>
    `${place}: the unit says that it does not apply, the appraisal gives ${figure(given)} points. Please give the reason.`,
  missingScoreSource: (_, place) => `${place} is not scored by the unit. Please name the source of the points, or why it was not measured.`,
  notMeasuredNotAllowed: (_, place) =>
    `${place} is scored by the unit and cannot be “not measured”. Please give points or say that it does not apply.`,
  appraisalIncomplete: ({ missing, of }) =>
    `${missing} of ${of} criteria are not appraised yet. Please appraise all of them before finishing.`,
  appraisalUnfinished: ({ unit, left }) =>
    left === 0
      ? `“${unit}” is wholly appraised, but its appraisal was not finished.`
      : `“${unit}” has ${left} criteria that are not appraised.`,
  neverSubmitted: ({ unit }) => `“${unit}” has not submitted its self-assessment. On closing, its criteria are kept as missing.`,
  roundsDoNotFit: () =>
    'These rounds do not fit: they begin with the self-assessment and the first appraisal, keep their order, and an explanation is followed by a second appraisal or the council.',
  lessThanBefore: ({ before, given }, place) =>
    `${place}: the round before gave ${figure(before)} points, this one gives ${figure(given)}. Please give the reason for taking points away.`,
  reasonForDispute: (_, place) => `${place}: the unit has explained itself. Please give the reason for the decision as an answer.`,
  missingExplanation: (_, place) => `${place}: please write the explanation.`,
  nothingToDispute: (_, place) => `${place}: no fewer points were given than claimed, so there is nothing to dispute.`,
  notDisputed: (_, place) => `${place} is not before the council any more.`,
  notYourTask: ({ area }, place) => `${place} is the task of somebody else${area === '' ? '' : ` (${area})`}.`,
  ownInterest: () => 'Nobody can set aside an interest of their own. Please let somebody else of the council decide about this unit.',
  noCouncil: () => 'This cycle has no appraisal council yet. Please enter the decision that sets it up and its members.',
  noVotes: (_, place) => `${place}: nobody voted for or against it.`,
  tooManyVotes: ({ votes, voters }, place) => `${place}: ${votes} votes, but only ${voters} members may vote on this unit.`,
  voteNotCarried: ({ votesFor, votesAgainst }, place) =>
    `${place}: ${votesAgainst} votes against and ${votesFor} for, so the proposal is not carried. Please propose other points.`,
  councilUnfinished: ({ left }) => `The council has not decided ${left} matters.`,
  noChair: ({ chairs }) => `A council needs exactly one chair; there are ${chairs}.`,
  compositeInput: (problem) => compositeFaultSentence(problem, 'en'),
  questionnaireFault: (problem) => questionnaireFaultSentence(problem, 'en'),
  responseFault: (problem) => responseFaultSentence(problem, 'en'),
}
