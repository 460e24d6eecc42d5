import { describe, expect, test } from 'vitest'
import { day, hour, minute } from '#base/clock.ts'
import type { Mailer } from '#base/mailer.ts'
import { mails, jobs } from '#db/schema.ts'
import { languages } from '#i18n/languages.ts'
import { mailKinds, type MailKind } from '#mail/kinds/index.ts'
import { draftMail } from '#mail/draft-mail.ts'
import { postMail } from '#mail/post-mail.ts'
import { openHouse, publicUrl, type House } from '#test/support/house.ts'

const values = { code: '1234 5678', link: `${publicUrl}/sign-in/link?token=secret` }

async function post({ deps }: House): Promise<void> {
  const mail = postMail(deps, { kind: 'sign-in', to: 'ana@acme.example', language: 'es', values })
  expect(await deps.db.write(mail.statements)).toMatchObject({ written: true })
  await mail.hurry()
}

const stored = async ({ deps }: House) => (await deps.db.orm.select().from(mails))[0]
const waiting = async ({ deps }: House) => await deps.db.orm.$count(jobs)

describe('a mail', () => {
  test('is on its way at once, is sent once, and is forgotten', async () => {
    const house = await openHouse()
    await post(house)
    expect(house.sent).toHaveLength(1)
    await house.work()
    await house.work()
    expect(house.letters).toHaveLength(1)
    expect(house.letters[0]).toMatchObject({
      to: 'ana@acme.example',
      subject: '1234 5678 es tu código para Veramarca',
    })
    expect(house.letters[0]?.text).toContain(values.link)
    expect(await stored(house)).toMatchObject({ values: {}, failedAt: null, sentAt: house.deps.clock.now() })
    expect(JSON.stringify(await stored(house))).not.toContain('1234')
    expect(await waiting(house)).toBe(0)
  })

  test('that cannot be handed over is tried again while it is of use, then forgotten', async () => {
    let tries = 0
    const down: Mailer = {
      async send() {
        tries += 1
        throw new Error('No route to host')
      },
    }
    const house = await openHouse(undefined, undefined, down)
    await post(house)
    await house.work()
    expect(await stored(house)).toMatchObject({ sentAt: null, failedAt: null, values })
    house.pass(minute)
    await house.work()
    expect(tries).toBe(2)
    house.pass(hour)
    await house.work()
    expect(tries).toBe(2)
    expect(await stored(house)).toMatchObject({ sentAt: null, values: {}, failedAt: house.deps.clock.now() })
    expect(await waiting(house)).toBe(0)
  })

  test('that will never be delivered is forgotten at once', async () => {
    const house = await openHouse(undefined, undefined, { send: async () => 'refused' })
    await post(house)
    await house.work()
    expect(await stored(house)).toMatchObject({ sentAt: null, values: {}, failedAt: house.deps.clock.now() })
  })

  test('without any way out is an alarm for the operator, except at home, where it is kept', async () => {
    const abroad = await openHouse({ publicUrl: 'https://registry.example', atHome: false }, undefined, null)
    await post(abroad)
    const { failed } = await abroad.work()
    expect(String(failed[0]?.error)).toContain('set SMTP_URL, or MAIL_API_URL')
    const home = await openHouse(undefined, undefined, null)
    await post(home)
    expect((await home.work()).failed).toEqual([])
    expect(await stored(home)).toMatchObject({ values, sentAt: null })
    expect(await waiting(home)).toBe(0)
  })

  test('is not written when the decision that it tells of is not', async () => {
    const house = await openHouse()
    const mail = postMail(house.deps, { kind: 'sign-in', to: 'ana@acme.example', language: 'en', values })
    const twice = [...mail.statements, ...mail.statements.slice(0, 1)]
    expect(await house.deps.db.write(twice)).toMatchObject({ written: false })
    await house.work()
    expect(house.letters).toEqual([])
  })
})

const kinds = Object.keys(mailKinds) as MailKind[]

describe.each(kinds)('the mail %s', (kind) => {
  const { example, usefulFor } = mailKinds[kind]

  test.each(languages)('in %s says the same as text and as HTML', (language) => {
    const { subject, text, html } = draftMail({ kind, language, values: example })
    expect(subject).not.toMatch(/[{}\r\n]/)
    expect(text).not.toMatch(/[{}]/)
    for (const value of Object.values(example)) {
      if (typeof value !== 'string' || ['editor', 'seen', 'delete_brand'].includes(value)) continue
      expect(html).toContain(value)
      expect(text + subject).toContain(value)
    }
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`))
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/)
    expect(usefulFor).toBeLessThanOrEqual(7 * day)
  })

  test('differs from language to language', () => {
    const all = languages.map((language) => draftMail({ kind, language, values: example }).text)
    expect(new Set(all).size).toBe(languages.length)
  })

  test('holds strangers’ words as words', () => {
    const hostile = Object.fromEntries(
      Object.entries(example).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : `<b>"'&\u202Eevil\r\nBcc: x`,
      ]),
    )
    const { subject, html } = draftMail({ kind, language: 'en', values: hostile })
    expect(html).not.toContain('<b>')
    expect(subject).not.toMatch(/[\r\n\u202E]/)
  })
})
