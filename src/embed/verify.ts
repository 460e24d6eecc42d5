import { issuerOf } from '#badges/keys/did.ts'
import { failed, passed, unknown, type Rung } from '#badges/verify/ladder.ts'
import type { Plaque } from '#badges/plaque/plaque.ts'
import type { PlaqueState } from '#badges/plaque/words.ts'
import { openSigned, readKeys } from './keys.ts'
import type { Registry } from './registry.ts'
import { asList, asObject, objectsIn, readObject, type Unread } from './shape.ts'
import { checkStatus } from './status.ts'

const minute = 60_000
/** A badge lasts no longer than a proof of a domain. */
const lifetimeMax = 10 * 24 * 60 * minute

/** Codes that people are told apart; any other failure is "not genuine". */
const states: Readonly<Record<string, PlaqueState>> = {
  not_for_this_site: 'elsewhere',
  expired: 'expired',
  revoked: 'revoked',
  suspended: 'suspended',
  no_longer_proved: 'lapsed',
  not_registered: 'unregistered',
}

/**
 * What a page of this origin may show of this brand: green only when every step of the ladder passed. Before anything
 * is said against anybody it is all asked once more past the caches, where a badge may lie that was just replaced.
 */
export async function findPlaque(registry: Registry, domain: string, pageOrigin: string): Promise<Plaque> {
  const climb = async (anew: boolean): Promise<Rung<Unread>> => {
    try {
      return await climbLadder(registry, { domain, pageOrigin, anew })
    } catch {
      return unknown('not_checkable_here')
    }
  }
  const first = await climb(false)
  const rung = first.outcome === 'failed' ? await climb(true) : first
  if (rung.outcome === 'passed') return shown(rung.value, domain)
  return { state: rung.outcome === 'failed' ? (states[rung.code] ?? 'invalid') : 'unknown', domain }
}

type Asked = { readonly domain: string; readonly pageOrigin: string; readonly anew: boolean }

/** Gives the credential's subject. A failure by a list or a date comes last: it says less than "not for this site". */
async function climbLadder(registry: Registry, { domain, pageOrigin, anew }: Asked): Promise<Rung<Unread>> {
  const [document, badge] = await Promise.all([
    registry.get('/.well-known/did.json', anew),
    registry.get(`/badges/${domain}.jwt`, anew),
  ])
  if (badge?.status === 404) return await withoutBadge(registry, domain, anew)
  if (document?.status !== 200 || badge === null) return unknown('registry_unreachable')
  const did = issuerOf(registry.origin)
  const keys = readKeys(document.text, did, registry.now())
  if (keys.outcome !== 'passed') return keys
  const opened = await openSigned(badge.text, did, keys.value)
  if (opened.outcome !== 'passed') return opened
  const claims = checkClaims(opened.value, registry.origin, domain)
  if (claims.outcome !== 'passed') return claims
  // Compared whole: another scheme, port or host is another site.
  if (!asList(claims.value['origins']).includes(pageOrigin)) return failed('not_for_this_site')
  const status = await checkStatus(opened.value['credentialStatus'], { registry, keys: keys.value, anew })
  if (status.outcome !== 'passed') return status
  const times = checkTimes(opened.value, registry.now())
  return times.outcome === 'passed' ? claims : times
}

/** Nothing signed is there. Why not is only the registry's word, and it is never a good one. */
async function withoutBadge(registry: Registry, domain: string, anew: boolean): Promise<Rung<Unread>> {
  const answer = await registry.get(`/badges/${domain}.json`, anew)
  if (answer?.status === 404) return failed('not_registered')
  const verdict = readObject(answer?.text ?? '')?.['verdict']
  if (verdict === 'lapsed') return failed('no_longer_proved')
  return verdict === 'suspended' ? failed('suspended') : unknown('no_badge_yet')
}

function checkClaims(payload: Unread, registry: string, domain: string): Rung<Unread> {
  const { iss, issuer, type } = payload
  const types = asList(type)
  const did = issuerOf(registry)
  const isOurs = iss === did && issuer === did
  const [context, ...contexts] = asList(payload['@context'])
  const isUnderstood =
    context === 'https://www.w3.org/ns/credentials/v2' && contexts.includes(`${registry}/ns/brand/v1`)
  const isBadge = types.includes('VerifiableCredential') && types.includes('BrandAccountCredential')
  // VC-JOSE-COSE §3.1.3: the payload is the credential; these would contradict it.
  const hasSurplus = 'vc' in payload || 'vp' in payload || 'nbf' in payload
  const subject = asObject(payload['credentialSubject'])
  if (!isOurs || !isUnderstood || !isBadge || hasSurplus || subject === null) return failed('claims_not_ours')
  const origin = `https://${domain}`
  if (subject['id'] !== origin || subject['origin'] !== origin) return failed('badge_of_another')
  return passed('claims_agree', subject)
}

/** In seconds, as JWT has them; both ways of saying them agree. The end itself is too late. */
function checkTimes({ iat, exp, validFrom, validUntil }: Unread, now: number): Rung {
  const from = Number(iat) * 1_000
  const until = Number(exp) * 1_000
  const agree = Date.parse(String(validFrom)) === from && Date.parse(String(validUntil)) === until
  if (!agree || until <= from || until - from > lifetimeMax) return failed('times_disagree')
  if (from > now + minute) return unknown('not_yet_valid')
  return now < until ? passed('current') : failed('expired')
}

function shown(subject: Unread, domain: string): Plaque {
  const { verdict, name, nameState, id } = subject
  const site = objectsIn(subject['verifiedIdentities']).find(
    ({ type, uri }) => type === 'cawg.web_site' && uri === id,
  )
  const checkedAt = Date.parse(String(site?.['verifiedAt']))
  return {
    // Green for the one verdict that says so: what is not known of it, or new to this file, is not.
    state: verdict === 'controlled' ? 'controlled' : 'at_risk',
    domain,
    nameState: nameState === 'reviewed' ? 'reviewed' : 'self_given',
    ...(typeof name === 'string' ? { name } : {}),
    ...(Number.isNaN(checkedAt) ? {} : { checkedAt }),
  }
}
