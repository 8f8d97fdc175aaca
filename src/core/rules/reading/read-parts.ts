import type { Clause } from './clauses.ts'
import type { Proposal } from './proposal.ts'

/** Something that is there or done; what is not, what is counted, dated or measured is no part of a sum. */
const affirmed =
  /^(?:co|ban hanh|thuc hien|to chuc|xay dung|cong khai|bo tri|thanh lap|cap nhat|chat luong|noi dung|hinh thuc|dang tai|niem yet|bao dam|dam bao|phoi hop|tham muu) /
const traps =
  /\b(?:khong|chua|cham|tre|han|moi|cu|tru|hoac|neu|duoi|tren(?! (?:cong|trang|bao|dai|he thong|internet|mang|cac|phan mem|dia ban|moi truong))|tu|den|truoc|sau|mot phan|day du|xuat sac|tot|kha|trung binh|yeu|kem)\b|[%\d]/

const levels = /\b(?:loai|muc|hang|bac|nhom|hoan thanh|dat|cap|lan|quy|thang|nam|giam|tang|con lai|truong hop)\b/

const overlaps = (one: string, other: string): boolean => one !== other && (one.includes(other) || other.includes(one))

/** Things that are each worth points of their own and together the maximum: a sum of answers yes or no. */
export const readParts = (clauses: readonly Clause[], max: string | undefined): Proposal | undefined => {
  if (max === undefined || clauses.length > 6) return undefined
  const labels = clauses.map(({ folded }) => folded.trim())
  // Where none alone reaches the maximum they are parts of it, whatever they are called; levels of one thing are told by their names.
  const isLess = clauses.length > 2 && clauses.every(({ points }) => Number(points) > 0 && Number(points) < Number(max))
  const isPlain = labels.every((label) => (affirmed.test(label) || (isLess && !levels.test(label))) && !traps.test(label))
  const isDistinct = new Set(labels).size === labels.length && !labels.some((one) => labels.some((other) => overlaps(one, other)))
  // Points of four decimals at most: as whole ten-thousandths they add up exactly.
  const sum = clauses.reduce((total, { points }) => total + Math.round(Number(points) * 10_000), 0)
  if (!isPlain || !isDistinct || sum !== Math.round(Number(max) * 10_000)) return undefined
  return {
    kind: 'sum',
    parts: clauses.map(({ label, points }, index) => ({
      label,
      rule: {
        kind: 'choice',
        input: `muc_${index + 1}`,
        max: points,
        options: [
          { value: 'yes', points },
          { value: 'no', points: '0' },
        ],
      },
    })),
    inputs: clauses.map(({ label }, index) => ({ name: `muc_${index + 1}`, label })),
  }
}
