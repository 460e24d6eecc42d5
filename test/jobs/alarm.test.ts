import { expect, test } from 'vitest'
import { minute } from '#base/clock.ts'
import { endAlarm, listAlarms, openAlarm, raiseAlarm } from '#jobs/alarm.ts'
import { noon, openHouse } from '#test/support/house.ts'

const about = { kind: 'platform_silent', subject: 'github' }

test('an alarm noticed a thousand times is one, which counts', async () => {
  const house = await openHouse()
  await Promise.all(Array.from({ length: 100 }, () => raiseAlarm(house.deps, about, 'It says nothing.')))
  house.pass(minute)
  await raiseAlarm(house.deps, about, 'It says nothing.')
  expect(await listAlarms(house.deps)).toMatchObject([
    { ...about, detail: 'It says nothing.', since: noon, lastAt: noon + minute, count: 101, endedAt: null },
  ])
})

test('the open ones are listed first, however old', async () => {
  const house = await openHouse()
  await raiseAlarm(house.deps, { ...about, subject: 'x' }, 'Open.')
  house.pass(minute)
  await raiseAlarm(house.deps, about, 'Over.')
  await endAlarm(house.deps, about)
  expect((await listAlarms(house.deps)).map(({ detail }) => detail)).toEqual(['Open.', 'Over.'])
})

test('what is over is kept, and the next one is a new alarm, listed before it', async () => {
  const house = await openHouse()
  await raiseAlarm(house.deps, about, 'First.')
  house.pass(minute)
  await endAlarm(house.deps, about)
  expect(await openAlarm(house.deps, about)).toBeNull()
  house.pass(minute)
  await raiseAlarm(house.deps, about, 'Second.')
  expect((await listAlarms(house.deps)).map(({ detail, endedAt }) => [detail, endedAt])).toEqual([
    ['Second.', null],
    ['First.', noon + minute],
  ])
})
