import { crc32 } from 'node:zlib'
import { optimize } from 'svgo'
import { describe, expect, test } from 'vitest'
import { carryInPng, readPngToken } from '#badges/picture/png-token.ts'
import { drawPicture } from '#badges/picture/picture.ts'
import { styles, themes } from '#badges/variant.ts'
import { carryInSvg, readSvgToken } from '#badges/picture/svg-token.ts'

const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJkaWQ6d2ViOmEifQ.c2lnbmF0dXJl-_'
const namespace = 'https://www.w3.org/2018/credentials#'
const plain = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'

describe('a token in an SVG', () => {
  const carrying = carryInSvg(plain, jwt)

  test('is read again', () => {
    expect(carrying).toContain(
      `<vc:VerifiableCredential xmlns:vc="${namespace}">${jwt}</vc:VerifiableCredential>`,
    )
    expect(readSvgToken(carrying)).toBe(jwt)
  })

  test.each(styles)('survives svgo in a picture of the style %s, and the picture with it', (style) => {
    const picture = {
      state: 'controlled',
      domain: 'acme.com',
      name: 'Acme',
      nameState: 'self_given',
    } as const
    for (const theme of themes) {
      const svg = carryInSvg(drawPicture(picture, { language: 'pl', style, theme }), jwt)
      const { data } = optimize(svg)
      expect(readSvgToken(data)).toBe(jwt)
      expect(data.includes('prefers-color-scheme')).toBe(theme === 'auto')
      expect(data).toContain('potwierdz')
    }
  })

  test('survives svgo', () => {
    expect(readSvgToken(optimize(carrying).data)).toBe(jwt)
    expect(readSvgToken(optimize(carrying, { multipass: true, js2svg: { pretty: true } }).data)).toBe(jwt)
  })

  const inside = (content: string, root = '') => `<svg ${root}>${content}</svg>`
  const own = (text: string, prefix = 'vc') =>
    `<${prefix}:VerifiableCredential xmlns:${prefix}="${namespace}">${text}</${prefix}:VerifiableCredential>`
  test.each([
    ['another prefix', inside(own(jwt, 'ns0')), jwt],
    [
      'a prefix of the root',
      inside(`<vc:VerifiableCredential>${jwt}</vc:VerifiableCredential>`, `xmlns:vc="${namespace}"`),
      jwt,
    ],
    [
      'a default namespace',
      inside(`<VerifiableCredential xmlns="${namespace}">${jwt}</VerifiableCredential>`),
      jwt,
    ],
    ['white space around', inside(own(`\n  ${jwt}\n`)), jwt],
    ['the same twice', inside(own(jwt) + own(jwt)), jwt],
    ['two tokens', inside(own(jwt) + own(`${jwt}x`)), null],
    ['another namespace', inside(own(jwt).replace(namespace, 'https://example.com/#')), null],
    ['no namespace', inside(`<vc:VerifiableCredential>${jwt}</vc:VerifiableCredential>`), null],
    [
      'a prefix declared elsewhere',
      inside(`<g xmlns:vc="${namespace}"/><vc:VerifiableCredential>${jwt}</vc:VerifiableCredential>`),
      null,
    ],
    ['a comment', inside(`<!--${own(jwt)}-->`), null],
    ['a script', inside(own('<script>alert(1)</script>')), null],
    ['not a token', inside(own('eyJ.eyJ')), null],
    ['a token too long', inside(own(`a.${'b'.repeat(70_000)}.c`)), null],
    ['a file too long', inside(own(jwt) + ' '.repeat(1_000_000)), null],
    ['nothing', '', null],
    ['no XML', 'PNG <<<>&&', null],
    ['deep nesting', `${'<g>'.repeat(100_000)}${own(jwt)}`, null],
  ])('in %s', (_, svg, read) => {
    expect(readSvgToken(svg)).toBe(read)
  })
})

describe('a token in a PNG', () => {
  const bytes = (...parts: (string | readonly number[])[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)))
  const number = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
  const chunk = (type: string, data: string) => [
    ...number(Buffer.byteLength(data)),
    ...bytes(type, data),
    ...number(crc32(Buffer.from(`${type}${data}`))),
  ]
  const signature = [0x89, ...Buffer.from('PNG\r\n\x1a\n')]
  const header = chunk('IHDR', '\0\0\0\x01\0\0\0\x01\b\0\0\0\0')
  const end = chunk('IEND', '')
  const png = (...chunks: (readonly number[])[]) => bytes(signature, header, ...chunks, end)
  const own = (text: string) => chunk('iTXt', `VerifiableCredential\0\0\0\0\0${text}`)

  test('stands directly behind the header, with the checksum that zlib gives, and is read again', () => {
    const carrying = carryInPng(png(chunk('IDAT', 'x')), jwt)
    expect(carrying).toEqual(png(own(jwt), chunk('IDAT', 'x')))
    expect(readPngToken(carrying)).toBe(jwt)
  })

  test('is read from the middle of a buffer', () => {
    const carrying = png(own(jwt))
    expect(readPngToken(Buffer.concat([Buffer.from('before'), carrying]).subarray(6))).toBe(jwt)
  })

  test.each([
    ['no token', png(chunk('IDAT', 'x')), null],
    ['another text', png(chunk('iTXt', `Comment\0\0\0\0\0${jwt}`)), null],
    ['another beside it', png(chunk('iTXt', 'Comment\0\0\0\0\0Hello'), own(jwt)), jwt],
    ['a language', png(chunk('iTXt', `VerifiableCredential\0\0\0en\0Badge\0${jwt}`)), jwt],
    ['the same twice', png(own(jwt), own(jwt)), jwt],
    ['two tokens', png(own(jwt), own(`${jwt}x`)), null],
    ['a compressed one', png(chunk('iTXt', `VerifiableCredential\0\x01\0\0\0${jwt}`)), null],
    ['an unfinished one', png(chunk('iTXt', 'VerifiableCredential\0\0')), null],
    ['not a token', png(own('<script>')), null],
    ['a token too long', png(own(`a.${'b'.repeat(70_000)}.c`)), null],
    ['a token behind the end', bytes(signature, header, end, own(jwt)), null],
    ['no end', bytes(signature, header, own(jwt)), null],
    ['no header', bytes(signature, own(jwt), end), null],
    [
      'a length beyond the file',
      bytes(signature, header, own(jwt), [0x7f, 0xff, 0xff, 0xff], 'IDAT', [0, 0, 0, 0]),
      null,
    ],
    [
      'a huge length',
      bytes(signature, header, own(jwt), [0xff, 0xff, 0xff, 0xff], 'IDAT', [0, 0, 0, 0]),
      null,
    ],
    ['a wrong checksum', bytes(signature, header, own(jwt).with(own(jwt).length - 1, 0), end), null],
    ['the signature alone', bytes(signature), null],
    ['nothing', bytes(), null],
    ['no PNG', bytes('GIF89a'), null],
  ])('of a file with %s', (_, file, read) => {
    expect(readPngToken(file)).toBe(read)
  })

  test('is found in no file cut short', () => {
    const carrying = png(own(jwt))
    for (let length = 0; length < carrying.length; length += 1) {
      expect(readPngToken(carrying.subarray(0, length))).toBeNull()
    }
  })
})
