import { spawn } from 'node:child_process'
import { findNode, ownEnvironment, root } from './installed.mjs'

/** npm that is killed leaves its script behind; the script then has another parent. */
const watchNpm = (stop) => {
  if (process.env.npm_lifecycle_event === undefined) return
  const npm = process.ppid
  setInterval(() => process.ppid !== npm && stop(), 500).unref()
}

/**
 * Runs the server under Node 24 and stays in front of it: signals go on to it, its status comes back. The channel between the two
 * closes when this process is killed, and the server then stops by itself. (In package.json `exec` keeps the shell out of between:
 * it would take the signal that npm passes on, and keep it.)
 */
export const runServer = (nodeArguments) => {
  const server = spawn(findNode(), [...nodeArguments, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: ownEnvironment(),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  watchNpm(() => server.kill('SIGTERM'))
  server.on('exit', (status) => process.exit(status ?? 1))
}
