import { spawnSync, type SpawnOptions } from 'node:child_process'
import type { Binaries } from './binaries.ts'

/** As whom PostgreSQL runs: it refuses to run as root. */
export interface Identity {
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[]
  readonly spawn: Pick<SpawnOptions, 'uid' | 'gid'>
  /** Who must own the files, where it is not whoever runs this process. */
  readonly owner?: { readonly uid: number; readonly gid: number }
}

const nobody = { uid: 65534, gid: 65534 }

const asOurselves: Identity = { prefix: [], spawn: {} }

/** In the order of preference; each is tried, because containers refuse one or the other. */
const asSomebodyElse: readonly Identity[] = [
  // Root outside, user 1000 inside a user namespace: the files stay ours and every folder of root's can be reached.
  { prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000'], spawn: {}, owner: { uid: 0, gid: 0 } },
  // User 65534 that may still enter root's folders.
  {
    prefix: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'],
    spawn: {},
    owner: nobody,
  },
  { prefix: [], spawn: nobody, owner: nobody },
]

const runs = (identity: Identity, binaries: Binaries): boolean => {
  const [program, ...rest] = [...identity.prefix, binaries.postgres, '-V']
  return program !== undefined && spawnSync(program, rest, { stdio: 'ignore', ...identity.spawn }).status === 0
}

/** The first identity under which the program runs here; undefined where root is all there is and every way is refused. */
export const findIdentity = (binaries: Binaries): Identity | undefined =>
  process.getuid?.() === 0 ? asSomebodyElse.find((each) => runs(each, binaries)) : asOurselves
