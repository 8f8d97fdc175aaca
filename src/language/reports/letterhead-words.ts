/** What is proposed for the head and the end of a paper out of the names that are known. Everything can be changed. */
interface Proposed {
  readonly parent?: string
  readonly agency: string
  readonly place: string
  readonly authority?: Readonly<Record<string, string>>
}

const committee = 'Ủy ban nhân dân'
const withoutMark = (name: string): string => name.replace(/\s*\(.*\)\s*$/u, '')
const placeOf = (name: string): string => withoutMark(name).replace(/^(?:Ủy ban nhân dân|UBND)?\s*(?:tỉnh|thành phố)\s+/iu, '')

/** `Tỉnh Minh Họa` → `Ủy ban nhân dân tỉnh Minh Họa`. */
const committeeOf = (name: string): string => {
  const plain = withoutMark(name).replace(/^UBND\b/u, committee)
  return /^(?:tỉnh|thành phố)\s/iu.test(plain) ? `${committee} ${plain.charAt(0).toLocaleLowerCase('vi')}${plain.slice(1)}` : plain
}

export const authorityLetterhead = (authority: string): Proposed & { readonly agencyMark: string; readonly issuedBy: string } => {
  const agency = committeeOf(authority)
  const isCommittee = agency.startsWith(committee)
  return {
    agency,
    agencyMark: isCommittee ? 'UBND' : '',
    place: placeOf(authority),
    issuedBy: isCommittee ? `Chủ tịch ${agency}` : agency,
    ...(isCommittee && { authority: { by: 'collective', body: committee, title: 'Chủ tịch' } }),
  }
}

const headTitles: readonly (readonly [RegExp, string])[] = [
  [/^Sở\s/u, 'Giám đốc'],
  [/^Ban\s/u, 'Trưởng ban'],
  [/^Văn phòng\s/u, 'Chánh Văn phòng'],
  [/^Thanh tra\s/u, 'Chánh Thanh tra'],
]

/** Of a unit: the committee above it, its own name, and how its head signs where the name tells. */
export const unitLetterhead = (authority: string, unit: string): Proposed => {
  const agency = withoutMark(unit).replace(/^UBND\b/u, committee)
  const title = headTitles.find(([shape]) => shape.test(agency))?.[1]
  return {
    ...(agency.startsWith(committee) ? {} : { parent: committeeOf(authority) }),
    agency,
    place: placeOf(authority),
    ...(agency.startsWith(committee) && { authority: { by: 'collective', body: committee, title: 'Chủ tịch' } }),
    ...(title !== undefined && { authority: { by: 'self', title } }),
  }
}

export const proposedWords = {
  everybody: 'Các cơ quan, đơn vị, địa phương',
  asAbove: 'Như trên',
  votedOn: (
    unit: string,
    code: string,
    points: string,
    { agreed, against, abstained }: { readonly agreed: string; readonly against: string; readonly abstained: string },
  ) =>
    `${unit}, tiêu chí ${code}: Hội đồng quyết định ${points} điểm (tán thành ${agreed}, không tán thành ${against}, không biểu quyết ${abstained} phiếu)`,
  /** Reports on reform go to the committee and to the department that follows it. Source: seed plans 2 and 3, III.2. */
  homeAffairs: 'Sở Nội vụ',
  /** `17 giờ 00 ngày 05/12/2026`. */
  moment: (hour: string, minute: string, date: string) => `${hour} giờ ${minute} ngày ${date}`,
  absentBecause: (name: string, reason: string) => `${name} (${reason})`,
  notSet: 'thời hạn của kỳ đánh giá',
  councilRoles: { chair: 'Chủ tịch Hội đồng', secretary: 'Thư ký', member: 'Thành viên', lead: 'Tổ trưởng' } as Readonly<
    Record<string, string>
  >,
  teamMember: 'Tổ viên',
  steps: [
    'Ban hành kế hoạch, hướng dẫn tự đánh giá, chấm điểm',
    'Tự đánh giá, chấm điểm và nộp tài liệu kiểm chứng',
    'Thẩm định kết quả tự đánh giá; giải trình, bổ sung tài liệu',
    'Điều tra xã hội học',
    'Tổng hợp, trình phê duyệt và công bố kết quả',
  ],
  duties: (agency: string) => [
    { unit: agency, tasks: ['Chủ trì, theo dõi, đôn đốc thực hiện Kế hoạch này; tổng hợp kết quả, trình cấp có thẩm quyền.'] },
    {
      unit: 'Các cơ quan, đơn vị, địa phương',
      tasks: ['Tự đánh giá, chấm điểm đúng thời hạn; chịu trách nhiệm về tính chính xác của số liệu và tài liệu kiểm chứng.'],
    },
  ],
} as const
