import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { credentialOf } from '#badges/credential.ts'
import type { Step, Verification } from '#badges/verify/ladder.ts'
import { acme, publicUrl, start } from '#test/badges/fixture.ts'
import { render } from './english.ts'
import { VerifyPage } from '#web/pages/verify.tsx'
import { WhatABadgeSaysPage } from '#web/pages/what-a-badge-says.tsx'
import { plain } from '#i18n/sentence.ts'
import { stepName, verdictMark, verdictSentence, verdictTitle } from '#web/verdicts.ts'
import { codes as knownCodes, codeSentence } from '#web/verify-sentences.ts'

/** Codes that no step shows: what they pass on is judged further before it is told. */
const inner = new Set([
  'own_keys',
  'issuer_resolved',
  'said',
  'read',
  'unpacked',
  'address_given',
  'badge_given',
  'page_given',
  'page_fetched',
])

/** Every code that the source can give, those of a template written out. */
function codesOfTheSource(): ReadonlySet<string> {
  const sources = globSync('src/badges/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  const all = sources.join('\n')
  const literal = [...all.matchAll(/(?:passed|failed|unknown)\(\s*'(\w+)'/g)].map(([, code]) => code)
  const either = [...all.matchAll(/(?:failed|unknown)\([^\n]+\? '(\w+)' : '(\w+)'\)/g)].flatMap(
    ([, ...codes]) => codes,
  )
  const named = [...all.matchAll(/(?:missing|tooLarge|revocation|suspension): '(\w+)',/g)].map(
    ([, code]) => code,
  )
  const abouts = [...all.matchAll(/about: '(\w+)'/g)].map(([, about]) => about)
  const endings = [...all.matchAll(/`\$\{codes\.about\}_(\w+)`/g)].map(([, ending]) => ending)
  const fetched = abouts.flatMap((about) => endings.map((ending) => `${about}_${ending}`))
  const passedOn = [...all.matchAll(/ofBrand\([^,]+, \w+, '(\w+)'\)/g)].map(([, code]) => code)
  const found = [literal, either, named, fetched, passedOn].map((codes) => {
    expect(codes.length).toBeGreaterThan(1)
    return codes
  })
  return new Set(found.flat().flatMap((code) => code ?? []))
}

describe('the sentences of codes', () => {
  test('each code that the ladder can give has one, and none is of a code that it cannot', () => {
    const codes = codesOfTheSource().difference(inner)
    expect(codes.size).toBeGreaterThan(90)
    expect([...codes].filter((code) => codeSentence(code, 'en') === code)).toEqual([])
    expect(knownCodes.filter((code) => !codes.has(code))).toEqual([])
  })

  test('each is a sentence of its own', () => {
    for (const code of knownCodes) expect(codeSentence(code, 'en'), code).toMatch(/^[A-Z].+\.$/)
    // The two pictures carry it alike.
    expect(new Set(knownCodes.map((code) => codeSentence(code, 'en'))).size).toBe(knownCodes.length - 1)
    expect(codeSentence('toString', 'en')).toBe('toString')
  })
})

const credential = { ...credentialOf(acme, publicUrl, start) }
const step = (name: Step['step'], outcome: Step['outcome'], code: string): Step => ({
  step: name,
  outcome,
  code,
})
const signed = step('signature', 'passed', 'signature_matches')

const situations: Readonly<Record<string, readonly [Verification, string, string]>> = {
  good: [
    { valid: true, steps: [signed, step('standing', 'passed', 'stands')], credential },
    'Genuine',
    'Genuine and current: acme.com. Its people proved that they control this domain. Seen on another site, it is a copy.',
  ],
  'good for this site': [
    { valid: true, steps: [signed, step('origin', 'passed', 'this_site')], credential },
    'Genuine',
    'Genuine and current: acme.com. Its people proved that they control this domain. The badge is for this site.',
  ],
  copied: [
    { valid: false, steps: [signed, step('origin', 'failed', 'not_for_this_site')], credential },
    'Not valid',
    'Not valid: the badge of acme.com. It is not for this site: it was made for another one, and copied.',
  ],
  forged: [
    { valid: false, steps: [step('signature', 'failed', 'signature_mismatch')] },
    'Not valid',
    'Not valid: The signature does not match: it was forged or changed.',
  ],
  'failed behind what is not known': [
    {
      valid: false,
      steps: [step('standing', 'unknown', 'domain_at_risk'), step('origin', 'failed', 'not_for_this_site')],
      credential,
    },
    'Not valid',
    'Not valid: the badge of acme.com. It is not for this site: it was made for another one, and copied.',
  ],
  'out of reach': [
    { valid: null, steps: [step('issuer', 'unknown', 'issuer_unreachable')] },
    'Not known',
    'Not known: The registry that it names could not be reached, so nothing was learnt. Try again later.',
  ],
  offline: [
    { valid: null, steps: [signed, step('status', 'unknown', 'status_not_asked')], credential },
    'Status unknown',
    'Signature valid, status unknown: the badge of acme.com. Whether it was taken back meanwhile was not asked.',
  ],
  'signed, and no badge': [
    {
      valid: false,
      steps: [signed, step('claims', 'failed', 'claims_malformed')],
      credential: { name: 'Acme' },
    },
    'Not valid',
    'Not valid: What it says is not what badges say.',
  ],
}

describe('the verdict', () => {
  test.each(Object.entries(situations))('of one that is %s', (_, [verification, word, sentence]) => {
    expect(verdictMark(verification, 'en').word).toBe(word)
    expect(plain(verdictSentence(verification, 'en'))).toBe(sentence)
  })

  test.each(Object.entries(situations))(
    '%s shows each step with its mark, word and sentence',
    (_, [verification]) => {
      const html = render(<VerifyPage publicUrl={publicUrl} verification={verification} />)
      for (const { step: name, code } of verification.steps) {
        expect(html).toContain(stepName(name, 'en'))
        expect(html).toContain(`<code class="fine">${code}</code>`)
        expect(html).toContain(codeSentence(code, 'en'))
      }
      expect(html).toContain(`<title>${verdictTitle(verification, 'en')} · Veramarca</title>`)
      expect(html).not.toContain('<script')
      expect(html).toContain('<meta name="robots" content="noindex"')
    },
  )

  test('what the badge says leads with the domain; its name is marked as self-given', () => {
    const [verification] = situations['good'] ?? []
    const html = render(<VerifyPage publicUrl={publicUrl} {...(verification && { verification })} />)
    expect(html).toContain('What it says')
    expect(html).toContain('self-given name')
    expect(html).toContain('<bdi>acme</bdi> <span class="platform">X</span>')
    expect(html).toContain('11 January 2026')
    expect(html.indexOf('<bdi>acme.com</bdi>')).toBeLessThan(html.indexOf('<bdi>Acme</bdi>'))
  })

  test('a name that another issuer calls reviewed is not shown as reviewed here', () => {
    const credential = { ...credentialOf({ ...acme, nameState: 'reviewed' }, 'https://evil.example', start) }
    const steps: Step[] = [
      { step: 'issuer', outcome: 'passed', code: 'key_resolved' },
      { step: 'standing', outcome: 'unknown', code: 'standing_not_known_here' },
    ]
    const html = render(
      <VerifyPage publicUrl={publicUrl} verification={{ valid: null, steps, credential }} />,
    )
    expect(html).toContain('self-given name')
    expect(html).not.toContain('name reviewed')
    expect(html).toContain('<bdi>did:web:evil.example</bdi>')
  })

  test('what strangers wrote is text, wherever it stands', () => {
    const evil = `"'><script>alert(1)</script></textarea>\u202E`
    const foul = credentialOf({ ...acme, name: evil }, publicUrl, start)
    const html = render(
      <VerifyPage
        publicUrl={publicUrl}
        asked={{ text: evil, site: evil }}
        verification={{ valid: true, steps: [signed], credential: { ...foul } }}
      />,
    )
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/<\/textarea>\s*<\/textarea>|<bdi>[^<]*\u202E/)
  })
})

test('the page on what a badge says names what a passer-by must know', () => {
  const html = render(<WhatABadgeSaysPage publicUrl={publicUrl} />)
  for (const words of [
    'which domain vouches',
    'no seal of quality',
    'address bar',
    'not for this site',
    'Revoked',
    'Suspended',
    'Expired',
    'did.json',
    'href="/verify"',
  ])
    expect(html).toContain(words)
  expect(html).toContain(`<link rel="canonical" href="${publicUrl}/what-a-badge-says"`)
})
