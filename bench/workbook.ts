import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { readXlsx, writeXlsxStream } from 'hucre/xlsx'
import { random } from './measure.ts'

/** One half of the workbook of 797,040 cells: `out FILE` writes it, `in FILE` reads it. Says milliseconds of processor and the most memory held, in MiB. */
const [way, file = ''] = process.argv.slice(2)
const next = random(11)

/** Rows are made while the file is written: neither all of them nor the whole file is ever in memory. */
function* rows() {
  for (let unit = 0; unit < 3321; unit++)
    yield Array.from({ length: 240 }, (_each, leaf) => (leaf === 0 ? `Xã ${unit}` : Math.floor(next() * 400) / 100))
}

const write = (): Promise<void> => writeFile(file, writeXlsxStream(rows(), { name: 'Điểm' }))

const start = process.cpuUsage()
await (way === 'out' ? write() : readXlsx(readFileSync(file)))
const { user, system } = process.cpuUsage(start)
console.log(JSON.stringify({ took: (user + system) / 1000, most: Math.round(process.resourceUsage().maxRSS / 1024) }))
