import { describe, expect, test } from 'vitest'
import type { Challenge } from '#challenges/method.ts'
import { createWorld, type World } from '#test/support/world.ts'
import { acme, detailOf, lookIn, record, said, shop, squatter } from './fixture.ts'

const name = '_veramarca-challenge.acme.com'
const older = acme.token.replaceAll('k', 'd')
const txt =
  (place: string, ...values: string[]) =>
  (world: World) =>
    world.dns.records(place, 'TXT', ...values)

const mistakes: Record<string, [Challenge, (world: World) => void, string]> = {
  'at the apex': [acme, txt('acme.com', 'v=spf1 -all', record), 'refused record_at_apex'],
  'at the apex in quotes': [acme, txt('acme.com', `"${record}"`), 'refused record_at_apex'],
  'at the subdomain itself': [shop, txt('shop.acme.com', record), 'refused record_at_apex'],
  'at the apex above the subdomain': [shop, txt('acme.com', record), 'refused record_at_apex'],
  'for the domain above the subdomain': [shop, txt(name, record), 'refused record_at_apex'],
  'at www': [acme, txt('www.acme.com', record), 'refused record_at_www'],
  'under www': [acme, txt('_veramarca-challenge.www.acme.com', record), 'refused record_at_www'],
  'with the zone twice': [acme, txt(`${name}.acme.com`, record), 'refused zone_appended_twice'],
  'with the zone twice, below a subdomain': [
    shop,
    txt('_veramarca-challenge.shop.acme.com.acme.com', record),
    'refused zone_appended_twice',
  ],
  'with the subdomain twice': [
    shop,
    txt('_veramarca-challenge.shop.acme.com.shop.acme.com', record),
    'refused zone_appended_twice',
  ],
  'at the apex, with an old value in its place': [
    acme,
    (w) => (txt(name, 'token=old org=org_acme')(w), txt('acme.com', record)(w)),
    'refused record_at_apex',
  ],
  'under the label of the CNAME': [acme, txt('_veramarca.acme.com', record), 'refused record_at_wrong_host'],
  'without the underscore': [
    acme,
    txt('veramarca-challenge.acme.com', record),
    'refused record_at_wrong_host',
  ],
  'with two underscores': [
    acme,
    txt('_veramarca_challenge.acme.com', `“${record}”`),
    'refused record_at_wrong_host',
  ],
  'under the label of the CNAME, below a subdomain': [
    shop,
    txt('_veramarca.shop.acme.com', record),
    'refused record_at_wrong_host',
  ],
  'of somebody else at the apex': [acme, txt('acme.com', 'token=x org=org_squatter'), 'refused nxdomain'],
  'as an answer to every name but ours': [
    acme,
    (w) => (w.dns.wildcard('acme.com', 'TXT', record), txt(name, 'other')(w)),
    'refused zone_appended_twice',
  ],
}

describe('a record', () => {
  test.each(Object.entries(mistakes))(
    '%s is named and still no proof',
    async (_, [challenge, script, expected]) => {
      const world = createWorld()
      script(world)
      expect(await said(world, 'dns-txt', challenge)).toBe(expected)
    },
  )
})

test('a diagnosis question that cannot be asked costs the diagnosis and never the outcome', async () => {
  const world = createWorld()
  txt('acme.com', record)(world)
  world.dns.timeout('www.acme.com')
  world.dns.servfail(`${name}.acme.com`)
  expect(await said(world, 'dns-txt')).toBe('refused record_at_apex')
  world.dns.timeout('acme.com')
  world.dns.heal('acme.com')
  world.dns.remove('acme.com', 'TXT')
  expect(await said(world, 'dns-txt')).toBe('refused nxdomain')
})

test('only the primary asks where the record went, and only after a refusal', async () => {
  const world = createWorld()
  world.dns.zone('acme.com')
  await lookIn(world, 'dns-txt')
  expect(world.asked.filter((line) => line.endsWith(' TXT www.acme.com'))).toEqual([
    'primary.test TXT www.acme.com',
  ])
  world.asked.length = 0
  txt(name, record)(world)
  await lookIn(world, 'dns-txt')
  expect(world.asked.filter((line) => !/ TXT _| NS /.test(line))).toEqual([])
})

test('a domain so long that the mistaken names do not fit is looked at all the same', async () => {
  const world = createWorld()
  const domain = `${Array.from({ length: 4 }, () => 'a'.repeat(55)).join('.')}.com`
  world.dns.zone(`${'a'.repeat(55)}.com`)
  const challenge = { ...acme, domain, registrableDomain: `${'a'.repeat(55)}.com` }
  expect(await said(world, 'dns-txt', challenge)).toBe('refused nxdomain')
})

