import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { glossary } from '../src/language/glossary.ts'

writeFileSync(join(import.meta.dirname, '../docs/glossary.md'), glossary())
