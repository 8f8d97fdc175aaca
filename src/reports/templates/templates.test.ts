import { describe, expect, it } from 'vitest'
import { type PaperKind, paperKindWords } from '../../language/reports/paper-kind-words.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Report } from '../report.ts'
import { applyTemplate } from './apply-template.ts'
import { defaultTemplate } from './default-template.ts'
import type { TemplateBlock } from './template.ts'
import { previewTemplate } from './preview-template.ts'
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

it('a template whose repeats multiply is refused before it is written out', () => {
  const [{ details, sources } = { details: undefined, sources: undefined }] = realMaterial('determinationPlan')
  if (!details || !sources) throw new Error('no material')
  const composed = composePaper('determinationPlan', details, sources)
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
  const deep = Array.from({ length: 60 }).reduce<readonly TemplateBlock[]>(
    (body) => [{ kind: 'each', list: 'Bước thực hiện', body }],
    [{ kind: 'block', block: { kind: 'paragraph', text: 'x' } }],
  )
  const material = { details, sources, composed: composed.value }
  const applied = applyTemplate('determinationPlan', { ...defaultTemplate('determinationPlan'), body: deep }, material)
  expect(applied.ok ? [] : applied.problems.map(({ code }) => code)).toEqual(['templateTooManyBlocks'])
})

describe('the preview of a template', () => {
  it.each(kinds)('shows fields where the paper has figures, and says which of the rest is a sample: %s', (kind) => {
    const preview = previewTemplate(kind, defaultTemplate(kind))
    if (!preview.ok) throw new Error(JSON.stringify(preview.problems))
    expect(JSON.stringify(preview.value)).not.toMatch(/(?<!\d)7\.?0\d\d(?!\d)/)
    expect([preview.value.letterhead.date.year, JSON.stringify(preview.value.body[0])]).toEqual([0, expect.stringContaining('chỉ là mẫu')])
  })
})
