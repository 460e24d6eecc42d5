import { and, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { brands, domains, statusEntries } from '#db/schema.ts'
import { packBits } from './bitstring.ts'
import { credentialsContext, type StatusPurpose } from '#badges/credential-shape.ts'
import { issuedBy, keyIdOf } from '#badges/keys/did.ts'
import { listOfNumber, listSize } from './status-place.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'signer' | 'site'>

/** What `/status/{n}` serves: the list as it is now, signed as badges are; null when there is no such list. */
export async function statusList({ db, clock, signer, site }: Seams, n: number): Promise<string | null> {
  const { list, purpose } = listOfNumber(n)
  const [newest] = await db.orm
    .select({ list: sql<number | null>`max(${statusEntries.list})` })
    .from(statusEntries)
  // The first pair is there before the first badge.
  if (list > Math.max(1, newest?.list ?? 1)) return null
  const [row] = await db.orm
    .select({ indexes: sql<string>`json_group_array(${statusEntries.index})` })
    .from(statusEntries)
    .where(and(eq(statusEntries.list, list), isSet(purpose)))
  const indexes: number[] = JSON.parse(row?.indexes ?? '[]')
  const keys = await signer.current()
  const id = `${site.publicUrl}/status/${n}`
  const iat = Math.floor(clock.now() / second)
  const exp = iat + lifetimes.statusList / second
  const header = { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: keyIdOf(site.publicUrl, keys.kid) }
  return await keys.sign(header, {
    '@context': [credentialsContext],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    ...issuedBy(site.publicUrl, iat, exp),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: await packBits(listSize, indexes),
      ttl: lifetimes.statusListKept,
    },
  })
}

/** Revocations are stored; whether a brand is suspended is read at the moment, so that its end shows too. */
export function isSet(purpose: StatusPurpose): SQL {
  if (purpose === 'revocation') return isNotNull(statusEntries.revokedAt)
  return sql`${statusEntries.brandId} in (select ${brands.id} from ${brands} left join ${domains}
    on ${and(eq(domains.brandId, brands.id), eq(domains.name, brands.slug))}
    where ${or(isNotNull(brands.frozenAt), eq(domains.state, 'suspended'))})`
}
