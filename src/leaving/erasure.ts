import { and, eq, exists, inArray, isNull, like, notInArray, or, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import type { Statement } from '#db/open.ts'
import {
  absences,
  accountProofs,
  alarms,
  apiKeys,
  attempts,
  badgePictures,
  badges,
  brands,
  brandWords,
  budgets,
  challenges,
  claims,
  disavowals,
  domains,
  formerHandles,
  handovers,
  invitations,
  jobs,
  leafValues,
  mails,
  manualChecks,
  memberships,
  notices,
  organisations,
  people,
  platformLooks,
  postCodes,
  proposals,
  protectedBrands,
  recoveries,
  registeredNames,
  sessions,
  siteAccounts,
  siteReadings,
  statusEntries,
  tallies,
} from '#db/schema.ts'

type Erased = {
  readonly id: string
  readonly pseudonym: string
  readonly name: string
  readonly email: string
}

/**
 * Deletes all rows about an organisation, those first that hang on others. Its leaves stay, with nothing left that
 * tells what they commit to; places in status lists stay too, revoked for good.
 */
export function erasureOf(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id, pseudonym, name, email }: Erased,
): Statement[] {
  const { orm } = db
  const own = {
    brands: orm.select({ id: brands.id }).from(brands).where(eq(brands.organisationId, id)),
    keys: orm.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.organisationId, id)),
    memberships: orm
      .select({ id: memberships.id })
      .from(memberships)
      .where(eq(memberships.organisationId, id)),
    invitations: orm
      .select({ id: invitations.id })
      .from(invitations)
      .where(eq(invitations.organisationId, id)),
  }
  const ownProposals = orm
    .select({ id: proposals.id })
    .from(proposals)
    .where(eq(proposals.organisationId, id))
  // A brand that was regained has rows of whoever had it before.
  const isOwnDomain = or(eq(domains.organisationId, id), inArray(domains.brandId, own.brands))
  const isOwnClaim = or(eq(claims.organisationId, id), inArray(claims.brandId, own.brands))
  const ownDomains = orm.select({ id: domains.id }).from(domains).where(isOwnDomain)
  const ownClaims = orm.select({ id: claims.id }).from(claims).where(isOwnClaim)
  const isOwnRecovery = or(
    eq(recoveries.organisationId, id),
    eq(recoveries.incumbentId, id),
    inArray(recoveries.brandId, own.brands),
    inArray(recoveries.domainId, ownDomains),
  )
  const ownRecoveries = orm.select({ id: recoveries.id }).from(recoveries).where(isOwnRecovery)
  const subjects = [
    own.brands,
    own.keys,
    own.memberships,
    own.invitations,
    ownDomains,
    ownClaims,
    ownRecoveries,
  ]
  const looked = [ownDomains, ownClaims, ownRecoveries]
  return [
    ...mailsAbout({ db }, { id, name, email }),
    orm.delete(leafValues).where(eq(leafValues.subject, pseudonym)),
    ...subjects.map((those) => orm.delete(leafValues).where(inArray(leafValues.subject, those))),
    ...looked.flatMap((those) => [
      orm.delete(attempts).where(inArray(attempts.subject, those)),
      orm.delete(manualChecks).where(inArray(manualChecks.subject, those)),
      orm.delete(jobs).where(inArray(jobs.subject, those)),
    ]),
    orm.delete(alarms).where(inArray(alarms.subject, ownRecoveries)),
    orm.delete(recoveries).where(isOwnRecovery),
    orm.delete(accountProofs).where(inArray(accountProofs.claimId, ownClaims)),
    orm.delete(postCodes).where(inArray(postCodes.claimId, ownClaims)),
    orm.delete(formerHandles).where(inArray(formerHandles.claimId, ownClaims)),
    orm.delete(claims).where(isOwnClaim),
    orm.delete(challenges).where(inArray(challenges.domainId, ownDomains)),
    orm.delete(handovers).where(inArray(handovers.domainId, ownDomains)),
    orm.delete(siteReadings).where(inArray(siteReadings.domainId, ownDomains)),
    orm.delete(siteAccounts).where(inArray(siteAccounts.domainId, ownDomains)),
    orm.delete(domains).where(isOwnDomain),
    orm
      .update(statusEntries)
      .set({ revokedAt: clock.now() })
      .where(and(inArray(statusEntries.brandId, own.brands), isNull(statusEntries.revokedAt))),
    orm.delete(jobs).where(inArray(jobs.subject, own.brands)),
    ...[
      brandWords,
      registeredNames,
      protectedBrands,
      badges,
      badgePictures,
      disavowals,
      absences,
      tallies,
    ].map((table) => orm.delete(table).where(inArray(table.brandId, own.brands))),
    orm.delete(brands).where(eq(brands.organisationId, id)),
    orm.delete(leafValues).where(inArray(leafValues.subject, ownProposals)),
    ...[proposals, apiKeys, notices, memberships, invitations, platformLooks].map((table) =>
      orm.delete(table).where(eq(table.organisationId, id)),
    ),
    orm.delete(budgets).where(or(eq(budgets.target, id), like(budgets.target, `% ${id}`))),
    orm.update(sessions).set({ organisationId: null }).where(eq(sessions.organisationId, id)),
    orm.delete(organisations).where(eq(organisations.id, id)),
  ]
}

/** What was written to its people about it; what a person is sent as a person is that person's. */
function mailsAbout(
  { db: { orm } }: Pick<Deps, 'db'>,
  { id, name, email }: Omit<Erased, 'pseudonym'>,
): Statement[] {
  const invited = orm
    .select({ email: invitations.email })
    .from(invitations)
    .where(eq(invitations.organisationId, id))
  const everybody = orm.select({ email: people.email }).from(people)
  const rows = orm
    .select({ id: recoveries.id })
    .from(recoveries)
    .where(
      and(
        or(eq(recoveries.organisationId, id), eq(recoveries.incumbentId, id)),
        sql`instr(${mails.values}, ${recoveries.id}) > 0`,
      ),
    )
  const names = sql`instr(${mails.values}, ${JSON.stringify(name).slice(1, -1)}) > 0`
  const isOfOrganisation = and(inArray(mails.kind, ['invitation', 'proposal']), names)
  const about = or(isOfOrganisation, exists(rows))
  return [
    orm.delete(mails).where(about),
    // Addresses that are nobody's account are known by the organisation alone.
    orm
      .delete(mails)
      .where(and(or(inArray(mails.to, invited), eq(mails.to, email)), notInArray(mails.to, everybody))),
  ]
}
