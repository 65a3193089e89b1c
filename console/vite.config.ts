import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const DIST = join(import.meta.dirname, 'dist')
const COMPRESSIBLE = /\.(js|css|svg|html)$/

/** Compresses each file once, here, so that the server has nothing to compress. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      for (const name of globSync('**/*', { cwd: DIST })) {
        if (!COMPRESSIBLE.test(name) || name === 'index.html') continue
        const path = join(DIST, name)
        const content = readFileSync(path)
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
      }
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
