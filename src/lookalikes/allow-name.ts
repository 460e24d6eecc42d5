import { eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { allowedNames } from '#db/schema.ts'
import { skeleton } from './skeleton.ts'

/** Has a name, and whatever looks the same, never called a look-alike. False when it has no letters. */
export async function allowName({ db, clock }: Pick<Deps, 'db' | 'clock'>, name: string): Promise<boolean> {
  const key = skeleton(name)
  if (key === '') return false
  const row = { key, name: name.slice(0, 200), since: clock.now() }
  await db.write([db.orm.insert(allowedNames).values(row).onConflictDoNothing()])
  return true
}

export async function forbidName({ db }: Pick<Deps, 'db'>, name: string): Promise<void> {
  await db.write([db.orm.delete(allowedNames).where(eq(allowedNames.key, skeleton(name)))])
}
