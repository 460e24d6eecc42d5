import { ok, refuse, type Result } from '#base/result.ts'
import type { Db } from './open.ts'

/** A whole, consistent copy of an embedded database, made while it is in use. Never overwrites. */
export async function backupDatabase(
  { client }: Pick<Db, 'client'>,
  file: string,
): Promise<Result<null, 'file_exists' | 'not_embedded'>> {
  if (client.protocol !== 'file') {
    return refuse('not_embedded', "The database is a server; use its operator's backups.")
  }
  try {
    await client.execute({ sql: 'vacuum into ?', args: [file] })
    return ok(null)
  } catch (error) {
    if (error instanceof Error && /already exists/.test(error.message)) {
      return refuse('file_exists', `${file} exists already; name a new file.`)
    }
    throw error
  }
}
