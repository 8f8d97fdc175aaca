import type { TemplateProblemFacts } from '../../core/problem-facts/template.ts'
import { type StrangeThing, strangeWords } from '../reports/template-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure } from './wording.vi.ts'

const sizes = {
  paragraphs: 'số đoạn của bản mẫu',
  letters: 'số ký tự của bản mẫu',
  paragraphLetters: 'số ký tự của đoạn này',
  summaryLetters: 'số ký tự của trích yếu',
  fields: 'số trường «…» của bản mẫu',
  repeats: 'số lần lặp lồng nhau',
  nested: 'số cấp lồng nhau',
  blocks: 'số đoạn của văn bản',
} as const

const around = (text: string): string => (text === '' ? '' : ` ở “${text}”`)

export const templateProblemsVi: SentencesOf<keyof TemplateProblemFacts> = {
  templateCannotKeep: ({ what, text }) =>
    `Bản mẫu có ${strangeWords[what as StrangeThing] ?? what}${around(text)}; văn bản không giữ được định dạng này. Hãy bỏ đi rồi tải lên lại.`,
  templateUnknownField: ({ field, near }) =>
    `Không có trường «${field}»${near === undefined ? '' : `, có lẽ là «${near}»`}. Hãy chép đúng tên trường trong phần Hướng dẫn.`,
  templateUnknownBlock: ({ block, near }) =>
    `Không có khối hoặc danh sách “${block}”${near === undefined ? '' : `, có lẽ là “${near}”`} cho loại văn bản này.`,
  templateUnknownMark: ({ mark }) => `Chưa hiểu dòng “${mark}”. Hãy xem các dòng được dùng trong phần Hướng dẫn.`,
  templateMarkNotClosed: ({ mark }) => `Dòng “${mark}” chưa có dòng mở đầu hoặc dòng kết thúc đi cùng.`,
  templateMissingSection: ({ section }) => `Thiếu dòng “${section}”. Hãy tải lại bản mẫu và giữ nguyên các dòng chia phần.`,
  templateSaysNothing: () => 'Theo bản mẫu, văn bản không còn nội dung nào.',
  paperNotIssued: () => 'Chỉ đăng công khai được văn bản đã ban hành, không thuộc kỳ thử.',
  templateTooLarge: ({ what, limit, actual }) =>
    `Quá giới hạn về ${sizes[what]}: ${figure(String(actual))}, tối đa ${figure(String(limit))}. Hãy rút gọn rồi tải lên lại.`,
  templateTooDeep: ({ repeats, nested }) =>
    `Các dòng «Lặp lại» lồng nhau tối đa ${repeats} cấp; «Lặp lại» và «Nếu có» lồng nhau tối đa ${nested} cấp. Hãy bỏ bớt rồi tải lên lại.`,
  templateForbiddenLetters: ({ text }) => `Bản mẫu có ký tự không hiển thị được${around(text)}. Hãy gõ lại đoạn này.`,
  templateTooManyBlocks: ({ limit }) =>
    `Theo bản mẫu, văn bản dài quá ${figure(String(limit))} đoạn và dòng bảng. Hãy bỏ bớt «Lặp lại» trong bản mẫu.`,
  templateFieldWithoutValue: ({ field }) => `Bản mẫu dùng trường «${field}» nhưng văn bản này chưa có nội dung cho trường đó.`,
}
