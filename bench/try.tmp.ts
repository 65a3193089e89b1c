import { startEmbedded } from '../src/db/embedded.ts'
import { createLog } from '../src/lib/log.ts'
import { ACCOUNT_SID, AUTH_TOKEN, FROM, startFakeTwilio } from './fake-twilio.ts'
import { createDatabase, measureStatements } from './floor.ts'
import { inTurns, warmUp } from './measure.ts'
import { endAll, findPostmaster } from './processes.ts'
import { printFlows } from './report.ts'
import { betterAuthApi, installBetterAuth, startListener } from './targets.ts'

const dir = '/tmp/bench-try-data'
const pgs = await startEmbedded({ dataDir: dir, log: createLog('info') })
const database = (name = 'gatehouse') => ({ ...pgs.connection, database: name })
const fake = await startFakeTwilio()
try {
  console.log(findPostmaster(dir))
  if (process.argv.includes('floor')) console.log(await measureStatements(database, { concurrencies: [1, 16, 64], seconds: 2 }))
  const contenders = []
  const { file } = await installBetterAuth()
  for (const lean of [false, true]) {
    const name = lean ? 'ba_lean' : 'ba'
    await createDatabase(database(), name)
    const { process, origin } = await startListener(name, file, [
      JSON.stringify({
        database: database(name),
        twilio: { origin: fake.origin, accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, from: FROM },
        lean,
      }),
    ])
    contenders.push({ target: betterAuthApi(name, origin, lean), pids: () => [process.pid, findPostmaster(dir)!.pid] })
  }
  for (const c of contenders) await warmUp(c, fake)
  const m = await inTurns(contenders, fake, { concurrencies: [1, 16, 64], seconds: 3, rounds: 1 })
  printFlows(
    'ba',
    m.flatMap((rows, i) => rows.map((r): [string, typeof r] => [contenders[i]!.target.name, r])),
  )
  console.log(fake.received, fake.unexpected)
} finally {
  await endAll({ keep: false })
  await pgs.stop()
  await fake.close()
}
