import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Text files are compressed once, at build time, so that a small server sends them as they lie on its disk. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(?:js|css|html|svg)$/.test(name))
    await Promise.all(
      names.map(async (name) => {
        const content = await readFile(join(dir, name))
        await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(content))
        await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(content))
      }),
    )
  },
})

/** Shapes of contracts stay on the server: without them zod leaves the first load (92 of 480 kB). */
const contractsWithoutShapes = (): Plugin => ({
  name: 'contracts-without-shapes',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    source === 'zod' && /(?:contract|shapes)\.ts$/.test(importer) ? join(import.meta.dirname, 'src/web/no-schemas.ts') : undefined,
})

const server = process.env['PARINDEX_SERVER'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [contractsWithoutShapes(), react(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Office computers that stopped at Windows 7 stopped at Chrome 109.
    target: ['chrome109', 'firefox115', 'safari16'],
    assetsInlineLimit: 0,
    // The charts are the largest part; they come late and alone.
    chunkSizeWarningLimit: 650,
    rolldownOptions: { input: ['index.html', 'dang-nhap.html'] },
  },
  server: { proxy: Object.fromEntries(['/api', '/cong-khai', '/healthz'].map((path) => [path, server])) },
})
