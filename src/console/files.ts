import { globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the built console, with its compressed forms. */
export interface ConsoleFile {
  type: string
  plain: Uint8Array<ArrayBuffer>
  /** By content coding, best first. */
  compressed: [coding: string, content: Uint8Array<ArrayBuffer>][]
}

export interface BuiltConsole {
  /** The page, with the place for its nonce in it. */
  page: string
  files: Map<string, ConsoleFile>
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** Reads the console that scripts/build-console.js has made into memory: some 3 MB. Undefined: it is not built. */
export function readBuiltConsole(folder: string): BuiltConsole | undefined {
  const read = (name: string) => Uint8Array.from(readFileSync(join(folder, name)))
  const names = new Set(globSync('**/*.*', { cwd: folder }))
  if (!names.has('index.html')) return undefined
  const files = new Map<string, ConsoleFile>()
  for (const name of names) {
    const type = TYPES[extname(name)]
    if (type === undefined) continue
    const compressed = [
      ['br', `${name}.br`],
      ['gzip', `${name}.gz`],
    ].flatMap(([coding = '', path = '']) =>
      names.has(path) ? [[coding, read(path)] satisfies [string, Uint8Array<ArrayBuffer>]] : [],
    )
    files.set(name, { type, plain: read(name), compressed })
  }
  return { page: readFileSync(join(folder, 'index.html'), 'utf8'), files }
}
