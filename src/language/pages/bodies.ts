import type { BodyKind, BodyRole } from '../../core/organisation/standing-body.ts'

const kinds: Readonly<Record<BodyKind, string>> = { steeringCommittee: 'Ban Chỉ đạo', workingGroup: 'Tổ giúp việc', team: 'Tổ, đoàn' }
const roles: Readonly<Record<BodyRole, string>> = {
  head: 'Trưởng ban (Tổ trưởng)',
  deputyHead: 'Phó Trưởng ban (Tổ phó)',
  standingMember: 'Ủy viên thường trực',
  member: 'Thành viên',
  secretary: 'Thư ký',
}

/** Words of steering committees, teams, and of who is in charge in a unit. */
export const bodyTexts = {
  kinds,
  roles,
  roleIn: (kind: BodyKind, role: BodyRole): string => {
    if (role === 'head') return kind === 'steeringCommittee' ? 'Trưởng ban' : 'Tổ trưởng'
    if (role === 'deputyHead') return kind === 'steeringCommittee' ? 'Phó Trưởng ban' : 'Tổ phó'
    return roles[role]
  },
  title: 'Ban Chỉ đạo, tổ công tác',
  under: 'Ban Chỉ đạo, tổ giúp việc, tổ công tác lập theo quyết định; có thể chủ trì tiêu chí và được báo kết quả',
  add: 'Thêm Ban Chỉ đạo, tổ',
  change: 'Sửa',
  changeOf: (name: string) => `Sửa ${name}`,
  formTitle: 'Ban Chỉ đạo, tổ công tác',
  empty: 'Chưa có Ban Chỉ đạo, tổ công tác nào',
  emptyHint:
    'Ghi tên, quyết định thành lập và thành viên. Khi bộ tiêu chí giao Ban Chỉ đạo chủ trì, thành viên thấy việc ở trang Việc được giao.',
  kind: 'Loại',
  name: 'Tên đầy đủ',
  aliases: 'Tên gọi khác, mỗi dòng một tên',
  parent: 'Giúp việc cho',
  noParent: 'Không',
  decision: 'Quyết định thành lập',
  byDecision: 'Theo',
  toldOfResults: 'Báo cho các thành viên khi công bố kết quả',
  isTold: 'Được báo khi công bố kết quả',
  from: 'Từ ngày',
  until: 'Đến trước ngày',
  ended: 'Đã kết thúc',
  members: 'Thành viên',
  membersOf: (name: string) => `Thành viên ${name}`,
  noMembers: 'Chưa ghi thành viên.',
  person: 'Tài khoản',
  noPerson: 'Không có tài khoản',
  memberName: 'Họ và tên',
  office: 'Chức vụ',
  role: 'Vai trò',
  term: 'Thời gian',
  addMember: 'Thêm thành viên',
  member: (row: number) => `Thành viên ${row}`,
  removeMember: (row: number) => `Bỏ thành viên ${row}`,
  save: 'Lưu',
  charges: {
    title: 'Phụ trách công tác cải cách hành chính',
    under: 'Lãnh đạo phụ trách trực tiếp và công chức được giao làm đầu mối, theo từng lĩnh vực nếu có',
    caption: 'Người phụ trách',
    add: 'Thêm người phụ trách',
    change: 'Sửa',
    changeOf: (name: string) => `Sửa người phụ trách ${name}`,
    empty: 'Chưa ghi người phụ trách công tác cải cách hành chính.',
    kinds: { leader: 'Lãnh đạo phụ trách trực tiếp', officer: 'Công chức phụ trách' },
    kind: 'Phụ trách với tư cách',
    qualification: 'Chuyên môn, trình độ',
    field: 'Lĩnh vực',
    fieldHint: 'Để trống nếu phụ trách chung.',
    whole: 'Chung',
    decision: 'Theo quyết định',
    unit: 'Đơn vị',
  },
  told: {
    title: (title: string) => `Đã công bố: ${title}`,
    body: (body: string) => `Kết quả được báo đến thành viên ${body}. Mở để xem bảng xếp hạng và từng tiêu chí.`,
  },
} as const
