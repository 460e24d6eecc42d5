import { once } from 'node:events'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSmtpMailer } from '#mail/smtp.ts'
import { createTestCa } from '#test/support/internet/test-ca.ts'

const ca = createTestCa()
const letter = {
  id: 'mail_22222222222222222222',
  to: 'ana@acme.example',
  subject: 'Twój kod: 1234 5678',
  text: 'Zażółć gęślą jaźń\n\n    1234 5678\n',
  html: '<!doctype html><html lang="pl"><body><p>Zażółć gęślą jaźń</p></body></html>',
}

type Received = {
  readonly raw: Buffer
  readonly recipients: readonly string[]
  readonly secure: boolean
  readonly user: unknown
}

/** A mail server on loopback that keeps what it gets. */
async function openServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: [],
    ...ca.issue('localhost'),
    onAuth: ({ username, password }, _session, callback) => {
      if (username === 'registry@acme.example' && password === 'pass/word')
        return callback(null, { user: username })
      return callback(new Error('Wrong credentials'))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ raw: Buffer.concat(chunks), recipients, secure: session.secure, user: session.user })
        callback()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(async () => await new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return { received, port: address.port }
}

const from = 'Veramarca <no-reply@registry.example>'

describe('a letter', () => {
  test.each([
    ['smtp', { secure: false, disabledCommands: ['STARTTLS', 'AUTH'] }, '', false],
    ['smtp', { secure: false }, '', true],
    ['smtp', { secure: false }, 'registry%40acme.example:pass%2Fword@', true],
    ['smtps', { secure: true }, 'registry%40acme.example:pass%2Fword@', true],
  ] as [string, SMTPServerOptions, string, boolean][])(
    'arrives whole by %s, %j, %s',
    async (scheme, options, credentials, isPrivate) => {
      const { port, received } = await openServer(options)
      const url = `${scheme}://${credentials}localhost:${port}`
      expect(await createSmtpMailer({ url, from, ca: ca.certificate }).send(letter)).toBe('sent')
      expect(received).toHaveLength(1)
      expect(received[0]).toMatchObject({ recipients: ['ana@acme.example'], secure: isPrivate })
      const email = await PostalMime.parse(received[0]?.raw ?? '')
      expect(email).toMatchObject({
        from: { name: 'Veramarca', address: 'no-reply@registry.example' },
        to: [{ address: 'ana@acme.example' }],
        subject: letter.subject,
        messageId: '<mail_22222222222222222222@registry.example>',
      })
      expect(received[0]?.user || null).toBe(credentials === '' ? null : 'registry@acme.example')
      expect(email.text?.trim()).toBe(letter.text.trim())
      expect(email.html?.trim()).toBe(letter.html)
      expect(email.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    },
  )

  test('keeps to its one recipient and its own headers, whatever stands in it', async () => {
    const { port, received } = await openServer()
    const mailer = createSmtpMailer({ url: `smtp://localhost:${port}`, from, ca: ca.certificate })
    await mailer.send({ ...letter, subject: 'Acme\r\nBcc: eve@evil.example\r\n\r\nBoo' })
    await mailer.send({ ...letter, to: 'ana@acme.example, eve@evil.example' }).catch(() => undefined)
    for (const { raw, recipients } of received) {
      expect((await PostalMime.parse(raw)).bcc).toBeUndefined()
      expect(recipients).not.toContain('eve@evil.example')
    }
    expect(received[0]?.recipients).toEqual(['ana@acme.example'])
  })
})

const refusal = (code: number) => Object.assign(new Error('No such person'), { responseCode: code })

describe('a server', () => {
  test('that will never take it is believed', async () => {
    const { port } = await openServer({ onRcptTo: (_address, _session, callback) => callback(refusal(550)) })
    const mailer = createSmtpMailer({ url: `smtp://localhost:${port}`, from, ca: ca.certificate })
    expect(await mailer.send(letter)).toBe('refused')
  })

  test.each([
    ['that is busy', { onRcptTo: (_a, _s, callback) => callback(refusal(451)) }, '', 'localhost'],
    ['that does not know our password', {}, 'registry%40acme.example:wrong@', 'localhost'],
  ] as [string, SMTPServerOptions, string, string][])(
    '%s is asked again later',
    async (_, options, credentials, host) => {
      const { port } = await openServer(options)
      const url = `smtp://${credentials}${host}:${port}`
      await expect(createSmtpMailer({ url, from, ca: ca.certificate }).send(letter)).rejects.toThrow()
    },
  )

  test('whose certificate nobody vouches for gets nothing', async () => {
    const { port, received } = await openServer()
    await expect(createSmtpMailer({ url: `smtp://localhost:${port}`, from }).send(letter)).rejects.toThrow(
      /certificate|signature|verify/i,
    )
    expect(received).toEqual([])
  })
})
