import { readFileSync, writeFileSync } from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { random } from './measure.ts'

/** One half of the workbook of 797,040 cells: `out FILE` writes it, `in FILE` reads it. Says milliseconds of processor and the most memory held, in MiB. */
const [way, file = ''] = process.argv.slice(2)
const next = random(11)

const write = async (): Promise<void> => {
  const rows = Array.from({ length: 3321 }, (_, unit) =>
    Array.from({ length: 240 }, (_each, leaf) => (leaf === 0 ? `Xã ${unit}` : Math.floor(next() * 400) / 100)),
  )
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Điểm', rows }] }))
}

const start = process.cpuUsage()
await (way === 'out' ? write() : readXlsx(readFileSync(file)))
const { user, system } = process.cpuUsage(start)
console.log(JSON.stringify({ took: (user + system) / 1000, most: Math.round(process.resourceUsage().maxRSS / 1024) }))
