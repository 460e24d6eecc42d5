import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createWorld, type World } from '#test/support/world.ts'
import { acme, lookIn, record, said, shop, squatter } from './fixture.ts'

const name = '_veramarca-challenge.acme.com'
const older = acme.token.replaceAll('k', 'd')
const target = `org_acme.${acme.token}.dcv.registry.example`
const txt =
  (...values: string[]) =>
  (world: World) =>
    world.dns.records(name, 'TXT', ...values)

const situations: Record<string, [(world: World) => void, string]> = {
  'the record': [txt(record), 'proved'],
  'the record beside noise': [txt('v=spf1 -all', record, 'google-site-verification=x'), 'proved'],
  'our record beside another organisation’s': [
    txt(`token=${squatter.token} org=org_squatter`, record),
    'proved',
  ],
  'the token alone': [txt(`token=${acme.token}`), 'proved'],
  'unknown keys after the token': [txt(`token=${acme.token} expiry=2030-01-01 org=org_acme x`), 'proved'],
  'keys in upper case': [txt(`TOKEN=${acme.token} Org=org_acme`), 'proved'],
  'white space around': [txt(`  ${record}\t`), 'proved'],
  'a signed zone': [(w) => (w.dns.zone('acme.com', { signed: true }), txt(record)(w)), 'proved'],
  'a CNAME inside the domain': [
    (w) => {
      w.dns.records(name, 'CNAME', 'Proofs.acme.com.')
      w.dns.records('proofs.acme.com', 'TXT', record)
    },
    'proved',
  ],
  'a CNAME to a name that begins with our id': [
    (w) => {
      w.dns.records(name, 'CNAME', 'hop.acme.com')
      w.dns.records('hop.acme.com', 'CNAME', 'org_acme.proofs.net')
      w.dns.records('org_acme.proofs.net', 'CNAME', 'shared.proofs.net')
      w.dns.records('shared.proofs.net', 'TXT', record)
    },
    'proved',
  ],
  'a CNAME that a former service left behind': [
    (w) => {
      w.dns.records(name, 'CNAME', 'acme.proofs.net')
      w.dns.records('acme.proofs.net', 'TXT', record)
    },
    'refused cname_not_yours',
  ],
  'a CNAME to a look-alike of the domain': [
    (w) => {
      w.dns.records(name, 'CNAME', 'x.notacme.com')
      w.dns.records('x.notacme.com', 'TXT', record)
    },
    'refused cname_not_yours',
  ],
  'a CNAME of another organisation': [
    (w) => {
      w.dns.records(name, 'CNAME', 'org_squatter.proofs.net')
      w.dns.records('org_squatter.proofs.net', 'TXT', record)
    },
    'refused cname_not_yours',
  ],
  'a CNAME that leads elsewhere': [
    (w) => {
      w.dns.records(name, 'CNAME', 'parked.example.net')
      w.dns.records('parked.example.net', 'TXT', 'v=spf1 -all')
    },
    'refused cname_in_the_way',
  ],
  'a CNAME to nothing': [
    (w) => {
      w.dns.records(name, 'CNAME', 'gone.example.net')
      w.dns.zone('example.net')
    },
    'refused cname_in_the_way',
  ],
  'our delegation, still empty': [
    (w) => {
      w.dns.records(name, 'CNAME', 'org_acme.proofs.net')
      w.dns.zone('proofs.net')
    },
    'refused nxdomain',
  ],
  'nothing there': [(w) => w.dns.zone('acme.com'), 'refused nxdomain'],
  'another type there': [(w) => w.dns.records(name, 'A', '192.0.2.1'), 'refused no_txt_record'],
  'a name below it there': [(w) => w.dns.records(`x.${name}`, 'TXT', record), 'refused no_txt_record'],
  'a wrong value': [txt('token=wrong org=org_acme'), 'refused mismatch'],
  'an older token of ours': [txt(`token=${acme.token.slice(0, -1)}a org=org_acme`), 'refused stale_value'],
  'a no-break space for the space': [txt(record.replace(' ', '\u00A0')), 'proved'],
  'a no-break space around it': [txt(`\u00A0${record}\u202F`), 'proved'],
  'a no-break space inside the token': [txt(record.replace('token=k', 'token=k\u00A0')), 'refused mismatch'],
  'a zero-width space inside the token': [
    txt(record.replace('token=k', 'token=k\u200B')),
    'refused invisible_character',
  ],
  'an invisible character in what is not ours': [txt('v=spf1\u200B'), 'refused mismatch'],
  'the organisation in upper case': [txt(record.replace('org_acme', 'ORG_ACME')), 'proved'],
  'all in upper case': [txt(record.toUpperCase()), 'refused wrong_case'],
  'another organisation in upper case': [
    txt(record.replace('org_acme', 'ORG_SQUATTER')),
    'refused other_organisation',
  ],
  'the token in upper case': [txt(`token=${acme.token.toUpperCase()}`), 'refused wrong_case'],
  'the token as a part': [txt(`token=${acme.token}x org=org_acme`), 'refused mismatch'],
  'the token without its key': [txt(acme.token), 'refused mismatch'],
  'the token not first': [txt(`org=org_acme token=${acme.token}`), 'refused mismatch'],
  'two tokens in one record': [txt(`${record} token=x`), 'refused mismatch'],
  'two organisations in one record': [txt(`${record} org=org_squatter`), 'refused mismatch'],
  'our token, another organisation': [
    txt(`token=${acme.token} org=org_squatter`),
    'refused other_organisation',
  ],
  'another organisation’s record': [
    txt(`token=${squatter.token} org=org_squatter`),
    'refused other_organisation',
  ],
  'an older token without an organisation': [txt(`token=${older}`), 'refused stale_value'],
  'an older token beside another organisation’s': [
    txt(`token=${squatter.token} org=org_squatter`, `token=${older} org=org_acme`),
    'refused stale_value',
  ],
  'the target of the CNAME as a text': [txt(target), 'refused record_at_wrong_host'],
  'the CNAME of the other method': [
    (w) => (w.dns.records(name, 'CNAME', target), w.dns.zone('registry.example')),
    'refused record_at_wrong_host',
  ],
  'spaces around the equals sign': [txt(`token = ${acme.token}`), 'refused mismatch'],
  'an empty value': [txt(''), 'refused mismatch'],
  'an oversized value': [txt('x'.repeat(60_000)), 'refused mismatch'],
  'an oversized value of quotes': [txt(`${'"'.repeat(65_000)}x`), 'refused mismatch'],
  'literal quotes': [txt(`"${record}"`), 'refused literal_quotes'],
  'escaped and typographic quotes': [txt(`\\"${record}\\"`, `“${record}”`), 'refused literal_quotes'],
  'a wildcard record': [(w) => w.dns.wildcard('acme.com', 'TXT', record), 'refused wildcard'],
  'a wildcard CNAME to our own name': [
    (w) => {
      w.dns.wildcard('acme.com', 'CNAME', 'org_acme.proofs.net')
      w.dns.records('org_acme.proofs.net', 'TXT', record)
    },
    'refused wildcard',
  ],
  'the record beside a wildcard of something else': [
    (w) => {
      w.dns.wildcard('acme.com', 'TXT', 'v=spf1 -all')
      txt(record)(w)
    },
    'proved',
  ],
  'a CNAME loop': [
    (w) => {
      w.dns.records(name, 'CNAME', 'loop.acme.com')
      w.dns.records('loop.acme.com', 'CNAME', name)
    },
    'unreachable cname_loop',
  ],
  'a resolver that times out': [(w) => w.dns.timeout('acme.com'), 'unreachable timeout'],
  'a name server that fails': [(w) => w.dns.servfail('acme.com'), 'unreachable servfail'],
  'a broken signature': [(w) => w.dns.bogus('acme.com'), 'unreachable dnssec_bogus'],
  'a malformed packet': [(w) => w.dns.fail(name, 'malformed_answer'), 'unreachable malformed_answer'],
  'a resolver that is gone': [(w) => w.dns.fail('.', 'resolver_failed'), 'unreachable resolver_failed'],
}

