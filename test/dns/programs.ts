import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

const programs = [
  'named',
  'unbound',
  'nsupdate',
  'tsig-keygen',
  'dnssec-keygen',
  'dnssec-dsfromkey',
  'dnssec-signzone',
] as const

type Program = (typeof programs)[number]

/** Before all tests: without the name servers nothing here can be shown, and that is a failure, told in one line. */
export default function requirePrograms(): void {
  const missing = programs.filter((name) => find(name) === null)
  if (missing.length === 0) return
  console.error(
    `${missing.join(', ')} not found. The name servers come from Debian's packages: ` +
      'apt-get install --no-install-recommends bind9 bind9-dnsutils unbound',
  )
  process.exit(1)
}

/** Where it is. An ordinary user's PATH may lack the folders of servers. */
export function pathOf(program: Program): string {
  const path = find(program)
  if (path === null) throw new Error(`${program} is not installed`)
  return path
}

/** One run to its end; what it printed. One that fails throws its words. */
export async function run(program: Program, words: readonly string[], input = ''): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = execFile(pathOf(program), [...words], (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`${program} ${words.join(' ')}: ${stderr}${stdout}`, { cause: error }))
    })
    // One that ends before it has read everything is judged by how it ended.
    child.stdin?.once('error', () => undefined).end(input)
  })
}

function find(program: Program): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/sbin']
  return folders.map((folder) => join(folder, program)).find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
