import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError, type FieldError } from '../errors.ts'
import { answerJson } from '../http/answer.ts'
import { readCsv } from '../http/body.ts'
import { readCsvRows } from '../lib/csv.ts'
import { importLines, MODES, type Mode, type Outcome } from './import-lines.ts'
import type { NaturalKey } from './natural-keys.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { type Layout, type Line, type LineError, layoutOf, readHeader, readLine } from './read-csv-records.ts'
import { loadNames } from './record-columns.ts'
import type { Resource } from './resource.ts'

const IMPORT_BYTES_MAX = 5 * 1024 * 1024
const LINES_MAX = 20_000
const ERRORS_MAX = 200
/** Half a minute of hashing on a small machine: proxies and browsers give up after a minute. */
const PASSWORDS_MAX = 2_000
/** How long a connection may be silent while a file is taken, on a machine that is busy. */
const PATIENCE_MS = 600_000

const count = z.int().min(0)
const report: NamedSchema = {
  name: 'ImportReport',
  zod: z.object({
    dry_run: z.boolean(),
    lines: count.describe('Lines with a record, without the first.'),
    created: count,
    updated: count,
    unchanged: count.describe('Lines that say what is so already.'),
    failed: count.describe('Lines with a fault.'),
    errors: z
      .array(z.object({ line: z.int().min(1), field: z.string(), message: z.string(), value: z.string().optional() }))
      .describe(`By line of the file, the first ${ERRORS_MAX}. \`value\` is what the cell holds; secrets are left out.`),
    errors_total: count,
  }),
}

/** True of the addresses that take a file: a body may be larger there. */
export function importBytesMax(path: string): number | undefined {
  return /^\/api\/v1\/[a-z_]+\/import$/.test(path) ? IMPORT_BYTES_MAX : undefined
}

interface Switches {
  dryRun: boolean
  allOrNothing: boolean
  mode: Mode
}

/** Creates and changes records by a file, line by line as if each had been sent by itself. */
export function importOperation<Row extends { id: string }, Input extends object>(
  ctx: Context,
  resource: Resource<Row, Input>,
  key: NaturalKey,
  example: string,
): Operation {
  const layout = layoutOf(resource)
  return {
    method: 'POST',
    path: `/${resource.name}/import`,
    id: `import_${resource.name}`,
    tag: resource.tag,
    summary: `Import ${resource.tag.charAt(0).toLowerCase()}${resource.tag.slice(1)}`,
    description: `Takes a CSV file as the export writes it, or with some of its columns: the first line names them. Commas, semicolons or tabs; at most ${LINES_MAX} lines and ${IMPORT_BYTES_MAX / 1024 / 1024} MiB. A record is found by \`id\`, else by ${key.fields.map(field => `\`${field}\``).join(', ')}. An empty cell leaves a field as it is, \`null\` empties it. Good lines are taken and bad ones told. More in docs/operating/import-and-export.md.`,
    ...(resource.isSensitive && { isSensitive: true }),
    query: [
      {
        name: 'dry_run',
        description: 'true: everything is checked as in a real run, and nothing is changed.',
        schema: { type: 'boolean', default: false },
      },
      {
        name: 'mode',
        description: '`create`: only new records. `update`: only records that are there. `upsert`: either.',
        schema: { type: 'string', enum: MODES, default: 'create' },
      },
      {
        name: 'all_or_nothing',
        description: 'true: with a fault in any line none is taken.',
        schema: { type: 'boolean', default: false },
      },
    ],
    csvBody: example,
    answer: {
      status: 200,
      description: 'What has changed, or with `dry_run` would.',
      schema: report,
      example: {
        dry_run: false,
        lines: 3,
        created: 2,
        updated: 0,
        unchanged: 0,
        failed: 1,
        errors: [{ line: 4, field: 'login', message: 'Another account has this login.', value: 'ana' }],
        errors_total: 1,
      },
    },
    refusals: ['invalid'],
    async handle(c, caller) {
      c.env.incoming?.socket.setTimeout(PATIENCE_MS)
      const switches = readSwitches(new URL(c.req.url).searchParams)
      const { lines, unread } = await readFile(await readCsv(c.req.raw), layout, key)
      const names = await loadNames(ctx.db.kysely, [...layout.related.values()])
      const { dryRun, mode } = switches
      const allOrNothing = switches.allOrNothing ? { unread: unread.length } : undefined
      const run = { ctx, resource, key, layout, names, caller, dryRun, mode, allOrNothing, taken: new Map<string, number>() }
      return answerJson(c.env, 200, reportOn(switches, await importLines(run, lines), unread))
    },
  }
}

