import { base64url, decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { minute, second } from '#base/clock.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { proveBrand } from '#test/support/registered.ts'

type Status = { readonly statusListCredential: string; readonly statusListIndex: string }

/** What the lists say of a badge at this moment, over HTTP: `revocation suspension`. */
async function bitsOf(house: House, badge: string): Promise<string> {
  const { credentialStatus } = decodeJwt<{ credentialStatus: Status[] }>(badge)
  const bits = credentialStatus.map(async ({ statusListCredential, statusListIndex }) => {
    const { text, headers } = await house.ask(new URL(statusListCredential).pathname)
    expect(headers.get('content-type')).toBe('application/vc+jwt')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toBe('public, max-age=30, stale-if-error=0')
    const { credentialSubject } = decodeJwt<{ credentialSubject: { encodedList: string; ttl: number } }>(text)
    expect(credentialSubject.ttl).toBe(30 * second)
    const packed = new Uint8Array(base64url.decode(credentialSubject.encodedList.slice(1)))
    const bytes = new Uint8Array(
      await new Response(
        new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')),
      ).arrayBuffer(),
    )
    const index = Number(statusListIndex)
    return ((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1
  })
  return (await Promise.all(bits)).join(' ')
}

test('a freeze, and the end of a brand, show in the lists within a minute', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  const badge = (await house.ask('/badges/acme.com.jwt')).text
  expect(await bitsOf(house, badge)).toBe('0 0')
  expect((await owner.post(`/v1/brands/${brandId}/freeze`)).status).toBe(200)
  house.pass(minute)
  expect(await bitsOf(house, badge)).toBe('0 1')
})

test('a released domain is revoked', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { id } = await proveBrand(house, owner)
  const badge = (await house.ask('/badges/acme.com.jwt')).text
  expect((await owner.delete(`/v1/domains/${id}`)).status).toBe(204)
  house.pass(minute)
  expect(await bitsOf(house, badge)).toBe('1 0')
})

test.each(['0', '-1', 'x', '01', '3', '1.5', '99999999999'])('there is no list %s', async (n) => {
  const house = await openHouse()
  expect((await house.ask(`/status/${n}`)).status).toBe(404)
})
