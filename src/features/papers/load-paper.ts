import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { fold } from '../../core/fold.ts'
import { legalDocumentKindWords } from '../../language/legal-document-words.ts'
import type { LegalDocumentKind } from '../../core/legal-basis/legal-document.ts'
import { type PaperKind, paperKindWords } from '../../language/reports/paper-kind-words.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { numberText } from '../../language/reports/paper-words.ts'
import { withinSentence } from '../../language/reports/common-words.ts'
import { paperName } from '../../reports/paper-symbol.ts'
import type { Report } from '../../reports/report.ts'
import type { Basis, PaperLine } from './contract.ts'
import { listOrigins, type Origin } from './origins.ts'
import { kindsToBegin, type PaperPlace } from './place.ts'

export interface PaperRow {
  readonly id: string
  readonly kind: PaperKind
  readonly cycle_id: string | null
  readonly cycle_year: number | null
  readonly cycle_title: string | null
  readonly is_trial: boolean
  readonly unit_id: string | null
  readonly unit_name: string | null
  readonly unit_group: string | null
  readonly owner_unit_id: string | null
  readonly details: Record<string, unknown>
  readonly facts: Record<string, unknown>
  readonly number: number | null
  readonly symbol: string | null
  readonly issued_on: string | null
  readonly signer: string | null
  readonly summary: string | null
  readonly report: Report | null
  readonly changed_at: Date
  readonly version: number
}

const columns = sql`p.id, p.kind, p.cycle_id, c.year as cycle_year, c.title as cycle_title, coalesce(c.is_trial, false) as is_trial, p.unit_id, u.name as unit_name, p.unit_group,
  p.owner_unit_id, p.details, p.facts, p.number, p.symbol, p.issued_on, p.signer, p.summary, p.report, p.changed_at, p.version`
const tables = sql`paper p
  left join cycle c on c.authority_id = p.authority_id and c.id = p.cycle_id
  left join unit u on u.authority_id = p.authority_id and u.id = p.unit_id`

export interface PaperAt extends PaperPlace {
  readonly paperId: string
}

const ofPlace = ({ unitId }: PaperPlace) => sql`p.owner_unit_id is not distinct from ${unitId ?? null}::uuid`

/** A paper of the place, locked where it is going to change. */
export const loadPaper = async (transaction: Transaction, at: PaperAt, lock = false): Promise<Result<PaperRow>> => {
  const { rows } = await sql<PaperRow>`
    select ${columns} from ${tables} where p.id = ${at.paperId} and ${ofPlace(at)} ${lock ? sql`for update of p` : sql``}`.execute(
    transaction,
  )
  const [row] = rows
  return row ? accept(row) : refuse(errorAt('notFound', at.paperId, { what: 'paper' }))
}

const basisOf = (row: Omit<Row<'paper_basis'>, 'authority_id' | 'paper_id' | 'position'>): Basis => ({
  type: row.document_type,
  ...(row.number !== '' && { number: row.number }),
  ...(row.issued_on !== null && { issuedOn: row.issued_on }),
  ...(row.issuer !== '' && { issuer: row.issuer }),
  ...(row.title !== '' && { title: row.title }),
  ...(row.document_id !== null && { documentId: row.document_id }),
})

export const loadBases = async (transaction: Transaction, paperId: string): Promise<readonly Basis[]> => {
  const rows = await transaction.selectFrom('paper_basis').selectAll().where('paper_id', '=', paperId).orderBy('position').execute()
  return rows.map(basisOf)
}

export const lineOf = (row: PaperRow): PaperLine => ({
  id: row.id,
  kind: row.kind,
  ...(row.cycle_id !== null && { cycle: { id: row.cycle_id, year: row.cycle_year ?? 0, title: row.cycle_title ?? '' } }),
  ...(row.unit_id !== null && { unit: { id: row.unit_id, name: row.unit_name ?? '' } }),
  ...(row.unit_group !== null && { group: row.unit_group }),
  ...(row.issued_on !== null && {
    issued: {
      on: row.issued_on,
      summary: row.summary ?? '',
      ...(row.number !== null && { number: row.number }),
      ...(row.symbol !== null && { symbol: row.symbol }),
      ...(row.signer !== null && { signer: row.signer }),
    },
  }),
  changedAt: row.changed_at.toISOString(),
  version: row.version,
})

