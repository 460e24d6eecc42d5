import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '#test/support/free-port.ts'
import { startInternet } from '#test/support/internet/internet.ts'
import { startServer } from '#test/support/running-server.ts'

const run = promisify(execFile)
const volatile =
  /\b(?:org|br|dom|clm)_[a-z2-7]{20}\b|\bvm_[a-z2-7]{32}\b|\b[a-z2-7]{32}\b|\bvm-acme-example-[a-z2-7]{20}\b/g

type Step = { readonly command: string; readonly output: string | null }

/** The commands of one chapter, each with the output that stands behind it. */
function stepsOf(readme: string, chapter: string): readonly Step[] {
  const text = readme.split(/^## /m).find((part) => part.startsWith(chapter)) ?? ''
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
  return blocks.flatMap(([, language, command = ''], index) => {
    if (language !== 'sh') return []
    const next = blocks[index + 1]
    return { command, output: next !== undefined && next[1] !== 'sh' ? (next[2] ?? '') : null }
  })
}

/** Times and resolvers differ from run to run; nothing else may. */
function settled(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '<time>')
    .replaceAll(/("(?:perspective|resolver)": ?)"[^"]*"/g, '$1"<resolver>"')
    .replaceAll(/localhost:\d+/g, '<host>')
}

/** JSON however it is indented; other text as it stands. */
function comparable(text: string): unknown {
  const trimmed = settled(text).trim()
  return trimmed.startsWith('{') ? JSON.parse(trimmed) : trimmed
}

test('the main job of the README says what the README says it says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'veramarca-readme-'))
  const internet = await startInternet({ resolvers: 3 })
  const port = await freePort()
  const env = { ...internet.env, DATABASE_URL: `file:${join(folder, 'data.db')}` }
  const server = await startServer(port, env)
  onTestFinished(async () => {
    await server.stop()
    await internet.close()
    await rm(folder, { recursive: true, force: true })
  })
  // The commands write files where they run, so they run in a house of their own.
  for (const part of ['package.json', 'src', 'drizzle', 'tsconfig.json'])
    await cp(part, join(folder, part), { recursive: true })
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))

  // What its owner is told to put there.
  const profile = {
    login: 'Acme',
    id: 1342004,
    type: 'Organization',
    blog: 'https://acme.example/',
    bio: null,
  }
  internet.page.set('https://api.github.com/users/acme', {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(profile),
  })

  const readme = await readFile('README.md', 'utf8')
  const verifying = stepsOf(readme, 'Verify it yourself')
  const steps = [...stepsOf(readme, 'The main job, with curl'), ...verifying]
  expect(verifying).toHaveLength(1)
  expect(steps.length).toBeGreaterThan(8)
  /** What the README calls an id → what it is called in this run. */
  const names = new Map<string, string>()
  const renamed = (text: string) => text.replaceAll(volatile, (name) => names.get(name) ?? name)
  const shell = { cwd: folder, env: { ...process.env, ...env, PUBLIC_URL: `http://localhost:${port}` } }
  const exports: string[] = []
  for (const { command, output } of steps) {
    const here = renamed(command).replaceAll('localhost:8787', `localhost:${port}`)
    const { stdout } = await run('bash', ['-ec', [...exports, here].join('\n')], shell)
    exports.push(...(here.match(/^export .*$/gm) ?? []))
    if (output === null) continue
    const found = stdout.match(volatile) ?? []
    for (const [index, name] of (output.match(volatile) ?? []).entries()) names.set(name, found[index] ?? '')
    expect(comparable(stdout)).toEqual(comparable(renamed(output)))
    const txt = /"name":"(_veramarca-challenge\.[^"]+)".*?"value":"([^"]+)"/.exec(stdout)
    if (txt?.[1] !== undefined && txt[2] !== undefined) internet.zone.set(txt[1], { TXT: [txt[2]] })
  }
})