describe('the words of a refusal', () => {
  const words: Record<string, [(world: World) => void, string]> = {
    nxdomain: [
      (w) => w.dns.zone('acme.com'),
      `There is no name ${name} in the DNS yet. Add a TXT record there with the value ${record}. ` +
        'In the DNS panel of acme.com the host to type is _veramarca-challenge',
    ],
    no_txt_record: [
      (w) => w.dns.records(name, 'A', '192.0.2.1'),
      `The name ${name} is there, but it has no TXT record. Add one with the value ${record}`,
    ],
    mismatch: [
      txt(name, 'one', 'two', 'three'),
      `The TXT record at ${name} says "one" and 2 more. Expected: ${record}. ` +
        'Add that value as a record of its own; other records may stay.',
    ],
    'stale_value beside another organisation': [
      txt(name, `token=${older} org=org_acme`, `token=${squatter.token} org=org_squatter`),
      `The TXT record at ${name} has the value of an older challenge of yours: "token=${older} org=org_acme". A ` +
        'record of another organisation, "org_squatter", is there too and proves nothing for you. ' +
        `Expected: ${record}. Add that value as a record of its own; the old one may be removed.`,
    ],
    'nxdomain behind a CNAME': [
      (w) => (w.dns.records(name, 'CNAME', 'org_acme.proofs.net'), w.dns.zone('proofs.net')),
      `${name} is a CNAME to "org_acme.proofs.net", and there is no TXT record there yet. ` +
        `Add one there with the value ${record}, or put a TXT record with that value in the place of the CNAME. ` +
        'In the DNS panel of acme.com the host to type is _veramarca-challenge',
    ],
    invisible_character: [
      txt(name, `token=${acme.token} org=\u200Borg_acme`),
      `The TXT record at ${name} has an invisible character in its value, a zero-width space (U+200B) after its first ` +
        '43 characters. Delete the value and type it anew, or paste it as plain text. ' +
        `Expected: ${record}`,
    ],
    'invisible_character at the beginning': [
      txt(name, 'v=spf1 -all', `\uFEFF${record}`),
      `The TXT record at ${name} has an invisible character in its value, a byte order mark (U+FEFF) at its beginning. ` +
        `Delete the value and type it anew, or paste it as plain text. Expected: ${record}`,
    ],
    'invisible_character at the end': [
      txt(name, `${record}\u2060\u2060`),
      `The TXT record at ${name} has an invisible character in its value, a word joiner (U+2060) at its end. ` +
        `Delete the value and type it anew, or paste it as plain text. Expected: ${record}`,
    ],
    wrong_case: [
      txt(name, record.toUpperCase()),
      `The TXT record at ${name} has your value, but in capital letters. Small letters are expected, as they were ` +
        `given. Expected: ${record}`,
    ],
    literal_quotes: [
      txt(name, `"${record}"`),
      `The TXT record at ${name} has quotation marks as part of its value: ""${record}"". ` +
        `Type the value without them: ${record}`,
    ],
    cname_in_the_way: [
      (w) => (w.dns.records(name, 'CNAME', 'parked.example.net'), w.dns.zone('example.net')),
      `${name} is a CNAME to "parked.example.net", so a TXT record at that name is not seen. ` +
        `Remove the CNAME, then add a TXT record with the value ${record}`,
    ],
    cname_not_yours: [
      (w) => (w.dns.records(name, 'CNAME', 'acme.proofs.net'), txt('acme.proofs.net', record)(w)),
      `${name} is a CNAME that leads out of acme.com, to "acme.proofs.net". A challenge may be delegated only to a ` +
        "name whose first label is your organisation's id, org_acme. Put the TXT record itself at " +
        `${name}, or point the CNAME to such a name.`,
    ],
    wildcard: [
      (w) => w.dns.wildcard('acme.com', 'TXT', record),
      `A random name beside ${name} answers with the same record, so a wildcard record answers for every name under ` +
        `acme.com. Put the TXT record at exactly ${name} and take it out of the wildcard.`,
    ],
  }

  test.each(Object.entries(words))('%s', async (_, [script, expected]) => {
    const world = createWorld()
    script(world)
    expect(await detailOf(world, 'dns-txt')).toBe(expected)
  })

  test('no_cname_record', async () => {
    const world = createWorld()
    world.dns.records('_veramarca.acme.com', 'TXT', 'x')
    expect(await detailOf(world, 'dns-cname')).toBe(
      'The name _veramarca.acme.com is there, but it has no CNAME. Remove its other records and add one with the ' +
        `target org_acme.${acme.token}.dcv.registry.example`,
    )
  })

  test('no_cname_record, of the other type at the right host', async () => {
    const world = createWorld()
    world.dns.records('_veramarca.acme.com', 'TXT', record)
    expect(await detailOf(world, 'dns-cname')).toBe(
      'The host is right and the type is not: _veramarca.acme.com has a TXT record, and a CNAME is expected there. ' +
        `Remove the TXT record and add a CNAME, or publish by the TXT method at ${name}. The target is ` +
        `org_acme.${acme.token}.dcv.registry.example`,
    )
  })

  test('mismatch, of a file with the token alone', async () => {
    const world = createWorld()
    const file = 'https://acme.com/.well-known/veramarca-challenge/dom_acme.txt'
    world.web.page(file, { body: `token=${acme.token}`, contentType: 'text/plain' })
    expect(await detailOf(world, 'http-file')).toBe(
      `${file} holds the token, but not exactly the line expected. A plain text file of exactly this one line is ` +
        `expected there: ${record}`,
    )
  })

  test('zone_appended_twice, in the target of a CNAME', async () => {
    const world = createWorld()
    const target = `org_acme.${acme.token}.dcv.registry.example`
    world.dns.records('_veramarca.acme.com', 'CNAME', `${target}.acme.com`)
    expect(await detailOf(world, 'dns-cname')).toBe(
      `Your DNS panel has added the domain to the target of _veramarca.acme.com. End the target with a dot: ${target}. ` +
        'In the DNS panel of acme.com the host to type is _veramarca',
    )
  })

  test('no_meta_tag', async () => {
    const world = createWorld()
    world.web.page('https://acme.com/', '<head></head>')
    expect(await detailOf(world, 'html-meta')).toBe(
      'The head of https://acme.com/ has no veramarca-challenge tag. Put this tag inside its <head>: ' +
        `<meta name="veramarca-challenge" content="${record}">`,
    )
  })
})

test('a CNAME of the other method is not followed to its target', async () => {
  const world = createWorld()
  world.dns.records('_veramarca.acme.com', 'CNAME', `org_acme.${acme.token}.dcv.registry.example`)
  expect(await said(world, 'dns-txt')).toBe('refused nxdomain')
  expect(world.asked.filter((line) => line.includes('dcv'))).toEqual([])
})
