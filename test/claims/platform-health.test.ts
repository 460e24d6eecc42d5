import { expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { noteLook, type Told } from '#claims/platform-health.ts'
import { openAlarm } from '#jobs/alarm.ts'
import { noon, openHouse, type House } from '#test/support/house.ts'

const suspect = { kind: 'platform_suspect', subject: 'github' }
const silent = { kind: 'platform_silent', subject: 'github' }

/** One look at an account of each of so many organisations; gives what the last one led to. */
async function note({ deps }: House, told: Told, organisations: number, from = 0): Promise<number | null> {
  let since: number | null = null
  for (let each = from; each < from + organisations; each += 1) {
    since = await noteLook(deps, { platform: 'github', organisationId: `org_${each}` }, told)
  }
  return since
}

test('four organisations refused are their own doing, a fifth makes it the platform’s', async () => {
  const house = await openHouse()
  expect(await note(house, 'refused', 4)).toBeNull()
  expect(await note(house, 'refused', 1)).toBeNull()
  expect(await openAlarm(house.deps, suspect)).toBeNull()
  expect(await note(house, 'refused', 1, 4)).toBe(noon - day)
  expect(await openAlarm(house.deps, suspect)).toMatchObject({ since: noon })
})

test('five refused of twenty are few', async () => {
  const house = await openHouse()
  await note(house, 'proved', 15)
  expect(await note(house, 'refused', 5, 15)).toBeNull()
})

test('what was refused more than a day ago no longer counts', async () => {
  const house = await openHouse()
  await note(house, 'refused', 4)
  house.pass(day)
  expect(await note(house, 'refused', 1, 4)).toBeNull()
})

test('whoever was not looked at for a day is not counted among those who stand', async () => {
  const house = await openHouse()
  await note(house, 'proved', 20)
  house.pass(day)
  expect(await note(house, 'refused', 5, 20)).toBe(noon)
})

test('a suspect platform is believed again once it proves somebody and refuses few', async () => {
  const house = await openHouse()
  await note(house, 'refused', 5)
  expect(await note(house, 'proved', 1, 5)).toBe(noon - day)
  house.pass(day)
  expect(await note(house, 'unreachable', 1)).toBe(noon - day)
  expect(await note(house, 'proved', 1)).toBeNull()
  expect(await openAlarm(house.deps, suspect)).toBeNull()
})

test('silence to half of them is one alarm, takes no refusal back, and is over when half are heard', async () => {
  const house = await openHouse()
  expect(await note(house, 'unreachable', 5)).toBeNull()
  expect(await openAlarm(house.deps, silent)).toMatchObject({ since: noon })
  await note(house, 'proved', 5, 5)
  expect(await openAlarm(house.deps, silent)).not.toBeNull()
  await note(house, 'proved', 1, 10)
  expect(await openAlarm(house.deps, silent)).toBeNull()
})
