import { and, eq, inArray } from 'drizzle-orm'
import { isCurrent } from '#auth/current-membership.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import type { Statement } from '#db/open.ts'
import { memberships, notices, organisations, people } from '#db/schema.ts'
import type { Language } from '#i18n/languages.ts'
import { postMail } from '#mail/post-mail.ts'
import { noticeOf, type RecoveryStage } from './notice-words.ts'
import { passesAt, type Recovery } from './recovery.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>

export type Telling = {
  /** Belong in the batch of what they tell of. */
  readonly statements: readonly Statement[]
  hurry(): Promise<void>
}

type Addressee = { readonly email: string; readonly language: Language }

/** Nobody is written to beyond this: an organisation of hundreds knows by its first. */
const addresseesMax = 50

const toldTo: Readonly<Record<RecoveryStage, 'incumbent' | 'asker' | 'both'>> = {
  asked: 'incumbent',
  seen: 'both',
  disputed: 'both',
  upheld: 'both',
  rejected: 'both',
  ended: 'asker',
  completed: 'both',
}

/** Notices and mails about a recovery: to owners and editors, whatever their addresses, and to the organisation's own. */
export async function tellOf(deps: Seams, recovery: Recovery, stage: RecoveryStage): Promise<Telling> {
  const { db, clock, random } = deps
  const whom = toldTo[stage]
  const parties = [
    ...(whom === 'asker' ? [] : [recovery.incumbentId]),
    ...(whom === 'incumbent' ? [] : [recovery.organisationId]),
  ]
  const asker = await nameOf(deps, recovery)
  const at = passesAt(recovery) ?? 0
  const told = { domain: recovery.domain, asker, at }
  const own = parties.map((organisationId) =>
    db.orm.insert(notices).values({
      id: newId(random, 'ntc'),
      organisationId,
      kind: `recovery_${stage}`,
      subject: recovery.id,
      detail: noticeOf(stage, told),
      createdAt: clock.now(),
    }),
  )
  const link = `${deps.site.publicUrl}/recoveries/${recovery.id}`
  const everybody = (await Promise.all(parties.map((party) => addresseesOf(deps, party)))).flat()
  const once = [...new Map(everybody.map((one) => [one.email, one])).values()]
  const mails = once.map(({ email: to, language }) =>
    postMail(deps, { kind: 'recovery', to, language, values: { stage, ...told, link } }),
  )
  return {
    statements: [...own, ...mails.flatMap(({ statements }) => statements)],
    hurry: async () => void (await Promise.all(mails.map((mail) => mail.hurry()))),
  }
}

/** An organisation's self-given name, with the domain of the confirmed address of who asked. */
export async function nameOf(
  { db }: Pick<Deps, 'db'>,
  { organisationId, personId }: Pick<Recovery, 'organisationId' | 'personId'>,
): Promise<string> {
  const [asker] = await db.orm
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  const [person] = await db.orm
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, personId ?? ''))
  const name = asker?.name ?? organisationId
  return person === undefined ? name : `${name} (…@${person.email.split('@').at(-1)})`
}

async function addresseesOf({ db, clock }: Seams, organisationId: string): Promise<readonly Addressee[]> {
  const members = await db.orm
    .select({ email: people.email, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        inArray(memberships.role, ['owner', 'editor']),
        isCurrent(clock.now()),
      ),
    )
    .orderBy(memberships.role, memberships.createdAt)
    .limit(addresseesMax)
  const [organisation] = await db.orm
    .select({ email: organisations.email })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  const language = members[0]?.language ?? 'en'
  const contact = organisation === undefined ? [] : [{ email: organisation.email.toLowerCase(), language }]
  return [...contact, ...members]
}
