import type { Certificate } from 'pkijs'

/** Who a certificate names; the signer's name is empty where it cannot be read as a name. */
export interface CertificateNames {
  readonly signer: string
  readonly organisation?: string
  readonly issuer?: string
}

const oids = { commonName: '2.5.4.3', organisation: '2.5.4.10' }
const longestName = 200
const unseen = /\p{C}/gu

const textIn = (name: Certificate['subject'], oid: string): string => {
  const value: unknown = name.typesAndValues.find(({ type }) => type === oid)?.value.valueBlock.value
  return typeof value === 'string' ? value.trim().normalize('NFC') : ''
}

const shownIn = (name: Certificate['subject'], oid: string): string => textIn(name, oid).replaceAll(unseen, '').slice(0, longestName)

/** A name with letters that nobody sees, or that turn the others round, is made to be taken for another name: it counts as none. */
const signerIn = (subject: Certificate['subject']): string => {
  const name = textIn(subject, oids.commonName)
  return name.length > longestName || name.search(unseen) >= 0 ? '' : name
}

export const namesOf = ({ subject, issuer: by }: Certificate): CertificateNames => {
  const organisation = shownIn(subject, oids.organisation)
  const issuer = shownIn(by, oids.commonName) || shownIn(by, oids.organisation)
  return { signer: signerIn(subject), ...(organisation && { organisation }), ...(issuer && { issuer }) }
}
