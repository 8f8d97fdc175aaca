import { departmentsGroup } from './authority.ts'

const counted = (name: string, label: string) => ({ name, label, unit: 'hồ sơ', type: 'count' })

/** One area whose leaves take facts by rules of several kinds, one that takes points with a reason, one that takes points alone. */
export const ruledFramework = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí thử nghiệm có cách tính điểm',
  year: 2026,
  unitGroup: departmentsGroup,
  scaleTotal: '10',
  totalCap: '10',
  nodes: [
    {
      code: '1',
      name: 'Tiêu chí tính từ số liệu',
      children: [
        {
          code: '1.1',
          name: 'Tỷ lệ hồ sơ đúng hạn',
          maxPoints: '2',
          rule: { kind: 'ratio', inputs: [counted('numerator', 'Hồ sơ đúng hạn'), counted('denominator', 'Tổng số hồ sơ')] },
        },
        {
          code: '1.2',
          name: 'Chất lượng kế hoạch',
          maxPoints: '1',
          rule: {
            kind: 'choice',
            options: [
              { value: 'good', label: 'Đầy đủ', points: '1' },
              { value: 'part', label: 'Chưa đầy đủ', points: '0.5' },
              { value: 'none', label: 'Không có', points: '0' },
            ],
          },
        },
        {
          code: '1.3',
          name: 'Ban hành kế hoạch đúng hạn',
          maxPoints: '1',
          rule: {
            kind: 'deadline',
            due: { before: '2026-02-01' },
            late: [{ days: 30, points: '0.5' }],
            inputs: [{ name: 'doneOn', label: 'Ngày ban hành' }],
          },
        },
        {
          code: '1.4',
          name: 'Công khai',
          maxPoints: '1',
          rule: {
            kind: 'conditions',
            partial: 'share',
            conditions: [
              { name: 'posted', label: 'Có niêm yết' },
              { name: 'online', label: 'Có đăng tải trên mạng' },
            ],
          },
        },
        {
          code: '1.5',
          name: 'Sáng kiến',
          maxPoints: '1',
          rule: { kind: 'perItem', each: '0.5', items: 'initiatives', inputs: [{ name: 'initiatives', label: 'Tên sáng kiến' }] },
        },
        {
          code: '1.6',
          name: 'Xin lỗi khi trễ hạn (nếu có)',
          maxPoints: '1',
          ifAny: true,
          rule: {
            kind: 'conditional',
            if: 'lateDossiers > 0',
            inputs: [counted('lateDossiers', 'Hồ sơ trễ hạn')],
            then: {
              rule: {
                kind: 'ratio',
                numerator: 'letters',
                denominator: 'lateDossiers',
                inputs: [counted('letters', 'Hồ sơ có thư xin lỗi')],
              },
            },
            else: { notApplicable: 'Không có hồ sơ trễ hạn' },
          },
        },
      ],
    },
    {
      code: '2',
      name: 'Tiêu chí ghi điểm',
      children: [
        { code: '2.1', name: 'Cách làm hay', maxPoints: '1', rule: { kind: 'manual', step: '0.25', reason: 'belowMax' } },
        {
          code: '2.2',
          name: 'Áp dụng cho mọi đơn vị',
          maxPoints: '1',
          rule: { kind: 'steps', notApplicable: 'refused', unit: '%', bands: [{ from: '0', to: '100', toInclusive: true, points: '1' }] },
        },
        { code: '2.3', name: 'Không có cách tính', maxPoints: '1' },
      ],
    },
  ],
}
