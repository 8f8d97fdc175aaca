import { milliseconds, printRow, random } from './measure.ts'
import { type LargeProvince, startLargeProvince } from './large-province.ts'

/** The promise: one appraised score changed, durable and logged, then everyone's rank, through HTTP, in ≤ 35 ms at the median. */
const rounds = 200

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

interface Times {
  readonly sorted: readonly number[]
  /** Milliseconds of processor for each, here and in the database. */
  readonly processor: number
}

const timesOf = async (province: LargeProvince, count: number, work: (round: number) => Promise<unknown>): Promise<Times> => {
  const times: number[] = []
  const before = await province.processorTime()
  for (let round = 0; round < count; round++) {
    const start = performance.now()
    await work(round)
    times.push(performance.now() - start)
  }
  const processor = ((await province.processorTime()) - before) / count
  return { sorted: times.sort((a, b) => a - b), processor }
}

const request = async (province: LargeProvince, path: string, init: RequestInit = {}): Promise<unknown> => {
  const reply = await fetch(province.address + path, { ...init, headers: { cookie: province.cookie, 'content-type': 'application/json' } })
  const value: unknown = await reply.json()
  if (!reply.ok) throw new Error(JSON.stringify(value))
  return value
}

const print = (title: string, { sorted, processor }: Times): void =>
  printRow(title, {
    median: milliseconds(quantile(sorted, 0.5)),
    p95: milliseconds(quantile(sorted, 0.95)),
    processor: milliseconds(processor),
  })

const province = await startLargeProvince()
try {
  const next = random(7)
  const versions = new Map<string, number>()
  const change = async (): Promise<unknown> => {
    const unitId = province.unitIds[Math.floor(next() * province.unitIds.length)] ?? ''
    const nodeId = `${1 + Math.floor(next() * 8)}.1`
    const key = `${unitId} ${nodeId}`
    const version = versions.get(key) ?? 1
    versions.set(key, version + 1)
    const decision = { nodeId, version, status: 'scored', points: `0.${10 + Math.floor(next() * 15)}`, reason: 'bench' }
    const body = JSON.stringify({ decisions: [decision] })
    return request(province, `/api/cycles/${province.cycleId}/units/${unitId}/appraisal`, { method: 'PATCH', body })
  }
  const ranks = () => request(province, `/api/cycles/${province.cycleId}/ranks`)
  await timesOf(province, 20, async () => [await change(), await ranks()])
  console.log('one score: 3,321 communes × 120 leaves, durable (promise: change and everyone’s rank ≤ 35 ms at the median)')
  print('one score changed', await timesOf(province, rounds, change))
  print('everyone’s rank', await timesOf(province, rounds, ranks))
  print('one score changed, then everyone’s rank', await timesOf(province, rounds, async () => [await change(), await ranks()]))
  print('whole ranking with areas', await timesOf(province, 20, () => request(province, `/api/cycles/${province.cycleId}/ranking`)))
  print('progress of the cycle', await timesOf(province, 20, () => request(province, `/api/cycles/${province.cycleId}`)))
  print('work list of appraisal', await timesOf(province, 20, () => request(province, `/api/cycles/${province.cycleId}/appraisal`)))
} finally {
  await province.stop()
}
