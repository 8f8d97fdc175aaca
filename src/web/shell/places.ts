import type { Role } from '../../core/vocabulary.ts'
import { shellTexts } from '../../language/pages/shell.ts'

/** What the lines of the menu are about, in the order they stand there. */
export const placeGroups = ['start', 'assessment', 'results', 'papers', 'people'] as const
export type PlaceGroup = (typeof placeGroups)[number]

/** A line of the menu: where it leads and who finds something to do there. The server decides again about every act. */
export interface Place {
  readonly label: string
  readonly to: string
  readonly group: PlaceGroup
  readonly roles: readonly Role[] | 'all'
}

const { places: labels } = shellTexts

/** In the order of the work: criteria, cycle, self-assessment, appraisal; then results; then papers. */
export const places: readonly Place[] = [
  { label: labels.home, to: '/', group: 'start', roles: 'all' },
  { label: labels.frameworks, to: '/bo-tieu-chi', group: 'assessment', roles: 'all' },
  {
    label: labels.cycles,
    to: '/ky-danh-gia',
    group: 'assessment',
    roles: ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember', 'appraiser', 'areaLead'],
  },
  { label: labels.selfAssessment, to: '/tu-danh-gia', group: 'assessment', roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit'] },
  { label: labels.duties, to: '/viec-duoc-giao', group: 'assessment', roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit'] },
  { label: labels.explanations, to: '/giai-trinh', group: 'assessment', roles: ['unitOfficer', 'headOfUnit'] },
  {
    label: labels.appraisal,
    to: '/tham-dinh',
    group: 'assessment',
    roles: ['appraiser', 'areaLead', 'councilChair', 'councilSecretary', 'councilMember', 'methodOwner', 'leader', 'inspector'],
  },
  { label: labels.panel, to: '/diem-lanh-dao', group: 'assessment', roles: ['panelMember'] },
  {
    label: labels.questions,
    to: '/hoi-dap',
    group: 'assessment',
    roles: [
      'unitOfficer',
      'divisionOfficer',
      'headOfUnit',
      'appraiser',
      'areaLead',
      'councilChair',
      'councilSecretary',
      'councilMember',
      'methodOwner',
      'leader',
      'inspector',
    ],
  },
  {
    label: labels.facts,
    to: '/so-lieu',
    group: 'assessment',
    roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit', 'methodOwner', 'inspector'],
  },
  { label: labels.evidence, to: '/tai-lieu', group: 'assessment', roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit'] },
  { label: labels.surveys, to: '/dieu-tra', group: 'assessment', roles: ['surveyManager', 'methodOwner'] },
  { label: labels.results, to: '/ket-qua', group: 'results', roles: 'all' },
  {
    label: labels.publications,
    to: '/cong-bo',
    group: 'results',
    roles: ['councilChair', 'councilSecretary', 'methodOwner', 'leader', 'inspector'],
  },
  {
    label: labels.petitions,
    to: '/kien-nghi',
    group: 'results',
    roles: ['unitOfficer', 'headOfUnit', 'councilChair', 'councilSecretary', 'councilMember', 'methodOwner', 'leader', 'inspector'],
  },
  {
    label: labels.improvement,
    to: '/cai-thien',
    group: 'results',
    roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit', 'methodOwner', 'leader', 'inspector'],
  },
  { label: labels.indexes, to: '/chi-so', group: 'results', roles: 'all' },
  { label: labels.external, to: '/chi-so-ngoai', group: 'results', roles: ['methodOwner', 'leader', 'inspector'] },
  { label: labels.reports, to: '/bao-cao', group: 'papers', roles: ['unitOfficer', 'headOfUnit', 'methodOwner', 'leader', 'inspector'] },
  {
    label: labels.papers,
    to: '/van-ban',
    group: 'papers',
    roles: ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember', 'unitOfficer', 'headOfUnit'],
  },
  { label: labels.guidance, to: '/huong-dan', group: 'papers', roles: 'all' },
  { label: labels.legalBasis, to: '/can-cu', group: 'papers', roles: 'all' },
  { label: labels.bodies, to: '/ban-chi-dao', group: 'papers', roles: 'all' },
  { label: labels.unitPeople, to: '/nguoi-cua-don-vi', group: 'people', roles: ['headOfUnit'] },
  { label: labels.organisation, to: '/quan-tri', group: 'people', roles: ['administrator', 'methodOwner', 'inspector'] },
]

export const placesFor = (held: readonly Role[]): readonly Place[] =>
  places.filter(({ roles }) => roles === 'all' || roles.some((role) => held.includes(role)))
