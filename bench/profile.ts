import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

interface HotFunction {
  name: string
  where: string
  /** Share of the time in which the event loop's thread was busy. */
  share: number
}

export interface Profile {
  /** Share of the wall time in which the thread did anything. */
  busy: number
  functions: HotFunction[]
  /** The same by package or folder. */
  places: { place: string; share: number }[]
}

/** Reads the newest CPU profile that Node left in a folder: the functions with the most time of their own. */
export function readProfile(dir: string, count: number): Profile | undefined {
  const file = readdirSync(dir)
    .filter(name => name.endsWith('.cpuprofile'))
    .sort()
    .at(-1)
  if (!file) return undefined
  const profile = JSON.parse(readFileSync(join(dir, file), 'utf8')) as CpuProfile
  const frames = new Map(profile.nodes.map(node => [node.id, node.callFrame]))
  const byFunction = new Map<string, HotFunction>()
  const byPlace = new Map<string, number>()
  let total = 0
  let busy = 0
  profile.samples.forEach((id, i) => {
    const us = profile.timeDeltas[i] ?? 0
    const frame = frames.get(id)
    total += us
    if (!frame || frame.functionName === '(idle)') return
    busy += us
    const where = frame.url ? `${shorten(frame.url)}:${frame.lineNumber + 1}` : ''
    const name = frame.functionName || '(anonymous)'
    const hot = byFunction.get(`${name} ${where}`) ?? { name, where, share: 0 }
    hot.share += us
    byFunction.set(`${name} ${where}`, hot)
    const place = placeOf(frame.url, name)
    byPlace.set(place, (byPlace.get(place) ?? 0) + us)
  })
  return {
    busy: busy / total,
    functions: [...byFunction.values()]
      .sort((a, b) => b.share - a.share)
      .slice(0, count)
      .map(hot => ({ ...hot, share: hot.share / busy })),
    places: [...byPlace]
      .sort((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([place, us]) => ({ place, share: us / busy })),
  }
}

function shorten(url: string): string {
  return url
    .replace(/^file:\/\//, '')
    .replace(/^.*\/node_modules\//, '')
    .replace(/^.*\/(?=src\/)/, '')
}

function placeOf(url: string, name: string): string {
  if (url === '') return name.startsWith('(') ? name : 'native'
  if (url.startsWith('node:')) return url.split('/')[0] ?? url
  const path = shorten(url)
  return path.startsWith('src/')
    ? path
    : path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/')
}
