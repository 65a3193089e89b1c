import { isUtf8 } from 'node:buffer'
import { AppError } from '../errors.ts'

/** No form and no JSON document here comes near it. */
export const BODY_BYTES_MAX = 64 * 1024

const MIB = 1024 * 1024
const tooLarge = (max: number) =>
  new AppError('too_large', `The body may have at most ${max < MIB ? `${max / 1024} KiB` : `${max / MIB} MiB`}.`)

/**
 * Refuses a body that is too large before it is read. One that does not announce its length comes back in a new request, and
 * breaks off where it has become too large; any other request comes back as it is. Nothing is read before somebody asks for it:
 * who may not send it here is refused without it.
 */
export function limitBody(
  request: Request,
  announced: { length: string | null | undefined; chunked: boolean },
  maxHere: () => number = () => BODY_BYTES_MAX,
): Request {
  if (!announced.chunked) {
    const length = Number(announced.length ?? 0)
    if (length > BODY_BYTES_MAX && length > maxHere()) throw tooLarge(maxHere())
    return request
  }
  if (!request.body) return request
  let bytes = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      bytes += part.byteLength
      if (bytes > BODY_BYTES_MAX && bytes > maxHere()) controller.error(tooLarge(maxHere()))
      else controller.enqueue(part)
    },
  })
  const { url, method, headers } = request
  return new Request(url, { method, headers, body: request.body.pipeThrough(limit), duplex: 'half' } as RequestInit)
}

/** Reads a JSON body. Throws `unsupported_media_type` for another type or charset, `bad_request` for what is no JSON in UTF-8. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request, 'application/json')
  if (text === '') throw new AppError('bad_request', 'The body is empty; send a JSON object.')
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('bad_request', 'The body is not valid JSON.')
  }
}

/** Reads a body in which everything may be left out: no body at all reads as an empty object. */
export async function readOptionalJson(request: Request): Promise<unknown> {
  if (request.headers.get('content-type') !== null) return readJson(request)
  if ((await request.arrayBuffer()).byteLength === 0) return {}
  throw new AppError('unsupported_media_type', 'Send JSON, with the header content-type: application/json.')
}

/** Reads a body of text/csv. Throws as readJson does. */
export function readCsv(request: Request): Promise<string> {
  return readText(request, 'text/csv')
}

/** Reads a form (application/x-www-form-urlencoded) as it was sent, field by field. Throws as readJson does. */
export async function readFormFields(request: Request): Promise<[name: string, value: string][]> {
  const text = await readText(request, 'application/x-www-form-urlencoded')
  try {
    return text
      .split('&')
      .filter(part => part !== '')
      .map(part => {
        const [name = '', ...value] = part.replaceAll('+', ' ').split('=')
        return [decodeURIComponent(name), decodeURIComponent(value.join('='))]
      })
  } catch {
    throw new AppError('bad_request', 'The form is not encoded correctly.')
  }
}

/** Reads a form as a record. A field that is sent twice counts once, the last. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  return Object.fromEntries(await readFormFields(request))
}

async function readText(request: Request, type: string): Promise<string> {
  const header = request.headers.get('content-type') ?? ''
  // The usual spelling first: this is every request of a program.
  if (header !== type) {
    const [sent = '', ...parameters] = header.toLowerCase().split(';')
    if (sent.trim() !== type && !(type === 'application/json' && /^application\/[\w.-]+\+json$/.test(sent.trim())))
      throw new AppError(
        'unsupported_media_type',
        sent ? `Send the body as ${type}, not ${sent.trim().slice(0, 60)}.` : `Send the body as ${type}.`,
      )
    const charset = parameters.map(parameter => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter)?.[1]).find(Boolean)
    if (charset && charset !== 'utf-8' && charset !== 'utf8')
      throw new AppError('unsupported_media_type', `Send the body in UTF-8, not ${charset.slice(0, 40)}.`)
  }
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity')
    throw new AppError('unsupported_media_type', 'Send the body uncompressed, without content-encoding.')
  const bytes = Buffer.from(await request.arrayBuffer())
  if (!isUtf8(bytes)) throw new AppError('bad_request', 'The body is not valid UTF-8.')
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}
