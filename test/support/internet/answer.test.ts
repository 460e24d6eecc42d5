import { expect, it } from 'vitest'
import { answer } from './answer.ts'
import { createZone } from './zone.ts'

const values = (zone: ReturnType<typeof createZone>, name: string) =>
  answer(zone, name, 'TXT').answers.flatMap((found) =>
    found.type === 'TXT' ? [found.data].flat().map(String) : [],
  )

it('a wildcard answers below its closest existing name only (RFC 4592)', () => {
  const zone = createZone()
  zone.set('*.acme.example', { TXT: ['wild'] })
  zone.set('sub.acme.example', { A: ['127.0.0.1'] })
  expect(values(zone, 'any.acme.example')).toEqual(['wild'])
  expect(values(zone, 'deep.any.acme.example')).toEqual(['wild'])
  expect(values(zone, 'sub.acme.example')).toEqual([])
  expect(answer(zone, 'below.sub.acme.example', 'TXT').rcode).toBe(3)
  expect(answer(zone, 'acme.example', 'TXT').rcode).toBe(0)
})

it('a name above an existing one is there, without data (RFC 8020)', () => {
  const zone = createZone()
  zone.set('_challenge.acme.example', { TXT: ['x'] })
  expect(answer(zone, 'acme.example', 'A')).toMatchObject({
    rcode: 0,
    answers: [],
    authorities: [{ type: 'SOA' }],
  })
  expect(answer(zone, 'other.example', 'A')).toMatchObject({
    rcode: 3,
    authorities: [{ name: 'other.example' }],
  })
})

it('one resolver differs by type, and by the trouble it is in', () => {
  const everyone = createZone()
  const one = createZone(everyone)
  everyone.set('acme.example', { A: ['127.0.0.1'], TXT: ['everyone'] })
  everyone.trouble('*.acme.example', 'servfail')
  one.set('acme.example', { TXT: ['one'] })
  one.trouble('*.acme.example', null)
  expect(values(one, 'acme.example')).toEqual(['one'])
  expect(values(everyone, 'acme.example')).toEqual(['everyone'])
  expect(answer(one, 'acme.example', 'A').answers).toHaveLength(1)
  expect(everyone.troubleAt('x.acme.example')).toBe('servfail')
  expect(one.troubleAt('x.acme.example')).toBeNull()
})

it('a sequence is told in order and its last answer stays', () => {
  const zone = createZone()
  zone.sequence('acme.example', 'TXT', [['first'], ['second']])
  expect([1, 2, 3].flatMap(() => values(zone, 'acme.example'))).toEqual(['first', 'second', 'second'])
})

it('a removed name is gone', () => {
  const zone = createZone()
  zone.set('acme.example', { TXT: ['x'] })
  zone.remove('Acme.example.')
  expect(answer(zone, 'acme.example', 'TXT').rcode).toBe(3)
})
