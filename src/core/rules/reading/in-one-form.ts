/** Ways of printing the same, each in the one form that the reader knows, without tone marks where nobody sees it again. What is first is done first. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/[^\S\n]+/gu, ' '],
  [/(?<!\p{L})mỗi ?%/giu, 'cu 1%'],
  [/\[(\d+(?:[.,]\d+)?)\](?=:)/gu, '$1 diem'],
  [/(?<!\p{L})max(?!\p{L})/giu, 'toi da'],
  // `1.000 lượt`; points are never so many.
  [/(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,]| ?(?:điểm|đ)(?!\p{L}))/gu, '$1$2'],
  [/(?:bị )?giảm(?: trừ)? (?=(?:tối đa |không quá )?\d+(?:[.,]\d+)? ?(?:điểm|đ)(?!\p{L}|:| phần trăm| trở| so))/giu, 'tru '],
  [/^điểm trừ:? (?=\d)/iu, 'Tru '],
  [/ ?\n\s*/gu, '\n'],
  [/ ?(?:→|⇒|=>|->) ?/gu, ': '],
  [/ (?=[;,])/gu, ''],
  [/(^|\n)([a-zđ]|\d{1,2})\. (?=\p{L})/gu, '$1$2) '],
  [/(?<=[;.\n,]\s?)[-+•*–] ?(?=\p{L})/gu, ''],
  [/ ?\(([x×*] ?\d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?)\)/giu, ' $1'],
  // What a line is headed by and what only says that a formula follows.
  [
    /^(?:cách (?:tính|chấm)(?: điểm)?|phương pháp (?:tính|chấm)(?: điểm)?|(?:tính|chấm) điểm như sau|thang điểm|cụ thể)(?: như sau)?:\s*/iu,
    '',
  ],
  [
    /^(?:tính điểm|số điểm|điểm)(?: (?:của )?tiêu chí(?: này)?| đạt(?: được)?| đánh giá| số)?(?: được)?(?: tính)?(?: bằng| theo)? công thức(?: sau)? ?[:=]?\s*/iu,
    'Diem = ',
  ],
  [
    /^(?:số )?điểm(?: (?:của )?tiêu chí(?: này)?| đạt(?: được)?| đánh giá| quy đổi)?(?: được)? (?:tính|xác định)(?: bằng| là)? ?[:=]\s*/iu,
    'Diem = ',
  ],
  [/^(?:số )?điểm (?:của )?(?:tiêu chí|nội dung)(?: này)?(?: đạt được)? (?:=|bằng) ?/iu, 'Diem = '],
  [/(nhân với|[x×*]) ?thang điểm(?: chuẩn| tối đa)?/giu, '$1 diem toi da'],
  [/(nhân với|[x×*]) ?(?:số )?điểm (?:tối đa|chuẩn) (?:của )?(?:tiêu chí|nội dung)(?: này)?/giu, '$1 diem toi da'],
  // `thì điểm đánh giá là 0`
  [
    /,? ?thì (?:số )?điểm(?: đánh giá| đạt được| đạt| số)? ?(?:là|=|bằng|được tính là) ?(?=\d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?\s?(?:[;.,\n]|$))/giu,
    ': ',
  ],
  [/(?:: ?|,? thì )(?:được )?(?:là|bằng) (?=\d+(?:[.,]\d+)? ?(?:điểm|đ)(?!\p{L}))/giu, ': '],
  // `0,25 điểm/quý`, after "each".
  [/(?<=(?:^|[;.\n(,]\s?)(?:cứ |mỗi |cứ mỗi )[^;.\n]*\d ?(?:điểm|đ)) ?\/ ?(?:0?1 )?(?!\d)\p{L}+(?: \p{L}+){0,2}(?=$|[;.,\n])/giu, ''],
  [/[;,.\s]+$/u, ''],
]

/** The text of a printed calculation in one form: signs, and heads that say nothing of the points. The words stay as printed. */
export const inOneForm = (text: string): string =>
  forms.reduce((said, [form, instead]) => said.replace(form, instead), text.normalize('NFC').trim())
