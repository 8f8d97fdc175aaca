import type { Labels } from './label-lists.ts'
import { labelsEn } from './labels.en.ts'
import { labelsVi } from './labels.vi.ts'

const titles: Readonly<Record<keyof Labels, string>> = {
  roles: 'Vai trò · Roles',
  relations: 'Quan hệ với đơn vị · Relations to a unit',
  stages: 'Giai đoạn · Stages',
  rounds: 'Vòng điểm · Rounds',
  nodeLevels: 'Cấp của tiêu chí · Levels',
  countings: 'Cách tính vào tổng · Counting',
  sources: 'Nguồn điểm · Sources of points',
  treatments: 'Xử lý tiêu chí không áp dụng · Treatments of what does not apply',
  absentBlockPolicies: 'Khi một khối không đo được · When a block is absent',
  rankings: 'Cách xếp hạng · Ranking methods',
  scoreStatuses: 'Trạng thái điểm · Statuses of a score',
  unitKinds: 'Loại đơn vị · Kinds of unit',
  secrecyLevels: 'Độ mật · Secrecy',
  guidanceKinds: 'Văn bản hướng dẫn · Guidance paper',
  documentCopies: 'Bản của tài liệu · Copy of a document',
  lossKinds: 'Loại mất điểm · Kinds of loss',
  causeSides: 'Nguyên nhân · Causes',
  taskStates: 'Tiến độ nhiệm vụ · States of a task',
}

const table = (list: keyof Labels): string => {
  const english: Readonly<Record<string, string>> = labelsEn[list]
  const rows = Object.entries(labelsVi[list]).map(([word, label]) => `| ${label} | ${english[word] ?? ''} | \`${word}\` |`)
  return [`## ${titles[list]}`, '', '| Việt | English | identifier |', '|---|---|---|', ...rows, ''].join('\n')
}

/** `docs/glossary.md`: every word of the closed lists with its labels. */
export const glossary = (): string =>
  [
    '# Glossary',
    '',
    'Generated from `src/core/vocabulary.ts` and its labels by `npm run glossary`; a test holds it up to date.',
    '',
    ...(Object.keys(titles) as (keyof Labels)[]).map(table),
  ].join('\n')