function readSwitches(parameters: URLSearchParams): Switches {
  const wanted: Record<string, readonly string[]> = { dry_run: ['true', 'false'], all_or_nothing: ['true', 'false'], mode: MODES }
  const faults = [...new Set(parameters.keys())].flatMap((name): FieldError[] => {
    const values = Object.hasOwn(wanted, name) ? wanted[name] : undefined
    const field = name.slice(0, 60)
    if (!values) return [{ field, message: `There is no such parameter; there are ${Object.keys(wanted).join(', ')}.` }]
    const given = parameters.getAll(name)
    return given.length === 1 && values.includes(given[0] ?? '')
      ? []
      : [{ field, message: `Must be one of ${values.join(', ')}.` }]
  })
  if (faults.length > 0) throw new AppError('invalid', 'The file was not read: a parameter is wrong.', { fields: faults })
  return {
    dryRun: parameters.get('dry_run') === 'true',
    allOrNothing: parameters.get('all_or_nothing') === 'true',
    mode: MODES.find(mode => mode === parameters.get('mode')) ?? 'create',
  }
}

/** Reads the file into lines. Throws `invalid` for what makes nothing of it readable. */
async function readFile(text: string, layout: Layout, key: NaturalKey): Promise<{ lines: Line[]; unread: LineError[] }> {
  const { rows, fault } = await readCsvRows(text, LINES_MAX + 2)
  if (fault !== undefined) {
    const fields = [{ line: fault, field: '', message: 'A quotation mark is missing or out of place.' }]
    throw new AppError('invalid', `Line ${fault}: a quotation mark is missing or out of place. Nothing was changed.`, { fields })
  }
  const [first, ...rest] = rows
  if (!first) throw refuseFile('The file is empty.', [{ field: 'body', message: 'The file is empty.' }])
  if (rest.length > LINES_MAX) {
    const message = `An import takes at most ${LINES_MAX} lines: split the file.`
    throw refuseFile(message, [{ field: 'body', message }])
  }
  const { columns, faults } = readHeader(first, layout)
  if (faults.length > 0)
    throw refuseFile(`The first line must name columns out of ${[...layout.known].join(', ')}.`, faults.slice(0, 50))
  if (!['id', ...key.fields].some(field => columns.includes(field)))
    throw refuseFile(`The first line must name the column ${key.fields[0]}, or id.`, [
      { field: key.fields[0] ?? '', message: 'The first line must name this column, or id.' },
    ])
  const lines: Line[] = []
  const unread: LineError[] = []
  for (const row of rest) {
    const read = readLine(row, columns)
    if (typeof read === 'string') unread.push({ line: row.line, field: '', message: read })
    else lines.push(read)
  }
  if (lines.filter(({ cells }) => cells.has('password')).length > PASSWORDS_MAX) {
    const message = `An import takes at most ${PASSWORDS_MAX} passwords, since each takes time to be stored safely: split the file.`
    throw refuseFile(message, [{ field: 'password', message }])
  }
  return { lines, unread }
}

function refuseFile(detail: string, fields: FieldError[]): AppError {
  return new AppError('invalid', `${detail} Nothing was changed.`, { fields })
}

function reportOn({ dryRun, allOrNothing }: Switches, outcomes: Outcome[], unread: LineError[]) {
  const errors = [...unread, ...outcomes.flatMap(outcome => (Array.isArray(outcome) ? outcome : []))]
  const failed = new Set(errors.map(({ line }) => line)).size
  const isNothing = allOrNothing && failed > 0
  const countOf = (what: Outcome) => (isNothing ? 0 : outcomes.filter(outcome => outcome === what).length)
  return {
    dry_run: dryRun,
    lines: outcomes.length + unread.length,
    created: countOf('created'),
    updated: countOf('updated'),
    unchanged: outcomes.filter(outcome => outcome === 'unchanged').length,
    failed,
    errors: errors.sort((a, b) => a.line - b.line).slice(0, ERRORS_MAX),
    errors_total: errors.length,
  }
}
