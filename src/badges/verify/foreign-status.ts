import { z } from 'zod'
import { minute, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { issuerOf } from '#badges/keys/did.ts'
import { bitAt, unpackBits } from '#badges/status/bitstring.ts'
import { statusCodes, type StatusEntry } from '#badges/credential-shape.ts'
import { fetchSaid } from './fetch-said.ts'
import type { KeyFinder } from './issuer-key.ts'
import { readHeader, readJws } from './jws.ts'
import { failed, passed, type Rung } from './ladder.ts'
import { checkSignature } from './signature.ts'
import { listSize } from '#badges/status/status-place.ts'

const wanted = { bytesMax: 256 * 1_024, accept: 'application/vc+jwt' }
const codes = { about: 'status_list', missing: 'status_list_missing', tooLarge: 'status_list_too_large' }
const clockSkew = minute

const list = z.object({
  id: z.string(),
  type: z.array(z.string()),
  issuer: z.string(),
  /** VC-JOSE-COSE §3.1.3: where it is said, it is the issuer. */
  iss: z.string().optional(),
  exp: z.int().optional(),
  validFrom: z.iso.datetime({ offset: true }).optional(),
  validUntil: z.iso.datetime({ offset: true }),
  credentialSubject: z.object({
    type: z.literal('BitstringStatusList'),
    /** Bitstring Status List §2.2: one purpose or several. */
    statusPurpose: z.union([z.string(), z.array(z.string())]),
    encodedList: z.string(),
  }),
})

type List = z.infer<typeof list>

/** Fetches another issuer's list and reads one place of it. Only the issuer's own host and key speak for it. */
export async function checkForeignStatus(
  deps: Pick<Deps, 'db' | 'clock' | 'net'>,
  { statusListCredential, statusPurpose }: StatusEntry,
  index: number,
  issuer: { readonly url: string; readonly keys: KeyFinder },
): Promise<Rung> {
  const url = URL.parse(statusListCredential)
  if (url === null || url.origin !== issuer.url) return failed('status_list_elsewhere')
  const said = await fetchSaid(deps, url, wanted, codes)
  if (said.outcome !== 'passed') return said
  const read = await readList(said.value, issuer)
  if (read.outcome !== 'passed') return read
  const { id, type, validFrom, validUntil, exp, credentialSubject } = read.value
  if (id !== statusListCredential) return failed('status_list_of_another')
  if (!type.includes('BitstringStatusListCredential')) return failed('status_list_malformed')
  const now = deps.clock.now()
  if (validFrom !== undefined && Date.parse(validFrom) > now + clockSkew) {
    return failed('status_list_not_yet_valid')
  }
  if (Math.min(Date.parse(validUntil), (exp ?? Infinity) * second) <= now)
    return failed('status_list_expired')
  // Bitstring Status List §3.2: the purpose is compared, so that a list of suspensions hides no revocation.
  if (![credentialSubject.statusPurpose].flat().includes(statusPurpose)) {
    return failed('status_purpose_mismatch')
  }
  const bits = await unpackBits(credentialSubject.encodedList)
  if (bits.outcome !== 'passed') return bits
  if (bits.value.length * 8 < listSize) return failed('status_list_too_short')
  const bit = bitAt(bits.value, index)
  if (bit === null) return failed('status_index_out_of_range')
  return bit ? failed(statusCodes[statusPurpose]) : passed('not_revoked')
}

async function readList(
  body: string,
  { url, keys }: { readonly url: string; readonly keys: KeyFinder },
): Promise<Rung<List>> {
  const jws = readJws(body)
  if (jws.outcome !== 'passed') return failed('status_list_unsigned')
  const name = readHeader(jws.value)
  if (name.outcome !== 'passed') return failed('status_list_unsigned')
  const did = issuerOf(url)
  if (name.value.did !== did) return failed('status_list_of_another')
  const key = keys(name.value)
  if (key.outcome !== 'passed') return failed('status_list_key_unknown')
  const signature = await checkSignature(jws.value.compact, key.value)
  if (signature.outcome !== 'passed') return failed('status_list_forged')
  const parsed = list.safeParse(jws.value.payload)
  if (!parsed.success) return failed('status_list_malformed')
  const { issuer, iss = did } = parsed.data
  return issuer === did && iss === did ? passed('read', parsed.data) : failed('status_list_of_another')
}
