const end = '(?=\\s*(?:$|[;\\n]|\\.(?!\\d)|, ))'
const figure = '\\d+(?:[.,]\\d+)?'
const thing = '(?:tiêu chí|nội dung|mục)(?: này| thành phần)?'
const above = '(?:các )?(?:mức|tỷ lệ|thời gian|thời hạn|thời điểm|số|ngày|số lượng|trường hợp)(?: nêu)? ?(?:trên|này|đó|quy định)'

/**
 * Short ways of printing, each said in the words that the ways of reading know; only for lines that stay unread as they are, so that nothing read before
 * is read otherwise. What is first is done first.
 */
const forms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(` ?\\| ?(?=${figure}(?: ?(?:điểm|đ))?\\s*(?:$|[;\\n|]))`, 'giu'), ': '],
  [new RegExp(`(?:không|chưa) đạt(?: được)? (?=${figure} ?%)`, 'giu'), 'dưới '],
  [new RegExp(`^(?:điểm (?:thưởng|cộng)|cộng điểm|thưởng điểm):? (?=${figure})`, 'iu'), ''],
  [/ ?(?:\||‖|;;) ?/gu, '; '],
  [/ ?\((?=(?:trước|chậm nhất|đến hết)(?: là| vào)?(?: ngày)? )([^()]*\d\/\d+(?:\/\d+)?)\)/giu, ' $1'],
  [/, (?=(?:cứ )?(?:mỗi ngày|chậm mỗi|trễ mỗi))/giu, '; '],
  [/(?<=(?:điểm|đ)\/\p{L}+(?: \p{L}+)?), (?=[^,;:\d]{2,60}\d+(?:[.,]\d+)? ?(?:điểm|đ)\/|tổng )/giu, '; '],
  [/(?<=công thức(?: sau)?:?|[:=]) ?\n/giu, ' '],
  [/\s*\/\s*\(?100 ?%\)?/gu, ''],
  [/(?<!\p{L})TB(?!\p{L})/gu, 'trung bình'],
  [
    /(điểm (?:chuẩn|tối đa))(?: là| bằng)? ?(?:\(\d+(?:[.,]\d+)? ?(?:điểm|đ)?\)|(?<=là |bằng )\d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?(?=$|[;.\n]))/giu,
    '$1',
  ],
  [/ ?\(cộng (?:các|điểm)[^()\d]*\)/giu, ''],
  [/ ?\(((?:[^():;\d]{2,40}: \d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?(?:; )?){2,})\)/giu, '; $1'],
  [/^(?:chấm|tính) (?:điểm )?theo tỷ lệ[^()]*\(100 ?%(?::| đạt| được|,)* (\d+(?:[.,]\d+)?) ?(?:điểm|đ)\)$/iu, 'Diem = tỷ lệ x $1'],
  [/^(?:công thức(?: tính)?: ?)?Đ ?= ?/iu, 'Diem = '],
  // What denies the line before it and gives nothing.
  [/(?<=(có [^:;\n]+): [\d.,]+(?: ?(?:điểm|đ))?)[;\n]\s*(?:[-+] )?(?:không|chưa) \1: 0(?: ?(?:điểm|đ))?(?=$|[;\n]|\.(?!\d))/giu, ''],
  // A formula under another name.
  [
    /^(?:(?:mức |số |kết quả )?điểm|công thức)(?!\p{L})(?: (?!tối đa|chuẩn)\p{L}+){0,8} ?(?:=|:|bằng|là) ?(?=[^;.\n]*(?:[/*×÷]| x |nhân|chia))/iu,
    'Diem = ',
  ],
  // What letters stand for, after the formula: `x 1; a: số …`.
  [/[.,;\n] ?(?:trong đó:? )?-? ?\(?([a-z])(?: là|:| =|:| –| -) ?(?=\p{Ll}{2,} )/giu, '; $1 là '],
  // A range said from above: `cứ dưới 100% mà từ 90% trở lên`.
  [
    new RegExp(`(?:cứ )?dưới (${figure} ?%?)(?: mà| nhưng|,) (?:vẫn )?(?:đạt )?(?:từ|trên) (${figure} ?%?)(?: trở lên)?`, 'giu'),
    'từ $2 đến dưới $1',
  ],
  [new RegExp(`(?<=(?:^|[;.,\\n]) ?)(?:dưới|thấp hơn|không đạt|chưa đạt|ngoài) ${above}`, 'giu'), 'Còn lại'],
  [
    new RegExp(
      `^((?:[^;:\\d]{0,60})(?:không quá|tối đa|không vượt quá|trong)[^;:]*: ?${figure}(?: ?(?:điểm|đ))?[;.,] )(?:nếu )?(?:vượt|vượt quá|quá|nhiều hơn|cao hơn)(?: ${above})?(?=[:,] )`,
      'iu',
    ),
    '$1Còn lại',
  ],
  [/(?<=\d [^;:/\d]{2,40})\/ ?(?:0?1 |mỗi )?(?:đơn vị|cơ quan|xã|phòng|người|năm|tháng|quý)(?=:)/giu, ''],
  // Each day late, after the day.
  [new RegExp(`(?<=[;.,\\n] ?)(?:sau|quá|từ) ${above},? (?=(?:cứ |nếu )?(?:mỗi|0?1 ngày|chậm|trễ|quá))`, 'giu'), ''],
  // Losses that end with the points.
  [
    new RegExp(
      `[,;.(] ?(?:nhưng )?(?:tổng )?(?:số )?(?:điểm )?(?:bị )?(?:trừ )?(?:tối đa|nhiều nhất|không quá|không vượt quá)(?: không quá| bằng| là| đến)?(?: tổng)?(?: trừ)? ?(?:hết )?(?:số |mức )?điểm(?: (?:tối đa|chuẩn))?(?: (?:của |cho )?${thing})?\\)?${end}`,
      'giu',
    ),
    ', trừ đến hết điểm',
  ],
  [
    new RegExp(
      `[,;.(] ?(?:trừ )?(?:cho đến khi )?(?:đến )?(?:khi )?hết (?:${figure} |số )?điểm(?: (?:của )?${thing})?(?: thì)? (?:thôi|dừng)(?: trừ)?\\)?${end}`,
      'giu',
    ),
    ', trừ đến hết điểm',
  ],
  // A limit of its own in brackets at the end.
  [
    new RegExp(
      `[\\n;.]? ?\\((?:nhưng )?(?:tổng |số |điểm |cộng )*(?:tối đa|không quá|không vượt quá)(?: là| không quá)? (${figure})(?: ?(?:điểm|đ))?(?: cho ${thing})?\\)$`,
      'iu',
    ),
    '; tối đa $1 điểm',
  ],
  // Where nothing arises.
  [
    /(?<=(?:^|[;.\n(] ?))(?! )(?:nếu |trường hợp |đối với )*((?:(?:đơn vị|cơ quan|xã|nơi) )?không có [^;:.()\d]{2,60}?)(?::|,| thì)* không (?:đánh giá|xét|áp dụng)(?: (?:tiêu chí|nội dung)(?: này)?)?(?=\s*(?:$|[;.\n)]))/giu,
    'Trường hợp $1 thì không đánh giá tiêu chí này',
  ],
  [/ ?\((?:số )?điểm (?:này )?(?:được |bị )?(?:trừ|loại|giảm)[^()\d]*\)/giu, ''],
  [
    new RegExp(
      `[.;,]? ?\\((?:nếu |trường hợp |đối với )*((?:(?:đơn vị|cơ quan|xã|nơi|năm) )?(?:không|chưa) (?:có|phát sinh|tiếp nhận|nhận)[^():\\d]*?)(?::| thì| được| tính| đạt)+ ?(${figure}) ?(?:điểm|đ)?\\)$`,
      'iu',
    ),
    '; Trường hợp $1: $2 điểm',
  ],
  [
    new RegExp(
      `(?<=(?:^|[;.\\n(] ?))(?! )(?:đối với |riêng |nếu |trường hợp |với )*((?:các )?(?:đơn vị|cơ quan|địa phương|xã|nơi|năm)?(?: nào)? ?không (?:phát sinh|nhận được|tiếp nhận|thuộc|được giao|có (?:hồ sơ|nhiệm vụ|đơn|kiến nghị|phản ánh|khiếu nại|vụ việc|đối tượng|chỉ tiêu|phát sinh|vướng mắc|thủ tục))[^;:.()\\d]*?)(?::|,| thì|: thì)* (?:không (?:tính|chấm|đánh giá|xét|áp dụng)|miễn (?:chấm|đánh giá))(?: ${thing})?(?=\\s*(?:$|[;.\\n)]))`,
      'giu',
    ),
    'Trường hợp $1 thì không đánh giá tiêu chí này',
  ],
  [
    /^(?:đối với )?(?:trường hợp )?(?:đơn vị|cơ quan|nơi|địa phương|xã)? ?(?:có|được giao) [^:;\d]{3,60}: (?=[^]*(?:trường hợp|đối với) (?:đơn vị|cơ quan|nơi|địa phương|xã)? ?không )/iu,
    '',
  ],
  [new RegExp(`(?<=: ?)(?:được |đạt |tính |chấm |cho |thì )+(?=${figure} ?(?:điểm|đ)(?!\\p{L}))`, 'giu'), ''],
  [
    new RegExp(
      `(?<=[\\p{L}\\d%)])(?<!(?:không|chỉ|bị|trừ)),? (?:thì )?(?:đạt|được)(?: tính| chấm)? (?=${figure} ?(?:điểm|đ)(?!\\p{L}))`,
      'giu',
    ),
    ': ',
  ],
  [/,? thì lấy (?=tỷ lệ|số |kết quả)/giu, ': '],
  [/(?<=(?:tính|chấm)(?: điểm)? theo tỷ lệ)(?: thực tế)?(?: (?:đã )?(?:đạt được|thực hiện|hoàn thành))(?=\s*(?:$|[;.\n]))/giu, ''],
  [new RegExp(`,? thì (${figure})${end}`, 'giu'), ': $1 điểm'],
  // Points without their unit, after a verb.
  [
    new RegExp(`(?<=[\\p{L}%\\d)])(?:,| thì)? (?:được|chấm|tính|cho|đạt|chỉ đạt)(?: là)? (0|0[.,]\\d+|\\d+[.,]\\d+|[1-5])${end}`, 'giu'),
    ': $1 điểm',
  ],
  [
    new RegExp(
      `(?<=(?:^|[;.:\\n] ?))(có|đạt|đúng):?(?: được)? (${figure})(?: ?(?:điểm|đ))?[;,/] ?(không|chưa)(?: (?:có|đạt|đúng))?:? 0(?: ?(?:điểm|đ))?${end}`,
      'giu',
    ),
    '$1: $2 điểm; $3: 0 điểm',
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
  return head === '' ? text : text.slice(head.length).replace(new RegExp(`(?<!\\p{L})${letter}(?!\\p{L})`, 'gu'), 'tỷ lệ')
}

/** The text of a line that stays unread, said with fewer ways of printing. */
export const inPlainForm = (text: string): string => {
  const said = forms.reduce((former, [form, instead]) => former.replace(form, instead), withoutLetter(text))
  const plain = isFormula.test(said) ? said : said.replace(aside, '')
  return plain.trim().replace(/[;,.\s]+$/u, '')
}
