import { desc, eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { mails } from '#db/schema.ts'
import { draftMail } from './draft-mail.ts'
import type { Written } from './write-letter.ts'

export type Boxed = Written & { readonly id: string; readonly to: string; readonly createdAt: number }

/** What would have been sent, newest first. */
export async function listMailbox({ db }: Pick<Deps, 'db'>): Promise<readonly Boxed[]> {
  const rows = await db.orm.select().from(mails).orderBy(desc(mails.createdAt), desc(mails.id)).limit(100)
  return rows.flatMap((row) => (row.sentAt === null && row.failedAt === null ? [boxed(row)] : []))
}

export async function readMailbox({ db }: Pick<Deps, 'db'>, id: string): Promise<Boxed | null> {
  const [row] = await db.orm.select().from(mails).where(eq(mails.id, id))
  return row === undefined || row.sentAt !== null || row.failedAt !== null ? null : boxed(row)
}

function boxed(row: typeof mails.$inferSelect): Boxed {
  return { id: row.id, to: row.to, createdAt: row.createdAt, ...draftMail(row) }
}
