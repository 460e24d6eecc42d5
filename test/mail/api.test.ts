import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createApiMailer } from '#mail/api.ts'

const letter = {
  id: 'mail_22222222222222222222',
  to: 'ana@acme.example',
  subject: 'Código: 1234 5678',
  text: 'Hola\n',
  html: '<p>Hola</p>',
}

type Asked = {
  readonly method?: string
  readonly url?: string
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

/** Answers as the provider does (https://resend.com/docs/api-reference/emails/send-email). */
async function openProvider(status: number, answer: unknown, headers: Readonly<Record<string, string>> = {}) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '' } = request
      asked.push({
        method,
        url,
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      })
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(answer))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  const url = `http://127.0.0.1:${address.port}/emails`
  const mailer = createApiMailer({
    url,
    key: 're_secret',
    from: 'Veramarca <no-reply@registry.example>',
    fetch,
  })
  return { mailer, asked }
}

test('a letter is posted as the provider wants it, once and for one recipient', async () => {
  const { mailer, asked } = await openProvider(200, { id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' })
  expect(await mailer.send(letter)).toBe('sent')
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({
    method: 'POST',
    url: '/emails',
    headers: {
      authorization: 'Bearer re_secret',
      'content-type': 'application/json',
      'idempotency-key': letter.id,
    },
    body: {
      from: 'Veramarca <no-reply@registry.example>',
      to: ['ana@acme.example'],
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
    },
  })
})

describe('an answer', () => {
  test('that finds fault with the letter is final', async () => {
    const { mailer } = await openProvider(422, { name: 'validation_error', message: 'Invalid `to` field.' })
    expect(await mailer.send(letter)).toBe('refused')
  })

  test.each([400, 401, 403, 429, 500, 503])('of %i is asked again later', async (status) => {
    const { mailer } = await openProvider(status, { name: 'error' })
    await expect(mailer.send(letter)).rejects.toThrow(`The mail provider answered ${status}`)
  })

  test('that leads elsewhere is not followed with our key', async () => {
    const elsewhere = await openProvider(200, {})
    const { mailer } = await openProvider(307, {}, { location: 'http://127.0.0.1:1/emails' })
    await expect(mailer.send(letter)).rejects.toThrow('The mail provider answered 307')
    expect(elsewhere.asked).toEqual([])
  })
})
