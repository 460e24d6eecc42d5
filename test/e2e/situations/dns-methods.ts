import {
  ageing,
  altered,
  cell,
  chainOf,
  inTrouble,
  policyName,
  put,
  type Row,
  type Scene,
} from './situation.ts'

const spf = 'v=spf1 include:_spf.mail.example -all'

/** The record itself, the random name beside it, and the owner's policy. */
const troubled = inTrouble(
  ['the record', (zone, trouble, { challenge }) => zone.trouble(challenge.name, trouble)],
  [
    'the random name beside it',
    (zone, trouble, { challenge, domain }) => {
      for (const name of [challenge.name, policyName(domain)]) zone.trouble(name, null)
      zone.trouble(`*.${domain}`, trouble)
    },
  ],
  ['the policy', (zone, trouble, { domain }) => zone.trouble(policyName(domain), trouble)],
)

/** So many strings of 255 octets, in one record. */
const noise = (strings: number) => Array.from({ length: strings }, () => 'x'.repeat(255))

/** Leads the challenge's name to another, where the right text stands. */
function lead({ zone, challenge: { name, value } }: Scene, ...targets: readonly string[]): void {
  const names = [name, ...targets]
  for (const [index, target] of targets.entries()) zone.set(names[index] ?? name, { CNAME: target })
  zone.set(names.at(-1) ?? name, { TXT: [value] })
}

export const dnsTxt: Row = {
  proved: [cell('the record', 'proved', (scene) => put(scene))],
  'beside noise': [
    cell('among other records', 'proved', ({ zone, challenge: { name, value } }) =>
      zone.set(name, { A: ['203.0.113.7'], TXT: [spf, 'google-site-verification=4711', value] }),
    ),
    cell('before a key that nobody knows', 'proved', (scene) =>
      put(scene, { value: `${scene.challenge.value} note=shop` }),
    ),
  ],
  'multi-string': [
    cell('cut in the middle of the token', 'proved', ({ zone, challenge: { name, value } }) =>
      zone.set(name, { TXT: [[value.slice(0, 20), value.slice(20)]] }),
    ),
    cell('a string for each letter', 'proved', ({ zone, challenge: { name, value } }) =>
      zone.set(name, { TXT: [[...value]] }),
    ),
    cell('two records are not one text', 'refused mismatch', ({ zone, challenge: { name, value } }) =>
      zone.set(name, { TXT: [value.slice(0, 20), value.slice(20)] }),
    ),
  ],
  wrong: [
    cell('a text of no token', 'refused mismatch', (scene) => put(scene, { value: 'token=wrong' })),
    cell('another token', 'refused stale_value', (scene) =>
      put(scene, { value: altered(scene.challenge.value) }),
    ),
  ],
  missing: [
    cell('no such name', 'refused nxdomain', () => undefined),
    cell('a name without a text', 'refused no_txt_record', ({ zone, challenge: { name } }) =>
      zone.set(name, { A: ['203.0.113.7'] }),
    ),
  ],
  several: [
    cell('one of them ours', 'proved', async ({ zone, challenge: { name, value }, rival }) =>
      zone.set(name, { TXT: [altered(value), (await rival()).value, value] }),
    ),
    cell('none of them ours', 'refused stale_value', async ({ zone, challenge: { name, value }, rival }) =>
      zone.set(name, { TXT: [spf, (await rival()).value, altered(value)] }),
    ),
  ],
  oversized: [
    cell('beside nearly 64 KiB', 'proved', ({ zone, challenge: { name, value } }) =>
      zone.set(name, { TXT: [noise(250), value] }),
    ),
    cell('beside more', 'unreachable malformed_answer', ({ zone, challenge: { name, value } }) =>
      zone.set(name, { TXT: [noise(130), noise(130), value] }),
    ),
  ],
  "other organisation's": [
    cell('its token for this name', 'refused other_organisation', async (scene) =>
      put(scene, { value: (await scene.rival()).value }),
    ),
    cell('its name on our token', 'refused other_organisation', async (scene) => {
      const [, theirs = ''] = (await scene.rival()).value.split(' ')
      put(scene, { value: scene.challenge.value.replace(/org=.*/, theirs) })
    }),
  ],
  expired: ageing,
  wildcard: [
    cell('the record at every name', 'refused wildcard', ({ zone, domain, challenge: { value } }) =>
      zone.set(`*.${domain}`, { TXT: [value] }),
    ),
    cell('every name led to the record', 'refused wildcard', ({ zone, domain, apex, challenge }) => {
      zone.set(`*.${domain}`, { CNAME: `hosting-${apex}` })
      zone.set(`hosting-${apex}`, { TXT: [challenge.value] })
    }),
    cell('beside one of something else', 'proved', (scene) => {
      scene.zone.set(`*.${scene.domain}`, { TXT: [spf] })
      put(scene)
    }),
  ],
  'CNAME chain': [
    cell('inside the domain', 'proved', (scene) => lead(scene, `a.${scene.domain}`, `b.${scene.domain}`)),
    cell('out of it, to a name that is ours', 'proved', (scene) =>
      lead(scene, `${scene.organisationId}.dns-${scene.apex}`),
    ),
    cell('out of it, to the record at any name', 'refused cname_not_yours', (scene) =>
      lead(scene, `dns-${scene.apex}`),
    ),
    cell('out of it, to nothing', 'refused cname_in_the_way', ({ zone, apex, challenge }) =>
      zone.set(challenge.name, { CNAME: `dns-${apex}` }),
    ),
    cell('of eight', 'proved', (scene) => lead(scene, ...chainOf(8, scene.domain))),
    cell('of nine', 'unreachable cname_loop', (scene) => lead(scene, ...chainOf(9, scene.domain))),
  ],
  'CNAME loop': [
    cell('of two', 'unreachable cname_loop', ({ zone, domain, challenge: { name } }) => {
      zone.set(name, { CNAME: `a.${domain}` })
      zone.set(`a.${domain}`, { CNAME: name })
    }),
    cell('of one', 'unreachable cname_loop', ({ zone, challenge: { name } }) =>
      zone.set(name, { CNAME: name }),
    ),
  ],
  ...troubled,
}

