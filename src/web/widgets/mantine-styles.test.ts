import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = `${import.meta.dirname}/../../..`
const styles = `${root}/node_modules/@mantine/core/styles`

/** Names taken from Mantine by value in any page or widget. */
const used = new Set(
  globSync('src/**/*.tsx', { cwd: root }).flatMap((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8')
    const names = /import \{([^}]*)\} from '@mantine\/core'/.exec(text)?.[1] ?? ''
    return names.split(',').map((name) => name.trim())
  }),
)

it('every Mantine component in use has its styles in mantine.css', () => {
  const sheet = readFileSync(`${import.meta.dirname}/mantine.css`, 'utf8')
  const missing = [...used].filter((name) => existsSync(`${styles}/${name}.css`) && !sheet.includes(`styles/${name}.css`))
  expect(missing).toEqual([])
})
