interface FormWords {
  readonly about: (unit: string) => string
  readonly purposeTitle: string
  readonly purpose: string
  readonly anonymous: string
  readonly consent: string
  readonly consentDue: string
  readonly required: string
  readonly onlyIf: string
  readonly several: (most: number | undefined) => string
  readonly between: (from: number, to: number) => string
  readonly dontKnow: string
  readonly yes: string
  readonly no: string
  readonly lowest: string
  readonly highest: string
  readonly send: string
  readonly keep: string
  readonly kept: string
  readonly keptTitle: string
  readonly keptOwnLink: string
  readonly goOn: string
  readonly look: (count: number) => string
  readonly thanksTitle: string
  readonly thanks: string
  readonly again: string
  readonly usedTitle: string
  readonly used: string
  readonly closedTitle: string
  readonly closed: string
  /** On paper: which end of a scale is which, the number of the sheet, whom it asks, and what to leave off. */
  readonly ends: (lowest: number, highest: number) => string
  readonly paperNumber: string
  readonly paperGroup: string
  readonly paperAnonymous: string
  /** Told by the script of the form. */
  readonly script: { readonly saved: string; readonly waiting: string; readonly sent: string; readonly left: string }
}

const vi: FormWords = {
  about: (unit) => `Đơn vị được đánh giá: ${unit}`,
  purposeTitle: 'Câu trả lời được dùng vào việc gì',
  purpose:
    'Câu trả lời chỉ dùng để xác định mức độ hài lòng và điểm điều tra xã hội học của đơn vị, được tổng hợp cùng nhiều người khác và lưu theo thời hạn của hồ sơ cải cách hành chính.',
  anonymous:
    'Phiếu này ẩn danh: hệ thống không lưu họ tên, địa chỉ mạng hay giờ trả lời cùng câu trả lời, và không ai nối được câu trả lời với người trả lời. Bạn có quyền không tham gia hoặc bỏ trống câu không bắt buộc.',
  consent: 'Tôi đã đọc và đồng ý trả lời.',
  consentDue: 'Hãy đánh dấu đồng ý trước khi gửi.',
  required: 'bắt buộc',
  onlyIf: 'Chỉ trả lời nếu câu này đúng với bạn.',
  several: (most) => (most === undefined ? 'Có thể chọn nhiều phương án.' : `Chọn nhiều nhất ${most} phương án.`),
  between: (from, to) => `Số nguyên từ ${from} đến ${to}.`,
  dontKnow: 'Không biết / không trả lời',
  yes: 'Có',
  no: 'Không',
  lowest: 'thấp nhất',
  highest: 'cao nhất',
  send: 'Gửi phiếu',
  keep: 'Lưu để trả lời tiếp sau',
  kept: 'Câu trả lời đến đây đã được niêm phong bằng chính đường dẫn của bạn. Mở lại đường dẫn để trả lời tiếp.',
  keptTitle: 'Đã lưu, chưa gửi',
  keptOwnLink: 'Đường dẫn này có nhiều người dùng, nên hãy giữ lại đường dẫn riêng dưới đây:',
  goOn: 'Trả lời tiếp',
  look: (count) => (count === 1 ? 'Có một câu cần xem lại' : `Có ${count} câu cần xem lại`),
  thanksTitle: 'Đã nhận phiếu',
  thanks: 'Cảm ơn bạn đã trả lời. Bạn có thể đóng trang này.',
  again: 'Trả lời phiếu khác',
  usedTitle: 'Đường dẫn đã dùng',
  used: 'Phiếu của đường dẫn này đã được gửi. Mỗi đường dẫn chỉ nhận số phiếu đã định.',
  closedTitle: 'Không tìm thấy phiếu khảo sát',
  closed: 'Đường dẫn không đúng, hoặc đợt khảo sát chưa bắt đầu hay đã kết thúc.',
  ends: (lowest, highest) => `${lowest} là mức thấp nhất, ${highest} là mức cao nhất.`,
  paperNumber: 'Số phiếu',
  paperGroup: 'Nhóm đối tượng',
  paperAnonymous:
    'Phiếu ẩn danh: không ghi họ tên, số điện thoại hay địa chỉ. Đánh dấu x vào ô chọn; không muốn trả lời câu nào thì để trống.',
  script: {
    saved: 'Đã lưu trên máy này',
    waiting: 'Chưa có mạng. Phiếu đã lưu trên máy này và sẽ tự gửi khi có mạng; hãy giữ trang này mở.',
    sent: 'Đã gửi',
    left: 'câu bắt buộc chưa trả lời',
  },
}

const en: FormWords = {
  about: (unit) => `Unit assessed: ${unit}`,
  purposeTitle: 'What the answers are used for',
  purpose:
    'Answers are used only to determine satisfaction and the survey points of the unit; they are put together with those of many others and kept as long as the records of administrative reform are.',
  anonymous:
    'This form is anonymous: no name, network address or hour is kept with the answers, and no one can join answers to a person. You are free not to take part, and to leave questions open that are not required.',
  consent: 'I have read this and agree to answer.',
  consentDue: 'Please tick that you agree before sending.',
  required: 'required',
  onlyIf: 'Answer only if this applies to you.',
  several: (most) => (most === undefined ? 'You may choose several.' : `Choose ${most} at most.`),
  between: (from, to) => `A whole number from ${from} to ${to}.`,
  dontKnow: 'Do not know / no answer',
  yes: 'Yes',
  no: 'No',
  lowest: 'lowest',
  highest: 'highest',
  send: 'Send',
  keep: 'Save and go on later',
  kept: 'The answers so far are sealed with your own link. Open the link again to go on.',
  keptTitle: 'Saved, not sent',
  keptOwnLink: 'Several people use this link, so please keep your own one:',
  goOn: 'Go on',
  look: (count) => (count === 1 ? 'One question needs another look' : `${count} questions need another look`),
  thanksTitle: 'Received',
  thanks: 'Thank you for answering. You may close this page.',
  again: 'Fill in another form',
  usedTitle: 'This link was used',
  used: 'The form of this link was sent. Each link takes as many forms as were set for it.',
  closedTitle: 'No such survey',
  closed: 'The address is wrong, or the survey has not begun or is over.',
  ends: (lowest, highest) => `${lowest} is the lowest level, ${highest} the highest.`,
  paperNumber: 'Sheet no.',
  paperGroup: 'Group of respondents',
  paperAnonymous:
    'This form is anonymous: please write no name, telephone number or address. Mark one box with x; leave a question open where you do not want to answer.',
  script: {
    saved: 'Saved on this device',
    waiting: 'No network. The form is saved on this device and will be sent by itself; please leave this page open.',
    sent: 'Sent',
    left: 'required questions left',
  },
}

/** The words around the questions; in a language that has none of its own, the Vietnamese ones. */
export const surveyFormWords = (language: string): FormWords => (language === 'en' ? en : vi)
