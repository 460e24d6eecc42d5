import { describe, expect, test } from 'vitest'
import { openHouse, publicUrl } from '#test/support/house.ts'
import { isWrite, routesOf } from '#test/support/routes.ts'

describe('the OpenAPI document', () => {
  test('is of version 3.1 and names every route of the contract', async () => {
    const house = await openHouse()
    const { body } = await house.ask('/openapi.json')
    expect(body.openapi).toMatch(/^3\.1\./)
    expect(body.servers).toEqual([{ url: publicUrl }])
    const names = (await routesOf(house)).map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'GET /v1/lookup',
        'POST /v1/lookup',
        'GET /v1/brands',
        'GET /v1/platforms',
        'POST /v1/badges/verify',
        'POST /v1/brands',
        'GET /v1/brands/{id}',
        'PATCH /v1/brands/{id}',
        'DELETE /v1/brands/{id}',
        'POST /v1/brands/{id}/domains',
        'POST /v1/domains/{id}/challenges',
        'DELETE /v1/domains/{id}',
        'POST /v1/domains/{id}/check',
        'POST /v1/brands/{id}/accounts',
        'DELETE /v1/claims/{id}',
        'GET /v1/brands/{id}/not-ours',
        'POST /v1/brands/{id}/not-ours',
        'DELETE /v1/brands/{id}/not-ours',
        'GET /v1/brands/{id}/absences',
        'POST /v1/brands/{id}/absences',
        'GET /v1/notices',
        'GET /v1/keys',
        'POST /v1/keys',
        'POST /v1/looks',
        'DELETE /v1/keys/{id}',
      ]),
    )
  })

  test('says of every route that wants a key which refusals that brings', async () => {
    const routes = await routesOf(await openHouse())
    for (const route of routes.filter(({ needsKey }) => needsKey)) {
      expect.soft(route.statuses, route.name).toEqual(expect.arrayContaining([401, 403]))
    }
    for (const route of routes.filter(({ body }) => body !== null)) {
      expect.soft(route.statuses, route.name).toEqual(expect.arrayContaining([400, 413, 415, 422]))
    }
    expect(
      routes.filter(isWrite).filter(({ statuses }) => statuses.some((status) => status < 300)),
    ).toHaveLength(routes.filter(isWrite).length)
  })
})
