import { paperTexts } from '../../language/pages/papers.ts'
import type { ShownProblem } from '../../web/widgets/problem-list.tsx'
import type { Paper } from './contract.ts'
import { type FactField, factFields } from '../../language/reports/fact-fields.ts'

const { head, sign, page } = paperTexts

const detailLabels: Readonly<Record<string, string>> = {
  agency: head.agency,
  agencyMark: head.agencyMark,
  place: head.place,
  date: head.date,
  to: head.to,
  issuedBy: head.issuedBy,
  authority: sign.by,
  'authority.by': sign.by,
  'authority.title': sign.signerTitle,
  'authority.head': sign.head,
  'authority.body': sign.body,
}

const inFacts = (fields: readonly FactField[], [name, ...rest]: readonly string[]): string | undefined => {
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0 || !('fields' in field)) return field?.label
  const [place = '', ...inner] = rest
  if (field.as === 'record') {
    const label = inFacts(field.fields, rest)
    return label && `${field.label}, ${label}`
  }
  const label = inFacts(field.fields, inner)
  return label && page.placeOf(field.label, Number(place) + 1, label)
}

/** A problem of a draft by the label of its field, as the form shows it; what concerns no field keeps its own sentence. */
export const byLabel = (problem: Paper['problems'][number], kind: Paper['kind']): ShownProblem => {
  const path = problem.at.split(/[.[\]/]+/).filter((part) => part !== '')
  const label = inFacts(factFields[kind] ?? [], path) ?? detailLabels[path.join('.')]
  return label === undefined ? problem : { ...problem, message: page.needed(label) }
}
