import { describe, expect, it } from 'vitest'
import { errorAt, warningAt } from '../core/problem.ts'
import { problemSentence } from './problem-sentence.ts'

describe('the sentence of a problem', () => {
  it('says where a printed total differs, with both figures in the reader’s decimal sign', () => {
    const mismatch = warningAt('totalMismatch', '4.4', { printed: '3', derived: '2.5', from: 'children' })
    expect(problemSentence(mismatch)).toBe('Tiêu chí 4.4 ghi 3 điểm nhưng các tiêu chí thành phần cộng lại 2,5 điểm.')
    expect(problemSentence(mismatch, 'en')).toBe('Criterion 4.4 says 3 points, but its sub-criteria add up to 2.5.')
  })

  it('calls the grand total by its name', () => {
    const mismatch = warningAt('totalMismatch', 'total', { printed: '1234.5', derived: '1234', from: 'leaves' })
    expect(problemSentence(mismatch)).toBe('Tổng điểm ghi 1.234,5 điểm nhưng các tiêu chí chấm điểm bên trong cộng lại 1.234 điểm.')
  })

  it.each(['4', '4.1~2', 'II/1.2', 'A.1', 'I', '1.2.a', '4/~2'])('takes %s for a criterion', (at) => {
    expect(problemSentence(warningAt('missingLeadUnit', at, {}))).toBe(`Tiêu chí ${at} chưa có đơn vị chủ trì.`)
  })

  it('names a field of a file as a field', () => {
    expect(problemSentence(errorAt('missingField', 'decision', { field: 'number' }))).toBe('Mục “decision”: thiếu “number”.')
  })

  it('says what to do with a file that cannot be read', () => {
    expect(problemSentence(errorAt('unreadableFile', '', { reason: 'oldFormat' }))).toBe(
      'Tệp ở định dạng Office cũ (.doc, .xls). Hãy mở bằng Word hoặc Excel, lưu thành .docx hoặc .xlsx rồi thử lại.',
    )
  })
})
