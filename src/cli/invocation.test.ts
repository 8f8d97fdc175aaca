import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { readInvocation } from './invocation.ts'

const command: Command = {
  options: { range: { type: 'string' }, trace: { type: 'boolean' } },
  positionals: [],
  run: async () => ({ status: 0, value: {}, text: '', problems: [] }),
}

describe('the words after a command', () => {
  it('take a negative number as the value of the option before it', () => {
    for (const words of [['--range', '-5,5'], ['--range=-5,5']])
      expect(readInvocation([...words, '--trace'], command)).toMatchObject({ ok: true, value: { values: { range: '-5,5', trace: true } } })
  })

  it('do not take an option as the value of another', () => {
    expect(readInvocation(['--range', '--trace'], command)).toMatchObject({
      ok: false,
      problems: [{ reason: 'invalidOption', word: '--range' }],
    })
  })
})
