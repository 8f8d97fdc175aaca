import type { SignedPaperFault, SignedPaperProblemFacts } from '../../core/problem-facts/signed-paper.ts'
import { formatMoment, vietnamTime } from '../format.ts'
import type { SentencesOf } from '../problem-sentences.ts'

const of = (signer: string | undefined): string => (signer ? `The signature of ${signer}` : 'The signature')

const refused: Readonly<Record<SignedPaperFault, (signer: string | undefined) => string>> = {
  unsigned: () => 'The PDF has no digital signature. Download the printed version, sign it and upload it again.',
  unreadable: () => 'The signature in the PDF cannot be read. Sign the version downloaded from this page again.',
  truncated: () => 'The end of the PDF is missing, so its signature cannot be checked. Upload the whole file.',
  altered: (signer) => `${of(signer)} does not fit the file: it was changed after signing. Upload the file as it was signed.`,
  invalid: (signer) => `${of(signer)} does not fit its certificate. Sign the version downloaded from this page again.`,
  addedAfter: () => 'Something was added to the PDF after the last signature. Upload the file as the signing software saved it.',
  otherPaper: () => 'The signed file is not the printed version of what stands now. Download it anew, sign it and upload it again.',
  notTrusted: (signer) => `${of(signer)} uses a certificate of an issuer that this installation does not trust.`,
}

const asked = { scan: 'the scanned stamped copy', signature: 'the signed PDF', either: 'the signed PDF or the scanned stamped copy' }

export const signedPaperProblemsEn: SentencesOf<keyof SignedPaperProblemFacts> = {
  signedPaperRefused: ({ reason, signer }) => refused[reason](signer),
  certificateNotValid: ({ signer, from, until, moment }) =>
    `The certificate of ${signer || 'the signer'} is valid from ${formatMoment(from, vietnamTime, 'en')} to ${formatMoment(until, vietnamTime, 'en')}, which does not include ${formatMoment(moment, vietnamTime, 'en')}. Sign again with a valid certificate.`,
  proofDue: ({ asked: what, of: subject }) =>
    `This cycle asks for ${asked[what]} before ${subject === 'submission' ? 'submitting' : 'publishing'}. Download the printed version, sign it and upload it.`,
  documentsThere: ({ count }, place) => `${place} has ${count} documents, so “no documents” cannot be declared.`,
  proofOfOtherVersion: () =>
    'What stands has changed since the printed version was downloaded. Download it anew, sign it and upload it again.',
}
