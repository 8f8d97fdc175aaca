import type { FactKey } from '../core/facts/fact-catalogue.ts'
import type { Framework } from '../core/framework/framework.ts'
import { parseFramework } from '../core/framework/parse-framework.ts'
import { committee } from './committee.ts'

export const provinceGroup = 'Tỉnh'

type Leaf = readonly [name: string, points: string, rule?: object]
type Named = readonly [fact: FactKey, label: string]
/** A share of two facts that the lead of the criterion keeps in its own register. */
const shareOf = ([part, partLabel]: Named, [whole, wholeLabel]: Named): object => ({
  kind: 'ratio',
  inputs: [
    { name: 'numerator', label: partLabel, type: 'count', fact: part },
    { name: 'denominator', label: wholeLabel, type: 'count', fact: whole },
  ],
})
/** Areas as the Ministry's set has them, each led by a department; one is led by the steering committee. Points are invented. */
const areas: readonly { readonly name: string; readonly lead: string; readonly helps: string; readonly leaves: readonly Leaf[] }[] = [
  {
    name: 'Công tác chỉ đạo, điều hành cải cách hành chính',
    lead: committee,
    helps: 'Sở Nội vụ (mẫu)',
    leaves: [
      ['Ban hành và thực hiện kế hoạch cải cách hành chính năm', '3'],
      ['Kiểm tra công tác cải cách hành chính', '2.5'],
      ['Thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao', '4'],
    ],
  },
  {
    name: 'Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật',
    lead: 'Sở Tư pháp (mẫu)',
    helps: 'Văn phòng UBND tỉnh (mẫu)',
    leaves: [
      ['Theo dõi thi hành pháp luật', '4'],
      [
        'Tỷ lệ văn bản trái pháp luật đã xử lý sau rà soát',
        '3',
        shareOf(
          ['lawReview.unlawfulHandled', 'Số văn bản trái pháp luật đã xử lý'],
          ['lawReview.unlawful', 'Số văn bản trái pháp luật phát hiện'],
        ),
      ],
    ],
  },
  {
    name: 'Cải cách thủ tục hành chính',
    lead: 'Văn phòng UBND tỉnh (mẫu)',
    helps: 'Trung tâm Phục vụ hành chính công (mẫu)',
    leaves: [
      ['Kiểm soát thủ tục hành chính', '4'],
      [
        'Tỷ lệ hồ sơ giải quyết đúng hạn',
        '6',
        shareOf(['oneStop.filesOnTime', 'Số hồ sơ giải quyết đúng hạn'], ['oneStop.filesSettled', 'Số hồ sơ đã giải quyết']),
      ],
      ['Xử lý phản ánh, kiến nghị', '3.5'],
    ],
  },
  {
    name: 'Cải cách tổ chức bộ máy',
    lead: 'Sở Nội vụ (mẫu)',
    helps: 'Các sở, ban, ngành',
    leaves: [
      ['Sắp xếp tổ chức bộ máy', '5'],
      ['Thực hiện quy định về sử dụng biên chế', '4'],
    ],
  },
  {
    name: 'Cải cách chế độ công vụ',
    lead: 'Sở Nội vụ (mẫu)',
    helps: 'Các sở, ban, ngành',
    leaves: [
      ['Tuyển dụng, bổ nhiệm đúng quy định', '4'],
      ['Đào tạo, bồi dưỡng cán bộ, công chức', '3'],
    ],
  },
  {
    name: 'Cải cách tài chính công',
    lead: 'Sở Tài chính (mẫu)',
    helps: 'Sở Xây dựng (mẫu)',
    leaves: [
      ['Giải ngân vốn đầu tư công', '5'],
      ['Thực hiện cơ chế tự chủ', '4'],
    ],
  },
  {
    name: 'Xây dựng chính quyền điện tử, chính quyền số',
    lead: 'Sở Khoa học và Công nghệ (mẫu)',
    helps: 'Các sở, ban, ngành',
    leaves: [
      ['Dịch vụ công trực tuyến toàn trình', '6'],
      ['Trao đổi văn bản điện tử', '4'],
    ],
  },
]

/** The Ministry's set as the demo has it: areas led by departments, two criteria that count from what their leads keep in their registers. */
export const upwardFramework = (): Framework => {
  const parsed = parseFramework({
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí minh họa: Chỉ số cải cách hành chính cấp tỉnh do Bộ Nội vụ đánh giá (số liệu tự đặt)',
    decision: { number: '00/QĐ-BNV (mẫu)', date: '2026-01-05', issuer: 'Bộ Nội vụ (minh họa)' },
    year: 2026,
    unitGroup: provinceGroup,
    scaleTotal: '65',
    totalCap: null,
    nodes: areas.map(({ name, lead, helps, leaves }, area) => ({
      code: String(area + 1),
      name,
      leadUnits: [lead],
      coordinatingUnits: [helps],
      children: leaves.map(([leaf, maxPoints, rule], at) => ({
        code: `${area + 1}.${at + 1}`,
        name: leaf,
        maxPoints,
        ...(rule && { rule }),
      })),
    })),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return { ...parsed.value, inForceFrom: '2026-01-05' }
}
