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
  /** By name. A file is read when it is first asked for, and kept. Undefined: it is gone, since the console was built anew. */
  files: Map<string, () => ConsoleFile | undefined>
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
}
const CODINGS = [
  ['br', 'br'],
  ['gzip', 'gz'],
] as const

/** Finds the console that scripts/build-console.js has made. Undefined: it is not built. */
export function openBuiltConsole(folder: string): BuiltConsole | undefined {
  const names = new Set(globSync('**/*.*', { cwd: folder }))
  const page = readIfThere(join(folder, 'index.html'))
  if (!page) return undefined
  const files = new Map<string, () => ConsoleFile | undefined>()
  for (const name of names) {
    const type = TYPES[extname(name)]
    if (type !== undefined)
      files.set(
        name,
        once(() => readFile(join(folder, name), type)),
      )
  }
  return { page: Buffer.from(page).toString('utf8'), files }
}

function readFile(path: string, type: string): ConsoleFile | undefined {
  const plain = readIfThere(path)
  if (!plain) return undefined
  const compressed: ConsoleFile['compressed'] = []
  for (const [coding, ending] of CODINGS) {
    const content = readIfThere(`${path}.${ending}`)
    if (content) compressed.push([coding, content])
  }
  return { type, plain, compressed }
}

function readIfThere(path: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(readFileSync(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function once<T>(read: () => T): () => T {
  let kept: { value: T } | undefined
  return () => {
    kept ??= { value: read() }
    return kept.value
  }
}
