import { describe, expect, it } from 'vitest'
import { type PaperKind, paperKindWords } from '../../language/reports/paper-kind-words.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Report } from '../report.ts'
import { applyTemplate } from './apply-template.ts'
import { defaultTemplate } from './default-template.ts'
import { realMaterial } from '../../../test/paper-material.ts'

const kinds = Object.keys(paperKindWords) as PaperKind[]

const plain = (report: Report): unknown => JSON.parse(JSON.stringify(report))

describe('the default template of a paper', () => {
  it.each(kinds)('says what the program says: %s', (kind) => {
    for (const { details, sources } of realMaterial(kind)) {
      const composed = composePaper(kind, details, sources)
      if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
      const applied = applyTemplate(kind, defaultTemplate(kind), { details, sources, composed: composed.value })
      expect(applied.ok ? plain(applied.value) : applied.problems).toEqual(plain(composed.value))
    }
  })

  it.each(kinds)('holds no number of the sample: %s', (kind) => {
    expect(JSON.stringify(defaultTemplate(kind))).not.toMatch(/\b7\.?0\d\d\b/)
  })
})
