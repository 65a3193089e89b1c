import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const DIST = join(import.meta.dirname, 'dist')
const COMPRESSIBLE = /\.(js|css|svg|html)$/

async function compress(path: string): Promise<void> {
  const content = readFileSync(path)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  const [br, gz] = await Promise.all([promisify(brotliCompress)(content, { params }), promisify(gzip)(content, { level: 9 })])
  writeFileSync(`${path}.br`, br)
  writeFileSync(`${path}.gz`, gz)
}

/** Compresses each file once, here, so that the server has nothing to compress. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async closeBundle() {
      const names = globSync('**/*', { cwd: DIST }).filter(name => COMPRESSIBLE.test(name) && name !== 'index.html')
      await Promise.all(names.map(name => compress(join(DIST, name))))
    },
  }
}

// For work on the console: `npx vite console` beside a running Gatehouse, which answers what is not a file of the console.
const api = process.env.GATEHOUSE_URL ?? 'http://localhost:8080'
const proxied = { target: api, changeOrigin: true, headers: { origin: api, 'sec-fetch-site': 'same-origin' } }

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react(), precompress()],
  build: { outDir: DIST, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 1_000 },
  server: { strictPort: true, proxy: { '/api': proxied, '/portal': proxied, '/simulator': proxied, '/admin/setup': proxied } },
})
