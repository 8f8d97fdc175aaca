import type { Selectable } from 'kysely'
import type { AppraisalTables } from './appraisal-tables.ts'
import type { BodyTables } from './body-tables.ts'
import type { CalibrationTables } from './calibration-tables.ts'
import type { CalendarTables } from './calendar-tables.ts'
import type { CycleTables } from './cycle-tables.ts'
import type { DocumentTables } from './document-tables.ts'
import type { DivisionTables } from './division-tables.ts'
import type { EvidenceAndPublicationTables } from './evidence-and-publication-tables.ts'
import type { FactTables } from './fact-tables.ts'
import type { FrameworkTables } from './framework-tables.ts'
import type { ImprovementTables } from './improvement-tables.ts'
import type { IndexTables } from './index-tables.ts'
import type { JobTables } from './job-tables.ts'
import type { LegalBasisTables } from './legal-basis-tables.ts'
import type { MeasuredTables } from './measured-tables.ts'
import type { OrganisationTables } from './organisation-tables.ts'
import type { PaperTables } from './paper-tables.ts'
import type { SurveyTables } from './survey-tables.ts'

/**
 * Columns as Kysely sees them; the law is `migrations/`. `numeric` and `date` come as text, `timestamptz` as Date, `bigint` as a checked number.
 * Who writes which table stands in `docs/tables.md`.
 */
export interface Tables
  extends OrganisationTables,
    BodyTables,
    FactTables,
    FrameworkTables,
    CalendarTables,
    CalibrationTables,
    CycleTables,
    DivisionTables,
    AppraisalTables,
    DocumentTables,
    EvidenceAndPublicationTables,
    ImprovementTables,
    IndexTables,
    JobTables,
    LegalBasisTables,
    MeasuredTables,
    PaperTables,
    SurveyTables {}

/** A row as it is read. */
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>
