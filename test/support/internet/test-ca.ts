import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { bits, boolean, element, integer, octets, oid, sequence, set, utcTime, utf8 } from './der.ts'

export type TestCa = {
  /** What a client must trust, PEM. */
  readonly certificate: string
  /** A key and a certificate for one host name, PEM; the same again for the same host. */
  issue(host: string): { readonly key: string; readonly cert: string }
}

type Extension = { readonly id: string; readonly critical: boolean; readonly value: Uint8Array }

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

/** A certificate authority made at run time (RFC 5280), worth nothing outside the process that trusts it. */
export function createTestCa(name = 'Veramarca test CA'): TestCa {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  // One key serves all hosts: making keys is the slow part.
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const issued = new Map<string, string>()
  const certify = (subject: string, publicKey: KeyObject, extensions: readonly Extension[]): string =>
    certificate({ subject, issuer: name, publicKey, signer: ca.privateKey, extensions })

  return {
    certificate: certify(name, ca.publicKey, [
      { id: '2.5.29.19', critical: true, value: sequence(boolean(true)) },
      // keyCertSign is bit 5 of eight, so the last two are unused.
      { id: '2.5.29.15', critical: true, value: bits(Buffer.from([0b0000_0100]), 2) },
    ]),
    issue(host) {
      const known = issued.get(host)
      if (known !== undefined) return { key, cert: known }
      // RFC 5280 §4.2.1.6: dNSName is context tag 2.
      const names = sequence(element(0x82, Buffer.from(host)))
      const cert = certify(host, leaf.publicKey, [{ id: '2.5.29.17', critical: false, value: names }])
      issued.set(host, cert)
      return { key, cert }
    },
  }
}

type Parts = {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly signer: KeyObject
  readonly extensions: readonly Extension[]
}

function certificate({ subject, issuer, publicKey, signer, extensions }: Parts): string {
  const toBeSigned = sequence(
    element(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    ecdsaWithSha256,
    commonName(issuer),
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(...extensions.map(extension))),
  )
  const der = sequence(toBeSigned, ecdsaWithSha256, bits(sign('sha256', toBeSigned, signer)))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** RFC 5280 says 64 characters at most; clients read the host from the alternative names anyway. */
function commonName(name: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), utf8(name.slice(0, 64)))))
}

function extension({ id, critical, value }: Extension): Buffer {
  return critical ? sequence(oid(id), boolean(true), octets(value)) : sequence(oid(id), octets(value))
}
