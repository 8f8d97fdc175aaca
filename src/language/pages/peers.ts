/** Words of points that depend on the other units. */
export const peerTexts = {
  title: 'Điểm so với các đơn vị khác',
  intro:
    'Điểm của các tiêu chí này tính theo số liệu của cả khối. Số liệu thay đổi thì tính lại; khi kết thúc thẩm định, điểm được tính lần cuối.',
  caption: 'Tiêu chí tính theo số liệu của cả khối',
  columns: { leaf: 'Tiêu chí', round: 'Vòng', units: 'Đơn vị có số liệu', best: 'Tốt nhất', taken: 'Tính lúc' },
  notYet: 'Chưa tính',
  nobody: '–',
  act: 'Tính điểm so với các đơn vị',
  done: (changed: number) => (changed === 0 ? 'Điểm không thay đổi.' : `Đã tính lại; ${changed} điểm thay đổi.`),
  best: (value: string, names: string) => `${value} (${names})`,
  reason: 'Điểm tính theo số liệu của các đơn vị khác trong khối',
} as const
