import type { Role, UnitKind } from '../core/vocabulary.ts'
import type { Random } from './random.ts'
import { seededUuid } from './random.ts'

/** An invented province, plainly so: every proper name says "mẫu". Duties of the departments are those any province has. */
export const provinceName = 'UBND tỉnh Sông Mẫu (dữ liệu minh họa)'
export const departmentsGroup = 'Sở, ban, ngành'
export const communesGroup = 'Xã, phường, đặc khu'

export interface DemoUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly group: string
  readonly ranked: boolean
}

const departments: readonly (readonly [string, string])[] = [
  ['SNV', 'Sở Nội vụ'],
  ['STC', 'Sở Tài chính'],
  ['STP', 'Sở Tư pháp'],
  ['SXD', 'Sở Xây dựng'],
  ['SCT', 'Sở Công Thương'],
  ['SYT', 'Sở Y tế'],
  ['SGDDT', 'Sở Giáo dục và Đào tạo'],
  ['SNNMT', 'Sở Nông nghiệp và Môi trường'],
  ['SKHCN', 'Sở Khoa học và Công nghệ'],
  ['SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['SDTTG', 'Sở Dân tộc và Tôn giáo'],
  ['VPUB', 'Văn phòng UBND tỉnh'],
  ['TTT', 'Thanh tra tỉnh'],
  ['SNGV', 'Sở Ngoại vụ'],
  ['BQLKCN', 'Ban Quản lý các khu công nghiệp'],
  ['BQLKKT', 'Ban Quản lý khu kinh tế'],
  ['TTPVHCC', 'Trung tâm Phục vụ hành chính công'],
  ['BQLDA', 'Ban Quản lý khu công nghệ cao'],
]

const firstSyllables = 'An Bình Cát Đông Hòa Hưng Khe Lạc Minh Nam Phú Quang Sơn Tân Thanh Trung Vĩnh Xuân Yên Long'.split(' ')
const secondWords = ['Mẫu', 'Mẫu Thượng', 'Mẫu Hạ', 'Mẫu Đông', 'Mẫu Tây', 'Mẫu Trung']

const communeKind = (index: number): readonly [UnitKind, string] => {
  if (index >= 118) return ['specialZone', 'đặc khu']
  return index % 6 === 5 ? ['ward', 'phường'] : ['commune', 'xã']
}

/** 18 departments, of which one is scored but not ranked, and 120 communes, wards and special zones. */
export const demoUnits = (random: Random): readonly DemoUnit[] => [
  ...departments.map(([code, name]) => ({
    id: seededUuid(random),
    code,
    name: `${name} (mẫu)`,
    kind: 'specializedAgency' as const,
    group: departmentsGroup,
    ranked: code !== 'TTPVHCC',
  })),
  ...secondWords.flatMap((second, row) =>
    firstSyllables.map((first, column) => {
      const index = row * firstSyllables.length + column
      const [kind, word] = communeKind(index)
      return {
        id: seededUuid(random),
        code: `X${String(index + 1).padStart(3, '0')}`,
        name: `UBND ${word} ${first} ${second}`,
        kind,
        group: communesGroup,
        ranked: true,
      }
    }),
  ),
]

export interface DemoPerson {
  readonly signInName: string
  readonly name: string
  readonly role: Role
  readonly unitCode?: string
}

/** One person per role, and the officer and the head of a department and of a commune to try both sides. */
export const demoPeople: readonly DemoPerson[] = [
  { signInName: 'quan-tri', name: 'Nguyễn Văn Mẫu A', role: 'administrator' },
  { signInName: 'noi-vu', name: 'Trần Thị Mẫu B', role: 'methodOwner' },
  { signInName: 'can-bo-so', name: 'Lê Văn Mẫu C', role: 'unitOfficer', unitCode: 'STP' },
  { signInName: 'lanh-dao-so', name: 'Phạm Thị Mẫu D', role: 'headOfUnit', unitCode: 'STP' },
  { signInName: 'can-bo-xa', name: 'Hoàng Văn Mẫu E', role: 'unitOfficer', unitCode: 'X001' },
  { signInName: 'lanh-dao-xa', name: 'Vũ Thị Mẫu G', role: 'headOfUnit', unitCode: 'X001' },
  { signInName: 'tham-dinh', name: 'Đặng Văn Mẫu H', role: 'appraiser' },
  { signInName: 'truong-linh-vuc', name: 'Bùi Thị Mẫu I', role: 'areaLead' },
  { signInName: 'chu-tich', name: 'Đỗ Văn Mẫu K', role: 'councilChair' },
  { signInName: 'thu-ky', name: 'Hồ Thị Mẫu L', role: 'councilSecretary' },
  { signInName: 'uy-vien', name: 'Ngô Văn Mẫu M', role: 'councilMember' },
  { signInName: 'lanh-dao-tinh', name: 'Dương Thị Mẫu N', role: 'leader' },
  { signInName: 'thanh-tra', name: 'Lý Văn Mẫu O', role: 'inspector' },
  { signInName: 'khao-sat', name: 'Mai Thị Mẫu P', role: 'surveyManager' },
  { signInName: 'cham-diem-1', name: 'Phan Văn Mẫu Q', role: 'panelMember' },
  { signInName: 'cham-diem-2', name: 'Tạ Thị Mẫu R', role: 'panelMember' },
  { signInName: 'cham-diem-3', name: 'Chu Văn Mẫu S', role: 'panelMember' },
]
