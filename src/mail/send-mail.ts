import { eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { mails } from '#db/schema.ts'
import { finish, type Job } from '#jobs/queue.ts'
import { draftMail, kindOf } from './draft-mail.ts'

/**
 * Sends one mail and forgets what it said. What is of no use any more is not sent; at home it stays, to be read in the
 * mailbox. When the mail cannot be handed over the job tries again.
 */
export async function sendMail(
  { db, clock, mailer, site }: Pick<Deps, 'db' | 'clock' | 'mailer' | 'site'>,
  job: Job,
): Promise<void> {
  const [mail] = await db.orm.select().from(mails).where(eq(mails.id, job.subject))
  if (mail === undefined || mail.sentAt !== null || mail.failedAt !== null) return
  const settle = async (outcome: { readonly sentAt: number } | { readonly failedAt: number }) => {
    const settled = db.orm
      .update(mails)
      .set({ ...outcome, values: {} })
      .where(eq(mails.id, mail.id))
    await db.write([settled, finish({ db }, job)])
  }
  const now = clock.now()
  if (now > mail.createdAt + kindOf(mail.kind).usefulFor) return await settle({ failedAt: now })
  if (mailer === null) {
    if (site.atHome) return
    throw new Error('Mail cannot leave: set SMTP_URL, or MAIL_API_URL and MAIL_API_KEY, and MAIL_FROM')
  }
  const outcome = await mailer.send({ id: mail.id, to: mail.to, ...draftMail(mail) })
  await settle(outcome === 'sent' ? { sentAt: now } : { failedAt: now })
}
