import type { Role } from '../../core/vocabulary.ts'
import { shellTexts } from '../../language/pages/shell.ts'

/** A line of the menu: where it leads and who finds something to do there. The server decides again about every act. */
export interface Place {
  readonly label: string
  readonly to: string
  readonly roles: readonly Role[] | 'all'
}

const { places: labels } = shellTexts

/** In the order of the work: criteria, cycle, self-assessment, appraisal, results, publication. */
export const places: readonly Place[] = [
  { label: labels.home, to: '/', roles: 'all' },
  { label: labels.frameworks, to: '/bo-tieu-chi', roles: 'all' },
  {
    label: labels.cycles,
    to: '/ky-danh-gia',
    roles: ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember', 'appraiser', 'areaLead'],
  },
  { label: labels.selfAssessment, to: '/tu-danh-gia', roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit'] },
  { label: labels.duties, to: '/viec-duoc-giao', roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit'] },
  { label: labels.explanations, to: '/giai-trinh', roles: ['unitOfficer', 'headOfUnit'] },
  {
    label: labels.questions,
    to: '/hoi-dap',
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
  { label: labels.facts, to: '/so-lieu', roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit', 'methodOwner', 'inspector'] },
  { label: labels.guidance, to: '/huong-dan', roles: 'all' },
  { label: labels.evidence, to: '/tai-lieu', roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit'] },
  {
    label: labels.appraisal,
    to: '/tham-dinh',
    roles: ['appraiser', 'areaLead', 'councilChair', 'councilSecretary', 'councilMember', 'methodOwner', 'leader', 'inspector'],
  },
  { label: labels.panel, to: '/diem-lanh-dao', roles: ['panelMember'] },
  { label: labels.indexes, to: '/chi-so', roles: 'all' },
  { label: labels.external, to: '/chi-so-ngoai', roles: ['methodOwner', 'leader', 'inspector'] },
  { label: labels.surveys, to: '/dieu-tra', roles: ['surveyManager', 'methodOwner'] },
  { label: labels.results, to: '/ket-qua', roles: 'all' },
  { label: labels.publications, to: '/cong-bo', roles: ['councilChair', 'councilSecretary', 'methodOwner', 'leader', 'inspector'] },
  {
    label: labels.petitions,
    to: '/kien-nghi',
    roles: ['unitOfficer', 'headOfUnit', 'councilChair', 'councilSecretary', 'councilMember', 'methodOwner', 'leader', 'inspector'],
  },
  { label: labels.reports, to: '/bao-cao', roles: ['unitOfficer', 'headOfUnit', 'methodOwner', 'leader', 'inspector'] },
  {
    label: labels.papers,
    to: '/van-ban',
    roles: ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember', 'unitOfficer', 'headOfUnit'],
  },
  { label: labels.legalBasis, to: '/can-cu', roles: 'all' },
  { label: labels.bodies, to: '/ban-chi-dao', roles: 'all' },
  {
    label: labels.improvement,
    to: '/cai-thien',
    roles: ['unitOfficer', 'divisionOfficer', 'headOfUnit', 'methodOwner', 'leader', 'inspector'],
  },
  { label: labels.unitPeople, to: '/nguoi-cua-don-vi', roles: ['headOfUnit'] },
  { label: labels.organisation, to: '/quan-tri', roles: ['administrator', 'methodOwner', 'inspector'] },
]

export const placesFor = (held: readonly Role[]): readonly Place[] =>
  places.filter(({ roles }) => roles === 'all' || roles.some((role) => held.includes(role)))
