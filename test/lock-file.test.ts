import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

interface LockedPackage {
  optionalDependencies?: Record<string, string>
}

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>
}

/** Looks where Node does: in the package's own node_modules, then in those above. */
function isLocked(name: string, path: string): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1)))
    if (packages[`${at}/node_modules/${name}`]) return true
  return packages[`node_modules/${name}`] !== undefined
}

// npm leaves out what the registry it asked does not have, and then "npm ci" refuses the file on every machine.
test('the lock file holds the packages of every platform, so that a fresh clone installs on each', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(name => !isLocked(name, path))
      .map(name => `${name}, wanted by ${path}`),
  )
  assert.deepEqual(missing, [])
})
