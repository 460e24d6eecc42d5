import { eq } from 'drizzle-orm'
import { day, hour } from '#base/clock.ts'
import { recoveries } from '#db/schema.ts'
import type { Recovery } from '#recoveries/recovery.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { challengeOf, proveBrand, type AddedDomain, type Challenge } from '#test/support/registered.ts'

export const servers = ['ns1.dns.example', 'ns2.dns.example']

/** Acme has had acme.com for 31 days; its agency has gone, and its people come back as another organisation. */
export type Scene = {
  readonly house: House
  readonly incumbent: Owner
  readonly held: AddedDomain
  readonly asker: Owner
}

export async function openScene(days = 31): Promise<Scene> {
  const house = await openHouse()
  house.world.web.site('acme.com')
  house.world.dns.records('acme.com', 'NS', ...servers)
  const incumbent = await house.owner('Old Agency')
  const held = await proveBrand(house, incumbent, 'acme.com', { name: 'Acme' })
  await house.work()
  // A proof stands for ten days: half of them at a time is soon done.
  const whole = days - (days % 5)
  await pass(house, whole * day, 5 * day)
  await pass(house, (days - whole) * day, day)
  return { house, incumbent, held, asker: await house.owner('New Acme') }
}

/** Lets time pass with the schedule at work. */
export async function pass(house: House, time: number, step = hour): Promise<void> {
  for (let passed = 0; passed < time; passed += step) {
    house.pass(step)
    await house.work()
  }
}

export type Started = { readonly id: string; readonly challenge: Challenge }

export async function start({ asker }: Pick<Scene, 'asker'>, domain = 'acme.com'): Promise<Started> {
  const { status, body, text } = await asker.post('/v1/recoveries', { domain })
  if (status !== 201) throw new Error(`The recovery was refused: ${text}`)
  return { id: body.id, challenge: body.challenge }
}

/** Asked for, published, and seen once. */
export async function watched(scene: Scene): Promise<Started> {
  const started = await start(scene)
  scene.house.world.publish(started.challenge)
  await scene.house.work()
  return started
}

export async function rowOf({ deps }: House, id: string): Promise<Recovery> {
  const [row] = await deps.db.orm.select().from(recoveries).where(eq(recoveries.id, id))
  if (row === undefined) throw new Error(`There is no recovery ${id}`)
  return row
}

export const kindsOf = async (owner: Owner): Promise<readonly string[]> =>
  (await owner.get('/v1/notices')).body.items.map(({ kind }: { kind: string }) => kind)

/** Who the public is told has the name, by the organisation behind the brand. */
export async function ownerOf(house: House, name = 'acme.com'): Promise<string | null> {
  const { rows } = await house.deps.db.client.execute({
    sql: 'select organisation_id from brands where slug = ?',
    args: [name],
  })
  const owner = rows[0]?.['organisation_id']
  return typeof owner === 'string' ? owner : null
}

export function oldText(held: AddedDomain): Challenge {
  return challengeOf(held, 'dns-txt')
}