interface Wanted {
  readonly search?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The register of a place, newest first, by keyset; the search finds without diacritics, in number, summary, unit and kind. */
export const listPapers = async (
  { transaction }: ActContext,
  at: PaperPlace,
  { search, after, limit }: Wanted,
): Promise<Result<{ papers: PaperLine[]; next?: string }>> => {
  const beyond =
    after === undefined ? sql`` : sql`and (p.created_at, p.id) < (select b.created_at, b.id from paper b where b.id = ${after})`
  const sought = search ? sql`and (${said} like '%' || fold(${search}) || '%' or p.kind = any (${kindsNamed(search)}))` : sql``
  const { rows } = await sql<PaperRow>`
    select ${columns} from ${tables} where ${ofPlace(at)} ${beyond} ${sought}
    order by p.created_at desc, p.id desc limit ${limit + 1}`.execute(transaction)
  const papers = rows.slice(0, limit).map(lineOf)
  const last = papers.at(-1)
  return accept({ papers, ...(rows.length > limit && last && { next: last.id }) })
}

const said = sql`fold(concat_ws(' ', p.number || '/' || p.symbol, p.summary, u.name, c.title, p.signer))`

const kindsNamed = (search: string): readonly string[] =>
  Object.entries(paperKindWords).flatMap(([kind, name]) => (fold(name).includes(fold(search)) ? [kind] : []))

interface ChoiceRow {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly isTrial: boolean
  readonly units: { id: string; name: string; group: string }[]
}
interface Choices {
  readonly kinds: PaperKind[]
  readonly cycles: ChoiceRow[]
  readonly documents: Basis[]
  readonly origins: Origin[]
}

/** Documents that papers of the place rest on, each once. */
const listEarlierBases = async ({ transaction }: ActContext, at: PaperPlace): Promise<Basis[]> => {
  const { rows } = await sql<Row<'paper_basis'>>`
    select b.document_type, b.number, b.issued_on::text as issued_on, b.issuer, b.title, null as document_id
    from paper_basis b join paper p on p.authority_id = b.authority_id and p.id = b.paper_id
    where b.document_id is null and ${ofPlace(at)}
    group by 1, 2, 3, 4, 5 order by max(p.created_at) desc, 3 desc nulls last limit 200`.execute(transaction)
  return rows.map(basisOf)
}

interface RegisteredRow extends Omit<Row<'paper_basis'>, 'authority_id' | 'paper_id' | 'position'> {
  readonly kind: LegalDocumentKind
}

/** Documents of the register of plans and legal documents, but for those that are not in force any more. */
const listRegistered = async ({ transaction }: ActContext): Promise<Basis[]> => {
  const { rows } = await sql<RegisteredRow>`
    select d.kind, '' as document_type, d.number, d.issued_on::text as issued_on, d.issuer, d.title, d.id as document_id
    from legal_document d left join legal_document n on n.id = d.replaced_by
    where coalesce(d.in_force_until >= today(), true) and coalesce(coalesce(n.in_force_from, n.issued_on) > today(), true)
    order by d.issued_on desc nulls last, d.id limit 500`.execute(transaction)
  return rows.map(({ kind, ...row }) => basisOf({ ...row, document_type: legalDocumentKindWords[kind] }))
}

/** Papers that the place issued with a number, newest first: a plan or a decision rests on the submission that went before it. */
const listIssued = async ({ transaction }: ActContext, at: PaperPlace): Promise<Basis[]> => {
  const { rows } = await sql<Pick<PaperRow, 'number' | 'symbol' | 'issued_on' | 'report'>>`
    select p.number, p.symbol, p.issued_on::text as issued_on, p.report from paper p
    where p.number is not null and ${ofPlace(at)} order by p.issued_on desc, p.number desc limit 100`.execute(transaction)
  return rows.flatMap(({ number, symbol, issued_on, report }) =>
    report === null
      ? []
      : [
          {
            type: paperName(report.heading),
            number: numberText(number ?? undefined, symbol ?? ''),
            ...(issued_on !== null && { issuedOn: issued_on }),
            issuer: report.letterhead.agency,
            title: titleOfIssued(report),
          },
        ],
  )
}

/** As a citation goes on after the issuer. */
const titleOfIssued = ({ heading }: Report): string => withinSentence(heading.kind === 'letter' ? heading.subject : heading.summary)

/** What a new paper can be about: cycles with their units, of a unit those it takes part in. */
export const listChoices = async (context: ActContext, at: PaperPlace): Promise<Result<Choices>> => {
  const { rows } = await sql<ChoiceRow>`
    select c.id, c.year, c.title, c.is_trial as "isTrial",
      coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'group', cu.unit_group) order by cu.unit_group, u.name)
        filter (where u.id is not null), '[]') as units
    from cycle c
    left join cycle_unit cu on cu.authority_id = c.authority_id and cu.cycle_id = c.id
    left join unit u on u.authority_id = cu.authority_id and u.id = cu.unit_id
    where ${at.unitId ?? null}::uuid is null or cu.unit_id = ${at.unitId ?? null}
    group by c.id order by c.is_trial, c.year desc, c.title`.execute(context.transaction)
  return accept({
    kinds: [...kindsToBegin(at)],
    cycles: rows,
    documents: [...(await listIssued(context, at)), ...(await listRegistered(context)), ...(await listEarlierBases(context, at))],
    origins: await listOrigins(context, at),
  })
}
