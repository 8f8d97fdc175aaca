import type { Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** Drafts and the register of official papers. */
export interface PaperTables {
  paper: {
    id: string
    authority_id: string
    kind: string
    cycle_id: string | null
    unit_id: string | null
    unit_group: string | null
    owner_unit_id: string | null
    details: Json<Record<string, unknown>>
    facts: Json<Record<string, unknown>>
    number: number | null
    symbol: string | null
    issued_on: string | null
    signer: string | null
    summary: string | null
    report: Json<unknown> | null
    issued_at: Moment | null
    issued_by: string | null
    version: Generated<number>
    created_at: Generated<Date>
    created_by: string | null
    changed_at: Generated<Date>
  }
  paper_basis: {
    authority_id: string
    paper_id: string
    position: number
    document_type: string
    number: Generated<string>
    issued_on: string | null
    issuer: Generated<string>
    title: Generated<string>
    document_id: string | null
  }
  paper_batch: {
    id: string
    authority_id: string
    kind: 'scoreSheet' | 'resultNotice'
    format: 'docx' | 'pdf'
    cycle_id: string
    unit_group: string | null
    details: Json<Record<string, unknown>>
    job_id: string
    archive_sha256: string | null
    created_at: Generated<Date>
    created_by: string | null
  }
  paper_batch_file: {
    authority_id: string
    batch_id: string
    unit_id: string
    sha256: string
  }
  paper_template: {
    authority_id: string
    kind: string
    version: number
    content: Json<unknown>
    file_name: string
    created_at: Generated<Date>
    created_by: string | null
  }
  paper_posting: {
    authority_id: string
    paper_id: string
    sha256: string
    posted_at: Generated<Date>
    posted_by: string | null
  }
  paper_template_use: {
    authority_id: string
    kind: string
    template_version: number | null
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
  report_demand: {
    id: string
    authority_id: string
    year: number
    kind: 'reform' | 'advising' | 'projects'
    period: string
    title: string | null
    due_on: string
    demanded_by: Generated<string>
    unit_id: string | null
    version: Generated<number>
    created_at: Generated<Date>
    created_by: string | null
  }
  unit_report: {
    authority_id: string
    demand_id: string
    unit_id: string
    form: Json<unknown>
    soft_copy_at: Moment | null
    signed_copy_at: Moment | null
    number: Generated<string>
    paper_id: string | null
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
}
