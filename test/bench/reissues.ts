import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ne } from 'drizzle-orm'
import { credentialOf } from '#badges/credential.ts'
import { seeToKeys } from '#badges/reissue-badges.ts'
import { createRaster } from '#badges/picture/raster.ts'
import { signBadge } from '#badges/sign-badge.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { systemClock } from '#base/clock.ts'
import { faultOf } from '#base/fault.ts'
import { systemRandom } from '#base/random.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { badges, jobs, statusEntries } from '#db/schema.ts'
import { createTally } from '#tallies/tally.ts'
import { keepWorking } from '#jobs/keep-working.ts'
import { findBrand } from '#registry/find-brand.ts'
import { readEngine } from '#node-deps.ts'
import { handlers } from '#work.ts'
import { seed, slugOf } from './seed.ts'

/**
 * How long a house takes, from a key's revocation on, to issue 10,000 badges anew, with the loop that the server has:
 * `node test/bench/reissues.ts`. Ends with 1 when it takes longer than the aim.
 */
const brandCount = 10_000
const aimSeconds = 30
const folder = await mkdtemp(join(tmpdir(), 'veramarca-reissues-'))
const db = await openDatabase({ url: `file:${join(folder, 'bench.db')}` })
await migrateDatabase(db, 'drizzle')
await seed(db, brandCount)
const clock = systemClock()
const deps = {
  db,
  clock,
  random: systemRandom,
  raster: createRaster(readEngine),
  signer: await createSigner(await generateSigningKeys(), clock),
  site: { publicUrl: 'https://registry.example', atHome: false },
  credentials: {},
  queue: null,
  tally: createTally({ db, clock }),
  mailer: null,
  clientAddress: () => null,
  net: { perspectives: [], resolvers: [], remotes: [] },
}
// Each brand's badge, as life would have made it, by a key that is revoked by now.
const stolen = await createSigner(await generateSigningKeys(), clock)
const first = await findBrand(deps, 'br_0')
const credential = first === null ? null : credentialOf(first, deps.site.publicUrl, clock.now())
if (credential === null) throw new Error('The seed has nothing to state')
for (let done = 0; done < brandCount; done += 500) {
  const numbers = Array.from({ length: 500 }, (_each, index) => done + index)
  const signed = await Promise.all(
    numbers.map(async (n) => {
      const place = { list: 1, index: n }
      const told = { brandId: `br_${n}`, slug: slugOf(n), credential, place }
      return await signBadge(stolen, deps.site.publicUrl, told)
    }),
  )
  const rows = signed.map(({ badge }) => badge)
  const entries = signed.map(({ entry }) => entry)
  await db.write([db.orm.insert(badges).values(rows), db.orm.insert(statusEntries).values(entries)])
}
const left = async () => await db.orm.$count(badges, ne(badges.kid, deps.signer.kid))
const start = performance.now()
await seeToKeys(deps)
const worker = keepWorking(deps, handlers(deps), {
  atOnce: 100,
  report: ({ error }) => console.error(faultOf(error)),
})
while ((await db.orm.$count(jobs)) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
const seconds = (performance.now() - start) / 1_000
await worker.stop()
const unfounded = await left()
console.log(
  `${brandCount} badges issued anew in ${seconds.toFixed(1)} s, ${unfounded} left (aim: under ${aimSeconds} s)`,
)
db.close()
await rm(folder, { recursive: true, force: true })
process.exitCode = seconds < aimSeconds && unfounded === 0 ? 0 : 1
