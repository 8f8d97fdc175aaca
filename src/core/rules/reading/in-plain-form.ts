/**
 * Short ways of printing, each said in the words that the ways of reading know; only for lines that stay unread as they are, so that nothing read before
 * is read otherwise. Nobody sees them, so they have no tone marks. What is first is done first.
 */
const forms: readonly (readonly [RegExp, string])[] = [
  [/ ?\| ?(?=\d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?\s*(?:$|[;\n|]))/giu, ': '],
  [/(?:không|chưa) đạt(?: được)? (?=\d+(?:[.,]\d+)? ?%)/giu, 'duoi '],
  [/^(?:điểm (?:thưởng|cộng)|cộng điểm|thưởng điểm):? (?=\d+(?:[.,]\d+)?)/iu, ''],
  [/ ?(?:\||‖|;;) ?/gu, '; '],
  [/ ?\((?=(?:trước|chậm nhất|đến hết)(?: là| vào)?(?: ngày)? )([^()]*\d\/\d+(?:\/\d+)?)\)/giu, ' $1'],
  [/, (?=(?:cứ )?(?:mỗi ngày|chậm mỗi|trễ mỗi))/giu, '; '],
  [/(?<=(?:điểm|đ)\/\p{L}+(?: \p{L}+)?), (?=[^,;:\d]{2,60}\d+(?:[.,]\d+)? ?(?:điểm|đ)\/|tổng )/giu, '; '],
  [/(?<=công thức(?: sau)?:?|[:=]) ?\n/giu, ' '],
  [/\s*\/\s*\(?100 ?%\)?/gu, ''],
  [/(?<!\p{L})TB(?!\p{L})/gu, 'trung binh'],
  [
    /(điểm (?:chuẩn|tối đa))(?: là| bằng)? ?(?:\(\d+(?:[.,]\d+)? ?(?:điểm|đ)?\)|(?<=là |bằng )\d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?(?=$|[;.\n]))/giu,
    '$1',
  ],
  [/ ?\(cộng (?:các|điểm)[^()\d]*\)/giu, ''],
  [/ ?\(((?:[^():;\d]{2,40}: \d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?(?:; )?){2,})\)/giu, '; $1'],
  [/^(?:chấm|tính) (?:điểm )?theo tỷ lệ[^()]*\(100 ?%(?::| đạt| được|,)* (\d+(?:[.,]\d+)?) ?(?:điểm|đ)\)$/iu, 'Diem = ty le x $1'],
  [/^(?:công thức(?: tính)?: ?)?Đ ?= ?/iu, 'Diem = '],
  // What denies the line before it and gives nothing.
  [/(?<=(có [^:;\n]+): [\d.,]+(?: ?(?:điểm|đ))?)[;\n]\s*(?:[-+] )?(?:không|chưa) \1: 0(?: ?(?:điểm|đ))?(?=$|[;\n]|\.(?!\d))/giu, ''],
  // A formula under another name.
  [
    /^(?:(?:mức |số |kết quả )?điểm|công thức)(?!\p{L})(?: (?!tối đa|chuẩn)\p{L}+){0,8} ?(?:=|:|bằng|là) ?(?=[^;.\n]*(?:[/*×÷]| x |nhân|chia))/iu,
    'Diem = ',
  ],
  // What letters stand for, after the formula: `x 1; a: số …`.
  [/[.,;\n] ?(?:trong đó:? )?-? ?\(?([a-z])(?: là|:| =|:| –| -) ?(?=\p{Ll}{2,} )/giu, '; $1 la '],
  // A range said from above: `cứ dưới 100% mà từ 90% trở lên`.
  [
    /(?:cứ )?dưới (\d+(?:[.,]\d+)? ?%?)(?: mà| nhưng|,) (?:vẫn )?(?:đạt )?(?:từ|trên) (\d+(?:[.,]\d+)? ?%?)(?: trở lên)?/giu,
    'tu $2 den duoi $1',
  ],
  [
    /(?<=(?:^|[;.,\n]) ?)(?:dưới|thấp hơn|không đạt|chưa đạt|ngoài) (?:các )?(?:mức|tỷ lệ|thời gian|thời hạn|thời điểm|số|ngày|số lượng|trường hợp)(?: nêu)? ?(?:trên|này|đó|quy định)/giu,
    'Con lai',
  ],
  [
    /^((?:[^;:\d]{0,60})(?:không quá|tối đa|không vượt quá|trong)[^;:]*: ?\d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?[;.,] )(?:nếu )?(?:vượt|vượt quá|quá|nhiều hơn|cao hơn)(?: (?:các )?(?:mức|tỷ lệ|thời gian|thời hạn|thời điểm|số|ngày|số lượng|trường hợp)(?: nêu)? ?(?:trên|này|đó|quy định))?(?=[:,] )/iu,
    '$1Con lai',
  ],
  [/(?<=\d [^;:/\d]{2,40})\/ ?(?:0?1 |mỗi )?(?:đơn vị|cơ quan|xã|phòng|người|năm|tháng|quý)(?=:)/giu, ''],
  // Each day late, after the day.
  [
    /(?<=[;.,\n] ?)(?:sau|quá|từ) (?:các )?(?:mức|tỷ lệ|thời gian|thời hạn|thời điểm|số|ngày|số lượng|trường hợp)(?: nêu)? ?(?:trên|này|đó|quy định),? (?=(?:cứ |nếu )?(?:mỗi|0?1 ngày|chậm|trễ|quá))/giu,
    '',
  ],
  // Losses that end with the points.
  [
    /[,;.(] ?(?:nhưng )?(?:tổng )?(?:số )?(?:điểm )?(?:bị )?(?:trừ )?(?:tối đa|nhiều nhất|không quá|không vượt quá)(?: không quá| bằng| là| đến)?(?: tổng)?(?: trừ)? ?(?:hết )?(?:số |mức )?điểm(?: (?:tối đa|chuẩn))?(?: (?:của |cho )?(?:tiêu chí|nội dung|mục)(?: này| thành phần)?)?\)?(?=\s*(?:$|[;\n]|\.(?!\d)|, ))/giu,
    ', tru den het diem',
  ],
  [
    /[,;.(] ?(?:trừ )?(?:cho đến khi )?(?:đến )?(?:khi )?hết (?:\d+(?:[.,]\d+)? |số )?điểm(?: (?:của )?(?:tiêu chí|nội dung|mục)(?: này| thành phần)?)?(?: thì)? (?:thôi|dừng)(?: trừ)?\)?(?=\s*(?:$|[;\n]|\.(?!\d)|, ))/giu,
    ', tru den het diem',
  ],
  // A limit of its own in brackets at the end.
  [
    /[\n;.]? ?\((?:nhưng )?(?:tổng |số |điểm |cộng )*(?:tối đa|không quá|không vượt quá)(?: là| không quá)? (\d+(?:[.,]\d+)?)(?: ?(?:điểm|đ))?(?: cho (?:tiêu chí|nội dung|mục)(?: này| thành phần)?)?\)$/iu,
    '; toi da $1 diem',
  ],
  // Where nothing arises.
  [
    /(?<=(?:^|[;.\n(] ?))(?! )(?:nếu |trường hợp |đối với )*((?:(?:đơn vị|cơ quan|xã|nơi) )?không có [^;:.()\d]{2,60}?)(?::|,| thì)* không (?:đánh giá|xét|áp dụng)(?: (?:tiêu chí|nội dung)(?: này)?)?(?=\s*(?:$|[;.\n)]))/giu,
    'Truong hop $1 thi khong danh gia tieu chi nay',
  ],
  [/ ?\((?:số )?điểm (?:này )?(?:được |bị )?(?:trừ|loại|giảm)[^()\d]*\)/giu, ''],
  [
    /[.;,]? ?\((?:nếu |trường hợp |đối với )*((?:(?:đơn vị|cơ quan|xã|nơi|năm) )?(?:không|chưa) (?:có|phát sinh|tiếp nhận|nhận)[^():\d]*?)(?::| thì| được| tính| đạt)+ ?(\d+(?:[.,]\d+)?) ?(?:điểm|đ)?\)$/iu,
    '; Truong hop $1: $2 diem',
  ],
  [
    /(?<=(?:^|[;.\n(] ?))(?! )(?:đối với |riêng |nếu |trường hợp |với )*((?:các )?(?:đơn vị|cơ quan|địa phương|xã|nơi|năm)?(?: nào)? ?không (?:phát sinh|nhận được|tiếp nhận|thuộc|được giao|có (?:hồ sơ|nhiệm vụ|đơn|kiến nghị|phản ánh|khiếu nại|vụ việc|đối tượng|chỉ tiêu|phát sinh|vướng mắc|thủ tục))[^;:.()\d]*?)(?::|,| thì|: thì)* (?:không (?:tính|chấm|đánh giá|xét|áp dụng)|miễn (?:chấm|đánh giá))(?: (?:tiêu chí|nội dung|mục)(?: này| thành phần)?)?(?=\s*(?:$|[;.\n)]))/giu,
    'Truong hop $1 thi khong danh gia tieu chi nay',
  ],
  [
    /^(?:đối với )?(?:trường hợp )?(?:đơn vị|cơ quan|nơi|địa phương|xã)? ?(?:có|được giao) [^:;\d]{3,60}: (?=[^]*(?:trường hợp|đối với) (?:đơn vị|cơ quan|nơi|địa phương|xã)? ?không )/iu,
    '',
  ],
  [/(?<=: ?)(?:được |đạt |tính |chấm |cho |thì )+(?=\d+(?:[.,]\d+)? ?(?:điểm|đ)(?!\p{L}))/giu, ''],
  [/(?<=[\p{L}\d%)])(?<!(?:không|chỉ|bị|trừ)),? (?:thì )?(?:đạt|được)(?: tính| chấm)? (?=\d+(?:[.,]\d+)? ?(?:điểm|đ)(?!\p{L}))/giu, ': '],
  [/,? thì lấy (?=tỷ lệ|số |kết quả)/giu, ': '],
  [/(?<=(?:tính|chấm)(?: điểm)? theo tỷ lệ)(?: thực tế)?(?: (?:đã )?(?:đạt được|thực hiện|hoàn thành))(?=\s*(?:$|[;.\n]))/giu, ''],
  [/,? thì (\d+(?:[.,]\d+)?)(?=\s*(?:$|[;\n]|\.(?!\d)|, ))/giu, ': $1 diem'],
  // Points without their unit, after a verb.
  [
    /(?<=[\p{L}%\d)])(?:,| thì)? (?:được|chấm|tính|cho|đạt|chỉ đạt)(?: là)? (0|0[.,]\d+|\d+[.,]\d+|[1-5])(?=\s*(?:$|[;\n]|\.(?!\d)|, ))/giu,
    ': $1 diem',
  ],
  [
    /(?<=(?:^|[;.:\n] ?))(có|đạt|đúng):?(?: được)? (\d+(?:[.,]\d+)?)(?: ?(?:điểm|diem|đ))?[;,/] ?(không|chưa)(?: (?:có|đạt|đúng))?:? 0(?: ?(?:điểm|diem|đ))?(?=\s*(?:$|[;\n]|\.(?!\d)|, ))/giu,
    '$1: $2 diem; $3: 0 diem',
  ],
]

/** Brackets in words alone: what a thing is made of, or where it is seen. In formulas they are no remark. */
const aside =
  / ?\((?![^()]*(?<!\p{L})(?:không|chưa|trừ|nếu|hoặc|điểm|tối đa|mỗi|thiếu|dưới|trên(?! (?:cổng|trang|hệ thống|phần mềm|mạng))|ít nhất|đối với|riêng|trường hợp|áp dụng|từ|cao nhất|thấp nhất)(?!\p{L}))\p{L}{2,}[^()%=*/×<>≤≥]*\)(?!:? ?[*×x/÷])/giu
const isFormula = /[*×÷=]| x |(?<=\)) ?\/|\/ ?(?=\()|nhân với|chia cho/iu

/** A letter for the percent that the rest speaks of: `K = (A/B) x 100%. K ≥ 95%: …`. */
const lettered = /^(?:tỷ lệ )?([CDHKPRT])(?: ?\(%\))? ?= ?[^.;=\n]{3,120}?[x×*] ?100 ?%?[.;,\n] ?(?=\S)/u
/** The same under its own name, with what its letters stand for. */
const rateFirst =
  /^tỷ lệ(?: ?%| ?\(%\))?(?: [\p{L} ]{2,60})? ?= ?\(?[A-Z] ?[/:] ?[A-Z]\)? ?[x×*] ?100 ?%?[.;,\n] ?(?:trong đó:? ?)?(?:[A-Z](?: là|:| =| -) ?[^;,.:=\d%]+[;,.] ?){2,3}(?=\S)/iu
const withoutLetter = (printed: string): string => {
  const text = printed.replace(rateFirst, '')
  const [head = '', letter = ''] = lettered.exec(text) ?? []
  return head === '' ? text : text.slice(head.length).replace(new RegExp(`(?<!\\p{L})${letter}(?!\\p{L})`, 'gu'), 'ty le')
}

/** The text of a line that stays unread, said with fewer ways of printing. */
export const inPlainForm = (text: string): string => {
  const said = forms.reduce((former, [form, instead]) => former.replace(form, instead), withoutLetter(text))
  const plain = isFormula.test(said) ? said : said.replace(aside, '')
  return plain.trim().replace(/[;,.\s]+$/u, '')
}
