import type pg from 'pg'

/** Runs the migrations and the jobs; owns the tables, is no superuser. */
export const ownerRole = 'parindex_owner'
/** Signs in for the application; sees what `parindex_application` may see under row-level security. */
export const applicationRole = 'parindex'
export const databaseName = 'parindex'

const statements = [
  `create role parindex_application nologin`,
  `create role ${applicationRole} login in role parindex_application`,
  // createrole: migration 0001 names the application's role; createdb: every test file has a database of its own;
  // bypassrls: a job works for all authorities.
  `create role ${ownerRole} login createdb createrole bypassrls`,
  `grant parindex_application to ${ownerRole} with admin option`,
]

/** The two logins and the database, made where they are missing. Safe to repeat and to run twice at once. */
export const ensureRoles = async (superuser: pg.Client): Promise<void> => {
  const known = await superuser.query(`select from pg_database where datname = $1`, [databaseName])
  if (known.rowCount === 1) return
  await superuser.query('select pg_advisory_lock(hashtext($1))', ['parindex roles'])
  try {
    for (const statement of statements) {
      await superuser.query(`do $$ begin ${statement}; exception when duplicate_object then null; end $$`)
    }
    const made = await superuser.query(`select from pg_database where datname = $1`, [databaseName])
    if (made.rowCount === 0) await superuser.query(`create database ${databaseName} owner ${ownerRole}`)
  } finally {
    await superuser.query('select pg_advisory_unlock(hashtext($1))', ['parindex roles'])
  }
}
