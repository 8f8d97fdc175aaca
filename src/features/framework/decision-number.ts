import { sql } from 'kysely'

/** The number of the decision, which a draft's document and one in force keep at different places. */
export const decisionNumber = sql<string | null>`coalesce(document #>> '{framework,decision,number}', document #>> '{decision,number}')`
