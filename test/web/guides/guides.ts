import { readFileSync } from 'node:fs'
import { Marked } from 'marked'

/** Sections of the README that developers read here too, in the order in which they are of use. */
const sections = [
  'The main job, with curl',
  'Proving a domain',
  'Proving an account',
  'Lists of accounts',
  'Embed a badge',
  'Verify it yourself',
  'Keys and status',
] as const

export type Guide = { readonly slug: string; readonly title: string; readonly html: string }

/** The README's sections as markup. Their examples are run, as they stand, by the tests of the README. */
export function writeGuides(readme = readFileSync('README.md', 'utf8')): readonly Guide[] {
  const all = readme.split(/^## /m).slice(1)
  const guides = sections.map((title) => {
    const section = all.find((text) => text.startsWith(`${title}\n`))
    if (section === undefined) throw new Error(`The README has no section "${title}"`)
    return { slug: slugOf(title), title, text: section.slice(title.length + 1) }
  })
  // A heading inside a section is linked to as the section itself is.
  const homes = new Map(
    guides.flatMap(({ slug, text }) => {
      const inner = [...text.matchAll(/^###+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading))
      return [[slug, `/docs/guides/${slug}`], ...inner.map((id) => [id, `/docs/guides/${slug}#${id}`])] as [
        string,
        string,
      ][]
    }),
  )
  return guides.map(({ slug, title, text }) => ({ slug, title, html: toHtml(text, homes) }))
}

function toHtml(text: string, homes: ReadonlyMap<string, string>): string {
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text: heading }) {
        return `<h${depth - 1} id="${slugOf(heading)}">${this.parser.parseInline(tokens)}</h${depth - 1}>\n`
      },
      // Wide code scrolls in its own box, which a keyboard must reach.
      code({ text: code }) {
        return `<pre tabindex="0"><code>${escape(code)}</code></pre>\n`
      },
      table(table) {
        const rows = table.rows.map(
          (row) =>
            `<tr>${row.map((cell) => `<td>${this.parser.parseInline(cell.tokens)}</td>`).join('')}</tr>`,
        )
        const head = table.header.map(
          (cell) => `<th scope="col">${this.parser.parseInline(cell.tokens)}</th>`,
        )
        return `<div class="scroll" tabindex="0"><table class="table"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>\n`
      },
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens)
        const target = href.startsWith('#') ? homes.get(href.slice(1)) : href
        // What is only in the README has no address here.
        if (target === undefined || !/^(?:https?:|\/)/.test(target)) return inner
        return `<a href="${escape(target)}">${inner}</a>`
      },
    },
  })
  return marked.parse(text, { async: false }).trim()
}

/** As code hosts make them. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[`*_]/g, '')
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** One module a guide, and the index of them. */
export function modulesOf(guides: readonly Guide[]): ReadonlyMap<string, string> {
  const note = '/** Written from the README by `npm run guides`; not to be edited. */\n'
  const files = guides.map(({ slug, title, html }) => {
    const body = `export const guide = {\n  slug: ${quote(slug)},\n  title: ${quote(title)},\n  html: ${JSON.stringify(html)},\n}\n`
    return [`src/web/guides/${slug}.ts`, `${note}${body}`] as const
  })
  const imports = guides.map(({ slug }, index) => `import { guide as guide${index} } from './${slug}.ts'`)
  const list = guides.map((_, index) => `guide${index}`).join(', ')
  const index = `${note}${imports.toSorted().join('\n')}\n\nexport const guides = [${list}]\n`
  return new Map([...files, ['src/web/guides/index.ts', index]])
}

function quote(text: string): string {
  return `'${text}'`
}