export const dnsCname: Row = {
  proved: [cell('the record', 'proved', (scene) => put(scene))],
  'beside noise': [
    cell('among other names, to a target with records of its own', 'proved', (scene) => {
      const { zone, domain, challenge } = scene
      zone.set(domain, { TXT: [spf] })
      zone.set(`_veramarca-challenge.${domain}`, { TXT: [spf] })
      zone.set(challenge.value, { A: ['203.0.113.7'], TXT: [spf] })
      put(scene)
    }),
    cell('in capitals and with a final dot', 'proved', (scene) =>
      put(scene, { value: `${scene.challenge.value.toUpperCase()}.` }),
    ),
  ],
  'multi-string': 'a CNAME holds one name: there are no strings to join (RFC 1035 §3.3.1)',
  wrong: [
    cell('a target of another service', 'refused mismatch', (scene) =>
      put(scene, { value: 'dcv.elsewhere.example' }),
    ),
    cell('another token', 'refused stale_value', (scene) =>
      put(scene, { value: altered(scene.challenge.value) }),
    ),
  ],
  missing: [
    cell('no such name', 'refused nxdomain', () => undefined),
    cell('a name without a CNAME', 'refused no_cname_record', ({ zone, challenge: { name } }) =>
      zone.set(name, { TXT: [spf] }),
    ),
  ],
  several: 'a name has one CNAME at most, and name servers load no second (RFC 1034 §3.6.2)',
  oversized: [
    cell('a target as long as a name may be', 'refused mismatch', (scene) => {
      const labels = [63, 63, 63, 61].map((length) => 'x'.repeat(length))
      put(scene, { value: labels.join('.') })
    }),
  ],
  "other organisation's": [
    cell('its target for this name', 'refused other_organisation', async (scene) =>
      put(scene, { value: (await scene.rival()).value }),
    ),
    cell('its name before our token', 'refused other_organisation', async (scene) => {
      const [theirs = ''] = (await scene.rival()).value.split('.')
      put(scene, { value: scene.challenge.value.replace(/^[^.]+/, theirs) })
    }),
  ],
  expired: ageing,
  wildcard: [
    cell('the target at every name', 'refused wildcard', ({ zone, domain, challenge: { value } }) =>
      zone.set(`*.${domain}`, { CNAME: value }),
    ),
    cell('every name led elsewhere', 'refused no_cname_record', ({ zone, domain, apex }) =>
      zone.set(`*.${domain}`, { CNAME: `hosting-${apex}` }),
    ),
    cell('beside one that leads elsewhere', 'proved', (scene) => {
      scene.zone.set(`*.${scene.domain}`, { CNAME: `hosting-${scene.apex}` })
      put(scene)
    }),
  ],
  'CNAME chain': [
    cell('to our target, inside the domain', 'refused mismatch', ({ zone, domain, challenge }) => {
      zone.set(challenge.name, { CNAME: `a.${domain}` })
      zone.set(`a.${domain}`, { CNAME: challenge.value })
    }),
    cell('to our target, out of it', 'refused mismatch', ({ zone, apex, challenge }) => {
      zone.set(challenge.name, { CNAME: `dns-${apex}` })
      zone.set(`dns-${apex}`, { CNAME: challenge.value })
    }),
    cell('behind our target', 'proved', (scene) => {
      scene.zone.set(scene.challenge.value, { CNAME: `dns-${scene.apex}` })
      put(scene)
    }),
  ],
  'CNAME loop': [
    cell('before our target', 'refused mismatch', ({ zone, domain, challenge: { name } }) => {
      zone.set(name, { CNAME: `a.${domain}` })
      zone.set(`a.${domain}`, { CNAME: name })
    }),
    cell('through our target, which is not followed', 'proved', (scene) => {
      scene.zone.set(scene.challenge.value, { CNAME: scene.challenge.name })
      put(scene)
    }),
  ],
  ...troubled,
}
