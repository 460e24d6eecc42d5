import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { namespaceFetch } from './namespace.ts'
import { scratchFolder } from './scratch.ts'
import { startSqld } from './sqld.ts'

declare module 'vitest' {
  interface ProvidedContext {
    sqldUrl: string
    sqldAdminUrl: string
  }
}

/** A libSQL server with one migrated namespace, which every test in workerd forks. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await scratchFolder('sqld')
  const sqld = await startSqld(join(folder, 'sqld'))
  await sqld.createNamespace('template')
  const db = await openDatabase({ url: sqld.url, fetch: namespaceFetch('template') })
  await migrateDatabase(db, 'drizzle')
  db.close()
  project.provide('sqldUrl', sqld.url)
  project.provide('sqldAdminUrl', sqld.adminUrl)
  return async () => {
    await sqld.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
