import { describe, expect, test } from 'vitest'
import { findInText } from '#accounts/find-in-text.ts'

const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'one link': ['https://x.com/acme', ['https://x.com/acme']],
  'one domain': ['acme.com', ['acme.com']],
  'one handle': ['@acme', ['@acme']],
  'one page that is no account, so that its refusal is told': ['https://x.com/home', ['https://x.com/home']],
  'a name': ['Acme Tools', []],
  'nothing at all': ['', []],
  'a sentence': ['Buy now, pay later. Really?', []],
  'a message': [
    'Hi! Follow (https://x.com/acme), instagram.com/acme.tools; and "@acme".\nBye: www.acme.com/shop?x=1',
    ['https://x.com/acme', 'instagram.com/acme.tools', '@acme', 'www.acme.com/shop?x=1'],
  ],
  'one account twice, in two forms': ['x.com/acme or https://twitter.com/Acme?s=20', ['x.com/acme']],
  'one domain in two forms': ['ACME.com and https://acme.com/', ['ACME.com']],
  'a mail address: its domain': ['From: Support <help@acme-help.com>', ['acme-help.com']],
  'a fediverse account': ['toot at @acme@social.example.org!', ['@acme@social.example.org']],
  'a page among accounts': ['x.com/acme, see https://x.com/home', ['x.com/acme', 'https://x.com/home']],
  'Spanish punctuation': ['¿Es @acme?, ¡no!: «x.com/acme_es»', ['@acme', 'x.com/acme_es']],
  'a full stop without a space': ['This is the end.So it began', []],
  'what a scheme hides': ['javascript:alert(1) data:text/html,x', []],
  'invisible characters': ['look \u200bx.com/acme\u200b here', ['x.com/acme']],
}

describe('what a text asks about', () => {
  test.each(Object.entries(cases))('%s', (_, [text, questions]) => {
    expect(findInText(text, 100).questions.map((each) => each.replaceAll('\u200b', ''))).toEqual(questions)
  })

  test('is cut where there is too much, and counted whole', () => {
    const text = Array.from({ length: 130 }, (_, index) => `x.com/acme${index}`).join(' ')
    const { questions, total } = findInText(text, 100)
    expect([questions.length, total]).toEqual([100, 130])
    expect(questions.at(-1)).toBe('x.com/acme99')
  })

  test('is found in no more than a moment, whatever was pasted', () => {
    const long = 40_000
    const fouls = ['('.repeat(long), '.'.repeat(long), '@'.repeat(long), 'a.'.repeat(long / 2)]
    for (const foul of [...fouls, `${'!'.repeat(long)}x`, `a@${'.'.repeat(long)}@`]) {
      const before = performance.now()
      findInText(`x.com/acme ${foul}`, 100)
      expect(performance.now() - before).toBeLessThan(1_000)
    }
  })
})
