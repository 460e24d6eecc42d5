import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { namespaceFetch } from './namespace.ts'
import { startSqld } from './sqld.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty embedded file: copied for each test. */
    templateFile: string
    sqldUrl: string
    sqldAdminUrl: string
  }
}

/** One migrated database of each kind, which every test copies; and the libSQL server that holds the second. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'veramarca-test-'))
  const templateFile = join(folder, 'template.db')
  const embedded = await openDatabase({ url: `file:${templateFile}` })
  await migrateDatabase(embedded, 'drizzle')
  await embedded.client.execute('pragma wal_checkpoint(truncate)')
  embedded.close()
  const sqld = await startSqld(join(folder, 'sqld'))
  await sqld.createNamespace('template')
  const served = await openDatabase({ url: sqld.url, fetch: namespaceFetch('template') })
  await migrateDatabase(served, 'drizzle')
  served.close()
  project.provide('templateFile', templateFile)
  project.provide('sqldUrl', sqld.url)
  project.provide('sqldAdminUrl', sqld.adminUrl)
  return async () => {
    await sqld.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
