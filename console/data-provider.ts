import type { DataProvider, RaRecord } from 'ra-core'
import { call, Refusal } from './rest.ts'
import { isToldOnly } from './told-only.ts'

const PER_PAGE_MAX = 500
interface Page {
  data: RaRecord[]
  total: number
}

/** React-admin's questions in terms of the REST API. */
export const dataProvider: DataProvider = {
  async getList(resource, { pagination, sort, filter, signal }) {
    return call<Page>(`/${resource}`, {
      query: {
        ...withoutEmpty(filter),
        page: pagination?.page,
        per_page: pagination?.perPage,
        ...(sort?.field && { sort: sort.field, order: sort.order.toLowerCase() }),
      },
      signal,
    }) as never
  },
  async getOne(resource, { id, signal }) {
    return { data: await call(`/${resource}/${id}`, { signal }) } as never
  },
  async getMany(resource, { ids, signal }) {
    const wanted = [...new Set(ids.map(String))].filter(Boolean)
    const { data } =
      wanted.length === 0
        ? { data: [] }
        : await call<Page>(`/${resource}`, { query: { id: wanted, per_page: PER_PAGE_MAX }, signal })
    return { data } as never
  },
  async getManyReference(resource, { target, id, pagination, sort, filter, signal }) {
    return dataProvider.getList(resource, { pagination, sort, filter: { ...filter, [target]: id }, signal }) as never
  },
  async create(resource, { data }) {
    const taken = Object.entries(data).filter(([field, value]) => value !== undefined && value !== null && !isToldOnly(field))
    return { data: await call(`/${resource}`, { method: 'POST', body: Object.fromEntries(taken) }) } as never
  },
  async update(resource, { id, data, previousData }) {
    return { data: await call(`/${resource}/${id}`, { method: 'PATCH', body: changes(data, previousData) }) } as never
  },
  async updateMany(resource, { ids, data }) {
    await eachInTurn(ids, id => call(`/${resource}/${id}`, { method: 'PATCH', body: data }))
    return { data: ids } as never
  },
  async delete(resource, { id, previousData }) {
    await call(`/${resource}/${id}`, { method: 'DELETE' })
    return { data: previousData ?? { id } } as never
  },
  async deleteMany(resource, { ids }) {
    await eachInTurn(ids, id => call(`/${resource}/${id}`, { method: 'DELETE' }))
    return { data: ids } as never
  },
}

/**
 * Goes on after a refusal, and throws the first at the end: what could be done is done. Who will not say again who they are
 * is not asked once for each.
 */
async function eachInTurn<Id>(ids: Id[], act: (id: Id) => Promise<unknown>): Promise<void> {
  const refusals: unknown[] = []
  for (const id of ids) {
    await act(id).catch(error => refusals.push(error))
    if (refusals.some(error => error instanceof Refusal && error.code === 'confirm_identity')) break
  }
  if (refusals.length > 0) throw refusals[0]
}

/** The fields that a form has changed: whoever edits the same record in another window loses nothing. */
export function changes(data: Record<string, unknown>, previous: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([field, value]) =>
        value !== undefined && !isToldOnly(field) && JSON.stringify(value) !== JSON.stringify(previous?.[field]),
    ),
  )
}

function withoutEmpty(filter: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined && value !== null))
}
