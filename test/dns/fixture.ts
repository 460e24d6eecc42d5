import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { attemptIn, enter, type Entered, type MethodName } from '#test/e2e/fixture.ts'
import { nodeDoor, type Registry } from '#test/support/doors.ts'
import type { Answered, Owner } from '#test/support/house.ts'
import type { Named } from './named.ts'
import { startNameServers, type NameServers, type Resolver } from './name-servers.ts'
import { txt } from './zones.ts'

/** One file's or one test's own name servers, and the built server which asks them. */
export type Scene = {
  readonly servers: NameServers
  readonly named: Named
  readonly registry: Registry
  /** A domain of a new organisation, nothing published. */
  enter(domain: string): Promise<Owned>
  close(): Promise<void>
}

export type Owned = Entered & {
  readonly owner: Owner
  readonly txtName: string
  readonly txtValue: string
}

/** `choose` says which resolvers the server has, and in which order; all three unless told. */
export async function openScene(
  choose: (resolvers: readonly Resolver[]) => readonly Resolver[] = (all) => all,
): Promise<Scene> {
  const servers = await startNameServers()
  const urls = choose(servers.resolvers).map(({ bridge }) => bridge.url)
  const registry = await nodeDoor.open({ DOH_URLS: urls.join(',') })
  return {
    servers,
    named: servers.named,
    registry,
    async enter(domain) {
      const owner = await registry.owner()
      const entered = await enter(owner, domain)
      const { name, value } = entered.challenge('dns-txt')
      return { ...entered, owner, txtName: name, txtValue: value }
    },
    async close() {
      await registry.close()
      await servers.close()
    },
  }
}

/** As a client with patience: when it is told to wait, it waits that long and asks once more. */
export async function checkInTime({ check }: Entered, method: MethodName): Promise<Answered> {
  const first = await check(method)
  if (first.status !== 429) return first
  await pause(Number(first.headers.get('retry-after')) * 1_000)
  return await check(method)
}

/** Publishes the challenge's TXT record. */
export async function publishTxt(named: Named, owned: Owned, name = owned.txtName): Promise<void> {
  await named.update(`add ${txt(name, owned.txtValue)}`)
}

export async function expectProved(owned: Owned, method: MethodName = 'dns-txt'): Promise<void> {
  const checked = await checkInTime(owned, method)
  expect(attemptIn(checked)).toMatchObject({ outcome: 'proved', reason: null })
  expect(checked.body.state).toBe('proved')
}

export type Question = { readonly name: string; readonly answer: string; readonly authenticated: boolean }

/** What each perspective was told about this name in the newest look, by the evidence its owner sees. */
export async function toldAbout(
  { owner, domainId }: Owned,
  name: string,
): Promise<readonly (Question | undefined)[]> {
  const { attempts } = (await owner.get(`/v1/domains/${domainId}`)).body
  const perspectives: readonly { readonly evidence: { readonly questions: readonly Question[] } }[] =
    attempts[0].perspectives
  expect(perspectives).toHaveLength(3)
  return perspectives.map(({ evidence }) => evidence.questions.find((question) => question.name === name))
}
