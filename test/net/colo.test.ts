import { expect, test } from 'vitest'
import { hour } from '#base/clock.ts'
import { coloIn, createColo } from '#net/colo.ts'

const trace = 'fl=1\nuag=Veramarca (weur)\ncolo=AMS\nsliver=none\n'

test.each([
  [trace, 'AMS'],
  [trace.replaceAll('\n', '\r\n'), 'AMS'],
  ['', ''],
  ['fl=1\ncolo=\n', ''],
  ['fl=1\ncolo=ams\n', ''],
  ['fl=1\ncolo=AMSX\n', ''],
  ['fl=1\nuag=colo=FRA\n', ''],
  ['fl=1\nxcolo=FRA\n', ''],
  ['<html>colo=FRA</html>', ''],
])('the colo of %j is %j', (text, expected) => {
  expect(coloIn(text)).toBe(expected)
})

test('it is asked for once an hour, by name, and the new answer counts', async () => {
  let now = 1
  const asked: unknown[] = []
  const fetchTrace: typeof fetch = async (input, init) => {
    asked.push([input, new Headers(init?.headers).get('user-agent')])
    return new Response(asked.length === 1 ? trace : 'colo=FRA\n')
  }
  const colo = createColo({ now: () => now }, 'Veramarca (weur)', fetchTrace)
  expect([await colo(), await colo()]).toEqual(['AMS', 'AMS'])
  expect(asked).toEqual([['https://cloudflare.com/cdn-cgi/trace', 'Veramarca (weur)']])
  now += hour - 1
  expect(await colo()).toBe('AMS')
  now += 1
  expect(await colo()).toBe('FRA')
})

test('what could not be learnt is empty, and asked again', async () => {
  const answers = [
    () => Promise.reject(new TypeError('no network')),
    async () => new Response(trace, { status: 500 }),
    async () => new Response('nothing of it'),
    async () => new Response(trace),
  ]
  const colo = createColo({ now: () => 1 }, 'Veramarca (weur)', async () => {
    const answer = answers.shift()
    if (answer === undefined) throw new Error('Asked once too often')
    return await answer()
  })
  expect([await colo(), await colo(), await colo(), await colo(), await colo()]).toEqual([
    '',
    '',
    '',
    'AMS',
    'AMS',
  ])
})

test('once it is no longer known, the old place is not told', async () => {
  let now = 1
  let works = true
  const colo = createColo({ now: () => now }, 'Veramarca (weur)', async () =>
    works ? new Response(trace) : new Response(null, { status: 503 }),
  )
  expect(await colo()).toBe('AMS')
  works = false
  now += hour
  expect(await colo()).toBe('')
})
