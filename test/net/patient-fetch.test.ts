import { expect, test } from 'vitest'
import { patientFetch } from '#net/patient-fetch.ts'

/** A server that has too much to do for so many requests. */
function busyFor(requests: number) {
  const bodies: string[] = []
  const ask = async (request: Request) => {
    bodies.push(await request.text())
    return new Response('', { status: bodies.length > requests ? 200 : 429 })
  }
  return { bodies, ask }
}

const request = () => new Request('http://localhost/', { method: 'POST', body: 'insert' })

test('a server that has too much to do is asked the same again', async () => {
  const { bodies, ask } = busyFor(2)
  expect((await patientFetch(request(), ask)).status).toBe(200)
  expect(bodies).toEqual(['insert', 'insert', 'insert'])
})

test('any other answer is given at once, errors too', async () => {
  for (const status of [200, 400, 500, 503]) {
    let asked = 0
    const answer = await patientFetch(request(), async () => {
      asked += 1
      return new Response('', { status })
    })
    expect([answer.status, asked]).toEqual([status, 1])
  }
})
