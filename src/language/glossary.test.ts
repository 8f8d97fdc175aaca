import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { glossary } from './glossary.ts'

describe('docs/glossary.md', () => {
  it('holds the words as the code has them; `npm run glossary` writes it anew', () => {
    expect(readFileSync(join(import.meta.dirname, '../../docs/glossary.md'), 'utf8')).toBe(glossary())
  })
})
