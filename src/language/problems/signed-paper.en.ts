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
  changed: () =>
    'The PDF was changed besides its signatures. Download the printed version, sign that very file without printing or saving it anew, and upload it.',
  otherPaper: () =>
    'The signed file is not the printed version of what stands now, or was printed or saved anew before signing. Download it again and sign that very file; a copy signed otherwise can only come as a scan, where the cycle allows it.',
  weak: (signer) =>
    `${of(signer)} uses an algorithm or key that is too weak (SHA-1, MD5, or RSA below 2048 bits). Sign again with a newer one.`,
  nameless: () => 'The certificate names no signer that can be read. Sign with a certificate that bears a name.',
  ahead: (signer) => `${of(signer)} states a time that is still to come. Set the clock of the signing machine and sign again.`,
  tooMany: () => 'The PDF has more than 10 signatures. Download the printed version and have only those sign who need to.',
  tooBig: () => 'The signed PDF is larger than 12 MB. Download the printed version and sign that very file, without large pictures.',
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
