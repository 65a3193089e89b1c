import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')

interface SourceFile {
  /** From src/, for example `portal/sign-up.ts`. */
  path: string
  code: string
}

/** The product's own files; what runs only in tests is not in it. */
const files: SourceFile[] = globSync('src/**/*.ts', { cwd: ROOT })
  .filter(path => !path.endsWith('.test.ts'))
  .map(path => ({ path: path.slice('src/'.length), code: readFileSync(join(ROOT, path), 'utf8') }))

/** The part of src/ that a file belongs to: its folder, or the file itself where it lies at the top. */
function partOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : path
}

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\s+from\s+)?'(\.[^']+\.ts)'|\bimport\('(\.[^']+\.ts)'\)/gm

const imports: Import[] = files.flatMap(({ path, code }) =>
  [...code.matchAll(IMPORT)].map(([, type, named, dynamic]) => ({
    from: path,
    to: normalize(join(dirname(path), named ?? dynamic ?? '')),
    typeOnly: type !== undefined,
  })),
)

const RECORDS = ['accounts', 'administrators', 'plans', 'portals', 'gateways']
const RECORD_BASE = ['db', 'lib', 'errors.ts']
const TYPES_FOR_ALL = ['context.ts', 'catalogue.ts', 'config.ts']
const EVERYWHERE = [...RECORD_BASE, ...TYPES_FOR_ALL]
const CORE = ['validation', 'messages', 'sms', 'email', 'limits']

/** Who may import whom, beside its own part. What is not here may import no part but those that EVERYWHERE names. */
const ALLOWED: Record<string, string[]> = {
  lib: [],
  db: ['lib'],
  ...Object.fromEntries(RECORDS.map(part => [part, RECORD_BASE])),
  administrators: [...RECORD_BASE, 'accounts', 'limits'],
  'errors.ts': [],
  'config.ts': ['lib'],
  'catalogue.ts': ['db', 'lib'],
  'context.ts': [...EVERYWHERE, 'messages', 'sms', 'statistics'],
  'seed.ts': ['lib', 'email'],
  http: [...EVERYWHERE, 'administrators'],
  sms: [...EVERYWHERE, 'http'],
  email: [...EVERYWHERE, 'sms'],
  limits: EVERYWHERE,
  validation: [...EVERYWHERE, 'sms', 'email', 'messages', 'limits'],
  messages: [...EVERYWHERE, 'sms', 'email', 'http', 'simulator', 'validation'],
  simulator: [...EVERYWHERE, 'http'],
  network: [...EVERYWHERE, ...RECORDS, 'http'],
  console: ['errors.ts', 'http', 'lib'],
  portal: [...EVERYWHERE, ...RECORDS, ...CORE, 'network', 'http'],
  api: [...EVERYWHERE, ...RECORDS, ...CORE, 'network', 'http', 'simulator', 'statistics'],
  'schedule.ts': [...EVERYWHERE, ...RECORDS, ...CORE, 'simulator', 'statistics'],
}
/** These wire the parts together. */
const WIRING = ['app.ts', 'main.ts', 'commands']

function violations(): string[] {
  return imports
    .filter(({ from, to, typeOnly }) => {
      const [part, target] = [partOf(from), partOf(to)]
      if (part === target || WIRING.includes(part)) return false
      if (typeOnly && TYPES_FOR_ALL.includes(target) && part !== 'lib' && part !== 'db') return false
      // The running installation is handed over as `ctx`; only wiring may make or load one.
      if (!typeOnly && (target === 'context.ts' || target === 'config.ts')) return true
      return !(ALLOWED[part] ?? EVERYWHERE).includes(target)
    })
    .map(({ from, to }) => `${from} imports ${to}`)
}

test('the parts import each other only as ARCHITECTURE.md says', () => {
  assert.ok(imports.length > 100, 'the imports are found at all')
  assert.deepEqual(violations(), [])
})

test('nothing but the wiring imports app.ts, and nothing but main.ts a command', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      (partOf(to) === 'app.ts' && !WIRING.includes(partOf(from))) ||
      (partOf(to) === 'commands' && !['main.ts', 'commands'].includes(partOf(from))),
  )
  assert.deepEqual(wrong, [])
})

/** Code without comments, so that a word in one is not taken for its use. Strings stay: SQL is in them. */
function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[\s;{}(,])\/\/.*$/gm, '$1')
}

function oneLineImports(code: string): string {
  return code.replaceAll(/^import [^']*'/gm, statement => statement.replaceAll('\n', ' '))
}

interface Rule {
  promise: string
  forbidden: RegExp
  except: string[]
}

const RULES: Rule[] = [
  { promise: 'the environment is read in config.ts alone', forbidden: /\bprocess\.env\b/, except: ['config.ts'] },
  { promise: 'nothing is written to the console', forbidden: /\bconsole\.\w+\(/, except: [] },
  { promise: 'only main.ts ends the process', forbidden: /\bprocess\.(?:exit|abort|exitCode)\b/, except: ['main.ts'] },
  {
    promise: 'time comes from the clock',
    forbidden: /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/,
    except: ['lib/clock.ts'],
  },
  {
    promise: 'SQL gets its time as a parameter',
    forbidden:
      /(?<![\w.$]|get )now\(\)|\bcurrent_(?:timestamp|date|time)\b|\blocaltime(?:stamp)?\b|\b(?:statement|transaction)_timestamp\b/i,
    except: ['lib/clock.ts'],
  },
  {
    promise: 'randomness comes from one file',
    forbidden:
      /\bMath\.random\b|\bimport\b.*\brandom\w+.*'node:crypto'|\bgetRandomValues\b|\bcrypto\.random|\bgen_random_uuid\b|\brandom\(\)/,
    except: ['lib/random.ts'],
  },
]

for (const { promise, forbidden, except } of RULES)
  test(promise, () => {
    const found = files
      .filter(({ path }) => !except.includes(path))
      .flatMap(({ path, code }) =>
        oneLineImports(withoutComments(code))
          .split('\n')
          .filter(line => forbidden.test(line))
          .map(line => `${path}: ${line.trim()}`),
      )
    assert.deepEqual(found, [])
  })

test('the migrations leave the time to the application too', () => {
  for (const file of globSync('migrations/*.sql', { cwd: ROOT })) {
    const sql = readFileSync(join(ROOT, file), 'utf8').replaceAll(/--.*$/gm, '')
    assert.doesNotMatch(sql, /\bnow\(\)|current_timestamp|random\(\)|gen_random_uuid/i, file)
  }
})

test('a statement with a name names its columns: prepared, all columns of a table fail once a newer version adds one', () => {
  const named = files.flatMap(({ path, code }) =>
    [...code.matchAll(/\bname: [^,\n]+,\s*text: `([^`]*)`/g)].map(([, text = '']) => ({ path, text: text.trim() })),
  )
  assert.ok(named.length > 30, 'the statements are found at all')
  assert.deepEqual(
    named.filter(({ text }) => /^select (\w+\.)?\*|returning (\w+\.)?\*$/i.test(text)),
    [],
  )
})

test('every address that takes a code goes through the one check function', () => {
  const compare = files.filter(({ path, code }) => /\bcodeMac\b/.test(code) && !path.startsWith('lib/')).map(({ path }) => path)
  assert.deepEqual(compare, ['validation/code.ts'])
})
