import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** From the doors down: a room imports rooms below its own line only, never beside it and never above. */
const floors = [
  [
    'node',
    'worker',
    'cli',
    'key-commands',
    'recovery-commands',
    'protect-commands',
    'verify-command',
    'command',
    'node-deps',
    'perspective-object',
  ],
  ['app', 'work', 'config'],
  ['count-views', 'keep-answers', 'security-headers'],
  ['api', 'web', 'embed'],
  ['problem-titles'],
  ['language', 'problems'],
  ['proposals'],
  ['disputes', 'leaving', 'recoveries'],
  ['badges', 'claims'],
  ['registry'],
  ['brands'],
  ['auth'],
  ['listings', 'proofs', 'mail', 'tallies', 'lookalikes'],
  ['accounts', 'challenges', 'log', 'jobs'],
  ['db', 'net'],
  ['i18n'],
  ['base'],
]
const surfaces = ['api', 'web', 'embed']
const hiddenFromSurfaces = /^(?:db|net)$/

type Import = {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const files = globSync('src/**/*.{ts,tsx}')
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const from = roomOf(file.replace(/^src\//, ''))
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gms,
  )
  return [...statements].map(([, type, path = '']) => {
    const to = path.startsWith('#')
      ? roomOf(path.slice(1))
      : path.startsWith('./')
        ? ownRoom(file, path)
        : path
    return { file, from, to, typeOnly: type !== undefined }
  })
}

/** `./x.ts` stays in its room; at the top it names a file there. */
function ownRoom(file: string, path: string): string {
  return file.split('/').length === 2 ? roomOf(path.slice(2)) : roomOf(file.replace(/^src\//, ''))
}

function roomOf(path: string): string {
  const [first = ''] = path.split('/')
  return first.replace(/\.tsx?$/, '')
}

function floorOf(room: string): number {
  return floors.findIndex((floor) => floor.includes(room))
}

test('every room stands in the plan', () => {
  expect([...new Set(imports.map(({ from }) => from))].filter((room) => floorOf(room) === -1)).toEqual([])
})

test('imports go down only', () => {
  const rising = imports.filter(({ from, to, typeOnly, file }) => {
    if (floorOf(to) === -1 || from === to) return false
    // The doors share what they open; base names the ports' types.
    if (floorOf(from) === 0 && floorOf(to) === 0) return false
    if (from === 'base' && typeOnly && file === 'src/base/deps.ts') return false
    return floorOf(to) <= floorOf(from)
  })
  expect(rising).toEqual([])
})

test('surfaces know of no database and no network', () => {
  const leaks = imports.filter(({ from, to }) => {
    return surfaces.includes(from) && (hiddenFromSurfaces.test(to) || /^(?:drizzle|@libsql)/.test(to))
  })
  expect(leaks).toEqual([])
})

test('challenges decide nothing: they never see the database', () => {
  expect(
    imports.filter(({ from, to }) => from === 'challenges' && ['db', 'log', 'jobs'].includes(to)),
  ).toEqual([])
})

test('proofs decide nothing: they never see the database', () => {
  expect(imports.filter(({ from, to }) => from === 'proofs' && ['db', 'log', 'jobs'].includes(to))).toEqual(
    [],
  )
})

test('listings decide nothing: they never see the database', () => {
  const inner = ['db', 'log', 'jobs']
  expect(imports.filter(({ from, to }) => from === 'listings' && inner.includes(to))).toEqual([])
})

test('verbs look at the Internet only through a method', () => {
  const verbs = ['auth', 'brands', 'claims', 'registry']
  expect(
    imports.filter(({ from, to, typeOnly }) => verbs.includes(from) && to === 'net' && !typeOnly),
  ).toEqual([])
})

test('what only Node can do is opened by its door alone', () => {
  const users = (path: string) => imports.filter(({ to }) => to === path).map(({ file }) => file)
  expect(users('nodemailer')).toEqual(['src/mail/smtp.ts'])
  const openers = files.filter((file) => readFileSync(file, 'utf8').includes("'#mail/smtp.ts'"))
  expect(openers).toEqual(['src/node-deps.ts'])
})

test('no file is over 300 lines, and half are under 70', () => {
  const lengths = files.map((file) => readFileSync(file, 'utf8').split('\n').length).toSorted((a, b) => a - b)
  expect(lengths.at(-1)).toBeLessThanOrEqual(300)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(70)
})

test('only a test that runs is a test', () => {
  const suites = globSync('test/**/*.test.{ts,tsx}')
  const idle = suites.filter((file) =>
    /\b(?:it|test|describe)\.(?:skip|only|todo|skipIf|runIf)\b/.test(readFileSync(file, 'utf8')),
  )
  expect(idle.filter((file) => !file.startsWith('test/rules/'))).toEqual([])
})
