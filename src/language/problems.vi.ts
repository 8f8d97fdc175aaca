import { formatBytes, formatDate, formatFigure, formatMoment, vietnamTime } from './format.ts'
import { compositeFaultSentence } from './composite-faults.ts'
import { questionnaireFaultSentence, responseFaultSentence } from './survey-faults.ts'
import { numbered, openWord, problemWords } from './problem-words.ts'
import { labelsVi } from './labels.vi.ts'
import type { ProblemOf, ProblemSentences } from './problem-sentences.ts'

const figure = (text: string): string => formatFigure(text, 'vi')
const word = (fact: string): string => openWord(fact, 'vi')
const sizeOf = (size: string, what: ProblemOf<'tooLarge'>['what']): string => {
  if (what === 'bytes' || what === 'inflated' || what === 'memory') return formatBytes(size, 'vi')
  return what === 'time' ? `${figure(size)} giây` : figure(size)
}

const rangeOf = (from: string | undefined, to: string | undefined): string => {
  if (from === undefined) return `tối đa ${figure(to ?? '')}`
  return to === undefined ? `tối thiểu ${figure(from)}` : `từ ${figure(from)} đến ${figure(to)}`
}

/** Every problem in Vietnamese: where, what, which figures, what to do next. Sentence case, no blame. */
export const problemsVi: ProblemSentences = {
  unreadableFile: ({ reason, detail }) => `${problemWords.vi.unreadable[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  tooLarge: ({ what, limit, actual }) =>
    what === 'memory'
      ? `Tệp cần nhiều hơn ${sizeOf(limit, what)} bộ nhớ để đọc. Hãy chỉ giữ lại phần có bảng cần đọc.`
      : `Tệp vượt giới hạn về ${word(what)}: ${sizeOf(actual, what)}, cho phép tối đa ${sizeOf(limit, what)}. Hãy chỉ giữ lại phần có bảng cần đọc.`,
  severalTables: ({ count, chosen, tables }) =>
    `Tài liệu có ${count} bảng cùng loại${tables === undefined ? '' : `: ${numbered(tables)}`}. Bảng được đọc là “${chosen}”. ` +
    `Muốn đọc bảng khác, hãy tách bảng đó ra tệp riêng${tables === undefined ? '' : ' hoặc gọi theo số thứ tự (--table)'}.`,
  legacyFont: ({ font }) => `Văn bản dùng phông chữ cũ ${font} và đã được đổi sang Unicode. Hãy đối chiếu lại với bản gốc.`,
  noTable: ({ kind }) =>
    `Không tìm thấy ${problemWords.vi.tables[kind] ?? 'bảng'} trong tài liệu. Hãy kiểm tra dòng tiêu đề có các cột như STT, Tiêu chí, Điểm.`,
  unreadableRow: ({ text }) => `Chưa hiểu được dòng “${text}”. Hãy xem dòng này trong bản gốc và nhập lại nếu cần.`,
  doubtfulText: ({ raw, corrected }, place) =>
    `${place}: chữ “${raw}” có thể đọc sai${corrected === undefined ? '' : `, có lẽ là “${corrected}”`}. Hãy đối chiếu với bản gốc.`,
  decimalSign: ({ raw, column }, place) =>
    `${place}${column === undefined ? '' : `, cột ${column}`}: số “${raw}” dùng dấu thập phân khác với các số còn lại. Hãy xác nhận giá trị.`,
  missingCode: ({ name }, place) => `${place}: dòng “${name}” không có số thứ tự. Hãy bổ sung hoặc xác nhận là bản gốc để trống.`,
  duplicateCode: ({ repeated, duplicateOf }, place) =>
    `${place}: số thứ tự ${repeated} đã dùng ở ${duplicateOf}. Hãy kiểm tra lại cách đánh số.`,
  codeGap: ({ expected, found }, place) =>
    found === undefined
      ? `${place}: thiếu số thứ tự ${expected}.`
      : `${place}: số thứ tự nhảy đến ${found}, lẽ ra là ${expected}. Có thể sót một dòng.`,
  missingName: (_, place) => `${place} không có tên.`,
  missingMaxPoints: (_, place) => `${place} chưa có điểm tối đa.`,
  missingLeadUnit: (_, place) => `${place} chưa có đơn vị chủ trì.`,
  missingCoordinatingUnit: (_, place) => `${place} chưa có đơn vị phối hợp.`,
  unitSpelling: ({ spellings, proposed }) =>
    `Tên đơn vị được viết nhiều cách: ${spellings.map((each) => `“${each}”`).join(', ')}${proposed === undefined ? '' : `. Đề nghị dùng “${proposed}”`}.`,
  countMismatch: ({ what, printed, derived }) => `Tài liệu ghi ${figure(printed)} ${word(what)} nhưng đếm được ${figure(derived)}.`,
  totalMismatch: ({ printed, derived, from }, place) =>
    `${place} ghi ${figure(printed)} điểm nhưng ${from === 'children' ? 'các tiêu chí thành phần' : 'các tiêu chí chấm điểm bên trong'} cộng lại ${figure(derived)} điểm.`,
  columnTotalMismatch: ({ column, printed, derived }) =>
    `Cột ${column} ghi tổng ${figure(printed)} điểm nhưng các dòng cộng lại ${figure(derived)} điểm.`,
  targetAboveMax: ({ column, target, max }, place) =>
    `${place}, cột ${column}: điểm phấn đấu ${figure(target)} cao hơn điểm tối đa ${figure(max)}.`,
  targetBelowResult: ({ column, target, result }, place) =>
    `${place}, cột ${column}: điểm phấn đấu ${figure(target)} thấp hơn điểm đã đạt ${figure(result)}.`,
  lossWithoutCause: ({ lost }, place) => `${place} mất ${figure(lost)} điểm nhưng chưa ghi nguyên nhân.`,
  causeCopied: ({ cause, area }) =>
    `Nguyên nhân “${cause}” lặp lại nguyên văn của lĩnh vực ${area}. Hãy kiểm tra xem có đúng cho lĩnh vực này không.`,
  causeWithoutLoss: ({ cause }) => `Nguyên nhân “${cause}” chưa gắn với tiêu chí mất điểm nào.`,
  lossWithoutTask: ({ lost }, place) => `${place} mất ${figure(lost)} điểm nhưng chưa có nhiệm vụ khắc phục.`,
  taskWithoutLoss: ({ task }) => `Nhiệm vụ “${task}” không gắn với tiêu chí mất điểm nào.`,
  taskWithout: ({ task, lacks }) =>
    `Nhiệm vụ “${task}” chưa ghi ${{ leadUnit: 'đơn vị chủ trì', product: 'sản phẩm', deadline: 'thời hạn' }[lacks]}.`,
  goalAboveParts: ({ column, goal, parts }, place) =>
    `${place}, năm ${column}: chỉ tiêu ${figure(goal)} điểm cao hơn tổng điểm phấn đấu của các tiêu chí là ${figure(parts)} điểm.`,
  overlappingClasses: ({ first, second }) =>
    `Hai mức xếp loại “${first}” và “${second}” trùng nhau một phần. Hãy sửa cận của một trong hai mức.`,
  classGap: ({ below, above }) =>
    `Giữa hai mức xếp loại “${below}” và “${above}” có khoảng trống, đơn vị rơi vào đó sẽ không được xếp loại.`,
  unsettledTotal: ({ printed, derived }, place) =>
    `${place}: cần chọn dùng ${figure(printed)} điểm (theo bản in) hay ${figure(derived)} điểm (cộng lại) trước khi ban hành.`,
  invalidValue: ({ at, field, value, expected }, place) =>
    at === field
      ? `Giá trị “${value}” của “${word(field)}” không hợp lệ, cần ${word(expected)}.`
      : `${place}: giá trị “${value}” của “${field}” không hợp lệ, cần ${word(expected)}.`,
  missingField: ({ at, field }, place) => (at === field ? `Thiếu “${word(field)}”.` : `${place}: thiếu “${field}”.`),
  invalidPoints: ({ value }, place) => `${place}: “${value}” không phải là điểm. Hãy viết như 0,75, tối đa 4 chữ số thập phân.`,
  abovePoints: ({ points, max }, place) => `${place}: ${figure(points)} điểm vượt quá điểm tối đa ${figure(max)}.`,
  belowPoints: ({ points, min }, place) => `${place}: ${figure(points)} điểm thấp hơn mức tối thiểu ${figure(min)}.`,
  notALeaf: ({ node }) => `Tiêu chí ${node} còn có tiêu chí thành phần nên không chấm trực tiếp. Hãy chấm từng tiêu chí thành phần.`,
  unknownNode: ({ node }) => `Bộ tiêu chí không có tiêu chí “${node}”. Hãy kiểm tra lại mã tiêu chí.`,
  unknownUnit: ({ unit }) => `Không có đơn vị “${unit}” trong danh sách. Hãy kiểm tra lại tên đơn vị.`,
  duplicateLine: ({ unit, node, first }) => `Tiêu chí ${node} của “${unit}” đã có ở dòng ${first}. Hãy chỉ giữ lại một dòng.`,
  nothingApplies: ({ unit }) => `Không tiêu chí nào phát sinh đối với “${unit}” nên không tính được kết quả.`,
  treatmentNotAllowed: ({ treatment }, place) => `${place}: cách tính “${treatment}” chỉ dùng cho tiêu chí không phát sinh.`,
  missingReason: ({ claimed, given }, place) =>
    `${place}: đơn vị tự chấm ${figure(claimed)} điểm, thẩm định cho ${figure(given)} điểm. Hãy ghi lý do chênh lệch.`,
  missingEvidence: (_, place) => `${place} chưa có tài liệu kiểm chứng.`,
  missingBasis: (_, place) => `${place}: hãy ghi căn cứ vì sao tiêu chí không phát sinh tại đơn vị.`,
  unanswered: (_, place) => `${place} chưa chấm điểm.`,
  pointsDifferFromRule: ({ given, rule }, place) =>
    `${place}: ghi ${figure(given)} điểm nhưng số liệu đã nhập cho ${figure(rule)} điểm theo cách tính. Hãy tải lại trang rồi nhập lại số liệu.`,
  factsAsked: (_, place) => `${place}: điểm được tính từ số liệu, không ghi trực tiếp. Hãy nhập số liệu của tiêu chí.`,
  factsNotAsked: (_, place) => `${place} không tính điểm từ số liệu. Hãy ghi điểm.`,
  reasonDue: (_, place) => `${place} chấm trực tiếp nên cần nêu lý do. Hãy ghi vào phần giải trình.`,
  incomplete: ({ missing, of }) => `Còn ${missing} trên ${of} tiêu chí chưa chấm.`,
  bundleDiffers: ({ unit, field, printed, derived }) =>
    `Kết quả của “${unit}”, mục ${field}: gói công bố ghi ${figure(printed)}, tính lại được ${figure(derived)}.`,
  hashDiffers: ({ printed, derived }) =>
    `Mã kiểm tra của gói công bố không khớp: ghi ${printed}, tính lại ${derived}. Nội dung đã bị thay đổi sau khi công bố.`,
  wrongUsage: ({ reason, word: subject, expected }) => problemWords.vi.usage[reason](subject, expected),
  signInRefused: () => 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy thử lại.',
  signInLocked: ({ until }) => `Tài khoản tạm khóa đến ${formatMoment(until, vietnamTime)} vì đăng nhập sai nhiều lần.`,
  signedOut: () => 'Phiên làm việc đã hết. Hãy đăng nhập lại; nội dung đã lưu vẫn còn.',
  notAllowed: () => 'Tài khoản của bạn không có quyền làm việc này. Hãy liên hệ quản trị hệ thống nếu bạn được giao nhiệm vụ.',
  notFound: ({ what }) => `Không tìm thấy ${word(what)}.`,
  changedMeanwhile: ({ by, moment, theirs }, place) =>
    `${place} vừa được thay đổi${by === undefined ? '' : ` bởi ${by}`}${moment === undefined ? '' : ` lúc ${formatMoment(moment, vietnamTime)}`}${theirs === undefined ? '' : ` thành “${figure(theirs)}”`}. Hãy xem lại rồi lưu.`,
  wrongStage: () => 'Việc này không làm được ở giai đoạn hiện tại của kỳ đánh giá.',
  deadlinePassed: ({ deadline }) => `Đã quá hạn ${formatDate(deadline)}. Hãy đề nghị cơ quan chủ trì gia hạn.`,
  notInForce: () => 'Bộ tiêu chí này còn là bản nháp. Hãy ban hành trước khi dùng cho kỳ đánh giá.',
  noUnits: ({ group }) => `Khối “${group}” chưa có đơn vị nào còn hiệu lực. Hãy bổ sung đơn vị ở mục Quản trị.`,
  notSelfScored: ({ source }, place) => `${place} lấy điểm từ nguồn “${labelsVi.sources[source]}”, đơn vị không tự chấm.`,
  alreadyExists: ({ what, value }) => `Đã có ${word(what)} “${value}”.`,
  idempotencyKeyReused: () => 'Yêu cầu này trùng khóa với một yêu cầu khác đã gửi. Hãy tải lại trang rồi thử lại.',
  tooManyRequests: ({ seconds }) => `Có quá nhiều yêu cầu. Hãy thử lại sau ${seconds} giây.`,
  correctionDue: ({ number }) =>
    `Kỳ này đã công bố lần thứ ${number}. Muốn công bố lại, hãy lập bản đính chính cho lần công bố đó và nêu lý do.`,
  samePassword: () => 'Mật khẩu mới cần khác mật khẩu đang dùng.',
  weakPassword: ({ minLength }) => `Mật khẩu cần ít nhất ${minLength} ký tự.`,
  mustChangePassword: () => 'Hãy đổi mật khẩu được cấp trước khi tiếp tục.',
  roleNeedsUnit: ({ role }) => `Vai trò “${labelsVi.roles[role]}” thuộc về một đơn vị. Hãy chọn đơn vị.`,
  roleIsOfAuthority: ({ role }) => `Vai trò “${labelsVi.roles[role]}” làm việc cho toàn tỉnh nên không gắn với một đơn vị.`,
  lastAdministrator: () => 'Đây là tài khoản quản trị hệ thống cuối cùng còn dùng được. Hãy giao vai trò quản trị cho người khác trước.',
  unstorableText: ({ field }) => `“${word(field)}” có ký tự hỏng không lưu được. Hãy xóa phần đó và gõ lại.`,
  jobEnded: () => 'Việc này đã kết thúc hoặc đã được dừng.',
  wrongSecondFactor: () => 'Mã xác thực chưa đúng hoặc đã dùng rồi. Hãy nhập mã mới nhất trong ứng dụng, hoặc một mã dự phòng chưa dùng.',
  secondFactorState: ({ isOn }) => (isOn ? 'Xác thực hai bước đang bật.' : 'Xác thực hai bước chưa bật.'),
  singleSignOn: ({ reason, detail }) => `${problemWords.vi.singleSignOn[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  oneFileOnly: () => 'Mỗi lần chỉ nhận một tệp. Hãy gửi lần lượt từng tệp.',
  badFileName: () => 'Tên tệp có ký tự xuống dòng nên không nhận được. Hãy đổi tên tệp rồi gửi lại.',
  unitBelowItself: ({ unit }) => `“${unit}” không thể trực thuộc chính mình hoặc đơn vị cấp dưới của mình.`,
  unitInUse: ({ unit, by }) => `Chưa kết thúc được “${unit}”: ${problemWords.vi.unitUses[by]}.`,
  endBeforeBegin: ({ begin, end }) => `Ngày kết thúc ${formatDate(end)} sớm hơn ngày bắt đầu ${formatDate(begin)}.`,
  aliasTaken: ({ alias, unit }) => `Tên gọi “${alias}” đang dùng cho “${unit}”. Một tên gọi chỉ dùng cho một đơn vị.`,
  successorCircle: ({ unit }) => `“${unit}” không thể kế thừa chính mình, kể cả qua đơn vị khác.`,
  repeatedLine: ({ value, first }, place) => `${place}: “${value}” đã có ở dòng ${first}. Hãy chỉ giữ lại một dòng.`,
  handOverToSelf: () => 'Không bàn giao được cho chính người đang giữ vai trò. Hãy chọn người khác.',
  logBroken: ({ reason, number }) => `Nhật ký, dòng niêm số ${number}: ${problemWords.vi.logFaults[reason]}.`,
  logKeyUnknown: ({ keyId, lines }) =>
    `${lines} dòng nhật ký được niêm bằng khóa ${keyId} mà hệ thống hiện không có nên chưa đối chiếu được. Hãy đặt lại SESSION_SECRET đã dùng khi đó rồi kiểm tra lại.`,
  backupFault: ({ reason, subject }) => problemWords.vi.backup[reason](subject),
  unreadableRequest: ({ detail }) => `Máy chủ chưa hiểu yêu cầu này (${detail}).`,
  unexpected: ({ requestId }) => `Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống mã ${requestId}.`,
  unknownSetting: ({ name, meant }) =>
    `Không có thiết lập ${name}${meant === undefined ? '' : `; có phải là ${meant}`}. Danh sách thiết lập ở README.`,
  settingNotOffered: ({ name }) => `Thiết lập ${name} chưa có tác dụng ở phiên bản này. Hãy bỏ thiết lập đó.`,
  databaseNotStarted: ({ reason, folder, detail }) =>
    `Chưa mở được cơ sở dữ liệu ở ${folder}: ${problemWords.vi.database[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  databaseAway: () => 'Hệ thống đang mở lại cơ sở dữ liệu. Việc vừa làm chưa được lưu; hãy thử lại sau vài giây.',
  databaseUnreachable: ({ setting, detail }) =>
    `Không kết nối được cơ sở dữ liệu theo ${setting} (${detail}). Hãy kiểm tra địa chỉ, tài khoản và mạng.`,
  migrationRefused: ({ reason, migration, detail }) =>
    `Không cập nhật được cấu trúc dữ liệu, tệp ${migration}: ${problemWords.vi.migration[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  portTaken: ({ port }) => `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port hoặc PORT.`,
  fileNotStored: ({ reason }) => `Chưa lưu được tệp: ${problemWords.vi.notStored[reason]}.`,
  rowOfFrame: () => 'Dòng này thuộc bộ tiêu chí khung nên giữ nguyên. Có thể thêm tiêu chí của địa phương bên cạnh.',
  frameworkInForce: () => 'Bộ tiêu chí đã đưa vào áp dụng nên giữ nguyên. Hãy lập một bản dự thảo mới nếu cần thay đổi.',
  nothingToUndo: () => 'Không còn thay đổi nào để hoàn tác.',
  cannotMoveRow: ({ direction }, place) => `${place} không chuyển ${problemWords.vi.directions[direction]} được nữa.`,
  unknownField: ({ field }, place) => `${place}: không có mục “${field}” ở đây. Hãy kiểm tra lại tên mục.`,
  formulaUnreadable: ({ reason, position, near }, place) =>
    `${place}: công thức ${problemWords.vi.formula[reason]}, ở ký tự thứ ${position + 1}${near === '' ? '' : ` (“${near}”)`}.`,
  divisionByZero: ({ formula }, place) => `${place}: không chia được cho 0 trong “${formula}”. Hãy kiểm tra số liệu ở mẫu số.`,
  noSuchEntry: ({ table, key }, place) => `${place}: bảng “${table}” không có dòng “${key}”.`,
  calculationTooLarge: ({ formula }, place) => `${place}: số trong “${formula}” quá lớn để tính. Hãy kiểm tra lại số liệu.`,
  outOfRange: ({ field, value, from, to }, place) =>
    `${place}: “${word(field)}” là ${figure(value)}, cần ${rangeOf(from, to)}. Hãy kiểm tra lại số liệu.`,
  notWhole: ({ field, value }, place) => `${place}: “${word(field)}” là ${figure(value)}, cần số nguyên.`,
  offStep: ({ field, value, step }, place) => `${place}: “${word(field)}” là ${figure(value)}, cần chia hết cho bước ${figure(step)}.`,
  bandOverlap: ({ first, second }, place) => `${place}: mức “${first}” và mức “${second}” trùng nhau. Hãy sửa lại cận của một mức.`,
  bandGap: ({ below, above }, place) => `${place}: có khoảng trống giữa mức “${below}” và mức “${above}”. Hãy sửa lại cận của một mức.`,
  emptyBand: ({ band }, place) => `${place}: mức “${band}” không chứa giá trị nào. Hãy sửa lại cận dưới hoặc cận trên.`,
  exactlyOneOf: ({ fields }, place) => `${place}: cần đúng một trong các mục ${fields.map((each) => `“${each}”`).join(', ')}.`,
  ruleMaxDiffers: ({ rule, leaf }, place) =>
    `${place}: cách tính điểm có mức tối đa ${figure(rule)}, tiêu chí có điểm chuẩn ${figure(leaf)}. Hãy sửa cho khớp.`,
  ruleSourceDiffers: ({ source }, place) =>
    `${place}: cách tính điểm không hợp với nguồn điểm “${labelsVi.sources[source]}” của tiêu chí. Hãy xem lại một trong hai.`,
  ruleCountingDiffers: ({ counting }, place) =>
    `${place}: cách tính điểm không hợp với cách cộng “${labelsVi.countings[counting]}” của tiêu chí. Hãy xem lại một trong hai.`,
  applicabilityNotOffered: (_, place) => `${place}: tiêu chí này áp dụng cho mọi đơn vị nên không ghi được “không phát sinh”.`,
  secretFile: ({ secrecy }) =>
    `Tài liệu độ ${labelsVi.secrecyLevels[secrecy]} không được tải lên hệ thống này. Hãy chỉ ghi số, ký hiệu và ngày ban hành; tệp gửi theo đường tài liệu mật.`,
  secretDetails: ({ field }) => `Với tài liệu mật chỉ ghi số, ký hiệu và ngày ban hành. Hãy để trống “${word(field)}”.`,
  notEvidenceFile: () =>
    'Tệp này không dùng làm tài liệu kiểm chứng được. Hãy dùng tệp PDF, ảnh (PNG, JPEG, TIFF), Word, Excel, PowerPoint, văn bản hoặc tệp nén ZIP.',
  refusalWithoutReason: ({ given }, place) =>
    `${place}: đơn vị cho là không phát sinh, thẩm định cho ${figure(given)} điểm. Hãy ghi lý do không chấp nhận.`,
  missingScoreSource: (_, place) => `${place}: điểm này không do đơn vị tự chấm. Hãy ghi nguồn của điểm hoặc vì sao không đo trong kỳ.`,
  notMeasuredNotAllowed: (_, place) =>
    `${place} do đơn vị tự chấm nên không ghi “không đo trong kỳ”. Hãy cho điểm hoặc ghi không phát sinh.`,
  appraisalIncomplete: ({ missing, of }) => `Còn ${missing} trên ${of} tiêu chí chưa thẩm định. Hãy thẩm định hết trước khi hoàn thành.`,
  appraisalUnfinished: ({ unit, left }) =>
    left === 0 ? `“${unit}” đã thẩm định hết nhưng chưa hoàn thành thẩm định.` : `“${unit}” còn ${left} tiêu chí chưa thẩm định.`,
  neverSubmitted: ({ unit }) => `“${unit}” chưa nộp bản tự đánh giá. Nếu kết thúc, các tiêu chí của đơn vị được ghi là chưa có số liệu.`,
  roundsDoNotFit: () =>
    'Các vòng chưa hợp lệ: bắt đầu bằng tự đánh giá và thẩm định lần 1, giữ đúng thứ tự, sau giải trình cần có thẩm định lần 2 hoặc họp Hội đồng.',
  lessThanBefore: ({ before, given }, place) =>
    `${place}: vòng trước cho ${figure(before)} điểm, lần này cho ${figure(given)}. Hãy ghi lý do giảm điểm.`,
  reasonForDispute: (_, place) => `${place}: đơn vị đã giải trình. Hãy ghi lý do của quyết định để trả lời đơn vị.`,
  missingExplanation: (_, place) => `${place}: hãy ghi nội dung giải trình.`,
  nothingToDispute: (_, place) => `${place}: điểm thẩm định không thấp hơn điểm tự đánh giá nên không có gì để đề nghị xem lại.`,
  notDisputed: (_, place) => `${place} không còn trong danh sách cần Hội đồng quyết định.`,
  notYourTask: ({ area }, place) => `${place} thuộc phần việc giao cho người khác${area === '' ? '' : ` (${area})`}.`,
  ownInterest: () => 'Không ai tự cho phép mình. Hãy để người khác trong Hội đồng quyết định về đơn vị này.',
  noCouncil: () => 'Kỳ này chưa có Hội đồng thẩm định. Hãy ghi quyết định thành lập và các thành viên trước.',
  noVotes: (_, place) => `${place}: chưa có ý kiến đồng ý hoặc không đồng ý nào.`,
  tooManyVotes: ({ votes, voters }, place) => `${place}: có ${votes} ý kiến, trong khi chỉ ${voters} thành viên được biểu quyết về đơn vị này.`,
  voteNotCarried: ({ votesFor, votesAgainst }, place) =>
    `${place}: ${votesAgainst} ý kiến không đồng ý, ${votesFor} đồng ý nên đề xuất không được thông qua. Hãy đưa ra mức điểm khác.`,
  councilUnfinished: ({ left }) => `Còn ${left} nội dung Hội đồng chưa quyết định.`,
  noChair: ({ chairs }) => `Hội đồng cần đúng một Chủ tịch, hiện có ${chairs}.`,
  compositeInput: (problem) => compositeFaultSentence(problem, 'vi'),
  questionnaireFault: (problem) => questionnaireFaultSentence(problem, 'vi'),
  responseFault: (problem) => responseFaultSentence(problem, 'vi'),
}