describe('dns-txt', () => {
  test.each(Object.entries(situations))('%s', async (_, [script, expected]) => {
    const world = createWorld()
    script(world)
    expect(await said(world, 'dns-txt')).toBe(expected)
  })

  test('a record whose wildcard probe cannot be asked proves nothing', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', record)
    world.dns.timeout('*.acme.com')
    expect(await said(world, 'dns-txt')).toBe('unreachable timeout')
  })

  test('a record that is not there is refused even when the wildcard probe cannot be asked', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', 'something else')
    world.dns.timeout('*.acme.com')
    expect(await said(world, 'dns-txt')).toBe('refused mismatch')
  })

  test('the sibling is another random name in every look, and is asked at the same time', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', record)
    await lookIn(world, 'dns-txt')
    const siblings = world.asked.filter((line) => / TXT _[a-z2-7]+\./.test(line))
    expect(siblings.map((line) => line.replace(/_[a-z2-7]{16}\./, '_RANDOM.'))).toEqual([
      'primary.test TXT _RANDOM.acme.com',
      'second.test TXT _RANDOM.acme.com',
      'third.test TXT _RANDOM.acme.com',
    ])
    expect(new Set(siblings.map((line) => line.split(' ')[2])).size).toBe(3)
  })

  test('the evidence names what was asked, the chain and the AD flag', async () => {
    const world = createWorld()
    world.dns.zone('acme.com', { signed: true })
    world.dns.records(name, 'CNAME', 'proofs.acme.com')
    world.dns.records('proofs.acme.com', 'TXT', record)
    const { perspectives } = await lookIn(world, 'dns-txt')
    for (const { evidence } of perspectives) {
      expect(evidence?.questions).toContainEqual({
        name,
        type: 'TXT',
        answer: 'found',
        authenticated: true,
        chain: ['proofs.acme.com'],
        digest: createHash('sha256')
          .update(JSON.stringify([record]))
          .digest('hex'),
      })
    }
  })

  test('nothing flows between a domain and its subdomain', async () => {
    const world = createWorld()
    world.dns.records('_veramarca-challenge.shop.acme.com', 'TXT', record)
    expect(await said(world, 'dns-txt', acme)).toBe('refused nxdomain')
    expect(await said(world, 'dns-txt', shop)).toBe('proved')
  })

  test('a refusal carries the negative TTL of the zone', async () => {
    const world = createWorld()
    world.dns.zone('acme.com', { negativeTtl: 300 })
    expect((await lookIn(world, 'dns-txt')).finding).toMatchObject({ reason: 'nxdomain', negativeTtl: 300 })
  })
})
