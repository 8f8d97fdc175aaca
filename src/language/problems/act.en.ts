import type { ActProblemFacts } from '../../core/problem-facts/act.ts'
import { formatDate, formatMoment, vietnamTime } from '../format.ts'
import { labelsEn } from '../labels.en.ts'
import { problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, word } from './wording.en.ts'

export const actProblemsEn: SentencesOf<keyof ActProblemFacts> = {
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
  moreProblems: ({ count }) => `And ${count} more problems. Please mend those that are named, then upload again.`,
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
  unreadableRequest: ({ detail }) => `The server did not understand the request (${detail}).`,
  unexpected: ({ requestId }) =>
    `Something unexpected went wrong. Please try again; if it persists, give the administrator the code ${requestId}.`,
  fileNotStored: ({ reason }) => `The file was not stored: ${problemWords.en.notStored[reason]}.`,
  rowOfFrame: () => 'This row belongs to the parent frame and stays as it is there. Local criteria can be added beside it.',
  paperIssued: () => 'The paper was issued and stays as it is. Please make a new one if something has to change.',
  reportBegun: () => 'A unit has begun this report, so it stays. Please move its day instead.',
  frameworkInForce: () => 'The framework is in force and stays as it is. Please make a new draft if something has to change.',
  nothingToUndo: () => 'There is no change left to undo.',
  cannotMoveRow: ({ direction }, place) => `${place} cannot be moved ${problemWords.en.directions[direction]} any further.`,
}
