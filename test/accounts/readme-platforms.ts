import type { Platform } from '#accounts/platform.ts'
import { platforms } from '#accounts/platforms/index.ts'

const heading = '## Platforms\n'
const head = ['platform', 'key', 'an account', 'immutable id', 'what can be proved, and how']

/** The README's table of platforms, one line of cells a platform, as the platform files say it. */
export function platformRows(): readonly (readonly string[])[] {
  const all: [string, Platform][] = Object.entries(platforms)
  return all.map(([key, { name, closedOn, examples, profile, proofs }]) => {
    const [handle = ''] = Object.values(examples.accepts)
    const ways = [
      proofs.website && `profile: ${proofs.website}`,
      proofs.post && `post: ${proofs.post}`,
      proofs.domain && `handle: ${proofs.domain}`,
      proofs.none,
    ]
    return [
      closedOn === undefined ? name : `${name} (closed)`,
      `\`${key}\``,
      `<${profile(handle)}>`,
      proofs.id ?? 'none',
      ways.filter((way) => way !== undefined).join('; '),
    ]
  })
}

/** The cells of the table under the README's own heading, without the line that names the columns. */
export function rowsInReadme(readme: string): readonly (readonly string[])[] {
  const lines = chapter(readme)
    .split('\n')
    .filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** The README with its table written anew. */
export function withTable(readme: string): string {
  const lines = [head, head.map(() => '---'), ...platformRows()].map((cells) => `| ${cells.join(' | ')} |`)
  const old = chapter(readme)
  const written = old.replace(/^\|.*\|\n(?:\|.*\|\n)*/m, `${lines.join('\n')}\n`)
  return readme.replace(old, () => written)
}

function chapter(readme: string): string {
  const start = readme.indexOf(heading)
  if (start === -1) throw new Error('The README has no chapter on platforms')
  const end = readme.indexOf('\n## ', start)
  return readme.slice(start, end)
}
