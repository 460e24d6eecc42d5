import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doors, type Registry } from '#test/support/doors.ts'
import type { Answered, Owner } from '#test/support/house.ts'
import { enter, serve, type Entered, type MethodName } from './fixture.ts'
import { dnsCname, dnsTxt } from './situations/dns-methods.ts'
import { methodNames, situations, type Cell, type Situation, type Table } from './situations/situation.ts'
import { htmlMeta, httpFile } from './situations/web-methods.ts'

const table: Table = {
  'dns-txt': dnsTxt,
  'dns-cname': dnsCname,
  'http-file': httpFile,
  'html-meta': htmlMeta,
}

type Case = {
  readonly method: MethodName
  readonly situation: Situation
  readonly cell: Cell
  /** No two cases share a domain. */
  readonly apex: string
}

const cases = methodNames.flatMap((method) =>
  situations.flatMap((situation) => {
    const row = table[method][situation]
    const cells = typeof row === 'string' ? [] : row
    const label = `${situation}-${method}`.replaceAll(/[^A-Za-z-]+/g, '-').toLowerCase()
    return cells.map((cell, index): Case => {
      return { method, situation, cell, apex: `${label}-${index}.example` }
    })
  }),
)

/** `proved`, `refused nxdomain`; what came instead of an answer as it is, so that one case does not hide the others. */
function inShort({ status, body, text }: Answered): string {
  if (status !== 200 || body.attempts.length !== 1) return text
  const [{ outcome, reason }] = body.attempts
  return reason === null ? outcome : `${outcome} ${reason}`
}

/** Two cores have this many looks to make at once, and a resolver that is silent costs three seconds. */
const atOnce = 8

/** All looks are made before the first is judged. */
const patience = 240_000

async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values()
  const one = async () => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

test.each(methodNames)(
  'the table says of every situation what %s makes of it, or why it has none',
  (method) => {
    expect(Object.keys(table).toSorted()).toEqual([...methodNames].toSorted())
    expect(Object.keys(table[method]).toSorted()).toEqual([...situations].toSorted())
    for (const situation of situations) {
      const row = table[method][situation]
      expect(row.length, situation).toBeGreaterThan(typeof row === 'string' ? 30 : 0)
    }
    const told = cases.filter((each) => each.method === method)
    expect(new Set(told.map(({ situation, cell }) => `${situation}: ${cell.what}`)).size).toBe(told.length)
  },
)

describe.each(doors)('every situation through the $door door', ({ open }) => {
  let registry: Registry
  let owner: Owner
  let rival: Owner
  const entered = new Map<Case, Entered>()
  const outcomes = new Map<Case, { said: string; state: string; kept: string }>()

  beforeAll(async () => {
    registry = await open()
    owner = await registry.owner('Acme Ltd')
    rival = await registry.owner('Squatter Ltd')
    await forEach(cases, async (each) => {
      entered.set(each, await prepare(each))
    })
    const moments = [...new Set(cases.map(({ cell }) => cell.after ?? 0))].toSorted(
      (one, other) => one - other,
    )
    for (const moment of moments) {
      if (moment > 0) await registry.travel(moment)
      await forEach(
        cases.filter(({ cell }) => (cell.after ?? 0) === moment),
        look,
      )
    }
  }, patience)
  afterAll(async () => {
    await registry.close()
  })

  async function prepare({ method, cell, apex }: Case): Promise<Entered> {
    const { zone } = registry.internet
    const domain = cell.host === undefined ? apex : `${cell.host}.${apex}`
    const mine = await enter(owner, domain)
    serve(registry, `https://${domain}/robots.txt`, 'User-agent: *')
    await cell.publish({
      registry,
      zone,
      domain,
      apex,
      challenge: mine.challenge(method),
      organisationId: owner.organisationId,
      rival: async () => (await enter(rival, domain)).challenge(method),
    })
    return mine
  }

  async function look(each: Case): Promise<void> {
    const mine = entered.get(each)
    if (mine === undefined) throw new Error(`${each.apex} was never entered`)
    const checked = await mine.check(each.method)
    outcomes.set(each, { said: inShort(checked), state: checked.body.state, kept: await mine.state() })
    // Else we would look again by ourselves, soon and for long.
    expect((await owner.delete(`/v1/domains/${mine.domainId}`)).status).toBe(204)
  }

  test.each(cases)('$method, $situation: $cell.what is $cell.said', (each) => {
    const { said } = each.cell
    const state = said === 'proved' ? 'proved' : 'pending'
    expect(outcomes.get(each)).toEqual({ said, state, kept: state })
  })

  test('nothing was reached that nobody may reach', () => {
    expect(registry.strayed()).toEqual([])
  })
})
