#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Compiled code is kept from start to start, which halves the time to the first request. It is enabled before anything
// else is loaded; where the folder cannot be written, Node goes without.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/gatehouse'))
const { runCommandLine } = await import('./commands/command-line.ts')

// A reader that goes away early (| head) is no reason to stop.
process.stdout.on('error', () => undefined)
process.exit(await runCommandLine(process.argv.slice(2)))
